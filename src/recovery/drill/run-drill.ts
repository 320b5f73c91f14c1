import type { DrillFacts } from '../drill-report.ts';
import { abortReason, reportedError } from './errors.ts';
import { factsOf, newProgress } from './facts.ts';
import type { DrillProgress } from './live-system.ts';
import { type PhaseRecorder, startPhaseRecorder } from './phase-recorder.ts';
import { alone, HandedOver, type Relay } from './relay.ts';
import { TakenOver } from './stored-state.ts';

/** What a drill begins and ends with; absent where it has nothing to do. */
interface ConductedSystem {
  now(): number;
  report(line: string): void;
  prepare?(signal: AbortSignal): Promise<void>;
  /** @returns what is left over. */
  clear?(progress: DrillProgress): Promise<string[]>;
}

interface Conducting {
  /** The steps that earlier jobs have done. Default: this job does all of them. */
  readonly relay?: Relay;
  readonly jobs?: number;
  /** Default: the level that the scenario requires. */
  readonly required?: DrillFacts['required'];
}

/**
 * Prepares a system, runs the work of a drill, and clears the system in any case. The result contains the error, if there is one.
 * @param progress what is known before.
 * @throws HandedOver if it is left running for the next job, TakenOver if another job has continued it; nothing else.
 */
export async function runDrill(
  drill: Parameters<typeof factsOf>[0] & { readonly signal: AbortSignal },
  system: ConductedSystem,
  work: (progress: DrillProgress, recorder: PhaseRecorder) => Promise<void>,
  progress = newProgress(),
  { relay = alone, ...more }: Conducting = {},
): Promise<DrillFacts> {
  const startedAt = relay.startedAt ?? system.now();
  const recorder = startPhaseRecorder(system.now, relay.phaseTimes);
  relay.track(recorder.phaseTimes);
  try {
    await system.prepare?.(drill.signal);
    await work(progress, recorder);
  } catch (error) {
    if (error instanceof HandedOver || error instanceof TakenOver) throw error;
    progress.error = drill.signal.aborted ? abortReason(drill.signal) : reportedError(error, system);
  }
  try {
    progress.left.push(...((await system.clear?.(progress)) ?? []));
  } catch (error) {
    progress.left.push(reportedError(error, system));
  }
  return factsOf(drill, progress, {
    startedAt,
    endedAt: system.now(),
    phaseTimes: recorder.phaseTimes(),
    ...more,
  });
}
