import type { Copy } from './copy.ts';
import { type Comparison, compare } from './differences.ts';
import type { Rung } from './ladder.ts';
import type { Database, Manifest } from './manifest.ts';
import { copySocket } from './postgres/copy-pod.ts';
import { databaseOf, sampledIn, takeInventory } from './postgres/inventory.ts';
import type { RepositoryName } from './postgres/pgbackrest.ts';
import { type RestoredDatabase, type Restoring, restoreDatabase } from './postgres/restoring.ts';
import { parseLsn } from './postgres/wal.ts';
import { inOneJob, type Once } from './steps.ts';

/** Restores a database of a backup set into a copy, and proves that it is what the set says. */

export interface RestoreTask
  extends Pick<Restoring, 'target' | 'set' | 'size' | 'during' | 'signal' | 'sleep' | 'report'> {
  readonly copy: Copy;
  /** The name of its database, not that in slipway.yml. */
  readonly database: string;
  readonly place: RepositoryName;
  /** What was counted; undefined when there is no manifest of it. */
  readonly expected: { readonly manifest: Manifest; readonly name: string } | undefined;
  /** What an earlier job has done already. Default: nothing. */
  readonly once?: Once | undefined;
}

export interface Restored {
  readonly database: RestoredDatabase;
  /** L2 that recovery ended where it was told to, L3 that the content is that of the manifest. */
  readonly rungs: readonly Rung[];
  /** Undefined when it was not on the way, or there is nothing to compare with. */
  readonly comparison: Comparison | undefined;
}

/** @throws {UserError} when it cannot be restored at all. What is wrong with what was restored stands in the rungs. */
export async function restoreInto(task: RestoreTask): Promise<Restored> {
  const { copy, expected, place, once = inOneJob } = task;
  const counted = expected?.manifest.databases.find(({ name }) => name === expected.name);
  const lsn = counted && parseLsn(counted.lsn);
  let comparison: Comparison | undefined;
  let content: readonly Rung[] = contentRungs(counted, undefined);
  const connection = { database: task.database, host: copySocket };
  const look = async (of: Database, there: () => Promise<void>) => {
    content = await once('compared', async () => {
      await there();
      comparison = await compareWith(of, task, connection);
      return contentRungs(of, comparison);
    });
  };
  const database = await restoreDatabase({
    ...task,
    ...copy,
    connection,
    ...(counted === undefined || lsn === undefined || expected === undefined
      ? {}
      : { stopOver: { lsn, at: expected.manifest.at, look: there => look(counted, there) } }),
  });
  const { target } = database.choice;
  // Nothing comes after it: it is looked at where recovery ended.
  if (counted !== undefined && target.kind === 'lsn' && target.exclusive && target.lsn === lsn)
    await task.during('verify', () => look(counted, async () => undefined));
  const ended: Rung = {
    level: 'L2',
    what: `recovery of ${place.stanza}`,
    ...(database.deviations.length === 0
      ? { state: 'passed', sentence: `ended at ${database.reached}, as it was told to` }
      : { state: 'failed', sentence: database.deviations.map(({ sentence }) => sentence).join('; ') }),
  };
  return { database, comparison, rungs: [ended, ...content] };
}

async function compareWith(
  counted: Database,
  { copy, report, signal }: RestoreTask,
  connection: Parameters<typeof takeInventory>[1],
): Promise<Comparison> {
  report(`comparing with what was counted at ${counted.lsn}`);
  const inventory = await takeInventory(copy.lasting('count'), connection, {
    sampling: sampledIn(counted.tables),
    signal,
  });
  const { lsn, timeline, backups, name } = counted;
  const found = { ...databaseOf(inventory, { lsn, timeline, backups }), name };
  const whole: Manifest = { ...nothingElse, databases: [counted] };
  return compare(whole, { databases: [found] });
}

const nothingElse: Manifest = {
  ...{ schema: 1, at: 0, by: { run: '-', actor: '-' }, databases: [], objectStores: [], volumes: [] },
  ...{ clusterObjects: {}, images: [], secrets: [], tools: {} },
};

/** What was not compared proves nothing. */
function contentRungs(counted: Database | undefined, comparison: Comparison | undefined): Rung[] {
  const what = `content of ${counted?.name ?? 'the database'}`;
  if (counted === undefined || comparison === undefined)
    return [
      { level: 'L3', what, state: 'skipped', sentence: 'nothing was counted that it could be compared with' },
    ];
  const { differences } = comparison;
  const rows = counted.tables.reduce((sum, each) => sum + each.rows, 0);
  const sampled = counted.tables.filter(each => each.sampled !== undefined).length;
  const [first] = differences;
  if (first === undefined)
    return [
      {
        level: 'L3',
        what,
        state: 'passed',
        sentence: `${counted.tables.length} tables with ${rows} rows, all as counted${sampled === 0 ? '' : `, ${sampled} of them in a sample`}`,
      },
    ];
  const more = differences.length === 1 ? '' : `, and ${differences.length - 1} more`;
  return [{ level: 'L3', what, state: 'failed', sentence: `${first.sentence}${more}` }];
}

/**
 * Rows and pages were read to be counted; that indexes lead to all of them is another question, which takes its time. Nothing where
 * nobody can ask it.
 */
export async function checkIndexes({
  copy,
  database,
  report,
  signal,
}: Pick<RestoreTask, 'copy' | 'database' | 'report' | 'signal'>): Promise<Rung[]> {
  const command = ['pg_amcheck', `--host=${copySocket}`, `--database=${database}`, '--install-missing'];
  const checked = copy.lasting('amcheck');
  const { code, stdout, stderr } = await checked([...command, '--heapallindexed', '--parent-check'], {
    signal,
  });
  const said = `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '');
  // 127: the image is without it.
  if (code === 127 || said.some(line => /could not open extension control file/.test(line))) {
    report('indexes are not checked: the image is without pg_amcheck');
    return [];
  }
  const what = `indexes of ${database}`;
  if (code === 0)
    return [{ level: 'L3', what, state: 'passed', sentence: 'each leads to all rows of its table' }];
  return [{ level: 'L3', what, state: 'failed', sentence: (said[0] ?? 'pg_amcheck failed').slice(0, 300) }];
}
