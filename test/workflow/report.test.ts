import { describe, expect, it } from 'vitest';
import { type Job, readWorkflow, workflows } from '../../scripts/workflow-files.ts';
import { loadActions } from '../../src/actions/all.ts';
import { environment, run, stands, usual } from './scenario.ts';
import { type Run, type Script, simulateAction } from './simulator.ts';

/** report.yml, and the records that the jobs of other workflows leave for it. */

describe('report.yml', () => {
  const report = (script: Script = {}) =>
    run('report', { inputs: environment, github: { token: 't0ken' }, jobs: { report: script } });
  const found = {
    app: 'shop',
    met: '90',
    'not-met': '2',
    unknown: '20',
    'report-folder': '/tmp/slipway-requirements',
    reason: '',
  };
  const taken = (ran: Run, id: string) => ran.jobs.report?.steps.find(each => each.id === id)?.with;

  it('reads the records of earlier runs without an input for it, and keeps the report', () => {
    const ran = report({ outputs: { report: found } });
    expect(taken(ran, 'report')).toMatchObject({ environment: 'production', 'actions-token': 't0ken' });
    expect(readWorkflow('.github/workflows/report.yml').jobs.report?.permissions).toMatchObject({
      actions: 'read',
      contents: 'read',
    });
    expect(taken(ran, 'Keep the report')).toMatchObject({ name: 'requirements-shop-production-1' });
    expect(ran.outputs).toEqual({
      ...{ met: '90', 'not-met': '2', unknown: '20', outcome: 'success', reason: '' },
    });
  });

  it('stays green if the report cannot be kept', () => {
    expect(report({ fails: 'Keep the report', outputs: { report: found } }).result).toBe('success');
  });

  it.each<[Script, string]>([
    [{ fails: 'report', outputs: { report: { reason: 'no such environment' } } }, 'failure'],
    [{ cancelledAt: 'report' }, 'cancelled'],
  ])('is red after %j, and keeps nothing', (script, outcome) => {
    const ran = report(script);
    expect(ran.result).not.toBe('success');
    expect(ran.outputs).toMatchObject({ met: '', outcome });
    expect(taken(ran, 'Keep the report')).toBeUndefined();
    if (outcome === 'failure') expect(ran.outputs.reason).toContain('no such environment');
  });
});

describe('the records of the steps', () => {
  const kept = (ran: Run) =>
    Object.entries(ran.jobs).flatMap(([job, { steps }]) =>
      steps.filter(({ id }) => id === 'Keep the records').map(step => [job, step.with.name]),
    );

  it('of a push are kept by each job, under names that differ', () => {
    expect(kept(run('pipeline', { inputs: environment, files: ['slipway.yml'] }))).toEqual([
      ['build/test', 'slipway-records-test-production-hash-1'],
      ['build/build', 'slipway-records-build-production-hash-1'],
      ['build/scan', 'slipway-records-scan-production-hash-1'],
      ['build/push', 'slipway-records-plan-production-hash-1'],
      ['deploy/rollout', 'slipway-records-rollout-production-hash-1'],
    ]);
  });

  it.each(['test', 'build', 'scan', 'plan'])('are kept after a failing %s', id => {
    const job = id === 'plan' ? 'build/push' : `build/${id}`;
    const ran = run('pipeline', { inputs: environment, jobs: { [job]: { fails: id } } });
    expect(kept(ran).map(([each]) => each)).toContain(job);
    expect(ran.result).toBe('failure');
  });

  it('that cannot be kept fail no job, and roll nothing back', () => {
    const script = { fails: 'Keep the records' };
    const all = ['build/test', 'build/build', 'build/scan', 'build/push', 'deploy/rollout'];
    const ran = run('pipeline', {
      inputs: environment,
      jobs: Object.fromEntries(all.map(job => [job, script])),
    });
    expect(ran.outputs).toMatchObject({ outcome: 'success', release: '7' });
    expect(ran.jobs['deploy/rollback']?.result).toBe('skipped');
  });

  it.each<[string, Record<string, string>, string]>([
    ['rollback', { operation: 'resume' }, 'resume'],
    ['status', {}, 'status'],
    ['sweep', {}, 'sweep'],
    ['alerts', { operation: 'test', severity: 'critical' }, 'alerts'],
  ])('of %s with %j are kept', (name, inputs, job) => {
    const outputs: Record<string, Script['outputs']> = {
      rollback: { status: stands },
      sweep: { sweep: { state: 'complete', release: '7' } },
    };
    const jobs = { [job]: { outputs: outputs[name] ?? {} } };
    const ran = run(name, { inputs: { ...environment, ...inputs }, jobs });
    expect(kept(ran).map(([each]) => each)).toEqual([job]);
  });

  // The report reads only the newest artifacts of a name, and a run accepts a name once.
  it('of alerts have a name for each operation and severity', () => {
    const names = [
      { operation: 'rollback' },
      { operation: 'security-events' },
      { operation: 'test' },
      { operation: 'test', severity: 'critical' },
    ].flatMap(inputs => kept(run('alerts', { inputs: { ...environment, ...inputs } })));
    expect(new Set(names.map(([, name]) => name)).size).toBe(4);
  });

  it('of the one-step action are kept before it concludes', () => {
    const ran = simulateAction('$/', { inputs: environment, jobs: { action: { fails: 'scan' } } }, usual);
    const ids = ran.steps.map(({ id }) => id);
    expect(ids.slice(ids.indexOf('scan'))).toEqual(['scan', 'Keep the records', 'outcome']);
  });

  /** Jobs that leave none: of pull requests, whose records do not count, and those of one platform or of a withdrawn proof. */
  const without = [
    'check.yml test',
    'check.yml scan',
    'check.yml plan',
    'build.yml arm64',
    'monitor.yml monitor',
  ];
  const withdrawing = ['deploy.yml rollback', 'rollback.yml rollback', 'rollback.yml rollback-resumed'];

  it('are kept by every job with a step that leaves one, and after it', async () => {
    const recorded = (await loadActions()).flatMap(({ name, recorded }) => (recorded ? [name] : []));
    const leaves = /^\$\/(?:actions\/([\w-]+)|\.github\/actions\/(scan)-cached)$/;
    const jobs = workflows.flatMap(path =>
      Object.entries(readWorkflow(path).jobs).map(
        ([name, job]) => [`${path.replace(/.*\//, '')} ${name}`, job] as const,
      ),
    );
    const stepsOf = ({ steps = [] }: Job) => ({
      last: steps.findLastIndex(({ uses = '' }) => {
        const [, action, scan] = leaves.exec(uses) ?? [];
        return recorded.includes(action ?? scan ?? '');
      }),
      keeps: steps.findIndex(({ name }) => name === 'Keep the records'),
    });
    const lacking = jobs.filter(([, job]) => stepsOf(job).last > stepsOf(job).keeps);
    expect(lacking.map(([name]) => name).sort()).toEqual([...without, ...withdrawing].sort());
  });
});
