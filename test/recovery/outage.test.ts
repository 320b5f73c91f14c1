import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureOutage, type OutageInput, type OutageProbe, outageText } from '../../src/recovery/outage.ts';
import { atLeast, search } from '../search.ts';
import { wording } from '../wording.ts';

/** One probe a second from 0 on, `+` good and `-` bad, each answered after 20 ms; `.` is one that was not sent. */
const probes = (pattern: string): OutageProbe[] =>
  [...pattern].flatMap((each, index) =>
    each === '.'
      ? []
      : [{ at: index * 1000, tookMs: 20, ok: each === '+', ...(each === '-' ? { reason: 'HTTP 503' } : {}) }],
  );
const measure = (pattern: string | OutageProbe[], changes: Partial<OutageInput> = {}) =>
  measureOutage({
    samples: typeof pattern === 'string' ? probes(pattern) : pattern,
    injectedAt: 2500,
    every: 1000,
    consecutive: 3,
    ...changes,
  });

describe('an outage', () => {
  it('lasts from the injection to the first of the good probes that show that it is over', () => {
    const outage = measure('+++----+++');
    expect(outage).toEqual({
      kind: 'over',
      from: 2500,
      to: 7020,
      rto: 4520,
      atLeast: 3500,
      reason: 'HTTP 503',
      notes: [],
    });
    expect(outageText(outage)).toEqual(wording('4s520ms', '3s500ms'));
  });

  it('is not over with fewer good probes than required, and lasts at least until the last bad one', () => {
    const outage = measure('+++----++');
    expect(outage).toMatchObject({
      kind: 'unresolved',
      from: 2500,
      atLeast: 3500,
      why: wording('2', '3'),
    });
    expect(outageText(outage)).toEqual(wording('3s500ms'));
  });

  it('is not over while probes are bad, or without any probe', () => {
    expect(measure('+++---')).toMatchObject({ kind: 'unresolved', atLeast: 2500 });
    expect(measure('+++')).toMatchObject({ kind: 'unresolved', atLeast: 0 });
    expect(measure('')).toMatchObject({ kind: 'unresolved', atLeast: 0 });
  });

  it('continues through good probes that are too few in a row', () => {
    expect(measure('+++--++-++--+++')).toMatchObject({ kind: 'over', to: 12_020, atLeast: 8500 });
  });

  it('that returns lasts to the end of the last one, and a note says so', () => {
    const outage = measure('+++--++++--+++');
    expect(outage).toMatchObject({ kind: 'over', to: 11_020 });
    expect(outage.notes).toEqual([wording()]);
  });

  it('that no probe saw is at most as long as the time between two probes', () => {
    const outage = measure('++++++');
    expect(outage).toEqual({ kind: 'unnoticed', from: 2500, atMost: 1020, notes: [] });
    expect(outageText(outage)).toEqual(wording('1s20ms'));
  });

  it('that no bad probe saw may be hidden by a good one that hung', () => {
    const samples = probes('++++++').map(each => (each.at === 3000 ? { ...each, tookMs: 800 } : each));
    expect(measure(samples)).toMatchObject({ kind: 'unnoticed', atMost: 1300 });
  });

  it('ends with the answer of a probe that hung until the service was back', () => {
    const samples = [
      ...probes('+++--'),
      ...[5000, 10_000, 11_000].map(at => ({ at, ok: true, tookMs: 20 })),
    ].map(each => (each.at === 5000 ? { ...each, tookMs: 4600 } : each));
    expect(measure(samples)).toMatchObject({ kind: 'over', to: 9600, atLeast: 1500 });
  });

  it('does not depend on the order of the samples', () => {
    expect(measure(probes('+++----+++').toReversed())).toEqual(measure('+++----+++'));
  });

  it('refuses an invalid interval or count', () => {
    expect(() => measure('+', { every: 0 })).toThrow(RangeError);
    expect(() => measure('+', { consecutive: 0 })).toThrow(RangeError);
    expect(() => measure('+', { consecutive: 1.5 })).toThrow(RangeError);
  });
});

