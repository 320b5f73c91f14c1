import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../../scripts/workflow-files.ts';
import { type Run, type Script, type Simulation, simulate } from './simulator.ts';

/** The job graph of every workflow: what runs, what does not, and what comes out, when something fails or is cancelled. */

const digests = '{"shop":"sha256:aa"}';

/** What the actions say when all is well. */
function usual(uses: string): Record<string, string> {
  const outputs: Record<string, Record<string, string>> = {
    '$/actions/build': { images: digests, tags: '["main","sha-1a2b3c4"]', version: 'main', reason: '' },
    '$/actions/test': { verdict: 'pass', reason: '' },
    '$/actions/scan': { verdict: 'pass', reports: 'scan-reports', reason: '' },
    '$/actions/push': { images: digests, reason: '' },
    '$/': { verdict: 'pass', reason: '' },
    '$/actions/deploy': { release: '7', baseline: '6', state: 'complete', reason: '' },
    '$/actions/verify': { verdict: 'pass', release: '7' },
    '$/actions/rollback': { release: '6', state: 'complete', reason: '' },
  };
  return outputs[uses] ?? {};
}

const environment = { environment: 'production' };
const run = (name: string, simulation: Simulation = {}): Run =>
  simulate(`.github/workflows/${name}.yml`, simulation, usual);
const deploy = (jobs: Record<string, Script> = {}, more: Simulation = {}) =>
  run('deploy', { inputs: { ...environment, images: digests }, jobs, ...more });

const results = (ran: Run) =>
  Object.fromEntries(Object.entries(ran.jobs).map(([path, job]) => [path, job.result]));
const step = (ran: Run, job: string, id: string) => ran.jobs[job]?.steps.find(each => each.id === id);

describe('build.yml', () => {
  const jobs = ['test', 'build', 'scan', 'push'];

  it('hands out digests, tags and version when every job succeeds', () => {
    const ran = run('build');
    expect(results(ran)).toEqual({
      test: 'success',
      build: 'success',
      scan: 'success',
      push: 'success',
      outcome: 'success',
    });
    expect(ran.outputs).toEqual({
      images: digests,
      tags: '["main","sha-1a2b3c4"]',
      version: 'main',
      outcome: 'success',
      reason: 'none',
    });
    expect(step(ran, 'scan', 'scan')?.with.images).toBe(digests);
    expect(step(ran, 'push', 'push')?.with).toMatchObject({
      images: digests,
      tags: '["main","sha-1a2b3c4"]',
    });
  });

  it.each(jobs)('stops after %s when it fails, hands out nothing, and is red', job => {
    const ran = run('build', {
      jobs: { [job]: { fails: job, outputs: { [job]: { reason: 'it is broken' } } } },
    });
    const after = jobs.slice(jobs.indexOf(job) + 1);
    for (const each of after) expect(ran.jobs[each]?.result, each).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toEqual({
      images: '{}',
      tags: '[]',
      version: 'none',
      outcome: 'failure',
      reason: `${job} failed: it is broken`,
    });
  });

  it.each(jobs)('stops when it is cancelled in %s', job => {
    const ran = run('build', { jobs: { [job]: { cancelledAt: job } } });
    for (const each of jobs.slice(jobs.indexOf(job) + 1))
      expect(ran.jobs[each]?.result, each).toBe('skipped');
    expect(ran.result).not.toBe('success');
    expect(ran.outputs).toMatchObject({ images: '{}', outcome: 'cancelled', reason: `${job} was cancelled` });
  });

  it('pushes nothing when the scan finds too much, and keeps the reports', () => {
    const ran = run('build', {
      jobs: { scan: { fails: 'scan', outputs: { scan: { verdict: 'fail', reports: 'scan-reports' } } } },
    });
    expect(ran.jobs.push?.result).toBe('skipped');
    expect(step(ran, 'scan', 'Keep the reports')?.with.path).toBe('scan-reports');
  });

  it('gives the scan no right to push', () => {
    const { scan } = readWorkflow('.github/workflows/build.yml').jobs;
    expect(scan?.permissions).toEqual({ contents: 'read', packages: 'read' });
  });

  it('gives the scan the account that reads, and never the password that pushes', () => {
    const { scan } = readWorkflow('.github/workflows/build.yml').jobs;
    expect(JSON.stringify(scan)).not.toContain('secrets.registry-password');
    const given = (inputs: Record<string, string>, secrets: Record<string, string>, job: string) =>
      step(run('build', { inputs, secrets }), job, 'Log in to the registry')?.with;
    const push = { 'registry-username': 'pusher' };
    const pushing = { 'registry-password': 'may push' };
    expect(given(push, pushing, 'push')).toMatchObject({ username: 'pusher', password: 'may push' });
    expect(given(push, pushing, 'scan')).toMatchObject({ username: '', password: '', optional: 'true' });
    const reading = { ...pushing, 'registry-read-password': 'may read' };
    expect(given({ ...push, 'registry-read-username': 'reader' }, reading, 'scan')).toMatchObject({
      username: 'reader',
      password: 'may read',
      optional: 'false',
    });
  });

  it("hands on nothing of an earlier attempt when a re-run fails: GitHub keeps a job's old outputs", () => {
    const before = run('build');
    const ran = run('build', {
      before,
      github: { run_attempt: '2' },
      jobs: { push: { never: 'failure' } },
    });
    expect(ran.outputs).toMatchObject({ images: '{}', tags: '[]', version: 'none', outcome: 'failure' });
  });

  it("runs the caller's own setup where there is one", () => {
    const ran = run('build', { files: ['.github/slipway/setup/action.yaml'] });
    const set = (job: string) => step(ran, job, "Set up by the caller's own action") !== undefined;
    expect(['test', 'build', 'scan', 'push'].filter(set)).toEqual(['test', 'build']);
    expect(step(run('build'), 'test', "Set up by the caller's own action")).toBeUndefined();
  });
});

