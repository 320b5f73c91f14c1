import { UserError } from '../../toolkit/errors.ts';
import { defined } from '../../toolkit/map.ts';
import { mapOf } from '../../toolkit/parallel.ts';
import type { ProgramOutput } from '../../toolkit/program.ts';
import type { DetachedPlace } from '../detached-command.ts';
import type { Exec } from '../exec.ts';
import { type LevelCheck, levelCheckOf } from '../levels.ts';
import { type ArchiveListing, newest, parseArchive } from './archive.ts';
import { type ContinuityInput, continuity } from './continuity.ts';
import type { DatabaseBackup } from './database-backup.ts';
import { type FreshnessLimits, freshness } from './freshness.ts';
import {
  type Archive,
  newestGood,
  type PostgresBackup,
  parseInfo,
  requireRead,
  type Stanza,
} from './info.ts';
import type { Members } from './members.ts';
import {
  infoArguments,
  listArchiveArguments,
  pgbackrestFailure,
  type RepositoryTask,
  readHistoryArguments,
  verifyArguments,
} from './pgbackrest.ts';
import { type Histories, parseTimelineHistory } from './timeline.ts';
import { verifiedCheck } from './verify.ts';
import { readBack } from './verifying.ts';
import type { SegmentSize } from './wal.ts';

/** Proves without a restore that a repository is fresh and intact. */

export interface RepositoryCheck extends Pick<RepositoryTask, 'exec' | 'place' | 'signal' | 'now'> {
  /** Runs the full read, which takes long. Default: `exec`. */
  readonly verifying?: Exec | undefined;
  /** The result of reading it back, if the caller does that, or nothing of it is read back. Default: all of it is read back here. */
  readonly files?: Promise<readonly LevelCheck[]> | undefined;
  readonly size: SegmentSize;
  /** Current output of `info` for all repositories, if several are proved at once. Default: `info` runs for this one. */
  readonly stanza?: Stanza | undefined;
  readonly limits: FreshnessLimits;
  /** `last_archived_wal` of `pg_stat_archiver`; absent if the primary cannot be asked. */
  readonly archived?: string | undefined;
  /** Label of the backup of a new set: faults of what only older ones need are in checks of their own. Default: all count alike. */
  readonly from?: string | undefined;
  /** Labels of the backups to check, if only a part of the repository was copied. Default: all. */
  readonly only?: readonly string[] | undefined;
  /**
   * Upper bound of the writes that were in no archive when the primary was asked (loss-bound.ts), however long ago that is: an idle database
   * archives nothing; ms. Default: the time since the newest segment arrived.
   */
  readonly behind?: number | undefined;
}

/** The contents of a repository, as pgBackRest lists them. */
export interface RepositoryContents {
  readonly stanza: Stanza;
  /** The archive of the current database; undefined if nothing was archived. */
  readonly archive: Archive | undefined;
  readonly listing: ArchiveListing;
  readonly histories: Histories;
}

/**
 * Reads the contents of a repository.
 * @throws UserError when the repository cannot be read.
 */
export async function readRepository({
  exec,
  place,
  size,
  stanza: said,
  signal,
}: Pick<RepositoryCheck, 'exec' | 'place' | 'size' | 'stanza' | 'signal'>): Promise<RepositoryContents> {
  const run = async (command: readonly string[]) => {
    const answer = await exec(command, { signal });
    if (answer.code === 0) return answer.stdout;
    throw new UserError(
      `repository ${place.repository} of ${place.stanza} cannot be read (${answer.code ?? 'no exit code'}): ${pgbackrestFailure(answer)}`,
      'check its address and credentials, and whether it is complete',
    );
  };
  const stanza = said ?? parseInfo(await run(infoArguments(place)), place.stanza);
  requireRead(stanza, place.repository);
  const own = stanza.archives.filter(each => each.repository === place.repository);
  // There may be archives of earlier databases, such as before an upgrade.
  const archive = own.toSorted((a, b) => a.databaseId - b.databaseId).at(-1);
  const histories = new Map();
  if (archive === undefined)
    return { stanza, archive, listing: { segments: [], histories: [], unknown: [] }, histories };
  const listing = parseArchive(await run(listArchiveArguments(place, archive.id)), size);
  for (const timeline of listing.histories) {
    const history = await run(readHistoryArguments(place, archive.id, timeline));
    histories.set(timeline, parseTimelineHistory(history));
  }
  return { stanza, archive, listing, histories };
}

