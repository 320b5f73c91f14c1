import { advance, beginGate, enterStage, judge, replacePod } from '../../../src/analysis/gate.ts';
import type { GatePolicy } from '../../../src/analysis/policy.ts';
import { policyOf } from '../../../src/analysis/resolve.ts';
import type { PodCounts } from '../../../src/analysis/tick.ts';
import { gateSchema } from '../../../src/config/gate.ts';
import { gatewaySchema } from '../../../src/config/gateway.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import type { Outcome } from './outcome.ts';
import type { Scenario } from './scenarios.ts';
import { buckets, horizonSeconds, tickSeconds, type World } from './world.ts';

const strategy = strategySchema.parse({ canary: {} });
if (strategy.kind !== 'canary') throw new Error('not a canary');
const prometheus = { url: 'http://prometheus' };
const errors = gateSchema.parse({ prometheus, metrics: [{ name: 'metric', total: 'all', bad: 'bad' }] });
const { arrival } = gatewaySchema.parse({});
const durations = gateSchema.parse({ prometheus, metrics: [{ name: 'metric', histogram: 'seconds' }] });

/** A whole rollout through the real gate, with a policy from a new simulated hour before. */
export function ours(scenario: Scenario, world: World): Outcome {
  const slow = scenario.slow !== undefined;
  const past = { boundaries: slow ? buckets : [], ticks: world.history() };
  const history = { tick: tickSeconds * 1000, metrics: { metric: past } };
  if (strategy.kind !== 'canary') throw new Error('not a canary');
  const { policy } = policyOf(slow ? durations : errors, strategy, history, arrival);
  return rollout(policy, scenario, world);
}

function rollout(policy: GatePolicy, scenario: Scenario, world: World): Outcome {
  const pick = picker(policy, scenario);
  let state = beginGate(policy, 0);
  let excess = 0;
  for (let seconds = 0; seconds < horizonSeconds; seconds += tickSeconds) {
    const stage = policy.stages[state.stage];
    if (stage === undefined) throw new Error('no stage');
    const seen = world.tick(stage.weight, seconds);
    excess += seen.excess;
    const at = (seconds + tickSeconds) * 1000;
    const reading = { kind: 'counts' as const, canary: pick(seen.canary), baseline: pick(seen.baseline) };
    state = advance(policy, state, {
      at,
      stage: state.stage,
      weight: stage.weight,
      readings: { metric: reading },
    });
    const verdict = judge(policy, state, [], at);
    const minutes = at / 60_000;
    switch (verdict.verdict) {
      case 'continue':
        break;
      case 'pod-local':
        state = replacePod(state, verdict.pod);
        world.replace(verdict.pod, seconds + tickSeconds);
        break;
      case 'pass':
        if (stage.kind === 'bake') return { end: 'promoted', minutes, excess, profile: policy.profile };
        state = enterStage(policy, state, state.stage + 1, at);
        break;
      case 'fail':
        return { end: 'rolled back', minutes, excess, profile: policy.profile };
      default:
        return { end: 'inconclusive', minutes, excess, profile: policy.profile };
    }
  }
  return { end: 'inconclusive', minutes: horizonSeconds / 60, excess, profile: policy.profile };
}

/** Keeps only the boundaries that the policy judges. */
function picker(policy: GatePolicy, { slow }: Scenario): (pods: PodCounts[]) => PodCounts[] {
  if (slow === undefined) return pods => pods;
  const wanted = (policy.metrics[0]?.series ?? []).map(({ boundary }) => buckets.indexOf(boundary ?? 0));
  return pods => pods.map(pod => ({ ...pod, bad: wanted.map(index => pod.bad[index] ?? 0) }));
}
