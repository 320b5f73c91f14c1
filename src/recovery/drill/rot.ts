import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import type { DrillFacts, RestoredBackup } from '../drill-report.ts';
import { checkFor, type LevelCheck } from '../levels.ts';
import type { Damage, Damaged } from '../postgres/repository-copy.ts';
import { damages } from '../postgres/repository-copy.ts';
import { recordStep } from './facts.ts';
import type { DrillProgress } from './live-system.ts';
import { seededDelay } from './pace.ts';
import { runDrill } from './run-drill.ts';
import type { ScratchDrill } from './scratch-drill.ts';

/**
 * A drill of our own checks: it damages a copy of the repository once in each way. The repository check must report each damage, and must
 * pass the intact copy.
 */

export interface RotSystem {
  now(): number;
  report(line: string): void;
  provision(): Promise<void>;
  /** Runs the L0 and L1 checks of the repository. */
  prove(): Promise<LevelCheck[]>;
  /** Copies the newest backup, and the backups that it depends on. */
  copy(): Promise<{ readonly backup: RestoredBackup; readonly sentence: string }>;
  /** Runs the same checks on the copy. */
  proveCopy(): Promise<LevelCheck[]>;
  /** Damages the copy. @param drawn random number from 0 up to 1. */
  damage(kind: Damage, drawn: number): Promise<Damaged>;
}

interface RotDrill extends Omit<ScratchDrill, 'target' | 'deadline'> {
  /** Determines the damaged byte and segment. */
  readonly seed: string;
}

/** Runs the drill. Never throws: the result contains the error. */
export function drillRot(drill: RotDrill, system: RotSystem): Promise<DrillFacts> {
  return runDrill(drill, system, async (progress, recorder) => {
    await recorder.during('provision', system.provision);
    progress.levelChecks.push(...(await recorder.during('verify', system.prove)));
    const copied = await recorder.during('restore', system.copy);
    progress.backup = copied.backup;
    progress.notes.push(copied.sentence);
    progress.injectedAt = system.now();
    recordStep(drill, progress, 'notice');
    const unnoticed = await recorder.during('detect', () => damageEach(drill, system, progress));
    progress.mustNotice = { noticed: unnoticed.length === 0, what: unnoticed.join(', ') || 'damage' };
  });
}

/** @returns the faults that were not detected. */
async function damageEach(
  { seed, signal }: RotDrill,
  system: RotSystem,
  { levelChecks }: DrillProgress,
): Promise<string[]> {
  const unnoticed: string[] = [];
  levelChecks.push(wholeCheck('intact copy', await system.proveCopy()));
  for (const kind of damages) {
    signal.throwIfAborted();
    const { description, fix } = await system.damage(kind, seededDelay(`${seed} ${kind}`, 2 ** 31) / 2 ** 31);
    system.report(`checking the copy after damage: ${description}`);
    const begun = system.now();
    const fault = (await system.proveCopy()).find(({ state }) => state === 'failed');
    const took = system.now() - begun;
    await fix();
    if (fault === undefined) unnoticed.push(description);
    levelChecks.push({
      level: 'L1',
      what: `damage: ${description}`,
      took,
      ...(fault === undefined
        ? { state: 'failed', sentence: 'it was not detected' }
        : { state: 'passed', sentence: `detected after ${formatDuration(took)}: ${fault.sentence}` }),
    });
  }
  // A damage that was not repaired could have been mistaken for the next one.
  levelChecks.push(wholeCheck('repaired copy', await system.proveCopy()));
  return unnoticed;
}

/** Checks that an intact copy passes. Pure. */
function wholeCheck(what: string, proved: readonly LevelCheck[]): LevelCheck {
  const fault = proved.find(({ state }) => state !== 'passed');
  return checkFor(
    'L1',
    what,
    fault && `reported as damaged although it is intact: ${fault.sentence}`,
    `intact, by ${counted(proved.length, 'check')}`,
  );
}
