import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let at: Workplace;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: at.folder,
    encoding: 'utf8',
  }).trim();
const commit = (): string => {
  git('add', '-A');
  git('commit', '-qm', 'x');
  return git('rev-parse', 'HEAD');
};
const application = (name: string, more = '') =>
  at.write(
    `services/${name}/slipway.yml`,
    `app: ${name}\n${more}images: {${name}: {repository: registry.example.com/acme/${name}}}\n`,
  );

beforeEach(async () => {
  at = await openWorkplace();
  await at.remove('slipway.yml');
  git('init', '-qb', 'main');
  await application('cart', 'paths: [services/cart, libs]\n');
  await application('shop');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await at.close();
});

const run = async (...args: string[]) => {
  const { code, outputs, err } = await at.slipway(['changed', ...args]);
  return { code, apps: JSON.parse(outputs.apps ?? 'null') as { app: string }[], base: outputs.base, err };
};
const names = async (...args: string[]) => (await run(...args)).apps.map(({ app }) => app);

/** The environment of a run at GitHub. */
const atGitHub = async (event: string, payload: object, ref = 'refs/heads/main') => {
  await at.write('.git/event.json', JSON.stringify(payload));
  const env = {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '1', GITHUB_REPOSITORY: 'acme/shops' },
    ...{ GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_REF_NAME: 'main' },
    GITHUB_WORKFLOW_REF: 'acme/shops/.github/workflows/push.yml@refs/heads/main',
    GITHUB_EVENT_PATH: `${at.folder}/.git/event.json`,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
};

it('lists the applications whose files differ, with their slipway.yml', async () => {
  const base = commit();
  await at.write('services/shop/src/a.ts', '1');
  commit();
  expect(await run('--base', base)).toMatchObject({
    code: 0,
    apps: [{ app: 'shop', config: 'services/shop/slipway.yml' }],
    base,
  });
  await at.write('libs/money.ts', '1');
  commit();
  expect(await names('--base', base)).toEqual(['cart', 'shop']);
  expect(await names('--base', git('rev-parse', 'HEAD~1'))).toEqual(['cart']);
});

it('lists none when nothing changed, and succeeds', async () => {
  expect(await run('--base', commit())).toMatchObject({ code: 0, apps: [] });
});

it('a moved file changes both applications', async () => {
  await at.write('services/shop/a.ts', 'the same text');
  const base = commit();
  git('mv', 'services/shop/a.ts', 'services/cart/a.ts');
  commit();
  expect(await names('--base', base)).toEqual(['cart', 'shop']);
});

it('after a push, compares with the commit before it', async () => {
  const before = commit();
  await at.write('services/shop/a.ts', '1');
  commit();
  await atGitHub('push', { before });
  expect(await run()).toMatchObject({ apps: [{ app: 'shop' }], base: before });
});

/** A GitHub whose last successful run was of that commit. */
async function lastSuccess(head_sha: string, use: (asked: string[]) => Promise<void>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ total_count: 1, workflow_runs: [{ id: 1, head_sha }] }));
  }).listen(0, '127.0.0.1');
  await new Promise(done => server.once('listening', done));
  try {
    vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await use(asked);
  } finally {
    await new Promise(done => server.close(done));
  }
}

it('after a push, compares with the last commit whose run succeeded, where it may ask', async () => {
  const good = commit();
  await at.write('services/shop/a.ts', '1');
  const before = commit();
  await at.write('services/cart/a.ts', '1');
  commit();
  await lastSuccess(good, async asked => {
    await atGitHub('push', { before });
    expect(await run('--actions-token', 'a-token')).toMatchObject({
      apps: [{ app: 'cart' }, { app: 'shop' }],
      base: good,
    });
    expect(asked).toEqual([
      '/repos/acme/shops/actions/workflows/push.yml/runs?branch=main&event=push&status=success&per_page=1',
    ]);
  });
});

it('when an old run is repeated, releases no old code of applications that changed since', async () => {
  const before = commit();
  await at.write('services/shop/a.ts', '1');
  const repeated = commit();
  await at.write('services/cart/a.ts', '1');
  const newest = commit();
  git('checkout', '-q', repeated);
  await lastSuccess(newest, async () => {
    await atGitHub('push', { before });
    const { apps, base, err } = await run('--actions-token', 'a-token');
    expect([apps.map(({ app }) => app), base]).toEqual([['shop'], before]);
    expect(err).toContain(
      `the last successful run is of ${newest.slice(0, 7)}, which this commit does not follow`,
    );
  });
});

