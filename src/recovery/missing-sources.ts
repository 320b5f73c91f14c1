import type { Recovery } from '../config/recovery.ts';
import { declaredSecrets } from './cluster-objects/cluster-backup.ts';
import type { BackupManifest, Database, Managed } from './manifest.ts';

/** Returns what a set lacks of the declared sources, as sentences; empty when it is complete. Pure. */
export function missingSourcesIn(
  manifest: BackupManifest,
  recovery: Pick<
    Recovery,
    'databases' | 'managed' | 'buckets' | 'redis' | 'objects' | 'secrets' | 'recipients'
  >,
  namespace: string,
): string[] {
  const { databases, managed, buckets, objects } = recovery;
  const { volumes, clusterObjects } = manifest;
  const secrets = recovery.recipients.length === 0 ? [] : (declaredSecrets(recovery) ?? []);
  const kinds = (objects.export ? objects.kinds : []).filter(kind => (clusterObjects[kind] ?? 0) === 0);
  const path = ({ namespace: of, pvc }: BackupManifest['volumes'][number]) => `${of}/${pvc}`;
  const bare = volumes.filter(({ covered }) => covered === 'not').map(path);
  const unread = volumes.filter(({ covered, files }) => covered === 'files' && files === undefined).map(path);
  return [
    ...Object.entries(databases).flatMap(([name, { to }]) =>
      databaseGaps(`the database ${name}`, namedIn(manifest.databases, name), to, 'backup'),
    ),
    ...Object.entries(managed).flatMap(([name, { to }]) =>
      databaseGaps(`the managed database ${name}`, namedIn(manifest.managed, name), to, 'dump'),
    ),
    ...[
      ...absentFrom(manifest.objectStores, buckets).map(name => `the object store ${name}`),
      ...kinds.map(kind => `the kind ${kind}`),
      ...secrets
        .map(name => `${namespace}/${name}`)
        .filter(secret => !manifest.secrets.includes(secret))
        .map(secret => `the secret ${secret}`),
      ...missingRedis(manifest, recovery).map(name => `the Redis ${name}`),
    ].map(what => `${what} is not in the backup`),
    // One may have been added without being declared.
    ...bare.map(
      volume => `nothing covers the volume ${volume}: declare how it is backed up, or that it is not needed`,
    ),
    ...unread.map(volume => `the files of the volume ${volume} are not in the backup`),
  ];
}

function databaseGaps(
  what: string,
  found: Pick<Database | Managed, 'tables' | 'backups'> | undefined,
  to: readonly string[],
  noun: 'backup' | 'dump',
): string[] {
  if (found === undefined) return [`${what} is not in the backup`];
  const kept = new Set(found.backups.map(({ repository }) => repository));
  const gaps = to
    .filter(name => !kept.has(name))
    .map(name => `${what} has no ${noun} in the repository ${name}`);
  return found.tables.length > 0
    ? gaps
    : [...gaps, `the backup lists no table of ${what}, so a restore could not be compared with it`];
}

/** Returns the names of the declared Redis that a set does not have. Pure. */
export const missingRedis = (
  { redis }: BackupManifest,
  { redis: declared }: Pick<Recovery, 'redis'>,
): string[] => absentFrom(redis, declared);

type Named = { readonly name: string };

const namedIn = <Each extends Named>(list: readonly Each[] = [], name: string): Each | undefined =>
  list.find(each => each.name === name);

const absentFrom = (list: readonly Named[] | undefined, declared: object): string[] =>
  Object.keys(declared).filter(name => namedIn(list, name) === undefined);
