import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keep, type RetainedBackup, type RetentionPolicy } from '../../src/recovery/retention.ts';
import { atLeast, search } from '../search.ts';
import { wording } from '../wording.ts';

const dayLong = 86_400_000;
const now = Date.parse('2026-11-24T12:00:00Z');

interface Written {
  /** Days ago. */
  age: number;
  prior?: string;
  type?: RetainedBackup['type'];
  verified?: true;
  /** Days from now. */
  locked?: number;
}

const backup = (label: string, { age, prior, type, verified, locked }: Written): RetainedBackup => ({
  label,
  type: type ?? (prior === undefined ? 'full' : 'incremental'),
  ...(prior === undefined ? {} : { prior }),
  finishedAt: now - age * dayLong,
  ...(verified ? { verifiedAt: now - age * dayLong + 3600 } : {}),
  ...(locked === undefined ? {} : { lockedUntil: now + locked * dayLong }),
});
const judge = (written: Record<string, Written>, policy: RetentionPolicy = {}) => {
  const all = Object.entries(written).map(([label, each]) => backup(label, each));
  const { kept, expired } = keep(all, policy, now);
  return {
    kept: Object.fromEntries(kept.map(({ backup: { label }, why }) => [label, why])),
    goes: expired.map(({ backup: { label } }) => label),
    why: expired[0]?.why,
  };
};

describe('a backup', () => {
  it('expires when the policy has no place for it and a newer full one is verified', () => {
    expect(judge({ old: { age: 9, verified: true }, new: { age: 1, verified: true } })).toEqual({
      kept: { new: wording() },
      goes: ['old'],
      why: wording(),
    });
  });

  it('is kept while no newer full one is verified', () => {
    expect(judge({ old: { age: 9, verified: true }, new: { age: 1 } })).toMatchObject({
      kept: { old: wording(), new: wording() },
      goes: [],
    });
    expect(judge({ old: { age: 9 }, new: { age: 1 } })).toMatchObject({
      kept: { old: wording(), new: wording() },
    });
  });

  it('is kept while only a newer incremental one is verified: that may depend on a lucky read', () => {
    const all = {
      full: { age: 9 },
      'incr-1': { age: 8, prior: 'full' },
      'incr-2': { age: 7, prior: 'incr-1', verified: true },
    } as const;
    expect(judge(all).goes).toEqual([]);
  });

  it('is kept with everything that it depends on', () => {
    const { kept, goes } = judge({
      'full-1': { age: 20, verified: true },
      'incr-1': { age: 19, prior: 'full-1' },
      'full-2': { age: 9, verified: true },
      'diff-2': { age: 8, prior: 'full-2', type: 'differential' },
      'incr-2': { age: 7, prior: 'diff-2', verified: true },
      'full-3': { age: 7.5, verified: true },
    });
    expect(kept).toEqual({
      'incr-2': wording(),
      'full-3': wording(),
      'diff-2': wording('incr-2'),
      'full-2': wording('incr-2'),
    });
    expect(goes).toEqual(['incr-1', 'full-1']);
  });

  it('expires after its dependents, even when both have the same time', () => {
    const { goes } = judge({
      a: { age: 9, prior: 'b' },
      b: { age: 9, prior: 'z' },
      z: { age: 9, verified: true },
      new: { age: 1, verified: true },
    });
    expect(goes).toEqual(['a', 'b', 'z']);
  });

  it('is kept while its storage is locked, with everything that it depends on', () => {
    expect(
      judge({
        full: { age: 30, verified: true, locked: -1 },
        incr: { age: 29, prior: 'full', locked: 6 },
        gone: { age: 28, verified: true, locked: -1 },
        new: { age: 1, verified: true },
      }),
    ).toMatchObject({
      kept: {
        incr: wording('2026-11-30'),
        full: wording('incr'),
        new: wording(),
      },
      goes: ['gone'],
    });
  });

  it('is kept when a backup that it depends on is missing, and is reported: the list may be incomplete', () => {
    const { kept, goes } = judge({
      incr: { age: 9, prior: 'full', verified: true },
      new: { age: 1, verified: true },
    });
    expect(goes).toEqual([]);
    expect(kept.incr).toEqual(wording('full'));
  });

  it('with a time in the future is kept and proves nothing', () => {
    expect(judge({ old: { age: 9, verified: true }, new: { age: -1, verified: true } })).toMatchObject({
      kept: { old: wording(), new: wording() },
      goes: [],
    });
  });
});

