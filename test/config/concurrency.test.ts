import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cancellingGroups, groupsThatCancel } from '../../src/config/concurrency.ts';

const workflow = (concurrency: string, job = '') => `
on: push
${concurrency}
jobs:
  pipeline:
    ${job}
    uses: acme/slipway/.github/workflows/pipeline.yml@0123456789012345678901234567890123456789
  lint:
    runs-on: ubuntu-latest
    concurrency: { group: lint, cancel-in-progress: true }
    steps: [{ run: npm run lint }]
`;
const group = (value: string) => `concurrency: { group: release, cancel-in-progress: ${value} }`;

describe('a workflow that releases', () => {
  it.each([
    ['the whole workflow', workflow(group('true')), ['concurrency']],
    ['the job that releases', workflow('', group('true')), ['jobs.pipeline.concurrency']],
    ['both', workflow(group('true'), group('true')), ['concurrency', 'jobs.pipeline.concurrency']],
    ['another job alone', workflow(''), []],
    ['nothing', workflow(group('false'), group('false')), []],
    ['a group without the key', workflow('concurrency: release'), []],
    ['a condition', workflow(group("${{ github.event_name == 'pull_request' }}")), []],
  ])('is cancelled by a newer run because of %s', (_, text, places) => {
    expect(groupsThatCancel(text)).toEqual(places);
  });

  it.each(['deploy', 'gate', 'promote', 'release'])('is one that has %s as a step, too', name => {
    const steps = `steps: [{ uses: acme/slipway/actions/${name}@v1 }]`;
    expect(groupsThatCancel(`${group('true')}\njobs: { release: { ${steps} } }`)).toEqual(['concurrency']);
  });

  it('is one that has the one-step action as a step, also of a fork with another name', () => {
    const text = (uses: string) => `${group('true')}\njobs: { release: { steps: [{ uses: ${uses} }] } }`;
    expect(groupsThatCancel(text('acme/ship@v1'), 'acme/ship')).toEqual(['concurrency']);
    expect(groupsThatCancel(text('Acme/Ship@v1'), 'acme/ship')).toEqual(['concurrency']);
    for (const other of ['acme/shipping@v1', 'acme/ship/actions/test@v1', './'])
      expect(groupsThatCancel(text(other), 'acme/ship')).toEqual([]);
    expect(groupsThatCancel(text('acme/ship@v1'))).toEqual([]);
  });

  it.each(['', '- a list', 'jobs: 7', '{', 'jobs: {a: null, b: {steps: 3}}'])(
    'is not found in the text %j',
    text => {
      expect(groupsThatCancel(`${text}`)).toEqual([]);
    },
  );
});

describe('the workflow of this run', () => {
  it('is read from the checkout', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'caller-'));
    try {
      mkdirSync(join(workspace, '.github/workflows'), { recursive: true });
      writeFileSync(join(workspace, '.github/workflows/push.yml'), workflow(group('true')));
      const env = (reference: string) => ({
        GITHUB_WORKSPACE: workspace,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_WORKFLOW_REF: reference,
      });
      const found = await cancellingGroups(env('acme/shop/.github/workflows/push.yml@refs/heads/main'));
      expect(found).toEqual(['.github/workflows/push.yml: concurrency']);
      for (const other of [
        'acme/shop/.github/workflows/gone.yml@refs/heads/main',
        'acme/shop/../../etc/passwd@x',
        '',
      ])
        expect(await cancellingGroups(env(other))).toEqual([]);
      expect(await cancellingGroups({})).toEqual([]);
      const step = `jobs: { release: { steps: [{ uses: slipway/slipway@v1 }] } }`;
      writeFileSync(join(workspace, '.github/workflows/push.yml'), `${group('true')}\n${step}`);
      const inStep = env('acme/shop/.github/workflows/push.yml@refs/heads/main');
      expect(await cancellingGroups({ ...inStep, GITHUB_ACTION_REPOSITORY: 'slipway/slipway' })).toEqual(
        found,
      );
    } finally {
      rmSync(workspace, { recursive: true });
    }
  });
});
