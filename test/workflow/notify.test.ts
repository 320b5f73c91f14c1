import { describe, expect, it } from 'vitest';
import { manifestOf } from '../../scripts/workflow-files.ts';
import { deploy, environment, results, run, step } from './scenario.ts';
import { type Run, simulateAction } from './simulator.ts';

/** The steps that tell people how a workflow ended. */

const secrets = { notify: '{"SLACK": "https://hooks.example/x"}' };
/** With its state in the cluster. */
const kept = { 'state-in-cluster': 'true' };
/** What the steps `Notify` of a run say. */
const told = (ran: Run) =>
  Object.values(ran.jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses === '$/.github/actions/notify-workflow')
    .map(({ with: { credentials: _, config: __, environment: ___, reason, ...said } }) => ({
      ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
    }));

describe('deploy.yml tells', () => {
  it('one message about a release, with its outcome', () => {
    const said = { event: 'release', release: '7', baseline: '6' };
    expect(told(deploy({}, { secrets }))).toEqual([{ ...said, outcome: 'success' }]);
    const gate = { state: 'rolled-back', reason: 'it harms' };
    const back = deploy(
      { rollout: { outputs: { deploy: { state: 'prepared' }, gate }, fails: 'gate' } },
      { secrets },
    );
    expect(told(back)).toEqual([{ ...said, outcome: 'rolled-back' }]);
    expect(told(deploy({ rollout: { fails: 'verify' } }, { secrets }))).toMatchObject([
      { outcome: 'rolled-back' },
    ]);
  });

  it('which release is live after a crash', () => {
    const crashed = (rollback: object) =>
      told(deploy({ rollout: { fails: 'deploy' }, rollback }, { secrets }));
    expect(crashed({})).toEqual([
      { event: 'release', outcome: 'rolled-back', release: 'none', baseline: '6' },
    ]);
    expect(crashed({ outputs: { rollback: { release: '' } } })).toEqual([
      { event: 'release', outcome: 'rolled-back', release: 'none' },
    ]);
  });

  it('the share of a rollout that needs a person', () => {
    const outputs = { deploy: { state: 'prepared' }, gate: { state: 'needs-action', weight: '25' } };
    expect(told(deploy({ rollout: { outputs, fails: 'gate' } }, { secrets }))).toMatchObject([
      { event: 'release', outcome: 'needs-action', weight: '25' },
    ]);
  });

  it('that nothing was released if the rollout has not started', () => {
    expect(told(deploy({ plan: { fails: 'plan' } }, { secrets }))).toEqual([
      { event: 'plan', outcome: 'failure' },
    ]);
    expect(told(deploy({ rollout: { never: 'failure' } }, { secrets }))).toMatchObject([{ event: 'plan' }]);
  });
});

describe('a message', () => {
  it('that fails changes no result', () => {
    const ran = deploy({ outcome: { fails: 'Notify' } }, { secrets });
    expect(ran.result).toBe('success');
    expect(ran.outputs.outcome).toBe('success');
  });

  it('is not sent without the secret', () => {
    const action = (given: Record<string, string>) =>
      simulateAction('$/.github/actions/notify-workflow', {
        inputs: {
          environment: 'production',
          event: 'backup',
          outcome: 'success',
          'state-in-cluster': 'true',
          ...given,
        },
      }).steps.map(({ uses = '' }) => uses.replace(/@.*/, ''));
    expect(action({ credentials: '' })).toEqual([]);
    expect(action({ credentials: '{}' })).toEqual(['actions/checkout', '$/actions/notify']);
    expect(action({ credentials: '{}', 'state-in-cluster': 'false' })).toEqual([
      'actions/checkout',
      '$/actions/notify',
    ]);
  });

  it('with a state reads it from the cluster, and leaves the login of the cloud in the workspace', () => {
    const inputs = { environment: 'production', event: 'backup', outcome: 'success', credentials: '{}' };
    const steps = (given: object) =>
      simulateAction('$/.github/actions/notify-workflow', { inputs: { ...inputs, ...given } }).steps;
    const [checkout, notify] = steps({ 'state-in-cluster': 'true', 'kube-context': 'shop' });
    expect(checkout?.with.clean).toBe('false');
    expect(notify?.with).toMatchObject({ 'state-in-cluster': 'true', 'kube-context': 'shop' });
    expect(steps({})[0]?.with.clean).toBe('true');
  });

  it('restores no cache: the tests of the application can write one', () => {
    const uses = manifestOf('$/.github/actions/notify-workflow')?.runs.steps?.map(each => each.uses ?? '');
    expect(uses?.filter(each => each.startsWith('actions/cache'))).toEqual([]);
  });
});

