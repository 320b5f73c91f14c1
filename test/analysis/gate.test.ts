import { describe, expect, it } from 'vitest';
import { findingsOf, logHarmOf } from '../../src/analysis/findings.ts';
import {
  advance,
  beginGate,
  enterStage,
  type GateState,
  judge,
  replacePod,
  skipTo,
} from '../../src/analysis/gate.ts';
import { policyOf } from '../../src/analysis/resolve.ts';
import type { Reading } from '../../src/analysis/tick.ts';
import { exceeded } from '../../src/analysis/wording.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import { requireStateFits } from '../../src/release/gate/setup.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';
import {
  canary,
  counts,
  errors,
  gate,
  latency,
  minute,
  past,
  policy,
  Rollout,
  traffic,
  unequalPast,
} from './rollouts.ts';
import { certainCases } from './simulation/certain.ts';

const equal = traffic(0.01, 0.01);
const provider: Reading = { kind: 'provider', detail: 'connection refused' };

describe('a good candidate', () => {
  it('passes every step and the bake', () => {
    const rollout = new Rollout(policy());
    expect(rollout.until(equal, { through: true })).toMatchObject({ verdict: 'pass' });
    expect(rollout.stage.kind).toBe('bake');
    expect(rollout.now).toBeLessThan(50 * minute);
  });

  it('passes with the short ticks and bake of a rehearsal', () => {
    const rehearsal = policy({
      gate: { tick: '3s', 'warm-up': '6s' },
      canary: { bake: { for: '10s' }, deadline: '4m' },
    });
    const rollout = new Rollout(rehearsal);
    expect(rollout.until(traffic(0, 0, { all: 1000 }), { through: true })).toMatchObject({ verdict: 'pass' });
    expect(rollout.now).toBeLessThan(4 * minute);
  });

  it('stays at each step for at least four ticks, and needs six with evidence', () => {
    const rollout = new Rollout(policy());
    const huge = traffic(0, 0.01, { all: 1e6 });
    const said = Array.from({ length: 6 }, () => rollout.tick(huge).reason);
    expect(said.slice(-2)).toEqual([wording('5 %'), wording('5 %', '6 ticks')]);
    rollout.until(huge);
    expect(rollout.verdict.verdict).toBe('pass');
    // The first tick is dropped.
    expect(rollout.now).toBe(7 * rollout.policy.tick);
  });

  it('is shown to be good again at each step', () => {
    const rollout = new Rollout(policy());
    rollout.until(equal);
    rollout.enter(1);
    expect(rollout.tick(equal).verdict).toBe('continue');
    expect(findingsOf(rollout.policy, rollout.state)[0]).toMatchObject({ logPass: 0, counted: 0 });
  });

  it('never passes a step without positive evidence of every metric', () => {
    const both = policy({ gate: { metrics: [errors, { ...errors, name: 'checkout' }] } });
    const rollout = new Rollout(both);
    const rarely = traffic(0, 0, { all: 60, pods: 1 });
    for (let i = 0; i < 60; i++)
      expect(rollout.tick({ errors: equal(rollout), checkout: rarely(rollout) }).verdict).toBe('continue');
    expect(findingsOf(both, rollout.state).map(({ status }) => status)).toEqual(['passed', 'open']);
    for (let i = 0; i < 60 && rollout.verdict.verdict !== 'pass'; i++) rollout.tick(equal);
    expect(rollout.verdict.verdict).toBe('pass');
  });

  it('does not pass while it is above its absolute limit, however bad the baseline is', () => {
    const rollout = new Rollout(policy({ gate: { metrics: [{ ...errors, max: '0.5%' }] } }));
    const said = rollout.until(traffic(0.0055, 0.01));
    expect(said.verdict).not.toBe('pass');
    expect(said.reason).toEqual(wording('0.5 %'));
  });
});

