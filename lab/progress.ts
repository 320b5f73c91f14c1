import type { Say } from './lab.ts';

const HEARTBEAT = 15_000;

/** Lines that start with the seconds since `start` (ms of the epoch). */
export function timed(write: Say, start: number = Date.now()): Say {
  return line => write(`[${seconds(Date.now() - start).padStart(7)}] ${line}`);
}

/** Says when `work` starts, that it still goes on, and when it ends. */
export async function spoken<T>(say: Say, what: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  say(`${what} …`);
  const beat = setInterval(() => say(`${what} … ${seconds(Date.now() - start)}`), HEARTBEAT);
  try {
    const result = await work();
    say(`${what}: done in ${seconds(Date.now() - start)}`);
    return result;
  } finally {
    clearInterval(beat);
  }
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
