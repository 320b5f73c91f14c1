import { describe, expect, it } from 'vitest';
import { manifestOf } from '../../scripts/workflow-files.ts';
import { digests, environment, usual } from './scenario.ts';
import { type Script, simulateAction } from './simulator.ts';

/** The steps of the action at the root of the repository, run as one job. */

describe('the action slipway', () => {
  const action = (script: Script = {}, inputs: Record<string, string> = environment) =>
    simulateAction('$/', { inputs, jobs: { action: script } }, usual);
  const ids = ({ steps }: { steps: { id: string }[] }) => steps.map(({ id }) => id);
  const taken = (ran: ReturnType<typeof action>, id: string) => ran.steps.find(each => each.id === id)?.with;

  it('tests, builds, scans, pushes and releases', () => {
    const ran = action();
    expect(ids(ran)).toEqual([
      ...['Check out', 'test', 'Check out again', 'login', 'build', 'scan', 'Keep the scan reports', 'push'],
      ...['connect', 'plan', 'release', 'Keep the records', 'outcome'],
    ]);
    expect(taken(ran, 'release')?.images).toBe(digests);
    expect(ran.outputs).toMatchObject({ images: digests, release: '7', outcome: 'success' });
    expect(ran.outputs.reason ?? '').toBe('');
  });

  it('shows the release as a deployment, but not beside that of the job', () => {
    const token = (inputs: Record<string, string>) => {
      const jobs = { action: { outputs: { plan: { images: digests, monitored: 'true' } } } };
      const github = { token: 'of-the-run' };
      const ran = simulateAction('$/', { inputs: { ...environment, ...inputs }, github, jobs }, usual);
      return ['release', 'monitor'].map(id => taken(ran, id)?.['deployments-token']);
    };
    expect(token({})).toEqual(['of-the-run', 'of-the-run']);
    expect(token({ deployments: 'false' })).toEqual(['', '']);
  });

  it('CH 1: asks GitHub in the plan whether the run of an earlier rollout has ended, as deploy does', () => {
    const ran = simulateAction('$/', { inputs: environment, github: { token: 'of-the-run' } }, usual);
    expect(taken(ran, 'plan')?.['actions-token']).toBe('of-the-run');
  });

  it('only pushes without an environment', () => {
    const ran = action({}, {});
    expect(ids(ran)).not.toContain('release');
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({ images: digests, outcome: 'success' });
  });

  it('checks out also for True, because GitHub ignores case', () => {
    expect(ids(action({}, { ...environment, checkout: 'True' })).slice(0, 2)).toEqual(['Check out', 'test']);
  });

  it('leaves the checkout to an earlier step if asked', () => {
    const ran = action({}, { ...environment, checkout: 'false' });
    expect(ids(ran).slice(0, 2)).toEqual(['test', 'login']);
  });

  it.each([
    ['$/', ['sign', 'release']],
    ['$/actions/release', ['verify']],
  ])('gives the signing key only to the steps that sign: %s', (uses, expected) => {
    const steps = manifestOf(uses)?.runs.steps ?? [];
    const keyed = steps.filter(step => JSON.stringify(step).includes('inputs.signing-key'));
    expect(keyed.map(({ id }) => id)).toEqual(expected);
  });

  it('is cancelled, and not failed, where a step was cancelled', () => {
    expect(action({ cancelledAt: 'build' }).outputs.outcome).toBe('cancelled');
  });

  it.each(['test', 'login', 'build', 'scan', 'push', 'connect', 'plan'])(
    'changes nothing in the cluster after a failing %s',
    id => {
      const ran = action({ fails: id, outputs: { [id]: { reason: 'because' } } });
      expect(ids(ran)).not.toContain('release');
      expect(ran.result).toBe('failure');
      expect(ran.outputs).toMatchObject({ outcome: 'failure', reason: `${id} failed: because` });
    },
  );

  it('signs where slipway.yml asks for it, with the digest of the reports of this job', () => {
    const outputs = {
      push: { images: digests, 'sign-images': 'true' },
      scan: { reports: 'folder', 'reports-digest': 'sha256:aa' },
    };
    expect(taken(action({ outputs }), 'sign')).toMatchObject({
      reports: 'folder',
      'reports-digest': 'sha256:aa',
    });
  });

  it.each([
    ['rolled-back', 'gate failed: because; the baseline is live again', ''],
    ['needs-action', 'gate failed: because; a person must resume it or roll it back', ''],
    ['needs-action', 'verify failed: because', ''],
    ['failure', 'because', 'release failed: '],
  ])('is red if the release ends as %s, and says no more than the release: %s', (outcome, reason, before) => {
    const ran = action({ fails: 'release', outputs: { release: { outcome, reason } } });
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ outcome, reason: `${before}${reason}` });
  });

  it('is green while the release is paused, and says why', () => {
    const ran = action({ outputs: { release: { outcome: 'paused', reason: 'it bakes' } } });
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({ outcome: 'paused', reason: 'it bakes' });
  });

  it('tells of the baseline: a number, none for a first release, and nothing without a release', () => {
    const told = (script: Script) => taken(action(script, { ...environment, notify: '{}' }), 'Notify');
    expect(told({})).toMatchObject({ release: '7', baseline: '6' });
    const first = { release: '1', baseline: '', outcome: 'success', reason: 'none' };
    expect(told({ outputs: { release: first } })).toMatchObject({ release: '1', baseline: 'none' });
    expect(told({ fails: 'release' })?.baseline).toBe('');
  });

  it('monitors where slipway.yml asks for it, and says that it was rolled back', () => {
    const outputs = {
      plan: { images: digests, monitored: 'true' },
      monitor: { rollback: 'complete', reason: 'errors rose' },
    };
    expect(ids(action({ outputs: { plan: outputs.plan } }))).toContain('monitor');
    const ran = action({ fails: 'monitor', outputs });
    expect(ran.outputs).toMatchObject({ outcome: 'rolled-back' });
    expect(ran.outputs.reason).toContain('errors rose');
  });

  it.each([
    [{ verdict: 'degraded', rollback: 'refused' }, 'failure', 'monitor', 'degraded'],
    [{ verdict: 'unknown', rollback: 'not-needed' }, 'failure', 'monitor', 'unknown'],
    [{ verdict: 'degraded', rollback: 'complete' }, 'rolled-back', 'release', 'rolled-back'],
    [{ verdict: 'degraded', rollback: 'failed' }, 'failure', 'rollback', 'failure'],
  ])('tells what monitor found as monitor.yml does: %j', (monitor, outcome, event, told) => {
    const ran = action(
      { fails: 'monitor', outputs: { plan: { images: digests, monitored: 'true' }, monitor } },
      { ...environment, notify: '{}' },
    );
    expect(ran.outputs.outcome).toBe(outcome);
    expect(taken(ran, 'Notify')).toMatchObject({ event, outcome: told });
  });

  it('tells nothing of a release that another one has replaced', () => {
    const monitor = { verdict: 'superseded', rollback: 'not-needed', reason: 'release 6 is live now' };
    const ran = action(
      { outputs: { plan: { images: digests, monitored: 'true' }, monitor } },
      { ...environment, notify: '{}' },
    );
    expect(ran.outputs.outcome).toBe('success');
    expect(ids(ran)).not.toContain('Notify');
    const byAnother = { ...monitor, rollback: 'by-another-run' };
    const outputs = { plan: { images: digests, monitored: 'true' }, monitor: byAnother };
    const rolledBack = action({ fails: 'monitor', outputs }, { ...environment, notify: '{}' });
    expect(rolledBack.outputs.outcome).toBe('rolled-back');
    expect(ids(rolledBack)).not.toContain('Notify');
  });

  it('sends a message about what it did last', () => {
    const inputs = { ...environment, notify: '{}' };
    expect(taken(action({}, inputs), 'Notify')).toMatchObject({ event: 'release', outcome: 'success' });
    expect(taken(action({ fails: 'plan' }, inputs), 'Notify')).toMatchObject({ event: 'plan' });
    expect(taken(action({ fails: 'scan' }, inputs), 'Notify')).toMatchObject({ event: 'build' });
  });
});
