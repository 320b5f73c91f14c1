import { describe, expect, it } from 'vitest';
import { leaveRollout } from '../../../src/release/rollout/leave.ts';
import { driven } from '../driven.ts';
import { Model } from '../model.ts';

describe('a rollout that a run leaves before its end', () => {
  const exposed = () => {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(() => model.weight === 25);
    return model;
  };

  it('has its pods in the record when it is judged', async () => {
    const run = driven(exposed());
    await leaveRollout(run, { state: 'judged', pods: 1 });
    expect(run.decisions.record.pods.filter(({ track }) => track === 'canary')).toMatchObject([
      { ready: true },
    ]);
    expect(run.decisions.record).not.toHaveProperty('end');
  });

  it('has its pods in the record when it needs action, too, and the release that is live', async () => {
    const model = exposed();
    const run = driven(model);
    const reason = 'release 1 does not come up either';
    await leaveRollout(run, { state: 'needs-action', reason });
    expect(run.decisions.record.pods).toHaveLength(5);
    expect(run.decisions.record.end).toMatchObject({ state: 'needs-action', weight: 25, serves: 1, reason });
    expect(model.rollout.needsAction).toEqual({ at: model.now, reason });
  });

  it('has the traffic as it is in the record, whatever the rollback wants', async () => {
    const model = exposed();
    model.run(() => model.weight === 80);
    model.rollout = { ...model.rollout, phase: 'rolling-back', weight: 0, rolledBackFrom: 'baking' };
    const run = driven(model);
    await leaveRollout(run, { state: 'needs-action', reason: 'release 1 has no ready pod' });
    expect(run.decisions.record.end).toMatchObject({ weight: 80, serves: 2 });
  });

  it('has all traffic on the release that the workload runs, in its watch', async () => {
    const model = exposed();
    model.run(() => model.rollout.phase === 'watching');
    const run = driven(model);
    await leaveRollout(run, { state: 'needs-action', reason: 'release 2 is not reversible' });
    expect(run.decisions.record.end).toMatchObject({ weight: 100, serves: 2 });
  });
});
