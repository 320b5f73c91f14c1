import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../../scripts/workflow-files.ts';
import { run, step } from './scenario.ts';

/** What check.yml says in a pull request. */

const github = { event_name: 'pull_request' };
const said = (jobs: Parameters<typeof run>[1] = {}) => step(run('check', jobs), 'outcome', 'Comment')?.with;

describe('the outcome of check.yml', () => {
  it('is a failure if the last job got no runner, also after a success in an earlier attempt', () => {
    const lost = { outcome: { never: 'failure' } } as const;
    expect(run('check', { jobs: lost }).outputs).toMatchObject({ outcome: 'failure', reason: '' });
    const before = run('check');
    expect(before.outputs.outcome).toBe('success');
    const again = run('check', { jobs: lost, before, github: { run_attempt: '2' } });
    expect(again.outputs).toMatchObject({ outcome: 'failure', reason: '' });
  });

  it('has no reason of an earlier attempt', () => {
    const outputs = { scan: { reason: 'a critical finding' } };
    const before = run('check', { jobs: { scan: { fails: 'scan', outputs } } });
    expect(before.outputs.reason).toBe('scan failed: a critical finding');
    const jobs = { scan: { never: 'failure' }, test: { kept: true }, plan: { kept: true } } as const;
    const again = run('check', { jobs, before, github: { run_attempt: '2' } });
    expect(again.outputs).toMatchObject({ outcome: 'failure', reason: 'scan failed' });
  });
});

// A run accepts a name once, and build.yml stops if it cannot keep its reports.
it('check.yml keeps its scan reports under another name than build.yml, if one run calls both', () => {
  const kept = (name: string) => {
    const ran = run(name);
    const artifact = step(ran, 'scan', 'kept')?.with.name;
    expect(ran.outputs.reports).toBe(artifact);
    return artifact;
  };
  expect(kept('check')).not.toBe(kept('build'));
});

describe('the comment of check.yml', () => {
  it('gets the results of all jobs, also after a failure', () => {
    const outputs = { scan: { reason: 'a critical finding', comparison: '{"added":1}' } };
    const ran = said({ github, jobs: { scan: { fails: 'scan', outputs } } });
    expect(JSON.parse(ran?.needs ?? '')).toMatchObject({
      test: { result: 'success' },
      scan: { result: 'failure', outputs: { reason: 'a critical finding', comparison: '{"added":1}' } },
      plan: { result: 'success' },
    });
  });

  it('is written only in a pull request', () => {
    expect(said({ github: { event_name: 'push' } })).toBeUndefined();
    expect(said({ github: { event_name: 'pull_request_target' } })).toBeUndefined();
  });

  it('security: the job that may write runs nothing of the pull request, and no other job may write', () => {
    const { jobs } = readWorkflow('.github/workflows/check.yml');
    for (const [id, job] of Object.entries(jobs))
      expect(Object.values(job.permissions ?? {}).includes('write'), id).toBe(id === 'outcome');
    const steps = jobs.outcome?.steps ?? [];
    expect(steps.map(({ uses }) => uses)).toEqual(['$/.github/actions/outcome', '$/actions/comment']);
    expect(steps.filter(({ run: script }) => script !== undefined)).toEqual([]);
  });

  it('compares a pull request with its base', () => {
    expect(step(run('check', { github }), 'plan', 'plan')?.with.base).toBe('HEAD^1');
    expect(step(run('check', { github: { event_name: 'push' } }), 'plan', 'plan')?.with.base ?? '').toBe('');
  });
});
