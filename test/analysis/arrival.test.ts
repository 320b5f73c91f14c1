import { describe, expect, it } from 'vitest';
import type { GatePolicy } from '../../src/analysis/policy.ts';
import { policyOf } from '../../src/analysis/resolve.ts';
import type { Verdict } from '../../src/analysis/verdict.ts';
import { gatewaySchema } from '../../src/config/gateway.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import { wording } from '../wording.ts';
import { counts, gate, minute, past, policy, Rollout } from './rollouts.ts';

const { arrival } = gatewaySchema.parse({});
const waiting = (): GatePolicy => ({ ...policy(), arrival });
const all = 1500;

/** One tick of 15 s in which the canary gets that percentage of the requests, of which that fraction is bad. */
function tick(rollout: Rollout, percentage: number, bad = 0.01, requests = all): Verdict {
  const canary = (requests * percentage) / 100;
  const rest = requests - canary;
  const reading = counts({ canary: [canary * bad, canary], baseline: [rest * 0.01, rest] });
  return rollout.tick(canary === 0 ? { kind: 'idle' } : reading, { traffic: { canary, total: requests } });
}

const ticks = (rollout: Rollout, count: number, percentage: number, bad?: number) =>
  Array.from({ length: count }, () => tick(rollout, percentage, bad)).at(-1);
const counted = ({ state }: Rollout) => state.metrics.errors?.counted;

describe('engine 9: a step', () => {
  it('does not start before its weight has arrived, and reports that', () => {
    const rollout = new Rollout(waiting());
    expect(ticks(rollout, 4, 0)).toEqual({ verdict: 'continue', reason: wording('5 %', '60 s') });
    expect([rollout.state.enteredAt, counted(rollout)]).toEqual([minute, 0]);
    tick(rollout, 5);
    expect([rollout.state.enteredAt, counted(rollout)]).toEqual([minute, 1]);
  });

  it('counts requests at the old weight only as evidence of harm', () => {
    const rollout = new Rollout(waiting());
    rollout.enter(2);
    const { stage } = rollout.state;
    ticks(rollout, 5, 25, 0.05);
    expect([rollout.state.stage, counted(rollout)]).toEqual([stage, 0]);
    expect(ticks(rollout, 3, 25, 0.05)).toMatchObject({ verdict: 'fail', metrics: ['errors'] });
  });

  it('starts at once where the weight has arrived after the first tick, of which scrapes saw only a part', () => {
    const rollout = new Rollout(waiting());
    tick(rollout, 0);
    ticks(rollout, 2, 5);
    expect(rollout.state.enteredAt).toBe(0);
    expect(rollout.state).not.toHaveProperty('lag');
  });

  it('records the longest time that a weight took', () => {
    const rollout = new Rollout(waiting());
    ticks(rollout, 4, 0);
    ticks(rollout, 2, 5);
    expect(rollout.state.lag).toBe(75_000);
    rollout.enter(1);
    ticks(rollout, 1, 5);
    ticks(rollout, 2, 25);
    expect(rollout.state.lag).toBe(75_000);
  });

  it('is not delayed by chance with few requests', () => {
    const rollout = new Rollout(waiting());
    for (let i = 0; i < 6; i++) tick(rollout, i === 4 ? 5 : 0, 0.01, 20);
    expect(rollout.state.enteredAt).toBe(0);
  });

  it('never starts where the weight never arrives: the verdict says how long the gate has waited', () => {
    const rollout = new Rollout(waiting());
    let said = tick(rollout, 1);
    while (said.verdict === 'continue') said = tick(rollout, 1);
    expect(said).toMatchObject({ verdict: 'no-data', missing: 'wrong-labels' });
    expect(said.verdict === 'no-data' && said.reason).toEqual(
      wording('1 %', '5 %', 'after the weight was set'),
    );
    expect(rollout.now).toBeGreaterThan(arrival);
    expect(rollout.now).toBeLessThan(arrival + minute);
    expect(rollout.state).not.toHaveProperty('lag');
  });

  it('waits for a canary without requests for the configured time', () => {
    const rollout = new Rollout({ ...waiting(), arrival: 8 * minute });
    expect(ticks(rollout, 32, 0)?.verdict).toBe('continue');
    expect(tick(rollout, 0)).toMatchObject({ verdict: 'no-data', missing: 'idle' });
  });

  it('as a bake lasts its full time from there', () => {
    const rollout = new Rollout(waiting());
    rollout.enter(3);
    ticks(rollout, 4, 50);
    const { dwell } = rollout.stage;
    expect(ticks(rollout, dwell / rollout.policy.tick - 1, 80)?.verdict).toBe('continue');
    expect(tick(rollout, 80)).toMatchObject({ verdict: 'pass' });
    expect(rollout.now).toBe(minute + dwell);
  });
});

describe('engine 9: the watch', () => {
  it('of blue-green starts when the requests have moved', () => {
    const strategy = strategySchema.parse({ 'blue-green': {} });
    if (strategy.kind !== 'blue-green') throw new Error('not blue-green');
    const rollout = new Rollout(policyOf(gate(), strategy, past(), arrival).policy);
    ticks(rollout, 4, 0);
    expect(ticks(rollout, 2, 99)).toMatchObject({ verdict: 'continue' });
    expect([rollout.state.enteredAt, rollout.state.lag]).toEqual([minute, 75_000]);
  });

  it('after a canary does not wait: its Service is gone, and a gateway counts none of its requests', () => {
    const rollout = new Rollout(waiting());
    rollout.enter(4);
    const reading = counts({ canary: [15, all], baseline: [0, 0] });
    rollout.tick(reading, { traffic: { canary: 0, total: all } });
    rollout.tick(reading, { traffic: { canary: 0, total: all } });
    expect([rollout.state.enteredAt, counted(rollout)]).toEqual([0, 1]);
  });
});
