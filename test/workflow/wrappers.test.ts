import { describe, expect, it } from 'vitest';
import { needsOf, ownPath, readWorkflow, examples as wrappers } from '../../scripts/workflow-files.ts';
import { digests, idle, results, stands, step, usual } from './scenario.ts';
import { type Script, simulate } from './simulator.ts';

/** Wrappers with jobs after a called workflow, of which GitHub skips some jobs. */

/** Runs a wrapper after this status. @param name without `.yml`. @param first the job that calls status.yml. */
const ranAfter = (name: string, first: string, status: Record<string, string> = idle, script: Script = {}) =>
  simulate(
    `examples/workflows/${name}.yml`,
    {
      jobs: {
        [`${first}/status`]: { ...script, outputs: { status, ...script.outputs } },
        ...(name === 'rebuild' ? { stale: { outputs: { stale: { stale: 'true' } } } } : {}),
      },
    },
    usual,
  );

describe('a wrapper', () => {
  it.each(wrappers)('%s says the condition of each job after a called workflow that may skip a job', path => {
    const { jobs } = readWorkflow(path);
    const maySkip = (uses: string) => {
      const called = ownPath(uses);
      return called !== undefined && Object.keys(readWorkflow(called).jobs).length > 1;
    };
    const follows = (id: string): boolean =>
      needsOf(jobs[id] ?? {}).some(need => maySkip(jobs[need]?.uses ?? '') || follows(need));
    const implicit = Object.keys(jobs).filter(
      id => follows(id) && !/cancelled\(\)|always\(\)/.test(String(jobs[id]?.if)),
    );
    expect(implicit).toEqual([]);
  });

  it('promotes the images of a release that is live and verified', () => {
    const ran = ranAfter('promote', 'staging');
    expect(step(ran, 'production/plan', 'plan')?.with.images).toBe(digests);
    expect(results(ran)).toMatchObject({ 'production/rollout': 'success' });
  });

  it.each([
    ['promote', 'staging', 'production'],
    ['promote-elsewhere', 'staging', 'copy'],
    ['promote-elsewhere', 'staging', 'production/rollout'],
    ['rescan', 'production', 'scan'],
    ['rebuild', 'production', 'stale'],
    ['rebuild', 'production', 'staging/deploy/rollout'],
  ])('%s continues after the status, and not after a lost runner', (name, first, next) => {
    expect(results(ranAfter(name, first))[next]).toBe('success');
    const lost = simulate(
      `examples/workflows/${name}.yml`,
      { jobs: { [`${first}/status`]: { never: 'failure' } } },
      usual,
    );
    expect(results(lost)[next] ?? 'skipped').toBe('skipped');
  });

  it.each([
    ['rescan', 'scan'],
    ['rebuild', 'stale'],
  ])('%s looks at the images of an unhealthy release, too', (name, next) => {
    const ran = ranAfter(name, 'production', idle, { fails: 'verify' });
    expect(results(ran)).toMatchObject({ [next]: 'success', 'production/status': 'failure' });
    expect(ran.result).toBe('failure');
  });

  it.each(['', 'Scan'])('rescan keeps its records for report.yml, whatever fails (%s)', fails => {
    const ran = simulate(
      'examples/workflows/rescan.yml',
      {
        jobs: {
          'production/status': { outputs: { status: idle } },
          ...(fails === '' ? {} : { scan: { fails } }),
        },
      },
      usual,
    );
    expect(results(ran).scan).toBe(fails === '' ? 'success' : 'failure');
    expect(step(ran, 'scan', 'Keep the records')?.with.name).toBe('slipway-records-rescan-production-1');
  });

  it.each(['promote', 'promote-elsewhere'])('%s copies and releases nothing during a rollout', name => {
    const ran = ranAfter(name, 'staging', stands);
    expect(results(ran)).toMatchObject({ staging: 'success', production: 'skipped' });
    expect(ran.jobs.copy?.result ?? 'skipped').toBe('skipped');
  });

  it.each(['rescan', 'rebuild'])('%s is green before the first release, and has nothing to do', name => {
    const ran = ranAfter(name, 'production', { ...idle, release: '', images: '{}' });
    expect(ran.result).toBe('success');
    expect(ran.jobs.scan?.result ?? ran.jobs.stale?.result).toBe('skipped');
  });
});

describe('custom-pipeline.yml', () => {
  const ran = (jobs: Record<string, Script> = {}) =>
    simulate(
      'examples/workflows/custom-pipeline.yml',
      { jobs: { ...jobs, 'status/status': { outputs: { status: idle }, ...jobs['status/status'] } } },
      usual,
    );

  it('calls the same workflows as pipeline.yml, under the same conditions', () => {
    const { jobs } = readWorkflow('examples/workflows/custom-pipeline.yml');
    const ours = readWorkflow('.github/workflows/pipeline.yml').jobs;
    expect(Object.keys(jobs)).toEqual(['status', ...Object.keys(ours)]);
    for (const [id, { uses = '', if: condition }] of Object.entries(ours)) {
      expect(ownPath(jobs[id]?.uses ?? ''), id).toBe(ownPath(uses));
      if (id !== 'build') expect(jobs[id]?.if, id).toBe(condition);
    }
  });

  it.each([
    ['deployed', 'build/scan', 'scan', digests],
    ['deployed', 'build/build', 'build', digests],
    ['lfs', 'build/test', 'Check out', 'true'],
    ['submodules', 'deploy/rollout', 'Check out', 'recursive'],
    ['registry', 'build/build', 'log-in', 'harbor.example.com'],
    ['wait', 'deploy/rollout', 'deploy', '30m'],
    ['images', 'deploy/rollout', 'deploy', digests],
  ])('passes %s to the step of %s', (input, job, id, given) => {
    expect(step(ran(), job, id)?.with[input]).toBe(given);
  });

  it('plans once, and watches what it has released', () => {
    const all = ran({ 'deploy/rollout': { outputs: { deploy: { monitored: 'true' } } } });
    expect(results(all)).toMatchObject({ 'deploy/plan': 'skipped', 'deploy/rollout': 'success' });
    expect(step(all, 'monitor/monitor', 'monitor')?.with.release).toBe('7');
  });

  it('releases over a version that does not verify, and nothing after a failed scan', () => {
    expect(results(ran({ 'status/status': { fails: 'verify' } }))['deploy/rollout']).toBe('success');
    expect(ran({ 'build/scan': { fails: 'scan' } }).jobs.deploy?.result).toBe('skipped');
  });
});

it.each(['promote-elsewhere', 'prune', 'rebuild', 'rescan'])(
  'security: the logins of %s end with the job',
  name => {
    const { jobs } = readWorkflow(`examples/workflows/${name}.yml`);
    const steps = Object.values(jobs).flatMap(job => job.steps ?? []);
    const logins = steps.filter(step => step.name?.startsWith('Log in'));
    expect(
      logins.map(({ uses }) => ownPath(uses ?? '')).filter(path => path !== '.github/actions/login'),
    ).toEqual([]);
    expect(logins.length).toBeGreaterThan(0);
    expect(steps.flatMap(step => step.run ?? []).join()).not.toContain('docker login');
  },
);
