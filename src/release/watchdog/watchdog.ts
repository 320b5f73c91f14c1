import type { Job, KubeObject, ObjectMeta } from '../../cluster/objects.ts';
import type { JsonPatch } from '../../cluster/port.ts';
import { pathOf, placeOf, resources } from '../../cluster/resources.ts';
import type { Strategy } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { timing } from '../../toolkit/timing.ts';
import {
  annotationOf,
  annotationPointer,
  type FencingToken,
  pointer,
  type Write,
} from '../../traffic/fence.ts';
import { labels } from '../workloads/naming.ts';
import { script } from './script.ts';

/**
 * The watchdog: a Job in the cluster that takes the traffic back to stable when the run that moves it is lost. It watches
 * a number that the living run counts up; when that has not changed for a while by the Job's own counting, it sends the
 * writes that were made for it beforehand.
 */

const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000);

export const watchdogAccount = 'slipway-watchdog';
export const watchdogName = ({ app, token }: FencingToken) => `slipway-${app}-watchdog-${token}`;

/** What the watchdog reads in the data of the fence ConfigMap; the run writes it. */
export interface Heartbeat {
  /** Counted up by the living run, at least every `timing.heartbeat`. */
  beat: number;
  /** Seconds without a beat that are allowed: longer while a rollout is paused. */
  patience?: number;
}

/** The data of the fence ConfigMap with a heartbeat, as it is created. */
export function heartbeatData({
  beat,
  patience = seconds(timing.watchdogPatience),
}: Heartbeat): Record<string, string> {
  return { beat: String(beat), patience: String(patience) };
}

/** One beat, for the fence ConfigMap of that uid; with `over` the watchdog ends instead of watching on. */
export function beatPatch(uid: string, heartbeat: Heartbeat | 'over'): JsonPatch[] {
  const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
  return [
    { op: 'test', path: pointer('metadata', 'uid'), value: uid },
    ...Object.entries(data).map(
      ([key, value]): JsonPatch => ({ op: 'add', path: pointer('data', key), value }),
    ),
  ];
}

export interface WatchdogOptions {
  fence: FencingToken;
  namespace: string;
  /** With a shell, and kubectl or curl. */
  image: string;
  /** The fence ConfigMap: it has the heartbeat, and when it is deleted the Job goes with it. */
  owner: NonNullable<ObjectMeta['ownerReferences']>[number];
  /** Milliseconds until the Job ends by itself: what is left of the rollout's deadline, and its rollback. */
  lifetime: number;
  /** What takes the traffic back: `undoPatches` of the router, made when the canary is in the routes. */
  writes: readonly Write[];
  /** What does the same when somebody has changed a route so that its write is refused: `fallbackPatches`. */
  fallback: readonly Write[];
}

/**
 * The watchdog's Job. It first sends its writes as a dry run, and its pod is ready only when they were accepted: wait for
 * that (`isWatching`) before the canary gets traffic.
 */
export function watchdogJob(options: WatchdogOptions): Job {
  const { fence, namespace, image, owner, lifetime, writes, fallback } = options;
  const own = {
    [labels.app]: fence.app,
    [labels.kind]: 'watchdog',
  };
  const environment = {
    HEART: pathOf(resources.configMap, namespace, owner.name),
    NAMESPACE: namespace,
    INTERVAL: String(seconds(timing.watchdogInterval)),
    GRACE: String(seconds(timing.watchdogGrace)),
    WRITES: lines(writes, fence),
    FALLBACK: lines(fallback, fence),
    ARMED: '/tmp/armed',
    // kubectl keeps there what it found out about the API while it tried its writes.
    HOME: '/tmp',
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: watchdogName(fence), namespace, labels: own, ownerReferences: [owner] },
    spec: {
      activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
      ttlSecondsAfterFinished: 3600,
      // A node that is drained, or a container that is killed, must not end the watch.
      backoffLimit: 100,
      template: {
        metadata: { labels: own },
        spec: {
          serviceAccountName: watchdogAccount,
          restartPolicy: 'OnFailure',
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 5,
          // A node that dies would keep the pod for five minutes.
          tolerations: ['not-ready', 'unreachable'].map(state => ({
            key: `node.kubernetes.io/${state}`,
            operator: 'Exists',
            effect: 'NoExecute',
            tolerationSeconds: 10,
          })),
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 65_532,
            runAsGroup: 65_532,
            fsGroup: 65_532,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'watchdog',
              image,
              command: ['sh', '-c', literal(script)],
              env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
              readinessProbe: {
                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                periodSeconds: 1,
                timeoutSeconds: 5,
              },
              resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
              volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
            },
          ],
          volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
        },
      },
    },
  } as Job;
}