describe('a bad candidate', () => {
  it('fails, and the harmed metric is named', () => {
    const both = policyOf(
      gate({ metrics: [errors, latency] }),
      canary(),
      past({ metrics: ['errors', 'latency'] }),
    ).policy;
    const rollout = new Rollout(both);
    for (let i = 0; i < 60 && rollout.verdict.verdict === 'continue'; i++) {
      rollout.tick({ errors: traffic(0.05, 0.01)(rollout), latency: equal(rollout) });
    }
    expect(rollout.verdict).toMatchObject({ verdict: 'fail', metrics: ['errors'] });
    expect(rollout.verdict.reason).toEqual(wording('errors', '5 %', 'bad', '1 %'));
  });

  it('fails in the bake, too, and with evidence from the steps before', () => {
    const rollout = new Rollout(policy());
    rollout.until(equal, { through: true, ticks: 100 });
    while (rollout.stage.kind !== 'bake') rollout.enter(rollout.state.stage + 1);
    expect(rollout.until(traffic(0.04, 0.01)).verdict).toBe('fail');
    expect(rollout.now).toBeLessThan(35 * minute);
  });

  it('fails at once by a fact', () => {
    const rollout = new Rollout(policy());
    const fact = { kind: 'restart', pod: 'canary-0', detail: 'Pod canary-0 restarted' } as const;
    expect(rollout.tick(equal, {}, [fact])).toEqual({ verdict: 'fail', reason: fact.detail, metrics: [] });
  });

  it('fails above its absolute limit even if the baseline is as bad', () => {
    const rollout = new Rollout(policy({ gate: { metrics: [{ ...errors, max: '2%' }] } }));
    const said = rollout.until(traffic(0.05, 0.05));
    expect(said).toMatchObject({ verdict: 'fail', metrics: ['errors'] });
    expect(said.reason).toEqual(wording('2 %'));
  });

  it('names the boundary that its absolute limit is about, and not the one with most harm', () => {
    const stage = { canaryBad: 60, canary: 240, baselineBad: 60, baseline: 240 };
    const [found] = findingsOf(policy(), new Rollout(policy()).state);
    const over = {
      ...{ ...found!, metric: 'latency', max: 0.05, overMax: true, logLimit: 9 },
      ...{ boundary: 0.5, stage: { ...stage, canaryBad: 3 }, limited: { boundary: 0.1, stage } },
    };
    expect(exceeded(over)).toEqual(wording('25 %', '240', '0.1 s', '5 %'));
  });

  it('is judged by a dry-run metric without effect on the verdict', () => {
    const both = policyOf(
      gate({ metrics: [errors, { ...latency, 'dry-run': true }] }),
      canary(),
      past({ metrics: ['errors', 'latency'] }),
    ).policy;
    const rollout = new Rollout(both);
    for (let i = 0; i < 30; i++)
      rollout.tick({ errors: equal(rollout), latency: traffic(0.9, 0.01)(rollout) });
    expect(rollout.verdict.verdict).toBe('pass');
    expect(findingsOf(both, rollout.state).map(({ status }) => status)).toEqual(['passed', 'harmed']);
  });

  it('does not leave a step while there is some evidence of harm', () => {
    const rollout = new Rollout({ ...policy(), alpha: { harm: 1e-9, pass: 0.05 } });
    const said = rollout.until(rollout => traffic(rollout.now < 3 * minute ? 0.05 : 0, 0.01)(rollout), {
      ticks: 14,
    });
    expect(logHarmOf(rollout.policy, rollout.state)).toBeGreaterThan(Math.log(5));
    expect(said).toMatchObject({ verdict: 'continue', reason: wording() });
  });
});

