import { cancelled, UserError } from '../../toolkit/errors.ts';
import { defined } from '../../toolkit/map.ts';
import type { Exec } from '../exec.ts';
import type { DrillPhase } from '../phases.ts';
import { inOneJob, type Once } from '../steps.ts';
import { archivedBy } from './archive.ts';
import { type CountedPlace, passes } from './counted-place.ts';
import type { PostgresBackup } from './info.ts';
import { pgbackrestFailure, type RepositoryTask, restoreArguments } from './pgbackrest.ts';
import { type RepositoryContents, readRepository } from './proving.ts';
import {
  type Deviation,
  judgeRecovery,
  parseRecoveryEnd,
  type RecoveryEnd,
  recoveryEndQuery,
} from './recovery-end.ts';
import { type Connection, psql, rowsOf } from './sql.ts';
import {
  type BackupChoice,
  choose,
  formatTarget,
  type RecoveryTarget,
  targetScript,
  targetText,
  timelineFor,
} from './target.ts';
import { lineage, type WalSpan } from './timeline.ts';
import { beginOf, formatLsn, next, parseSegment, type SegmentSize, segmentName } from './wal.ts';

/** Restores a database to an empty folder, and checks where its recovery ended. */

export interface Restoring extends Pick<RepositoryTask, 'exec' | 'place' | 'signal' | 'sleep' | 'report'> {
  /** The same for a named command that takes long. Default: `exec`. */
  detached?(name: string): Exec;
  /** The steps that an earlier job has done. Default: none. */
  readonly once?: Once | undefined;
  /** The recovery target, or a function that decides it and is called once. */
  readonly target: RecoveryTarget | (() => Promise<RecoveryTarget>);
  /** Label of the requested backup. Default: the best one is chosen. */
  readonly set?: string | undefined;
  readonly size: SegmentSize;
  /** Its data directory, which is empty. */
  readonly path: string;
  /** Whether the copy archives WAL, because it replaces the original. */
  readonly archives: boolean;
  readonly connection: Connection;
  /** A place before the target at which the content is known: recovery pauses there for a comparison. */
  readonly pauseAt?:
    | (CountedPlace & {
        /** @param there waits until recovery is paused at that LSN; not called if an earlier job has made the comparison. */
        look(there: () => Promise<void>): Promise<void>;
      })
    | undefined;
  /** Starts PostgreSQL on the files. */
  start(): Promise<void>;
  /** Restarts PostgreSQL. */
  restart(): Promise<void>;
  /** Returns why PostgreSQL ended, with the end of its log; undefined while it runs, and before it starts. */
  ended(): Promise<string | undefined>;
  /** Measures how long a phase takes. */
  during<Result>(phase: DrillPhase, work: () => Promise<Result>): Promise<Result>;
}

/** The decision, with all that another job needs to continue, whatever arrives in the repository in the meantime. */
export interface Chosen {
  readonly backup: Pick<PostgresBackup, 'label' | 'repository' | 'startLsn' | 'stopLsn' | 'endedAt' | 'size'>;
  readonly target: RecoveryTarget;
  readonly timeline: number | 'current';
  /** The lineage on which it recovers. */
  readonly spans?: readonly WalSpan[];
  /** Name of the newest WAL segment that counts; absent without one. */
  readonly last?: string | undefined;
  /** When it arrived; ms since 1970. */
  readonly lastAt?: number | undefined;
}

export interface RestoredDatabase {
  readonly choice: Chosen;
  /** How the end of its recovery deviates from the target; empty if it is right. */
  readonly deviations: readonly Deviation[];
  /** The LSN up to which WAL was replayed; for display. */
  readonly reached: string;
}

/**
 * Chooses the backup, restores it, and waits until PostgreSQL has recovered to the target.
 * @throws {UserError} when no backup leads to the target, pgBackRest fails, or PostgreSQL does not start.
 */
export async function restoreDatabase(task: Restoring): Promise<RestoredDatabase> {
  const { place, during, report, once = inOneJob } = task;
  let others: readonly PostgresBackup[] = [];
  const choice = await during('decide', () =>
    once('chosen', async () => {
      const target = typeof task.target === 'function' ? await task.target() : task.target;
      const contents = asOf(target, await readRepository(task));
      others = contents.stanza.backups;
      return chosenFrom(contents, { ...task, target });
    }),
  );
  report(
    `${place.stanza}: restoring ${choice.backup.label} from repository ${place.repository}, then recovering to ${targetText(choice.target)}`,
  );
  const stop = pauseFor(task, choice);
  await during('restore', () => copyFiles(task, choice, stop));
  const end = await during('replay', async () => {
    await task.start();
    if (stop !== undefined) {
      await stop.look(() => waitForPause(stop, task));
      await once('onward', () => resumeToTarget(task, choice));
    }
    return recovered(task);
  });
  const { target, backup } = choice;
  const deviations = judgeRecovery(end, target, backup, others, archiveEnd(choice.last, task.size));
  const at = end.previous?.lsn ?? end.replayed;
  return { choice, deviations, reached: at === undefined ? 'an unknown LSN' : formatLsn(at) };
}

type Aimed = { readonly target: RecoveryTarget };

function chosenFrom(contents: RepositoryContents, task: Restoring & Aimed): Chosen {
  const { backup, timeline, spans, rejected } = choiceFrom(contents, task);
  for (const line of rejected) task.report(line);
  const latest = contents.listing.segments.at(-1);
  const { label, repository, startLsn, stopLsn, endedAt, size } = backup;
  return {
    backup: { label, repository, startLsn, stopLsn, endedAt, size },
    target: task.target,
    timeline,
    spans,
    ...(latest && { last: segmentName(latest.segment, task.size), lastAt: latest.archivedAt }),
  };
}

