import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../../scripts/workflow-files.ts';
import { results, step } from './scenario.ts';
import { type Run, type Script, simulate, simulateAction } from './simulator.ts';

/** The job graphs of Slipway's own releases; test/scripts/release.test.ts tests the steps. */

const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const digest = 'd'.repeat(64);
/** Returns the outputs of a successful release step. */
const usual = (uses: string, inputs: Record<string, string>): Record<string, string> => {
  if (uses !== '$/.github/actions/release-slipway') return {};
  const said: Record<string, Record<string, string>> = {
    plan: { version: '1.4.2', commit, tag: 'v1.4.2' },
    bundle: { digest },
    archive: { archive: '/tmp/slipway-1.4.2.tar' },
  };
  return said[inputs.step ?? ''] ?? {};
};
const run = (name: string, inputs: Record<string, string>, jobs: Record<string, Script> = {}) =>
  simulate(
    `.github/workflows/${name}.yml`,
    { inputs, jobs, secrets: { RELEASE_KEY: 'private' }, github: { token: 't0ken' } },
    usual,
  );
const release = (jobs: Record<string, Script> = {}) =>
  run('publish', { version: '1.4.2' }, { ...jobs, 'test/test': { assumed: 'Test', ...jobs['test/test'] } });
const back = (jobs: Record<string, Script> = {}) =>
  run('move-major-tag', { version: '1.4.1', reason: 'it loses the traffic' }, jobs);
/** Returns the release steps that a run has executed, in order. */
const taken = (ran: Run) =>
  Object.values(ran.jobs).flatMap(({ steps }) =>
    steps.flatMap(({ uses, with: given }) =>
      uses === '$/.github/actions/release-slipway' ? [given.step] : [],
    ),
  );

describe('publish.yml', () => {
  it('plans, builds, drafts and publishes the same commit and archive', () => {
    const ran = release();
    expect(results(ran)).toEqual({
      ...{
        plan: 'success',
        build: 'success',
        attest: 'success',
        test: 'success',
        'test/test': 'success',
      },
      ...{ draft: 'success', publish: 'success' },
    });
    expect(taken(ran)).toEqual(['plan', 'bundle', 'archive', 'draft', 'publish']);
    for (const job of ['build', 'attest', 'draft', 'publish'])
      expect(step(ran, job, 'Check out')?.with.ref, job).toBe(commit);
    for (const [job, name] of [
      ['attest', 'archive'],
      ['draft', 'Draft'],
      ['publish', 'Publish'],
    ] as const)
      expect(step(ran, job, name)?.with).toMatchObject({ version: '1.4.2', digest });
    expect(step(ran, 'attest', 'Attest the provenance of the bundles')?.with['subject-path']).toBe(
      '/tmp/slipway-1.4.2.tar\ndist/**/*.js\n',
    );
  });

  it.each([
    ['plan', 'plan', ['plan']],
    ['build', 'bundle', ['plan', 'bundle']],
    ['attest', 'archive', ['plan', 'bundle', 'archive']],
    ['attest', 'Attest the provenance of the bundles', ['plan', 'bundle', 'archive']],
    ['test/test', 'Test', ['plan', 'bundle', 'archive']],
    ['draft', 'Draft', ['plan', 'bundle', 'archive', 'draft']],
    ['publish', 'Publish', ['plan', 'bundle', 'archive', 'draft', 'publish']],
  ])('stops if %s fails in %s', (job, fails, steps) => {
    const ran = release({ [job]: { fails } });
    expect(ran.result).toBe('failure');
    expect(taken(ran)).toEqual(steps);
  });

  it.each(['plan', 'build', 'attest', 'draft'])('stops if it is cancelled in %s', job => {
    const ran = release({ [job]: { cancelledAt: 'Check out' } });
    expect(ran.jobs.publish?.result).toBe('skipped');
    expect(ran.result).not.toBe('success');
  });

  it('publishes nothing without an approval', () => {
    for (const never of ['failure', 'pending'] as const) {
      const ran = release({ publish: { never } });
      expect(ran.result).toBe(never);
      expect(taken(ran)).toEqual(['plan', 'bundle', 'archive', 'draft']);
    }
  });

  it('security 4, 5: gives jobs with third-party code no write permissions, and the key only to the job that reviewers approve', () => {
    const { jobs } = readWorkflow('.github/workflows/publish.yml');
    expect(Object.entries(jobs).map(([id, { permissions }]) => [id, permissions])).toEqual([
      ['plan', { contents: 'read', actions: 'read' }],
      ['build', { contents: 'read' }],
      ['attest', { contents: 'read', 'id-token': 'write', attestations: 'write' }],
      ['test', { contents: 'read' }],
      ['draft', { contents: 'write' }],
      ['publish', { contents: 'write' }],
    ]);
    const holding = Object.entries(jobs).filter(([, job]) => JSON.stringify(job).includes('secrets.'));
    expect(holding.map(([id, { environment }]) => [id, environment])).toEqual([['publish', 'release']]);
    expect(step(release(), 'publish', 'Publish')?.with.key).toBe('private');
    expect(step(release(), 'draft', 'Draft')?.with.key).toBeUndefined();
  });
});

describe('the action of a release', () => {
  const found = (name: string) =>
    simulateAction('$/.github/actions/release-slipway', {
      inputs: { step: name, version: '1.4.2', token: 't0ken' },
      jobs: { action: { assumed: 'step' } },
    }).steps.map(({ uses }) => uses?.split('@')[0]);

  it("security 4: uses the runner's own Node in steps with a key or write permissions, and npm packages only for the build", () => {
    for (const name of ['plan', 'archive', 'draft', 'publish', 'plan-back', 'rollback'])
      expect(found(name), name).toEqual(['actions/setup-node', undefined]);
    expect(found('bundle')).toEqual([undefined]);
  });
});

describe('move-major-tag.yml', () => {
  it('plans, and after an approval moves the tags back with the reason', () => {
    const ran = back();
    expect(taken(ran)).toEqual(['plan-back', 'rollback']);
    expect(step(ran, 'move', 'Move the tags back')?.with).toMatchObject({
      version: '1.4.1',
      reason: 'it loses the traffic',
      key: 'private',
    });
  });

  it.each<[string, Record<string, Script>]>([
    ['the plan refuses it', { plan: { fails: 'Plan' } }],
    ['a reviewer rejects it', { move: { never: 'failure' } }],
  ])('moves nothing if %s', (_, jobs) => {
    expect(taken(back(jobs))).toEqual(['plan-back']);
  });

  it('requires a reason', () => {
    expect(() => run('move-major-tag', { version: '1.4.1' })).toThrow('needs the input reason');
  });

  it('never runs at the same time as a release', () => {
    const groups = ['publish', 'move-major-tag'].map(
      name => readWorkflow(`.github/workflows/${name}.yml`).concurrency,
    );
    expect(groups).toEqual(Array(2).fill({ group: 'release', 'cancel-in-progress': false }));
  });
});
