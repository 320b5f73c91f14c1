import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../src/analysis/prometheus.ts';
import {
  causes,
  compare,
  compareCpu,
  harms,
  type SignalComparison,
} from '../../src/monitoring/comparison.ts';

const latency: SignalComparison['signal'] = {
  ...{ name: 'latency-p95', title: 'Latency', unit: 'seconds', group: 'latency', worse: 'more' },
};
const series = (...values: number[]): Sample[] => values.map((value, index) => [index * 30_000, value]);
const steady = series(...Array.from({ length: 30 }, (_, index) => 0.1 + 0.01 * Math.sin(index)));

describe('a signal before and after a release', () => {
  const { change: changed } = compare(latency, steady, series(0.2, 0.21, 0.2, 0.22, 0.2));

  it('is worse when it moves beyond what it did before', () => {
    expect(changed).toBe('worse');
  });

  it('is the same while it stays within what it did before', () => {
    expect(compare(latency, steady, steady).change).toBe('same');
    // Up by a third, but before it was as high one time in five.
    const bursty = series(...Array.from({ length: 30 }, (_, index) => (index % 5 === 0 ? 0.15 : 0.1)));
    expect(compare(latency, bursty, series(0.14, 0.13, 0.14, 0.14)).change).toBe('same');
  });

  it('is worse when it grows, as a leak does', () => {
    const memory: SignalComparison['signal'] = { ...latency, unit: 'bytes', group: 'saturation' };
    const before = series(...Array.from({ length: 30 }, () => 100 * 2 ** 20));
    const leak = series(...Array.from({ length: 30 }, (_, index) => (80 + 3 * index) * 2 ** 20));
    expect(compare(memory, before, leak).change).toBe('worse');
  });

  it('ignores differences that no user notices', () => {
    expect(
      compare(latency, series(0.001, 0.001, 0.001, 0.001), series(0.004, 0.004, 0.004, 0.004)).change,
    ).toBe('same');
    const errors: SignalComparison['signal'] = { ...latency, unit: 'share', group: 'errors' };
    expect(compare(errors, series(0, 0, 0, 0), series(0.001, 0.001, 0.001, 0.001)).change).toBe('same');
    expect(compare(errors, series(0, 0, 0, 0), series(0.06, 0.06, 0.06, 0.06)).change).toBe('worse');
  });

  it('M9: is not compared with too little data', () => {
    expect(compare(latency, steady, series(9, 9, 9)).change).toBe('no-data');
    expect(compare(latency, [], steady).change).toBe('no-data');
  });

  it('harms users only where it is their experience or runs out', () => {
    const cost: SignalComparison['signal'] = { ...latency, group: 'business' };
    const after = series(9, 9, 9, 9);
    expect(harms(compare(latency, steady, after))).toBe(true);
    expect(harms(compare(cost, steady, after))).toBe(false);
    expect(compare({ ...latency, worse: 'less' }, steady, after).change).toBe('better');
    expect(compare({ ...latency, worse: 'neither' }, steady, after).change).toBe('changed');
  });

  it('is seldom worse by chance', () => {
    // Both spans from the same noise: a change must be rare. Seeded, so that the test is the same each time.
    let [state, wrong] = [7, 0];
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const noise = () => series(...Array.from({ length: 60 }, () => 0.1 * (0.7 + 0.6 * random())));
    for (let round = 0; round < 1000; round += 1) if (harms(compare(latency, noise(), noise()))) wrong += 1;
    expect(wrong).toBeLessThanOrEqual(5);
  });
});

