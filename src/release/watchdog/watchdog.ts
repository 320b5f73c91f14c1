import type { Job, KubeObject, OwnerReference } from '../../cluster/objects.ts';
import type { JsonPatch } from '../../cluster/port.ts';
import { pathOf, placeOf, resources } from '../../cluster/resources.ts';
import type { Strategy } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { timing } from '../../toolkit/timing.ts';
import {
  annotationOf,
  annotationPointer,
  type FencedPatch,
  type FencingToken,
  pointer,
} from '../../traffic/fencing-token.ts';
import { labels } from '../../workloads/naming.ts';
import { script } from './script.ts';

/**
 * The watchdog: a Job in the cluster that restores traffic to stable when the run of a rollout is lost. It watches a counter that the
 * living run increments. When the counter has not changed for a while by the Job's own clock, it sends writes that were prepared for
 * it.
 */

const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000);

export const watchdogAccount = 'slipway-watchdog';
export const watchdogName = ({ app, token }: FencingToken) => `slipway-${app}-watchdog-${token}`;

/** The heartbeat in the data of the fence ConfigMap: the run writes it, and the watchdog reads it. */
interface Heartbeat {
  /** Incremented by the living run, at least every `timing.heartbeat`. */
  beat: number;
  /** Seconds allowed without a beat: more while a rollout is paused. */
  timeout?: number;
}

/** Returns the data of the fence ConfigMap for a heartbeat. */
export function heartbeatData({
  beat,
  timeout = seconds(timing.watchdogTimeout),
}: Heartbeat): Record<string, string> {
  return { beat: String(beat), timeout: String(timeout) };
}

/** Returns the patch of one beat for the fence ConfigMap with this uid; `over` ends the watchdog. */
export function heartbeatPatch(uid: string, heartbeat: Heartbeat | 'over'): JsonPatch[] {
  const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
  return [
    { op: 'test', path: pointer('metadata', 'uid'), value: uid },
    ...Object.entries(data).map(
      ([key, value]): JsonPatch => ({ op: 'add', path: pointer('data', key), value }),
    ),
  ];
}

export interface WatchdogOptions {
  writer: FencingToken;
  namespace: string;
  /** An image with a shell, and kubectl or curl. */
  image: string;
  /** The fence ConfigMap: it has the heartbeat, and its deletion deletes the Job. */
  owner: OwnerReference;
  /** Milliseconds until the deadline of the Job: the rest of the rollout's deadline, and the time for its rollback. */
  lifetime: number;
  /** Writes that restore the traffic: `restore` of the router, built while the canary is in the routes. */
  writes: readonly FencedPatch[];
  /** Writes with the same effect, for a route that was changed so that its write is refused: `fallback`. */
  fallback: readonly FencedPatch[];
}

/**
 * Builds the watchdog's Job. It first sends its writes as a dry run, and its pod is ready only after they were accepted: wait for
 * that (`isWatching`) before the canary gets traffic.
 */
