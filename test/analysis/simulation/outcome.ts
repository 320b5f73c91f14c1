import { Random } from './random.ts';
import type { Scenario } from './scenarios.ts';
import { horizonSeconds, tickSeconds, World } from './world.ts';

export interface Outcome {
  end: 'promoted' | 'rolled back' | 'inconclusive';
  /** Until the end. */
  minutes: number;
  /** Bad requests caused by the candidate, until the end. */
  excess: number;
  profile?: string;
}

export type Judge = (scenario: Scenario, world: World, random: Random) => Outcome;

/** One rollout; a worse candidate that was promoted causes harm until the hour is over. */
export function roll(judge: Judge, scenario: Scenario, seed: number): Outcome {
  const random = new Random(seed);
  const world = new World(scenario, random);
  const outcome = judge(scenario, world, random);
  if (outcome.end !== 'promoted' || scenario.truth !== 'worse') return outcome;
  let { excess } = outcome;
  for (let seconds = outcome.minutes * 60; seconds < horizonSeconds; seconds += tickSeconds) {
    excess += scenario.traffic * tickSeconds * (scenario.candidate(seconds) - scenario.baseline);
  }
  return { ...outcome, excess };
}

export interface Cell {
  runs: number;
  promoted: number;
  rolledBack: number;
  inconclusive: number;
  /** Mean of all rollouts. */
  excess: number;
  /** The minutes of the rollouts with that end, sorted. */
  toRollback: number[];
  toPromotion: number[];
  profiles: Record<string, number>;
}

export function cellOf(judge: Judge, scenario: Scenario, seeds: Iterable<number>): Cell {
  const cell: Cell = {
    runs: 0,
    promoted: 0,
    rolledBack: 0,
    inconclusive: 0,
    excess: 0,
    toRollback: [],
    toPromotion: [],
    profiles: {},
  };
  for (const seed of seeds) {
    const { end, minutes, excess, profile } = roll(judge, scenario, seed);
    cell.runs++;
    cell.excess += excess;
    if (profile !== undefined) cell.profiles[profile] = (cell.profiles[profile] ?? 0) + 1;
    if (end === 'promoted') {
      cell.promoted++;
      cell.toPromotion.push(minutes);
    } else if (end === 'rolled back') {
      cell.rolledBack++;
      cell.toRollback.push(minutes);
    } else cell.inconclusive++;
  }
  return cell;
}
