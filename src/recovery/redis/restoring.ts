import type { Pod, PodSpec } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { defined } from '../../toolkit/map.ts';
import { templateOf, type Workload } from '../../workloads/kinds.ts';
import { fileNames } from '../attachments.ts';
import { type Exec, podExec } from '../exec.ts';
import { type LevelCheck, levelCheckOf } from '../levels.ts';
import { removePod } from '../pod-removal.ts';
import { waitUntilRunning } from '../pod-start.ts';
import { decryptAge } from '../sealing.ts';
import { readFileOf, type SetIn } from '../sets.ts';
import { askRedis, lastingKeys, type RedisAccess, redisDifferences, redisInventory } from './inventory.ts';
import { type RedisSnapshot, unpackedRedis } from './snapshot-file.ts';

/** Restores the data of a Redis into a pod of its own, and compares every key, value and expiry with the list in the set. */

export interface RedisRestore {
  readonly cluster: Cluster;
  readonly at: SetIn;
  readonly identities: readonly string[];
  readonly into: string;
  /** Its name in slipway.yml. */
  readonly name: string;
  /** Its workload, whose image the pod runs. */
  readonly workload: Workload;
  readonly container: string | undefined;
  /** Whether a pod that an earlier run left is replaced. */
  readonly replace: boolean;
  /** Whether the copy is removed afterwards; otherwise it is reported how to use one whose keys agree. */
  readonly temporary: boolean;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

/** Restores it; the pod remains, without a password. @throws {UserError} when no key opens the backup, or the pod does not start. */
export async function restoreRedis(task: RedisRestore): Promise<LevelCheck[]> {
  const { cluster, into, name, signal, report } = task;
  const file = await readFileOf(task.at, fileNames.redis(name));
  const { rdb, kept, unsettled } = unpackedRedis(await decryptAge(file, task.identities));
  const pod = redisPod(task);
  const path = pathOf(resources.pod, into);
  const podName = pod.metadata?.name ?? '';
  const waiting = { ...task, patience: 300_000 };
  const there = await cluster.get<Pod>(`${path}/${podName}`);
  const isCopy = there?.metadata?.labels?.[copyLabel] === podName;
  if (task.replace && isCopy) await removePod(cluster, `${path}/${podName}`, there?.metadata?.uid, waiting);
  else if (there !== undefined)
    throw new UserError(
      `the pod ${podName} already exists in ${into}`,
      'remove it to restore it again, or leave it out of `include`',
    );
  await cluster.create<Pod>(path, pod);
  await waitUntilRunning(cluster, `${path}/${podName}`, { ...waiting, name: podName });
  const access = { name: podName, exec: podExec({ namespace: into, pod: podName }, cluster.reach), signal };
  report(`redis ${name}: loading ${counted(kept.size, 'key')} into ${podName}`);
  await loadRdb(access.exec, rdb, signal);
  const levelChecks = await compareRedis(access, name, { kept, unsettled }, task);
  if (!task.temporary && levelChecks.every(({ state }) => state !== 'failed')) report(useOfRedis(task));
  return levelChecks;
}

/** The folder of the copy, in memory of the node or on its disk as long as the pod lives. */
const folder = '/slipway-redis';

/** Says how to get at the data of the copy, which listens only for itself. Pure. */
export const useOfRedis = ({ name, into }: Pick<RedisRestore, 'name' | 'into'>): string =>
  `redis ${name}: to load the restored keys into your Redis, write their file with \`kubectl -n ${into} exec ${copyOf(name)} -- base64 ${folder}/dump.rdb | base64 -d > dump.rdb\`, and follow docs/recovery.md#use-a-restored-redis`;

/** Marks the pod of a copy with its name. */
const copyLabel = 'slipway.dev/copy';

const copyOf = (name: string) => `${name}-redis-copy`;

/** Returns the pod, which starts the server when the file is there. Pure. @throws {UserError} without an image. */
export function redisPod({
  name,
  into,
  workload,
  container,
}: Pick<RedisRestore, 'name' | 'into' | 'workload' | 'container'>): Pod {
  const template: PodSpec | undefined = templateOf(workload)?.spec;
  const containers = template?.containers ?? [];
  const source = container === undefined ? containers[0] : containers.find(each => each.name === container);
  if (source?.image === undefined)
    throw new UserError(
      `the workload of the Redis ${name} has no such container`,
      `correct \`redis.${name}.container\``,
    );
  const { securityContext, imagePullSecrets, tolerations } = template ?? {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: copyOf(name),
      namespace: into,
      labels: { [copyLabel]: copyOf(name) },
    },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      ...defined({ securityContext, imagePullSecrets, tolerations }),
      containers: [
        {
          name: 'redis',
          image: source.image,
          command: [
            'sh',
            '-c',
            `until [ -e ${folder}/ready ]; do sleep 0.2; done; exec ${redisServer(folder).join(' ')}`,
          ],
          volumeMounts: [{ name: 'data', mountPath: folder }],
          resources: { requests: { cpu: '10m', memory: '64Mi' } },
          securityContext: {
            ...source.securityContext,
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
      volumes: [{ name: 'data', emptyDir: {} }],
    },
  };
}

/** Returns the command of a server that loads `dump.rdb` in a folder. Not reachable from other pods, because it has no password. Pure. */
export const redisServer = (dir: string): string[] => [
  ...['redis-server', '--dir', dir, '--dbfilename', 'dump.rdb', '--appendonly', 'no'],
  ...['--bind', '127.0.0.1', '--protected-mode', 'yes', '--daemonize', 'no'],
];

async function loadRdb(exec: Exec, rdb: Uint8Array, signal: AbortSignal): Promise<void> {
  const command = `base64 -d > ${folder}/dump.rdb && touch ${folder}/ready`;
  const input = Buffer.from(rdb).toString('base64').replace(/.{76}/g, '$&\n');
  const { code, stderr } = await exec(['sh', '-c', command], { input: `${input}\n`, signal });
  if (code !== 0)
    throw new UserError(
      `the RDB file cannot be written: ${stderr.trim().slice(0, 200)}`,
      'check that the Redis image has sh and base64, and that its user may write to its data folder',
    );
}

/** How long the server may take to load the file; ms. */
const patience = 120_000;

/** Compares a restored Redis with the list. @throws {UserError} when it does not answer in time. */
export async function compareRedis(
  access: RedisAccess,
  name: string,
  { kept, unsettled }: Pick<RedisSnapshot, 'kept' | 'unsettled'>,
  { sleep }: Pick<RedisRestore, 'sleep'>,
): Promise<LevelCheck[]> {
  const end = performance.now() + patience;
  for (;;)
    try {
      await askRedis(access, ['PING']);
      break;
    } catch (error) {
      if (!(error instanceof UserError) || performance.now() >= end) throw error;
      access.signal.throwIfAborted();
      await sleep(500);
    }
  const now = Date.now();
  const restored = await redisInventory(access);
  const compared = lastingKeys(kept, now).size;
  const over = kept.size - compared;
  const expired = over === 0 ? '' : `; ${counted(over, 'key')} expired since then`;
  const same = `${counted(compared, 'key')} of the backup compared, values by digest and expiry within 1s${expired}`;
  const judged = levelCheckOf(
    'L3',
    `keys of redis ${name}`,
    redisDifferences(kept, unsettled, restored, now),
    same,
  );
  return [
    {
      level: 'L2',
      what: `redis ${name}`,
      state: 'passed',
      sentence: `${counted(restored.size, 'key')} restored`,
    },
    compared > 0 || judged.state === 'failed' ? judged : uncompared(judged, over, unsettled.size),
  ];
}

/** Returns the check of a copy that agrees, and of which no key was compared. Pure. */
function uncompared(judged: LevelCheck, expired: number, unsettled: number): LevelCheck {
  const skipped = { ...judged, state: 'skipped' } as const;
  if (unsettled > 0)
    return {
      ...skipped,
      sentence: `nothing was compared: every key that has not expired changed during the backup (${unsettled}); back up while less is written`,
    };
  // That they are gone is right, and no later drill could compare them.
  return expired === 0
    ? judged
    : {
        ...skipped,
        sentence: `nothing was compared: all keys of the backup have expired since then (${expired})`,
        demanded: false,
      };
}
