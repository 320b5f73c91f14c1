import { reportedError } from './errors.ts';
import type { DrillProgress } from './live-system.ts';

/** What can break `Target`, and fix it. */
interface BreakableSystem<Target> {
  report(line: string): void;
  /** Notes the fault where a later drill and `sweep` find it; undefined: it is fixed. */
  note(target: Target | undefined): Promise<void>;
  /** Idempotent; must not be interrupted. */
  fix(target: Target): Promise<void>;
}

/** Notes the fault that `work` injects, and fixes it in any case. @param left what to report if it cannot be fixed. */
export async function withFault<Target>(
  system: BreakableSystem<Target>,
  target: Target,
  progress: DrillProgress,
  left: string,
  work: (fix: () => Promise<void>) => Promise<void>,
): Promise<void> {
  let fixing: Promise<void> | undefined;
  const fix = () => {
    fixing ??= system
      .fix(target)
      .then(() => system.note(undefined))
      .catch((error: unknown) => {
        // The end tries again.
        fixing = undefined;
        throw error;
      });
    return fixing;
  };
  // Before the injection: if the run is killed in between, the note names the possible fault.
  await system.note(target);
  try {
    await work(fix);
  } finally {
    try {
      await fix();
    } catch (error) {
      progress.left.push(`${left}: ${reportedError(error, system)}`);
    }
  }
}
