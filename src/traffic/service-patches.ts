import { selectorMatches, selects as selectsLabels } from '../cluster/labels.ts';
import type { OwnerReference, Pod, Service } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { UserError } from '../toolkit/errors.ts';
import {
  annotate,
  annotation,
  annotationOf,
  type FencingToken,
  fencingTests,
  pointer,
  type TrackName,
  track,
} from './fencing-token.ts';

/** What shifts the traffic: the weights of routes, or the selector of the main Service. */
export type SplitBy = 'routes' | 'selector';

const trackPath = pointer('spec', 'selector', track);

/** Returns the track in the selector of a Service, if any. */
export function trackOf(service: Service): string | undefined {
  return service.spec?.selector?.[track];
}

/** Whether we pinned the Service, so that we may set its track; its manifest sets none. */
export function isPinned(service: Service, app: string): boolean {
  return annotation(service, annotationOf.pinned(app)) !== undefined;
}

/** Returns the patch that pins a Service to the stable pods. Empty when it is already pinned, by us or by its manifest. */
export function pinPatch(service: Service, writer: FencingToken): JsonPatch[] {
  if (trackOf(service) === 'stable') return [];
  return [
    ...fencingTests(service, writer),
    { op: 'test', path: pointer('spec', 'selector'), value: service.spec?.selector },
    { op: 'add', path: trackPath, value: 'stable' },
    ...annotate(service, annotationOf.pinned(writer.app), 'true'),
  ];
}

/** Returns the patch that unpins a Service from its current track. Empty when nothing of ours is in it. */
export function unpinPatch(service: Service, writer: FencingToken): JsonPatch[] {
  const notes = annotate(service, annotationOf.watchdog(writer.app), undefined);
  const changes = isPinned(service, writer.app)
    ? [...withoutTrack(service), ...annotate(service, annotationOf.pinned(writer.app), undefined), ...notes]
    : notes;
  return changes.length === 0 ? [] : [...fencingTests(service, writer), ...changes];
}

function withoutTrack(service: Service): JsonPatch[] {
  const present = trackOf(service);
  if (present === undefined) return [];
  return [
    { op: 'test', path: trackPath, value: present },
    { op: 'remove', path: trackPath },
  ];
}

/** Returns the patch that lets a pinned Service select the pods of both tracks; it stays marked as pinned. Empty when it does. */
export function selectBothTracksPatch(service: Service, writer: FencingToken): JsonPatch[] {
  const changes = withoutTrack(service);
  return changes.length === 0 ? [] : [...fencingTests(service, writer), ...changes];
}

/**
 * Returns the patch that switches all traffic of a pinned Service to the pods of a track. It depends only on the token, so it can be
 * prepared for the watchdog.
 */
export function switchPatch(service: Service, writer: FencingToken, to: TrackName): JsonPatch[] {
  return [...fencingTests(service, writer), { op: 'add', path: trackPath, value: to }];
}

/**
 * Returns the Service of the canary's pods: only inside the cluster, with the ports and settings of the original Service, but no
 * annotations, because some would create load balancers and DNS records. Beside routes it has the labels of the original, so that a
 * scraper that selects by Service finds the canary. Where the original switches to the canary, two Services with these labels would
 * let it scrape each pod twice.
 */
export function canaryServiceOf(
  service: Service,
  {
    name,
    splitBy,
    writer,
    owner,
  }: { name: string; splitBy: SplitBy; writer: FencingToken; owner: OwnerReference },
): Service {
  const spec = service.spec ?? {};
  const copied = Object.fromEntries(
    (
      [
        'ipFamilies', 'ipFamilyPolicy', 'internalTrafficPolicy', 'trafficDistribution', 'sessionAffinity',
        'sessionAffinityConfig', 'publishNotReadyAddresses',
      ] as const
    ).flatMap(field => (spec[field] === undefined ? [] : [[field, spec[field]]])),
  ); // biome-ignore format: a list reads better in rows
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      ...(service.metadata?.namespace === undefined ? {} : { namespace: service.metadata.namespace }),
      labels: splitBy === 'routes' ? { ...service.metadata?.labels } : {},
      annotations: { [annotationOf.token(writer.app)]: String(writer.token) },
      ownerReferences: [owner],
    },
    spec: {
      ...copied,
      type: 'ClusterIP',
      ...(spec.clusterIP === 'None' ? { clusterIP: 'None' } : {}),
      selector: { ...spec.selector, [track]: 'canary' },
      ports: (spec.ports ?? []).map(({ nodePort: _, ...port }) => port),
    },
  } as Service;
}

/**
 * Returns the Services that would send requests to pods with these labels and so must be pinned, and the problems of the others. When the
 * selector of the main Service shifts the traffic, its manifest must not set the track.
 */
