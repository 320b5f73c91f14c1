import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import type { DrillFacts } from '../drill-report.ts';
import { notArchived } from '../feasibility.ts';
import { acknowledged, type LedgerEntry } from '../ledger.ts';
import type { DrillLevel, LevelCheck } from '../levels.ts';
import type { Archiver } from '../postgres/archiver.ts';
import { recordStep } from './facts.ts';
import { withFault } from './fault.ts';
import { underWatch } from './live.ts';
import type { DrillProgress, DrillWatch, LiveDrill, LiveSystem } from './live-system.ts';
import { lookUntil, pause } from './patience.ts';
import type { PhaseRecorder } from './phase-recorder.ts';
import type { Placement } from './placement.ts';
import { runDrill } from './run-drill.ts';

/**
 * A drill in which the off-site repository is unreachable for a while. The outage must be detected, the on-site repository must keep archiving,
 * clients must not be affected, and every segment must be archived afterwards. pgBackRest reports a segment to PostgreSQL as archived only
 * when all repositories have it, so PostgreSQL keeps the missing ones, and a real outage fills its disk.
 */

export interface Archives {
  /** Returns the primary's archiving status. */
  archiver(signal: AbortSignal): Promise<Archiver>;
  /** Returns why the database cannot read the off-site repository; undefined if it can. */
  offSiteFault(signal: AbortSignal): Promise<string | undefined>;
  /** Returns the name of the newest segment in the on-site repository. */
  onSite(signal: AbortSignal): Promise<string | undefined>;
  /** Runs the L0 and L1 checks of both. @param archived the last segment that PostgreSQL counts as archived. */
  prove(archived: string | undefined): Promise<LevelCheck[]>;
}

interface OffSiteDownDrill extends Omit<LiveDrill, 'target'> {
  /** Time limit for noticing the outage, and for the on-site repository to have the WAL written so far; ms. */
  readonly within: number;
}

/** Runs the drill. Never throws: the result contains the error. */
export function drillOffSiteDown(
  drill: OffSiteDownDrill,
  system: LiveSystem,
  archives: Archives,
): Promise<DrillFacts> {
  return runDrill(drill, system, (progress, recorder) =>
    underWatch(drill, system, progress, (watch, { victim }) =>
      whileCutOff(drill, system, archives, progress, watch, recorder, victim),
    ),
  );
}

async function whileCutOff(
  drill: OffSiteDownDrill,
  system: LiveSystem,
  archives: Archives,
  progress: DrillProgress,
  watch: DrillWatch,
  recorder: PhaseRecorder,
  victim: Placement,
): Promise<void> {
  const { signal } = drill;
  const already = await archives.offSiteFault(signal);
  if (already !== undefined) {
    progress.skipped = `the off-site repository failed before the drill: ${already}`;
    return;
  }
  // This drill breaks no standby, so the check of the standbys does not count.
  progress.levelChecks.length = 0;
  const before = await archives.archiver(signal);
  await withFault(system, victim, progress, 'the off-site repository is still cut off', async fix => {
    system.report('cutting off the off-site repository');
    await recorder.during('inject', () => system.inject(victim, signal));
    const injectedAt = system.now();
    progress.injectedAt = injectedAt;
    recordStep(drill, progress, 'notice');
    const noticing = await recorder.during('detect', () => untilNoticed(drill, system, archives, before));
    progress.mustNotice = { noticed: noticing.noticed, what: 'the outage of the off-site repository' };
    progress.levelChecks.push(...noticing.levelChecks);
    system.report('restoring access to the off-site repository');
    await fix();
    recordStep(drill, progress, 'catch-up');
    progress.levelChecks.push(
      await recorder.during('replay', () => untilCaughtUp(drill, system, archives, noticing.most, progress)),
    );
    const { archived } = await archives.archiver(signal);
    progress.levelChecks.push(...(await recorder.during('verify', () => archives.prove(archived))));
    progress.levelChecks.push(writesCheck(watch.writer.entries(), injectedAt, system.now()));
    const bad = watch.prober.samples().filter(({ ok, at }) => !ok && at >= injectedAt).length;
    progress.notes.push(`${counted(bad, 'probe')} of the application failed meanwhile`);
  });
}

interface Noticing {
  readonly noticed: boolean;
  readonly levelChecks: readonly LevelCheck[];
  /** The largest values seen. */
  readonly most: Pick<Archiver, 'waiting' | 'bytes'>;
}