describe('a pod', () => {
  const oneBad = (bad: string) => (rollout: Rollout) => {
    const reading = equal(rollout) as Extract<Reading, { kind: 'counts' }>;
    const spoil = (pod: { pod: string; total: number; bad: number[] }) =>
      pod.pod === bad ? { ...pod, bad: [pod.total / 2] } : pod;
    return { ...reading, canary: reading.canary.map(spoil) };
  };

  it('that is bad alone is named, and the rollout continues without its counts', () => {
    const rollout = new Rollout(policy());
    expect(rollout.until(oneBad('canary-2'))).toMatchObject({ verdict: 'pod-local', pod: 'canary-2' });
    rollout.state = replacePod(rollout.state, 'canary-2');
    expect(logHarmOf(rollout.policy, rollout.state)).toBeLessThan(Math.log(5));
    expect(rollout.until(oneBad('canary-2')).verdict).toBe('pass');
  });

  it('that is bad alone again, after one was replaced, fails the candidate', () => {
    const rollout = new Rollout(policy());
    rollout.until(oneBad('canary-2'));
    rollout.state = replacePod(rollout.state, 'canary-2');
    expect(rollout.until(oneBad('canary-3')).verdict).toBe('fail');
  });

  it('that is the only one cannot be distinguished from its version', () => {
    const rollout = new Rollout(policy());
    expect(rollout.until(traffic(0.5, 0.01, { pods: 1 })).verdict).toBe('fail');
  });

  it('counts from its own age on both sides', () => {
    const rollout = new Rollout(policy());
    const aged = (age: number) => (rollout: Rollout) => {
      const reading = traffic(0.2, 0.01)(rollout) as Extract<Reading, { kind: 'counts' }>;
      return { ...reading, canary: reading.canary.map(pod => ({ ...pod, age: age + rollout.now })) };
    };
    // Two minutes of warm-up, the tick in which it ends, and the dropped one.
    rollout.until(aged(0), { ticks: 8 });
    expect(findingsOf(rollout.policy, rollout.state)[0]).toMatchObject({ counted: 0, counts: { canary: 0 } });
    rollout.until(aged(0), { ticks: 2 });
    expect(findingsOf(rollout.policy, rollout.state)[0]?.counted).toBeGreaterThan(0);
    expect(rollout.until(aged(0)).verdict).toBe('fail');
    expect(rollout.now).toBeLessThan(5 * minute);
  });

  it('that fails everything in its warm-up fails the candidate at once', () => {
    const rollout = new Rollout(policy());
    const said = rollout.until(rollout => {
      const reading = traffic(1, 0.01)(rollout) as Extract<Reading, { kind: 'counts' }>;
      return { ...reading, canary: reading.canary.map(pod => ({ ...pod, age: rollout.now })) };
    });
    expect(said.verdict).toBe('fail');
    expect(rollout.now).toBeLessThan(2 * minute);
  });
});

describe('without data', () => {
  it.each(certainCases)('a stage does not pass: $name', ({ said, verdict }) => {
    expect(said()).toMatchObject({ verdict });
  });

  it('the gate waits for a short gap: three ticks without an answer, five minutes without series', () => {
    const rollout = new Rollout(policy());
    rollout.until(equal, { ticks: 3 });
    for (let i = 0; i < 3; i++) expect(rollout.tick(provider).verdict).toBe('continue');
    expect(rollout.tick(equal).verdict).toBe('continue');
    for (let i = 0; i < 19; i++)
      expect(rollout.tick({ kind: 'absent', track: 'canary' }).verdict).toBe('continue');
    expect(rollout.tick({ kind: 'absent', track: 'canary' })).toMatchObject({
      verdict: 'no-data',
      missing: 'absent',
    });
  });

  it('missing data are noticed although the tick has no time from Prometheus', () => {
    const rollout = new Rollout(policy());
    rollout.until(equal, { ticks: 5 });
    for (let i = 0; i < 4; i++) rollout.tick(provider, { at: 0 });
    expect(rollout.verdict).toMatchObject({ verdict: 'no-data', missing: 'provider' });
  });

  it('a canary with few requests is not idle too soon', () => {
    const rare = new Rollout(policy({ past: past({ traffic: 1 }) }));
    for (let i = 0; i < 20; i++) expect(rare.tick({ kind: 'idle' }).verdict).toBe('continue');
    expect(rare.until({ kind: 'idle' })).toMatchObject({ verdict: 'no-data', missing: 'idle' });
  });

  it.each([
    ['Prometheus fails to answer once', provider],
    ['the samples are old once', { kind: 'stale', seconds: 40 }],
  ] as const)('a canary with few requests is not idle too soon when %s', (_, missing) => {
    const rare = new Rollout(policy({ past: past({ traffic: 0.2 }) }));
    rare.until({ kind: 'idle' }, { ticks: 21 });
    expect(rare.tick(missing).verdict).toBe('continue');
    expect(rare.until({ kind: 'idle' })).toMatchObject({ verdict: 'no-data', missing: 'idle' });
    expect(rare.ticks).toHaveLength(48);
  });

  it('a metric that counts few requests is not idle too soon beside one that counts many', () => {
    const checkout = { ...errors, name: 'checkout' };
    const rollout = new Rollout(
      policyOf(gate({ metrics: [errors, checkout] }), canary(), unequalPast(20, 0.05)).policy,
    );
    const many = counts({ canary: [0, 15], baseline: [3, 285] });
    for (let i = 0; i < 100; i++)
      expect(rollout.tick({ errors: many, checkout: { kind: 'idle' } }).verdict).toBe('continue');
    const few = counts({ canary: [0, 1], baseline: [0, 3] });
    const other = { errors: { kind: 'idle' }, checkout: few } as const;
    for (let i = 0; i < 19; i++) expect(rollout.tick(other).verdict).toBe('continue');
    expect(rollout.tick(other)).toMatchObject({
      verdict: 'no-data',
      missing: 'idle',
      reason: wording('errors'),
    });
  });

  it('a metric that counted nothing before has at least the patience of the others', () => {
    const checkout = { ...errors, name: 'checkout' };
    const rollout = new Rollout(
      policyOf(gate({ metrics: [errors, checkout] }), canary(), unequalPast(0.2, 0)).policy,
    );
    const few = counts({ canary: [0, 1], baseline: [0, 3] });
    for (let i = 0; i < 40; i++)
      expect(rollout.tick({ errors: few, checkout: { kind: 'idle' } }).verdict).toBe('continue');
  });

  it('ticks that cannot be read are counted through idle ones between them', () => {
    const rare = new Rollout(policy({ past: past({ traffic: 0.1 }) }));
    const said = rare.until(({ ticks }) =>
      ticks.length % 2 === 0 ? { kind: 'idle' } : { kind: 'stale', seconds: 40 },
    );
    expect(said).toMatchObject({ verdict: 'no-data', missing: 'stale', reason: wording('5 min') });
    expect(rare.ticks).toHaveLength(40);
  });

  it('a bake does not pass whose metrics cannot be read when it ends', () => {
    const rollout = new Rollout(policy({ canary: { bake: { for: '60s' } } }));
    rollout.enter(3);
    for (let i = 0; i < 3; i++) rollout.tick(equal);
    expect(rollout.tick(provider).verdict).toBe('continue');
    expect(rollout.tick(equal).verdict).toBe('pass');
  });

  it('silence is noticed: no tick for more than five minutes', () => {
    const state = beginGate(policy(), 0);
    expect(judge(policy(), state, [], 5 * minute).verdict).toBe('continue');
    expect(judge(policy(), state, [], 6 * minute)).toMatchObject({ verdict: 'no-data', missing: 'stale' });
  });

  it('pods that the tick leaves out because of their warm-up do not count as wrong labels', () => {
    const rollout = new Rollout(policy());
    const warming = counts({ canary: [0, 0], baseline: [14, 1425] }) as Extract<Reading, { kind: 'counts' }>;
    const said = Array.from({ length: 8 }, () =>
      rollout.tick({ ...warming, canary: [] }, { traffic: { canary: 75, total: 1500 } }),
    );
    expect(said.map(({ verdict }) => verdict)).toEqual(Array(8).fill('continue'));
  });
});

