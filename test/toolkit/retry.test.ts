import { afterEach, describe, expect, it, vi } from 'vitest';
import { retry, retryAfter } from '../../src/toolkit/retry.ts';

/** An attempt that throws or returns these in order, and a sleep that notes its time. */
const scripted = (...outcomes: (string | Error)[]) => {
  const [counts, slept]: number[][] = [[], []];
  return {
    counts: counts as number[],
    slept: slept as number[],
    sleep: async (ms: number) => void slept?.push(ms),
    attempt: async (count: number) => {
      counts?.push(count);
      const outcome = outcomes[count - 1] ?? 'more attempts than expected';
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  };
};
const [busy, final] = [new Error('busy'), new Error('final')];
const temporary = (error: unknown) => error === busy;

describe('an attempt', () => {
  it('is repeated while its failure is temporary, whether an error or a result', async () => {
    const { attempt, sleep, slept } = scripted(busy, 'later', 'done');
    const delay = (count: number, failure: unknown) => (failure === busy ? count : 10 * count);
    const unfinished = async (result: string) => result === 'later';
    expect(await retry({ temporary, unfinished, delay, sleep }, attempt)).toBe('done');
    expect(slept).toEqual([1, 20]);
  });

  it('is not repeated after a final error, or by default', async () => {
    const { attempt, counts } = scripted(busy, final, 'done');
    await expect(retry({ temporary }, attempt)).rejects.toBe(final);
    await expect(retry({}, attempt)).rejects.toBe(busy);
    expect(counts).toEqual([1, 2, 1]);
  });

  it('ends with the last error or result when the number or the time is used up', async () => {
    await expect(retry({ attempts: 2, temporary }, scripted(busy, busy, 'done').attempt)).rejects.toBe(busy);
    const unfinished = () => true;
    expect(await retry({ attempts: 2, unfinished }, scripted('a', 'b', 'c').attempt)).toBe('b');
    expect(await retry({ within: 0, unfinished }, scripted('a', 'b').attempt)).toBe('a');
    vi.useFakeTimers();
    const ending = retry({ within: 30, unfinished, delay: () => 20 }, scripted('a', 'b', 'c', 'd').attempt);
    await vi.advanceTimersByTimeAsync(100);
    expect(await ending).toBe('c');
  });
  afterEach(() => void vi.useRealTimers());
});

it('a pause ends when the run is cancelled', async () => {
  const cancelling = new AbortController();
  const { attempt } = scripted(busy, 'done');
  const waiting = retry({ temporary, delay: () => 60_000, signal: cancelling.signal }, attempt);
  setTimeout(() => cancelling.abort(), 5);
  await expect(waiting).rejects.toThrow(/cancelled/);
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it.each([
    ['0', 0],
    ['3', 3_000],
    [3, 3_000],
    ['86400', 86_400_000],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5_000],
    ['Thu, 01 Jan 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %s ms', (text, milliseconds) => {
    expect(retryAfter(text, now)).toBe(milliseconds);
  });
});
