import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HistoryEntry,
  historyLine,
  parseDrillHistory,
  staleness,
  statisticsOf,
} from '../../src/recovery/history.ts';
import { wording } from '../wording.ts';

const day = 86_400_000;
const entry = (at: number, given: Partial<HistoryEntry> = {}): HistoryEntry => ({
  ...{ schema: 1, at, app: 'shop', environment: 'production', scenario: 'zone' },
  ...{ verdict: 'pass', rto: 60_000, rpo: 0, bytes: 1e9 },
  ...given,
});

describe('a history', () => {
  it('is read as it was written, even when its last line is truncated', () => {
    const some = fc.array(fc.record({ at: fc.nat(), rto: fc.nat(), run: fc.string() }));
    fc.assert(
      fc.property(some, entries => {
        const all = entries.map(each => entry(each.at, each));
        const text = all.map(historyLine).join('');
        expect(parseDrillHistory(text)).toEqual(all);
        expect(parseDrillHistory(`${text}{"schema":1,"at":`)).toEqual(all);
      }),
    );
  });

  it.each(['{', '[]', '{"schema":2}', JSON.stringify({ ...entry(1), verdict: 'good' })])(
    'names the invalid line: %s',
    line => {
      expect(() => parseDrillHistory(`${historyLine(entry(1))}${line}\n`)).toThrow(wording('2'));
    },
  );
});

describe('the statistics of a scenario', () => {
  it('counts started drills, including one that broke down, and says what this number of drills shows', () => {
    const history = [
      entry(1 * day),
      entry(2 * day, { verdict: 'skipped' }),
      entry(2.5 * day, { verdict: 'refused' }),
      entry(3 * day, { verdict: 'error' }),
      entry(4 * day, { rto: 90_000 }),
      entry(5 * day, { verdict: 'breach', rto: 4_000_000 }),
      entry(6 * day, { scenario: 'node' }),
    ];
    expect(statisticsOf(history, 'zone').bound).toEqual(wording('2', '4'));
  });

  it('finds a slowdown among the recoveries of this scenario alone, without failed drills', () => {
    const usual = [1, 2, 3, 4, 5].map(number => entry(number * day));
    const slow = (given: Partial<HistoryEntry>) =>
      statisticsOf([...usual, entry(6 * day, { rto: 600_000, ...given })], 'zone').slowdown;
    expect(slow({})).toContain(' 900 % ');
    for (const given of [{ verdict: 'fail' }, { verdict: 'error' }, { scenario: 'node' }] as const)
      expect(slow(given)).toBeUndefined();
  });

  it('is stale when its last green drill is too old, or there was none', () => {
    expect(staleness({ scenario: 'zone', lastGreen: day }, 8 * day, 7 * day)).toBeUndefined();
    expect(staleness({ scenario: 'zone', lastGreen: day }, 42 * day, 7 * day)).toEqual(
      wording('zone', '41', '7'),
    );
    expect(staleness({ scenario: 'zone' }, day, day)).toEqual(wording('zone'));
  });
});
