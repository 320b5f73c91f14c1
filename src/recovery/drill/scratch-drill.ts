import { UserError } from '../../toolkit/errors.ts';
import type { DrillFacts } from '../drill-report.ts';
import type { LedgerEntry, Marker } from '../ledger.ts';
import type { LevelCheck } from '../levels.ts';
import { boundText, measureLoss } from '../loss.ts';
import { measureOutage, type Outage, type OutageProbe } from '../outage.ts';
import type { DrillPhase } from '../phases.ts';
import type { Archiving } from '../postgres/loss-bound.ts';
import type { StepAction } from '../scenario-steps.ts';
import type { Steps } from '../steps.ts';
import { type AccidentalDeletion, deletionCheck, outageOf } from './accidental-deletion.ts';
import { type Cutover, notDrilled, switchBack } from './cutover.ts';
import { newProgress, recordStep } from './facts.ts';
import { markersCheck } from './live-checks.ts';
import type { ApplicationChecks, DrillProgress, LiveDrill } from './live-system.ts';
import { seededDelay } from './pace.ts';
import { pause } from './patience.ts';
import { type PhaseRecorder, phaseInRecovery } from './phase-recorder.ts';
import { type Prober, startProber } from './prober.ts';
import { alone, type Relay } from './relay.ts';
import { runDrill } from './run-drill.ts';
import { type Serving, serve } from './serving.ts';

/**
 * A drill beside the live system: the loss is only simulated, and everything is restored from a repository into the drill's namespace. The
 * live system is not touched.
 */

export interface ScratchDrill extends Omit<LiveDrill, 'rejoinTimeout' | 'seed'> {
  /** Determines the moment of a mistake. */
  readonly seed?: string | undefined;
}

/** The restored database, and the markers that it contains. */
export type RestoredData = Steps['restored'] & { readonly recovered: readonly Marker[] };

/** The operations of the drill. */
export interface ScratchSystem {
  now(): number;
  report(line: string): void;
  /** Stops writing, and returns the ledger of the markers up to the loss; absent if no markers are written. */
  readonly markers?:
    | {
        stop(): Promise<readonly LedgerEntry[]>;
        /** Why the live system was not steady while they were written; undefined if it was. */
        readonly unsteady?: string | undefined;
      }
    | undefined;
  /** Returns the upper bound of the data that no archive has now; undefined if markers measure it, or it is unknown. */
  behind(): Promise<Archiving | undefined>;
  /** Deletes the drill's own markers, as a mistake would; absent if the scenario deletes nothing. */
  readonly mistake?: ((signal: AbortSignal) => Promise<AccidentalDeletion>) | undefined;
  /** Checks before the restore that the repository is fresh and its WAL complete (L0, L1). @param lost its state at the loss. */
  prove(lost: Pick<Steps['lost'], 'archived' | 'bound'>): Promise<LevelCheck[]>;
  /** Creates the copy. After a handover the next job repeats this, and everything that follows. */
  provision(): Promise<void>;
  /** Returns the checks of the Secrets in the set. */
  secrets(): Promise<LevelCheck[]>;
  /**
   * Restores the database.
   * @param lostAt WAL that was archived later is lost, too; ms since 1970.
   * @param mistake the recovery must end just before it, if there was one.
   */
  restore(
    lostAt: number,
    during: PhaseRecorder['during'],
    mistake: AccidentalDeletion | undefined,
  ): Promise<RestoredData>;
  /** Restores files and objects of buckets from the set; absent if the scenario has none. */
  readonly files?: (() => Promise<LevelCheck[]>) | undefined;
  /** Absent if no cutover is declared. */
  readonly cutover?: Cutover | undefined;
  /** Runs slow checks that do not delay the recovery, such as reading the whole repository back (L1). */
  inspect(): Promise<LevelCheck[]>;
  /** The application on the database; absent if none is started. */
  readonly application?:
    | (ApplicationChecks & {
        /** Creates the objects of the set, scaled to 0 and suspended. */
        apply(): Promise<void>;
        start(): Promise<void>;
        /** Probes once from outside; through the public address if that is switched over. */
        probe(signal: AbortSignal): Promise<string | undefined>;
        /** Probes once, bypassing the public address. */
        direct(): Promise<string | undefined>;
      })
    | undefined;
}

/**
 * Runs the drill. The result contains the error, if there is one.
 * @param relay the steps that earlier jobs have done. Default: this job does all of them.
 * @throws HandedOver if it is left running for the next job, TakenOver if another job has continued it; nothing else.
 */
