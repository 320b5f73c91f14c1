import { profiles } from './margins.ts';
import { bakeOf, type MetricPolicy } from './policy.ts';
import { type Open, type Plan, type Sizing, stepTime } from './sizing.ts';
import { about, percent, span } from './wording.ts';

/** What users read before the judging starts: what it will take, why so, and what it cannot show. Whole sentences. */
export function forecast(policy: Open, sizing: Sizing): string[] {
  return [
    need(policy, sizing),
    choice(policy, sizing),
    ...(sizing.enough ? [] : [shortfall(policy)]),
    ...spreadOf(policy, sizing),
    ...policy.metrics.flatMap(clustered),
  ];
}

function need(policy: Open, { plan }: Sizing): string {
  if (plan.requests === null || plan.ms === null) {
    return 'There was no request in the hour before, so nobody can say how long it will take to show anything.';
  }
  const bake = bakeOf(policy);
  const then = bake > 0 ? `, then the bake of ${span(bake)}` : '';
  return `A good candidate needs ${about(plan.requests)} canary requests, ${span(plan.ms)} at the present rate of ${about(policy.traffic).replace('about ', '')} requests/s (nine of ten times at most ${span(plan.most ?? plan.ms)})${then}.`;
}

function choice(policy: Open, { profile, asked, plans, plan }: Sizing): string {
  const margin = `The profile ${profile} lets pass what is shown to be below the baseline's share times ${profiles[profile].ratio} plus ${Number((profiles[profile].points * 100).toPrecision(2))} points`;
  if (asked) return `${margin}, as slipway.yml says.`;
  const stricter = plans[plans.indexOf(plan) - 1];
  if (plan.most === null) return `${margin}.`;
  if (stricter === undefined) return `${margin}: the strictest there is.`;
  return `${margin}: ${whyNot(stricter, policy)}.`;
}

function whyNot(stricter: Plan, policy: Open): string {
  if ((stricter.most ?? Number.POSITIVE_INFINITY) > stepTime(policy)) {
    return `${stricter.profile} could take ${span(stricter.most ?? 0)}, and the deadline leaves ${span(stepTime(policy))}`;
  }
  return `with ${stricter.profile} the pods differ too much for a good candidate to be told from a bad one`;
}

/** What this traffic cannot do, and what helps, the best remedy first. */
function shortfall(policy: Open): string {
  const otherwise = {
    rollback: 'is rolled back',
    hold: 'is held',
    approve: 'waits for somebody to approve it',
  };
  return `That is more than the deadline leaves (${span(stepTime(policy))}): this gate can only catch gross failures, and a good candidate may well end as inconclusive, whereupon it ${otherwise[policy.onInconclusive]}. Begin at a higher weight (such as \`steps: [25%, 50%]\`), give it a longer \`deadline\`, or send requests to both versions meanwhile.`;
}

function spreadOf(policy: Open, { plan }: Sizing): string[] {
  const differing = policy.metrics.filter(({ dryRun, tau }) => !dryRun && tau > 0);
  if (differing.length === 0) return [];
  const names = differing.map(({ name, tau }) => `${name} by ${percent(tau)}`).join(', ');
  const helps = plan.chance < 0.9 ? '; more pods would help' : '';
  return [
    `Pods of the baseline differ (${names}), and so will those of the canary: about ${percent(Number(plan.chance.toPrecision(2)))} of good candidates can be told from bad ones${helps}.`,
  ];
}

function clustered({ name, series }: MetricPolicy): string[] {
  const phi = Math.max(1, ...series.map(each => each.phi));
  if (phi < 1.5) return [];
  return [
    `Bad requests of ${name} come in clusters: they vary ${Number(phi.toPrecision(2))} times as much as single ones would, and it takes as many times more of them.`,
  ];
}
