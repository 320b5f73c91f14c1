import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../../scripts/workflow-files.ts';
import { deploy, digests, environment, record, results, rolled, step } from './scenario.ts';
import type { Run, Script, Simulation } from './simulator.ts';

/** The job graph of deploy.yml: when the rollback runs, and when the run fails. */

describe('deploy.yml', () => {
  it('plans, rolls out and verifies, without a rollback', () => {
    const ran = deploy();
    expect(results(ran)).toEqual({
      plan: 'success',
      rollout: 'success',
      rollback: 'skipped',
      outcome: 'skipped',
    });
    expect(ran.outputs).toEqual({
      release: '7',
      baseline: '6',
      monitored: 'false',
      verdict: '',
      weight: '100',
      outcome: 'success',
      reason: '',
    });
    expect(step(ran, 'rollout', 'verify')?.with.release).toBe('7');
  });

  it.each([
    ['reversible', 'rollout', 'deploy'],
    ['force', 'rollout', 'deploy'],
    ['wait', 'rollout', 'deploy'],
    ['submodules', 'rollout', 'Check out'],
  ])('passes %s to the step of %s', (input, job, id) => {
    const inputs = { ...environment, images: digests, [input]: 'given' };
    expect(step(deploy({}, { inputs }), job, id)?.with[input]).toBe('given');
  });

  it('rolls out the planned and approved digest, even if the tag has moved since', () => {
    const planned = '{"shop":"ghcr.io/acme/shop@sha256:bb"}';
    const images = '{"shop":"ghcr.io/acme/shop:main"}';
    const ran = deploy(
      { plan: { outputs: { plan: { images: planned } } } },
      { inputs: { ...environment, images } },
    );
    expect(step(ran, 'plan', 'plan')?.with.images).toBe(images);
    expect(step(ran, 'rollout', 'deploy')?.with.images).toBe(planned);
  });

  describe('if build.yml has planned the release', () => {
    const planned = { inputs: { ...environment, images: digests, planned: true } };

    it('rolls it out without another plan', () => {
      const ran = deploy({}, planned);
      expect(results(ran)).toMatchObject({ plan: 'skipped', rollout: 'success', outcome: 'skipped' });
      expect(step(ran, 'rollout', 'deploy')?.with.images).toBe(digests);
      expect(ran.outputs).toMatchObject({ release: '7', outcome: 'success', reason: '' });
    });

    it('does not mention the plan after a failure', () => {
      const ran = deploy({ rollout: { never: 'failure' } }, planned);
      expect(ran.outputs).toMatchObject({ outcome: 'failure', reason: 'rollout failed' });
    });
  });

  it('keeps a verified release if it is cancelled while it sends the message', () => {
    const ran = deploy({ rollout: { cancelledAt: 'Notify' } });
    expect(results(ran)).toMatchObject({ rollout: 'cancelled', rollback: 'skipped', outcome: 'success' });
    expect(ran.outputs).toMatchObject({ release: '7', weight: '100', outcome: 'success', reason: '' });
  });

  it('does not repeat the reason of an earlier attempt if the runner of the plan is lost', () => {
    const before = deploy({
      plan: { fails: 'plan', outputs: { plan: { reason: 'no permission to patch' } } },
    });
    const ran = deploy({ plan: { never: 'failure' } }, { before, github: { run_attempt: '2' } });
    expect(ran.outputs).toMatchObject({ outcome: 'failure', reason: 'plan failed' });
  });

  it.each([
    ['log-in', 'ghcr.io refuses the login'],
    ['use-kubeconfig', 'the kubeconfig is no YAML'],
  ])('says why the rollout could not begin, after a failed step %s', (id, reason) => {
    const failed = { fails: id, outputs: { [id]: { reason } } };
    const before = deploy({ plan: failed });
    expect(before.outputs).toMatchObject({ outcome: 'failure', reason: `plan failed: ${reason}` });
    const ran = deploy({ rollout: failed }, { before, github: { run_attempt: '2' } });
    expect(results(ran)).toMatchObject({ rollout: 'failure', rollback: 'skipped' });
    expect(ran.outputs).toMatchObject({ outcome: 'failure', reason: `rollout failed: ${reason}` });
  });

  it('says whether the environment is monitored', () => {
    const ran = deploy({ rollout: { outputs: { deploy: { monitored: 'true' } } } });
    expect(ran.outputs.monitored).toBe('true');
  });

  it('CH 1: asks GitHub in the plan and in deploy whether the run of an earlier rollout has ended', () => {
    const { plan, rollout } = readWorkflow('.github/workflows/deploy.yml').jobs;
    const { push } = readWorkflow('.github/workflows/build.yml').jobs;
    const steps = [plan, rollout, push].flatMap(job => job?.steps ?? []);
    const asking = steps.filter(({ id }) => id === 'plan' || id === 'deploy');
    const token = '${{ github.token }}';
    expect(asking.map(each => each.with?.['actions-token'])).toEqual([token, token, token]);
  });

  it('rolls nothing out if the plan fails', () => {
    const ran = deploy({ plan: { fails: 'plan', outputs: { plan: { reason: 'no permission to patch' } } } });
    expect(results(ran)).toMatchObject({ rollout: 'skipped', rollback: 'skipped' });
    expect(ran.outputs).toEqual({
      release: '',
      baseline: '',
      monitored: 'false',
      verdict: '',
      weight: '',
      outcome: 'failure',
      reason: 'plan failed: no permission to patch',
    });
  });

  it('rolls back to the baseline and fails if the release does not verify', () => {
    const ran = deploy({ rollout: { fails: 'verify', outputs: { verify: { verdict: 'fail' } } } });
    expect(ran.jobs.rollback?.result).toBe('success');
    expect(step(ran, 'rollback', 'rollback')?.with).toMatchObject({ 'from-release': '7' });
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ release: '7', outcome: 'rolled-back' });
  });

  it('keeps a release that fails its verification through no fault of its own, and asks for a person', () => {
    const verify = { verdict: 'fail', cause: 'environment', reason: 'the certificate is valid for 5 days' };
    const ran = deploy({ rollout: { fails: 'verify', outputs: { verify } } });
    expect(results(ran)).toMatchObject({ rollout: 'failure', rollback: 'skipped' });
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({
      ...{ release: '7', outcome: 'needs-action', weight: '100' },
      reason: 'rollout failed: the certificate is valid for 5 days',
    });
    const release = deploy({
      rollout: { fails: 'verify', outputs: { verify: { ...verify, cause: 'release' } } },
    });
    expect(release.outputs.outcome).toBe('rolled-back');
  });

  it('marks the images as withdrawn after the rollback if the rollback itself could not', () => {
    const says = (proof: string) => {
      const ran = deploy({
        rollout: { cancelledAt: 'verify' },
        rollback: { outputs: { rollback: { proof } } },
      });
      expect(ran.outputs.outcome).toBe('rolled-back');
      return ran.jobs.rollback?.steps
        .map(({ id }) => id)
        .filter(id => /^(rollback|withdraw|Log in.*)$/.test(id));
    };
    const before = ['Log in to the registry of the signatures', 'rollback'];
    expect(says('refused')).toEqual([...before, 'Log in to the registry to withdraw the proof', 'withdraw']);
    for (const proof of ['none', 'withdrawn', 'attached']) expect(says(proof)).toEqual(before);
  });

  describe('for the signatures of the baseline', () => {
    const login = 'Log in to the registry of the signatures';
    const prepared = { deploy: { state: 'prepared' } };

    it.each<Script>([
      { fails: 'verify' },
      { fails: 'verify', outputs: prepared },
      { fails: 'deploy' },
      { fails: 'deploy', outputs: { deploy: { state: 'failed' } } },
      { fails: 'promote', outputs: prepared },
      { fails: 'promote', outputs: { ...prepared, promote: { state: 'failed' } } },
    ])('logs in before the rollback of a release that may be live, and rolls back without: %j', rollout => {
      const ran = deploy({ rollout, rollback: { fails: login } });
      const ids = ran.jobs.rollback?.steps.map(({ id }) => id) ?? [];
      expect(ids).toContain(login);
      expect(ids.indexOf('rollback')).toBeGreaterThan(ids.indexOf(login));
      expect(ran.outputs.outcome).toBe('rolled-back');
    });

    it.each<Script>([
      { fails: 'gate', outputs: prepared },
      { cancelledAt: 'gate', outputs: prepared },
      { fails: 'gate', outputs: { ...prepared, gate: { state: 'refused' } } },
    ])('waits for no registry before the rollback of a canary: %j', rollout => {
      const ran = deploy({ rollout });
      expect(ran.outputs.outcome).toBe('rolled-back');
      expect(step(ran, 'rollback', login)).toBeUndefined();
    });
  });

  it('counts as rolled back even if the images cannot be marked', () => {
    const rollback = { outputs: { rollback: { proof: 'refused' } }, fails: 'withdraw' };
    expect(deploy({ rollout: { cancelledAt: 'verify' }, rollback }).outputs.outcome).toBe('rolled-back');
  });

  it('passes the reason of a forced promotion to plan and deploy', () => {
    const inputs = { environment: 'production', images: '{}', force: 'the fix of an outage' };
    const ran = deploy({}, { inputs });
    expect(step(ran, 'plan', 'plan')?.with.force).toBe('the fix of an outage');
    expect(step(ran, 'rollout', 'deploy')?.with.force).toBe('the fix of an outage');
  });

  it('rolls back if it is cancelled between deploy and verify', () => {
    const ran = deploy({ rollout: { cancelledAt: 'verify' } });
    expect(ran.jobs.rollout?.result).toBe('cancelled');
    expect(ran.jobs.rollback?.result).toBe('success');
    expect(ran.outputs.outcome).toBe('rolled-back');
  });

  it('finishes the rollback for which the time of a cancelled deploy was too short', () => {
    const outputs = { deploy: { state: 'failed', release: '7', reason: 'the run was cancelled' } };
    const ran = deploy({ rollout: { cancelledAt: 'deploy', outputs } });
    expect(step(ran, 'rollback', 'rollback')?.with).toMatchObject({ 'from-release': '7' });
    expect(ran.outputs).toMatchObject({ outcome: 'rolled-back' });
  });

  it('rolls back by the id of the run if it crashed before it set the output with its release', () => {
    for (const script of [{ fails: 'deploy' }, { cancelledAt: 'deploy' }]) {
      const ran = deploy({ rollout: script });
      expect(ran.jobs.rollback?.result).toBe('success');
      expect(step(ran, 'rollback', 'rollback')?.with).toMatchObject({ 'from-release': 'run' });
      expect(ran.outputs.outcome).toBe('rolled-back');
    }
  });

  it.each([
    [{ fails: 'verify' }, 'failure', 'rollout failed: release 8 came after release 7'],
    [{ cancelledAt: 'verify' }, 'cancelled', 'rollout was cancelled: release 8 came after release 7'],
  ])('does not report a rollback that was not needed, after %o', (rollout, outcome, reason) => {
    const left = { state: 'not-needed', release: '', reason: 'release 8 came after release 7' };
    const ran = deploy({ rollout, rollback: { outputs: { rollback: left } } });
    expect(ran.jobs.rollback?.result).toBe('success');
    expect(ran.result).not.toBe('success');
    expect(ran.outputs).toMatchObject({ outcome, reason });
  });

  it('reports that the rollback did not succeed, regardless of an earlier attempt', () => {
    const needless = { rollback: { outputs: { rollback: { state: 'not-needed' } } } };
    const before = deploy({ rollout: { fails: 'verify' }, ...needless });
    const jobs = { rollout: { fails: 'verify' }, rollback: { never: 'failure' as const } };
    const ran = deploy(jobs, { before, github: { run_attempt: '2' } });
    expect(ran.outputs.reason).toContain('the rollback failed');
  });

  it.each(['refused', 'rolled-back'])('does not roll back if the state of deploy is %s', state => {
    const ran = deploy({
      rollout: { fails: 'deploy', outputs: { deploy: { state, release: '7', reason: 'the lease is held' } } },
    });
    expect(ran.jobs.rollback?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject(
      state === 'refused'
        ? { outcome: 'failure', reason: 'rollout failed: the lease is held' }
        : {
            outcome: 'rolled-back',
            reason: 'rollout failed: the lease is held; the baseline is live again',
          },
    );
  });

  it('does not report a rollback of the previous attempt as its own', () => {
    const rolledBack = { fails: 'deploy', outputs: { deploy: { state: 'rolled-back' } } };
    const before = deploy({ rollout: rolledBack });
    expect(before.outputs.outcome).toBe('rolled-back');
    const ran = deploy({ rollout: { never: 'failure' } }, { before, github: { run_attempt: '2' } });
    expect(ran.outputs.outcome).toBe('failure');
  });

  it('rolls back if deploy could not do so itself', () => {
    const ran = deploy({
      rollout: { fails: 'deploy', outputs: { deploy: { state: 'failed', baseline: '6' } } },
    });
    expect(ran.jobs.rollback?.result).toBe('success');
  });

  it.each(['failure', 'cancelled'] as const)('does not roll back if the approval ends in %s', never => {
    const ran = deploy({ rollout: { never } });
    expect(ran.jobs.rollback?.result).toBe('skipped');
    expect(ran.result).not.toBe('success');
    expect(ran.outputs).toMatchObject({ release: '', outcome: never });
  });

  it('does not roll back if the approval of a re-run is rejected, regardless of the previous attempt', () => {
    const before = deploy({ rollout: { fails: 'verify' } });
    const ran = deploy({ rollout: { never: 'failure' } }, { before, github: { run_attempt: '2' } });
    expect(ran.jobs.rollback?.result).toBe('skipped');
  });

  it('rolls back a second attempt like a first', () => {
    const ran = deploy({ rollout: { fails: 'verify' } }, { github: { run_attempt: '2' } });
    expect(ran.jobs.rollback?.result).toBe('success');
  });

  it('reports it if the rollback fails, too', () => {
    const ran = deploy({
      rollout: { fails: 'verify' },
      rollback: { fails: 'rollback', outputs: { rollback: { reason: 'no answer' } } },
    });
    expect(ran.outputs).toMatchObject({
      outcome: 'failure',
      reason: 'rollout failed: no answer; and the rollback failed: check which version is live',
    });
  });

  /** Runs a canary: deploy prepares it, gate and promote continue. Outputs of a failing step must be passed. */
  const canary = (script: Script = {}, jobs: Record<string, Script> = {}, more: Simulation = {}) => {
    const outputs = { ...script.outputs };
    if (!(script.fails === 'deploy' || script.cancelledAt === 'deploy') && script.never === undefined)
      outputs.deploy = { state: 'prepared', record: '', ...outputs.deploy };
    return deploy({ rollout: { ...script, outputs }, ...jobs }, more);
  };
  const ids = (ran: Run) =>
    (ran.jobs.rollout?.steps ?? []).map(({ id }) => id).filter(id => /^[a-z]+$/.test(id));

  it('runs gate and promotion, keeps the decision record, and verifies', () => {
    const ran = canary();
    expect(ids(ran)).toEqual(['start', 'deploy', 'gate', 'promote', 'verify']);
    expect(ran.jobs.rollback?.result).toBe('skipped');
    expect(ran.outputs).toEqual({
      release: '7',
      baseline: '6',
      monitored: 'false',
      verdict: 'pass',
      weight: '100',
      outcome: 'success',
      reason: '',
    });
    expect(step(ran, 'rollout', 'Keep the decision')?.with).toEqual({
      name: 'decision-shop-production-hash-1',
      path: record,
    });
  });

  it('passes its release to gate and promote', () => {
    const ran = canary({ outputs: { deploy: { release: '9' } } });
    for (const id of ['gate', 'promote']) expect(step(ran, 'rollout', id)?.with.release).toBe('9');
  });

  it.each([['complete'], ['rolled-back'], ['failed']])(
    'does not run the gate for a release that is %s, and keeps its decision record',
    state => {
      const ran = deploy({
        rollout: {
          outputs: { deploy: { app: 'shop', state, record: rolled } },
          ...(state === 'complete' ? {} : { fails: 'deploy' }),
        },
      });
      expect(ids(ran)).toEqual(['start', 'deploy', ...(state === 'complete' ? ['verify'] : [])]);
      expect(step(ran, 'rollout', 'Keep the decision')?.with).toEqual({
        name: 'decision-shop-production-hash-1',
        path: rolled,
      });
    },
  );

  it('keeps no decision record of a release that was not applied', () => {
    const refused = { state: 'refused', record: '', reason: 'its pre hook failed' };
    const ran = deploy({ rollout: { fails: 'deploy', outputs: { deploy: refused } } });
    expect(step(ran, 'rollout', 'Keep the decision')).toBeUndefined();
  });

  const rolledBack = { state: 'rolled-back', verdict: 'fail', weight: '0', record, reason: 'errors rose' };

  it('does not roll back again after the gate has, and reports the reason', () => {
    const ran = canary({ fails: 'gate', outputs: { gate: rolledBack } });
    expect(ids(ran)).toEqual(['start', 'deploy', 'gate']);
    expect(ran.jobs.rollback?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({
      verdict: 'fail',
      weight: '0',
      outcome: 'rolled-back',
      reason: 'rollout failed: errors rose; the baseline is live again',
    });
    expect(step(ran, 'rollout', 'Keep the decision')?.with.path).toBe(record);
  });

  it.each(['fails', 'cancelledAt'])('does not roll back a rollout that needs action: gate %s', how => {
    const held = {
      state: 'needs-action',
      verdict: 'inconclusive',
      weight: '25',
      record,
      reason: 'nothing is shown',
    };
    const ran = canary({ [how]: 'gate', outputs: { gate: held } });
    expect(ran.jobs.rollback?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ verdict: 'inconclusive', weight: '25', outcome: 'needs-action' });
    expect(ran.outputs.reason).toContain('nothing is shown; a person must resume it or roll it back');
  });

  const baking = { state: 'paused', 'waiting-for': 'bake', verdict: '', weight: '80', record };

  it('is green while a rollout bakes without a run, and does not promote, verify or roll back', () => {
    const ran = canary({ outputs: { gate: { ...baking, reason: 'release 7 bakes until noon' } } });
    expect(ran.jobs.rollout?.steps.map(({ id }) => id)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/promote|verify/)]),
    );
    expect(results(ran)).toMatchObject({ rollout: 'success', rollback: 'skipped', outcome: 'skipped' });
    expect(ran.outputs).toMatchObject({
      weight: '80',
      outcome: 'paused',
      reason: 'release 7 bakes until noon',
    });
  });

  it('is green while a pull request waits for its merge, and does not verify or roll back', () => {
    const waiting = {
      state: 'paused',
      release: '7',
      record: '',
      reason: 'pull request #4 is not merged yet',
    };
    const ran = deploy({ rollout: { outputs: { deploy: waiting } } });
    expect(ran.jobs.rollout?.steps.map(({ id }) => id)).not.toContain('verify');
    expect(results(ran)).toMatchObject({ rollout: 'success', rollback: 'skipped', outcome: 'skipped' });
    expect(ran.outputs).toMatchObject({ outcome: 'paused', reason: waiting.reason });
  });

  it.each(['fails', 'cancelledAt'])(
    'is red, without a rollback, while a rollout waits for an approval: gate %s',
    how => {
      const waiting = {
        state: 'paused',
        'waiting-for': 'approval',
        verdict: 'inconclusive',
        weight: '50',
        record,
      };
      const ran = canary({
        [how]: 'gate',
        outputs: { gate: { ...waiting, reason: 'approve or roll it back' } },
      });
      expect(ran.jobs.rollback?.result).toBe('skipped');
      expect(ran.result).toBe('failure');
      expect(ran.outputs).toMatchObject({ verdict: 'inconclusive', weight: '50', outcome: 'needs-action' });
      expect(ran.outputs.reason).toContain('approve or roll it back');
    },
  );

  it.each([
    ['rolled-back', 'skipped', 'rolled-back'],
    ['needs-action', 'skipped', 'needs-action'],
    ['refused', 'success', 'rolled-back'],
  ])('after a promotion with the state %s the rollback is %s', (state, result, outcome) => {
    const ran = canary({ fails: 'promote', outputs: { promote: { state, reason: 'it stopped' } } });
    expect(ran.jobs.rollback?.result).toBe(result);
    expect(ran.result).toBe('failure');
    expect(ran.outputs.outcome).toBe(outcome);
  });

  it('rolls back the release that deploy prepared and gate refused', () => {
    const ran = canary({ fails: 'gate', outputs: { gate: { state: 'refused', reason: 'no permission' } } });
    expect(step(ran, 'rollback', 'rollback')?.with['from-release']).toBe('7');
    expect(ran.outputs).toMatchObject({ outcome: 'rolled-back' });
    expect(ran.outputs.reason).toContain('no permission');
  });

  // A step that crashes or is killed sets no output.
  describe.each(['fails', 'cancelledAt'] as const)('a run that %s', how => {
    const early = ['Check out', 'log-in', 'use-kubeconfig'];

    it.each(early)('at "%s" is red without a rollback, because nothing was changed', at => {
      const ran = deploy({ rollout: { [how]: at } });
      expect(ran.jobs.rollback?.result).toBe('skipped');
      expect(ran.result).not.toBe('success');
      expect(ran.outputs.outcome).toBe(how === 'fails' ? 'failure' : 'cancelled');
    });

    it.each(['deploy', 'gate', 'promote', 'verify'])('at %s, without outputs, is rolled back and red', at => {
      const ran = canary({ [how]: at });
      expect(ran.jobs.rollback?.result).toBe('success');
      expect(step(ran, 'rollback', 'rollback')?.with['from-release']).toBe(at === 'deploy' ? 'run' : '7');
      expect(ran.result).not.toBe('success');
      expect(ran.outputs).toMatchObject({ outcome: 'rolled-back', weight: '0' });
    });

    it('in the rollback reports that a person must check', () => {
      const ran = canary({ fails: 'verify' }, { rollback: { [how]: 'rollback' } });
      expect(ran.result).toBe('failure');
      expect(ran.outputs).toMatchObject({ outcome: 'failure', weight: '' });
      expect(ran.outputs.reason).toContain('check which version is live');
    });
  });

  it('does not roll back if an artifact cannot be stored', () => {
    const ran = canary({ fails: 'Keep the decision' });
    expect(ran.result).toBe('success');
    expect(ran.jobs.rollback?.result).toBe('skipped');
  });

  it('reports that a person must check if the runner of the rollback is lost', () => {
    const ran = canary({ fails: 'verify' }, { rollback: { never: 'failure' } });
    expect(ran.outputs.reason).toContain('check which version is live');
  });

  it('waits for reviewers before it starts anything, including rollback and outcome', () => {
    const ran = deploy({ rollout: { never: 'pending' } });
    expect(results(ran)).toEqual({
      plan: 'success',
      rollout: 'pending',
      rollback: 'pending',
      outcome: 'pending',
    });
    expect(ran.jobs.rollout?.steps).toEqual([]);
  });

  describe('re-run failed jobs', () => {
    const again = { github: { run_attempt: '2' } };
    const before = canary({ fails: 'gate', outputs: { gate: rolledBack } });

    it('are an independent rollout: outputs of the previous attempt decide nothing', () => {
      const ran = canary({ fails: 'gate' }, {}, { before, ...again });
      expect(ran.jobs.rollback?.result).toBe('success');
      expect(canary({}, {}, { before, ...again }).outputs).toMatchObject({
        verdict: 'pass',
        outcome: 'success',
      });
    });

    it('pass on no outputs of it if they are rejected', () => {
      const held = {
        state: 'needs-action',
        verdict: 'inconclusive',
        weight: '25',
        reason: 'nothing is shown',
      };
      const deployed = { state: 'prepared', release: '7', baseline: '6', reason: '' };
      const waiting = canary({ fails: 'gate', outputs: { deploy: deployed, gate: held } });
      expect(waiting.outputs).toEqual({
        release: '7',
        baseline: '6',
        monitored: 'false',
        verdict: 'inconclusive',
        weight: '25',
        outcome: 'needs-action',
        reason: 'rollout failed: nothing is shown; a person must resume it or roll it back',
      });
      const ran = canary({ never: 'failure' }, {}, { before: waiting, ...again });
      expect(ran.jobs.rollback?.result).toBe('skipped');
      expect(ran.outputs).toEqual({
        release: '',
        baseline: '',
        monitored: 'false',
        verdict: '',
        weight: '',
        outcome: 'failure',
        reason: 'rollout failed',
      });
    });

    it('do not report the previous rollback if it was not re-run', () => {
      const failing = { fails: 'rollback', outputs: { rollback: { reason: 'no answer' } } };
      const unfixed = canary({ fails: 'gate' }, { rollback: failing });
      expect(unfixed.outputs.reason).toContain('no answer');
      const ran = canary(
        { fails: 'gate' },
        { rollback: { never: 'failure' } },
        { before: unfixed, ...again },
      );
      expect(ran.outputs.reason).not.toContain('no answer');
    });

    it('pass on the outputs of a successful rollout if only the last job is re-run', () => {
      const whole = canary({});
      expect(whole.outputs).toMatchObject({ release: '7', verdict: 'pass', outcome: 'success' });
      const ran = canary({ kept: true }, {}, { before: whole, ...again });
      expect(ran.outputs).toEqual(whole.outputs);
    });
  });

  it('keeps the decision record of the rollback', () => {
    const ran = canary({ cancelledAt: 'gate' }, { rollback: { outputs: { rollback: { record } } } });
    expect(step(ran, 'rollback', 'Keep the decision')?.with.name).toBe(
      'decision-shop-production-hash-1-rollback',
    );
  });

  describe('critic 5: if verified images are signed with a key of a KMS', () => {
    const reach = "Log in to the key service with the caller's action";
    const files = ['.github/slipway/sign/action.yml'];
    const signs = (sign: string) => ({ outputs: { deploy: { 'sign-proof': sign } } });
    const verifies = (ran: Run) =>
      ran.jobs.rollout?.steps.map(({ id }) => id).filter(id => [reach, 'verify'].includes(id));

    it("runs the caller's own login right before it verifies", () => {
      const ran = deploy({ rollout: signs('true') }, { files });
      const ids = ran.jobs.rollout?.steps.map(({ id }) => id) ?? [];
      expect(ids.slice(-4)).toEqual([reach, 'verify', 'Keep the records', 'Notify']);
      expect(ran.jobs.rollout?.steps.find(({ id }) => id === reach)?.uses).toBe('./.github/slipway/sign');
    });

    it('does not run it elsewhere', () => {
      expect(verifies(deploy({ rollout: signs('false') }, { files }))).toEqual(['verify']);
      expect(verifies(deploy({ rollout: signs('true') }))).toEqual(['verify']);
      const paused = canary(
        { outputs: { ...signs('true').outputs, gate: { state: 'paused' } } },
        {},
        { files },
      );
      expect(verifies(paused)).toEqual([]);
      const rolledBack = deploy({ rollout: { fails: 'verify', ...signs('true') } }, { files });
      expect(step(rolledBack, 'rollback', reach)).toBeUndefined();
    });

    it('verifies, and does not roll back, if that login fails', () => {
      const ran = deploy({ rollout: { fails: reach, ...signs('true') } }, { files });
      expect(verifies(ran)).toEqual([reach, 'verify']);
      expect(results(ran)).toMatchObject({ rollout: 'success', rollback: 'skipped' });
    });
  });

  it("critic 8: downloads programs from the caller's mirrors, also in the rollback", () => {
    const mirrors = 'https://mirror.example.com/tools';
    const ran = deploy(
      { rollout: { fails: 'verify' }, rollback: { outputs: { rollback: { proof: 'refused' } } } },
      {
        inputs: { ...environment, images: '{"shop":"sha256:aa"}' },
        vars: { SLIPWAY_TOOL_MIRRORS: mirrors },
      },
    );
    const given = [
      step(ran, 'rollout', 'verify'),
      ...['rollback', 'withdraw'].map(id => step(ran, 'rollback', id)),
    ];
    expect(given.map(each => each?.with['tool-mirrors'])).toEqual([mirrors, mirrors, mirrors]);
  });

  it('uses the protected environment in one job, and the other one in the rollback', () => {
    const { jobs } = readWorkflow('.github/workflows/deploy.yml');
    const named = Object.entries(jobs).filter(([, { environment: name }]) => name !== undefined);
    expect(Object.fromEntries(named.map(([id, job]) => [id, job.environment]))).toEqual({
      rollout: {
        name: '${{ inputs.github-environment || inputs.environment }}',
        url: '${{ steps.deploy.outputs.url }}',
      },
      rollback: '${{ inputs.rollback-environment }}',
    });
  });

  it('queues only rollouts, so a rollback never waits', () => {
    const { jobs } = readWorkflow('.github/workflows/deploy.yml');
    expect(Object.keys(jobs).filter(id => jobs[id]?.concurrency !== undefined)).toEqual(['rollout']);
    expect(jobs.rollout?.concurrency).toEqual({
      group: 'slipway-${{ inputs.config }}-${{ inputs.environment }}',
      'cancel-in-progress': false,
      queue: 'max',
    });
  });

  it("passes the kubeconfig to every job that needs the cluster, and lets the caller's own connect override it", () => {
    const ran = deploy(
      { rollout: { fails: 'verify' } },
      { secrets: { kubeconfig: 'apiVersion: v1' }, files: ['.github/slipway/connect/action.yml'] },
    );
    for (const job of ['plan', 'rollout', 'rollback']) {
      const ids = ran.jobs[job]?.steps.map(({ id }) => id) ?? [];
      expect(step(ran, job, 'use-kubeconfig')?.with.kubeconfig, job).toBe('apiVersion: v1');
      expect(ids.indexOf("Connect with the caller's action"), job).toBe(ids.indexOf('use-kubeconfig') + 1);
    }
  });
});
