import { setTimeout as after } from 'node:timers/promises';
import { cancelled } from './errors.ts';

type Sleep = (milliseconds: number, value?: undefined, options?: { signal: AbortSignal }) => Promise<unknown>;

export interface Waiting {
  readonly sleep?: Sleep | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Without a signal it uses the global timer, because tests replace that. */
const usual: Sleep = (milliseconds, _, options) =>
  options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : after(milliseconds, undefined, options);

/** @throws UserError when the run is cancelled meanwhile. */
export async function pause(milliseconds: number, { sleep = usual, signal }: Waiting = {}): Promise<void> {
  await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
    throw signal?.aborted ? cancelled() : error;
  });
}

/** Reads the header `Retry-After`: seconds, or a date. @returns milliseconds from now; undefined for anything else. @param now ms since 1970. */
export function retryAfter(header: string | number | null | undefined, now = Date.now()): number | undefined {
  const text = String(header ?? '').trim();
  const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

export interface Retry<Result> extends Waiting {
  /** The number of attempts in total. Default: no limit. */
  readonly attempts?: number;
  /** Time after the beginning in which another attempt may start; ms. Default: no limit. */
  readonly within?: number;
  /** Whether a result is a temporary failure; asked only if another attempt is allowed. Default: none is. */
  readonly unfinished?: (result: Result) => boolean | Promise<boolean>;
  /** Whether an error is temporary; asked only if another attempt is allowed. Default: none is. */
  readonly temporary?: (error: unknown) => boolean | Promise<boolean>;
  /** Returns the milliseconds before the next attempt. Default: it starts at once. @param failure the error or result. */
  readonly delay?: (count: number, failure: unknown) => number;
}

/**
 * Repeats an attempt while its failure is temporary and another one is allowed.
 * @param attempt gets its number, from 1.
 * @returns the last result. @throws the last error.
 */
export async function retry<Result>(
  options: Retry<Result>,
  attempt: (count: number) => Promise<Result>,
): Promise<Result> {
  const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
  const end = performance.now() + within;
  for (let count = 1; ; count += 1) {
    const isLast = () => count >= attempts || performance.now() >= end;
    let failure: unknown;
    try {
      const result = await attempt(count);
      if (isLast() || !(await options.unfinished?.(result))) return result;
      failure = result;
    } catch (error) {
      if (isLast() || !(await options.temporary?.(error))) throw error;
      failure = error;
    }
    if (delay !== undefined) await pause(delay(count, failure), options);
  }
}
