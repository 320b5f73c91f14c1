import { counted } from '../toolkit/count.ts';
import { formatDuration } from '../toolkit/duration.ts';

/** How long a service was unavailable, as seen by a prober outside of the broken system. All times are in ms by the prober's clock. */

/** One probe: a functional check from the outside. */
export interface OutageProbe {
  /** When it was sent. */
  readonly at: number;
  readonly ok: boolean;
  /** Time until its answer or its timeout. */
  readonly tookMs: number;
  readonly reason?: string;
}

export interface OutageInput {
  /** From the steady state before the injection to the end of the drill. */
  readonly samples: readonly OutageProbe[];
  /** Time of the injection, taken before the call that broke something. */
  readonly injectedAt: number;
  /** Interval of probes. */
  readonly every: number;
  /** How many successful probes in a row show that the outage is over. */
  readonly consecutive?: number;
}

interface Seen {
  /** Start of the outage, from which the recovery time counts. */
  readonly from: number;
  /** Reason of the first bad probe. */
  readonly reason?: string;
  /** What weakens the measurement; empty for a clean one. */
  readonly notes: readonly string[];
}

export type Outage =
  /** No probe was bad: there was no outage, or it fits between two probes. */
  | (Seen & { readonly kind: 'unnoticed'; readonly atMost: number })
  /** `rto` is the time from `from` to `to`, an upper bound; after `atLeast` the service was still down. */
  | (Seen & { readonly kind: 'over'; readonly to: number; readonly rto: number; readonly atLeast: number })
  /** Nothing shows that the outage is over. */
  | (Seen & { readonly kind: 'unresolved'; readonly atLeast: number; readonly why: string });

/**
 * Measures from the first failed probe or the injection, whichever is earlier, to the first successful probe of the first sufficient run
 * of successful probes after the last bad one. A successful probe counts from its answer: one that hung until the service was back answers
 * late.
 *
 * - A failed probe that ended before the injection counts only if no successful probe came between; otherwise a note names it.
 * - A probe in flight at the injection was failed by it: the injection is the earlier moment.
 * - A run of successful probes does not span a pause of the prober, because nothing was observed then.
 *
 * @throws {RangeError} for an interval or a count that is not above 0.
 */
export function measureOutage({ samples, injectedAt, every, consecutive = 30 }: OutageInput): Outage {
  if (!(every > 0) || !Number.isInteger(consecutive) || consecutive < 1)
    throw new RangeError(`${consecutive} probes every ${every} ms`);
  const inOrder = samples.toSorted((a, b) => a.at - b.at);
  const steady = inOrder.filter(sample => endOf(sample) <= injectedAt);
  const watched = inOrder.filter(sample => endOf(sample) > injectedAt);
  const early = steady.slice(steady.findLastIndex(({ ok }) => ok) + 1);
  const bad = [...early, ...watched].filter(({ ok }) => !ok);
  const [first] = bad;
  const last = bad.at(-1);
  const from = early[0]?.at ?? injectedAt;
  const runs = goodRuns(watched, every);
  const since = runs.filter(([begin]) => begin.at > (last?.at ?? Number.NEGATIVE_INFINITY));
  const back = since.find(({ length }) => length >= consecutive)?.[0];
  const seen: Seen = {
    from,
    ...(first?.reason === undefined ? {} : { reason: first.reason }),
    notes: [
      ...failedBefore(steady.slice(0, steady.length - early.length)),
      ...pauses(watched, every),
      ...relapses(runs, last, consecutive),
    ],
  };
  // A probe from before the outage may have been in flight when it began.
  const atLeast = last === undefined ? 0 : Math.max(0, last.at - from);
  if (back === undefined)
    return { kind: 'unresolved', ...seen, atLeast, why: tooFew(since.at(-1)?.length ?? 0, consecutive) };
  if (last === undefined) return { kind: 'unnoticed', ...seen, atMost: longestUnseen(watched, injectedAt) };
  return { kind: 'over', ...seen, to: endOf(back), rto: endOf(back) - from, atLeast };
}

/** `1m2s (at least 1m1s)`, `at most 250ms`, `at least 5m`. */
export function outageText(outage: Outage): string {
  switch (outage.kind) {
    case 'unnoticed':
      return `at most ${formatDuration(outage.atMost)}`;
    case 'over':
      return `${formatDuration(outage.rto)} (at least ${formatDuration(outage.atLeast)})`;
    case 'unresolved':
      return `at least ${formatDuration(outage.atLeast)}`;
  }
}

type Run = [OutageProbe, ...OutageProbe[]];

function goodRuns(samples: readonly OutageProbe[], every: number): Run[] {
  const runs: Run[] = [];
  let previous: OutageProbe | undefined;
  for (const sample of samples) {
    const run = runs.at(-1);
    const continues = previous?.ok === true && pauseBetween(previous, sample) <= longestPause(every);
    if (sample.ok && continues && run !== undefined) run.push(sample);
    else if (sample.ok) runs.push([sample]);
    previous = sample;
  }
  return runs;
}

const endOf = ({ at, tookMs }: OutageProbe) => at + tookMs;

const pauseBetween = (one: OutageProbe, next: OutageProbe) => next.at - endOf(one);

/** A busy machine may send a probe late; a longer delay is a pause. */
const longestPause = (every: number) => Math.max(3 * every, 1000);

/** Returns the longest time without evidence: a successful probe only shows that the service was up at some time while it was in flight. */
function longestUnseen(watched: readonly OutageProbe[], injectedAt: number): number {
  const begins = [injectedAt, ...watched.map(({ at }) => Math.max(at, injectedAt))];
  return watched.reduce(
    (most, each, index) => Math.max(most, endOf(each) - (begins[index] ?? injectedAt)),
    0,
  );
}

function failedBefore(steady: readonly OutageProbe[]): string[] {
  const bad = steady.filter(({ ok }) => !ok);
  if (bad.length === 0) return [];
  const reason = bad[0]?.reason;
  return [
    `${counted(bad.length, 'probe')} failed before the injection, and the service recovered${reason === undefined ? '' : ` (${reason})`}`,
  ];
}

function pauses(samples: readonly OutageProbe[], every: number): string[] {
  const long = samples
    .slice(1)
    .map((sample, index) => pauseBetween(samples[index] ?? sample, sample))
    .filter(pause => pause > longestPause(every));
  if (long.length === 0) return [];
  const all = long.reduce((sum, pause) => sum + pause, 0);
  return [
    `the prober paused ${counted(long.length, 'time')}, ${formatDuration(all)} in total: nothing was observed then`,
  ];
}

function relapses(runs: readonly Run[], last: OutageProbe | undefined, consecutive: number): string[] {
  const early = runs.filter(run => run.length >= consecutive && run[0].at < (last?.at ?? run[0].at));
  if (early.length === 0) return [];
  return [
    `it failed again after at least ${counted(consecutive, 'successful probe')}, ${counted(early.length, 'time')}`,
  ];
}

const tooFew = (good: number, consecutive: number) =>
  `only ${counted(good, 'successful probe')} in a row at the end, but ${consecutive} are needed`;
