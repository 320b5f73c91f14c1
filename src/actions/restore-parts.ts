import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { ResticRepository } from '../recovery/files/restic.ts';
import type { LevelCheck } from '../recovery/levels.ts';
import type { RequestedParts } from '../recovery/parts-input.ts';
import type { CopyPod } from '../recovery/postgres/copy-pod.ts';
import type { PartsTask } from '../recovery/restoring-parts.ts';
import type { SetIn } from '../recovery/sets.ts';
import { UserError } from '../toolkit/errors.ts';
import { pathTo, type Ref, type Workload } from '../workloads/kinds.ts';
import { backupPodFor, inPods, resticOf, withBuckets } from './kept.ts';

/** Restores objects, Secrets, volumes, managed databases and buckets. */

export interface PartsOrder {
  readonly parts: RequestedParts;
  readonly recovery: Recovery;
  readonly at: SetIn;
  readonly identities: readonly string[];
  readonly from: string;
  readonly into: string;
  /** The inputs `repository` and `buckets`, and the path of slipway.yml. */
  readonly repository: string;
  readonly buckets: string;
  readonly config: string;
  readonly env: NodeJS.ProcessEnv;
  readonly app: string;
  readonly run: string;
  /** Whether existing files in PVCs are replaced. Default: they are an error. */
  readonly replace?: boolean;
  /** Whether the restored data are temporary; otherwise the copy of a database is marked as finished. Default: false. */
  readonly temporary?: boolean;
  /** Volume for the copies of managed databases. */
  readonly volume: CopyPod['volume'];
  readonly signal: AbortSignal;
  report(line: string): void;
}

export interface RestoredParts {
  readonly levelChecks: readonly LevelCheck[];
  /** Addresses of the copies of managed databases: `pod.namespace`. */
  readonly addresses: readonly string[];
}

/** Restores the parts of a set: first objects, scaled to zero, because PVCs are among them; then the data that their pods need. */
export async function restoreParts(cluster: Cluster, order: PartsOrder): Promise<RestoredParts> {
  const { parts, recovery, at } = order;
  const restoring = await import('../recovery/restoring-parts.ts');
  const { partsInSet, parseTargets } = await import('../recovery/parts-input.ts');
  const { requireBackups } = await import('../recovery/chosen-backup.ts');
  const { withFilesNote } = await import('../recovery/files-note.ts');
  const { objects, secrets, managed, volumes, buckets, redis } = partsInSet(parts, at.set.manifest);
  const targets = parseTargets(order.buckets, buckets);
  const task: PartsTask = { ...order, cluster, repository: order.repository || undefined };
  const repositories =
    managed.length + volumes.length + buckets.length === 0 ? new Map() : await resticFor(order);
  // Before the first write, because another run would find what this one has written.
  requireDeclared(recovery, { managed, volumes, buckets, redis });
  requireBackups(task, { managed, volumes, buckets }, repositories);
  const levelChecks: LevelCheck[] = [];
  if (objects) levelChecks.push(...(await restoring.restoreObjects(task)));
  if (secrets) levelChecks.push(...(await restoring.restoreSecrets(task)));
  const reached = inPods(repositories, recovery);
  for (const pvc of volumes) {
    await copyCa(cluster, order);
    const place = { namespace: order.into, pvc, writes: true, signal: order.signal, sleep };
    const raise = () => backupPodFor(cluster, recovery, place);
    const volume = { ...task, pvc, repositories: reached, raise };
    levelChecks.push(
      // A drill proves the files each time.
      ...(await (order.temporary
        ? restoring.restoreVolume(volume)
        : withFilesNote({ ...task, pvc, set: at.set.id, back: `back ${at.set.id}` }, (replace, begins) =>
            restoring.restoreVolume({ ...volume, replace, begins }),
          ))),
    );
  }
  const addresses: string[] = [];
  for (const name of managed) {
    levelChecks.push(...(await restoreManagedPart(cluster, order, name, reached)));
    addresses.push(`${copyName(name)}.${order.into}`);
  }
  const wanted = Object.fromEntries(
    Object.entries(recovery.buckets).filter(([name]) => buckets.includes(name)),
  );
  await withBuckets({ ...order, recovery: { buckets: wanted }, repositories, targets }, async opened => {
    for (const kept of opened) {
      await mkdir(kept.folder, { recursive: true });
      levelChecks.push(...(await restoring.restoreBucketOf({ ...task, kept, target: kept.bucket })));
    }
  });
  for (const name of redis) levelChecks.push(...(await restoreRedisPart(cluster, order, name)));
  return { levelChecks, addresses };
}

