import type { Say } from './lab.ts';

const HEARTBEAT = 15_000;

/** Lines that start with the seconds since `start` (ms of the epoch). */
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
  /** Such as ` (2 of 7, 9 min left)`. */
  readonly note: () => string;
  readonly end: () => void;
}

/** Seconds that the estimated pace counts as measured, because the first builds are short and not representative. */
const PRIOR = 60;

/** Estimates the duration of builds from their weights (seconds on the machine that measured them) and this run's pace. */
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

  /** Seconds. */
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

/** For work that is awaited later: prevents an unhandled rejection before that. */
export function observed<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/**
 * Asks again every `every` ms until the answer is neither null nor false.
 * @throws Error with the last failure as its cause after `within` ms.
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
