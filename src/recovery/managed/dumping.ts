import { counted as number } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { ProgramOutput } from '../../toolkit/program.ts';
import { exits, parseBackupSummary, refused } from '../files/answers.ts';
import { megabytes } from '../files/backing-up.ts';
import type { RunningBackupPod } from '../files/backup-pods.ts';
import { type BackupRun, type SourceBackups, sourceName } from '../files/backup-sources.ts';
import {
  type Access,
  call,
  callInto,
  createRepository,
  knownVersion,
  snapshotsOf,
} from '../files/repository.ts';
import { type BackedUpFolder, backupOutput, dump, type ResticRepository } from '../files/restic.ts';
import { checkFor, type LevelCheck } from '../levels.ts';
import type { Managed, Table } from '../manifest.ts';
import type { SetOwner } from '../sets.ts';
import { type CountedSnapshot, whileCounted } from './counting.ts';
import { pgDumpVersion, requireSupported } from './programs.ts';

/** Dumps a managed database to restic repositories. The dump and the count use the same snapshot. */

interface DumpTask extends BackupRun {
  /** Its name in slipway.yml. */
  readonly name: string;
  /** Its name in PostgreSQL. */
  readonly database: string;
  /** A pod whose environment connects to the database. */
  readonly backupPod: RunningBackupPod;
  readonly repositories: readonly [ResticRepository, ...ResticRepository[]];
}

export interface MadeDump extends SourceBackups {
  readonly managed: Managed;
  /** L1 of each repository: whether the dump was read back from it. */
  readonly levelChecks: readonly LevelCheck[];
  /** One for each repository, on the stored dump. */
  readonly sentences: readonly string[];
  readonly notes: readonly string[];
  /** Version of restic. */
  readonly version: string;
}

/** The name of its dumps in a repository and in a set. */
const nameIn = (name: string): string => `managed/${name}`;

/** Returns where its dump is in a repository. The names never change. Pure. */
export const dumpSource = (owner: SetOwner, name: string): BackedUpFolder => ({
  name: sourceName(owner, nameIn(name)),
  folder: `/${name}.dump`,
});

/** Returns the command for a dump in the custom format, which can be restored in any order. restic compresses and deduplicates it. */
const pgDump = (snapshot: string): string[] => [
  'pg_dump',
  '--format=custom',
  '--compress=0',
  '--no-password',
  '--lock-wait-timeout=60s',
  `--snapshot=${snapshot}`,
];

/**
 * Counts a database, dumps it, and reads the dump back.
 * @throws {UserError} when it cannot be counted or dumped, or a repository does not list the dump afterwards.
 */
export async function dumpManaged(task: DumpTask): Promise<MadeDump> {
  const { name, backupPod, repositories, signal, report } = task;
  const accesses = repositories.map(repository => ({ exec: backupPod.exec, repository, signal, report }));
  const version = await knownVersion({ exec: backupPod.exec, repository: repositories[0], signal, report });
  const program = await pgDumpVersion(backupPod.exec, signal);
  report(`${name}: counting`);
  const { counted, made } = await whileCounted({ ...task, converse: backupPod.converse }, async counted => {
    const { server, tables } = counted.inventory;
    requireSupported(program, server);
    const made: Stored[] = [];
    for (const access of accesses) {
      report(
        `${name}: dumping ${number(tables.length, 'table')}, ${rowsIn(tables)} rows, to ${access.repository.name}`,
      );
      made.push(await store(access, task, counted));
    }
    return { counted, made };
  });
  // After the snapshot is closed, because an open one delays vacuum on the server.
  const { server, tables, migration, leftOut } = counted.inventory;
  const levelChecks = [];
  for (const { access, snapshot } of made) levelChecks.push(await readBack(access, task, snapshot, tables));
  const backups = made.map(({ access, snapshot, bytes, added }) => ({
    repository: access.repository.name,
    snapshot,
    bytes,
    ...(Number.isSafeInteger(added) ? { stored: added } : {}),
  }));
  return {
    managed: {
      name,
      server,
      encoding: counted.encoding,
      roles: [...counted.roles],
      tables: [...tables],
      ...(migration === undefined ? {} : { migration }),
      backups,
    },
    source: { name: nameIn(name), exec: backupPod.exec, repositories },
    backups,
    levelChecks,
    version,
    sentences: made.map(
      ({ access, snapshot, bytes, added }) =>
        `${access.repository.name}: ${snapshot.slice(0, 8)}, ${megabytes(bytes)} dumped, ${megabytes(added)} added`,
    ),
    notes: leftOut
      .filter(({ why }) => why !== 'extension')
      .map(({ schema, name: table, why }) => `${name}: the ${why} table ${schema}.${table} is not counted`),
  };
}

