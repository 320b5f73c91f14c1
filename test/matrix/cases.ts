import type { Interruption } from './run.ts';
import { type FollowUp, followUpsOf, type Scenario } from './scenarios.ts';
import type { Moment, TracedWrite } from './writes.ts';

/** One cell of the matrix. */
export interface Case {
  scenario: Scenario;
  /** Index of the command that is interrupted. */
  command: number;
  how: 'kill' | 'stall';
  moment: Moment;
  /** What is written there. */
  title: string;
  followUp: FollowUp;
}

/** Every moment of every command, each with the next follow-up in rotation. Pure. */
export function casesOf(scenario: Scenario, traces: readonly (readonly TracedWrite[])[]): Case[] {
  const followUps = followUpsOf(scenario);
  const { from = 0 } = scenario;
  const moments = traces.flatMap((writes, command) =>
    (command < from ? [] : writes).flatMap(({ write, title }) =>
      (['before', 'after'] as const).map(side => ({ command, title, moment: { write, side } })),
    ),
  );
  const kills = moments.map((each, index) => ({
    ...each,
    scenario,
    how: 'kill' as const,
    followUp: rotated(followUps, index),
  }));
  // Who stands still before a write sends it when it goes on; after one, it sends the next.
  const stalls = moments
    .filter(({ moment, title }) => moment.side === 'before' && !takesLease(moment, title))
    .map((each, index) => ({
      ...each,
      scenario,
      how: 'stall' as const,
      followUp: rotated(followUps, index + 1),
    }));
  return [...kills, ...stalls];
}

/** Whoever stands still before it has the lease cannot be overtaken: its turn only comes later. */
const takesLease = ({ write }: Moment, title: string) => write === 1 && title.includes(' leases');

/** With two sides for each write, a plain rotation of two would give each side always the same. */
function rotated(followUps: readonly FollowUp[], index: number): FollowUp {
  const at = (index + Math.floor(index / followUps.length)) % followUps.length;
  return followUps[at] as FollowUp;
}

export function interruptionOf({ how, moment }: Case): Interruption {
  return { [how]: moment };
}

export function nameOf({ scenario, command, how, moment, title, followUp }: Case): string {
  const what = scenario.commands[command]?.[0] ?? '';
  const { phase, side, write } = moment;
  const where = phase === undefined ? `write ${write}` : `write ${write} in ${phase}`;
  return `${scenario.name}: ${what} ${how === 'kill' ? 'killed' : 'stopped'} ${side} ${where} (${title}), then ${followUp}`;
}

/** One of each in turn, so that whoever stops early has had some of all. Pure. */
export function inTurn<T>(samples: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...samples.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => samples.flatMap(each => each.slice(at, at + 1))).flat();
}

/** A part of the cases that is spread over all of them. Pure. */
export function sampled(cases: readonly Case[], size: number): Case[] {
  if (size >= cases.length) return [...cases];
  return Array.from({ length: size }, (_, i) => cases[Math.floor((i * cases.length) / size)] as Case);
}
