import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkflow, root } from '../../scripts/workflow-files.ts';
import { untilFree } from '../../src/toolkit/timing.ts';
import { digests, environment, idle, results, run, stands, step } from './scenario.ts';
import { type Run, type Script, simulateAction } from './simulator.ts';

/** The job graphs of workflows that are started manually or on a schedule: rollback, resume, status, sweep, backup and drills. */

describe('rollback.yml', () => {
  const rollback = (
    inputs: Record<string, string>,
    jobs: Record<string, Script> = {},
    vars: Record<string, string> = {},
  ) => run('rollback', { inputs: { ...environment, ...inputs }, jobs, vars });
  const acts = (ran: Run) =>
    (ran.jobs.rollback?.steps ?? []).filter(({ id }) => id === 'rollback').map(({ id }) => id);

  it('restores the last verified release', () => {
    const ran = rollback({});
    expect(acts(ran)).toEqual(['rollback']);
    expect(step(ran, 'rollback', 'rollback')?.with['to-release']).toBe('');
    expect(ran.outputs).toEqual({ release: '6', outcome: 'success', reason: '' });
  });

  it.each([{}, { operation: 'to-release', release: '4' }])(
    'logs in for the signatures before %o, and rolls back without a login, too',
    inputs => {
      const login = 'Log in to the registry of the signatures';
      const ran = rollback(inputs, { rollback: { fails: login } });
      const ids = ran.jobs.rollback?.steps.map(({ id }) => id) ?? [];
      expect(ids.indexOf(login)).toBeLessThan(ids.indexOf('rollback'));
      expect(ran.outputs).toMatchObject({ release: '6', outcome: 'success' });
    },
  );

  it.each(['4', 'r4'])('restores a given release: %s', release => {
    const ran = rollback({ operation: 'to-release', release });
    expect(step(ran, 'rollback', 'rollback')?.with['to-release']).toBe(release);
  });

  it('marks the images as withdrawn only if the rollback itself could not', () => {
    const said = (proof: string) =>
      rollback({}, { rollback: { outputs: { rollback: { proof } } } })
        .jobs.rollback?.steps.map(({ id }) => id)
        .filter(id => id === 'rollback' || id === 'withdraw');
    expect(said('refused')).toEqual(['rollback', 'withdraw']);
    expect(said('none')).toEqual(['rollback']);
    expect(said('withdrawn')).toEqual(['rollback']);
  });

  it.each([
    [{ operation: 'undu' }, 'the operation is unknown. Choose rollback, to-release, resume or approve.'],
    [{ operation: 'to-release' }, 'needs the number of a release'],
    [{ operation: 'to-release', release: 'last' }, 'needs the number of a release'],
    [{ operation: 'rollback', release: '4' }, 'the input release is not for the operation rollback'],
    [{ operation: '' }, 'the operation is unknown'],
  ])('refuses %o before it changes anything', (inputs, reason) => {
    const ran = rollback(inputs);
    expect(acts(ran)).toEqual([]);
    expect(ran.jobs.resume?.result).toBe('skipped');
    expect(ran.result).toBe('failure');
    expect(ran.outputs.reason).toContain(reason);
  });

  it.each([{ fails: 'rollback' }, { cancelledAt: 'rollback' }])('is red after %o', script => {
    const ran = rollback({}, { rollback: script });
    expect(ran.result).not.toBe('success');
    expect(ran.outputs.outcome).toBe('fails' in script ? 'failure' : 'cancelled');
  });

  describe('resume', () => {
    const resume = (script: Script = {}, jobs: Record<string, Script> = {}) =>
      rollback({ operation: 'resume' }, { resume: script, ...jobs });
    const went = (ran: Run) => ran.jobs.resume?.steps.map(({ id }) => id).filter(id => /^[a-z]+$/.test(id));

    it('continues the rollout, promotes and verifies', () => {
      const ran = resume();
      expect(results(ran)).toEqual({
        rollback: 'skipped',
        resume: 'success',
        'rollback-resumed': 'skipped',
        outcome: 'skipped',
      });
      expect(went(ran)).toEqual(['status', 'start', 'gate', 'promote', 'verify']);
      expect(ran.outputs).toEqual({
        release: '7',
        outcome: 'success',
        reason: '',
      });
    });

    it('promotes only the release that gate has judged', () => {
      const ran = resume({ outputs: { gate: { release: '9' } } });
      expect(step(ran, 'resume', 'promote')?.with.release).toBe('9');
    });

    it.each([
      ['resume', 'false'],
      ['approve', 'true'],
    ])('passes the approval to gate: %s', (operation, approve) => {
      const ran = rollback({ operation });
      expect(step(ran, 'resume', 'gate')?.with.approve).toBe(approve);
      expect(ran.outputs).toMatchObject({ release: '7', outcome: 'success' });
    });

    it.each(['resume', 'approve'])('%s continues only the release that it is for', operation => {
      const gated = (release: string) => {
        const ran = rollback({ operation, release });
        expect([ran.jobs.rollback?.result, ran.outputs.outcome]).toEqual(['skipped', 'success']);
        return step(ran, 'resume', 'gate')?.with.release;
      };
      expect([gated('7'), gated('')]).toEqual(['7', '7']);
    });

    it('neither continues nor rolls back another release than the one that it is for', () => {
      const refused = { state: 'refused', reason: 'the rollout in progress is that of release 7' };
      const another = (script: Script) => {
        const ran = rollback({ operation: 'approve', release: '6' }, { resume: script });
        expect(step(ran, 'resume', 'gate')?.with.release).toBe('6');
        expect(ran.result).not.toBe('success');
        return step(ran, 'rollback-resumed', 'rollback')?.with['from-release'];
      };
      expect(another({ fails: 'gate', outputs: { gate: refused } })).toBeUndefined();
      expect(another({ cancelledAt: 'gate' })).toBe('6');
    });

    it('is green if the rollout bakes without a run, without verifying or rolling back', () => {
      const reason = 'release 7 has 80 % of the traffic and bakes without a run';
      const ran = resume({ outputs: { gate: { state: 'paused', 'waiting-for': 'bake', reason } } });
      expect(went(ran)).toEqual(['status', 'start', 'gate']);
      expect(ran.jobs['rollback-resumed']?.result).toBe('skipped');
      expect(ran.result).toBe('success');
      expect(ran.outputs).toMatchObject({ outcome: 'paused', reason });
    });

    it('does not roll back if no rollout is in progress', () => {
      const ran = resume({
        fails: 'gate',
        outputs: { status: idle, gate: { state: 'refused', reason: 'no rollout of shop is under way' } },
      });
      expect(went(ran)).toEqual(['status', 'gate']);
      expect(ran.jobs['rollback-resumed']?.result).toBe('skipped');
      expect(ran.outputs).toMatchObject({
        release: '7',
        outcome: 'failure',
        reason: 'resume failed: no rollout of shop is under way',
      });
    });

    it.each([
      ['rolled-back', 'skipped', 'rolled-back'],
      ['needs-action', 'skipped', 'needs-action'],
      ['paused', 'skipped', 'needs-action'],
      ['refused', 'skipped', 'failure'],
    ])('does not roll back if the state of gate is %s', (state, result, outcome) => {
      const ran = resume({ fails: 'gate', outputs: { gate: { state, reason: 'why' } } });
      expect(ran.jobs['rollback-resumed']?.result).toBe(result);
      expect(ran.result).toBe('failure');
      expect(ran.outputs.outcome).toBe(outcome);
    });

    it.each([{ fails: 'gate' }, { cancelledAt: 'gate' }, { cancelledAt: 'promote' }, { fails: 'verify' }])(
      'rolls back the resumed release after %o',
      script => {
        const ran = resume(script);
        expect(step(ran, 'rollback-resumed', 'rollback')?.with['from-release']).toBe('7');
        expect(ran.result).not.toBe('success');
        expect(ran.outputs).toMatchObject({ outcome: 'rolled-back', release: '6' });
      },
    );

    it.each<[Script, boolean]>([
      [{ fails: 'verify' }, true],
      [{ fails: 'promote' }, true],
      [{ fails: 'promote', outputs: { promote: { state: 'failed' } } }, true],
      [{ fails: 'gate' }, false],
    ])(
      'logs in for signatures only before the rollback of a release that may be live: %j',
      (script, logsIn) => {
        const login = 'Log in to the registry of the signatures';
        const ran = resume(script, { 'rollback-resumed': logsIn ? { fails: login } : {} });
        expect(step(ran, 'rollback-resumed', login) !== undefined).toBe(logsIn);
        expect(ran.outputs.outcome).toBe('rolled-back');
      },
    );

    it.each([{ never: 'failure' as const }, { cancelledAt: 'Check out' }, { fails: 'status' }])(
      'does not roll back if it has not started: %o',
      script => {
        const ran = resume(script);
        expect(ran.jobs['rollback-resumed']?.result).toBe('skipped');
        expect(ran.result).not.toBe('success');
      },
    );
  });

  describe('critic 5: if verified images are signed with a key of a KMS', () => {
    const reach = "Log in to the key service with the caller's action";
    const went = (sign: string, script = {}) => {
      const jobs = { resume: { ...script, outputs: { status: { ...stands, 'sign-proof': sign } } } };
      const files = ['.github/slipway/sign/action.yml'];
      const ran = run('rollback', { inputs: { ...environment, operation: 'resume' }, jobs, files });
      const ids = ran.jobs.resume?.steps.map(({ id }) => id).filter(id => [reach, 'verify'].includes(id));
      return { ids, 'rollback-resumed': ran.jobs['rollback-resumed']?.result };
    };

    it("runs the caller's own login before it verifies, if images must be signed", () => {
      expect(went('true').ids).toEqual([reach, 'verify']);
      expect(went('false').ids).toEqual(['verify']);
    });

    it('verifies, and does not roll back, if that login fails', () => {
      expect(went('true', { fails: reach })).toEqual({
        ids: [reach, 'verify'],
        'rollback-resumed': 'skipped',
      });
    });

    it('does not run it in a rollback, which must not depend on another service', () => {
      const ran = run('rollback', {
        inputs: environment,
        jobs: { rollback: { outputs: { rollback: { proof: 'refused' } } } },
        files: ['.github/slipway/sign/action.yml'],
      });
      expect(step(ran, 'rollback', reach)).toBeUndefined();
    });
  });

  it("critic 8: downloads programs from the caller's mirrors", () => {
    const mirrors = 'https://mirror.example.com/tools';
    const given = (
      inputs: Record<string, string>,
      jobs: Record<string, Script>,
      ...steps: [string, string][]
    ) => {
      const ran = rollback(inputs, jobs, { SLIPWAY_TOOL_MIRRORS: mirrors });
      return steps.map(([job, id]) => step(ran, job, id)?.with['tool-mirrors']);
    };
    const refused = { outputs: { rollback: { proof: 'refused' } } };
    expect([
      ...given({}, { rollback: refused }, ['rollback', 'rollback'], ['rollback', 'withdraw']),
      ...given(
        ...([{ operation: 'resume' }, { resume: { fails: 'verify' }, 'rollback-resumed': refused }] as const),
        ...([
          ['resume', 'verify'],
          ['rollback-resumed', 'rollback'],
          ['rollback-resumed', 'withdraw'],
        ] as [string, string][]),
      ),
    ]).toEqual(Array.from({ length: 5 }, () => mirrors));
  });

  it('keeps a verified release if it is cancelled while it sends the message', () => {
    const ran = rollback({ operation: 'resume' }, { resume: { cancelledAt: 'Notify' } });
    expect(results(ran)).toMatchObject({ resume: 'cancelled', 'rollback-resumed': 'skipped' });
    expect(ran.outputs).toMatchObject({ release: '7', outcome: 'success' });
  });

  it('keeps a complete rollback if it is cancelled while it sends the message', () => {
    const ran = rollback({}, { rollback: { cancelledAt: 'Notify' } });
    expect(results(ran)).toMatchObject({ rollback: 'cancelled', outcome: 'success' });
    expect(ran.outputs).toMatchObject({ release: '6', outcome: 'success', reason: '' });
    const before = run('rollback', { inputs: environment, jobs: { rollback: { cancelledAt: 'Notify' } } });
    const jobs = { rollback: { never: 'failure' as const } };
    const again = run('rollback', { inputs: environment, before, github: { run_attempt: '2' }, jobs });
    expect(again.outputs).toMatchObject({ outcome: 'failure', reason: 'rollback failed' });
  });

  it.each([
    ['rollback', 'rollback', 'rollback'],
    ['resume', 'resume', 'gate'],
  ])('does not repeat the reason of an earlier %s if its runner is lost', (operation, job, id) => {
    const script = { fails: id, outputs: { [id]: { state: 'needs-action', reason: 'it is broken' } } };
    const before = rollback({ operation }, { [job]: script });
    expect(before.outputs.reason).toContain('it is broken');
    const again = run('rollback', {
      inputs: { ...environment, operation },
      ...{ before, github: { run_attempt: '2' }, jobs: { [job]: { never: 'failure' as const } } },
    });
    expect(again.outputs.reason).toBe(`${job} failed`);
  });

  it('reports the second attempt and not the first', () => {
    const again = (before: Run, jobs: Record<string, Script>) =>
      run('rollback', {
        inputs: { ...environment, operation: 'resume' },
        ...{ before, github: { run_attempt: '2' }, jobs },
      }).outputs;
    const first = rollback({ operation: 'resume' }, { resume: { fails: 'verify' } });
    expect(first.outputs).toMatchObject({ release: '6', outcome: 'rolled-back' });
    expect(again(first, {})).toMatchObject({ release: '7', outcome: 'success', reason: '' });
    expect(again(first, { resume: { never: 'failure' } })).toMatchObject({ outcome: 'failure' });
  });

  it('is not queued', () => {
    const workflow = readWorkflow('.github/workflows/rollback.yml');
    expect(workflow.concurrency).toBeUndefined();
    expect(Object.values(workflow.jobs).map(job => job.concurrency)).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });
});