describe('check.yml', () => {
  it('needs no secret, no cluster and no push', () => {
    const ran = run('check');
    expect(results(ran)).toEqual({ test: 'success', scan: 'success', plan: 'success', outcome: 'success' });
    expect(step(ran, 'scan', 'build')?.with).toMatchObject({ push: 'false', output: '/tmp/layouts' });
    expect(step(ran, 'scan', 'scan')?.with).toMatchObject({ layouts: '/tmp/layouts' });
    expect(step(ran, 'plan', 'plan')?.with).not.toHaveProperty('environment');
    expect(step(ran, 'scan', 'Log in to the registry')?.with).toMatchObject({ registry: '', password: '' });
  });

  it.each([
    ['test', 'test'],
    ['scan', 'build'],
    ['scan', 'scan'],
    ['plan', 'plan'],
  ])('runs the rest when %s fails at %s, and is red', (job, id) => {
    const ran = run('check', { jobs: { [job]: { fails: id } } });
    expect({ ...results(ran), outcome: '' }).toEqual({
      test: 'success',
      scan: 'success',
      plan: 'success',
      [job]: 'failure',
      outcome: '',
    });
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ outcome: 'failure', reason: `${job} failed` });
  });

  it('says that it was cancelled', () => {
    const ran = run('check', { jobs: { test: { cancelledAt: 'test' } } });
    expect(ran.outputs.outcome).toBe('cancelled');
    expect(ran.jobs.plan?.result).toBe('skipped');
  });
});

