import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** Service containers and secrets of `test`, with a docker that is a script. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.replace(
    'test: {junit: [reports/*.xml], coverage: {file: reports/lcov.info}}',
    'test: {run: env > seen}',
  );
});
afterEach(() => at.close());

/** Answers with these states, one for each look; the last one stays. */
async function docker(...states: object[]) {
  const answers = states.map(State => JSON.stringify([{ State, NetworkSettings: { Ports: ports } }]));
  await Promise.all(answers.map((answer, index) => at.write(`state-${index}`, answer)));
  await at.program(
    'docker',
    `echo "$*" >> asked
case $1 in
run) [ -f no-image ] && echo "pull access denied" >&2 && exit 125; echo 0123abcd;;
inspect) n=$(cat looks 2>/dev/null || echo 0); echo $((n + 1)) > looks
  [ -f state-$n ] || n=${states.length - 1}; cat state-$n;;
logs) echo "FATAL: no space";;
esac`,
  );
}
const ports = { '5432/tcp': [{ HostIp: '127.0.0.1', HostPort: '49153' }], '80/tcp': null };
const running = { Status: 'running', Running: true };
const healthy = { ...running, Health: { Status: 'healthy' } };
const withService = (more = '') =>
  at.replace(
    'test: {run: env > seen}',
    `test:
  run: env > seen
  services:
    test-db: {image: "postgres:18", env: {POSTGRES_PASSWORD: test}, ports: [5432], ready: pg_isready -U postgres${more}}`,
  );
const asked = async () => (await readFile(join(at.folder, 'asked'), 'utf8')).trim().split('\n');
const seen = async () => (await readFile(join(at.folder, 'seen'), 'utf8')).split('\n');

describe('the services of the tests', () => {
  it('run beside the command, which gets their address, and are removed', async () => {
    await docker({ ...running, Health: { Status: 'starting' } }, healthy);
    await withService();
    const { code, err } = await at.slipway(['test']);
    expect(code).toBe(0);
    expect(await seen()).toEqual(
      expect.arrayContaining(['TEST_DB_HOST=127.0.0.1', 'TEST_DB_PORT=49153', 'TEST_DB_PORT_5432=49153']),
    );
    const [run, ...others] = await asked();
    const name = /--name (slipway-test-test-db-\w{8}) /.exec(run ?? '')?.[1];
    expect(run).toBe(
      `run --detach --name ${name} --health-cmd pg_isready -U postgres --health-interval 1s --health-retries 3600 --env POSTGRES_PASSWORD=test --publish 127.0.0.1::5432 postgres:18`,
    );
    expect(others).toEqual([`inspect ${name}`, `inspect ${name}`, `rm --force --volumes ${name}`]);
    expect(err.split('\n')).toContainEqual(wording('test-db', 'ready'));
  });

  it('are removed after tests that fail', async () => {
    await docker(healthy);
    await withService();
    await at.replace('run: env > seen', 'run: exit 3');
    expect((await at.slipway(['test'])).outputs.verdict).toBe('fail');
    expect((await asked()).at(-1)).toMatch(/^rm --force/);
  });

  it.each<[string, object, string, string[]]>([
    ['that ended', { Status: 'exited', Running: false }, '', ['test-db', 'has ended', 'test.services']],
    [
      'that does not get ready',
      { ...running, Health: { Status: 'starting' } },
      ', within: 1ms',
      ['test-db', 'within'],
    ],
  ])('%s fails the step with its log, and the tests do not run', async (_, state, more, facts) => {
    await docker(state);
    await withService(more);
    const { code, err, outputs } = await at.slipway(['test']);
    expect([code, outputs.reason]).toEqual([1, wording(...(facts as [string]))]);
    expect(err).toContain('FATAL: no space');
    expect((await asked()).at(-1)).toMatch(/^rm --force/);
    await expect(seen()).rejects.toThrow(/ENOENT/);
  });

  it('without a health check only have to run', async () => {
    await docker(running);
    await withService();
    await at.replace(', ready: pg_isready -U postgres', '');
    expect((await at.slipway(['test'])).code).toBe(0);
    expect((await asked())[0]).not.toContain('--health');
  });

  it('whose image cannot be pulled are said with what docker says', async () => {
    await docker(running);
    await withService();
    await writeFile(join(at.folder, 'no-image'), '');
    expect((await at.slipway(['test'])).outputs.reason).toEqual(wording('test-db', 'pull access denied'));
  });

  it('need docker', async () => {
    await withService();
    vi.stubEnv('PATH', join(at.folder, 'bin'));
    expect((await at.slipway(['test'])).outputs.reason).toEqual(wording('docker', 'test.services'));
  });

  it.each([
    ['an image that is an option', 'image: "postgres:18"', 'image: "--privileged"'],
    ['a port that is none', 'ports: [5432]', 'ports: [0]'],
    ['a variable that is a number', 'POSTGRES_PASSWORD: test', 'POSTGRES_PASSWORD: 7'],
  ])('cannot have %s', async (_, from, to) => {
    await withService();
    await at.replace(from, to);
    expect((await at.slipway(['test'])).outputs.reason).toEqual(wording('test.services'));
  });
});

describe('the secrets of the tests', () => {
  const secrets = ['test', '--secrets', '{"NPM_TOKEN":"hunter2hunter2"}'];

  it('are in the environment of the command', async () => {
    expect((await at.slipway(secrets)).code).toBe(0);
    expect(await seen()).toContain('NPM_TOKEN=hunter2hunter2');
  });

  it('security: are not given to code of a fork', async () => {
    await at.write(
      'event.json',
      JSON.stringify({ pull_request: { head: { repo: { full_name: 'eve/shop' } } } }),
    );
    vi.stubEnv('GITHUB_EVENT_PATH', join(at.folder, 'event.json'));
    vi.stubEnv('GITHUB_REPOSITORY', 'acme/shop');
    const { code, err } = await at.slipway(secrets);
    expect(code).toBe(0);
    expect(err.split('\n')).toContainEqual(wording('fork', 'no secrets'));
    expect((await seen()).some(line => line.startsWith('NPM_TOKEN'))).toBe(false);
  });
});