describe('status.yml', () => {
  const status = (script: Script = {}, files: string[] = []) =>
    run('status', { inputs: environment, jobs: { status: script }, files });
  it('verifies the live release if no rollout is in progress', () => {
    const ran = status({ outputs: { status: idle } });
    expect(step(ran, 'status', 'verify')).toBeDefined();
    expect(ran.outputs).toEqual({
      ...{ state: 'idle', release: '7', images: digests, status: idle.status },
      ...{ outcome: 'success', reason: '' },
    });
  });

  it('reports a rollout without verifying', () => {
    const ran = status();
    expect(step(ran, 'status', 'verify')).toBeUndefined();
    expect(ran.outputs).toMatchObject({ state: 'paused', release: '6', outcome: 'success', reason: '' });
  });

  it('verifies nothing before the first release', () => {
    const ran = status({ outputs: { status: { ...idle, release: '', images: '{}' } } });
    expect(step(ran, 'status', 'verify')).toBeUndefined();
    expect(ran.outputs).toMatchObject({ state: 'idle', release: '', images: '{}', outcome: 'success' });
  });

  it('says what is live even if that is not verified', () => {
    const verify = { verdict: 'fail', reason: 'the pods run another image' };
    const ran = status({ fails: 'verify', outputs: { status: idle, verify } });
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({
      ...{ state: 'idle', release: '7', images: digests },
      ...{ outcome: 'failure', reason: 'status failed: the pods run another image' },
    });
  });

  it.each([{ fails: 'status' }, { never: 'failure' as const }])('knows nothing after %o', script => {
    expect(status(script).outputs).toMatchObject({
      state: '',
      release: '',
      images: '{}',
      outcome: 'failure',
    });
  });

  it('tells nothing of an earlier attempt', () => {
    const before = status({ outputs: { status: idle } });
    const again = run('status', {
      ...{ inputs: environment, before, github: { run_attempt: '2' } },
      jobs: { status: { outputs: { status: { ...idle, release: '', images: '{}' } } } },
    });
    expect(again.outputs).toMatchObject({ release: '', images: '{}' });
  });

  it("critic 5: runs the caller's own login before it verifies, if images must be signed, and verifies without it, too", () => {
    const reach = "Log in to the key service with the caller's action";
    const went = (outputs: Record<string, string>, script: Script = {}) =>
      status({ ...script, outputs: { status: outputs } }, ['.github/slipway/sign/action.yml'])
        .jobs.status?.steps.map(({ id }) => id)
        .filter(id => [reach, 'verify'].includes(id));
    expect(went({ ...idle, 'sign-proof': 'true' })).toEqual([reach, 'verify']);
    expect(went({ ...idle, 'sign-proof': 'true' }, { fails: reach })).toEqual([reach, 'verify']);
    expect(went({ ...idle, 'sign-proof': 'false' })).toEqual(['verify']);
    expect(went({ ...stands, 'sign-proof': 'true' })).toEqual([]);
  });

  it('is not queued', () => {
    const { concurrency, jobs } = readWorkflow('.github/workflows/status.yml');
    expect([concurrency, jobs.status?.concurrency]).toEqual([undefined, undefined]);
  });
});

