import { UserError } from '../../toolkit/errors.ts';
import type { DrillFacts } from '../drill-report.ts';
import type { Rung } from '../ladder.ts';
import type { LedgerEntry, Marker } from '../ledger.ts';
import { measureLoss } from '../loss.ts';
import { measureOutage, type Sample } from '../outage.ts';
import type { Phase } from '../phases.ts';
import type { Behind } from '../postgres/behind.ts';
import type { Does, Scenario } from '../scenario.ts';
import { backRung, type CutOver, leadBack, notDrilled, notWorth, thereRung } from './cutting-over.ts';
import { factsOf, make, newCourse } from './facts.ts';
import { type Mistake, mistakeRung, outageOf } from './mistake.ts';
import { pause } from './patience.ts';
import { type Prober, startProber } from './prober.ts';
import { momentOf, type Profile } from './profile.ts';
import { startStamper } from './stamps.ts';
import type { Course } from './standing-ports.ts';
import { applicationRung, freshRung, markersRung } from './standing-rungs.ts';
import { endedBy, told } from './told.ts';

/**
 * A drill beside the system that stands: what is lost is only taken to be lost, and everything is brought back into a namespace of the
 * drill's own, from a repository. Nothing that stands is touched.
 */

export interface ScratchDrill
  extends Pick<DrillFacts, 'app' | 'environment' | 'target' | 'assumedDetection' | 'tools' | 'run'> {
  readonly scenario: Scenario;
  readonly profile: Profile;
  /** After so long it has not come back; ms. */
  readonly deadline: number;
  /** From which the moment of a mistake follows. */
  readonly seed?: string | undefined;
  readonly signal: AbortSignal;
}

/** What was restored, and of which markers it holds which. */
export interface Brought {
  readonly rungs: readonly Rung[];
  readonly backup: NonNullable<DrillFacts['backup']>;
  /** Up to when it was to be recovered; ms since 1970. Absent: to the end. */
  readonly target?: number | undefined;
  readonly recovered: readonly Marker[];
}

/** The hands of the drill. */
export interface ScratchSystem {
  now(): number;
  report(line: string): void;
  /** What was written and acknowledged until the loss; nothing where no markers are written. Ends the writing. */
  readonly markers?: { stop(): Promise<readonly LedgerEntry[]> } | undefined;
  /** How much of what was written may be in no archive now; undefined where that is measured by markers, or cannot be told. */
  behind(): Promise<Behind | undefined>;
  /** Deletes what the drill itself has written, as a mistake would; absent where nothing is deleted. */
  readonly mistake?: ((signal: AbortSignal) => Promise<Mistake>) | undefined;
  /** Of the repository, before anything is restored: L0 and L1. */
  prove(): Promise<Rung[]>;
  provision(): Promise<void>;
  /** What of the Secrets came out of the set. */
  secrets(): Promise<Rung[]>;
  /**
   * @param lostAt what was archived later is lost, too; ms since 1970.
   * @param mistake just before which the recovery has to end, when there was one.
   */
  restore(
    lostAt: number,
    during: ReturnType<typeof startStamper>['during'],
    mistake: Mistake | undefined,
  ): Promise<Brought>;
  /** Files and objects of buckets, out of the set; absent where the scenario restores none. */
  readonly files?: (() => Promise<Rung[]>) | undefined;
  /** Absent where no cut-over is declared. */
  readonly cutOver?: CutOver | undefined;
  /** What takes its time and holds nobody up. */
  inspect(): Promise<Rung[]>;
  /** What uses the database; absent where nothing is to be started. */
  readonly application?:
    | {
        /** Makes the objects of the set, asleep. */
        apply(): Promise<void>;
        start(): Promise<void>;
        /** One look from outside: through the public address where that is to be led there. */
        probe(signal: AbortSignal): Promise<string | undefined>;
        /** One look past the public address. */
        direct(): Promise<string | undefined>;
        old(): Promise<string | undefined>;
        /** Absent where slipway.yml does not say how a record is written. */
        readonly fresh?: (() => Promise<string | undefined>) | undefined;
      }
    | undefined;
}