/** Whether the watchdog has tried its writes and watches. */
export function isWatching(job: Job): boolean {
  return (job.status?.ready ?? 0) > 0;
}

/** Kubernetes replaces `$(NAME)` in commands and values, and `$$` by `$`. */
const literal = (text: string) => text.replaceAll('$', () => '$$');

/** A line for each write: API path, resource and name as kubectl takes them, and the patch, which notes who sent it. */
function lines(writes: readonly Write[], { app, token }: FencingToken): string {
  return writes
    .map(({ path, patch }) => {
      const { resource, name } = target(path);
      const note: JsonPatch = {
        op: 'add',
        path: annotationPointer(annotationOf.watchdog(app)),
        value: String(token),
      };
      return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
    .join('\n');
}

/** @throws Error for a path that is none of a namespaced object. */
function target(path: string): { resource: string; name: string } {
  const place = placeOf(path);
  if (place === undefined) throw new Error(`${path} is no object of a namespace`);
  const { group, plural, name } = place;
  return { resource: group === '' ? plural : `${plural}.${group}`, name };
}

/** What the watchdog may write: names, so that its account can touch nothing else. */
export interface WatchdogGround {
  namespace: string;
  /** Every HTTPRoute that leads to a Service of a rollout; empty without routes. */
  routes: readonly string[];
  /** Services of rollouts, and the temporary ones of their canaries. */
  services: readonly string[];
}

/** The account of the watchdog with the least rights, to be installed once by whoever may. */
export function watchdogRole({ namespace, routes, services }: WatchdogGround): KubeObject[] {
  const metadata = { name: watchdogAccount, namespace };
  // kubectl reads an object before it patches it.
  const rule = (apiGroup: string, resource: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : [
          {
            apiGroups: [apiGroup],
            resources: [resource],
            resourceNames: [...names],
            verbs: ['get', 'patch'],
          },
        ];
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata,
      rules: [
        // The name of the fence ends with a token, and a Role knows no patterns.
        { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
        ...rule('', 'services', services),
        ...rule(resources.httpRoute.group, resources.httpRoute.plural, routes),
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: watchdogAccount },
      subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
    },
  ];
}

/** The image of the watchdog; undefined when there is none, on purpose or for a rolling update. */
export function watchdogImage(strategy: Strategy): string | undefined {
  if (strategy.kind === 'rolling') return undefined;
  const chosen = strategy.watchdog;
  return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}

/** Who has chosen nothing must choose: a default image would be one that we do not know to be there. */
export function watchdogProblem(strategy: Strategy): UserError | undefined {
  if (strategy.kind === 'rolling' || strategy.watchdog !== undefined) return undefined;
  return new UserError(
    `the strategy ${strategy.kind} does not say what takes the traffic back when the run that moves it is lost`,
    'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` if nothing shall',
  );
}

/** Whoever is to wait with traffic on the candidate needs what takes that back when nobody comes. */
export function waitingProblem(strategy: Strategy): UserError | undefined {
  if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined) return undefined;
  const { bake, 'on-inconclusive': way } = strategy;
  if (way !== 'rollback') {
    return new UserError(
      `with \`on-inconclusive: ${way}\` a candidate may wait with its traffic, and nothing would take that back when nobody comes`,
      'name an image in `watchdog`, or write `on-inconclusive: rollback`',
    );
  }
  if (bake.for <= bake.attended) return undefined;
  return new UserError(
    'the bake is longer than a run stays with it (`attended`), and nothing would take the traffic back if it is lost meanwhile',
    'name an image in `watchdog`, or shorten the bake',
  );
}

/** How long a lost run can leave requests with a bad candidate, as the plan says it. */
export function exposureSentence(strategy: Strategy): string {
  if (strategy.kind === 'rolling') {
    return 'a run that is lost leaves the rolling update to the cluster, which finishes it; the next run says what became of it';
  }
  const most =
    strategy.kind === 'blue-green' ? 'all' : `up to ${Math.max(...strategy.steps, strategy.bake.weight)} %`;
  const { watchdogPatience, watchdogInterval, watchdogReaction } = timing;
  const within = seconds(watchdogPatience + watchdogInterval + watchdogReaction);
  return watchdogImage(strategy) === undefined
    ? `without a watchdog a run that is lost leaves ${most} of the requests with the candidate until another run, sweep or rollback, takes over`
    : `a run that is lost leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog takes them back`;
}