/** Waits until the outage is detected by both the repository check and PostgreSQL's count of failures, which the alert rule uses. */
async function untilNoticed(
  { within, pace, signal }: OffSiteDownDrill,
  { now }: LiveSystem,
  archives: Archives,
  before: Archiver,
): Promise<Noticing> {
  const begun = now();
  const most = { waiting: before.waiting, bytes: before.bytes };
  /** Polls on its own schedule, so that a hanging check does not delay the others. */
  const until = async <Found>(look: () => Promise<Found | undefined>) => {
    for (;;) {
      const found = await look();
      const after = now() - begun;
      if (found !== undefined && after <= within) return { after, found };
      if (after > within) return undefined;
      await pause(pace.probes.every, signal);
    }
  };
  const [proving, counting, archiving] = await Promise.all([
    until(() => archives.offSiteFault(signal)),
    until(async () => {
      const { failed, waiting, bytes } = await archives.archiver(signal);
      most.waiting = Math.max(most.waiting, waiting);
      most.bytes = Math.max(most.bytes, bytes);
      return failed > before.failed ? failed : undefined;
    }),
    // At least the segment that was being written when the off-site repository was cut off.
    until(async () => {
      const newest = await archives.onSite(signal);
      return newest !== undefined && newest >= before.current ? newest : undefined;
    }),
  ]);
  const allowed = `${formatDuration(within)} allowed`;
  return {
    noticed: proving !== undefined && counting !== undefined,
    most,
    levelChecks: [
      levelCheck(
        'L0',
        'detection by the repository check',
        proving !== undefined,
        proving === undefined
          ? `it reported nothing (${allowed})`
          : `after ${formatDuration(proving.after)} (${allowed}): ${proving.found}`,
      ),
      levelCheck(
        'L0',
        'detection by the alert rule',
        counting !== undefined,
        counting === undefined
          ? `PostgreSQL counted no failure (${allowed})`
          : `PostgreSQL counted a failure after ${formatDuration(counting.after)} (${allowed}); ${notArchived.alert} fires ${notArchived.for} later`,
      ),
      levelCheck(
        'L0',
        'archiving to the on-site repository',
        archiving !== undefined,
        archiving === undefined
          ? `${before.current} has not arrived (${allowed})`
          : `${archiving.found} arrived after ${formatDuration(archiving.after)}`,
      ),
    ],
  };
}

/** Waits until PostgreSQL counts all WAL written so far as archived. */
async function untilCaughtUp(
  { rejoinTimeout, pace, signal }: OffSiteDownDrill,
  { now }: LiveSystem,
  archives: Archives,
  most: Noticing['most'],
  { notes }: DrillProgress,
): Promise<LevelCheck> {
  const begun = now();
  const { current } = await archives.archiver(signal);
  let { waiting, bytes } = most;
  const isDone = ({ archived }: Archiver) => archived !== undefined && archived.slice(0, 24) >= current;
  const look = async () => {
    const found = await archives.archiver(signal);
    waiting = Math.max(waiting, found.waiting);
    bytes = Math.max(bytes, found.bytes);
    return found;
  };
  const every = Math.max(500, pace.probes.every);
  const state = await lookUntil(look, isDone, { pace, signal, every, now, end: begun + rejoinTimeout });
  const mega = (count: number) => `${(count / 1e6).toFixed(0)} MB`;
  notes.push(
    `up to ${counted(waiting, 'segment')} waited for archiving, ${state.waiting} at the end; pg_wal grew to ${mega(bytes)}, with ${mega(state.bytes)} at the end: PostgreSQL recycles some segments`,
  );
  const took = now() - begun;
  const good = isDone(state);
  return {
    ...levelCheck(
      'L1',
      'all WAL archived afterwards',
      good,
      good
        ? `${current}, written when access was restored, was archived ${formatDuration(took)} later, with ${state.waiting} waiting`
        : `${current} is not archived after ${formatDuration(took)}, with ${counted(state.waiting, 'segment')} waiting`,
    ),
    took,
  };
}

/** Longest allowed time without an acknowledged write; ms. Failing archiving must not block writes. */
const longestSilence = 10_000;

/** Checks that clients could keep writing. Pure. */
export function writesCheck(entries: readonly LedgerEntry[], from: number, to: number): LevelCheck {
  const acked = acknowledged(entries).flatMap(({ ackedAt }) => (ackedAt >= from ? [ackedAt] : []));
  const times = [from, ...acked.toSorted((a, b) => a - b), to];
  const silence = Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? at)));
  return levelCheck(
    'L0',
    'writes continue',
    silence <= longestSilence,
    `${counted(acked.length, 'marker')} acknowledged meanwhile, the longest gap was ${formatDuration(silence)}`,
  );
}

const levelCheck = (level: DrillLevel, what: string, good: boolean, sentence: string): LevelCheck => ({
  level,
  what,
  sentence,
  state: good ? 'passed' : 'failed',
});