describe('the time', () => {
  it('of steps ends early enough for the bake', () => {
    const rollout = new Rollout(policy({ gate: { profile: 'strict' }, past: past({ traffic: 1 }) }));
    expect(rollout.until(traffic(0, 0, { all: 15, pods: 1 })).verdict).toBe('inconclusive');
    expect(rollout.now).toBe(35 * minute);
  });

  it('of a bake does not include skipped time', () => {
    const rollout = new Rollout(policy());
    rollout.enter(3);
    rollout.until(equal, { ticks: 4 });
    rollout.now += 14 * minute;
    rollout.state = skipTo(rollout.state, rollout.now);
    expect(rollout.until(equal).verdict).toBe('pass');
    expect(rollout.now).toBe(29 * minute);
  });

  it('of a bake with some evidence of harm runs to the deadline', () => {
    const rollout = new Rollout({ ...policy(), quiet: 1e-9 });
    rollout.enter(3);
    expect(rollout.until(equal).verdict).toBe('inconclusive');
    expect(rollout.now).toBe(50 * minute);
  });
});

describe('an incident that affects both sides', () => {
  it('does not show that the candidate is good', () => {
    const rollout = new Rollout(policy());
    rollout.until(equal, { ticks: 5 });
    const before = findingsOf(rollout.policy, rollout.state)[0];
    rollout.tick(traffic(0.1, 0.2)(rollout));
    const after = findingsOf(rollout.policy, rollout.state)[0];
    expect(after?.logPass).toBe(before?.logPass);
    expect(after?.logHarm).not.toBe(before?.logHarm);
  });
});

