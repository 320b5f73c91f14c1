import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { kubectlFolder } from '../cluster/api-server.ts';
import { GitServer, tokens } from '../gitops/git-server.ts';
import { SyncedCluster } from '../gitops/synced-cluster.ts';
import { putIndex } from '../registry/store.ts';
import { startGitHub } from '../toolkit/fake-github.ts';
import { openWorkplace, packed, type Workplace } from './workplace.ts';

/** The commands on a release by Git, with a Git server and a registry that are real, and an API server in memory. */

let at: Workplace;
let git: GitServer;
let cluster: SyncedCluster;
let api: Server;
const file = 'apps/shop/kustomization.yaml';

/** A cluster that answers what kubectl asks. Only reads: a write would fail the test. */
async function serve(): Promise<void> {
  api = createServer(async ({ url = '/', method }, response) => {
    if (method !== 'GET') throw new Error(`${method} ${url}`);
    const answer = await cluster.cluster.fetch(url, AbortSignal.timeout(5000));
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>(done => api.listen(0, '127.0.0.1', done));
  vi.stubEnv('PATH', `${kubectlFolder()}${delimiter}${process.env.PATH}`);
  vi.stubEnv('KUBECTL_FAKE_API_PORT', String((api.address() as AddressInfo).port));
}

const pushed = (tag: string) => putIndex(at.store, 'shop', tag, path => packed(`${tag}-${path}`)).digest;

beforeEach(async () => {
  at = await openWorkplace();
  const repository = `${at.store.host}/shop`;
  git = await GitServer.start({
    [file]: `images:\n  - name: ${repository} # released\n    newTag: "1.0"\n`,
  });
  cluster = new SyncedCluster(`${repository}:1.0`);
  git.afterPush = () => {
    const digest = /digest: (sha256:\w+)/.exec(git.file(file))?.[1];
    cluster.run(digest === undefined ? `${repository}:1.0` : `${repository}@${digest}`);
  };
  await serve();
  await at.replace(
    'manifests: [deploy/]',
    `delivery: { gitops: { repository: '${git.url}', files: [${file}], timeout: 1m } }`,
  );
});

afterEach(async () => {
  api.closeAllConnections();
  api.close();
  await at.close();
  await git.stop();
});

const slipway = (command: string, ...more: string[]) =>
  at.slipway([command, '--environment', 'production', '--gitops-token', tokens.writer, ...more]);

it('goes live by a commit, is verified, shown, and taken back by another commit', async () => {
  const [one, two] = [pushed('1.1'), pushed('1.2')];
  expect(two).not.toBe(one);
  const first = await slipway('deploy', '--images', JSON.stringify({ shop: one }));
  expect(first.outputs, first.err).toMatchObject({
    state: 'complete',
    release: '1',
    baseline: '',
    reason: '',
  });
  expect(JSON.parse(first.outputs.images ?? '')).toEqual({ shop: `HOST/shop@${one}` });
  expect(git.titles()[0]).toBe('Release 1 of shop to production');
  expect(await slipway('verify', '--release', '1')).toMatchObject({
    ...{ code: 0, outputs: { verdict: 'pass', release: '1', proof: 'none' } },
  });
  const second = await slipway('deploy', '--images', JSON.stringify({ shop: two }));
  expect(second.outputs).toMatchObject({ state: 'complete', release: '2', baseline: '1' });
  const status = await slipway('status');
  expect(status.outputs).toMatchObject({ state: 'idle', 'waiting-for': '', planned: '', release: '2' });
  expect(JSON.parse(status.outputs.images ?? '')).toEqual({ shop: `HOST/shop@${two}` });
  expect(status.err).toContain('release 2 of shop is verified; main has the digests of release 2');
  expect((await slipway('sweep')).outputs).toMatchObject({ state: 'idle', reason: '' });
  const back = await slipway('rollback');
  expect(back.outputs, back.err).toMatchObject({ state: 'complete', changed: 'true', release: '3' });
  expect(cluster.image).toContain(one);
  const all = JSON.stringify([first, second, status, back]);
  expect(all).not.toContain(tokens.writer);
});

it('keeps from being pruned what it may return to, and what Git names', async () => {
  const [one, two, three, bad] = [pushed('1.1'), pushed('1.2'), pushed('1.3'), pushed('1.4')];
  cluster.fate = image => (image.includes(bad) ? 'crashes' : 'ready');
  for (const shop of [one, two, bad]) await slipway('deploy', '--images', JSON.stringify({ shop }));
  // A person has committed it, and the controller, which keeps no revisions, has not applied it yet.
  git.commit('By hand', { [file]: text => text.replace(two, three) });
  cluster = new SyncedCluster(`${at.store.host}/shop@${two}`);
  await at.replace('environments:', "retention: {rules: [{tags: '*', for: 1d}]}\nenvironments:");
  const { outputs, err } = await at.slipway(['prune', '--gitops-token', tokens.writer]);
  expect(JSON.parse(outputs.protected ?? ''), err).toEqual([one, two, three].sort());
  expect((await at.slipway(['prune', '--gitops-token', 'wrong'])).outputs.state).toBe('refused');
}, 180_000);

it('is refused in a run that the merge of a release has started', async () => {
  const message = 'Release 1 of shop to production (#4)\n\nSlipway-Application: shop\nSlipway-Release: 1';
  await at.write('event.json', JSON.stringify({ commits: [{ message }] }));
  vi.stubEnv('GITHUB_EVENT_PATH', join(at.folder, 'event.json'));
  const { code, outputs } = await slipway('deploy', '--images', JSON.stringify({ shop: pushed('1.1') }));
  expect([code, outputs.state]).toEqual([1, 'refused']);
  expect(outputs.reason).toContain('the commit of a release has started this run');
  expect(git.refs()).toEqual(['refs/heads/main']);
});

it('is refused if a newer push was faster, which GitHub knows', async () => {
  const [older, newer] = ['1'.repeat(40), '2'.repeat(40)];
  const github = await startGitHub(({ path }) => [
    200,
    path.includes('/commits/') ? { sha: newer } : { status: 'behind' },
  ]);
  try {
    const push = {
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
    };
    const deploy = (revision: string, tag: string) => {
      for (const [name, value] of Object.entries({ ...push, ...github.env, GITHUB_SHA: revision }))
        vi.stubEnv(name, value);
      return slipway('deploy', '--images', JSON.stringify({ shop: pushed(tag) }), '--actions-token', 'ghs_1');
    };
    const first = await deploy(newer, '1.2');
    expect(first.code, first.err).toBe(0);
    const { code, outputs } = await deploy(older, '1.1');
    expect([code, outputs.state]).toEqual([1, 'refused']);
    expect(outputs.reason).toContain('commit 1111111 is older than commit 2222222 of the live release 1');
    expect(github.calls()).toEqual([`GET compare/${newer}...${older}`, 'GET commits/heads%2Fmain']);
  } finally {
    github.close();
  }
}, 180_000);

it('that is bad is reverted, and the step fails with the reason', async () => {
  const [one, two] = [pushed('1.1'), pushed('1.2')];
  await slipway('deploy', '--images', JSON.stringify({ shop: one }));
  cluster.fate = image => (image.includes(two) ? 'crashes' : 'ready');
  const { code, outputs, err } = await slipway('deploy', '--images', JSON.stringify({ shop: two }));
  expect(outputs, err).toMatchObject({
    ...{ state: 'rolled-back', release: '2' },
    reason: expect.stringContaining('container shop crashes'),
  });
  expect(code).toBe(1);
  expect(Number(outputs['rollback-seconds'])).toBeGreaterThan(0);
  expect(git.file(file)).toContain(one);
});

it('is not taken back to an image without the signature that slipway.yml requires, except for a reason', async () => {
  for (const tag of ['1.1', '1.2'])
    await slipway('deploy', '--images', JSON.stringify({ shop: pushed(tag) }));
  await at.program('cosign', `echo '{"gitVersion": "v3.1.3"}'`);
  await at.write('cosign.pub', 'x');
  await at.replace('app: shop', 'app: shop\ntrust: { key: cosign.pub }');
  const before = git.refs().map(ref => git.head(ref));
  const { outputs, err } = await slipway('rollback');
  expect(outputs, err).toMatchObject({ state: 'refused', changed: 'false' });
  expect(outputs.reason).toContain('shop@sha256:');
  expect(git.refs().map(ref => git.head(ref))).toEqual(before);
  const forced = await slipway('rollback', '--force', 'the key was lost');
  expect(forced.outputs, forced.err).toMatchObject({ state: 'complete', release: '3' });
  expect(forced.err).toContain('because of `force`: the key was lost');
});

it('is planned only with the key that slipway.yml names, even without images', async () => {
  const plan = () => at.slipway(['plan', '--environment', 'production']);
  await at.program('cosign', `echo '{"gitVersion": "v3.1.3"}'`);
  await at.replace('app: shop', 'app: shop\ntrust: { key: cosign.pub }');
  const without = await plan();
  expect([without.code, without.outputs.reason], without.err).toEqual([
    1,
    expect.stringContaining('cosign.pub'),
  ]);
  await at.write('cosign.pub', 'x');
  const { code, outputs, err } = await plan();
  expect([code, outputs.verdict, outputs.monitored], err).toEqual([0, 'pass', 'false']);
});

it('is refused, with nothing changed, for a token that may only read', async () => {
  const images = JSON.stringify({ shop: pushed('1.1') });
  const { outputs } = await at.slipway([
    ...['deploy', '--environment', 'production', '--images', images],
    ...['--gitops-token', tokens.reader],
  ]);
  expect(outputs).toMatchObject({ state: 'refused', reason: expect.stringContaining('gitops-token') });
  expect(git.refs()).toEqual(['refs/heads/main']);
});
