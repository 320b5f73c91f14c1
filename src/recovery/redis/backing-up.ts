import type { Cluster } from '../../cluster/port.ts';
import type { Recovery } from '../../config/recovery.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { pathTo, titleOf, type Workload } from '../../workloads/kinds.ts';
import { isLiving, isReady } from '../../workloads/pods.ts';
import { fileNames } from '../attachments.ts';
import { podExec } from '../exec.ts';
import { megabytes } from '../files/backing-up.ts';
import type { BackupRun } from '../files/backup-sources.ts';
import type { BackupManifest } from '../manifest.ts';
import { encryptAge } from '../sealing.ts';
import { problemOf } from '../volumes.ts';
import { listPods } from '../workload-pods.ts';
import { askRedis, type RedisAccess, redisCommand, redisInventory, stableKeys } from './inventory.ts';
import { packedRedis, type RedisSnapshot } from './snapshot-file.ts';

/** Backs up the data of Redis: an RDB file and its list of keys, encrypted, as a file of the set. Sessions are secrets. */

type ManifestRedis = NonNullable<BackupManifest['redis']>[number];

export interface RedisBackup {
  readonly made: readonly ManifestRedis[];
  /** Files of the set, by name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly problems: readonly string[];
}

/** Backs up each Redis. A failure does not stop the others: it becomes one problem of the set. */
export async function backUpRedis(
  run: BackupRun,
  { redis, recipients }: Pick<Recovery, 'redis' | 'recipients'>,
  accessTo: (name: string, declared: Recovery['redis'][string]) => Promise<RedisAccess>,
): Promise<RedisBackup> {
  const made: ManifestRedis[] = [];
  const files: Record<string, Uint8Array> = {};
  const problems: string[] = [];
  for (const [name, declared] of Object.entries(redis)) {
    const problem = await problemOf(run, async () => {
      const { rdb, ...keys } = await redisSnapshot(await accessTo(name, declared));
      files[fileNames.redis(name)] = await encryptAge(packedRedis({ rdb, ...keys }), recipients);
      made.push({ name, keys: keys.kept.size, unsettled: keys.unsettled.size, bytes: rdb.length });
      run.report(`redis ${name}: ${counted(keys.kept.size, 'key')} in ${megabytes(rdb.length)}`);
    });
    if (problem !== undefined) problems.push(`redis ${name}: ${problem}`);
  }
  return { made, files, problems };
}

/** Returns the access to a ready pod of a Redis: the master if there is one. @throws {UserError} when no pod has current data. */
export async function redisAccess(
  cluster: Cluster,
  namespace: string,
  name: string,
  { workload: ref, container, password }: Recovery['redis'][string],
  signal: AbortSignal,
): Promise<RedisAccess> {
  const workload = await cluster.get<Workload>(pathTo(namespace, ref));
  const pods = await listPods(cluster, namespace, workload);
  const ready = pods
    .filter(each => isLiving(each) && isReady(each))
    .flatMap(({ metadata }) => metadata?.name ?? []);
  if (ready.length === 0)
    throw new UserError(
      `${titleOf(ref)} has no ready pod in ${namespace}`,
      `correct \`redis.${name}.workload\`, or wait until it is ready`,
    );
  return currentOf(
    ready.map(pod => ({
      name: pod,
      exec: podExec({ namespace, pod, container }, cluster.reach),
      password,
      signal,
    })),
  );
}

/**
 * Returns the master, or else a replica that is connected to one.
 * @throws {UserError} when there is neither: the data of a disconnected replica is old.
 */
export async function currentOf(servers: readonly RedisAccess[]): Promise<RedisAccess> {
  let replica: RedisAccess | undefined;
  let failure: unknown;
  for (const each of servers)
    try {
      const said = await askRedis(each, ['INFO', 'replication']);
      if (/^role:master\b/m.test(said)) return each;
      if (/^master_link_status:up\b/m.test(said)) replica ??= each;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failure = error;
    }
  if (replica !== undefined) return replica;
  throw (
    failure ??
    new UserError(
      `${servers.map(each => each.name).join(' and ')} may hold old data: a replica without a connection to its master gets no new writes`,
      'check why replication has stopped, or back up the workload of the master',
    )
  );
}

/** Largest memory of a Redis whose backup is a file of the set; bytes. */
const most = 128 * 2 ** 20;

/**
 * Takes an RDB file, and the list of the keys that did not change meanwhile.
 * @throws {UserError} when it is too large, or the file is not complete.
 */
export async function redisSnapshot(access: RedisAccess): Promise<RedisSnapshot> {
  const used = Number(/^used_memory_dataset:(\d+)/m.exec(await askRedis(access, ['INFO', 'memory']))?.[1]);
  if (!(used <= most))
    throw new UserError(
      `${access.name} uses ${megabytes(used)} for data, and at most ${megabytes(most)} fits into a set`,
      'keep it on a volume, and back that up instead',
    );
  const before = await redisInventory(access);
  const command = redisCommand(access, ['--rdb', '-']);
  // In text, because the connection carries lines.
  const { stdout, stderr } = await access.exec(['sh', '-c', '"$@" | base64', 'sh', ...command], {
    signal: access.signal,
  });
  const rdb = wholeRdb(Buffer.from(stdout, 'base64'));
  if (rdb === undefined)
    throw new UserError(
      `${access.name} sent no complete RDB file: ${stderr.trim().split('\n').at(-1)?.slice(0, 200)}`,
      'check that its image has sh and base64, and that its user may run SYNC',
    );
  const after = await redisInventory(access);
  const kept = stableKeys(before, after);
  const unsettled = new Set([...before.keys(), ...after.keys()].filter(key => !kept.has(key)));
  return { rdb, kept, unsettled };
}

/** The mark that redis-cli leaves after a file whose length the server did not know. */
const markLength = 40;

/** Returns the RDB file without the mark behind it; undefined if its end is missing. Pure. */
export function wholeRdb(content: Uint8Array): Uint8Array | undefined {
  if (Buffer.from(content.subarray(0, 5)).toString('latin1') !== 'REDIS') return undefined;
  // It ends with the opcode 255 and a checksum, which the restored server verifies.
  const isEnd = (length: number) => length > 17 && content[length - 9] === 255;
  const unmarked = content.length - markLength;
  const tail = Buffer.from(content.subarray(Math.max(0, unmarked))).toString('latin1');
  if (/^[0-9a-f]{40}$/.test(tail) && isEnd(unmarked)) return content.subarray(0, unmarked);
  return isEnd(content.length) ? content : undefined;
}
