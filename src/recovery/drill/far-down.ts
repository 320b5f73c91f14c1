import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { notArchived } from '../alerts.ts';
import type { DrillFacts } from '../drill-report.ts';
import type { Level, Rung } from '../ladder.ts';
import { acknowledged, type LedgerEntry } from '../ledger.ts';
import type { Archiver } from '../postgres/archiver.ts';
import { factsOf, make, newCourse } from './facts.ts';
import { pause } from './patience.ts';
import { startProber } from './prober.ts';
import { startStamper } from './stamps.ts';
import { untilSteady } from './standing.ts';
import type { Course, StandingDrill, StandingSystem, Watch } from './standing-ports.ts';
import { endedBy, told } from './told.ts';
import { startWriter } from './writer.ts';

/**
 * A drill in which the far repository cannot be reached for a while: it has to be noticed, the near one has to go on, nobody who writes may
 * feel it, and when it is back every segment has to come after. pgBackRest tells PostgreSQL of a segment only when all repositories have
 * it, so PostgreSQL keeps what is missing in one, and its disk is what a real one fills.
 */

export interface Archives {
  /** What the primary says of its archiving. */
  archiver(signal: AbortSignal): Promise<Archiver>;
  /** Why the far repository cannot be read from where the database is; undefined when it can. */
  farFault(signal: AbortSignal): Promise<string | undefined>;
  /** Name of the newest segment in the near repository. */
  near(signal: AbortSignal): Promise<string | undefined>;
  /** L0 and L1 of both, knowing what PostgreSQL was told to be archived. */
  prove(archived: string | undefined): Promise<Rung[]>;
}

export interface FarDownDrill extends Omit<StandingDrill, 'target'> {
  /** Within so long it has to be noticed, and the near repository has to have what was written; ms. */
  readonly within: number;
}

/** Never throws: what goes wrong stands in what it returns. */
export async function drillFarDown(
  drill: FarDownDrill,
  system: StandingSystem,
  archives: Archives,
): Promise<DrillFacts> {
  const startedAt = system.now();
  const stamper = startStamper(system.now);
  const course = newCourse();
  const { profile, run } = drill;
  let watch: Watch | undefined;
  try {
    await system.prepare(drill.signal);
    const { now, append, markers, probe } = system;
    watch = {
      from: now(),
      writer: startWriter({ runId: run.id, ...profile.markers, send: markers.send, append, now }),
      prober: startProber({ ...profile.probes, probe, now }),
    };
    await whileCutOff(drill, system, archives, course, watch, stamper);
  } catch (error) {
    course.error = drill.signal.aborted ? endedBy(drill.signal) : told(error, system);
  }
  await Promise.all([watch?.prober.stop(), watch?.writer.stop()]);
  try {
    course.left.push(...(await system.clear()));
  } catch (error) {
    course.left.push(told(error, system));
  }
  return factsOf(drill, course, { startedAt, endedAt: system.now(), stamps: stamper.stamps() });
}

async function whileCutOff(
  drill: FarDownDrill,
  system: StandingSystem,
  archives: Archives,
  course: Course,
  watch: Watch,
  stamper: ReturnType<typeof startStamper>,
): Promise<void> {
  const { signal } = drill;
  const steady = await untilSteady(drill, system, watch, course);
  if (steady === undefined) return;
  const already = await archives.farFault(signal);
  if (already !== undefined) {
    course.skipped = `the far repository was not good before: ${already}`;
    return;
  }
  // What is broken is no standby: their rung is of another question.
  course.rungs.length = 0;
  const before = await archives.archiver(signal);
  let fixed = false;
  const fix = async () => {
    if (fixed) return;
    await system.fix(steady.victim);
    await system.note(undefined);
    fixed = true;
  };
  // Beforehand: whoever is killed in between has left a note of what is perhaps broken.
  await system.note(steady.victim);
  try {
    system.report('cutting the far repository off');
    await stamper.during('inject', () => system.inject(steady.victim, signal));
    const injectedAt = system.now();
    course.injectedAt = injectedAt;
    make(drill, course, 'notice');
    const noticing = await stamper.during('detect', () => untilNoticed(drill, system, archives, before));
    course.mustNotice = { noticed: noticing.noticed, what: 'that the far repository cannot be reached' };
    course.rungs.push(...noticing.rungs);
    system.report('letting the far repository through again');
    await fix();
    make(drill, course, 'catch-up');
    course.rungs.push(
      await stamper.during('replay', () => untilCaughtUp(drill, system, archives, noticing.most, course)),
    );
    const { archived } = await archives.archiver(signal);
    course.rungs.push(...(await stamper.during('verify', () => archives.prove(archived))));
    course.rungs.push(writesRung(watch.writer.entries(), injectedAt, system.now()));
    const bad = watch.prober.samples().filter(({ ok, at }) => !ok && at >= injectedAt).length;
    course.notes.push(`${counted(bad, 'probe')} of the application bad meanwhile`);
  } finally {
    try {
      await fix();
    } catch (error) {
      course.left.push(`the far repository is still cut off: ${told(error, system)}`);
    }
  }
}