describe('alerts.yml', () => {
  const alert = (inputs: Record<string, string>, script: Script = {}) =>
    run('alerts', { inputs: { ...environment, ...inputs }, jobs: { alerts: script } });
  const login = 'Log in to the registry of the signatures';
  const went = (ran: Run) => ran.jobs.alerts?.steps.map(({ id }) => id).slice(2);
  const told = ['outcome', 'Notify'];

  it('rolls back, and keeps the decision', () => {
    const ran = alert({});
    expect(went(ran)).toEqual([login, 'alerts', 'Keep the decision', 'Keep the records', ...told]);
    expect(step(ran, 'alerts', 'alerts')?.with).toMatchObject({ operation: 'rollback', 'dry-run': 'false' });
    expect(ran.outputs).toEqual({ state: 'complete', release: '6', outcome: 'success', reason: '' });
  });

  it('is green if the alert is ignored', () => {
    const reason = 'Prometheus does not say that it is firing now';
    const ran = alert({}, { outputs: { alerts: { state: 'ignored', release: '', record: '', reason } } });
    expect(went(ran)).toEqual([login, 'alerts', 'outcome']);
    expect(ran.outputs).toMatchObject({ state: 'ignored', release: '', outcome: 'success' });
  });

  it('is red if Prometheus cannot be asked, or a test alert is lost', () => {
    const ran = alert(
      { operation: 'test' },
      { fails: 'alerts', outputs: { alerts: { state: 'broken', record: '', reason: 'lost' } } },
    );
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({
      state: 'broken',
      outcome: 'failure',
      reason: expect.stringContaining('lost'),
    });
  });

  it('marks the images as withdrawn only if the rollback itself could not', () => {
    expect(went(alert({}, { outputs: { alerts: { proof: 'refused' } } }))).toContain('withdraw');
    expect(went(alert({}, { outputs: { alerts: { proof: 'withdrawn' } } }))).not.toContain('withdraw');
  });

  it('logs in only before it may roll back, and rolls back without a login, too', () => {
    expect(went(alert({ operation: 'test' }))).not.toContain(login);
    expect(alert({}, { fails: login }).outputs).toMatchObject({ state: 'complete', outcome: 'success' });
  });

  it('hands the payload to no step: the action reads the file of the event', () => {
    expect(readFileSync(join(root, '.github/workflows/alerts.yml'), 'utf8')).not.toContain('github.event');
    const example = readWorkflow('examples/workflows/alerts.yml');
    expect(example.on).toMatchObject({ repository_dispatch: { types: ['slipway-alert'] } });
    expect(JSON.stringify(example)).not.toMatch(/client_payload|github\.event\./);
  });

  it('is not queued', () => {
    const workflow = readWorkflow('.github/workflows/alerts.yml');
    expect(workflow.concurrency).toBeUndefined();
    for (const job of Object.values(workflow.jobs)) expect(job.concurrency).toBeUndefined();
  });
});

