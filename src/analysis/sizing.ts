import {
  leastPassTicks,
  type Margin,
  marginAt,
  type ProfileName,
  profileNames,
  profiles,
  spreadFactor,
} from './margins.ts';
import {
  bakeOf,
  canaryPodsAt,
  type GatePolicy,
  type MetricPolicy,
  rateOf,
  type StagePolicy,
} from './policy.ts';

/** The expected requests and time of a rollout, known before it starts. */
export interface Sizing {
  profile: ProfileName;
  /** Whether slipway.yml sets the profile. */
  asked: boolean;
  /** Whether a good candidate is shown to be good within the deadline in nine of ten cases. */
  enough: boolean;
  /** The strictest profile that the traffic can show in time, if any. */
  plan: SizingPlan;
  plans: SizingPlan[];
  /** Of the oldest live pod, in ms; undefined when unknown. */
  age: number | undefined;
}

/** What it takes to show at each step that a good candidate is good. Null where the traffic of a metric is unknown. */
export interface SizingPlan {
  profile: ProfileName;
  /** The metric that takes longest; undefined without one that must be shown to be good. */
  slowest: MetricPolicy | undefined;
  /** Its requests of the canary, and ms, in the median. */
  requests: number | null;
  ms: number | null;
  /** Ms that are enough in nine of ten cases. */
  most: number | null;
  /** The chance that the pods of a good candidate are good enough to show it, 0 to 1. */
  chance: number;
}

export type Open = Omit<GatePolicy, 'profile' | 'margin'>;

/** In nine of ten cases this multiple of the median time is enough; without a single bad request all cases take the same time. */
const nineOfTen = (share: number) => (share > 0 ? 2.4 : 1.2);
/** Several waits take longer than the sum of their medians, and a tick counts only up to its cap. From the simulated rollouts. */
const usual = 1.5;
const goodChance = 0.9;

/**
 * Chooses the strictest profile that the traffic can decide within the deadline, unless slipway.yml sets one. Differences between pods
 * may widen it, but not to the widest, which would pass a candidate that is twice as bad.
 */
export function sizingOf(policy: Open, wanted: ProfileName | 'auto', age: number | undefined): Sizing {
  const plans = profileNames.map(name => planOf(policy, name));
  const inTime = plans.filter(({ most }) => most !== null && most <= stepTime(policy));
  const likely = inTime.find(({ chance }) => chance >= goodChance);
  const chosen =
    likely?.profile === 'gross' ? (inTime.find(({ profile }) => profile === 'wide') ?? likely) : likely;
  const widest = inTime.findLast(({ profile }) => profile !== 'gross') ?? inTime[0];
  const fallback = plans.every(({ most }) => most !== null) ? 'gross' : 'standard';
  const profile = wanted === 'auto' ? ((chosen ?? widest)?.profile ?? fallback) : wanted;
  const plan = plans.find(each => each.profile === profile) ?? planOf(policy, profile);
  return { profile, asked: wanted !== 'auto', enough: inTime.includes(plan), plan, plans, age };
}

/** Returns the time for the steps, in ms: the deadline without the bake. */
export const stepTime = (policy: Open): number => policy.deadline - bakeOf(policy);

export function planOf(policy: Open, profile: ProfileName): SizingPlan {
  const margin = profiles[profile];
  const steps = policy.stages.filter(stage => stage.kind === 'step');
  const chance = Math.min(1, ...steps.map(stage => chanceOf(policy, margin, stage)));
  if (policy.traffic <= 0 || silentMetrics(policy).length > 0)
    return { profile, slowest: undefined, requests: null, ms: null, most: null, chance };
  const needs = steps.map(stage => needOf(policy, margin, stage));
  const sum = (pick: (need: Need) => number) => needs.reduce((all, need) => all + pick(need), 0);
  return {
    profile,
    slowest: longest(needs)?.slowest,
    requests: Math.ceil(sum(need => need.requests)),
    ms: policy.warmUp + sum(need => need.ms),
    most: policy.warmUp + sum(need => need.most),
    chance,
  };
}

/** Returns the metrics that must be shown to be good, and counted no requests before the rollout. */
export const silentMetrics = (policy: Open): MetricPolicy[] =>
  policy.metrics.filter(metric => !metric.dryRun && rateOf(policy, metric) <= 0);

interface Need {
  slowest: MetricPolicy | undefined;
  requests: number;
  ms: number;
  most: number;
}

const longest = (needs: Need[]): Need | undefined =>
  needs.length === 0 ? undefined : needs.reduce((one, other) => (other.ms > one.ms ? other : one));

/** Returns the need of the metric that takes longest. The first tick after a change of weight is dropped. */
function needOf(policy: Open, margin: Margin, stage: StagePolicy): Need {
  const least = Math.max(stage.dwell, leastPassTicks * policy.tick);
  const perMs = (rate: number) => (rate * stage.weight) / 100 / 1000;
  const odds = stage.weight / Math.max(1, 100 - stage.weight);
  const needs = requiredSeries(policy).map(({ metric, phi, share }): Need => {
    const rate = perMs(rateOf(policy, metric));
    const requests = passRequests(marginAt(margin, metric.kind, stage.weight), share, odds) * phi;
    const inAll = requests * Math.min(usual, nineOfTen(share));
    return {
      slowest: metric,
      requests: Math.max(least * rate, inAll),
      ms: Math.max(least, inAll / rate),
      most: Math.max(least, (requests * nineOfTen(share)) / rate),
    };
  });
  const alone = { slowest: undefined, requests: least * perMs(policy.traffic), ms: least, most: least };
  const { slowest, requests, ms } = longest(needs) ?? alone;
  const most = Math.max(least, ...needs.map(need => need.most));
  return { slowest, requests, ms: ms + policy.tick, most: most + policy.tick };
}

function requiredSeries(policy: Open): { metric: MetricPolicy; phi: number; share: number }[] {
  return policy.metrics
    .filter(metric => !metric.dryRun)
    .flatMap(metric =>
      metric.series.filter(({ required }) => required).map(({ phi, share }) => ({ metric, phi, share })),
    );
}

/** Returns the chance that the canary's few pods are good enough to show that an equal version is equal. */
function chanceOf(policy: Open, profile: Margin, stage: StagePolicy): number {
  const chances = requiredSeries(policy).map(({ metric, share }) => {
    if (metric.tau === 0 || share === 0) return 1;
    const { ratio, points } = marginAt(profile, metric.kind, stage.weight);
    const spread = {
      tau: metric.tau,
      pods: canaryPodsAt(policy, stage),
      baselinePods: Math.max(1, policy.pods),
    };
    const deviation = Math.log(spreadFactor({ ...spread, times: 1 }));
    const narrowed = (ratio + points / share) / spreadFactor({ ...spread, times: 'pass' });
    return normalBelow(Math.log(narrowed) / deviation);
  });
  return Math.min(1, ...chances);
}

/**
 * Returns the median number of canary requests until an equal candidate is shown to be within a margin. Checked by simulation.
 *
 * @param share of bad requests of both, as a fraction
 * @param odds requests of the canary for each of the baseline
 */
export function passRequests({ ratio, points }: Margin, share: number, odds: number): number {
  const variance = share + ratio * ratio * share * odds;
  const distance = (ratio - 1) * share + points;
  return Math.max(4.2 / distance, (6.5 * variance) / distance ** 2);
}

/** The cumulative normal distribution function (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = 0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)));
  const tail = t * series * Math.exp(-x * x);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}