interface Noticing {
  readonly noticed: boolean;
  readonly rungs: readonly Rung[];
  /** The largest that was seen. */
  readonly most: Pick<Archiver, 'waiting' | 'bytes'>;
}

/** By both: who proves repositories, and PostgreSQL's own count of failures, upon which the rule for alerts rests. */
async function untilNoticed(
  { within, profile, signal }: FarDownDrill,
  { now }: StandingSystem,
  archives: Archives,
  before: Archiver,
): Promise<Noticing> {
  const begun = now();
  const most = { waiting: before.waiting, bytes: before.bytes };
  /** Whoever hangs keeps none of the others up. */
  const until = async <Found>(look: () => Promise<Found | undefined>) => {
    for (;;) {
      const found = await look();
      const after = now() - begun;
      if (found !== undefined && after <= within) return { after, found };
      if (after > within) return undefined;
      await pause(profile.probes.every, signal);
    }
  };
  const [proving, counting, near] = await Promise.all([
    until(() => archives.farFault(signal)),
    until(async () => {
      const { failed, waiting, bytes } = await archives.archiver(signal);
      most.waiting = Math.max(most.waiting, waiting);
      most.bytes = Math.max(most.bytes, bytes);
      return failed > before.failed ? failed : undefined;
    }),
    // What was being written when it was cut off.
    until(async () => {
      const newest = await archives.near(signal);
      return newest !== undefined && newest >= before.current ? newest : undefined;
    }),
  ]);
  const allowed = `${formatDuration(within)} are allowed`;
  return {
    noticed: proving !== undefined && counting !== undefined,
    most,
    rungs: [
      rung(
        'L0',
        'noticed by who proves repositories',
        proving !== undefined,
        proving === undefined
          ? `nothing was said of it, and ${allowed}`
          : `in ${formatDuration(proving.after)}, and ${allowed}: ${proving.found}`,
      ),
      rung(
        'L0',
        'noticed by the rule for alerts',
        counting !== undefined,
        counting === undefined
          ? `PostgreSQL counted no failure, and ${allowed}`
          : `PostgreSQL counted a failure in ${formatDuration(counting.after)}, and ${allowed}; ${notArchived.alert} goes off ${notArchived.for} later`,
      ),
      rung(
        'L0',
        'the near repository goes on',
        near !== undefined,
        near === undefined
          ? `${before.current} is not in it, and ${allowed}`
          : `${near.found} came to it in ${formatDuration(near.after)}`,
      ),
    ],
  };
}

/** Until PostgreSQL has been told that everything is archived that was written until now. */
async function untilCaughtUp(
  { returns, profile, signal }: FarDownDrill,
  { now }: StandingSystem,
  archives: Archives,
  most: Noticing['most'],
  { notes }: Course,
): Promise<Rung> {
  const begun = now();
  const { current } = await archives.archiver(signal);
  let state = await archives.archiver(signal);
  let [waiting, bytes] = [most.waiting, most.bytes];
  const isBehind = ({ archived }: Archiver) => archived === undefined || archived.slice(0, 24) < current;
  while (isBehind(state) && now() - begun < returns) {
    await pause(Math.max(500, profile.probes.every), signal);
    state = await archives.archiver(signal);
    waiting = Math.max(waiting, state.waiting);
    bytes = Math.max(bytes, state.bytes);
  }
  const mega = (count: number) => `${(count / 1e6).toFixed(0)} MB`;
  notes.push(
    `up to ${counted(waiting, 'segment')} waited to be archived, ${state.waiting} at the end; pg_wal grew to ${mega(bytes)}, and has ${mega(state.bytes)} at the end: PostgreSQL keeps some to use them again`,
  );
  const took = now() - begun;
  const good = !isBehind(state);
  return {
    ...rung(
      'L1',
      'everything came after',
      good,
      good
        ? `${current}, which was written when it was let through, is archived ${formatDuration(took)} later, and ${state.waiting} wait`
        : `${current} is not archived after ${formatDuration(took)}, and ${counted(state.waiting, 'segment')} wait`,
    ),
    took,
  };
}

/** A database that has to wait for its archive has no reason to stop. */
const longestSilence = 10_000;

/** That whoever writes feels nothing of it. Pure. */
export function writesRung(entries: readonly LedgerEntry[], from: number, to: number): Rung {
  const acked = acknowledged(entries).flatMap(({ ackedAt }) => (ackedAt >= from ? [ackedAt] : []));
  const times = [from, ...acked.toSorted((a, b) => a - b), to];
  const silence = Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? at)));
  return rung(
    'L0',
    'writes go on',
    silence <= longestSilence,
    `${counted(acked.length, 'marker')} acknowledged meanwhile, the longest time without any was ${formatDuration(Math.round(silence))}`,
  );
}

const rung = (level: Level, what: string, good: boolean, sentence: string): Rung => ({
  ...{ level, what, sentence },
  state: good ? 'passed' : 'failed',
});