describe('monitor.yml', () => {
  const monitor = (outputs: Record<string, string>, script: Script = {}) =>
    run('monitor', { inputs: environment, jobs: { monitor: { ...script, outputs: { monitor: outputs } } } });

  it('is green for a healthy release', () => {
    const ran = monitor({ verdict: 'healthy', release: '7', rollback: 'not-needed', reason: '' });
    expect(ran.result).toBe('success');
    expect(ran.outputs).toEqual({ verdict: 'healthy', release: '7', outcome: 'success', reason: '' });
  });

  it('is red for a degraded one, and says if it was rolled back', () => {
    const degraded = { verdict: 'degraded', release: '7', reason: 'errors' };
    const outcome = (rollback: string) =>
      monitor({ ...degraded, rollback }, { fails: 'monitor' }).outputs.outcome;
    expect(outcome('complete')).toBe('rolled-back');
    expect(outcome('failed')).toBe('failure');
    expect(outcome('refused')).toBe('failure');
  });

  it('is green if a newer release is live, and not if another run has rolled the release back', () => {
    const superseded = { verdict: 'superseded', release: '8', rollback: 'not-needed', reason: '' };
    expect(monitor(superseded).outputs).toMatchObject({ verdict: 'superseded', outcome: 'success' });
    const byAnother = { ...superseded, release: '6', rollback: 'by-another-run', reason: 'release 8 went' };
    const ran = monitor(byAnother, { fails: 'monitor' });
    expect(ran.outputs).toMatchObject({ outcome: 'rolled-back', reason: 'monitor failed: release 8 went' });
    const crashed = monitor(superseded, { fails: 'monitor' });
    expect(crashed.outputs).toMatchObject({ verdict: 'superseded', outcome: 'failure' });
  });

  it('marks the images as withdrawn only if the rollback itself could not', () => {
    const went = (proof: string) =>
      monitor(
        { verdict: 'degraded', release: '7', rollback: 'complete', proof, record: '' },
        { fails: 'monitor' },
      ).jobs.monitor?.steps.map(({ id }) => id);
    expect(went('refused')?.slice(-5)).toEqual([
      'Log in to the registry of the signatures',
      'monitor',
      'withdraw',
      'outcome',
      'Notify',
    ]);
    expect(went('withdrawn')?.slice(-3)).toEqual(['monitor', 'outcome', 'Notify']);
  });

  it('is red if it crashes', () => {
    const ran = monitor({}, { fails: 'monitor' });
    expect(ran.outputs).toMatchObject({ verdict: '', outcome: 'failure' });
  });
});

