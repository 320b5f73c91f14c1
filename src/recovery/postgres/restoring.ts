import { cancelled, UserError } from '../../toolkit/errors.ts';
import type { Phase } from '../phases.ts';
import { inOneJob, type Once } from '../steps.ts';
import { archivedBy } from './archive.ts';
import type { Exec } from './exec.ts';
import type { Backup } from './info.ts';
import { failureIn, type RepositoryName, type RestoreTarget, restore } from './pgbackrest.ts';
import { type Contents, readRepository } from './proving.ts';
import {
  type Deviation,
  judgeRecovery,
  parseRecoveryEnd,
  type RecoveryEnd,
  recoveryEndQuery,
} from './recovery-end.ts';
import { type Connection, literal, psql, rowsOf } from './sql.ts';
import { type Choice, choose, formatTarget, type Target, targetText } from './target.ts';
import { lineage } from './timeline.ts';
import { beginOf, formatLsn, type Lsn, next, parseSegment, type SegmentSize, segmentName } from './wal.ts';

/** Restores a database into a place where nothing of it is yet, and sees where its recovery ended. */

export interface Restoring {
  /** Where it is restored. */
  readonly exec: Exec;
  /** The same for what takes long, by its name. Default: `exec`. */
  lasting?(name: string): Exec;
  /** What an earlier job has done already. Default: nothing. */
  readonly once?: Once | undefined;
  readonly place: RepositoryName;
  /** Where recovery ends; or what decides that, asked once. */
  readonly target: Target | (() => Promise<Target>);
  /** The backup that somebody named; else it is chosen. */
  readonly set?: string | undefined;
  readonly size: SegmentSize;
  /** The folder of its files, empty. */
  readonly path: string;
  /** Whether it is going to archive, as what takes the place of the original does. */
  readonly archives: boolean;
  readonly connection: Connection;
  /** A place before the target at which its content is known, and when that was: recovery pauses there to let it be looked at. */
  readonly stopOver?:
    | {
        readonly lsn: Lsn;
        readonly at: number;
        /** @param there waits until recovery stands still at that place; not called by who has looked before. */
        look(there: () => Promise<void>): Promise<void>;
      }
    | undefined;
  /** Begins PostgreSQL on the files. */
  start(): Promise<void>;
  /** Ends it and begins it again. */
  restart(): Promise<void>;
  /** Why it does not run any more, with the end of its log; undefined while it does, or is still to begin. */
  ended(): Promise<string | undefined>;
  /** Notes how long a phase takes. */
  during<Result>(phase: Phase, work: () => Promise<Result>): Promise<Result>;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

/** What was decided, with all that another job needs to go on with it, whatever comes into the repository meanwhile. */
export interface Chosen {
  readonly backup: Pick<Backup, 'label' | 'repository' | 'startLsn' | 'stopLsn' | 'endedAt' | 'size'>;
  readonly target: Target;
  readonly timeline: number | 'current';
  /** The newest segment of WAL that counts, by its name; absent when there was none. */
  readonly last?: string | undefined;
  /** When that came; ms since 1970. */
  readonly lastAt?: number | undefined;
}

export interface RestoredDatabase {
  readonly choice: Chosen;
  /** How its recovery ended otherwise than it was told to; nothing when it is right. */
  readonly deviations: readonly Deviation[];
  /** Up to where the log was applied; for sentences. */
  readonly reached: string;
}

/**
 * Chooses the backup, restores it, and lets PostgreSQL recover to the target.
 * @throws {UserError} when nothing leads to the target, when pgBackRest does not restore it, and when PostgreSQL does not come up.
 */
export async function restoreDatabase(task: Restoring): Promise<RestoredDatabase> {
  const { place, during, report, once = inOneJob } = task;
  let others: readonly Backup[] = [];
  const choice = await during('decide', () =>
    once('chosen', async () => {
      const target = typeof task.target === 'function' ? await task.target() : task.target;
      const contents = asOf(target, await readRepository(task));
      others = contents.stanza.backups;
      return chosenFrom(contents, { ...task, target });
    }),
  );
  report(
    `${place.stanza}: ${choice.backup.label} from repository ${place.repository}, then to ${targetText(choice.target)}`,
  );
  const stop = stopOverOf(task, choice);
  await during('restore', () => copyFiles(task, choice, stop));
  const end = await during('replay', async () => {
    await task.start();
    if (stop !== undefined) {
      await stop.look(() => untilThere(stop, task));
      await once('onward', () => goOn(task, choice));
    }
    return recovered(task);
  });
  const { target, backup } = choice;
  const deviations = judgeRecovery(end, target, backup, others, archiveEnd(choice.last, task.size));
  const at = end.left?.lsn ?? end.replayed;
  return { choice, deviations, reached: at === undefined ? 'nobody knows where' : formatLsn(at) };
}

function chosenFrom(contents: Contents, task: Restoring & { readonly target: Target }): Chosen {
  const { backup, timeline, passedOver } = choiceFrom(contents, task);
  for (const line of passedOver) task.report(line);
  const latest = contents.listing.segments.at(-1);
  const { label, repository, startLsn, stopLsn, endedAt, size } = backup;
  return {
    backup: { label, repository, startLsn, stopLsn, endedAt, size },
    ...{ target: task.target, timeline },
    ...(latest === undefined ? {} : { last: segmentName(latest.segment, task.size), lastAt: latest.at }),
  };
}

/** Where the newest segment that counts begins and ends. */
function archiveEnd(last: string | undefined, size: SegmentSize) {
  const segment = parseSegment(last ?? '', size);
  return segment && { last: beginOf(segment, size), end: beginOf(next(segment), size) };
}

/** What the target lets count as there. Pure. */
const asOf = (target: Target, contents: Contents): Contents =>
  target.kind === 'latest' && target.at !== undefined
    ? { ...contents, listing: archivedBy(contents.listing, target.at) }
    : contents;

/** From what a repository says, the backup from which to recover, and along which timelines. Pure. */
export function choiceFrom(
  { stanza, listing, histories, archive }: Contents,
  { place, target, set, size }: Pick<Restoring, 'place' | 'set' | 'size'> & { readonly target: Target },
): Choice {
  const newest = Math.max(
    1,
    ...listing.segments.map(({ segment }) => segment.timeline),
    ...listing.histories,
  );
  const spans = lineage(newest, histories);
  if (archive === undefined || spans === undefined)
    throw new UserError(
      archive === undefined
        ? `repository ${place.repository} holds no WAL of ${place.stanza}`
        : `the history of timeline ${newest} is not in repository ${place.repository}`,
      'take another repository',
    );
  return choose({
    ...{ stanza, repository: place.repository, target, spans, listing, size },
    ...(set === undefined ? {} : { set }),
  });
}

/** Milliseconds by which the clocks of who notes and of the database may differ. */
const clocks = 60_000;

/** Whether recovery comes past a place: nothing can be seen of one that the backup has passed itself, or that lies behind the target. Pure. */
export function leadsPast(
  { lsn, at }: { readonly lsn: Lsn; readonly at: number },
  { backup, target }: Pick<Chosen, 'backup' | 'target'>,
): boolean {
  const comesAfter =
    target.kind === 'latest' ||
    (target.kind === 'lsn' && target.lsn > lsn) ||
    (target.kind === 'time' && target.at > at + clocks);
  return lsn > backup.stopLsn && comesAfter;
}

function stopOverOf({ stopOver, report }: Restoring, choice: Chosen): Restoring['stopOver'] {
  if (stopOver === undefined || leadsPast(stopOver, choice)) return stopOver;
  report(`${formatLsn(stopOver.lsn)}, at which the content is known, is not on the way`);
  return undefined;
}

async function copyFiles(
  { exec, lasting, place, path, archives, signal }: Restoring,
  choice: Chosen,
  stop: Restoring['stopOver'],
): Promise<void> {
  const { target, last } = choice;
  const first = stop && formatTarget({ kind: 'lsn', lsn: stop.lsn, exclusive: true });
  const copying = lasting?.('restore') ?? exec;
  const answer = await copying(
    restore({
      ...place,
      set: choice.backup.label,
      target: first ?? formatTarget(choice.target),
      timeline: choice.timeline,
      path,
      atTarget: stop === undefined ? 'promote' : 'pause',
      archives,
      // While it is restored the original goes on and archives.
      ...(target.kind !== 'latest' || target.at === undefined || last === undefined ? {} : { last }),
    }),
    { signal },
  );
  if (signal.aborted) throw cancelled();
  if (answer.code === 0) return;
  throw new UserError(
    `pgBackRest does not restore ${choice.backup.label} from repository ${place.repository} (${answer.code ?? 'ended'}): ${failureIn(answer)}`,
    answer.code === 40
      ? 'empty the folder, or give it another place'
      : 'restore another backup, or from another repository',
  );
}

/** Until recovery stands still at the place at which the content is known. */
async function untilThere({ lsn }: NonNullable<Restoring['stopOver']>, task: Restoring): Promise<void> {
  const state = await until(task, async () => {
    const [row] = await rowsOf(task.exec, task.connection, pauseQuery, task.signal);
    return row?.pause === 'paused' || row?.standby === false ? row : undefined;
  });
  if (state.standby === false)
    throw new UserError(
      `the copy was promoted before it came to ${formatLsn(lsn)}`,
      'see its log; the manifest may be of another database',
    );
}

/** Lets recovery go on to its target. It may be done twice: what has come to its end already is only restarted. */
async function goOn(task: Restoring, { target }: Chosen): Promise<true> {
  await rowsOf(task.exec, task.connection, targetScript(formatTarget(target)), task.signal);
  await task.restart();
  return true;
}

const pauseQuery = `select json_build_object('standby', pg_is_in_recovery(),
  'pause', case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() end);`;

/** Takes the place to pause at back, and sets the target. Pure. */
export function targetScript({ type, value, exclusive }: RestoreTarget): string {
  const settings =
    type === 'default' ? [] : [`alter system set recovery_target_${type} = ${literal(value ?? '')};`];
  const inclusive =
    type === 'default' ? [] : [`alter system set recovery_target_inclusive = ${exclusive !== true};`];
  const action = type === 'default' ? [] : [`alter system set recovery_target_action = 'promote';`];
  return [
    'alter system reset recovery_target_lsn;',
    'alter system reset recovery_target_inclusive;',
    'alter system reset recovery_target_action;',
    ...[...settings, ...inclusive, ...action],
  ].join('\n');
}

const look = 500;

/** Asks until there is an answer, as long as PostgreSQL runs. */
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
        `PostgreSQL does not come up on the restored files: ${why}`,
        'see its log; restore another backup, or to another target',
      );
    await sleep(look);
  }
}

/** Waits until recovery is over, however long it takes. */
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
      report(`replay is at ${end.replayed === undefined ? 'its beginning' : formatLsn(end.replayed)}`);
    }
    return undefined;
  });
}
