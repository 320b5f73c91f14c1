import type { EProcessOptions } from './eprocess.ts';

/** How much worse a candidate may be: `ratio` times the baseline's share of bad requests plus `points`, a fraction of requests. */
export interface Margin {
  ratio: number;
  points: number;
}

/** What a candidate may be and pass, at a weight of 50 %; from the strictest to the widest. */
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

/** Above this a candidate is worse. Less than any profile allows, so that every true state is decided one day. */
const harmful = {
  ratio: { ratio: 1.1, points: 0.0002 },
  histogram: { ratio: 1.1, points: 0.002 },
} as const satisfies Record<MetricKind, Margin>;

/** Slowness is judged no finer than this: it varies more than errors do between equal versions. */
const finestHistogram: Margin = { ratio: 1.5, points: 0.005 };

/** What not even a cold pod may be. */
const grossly: Margin = { ratio: 5, points: 0.2 };

const harmGrid = {
  grid: [1.2, 1.5, 2, 3, 5, 9, 18, 40],
  weights: [0.1, 0.15, 0.2, 0.2, 0.15, 0.1, 0.06, 0.04],
};
const passGrid = { grid: [0.02, 0.2, 0.4, 0.55, 0.7, 0.85], weights: [0.3, 0.15, 0.15, 0.15, 0.15, 0.1] };

/** No burst of one tick may roll back (three are needed) or promote (six are). */
const harmCap = 2;
const passCap = 0.5;

/** The least ticks that PASS needs: log(1/0.05) in portions of the cap. */
export const leastPassTicks = Math.ceil(Math.log(20) / passCap);

/** What a series brings to its tests. */
export interface Spread {
  /** Dispersion of its counts, at least 1. */
  phi: number;
  /** How much pods of one version differ: standard deviation of the logarithm of their rates. */
  tau: number;
  /** Pods of the canary that are judged, at least 1. */
  pods: number;
}

/** HARM: is the candidate worse? The margin grows with what equal pods differ by. */
export function harmOptions(kind: MetricKind, { phi, tau, pods }: Spread, horizon: number): EProcessOptions {
  const { ratio, points } = harmful[kind];
  const widened = ratio * Math.exp((1.65 * tau) / Math.sqrt(pods));
  return { ...harmGrid, ratio: widened, points, cap: harmCap, phi, horizon };
}

/** PASS: is the candidate shown to be within the margin of its stage? The margin shrinks with what equal pods differ by. */
export function passOptions(margin: Margin, { phi, tau, pods }: Spread): EProcessOptions {
  const ratio = Math.max(1.15, margin.ratio * Math.exp(-tau / Math.sqrt(pods)));
  return { ...passGrid, ratio, points: margin.points, cap: passCap, phi };
}

/** Is a pod that still warms up beyond what warming up explains? */
export const grossOptions = (phi: number, horizon: number): EProcessOptions => ({
  ...harmGrid,
  ...grossly,
  cap: harmCap,
  phi,
  horizon,
});

/** Is the share of bad requests above a plain limit, whatever the baseline does? */
export const limitOptions = (limit: number, phi: number, horizon: number): EProcessOptions => ({
  ...harmGrid,
  ratio: 0,
  points: limit,
  cap: harmCap,
  phi,
  horizon,
});

/** The margin of a profile for a metric at a weight in percent: few users at risk, a wide margin; the profile's own from 50 % on. */
export function marginAt(profile: Margin, kind: MetricKind, weight: number): Margin {
  const ratio = kind === 'ratio' ? profile.ratio : Math.max(profile.ratio, finestHistogram.ratio);
  const points = kind === 'ratio' ? profile.points : Math.max(profile.points, finestHistogram.points);
  return { ratio, points: points * Math.max(1, 50 / weight) };
}