describe('the watch', () => {
  const all = (share: number) => counts({ canary: [1500 * share, 1500], baseline: [0, 0] });
  const watching = () => {
    const rollout = new Rollout(policy());
    rollout.enter(4);
    return rollout;
  };

  it('passes when its time is over', () => {
    expect(watching().until(all(0.012))).toMatchObject({ verdict: 'pass' });
  });

  it('fails if the share is far above that of the last hour', () => {
    expect(watching().until(all(0.3))).toMatchObject({ verdict: 'fail', metrics: ['errors'] });
  });

  it('is the only check of blue-green, and stricter there', () => {
    const strategy = strategySchema.parse({ 'blue-green': {} });
    if (strategy.kind !== 'blue-green') throw new Error('not blue-green');
    const { policy } = policyOf(gate(), strategy, past());
    expect(policy.stages.map(({ kind }) => kind)).toEqual(['watch']);
    expect(new Rollout(policy).until(all(0.05)).verdict).toBe('fail');
    expect(new Rollout(policy).until(all(0.02)).verdict).toBe('pass');
  });
});

describe('the state', () => {
  it('continues in another process after a round trip through JSON', () => {
    const [one, two] = [new Rollout(policy()), new Rollout(policy())];
    for (let i = 0; i < 30; i++) {
      const reading = traffic(0.01 + 0.001 * (i % 3), 0.01);
      one.tick(reading(one));
      two.tick(reading(two));
      two.state = JSON.parse(JSON.stringify(two.state)) as GateState;
    }
    expect(two.state).toEqual(one.state);
    expect(two.verdict).toEqual(one.verdict);
  });

  it('does not count samples from before the change of weight', () => {
    const rollout = new Rollout(policy());
    rollout.until(equal, { ticks: 5 });
    const entered = enterStage(rollout.policy, rollout.state, 1, rollout.now + 60_000);
    const early = { at: rollout.now + 45_000, stage: 1, weight: 25, readings: { errors: equal(rollout) } };
    expect(advance(rollout.policy, entered, early)).toBe(entered);
  });

  it('counts no tick twice, no tick of another stage, and not the first tick of a stage', () => {
    const rollout = new Rollout(policy());
    rollout.until(equal, { ticks: 5 });
    const { policy: how, state, ticks } = rollout;
    for (const tick of ticks) expect(advance(how, state, tick)).toBe(state);
    expect(advance(how, state, { ...(ticks[0] as (typeof ticks)[0]), at: 1e9, stage: 1 })).toBe(state);
    const entered = enterStage(how, state, 1, 1e9);
    const mixed = advance(how, entered, { ...(ticks[0] as (typeof ticks)[0]), at: 1e9 + 15_000, stage: 1 });
    expect(mixed.metrics).toEqual(entered.metrics);
  });

  it('is not changed by advancing, entering or replacing', () => {
    const rollout = new Rollout(policy());
    rollout.until(equal, { ticks: 5 });
    const kept = JSON.stringify(rollout.state);
    const before = rollout.state;
    rollout.tick(equal(rollout));
    replacePod(before, 'canary-1');
    enterStage(rollout.policy, before, 1, rollout.now);
    expect(JSON.stringify(before)).toBe(kept);
  });

  it('fits into the annotations of a Lease with the checksums of records, with as many comparisons as a gate may make', () => {
    const slow = [0.1, 0.3, 1, 3];
    for (const count of [12, 25]) {
      const metrics = Array.from({ length: count }, (_, i) => ({ ...latency, name: `m${i}`, slow }));
      const many = policyOf(gate({ metrics }), canary(), past()).policy;
      expect(() => requireStateFits(many)).not.toThrow();
      const rollout = new Rollout(many);
      const pods = (track: string, total: number, bad: number[]) =>
        Array.from({ length: 80 }, (_, pod) => ({
          pod: `shop-${track}-7f9c4d-${pod}`,
          total: total + pod,
          bad,
        }));
      for (let i = 0; i < 60; i++)
        rollout.tick({
          kind: 'counts',
          canary: pods('canary', 70, [9, 7, 3, 1]),
          baseline: pods('stable', 700, [90, 71, 33, 14]),
        });
      expect(JSON.stringify({ policy: many, state: rollout.state }).length).toBeLessThan(200 * 1024);
    }
  });

  it('is refused before the first write where it could become larger', async () => {
    const metrics = Array.from({ length: 26 }, (_, i) => ({
      ...latency,
      name: `m${i}`,
      slow: [0.1, 0.3, 1, 3],
    }));
    const { policy } = policyOf(gate({ metrics }), canary(), past());
    expect(await sentence(async () => requireStateFits(policy))).toEqual(wording('104', '100'));
  });
});
