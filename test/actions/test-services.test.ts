import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** Services and secrets of `test`, with a docker that is a script. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.replace(
    'test: {junit: [reports/*.xml], coverage: {file: reports/lcov.info}}',
    'test: {run: env > seen}',
  );
});
afterEach(() => at.close());

const docker = (up = 'exit 0') =>
  at.program(
    'docker',
    `echo "$*" >> asked
case "$*" in *" up "*) env > started; ${up};; *" logs "*) echo "FATAL: no space";; esac`,
  );
const withServices = () => at.replace('{run: env > seen}', '{run: env > seen, services: compose.test.yml}');
const linesOf = async (name: string) => (await readFile(join(at.folder, name), 'utf8')).trim().split('\n');

describe('the services of the tests', () => {
  it('are healthy before the command runs, and are removed with their volumes', async () => {
    await docker();
    await withServices();
    expect((await at.slipway(['test'])).code).toBe(0);
    const asked = await linesOf('asked');
    const project = /--project-name (slipway-test-\w{8}) /.exec(asked[0] ?? '')?.[1];
    const compose = `compose --file compose.test.yml --project-name ${project}`;
    expect(asked).toEqual([
      `${compose} up --detach --wait --wait-timeout 120`,
      `${compose} down --volumes --remove-orphans --timeout 5`,
    ]);
    expect(await linesOf('seen')).toContainEqual(expect.stringMatching(/^PATH=/));
  });

  it('are removed after tests that fail', async () => {
    await docker();
    await withServices();
    await at.replace('run: env > seen', 'run: exit 3');
    expect((await at.slipway(['test'])).outputs.verdict).toBe('fail');
    expect((await linesOf('asked')).at(-1)).toContain(' down ');
  });

  it('that do not get healthy fail the step with their log, and the tests do not run', async () => {
    await docker('exit 1');
    await withServices();
    const { code, err, outputs } = await at.slipway(['test']);
    expect([code, outputs.reason]).toEqual([1, wording('compose.test.yml', '120 s')]);
    expect(err).toContain('FATAL: no space');
    expect((await linesOf('asked')).at(-1)).toContain(' down ');
    await expect(linesOf('seen')).rejects.toThrow(/ENOENT/);
  });

  it('get no token of the job', async () => {
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', 'hunter2hunter2');
    await docker();
    await withServices();
    await at.slipway(['test']);
    expect((await linesOf('started')).join()).not.toContain('hunter2');
  });

  it('need docker', async () => {
    await withServices();
    vi.stubEnv('PATH', join(at.folder, 'bin'));
    expect((await at.slipway(['test'])).outputs.reason).toEqual(wording('docker', 'test.services'));
  });
});

it('the coverage of the tests is an output', async () => {
  await at.replace('{run: env > seen}', '{coverage: {file: reports/lcov.info}}');
  const { outputs } = await at.slipway(['test']);
  expect(outputs).toMatchObject({ 'line-coverage': '100', 'branch-coverage': '' });
});

describe('the secrets of the tests', () => {
  const secrets = ['test', '--secrets', '{"NPM_TOKEN":"hunter2hunter2"}'];

  it('are in the environment of the command', async () => {
    expect((await at.slipway(secrets)).code).toBe(0);
    expect(await linesOf('seen')).toContain('NPM_TOKEN=hunter2hunter2');
  });

  const withEvent = async (event: object) => {
    await at.write('event.json', JSON.stringify(event));
    vi.stubEnv('GITHUB_EVENT_PATH', join(at.folder, 'event.json'));
    vi.stubEnv('GITHUB_REPOSITORY', 'acme/shop');
  };

  it.each([
    ['of a fork', { pull_request: { head: { repo: { full_name: 'eve/shop' } } } }],
    ['of a fork that is gone', { pull_request: { head: { repo: null } } }],
    ['of a fork, after its run', { workflow_run: { head_repository: { full_name: 'eve/shop' } } }],
    ['of a fork that is gone, after its run', { workflow_run: { head_repository: null } }],
  ])('security: are not given to code %s', async (_, event) => {
    await withEvent(event);
    const { code, err } = await at.slipway(secrets);
    expect(code).toBe(0);
    expect(err.split('\n')).toContainEqual(wording('fork', 'no secrets'));
    expect((await linesOf('seen')).some(line => line.startsWith('NPM_TOKEN'))).toBe(false);
  });

  it.each([
    ['for a pull request', { pull_request: { head: { repo: { full_name: 'acme/shop' } } } }],
    ['after a run', { workflow_run: { head_repository: { full_name: 'acme/shop' } } }],
  ])('are given to code of the repository %s', async (_, event) => {
    await withEvent(event);
    expect((await at.slipway(secrets)).code).toBe(0);
    expect(await linesOf('seen')).toContain('NPM_TOKEN=hunter2hunter2');
  });
});
