import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../../scripts/workflow-files.ts';
import { digests, environment, results, run, step } from './scenario.ts';
import type { Script, Simulation } from './simulator.ts';

/** The job graphs of build, check and pipeline: which jobs run, and the outputs, after success, failure and cancellation. */

describe('build.yml', () => {
  const jobs = ['test', 'build', 'scan', 'push'];

  it('outputs digests, tags and version if every job succeeds', () => {
    const ran = run('build');
    expect(results(ran)).toEqual({
      test: 'success',
      build: 'success',
      arm64: 'skipped',
      merge: 'skipped',
      scan: 'success',
      push: 'success',
      outcome: 'skipped',
    });
    expect(step(ran, 'build', 'build')?.with.platform).toBe('');
    expect(ran.outputs).toEqual({
      images: digests,
      tags: '["main","sha-1a2b3c4"]',
      version: 'main',
      reports: 'scan-reports-shop-1',
      outcome: 'success',
      reason: '',
    });
    expect(step(ran, 'scan', 'scan')?.with.images).toBe(digests);
    expect(step(ran, 'push', 'push')?.with).toMatchObject({
      images: digests,
      tags: '["main","sha-1a2b3c4","latest"]',
    });
  });

  it.each(jobs)('stops after a failure of %s, without outputs, and is red', job => {
    const ran = run('build', {
      jobs: { [job]: { fails: job, outputs: { [job]: { reason: 'it is broken' } } } },
    });
    const after = jobs.slice(jobs.indexOf(job) + 1);
    for (const each of after) expect(ran.jobs[each]?.result, each).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toEqual({
      images: '{}',
      tags: '[]',
      version: '',
      // They exist after the scan, regardless of its verdict.
      reports: job === 'push' ? 'scan-reports-shop-1' : '',
      outcome: 'failure',
      reason: `${job} failed: it is broken`,
    });
  });

  it.each(jobs)('stops if it is cancelled in %s', job => {
    const ran = run('build', { jobs: { [job]: { cancelledAt: job } } });
    for (const each of jobs.slice(jobs.indexOf(job) + 1))
      expect(ran.jobs[each]?.result, each).toBe('skipped');
    expect(ran.result).not.toBe('success');
    expect(ran.outputs).toMatchObject({ images: '{}', outcome: 'cancelled', reason: `${job} was cancelled` });
  });

  it('pushes nothing if the scan fails, and keeps the reports', () => {
    const ran = run('build', {
      jobs: {
        scan: {
          fails: 'scan',
          outputs: { scan: { artifact: 'scan-reports-shop', verdict: 'fail', reports: 'scan-reports' } },
        },
      },
    });
    expect(ran.jobs.push?.result).toBe('skipped');
    expect(step(ran, 'scan', 'kept')?.with.path).toBe('scan-reports');
    expect(ran.outputs.reports).toBe('scan-reports-shop-1');
  });

  describe('if slipway.yml requires signatures', () => {
    const wanted = {
      push: { outputs: { push: { images: digests, tags: '["main"]', 'sign-images': 'true', reason: '' } } },
    };
    const secrets = { 'signing-key': 'a key', 'signing-password': 'its password' };

    it('signs the pushed images, with the reports of the scan', () => {
      const ran = run('build', { jobs: wanted, secrets });
      expect(step(ran, 'push', 'sign')?.with).toMatchObject({ images: digests, reports: 'scan-reports' });
      expect(step(ran, 'push', 'Fetch the reports')?.with.name).toBe(step(ran, 'scan', 'kept')?.with.name);
      expect(ran.outputs).toMatchObject({ images: digests, outcome: 'success' });
    });

    it.each<[string, Script, string, string]>([
      [
        'fails',
        { fails: 'sign', outputs: { sign: { reason: 'it is broken' } } },
        'failure',
        'sign failed: it is broken',
      ],
      ['is cancelled', { cancelledAt: 'sign' }, 'cancelled', 'sign was cancelled'],
    ])('outputs nothing if signing %s', (_, script, outcome, reason) => {
      const push = { ...script, outputs: { ...wanted.push.outputs, ...script.outputs } };
      const ran = run('build', { jobs: { push } });
      expect(ran.outputs).toEqual({
        images: '{}',
        tags: '[]',
        version: '',
        reports: 'scan-reports-shop-1',
        outcome,
        reason,
      });
      expect(ran.result).not.toBe('success');
    });

    it.each(['build', 'scan', 'push'])('signs nothing after a failure of %s', job => {
      const ran = run('build', {
        jobs: { [job]: { fails: job, outputs: job === 'push' ? wanted.push.outputs : {} } },
      });
      expect(step(ran, 'push', 'sign')).toBeUndefined();
    });

    it('security 9: verifies the reports by the digest from the job `scan`, and always requires it', () => {
      const given = (outputs: Record<string, string>) =>
        step(
          run('build', { jobs: { ...wanted, scan: { outputs: { scan: outputs } } }, secrets }),
          'push',
          'sign',
        )?.with['reports-digest'];
      expect(given({ 'reports-digest': 'e'.repeat(64) })).toBe('e'.repeat(64));
      expect(given({})).toBe('none');
    });

    it('passes key and password only to that step', () => {
      const { jobs: all } = readWorkflow('.github/workflows/build.yml');
      const holders = Object.entries(all).flatMap(([id, job]) =>
        (job.steps ?? []).flatMap(each =>
          JSON.stringify(each).includes('secrets.signing-') ? [`${id}: ${each.name}`] : [],
        ),
      );
      expect(holders).toEqual(['push: Sign']);
      const tokens = Object.entries(all).filter(
        ([, { permissions }]) => permissions?.['id-token'] === 'write',
      );
      expect(tokens.map(([id]) => id)).toEqual(['push']);
    });
  });

  describe('with an environment', () => {
    const planned = (push: Script = {}, more: Simulation = {}) =>
      run('build', { inputs: environment, jobs: { push }, ...more });
    const sign = {
      outputs: { push: { images: digests, tags: '["main"]', 'sign-images': 'true', reason: '' } },
    };

    it('plans its release after the push, in the same job', () => {
      const ran = planned();
      expect(step(ran, 'push', 'plan')?.with).toMatchObject({ environment: 'production', images: digests });
      expect(step(run('build'), 'push', 'plan')).toBeUndefined();
      expect(ran.outputs).toMatchObject({ images: digests, outcome: 'success' });
    });

    it('security 9: names the secrets of cluster and receivers in no job that runs foreign code', () => {
      const holders = Object.entries(readWorkflow('.github/workflows/build.yml').jobs)
        .filter(([, job]) => /secrets\.(kubeconfig|credentials|notify)\b/.test(JSON.stringify(job)))
        .map(([id]) => id);
      expect(holders).toEqual(['push', 'outcome']);
    });

    it('renders charts for the plan only after the step with the signing key', () => {
      const ids = planned(sign).jobs.push?.steps.map(({ id }) => id) ?? [];
      expect(ids.filter(id => /^(push|sign|plan)$/.test(id))).toEqual(['push', 'sign', 'plan']);
    });

    it.each([
      [
        'refused',
        { fails: 'plan', outputs: { plan: { reason: 'no permission to patch' } } },
        'failure',
        'plan failed: no permission to patch',
      ],
      ['cancelled', { cancelledAt: 'plan' }, 'cancelled', 'plan was cancelled'],
    ])('outputs no images if the plan is %s', (_, push, outcome, reason) => {
      const ran = planned(push);
      expect(ran.result).not.toBe('success');
      expect(ran.outputs).toMatchObject({ images: '{}', tags: '[]', outcome, reason });
    });
  });

  describe('says what is not complete', () => {
    const files = ['connect', 'login', 'sign'].map(name => `.github/slipway/${name}/action.yml`);
    const failed = (fails: string, sign: string) => {
      const push = {
        fails,
        outputs: { push: { images: digests, tags: '["main"]', 'sign-images': sign, reason: '' } },
      };
      return run('build', {
        inputs: environment,
        secrets: { notify: '{}', kubeconfig: 'a kubeconfig' },
        jobs: { push: fails === 'log-in' ? { fails } : push },
        files,
      });
    };

    it.each([
      ['log-in', 'push', 'build'],
      ["Log in to the key service with the caller's action", 'sign', 'build'],
      ['Fetch the reports', 'sign', 'build'],
      ['use-kubeconfig', 'plan', 'plan'],
      ["Connect with the caller's action", 'plan', 'plan'],
    ])('if the step "%s" fails', (fails, stage, event) => {
      const ran = failed(fails, 'true');
      expect(ran.outputs.reason).toBe(`${stage} failed`);
      expect(step(ran, 'outcome', 'Notify')?.with.event).toBe(event);
    });

    it('if images are not signed, too', () => {
      expect(failed('use-kubeconfig', 'false').outputs.reason).toBe('plan failed');
    });
  });

  it.each(['test', 'build', 'scan', 'push'])(
    'does not repeat the reason of an earlier attempt if the runner of %s is lost',
    job => {
      const broken = { reason: 'it is broken' };
      const failing = job === 'push' ? 'plan' : job;
      const outputs = { [failing]: broken };
      const more = { inputs: environment, secrets: { notify: '{}' } };
      const before = run('build', { ...more, jobs: { [job]: { fails: failing, outputs } } });
      expect(before.outputs.reason).toBe(`${failing} failed: it is broken`);
      const second = { before, github: { run_attempt: '2' }, jobs: { [job]: { never: 'failure' as const } } };
      const ran = run('build', { ...more, ...second });
      expect(ran.outputs).toMatchObject({ outcome: 'failure', reason: `${job} failed` });
      expect(step(ran, 'outcome', 'Notify')?.with.event).toBe('build');
    },
  );

  it.each(['failure', 'cancelled'] as const)('says so if a job gets no runner, which ends in %s', never => {
    for (const job of jobs)
      expect(run('build', { jobs: { [job]: { never } } }).outputs, job).toMatchObject({
        images: '{}',
        outcome: never,
      });
  });

  it('succeeds in a second attempt after a failure in the first', () => {
    const before = run('build', { jobs: { push: { fails: 'push' } } });
    const ran = run('build', { before, github: { run_attempt: '2' } });
    expect(ran.outputs).toMatchObject({ images: digests, outcome: 'success', reason: '' });
  });

  it('passes on the outputs of a successful attempt if other jobs of the run are re-run', () => {
    const before = run('build');
    const all = Object.fromEntries(jobs.map(job => [job, { kept: true }]));
    const ran = run('build', { before, github: { run_attempt: '2' }, jobs: all });
    expect(ran.outputs).toEqual(before.outputs);
  });

  it("IN 5: lets the caller's own action log in to a cloud's registry, and says what for and whether it may ask for a token", () => {
    const own = './.github/slipway/login';
    const ran = (files: string[]) =>
      run('build', {
        inputs: { registry: '', 'candidate-registry': 'ghcr.io', 'arm64-runs-on': '"arm"' },
        jobs: {
          arm64: { outputs: { build: { images: digests } } },
          push: { outputs: { push: { images: digests, tags: '[]', 'sign-images': 'true', reason: '' } } },
        },
        files,
      });
    const users = ({ jobs: all }: ReturnType<typeof run>) =>
      Object.entries(all).flatMap(([id, { steps: taken }]) =>
        taken.flatMap(({ uses, with: given }) =>
          uses === own ? [`${id}: ${given.purpose}, ${given.identity}`] : [],
        ),
      );
    expect(users(ran(['.github/slipway/login/action.yml']))).toEqual([
      'build: candidate, false',
      'arm64: candidate, false',
      'merge: candidate, false',
      'scan: read, false',
      'push: push, true',
    ]);
    expect(users(ran([]))).toEqual([]);
    const logins = ran([]).jobs.push?.steps.filter(({ uses }) => uses === '$/.github/actions/login');
    expect(logins?.map(({ with: given }) => given.registry)).toEqual(['ghcr.io', '']);
  });

  it('logs in to the registries of mirrors where images are pushed and signed, and nowhere else', () => {
    const secrets = { 'registry-logins': 'docker.io acme secret' };
    const { jobs: all } = run('build', {
      secrets,
      jobs: {
        push: { outputs: { push: { images: digests, tags: '[]', 'sign-images': 'true', reason: '' } } },
      },
    });
    const holders = Object.entries(all).flatMap(([id, job]) =>
      job.steps.flatMap(({ uses, with: given }) =>
        JSON.stringify(given).includes('docker.io acme secret') ? [`${id}: ${uses}`] : [],
      ),
    );
    expect(holders).toEqual(['push: $/.github/actions/login']);
  });

  it('gives the scan no permission to push', () => {
    const { scan } = readWorkflow('.github/workflows/build.yml').jobs;
    expect(scan?.permissions).toEqual({ contents: 'read', packages: 'read' });
  });

  it('gives the scan the account for reading, and never the password for pushing', () => {
    const { scan } = readWorkflow('.github/workflows/build.yml').jobs;
    expect(JSON.stringify(scan)).not.toContain('secrets.registry-password');
    const given = (inputs: Record<string, string>, secrets: Record<string, string>, job: string) =>
      step(run('build', { inputs, secrets }), job, 'log-in')?.with;
    const push = { 'registry-username': 'pusher' };
    const pushing = { 'registry-password': 'may push' };
    expect(given(push, pushing, 'push')).toMatchObject({ username: 'pusher', password: 'may push' });
    expect(given(push, pushing, 'scan')).toMatchObject({ username: '', password: '', optional: 'true' });
    const reading = { ...push, 'registry-read-username': 'reader' };
    const readingToo = { ...pushing, 'registry-read-password': 'may read' };
    expect(given(reading, readingToo, 'scan')).toMatchObject({
      username: 'reader',
      password: 'may read',
      optional: 'false',
    });
  });

  describe('with another registry for candidates', () => {
    const inputs = {
      'arm64-runs-on': 'arm',
      registry: 'release.example.com',
      'registry-username': 'releaser',
      'candidate-registry': 'build.example.com',
      'candidate-username': 'builder',
      'registry-read-username': 'reader',
    };
    const secrets = {
      'registry-password': 'may release',
      'candidate-password': 'may build',
      'registry-read-password': 'may read',
    };
    const arm64 = { arm64: { outputs: { build: { images: '{"shop":"sha256:cc"}' } } } };
    const ran = (more: Record<string, string> = {}) =>
      run('build', { inputs: { ...inputs, ...more }, secrets, jobs: arm64 });
    const login = (job: string, name: string, more?: Record<string, string>) =>
      step(ran(more), job, name)?.with;

    it.each(['build', 'arm64', 'merge'])('%s may write only there', job => {
      expect(login(job, 'log-in')).toMatchObject({
        registry: 'build.example.com',
        username: 'builder',
        password: 'may build',
      });
      expect(JSON.stringify(ran().jobs[job])).not.toContain('may release');
    });

    it('the scan reads there', () => {
      expect(login('scan', 'log-in')).toMatchObject({
        registry: 'build.example.com',
        username: 'reader',
        password: 'may read',
      });
    });

    it('push has both accounts', () => {
      expect(login('push', 'log-in-candidates')).toMatchObject({
        registry: 'build.example.com',
        username: 'builder',
        password: 'may build',
      });
      expect(login('push', 'log-in')).toMatchObject({
        registry: 'release.example.com',
        username: 'releaser',
        password: 'may release',
      });
    });

    it('the account of the other registry is not a fallback', () => {
      expect(login('build', 'log-in', { 'candidate-username': '' })?.username).toBe('');
    });
  });

  describe('with a second runner for linux/arm64', () => {
    const inputs = { 'arm64-runs-on': 'ubuntu-24.04-arm' };
    const whole = '{"shop":"sha256:bb"}';
    const part = '{"shop":"sha256:cc"}';
    const usually = {
      arm64: { outputs: { build: { images: part } } },
      merge: { outputs: { merge: { images: whole, reason: '' } } },
      push: { outputs: { push: { images: whole, tags: '["main"]', reason: '' } } },
    };

    it('builds each platform separately, and scans and pushes the merged image', () => {
      const ran = run('build', { inputs, jobs: usually });
      expect(results(ran)).toMatchObject({
        arm64: 'success',
        merge: 'success',
        push: 'success',
        outcome: 'skipped',
      });
      expect(step(ran, 'build', 'build')?.with.platform).toBe('linux/amd64');
      expect(step(ran, 'arm64', 'build')?.with.platform).toBe('linux/arm64');
      expect(step(ran, 'merge', 'merge')?.with.parts).toBe(`[${digests}, ${part}]`);
      expect(step(ran, 'scan', 'scan')?.with.images).toBe(whole);
      expect(step(ran, 'push', 'push')?.with.images).toBe(whole);
      expect(ran.outputs).toMatchObject({ images: whole, outcome: 'success', reason: '' });
    });

    it.each(['build', 'arm64', 'merge'])('scans and pushes nothing if %s fails, and is red', job => {
      const id = job === 'merge' ? 'merge' : 'build';
      const fails = { fails: id, outputs: { [id]: { reason: 'it is broken' } } };
      const ran = run('build', { inputs, jobs: { ...usually, [job]: fails } });
      expect([ran.jobs.scan?.result, ran.jobs.push?.result]).toEqual(['skipped', 'skipped']);
      expect(ran.result).toBe('failure');
      expect(ran.outputs).toMatchObject({
        images: '{}',
        outcome: 'failure',
        reason: `${job} failed: it is broken`,
      });
    });

    it.each(['build', 'arm64', 'merge'])('scans and pushes nothing if it is cancelled in %s', job => {
      const id = job === 'merge' ? 'merge' : 'build';
      const ran = run('build', { inputs, jobs: { ...usually, [job]: { cancelledAt: id } } });
      expect([ran.jobs.scan?.result, ran.jobs.push?.result]).toEqual(['skipped', 'skipped']);
      expect(ran.outputs).toMatchObject({ images: '{}', outcome: 'cancelled' });
    });

    it('does not scan images of an earlier attempt if the merge of a re-run fails', () => {
      const before = run('build', { inputs, jobs: usually });
      const ran = run('build', {
        inputs,
        before,
        github: { run_attempt: '2' },
        jobs: { ...usually, merge: { never: 'failure' } },
      });
      expect(ran.jobs.scan?.result).toBe('skipped');
      expect(ran.outputs).toMatchObject({ images: '{}', outcome: 'failure' });
    });
  });

  it('passes on no outputs of an earlier attempt if a re-run fails, although GitHub keeps them', () => {
    const before = run('build');
    const ran = run('build', {
      before,
      github: { run_attempt: '2' },
      jobs: { push: { never: 'failure' } },
    });
    expect(ran.outputs).toMatchObject({ images: '{}', tags: '[]', version: '', outcome: 'failure' });
  });

  it.each([
    ['submodules', 'test', 'Check out'],
    ['submodules', 'build', 'Check out'],
    ['submodules', 'push', 'Check out'],
    ['move-tags', 'push', 'push'],
    ['deployed', 'build', 'build'],
    ['deployed', 'scan', 'scan'],
    ['reversible', 'push', 'plan'],
    ['force', 'push', 'plan'],
  ])('passes %s to the step of %s', (input, job, id) => {
    const ran = run('build', { inputs: { ...environment, [input]: 'given' } });
    expect(step(ran, job, id)?.with[input]).toBe('given');
  });

  it('gives tests and builds the files of Git LFS only if asked', () => {
    const ran = run('build', { inputs: { lfs: true } });
    const lfs = (job: string, of = ran) => step(of, job, 'Check out')?.with.lfs;
    expect([lfs('test'), lfs('build'), lfs('scan')]).toEqual(['true', 'true', undefined]);
    expect([lfs('test', run('build')), step(run('build'), 'test', 'Check out')?.with.submodules]).toEqual([
      'false',
      'false',
    ]);
  });

  it("runs the caller's own setup if it exists", () => {
    const ran = run('build', { files: ['.github/slipway/setup/action.yaml'] });
    const set = (job: string) => step(ran, job, "Set up with the caller's action") !== undefined;
    expect(['test', 'build', 'scan', 'push'].filter(set)).toEqual(['test', 'build']);
    expect(step(run('build'), 'test', "Set up with the caller's action")).toBeUndefined();
  });
});

