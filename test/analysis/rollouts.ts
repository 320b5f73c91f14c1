import { advance, beginGate, enterStage, type GateState, judge } from '../../src/analysis/gate.ts';
import type { Past } from '../../src/analysis/past.ts';
import type { GatePolicy } from '../../src/analysis/policy.ts';
import { policyOf } from '../../src/analysis/resolve.ts';
import type { PodCounts, Reading, Tick } from '../../src/analysis/tick.ts';
import type { HardFact, Verdict } from '../../src/analysis/verdict.ts';
import { gateSchema } from '../../src/config/gate.ts';
import { strategySchema } from '../../src/config/progressive.ts';

/** Rollouts for tests. Pods are old unless an age is given; counts are set by the test, without chance. */

export const minute = 60_000;

export const errors = { name: 'errors', total: 'requests', bad: 'requests{code=~"5.."}' };
export const latency = { name: 'latency', histogram: 'seconds', slow: [0.3] };

export function gate(overrides: object = {}) {
  return gateSchema.parse({ prometheus: { url: 'http://prometheus' }, metrics: [errors], ...overrides });
}

export function canary(overrides: object = {}) {
  const strategy = strategySchema.parse({ canary: overrides });
  if (strategy.kind !== 'canary') throw new Error('no canary');
  return strategy;
}

/** An hour of eight pods with 100 requests/s together, of which that fraction was bad, evenly. */
export function past({
  share = 0.01,
  traffic = 100,
  pods = 8,
  tick = 15_000,
  metrics = ['errors'],
} = {}): Past {
  const total = (traffic * tick) / 1000 / pods;
  // Remainders are carried over, so that the whole hour has the share.
  const count = (at: number, each: number) => Math.round((at + 1) * each) - Math.round(at * each);
  const ticks = Array.from({ length: (60 * minute) / tick }, (_, at) =>
    Array.from({ length: pods }, (_, pod) => ({
      pod: `stable-${pod}`,
      total: count(at, total),
      bad: [count(at, total * share)],
    })),
  );
  return {
    tick,
    metrics: Object.fromEntries(
      metrics.map(name => [name, { boundaries: name === 'latency' ? [0.3] : [], ticks }]),
    ),
  };
}

/** The same of two metrics that counted that many requests per second. */
export function unequalPast(errors: number, checkout: number): Past {
  const metrics = {
    ...past({ traffic: errors }).metrics,
    ...past({ traffic: checkout, metrics: ['checkout'] }).metrics,
  };
  return { tick: 15_000, metrics };
}

export function policy(settings: { gate?: object; canary?: object; past?: Past } = {}): GatePolicy {
  return policyOf(gate(settings.gate), canary(settings.canary), settings.past ?? past()).policy;
}

/** Both tracks in equal pods. */
export function counts(of: {
  canary: [bad: number, total: number];
  baseline: [number, number];
  pods?: number;
}): Reading {
  const split = (track: string, [bad, total]: [number, number], pods: number): PodCounts[] =>
    Array.from({ length: pods }, (_, i) => ({
      pod: `${track}-${i}`,
      total: total / pods,
      bad: [bad / pods],
    }));
  return {
    kind: 'counts',
    canary: split('canary', of.canary, of.pods ?? 4),
    baseline: split('stable', of.baseline, 8),
  };
}

/** A rollout that is played tick by tick. It enters the next stage automatically unless disabled. */
export class Rollout {
  state: GateState;
  now = 0;
  verdict: Verdict = { verdict: 'continue', reason: '' };
  readonly ticks: Tick[] = [];
  readonly policy: GatePolicy;

  constructor(policy: GatePolicy) {
    this.policy = policy;
    this.state = beginGate(policy, 0);
  }

  /** One tick with a reading for every metric, or one by metric. */
  tick(
    given: Reading | Record<string, Reading> | ((rollout: Rollout) => Reading),
    more: Partial<Tick> = {},
    facts: HardFact[] = [],
  ): Verdict {
    this.now += this.policy.tick;
    const reading = typeof given === 'function' ? given(this) : given;
    const { weight = 0 } = this.policy.stages[this.state.stage] ?? {};
    const readings =
      'kind' in reading
        ? Object.fromEntries(this.policy.metrics.map(({ name }) => [name, reading as Reading]))
        : reading;
    const tick = { at: this.now, stage: this.state.stage, weight, readings, ...more };
    this.ticks.push(tick);
    this.state = advance(this.policy, this.state, tick);
    this.verdict = judge(this.policy, this.state, facts, this.now);
    return this.verdict;
  }

  /** The same reading until there is a verdict, or for that many ticks. Enters the next stage after a pass if requested. */
  until(reading: Reading | ((rollout: Rollout) => Reading), { ticks = 240, through = false } = {}): Verdict {
    for (let i = 0; i < ticks; i++) {
      const said = this.tick(reading);
      if (said.verdict === 'continue') continue;
      if (said.verdict !== 'pass' || !through || this.stage.kind === 'bake') return said;
      this.enter(this.state.stage + 1);
    }
    return this.verdict;
  }

  enter(stage: number): void {
    this.state = enterStage(this.policy, this.state, stage, this.now);
  }

  get stage() {
    const stage = this.policy.stages[this.state.stage];
    if (stage === undefined) throw new Error('no stage');
    return stage;
  }
}

/** Traffic at the current weight: 1,500 requests per tick by default, with these fractions bad. */
export const traffic =
  (canaryShare: number, baselineShare: number, { all = 1500, pods = 4 } = {}) =>
  (rollout: Rollout): Reading => {
    const canaryTotal = (all * rollout.stage.weight) / 100;
    const baselineTotal = all - canaryTotal;
    return counts({
      canary: [canaryTotal * canaryShare, canaryTotal],
      baseline: [baselineTotal * baselineShare, baselineTotal],
      pods,
    });
  };