describe('deploy.yml', () => {
  it('plans, rolls out and verifies; nothing is undone', () => {
    const ran = deploy();
    expect(results(ran)).toEqual({
      plan: 'success',
      rollout: 'success',
      undo: 'skipped',
      outcome: 'success',
    });
    expect(ran.outputs).toEqual({ release: '7', baseline: '6', outcome: 'success', reason: 'none' });
    expect(step(ran, 'rollout', 'verify')?.with.release).toBe('7');
  });

  it('rolls nothing out when the plan fails', () => {
    const ran = deploy({ plan: { fails: 'plan', outputs: { plan: { reason: 'no right to patch' } } } });
    expect(results(ran)).toMatchObject({ rollout: 'skipped', undo: 'skipped' });
    expect(ran.outputs).toEqual({
      release: 'none',
      baseline: 'none',
      outcome: 'failure',
      reason: 'plan failed: no right to patch',
    });
  });

  it('undoes to the baseline what was deployed and does not verify, and is red', () => {
    const ran = deploy({ rollout: { fails: 'verify', outputs: { verify: { verdict: 'fail' } } } });
    expect(ran.jobs.undo?.result).toBe('success');
    expect(step(ran, 'undo', 'rollback')?.with).toMatchObject({ undo: '7' });
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ release: '7', outcome: 'undone' });
  });

  it('undoes what is cancelled between deploy and verify', () => {
    const ran = deploy({ rollout: { cancelledAt: 'verify' } });
    expect(ran.jobs.rollout?.result).toBe('cancelled');
    expect(ran.jobs.undo?.result).toBe('success');
    expect(ran.outputs.outcome).toBe('undone');
  });

  it('undoes what crashed before it could name its release by the run that recorded it', () => {
    for (const script of [{ fails: 'deploy' }, { cancelledAt: 'deploy' }]) {
      const ran = deploy({ rollout: script });
      expect(ran.jobs.undo?.result).toBe('success');
      expect(step(ran, 'undo', 'rollback')?.with).toMatchObject({ undo: 'run' });
      expect(ran.outputs.outcome).toBe('undone');
    }
  });

  it.each([
    [{ fails: 'verify' }, 'failure', 'rollout failed: release 8 came after release 7'],
    [{ cancelledAt: 'verify' }, 'cancelled', 'rollout was cancelled: release 8 came after release 7'],
  ])('does not say that it undid what it left alone, after %o', (rollout, outcome, reason) => {
    const left = { state: 'needless', release: '', reason: 'release 8 came after release 7' };
    const ran = deploy({ rollout, undo: { outputs: { rollback: left } } });
    expect(ran.jobs.undo?.result).toBe('success');
    expect(ran.result).not.toBe('success');
    expect(ran.outputs).toMatchObject({ outcome, reason });
  });

  it('says that the undo did not succeed, whatever one of an earlier attempt found', () => {
    const needless = { undo: { outputs: { rollback: { state: 'needless' } } } };
    const before = deploy({ rollout: { fails: 'verify' }, ...needless });
    const jobs = { rollout: { fails: 'verify' }, undo: { never: 'failure' as const } };
    const ran = deploy(jobs, { before, github: { run_attempt: '2' } });
    expect(ran.outputs.reason).toContain('the undo did not succeed');
  });

  it.each(['refused', 'undone'])('leaves the cluster alone when deploy says %s', state => {
    const ran = deploy({
      rollout: { fails: 'deploy', outputs: { deploy: { state, release: '7', reason: 'the lease is held' } } },
    });
    expect(ran.jobs.undo?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject(
      state === 'refused'
        ? { outcome: 'failure', reason: 'rollout failed: the lease is held' }
        : {
            outcome: 'undone',
            reason: 'rollout failed: the lease is held; what served before serves again',
          },
    );
  });

  it('does not take an undo of the attempt before for one of its own', () => {
    const undone = { fails: 'deploy', outputs: { deploy: { state: 'undone' } } };
    const before = deploy({ rollout: undone });
    expect(before.outputs.outcome).toBe('undone');
    const ran = deploy({ rollout: { never: 'failure' } }, { before, github: { run_attempt: '2' } });
    expect(ran.outputs.outcome).toBe('failure');
  });

  it('undoes what deploy could not undo itself', () => {
    const ran = deploy({
      rollout: { fails: 'deploy', outputs: { deploy: { state: 'failed', baseline: '6' } } },
    });
    expect(ran.jobs.undo?.result).toBe('success');
  });

  it.each(['failure', 'cancelled'] as const)('undoes nothing when the approval ends in %s', never => {
    const ran = deploy({ rollout: { never } });
    expect(ran.jobs.undo?.result).toBe('skipped');
    expect(ran.result).not.toBe('success');
    expect(ran.outputs).toMatchObject({ release: 'none', outcome: never });
  });

  it('undoes nothing when the approval of a re-run is rejected, whatever the attempt before left', () => {
    const before = deploy({ rollout: { fails: 'verify' } });
    const ran = deploy({ rollout: { never: 'failure' } }, { before, github: { run_attempt: '2' } });
    expect(ran.jobs.undo?.result).toBe('skipped');
  });

  it('undoes a second attempt as it does a first', () => {
    const ran = deploy({ rollout: { fails: 'verify' } }, { github: { run_attempt: '2' } });
    expect(ran.jobs.undo?.result).toBe('success');
  });

  it('says so when the undo fails too', () => {
    const ran = deploy({
      rollout: { fails: 'verify' },
      undo: { fails: 'rollback', outputs: { rollback: { reason: 'no answer' } } },
    });
    expect(ran.outputs).toMatchObject({
      outcome: 'failure',
      reason: 'rollout failed: no answer; and the undo did not succeed: look at what serves now',
    });
  });

  it('names the protected environment in one job, and the other in the undo', () => {
    const { jobs } = readWorkflow('.github/workflows/deploy.yml');
    const named = Object.entries(jobs).filter(([, { environment: name }]) => name !== undefined);
    expect(Object.fromEntries(named.map(([id, job]) => [id, job.environment]))).toEqual({
      rollout: '${{ inputs.protected-environment || inputs.environment }}',
      undo: '${{ inputs.undo-environment }}',
    });
  });

  it('queues rollouts alone: an undo never waits', () => {
    const { jobs } = readWorkflow('.github/workflows/deploy.yml');
    expect(Object.keys(jobs).filter(id => jobs[id]?.concurrency !== undefined)).toEqual(['rollout']);
    expect(jobs.rollout?.concurrency).toEqual({
      group: 'slipway-${{ inputs.config }}-${{ inputs.environment }}',
      'cancel-in-progress': false,
      queue: 'max',
    });
  });

  it("takes the kubeconfig to every job that needs the cluster, and lets the caller's own connect have the last word", () => {
    const ran = deploy(
      { rollout: { fails: 'verify' } },
      { secrets: { kubeconfig: 'apiVersion: v1' }, files: ['.github/slipway/connect/action.yml'] },
    );
    for (const job of ['plan', 'rollout', 'undo']) {
      const ids = ran.jobs[job]?.steps.map(({ id }) => id) ?? [];
      expect(step(ran, job, 'Use the kubeconfig')?.with.kubeconfig, job).toBe('apiVersion: v1');
      expect(ids.indexOf("Connect by the caller's own action"), job).toBe(
        ids.indexOf('Use the kubeconfig') + 1,
      );
    }
  });
});

