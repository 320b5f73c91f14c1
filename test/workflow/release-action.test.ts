import { describe, expect, it } from 'vitest';
import { digests, environment, record, rolled, usual } from './scenario.ts';
import { type Script, simulateAction } from './simulator.ts';

/** The steps of the composite action release, as those of one job. */

describe('the action release', () => {
  const release = (script: Script = {}, prepared = true) => {
    const outputs = { ...script.outputs };
    if (prepared) outputs.deploy = { state: 'prepared', record: '', ...outputs.deploy };
    const jobs = { action: { ...script, outputs } };
    return simulateAction('$/actions/release', { inputs: { ...environment, images: digests }, jobs }, usual);
  };
  const ids = ({ steps }: { steps: { id: string }[] }) => steps.map(({ id }) => id);
  const rollback = ({ steps }: { steps: { id: string; with: Record<string, string> }[] }) =>
    steps.find(({ id }) => id === 'rollback')?.with['from-release'];

  it('deploys, judges, promotes and verifies', () => {
    const ran = release();
    expect(ids(ran)).toEqual([...['deploy', 'gate', 'promote', 'verify', 'Keep the decision', 'outcome']]);
    expect(ran.result).toBe('success');
    expect(ran.outputs).toEqual({
      release: '7',
      baseline: '6',
      state: 'complete',
      verdict: 'pass',
      weight: '80',
      record,
      outcome: 'success',
      reason: 'none',
    });
  });

  it('lets gate and promote move no other release than its own', () => {
    const { steps } = release({ outputs: { deploy: { release: '9' } } });
    for (const name of ['gate', 'promote'])
      expect(steps.find(({ id }) => id === name)?.with.release).toBe('9');
  });

  it('asks no gate about a rolling release', () => {
    const ran = release({}, false);
    expect(ids(ran)).toEqual(['deploy', 'verify', 'Keep the decision', 'outcome']);
    expect(ran.outputs).toMatchObject({ outcome: 'success', state: 'complete', record: rolled });
  });

  it.each([
    { fails: 'gate' },
    { cancelledAt: 'gate' },
    { fails: 'promote' },
    { cancelledAt: 'promote' },
    { fails: 'verify' },
    { cancelledAt: 'verify' },
  ])('rolls back its release after %o', script => {
    const ran = release(script);
    expect(rollback(ran)).toBe('7');
    expect(ran.result).not.toBe('success');
    expect(ran.outputs.outcome).toBe('rolled-back');
  });

  it.each([{ fails: 'deploy' }, { cancelledAt: 'deploy' }])(
    'rolls back what crashed before it could name its release, after %o',
    script => {
      const ran = release(script, false);
      expect(rollback(ran)).toBe('run');
      expect(ran.outputs.outcome).toBe('rolled-back');
    },
  );

  it.each([
    ['deploy', 'refused', 'failure'],
    ['deploy', 'rolled-back', 'rolled-back'],
    ['gate', 'rolled-back', 'rolled-back'],
    ['gate', 'needs-action', 'needs-action'],
    ['gate', 'paused', 'needs-action'],
    ['promote', 'rolled-back', 'rolled-back'],
    ['promote', 'needs-action', 'needs-action'],
  ])('rolls back nothing when %s says %s, and is red', (id, state, outcome) => {
    const ran = release({ fails: id, outputs: { [id]: { state, reason: 'why' } } });
    expect(ids(ran)).not.toContain('rollback');
    expect(ran.result).toBe('failure');
    expect(ran.outputs.outcome).toBe(outcome);
    expect(ran.outputs.reason).toMatch(new RegExp(`^${id} failed: why`));
  });

  it('leaves a bake that goes on without a run to it, and is green', () => {
    const reason = 'release 7 has 80 % of the traffic and bakes without a run';
    const ran = release({ outputs: { gate: { state: 'paused', waits: 'bake', reason } } });
    expect(ids(ran)).toEqual(['deploy', 'gate', 'Keep the decision', 'outcome']);
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({ state: 'paused', outcome: 'paused', reason });
  });

  it('gives the rollback four minutes: after a cancel there are five', () => {
    const ran = release({ cancelledAt: 'gate' });
    expect(ran.steps.find(({ id }) => id === 'rollback')?.with.within).toBe('4m');
  });

  it('rolls back what gate refused to move', () => {
    expect(rollback(release({ fails: 'gate', outputs: { gate: { state: 'refused' } } }))).toBe('7');
  });

  it('does not say that it rolled back what it left alone, nor what it could not roll back', () => {
    const left = { state: 'not-needed', reason: 'release 8 came after release 7' };
    expect(release({ fails: 'verify', outputs: { rollback: left } }).outputs).toMatchObject({
      outcome: 'failure',
      reason: 'verify failed: release 8 came after release 7',
    });
    expect(release({ cancelledAt: 'verify', fails: 'rollback' }).outputs).toMatchObject({
      outcome: 'failure',
      reason: 'verify was cancelled; and the rollback did not succeed: look at what serves now',
    });
  });
});
