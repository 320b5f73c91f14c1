import type { Margin, MetricKind, ProfileName } from './margins.ts';

/** How a rollout is judged: plain data, fixed at its start, so that any run can continue and any user can recompute the verdicts. */
export interface GatePolicy {
  schema: 1;
  /** Time between two reads in ms. */
  tick: number;
  /** Age in ms from which a pod's counts are compared. */
  warmUp: number;
  /** How long steps and bake may take together, in ms. */
  deadline: number;
  /** How bad a candidate may be and still pass, at a weight of 50 %. */
  profile: ProfileName;
  margin: Margin;
  onInconclusive: 'rollback' | 'pause' | 'approve';
  /** The steps in order, then the bake, then the watch. */
  stages: StagePolicy[];
  metrics: MetricPolicy[];
  /** The chance of failing a candidate that is not worse, for the whole rollout, and of passing one at its margin, for each stage. */
  alpha: { harm: number; pass: number };
  /** No stage ends with more evidence of harm than this. */
  quiet: number;
  /** If less evidence of harm than this is left without a pod, the harm is that pod's alone. */
  withoutPod: number;
  /** The evidence of harm from which a single bad pod is reported. */
  podLocal: number;
  /** Consecutive ticks without an answer, and without data, after which the verdict is no-data. */
  patience: { provider: number; absent: number };
  /** How long a weight may take to arrive, in ms; missing in records of versions that did not wait for it. */
  arrival?: number;
  /** Requests per second to both tracks before the rollout, by the metric that counts most of them; 0 when unknown. */
  traffic: number;
  /** Pods of the baseline before the rollout; 0 when unknown. */
  pods: number;
}

export interface StagePolicy {
  kind: 'step' | 'bake' | 'watch';
  /** Of the candidate, in percent. */
  weight: number;
  /** The minimum time in ms. A step also needs evidence, and a bake lasts longer while the evidence is noisy. */
  dwell: number;
  /** The part of it that slipway.yml sets for a step, in ms. */
  pause?: number;
}

export interface MetricPolicy {
  name: string;
  kind: MetricKind;
  /** One for each number of bad requests: one for a ratio, one per boundary for a histogram. */
  series: SeriesPolicy[];
  /** Judged and reported without affecting the verdict. */
  dryRun: boolean;
  /** Requests per second that it counted before the rollout; missing in policies of versions that took those of all metrics. */
  traffic?: number;
  /** Its part of the evidence of harm; the parts of all metrics without dry-run add up to 1. */
  weight: number;
  /** How much pods of the baseline differ: standard deviation of the logarithm of their rates. */
  tau: number;
  /** An absolute limit for the share of bad requests, as a fraction; for a histogram, of requests slower than its first boundary. */
  max?: number;
}

export interface SeriesPolicy {
  /** In seconds; missing for a ratio. */
  boundary?: number;
  /** Dispersion of its counts, at least 1. */
  phi: number;
  /** Share of bad requests before the rollout, as a fraction. */
  share: number;
  /** Must be shown to be good before a stage passes. */
  required: boolean;
  /** Above this share the watch fails, as a fraction. */
  watchLimit: number;
}

/** Returns the number of ticks within the deadline, in which new bets of HARM start. */
export const horizonOf = ({ deadline, tick }: GatePolicy): number => Math.max(2, Math.ceil(deadline / tick));

/** Returns the requests per second that a metric counted on both tracks before the rollout. */
export const rateOf = (policy: Pick<GatePolicy, 'traffic'>, metric: MetricPolicy): number =>
  metric.traffic ?? policy.traffic;

/** Returns how long the bake lasts, in ms; 0 without one. */
export const bakeOf = ({ stages }: Pick<GatePolicy, 'stages'>): number =>
  stages.find(stage => stage.kind === 'bake')?.dwell ?? 0;

/** Returns the time that the pauses after a stage and the bake take, in ms. */
export const reservedAfter = (policy: Pick<GatePolicy, 'stages'>, stage: number): number =>
  policy.stages.slice(stage + 1).reduce((sum, { pause = 0 }) => sum + pause, bakeOf(policy));

/** Returns the number of canary pods at a weight: its part of the capacity, at least one. */
export const canaryPodsAt = ({ pods }: Pick<GatePolicy, 'pods'>, { weight }: StagePolicy): number =>
  Math.max(1, Math.ceil((weight / 100) * pods));
