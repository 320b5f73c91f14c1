import type { DrillFacts } from '../drill-report.ts';
import { abortReason, reportedError } from './errors.ts';
import { factsOf, newProgress } from './facts.ts';
import type { DrillProgress } from './live-system.ts';
import { type Stamper, startStamper } from './stamps.ts';

/** What a drill begins and ends with; absent where it has nothing to do. */
interface ConductedSystem {
  now(): number;
  report(line: string): void;
  prepare?(signal: AbortSignal): Promise<void>;
  clear?(): Promise<string[]>;
}

/** Prepares a system, runs the work of a drill, and clears the system in any case. Never throws: the result contains the error. @param progress what is known before. */
export async function conducted(
  drill: Parameters<typeof factsOf>[0] & { readonly signal: AbortSignal },
  system: ConductedSystem,
  work: (progress: DrillProgress, stamper: Stamper) => Promise<void>,
  progress = newProgress(),
): Promise<DrillFacts> {
  const startedAt = system.now();
  const stamper = startStamper(system.now);
  try {
    await system.prepare?.(drill.signal);
    await work(progress, stamper);
  } catch (error) {
    progress.error = drill.signal.aborted ? abortReason(drill.signal) : reportedError(error, system);
  }
  try {
    progress.left.push(...((await system.clear?.()) ?? []));
  } catch (error) {
    progress.left.push(reportedError(error, system));
  }
  return factsOf(drill, progress, { startedAt, endedAt: system.now(), stamps: stamper.stamps() });
}
