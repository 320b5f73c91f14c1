import { describe, expect, it } from 'vitest';
import { digests, environment, record, rolled, usual } from './scenario.ts';
import { type Script, simulateAction } from './simulator.ts';

/** The steps of the composite action `release`, run as one job. */

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
    expect(ids(ran)).toEqual([
      ...['connect', 'deploy', 'gate', 'promote', 'verify', 'Keep the decision', 'outcome'],
    ]);
    expect(ran.result).toBe('success');
    expect(ran.outputs).toEqual({
      release: '7',
      baseline: '6',
      verdict: 'pass',
      weight: '100',
      record,
      outcome: 'success',
    });
  });

  it('uses a kubeconfig from a secret, and changes nothing with one that is invalid', () => {
    const inputs = { ...environment, images: digests, kubeconfig: 'clusters: []' };
    const good = simulateAction('$/actions/release', { inputs }, usual);
    expect(good.steps[0]).toMatchObject({ id: 'connect', with: { kubeconfig: 'clusters: []' } });
    const reason = 'the secret `kubeconfig` is not a kubeconfig';
    const bad = release({ fails: 'connect', outputs: { connect: { reason } } }, false);
    expect(ids(bad)).toEqual(['connect', 'outcome']);
    expect(bad.outputs).toMatchObject({ outcome: 'failure', reason: `connect failed: ${reason}` });
    expect(ids(release({ cancelledAt: 'connect' }, false))).toEqual(['connect', 'cancellation', 'outcome']);
  });

  it('asks GitHub whether the run that holds the Lease has ended, as deploy.yml does', () => {
    const github = { token: 'of-the-run' };
    const inputs = { ...environment, images: digests };
    const ran = simulateAction('$/actions/release', { inputs, github }, usual);
    expect(ran.steps.find(({ id }) => id === 'deploy')?.with['actions-token']).toBe('of-the-run');
  });

  it('passes its release to gate and promote', () => {
    const { steps } = release({ outputs: { deploy: { release: '9' } } });
    for (const name of ['gate', 'promote'])
      expect(steps.find(({ id }) => id === name)?.with.release).toBe('9');
  });

  it('does not run the gate for a rolling release', () => {
    const ran = release({}, false);
    expect(ids(ran)).toEqual(['connect', 'deploy', 'verify', 'Keep the decision', 'outcome']);
    expect(ran.outputs).toMatchObject({ outcome: 'success', weight: '100', record: rolled });
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
    expect(ran.outputs).toMatchObject({ outcome: 'rolled-back', weight: '0' });
  });

  it('finishes the rollback for which the time of a cancelled deploy was too short', () => {
    const ran = release(
      { cancelledAt: 'deploy', outputs: { deploy: { state: 'failed', release: '7' } } },
      false,
    );
    expect(rollback(ran)).toBe('7');
    expect(ran.outputs.outcome).toBe('rolled-back');
  });

  it.each([{ fails: 'deploy' }, { cancelledAt: 'deploy' }])(
    'rolls back by the id of the run if it crashed before it set the output with its release, after %o',
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
  ])('is red without a rollback if the state of %s is %s', (id, state, outcome) => {
    const ran = release({ fails: id, outputs: { [id]: { state, weight: '25', reason: 'why' } } });
    expect(ids(ran)).not.toContain('rollback');
    expect(ran.result).toBe('failure');
    expect(ran.outputs.outcome).toBe(outcome);
    const weight = {
      'rolled-back': '0',
      failure: undefined,
      'needs-action': id === 'gate' ? '25' : undefined,
    };
    expect(ran.outputs.weight).toBe(Reflect.get(weight, outcome));
    expect(ran.outputs.reason).toMatch(new RegExp(`^${id} failed: why`));
  });

  it('is green while a rollout bakes without a run', () => {
    const reason = 'release 7 has 80 % of the traffic and bakes without a run';
    const ran = release({ outputs: { gate: { state: 'paused', 'waiting-for': 'bake', reason } } });
    expect(ids(ran)).toEqual(['connect', 'deploy', 'gate', 'Keep the decision', 'outcome']);
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({ weight: '80', outcome: 'paused', reason });
  });

  it('is green while a pull request waits for its merge, and does not verify or roll back', () => {
    const reason = 'pull request #4 is not merged yet';
    const ran = release({ outputs: { deploy: { state: 'paused', release: '7', record: '', reason } } });
    expect(ids(ran)).toEqual(['connect', 'deploy', 'outcome']);
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({ outcome: 'paused', reason });
  });

  it('gives the token for Git to the steps that use it', () => {
    const inputs = { ...environment, images: digests, 'gitops-token': 'may-push' };
    const jobs = { action: { fails: 'verify' } };
    const { steps } = simulateAction('$/actions/release', { inputs, jobs }, usual);
    const given = steps.filter(each => each.with['gitops-token'] === 'may-push');
    expect(given.map(({ id }) => id)).toEqual(['deploy', 'verify', 'rollback']);
  });

  it.each([
    ['4m', { cancelledAt: 'gate' }],
    ['4m', { cancelledAt: 'verify' }],
    ['', { fails: 'gate' }],
    ['', { fails: 'verify' }],
  ])('gives the rollback %j: four of five minutes, but only after a cancel: %o', (timeout, script) => {
    const rolledBack = release(script).steps.find(({ id }) => id === 'rollback');
    expect(rolledBack?.with.timeout).toBe(timeout);
  });

  it('does not roll back what fails its verification through no fault of its own', () => {
    const verify = { verdict: 'fail', cause: 'environment', reason: 'the certificate is valid for 5 days' };
    const ran = release({ fails: 'verify', outputs: { verify } });
    expect(rollback(ran)).toBeUndefined();
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({
      outcome: 'needs-action',
      weight: '100',
      reason: 'verify failed: the certificate is valid for 5 days',
    });
  });

  it('rolls back if gate refuses', () => {
    expect(rollback(release({ fails: 'gate', outputs: { gate: { state: 'refused' } } }))).toBe('7');
  });

  it('does not report a rollback that was not needed or that failed', () => {
    const left = { state: 'not-needed', reason: 'release 8 came after release 7' };
    expect(release({ fails: 'verify', outputs: { rollback: left } }).outputs).toMatchObject({
      outcome: 'failure',
      reason: 'verify failed: release 8 came after release 7',
    });
    expect(release({ cancelledAt: 'verify', fails: 'rollback' }).outputs).toMatchObject({
      outcome: 'failure',
      reason: 'verify was cancelled; and the rollback failed: check which version is live',
    });
  });
});
