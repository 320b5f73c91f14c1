import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/analysis/findings.ts';
import type { Reading } from '../../src/analysis/tick.ts';
import { wording } from '../wording.ts';
import { counts, errors, policy, Rollout, traffic } from './rollouts.ts';

/** Complaints of users of other tools, with their sources; none of them may happen here. */

/** One tick after the other, each with these bad requests of that many; the last one is repeated. */
function fed(canary: [number, number][], baseline: [number, number][], settings = {}) {
  const rollout = new Rollout(policy(settings));
  const at = <T>(list: T[], i: number) => list[Math.min(i, list.length - 1)] as T;
  rollout.tick(counts({ canary: [0, 75], baseline: [0, 1425] }));
  for (let i = 0; i < canary.length; i++) {
    rollout.tick(counts({ canary: at(canary, i), baseline: at(baseline, i), pods: 1 }));
  }
  return rollout;
}

describe('a canary that is obviously worse', () => {
  it('fails though three of ten points are as good (spinnaker/spinnaker#6278)', () => {
    const points = [100, 100, 1, 100, 100, 1, 100, 100, 1, 100].map((bad): [number, number] => [bad, 1000]);
    expect(fed(points, [[1, 1000]]).verdict.verdict).toBe('fail');
  });

  it('does not pass with a few errors among points of zero (spinnaker/kayenta#426)', () => {
    const sparse = [0, 1, 2, 1, 0, 0].map((bad): [number, number] => [bad, 75]);
    expect(fed(sparse, [[0, 1425]]).verdict.verdict).not.toBe('pass');
    expect(fed([...sparse, ...sparse, ...sparse], [[0, 1425]]).verdict.verdict).toBe('fail');
  });

  it('fails when the baseline has no errors at all (spinnaker/kayenta#799)', () => {
    const sparse = Array.from({ length: 30 }, (_, i): [number, number] => [i % 3 === 0 ? 2 : 0, 75]);
    expect(fed(sparse, [[0, 1425]]).verdict.verdict).toBe('fail');
  });

  it('fails when it is now better and now far worse (spinnaker/kayenta#780)', () => {
    const bimodal = Array.from({ length: 30 }, (_, i): [number, number] => [i % 2 === 0 ? 0 : 20, 200]);
    expect(fed(bimodal, [[20, 1425]]).verdict.verdict).toBe('fail');
  });

  it('is not hidden by minutes with little traffic: requests count, not minutes', () => {
    const points = [
      [0, 3],
      [0, 3],
      [60, 600],
      [0, 3],
      [60, 600],
      [0, 3],
      [60, 600],
      [60, 600],
    ] as [number, number][];
    expect(fed(points, [[10, 1425]]).verdict.verdict).toBe('fail');
  });
});

describe('a missing measurement', () => {
  const provider: Reading = { kind: 'provider', detail: 'no answer' };

  it('is never a success, when every measurement was an error (argo-rollouts#4479)', () => {
    expect(new Rollout(policy()).until(provider)).toMatchObject({ verdict: 'no-data', missing: 'provider' });
  });

  it('is never a success, when it was ended early or because another metric failed (argo-rollouts#1329, #2158)', () => {
    const two = policy({ gate: { metrics: [errors, { ...errors, name: 'checkout' }] } });
    const rollout = new Rollout(two);
    for (let i = 0; i < 19; i++)
      rollout.tick({ errors: traffic(0, 0.01)(rollout), checkout: { kind: 'absent', track: 'canary' } });
    expect(rollout.verdict.verdict).toBe('continue');
    const failing = new Rollout(two);
    for (let i = 0; i < 10; i++) failing.tick({ errors: traffic(0.5, 0.01)(failing), checkout: provider });
    expect(failing.verdict).toMatchObject({ verdict: 'fail', metrics: ['errors'] });
    const found = [rollout, failing].map(({ state }) => findingsOf(two, state).map(({ status }) => status));
    expect(found).toEqual([
      ['passed', 'missing'],
      ['harmed', 'missing'],
    ]);
  });

  it('is reported when the query counts the stable pods (argo-rollouts#1700)', () => {
    const rollout = new Rollout(policy());
    const stableAlone = counts({ canary: [0, 0], baseline: [15, 1500] });
    const said = rollout.until(() => stableAlone);
    expect(said.verdict).toBe('no-data');
    const told = new Rollout(policy());
    told.tick(stableAlone);
    expect(told.tick(stableAlone, { traffic: { canary: 0, total: 1500 } })).toMatchObject({
      missing: 'wrong-labels',
    });
  });

  it('is idleness without requests, and not a failed check (flagger#1035)', () => {
    const said = new Rollout(policy()).until({ kind: 'idle' });
    expect(said).toMatchObject({ verdict: 'no-data', missing: 'idle' });
  });

  it('a metric that the tick does not know is absent, not passed over (flagger#1581)', () => {
    const rollout = new Rollout(policy());
    for (let i = 0; i < 25; i++) rollout.tick({});
    expect(rollout.verdict).toMatchObject({ verdict: 'no-data', missing: 'absent' });
  });
});

describe('evidence of harm', () => {
  it('ends the rollout while it waits for something else (flagger#1801)', () => {
    const rollout = new Rollout(policy());
    rollout.until(traffic(0.01, 0.01));
    expect(rollout.verdict.verdict).toBe('pass');
    // The rollout is not approved, but still judged.
    for (let i = 0; i < 40 && rollout.verdict.verdict !== 'fail'; i++)
      rollout.tick(traffic(0.08, 0.01)(rollout));
    expect(rollout.verdict.verdict).toBe('fail');
  });

  it('M9: does not arise from frequent reads: equal versions with one unlucky minute continue', () => {
    const rollout = new Rollout(policy());
    rollout.until(traffic(0.01, 0.01), { ticks: 6 });
    rollout.tick(traffic(0.2, 0.01)(rollout));
    expect(rollout.verdict.verdict).not.toBe('fail');
  });

  it('is quantified (kayenta#521)', () => {
    const rollout = new Rollout(policy());
    expect(rollout.until(traffic(0.06, 0.01)).reason).toEqual(wording('6 %', '1 %'));
  });
});
