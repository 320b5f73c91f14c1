import type { z } from 'zod';
import type { manifestSchema } from './manifest-schema.ts';

/** The contents of a backup, as it lists them; see manifest-schema.ts. */
export type BackupManifest = z.infer<typeof manifestSchema>;
export type Database = BackupManifest['databases'][number];
export type Table = Database['tables'][number];
/** A database outside of the cluster. */
export type Managed = NonNullable<BackupManifest['managed']>[number];

/** What the configuration requires a backup to contain. */
export interface RequiredContents {
  readonly databases: readonly { readonly name: string; readonly migrations: boolean }[];
  /** Where each database must have a backup. */
  readonly repositories: readonly string[];
  /** Databases outside of the cluster, and where each must have a dump. */
  readonly managed: readonly { readonly name: string; readonly to: readonly string[] }[];
  /** Whether a marker writer runs. */
  readonly markers: boolean;
  readonly objectStores: readonly string[];
  readonly volumes: readonly { readonly namespace: string; readonly pvc: string }[];
  /** Kinds of which at least one object must exist. */
  readonly kinds: readonly string[];
  /** With their digests. */
  readonly images: readonly string[];
  readonly secrets: readonly string[];
}

interface Missing {
  readonly kind:
    | 'database'
    | 'tables'
    | 'repository'
    | 'migration'
    | 'marker'
    | 'object-store'
    | 'volume'
    | 'cluster-objects'
    | 'image'
    | 'secret';
  readonly name: string;
  readonly sentence: string;
}

/** Returns what a backup lacks of the declared sources; empty when it is complete. Pure. */
export function completeness(manifest: BackupManifest, declared: RequiredContents): Missing[] {
  const stores = new Set(manifest.objectStores.map(({ name }) => name));
  const noSource = (kind: Missing['kind'], what: string, name: string): Missing => ({
    kind,
    name,
    sentence: `${what} ${name} is not in the backup`,
  });
  return [
    ...declared.databases.flatMap(each => databaseGaps(manifest, each, declared)),
    ...declared.managed.flatMap(each => managedGaps(manifest, each)),
    ...without(declared.objectStores, stores).map(name => noSource('object-store', 'the object store', name)),
    ...volumeGaps(manifest, declared),
    ...declared.kinds
      .filter(kind => (manifest.clusterObjects[kind] ?? 0) === 0)
      .map(kind => noSource('cluster-objects', 'the kind', kind)),
    ...without(declared.images, new Set(manifest.images)).map(name => noSource('image', 'the image', name)),
    ...without(declared.secrets, new Set(manifest.secrets)).map(name =>
      noSource('secret', 'the secret', name),
    ),
  ];
}

function databaseGaps(
  { databases }: BackupManifest,
  { name, migrations }: RequiredContents['databases'][number],
  { repositories, markers }: RequiredContents,
): Missing[] {
  const found = databases.find(each => each.name === name);
  if (found === undefined)
    return [{ kind: 'database', name, sentence: `the database ${name} is not in the backup` }];
  const backedUp = new Set(found.backups.map(({ repository }) => repository));
  const missing: Missing[] = without(repositories, backedUp).map(repository => ({
    kind: 'repository',
    name: `${name} in ${repository}`,
    sentence: `the database ${name} has no backup in the repository ${repository}`,
  }));
  if (found.tables.length === 0)
    missing.push({
      kind: 'tables',
      name,
      sentence: `the backup lists no table of the database ${name}, so a restore could not be compared with it`,
    });
  if (migrations && found.migration === undefined)
    missing.push({
      kind: 'migration',
      name,
      sentence: `the backup does not record the schema version of the database ${name}`,
    });
  if (markers && found.newestMarker === undefined)
    missing.push({ kind: 'marker', name, sentence: `the backup records no marker of the database ${name}` });
  return missing;
}

function managedGaps(
  { managed = [] }: BackupManifest,
  { name, to }: RequiredContents['managed'][number],
): Missing[] {
  const found = managed.find(each => each.name === name);
  if (found === undefined)
    return [{ kind: 'database', name, sentence: `the managed database ${name} is not in the backup` }];
  const dumped = new Set(found.backups.map(({ repository }) => repository));
  const missing: Missing[] = without(to, dumped).map(repository => ({
    kind: 'repository',
    name: `${name} in ${repository}`,
    sentence: `the managed database ${name} has no dump in the repository ${repository}`,
  }));
  if (found.tables.length === 0)
    missing.push({
      kind: 'tables',
      name,
      sentence: `the backup lists no table of the managed database ${name}, so a restore could not be compared with it`,
    });
  return missing;
}

/** Uncovered volumes of the manifest count too: one may have been added without being declared. */
function volumeGaps({ volumes }: BackupManifest, declared: RequiredContents): Missing[] {
  const path = ({ namespace, pvc }: { readonly namespace: string; readonly pvc: string }) =>
    `${namespace}/${pvc}`;
  const covered = new Set(volumes.filter(each => each.covered !== 'not').map(path));
  const all = new Set([...declared.volumes, ...volumes].map(path));
  return without([...all], covered).map(name => ({
    kind: 'volume',
    name,
    sentence: `nothing covers the volume ${name}: declare how it is backed up, or that it is not needed`,
  }));
}

const without = (names: readonly string[], there: ReadonlySet<string>) =>
  names.filter(each => !there.has(each));
