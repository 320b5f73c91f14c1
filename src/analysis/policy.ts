import type { Margin, MetricKind, ProfileName } from './margins.ts';

/** How a rollout is judged: plain data, resolved at its start and never changed, so that any run can judge on and anybody recompute. */
export interface GatePolicy {
  schema: 1;
  /** Distance of two looks in ms. */
  tick: number;
  /** Age in ms from which on a pod's counts are compared. */
  warmUp: number;
  /** How long steps and bake may take together, in ms. */
  deadline: number;
  /** What a candidate may be and pass, at a weight of 50 %. */
  profile: ProfileName;
  margin: Margin;
  onInconclusive: 'rollback' | 'hold' | 'approve';
  /** The steps in order, then the bake, then the watch. */
  stages: StagePolicy[];
  metrics: MetricPolicy[];
  /** Chance of failing a candidate that is not worse, for the whole rollout; of passing one at its margin, for each stage. */
  alpha: { harm: number; pass: number };
  /** No stage ends with more evidence of harm than this. */
  quiet: number;
  /** What is left of the evidence of harm without a pod, for the harm not to be that pod's alone. */
  withoutPod: number;
  /** Evidence of harm from which on one that is a single pod's alone is called so. */
  podLocal: number;
  /** Ticks in a row without an answer, and without data, after which there is nothing to judge. */
  patience: { provider: number; absent: number };
  /** How long a weight may take to arrive, in ms; absent in records of versions that did not wait for it. */
  arrival?: number;
  /** Requests a second to both tracks before the rollout; 0 when unknown. */
  traffic: number;
  /** Pods of the baseline before the rollout; 0 when unknown. */
  pods: number;
}

export interface StagePolicy {
  kind: 'step' | 'bake' | 'watch';
  /** Of the candidate, in percent. */
  weight: number;
  /** What it lasts at least, in ms; a bake and a watch last just as long. */
  dwell: number;
}

export interface MetricPolicy {
  name: string;
  kind: MetricKind;
  /** One for each number that counts bad requests: of a ratio one, of a histogram one a boundary. */
  series: SeriesPolicy[];
  /** Judged and reported without any consequence. */
  dryRun: boolean;
  /** Its part of the evidence of harm; those of all metrics with consequences add up to 1. */
  weight: number;
  /** How much pods of the baseline differ: standard deviation of the logarithm of their rates. */
  tau: number;
  /** A plain limit of the share of bad requests, as a fraction; of a histogram, slower than its first boundary. */
  max?: number;
}

export interface SeriesPolicy {
  /** In seconds; of a ratio none. */
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

/** Looks within the deadline: until then bets of HARM begin anew. */
export const horizonOf = ({ deadline, tick }: GatePolicy): number => Math.max(2, Math.ceil(deadline / tick));

/** How long the bake lasts, in ms; 0 without one. */
export const bakeOf = ({ stages }: Pick<GatePolicy, 'stages'>): number =>
  stages.find(stage => stage.kind === 'bake')?.dwell ?? 0;

/** Pods that a canary has at a weight: its part of the capacity, at least one. */
export const canaryPodsAt = ({ pods }: Pick<GatePolicy, 'pods'>, { weight }: StagePolicy): number =>
  Math.max(1, Math.ceil((weight / 100) * pods));
