import { pause as wait } from '../../toolkit/retry.ts';
import type { DrillPace } from './pace.ts';

type Answered<Answer> = { readonly answer: Answer } | { readonly fault: string };

/**
 * Runs work with a timeout, even if the work ignores the signal; a later result is discarded.
 * @param patience the timeout in ms.
 */
export async function within<Answer>(
  patience: number,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answered<Answer>> {
  const fault = `no answer within ${patience} ms`;
  const giving = new AbortController();
  const late = new Promise<Answered<Answer>>(resolve => {
    giving.signal.addEventListener('abort', () => resolve({ fault }));
  });
  const timer = setTimeout(() => giving.abort(), patience);
  try {
    const working = work(giving.signal).then(answer => ({ answer }));
    // It may reject after the timeout, when nothing awaits it any more.
    working.catch(() => undefined);
    return await Promise.race([working, late]);
  } catch (error) {
    if (giving.signal.aborted) return { fault };
    return { fault: (error instanceof Error ? error.message : String(error)) || 'it failed' };
  } finally {
    clearTimeout(timer);
  }
}

interface Looking {
  readonly pace: Pick<DrillPace, 'probes'>;
  readonly signal: AbortSignal;
  /** Default: the interval of the probes; ms. */
  readonly every?: number;
  /** When the time is over, by the clock of the drill. */
  readonly end: number;
  now(): number;
}

/** Looks until a look is enough, or the time is over. @returns the last look. @throws {UserError} if the drill is cancelled meanwhile. */
export async function lookUntil<Look>(
  look: () => Look | Promise<Look>,
  isEnough: (look: Look) => boolean,
  { pace, signal, every = pace.probes.every, end, now }: Looking,
): Promise<Look> {
  for (;;) {
    const found = await look();
    if (isEnough(found) || now() >= end) return found;
    await pause(every, signal);
  }
}

/** Waits. @param ms the duration. @throws {UserError} if the drill is cancelled meanwhile. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> => wait(ms, { signal });