/** Checks that slipway.yml declares what is restored: the set contains the data only. @throws {UserError} for the first that it does not. */
export function requireDeclared(
  { managed, buckets, redis, 'backup-pod': backupPod }: Recovery,
  wanted: Readonly<Record<'managed' | 'volumes' | 'buckets' | 'redis', readonly string[]>>,
): void {
  const require = (kind: string, names: readonly string[], declared: object, lacks: string) => {
    const absent = names.find(name => !Object.hasOwn(declared, name));
    if (absent === undefined) return;
    throw new UserError(
      `\`recovery\` declares no ${kind} ${absent}`,
      `declare it as when the set was made, because the set does not contain ${lacks}`,
    );
  };
  require('managed database', wanted.managed, managed, 'its user');
  require('bucket', wanted.buckets, buckets, 'its credentials');
  require('Redis', wanted.redis, redis, 'its image');
  if (backupPod === undefined && wanted.managed.length + wanted.volumes.length > 0)
    throw new UserError(
      '`recovery` declares no `backup-pod`, which restores files and managed databases',
      'declare it as when the set was made',
    );
}

const copyName = (managed: string) => `${managed}-managed`;

async function restoreManagedPart(
  cluster: Cluster,
  order: PartsOrder,
  name: string,
  repositories: ReadonlyMap<string, ResticRepository>,
): Promise<LevelCheck[]> {
  const { recovery, from, into, app, run, volume, signal, report } = order;
  const { 'backup-pod': backupPod } = recovery;
  const declared = recovery.managed[name];
  if (declared === undefined || backupPod === undefined) throw new Error(`${name} is not declared`);
  const { createCopy } = await import('../recovery/copy.ts');
  const { resticHost } = await import('../recovery/files/backup-pods.ts');
  const { restoreManaged } = await import('../recovery/managed/restoring.ts');
  const { managedIn } = await import('../recovery/chosen-backup.ts');
  const copies = await import('../recovery/managed/copy.ts');
  const place = managedIn({ ...order, repository: order.repository || undefined }, name, repositories);
  const copy = await createCopy(cluster, {
    app,
    run,
    volume,
    signal,
    sleep,
    report,
    from,
    namespace: into,
    patience: 300_000,
    name: copyName(name),
    hostname: await resticHost(cluster, { namespace: into, name: copyName(name) }),
    template: copies.managedTemplate(declared, backupPod),
    configuration: copies.managedConfiguration(declared, backupPod),
  });
  const { database, user } = declared;
  const levelChecks = await restoreManaged({ ...place, database, user, copy, signal, sleep, report });
  if (!order.temporary) await copy.finish();
  return levelChecks;
}

async function restoreRedisPart(cluster: Cluster, order: PartsOrder, name: string): Promise<LevelCheck[]> {
  const { at, identities, into, signal, report, replace = false, temporary = false } = order;
  const declared = order.recovery.redis[name];
  if (declared === undefined) throw new Error(`${name} is not declared`);
  const { restoreRedis } = await import('../recovery/redis/restoring.ts');
  const place = { namespace: order.from, ref: declared.workload, identities };
  const workload = await workloadOf(cluster, place, at);
  const { container } = declared;
  return restoreRedis({
    cluster,
    at,
    identities,
    into,
    name,
    workload,
    container,
    replace,
    temporary,
    signal,
    sleep,
    report,
  });
}

/**
 * Returns the live workload of a database, or that of the set if it is lost.
 * @throws UserError when neither exists, or that of the set is encrypted and there is no key.
 */
export async function workloadOf(
  cluster: Pick<Cluster, 'get'>,
  { namespace, ref, identities }: { namespace: string; ref: Ref; identities: readonly string[] },
  at: SetIn | undefined,
): Promise<Workload> {
  const live = await cluster.get<Workload>(pathTo(namespace, ref));
  if (live !== undefined) return live;
  const { exportIn, fileNames, holds } = await import('../recovery/attachments.ts');
  const exported = at !== undefined && holds(at.set.manifest, fileNames.objects);
  const objects = exported ? await exportIn(at, identities) : [];
  const kept = objects.find(({ kind, metadata }) => kind === ref.kind && metadata.name === ref.name);
  if (kept !== undefined) return kept as unknown as Workload;
  throw new UserError(
    `there is no ${ref.kind}/${ref.name} in ${namespace}, nor in a backup set`,
    'correct its `workload` in slipway.yml, or choose a set that contains it',
  );
}

/** Returns the restic repositories. @throws UserError when credentials are not set, or a passphrase is neither set nor decrypted by the key. */
export async function resticFor({
  recovery,
  env,
  identities,
  at,
}: Pick<PartsOrder, 'recovery' | 'env' | 'identities' | 'at'>): Promise<Map<string, ResticRepository>> {
  const { passphraseIn } = await import('../recovery/attachments.ts');
  if (identities.length === 0) return resticOf(recovery, env);
  const found = new Map<string, string>();
  for (const [name, { restic }] of Object.entries(recovery.repositories))
    if (restic !== undefined && !env[`${restic['credentials-prefix']}_PASSPHRASE`])
      found.set(name, await passphraseIn(at, name, identities));
  return resticOf(recovery, env, found);
}

/** Copies the CA certificate of the store to the namespace of the backup pod. */
async function copyCa(cluster: Cluster, { recovery, from, into, app }: PartsOrder): Promise<void> {
  const name = recovery['backup-pod']?.['ca-configmap'];
  if (name === undefined) return;
  const { copyConfiguration } = await import('../recovery/copy.ts');
  const place = { from, namespace: into, app, name: 'files' };
  await copyConfiguration(cluster, { kind: 'ConfigMap', name }, place);
}
