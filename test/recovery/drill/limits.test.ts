import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QueryResult } from '../../../src/analysis/ask.ts';
import type { Series } from '../../../src/analysis/prometheus.ts';
import { abortWhenDegraded, isDegraded } from '../../../src/recovery/drill/limits.ts';
import type { Placement } from '../../../src/recovery/drill/placement.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { wording } from '../../wording.ts';

const series = (value: number): Series => ({ labels: {}, samples: [[0, value]] });
const victim: Placement = { pod: 'db-0', uid: '1', node: 'a', zone: 'a' };
type Answer = QueryResult<Series[]>;
const good: Answer = { ok: true, value: [] };
const bad: Answer = { ok: true, value: [series(1)] };
const silent: Answer = { ok: false, detail: 'no answer' };

describe('a drill in production', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function begin(answers: (at: number) => Answer, maxDuration = 600_000) {
    const begun = Date.now();
    const calls: string[] = [];
    const system = {
      report: (line: string) => void calls.push(line),
      inject: async (_: Placement, __: AbortSignal) => void calls.push('inject'),
      fix: async (_: Placement) => void calls.push('fix'),
      clear: async () => [],
    };
    const query = vi.fn(async () => answers(Date.now() - begun));
    const outer = new AbortController();
    const limits = { source: { query }, abort: 'burn', 'max-duration': maxDuration, every: 5000 };
    return { calls, query, outer, ...abortWhenDegraded(system, limits, outer.signal) };
  }
  const reasonOf = (signal: AbortSignal) => (signal.reason as UserError | undefined)?.message;

  it('is watched from the injection until the end of the cleanup', async () => {
    const { system, query, signal } = begin(() => good);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(query).not.toHaveBeenCalled();
    await system.inject(victim, signal);
    await vi.advanceTimersByTimeAsync(20_000);
    const looks = query.mock.calls.length;
    expect(looks).toBeGreaterThanOrEqual(4);
    // The failback afterwards is watched, too, for as long as it takes.
    await system.fix(victim);
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(query.mock.calls.length).toBeGreaterThan(looks);
    expect(signal.aborted).toBe(false);
    await system.clear();
    const all = query.mock.calls.length;
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(query.mock.calls.length).toBe(all);
  });

  it.each([
    ['is degraded by now', bad, wording('production')],
    ['cannot be queried by now', silent, wording('production', 'no answer')],
  ])('injects no fault if production %s', async (_, answer, why) => {
    const { system, signal, calls } = begin(() => answer);
    await expect(system.inject(victim, signal)).rejects.toThrow(why);
    expect(calls).not.toContain('inject');
    expect(reasonOf(signal)).toEqual(why);
  });

  it('is aborted at the next check if production is degraded', async () => {
    const { system, signal, calls } = begin(at => (at > 12_000 ? bad : good));
    await system.inject(victim, signal);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(signal.reason).toBeInstanceOf(UserError);
    expect(reasonOf(signal)).toEqual(wording());
    expect(calls).toContainEqual(wording('production'));
  });

  it('is aborted after three checks without an answer, and not after two', async () => {
    const twice = begin(at => (at > 0 && at < 11_000 ? silent : good));
    await twice.system.inject(victim, twice.signal);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(twice.signal.aborted).toBe(false);
    const { system, signal } = begin(at => (at > 0 ? silent : good));
    await system.inject(victim, signal);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(reasonOf(signal)).toEqual(wording('no answer'));
  });

  it('is aborted once when its time limit is over', async () => {
    const { system, signal, calls } = begin(() => good, 30_000);
    await system.inject(victim, signal);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(reasonOf(signal)).toEqual(wording('30s'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls.filter(each => each.startsWith('aborting'))).toHaveLength(1);
  });

  it('is also ended by a cancellation', () => {
    const { signal, outer } = begin(() => good);
    outer.abort();
    expect(signal.aborted).toBe(true);
  });
});

it('the abort query means that production is degraded only with a value above 0', () => {
  expect(isDegraded([])).toBe(false);
  expect(isDegraded([series(0)])).toBe(false);
  expect(isDegraded([{ labels: {}, samples: [] }])).toBe(false);
  expect(isDegraded([series(0), series(0.5)])).toBe(true);
});
