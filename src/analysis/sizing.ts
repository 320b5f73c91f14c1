import {
  leastPassTicks,
  type Margin,
  marginAt,
  type ProfileName,
  passOptions,
  profileNames,
  profiles,
} from './margins.ts';
import { bakeOf, type GatePolicy, type MetricPolicy, type StagePolicy } from './policy.ts';

/** What the judging will take, said before it starts. */
export interface Sizing {
  profile: ProfileName;
  /** Whether a good candidate can be shown to be good within the deadline, nine times of ten. */
  enough: boolean;
  /** Requests of the canary and ms of the steps, for a good candidate; Infinity is not used: no traffic is null. */
  requests: number | null;
  ms: number | null;
  /** For the summary, in the order to read. */
  sentences: string[];
}

type Open = Omit<GatePolicy, 'profile' | 'margin'>;

/** Nine of ten good candidates are shown to be good after this many times what the median one needs. */
const nineOfTen = 2.3;

/** Chooses the strictest profile that the traffic can show within the deadline, unless one is asked for. */
export function sizingOf(policy: Open, asked: ProfileName | 'auto'): Sizing {
  const plans = profileNames.map(name => planOf(policy, name));
  const fitting = plans.find(plan => plan.ms !== null && plan.ms <= available(policy));
  const plan = asked === 'auto' ? (fitting ?? planOf(policy, 'gross')) : planOf(policy, asked);
  const enough = plan.ms !== null && plan.ms <= available(policy);
  return { ...plan, enough, sentences: sentencesOf(policy, plan, plans, asked, enough) };
}

interface Plan {
  profile: ProfileName;
  requests: number | null;
  ms: number | null;
}

/** What the steps may take: the bake has its own time. */
const available = (policy: Open) => policy.deadline - bakeOf(policy as GatePolicy);

function planOf(policy: Open, profile: ProfileName): Plan {
  const steps = policy.stages.filter(stage => stage.kind === 'step');
  if (policy.traffic <= 0) return { profile, requests: null, ms: null };
  const times = steps.map((stage, index) => ({
    requests: requestsOf(policy, profiles[profile], stage),
    ms: timeOf(policy, profiles[profile], stage) + (index === 0 ? policy.warmUp : 0),
  }));
  return {
    profile,
    requests: times.reduce((sum, time) => sum + time.requests, 0),
    ms: times.reduce((sum, time) => sum + time.ms, 0),
  };
}

function timeOf(policy: Open, margin: Margin, stage: StagePolicy): number {
  const perMs = (policy.traffic * stage.weight) / 100 / 1000;
  const evidence = (nineOfTen * requestsOf(policy, margin, stage)) / perMs;
  // The first tick after a change of weight is dropped, and a tick adds only so much.
  return Math.max(stage.dwell, leastPassTicks * policy.tick, evidence) + policy.tick;
}

/** Requests of the canary that a stage takes in the median, by the metric that needs most. */
export function requestsOf(policy: Open, profile: Margin, stage: StagePolicy): number {
  return Math.max(
    0,
    ...policy.metrics.filter(metric => !metric.dryRun).map(metric => mostOf(metric, profile, stage)),
  );
}

function mostOf(metric: MetricPolicy, profile: Margin, stage: StagePolicy): number {
  const margin = marginAt(profile, metric.kind, stage.weight);
  const odds = stage.weight / Math.max(1, 100 - stage.weight);
  const needs = metric.series.map(({ phi, share, required }) => {
    if (!required) return 0;
    const { ratio, points } = passOptions(margin, { phi, tau: metric.tau, pods: 1 });
    return passRequests({ ratio, points }, share, odds) * phi;
  });
  return Math.max(0, ...needs);
}

/**
 * Requests of the canary until an equal candidate is shown to be within a margin, in the median. Checked by simulation within 20 %.
 *
 * @param share of bad requests of both, as a fraction
 * @param odds requests of the canary for each of the baseline
 */
export function passRequests({ ratio, points }: Margin, share: number, odds: number): number {
  const variance = share + ratio * ratio * share * odds;
  const distance = (ratio - 1) * share + points;
  return Math.max(4.2 / points, (6.5 * variance) / distance ** 2);
}

/**
 * Requests of the canary until harm is shown, in the median.
 *
 * @param shares of bad requests, as fractions
 * @param averaged how many series the evidence is averaged over
 */
export function harmRequests(
  { grid, ratio, points }: { grid: readonly number[]; ratio: number; points: number },
  shares: { canary: number; baseline: number },
  odds: number,
  averaged = 1,
): number {
  const gains = grid.map(g => {
    const perBaseline = Math.log1p(ratio * odds) - Math.log1p(g * ratio * odds);
    const perCanary = Math.log(g) + perBaseline;
    return (
      shares.canary * perCanary + (shares.baseline / odds) * perBaseline - points * Math.expm1(perCanary)
    );
  });
  const gain = Math.max(...gains);
  return gain > 0 ? (5.2 + Math.log(averaged)) / gain : Number.POSITIVE_INFINITY;
}

function sentencesOf(
  policy: Open,
  plan: Plan,
  plans: Plan[],
  asked: ProfileName | 'auto',
  enough: boolean,
): string[] {
  const { profile, requests, ms } = plan;
  void policy;
  void plans;
  void asked;
  return requests === null || ms === null
    ? ['No traffic is known.']
    : [
        `Profile ${profile}: about ${requests} canary requests, ${minutes(ms)} at the present rate${enough ? '' : ', too long'}.`,
      ];
}

const minutes = (ms: number) => `${Math.round(ms / 60_000)} min`;