const rowsIn = (tables: readonly Table[]) =>
  tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en');

interface Stored {
  readonly access: Access;
  readonly snapshot: string;
  readonly bytes: number;
  readonly added: number;
}

async function store(
  access: Access,
  { owner, name, tags }: DumpTask,
  { snapshot }: CountedSnapshot,
): Promise<Stored> {
  const { repository, report } = access;
  const source = dumpSource(owner, name);
  const command = backupOutput(source, pgDump(snapshot), tags);
  let answer = await call(access, command, source.name);
  if (answer.code === exits.none) {
    await createRepository(access);
    report(`${source.name}: created a new repository in ${repository.name}`);
    answer = await call(access, command, source.name);
  }
  if (answer.code !== 0) throw refused(repository, `back up ${source.name}`, answer);
  const { snapshot: id = '', bytes = 0, added = 0 } = parseBackupSummary(answer) ?? {};
  const found = (await snapshotsOf(access, source))?.find(each => each.id === id);
  if (found === undefined || !found.folders.includes(source.folder))
    throw new UserError(
      `restic made a backup of ${source.name}, but ${repository.name} does not list it`,
      'check whether another run deleted it, then run the step again',
    );
  // Rows of an extension's tables are counted but may not be dumped, so the only safe lower limit of the size is 1.
  if (!(bytes > 0))
    throw new UserError(
      `the dump of ${name} in ${repository.name} is empty`,
      'check the log of the database, then run the step again',
    );
  return { access, snapshot: id, bytes, added };
}

/** Converts the dump to a script and discards that: for this pg_restore must read all of the dump, and it must be valid. */
const reading = 'LC_ALL=C pg_restore --file=/dev/null --verbose';

/** Reads all of a dump back, as pgBackRest does with its backups. */
async function readBack(
  access: Access,
  { owner, name }: DumpTask,
  snapshot: string,
  tables: readonly Table[],
): Promise<LevelCheck> {
  const { repository } = access;
  const answer = await callInto(access, dump(snapshot, dumpSource(owner, name).folder), reading);
  const found = tablesRead(answer.stderr);
  const filled = tables.filter(({ rows, schema }) => rows > 0 && schema !== 'pg_catalog');
  let fault: string | undefined;
  if (answer.code !== 0) fault = refused(repository, `read ${name} back`, withoutProgress(answer)).message;
  else if (found === 0 && filled.length > 0)
    fault = `the dump holds no table, but ${number(filled.length, 'table')} with rows were counted`;
  const good = `the whole dump was read back, with the rows of ${number(found, 'table')}`;
  return checkFor('L1', `dump of ${name} in ${repository.name}`, fault, good);
}

const isProgress = (line: string) => /^pg_restore: (?!error|fatal|warning)/.test(line);

/** Keeps only errors and warnings. */
const withoutProgress = (answer: ProgramOutput): ProgramOutput => ({
  ...answer,
  stderr: answer.stderr
    .split('\n')
    .filter(line => !isProgress(line))
    .join('\n'),
});

/** Returns the number of tables with rows in the output of `pg_restore --verbose`; partitions count as tables. Pure. */
export const tablesRead = (said: string): number =>
  said.split('\n').filter(line => line.startsWith('pg_restore: processing data for table ')).length;
