import { UserError } from '../../toolkit/errors.ts';
import type { BackupFacts, DrillFacts } from '../drill-report.ts';
import type { Rung } from '../ladder.ts';
import type { LedgerEntry, Marker } from '../ledger.ts';
import { measureLoss } from '../loss.ts';
import { measureOutage, type Outage, type Sample } from '../outage.ts';
import type { Phase } from '../phases.ts';
import type { Archiving, Behind } from '../postgres/behind.ts';
import type { Does, Scenario } from '../scenario.ts';
import type { Steps } from '../steps.ts';
import { backRung, type CutOver, leadBack, notDrilled, notWorth, thereRung } from './cutting-over.ts';
import { factsOf, make, newCourse } from './facts.ts';
import { Overtaken } from './kept-journal.ts';
import { type Mistake, mistakeRung, outageOf } from './mistake.ts';
import { pause } from './patience.ts';
import { type Prober, startProber } from './prober.ts';
import { momentOf, type Profile } from './profile.ts';
import { alone, HandedOver, type Relay } from './relay.ts';
import { type Stamper, startStamper } from './stamps.ts';
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
  readonly backup: BackupFacts;
  /** How much of what was written may be in no archive, by its newest segment alone. */
  readonly bound?: Behind | undefined;
  readonly recovered: readonly Marker[];
  /** When it could be read again; ms since 1970. */
  readonly at: number;
}