describe('the beginning of an outage', () => {
  it('is the first failed probe when that is before the recorded injection', () => {
    expect(measure('+----+++', { injectedAt: 2500 })).toMatchObject({ from: 1000, to: 5020, rto: 4020 });
  });

  it('is the injection when the failed probe was in flight then', () => {
    const samples = probes('++-+++').map(each => (each.ok ? each : { ...each, tookMs: 900 }));
    expect(measure(samples)).toMatchObject({ kind: 'over', from: 2500, atLeast: 0, rto: 520 });
  });

  it('is the injection when an earlier failure was over, and a note names it', () => {
    const outage = measure('+-++---+++', { injectedAt: 3500 });
    expect(outage).toMatchObject({ from: 3500, to: 7020 });
    expect(outage.notes).toEqual([wording('HTTP 503')]);
  });
});

describe('a pause of the prober', () => {
  it('interrupts a run of good probes, because nothing was observed', () => {
    const outage = measure('+++--++.....+++');
    expect(outage).toMatchObject({ kind: 'over', to: 12_020, atLeast: 1500 });
    expect(outage.notes).toEqual([wording('5s980ms')]);
  });

  it('changes nothing after the outage was shown to be over', () => {
    expect(measure('+++--+++.....++')).toMatchObject({ kind: 'over', to: 5020 });
  });

  it('does not count when a busy machine sends a probe a little late', () => {
    expect(measure('+++--+.+.+').notes).toEqual([]);
    expect(measure('+++--+.+.+')).toMatchObject({ kind: 'over', to: 5020 });
  });
});

describe('for any behavior of the service', () => {
  const cases = fc.record({
    begins: fc.integer({ min: 5000, max: 8000 }),
    lasts: fc.integer({ min: 1, max: 30_000 }),
    every: fc.constantFrom(250, 1000),
    took: fc.integer({ min: 1, max: 200 }),
    phase: fc.nat(999),
  });

  it('a known outage is measured to within one probe, and within the bounds', () => {
    let seen = 0;
    fc.assert(
      fc.property(cases, ({ begins, lasts, every, took, phase }) => {
        const samples = Array.from({ length: 60_000 / every }, (_, index): OutageProbe => {
          const at = phase + index * every;
          return { at, tookMs: took, ok: at + took <= begins || at >= begins + lasts };
        });
        const outage = measureOutage({ samples, injectedAt: begins, every, consecutive: 5 });
        if (outage.kind === 'unnoticed') {
          expect(outage.atMost).toBeGreaterThanOrEqual(lasts);
          return;
        }
        if (outage.kind !== 'over') throw new Error('it ended');
        seen += 1;
        expect(outage.rto).toBeGreaterThanOrEqual(lasts);
        expect(outage.atLeast).toBeLessThanOrEqual(lasts);
        expect(outage.rto - lasts).toBeLessThanOrEqual(every + took);
      }),
      search(500),
    );
    expect(seen).toBeGreaterThan(atLeast(300));
  });

  it('the end is the first of K good probes in a row after the last bad one, as counted by hand', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('+', '+', '+', '-'), maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (rest, consecutive) => {
          const outage = measure(`+++${rest}`, { consecutive });
          const tail = /\+*$/.exec(rest)?.[0].length ?? 0;
          if (tail < consecutive) expect(outage.kind).toBe('unresolved');
          else if (!rest.includes('-')) expect(outage.kind).toBe('unnoticed');
          else expect(outage).toMatchObject({ kind: 'over', to: (3 + rest.length - tail) * 1000 + 20 });
          if (outage.kind !== 'unnoticed' && rest.includes('-'))
            expect(outage.atLeast).toBe((3 + rest.lastIndexOf('-')) * 1000 - 2500);
        },
      ),
    );
  });
});