/** Start and end of the newest segment that counts. */
function archiveEnd(last: string | undefined, size: SegmentSize) {
  const segment = parseSegment(last, size);
  return segment && { last: beginOf(segment, size), end: beginOf(next(segment), size) };
}

/** Leaves out WAL that arrived after the time of the target. Pure. */
const asOf = (target: RecoveryTarget, contents: RepositoryContents): RepositoryContents =>
  target.kind === 'latest' && target.at !== undefined
    ? { ...contents, listing: archivedBy(contents.listing, target.at) }
    : contents;

const isIn = (archive: RepositoryContents['archive']) => (each: PostgresBackup) =>
  each.repository === archive?.repository && each.databaseId === archive.databaseId;

/** Chooses the backup from which to recover, and the timeline, from the contents of a repository. Pure. */
export function choiceFrom(
  { stanza, listing, histories, archive }: RepositoryContents,
  { place, target, set, size }: Pick<Restoring, 'place' | 'set' | 'size'> & Aimed,
): BackupChoice {
  const own = { listing, histories, backups: stanza.backups.filter(isIn(archive)) };
  const wanted = timelineFor(target, own, size);
  const spans = lineage(wanted, histories);
  if (archive === undefined || spans === undefined)
    throw new UserError(
      archive === undefined
        ? `repository ${place.repository} holds no WAL of ${place.stanza}`
        : `the history file of timeline ${wanted} is not in repository ${place.repository}`,
      'choose another repository',
    );
  return choose({ stanza, repository: place.repository, target, spans, listing, size, ...defined({ set }) });
}

function pauseFor({ pauseAt, report }: Restoring, choice: Chosen): Restoring['pauseAt'] {
  if (pauseAt === undefined || passes(pauseAt, choice)) return pauseAt;
  report(
    `recovery does not pass ${formatLsn(pauseAt.lsn)}, where the content is known: it is not compared there`,
  );
  return undefined;
}

async function copyFiles(
  { exec, detached, place, path, archives, signal }: Restoring,
  choice: Chosen,
  stop: Restoring['pauseAt'],
): Promise<void> {
  const { target, last } = choice;
  const first = stop && formatTarget({ kind: 'lsn', lsn: stop.lsn, exclusive: true });
  const copying = detached?.('restore') ?? exec;
  const answer = await copying(
    restoreArguments({
      ...place,
      set: choice.backup.label,
      target: first ?? formatTarget(choice.target),
      timeline: choice.timeline,
      path,
      atTarget: stop === undefined ? 'promote' : 'pause',
      archives,
      // The original keeps archiving during the restore.
      ...(target.kind !== 'latest' || target.at === undefined || last === undefined ? {} : { last }),
    }),
    { signal },
  );
  if (signal.aborted) throw cancelled();
  if (answer.code === 0) return;
  throw new UserError(
    `pgBackRest could not restore ${choice.backup.label} from repository ${place.repository} (${answer.code ?? 'no exit code'}): ${pgbackrestFailure(answer)}`,
    answer.code === 40
      ? 'empty the folder, or choose another one'
      : 'restore another backup, or restore from another repository',
  );
}

/** Waits until recovery is paused at the LSN at which the content is known. */
async function waitForPause({ lsn }: NonNullable<Restoring['pauseAt']>, task: Restoring): Promise<void> {
  const state = await until(task, async () => {
    const [row] = await rowsOf(task.exec, task.connection, pauseQuery, task.signal);
    return row?.pause === 'paused' || row?.standby === false ? row : undefined;
  });
  if (state.standby === false)
    throw new UserError(
      `the copy was promoted before it reached ${formatLsn(lsn)}`,
      'read its log: the manifest may be of another database',
    );
}

/** Continues recovery to its target. It may be called twice: a recovery that has already ended is only restarted. */
async function resumeToTarget(task: Restoring, { target }: Chosen): Promise<true> {
  await rowsOf(task.exec, task.connection, targetScript(formatTarget(target)), task.signal);
  await task.restart();
  return true;
}

const pauseQuery = `select json_build_object('standby', pg_is_in_recovery(),
  'pause', case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() end);`;

const look = 500;

/** Repeats the call until it returns an answer, as long as PostgreSQL runs. */
async function until<Answer>(
  { signal, sleep, ended }: Restoring,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
  for (;;) {
    const answer = await ask().catch((error: unknown) => {
      if (error instanceof UserError && !signal.aborted) return undefined;
      throw signal.aborted ? cancelled() : error;
    });
    if (answer !== undefined) return answer;
    const why = await ended();
    if (why !== undefined)
      throw new UserError(
        `PostgreSQL did not start on the restored files: ${why}`,
        'read its log, then restore another backup or choose another target',
      );
    await sleep(look);
  }
}

/** Waits until recovery has ended, without a timeout. */
async function recovered(task: Restoring): Promise<RecoveryEnd> {
  const { exec, connection, signal, report } = task;
  let told = performance.now();
  return until(task, async () => {
    const { code, stdout } = await exec(psql(connection), { input: recoveryEndQuery, signal });
    if (code !== 0) return undefined;
    const end = parseRecoveryEnd(stdout);
    if (!end.inRecovery) return end;
    if (performance.now() - told > 10_000) {
      told = performance.now();
      report(`replay is at ${end.replayed === undefined ? 'its start' : formatLsn(end.replayed)}`);
    }
    return undefined;
  });
}
