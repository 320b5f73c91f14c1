import { cancelled, describe, UserError } from '../../toolkit/errors.ts';
import type { DrillFacts } from '../drill-report.ts';
import type { Rung } from '../ladder.ts';
import type { LedgerEntry, Marker } from '../ledger.ts';
import { measureLoss } from '../loss.ts';
import { measureOutage } from '../outage.ts';
import type { Phase } from '../phases.ts';
import type { Scenario } from '../scenario.ts';
import { pause } from './patience.ts';
import { type Prober, startProber } from './prober.ts';
import type { Profile } from './profile.ts';
import { startStamper } from './stamps.ts';
import type { Course } from './standing-ports.ts';
import { applicationRung, markersRung } from './standing-rungs.ts';

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
  /** Of the repository, before anything is restored: L0 and L1. */
  prove(): Promise<Rung[]>;
  provision(): Promise<void>;
  /** @param lostAt what was archived later is lost, too; ms since 1970. */
  restore(lostAt: number, during: ReturnType<typeof startStamper>['during']): Promise<Brought>;
  /** What takes its time and holds nobody up. */
  inspect(): Promise<Rung[]>;
  /** Starts what uses the database; absent where nothing is to be started. */
  readonly application?:
    | {
        start(): Promise<void>;
        probe(signal: AbortSignal): Promise<string | undefined>;
        old(): Promise<string | undefined>;
        fresh(): Promise<string | undefined>;
      }
    | undefined;
}

/** Never throws: what goes wrong stands in what it returns. */
export async function drillScratch(drill: ScratchDrill, system: ScratchSystem): Promise<DrillFacts> {
  const startedAt = system.now();
  const stamper = startStamper(system.now);
  const course: Course & { backup?: DrillFacts['backup'] } = { rungs: [], notes: [], left: [] };
  let prober: Prober | undefined;
  try {
    // The last that is known of the lost system.
    const ledger = await system.markers?.stop();
    const injectedAt = system.now();
    course.injectedAt = injectedAt;
    const { application } = system;
    if (application !== undefined)
      prober = startProber({ ...drill.profile.probes, probe: application.probe, now: system.now });
    await stamper.during('provision', system.provision);
    course.rungs.push(...(await stamper.during('provision', system.prove)));
    const brought = await system.restore(injectedAt, (phase, work) =>
      stamper.during(asOfAll[phase] ?? phase, work),
    );
    course.rungs.push(...brought.rungs);
    course.backup = brought.backup;
    if (ledger !== undefined) {
      course.loss = measureLoss({
        ...{ ledger, recovered: brought.recovered, failedAt: injectedAt, every: drill.profile.markers.every },
        ...(brought.target === undefined ? {} : { target: brought.target }),
      });
      course.rungs.push(markersRung(course.loss));
    }
    if (application !== undefined && prober !== undefined) {
      await stamper.during('start', application.start);
      await stamper.during('verify', () => untilServed(drill, system, prober as Prober));
      course.rungs.push(applicationRung('old record', await application.old()));
      course.rungs.push(applicationRung('new record', await application.fresh()));
    }
    // It serves already: what takes longer counts no more.
    course.rungs.push(...(await system.inspect()));
  } catch (error) {
    course.error = drill.signal.aborted ? cancelled().sentence : told(error, system);
  }
  const samples = await prober?.stop();
  if (samples !== undefined && course.injectedAt !== undefined)
    course.outage = measureOutage({
      samples,
      injectedAt: course.injectedAt,
      every: drill.profile.probes.every,
      consecutive: drill.profile.good,
    });
  const { app, environment, target, assumedDetection, tools, run, scenario, profile } = drill;
  return {
    ...{ app, environment, target, assumedDetection, tools, run },
    ...course,
    scenario: scenario.id,
    required: scenario.required,
    profile: profile.name,
    ...{ startedAt, endedAt: system.now(), stamps: stamper.stamps(), files: {} },
  };
}

/** The choice of a backup and the comparison on the way are parts of longer ones, where the whole recovery is looked at. */
const asOfAll: Readonly<Partial<Record<Phase, Phase>>> = { decide: 'restore', verify: 'replay' };

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

/** For the report one sentence, for the log all that is known. */
function told(error: unknown, { report }: Pick<ScratchSystem, 'report'>): string {
  if (error instanceof UserError) return error.sentence;
  report(describe(error));
  return error instanceof Error ? error.message : String(error);
}
