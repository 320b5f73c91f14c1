import type { Recovery } from '../config/recovery.ts';
import type { Rung } from './ladder.ts';
import { completeness, type Database, type Manifest, type Missing } from './manifest.ts';
import { backUpDatabase, type DatabaseBackup } from './postgres/database-backup.ts';
import { type Owner, setId, writeSet } from './sets.ts';
import type { Store } from './store.ts';

/**
 * Makes a backup set: everything that slipway.yml declares is backed up, counted and proved, and then its manifest is written. A set
 * that lacks something gets none, and nothing is ever restored from it.
 */

/** A repository that keeps manifests, and for how long what is written there is locked; ms. */
export interface OpenStore {
  readonly name: string;
  readonly store: Store;
  readonly locked: number | undefined;
}

export interface BackupTask
  extends Pick<DatabaseBackup, 'type' | 'annotations' | 'signal' | 'now' | 'sleep' | 'report'> {
  readonly owner: Owner;
  readonly recovery: Recovery;
  readonly by: Manifest['by'];
  readonly stores: readonly OpenStore[];
  /** The pods of a database, by its name in slipway.yml. */
  podsOf(name: string): Promise<Pick<DatabaseBackup, 'pods' | 'leftPaused' | 'note'>>;
  /** The signature of the manifest of a set as a bundle; undefined when nothing is signed. */
  sign(id: string, content: Uint8Array): Promise<string | undefined>;
  /** @throws when another run has taken over. */
  assertHeld(): Promise<void>;
}

export interface MadeSet {
  readonly id: string;
  readonly manifest: Manifest;
  /** Of each database, a sentence for each repository. */
  readonly backups: Readonly<Record<string, readonly string[]>>;
  readonly rungs: readonly Rung[];
  readonly notes: readonly string[];
  /** Why it does not count; nothing when it does. */
  readonly problems: readonly string[];
  readonly signed: boolean;
}

/** @throws {UserError} when something cannot be backed up or counted. */
export async function makeSet(task: BackupTask): Promise<MadeSet> {
  const { recovery, by, stores, owner } = task;
  const at = task.now();
  const made = [];
  for (const [name, declared] of Object.entries(recovery.databases))
    made.push(await backUpDatabase(await orderFor(name, declared, task)));
  const manifest = manifestOf(
    at,
    by,
    made.map(({ database }) => database),
  );
  const rungs = made.flatMap(each => each.rungs);
  const problems = [...failed(rungs), ...lackingIn(manifest, recovery).map(({ sentence }) => sentence)];
  const id = setId(at);
  const content = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  const bundle = problems.length === 0 ? await task.sign(id, content) : undefined;
  if (problems.length === 0) {
    await task.assertHeld();
    for (const { store, locked } of stores)
      await writeSet(store, owner, { id, content, bundle }, locked === undefined ? undefined : at + locked);
  }
  return {
    ...{ id, manifest, rungs, problems, signed: bundle !== undefined },
    backups: Object.fromEntries(made.map(({ database, backups }) => [database.name, backups])),
    notes: made.flatMap(({ notes }) => notes),
  };
}

async function orderFor(
  name: string,
  declared: Recovery['databases'][string],
  { podsOf, recovery: { repositories }, type, annotations, signal, now, sleep, report }: BackupTask,
): Promise<DatabaseBackup> {
  return {
    ...{ name, type, annotations, signal, now, sleep, report },
    ...(await podsOf(name)),
    stanza: declared.stanza,
    database: declared.database,
    repositories: declared.to.map(each => ({
      name: each,
      number: repositories[each]?.pgbackrest ?? 0,
      expires: repositories[each]?.locked === undefined,
    })),
    full: declared.full,
    incremental: declared.incremental,
    archiveTimeout: declared['archive-timeout'],
    archiveLag: declared['archive-lag'],
  };
}

const manifestOf = (at: number, by: Manifest['by'], databases: Database[]): Manifest => ({
  ...{ schema: 1, at, by, databases },
  ...{ objectStores: [], volumes: [], clusterObjects: {}, images: [], secrets: [], tools: {} },
});

const failed = (rungs: readonly Rung[]): string[] =>
  rungs.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);

/** What a set lacks of what is declared; nothing when it is complete. Pure. */
export function lackingIn(manifest: Manifest, { databases }: Pick<Recovery, 'databases'>): Missing[] {
  const lacking = Object.entries(databases).flatMap(([name, { to }]) =>
    completeness(manifest, { ...nothing, databases: [{ name, migrations: false }], repositories: to }),
  );
  // What covers nothing is said once, and not once for each database.
  return [...new Map(lacking.map(each => [each.sentence, each])).values()];
}

const nothing = {
  ...{ databases: [], repositories: [], markers: false, objectStores: [], volumes: [], kinds: [] },
  ...{ images: [], secrets: [] },
};
