import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceOf, seededDelay } from '../../../src/recovery/drill/pace.ts';
import {
  isSteady,
  type Seen,
  staysSteady,
  unsteadyBecause,
  untilSteady,
} from '../../../src/recovery/drill/steady.ts';
import { makeMarker } from '../../../src/recovery/ledger.ts';
import { wording } from '../../wording.ts';

const pace = paceOf('lab', 0);
const { probes, markers } = pace;
const { sha256 } = makeMarker(1, 'run', 0, '');
const seen = (ms: number, changes: Partial<Seen> = {}): Seen => ({
  samples: Array.from({ length: Math.floor(ms / probes.every) }, (_, at) => ({
    ...{ at: at * probes.every, ok: true, tookMs: 5 },
  })),
  entries: Array.from({ length: Math.floor(ms / markers.every) }, (_, at) => ({
    ...{ seq: at + 1, sentAt: at * markers.every, ackedAt: at * markers.every + 2, sha256 },
  })),
  ...{ from: 0, now: ms },
  ...changes,
});

describe('a system', () => {
  it('is steady after everything was good for long enough, and not before', () => {
    expect(unsteadyBecause(seen(10_000), pace)).toBeUndefined();
    expect(isSteady(seen(10_000), pace)).toBe(true);
    expect(isSteady(seen(9900), pace)).toBe(false);
  });

  it('is not steady after a single probe', () => {
    expect(isSteady(seen(100, { now: 10_000 }), pace)).toBe(false);
  });

  it('is not steady with a single bad probe or marker at any time', () => {
    const any = fc.nat({ max: 39 });
    fc.assert(
      fc.property(any, fc.boolean(), (at, ofProbes) => {
        const { samples, entries } = seen(10_000);
        const bad = ofProbes
          ? { samples: samples.with(at, { at: at * 250, ok: false, tookMs: 1, reason: 'status 500' }) }
          : { entries: entries.with(at, { seq: at + 1, sentAt: at * 100, error: 'read-only', sha256 }) };
        expect(unsteadyBecause(seen(10_000, bad), pace)).toContain(ofProbes ? 'status 500' : 'read-only');
      }),
    );
  });

  it('is not steady without a good probe or marker for a while', () => {
    expect(unsteadyBecause(seen(5000, { now: 8000 }), pace)).toEqual(wording('probe'));
    expect(unsteadyBecause(seen(0, { now: 8000 }), pace)).toEqual(wording('probe', '8s'));
  });
});

describe('the wait for a steady system', () => {
  const { signal } = new AbortController();
  const quick = { ...pace, probes: { ...probes, every: 1 }, markers: { every: 1, patience: 1 }, steady: 20 };
  /** A second passes at each look; probes fail at the given times. */
  const lookAt = (failing: (at: number) => boolean) => {
    let now = 0;
    return (): Seen => {
      now += 1;
      const times = Array.from({ length: now }, (_, at) => at);
      return {
        samples: times.map(at => ({ at, ok: !failing(at), tookMs: 1, reason: 'status 500' })),
        entries: times.map(at => ({ seq: at + 1, sentAt: at, ackedAt: at, sha256 })),
        ...{ from: 0, now },
      };
    };
  };

  it('begins again after a failed probe', async () => {
    const steady = await untilSteady(
      lookAt(at => at === 12),
      quick,
      signal,
    );
    expect(steady).toEqual({ from: 13 });
  });

  it('names the failure if the good time never suffices', async () => {
    const steady = await untilSteady(
      lookAt(at => at % 10 === 9),
      quick,
      signal,
    );
    expect(steady).toEqual({ unsteady: wording('status 500') });
  });

  it('gives up soon if the failure lasts', async () => {
    const look = lookAt(at => at >= 7);
    expect(await untilSteady(look, quick, signal)).toEqual({ unsteady: wording('status 500') });
    expect(look().now).toBeLessThan(15);
  });

  it('is in vain if a probe fails before the moment of the injection, or at it', async () => {
    const stays = (at: number) =>
      staysSteady(
        lookAt(each => each === at),
        8,
        quick,
        signal,
      );
    expect([await stays(3), await stays(7), await stays(9)]).toEqual([false, false, true]);
  });

  it('says that there are too few samples', async () => {
    let now = 0;
    const sparse = () => {
      now += 1;
      return seen(0, { now });
    };
    const patient = {
      ...quick,
      probes: { ...quick.probes, patience: 1000 },
      markers: { ...quick.markers, patience: 1000 },
    };
    expect(await untilSteady(sparse, patient, signal)).toEqual({ unsteady: wording('0 probes') });
  });
});

describe('the moment of the injection', () => {
  it('is the same for the same seed, within its range, and different for other seeds', () => {
    const drawn = new Set<number>();
    for (let seed = 0; seed < 200; seed += 1) {
      const moment = seededDelay(`run-${seed}`, 60_000);
      expect(seededDelay(`run-${seed}`, 60_000)).toBe(moment);
      expect(moment).toBeGreaterThanOrEqual(0);
      expect(moment).toBeLessThan(60_000);
      drawn.add(Math.floor(moment / 6000));
    }
    expect(drawn.size).toBe(10);
  });
});

describe('the pace of production', () => {
  it('writes ten markers a second if no data may be lost', () => {
    expect(paceOf('production', 0).markers.every).toBe(100);
    expect(paceOf('production', 300_000)).toMatchObject({
      markers: { every: 1000 },
      steady: 300_000,
      consecutive: 30,
    });
  });
});