describe('sweep.yml', () => {
  const sweep = (outputs: Record<string, string>, script: Script = {}) =>
    run('sweep', { inputs: environment, jobs: { sweep: { ...script, outputs: { sweep: outputs } } } });

  it.each(['idle', 'running', 'paused', 'complete', 'rolled-back'])('is green with the state %s', state => {
    const ran = sweep({ state });
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({ state, outcome: 'success' });
  });

  it('verifies a release that it finished, because a later environment may require that', () => {
    const files = ['.github/slipway/sign/action.yml'];
    const ran = run('sweep', {
      inputs: environment,
      jobs: { sweep: { outputs: { sweep: { state: 'complete', release: '7' } } } },
      files,
    });
    expect(ran.jobs.sweep?.steps.slice(-7).map(({ id }) => id)).toEqual([
      'sweep',
      'Log in to the registry',
      "Log in to the key service with the caller's action",
      'verify',
      'Keep the records',
      'outcome',
      'Notify',
    ]);
    expect(step(ran, 'sweep', 'verify')?.with.release).toBe('7');
  });

  it('logs in before it, because a log alone does not prove which image may be restored', () => {
    const stepsBefore = (files: string[] = []) =>
      run('sweep', { inputs: environment, files })
        .jobs.sweep?.steps.map(({ id }) => id)
        .slice(0, -3);
    const registry = 'Log in to the registry of the signatures';
    expect(stepsBefore()?.slice(-1)).toEqual([registry]);
    const own = stepsBefore(['.github/slipway/login/action.yml']);
    expect(own?.slice(-2)).toEqual([registry, "Log in with the caller's action"]);
    const { steps = [] } = readWorkflow('.github/workflows/sweep.yml').jobs.sweep ?? {};
    const logins = steps
      .slice(
        0,
        steps.findIndex(({ id }) => id === 'sweep'),
      )
      .filter(({ name }) => name?.startsWith('Log in'));
    // A registry that is away must not stop a rollback.
    expect(logins).toHaveLength(2);
    for (const each of logins)
      expect(each).toMatchObject({ 'continue-on-error': true, 'timeout-minutes': 1 });
  });

  it('is red, with the reason, if that release cannot be verified', () => {
    const ran = run('sweep', {
      inputs: environment,
      jobs: {
        sweep: {
          fails: 'verify',
          outputs: {
            sweep: { state: 'complete', release: '7' },
            verify: { reason: 'a pod runs another image' },
          },
        },
      },
    });
    expect(ran.outputs).toMatchObject({ state: 'complete', outcome: 'failure' });
    expect(ran.outputs.reason).toContain('a pod runs another image');
  });

  it('withdraws a proof that it was not allowed to withdraw, after a login', () => {
    const ran = sweep({ state: 'rolled-back', release: '7', proof: 'refused' });
    expect(step(ran, 'sweep', 'verify')?.with.release).toBe('');
    expect(
      step(sweep({ state: 'rolled-back', release: '7', proof: 'withdrawn' }), 'sweep', 'verify'),
    ).toBeUndefined();
  });

  it('has the logins of stores for the hooks of drills', () => {
    const ran = run('sweep', { inputs: environment, secrets: { credentials: '{"A": "b"}' } });
    expect(step(ran, 'sweep', 'sweep')?.with.credentials).toBe('{"A": "b"}');
  });

  it('is red if a person must act', () => {
    const ran = sweep(
      { state: 'needs-action', release: '7', reason: 'release 6 does not become ready' },
      { fails: 'sweep' },
    );
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ state: 'needs-action', release: '7', outcome: 'needs-action' });
    expect(ran.outputs.reason).toContain('release 6 does not become ready');
  });

  it.each([{ fails: 'sweep' }, { cancelledAt: 'sweep' }])('is red after %o', script => {
    const ran = sweep({}, script);
    expect(ran.result).not.toBe('success');
    expect(ran.outputs.state).toBe('');
  });

  it('CH 1: may ask GitHub whether the run of a rollout has ended', () => {
    const { sweep: job } = readWorkflow('.github/workflows/sweep.yml').jobs;
    expect(job?.permissions).toMatchObject({ actions: 'read' });
    expect(job?.steps?.find(({ id }) => id === 'sweep')?.with).toMatchObject({
      'actions-token': '${{ github.token }}',
    });
  });

  it('is not queued', () => {
    const workflow = readWorkflow('.github/workflows/sweep.yml');
    expect(workflow.concurrency).toBeUndefined();
    for (const job of Object.values(workflow.jobs)) expect(job.concurrency).toBeUndefined();
  });
});

