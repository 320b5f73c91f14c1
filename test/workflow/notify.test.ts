import { describe, expect, it } from 'vitest';
import { deploy, environment, results, run } from './scenario.ts';
import { type Run, simulateAction } from './simulator.ts';

/** The steps that tell people how a workflow ended. */

const secrets = { notify: '{"SLACK": "https://hooks.example/x"}' };
/** What the steps `Notify` of a run say. */
const told = (ran: Run) =>
  Object.values(ran.jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses === '$/.github/actions/notify-workflow')
    .map(({ with: { secrets: _, config: __, environment: ___, reason, ...said } }) => ({
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
          'keep-state': 'true',
          ...given,
        },
      }).steps.map(({ uses = '' }) => uses.replace(/@.*/, ''));
    expect(action({ secrets: '' })).toEqual([]);
    expect(action({ secrets: '{}' })).toEqual([
      'actions/checkout',
      'actions/cache/restore',
      '$/actions/notify',
      'actions/cache/save',
    ]);
    expect(action({ secrets: '{}', 'keep-state': 'false' })).toEqual([
      'actions/checkout',
      '$/actions/notify',
    ]);
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
    const refused = { fails: 'plan', outputs: { plan: { reason: 'no right' } } };
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

  it('how a resumed rollout ended', () => {
    expect(told(rollback('resume'))).toMatchObject([{ event: 'release', outcome: 'success', release: '7' }]);
    expect(told(rollback('resume', { resume: { fails: 'verify' } }))).toMatchObject([
      { event: 'release', outcome: 'rolled-back', release: '7', baseline: '6' },
    ]);
  });

  it('nothing about a status', () => {
    expect(told(rollback('status'))).toEqual([]);
  });
});

describe('alert.yml tells', () => {
  const alert = (state: string, fails = false, inputs: object = {}) =>
    told(
      run('alert', {
        inputs: { ...environment, ...inputs },
        secrets,
        jobs: {
          alert: {
            outputs: { alert: { state, release: state === 'complete' ? '6' : '' } },
            ...(fails && { fails: 'alert' }),
          },
        },
      }),
    );

  it('of a rollback, and of one that was not possible', () => {
    expect(alert('complete')).toEqual([{ event: 'rollback', outcome: 'rolled-back', release: '6' }]);
    expect(alert('failed', true)).toEqual([{ event: 'rollback', outcome: 'failure' }]);
    expect(alert('unknown', true)).toEqual([{ event: 'rollback', outcome: 'unknown' }]);
    expect(alert('', true)).toEqual([{ event: 'rollback', outcome: 'failure' }]);
  });

  it('why it rolled back', () => {
    const { jobs } = run('alert', { inputs: environment, secrets });
    const step = jobs.alert?.steps.find(({ uses }) => uses === '$/.github/actions/notify-workflow');
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
  const said = { release: '8' };

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
  it('its state, and restores no cache beside its rights', () => {
    expect(told(run('backup', { inputs: environment, secrets }))).toEqual([
      { event: 'backup', outcome: 'success' },
    ]);
    expect(told(run('dr-drill', { inputs: { ...environment, scenario: 'restore' }, secrets }))).toEqual([
      { event: 'drill', outcome: 'success', name: 'restore' },
    ]);
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
    expect(sweep('nothing')).toEqual([{ event: 'sweep', outcome: 'success' }]);
    expect(sweep('finished')).toEqual([{ event: 'release', outcome: 'success', release: '7' }]);
    expect(sweep('rolled-back')).toEqual([{ event: 'release', outcome: 'rolled-back', release: '7' }]);
    expect(sweep('needs-action', 'sweep')).toMatchObject([{ event: 'release', outcome: 'needs-action' }]);
  });
});
