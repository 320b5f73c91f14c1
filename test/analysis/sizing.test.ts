import { describe, expect, it } from 'vitest';
import { harmOptions, marginAt, passOptions, profiles } from '../../src/analysis/margins.ts';
import { policyOf } from '../../src/analysis/resolve.ts';
import { passRequests } from '../../src/analysis/sizing.ts';
import { wording } from '../wording.ts';
import { canary, errors, gate, past, unequalPast } from './rollouts.ts';

const resolve = (of: { traffic?: number; share?: number; gate?: object; canary?: object }) =>
  policyOf(gate(of.gate), canary(of.canary), past(of));

describe('the requests that are needed', () => {
  it.each([
    ['strict', 0, 1, 4180],
    ['standard', 0, 1, 2107],
    ['wide', 0, 1, 847],
    ['gross', 0, 1, 434],
    ['strict', 0.01, 1, 13_800],
    ['standard', 0.01, 1, 3913],
    ['wide', 0.01, 1, 1918],
    ['gross', 0.01, 1, 714],
    ['standard', 0.05, 1, 1358],
    ['standard', 0.01, 1 / 9, 2072],
  ] as const)(
    'to be shown good (%s, %f bad, %f to one) match the simulation',
    (name, share, odds, median) => {
      const needed = passRequests(profiles[name], share, odds);
      expect(needed / median).toBeGreaterThan(0.75);
      expect(needed / median).toBeLessThan(1.25);
    },
  );
});

describe('margins', () => {
  it('are wide for few users at risk, and those of the profile from half of the traffic on', () => {
    const at = (weight: number) => marginAt(profiles.standard, 'ratio', weight).points;
    expect([at(5), at(25), at(50), at(80)].map(points => Number(points.toFixed(4)))).toEqual([
      0.02, 0.004, 0.002, 0.002,
    ]);
  });

  it('of being good are above those of harm in every profile, so that every true state is eventually decided', () => {
    for (const kind of ['ratio', 'histogram'] as const) {
      const harm = harmOptions(kind, { phi: 1, tau: 0, pods: 1, baselinePods: 1 }, 9);
      for (const profile of Object.values(profiles)) {
        const pass = marginAt(profile, kind, 50);
        expect(pass.ratio).toBeGreaterThan(harm.ratio);
        expect(pass.points).toBeGreaterThan(harm.points);
      }
    }
  });

  it('move apart where pods differ, more so with fewer pods', () => {
    const spread = (pods: number) => ({ phi: 1, tau: 0.3, pods, baselinePods: 8 });
    const [one, four] = [spread(1), spread(4)];
    expect(harmOptions('ratio', one, 9).ratio).toBeGreaterThan(harmOptions('ratio', four, 9).ratio);
    expect(passOptions(profiles.wide, one).ratio).toBeLessThan(passOptions(profiles.wide, four).ratio);
    expect(passOptions(profiles.wide, four).ratio).toBeLessThan(profiles.wide.ratio);
  });
});

describe('the profile', () => {
  it('is the strictest that the traffic can show within the deadline', () => {
    expect(resolve({ traffic: 100 }).sizing.profile).toBe('strict');
    expect(resolve({ traffic: 10 }).sizing.profile).toBe('wide');
    expect(resolve({ traffic: 10, canary: { deadline: '3h' } }).sizing.profile).not.toBe('wide');
    expect(resolve({ traffic: 10, canary: { deadline: '3h' } }).sizing.enough).toBe(true);
  });

  it('is the one in slipway.yml, and the forecast says whether the traffic is enough', () => {
    const { policy, sizing, sentences } = resolve({ traffic: 10, gate: { profile: 'strict' } });
    expect(policy.margin).toEqual(profiles.strict);
    expect(sizing.enough).toBe(false);
    expect(sentences.join(' ')).toEqual(wording());
  });

  it('is not changed to the widest because pods differ', () => {
    const differing = past({ traffic: 100 });
    for (const tick of differing.metrics.errors?.ticks ?? []) {
      tick.forEach((pod, at) => {
        pod.bad = [(pod.bad[0] as number) * (1 + at * 0.4)];
      });
    }
    const { policy, sentences } = policyOf(gate(), canary(), differing);
    expect(policy.metrics[0]?.tau).toBeGreaterThan(0.3);
    expect(policy.profile).toBe('wide');
    expect(sentences.join(' ')).toEqual(wording());
  });
});