describe('the places of a policy', () => {
  const daily = (count: number, verified: (age: number) => boolean = () => true) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, age) => [
        `d${age}`,
        { age, ...(verified(age) ? { verified: true as const } : {}) },
      ]),
    );

  it('are the last days, weeks, months and years that have a backup', () => {
    const { kept } = judge(daily(800), { daily: 3, weekly: 2, monthly: 2, yearly: 3 });
    expect(kept).toEqual({
      d0: wording(),
      d1: wording(),
      d2: wording(),
      // d0 is the newest of week 48, d2 of week 47, and so of the month and the year.
      d24: wording(),
      d328: wording(),
      d693: wording(),
    });
  });

  it('count days with backups, so that none expires when the backups stop', () => {
    const { kept } = judge(
      { a: { age: 100, verified: true }, b: { age: 90, verified: true }, c: { age: 80, verified: true } },
      { daily: 2 },
    );
    expect(Object.keys(kept)).toEqual(['c', 'b']);
  });

  it('go to the newest verified backup of a day, or to the newest one when none is verified', () => {
    const { kept } = judge(
      {
        'morning-1': { age: 3.4, verified: true },
        'evening-1': { age: 3.1 },
        'morning-2': { age: 2.4 },
        'evening-2': { age: 2.1 },
        new: { age: 0, verified: true },
      },
      { daily: 9 },
    );
    expect(Object.keys(kept)).toEqual(['new', 'evening-2', 'morning-1']);
  });

  it('begin weeks on Monday and assign a week to the year of its Thursday', () => {
    const at = (date: string) => ({ age: (now - Date.parse(date)) / dayLong, verified: true as const });
    const { kept } = judge(
      {
        sunday: at('2026-01-04T12:00:00Z'),
        thursday: at('2026-01-01T12:00:00Z'),
        earlier: at('2025-12-28T12:00:00Z'),
        monday: at('2025-12-29T12:00:00Z'),
        new: at('2026-11-23T00:00:00Z'),
      },
      { weekly: 3 },
    );
    expect(kept).toEqual({
      new: wording(),
      sunday: wording(),
      earlier: wording(),
    });
  });
});

describe('a recovery window', () => {
  it('keeps everything in it and the last verified backup before it, from which its start is recovered', () => {
    const { kept, goes } = judge(
      {
        a: { age: 30, verified: true },
        b: { age: 20, verified: true },
        c: { age: 10 },
        d: { age: 5 },
        e: { age: 1, verified: true },
      },
      { window: 7 * dayLong },
    );
    expect(kept).toEqual({
      e: wording(),
      d: wording('2026-11-17'),
      c: wording('2026-11-17'),
      b: wording('2026-11-17'),
    });
    expect(goes).toEqual(['a']);
  });
});

describe('a list of backups', () => {
  it.each([
    ['labels that repeat', [backup('a', { age: 1 }), backup('a', { age: 2 })], []],
    [
      'a full one that depends on another',
      [backup('a', { age: 1, prior: 'b', type: 'full' })],
      ['a', 'full', 'b'],
    ],
    [
      'an incremental one that depends on nothing',
      [backup('a', { age: 1, type: 'incremental' })],
      ['a', 'incremental'],
    ],
    ['a cycle', [backup('a', { age: 1, prior: 'b' }), backup('b', { age: 2, prior: 'a' })], ['a']],
  ])('is refused with %s', (_, all, facts) => {
    expect(() => keep(all, {}, now)).toThrow(wording(...facts));
  });

  it('may be empty', () => {
    expect(keep([], { daily: 7 }, now)).toEqual({ kept: [], expired: [] });
  });
});

/** Chains as a tool makes them: each is full, or depends on an earlier one; a few are lost, locked or in the future. */
const repositories = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 1, max: 72 }),
      upon: fc.option(fc.nat(5), { nil: undefined, freq: 2 }),
      verified: fc.boolean(),
      locked: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, -5, -1, 1, 5),
      lost: fc.integer({ min: 0, max: 30 }).map(each => each === 17),
    }),
    { minLength: 3, maxLength: 30 },
  )
  .map(list => {
    let age = list.reduce((sum, { hours }) => sum + hours, 0) / 24 - (list.length % 7 === 0 ? 2 : 0);
    return list.flatMap(({ hours, upon, verified, locked, lost }, index) => {
      age -= hours / 24;
      const prior = upon === undefined || index === 0 ? undefined : `b${Math.max(0, index - 1 - upon)}`;
      const written = {
        age,
        ...(prior === undefined ? {} : { prior }),
        ...(verified ? { verified } : {}),
        ...(locked === undefined ? {} : { locked }),
      };
      return lost ? [] : [backup(`b${index}`, written as Written)];
    });
  });
