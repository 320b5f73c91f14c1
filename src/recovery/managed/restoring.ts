import { cancelled, UserError } from '../../toolkit/errors.ts';
import { withoutSecrets } from '../../toolkit/redaction.ts';
import type { Copy } from '../copy.ts';
import { compareContent, contentCheck } from '../differences.ts';
import { type Access, callInto, knownVersion, snapshotsOf } from '../files/repository.ts';
import { type BackedUpFolder, dump, type ResticRepository } from '../files/restic.ts';
import type { LevelCheck } from '../levels.ts';
import type { Managed } from '../manifest.ts';
import { copySocket } from '../postgres/copy-pod.ts';
import { takeInventory } from '../postgres/inventory.ts';
import { type Connection, rowsOf } from '../postgres/sql.ts';
import { loading, makeCluster, makeDatabase } from './copy.ts';

/** Restores the dump of a managed database into an empty PostgreSQL, and compares it with the count in the manifest. */

export interface ManagedRestore {
  /** Its entry in the manifest of the set, and where its dump is. */
  readonly managed: Managed;
  readonly source: BackedUpFolder;
  /** Its name in PostgreSQL, and the user who will own everything. */
  readonly database: string;
  readonly user: string;
  /** Its pod is running and empty. */
  readonly copy: Pick<Copy, 'exec' | 'detached' | 'start' | 'ended'>;
  /** With the address by which the pod reaches it. */
  readonly repository: ResticRepository;
  readonly snapshot: string;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

/**
 * Restores a dump and compares the copy with the manifest.
 * @returns L2: it is restored and answers; L3: its content matches the count.
 * @throws {UserError} when it cannot be restored.
 */
export async function restoreManaged(task: ManagedRestore): Promise<LevelCheck[]> {
  const { managed, copy, signal, report } = task;
  const { name } = managed;
  const repository = cachedIn(task.repository);
  const access: Access = { exec: copy.exec, repository, signal, report };
  await knownVersion(access);
  await requireDump(access, task);
  report(`${name}: creating an empty PostgreSQL`);
  await createCluster(task);
  report(`${name}: restoring ${task.snapshot.slice(0, 8)} from ${repository.name}`);
  await load(access, task);
  report(`${name}: comparing the copy; owners and grants are not restored, so ${task.user} owns everything`);
  return [
    {
      level: 'L2',
      what: `managed database ${name}`,
      state: 'passed',
      sentence: `its dump in ${repository.name} was restored completely, in one transaction`,
    },
    await content(task),
  ];
}

/** Moves the cache, because the pod lacks the folder that a backup pod has for it. */
const cachedIn = (repository: ResticRepository): ResticRepository => ({
  ...repository,
  environment: { ...repository.environment, RESTIC_CACHE_DIR: `${copySocket}/restic` },
});

async function requireDump(
  access: Access,
  { managed: { name }, source, snapshot }: ManagedRestore,
): Promise<void> {
  const there = await snapshotsOf(access, source);
  if (there?.some(({ id }) => id === snapshot)) return;
  throw new UserError(
    `the dump ${snapshot.slice(0, 8)} of ${name} is not in ${access.repository.name}`,
    'restore it from another repository, or choose another backup set',
  );
}

const connectionTo = (database: string, { user }: ManagedRestore): Connection => ({
  database,
  user,
  host: copySocket,
});

async function createCluster(task: ManagedRestore): Promise<void> {
  const { managed, database, copy, signal } = task;
  const { code, stderr } = await copy.detached('initdb')(makeCluster(managed.encoding), { signal });
  if (signal.aborted) throw cancelled();
  if (code !== 0)
    throw new UserError(
      `PostgreSQL for ${managed.name} cannot be created in the image of the backup pod: ${firstOf(stderr)}`,
      'add the PostgreSQL server to that image, with initdb in its PATH and a user for it that is not root',
    );
  await copy.start();
  const postgres = connectionTo('postgres', task);
  await waitUntilReady(task, postgres);
  await rowsOf(copy.exec, postgres, makeDatabase(database, managed.roles), signal);
}

/** Waits until PostgreSQL answers, as long as it runs. */
async function waitUntilReady(
  { managed, copy, signal, sleep }: ManagedRestore,
  to: Connection,
): Promise<void> {
  for (;;) {
    const up = await rowsOf(copy.exec, to, 'select json_build_object();', signal).catch((error: unknown) => {
      if (error instanceof UserError && !signal.aborted) return undefined;
      throw signal.aborted ? cancelled() : error;
    });
    if (up !== undefined) return;
    const why = await copy.ended();
    if (why !== undefined)
      throw new UserError(
        `PostgreSQL for ${managed.name} did not start: ${why}`,
        'read the log of its pod: it may need more memory',
      );
    await sleep(500);
  }
}

/** Runs detached: after a lost connection, a second restore would fail on the objects that the first one created. */
async function load(access: Access, { managed, source, snapshot, copy }: ManagedRestore): Promise<void> {
  const { code, stderr } = await callInto(
    access,
    dump(snapshot, source.folder),
    loading,
    copy.detached('load'),
  );
  if (code === 0) return;
  const { repository } = access;
  const said = withoutSecrets(firstOf(stderr), Object.values(repository.environment));
  throw new UserError(
    `the dump ${snapshot.slice(0, 8)} of ${managed.name} cannot be restored from ${repository.name}: ${said}`,
    'add what the error asks for, such as an extension, to the image of `backup-pod`, or restore it from another repository',
  );
}

/** The first error, or else the first line. */
function firstOf(text: string): string {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const error = lines.find(line => /error|fatal/i.test(line));
  return (error ?? lines[0] ?? 'no reason was given').trim().slice(0, 300);
}

async function content(task: ManagedRestore): Promise<LevelCheck> {
  const { managed, database, copy, signal } = task;
  const found = await takeInventory(copy.detached('count'), connectionTo(database, task), { signal });
  return contentCheck(managed.name, managed.tables, compareContent(managed.name, managed, found));
}
