import type { Recovery } from '../config/recovery.ts';
import { declaredSecrets } from './cluster-objects/cluster-backup.ts';
import { type BackupManifest, completeness, type RequiredContents } from './manifest.ts';

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
  const secrets = recovery.recipients.length === 0 ? [] : (declaredSecrets(recovery) ?? []);
  const rest: RequiredContents = {
    ...nothing,
    managed: Object.entries(managed).map(([name, { to }]) => ({ name, to })),
    objectStores: Object.keys(buckets),
    kinds: objects.export ? objects.kinds : [],
    secrets: secrets.map(name => `${namespace}/${name}`),
  };
  const lacking = [
    ...Object.entries(databases).flatMap(([name, { to }]) =>
      completeness(manifest, { ...nothing, databases: [{ name, migrations: false }], repositories: to }),
    ),
    ...completeness(manifest, rest),
  ];
  const unread = manifest.volumes.filter(({ covered, files }) => covered === 'files' && files === undefined);
  const sentences = [
    ...lacking.map(({ sentence }) => sentence),
    ...missingRedis(manifest, recovery).map(name => `the Redis ${name} is not in the backup`),
    ...unread.map(({ namespace: of, pvc }) => `the files of the volume ${of}/${pvc} are not in the backup`),
  ];
  // A volume that nothing covers is reported once, not once for each database.
  return [...new Set(sentences)];
}

/** Returns the names of the declared Redis that a set does not have. Pure. */
export const missingRedis = (
  { redis = [] }: BackupManifest,
  { redis: declared }: Pick<Recovery, 'redis'>,
): string[] => Object.keys(declared).filter(name => !redis.some(each => each.name === name));

const nothing: RequiredContents = {
  databases: [],
  repositories: [],
  managed: [],
  markers: false,
  objectStores: [],
  volumes: [],
  kinds: [],
  images: [],
  secrets: [],
};