export function servicesMatching(
  services: readonly Service[],
  podLabels: Readonly<Record<string, string>>,
  app: string,
  names: { service: string; canaryService: string },
  splitBy: SplitBy = 'routes',
): { matching: Service[]; problems: UserError[] } {
  const others = services.filter(({ metadata }) => metadata?.name !== names.canaryService);
  const main = others.find(({ metadata }) => metadata?.name === names.service);
  const problem = mainProblem(main, names.service, podLabels);
  const selecting = others.filter(service => selects(service, podLabels));
  const strange = selecting.filter(service => {
    const bound = trackOf(service);
    if (bound === undefined || isPinned(service, app)) return false;
    return bound !== 'stable' || (splitBy === 'selector' && service === main);
  });
  return {
    matching: selecting.filter(service => trackOf(service) === undefined || isPinned(service, app)),
    problems: [
      ...(problem === undefined ? [] : [problem]),
      ...strange.map(
        service =>
          new UserError(
            `the selector of Service/${service.metadata?.name} already has ${track}: ${trackOf(service)}`,
            'remove it, because Slipway adds and removes it during a rollout',
          ),
      ),
    ],
  };
}

/**
 * Returns why Services cannot be pinned: they also select pods that do not belong to the workload or lack the track.
 * @param main name of the Service of the environment. @param selector of the workload.
 */
export function sharedProblems(
  { services, pods }: { readonly services: readonly Service[]; readonly pods: readonly Pod[] },
  main: string | undefined,
  podLabels: Readonly<Record<string, string>>,
  selector: object | undefined,
  app: string,
): UserError[] {
  const serving = pods.filter(({ metadata, status }) => {
    const { deletionTimestamp, ownerReferences = [] } = metadata ?? {};
    const hasEnded = status?.phase === 'Succeeded' || status?.phase === 'Failed';
    // The pods of a Job serve no requests.
    return !(ownerReferences.some(({ kind }) => kind === 'Job') || hasEnded || deletionTimestamp);
  });
  // A pod with a track is one of Slipway's; but the main Service, which the rollout switches, has only those of this workload.
  const isStrange = ({ metadata }: Pod, isMain: boolean) => {
    const { labels = {} } = metadata ?? {};
    return labels[track] === undefined || (isMain && !selectorMatches(selector, labels));
  };
  const problems = services
    .filter(service => selects(service, podLabels))
    .filter(service => trackOf(service) === undefined || isPinned(service, app))
    .flatMap(({ metadata, spec }) => {
      const other = serving.find(
        pod =>
          isStrange(pod, metadata?.name === main) &&
          selectsLabels(spec?.selector, pod.metadata?.labels) &&
          hasPortOf(pod, spec?.ports ?? []),
      );
      if (other === undefined) return [];
      const { name, labels } = other.metadata ?? {};
      if (selectorMatches(selector, labels ?? {}))
        return new UserError(
          `a rollout would stop the requests to Pod/${name}, which has the labels of the workload but not ${track}`,
          'delete that pod, or change its labels',
        );
      return new UserError(
        `a rollout may take traffic away from Pod/${name}, which Service/${metadata?.name} selects in addition to the pods of the workload`,
        'let that Service select only the pods of the workload, or use `strategy: {rolling: {}}`',
      );
    });
  return [...new Map(problems.map(each => [each.sentence, each])).values()];
}

/** Whether a pod becomes an endpoint of one of these ports: one that a Service names must be a port of a container. */
const hasPortOf = ({ spec }: Pod, ports: NonNullable<NonNullable<Service['spec']>['ports']>): boolean =>
  ports.length === 0 ||
  ports.some(
    ({ targetPort }) =>
      typeof targetPort !== 'string' ||
      (spec?.containers ?? []).some(each => (each.ports ?? []).some(({ name }) => name === targetPort)),
  );

/** Whether a Service would select pods with these labels, of either track. */
export function selects({ spec }: Service, podLabels: Readonly<Record<string, string>>): boolean {
  const selector = Object.entries(spec?.selector ?? {});
  return (
    spec?.type !== 'ExternalName' &&
    selector.length > 0 &&
    selector.every(([label, value]) => label === track || podLabels[label] === value)
  );
}

/** Returns why the traffic of the Service of the application cannot be split. */
function mainProblem(
  main: Service | undefined,
  name: string,
  podLabels: Readonly<Record<string, string>>,
): UserError | undefined {
  if (main === undefined) return new UserError(`Service/${name} does not exist`, 'add it to the manifests');
  if (main.spec?.type === 'ExternalName')
    return new UserError(
      `Service/${name} is an ExternalName, which has no pods to split traffic between`,
      'name the Service that selects the pods of the workload',
    );
  if (Object.keys(main.spec?.selector ?? {}).length === 0)
    return new UserError(
      `Service/${name} has no selector, so Slipway cannot control where its traffic goes`,
      'give it a selector that matches the pods of the workload',
    );
  return selects(main, podLabels)
    ? undefined
    : new UserError(
        `Service/${name} does not select the pods of the workload`,
        'change its selector to match the labels of the pod template',
      );
}