describe('CPU before and after a release', () => {
  const cpu: SignalComparison['signal'] = {
    ...{ name: 'cpu', title: 'CPU', unit: 'cores', group: 'saturation', worse: 'more' },
  };
  const flat = (value: number) => series(...Array.from({ length: 20 }, () => value));
  const both = (before: number, after: number) => ({ before: flat(before), after: flat(after) });
  /** An application that needs CPU for each pod, and for each request per second. */
  const used = (pods: number, rate: number, perPod = 0.1, perRequest = 0.05) =>
    pods * perPod + rate * perRequest;
  const changed = (
    [podsWas, rateWas]: [number, number],
    [podsIs, rateIs]: [number, number],
    worse: readonly number[] = [],
  ) => {
    const cores = both(used(podsWas, rateWas), used(podsIs, rateIs, ...worse));
    return compareCpu(cpu, cores, both(podsWas, podsIs), both(rateWas, rateIs));
  };

  it.each<[string, [number, number], [number, number]]>([
    ['fewer requests', [1, 1], [1, 0.5]],
    ['more requests', [1, 1], [1, 8]],
    ['more pods', [2, 1], [4, 1]],
    ['more requests and pods', [2, 10], [6, 40]],
    ['fewer requests and pods', [6, 40], [2, 10]],
  ])('is not worse by %s', (_, before, after) => {
    expect(harms(changed(before, after))).toBe(false);
  });

  it('is worse, and may start a rollback, when each request needs more', () => {
    const before: [number, number] = [2, 1000];
    const worse = changed(before, [2, 1000], [0.1, 0.2]);
    expect([worse.change, causes(worse)]).toEqual(['worse', true]);
    // Also while the traffic falls or pods are added.
    expect(causes(changed(before, [2, 800], [0.1, 0.2]))).toBe(true);
    expect(causes(changed(before, [4, 1000], [0.1, 0.2]))).toBe(true);
  });

  it('is worse, and starts no rollback, when it grew by less than half', () => {
    const worse = changed([2, 1000], [2, 1000], [0.1, 0.07]);
    expect([worse.change, causes(worse)]).toEqual(['worse', false]);
  });

  it.each<[string, [number, number], [number, number]]>([
    ['doubles the pods', [4, 1000], [0, 0.1]],
    ['triples the pods', [6, 1000], [0, 0.1]],
  ])('has changed when each request needs more, and an autoscaler %s', (_, now, needs) => {
    const before = both(used(2, 1000, 0, 0.05), used(...now, ...needs));
    const { change, signal, before: was, after } = compareCpu(cpu, before, both(2, now[0]), both(1000, 1000));
    expect([change, signal.title, was, after]).toEqual(['changed', 'CPU at the current traffic', 50, 100]);
  });

  it('has not changed when the pods grow with the traffic, or only the traffic falls', () => {
    expect(changed([2, 1000], [4, 2000]).change).toBe('same');
    expect(changed([1, 1], [1, 0.5]).signal.title).toBe('CPU at the current traffic and number of pods');
  });

  it('ignores differences of a few millicores', () => {
    const tiny = compareCpu(cpu, both(0.002, 0.008), both(1, 1), both(1000, 1000));
    expect(tiny.change).toBe('same');
  });

  it('is not compared where there are no requests', () => {
    expect(changed([1, 1], [1, 0], [9, 0]).change).toBe('no-data');
    expect(changed([1, 0], [1, 1], [9, 0]).change).toBe('no-data');
  });

  it('only changes if the requests are not known, because they may have grown', () => {
    const more = compareCpu(cpu, both(1, 4), both(1, 1), undefined);
    expect([more.change, more.signal.title]).toEqual(['changed', 'CPU at the current number of pods']);
  });

  it('is not worse by any traffic, if each request needs the same', () => {
    const rates = fc.array(fc.double({ min: 1, max: 1e4, noNaN: true }), { minLength: 4, maxLength: 50 });
    fc.assert(
      fc.property(rates, rates, fc.integer({ min: 1, max: 9 }), (before, after, pods) => {
        const requests = { before: series(...before), after: series(...after) };
        const cores = {
          before: series(...before.map(rate => used(pods, rate, 0, 0.002))),
          after: series(...after.map(rate => used(pods, rate, 0, 0.002))),
        };
        const { before: was, after: is } = compareCpu(cpu, cores, both(pods, pods), requests);
        expect(is).toBeLessThanOrEqual((was ?? 0) * (1 + 1e-9));
      }),
    );
  });
});
