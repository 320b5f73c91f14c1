import { Random } from '../analysis/simulation/random.ts';
import { shuffled } from './draw.ts';
import { behaviours, type Failure } from './failing-api.ts';
import type { Interruption } from './run.ts';
import { type FollowUp, followUpsOf, type Scenario } from './scenarios.ts';
import type { Moment, TracedWrite } from './writes.ts';

/** One cell of the matrix. */
export interface Case {
  scenario: Scenario;
  /** Index of the command that is interrupted. */
  command: number;
  how: 'kill' | 'stall' | 'fail';
  moment: Moment;
  /** Only for `fail`. */
  failure?: Failure;
  /** Title of the write. */
  title: string;
  followUp: FollowUp;
}

/** Returns every moment of every command, with rotating follow-ups. Pure. */
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
  // Only before a write: a run that is stopped after one sends the next write when it continues, which is another case.
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

/** Durations of a failure, and the follow-ups that end the release after it, starting with the workflow's own rollback. */
const lengths = ['once', 'while', 'end'] as const;
const afterwards = ['rollback of the run', 'sweep', 'next deploy'] as const;

/**
 * Returns every behavior at every write of every command, for each duration. The first third has every behavior at every write once, with
 * rotating durations, in random order, so that an aborted run has covered some of everything. Deterministic for the same traces.
 */
export function failuresOf(scenario: Scenario, traces: readonly (readonly TracedWrite[])[]): Case[] {
  const random = new Random(1);
  const writes = traces.flatMap((traced, command) => traced.map(each => ({ ...each, command })));
  return lengths.flatMap((_, round) => {
    const cases = writes.flatMap(({ write, title, command }, at) =>
      behaviours.map((behaviour, nth): Case => {
        const turn = at + nth + round;
        const lasts = lengths[turn % lengths.length] as Failure['lasts'];
        const followUp = afterwards[(turn + Math.floor(at / lengths.length)) % afterwards.length] as FollowUp;
        // Without a response a client cannot know whether the write was carried out.
        const carriedOut = (behaviour === 'reset' || behaviour === 'hang') && (at + round) % 2 === 1;
        const moment = { write, side: 'before' as const };
        const failure = { behaviour, lasts, carriedOut };
        return { scenario, command, how: 'fail', moment, title, followUp, failure };
      }),
    );
    return shuffled(cases, random);
  });
}

/** Whether a write acquires the Lease. A run that is stopped before it cannot be overtaken; it only starts later. */
const takesLease = ({ write }: Moment, title: string) => write === 1 && title.includes(' leases');

/** Returns the next follow-up. Two follow-ups in a plain rotation would always be combined with the same side of a write. */
function rotated(followUps: readonly FollowUp[], index: number): FollowUp {
  const at = (index + Math.floor(index / followUps.length)) % followUps.length;
  return followUps[at] as FollowUp;
}

export function interruptionOf({ how, moment }: Case): Interruption {
  return how === 'fail' ? {} : { [how]: moment };
}

export function nameOf({ scenario, command, how, moment, title, followUp, failure }: Case): string {
  const what = scenario.commands[command]?.[0] ?? '';
  const { phase, side, write } = moment;
  const where = phase === undefined ? `write ${write}` : `write ${write} in ${phase}`;
  const met =
    failure === undefined
      ? `${how === 'kill' ? 'killed' : 'stopped'} ${side}`
      : `answered ${answerName(failure)} at`;
  return `${scenario.name}: ${what} ${met} ${where} (${title}), then ${followUp}`;
}

const times = { once: 'once', while: 'for a while', end: 'until its end' };

const answerName = ({ behaviour, lasts, carriedOut }: Failure) =>
  `with ${behaviour}${carriedOut ? ' after it was carried out' : ''} ${times[lasts]}`;

/** Returns one item of each list in turn, so that an aborted run has covered some of each. Pure. */
export function inTurn<T>(samples: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...samples.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => samples.flatMap(each => each.slice(at, at + 1))).flat();
}

/** Returns a sample that is spread over all cases. Pure. */
export function sampled(cases: readonly Case[], size: number): Case[] {
  if (size >= cases.length) return [...cases];
  return Array.from({ length: size }, (_, i) => cases[Math.floor((i * cases.length) / size)] as Case);
}
