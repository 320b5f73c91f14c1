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
  // One may have been added without being declared.
  const bare = volumes
    .filter(({ covered }) => covered === 'not')
    .map(path)
    .map(
      volume => `nothing covers the volume ${volume}: declare how it is backed up, or that it is not needed`,
    );
  const unread = volumes.filter(({ covered, files }) => covered === 'files' && files === undefined).map(path);
  const absent = (what: string) => `${what} is not in the backup`;
  const sentences = [
    ...Object.entries(databases).flatMap(([name, { to }]) => [
      ...databaseGaps(`the database ${name}`, namedIn(manifest.databases, name), to, 'backup'),
      ...bare,
    ]),
    ...Object.entries(managed).flatMap(([name, { to }]) =>
      databaseGaps(`the managed database ${name}`, namedIn(manifest.managed, name), to, 'dump'),
    ),
    ...absentFrom(manifest.objectStores, buckets).map(name => absent(`the object store ${name}`)),
    ...bare,
    ...kinds.map(kind => absent(`the kind ${kind}`)),
    ...secrets
      .map(name => `${namespace}/${name}`)
      .filter(secret => !manifest.secrets.includes(secret))
      .map(secret => absent(`the Secret ${secret}`)),
    ...missingRedis(manifest, recovery).map(name => absent(`the Redis ${name}`)),
    ...unread.map(volume => `the files of the volume ${volume} are not in the backup`),
  ];
  // A volume that nothing covers is reported once, not once for each database.
  return [...new Set(sentences)];
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
