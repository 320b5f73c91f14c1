import type { Say } from './lab.ts';

const HEARTBEAT = 15_000;

/** Prefixes each line with the seconds since `start` (in ms since 1970). */
export function timed(write: Say, start: number = Date.now()): Say {
  return line => write(`[${seconds(Date.now() - start).padStart(7)}] ${line}`);
}

/** Reports the start, progress and end of `work`; start and progress with a `note`. */
export async function spoken<T>(
  say: Say,
  what: string,
  work: () => Promise<T>,
  note: () => string = () => '',
): Promise<T> {
  const start = Date.now();
  say(`${what}${note()} …`);
  const beat = setInterval(() => say(`${what}${note()} … ${seconds(Date.now() - start)}`), HEARTBEAT);
  try {
    const result = await work();
    say(`${what}: done in ${seconds(Date.now() - start)}`);
    return result;
  } finally {
    clearInterval(beat);
  }
}

export interface ForecastPart {
  /** Returns a note such as ` (2 of 7, 9 min left)`. */
  readonly note: () => string;
  readonly end: () => void;
}

/** Weight of the initial estimate in seconds, because the first builds are short and not representative. */
const PRIOR = 60;

/** Estimates the remaining time of builds from their weights, in seconds on a reference machine, and the pace of this run. */
export class Forecast {
  readonly #total: number;
  readonly #count: number;
  readonly #now: () => number;
  readonly #start: number;
  #begun = 0;
  #ahead: number;
  #done = 0;
  #pace = 1;

  constructor(weights: readonly number[], now: () => number = Date.now) {
    this.#total = weights.reduce((sum, weight) => sum + weight, 0);
    this.#count = weights.length;
    this.#ahead = this.#total;
    this.#now = now;
    this.#start = now();
  }

  begin(weight: number): ForecastPart {
    const number = ++this.#begun;
    this.#ahead -= weight;
    return {
      note: () => ` (${number} of ${this.#count}, ${roughly(this.left())} left)`,
      end: () => {
        this.#done += weight;
        this.#pace = (this.#elapsed() + PRIOR) / (this.#done + PRIOR);
      },
    };
  }

  /** Returns the estimated remaining seconds. */
  left(): number {
    // A running build may be slower than the finished ones.
    const begun = this.#total - this.#ahead;
    const pace = Math.max(this.#pace, (this.#elapsed() + PRIOR) / (begun + PRIOR));
    return Math.max(this.#total * pace - this.#elapsed(), this.#ahead * pace);
  }

  #elapsed(): number {
    return (this.#now() - this.#start) / 1000;
  }
}

function roughly(time: number): string {
  return time < 90 ? `${Math.max(10, Math.ceil(time / 10) * 10)} s` : `${Math.round(time / 60)} min`;
}

/** Prevents an unhandled rejection of a promise that is awaited later. */
export function observed<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/**
 * Calls `ask` every `every` ms until the result is neither null nor false, and returns it.
 * @throws Error after `within` ms, with the last failure as its cause.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | false>,
  { within = 60_000, every = 50 }: { within?: number; every?: number } = {},
): Promise<T> {
  const end = Date.now() + within;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== false) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${within / 1000} s`, { cause: last });
    await new Promise(resolve => setTimeout(resolve, every));
  }
}