describe('backup.yml', () => {
  it('logs in to the registry of the images, if there is one, and backs up without a login, too', () => {
    const login = 'Log in to the registry';
    const inputs = { ...environment, registry: 'registry.example' };
    expect(step(run('backup', { inputs: environment }), 'backup', login)?.with.registry).toBe('');
    const ran = run('backup', { inputs, jobs: { backup: { fails: login } } });
    expect(step(ran, 'backup', login)?.with.registry).toBe('registry.example');
    expect(ran.outputs.outcome).toBe('success');
  });

  const backup = (outputs: Record<string, string>, script: Script = {}) =>
    run('backup', { inputs: environment, jobs: { backup: { ...script, outputs: { backup: outputs } } } });

  it('is green with the name of the set', () => {
    const ran = backup({ set: '20261126T031700Z' });
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({ set: '20261126T031700Z', outcome: 'success', reason: '' });
  });

  it('is red with the reason if the set is not valid', () => {
    const ran = backup({ set: '', reason: 'far: a segment is missing' }, { fails: 'backup' });
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ set: '', outcome: 'failure' });
    expect(ran.outputs.reason).toContain('far: a segment is missing');
  });

  it('reports that it was cancelled', () => {
    const ran = backup({}, { cancelledAt: 'backup' });
    expect(ran.outputs).toMatchObject({ set: '', outcome: 'cancelled' });
  });
});