/** Never throws: what goes wrong stands in what it returns. */
export async function drillScratch(drill: ScratchDrill, system: ScratchSystem): Promise<DrillFacts> {
  const startedAt = system.now();
  const stamper = startStamper(system.now);
  const course = newCourse();
  const has = (does: Does) => drill.scenario.moves.some(move => move.does === does);
  let prober: Prober | undefined;
  let samples: readonly Sample[] | undefined;
  let isOver = false;
  try {
    const { application, cutOver } = system;
    const unsteady = await cutOver?.remember();
    if (unsteady !== undefined)
      throw new UserError(`the public address is not good to begin with: ${unsteady}`, 'mend that first');
    const mistake = await erring(drill, system, course);
    // The last that is known of the lost system.
    const ledger = await system.markers?.stop();
    if (ledger === undefined) course.bound = await system.behind();
    const injectedAt = mistake?.to ?? system.now();
    course.injectedAt = injectedAt;
    if (application !== undefined)
      prober = startProber({ ...drill.profile.probes, probe: application.probe, now: system.now });
    make(drill, course, 'provision');
    await stamper.during('provision', system.provision);
    if (has('load-images')) make(drill, course, 'load-images');
    course.rungs.push(...(await stamper.during('provision', system.prove)));
    if (has('restore-secrets')) make(drill, course, 'restore-secrets');
    course.rungs.push(...(await stamper.during('restore', system.secrets)));
    if (system.files !== undefined) {
      make(drill, course, 'restore-files');
      course.rungs.push(...(await stamper.during('restore', system.files)));
    }
    make(drill, course, 'restore-database');
    let replayed = injectedAt;
    const during: typeof stamper.during = (phase, work) => {
      if (phase === 'replay') replayed = system.now();
      return stamper.during(asOfAll[phase] ?? phase, work);
    };
    const brought = await system.restore(injectedAt, during, mistake);
    course.rungs.push(...brought.rungs);
    course.backup = brought.backup;
    if (ledger !== undefined) {
      course.loss = measureLoss({
        ...{ ledger, recovered: brought.recovered, failedAt: injectedAt, every: drill.profile.markers.every },
        ...(brought.target === undefined ? {} : { target: brought.target }),
        // What was under way while the rows were deleted may be on either side of it.
        ...(mistake && { target: (mistake.from + mistake.to) / 2, skew: (mistake.to - mistake.from) / 2 }),
      });
      course.rungs.push(markersRung(course.loss));
      if (mistake !== undefined) {
        course.rungs.push(mistakeRung(mistake, ledger, brought.recovered));
        course.outage = outageOf(mistake, replayed, system.now());
      }
    }
    if (application !== undefined && prober !== undefined) {
      make(drill, course, 'apply-objects');
      await stamper.during('start', application.apply);
      make(drill, course, 'start');
      await stamper.during('start', application.start);
      make(drill, course, 'verify');
      const watching = prober;
      const fault =
        cutOver && (await stamper.during('verify', () => untilGood(drill, system, application.direct)));
      // Nobody is led to what does not work.
      if (fault !== undefined) course.rungs.push(notWorth(fault));
      else if (cutOver !== undefined) {
        system.report('cutting over');
        make(drill, course, 'cut-over');
        await stamper.during('cutover', async () => {
          isOver = true;
          await cutOver.there(drill.signal);
          await untilServed(drill, system, watching);
        });
        samples = await watching.stop();
        course.rungs.push(await thereRung(cutOver));
      } else await stamper.during('verify', () => untilServed(drill, system, watching));
      course.rungs.push(applicationRung('old record', await application.old()));
      course.rungs.push(await freshRung(application));
    }
    if (cutOver !== undefined && isOver) {
      system.report('leading the public address back');
      course.rungs.push(await backRung(cutOver, { ...drill, now: system.now }));
      isOver = false;
    } else if (cutOver === undefined && has('cut-over')) course.rungs.push(notDrilled);
    make(drill, course, 'verify');
    // It serves already: what takes longer counts no more.
    course.rungs.push(...(await system.inspect()));
  } catch (error) {
    course.error = drill.signal.aborted ? endedBy(drill.signal) : told(error, system);
  }
  if (isOver && system.cutOver !== undefined) {
    const left = await leadBack(system.cutOver, system);
    if (left !== undefined) course.left.push(left);
  }
  samples ??= await prober?.stop();
  if (samples !== undefined && course.injectedAt !== undefined)
    course.outage = measureOutage({
      samples,
      injectedAt: course.injectedAt,
      every: drill.profile.probes.every,
      consecutive: drill.profile.good,
    });
  // Without a cut-over nothing above is to be had.
  const { required } = drill.scenario;
  return factsOf(drill, course, {
    ...{ startedAt, endedAt: system.now(), stamps: stamper.stamps() },
    required: required === 'L5' && system.cutOver === undefined ? 'L4' : required,
  });
}

/** Deletes what was written, at a moment that nobody chose, and lets the writing go on for a while. */
async function erring(
  { profile, seed, run, signal }: ScratchDrill,
  system: ScratchSystem,
  { notes }: Course,
): Promise<Mistake | undefined> {
  if (system.mistake === undefined) return undefined;
  await pause(momentOf(seed ?? run.id, profile.spread), signal);
  const mistake = await system.mistake(signal);
  system.report(mistake.sentence);
  notes.push(mistake.sentence);
  await pause(profile.good * profile.markers.every, signal);
  return mistake;
}

/** The choice of a backup and the comparison on the way are parts of longer ones, where the whole recovery is looked at. */
const asOfAll: Readonly<Partial<Record<Phase, Phase>>> = { decide: 'restore', verify: 'replay' };

/** Until it is good once. @returns why it is not, when that takes too long. */
async function untilGood(
  { profile, deadline, signal }: ScratchDrill,
  { now }: ScratchSystem,
  look: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const end = now() + deadline;
  for (;;) {
    const fault = await look();
    if (fault === undefined || now() >= end) return fault;
    await pause(profile.probes.every, signal);
  }
}

/** Until it was good so many times in a row, or it takes too long. */
async function untilServed(
  { profile, deadline, signal }: ScratchDrill,
  { now }: ScratchSystem,
  prober: Prober,
): Promise<void> {
  const end = now() + deadline;
  for (;;) {
    const last = prober.samples().slice(-profile.good);
    if (last.length === profile.good && last.every(({ ok }) => ok)) return;
    if (now() >= end) return;
    await pause(profile.probes.every, signal);
  }
}