/** Returns the checks L0 and L1 of a repository, passed or failed. It lists the contents while pgBackRest reads all of them back. */
export async function proveRepository(task: RepositoryCheck): Promise<LevelCheck[]> {
  const { exec, place, verifying = exec, only, signal, now } = task;
  const begun = now();
  const needless = new AbortController();
  const reading =
    task.files ?? verifying(verifyArguments(place), { signal: AbortSignal.any([signal, needless.signal]) });
  // Awaited later, or never if the repository cannot be read at all.
  reading.catch(() => undefined);
  try {
    const contents = await readRepository(task).catch((error: unknown) => {
      if (error instanceof UserError && !signal.aborted) return error;
      throw error;
    });
    if (contents instanceof UserError) return [levelCheckOf('L0', nameOf(task), [contents.message], '')];
    const { archive } = contents;
    const looked = only === undefined ? contents : { ...contents, stanza: partOf(contents.stanza, only) };
    const fresh = freshCheck(looked, task);
    if (archive === undefined)
      return [fresh, levelCheckOf('L1', `WAL of ${nameOf(task)}`, ['no WAL is archived in it'], '')];
    const wal = walChecks({ ...looked, archive }, task);
    const read = await reading;
    const files = 'stdout' in read ? [filesCheck(task, looked.stanza, read)] : read;
    return [fresh, ...wal, ...files.map(each => ({ ...each, took: now() - begun }))];
  } finally {
    needless.abort();
  }
}

/** Reads all of a repository back, without other checks. @throws UserError when the repository cannot be read. */
export async function readBackWhole(
  task: Pick<RepositoryCheck, 'exec' | 'verifying' | 'place' | 'size' | 'signal' | 'now'>,
): Promise<LevelCheck> {
  const { exec, place, verifying = exec, signal, now } = task;
  const begun = now();
  const { stanza } = await readRepository(task);
  const read = await verifying(verifyArguments(place), { signal });
  return { ...filesCheck(task, stanza, read), took: now() - begun };
}

function filesCheck(task: Pick<RepositoryCheck, 'place'>, stanza: Stanza, read: ProgramOutput): LevelCheck {
  const good = newestGood(stanza, task.place.repository);
  const demanded = good === undefined ? [] : [good.label];
  return verifiedCheck(`files of ${nameOf(task)}`, read, task.place.stanza, demanded);
}

/** Proves each repository, with a full read where one is due. */
export async function proveRepositories(
  task: DatabaseBackup,
  members: Members,
  archived: string | undefined,
  stanza: Stanza,
  made: readonly { readonly repository: { readonly name: string }; readonly backup: PostgresBackup }[],
) {
  const { name, repositories, signal, now, report, readBackAt, verify: every } = task;
  const { exec, segmentSize, pod } = members.primary;
  const worker: DetachedPlace = { exec, ...task.placeIn(pod), report, sleep: task.sleep };
  report(`${name}: verifying ${repositories.map(each => each.name).join(' and ')}`);
  return mapOf(repositories, repositories.length, async repository => {
    const place = { stanza: task.stanza, repository: repository.number };
    const label = made.find(each => each.repository === repository)?.backup.label ?? '';
    const last = readBackAt.get(repository.name);
    const reading = readBack({
      place,
      pod: worker,
      label,
      stanza,
      every,
      last,
      signal,
      now,
      name: `repository ${repository.number}`,
    });
    const levelChecks = await proveRepository({
      exec,
      place,
      size: segmentSize,
      archived,
      from: label,
      signal,
      now,
      files: reading.then(read => read.levelChecks),
      limits: { backup: task.incremental, wal: (task.archiveTimeout ?? task.incremental) + task.archiveLag },
      stanza,
    });
    return {
      repository: repository.name,
      read: await reading,
      levelChecks: levelChecks.map(each => ({ ...each, what: `${repository.name}: ${each.what}` })),
    };
  });
}

const nameOf = ({ place }: Pick<RepositoryCheck, 'place'>) => `repository ${place.repository}`;

function freshCheck({ stanza, listing }: RepositoryContents, task: RepositoryCheck): LevelCheck {
  const { place, limits, behind } = task;
  const now = task.now();
  // Without a segment nothing was archived, whatever the primary reports.
  const came = newest(listing);
  const archivedAt = came === undefined || behind === undefined ? came : Math.max(came, now - behind);
  const { backup, problems } = freshness(stanza, place.repository, archivedAt, limits, now);
  return levelCheckOf(
    'L0',
    `${nameOf(task)} is fresh`,
    problems,
    `the newest backup is ${backup?.label ?? 'none'}`,
  );
}

function walChecks(
  contents: RepositoryContents & { readonly archive: Archive },
  task: RepositoryCheck,
): LevelCheck[] {
  const { size, archived, from } = task;
  const whole = { ...contents, size, ...defined({ archived }) };
  const problemsOf = (input: ContinuityInput) => continuity(input).map(({ sentence }) => sentence);
  const all = problemsOf(whole);
  const own = from === undefined ? all : problemsOf({ ...whole, from });
  const older = all.filter(each => !own.includes(each));
  const what = `WAL of ${nameOf(task)}`;
  return [
    levelCheckOf('L1', what, own, `${contents.listing.segments.length} segments, none missing`),
    ...(older.length === 0 ? [] : [{ ...levelCheckOf('L1', `older ${what}`, older, ''), older: true }]),
  ];
}

const partOf = (stanza: Stanza, labels: readonly string[]): Stanza => ({
  ...stanza,
  backups: stanza.backups.filter(({ label }) => labels.includes(label)),
});
