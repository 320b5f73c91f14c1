import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, bare, both, type Ci, dotenvOf, type Ended, runScript } from '../workflow/other-ci.ts';
import { createShop, eventually, root, type Shop, repository as shops } from './harness.ts';

/** examples/any-ci, run as GitLab and Jenkins run it: with their variables, none of GitHub's, and real tools. */

/** The bcrypt hash of that password. */
const bcrypted = '$2a$04$/3TjPff60LG6WIbgjM8FxO49ZQZ0j12AM4JBkRaYGBkayIpAuE..W';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-any-ci-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();

/** Creates a repository with the example and these files, and commits them. @returns the revision. */
async function commit(origin: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(origin, path, '..'), { recursive: true });
    await writeFile(join(origin, path), text);
  }
  await cp(join(root, 'examples/any-ci'), origin, { recursive: true });
  git(origin, 'init', '--quiet', '--initial-branch=main');
  git(origin, 'add', '--all');
  git(origin, '-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', 'commit', '--quiet', '--message=x');
  return git(origin, 'rev-parse', 'HEAD');
}

/** Checks out the commit without a branch, as both CIs do. */
async function checkOut(origin: string): Promise<string> {
  const place = await mkdtemp(join(folder, 'checkout-'));
  git(place, 'clone', '--quiet', '--no-local', origin, '.');
  git(place, 'checkout', '--quiet', '--detach', 'HEAD');
  return place;
}

/** Runs one step as the CI does. */
async function run(
  ci: Ci,
  step: 'check' | 'build' | 'deploy',
  place: string,
  env: Record<string, string>,
  kill?: RegExp,
): Promise<{ script: Ended; after: Ended }> {
  const job = ci.steps(env)[step];
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true });
  const all = bare({ HOME: home, ...job.variables, ...env });
  expect(Object.keys(all).filter(name => /^(GITHUB|RUNNER|ACTIONS)_/.test(name))).toEqual([]);
  const script = await runScript(job.script, place, all, kill);
  const after = job.after.length === 0 ? script : await runScript(job.after, place, all);
  return { script, after };
}