const count = fc.option(fc.nat(4), { nil: undefined });
const policies = fc
  .record({
    daily: count,
    weekly: count,
    monthly: count,
    yearly: count,
    window: fc.option(fc.nat(10 * dayLong), { nil: undefined }),
  })
  .map(each => JSON.parse(JSON.stringify(each)) as RetentionPolicy);

describe('for any repository and policy', () => {
  const run = (
    check: (
      all: RetainedBackup[],
      policy: RetentionPolicy,
      kept: RetainedBackup[],
      goes: RetainedBackup[],
    ) => void,
  ) =>
    fc.assert(
      fc.property(repositories, policies, (all, policy) => {
        const { kept, expired } = keep(all, policy, now);
        check(
          all,
          policy,
          kept.map(({ backup: each }) => each),
          expired.map(({ backup: each }) => each),
        );
      }),
      search(2000),
    );
  const restorable = (each: RetainedBackup, all: readonly RetainedBackup[]): boolean => {
    if (each.prior === undefined) return true;
    const prior = all.find(({ label }) => label === each.prior);
    return prior !== undefined && restorable(prior, all);
  };
  const verified = (each: RetainedBackup) => each.verifiedAt !== undefined && each.finishedAt <= now;

  it('each backup is in one of the lists, once, and some expire', () => {
    let gone = 0;
    run((all, _, kept, goes) => {
      expect([...kept, ...goes].map(({ label }) => label).sort()).toEqual(
        all.map(({ label }) => label).sort(),
      );
      gone += goes.length;
    });
    expect(gone).toBeGreaterThan(atLeast(500));
  });

  it('no chain of a kept backup is broken', () => {
    run((all, _, kept) => {
      for (const each of kept) expect(restorable(each, kept)).toBe(restorable(each, all));
    });
  });

  it('the newest verified backup that can be restored is kept, and can be restored', () => {
    run((all, _, kept) => {
      const proved = all
        .filter(each => verified(each) && restorable(each, all))
        .sort((a, b) => b.finishedAt - a.finishedAt);
      if (proved[0] !== undefined) expect(kept).toContain(proved[0]);
    });
  });

  it('nothing expires without a newer verified full backup that is kept', () => {
    run((_, __, kept, goes) => {
      for (const each of goes)
        expect(
          kept.some(one => one.type === 'full' && verified(one) && one.finishedAt > each.finishedAt),
        ).toBe(true);
    });
  });

  it('locked backups are kept', () => {
    run((_, __, ___, goes) => {
      expect(goes.filter(({ lockedUntil }) => lockedUntil !== undefined && lockedUntil > now)).toEqual([]);
    });
  });

  it('the last days that have a backup keep one, a verified one if they had any', () => {
    run((all, policy, kept) => {
      const usable = all.filter(each => restorable(each, all) && each.finishedAt <= now);
      const dayOf = ({ finishedAt }: RetainedBackup) => Math.floor(finishedAt / dayLong);
      const days = [...new Set(usable.map(dayOf))].sort((a, b) => b - a).slice(0, policy.daily ?? 0);
      for (const day of days) {
        const left = kept.filter(each => dayOf(each) === day);
        const before = usable.filter(each => dayOf(each) === day);
        expect(left.length).toBeGreaterThan(0);
        if (before.some(verified)) expect(left.some(verified)).toBe(true);
      }
    });
  });

  it('every moment since the start of the window can be recovered as before', () => {
    run((all, { window }, kept) => {
      if (window === undefined) return;
      for (const moment of [now - window, now - window / 2, now]) {
        const base = (list: readonly RetainedBackup[]) =>
          Math.max(
            ...list
              .filter(each => restorable(each, list) && each.finishedAt <= moment)
              .map(({ finishedAt }) => finishedAt),
          );
        expect(base(kept)).toBe(base(all));
      }
    });
  });

  it('nothing is deleted before its dependents', () => {
    run((_, __, ___, goes) => {
      for (const [index, each] of goes.entries())
        expect(goes.slice(index + 1).some(({ prior }) => prior === each.label)).toBe(false);
    });
  });

  it('a second run deletes nothing more', () => {
    run((_, policy, kept) => {
      expect(keep(kept, policy, now).expired).toEqual([]);
    });
  });
});