describe('the forecast', () => {
  it('names requests, time and profile, and the reason for the profile', () => {
    const { sentences } = resolve({ traffic: 20, share: 0.001 });
    expect(sentences[0]).toEqual(wording('20 requests/s', '15 min'));
    expect(sentences[1]).toEqual(wording('35 min'));
  });

  it('says when this traffic can only show gross failures, and what helps', () => {
    const { sizing, sentences } = resolve({ traffic: 0.5, canary: { 'on-inconclusive': 'pause' } });
    expect(sizing).toMatchObject({ profile: 'gross', enough: false });
    expect(sentences.join(' ')).toEqual(wording('gross'));
  });

  it('IN 9: suggests only a weight above that of the first step', () => {
    const advice = (steps: string[]) =>
      resolve({ traffic: 0.5, canary: { steps } })
        .sentences.join(' ')
        .match(/Start at[^)]*\)|Set a longer/)?.[0];
    expect(advice(['5%', '50%'])).toBe('Start at a higher weight (such as `steps: [25%, 50%]`)');
    expect(advice(['33%', '66%'])).toBe('Start at a higher weight (such as `steps: [50%]`)');
    expect(advice(['50%'])).toBe('Set a longer');
  });

  it('says when there were no requests before', () => {
    const { sizing, sentences } = policyOf(gate(), canary(), { tick: 15_000, metrics: {} });
    expect(sizing.plan.ms).toBeNull();
    expect(sentences[0]).toEqual(wording());
    expect(sentences[2]).toEqual(wording());
  });

  it('says when the live pods are too young to have counts, as after a rollback', () => {
    const young = { tick: 15_000, age: 20_000, metrics: {} };
    expect(policyOf(gate(), canary(), young).sentences[0]).toEqual(wording('live pods', '20 s'));
    const histogram = gate({ metrics: [{ name: 'latency', histogram: 'seconds' }] });
    expect(() => policyOf(histogram, canary(), young)).toThrow(wording('latency', '20 s'));
  });

  describe('of metrics that count different numbers of requests', () => {
    const pair = (dryRun: boolean, checkout: number) =>
      policyOf(
        gate({ metrics: [errors, { ...errors, name: 'checkout', 'dry-run': dryRun }] }),
        canary(),
        unequalPast(100, checkout),
      );

    it('is that of the one that takes longest', () => {
      const { sizing, sentences } = pair(false, 0.5);
      expect(sizing).toMatchObject({ profile: 'gross', enough: false });
      expect(sizing.plan.ms).toBe(resolve({ traffic: 0.5 }).sizing.plan.ms);
      expect(sentences[0]).toEqual(wording('checkout', '0.5 requests/s'));
    });

    it('does not depend on one that is only reported', () => {
      expect(pair(true, 0.5).sentences).toEqual(resolve({ traffic: 100 }).sentences);
    });

    it('is unknown when one of them counted none', () => {
      const { sizing, sentences } = pair(false, 0);
      expect(sizing.profile).toBe('standard');
      expect(sizing.plan).toMatchObject({ requests: null, ms: null, most: null });
      expect(sentences[0]).toEqual(wording('checkout'));
    });
  });

  it('refuses a histogram without boundaries and without data', () => {
    const histogram = gate({ metrics: [{ name: 'latency', histogram: 'seconds' }] });
    expect(() => policyOf(histogram, canary(), { tick: 15_000, metrics: {} })).toThrow(wording('latency'));
  });
});
