import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Load, startLoad } from '../../../scripts/load.ts';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import { blocksOf, filesOf } from '../../contract/markdown.ts';
import { instantQuery } from '../../prometheus.ts';
import { gateways } from '../gateways.ts';
import { eventually, image, kubectl, pushShops, repository, root, untilAllowed } from '../harness.ts';

/**
 * The quick start and the first canary, as a newcomer follows them: the files and commands of the pages, on the lab. Only what the pages
 * tell the reader to replace is replaced: image, gateway, host and login. In place of a PodMonitor, the pods have the lab's annotations.
 */

const run = promisify(execFile);
const quickStart = 'docs/quick-start.md';
const canary = 'docs/tutorial-canary.md';
const host = 'shop.example.com';
const scraped = '{ prometheus.io/scrape: "true", prometheus.io/port: "8080" }';

let home: string;
let folder: string;
let cluster: Cluster;

beforeAll(async () => {
  await pushShops();
  cluster = await connect();
  home = await mkdtemp(join(tmpdir(), 'tutorial-'));
  folder = join(home, 'shop');
  await cp(join(root, 'examples/shop'), folder, { recursive: true });
  for (const name of ['deploy', 'slipway.yml', 'slipway-canary.yml', 'rbac.yaml', 'rbac-canary.yaml'])
    await rm(join(folder, name), { recursive: true });
  const bin = join(home, 'bin');
  await mkdir(bin);
  const cli = `#!/bin/sh\nexec ${process.execPath} ${join(root, 'dist/cli/index.js')} "$@"\n`;
  await writeFile(join(bin, 'slipway'), cli, { mode: 0o755 });
  // There is no GitHub here to keep the secret.
  await writeFile(join(bin, 'gh'), '#!/bin/sh\ncat > /dev/null\n', { mode: 0o755 });
  await files(quickStart);
});
afterAll(async () => {
  await kubectl(['delete', 'namespace', 'shop', '--ignore-not-found']);
  await cluster?.close();
  await rm(home, { recursive: true, force: true });
});

/** Writes the files that a page shows, with the replacements that it asks for. */
async function files(page: string): Promise<void> {
  for (const { path, text } of filesOf(page)) {
    if (path === 'deploy/monitor.yaml') continue;
    const own = text
      .replaceAll('ghcr.io/acme/shop', repository)
      .replace(/^ +cluster: .*\n/m, '')
      .replace(
        'metadata: { labels: { app: shop } }',
        `metadata: { labels: { app: shop }, annotations: ${scraped} }`,
      )
      .replace(
        '{ name: public, namespace: gateway }',
        `{ name: ${gateways.contour.name}, namespace: gateway }`,
      )
      .replace(/^ +# Any image with a shell.*\n +watchdog: .*\n/m, '        watchdog: off\n');
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), own);
  }
}

/** Runs the block of a page that contains a text, as a user types it. @returns what it printed. */
async function typed(page: string, containing: string, lines = /./): Promise<string> {
  const block = blocksOf(page).find(({ language, text }) => language === 'sh' && text.includes(containing));
  if (block === undefined) throw new Error(`no block of ${page} contains ${containing}`);
  const script = block.text
    .split('\n')
    .filter(line => lines.test(line))
    .join('\n');
  return shell(script);
}

async function shell(script: string): Promise<string> {
  const { KUBECONFIG, PATH, TMPDIR } = process.env;
  // The trial kubeconfig is written below HOME.
  const env = { HOME: home, KUBECONFIG, PATH: `${join(home, 'bin')}:${PATH}`, TMPDIR };
  const { stdout, stderr } = await run('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env,
    maxBuffer: 64 << 20,
  });
  return `${stdout}${stderr}`;
}

/** The trial kubeconfig of the quick start has a context of this name for the release's ServiceAccount. */
const asRelease = (command: string) => shell(`KUBECONFIG=$HOME/.kube/slipway-shop ${command}`);
const release = (tag: string) =>
  asRelease(`slipway deploy --environment production --kube-context shop --images '${image(tag)}'`);

describe('the quick start', () => {
  it('writes what is missing, and plan passes', async () => {
    await shell('git init --quiet && git add --all');
    await typed(quickStart, 'slipway init\n');
    expect(await readFile(join(folder, 'slipway-rbac.yaml'), 'utf8')).toContain('kind: RoleBinding');
    await typed(quickStart, 'slipway plan');
  });

  it('gives a ServiceAccount what a release needs', async () => {
    await typed(quickStart, 'kubectl create namespace shop');
    await typed(quickStart, 'kubectl create token slipway');
    await untilAllowed(cluster, 'system:serviceaccount:shop:slipway', {
      verb: 'create',
      group: 'apps',
      resource: 'deployments',
      namespace: 'shop',
    });
  });

  it('releases twice, verifies, and rolls back', async () => {
    await release('v1');
    expect(await asRelease('slipway verify --environment production --kube-context shop')).toContain(
      'passed',
    );
    await release('v2');
    const [block] = blocksOf(quickStart).filter(({ text }) => text.startsWith('slipway rollback'));
    const [, toRelease = '', status = ''] = block?.text.split('\n') ?? [];
    await asRelease(toRelease);
    expect(await asRelease(status)).toContain('release 1');
  }, 180_000);
});

describe('the first canary', () => {
  let load: Load;
  afterAll(() => load?.stop());

  it('passes plan once the live version is routed, scraped and asked, with only the permissions that rbac writes', async () => {
    await files(canary);
    const apply = blocksOf(canary).find(({ text }) =>
      text.startsWith('kubectl apply --filename deploy/route.yaml'),
    );
    await shell(apply?.text.replace(/ --filename deploy\/monitor.yaml/, '') ?? '');
    load = startLoad({
      url: gateways.contour.url,
      host,
      path: '/',
      rate: 150,
      timeoutMs: 20_000,
      maxRequests: 90_000,
    });
    await eventually(async () => {
      const query = 'count(count_over_time(http_requests_total{namespace="shop"}[10m]) >= 4)';
      const [count] = await instantQuery(cluster, query);
      return Number(count?.value[1]) >= 2;
    }, 90_000);
    await typed(canary, 'slipway rbac', /rbac/);
    expect(await asRelease('slipway plan --environment production --kube-context shop')).toContain(
      'verdict=pass',
    );
  }, 180_000);

  it('promotes a good version', async () => {
    await release('v2');
    await asRelease('slipway gate --environment production --kube-context shop');
    expect(await asRelease('slipway promote --environment production --kube-context shop')).toContain(
      'state=complete',
    );
  }, 400_000);

  it('rolls back a version that answers one request in twenty with 500', async () => {
    const path = join(folder, 'deploy/shop.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text.replace(/^( +)image: .*$/m, '$&\n$1env: [{ name: FAULT_ERROR_RATE, value: "0.05" }]'),
    );
    await release('v1');
    const gate = asRelease('slipway gate --environment production --kube-context shop');
    await expect(gate).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/gate: fail: errors: .*evidence of harm[\s\S]*rolled back/),
    });
    const { failed } = load.snapshot();
    expect(failed).toBe(0);
  }, 400_000);
});