describe('drill.yml', () => {
  const drill = (outputs: Record<string, string>, script: Script = {}) =>
    run('drill', {
      inputs: { ...environment, scenario: 'pod' },
      jobs: { drill: { ...script, outputs: { drill: outputs } } },
    });
  const fixed = ({ jobs }: ReturnType<typeof drill>) => jobs.fix?.result;

  it('is green with the measurements, and has nothing to fix', () => {
    const ran = drill({ verdict: 'pass', 'rto-seconds': '2.40', 'rpo-seconds': '0.00', reason: '' });
    expect(ran.result).toBe('success');
    expect(ran.outputs).toMatchObject({
      ...{
        verdict: 'pass',
        'rto-seconds': '2.40',
        'rpo-seconds': '0.00',
        outcome: 'success',
        reason: '',
      },
    });
    expect(fixed(ran)).toBe('skipped');
  });

  it('is red with the reason if the verdict is not pass, and cleans up', () => {
    const ran = drill(
      { verdict: 'breach', 'rto-seconds': '2.40', reason: 'RPO 2s, and 0s is allowed' },
      { fails: 'drill' },
    );
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({
      verdict: 'breach',
      'rto-seconds': '2.40',
      'rpo-seconds': '',
      outcome: 'failure',
    });
    expect(ran.outputs.reason).toContain('RPO 2s, and 0s is allowed');
    expect(fixed(ran)).toBe('success');
  });

  /** Runs a drill whose jobs have these outputs, in order. */
  const relay = (...each: [Record<string, string>, Script?][]) =>
    run('drill', {
      inputs: { ...environment, scenario: 'restore' },
      jobs: Object.fromEntries(
        each.map(([outputs, script], index) => [
          index === 0 ? 'drill' : `next-${index}`,
          { ...script, outputs: { drill: outputs } },
        ]),
      ),
    });
  const handed = {
    verdict: 'running',
    'drill-id': 'restore-01234567',
    'rto-seconds': '',
    'rpo-seconds': '',
    reason: '',
  };
  const passed = {
    verdict: 'pass',
    'drill-id': 'restore-01234567',
    'rto-seconds': '30000.00',
    'rpo-seconds': '0.00',
    reason: '',
  };

  it('continues in the next job while it is handed over, and has the outputs of the last job', () => {
    for (const jobs of [1, 2, 3]) {
      const ran = relay(...Array.from({ length: jobs }, () => [handed] as [typeof handed]), [passed]);
      expect(ran.result).toBe('success');
      expect(ran.outputs).toMatchObject({
        verdict: 'pass',
        'rto-seconds': '30000.00',
        'drill-id': 'restore-01234567',
      });
      const results = [1, 2, 3].map(each => ran.jobs[`next-${each}`]?.result);
      expect(results).toEqual([1, 2, 3].map(each => (each <= jobs ? 'success' : 'skipped')));
      expect(fixed(ran)).toBe('skipped');
    }
  });

  it('is red with the reason of its last job', () => {
    const ran = relay(
      [handed],
      [{ ...passed, verdict: 'fail', reason: 'rows are missing' }, { fails: 'drill' }],
    );
    expect(ran.outputs).toMatchObject({ verdict: 'fail', outcome: 'failure' });
    expect(ran.outputs.reason).toBe('next-1 failed: rows are missing');
    expect([fixed(ran), ran.jobs['next-2']?.result]).toEqual(['success', 'skipped']);
  });

  it('can be resumed if the runner of a later job is lost', () => {
    const ran = relay([handed], [handed], [{}, { cancelledAt: 'drill' }]);
    expect(ran.outputs).toMatchObject({ 'drill-id': 'restore-01234567', outcome: 'cancelled' });
  });

  it('has not succeeded if it is cancelled while it is handed over', () => {
    const ran = relay([handed, { cancelledAfter: true }]);
    expect(results(ran)).toMatchObject({ drill: 'success', 'next-1': 'skipped' });
    expect(ran.outputs).toMatchObject({ verdict: 'running', outcome: 'failure' });
    const later = relay([handed], [handed, { cancelledAfter: true }]);
    expect(later.outputs).toMatchObject({ verdict: 'running', outcome: 'failure' });
  });

  it('keeps a drill that has passed if it is cancelled while it sends the message', () => {
    const ran = drill({ verdict: 'pass', reason: '' }, { cancelledAt: 'notify' });
    expect(results(ran)).toMatchObject({ drill: 'cancelled', fix: 'skipped', outcome: 'success' });
    expect(ran.outputs).toMatchObject({ verdict: 'pass', outcome: 'success', reason: '' });
  });

  it('does not repeat the reason of an earlier attempt if its runner is lost', () => {
    const before = drill({ verdict: 'fail', reason: 'rows are missing' }, { fails: 'drill' });
    const again = run('drill', {
      inputs: { ...environment, scenario: 'pod' },
      ...{ before, github: { run_attempt: '2' }, jobs: { drill: { never: 'failure' as const } } },
    });
    expect(again.outputs.reason).toBe('drill failed');
  });

  it.each<Record<string, string>>([{ 'drill-key': 'AGE-SECRET-KEY-1' }, {}])(
    'passes the key for drills to every job if it is set: %o',
    secrets => {
      const jobs = Object.fromEntries(
        ['drill', 'next-1', 'next-2'].map(each => [each, { outputs: { drill: handed } }]),
      );
      const ran = run('drill', { inputs: { ...environment, scenario: 'restore' }, secrets, jobs });
      const given = ['drill', 'next-1', 'next-2', 'next-3'].map(
        job => step(ran, job, 'drill')?.with['drill-key'] ?? 'did not run',
      );
      expect(given).toEqual(Array.from({ length: 4 }, () => secrets['drill-key'] ?? ''));
    },
  );

  it('hands over to no job after the last one', () => {
    const jobs = Object.fromEntries(
      ['drill', 'next-1', 'next-2'].map(each => [each, { outputs: { drill: handed } }]),
    );
    const ran = run('drill', { inputs: { ...environment, scenario: 'restore' }, jobs });
    const limits = ['drill', 'next-1', 'next-2', 'next-3'].map(
      job => step(ran, job, 'drill')?.with['hand-over-after'],
    );
    expect(limits).toEqual(['5h', '5h', '5h', '']);
  });

  describe('the action of its jobs', () => {
    const key = 'AGE-SECRET-KEY-1';
    const drillJob = (inputs: Record<string, string>, script: Script = {}) =>
      simulateAction('$/.github/actions/drill-job', {
        inputs: {
          ...{ ...environment, config: 'slipway.yml', scenario: 'restore', 'hand-over-after': '5h' },
          ...{ issues: 'true', 'retention-days': '90', ...inputs },
        },
        github: { token: 'of-the-run' },
        jobs: { action: script },
      });
    const drilled = (ran: ReturnType<typeof drillJob>) => ran.steps.find(({ id }) => id === 'drill')?.with;
    const report = { 'report-folder': '/tmp/report', verdict: 'pass' };

    it.each([{}, { fails: 'drill' }, { cancelledAt: 'drill' }])(
      'gives the drill a file with the key, and removes it: %o',
      script => {
        const ran = drillJob({ 'drill-key': key }, script);
        expect(drilled(ran)?.['drill-key-file']).toMatch(/\/drill\.key$/);
        expect(ran.steps.at(-1)?.id).toBe('Remove the key for drills');
      },
    );

    it('writes no key if there is none, or the scenario needs none', () => {
      for (const inputs of [{}, { 'drill-key': key, scenario: 'pod' }]) {
        const ran = drillJob(inputs);
        expect(drilled(ran)?.['drill-key-file']).toBe('');
        expect(ran.steps.at(-1)?.id).toBe('drill');
      }
    });

    it('keeps the report, and says how the drill ended even if that fails', () => {
      const script = { outputs: { drill: report } };
      const ran = drillJob({ scenario: 'pod' }, { ...script, cancelledAt: 'Keep the report' });
      expect(ran.result).toBe('cancelled');
      expect(ran.outputs).toMatchObject({ result: 'success', verdict: 'pass' });
      const failed = drillJob({ scenario: 'pod' }, { ...script, fails: 'drill' });
      expect(failed.steps.at(-1)).toMatchObject({ id: 'Keep the report', with: { path: '/tmp/report' } });
      expect(failed.outputs).toMatchObject({ result: 'failure' });
    });

    it('gives the drill the token of the run only for issues, and for the approval of one in production', () => {
      const tokens = (inputs: Record<string, string>) =>
        ['issues-token', 'actions-token'].map(name => drilled(drillJob(inputs))?.[name]);
      expect(tokens({})).toEqual(['of-the-run', '']);
      expect(tokens({ issues: 'false' })).toEqual(['', '']);
      expect(tokens({ confirm: 'pod in production' })).toEqual(['of-the-run', 'of-the-run']);
    });
  });

  // The guard refuses a drill during a rollout, and the job after it could neither verify the release nor tell anybody of it.
  it('touches no rollout in the job after a drill that was refused because of one', () => {
    const ran = drill(
      { verdict: 'refused', reason: 'the rollout of release 7 is paused' },
      { fails: 'drill' },
    );
    expect(ran.jobs.fix?.steps.at(-1)?.with['drills-only']).toBe('true');
  });

  it('cleans up if it is cancelled, but not before the Lease of a lost runner expires', () => {
    const ran = drill({}, { cancelledAt: 'drill' });
    expect(ran.outputs).toMatchObject({ verdict: '', outcome: 'cancelled' });
    expect(fixed(ran)).toBe('success');
    const { steps = [] } = ran.jobs.fix ?? {};
    const before = steps.slice(
      0,
      steps.findIndex(({ uses }) => uses === '$/actions/sweep'),
    );
    expect(1000 * before.reduce((sum, { slept }) => sum + slept, 0)).toBeGreaterThanOrEqual(untilFree);
  });
});

