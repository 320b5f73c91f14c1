import { describe, expect, it } from 'vitest';
import { grownIn, growthsOf, targetsOf } from '../../src/analysis/counters.ts';
import type { Sample, Series } from '../../src/analysis/prometheus.ts';

const labels = { job: 'pods', instance: '10.0.0.1:8080', namespace: 'shop', pod: 'shop-a' };
const counter = (code: string, ...samples: Sample[]): Series => ({ labels: { ...labels, code }, samples });
const up = (...times: number[]): Series => ({ labels, samples: times.map(at => [at, 1]) });

/** The growths of the first series of a target. */
function growths(all: Series[], ups: Series[] = [], start = 0, birth?: number) {
  const targets = targetsOf(all, ups, () => birth);
  return growthsOf(all[0]!, { targets, start, before: new Map() });
}

describe('a counter', () => {
  it('grows from sample to sample', () => {
    expect(growths([counter('200', [10, 5], [20, 8], [30, 8])])).toEqual([
      { since: 10, at: 20, by: 3 },
      { since: 20, at: 30, by: 0 },
    ]);
  });

  it('that fell was restarted', () => {
    expect(growths([counter('200', [10, 5], [20, 2])])).toEqual([{ since: 10, at: 20, by: 2 }]);
  });

  it('that has reached its old value again was restarted when others of its process fell', () => {
    const rare = counter('500', [10, 1], [20, 1]);
    expect(growths([rare, counter('200', [10, 90], [20, 4])])).toEqual([{ since: 10, at: 20, by: 1 }]);
    expect(growths([rare, counter('200', [10, 90], [20, 94])])).toEqual([{ since: 10, at: 20, by: 0 }]);
  });

  it('was not restarted because another process was', () => {
    const other = { ...counter('200', [10, 90], [20, 4]), labels: { ...labels, instance: '10.0.0.2:8080' } };
    expect(growths([counter('500', [10, 1], [20, 1]), other])).toEqual([{ since: 10, at: 20, by: 0 }]);
  });

  it('that was missing at two scrapes started at zero', () => {
    expect(growths([counter('500', [30, 2])], [up(10, 20, 30)])).toEqual([{ since: 20, at: 30, by: 2 }]);
  });

  it('that was missing at one scrape may be at the edge of the window', () => {
    expect(growths([counter('500', [30, 100_000])], [up(20, 30)])).toEqual([]);
  });

  it('of a failed scrape does not count as missing', () => {
    const failed: Series = {
      labels,
      samples: [
        [5, 0],
        [10, 0],
        [20, 0],
        [30, 1],
      ],
    };
    expect(growths([counter('500', [30, 100_000])], [failed])).toEqual([]);
  });

  it('of a new pod started at zero, with the pod or at the scrape before', () => {
    const young = counter('200', [30, 7]);
    expect(growths([young], [], 0, 12)).toEqual([{ since: 12, at: 30, by: 7 }]);
    expect(growths([young], [up(20, 30)], 0, 12)).toEqual([{ since: 20, at: 30, by: 7 }]);
  });

  it('of an old pod with an unknown past has no growth until its second sample', () => {
    const old = counter('200', [1_000_030, 100_000], [1_000_040, 100_001]);
    expect(growths([old], [], 1_000_000, 12)).toEqual([{ since: 1_000_030, at: 1_000_040, by: 1 }]);
  });
});

describe('the growth in a span', () => {
  const all = [
    { since: 0, at: 10, by: 1 },
    { since: 10, at: 20, by: 10 },
    { since: 20, at: 30, by: 100 },
  ];

  it('is after its start and not after its end, so that adjacent spans share nothing', () => {
    expect([grownIn(all, 0, 10), grownIn(all, 10, 20), grownIn(all, 20, 30)]).toEqual([1, 10, 100]);
    expect(grownIn(all, 0, 30)).toBe(111);
  });

  it('excludes requests that may have happened before', () => {
    expect(grownIn(all, 0, 30, 10)).toBe(110);
    expect(grownIn(all, 0, 30, 11)).toBe(100);
  });
});