describe('pipeline.yml', () => {
  const pipeline = (jobs: Record<string, Script> = {}) => run('pipeline', { inputs: environment, jobs });

  it('hands the account that reads to the scan', () => {
    const ran = run('pipeline', {
      inputs: { ...environment, 'registry-username': 'pusher', 'registry-read-username': 'reader' },
      secrets: { 'registry-password': 'may push', 'registry-read-password': 'may read' },
    });
    const account = (job: string) => step(ran, job, 'Log in to the registry')?.with.password;
    expect(['build', 'scan', 'push'].map(job => account(`build/${job}`))).toEqual([
      'may push',
      'may read',
      'may push',
    ]);
  });

  it('releases what it built', () => {
    const ran = pipeline();
    expect(ran.result).toBe('success');
    expect(step(ran, 'deploy/rollout', 'deploy')?.with.images).toBe(digests);
    expect(ran.outputs).toEqual({
      images: digests,
      tags: '["main","sha-1a2b3c4"]',
      version: 'main',
      release: '7',
      outcome: 'success',
      reason: 'none',
    });
  });

  it.each(['test', 'build', 'scan', 'push'])('deploys nothing when %s fails', job => {
    const ran = pipeline({ [`build/${job}`]: { fails: job } });
    expect(ran.jobs.deploy?.result).toBe('skipped');
    expect(ran.jobs['deploy/rollout']).toBeUndefined();
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ images: '{}', release: 'none', outcome: 'failure' });
    expect(ran.outputs.reason).toBe(`build failed: ${job} failed`);
  });

  it('ends red and undone when the release does not verify', () => {
    const ran = pipeline({ 'deploy/rollout': { fails: 'verify' } });
    expect(ran.jobs['deploy/undo']?.result).toBe('success');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ images: digests, release: '7', outcome: 'undone' });
  });

  it('undoes a rollout that is cancelled', () => {
    const ran = pipeline({ 'deploy/rollout': { cancelledAt: 'deploy' } });
    expect(ran.jobs['deploy/undo']?.result).toBe('success');
    expect(ran.outputs.outcome).toBe('undone');
  });

  it.each(['build/build', 'deploy/plan'])('does no more when it is cancelled in %s', path => {
    const ran = pipeline({ [path]: { cancelledAt: path.split('/')[1]! } });
    expect(ran.jobs['deploy/rollout']?.result ?? 'skipped').toBe('skipped');
    expect(ran.outputs.outcome).toBe('cancelled');
    expect(ran.result).not.toBe('success');
  });
});