/** The hands of the drill. */
export interface ScratchSystem {
  now(): number;
  report(line: string): void;
  /** What was written and acknowledged until the loss; nothing where no markers are written. Ends the writing. */
  readonly markers?: { stop(): Promise<readonly LedgerEntry[]> } | undefined;
  /** How much of what was written may be in no archive now; undefined where that is measured by markers, or cannot be told. */
  behind(): Promise<Archiving | undefined>;
  /** Deletes what the drill itself has written, as a mistake would; absent where nothing is deleted. */
  readonly mistake?: ((signal: AbortSignal) => Promise<Mistake>) | undefined;
  /** Of the repository, before anything is restored: L0 and L1. @param lost what was said of it just before. */
  prove(lost: Pick<Steps['lost'], 'archived' | 'bound'>): Promise<Rung[]>;
  /** This, and all that follows, is gone through again by the next job where this one hands over. */
  provision(): Promise<void>;
  /** What of the Secrets came out of the set. */
  secrets(): Promise<Rung[]>;
  /**
   * @param lostAt what was archived later is lost, too; ms since 1970.
   * @param mistake just before which the recovery has to end, when there was one.
   */
  restore(lostAt: number, during: Stamper['during'], mistake: Mistake | undefined): Promise<Brought>;
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

/**
 * What goes wrong stands in what it returns.
 * @param relay what earlier jobs have done of it. Default: this one does all of it.
 * @throws HandedOver when it is left running for the next job, Overtaken when another one goes on with it; nothing else.
 */
export async function drillScratch(
  drill: ScratchDrill,
  system: ScratchSystem,
  relay: Relay = alone,
): Promise<DrillFacts> {
  const startedAt = relay.startedAt ?? system.now();
  const stamper = startStamper(system.now, relay.stamps);
  relay.track(stamper.stamps);
  const course = newCourse();
  const has = (does: Does) => drill.scenario.moves.some(move => move.does === does);
  const serving: Serving = { rungs: [], isOver: false };
  let prober: Prober | undefined;
  try {
    const { application, cutOver } = system;
    const unsteady = await cutOver?.remember();
    if (unsteady !== undefined)
      throw new UserError(`the public address is not good to begin with: ${unsteady}`, 'fix that first');
    const lost = await relay.once('lost', () => lose(drill, system));
    const { at: injectedAt, mistake, ledger, bound } = lost;
    course.bound = bound;
    course.injectedAt = injectedAt;
    if (mistake !== undefined) course.notes.push(mistake.sentence);
    if (application !== undefined)
      prober = startProber({ ...drill.profile.probes, probe: application.probe, now: system.now });
    make(drill, course, 'provision');
    await stamper.during('provision', system.provision);
    if (has('load-images')) make(drill, course, 'load-images');
    const proving = () => stamper.during('provision', () => system.prove(lost));
    course.rungs.push(...(await relay.once('proved', proving)));
    if (has('restore-secrets')) make(drill, course, 'restore-secrets');
    course.rungs.push(...(await relay.once('secrets', () => stamper.during('restore', system.secrets))));
    const { files } = system;
    if (files !== undefined) {
      make(drill, course, 'restore-files');
      course.rungs.push(...(await relay.once('files', () => stamper.during('restore', files))));
    }
    make(drill, course, 'restore-database');
    const during: typeof stamper.during = (phase, work) => stamper.during(asOfAll[phase] ?? phase, work);
    const brought = await system.restore(injectedAt, during, mistake);
    course.rungs.push(...brought.rungs);
    course.backup = brought.backup;
    if (ledger === undefined) course.bound ??= brought.bound;
    if (ledger !== undefined) {
      course.loss = measureLoss({
        ...{ ledger, recovered: brought.recovered, failedAt: injectedAt, every: drill.profile.markers.every },
        // What was under way while the rows were deleted may be on either side of it.
        ...(mistake && { target: (mistake.from + mistake.to) / 2, skew: (mistake.to - mistake.from) / 2 }),
      });
      course.rungs.push(markersRung(course.loss));
      if (mistake !== undefined) {
        course.rungs.push(mistakeRung(mistake, ledger, brought.recovered));
        const replayed = stamper.stamps().find(({ phase }) => phase === 'replay')?.from ?? injectedAt;
        course.outage = outageOf(mistake, replayed, brought.at);
      }
    }
    const watching = prober;
    if (application !== undefined && watching !== undefined) {
      for (const does of ['apply-objects', 'start', 'verify'] as const) make(drill, course, does);
      if (cutOver !== undefined) make(drill, course, 'cut-over');
      const { rungs, outage } = await relay.once('served', async () => {
        await serve(drill, system, application, watching, stamper, serving);
        return { rungs: serving.rungs, outage: outageSeen(drill, await watching.stop(), injectedAt) };
      });
      serving.rungs = [];
      course.rungs.push(...rungs);
      if (outage !== undefined) course.outage = outage;
    }
    if (cutOver === undefined && has('cut-over')) course.rungs.push(notDrilled);
    make(drill, course, 'verify');
    // It serves already: what takes longer counts no more.
    course.rungs.push(...(await relay.once('inspected', system.inspect)));
  } catch (error) {
    if (error instanceof HandedOver || error instanceof Overtaken) {
      await prober?.stop();
      throw error;
    }
    course.error = drill.signal.aborted ? endedBy(drill.signal) : told(error, system);
  }
  course.rungs.push(...serving.rungs);
  if (serving.isOver && system.cutOver !== undefined) {
    const left = await leadBack(system.cutOver, system);
    if (left !== undefined) course.left.push(left);
  }
  const samples = await prober?.stop();
  if (course.outage === undefined && samples !== undefined && course.injectedAt !== undefined)
    course.outage = outageSeen(drill, samples, course.injectedAt);
  if (relay.jobs > 1) course.notes.push(`${relay.jobs} jobs were at work, one after the other`);
  // Without a cut-over nothing above is to be had.
  const { required } = drill.scenario;
  return factsOf(drill, course, {
    ...{ startedAt, endedAt: system.now(), stamps: stamper.stamps(), jobs: relay.jobs },
    required: required === 'L5' && system.cutOver === undefined ? 'L4' : required,
  });
}

/** Takes everything to be lost. From here on nothing is written to what stands. */
async function lose(drill: ScratchDrill, system: ScratchSystem): Promise<Steps['lost']> {
  const mistake = await erring(drill, system);
  // The last that is known of the lost system.
  const ledger = await system.markers?.stop();
  const { behind: bound, archived } = (ledger === undefined ? await system.behind() : undefined) ?? {};
  const at = mistake?.to ?? system.now();
  return {
    ...{ at, ...(mistake && { mistake }), ...(ledger && { ledger }), ...(bound && { bound }) },
    ...(archived === undefined ? {} : { archived }),
  };
}

/** What has come of it while it is under way. */
interface Serving {
  rungs: Rung[];
  /** The public address leads to what was restored. */
  isOver: boolean;
}

/** Starts the application, and leads the public address there and back. Never handed over in the middle. */
async function serve(
  drill: ScratchDrill,
  system: ScratchSystem,
  application: NonNullable<ScratchSystem['application']>,
  prober: Prober,
  stamper: Stamper,
  serving: Serving,
): Promise<void> {
  const { cutOver } = system;
  await stamper.during('start', application.apply);
  await stamper.during('start', application.start);
  const fault =
    cutOver && (await stamper.during('verify', () => untilGood(drill, system, application.direct)));
  // Nobody is led to what does not work.
  if (fault !== undefined) serving.rungs.push(notWorth(fault));
  else if (cutOver !== undefined) {
    system.report('cutting over');
    await stamper.during('cutover', async () => {
      serving.isOver = true;
      await cutOver.there(drill.signal);
      await untilServed(drill, system, prober);
    });
    await prober.stop();
    serving.rungs.push(await thereRung(cutOver));
  } else await stamper.during('verify', () => untilServed(drill, system, prober));
  serving.rungs.push(applicationRung('old record', await application.old()));
  serving.rungs.push(await freshRung(application));
  if (cutOver === undefined || !serving.isOver) return;
  system.report('leading the public address back');
  serving.rungs.push(await backRung(cutOver, { ...drill, now: system.now }));
  serving.isOver = false;
}

const outageSeen = ({ profile }: ScratchDrill, samples: readonly Sample[], injectedAt: number): Outage =>
  measureOutage({ samples, injectedAt, every: profile.probes.every, consecutive: profile.good });

/** Deletes what was written, at a moment that nobody chose, and lets the writing go on for a while. */
async function erring(
  { profile, seed, run, signal }: ScratchDrill,
  system: ScratchSystem,
): Promise<Mistake | undefined> {
  if (system.mistake === undefined) return undefined;
  await pause(momentOf(seed ?? run.id, profile.spread), signal);
  const mistake = await system.mistake(signal);
  system.report(mistake.sentence);
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