describe('pipeline.yml tells', () => {
  const pipeline = (jobs: object = {}) =>
    run('pipeline', { inputs: environment, secrets, jobs: jobs as never });

  it('one message: of deploy, or of the build', () => {
    expect(told(pipeline())).toMatchObject([{ event: 'release', outcome: 'success' }]);
    const failed = pipeline({ 'build/test': { fails: 'test' } });
    expect(results(failed)['build/outcome']).toBe('failure');
    expect(told(failed)).toEqual([{ event: 'build', outcome: 'failure' }]);
    const refused = { fails: 'plan', outputs: { plan: { reason: 'no permission' } } };
    expect(told(pipeline({ 'build/push': refused }))).toEqual([{ event: 'plan', outcome: 'failure' }]);
    expect(told(pipeline({ 'build/scan': { never: 'failure' } }))).toEqual([
      { event: 'build', outcome: 'failure' },
    ]);
  });
});

describe('rollback.yml tells', () => {
  const rollback = (operation: string, jobs: object = {}) =>
    run('rollback', { inputs: { ...environment, operation }, secrets, jobs: jobs as never });

  it('which release is live', () => {
    expect(told(rollback('rollback'))).toEqual([{ event: 'rollback', outcome: 'success', release: '6' }]);
  });

  it('of no rollback if nothing was rolled back, and why', () => {
    const outputs = { rollback: { release: '8', changed: 'false', reason: 'nothing was rolled back' } };
    const ran = rollback('rollback', { rollback: { outputs } });
    expect(told(ran)).toEqual([{ event: 'release', outcome: 'success', release: '8' }]);
    expect(ran.jobs.rollback?.steps.at(-1)?.with.reason).toBe('nothing was rolled back');
  });

  it('how a resumed rollout ended', () => {
    expect(told(rollback('resume'))).toMatchObject([{ event: 'release', outcome: 'success', release: '7' }]);
    expect(told(rollback('resume', { resume: { fails: 'verify' } }))).toMatchObject([
      { event: 'release', outcome: 'rolled-back', release: '7', baseline: '6' },
    ]);
  });
});

describe('alerts.yml tells', () => {
  const alert = (
    state: string,
    fails = false,
    inputs: object = {},
    release = state === 'complete' ? '6' : '',
  ) =>
    told(
      run('alerts', {
        inputs: { ...environment, ...inputs },
        secrets,
        jobs: {
          alerts: {
            outputs: { alerts: { state, release } },
            ...(fails && { fails: 'alerts' }),
          },
        },
      }),
    );

  it('of a rollback, and of one that was not possible', () => {
    expect(alert('complete')).toEqual([{ ...kept, event: 'rollback', outcome: 'rolled-back', release: '6' }]);
    expect(alert('failed', true)).toEqual([{ ...kept, event: 'rollback', outcome: 'failure' }]);
    expect(alert('', true)).toEqual([{ ...kept, event: 'rollback', outcome: 'failure' }]);
  });

  it('once of a rollback that is refused, or an alert that cannot be confirmed, however often it is delivered', () => {
    expect(alert('refused', true, {}, '7')).toEqual([
      { ...kept, event: 'alert', outcome: 'degraded', release: '7' },
    ]);
    expect(alert('refused', true)).toEqual([{ ...kept, event: 'alert', outcome: 'failure' }]);
    expect(alert('unknown', true)).toEqual([{ ...kept, event: 'alert', outcome: 'unknown' }]);
  });

  it('that it could not begin', () => {
    const jobs = { alerts: { fails: 'use-kubeconfig' } };
    const notices = told(run('alerts', { inputs: environment, secrets, jobs }));
    expect(notices).toEqual([{ ...kept, event: 'alert', outcome: 'failure' }]);
  });

  it('why it rolled back', () => {
    const { jobs } = run('alerts', { inputs: environment, secrets });
    const step = jobs.alerts?.steps.find(({ uses }) => uses === '$/.github/actions/notify-workflow');
    expect(step?.with.reason).toBe('it is firing');
  });

  it('nothing of an alert that is ignored, a dry run, or a test', () => {
    for (const state of ['ignored', 'not-needed', 'would-roll-back']) expect(alert(state)).toEqual([]);
    expect(alert('unknown', true, { 'dry-run': true })).toEqual([]);
    expect(alert('unknown', true, { operation: 'test' })).toEqual([]);
  });
});

describe('monitor.yml tells', () => {
  const monitor = (outputs: Record<string, string>, fails = true) =>
    told(
      run('monitor', {
        inputs: environment,
        secrets,
        jobs: {
          monitor: { outputs: { monitor: { release: '8', ...outputs } }, ...(fails && { fails: 'monitor' }) },
        },
      }),
    );
  const said = { release: '8', ...kept };

  it('that the release was rolled back, or that this failed', () => {
    const degraded = { verdict: 'degraded', reason: 'errors' };
    expect(monitor({ ...degraded, rollback: 'complete' })).toEqual([
      { ...said, event: 'release', outcome: 'rolled-back' },
    ]);
    expect(monitor({ ...degraded, rollback: 'failed' })).toEqual([
      { ...said, event: 'rollback', outcome: 'failure' },
    ]);
    expect(monitor({ ...degraded, rollback: 'refused' })).toEqual([
      { ...said, event: 'monitor', outcome: 'degraded' },
    ]);
  });

  it('how the release is doing', () => {
    const outcome = (verdict: string, fails?: boolean) =>
      monitor({ verdict, rollback: 'not-needed' }, fails).map(each => [each.event, each.outcome]);
    expect(outcome('healthy', false)).toEqual([['monitor', 'success']]);
    expect(outcome('unknown')).toEqual([['monitor', 'unknown']]);
    expect(outcome('')).toEqual([['monitor', 'failure']]);
  });

  it('nothing if another release is live', () => {
    expect(monitor({ verdict: 'superseded', rollback: 'not-needed' }, false)).toEqual([]);
  });
});

