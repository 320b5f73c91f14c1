import type { Copy } from './copy.ts';
import { compareDatabase, contentCheck } from './differences.ts';
import { type LevelCheck, levelCheckOf } from './levels.ts';
import type { BackupManifest, Database } from './manifest.ts';
import { copySocket } from './postgres/copy-pod.ts';
import { databaseOf, sampledIn, takeInventory } from './postgres/inventory.ts';
import type { RepositoryName } from './postgres/pgbackrest.ts';
import { type RestoredDatabase, type Restoring, restoreDatabase } from './postgres/restoring.ts';
import { parseLsn } from './postgres/wal.ts';
import { inOneJob, type Once } from './steps.ts';

/** Restores a database of a backup set into a copy, and proves that it matches the set. */

interface RestoreTask
  extends Pick<Restoring, 'target' | 'set' | 'size' | 'during' | 'signal' | 'sleep' | 'report'> {
  readonly copy: Copy;
  /** The name of the database in PostgreSQL, not that in slipway.yml. */
  readonly database: string;
  readonly place: RepositoryName;
  /** The counts to compare with; undefined when no manifest has any. */
  readonly expected: { readonly manifest: BackupManifest; readonly name: string } | undefined;
  /** Results of an earlier job. Default: none. */
  readonly once?: Once | undefined;
}

export interface Restored {
  readonly database: RestoredDatabase;
  /** L2: recovery ended at its target. L3: the content matches the manifest. */
  readonly levelChecks: readonly LevelCheck[];
  /** Between the restored content and the manifest, as sentences. Empty when there is nothing to compare with: the check L3 is then skipped. */
  readonly differences: readonly string[];
}

/**
 * Restores the database. Faults of the restored data are in the checks.
 * @throws {UserError} when it cannot be restored at all.
 */
export async function restoreInto(task: RestoreTask): Promise<Restored> {
  const { copy, expected, place, once = inOneJob } = task;
  const counted = expected?.manifest.databases.find(({ name }) => name === expected.name);
  const lsn = counted && parseLsn(counted.lsn);
  let differences: readonly string[] = [];
  let content: readonly LevelCheck[] = [notCompared(counted?.name)];
  const connection = { database: task.database, host: copySocket };
  const look = async (of: Database, there: () => Promise<void>) => {
    content = await once('compared', async () => {
      await there();
      differences = await differencesFrom(of, task, connection);
      return [contentCheck(of.name, of.tables, differences)];
    });
  };
  const pauseAt =
    counted === undefined || lsn === undefined
      ? undefined
      : { ...counted, lsn, look: (there: () => Promise<void>) => look(counted, there) };
  const database = await restoreDatabase({ ...task, ...copy, connection, pauseAt });
  const { target } = database.choice;
  // Recovery ends exactly at the counted position, so the content is compared there.
  if (counted !== undefined && target.kind === 'lsn' && target.exclusive && target.lsn === lsn)
    await task.during('verify', () => look(counted, async () => undefined));
  const ended: LevelCheck = {
    level: 'L2',
    what: `recovery of ${place.stanza}`,
    ...(database.deviations.length === 0
      ? { state: 'passed', sentence: `ended at ${database.reached}, its target` }
      : { state: 'failed', sentence: database.deviations.map(({ sentence }) => sentence).join('; ') }),
  };
  return { database, differences, levelChecks: [ended, ...content] };
}

const notCompared = (name = 'the database'): LevelCheck => ({
  level: 'L3',
  what: `content of ${name}`,
  state: 'skipped',
  sentence: 'the backup has no counts to compare it with',
});

async function differencesFrom(
  counted: Database,
  { copy, report, signal }: RestoreTask,
  connection: Parameters<typeof takeInventory>[1],
): Promise<readonly string[]> {
  report(`comparing with the counts at ${counted.lsn}`);
  const inventory = await takeInventory(copy.detached('count'), connection, {
    sampling: sampledIn(counted.tables),
    signal,
  });
  const { lsn, timeline, backups, name } = counted;
  return compareDatabase(counted, { ...databaseOf(inventory, { lsn, timeline, backups }), name });
}

/**
 * Checks that indexes lead to all rows: counting reads rows and pages, but not indexes. The check takes time. Returns nothing where the
 * image has no pg_amcheck.
 */
export async function checkIndexes({
  copy,
  database,
  report,
  signal,
}: Pick<RestoreTask, 'copy' | 'database' | 'report' | 'signal'>): Promise<LevelCheck[]> {
  const command = ['pg_amcheck', `--host=${copySocket}`, `--database=${database}`, '--install-missing'];
  const checked = copy.detached('amcheck');
  const { code, stdout, stderr } = await checked([...command, '--heapallindexed', '--parent-check'], {
    signal,
  });
  const said = `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '');
  // 127: the image has no pg_amcheck.
  if (code === 127 || said.some(line => /could not open extension control file/.test(line))) {
    report('indexes are not checked: the image has no pg_amcheck');
    return [];
  }
  const what = `indexes of ${database}`;
  const problems = code === 0 ? [] : [(said[0] ?? 'pg_amcheck failed').slice(0, 300)];
  return [levelCheckOf('L3', what, problems, 'each leads to all rows of its table')];
}