// No step of a lost runner runs, so nobody is told but by GitHub.
it.each(['sweep', 'monitor', 'backup', 'alerts'])(
  '%s.yml has the outcome failure if its runner is lost',
  name => {
    const ran = run(name, { inputs: environment, jobs: { [name]: { never: 'failure' } } });
    expect(ran.result).toBe('failure');
    expect(ran.outputs).toMatchObject({ outcome: 'failure', reason: '' });
  },
);

it.each(['sweep', 'monitor', 'backup', 'alerts'])('%s.yml tells people that it was cancelled', name => {
  for (const at of ['Check out', name]) {
    const ran = run(name, { inputs: environment, jobs: { [name]: { cancelledAt: at } } });
    expect(ran.outputs).toMatchObject({ outcome: 'cancelled', reason: `${name} was cancelled` });
    expect(step(ran, name, 'Notify')?.with.outcome).toBe('cancelled');
  }
});

// A release by Git is live again only after `timeout`, which defaults to 15 minutes, for each of the revert and its verification.
it.each([
  ['deploy', 'rollback'],
  ['rollback', 'rollback'],
  ['rollback', 'rollback-resumed'],
])('%s.yml gives the job %s an hour', (workflow, job) => {
  expect(readWorkflow(`.github/workflows/${workflow}.yml`).jobs[job]?.['timeout-minutes']).toBe(60);
});
