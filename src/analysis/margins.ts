import type { EProcessOptions } from './eprocess.ts';

/** How much worse a candidate may be: `ratio` times the baseline's share of bad requests plus `points`, a fraction of requests. */
export interface Margin {
  ratio: number;
  points: number;
}

/** How bad a candidate may be and still pass, at a weight of 50 %; from the strictest to the widest. */
export const profiles = {
  strict: { ratio: 1.25, points: 0.001 },
  standard: { ratio: 1.5, points: 0.002 },
  wide: { ratio: 1.5, points: 0.005 },
  gross: { ratio: 2, points: 0.01 },
} as const satisfies Record<string, Margin>;

export type ProfileName = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as ProfileName[];

/** Kind of a metric: a share of bad requests, or shares of requests slower than the boundaries of a histogram. */
export type MetricKind = 'ratio' | 'histogram';

/** Above this a candidate is harmful. It is less than any profile allows, so that every true state is eventually decided. */
const harmful = {
  ratio: { ratio: 1.1, points: 0.0002 },
  histogram: { ratio: 1.1, points: 0.002 },
} as const satisfies Record<MetricKind, Margin>;

/** Latency is judged no finer than this, because it varies more than errors between equal versions. */
const finestHistogram: Margin = { ratio: 1.25, points: 0.003 };
const usualHistogram: Margin = { ratio: 1.5, points: 0.005 };

/** The limit for a pod in its warm-up. */
const grossly: Margin = { ratio: 5, points: 0.2 };

const harmGrid = {
  grid: [1.2, 1.5, 2, 3, 5, 9, 18, 40],
  weights: [0.1, 0.15, 0.2, 0.2, 0.15, 0.1, 0.06, 0.04],
};
const passGrid = { grid: [0.02, 0.2, 0.4, 0.55, 0.7, 0.85], weights: [0.3, 0.15, 0.15, 0.15, 0.15, 0.1] };

/** A burst in one tick must not cause a rollback, which takes three ticks, nor a pass, which takes six ticks with evidence. */
const harmCap = 2;
const passCap = 1;

export const leastPassTicks = 6;

/** The parameters of a series for its tests. */
export interface Spread {
  /** Dispersion of its counts, at least 1. */
  phi: number;
  /** How much pods of one version differ: standard deviation of the logarithm of their rates. */
  tau: number;
  /** Pods of the canary that are judged, at least 1. */
  pods: number;
  /** Of the baseline. */
  baselinePods: number;
}

/** How many standard deviations of the pods' difference a margin is moved by, because the estimate from few pods is rough. */
const deviations = { harm: 2.4, pass: 2.6 };

/**
 * Returns the factor by which the canary's share may differ from the baseline's only because of its pods. The whole margin is moved by it,
 * because a pod's own rate multiplies the effect of its version.
 */
export function spreadFactor({
  tau,
  pods,
  baselinePods,
  times,
}: Omit<Spread, 'phi'> & { times: 1 | keyof typeof deviations }): number {
  const deviation = tau * Math.sqrt(1 / Math.max(1, pods) + 1 / Math.max(1, baselinePods));
  return Math.exp((times === 1 ? 1 : deviations[times]) * deviation);
}

/** HARM: is the candidate worse? The margin grows with the difference between equal pods. */
export function harmOptions(kind: MetricKind, spread: Spread, horizon: number): EProcessOptions {
  const { ratio, points } = harmful[kind];
  const wider = spreadFactor({ ...spread, times: 'harm' });
  return above({ ratio: ratio * wider, points: points * wider }, spread.phi, horizon);
}

/** Returns the options of bets that a share is above a margin. */
const above = (margin: Margin, phi: number, horizon: number): EProcessOptions => ({
  ...harmGrid,
  ...margin,
  cap: harmCap,
  phi,
  horizon,
});

/** PASS: is the candidate shown to be within the margin of its stage? The margin shrinks with the difference between equal pods. */
export function passOptions(margin: Margin, spread: Spread): EProcessOptions {
  const narrower = 1 / spreadFactor({ ...spread, times: 'pass' });
  return {
    ...passGrid,
    ratio: margin.ratio * narrower,
    points: margin.points * narrower,
    cap: passCap,
    phi: spread.phi,
  };
}

/** Is a pod in its warm-up worse than the warm-up explains? */
export const grossOptions = (phi: number, horizon: number): EProcessOptions => above(grossly, phi, horizon);

/** Is the share of bad requests above an absolute limit, whatever the baseline does? */
export const limitOptions = (limit: number, phi: number, horizon: number): EProcessOptions =>
  above({ ratio: 0, points: limit }, phi, horizon);

/** Returns the margin of a profile for a metric at a weight in percent: wider for fewer users at risk, the profile's own from 50 % on. */
export function marginAt(profile: Margin, kind: MetricKind, weight: number): Margin {
  const finest = kind === 'histogram' ? (profile.ratio < 1.5 ? finestHistogram : usualHistogram) : profile;
  const points = Math.max(profile.points, finest.points);
  return { ratio: Math.max(profile.ratio, finest.ratio), points: points * Math.max(1, 50 / weight) };
}
