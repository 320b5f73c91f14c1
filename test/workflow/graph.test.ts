import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../../scripts/workflow-files.ts';
import { type Run, type Script, type Simulation, simulate, simulateAction } from './simulator.ts';

/** The job graph of every workflow: what runs, what does not, and what comes out, when something fails or is cancelled. */

const digests = '{"shop":"sha256:aa"}';

/** The folder that says why. */
const record = '/tmp/slipway-shop-r7';

/** A rollout that waits for its gate. */
const stands = {
  state: 'waiting',
  phase: 'stepping',
  candidate: '7',
  weight: '25',
  release: '6',
  status: '{"state":"waiting","phase":"stepping","candidate":7,"weight":25,"release":6}',
  reason: '',
};
const idle = {
  state: 'idle',
  phase: 'done',
  candidate: '',
  weight: '',
  release: '7',
  status: '{"state":"idle"}',
};

/** What the actions say when all is well. */
function usual(uses: string): Record<string, string> {
  const outputs: Record<string, Record<string, string>> = {
    '$/actions/build': { images: digests, tags: '["main","sha-1a2b3c4"]', version: 'main', reason: '' },
    '$/actions/test': { verdict: 'pass', reason: '' },
    '$/actions/scan': { verdict: 'pass', reports: 'scan-reports', reason: '' },
    '$/actions/push': { images: digests, reason: '' },
    '$/': { verdict: 'pass', reason: '' },
    '$/actions/deploy': { release: '7', baseline: '6', state: 'complete', reason: '' },
    '$/actions/gate': { state: 'passed', verdict: 'pass', release: '7', weight: '80', record, reason: '' },
    '$/actions/promote': { state: 'complete', release: '7', record, reason: '' },
    '$/actions/sweep': { state: 'nothing', release: '', reason: '' },
    '$/actions/status': stands,
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
    expect(ran.outputs).toEqual({
      release: '7',
      baseline: '6',
      verdict: 'none',
      weight: '100',
      outcome: 'success',
      reason: 'none',
    });
    expect(step(ran, 'rollout', 'verify')?.with.release).toBe('7');
  });

  it('rolls nothing out when the plan fails', () => {
    const ran = deploy({ plan: { fails: 'plan', outputs: { plan: { reason: 'no right to patch' } } } });
    expect(results(ran)).toMatchObject({ rollout: 'skipped', undo: 'skipped' });
    expect(ran.outputs).toEqual({
      release: 'none',
      baseline: 'none',
      verdict: 'none',
      weight: 'none',
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

  /** A canary: deploy prepares it, gate and promote go on; outputs of what fails have to be given. */
  const canary = (script: Script = {}, jobs: Record<string, Script> = {}, more: Simulation = {}) => {
    const outputs = { ...script.outputs };
    if (!(script.fails === 'deploy' || script.cancelledAt === 'deploy') && script.never === undefined)
      outputs.deploy = { state: 'prepared', ...outputs.deploy };
    return deploy({ rollout: { ...script, outputs }, ...jobs }, more);
  };
  const ids = (ran: Run) =>
    (ran.jobs.rollout?.steps ?? []).map(({ id }) => id).filter(id => /^[a-z]+$/.test(id));

  it('goes through gate and promotion, keeps why, and proves what came of it', () => {
    const ran = canary();
    expect(ids(ran)).toEqual(['start', 'deploy', 'gate', 'promote', 'verify']);
    expect(ran.jobs.undo?.result).toBe('skipped');
    expect(ran.outputs).toEqual({
      release: '7',
      baseline: '6',
      verdict: 'pass',
      weight: '100',
      outcome: 'success',
      reason: 'none',
    });
    expect(step(ran, 'rollout', 'Keep the decision')?.with).toEqual({
      name: 'decision-production-1',
      path: record,
    });
  });

  it('asks no gate about a release that is complete, and keeps no decision', () => {
    const ran = deploy();
    expect(ids(ran)).toEqual(['start', 'deploy', 'verify']);
    expect(step(ran, 'rollout', 'Keep the decision')).toBeUndefined();
  });

  const undone = { state: 'undone', verdict: 'fail', weight: '0', record, reason: 'errors rose' };

  it('leaves alone what the gate has undone itself, and says why', () => {
    const ran = canary({ fails: 'gate', outputs: { gate: undone } });
    expect(ids(ran)).toEqual(['start', 'deploy', 'gate']);
    expect(ran.jobs.undo?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({
      verdict: 'fail',
      weight: '0',
      outcome: 'undone',
      reason: 'rollout failed: errors rose; what served before serves again',
    });
    expect(step(ran, 'rollout', 'Keep the decision')?.with.path).toBe(record);
  });

  it.each(['fails', 'cancelledAt'])('leaves alone what is held, when gate %s: it waits for a person', how => {
    const held = { state: 'held', verdict: 'inconclusive', weight: '25', record, reason: 'nothing is shown' };
    const ran = canary({ [how]: 'gate', outputs: { gate: held } });
    expect(ran.jobs.undo?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ verdict: 'inconclusive', weight: '25', outcome: 'held' });
    expect(ran.outputs.reason).toContain('nothing is shown; it waits for somebody: resume it or undo it');
  });

  it.each([
    ['undone', 'skipped', 'undone'],
    ['held', 'skipped', 'held'],
    ['refused', 'success', 'undone'],
  ])('after a promotion that says %s the undo is %s', (state, result, outcome) => {
    const ran = canary({ fails: 'promote', outputs: { promote: { state, reason: 'it stopped' } } });
    expect(ran.jobs.undo?.result).toBe(result);
    expect(ran.result).toBe('failure');
    expect(ran.outputs.outcome).toBe(outcome);
  });

  it('undoes the release that deploy prepared and gate refused to move', () => {
    const ran = canary({ fails: 'gate', outputs: { gate: { state: 'refused', reason: 'no right' } } });
    expect(step(ran, 'undo', 'rollback')?.with.undo).toBe('7');
    expect(ran.outputs).toMatchObject({ outcome: 'undone' });
    expect(ran.outputs.reason).toContain('no right');
  });

  // What crashes or is killed sets no output.
  describe.each(['fails', 'cancelledAt'] as const)('a run that %s', how => {
    const early = ['Check out', 'Log in to the registry', 'Use the kubeconfig'];

    it.each(early)('at "%s" undoes nothing and is red: nothing was touched', at => {
      const ran = deploy({ rollout: { [how]: at } });
      expect(ran.jobs.undo?.result).toBe('skipped');
      expect(ran.result).not.toBe('success');
      expect(ran.outputs.outcome).toBe(how === 'fails' ? 'failure' : 'cancelled');
    });

    it.each(['deploy', 'gate', 'promote', 'verify'])('at %s, without a word, is undone and red', at => {
      const ran = canary({ [how]: at });
      expect(ran.jobs.undo?.result).toBe('success');
      expect(step(ran, 'undo', 'rollback')?.with.undo).toBe(at === 'deploy' ? 'run' : '7');
      expect(ran.result).not.toBe('success');
      expect(ran.outputs).toMatchObject({ outcome: 'undone', weight: '0' });
    });

    it('in the undo says that somebody must look', () => {
      const ran = canary({ fails: 'verify' }, { undo: { [how]: 'rollback' } });
      expect(ran.result).toBe('failure');
      expect(ran.outputs).toMatchObject({ outcome: 'failure', weight: 'none' });
      expect(ran.outputs.reason).toContain('look at what serves now');
    });
  });

  it('undoes nothing because an artifact could not be kept', () => {
    const ran = canary({ fails: 'Keep the decision' });
    expect(ran.result).toBe('success');
    expect(ran.jobs.undo?.result).toBe('skipped');
  });

  it('says that somebody must look when the runner of the undo is lost', () => {
    const ran = canary({ fails: 'verify' }, { undo: { never: 'failure' } });
    expect(ran.outputs.reason).toContain('look at what serves now');
  });

  it('waits for reviewers with nothing begun: neither undo nor outcome', () => {
    const ran = deploy({ rollout: { never: 'pending' } });
    expect(results(ran)).toEqual({
      plan: 'success',
      rollout: 'pending',
      undo: 'pending',
      outcome: 'pending',
    });
    expect(ran.jobs.rollout?.steps).toEqual([]);
  });

  describe('failed jobs that are run again', () => {
    const again = { github: { run_attempt: '2' } };
    const before = canary({ fails: 'gate', outputs: { gate: undone } });

    it('are a rollout of their own: what the attempt before said decides nothing', () => {
      const ran = canary({ fails: 'gate' }, {}, { before, ...again });
      expect(ran.jobs.undo?.result).toBe('success');
      expect(canary({}, {}, { before, ...again }).outputs).toMatchObject({
        verdict: 'pass',
        outcome: 'success',
      });
    });

    it('hand on no verdict and no weight of it when they are rejected', () => {
      const held = { state: 'held', verdict: 'inconclusive', weight: '25', reason: 'nothing is shown' };
      const waiting = canary({ fails: 'gate', outputs: { gate: held } });
      const ran = canary({ never: 'failure' }, {}, { before: waiting, ...again });
      expect(ran.jobs.undo?.result).toBe('skipped');
      expect(ran.outputs).toMatchObject({ verdict: 'none', weight: 'none', outcome: 'failure' });
    });
  });

  it("keeps the undo's own decision", () => {
    const ran = canary({ cancelledAt: 'gate' }, { undo: { outputs: { rollback: { record } } } });
    expect(step(ran, 'undo', 'Keep the decision')?.with.name).toBe('decision-production-1-undo');
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
      verdict: 'none',
      weight: '100',
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

  it('hands on that a rollout is held, with its verdict and weight', () => {
    const held = { state: 'held', verdict: 'inconclusive', weight: '25', reason: 'nothing is shown' };
    const outputs = { deploy: { state: 'prepared' }, gate: held };
    const ran = pipeline({ 'deploy/rollout': { fails: 'gate', outputs } });
    expect(ran.jobs['deploy/undo']?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ outcome: 'held', verdict: 'inconclusive', weight: '25' });
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
    expect(ran.outputs).toEqual({ release: '6', status: '{}', outcome: 'success', reason: 'none' });
  });

  it('puts a named one back', () => {
    const ran = rollback({ operation: 'to-release', release: '4' });
    expect(step(ran, 'rollback', 'rollback')?.with['to-release']).toBe('4');
  });

  it('verifies what serves for status when no rollout is under way', () => {
    const ran = rollback({ operation: 'status' }, { rollback: { outputs: { status: idle } } });
    expect(acts(ran)).toEqual(['verify']);
    expect(ran.outputs).toMatchObject({ release: '7', status: idle.status, outcome: 'success' });
  });

  it('says where a rollout stands for status, and proves nothing in the middle of it', () => {
    const ran = rollback({ operation: 'status' });
    expect(acts(ran)).toEqual([]);
    expect(ran.outputs).toMatchObject({ release: '6', status: stands.status, outcome: 'success' });
  });

  it.each([
    [{ operation: 'undu' }, 'there is no such operation: choose undo, to-release, resume or status'],
    [{ operation: 'to-release' }, 'needs the number of a release'],
    [{ operation: 'to-release', release: 'last' }, 'needs the number of a release'],
    [{ operation: 'undo', release: '4' }, 'a release was named, but the operation is another'],
    [{ operation: 'resume', release: '4' }, 'a release was named, but the operation is another'],
    [{ operation: '' }, 'there is no such operation'],
  ])('refuses %o before it touches anything', (inputs, reason) => {
    const ran = rollback(inputs);
    expect(acts(ran)).toEqual([]);
    expect(ran.jobs.resume?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs.reason).toContain(reason);
  });

  it.each([{ fails: 'rollback' }, { cancelledAt: 'rollback' }])('is red when it ends as %o', script => {
    const ran = rollback({}, { rollback: script });
    expect(ran.result).not.toBe('success');
    expect(ran.outputs.outcome).toBe('fails' in script ? 'failure' : 'cancelled');
  });

  describe('resume', () => {
    const resume = (script: Script = {}, jobs: Record<string, Script> = {}) =>
      rollback({ operation: 'resume' }, { resume: script, ...jobs });
    const went = (ran: Run) => ran.jobs.resume?.steps.map(({ id }) => id).filter(id => /^[a-z]+$/.test(id));

    it('goes on where the rollout stands, promotes and proves', () => {
      const ran = resume();
      expect(results(ran)).toEqual({
        rollback: 'skipped',
        resume: 'success',
        undo: 'skipped',
        outcome: 'success',
      });
      expect(went(ran)).toEqual(['status', 'start', 'gate', 'promote', 'verify']);
      expect(ran.outputs).toEqual({
        release: '7',
        status: stands.status,
        outcome: 'success',
        reason: 'none',
      });
    });

    it('undoes nothing when no rollout is under way: what serves is good', () => {
      const ran = resume({
        fails: 'gate',
        outputs: { status: idle, gate: { state: 'refused', reason: 'no rollout of shop is under way' } },
      });
      expect(went(ran)).toEqual(['status', 'gate']);
      expect(ran.jobs.undo?.result).toBe('skipped');
      expect(ran.outputs).toMatchObject({
        release: '7',
        outcome: 'failure',
        reason: 'resume failed: no rollout of shop is under way',
      });
    });

    it.each([
      ['undone', 'skipped', 'undone'],
      ['held', 'skipped', 'held'],
      ['refused', 'skipped', 'failure'],
    ])('leaves it alone when gate says %s', (state, result, outcome) => {
      const ran = resume({ fails: 'gate', outputs: { gate: { state, reason: 'why' } } });
      expect(ran.jobs.undo?.result).toBe(result);
      expect(ran.result).toBe('failure');
      expect(ran.outputs.outcome).toBe(outcome);
    });

    it.each([{ fails: 'gate' }, { cancelledAt: 'gate' }, { cancelledAt: 'promote' }, { fails: 'verify' }])(
      'undoes the release that it went on with, after %o',
      script => {
        const ran = resume(script);
        expect(step(ran, 'undo', 'rollback')?.with.undo).toBe('7');
        expect(ran.result).not.toBe('success');
        expect(ran.outputs).toMatchObject({ outcome: 'undone', release: '6' });
      },
    );

    it.each([{ never: 'failure' as const }, { cancelledAt: 'Check out' }, { fails: 'status' }])(
      'undoes nothing when it has not begun: %o',
      script => {
        const ran = resume(script);
        expect(ran.jobs.undo?.result).toBe('skipped');
        expect(ran.result).not.toBe('success');
      },
    );
  });

  it('stands in no queue', () => {
    const workflow = readWorkflow('.github/workflows/rollback.yml');
    expect(workflow.concurrency).toBeUndefined();
    expect(Object.values(workflow.jobs).map(job => job.concurrency)).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });
});

describe('sweep.yml', () => {
  const sweep = (outputs: Record<string, string>, script: Script = {}) =>
    run('sweep', { inputs: environment, jobs: { sweep: { ...script, outputs: { sweep: outputs } } } });

  it.each(['nothing', 'busy', 'finished', 'undone'])('is green when it says %s', state => {
    const ran = sweep({ state });
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({ state, outcome: 'success' });
  });

  it('is red when somebody must look', () => {
    const ran = sweep(
      { state: 'held', release: '7', reason: 'release 6 does not come up' },
      { fails: 'sweep' },
    );
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ state: 'held', release: '7', outcome: 'held' });
    expect(ran.outputs.reason).toContain('release 6 does not come up');
  });

  it.each([{ fails: 'sweep' }, { cancelledAt: 'sweep' }])('is red when it ends as %o', script => {
    const ran = sweep({}, script);
    expect(ran.result).not.toBe('success');
    expect(ran.outputs.state).toBe('none');
  });

  it('stands in no queue', () => {
    const workflow = readWorkflow('.github/workflows/sweep.yml');
    expect(workflow.concurrency).toBeUndefined();
    for (const job of Object.values(workflow.jobs)) expect(job.concurrency).toBeUndefined();
  });
});

describe('the action release', () => {
  const release = (script: Script = {}, prepared = true) => {
    const outputs = { ...script.outputs };
    if (prepared) outputs.deploy = { state: 'prepared', ...outputs.deploy };
    const jobs = { action: { ...script, outputs } };
    return simulateAction('$/actions/release', { inputs: { ...environment, images: digests }, jobs }, usual);
  };
  const ids = ({ steps }: { steps: { id: string }[] }) => steps.map(({ id }) => id);
  const undo = ({ steps }: { steps: { id: string; with: Record<string, string> }[] }) =>
    steps.find(({ id }) => id === 'undo')?.with.undo;

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

  it('asks no gate about a rolling release', () => {
    const ran = release({}, false);
    expect(ids(ran)).toEqual(['deploy', 'verify', 'outcome']);
    expect(ran.outputs).toMatchObject({ outcome: 'success', state: 'complete' });
  });

  it.each([
    { fails: 'gate' },
    { cancelledAt: 'gate' },
    { fails: 'promote' },
    { cancelledAt: 'promote' },
    { fails: 'verify' },
    { cancelledAt: 'verify' },
  ])('undoes its release after %o', script => {
    const ran = release(script);
    expect(undo(ran)).toBe('7');
    expect(ran.result).not.toBe('success');
    expect(ran.outputs.outcome).toBe('undone');
  });

  it.each([{ fails: 'deploy' }, { cancelledAt: 'deploy' }])(
    'undoes what crashed before it could name its release, after %o',
    script => {
      const ran = release(script, false);
      expect(undo(ran)).toBe('run');
      expect(ran.outputs.outcome).toBe('undone');
    },
  );

  it.each([
    ['deploy', 'refused', 'failure'],
    ['deploy', 'undone', 'undone'],
    ['gate', 'undone', 'undone'],
    ['gate', 'held', 'held'],
    ['promote', 'undone', 'undone'],
    ['promote', 'held', 'held'],
  ])('undoes nothing when %s says %s, and is red', (id, state, outcome) => {
    const ran = release({ fails: id, outputs: { [id]: { state, reason: 'why' } } });
    expect(ids(ran)).not.toContain('undo');
    expect(ran.result).toBe('failure');
    expect(ran.outputs.outcome).toBe(outcome);
    expect(ran.outputs.reason).toMatch(new RegExp(`^${id} failed: why`));
  });

  it('undoes what gate refused to move', () => {
    expect(undo(release({ fails: 'gate', outputs: { gate: { state: 'refused' } } }))).toBe('7');
  });

  it('does not say that it undid what it left alone, nor what it could not undo', () => {
    const left = { state: 'needless', reason: 'release 8 came after release 7' };
    expect(release({ fails: 'verify', outputs: { undo: left } }).outputs).toMatchObject({
      outcome: 'failure',
      reason: 'verify failed: release 8 came after release 7',
    });
    expect(release({ cancelledAt: 'verify', fails: 'undo' }).outputs).toMatchObject({
      outcome: 'failure',
      reason: 'verify was cancelled; and the undo did not succeed: look at what serves now',
    });
  });
});