describe('a scheduled workflow tells', () => {
  it('its state, and restores no cache beside its permissions', () => {
    expect(told(run('backup', { inputs: environment, secrets }))).toEqual([
      { event: 'backup', outcome: 'success', ...kept },
    ]);
  });

  it('the same state only once, by the cluster of its environment', () => {
    for (const name of ['sweep', 'monitor', 'backup']) {
      const inputs = { ...environment, 'kube-context': 'shop' };
      const ran = run(name, { inputs, secrets, jobs: { [name]: { fails: name } } });
      expect(told(ran), name).toEqual([
        { event: name, outcome: 'failure', 'state-in-cluster': 'true', 'kube-context': 'shop' },
      ]);
    }
  });

  it('how a drill ended, once', () => {
    const drill = (jobs: object = {}) =>
      told(run('drill', { inputs: { ...environment, scenario: 'pod' }, secrets, jobs: jobs as never }));
    const said = { event: 'drill', name: 'pod' };
    expect(drill()).toEqual([{ ...said, outcome: 'success', ...kept }]);
    expect(drill({ drill: { fails: 'drill' } })).toEqual([{ ...said, outcome: 'failure', ...kept }]);
    expect(drill({ drill: { cancelledAt: 'drill' } })).toEqual([{ ...said, outcome: 'cancelled', ...kept }]);
    expect(drill({ drill: { never: 'failure' } })).toEqual([{ ...said, outcome: 'failure' }]);
    const outputs = { drill: { verdict: 'running' } };
    expect(drill({ drill: { outputs } })).toEqual([{ ...said, outcome: 'success' }]);
    expect(drill({ drill: { outputs }, 'next-1': { fails: 'drill' } })).toEqual([
      { ...said, outcome: 'failure' },
    ]);
  });

  it('nothing but what the drill decided, if it fails to send', () => {
    const jobs = { drill: { fails: 'notify' } };
    const ran = run('drill', { inputs: { ...environment, scenario: 'pod' }, secrets, jobs });
    expect(ran.result).toBe('success');
  });

  it('the release that a sweep has ended', () => {
    const sweep = (state: string, fails?: string) =>
      told(
        run('sweep', {
          inputs: environment,
          secrets,
          jobs: { sweep: { outputs: { sweep: { state, release: '7' } }, ...(fails && { fails }) } },
        }),
      );
    const said = { event: 'release', release: '7', ...kept };
    const waits = (outputs: object, fails?: string) =>
      run('sweep', {
        inputs: environment,
        secrets,
        jobs: {
          sweep: {
            outputs: {
              sweep: { state: 'paused', release: '7', weight: '25', reason: 'it waits', ...outputs },
            },
            ...(fails && { fails }),
          },
        },
      });
    const asked = waits({ 'waiting-for': 'approval', planned: 'true' });
    expect(told(asked)).toEqual([{ ...said, outcome: 'paused', weight: '25' }]);
    expect(step(asked, 'sweep', 'Notify')?.with.reason).toBe('it waits');
    expect(asked.outputs).toMatchObject({
      state: 'paused',
      'waiting-for': 'approval',
      planned: 'true',
      outcome: 'success',
      reason: '',
    });
    expect(told(waits({ 'waiting-for': 'resume', planned: 'false' }))).toEqual([
      { ...said, outcome: 'needs-action', weight: '25' },
    ]);
    // Such as a drill that could not be repaired.
    expect(told(waits({ 'waiting-for': 'approval', planned: 'true' }, 'sweep'))).toEqual([
      { event: 'sweep', outcome: 'failure', weight: '25', ...kept },
    ]);
    expect(told(waits({ weight: '', 'waiting-for': '' }))).toEqual([
      { event: 'sweep', outcome: 'success', ...kept },
    ]);
    expect(sweep('idle')).toEqual([{ event: 'sweep', outcome: 'success', ...kept }]);
    expect(sweep('complete')).toEqual([{ ...said, outcome: 'success' }]);
    expect(sweep('rolled-back')).toEqual([{ ...said, outcome: 'rolled-back' }]);
    expect(sweep('needs-action', 'sweep')).toMatchObject([{ event: 'release', outcome: 'needs-action' }]);
  });
});