export function watchdogJob(options: WatchdogOptions): Job {
  const { writer, namespace, image, owner, lifetime, writes, fallback } = options;
  const own = {
    [labels.app]: writer.app,
    [labels.kind]: 'watchdog',
  };
  const environment = {
    HEART: pathOf(resources.configMap, namespace, owner.name),
    NAMESPACE: namespace,
    INTERVAL: String(seconds(timing.watchdogInterval)),
    GRACE: String(seconds(timing.watchdogGrace)),
    WRITES: lines(writes, writer),
    FALLBACK: lines(fallback, writer),
    ARMED: '/tmp/armed',
    // kubectl caches API discovery there during the dry run.
    HOME: '/tmp',
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: watchdogName(writer), namespace, labels: own, ownerReferences: [owner] },
    spec: {
      activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
      ttlSecondsAfterFinished: 3600,
      // A drained node or a killed container must not end the Job.
      backoffLimit: 100,
      template: {
        metadata: { labels: own },
        spec: {
          serviceAccountName: watchdogAccount,
          restartPolicy: 'OnFailure',
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 5,
          // By default, the pod would stay on a dead node for five minutes.
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

/** Whether the watchdog's dry run has passed and it watches. */
export function isWatching(job: Job): boolean {
  return (job.status?.ready ?? 0) > 0;
}

/** Escapes a text, because Kubernetes replaces `$(NAME)` in commands and values, and `$$` by `$`. */
const literal = (text: string) => text.replaceAll('$', () => '$$');

/** Returns a line for each write: API path, resource and name for kubectl, and the patch, which also annotates the sender's token. */
function lines(writes: readonly FencedPatch[], { app, token }: FencingToken): string {
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

/** @throws Error for a path that is not that of a namespaced object. */
function target(path: string): { resource: string; name: string } {
  const place = placeOf(path);
  if (place === undefined) throw new Error(`${path} is not the path of a namespaced object`);
  const { group, plural, name } = place;
  return { resource: group === '' ? plural : `${plural}.${group}`, name };
}

/** The objects that the watchdog may write, by name, so that its account can write no others. */
interface WatchdogScope {
  app: string;
  namespace: string;
  /** Every HTTPRoute that leads to a Service of a rollout; empty without routes. */
  routes: readonly string[];
  /** Services of rollouts, and the temporary ones of their canaries. */
  services: readonly string[];
}

/**
 * Returns the watchdog's ServiceAccount, Role and RoleBinding with the least permissions; an administrator installs them once. The
 * applications of a namespace share the account, and each has its own Role, because the permissions of several Roles add up.
 */
export function watchdogRole({ app, namespace, routes, services }: WatchdogScope): KubeObject[] {
  const metadata = { name: `${watchdogAccount}:${app}`, namespace };
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
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: watchdogAccount, namespace } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata,
      rules: [
        // The name of the fence ends with a token, and a Role cannot match patterns.
        { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
        ...rule('', 'services', services),
        ...rule(resources.httpRoute.group, resources.httpRoute.plural, routes),
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
      subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
    },
  ];
}

/** Returns the image of the watchdog; undefined when it is off, not chosen, or the strategy is rolling. */
export function watchdogImage(strategy: Strategy): string | undefined {
  if (strategy.kind === 'rolling') return undefined;
  const chosen = strategy.watchdog;
  return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}

/** Requires a choice: there is no default, because the cluster might be unable to pull its image. */
export function watchdogProblem(strategy: Strategy): UserError | undefined {
  if (strategy.kind === 'rolling' || strategy.watchdog !== undefined) return undefined;
  return new UserError(
    `the ${strategy.kind} strategy does not set \`watchdog\`, which restores the traffic when a run is lost`,
    'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` to do without',
  );
}

/** Requires a watchdog where a rollout may pause with traffic on the candidate: it restores the traffic if no run resumes it. */
export function waitingProblem(strategy: Strategy): UserError | undefined {
  if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined) return undefined;
  const { steps, bake, 'on-inconclusive': way } = strategy;
  if (way !== 'rollback') {
    return new UserError(
      `\`on-inconclusive: ${way}\` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it`,
      'set an image in `watchdog`, or use `on-inconclusive: rollback`',
    );
  }
  if (bake.approve || steps.some(({ approve }) => approve === true)) {
    return new UserError(
      '`approve` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it',
      'set an image in `watchdog`, or remove `approve`',
    );
  }
  const [long] = steps.filter(({ pause = 0 }) => pause > bake['hand-over-after']);
  if (long !== undefined) {
    return new UserError(
      `the pause at ${long.weight} % is longer than \`hand-over-after\`, so the run ends before the pause does. Without a watchdog, nothing restores the traffic if no run resumes the rollout`,
      'set an image in `watchdog`, or shorten the pause',
    );
  }
  if (bake.for <= bake['hand-over-after']) return undefined;
  return new UserError(
    'the bake is longer than `hand-over-after`, so the run ends before the bake does. Without a watchdog, nothing restores the traffic if no run resumes the rollout',
    'set an image in `watchdog`, or shorten the bake',
  );
}

/** Says for the plan how long a lost run can leave requests with a bad candidate. */
export function exposureSentence(strategy: Strategy): string {
  if (strategy.kind === 'rolling') {
    return 'if the run is lost, the cluster finishes the rolling update, and the next run reports its outcome';
  }
  const most =
    strategy.kind === 'blue-green'
      ? 'all'
      : `up to ${Math.max(...strategy.steps.map(({ weight }) => weight), strategy.bake.weight)} %`;
  const { watchdogTimeout, watchdogInterval, watchdogReaction } = timing;
  const within = seconds(watchdogTimeout + watchdogInterval + watchdogReaction);
  return watchdogImage(strategy) === undefined
    ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until \`sweep\`, a rollback or the next release takes over`
    : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}