export function drillScratch(
  drill: ScratchDrill,
  system: ScratchSystem,
  relay: Relay = alone,
): Promise<DrillFacts> {
  const { now, report, application, cutover } = system;
  const { required, steps } = drill.scenario;
  const has = (action: StepAction) => steps.some(step => step.action === action);
  const serving: Serving = { levelChecks: [], isOver: false };
  let prober: Prober | undefined;
  const recover = async (progress: DrillProgress, recorder: PhaseRecorder) => {
    const prove = async (
      name: 'proved' | 'secrets' | 'files',
      phase: DrillPhase,
      look: () => Promise<LevelCheck[]>,
    ) => void progress.levelChecks.push(...(await relay.once(name, () => recorder.during(phase, look))));
    const unsteady = system.markers?.unsteady;
    if (unsteady !== undefined) {
      progress.skipped = unsteady;
      return;
    }
    const failing = await cutover?.remember();
    if (failing !== undefined)
      throw new UserError(`the public address fails before the drill: ${failing}`, 'fix that first');
    const lost = await relay.once('lost', () => lose(drill, system));
    const { at: injectedAt, mistake, ledger, bound } = lost;
    progress.bound = bound;
    progress.injectedAt = injectedAt;
    if (mistake !== undefined) progress.notes.push(mistake.sentence);
    if (application !== undefined)
      prober = startProber({ ...drill.pace.probes, probe: application.probe, now });
    recordStep(drill, progress, 'provision');
    await recorder.during('provision', system.provision);
    if (has('load-images')) recordStep(drill, progress, 'load-images');
    await prove('proved', 'provision', () => system.prove(lost));
    if (has('restore-secrets')) recordStep(drill, progress, 'restore-secrets');
    await prove('secrets', 'restore', system.secrets);
    if (system.files !== undefined) {
      recordStep(drill, progress, 'restore-files');
      await prove('files', 'restore', system.files);
    }
    recordStep(drill, progress, 'restore-database');
    const during: PhaseRecorder['during'] = (phase, work) =>
      recorder.during(phaseInRecovery[phase] ?? phase, work);
    const restored = await system.restore(injectedAt, during, mistake);
    progress.levelChecks.push(...restored.levelChecks);
    progress.backup = restored.backup;
    if (ledger === undefined) progress.bound ??= restored.bound;
    if (ledger !== undefined) {
      progress.loss = measureLoss({
        ledger,
        recovered: restored.recovered,
        failedAt: injectedAt,
        every: drill.pace.markers.every,
        // A write that was in flight during the deletion may be on either side of it.
        ...(mistake && { target: (mistake.from + mistake.to) / 2, skew: (mistake.to - mistake.from) / 2 }),
      });
      progress.levelChecks.push(markersCheck(progress.loss));
      // With an archive_timeout above the time of the markers, no segment with one of them may have been archived.
      if (progress.loss.point.kind === 'all' && mistake === undefined && restored.bound !== undefined) {
        progress.bound = restored.bound;
        progress.notes.push(`every marker was lost; the loss of all writes is ${boundText(restored.bound)}`);
      }
      if (mistake !== undefined) {
        progress.levelChecks.push(deletionCheck(mistake, ledger, restored.recovered));
        const replayed = recorder.phaseTimes().find(({ phase }) => phase === 'replay')?.from ?? injectedAt;
        progress.outage = outageOf(mistake, replayed, restored.at);
      }
    }
    const watching = prober;
    if (application !== undefined && watching !== undefined) {
      for (const does of ['apply-objects', 'start', 'verify'] as const) recordStep(drill, progress, does);
      if (cutover !== undefined) recordStep(drill, progress, 'cut-over');
      const { levelChecks, outage } = await relay.once('served', async () => {
        await serve(drill, system, application, watching, recorder, serving);
        return {
          levelChecks: serving.levelChecks,
          outage: outageSeen(drill, await watching.stop(), injectedAt),
        };
      });
      serving.levelChecks = [];
      progress.levelChecks.push(...levelChecks);
      if (outage !== undefined) progress.outage = outage;
    }
    if (cutover === undefined && has('cut-over')) progress.levelChecks.push(notDrilled);
    recordStep(drill, progress, 'verify');
    // The application is live already, so slow checks do not count as recovery time.
    progress.levelChecks.push(...(await relay.once('inspected', system.inspect)));
  };
  const clear = async (progress: DrillProgress) => {
    progress.levelChecks.push(...serving.levelChecks);
    const left = serving.isOver && cutover !== undefined ? await switchBack(cutover, system) : undefined;
    const samples = await prober?.stop();
    if (progress.outage === undefined && samples !== undefined && progress.injectedAt !== undefined)
      progress.outage = outageSeen(drill, samples, progress.injectedAt);
    if (relay.jobs > 1) progress.notes.push(`the drill ran in ${relay.jobs} consecutive jobs`);
    return left === undefined ? [] : [left];
  };
  const conducting = {
    relay,
    jobs: relay.jobs,
    // Without a cutover the drill cannot reach L5.
    required: required === 'L5' && cutover === undefined ? 'L4' : required,
  } as const;
  return runDrill(drill, { now, report, clear }, recover, newProgress(), conducting).finally(() =>
    prober?.stop(),
  );
}

/** Simulates the loss. From here on nothing is written to the live system. */
async function lose(drill: ScratchDrill, system: ScratchSystem): Promise<Steps['lost']> {
  const mistake = await deleteByMistake(drill, system);
  // The last information about the lost system.
  const ledger = await system.markers?.stop();
  const { behind: bound, archived } = (ledger === undefined ? await system.behind() : undefined) ?? {};
  const at = mistake?.to ?? system.now();
  return {
    at,
    ...(mistake && { mistake }),
    ...(ledger && { ledger }),
    ...(bound && { bound }),
    ...(archived === undefined ? {} : { archived }),
  };
}

const outageSeen = ({ pace }: ScratchDrill, samples: readonly OutageProbe[], injectedAt: number): Outage =>
  measureOutage({ samples, injectedAt, every: pace.probes.every, consecutive: pace.consecutive });

/** Deletes the markers at a random moment, and lets the writes continue for a while. */
async function deleteByMistake(
  { pace, seed, run, signal }: ScratchDrill,
  system: ScratchSystem,
): Promise<AccidentalDeletion | undefined> {
  if (system.mistake === undefined) return undefined;
  await pause(seededDelay(seed ?? run.id, pace.spread), signal);
  const mistake = await system.mistake(signal);
  system.report(mistake.sentence);
  await pause(pace.consecutive * pace.markers.every, signal);
  return mistake;
}
