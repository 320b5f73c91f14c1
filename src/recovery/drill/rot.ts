import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import type { BackupFacts, DrillFacts } from '../drill-report.ts';
import type { Rung } from '../ladder.ts';
import type { Damage, Damaged } from '../postgres/repository-copy.ts';
import { damages } from '../postgres/repository-copy.ts';
import { factsOf, make, newCourse } from './facts.ts';
import { momentOf } from './profile.ts';
import type { ScratchDrill } from './scratch-drill.ts';
import { startStamper } from './stamps.ts';
import type { Course } from './standing-ports.ts';
import { endedBy, told } from './told.ts';

/**
 * A drill of our own eyes: a copy of the repository is damaged, once in each way, and what proves repositories has to say so each time,
 * and nothing of the copy that is whole.
 */

export interface RotSystem {
  now(): number;
  report(line: string): void;
  provision(): Promise<void>;
  /** Of the repository itself: L0 and L1. */
  prove(): Promise<Rung[]>;
  /** Copies the newest backup with what it is built upon. */
  copy(): Promise<{ readonly backup: BackupFacts; readonly sentence: string }>;
  /** As the repository itself is proved. */
  proveCopy(): Promise<Rung[]>;
  /** @param drawn from 0 up to 1. */
  damage(kind: Damage, drawn: number): Promise<Damaged>;
}

export interface RotDrill extends Omit<ScratchDrill, 'target' | 'deadline'> {
  /** From which follows which byte and which segment. */
  readonly seed: string;
}

/** Never throws: what goes wrong stands in what it returns. */
export async function drillRot(drill: RotDrill, system: RotSystem): Promise<DrillFacts> {
  const startedAt = system.now();
  const stamper = startStamper(system.now);
  const course = newCourse();
  try {
    await stamper.during('provision', system.provision);
    course.rungs.push(...(await stamper.during('verify', system.prove)));
    const copied = await stamper.during('restore', system.copy);
    course.backup = copied.backup;
    course.notes.push(copied.sentence);
    course.injectedAt = system.now();
    make(drill, course, 'notice');
    const unnoticed = await stamper.during('detect', () => damageEach(drill, system, course));
    course.mustNotice = { noticed: unnoticed.length === 0, what: unnoticed.join(' and ') || 'damage' };
  } catch (error) {
    course.error = drill.signal.aborted ? endedBy(drill.signal) : told(error, system);
  }
  return factsOf(drill, course, { startedAt, endedAt: system.now(), stamps: stamper.stamps() });
}

/** @returns what was not noticed. */
async function damageEach(
  { seed, signal }: RotDrill,
  system: RotSystem,
  { rungs }: Course,
): Promise<string[]> {
  const unnoticed: string[] = [];
  rungs.push(wholeRung('the copy, undamaged', await system.proveCopy()));
  for (const kind of damages) {
    signal.throwIfAborted();
    const { what, fix } = await system.damage(kind, momentOf(`${seed} ${kind}`, 2 ** 31) / 2 ** 31);
    system.report(`${what}: is it noticed?`);
    const begun = system.now();
    const faults = (await system.proveCopy()).filter(({ state }) => state === 'failed');
    const took = system.now() - begun;
    await fix();
    const [first] = faults;
    if (first === undefined) unnoticed.push(what);
    rungs.push({
      ...{ level: 'L1', what: `damage: ${what}`, took },
      ...(first === undefined
        ? { state: 'failed', sentence: 'nothing was said of it' }
        : { state: 'passed', sentence: `noticed in ${formatDuration(took)}: ${first.sentence}` }),
    });
  }
  // What one damage had left would have been taken for the next one.
  rungs.push(wholeRung('the copy, fixed again', await system.proveCopy()));
  return unnoticed;
}

/** That what is whole is said to be. Pure. */
export function wholeRung(what: string, proved: readonly Rung[]): Rung {
  const faults = proved.filter(({ state }) => state !== 'passed');
  const [first] = faults;
  return {
    ...{ level: 'L1', what },
    ...(first === undefined
      ? { state: 'passed', sentence: `whole, by ${counted(proved.length, 'look')}` }
      : { state: 'failed', sentence: `said to be damaged although nothing was: ${first.sentence}` }),
  };
}
