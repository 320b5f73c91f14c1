import { counted } from '../toolkit/count.ts';
import { roughTimeSpan } from '../toolkit/duration.ts';
import { profiles } from './margins.ts';
import { bakeOf, type MetricPolicy, rateOf } from './policy.ts';
import { type Open, type Sizing, type SizingPlan, silentMetrics, stepTime } from './sizing.ts';
import { about, percent } from './wording.ts';

/** Returns whole sentences for users before the gate starts: the expected time, the reason for it, and what cannot be shown. */
export function forecast(policy: Open, sizing: Sizing): string[] {
  return [
    need(policy, sizing),
    choice(policy, sizing),
    ...(sizing.enough ? [] : [shortfall(policy, sizing)]),
    ...spreadOf(policy, sizing),
    ...policy.metrics.flatMap(clustered),
  ];
}

const hour = 3_600_000;

/** Says that the gate knows no requests, with the age of the oldest live pod if it is the likely reason. Pure. */
export const noCounts = (whose: string, age: number | undefined): string =>
  age !== undefined && age < hour
    ? `there are no counts of ${whose} yet (the oldest live pod started ${roughTimeSpan(age)} ago)`
    : `${whose} counted no requests in the last hour`;

function need(policy: Open, { plan, age }: Sizing): string {
  if (plan.requests === null || plan.ms === null) {
    const silent = silentMetrics(policy).map(({ name }) => name);
    const whose = policy.traffic > 0 ? silent.join(', ').replace(/, ([^,]*)$/, ' and $1') : 'the live pods';
    const none = noCounts(whose, age).replace(/^t(?=he |here )/, 'T');
    return `${none}, so the time to reach a verdict is unknown.`;
  }
  const { slowest } = plan;
  const rates = policy.metrics.filter(({ dryRun }) => !dryRun).map(metric => about(rateOf(policy, metric)));
  const whose = slowest === undefined || new Set(rates).size < 2 ? '' : ` that ${slowest.name} counts`;
  const rate = about(slowest === undefined ? policy.traffic : rateOf(policy, slowest)).replace('about ', '');
  const bake = bakeOf(policy);
  const then = bake > 0 ? `, then the bake of ${roughTimeSpan(bake)}` : '';
  return `A good candidate needs ${about(plan.requests)} canary requests${whose}, ${roughTimeSpan(plan.ms)} at the current rate of ${rate} requests/s (90th percentile: ${roughTimeSpan(plan.most ?? plan.ms)})${then}.`;
}

function choice(policy: Open, { profile, asked, plans, plan }: Sizing): string {
  const points = counted(Number((profiles[profile].points * 100).toPrecision(2)), 'percentage point');
  const margin = `With the profile \`${profile}\`, a candidate passes if its share of bad requests is below ${profiles[profile].ratio} times the baseline's plus ${points}`;
  if (asked) return `${margin}, as set in slipway.yml.`;
  const stricter = plans[plans.indexOf(plan) - 1];
  if (plan.most === null) return `${margin}.`;
  if (stricter === undefined) return `${margin}: it is the strictest profile.`;
  return `${margin}: ${whyNot(stricter, policy)}.`;
}

function whyNot(stricter: SizingPlan, policy: Open): string {
  if ((stricter.most ?? Number.POSITIVE_INFINITY) > stepTime(policy)) {
    return `the stricter \`${stricter.profile}\` could take ${roughTimeSpan(stricter.most ?? 0)}, but the deadline leaves ${roughTimeSpan(stepTime(policy))}`;
  }
  return `with \`${stricter.profile}\` the pods differ too much to distinguish a good candidate from a bad one`;
}

/** Says that the traffic is not enough, and what helps, the best remedy first. */
function shortfall(policy: Open, { plan }: Sizing): string {
  if (plan.requests === null)
    return 'If no requests come during the rollout, a good candidate is rolled back, because there is no data. Send requests to both versions during the rollout.';
  const otherwise = {
    rollback: 'is rolled back',
    pause: 'is paused until a person resumes it',
    approve: 'waits for an approval',
  };
  const first = policy.stages[0]?.weight ?? 0;
  const steps = [25, 50].filter(weight => weight > first).map(weight => `${weight}%`);
  const higher =
    steps.length === 0 ? 'Set' : `Start at a higher weight (such as \`steps: [${steps.join(', ')}]\`), set`;
  return `The deadline leaves only ${roughTimeSpan(stepTime(policy))} for this. This gate can only catch gross failures; a good candidate may end as inconclusive, and then ${otherwise[policy.onInconclusive]}. ${higher} a longer \`deadline\`, or send requests to both versions during the rollout.`;
}

function spreadOf(policy: Open, { plan }: Sizing): string[] {
  const differing = policy.metrics.filter(({ dryRun, tau }) => !dryRun && tau > 0);
  if (differing.length === 0) return [];
  const names = differing.map(({ name, tau }) => `${name} by ${percent(tau)}`).join(', ');
  const helps = plan.chance < 0.9 ? '; more pods would help' : '';
  return [
    `Pods of the baseline differ (${names}), and so will those of the canary: about ${percent(Number(plan.chance.toPrecision(2)))} of good candidates can be distinguished from bad ones${helps}.`,
  ];
}

function clustered({ name, series }: MetricPolicy): string[] {
  const phi = Math.max(1, ...series.map(each => each.phi));
  if (phi < 1.5) return [];
  return [
    `Bad requests of ${name} come in clusters: they vary ${Number(phi.toPrecision(2))} times as much as independent ones, so the gate needs that many times more requests.`,
  ];
}
