import { counted } from '../../toolkit/count.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { withoutSecrets } from '../../toolkit/secrecy.ts';
import type { Copy } from '../copy.ts';
import { differencesOf } from '../differences.ts';
import { type Access, callInto, knownVersion, snapshotsOf } from '../files/repository.ts';
import { dump, type Repository, type Source } from '../files/restic.ts';
import type { Rung } from '../ladder.ts';
import type { Managed } from '../manifest.ts';
import { copySocket } from '../postgres/copy-pod.ts';
import { takeInventory } from '../postgres/inventory.ts';
import { type Connection, rowsOf } from '../postgres/sql.ts';
import { loading, makeCluster, makeDatabase } from './copy.ts';

/** Restores the dump of a database outside of the cluster into a fresh PostgreSQL, and compares it with what was counted. */

export interface ManagedRestore {
  /** What the set says of it, and where its dump is. */
  readonly managed: Managed;
  readonly source: Source;
  /** In PostgreSQL, and whose everything will be. */
  readonly database: string;
  readonly user: string;
  /** Its pod runs, with nothing in it. */
  readonly copy: Pick<Copy, 'exec' | 'lasting' | 'start' | 'ended'>;
  /** As the pod reaches it. */
  readonly repository: Repository;
  readonly snapshot: string;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

/**
 * @returns L2 that it is restored and answers, L3 that its content is what was counted.
 * @throws {UserError} when it cannot be restored at all.
 */
export async function restoreManaged(task: ManagedRestore): Promise<Rung[]> {
  const { managed, copy, signal, report } = task;
  const { name } = managed;
  const repository = cachedIn(task.repository);
  const access: Access = { exec: copy.exec, repository, signal, report };
  await knownVersion(access);
  await mustHold(access, task);
  report(`${name}: making an empty PostgreSQL`);
  await made(task);
  report(`${name}: ${task.snapshot.slice(0, 8)} from ${repository.name}`);
  await load(access, task);
  report(`${name}: owners and grants are not restored, all of it belongs to ${task.user}; comparing`);
  return [
    {
      ...{ level: 'L2', what: `managed database ${name}`, state: 'passed' },
      sentence: `its dump of ${repository.name} is restored whole, in one transaction`,
    },
    await content(task),
  ];
}

/** The pod has no folder of a worker. */
const cachedIn = (repository: Repository): Repository => ({
  ...repository,
  environment: { ...repository.environment, RESTIC_CACHE_DIR: `${copySocket}/restic` },
});

async function mustHold(
  access: Access,
  { managed: { name }, source, snapshot }: ManagedRestore,
): Promise<void> {
  const there = await snapshotsOf(access, source);
  if (there?.some(({ id }) => id === snapshot)) return;
  throw new UserError(
    `the dump ${snapshot.slice(0, 8)} of ${name} is not in ${access.repository.name}`,
    'take it from another repository, or choose another backup set',
  );
}

const connectionTo = (database: string, { user }: ManagedRestore): Connection => ({
  ...{ database, user, host: copySocket },
});

async function made(task: ManagedRestore): Promise<void> {
  const { managed, database, copy, signal } = task;
  const { code, stderr } = await copy.lasting('initdb')(makeCluster(managed.encoding), { signal });
  if (signal.aborted) throw cancelled();
  if (code !== 0)
    throw new UserError(
      `no PostgreSQL can be made for ${managed.name} in the image of the worker: ${firstOf(stderr)}`,
      'put the server of PostgreSQL into that image, with initdb in its path and a user for it that is not root',
    );
  await copy.start();
  const postgres = connectionTo('postgres', task);
  await answering(task, postgres);
  await rowsOf(copy.exec, postgres, makeDatabase(database, managed.roles), signal);
}

/** Until it answers, as long as it runs. */
async function answering({ managed, copy, signal, sleep }: ManagedRestore, to: Connection): Promise<void> {
  for (;;) {
    const up = await rowsOf(copy.exec, to, 'select json_build_object();', signal).catch((error: unknown) => {
      if (error instanceof UserError && !signal.aborted) return undefined;
      throw signal.aborted ? cancelled() : error;
    });
    if (up !== undefined) return;
    const why = await copy.ended();
    if (why !== undefined)
      throw new UserError(
        `the PostgreSQL for ${managed.name} does not come up: ${why}`,
        'see the log of its pod; it may need more memory',
      );
    await sleep(500);
  }
}

/** Whatever becomes of the connection: a second one beside it would find what the first has made. */
async function load(access: Access, { managed, source, snapshot, copy }: ManagedRestore): Promise<void> {
  const { code, stderr } = await callInto(
    access,
    dump(snapshot, source.folder),
    loading,
    copy.lasting('load'),
  );
  if (code === 0) return;
  const { repository } = access;
  const said = withoutSecrets(firstOf(stderr), Object.values(repository.environment));
  throw new UserError(
    `the dump ${snapshot.slice(0, 8)} of ${managed.name} cannot be restored from ${repository.name}: ${said}`,
    'put what it asks for, such as an extension, into the image of `worker`, or restore it from another repository',
  );
}

/** The first error, or what was said first. */
function firstOf(text: string): string {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const error = lines.find(line => /error|fatal/i.test(line));
  return (error ?? lines[0] ?? 'nobody says why').trim().slice(0, 300);
}

async function content(task: ManagedRestore): Promise<Rung> {
  const { managed, database, copy, signal } = task;
  const found = await takeInventory(copy.lasting('count'), connectionTo(database, task), { signal });
  return contentRung(managed, differencesOf(managed.name, managed, found));
}

/** Pure. */
export function contentRung(managed: Managed, differences: ReturnType<typeof differencesOf>): Rung {
  const what = `content of ${managed.name}`;
  const [first, ...more] = differences;
  if (first !== undefined) {
    const rest = more.length === 0 ? '' : `, and ${more.length} more`;
    return { level: 'L3', what, state: 'failed', sentence: `${first.sentence}${rest}` };
  }
  const rows = managed.tables.reduce((sum, table) => sum + table.rows, 0);
  const sentence = `${counted(managed.tables.length, 'table')} with ${rows} rows, all as counted`;
  return { level: 'L3', what, state: 'passed', sentence };
}
