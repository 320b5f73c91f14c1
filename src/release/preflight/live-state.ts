import type { Manifest } from '../../cluster/manifests.ts';
import type { HorizontalPodAutoscaler, KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { Discovery, pathOf, type Resource, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { clusterScoped, workloadIn } from '../../workloads/candidate.ts';
import { ownerProblem, updateBlocker } from '../../workloads/controllers.ts';
import { isOf, keyOf, type Ref, refOf, replicasOf, titleOf, type Workload } from '../../workloads/kinds.ts';
import type { ReleaseNumber } from '../../workloads/naming.ts';
import { workersIn } from '../../workloads/workers.ts';
import { permissionsFor, requirePermissions } from '../permissions/access.ts';
import { requireOneEnvironment } from '../store/recorded-environment.ts';
import { type Release, ReleaseStore } from '../store/releases.ts';
import { readState, releaseNeedingAction } from '../store/rollout-state.ts';
import type { DeployRequest } from './release-objects.ts';

/** A manifest with the API resource of its kind. */
interface Located {
  manifest: Manifest;
  resource: Resource;
}

/** A manifest with its path and the live object there. */
export interface ApplyTarget extends Located {
  path: string;
  live: KubeObject | undefined;
}

/** An image with the platforms that it was built for. */
export interface DeployedImage {
  repository: string;
  digest: string;
  /** `linux/amd64`; empty when the image does not say. */
  platforms: readonly string[];
}

/** Everything that is read before the first write. */
export interface LiveState {
  targets: ApplyTarget[];
  /** Newest first. */
  releases: Release[];
  liveWorkload: Workload | undefined;
  /** The release that needs action. */
  needsAction: ReleaseNumber | undefined;
  /** The state of the last rollout, as text: any other run changes it. */
  state: string | undefined;
  autoscaler: HorizontalPodAutoscaler | undefined;
  /** The same for its workers, by their names in records. */
  workers: Record<string, LivingWorker>;
}

/** The application and its environment. */
export type ReleaseTarget = Pick<DeployRequest, 'config' | 'environment'>;

interface LivingWorker {
  live: Workload | undefined;
  autoscaler: HorizontalPodAutoscaler | undefined;
}

/** Returns the live workers by name. Pure. */
export const liveWorkers = ({ workers }: Pick<LiveState, 'workers'>): Record<string, Workload | undefined> =>
  Object.fromEntries(Object.entries(workers).map(([name, { live }]) => [name, live]));

/**
 * Reads the live state, and refuses a release before its first write for every known obstacle.
 * @throws UserError with the first problem and its remedy.
 */
export async function readLiveState(
  cluster: Cluster,
  where: ReleaseTarget,
  manifests: Manifest[],
): Promise<LiveState> {
  const located = await locate(cluster, manifests);
  const needed = located.map(({ resource }) => resource);
  await requirePermissions(cluster, where.environment.namespace, permissionsFor(where.environment, needed));
  return readTargets(cluster, where, located);
}

/**
 * Reads the live objects of the manifests.
 * @throws UserError with the first problem that makes a release impossible.
 */
export async function readTargets(
  cluster: Cluster,
  { config, environment }: ReleaseTarget,
  located: Located[],
): Promise<LiveState> {
  const { namespace } = environment;
  const readTarget = async ({ manifest, resource }: Located): Promise<ApplyTarget> => {
    const path = pathOf(resource, namespace, manifest.name);
    return { manifest, resource, path, live: await cluster.get(path) };
  };
  const [releases, targets, autoscalers, entry] = await Promise.all([
    new ReleaseStore(cluster, namespace, config.app).list(),
    Promise.all(located.map(readTarget)),
    cluster.list<HorizontalPodAutoscaler>(pathOf(resources.horizontalPodAutoscaler, namespace)),
    readState(cluster, namespace, config.app),
    requireNamespace(cluster, namespace),
  ]);
  requireOneEnvironment(releases, { config, environment });
  const liveWorkload = targets.find(t => isWorkload(t.manifest, environment))?.live as Workload | undefined;
  requireWritableTargets(targets, environment);
  const manifests = located.map(({ manifest }) => manifest);
  requireUpdatable(workloadIn(manifests, environment), liveWorkload);
  const added = manifests.flatMap(({ object }) =>
    object.kind === 'HorizontalPodAutoscaler' ? [object as HorizontalPodAutoscaler] : [],
  );
  // One that this release adds scales a live workload before that gets its manifest, which must not change the number of pods. No
  // autoscaler scales one up from 0.
  const autoscalerOf = (ref: Ref, live: Workload | undefined) => {
    const hasPods = live !== undefined && replicasOf(live) > 0;
    return autoscalersOf(hasPods ? [...autoscalers.items, ...added] : autoscalers.items, ref)[0];
  };
  const workers = workersIn(manifests, environment).map((next): [string, LivingWorker] => {
    const ref = refOf(next);
    const target = targets.find(({ manifest }) => isOf(ref, manifest.object));
    const live = target?.live as Workload | undefined;
    requireUpdatable(next, live);
    return [keyOf(ref), { live, autoscaler: autoscalerOf(ref, live) }];
  });
  return {
    targets,
    releases,
    liveWorkload,
    needsAction: releaseNeedingAction(entry),
    state: entry?.text,
    autoscaler: autoscalerOf(environment.workload, liveWorkload),
    workers: Object.fromEntries(workers),
  };
}

export const isWorkload = (manifest: Manifest, { workload }: Environment) => isOf(workload, manifest.object);

/**
 * Finds the API resource of every manifest.
 * @throws UserError for a kind that this cluster does not have, or that is cluster-scoped.
 */
export async function locate(cluster: Cluster, manifests: Manifest[]): Promise<Located[]> {
  const discovery = new Discovery(cluster);
  return Promise.all(
    manifests.map(async manifest => {
      const { apiVersion, kind } = manifest.object;
      const resource = await discovery.find(apiVersion, kind);
      if (resource === undefined) {
        throw new UserError(
          `${manifest.source}: this cluster does not have the kind ${kind} of ${apiVersion}`,
          'install its CustomResourceDefinition, or correct apiVersion and kind',
        );
      }
      if (!resource.namespaced) {
        throw clusterScoped(`${manifest.source}: ${kind}/${manifest.name}`);
      }
      return { manifest, resource };
    }),
  );
}

async function requireNamespace(cluster: Cluster, namespace: string): Promise<void> {
  const object = await cluster.get(pathOf(resources.namespace, '', namespace));
  if (object === undefined) {
    throw new UserError(
      `namespace ${namespace} does not exist`,
      `create it: kubectl create namespace ${namespace}`,
    );
  }
  if (object.metadata?.deletionTimestamp !== undefined) {
    throw new UserError(
      `namespace ${namespace} is being deleted`,
      'wait until it is gone, then create it again',
    );
  }
}

function requireWritableTargets(targets: ApplyTarget[], environment: Environment): void {
  for (const { live } of targets) {
    const problem = live && (deletionProblem(live, environment) ?? ownerProblem(live, environment));
    if (problem !== undefined) throw problem;
  }
}

/** An apply to an object that is being deleted succeeds, and then the object is gone. */
function deletionProblem({ kind, metadata }: KubeObject, { namespace }: Environment): UserError | undefined {
  if (metadata?.deletionTimestamp === undefined) return undefined;
  const title = `${kind}/${metadata.name}`;
  const waits = metadata.finalizers?.length ? `, and waits for ${metadata.finalizers.join(', ')}` : '';
  return new UserError(
    `${title} is being deleted${waits}`,
    `wait until it is gone, then release again: kubectl -n ${namespace} wait --for=delete ${title} --timeout=5m`,
  );
}

/** Refuses with a clear error what the API server would refuse, or what could never become ready. */
function requireUpdatable(next: Workload, live: Workload | undefined): void {
  const name = titleOf(refOf(next));
  // Of a live workload, only a paused Deployment counts: the manifest may fix every other cause.
  const blocker = (live?.kind === 'Deployment' ? updateBlocker(live) : undefined) ?? updateBlocker(next);
  if (blocker !== undefined) throw blocker;
  const wanted = JSON.stringify(next.spec?.selector);
  if (live !== undefined && wanted !== JSON.stringify(live.spec?.selector) && !sameSelector(next, live)) {
    throw new UserError(
      `the manifest of ${name} changes spec.selector, which is immutable`,
      `restore spec.selector in the manifest, or ${newObject(next)}`,
    );
  }
}

/** Returns the other remedy for an immutable field. A release deletes no object that is missing from its manifests. */
export const newObject = ({ kind }: Workload): string =>
  `give the ${kind} a new name in the manifest and in slipway.yml: the release then creates another ${kind}, and the old one stays until you delete it`;

function sameSelector(next: Workload, live: Workload): boolean {
  const flat = (d: Workload) => JSON.stringify(Object.entries(d.spec?.selector?.matchLabels ?? {}).sort());
  const rest = (d: Workload) => JSON.stringify(d.spec?.selector?.matchExpressions ?? []);
  return flat(next) === flat(live) && rest(next) === rest(live);
}
