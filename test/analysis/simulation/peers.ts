import type { PodCounts } from '../../../src/analysis/tick.ts';
import { isHigh } from './mann-whitney.ts';
import type { Judge, Outcome } from './outcome.ts';
import type { Scenario } from './scenarios.ts';
import { buckets, horizonSeconds, tickSeconds, type World } from './world.ts';

/** The rules of other tools, from their documentation; each with the weights and pauses of its documentation. */

interface Minute {
  canary: Sample;
  baseline: Sample;
}

interface Sample {
  total: number;
  bad: number[];
}

const minutesOf = 60 / tickSeconds;
const none: Sample = { total: 0, bad: [] };

/** Plays minute after minute; `next` decides after each how to continue. */
function play(world: World, next: (minutes: Minute[], weight: number) => number | Outcome['end']): Outcome {
  const minutes: Minute[] = [];
  let weight = 0;
  let excess = 0;
  for (let minute = 0; minute < horizonSeconds / 60; minute++) {
    const said = next(minutes, weight);
    if (typeof said === 'string') return { end: said, minutes: minute, excess };
    weight = said;
    let canary = none;
    let baseline = none;
    for (let tick = 0; tick < minutesOf; tick++) {
      const seen = world.tick(weight, minute * 60 + tick * tickSeconds);
      excess += seen.excess;
      canary = seen.canary.reduce(add, canary);
      baseline = seen.baseline.reduce(add, baseline);
    }
    minutes.push({ canary, baseline });
  }
  return { end: 'inconclusive', minutes: horizonSeconds / 60, excess };
}

const add = (a: Sample, { total, bad }: PodCounts): Sample => ({
  total: a.total + total,
  bad: bad.map((each, index) => each + (a.bad[index] ?? 0)),
});

const latest = (minutes: Minute[], count: number, track: keyof Minute): Sample =>
  minutes
    .slice(-count)
    .map(each => each[track])
    .reduce((a, b) => ({ total: a.total + b.total, bad: b.bad.map((n, i) => n + (a.bad[i] ?? 0)) }), none);

/** 1 means all good; NaN without requests, like a division of two rates in Prometheus. */
const success = ({ total, bad }: Sample) => (total === 0 ? Number.NaN : 1 - (bad[0] ?? 0) / total);

/** histogram_quantile(0.99, …) in seconds: linear between the boundaries. */
function p99({ total, bad }: Sample): number {
  if (total === 0) return Number.NaN;
  const rank = 0.99 * total;
  const below = buckets.map((_, index) => total - (bad[index] ?? 0));
  const at = below.findIndex(count => count >= rank);
  if (at < 0) return buckets.at(-1) ?? 0;
  const [from, to] = [at === 0 ? 0 : (buckets[at - 1] ?? 0), buckets[at] ?? 0];
  const [low, high] = [at === 0 ? 0 : (below[at - 1] ?? 0), below[at] ?? 0];
  return high === low ? to : from + ((to - from) * (rank - low)) / (high - low);
}

/** Whether a measurement succeeds; a comparison with NaN does not. */
const isGood = (scenario: Scenario, sample: Sample, least: number) =>
  scenario.slow === undefined ? success(sample) >= least : p99(sample) < 0.5;

/** Argo Rollouts: a background analysis fails with more than `limit` failed measurements, which never expire. */
const argo =
  (rule: { weights: number[]; start: number; every: number; least: number; limit: number }): Judge =>
  (scenario, world) => {
    let failed = 0;
    return play(world, minutes => {
      const now = minutes.length;
      if (now > rule.start && (now - rule.start) % rule.every === 0) {
        if (!isGood(scenario, latest(minutes, rule.every, 'canary'), rule.least)) failed++;
        if (failed > rule.limit) return 'rolled back';
      }
      return rule.weights[Math.floor(now / 10)] ?? 'promoted';
    });
  };

/** Flagger: a failed check keeps the weight and counts permanently; a number of them causes a rollback. */
const flagger: Judge = (scenario, world) => {
  let failed = 0;
  return play(world, (minutes, weight) => {
    if (minutes.length === 0) return 0;
    if (failed >= 10) return 'rolled back';
    if (weight > 0 && !isGood(scenario, latest(minutes, 1, 'canary'), 0.99)) {
      failed++;
      return weight;
    }
    return weight >= 50 ? 'promoted' : weight + 5;
  });
};

/** Kayenta: after each step all minutes so far are compared as two samples of points. */
const kayenta: Judge = (scenario, world) =>
  play(world, minutes => {
    const now = minutes.length;
    if (now > 0 && now % 10 === 0) {
      const points = (track: keyof Minute) =>
        minutes
          .map(each =>
            scenario.slow === undefined ? 100 * (1 - success(each[track])) : 1000 * p99(each[track]),
          )
          .filter(value => !Number.isNaN(value));
      const [canary, baseline] = [points('canary'), points('baseline')];
      if (canary.length === 0 || baseline.length === 0 || isHigh(canary, baseline)) return 'rolled back';
    }
    return [5, 25, 50][Math.floor(now / 10)] ?? 'promoted';
  });

/** A threshold by an operator who knows the baseline: 1.5 times its share plus 0.2 points, five minutes in a row. */
const oracle: Judge = (scenario, world) => {
  let inRow = 0;
  return play(world, minutes => {
    const sample = latest(minutes, 1, 'canary');
    const limit = 1.5 * scenario.baseline + 0.002;
    const bad = scenario.slow === undefined ? success(sample) < 1 - limit : p99(sample) > 0.42 * 1.15;
    inRow = minutes.length > 0 && bad ? inRow + 1 : 0;
    if (inRow >= 5) return 'rolled back';
    return [5, 25, 50, 80][Math.floor(minutes.length / 10)] ?? 'promoted';
  });
};

export const peers: Record<string, Judge> = {
  'Argo Rollouts, example of its documentation (95 %, 5 min, limit 3)': argo({
    weights: [20, 40, 60, 80],
    start: 10,
    every: 5,
    least: 0.95,
    limit: 3,
  }),
  'Argo Rollouts, 99 %, 1 min, limit 3': argo({
    weights: [5, 25, 50, 80],
    start: 0,
    every: 1,
    least: 0.99,
    limit: 3,
  }),
  'Flagger, example of its documentation (99 %, 1 min, threshold 10)': flagger,
  'Kayenta (Mann-Whitney, one point a minute)': kayenta,
  'a threshold by somebody who knows the baseline': oracle,
};