it('every application counts as changed if the last successful commit is not in a shallow checkout', async () => {
  const before = commit();
  await lastSuccess('a'.repeat(40), async () => {
    await atGitHub('push', { before });
    expect((await run('--actions-token', 'a-token')).apps).toHaveLength(2);
  });
});

it('a token without the permission only narrows the comparison to the push', async () => {
  const before = commit();
  await at.write('services/shop/a.ts', '1');
  commit();
  const server = createServer((_, response) => {
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end('{"message":"Resource not accessible by integration"}');
  }).listen(0, '127.0.0.1');
  await new Promise(done => server.once('listening', done));
  try {
    await atGitHub('push', { before });
    vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const { apps, base, err } = await run('--actions-token', 'a-token');
    expect([apps.map(({ app }) => app), base]).toEqual([['shop'], before]);
    expect(err).toContain('actions: read');
  } finally {
    await new Promise(done => server.close(done));
  }
});

it('in a pull request, compares with its target', async () => {
  const sha = commit();
  await at.write('services/cart/a.ts', '1');
  commit();
  await atGitHub('pull_request', { pull_request: { base: { sha } } }, 'refs/pull/7/merge');
  expect(await run()).toMatchObject({ apps: [{ app: 'cart' }], base: sha });
});

it.each([
  ['a run by hand', 'workflow_dispatch', {}, 'refs/heads/main'],
  ['a tag', 'push', { before: 'a'.repeat(40) }, 'refs/tags/v1.0.0'],
  ['a new branch', 'push', { before: '0'.repeat(40) }, 'refs/heads/next'],
  ['a shallow checkout', 'push', { before: 'a'.repeat(40) }, 'refs/heads/main'],
])('in %s, every application counts as changed', async (_, event, payload, ref) => {
  commit();
  await atGitHub(event, payload, ref);
  expect(await run()).toMatchObject({ code: 0, apps: [{ app: 'cart' }, { app: 'shop' }], base: '' });
});

it('takes any name of a commit as the base, and outputs its hash', async () => {
  const base = commit();
  git('tag', '-a', '-m', 'x', 'v1');
  await at.write('services/shop/a.ts', '1');
  commit();
  for (const name of ['HEAD^1', 'v1', base.slice(0, 12)])
    expect(await run('--base', name), name).toMatchObject({ apps: [{ app: 'shop' }], base });
});

it.each(['no-such', '--output=x', 'HEAD^{tree}'])(
  'with a base that is no commit, every application counts as changed: %s',
  async name => {
    commit();
    const { code, apps, base, err } = await run(`--base=${name}`);
    expect([code, apps.map(({ app }) => app), base]).toEqual([0, ['cart', 'shop'], '']);
    expect(err.split('\n')).toContainEqual(wording(name, 'fetch-depth: 0'));
    expect(git('status', '--porcelain')).toBe('');
  },
);

it.each([
  ['services/{cart,shop}/slipway.yml'],
  ['services/{c{a,o}rt,shop}/slipway.yml'],
  ['services/cart/slipway.yml, services/shop/slipway.yml'],
  ['services/cart/slipway.yml\nservices/sh*/slipway.yml\n'],
])('takes paths that commas or lines separate, and keeps braces: %s', async configs => {
  commit();
  expect(await names('--configs', configs)).toEqual(['cart', 'shop']);
});

it('refuses no file', async () => {
  commit();
  const { code, apps, err } = await run('--configs', 'apps/*/slipway.yml');
  expect([code, apps]).toEqual([1, []]);
  expect(err).toEqual(wording('apps/*/slipway.yml'));
});

it('refuses two files of one application', async () => {
  await at.write('old/slipway.yml', 'app: shop\nimages: {shop: {repository: registry.example.com/acme/s}}\n');
  commit();
  const { code, err } = await run();
  expect(code).toBe(1);
  expect(err).toEqual(wording('services/shop/slipway.yml', 'old/slipway.yml'));
});