describe('rollback.yml', () => {
  const rollback = (inputs: Record<string, string>, jobs: Record<string, Script> = {}) =>
    run('rollback', { inputs: { ...environment, ...inputs }, jobs });
  const acts = (ran: Run) =>
    (ran.jobs.rollback?.steps ?? [])
      .filter(({ id }) => id === 'rollback' || id === 'verify')
      .map(({ id }) => id);

  it('puts the last verified release back', () => {
    const ran = rollback({});
    expect(acts(ran)).toEqual(['rollback']);
    expect(step(ran, 'rollback', 'rollback')?.with['to-release']).toBe('');
    expect(ran.outputs).toEqual({ release: '6', outcome: 'success', reason: 'none' });
  });

  it('puts a named one back', () => {
    const ran = rollback({ operation: 'to-release', release: '4' });
    expect(step(ran, 'rollback', 'rollback')?.with['to-release']).toBe('4');
  });

  it('only verifies for status', () => {
    const ran = rollback({ operation: 'status' });
    expect(acts(ran)).toEqual(['verify']);
    expect(ran.outputs.release).toBe('7');
  });

  it.each([
    [{ operation: 'undu' }, 'there is no such operation: choose undo, to-release or status'],
    [{ operation: 'to-release' }, 'needs the number of a release'],
    [{ operation: 'to-release', release: 'last' }, 'needs the number of a release'],
    [{ operation: 'undo', release: '4' }, 'a release was named, but the operation is another'],
    [{ operation: '' }, 'there is no such operation'],
  ])('refuses %o before it touches anything', (inputs, reason) => {
    const ran = rollback(inputs);
    expect(acts(ran)).toEqual([]);
    expect(ran.result).toBe('failure');
    expect(ran.outputs.reason).toContain(reason);
  });

  it.each([{ fails: 'rollback' }, { cancelledAt: 'rollback' }])('is red when it ends as %o', script => {
    const ran = rollback({}, { rollback: script });
    expect(ran.result).not.toBe('success');
    expect(ran.outputs.outcome).toBe('fails' in script ? 'failure' : 'cancelled');
  });

  it('stands in no queue', () => {
    const workflow = readWorkflow('.github/workflows/rollback.yml');
    expect(workflow.concurrency).toBeUndefined();
    expect(Object.values(workflow.jobs).map(job => job.concurrency)).toEqual([undefined, undefined]);
  });
});