describe.each(both)('in $name, without a cluster', ci => {
  let registry: Awaited<ReturnType<typeof startRegistry>>;
  let origin: string;
  let revision: string;
  const slipway = (host: string) => `app: shop
images: {shop: {repository: "${host}/shop"}}
test: {run: ./tests, junit: [report.xml]}
policy: {rules: {base-digest: off}}
environments: {production: {namespace: shop, manifests: [deploy.yaml], workload: Deployment/shop}}
`;
  const deployment = (host: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec: {containers: [{name: shop, image: "${host}/shop"}]}
`;
  beforeAll(async () => {
    registry = await startRegistry();
    origin = await mkdtemp(join(folder, 'origin-'));
    revision = await commit(origin, {
      'slipway.yml': slipway(registry.host),
      'deploy.yaml': deployment(registry.host),
      Dockerfile: 'FROM scratch\nCOPY . /\nUSER 1000\n',
      tests: `#!/bin/sh\necho '<testsuite><testcase name="works"/></testsuite>' > report.xml\ntest ! -e broken\n`,
    });
    execFileSync('chmod', ['+x', join(origin, 'tests')]);
    git(origin, 'add', '--all');
    git(
      origin,
      '-c',
      'user.name=Ann',
      '-c',
      'user.email=ann@example.com',
      'commit',
      '--quiet',
      '--amend',
      '--no-edit',
    );
    revision = git(origin, 'rev-parse', 'HEAD');
  });
  afterAll(() => registry.stop());

  it('a merge or pull request is tested, built and scanned, and pushes nothing', async () => {
    const place = await checkOut(origin);
    const { script } = await run(ci, 'check', place, ci.request(revision, 11));
    expect(script.code, script.log).toBe(0);
    expect(dotenvOf(place)).toMatchObject({
      SLIPWAY_TEST_PASSED: '1',
      SLIPWAY_BUILD_REASON: '',
      SLIPWAY_SCAN_VERDICT: 'pass',
    });
    expect(script.log).toContain('pr-12');
    expect(await registry.repositories()).toEqual([]);
    const summary = await readFile(join(place, 'summary.md'), 'utf8');
    expect(summary.match(/^### ✅ /gm)?.length).toBeGreaterThanOrEqual(3);
  });

  it('the default branch is built for its commit, scanned and pushed, and the login does not leak', async () => {
    const place = await checkOut(origin);
    const { script } = await run(ci, 'build', place, {
      ...ci.variables(revision, 12),
      ...ci.login(registry.host),
    });
    expect(script.code, script.log).toBe(0);
    const env = dotenvOf(place);
    const digest = (JSON.parse(env.SLIPWAY_BUILD_IMAGES ?? '{}') as { shop: string }).shop;
    const { labels, digest: tagged } = await registry.image('shop', 'main');
    expect(tagged).toBe(digest);
    expect((await registry.image('shop', `sha-${revision.slice(0, 7)}`)).digest).toBe(digest);
    expect(labels).toMatchObject({
      'org.opencontainers.image.revision': revision,
      'org.opencontainers.image.version': 'main',
      'org.opencontainers.image.source': expect.stringMatching(
        /^https:\/\/git(lab)?\.example\.com\/acme\/shop$/,
      ),
    });
    expect(Buffer.byteLength(await readFile(join(place, 'slipway.env')))).toBeLessThanOrEqual(5120);
    expect(script.log).not.toContain('::');
    for (const secret of [
      account.REGISTRY_PASSWORD,
      Buffer.from(Object.values(account).join(':')).toString('base64'),
    ])
      expect(script.log).not.toContain(secret);
    // Not in the image, which has the whole checkout, nor in the home folder, nor in the checkout.
    expect(await registry.files('shop', digest)).not.toContain('slipway.env');
    expect(await readdir(join(folder, 'home'))).not.toContain('.docker');
    expect((await readdir(place)).sort()).toEqual([
      '.git',
      '.gitlab-ci.yml',
      'Dockerfile',
      'Jenkinsfile',
      'ci',
      'deploy.yaml',
      'report.xml',
      'scan-reports',
      'slipway.env',
      'slipway.yml',
      'summary.md',
      'tests',
    ]);
  });

  it('a failing test ends the step with 1 before anything is built, and is reported in the files', async () => {
    const place = await checkOut(origin);
    await writeFile(join(place, 'broken'), '');
    const { script } = await run(ci, 'build', place, {
      ...ci.variables(revision, 13),
      ...ci.login(registry.host),
    });
    expect(script.code).toBe(1);
    const env = dotenvOf(place);
    expect(env.SLIPWAY_TEST_REASON).toBe('the command failed with exit code 1');
    expect(Object.keys(env).filter(name => !name.startsWith('SLIPWAY_TEST_'))).toEqual([]);
    expect(await readFile(join(place, 'summary.md'), 'utf8')).toContain('### ❌ ');
  });

  it('without the password of the registry, the step ends with 1 and a remedy', async () => {
    const place = await checkOut(origin);
    const { script } = await run(ci, 'build', place, {
      ...ci.variables(revision, 14),
      ...ci.login(registry.host),
      CI_REGISTRY_PASSWORD: '',
      REGISTRY_PASSWORD: '',
    });
    expect(script.code).toBe(1);
    expect(dotenvOf(place).SLIPWAY_BUILD_REASON).toMatch(/.+\. [A-Z].+/);
    expect(dotenvOf(place).SLIPWAY_PUSH_IMAGES).toBeUndefined();
  });

  /** Starts Docker's registry with a password. */
  async function startRegistry() {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise(resolve => server.close(resolve));
    const home = await mkdtemp(join(folder, 'registry-'));
    await writeFile(join(home, 'passwords'), `${account.REGISTRY_USER}:${bcrypted}\n`);
    await writeFile(
      join(home, 'registry.yml'),
      `version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: ${home}}}
http: {addr: "${host}", secret: test}
auth: {htpasswd: {realm: test, path: ${join(home, 'passwords')}}}
`,
    );
    const child: ChildProcess = spawn('docker-registry', ['serve', join(home, 'registry.yml')], {
      stdio: 'ignore',
    });
    const authorization = `Basic ${Buffer.from(`${account.REGISTRY_USER}:${account.REGISTRY_PASSWORD}`).toString('base64')}`;
    const types = ['index', 'manifest'].map(kind => `application/vnd.oci.image.${kind}.v1+json`).join(', ');
    const get = (path: string) =>
      fetch(`http://${host}/v2/${path}`, { headers: { authorization, accept: types } });
    await eventually(() =>
      get('').then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const manifest = async (
      name: string,
      at: string,
    ): Promise<{ digest: string; config: string; layers: string[] }> => {
      const answer = await get(`${name}/manifests/${at}`);
      const document = (await answer.json()) as {
        manifests?: { digest: string }[];
        config?: { digest: string };
        layers?: { digest: string }[];
      };
      const digest = answer.headers.get('docker-content-digest') ?? '';
      const [first] = document.manifests ?? [];
      if (first !== undefined) return { ...(await manifest(name, first.digest)), digest };
      return {
        digest,
        config: document.config?.digest ?? '',
        layers: (document.layers ?? []).map(each => each.digest),
      };
    };
    return {
      host,
      repositories: async () =>
        ((await (await get('_catalog')).json()) as { repositories: string[] }).repositories,
      image: async (name: string, at: string) => {
        const { digest, config } = await manifest(name, at);
        const { config: own } = (await (await get(`${name}/blobs/${config}`)).json()) as {
          config: { Labels: Record<string, string> };
        };
        return { digest, labels: own.Labels };
      },
      files: async (name: string, at: string) => {
        const { layers } = await manifest(name, at);
        const lists = await Promise.all(
          layers.map(async layer => {
            const body = Buffer.from(await (await get(`${name}/blobs/${layer}`)).arrayBuffer());
            return execFileSync('tar', ['-tzf', '-'], { input: body, encoding: 'utf8' }).split('\n');
          }),
        );
        return lists.flat();
      },
      stop: () =>
        new Promise<void>(resolve => {
          child.once('close', () => resolve());
          child.kill('SIGKILL');
        }),
    };
  }
});

describe.each(both)('in $name, with a cluster', ci => {
  let shop: Shop;
  const own = `${shops}-${ci.name.toLowerCase()}-${Math.random().toString(36).slice(2, 8)}`;
  let number = 20;
  beforeAll(async () => {
    shop = await createShop(`any-ci-${ci.name.toLowerCase()}`, async made => {
      await made.edit('Deployment', ({ spec }) => {
        spec.template.spec.containers[0].image = own;
      });
      await made.configure(text =>
        text
          .replace(shops, own)
          .replace(/^test:\n( .*\n)*/m, 'test: {run: cp given.xml report.xml, junit: [report.xml]}\n'),
      );
    });
    for (const name of ['Dockerfile', 'package.json', 'src'])
      await cp(join(root, 'examples/shop', name), join(shop.dir, name), { recursive: true });
    await writeFile(join(shop.dir, 'given.xml'), '<testsuite><testcase name="works"/></testsuite>');
  });
  afterAll(() => shop?.remove());

  /** Builds and deploys one commit, each in its own checkout as the CI does. */
  async function release(version: string, kill?: RegExp) {
    const dockerfile = await readFile(join(root, 'examples/shop/Dockerfile'), 'utf8');
    const files = { Dockerfile: dockerfile.replace('ARG VERSION=dev', `ARG VERSION=${version}`) };
    const revision = await commit(shop.dir, files);
    const first = await checkOut(shop.dir);
    number += 1;
    const login = ci.login(own.split('/')[0] ?? '');
    const built = await run(ci, 'build', first, { ...ci.variables(revision, number), ...login });
    expect(built.script.code, built.script.log).toBe(0);
    const place = ci.fresh ? await checkOut(shop.dir) : first;
    if (ci.fresh) number += 1;
    const handed = ci.fresh ? dotenvOf(first) : {};
    const env = { ...ci.variables(revision, number), ...login, ...handed, KUBECONFIG: shop.kubeconfig };
    return { ...(await run(ci, 'deploy', place, env, kill)), place };
  }
  const images = async () => (await shop.deployment()).spec?.template.spec?.containers[0]?.image ?? '';

  it('a commit is released and verified, and its record names the run; a bad one and one whose job is killed are rolled back', async () => {
    const good = await release('v1');
    expect(good.script.code, good.script.log).toBe(0);
    expect([good.after.code, good.after.log]).toEqual([0, '']);
    await shop.serves('v1');
    const record = await shop.kubectl([
      'get',
      'configmap',
      'slipway-shop-r1',
      '-o',
      'jsonpath={.data.record}',
    ]);
    expect(JSON.parse(record).by).toMatchObject({ run: ci.by(number), repository: 'acme/shop' });
    const serving = await images();

    // It becomes ready, but its check expects another answer.
    const right = await readFile(join(shop.dir, 'slipway.yml'), 'utf8');
    await writeFile(
      join(shop.dir, 'slipway.yml'),
      right.replaceAll('Anchor', 'Albatross').replaceAll('retry-for: 30s', 'retry-for: 5s'),
    );
    const bad = await release('v2');
    expect(bad.script.code, bad.script.log).toBe(1);
    expect(dotenvOf(bad.place).SLIPWAY_VERIFY_VERDICT).toBe('fail');
    expect(bad.after.code, bad.after.log).toBe(0);
    expect(await images()).toBe(serving);
    await shop.serves('v1');

    await writeFile(join(shop.dir, 'slipway.yml'), right);
    const killed = await release('v3', /^0 of 3 new pods ready/m);
    expect(killed.script.code).toBeNull();
    expect(killed.after.code, killed.after.log).toBe(0);
    expect(await images()).toBe(serving);
    await shop.serves('v1');
  });
});
