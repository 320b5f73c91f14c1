import type { Random } from '../analysis/simulation/random.ts';
import type { Case } from './cases.ts';
import { type FollowUp, followUpsOf, type Scenario } from './scenarios.ts';
import type { Moment, TracedWrite } from './writes.ts';

/** Draws a sample of cases that covers every phase and every follow-up. All pure. */

/** A moment at which a run can be killed. */
export interface Kill {
  scenario: Scenario;
  command: number;
  moment: Moment & { phase: string };
  title: string;
  /** Whether the candidate has traffic and the watchdog is active. */
  exposed: boolean;
}

/** Returns the moments before and after every write of every command. They include the phase, because the number of gate ticks varies. */
export function killsOf(scenario: Scenario, traces: readonly (readonly TracedWrite[])[]): Kill[] {
  return traces.flatMap((writes, command) => {
    if (command < (scenario.from ?? 0)) return [];
    const watched = watchOf(writes);
    return writes.flatMap(({ phase, nth, title }, index) =>
      (['before', 'after'] as const).map(side => ({
        scenario,
        command,
        moment: { phase, write: nth, side },
        title,
        exposed: watched(side === 'before' ? index - 1 : index),
      })),
    );
  });
}

/** Whether the watchdog would act if a run died after the write with that index. */
function watchOf(writes: readonly TracedWrite[]): (index: number) => boolean {
  const made = writes.findIndex(({ title }) => title === 'POST jobs');
  // A run that pauses on purpose tells the watchdog to wait.
  const leaves = writes.findIndex(({ title }, index) => index > made && title.includes('-fence-'));
  const end = leaves < 0 ? writes.length : leaves;
  return index => made >= 0 && index > made && index < end && (writes[index]?.weight ?? 0) > 0;
}

/**
 * Draws distinct kills, each with a follow-up. A scenario gets a number in proportion to its follow-ups, alternating between moments
 * with and without an active watchdog, each time in the phase that was drawn least. Deterministic for the same seed.
 */
export function drawn(kills: readonly Kill[], size: number, random: Random): Case[] {
  const left = new Set(shuffled(kills, random));
  const scenarios = shuffled([...new Set(kills.map(({ scenario }) => scenario))], random);
  const taken = new Tally<Scenario>();
  const met = new Tally<string>();
  const chosen: Kill[] = [];
  while (chosen.length < size && left.size > 0) {
    const those = [...left];
    const scenario = leastOf(
      scenarios.filter(each => those.some(kill => kill.scenario === each)),
      [each => taken.of(each) / followUpsOf(each).length],
    );
    const listens = taken.of(scenario) % 2 === 0;
    const inScenario = ({ moment }: Kill) => `${scenario.name}\t${moment.phase}`;
    const kill = leastOf(
      those.filter(each => each.scenario === scenario),
      [
        ({ exposed }) => (exposed === listens ? 0 : 1),
        each => met.of(inScenario(each)),
        ({ moment }) => met.of(moment.phase),
      ],
    );
    left.delete(kill);
    chosen.push(kill);
    taken.add(scenario);
    for (const key of [kill.moment.phase, inScenario(kill)]) met.add(key);
  }
  return shuffled(assigned(chosen), random);
}

/** Returns the first item with the lowest costs, compared in order. @param items at least one. */
function leastOf<T>(items: readonly T[], costs: readonly ((item: T) => number)[]): T {
  const [least] = items.toSorted(
    (a, b) => costs.map(cost => cost(a) - cost(b)).find(difference => difference !== 0) ?? 0,
  );
  return least as T;
}

/** Assigns the watchdog to every second kill at which it is active, and to others the follow-up that was assigned least. */
function assigned(kills: readonly Kill[]): Case[] {
  const met = new Tally<string>();
  const give = (kill: Kill, ways: readonly FollowUp[]): Case => {
    const { exposed: _, ...rest } = kill;
    const inPhase = (way: FollowUp) => `${kill.moment.phase}\t${way}`;
    const followUp = leastOf(ways, [way => met.of(way), way => met.of(inPhase(way))]);
    met.add(followUp);
    met.add(inPhase(followUp));
    return { ...rest, how: 'kill', followUp };
  };
  const isWatchdogs = new Set(
    kills.filter(kill => waysOf(kill).includes('watchdog')).filter((_, i) => i % 2 === 0),
  );
  const watchdogs = [...isWatchdogs].map(kill => give(kill, ['watchdog']));
  // Kills with fewer possible follow-ups come first.
  const others = kills
    .filter(kill => !isWatchdogs.has(kill))
    .map(kill => ({ kill, ways: waysOf(kill).filter(way => way !== 'watchdog') }))
    .toSorted((a, b) => a.ways.length - b.ways.length);
  return [...watchdogs, ...others.map(({ kill, ways }) => give(kill, ways))];
}

/** Counts how often something was drawn. */
class Tally<T> {
  readonly #counts = new Map<T, number>();

  of(key: T): number {
    return this.#counts.get(key) ?? 0;
  }

  add(key: T): void {
    this.#counts.set(key, this.of(key) + 1);
  }
}

function waysOf({ scenario, exposed }: Kill): FollowUp[] {
  return followUpsOf(scenario).filter(way => exposed || way !== 'watchdog');
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map(item => ({ item, at: random.uniform() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