describe('check.yml', () => {
  it('needs no secret, no cluster and no push', () => {
    const ran = run('check');
    expect(results(ran)).toEqual({ test: 'success', scan: 'success', plan: 'success', outcome: 'success' });
    expect(step(ran, 'scan', 'build')?.with).toMatchObject({ push: 'false', output: '/tmp/layouts' });
    expect(step(ran, 'scan', 'scan')?.with).toMatchObject({ layouts: '/tmp/layouts' });
    expect(step(ran, 'plan', 'plan')?.with).not.toHaveProperty('environment');
    expect(step(ran, 'scan', 'log-in')?.with).toMatchObject({ registry: '', password: '' });
  });

  it.each([
    ['test', 'test'],
    ['scan', 'build'],
    ['scan', 'scan'],
    ['plan', 'plan'],
  ])('runs the other jobs if %s fails at %s, and is red', (job, id) => {
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

  it('reports that it was cancelled', () => {
    const ran = run('check', { jobs: { test: { cancelledAt: 'test' } } });
    expect(ran.outputs.outcome).toBe('cancelled');
    expect(ran.jobs.plan?.result).toBe('skipped');
  });
});

describe('pipeline.yml', () => {
  const pipeline = (jobs: Record<string, Script> = {}) => run('pipeline', { inputs: environment, jobs });

  it('passes the account for reading to the scan', () => {
    const ran = run('pipeline', {
      inputs: { ...environment, 'registry-username': 'pusher' },
      secrets: { 'registry-password': 'may push', 'registry-read-password': 'may read' },
    });
    const account = (job: string) => step(ran, job, 'log-in')?.with.password;
    expect(['build', 'scan', 'push'].map(job => account(`build/${job}`))).toEqual([
      'may push',
      'may read',
      'may push',
    ]);
  });

  it('has one time limit for all jobs', () => {
    for (const [id, job] of Object.entries(readWorkflow('.github/workflows/pipeline.yml').jobs))
      expect(job.with?.['timeout-minutes'], id).toBe('${{ inputs.timeout-minutes }}');
    for (const [name, ids] of [
      ['build', ['test', 'build', 'arm64', 'scan', 'push']],
      ['check', ['test', 'scan']],
    ] as const)
      for (const id of ids)
        expect(readWorkflow(`.github/workflows/${name}.yml`).jobs[id]?.['timeout-minutes'], id).toBe(
          '${{ inputs.timeout-minutes }}',
        );
  });

  it('logs in to ghcr.io for candidates with the token of the run', () => {
    const inputs = { ...environment, registry: '', 'candidate-registry': 'ghcr.io' };
    expect(step(run('pipeline', { inputs }), 'build/build', 'log-in')?.with).toMatchObject({
      ...{ registry: 'ghcr.io', username: '', password: '' },
    });
  });

  it('releases the built images', () => {
    const ran = pipeline();
    expect(ran.result).toBe('success');
    expect(step(ran, 'deploy/rollout', 'deploy')?.with.images).toBe(digests);
    expect(ran.outputs).toEqual({
      images: digests,
      tags: '["main","sha-1a2b3c4"]',
      version: 'main',
      reports: 'scan-reports-shop-1',
      release: '7',
      verdict: '',
      weight: '100',
      outcome: 'success',
      reason: '',
    });
  });

  it('says that it was cancelled before the rollout', () => {
    const ran = pipeline({ 'build/push': { cancelledAfter: true } });
    expect(ran.jobs.deploy?.result).toBe('skipped');
    expect(ran.outputs).toMatchObject({
      release: '',
      outcome: 'cancelled',
      reason: 'the run was cancelled before the rollout',
    });
  });

  it('does not monitor a release that was cancelled while it sent its message', () => {
    const rollout = { cancelledAt: 'Notify', outputs: { deploy: { monitored: 'true' } } };
    const ran = pipeline({ 'deploy/rollout': rollout });
    expect(ran.jobs.monitor?.result).toBe('skipped');
    expect(ran.outputs).toMatchObject({ release: '7', outcome: 'success', reason: '' });
  });

  it.each(['test', 'build', 'scan', 'push'])('deploys nothing if %s fails', job => {
    const ran = pipeline({ [`build/${job}`]: { fails: job } });
    expect(ran.jobs.deploy?.result).toBe('skipped');
    expect(ran.jobs['deploy/rollout']).toBeUndefined();
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ images: '{}', release: '', outcome: 'failure' });
    expect(ran.outputs.reason).toBe(`${job} failed`);
  });

  it('plans before the job that waits for reviewers, and not again', () => {
    const ran = pipeline();
    expect(step(ran, 'build/push', 'plan')?.with).toMatchObject({
      environment: 'production',
      images: digests,
    });
    expect(ran.jobs['deploy/plan']?.result).toBe('skipped');
  });

  it('deploys nothing if the plan is refused', () => {
    const ran = pipeline({
      'build/push': { fails: 'plan', outputs: { plan: { reason: 'no permission to patch' } } },
    });
    expect(ran.jobs.deploy?.result).toBe('skipped');
    expect(ran.outputs).toMatchObject({ outcome: 'failure', reason: 'plan failed: no permission to patch' });
  });

  it.each([
    ['is rejected', { never: 'failure' as const }, 'failure'],
    ['is cancelled while it waits for reviewers', { never: 'cancelled' as const }, 'cancelled'],
  ])('has no release if the rollout %s', (_, rollout, outcome) => {
    expect(pipeline({ 'deploy/rollout': rollout }).outputs).toMatchObject({
      ...{ images: digests, release: '', weight: '', outcome },
    });
  });

  it('reports the second attempt and not the first, also if the build of a re-run fails', () => {
    const rolledBack = pipeline({ 'deploy/rollout': { fails: 'verify' } });
    const again = (before: ReturnType<typeof pipeline>, jobs: Record<string, Script> = {}) =>
      run('pipeline', { inputs: environment, before, github: { run_attempt: '2' }, jobs }).outputs;
    expect(again(rolledBack)).toEqual({ ...pipeline().outputs, reports: 'scan-reports-shop-2' });
    expect(again(pipeline(), { 'build/test': { fails: 'test' } })).toEqual({
      ...{ images: '{}', tags: '[]', version: '', reports: 'scan-reports-shop-1' },
      ...{ release: '', verdict: '', weight: '', outcome: 'failure', reason: 'test failed' },
    });
  });

  it('is red and rolled back if the release does not verify', () => {
    const ran = pipeline({ 'deploy/rollout': { fails: 'verify' } });
    expect(ran.jobs['deploy/rollback']?.result).toBe('success');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ images: digests, release: '7', outcome: 'rolled-back' });
  });

  it('passes on that a rollout needs action, with its verdict and weight', () => {
    const held = { state: 'needs-action', verdict: 'inconclusive', weight: '25', reason: 'nothing is shown' };
    const outputs = { deploy: { state: 'prepared' }, gate: held };
    const ran = pipeline({ 'deploy/rollout': { fails: 'gate', outputs } });
    expect(ran.jobs['deploy/rollback']?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ outcome: 'needs-action', verdict: 'inconclusive', weight: '25' });
  });

  it('passes on that a rollout bakes without a run, and is green', () => {
    const gate = {
      state: 'paused',
      'waiting-for': 'bake',
      verdict: '',
      weight: '80',
      reason: 'it bakes',
    };
    const ran = pipeline({ 'deploy/rollout': { outputs: { deploy: { state: 'prepared' }, gate } } });
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({
      outcome: 'paused',
      weight: '80',
      reason: expect.stringContaining('it bakes'),
    });
  });

  it('watches exactly the release of this run, with a registry for signatures and its proof', () => {
    const ran = run('pipeline', {
      inputs: { ...environment, registry: 'registry.example', 'registry-username': 'robot' },
      secrets: { 'registry-password': 'hunter22' },
      jobs: {
        'deploy/rollout': { outputs: { deploy: { monitored: 'true' } } },
        'monitor/monitor': {
          fails: 'monitor',
          outputs: { monitor: { verdict: 'degraded', rollback: 'complete', proof: 'refused' } },
        },
      },
    });
    expect(step(ran, 'monitor/monitor', 'monitor')?.with.release).toBe('7');
    expect(step(ran, 'monitor/monitor', 'Log in to the registry of the signatures')?.with).toEqual({
      ...{ registry: 'registry.example', username: 'robot', password: 'hunter22' },
    });
    expect(ran.outputs).toMatchObject({ outcome: 'rolled-back', weight: '0' });
  });

  it('hands the identities of `verify` to monitor as to verify, and to no other step of that job', () => {
    const credentials = '{"CUSTOMER_TOKEN":"token-of-customer"}';
    const ran = run('pipeline', {
      inputs: environment,
      secrets: { credentials },
      jobs: {
        'deploy/rollout': { outputs: { deploy: { monitored: 'true' } } },
        'monitor/monitor': { outputs: { monitor: { verdict: 'healthy' } } },
      },
    });
    expect(step(ran, 'deploy/rollout', 'verify')?.with.credentials).toBe(credentials);
    expect(step(ran, 'monitor/monitor', 'monitor')?.with.credentials).toBe(credentials);
    const steps = ran.jobs['monitor/monitor']?.steps ?? [];
    expect(steps.filter(each => JSON.stringify(each).includes('token-of-customer'))).toHaveLength(1);
  });

  it('rolls back a rollout that is cancelled', () => {
    const ran = pipeline({ 'deploy/rollout': { cancelledAt: 'deploy' } });
    expect(ran.jobs['deploy/rollback']?.result).toBe('success');
    expect(ran.outputs.outcome).toBe('rolled-back');
  });

  it.each(['build', 'plan'])('stops if it is cancelled at %s', id => {
    const ran = pipeline({ [id === 'plan' ? 'build/push' : 'build/build']: { cancelledAt: id } });
    expect(ran.jobs['deploy/rollout']).toBeUndefined();
    expect(ran.outputs.outcome).toBe('cancelled');
    expect(ran.result).not.toBe('success');
  });
});
