import { execFile, spawn } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { wheel } from '../../lab/wheels.ts';
import { render, renderInto } from '../../scripts/render.ts';
import { createShop, repository, root, type Shop } from './harness.ts';

/** A consumer's repository, and act, which runs its workflow like a GitHub runner, with Slipway's workflows and bundles. */

const run = promisify(execFile);
const SUITE = { repository: 'slipway/slipway', ref: 'local' };
const UPLOAD = /uses: (actions\/upload-artifact@[0-9a-f]{40})/;
const DOWNLOAD = /uses: (actions\/download-artifact@[0-9a-f]{40})/;
const CACHE = /uses: (actions\/cache)\/restore(@[0-9a-f]{40})/;

/** The result of a run of act. */
export interface ActRun {
  code: number | null;
  log: string;
  /** Result by job, such as `test`, for jobs that ended. */
  jobs: Record<string, 'succeeded' | 'failed'>;
  /** The last value of each output that a step set, by a name such as `build.images`. */
  outputs: Record<string, string>;
}

export interface Consumer {
  /** The folder of the repository. */
  dir: string;
  write(path: string, text: string): Promise<void>;
  /** Adds a secret of the repository. */
  addSecret(name: string, value: string): Promise<void>;
  /** Adds a variable to the environment of every job. */
  addVariable(name: string, value: string): void;
  /** Commits everything and pushes: the wrapper runs. */
  push(): Promise<ActRun>;
  /** Starts a workflow by hand. */
  dispatch(path: string, inputs: Record<string, string>): Promise<ActRun>;
  remove(): Promise<void>;
}

/** A shop of a consumer, with its own image repository, also for candidates. */
export interface Consuming {
  shop: Shop;
  consumer: Consumer;
  images: string;
  /** Returns the tags of its repository. */
  tags(): Promise<string[]>;
  /** Makes the next push a version whose readiness probe fails. */
  breakProbe(): Promise<void>;
  /** Makes the next push one with a critical vulnerability. */
  plantFinding(): Promise<void>;
  /** Makes the next push one whose tests fail. */
  breakTest(): Promise<void>;
  remove(): Promise<void>;
}

/** Creates a shop whose consumer has one passing test. @param name of the test file. */
export async function createConsuming(name: string): Promise<Consuming> {
  const images = `${repository}-${name}`;
  const shop = await createShop(name, async ({ edit, configure }) => {
    await edit('Deployment', ({ spec }) => {
      spec.template.spec.containers[0].image = images;
    });
    await configure(text =>
      text
        .replace(
          `shop: { repository: ${repository} }`,
          `shop: { repository: ${images}, args: { VERSION: act-1 } }`,
        )
        // Its one test covers little.
        .replace(/^ {2}coverage: .*\n/m, ''),
    );
  });
  const consumer = await createConsumer(shop);
  await consumer.write('test/orders.test.ts', passingTest);
  return {
    ...{ shop, consumer, images },
    tags: async () => {
      const answer = await fetch(`http://${images.replace('/', '/v2/')}/tags/list`);
      return answer.ok ? (((await answer.json()) as { tags: string[] | null }).tags ?? []) : [];
    },
    breakProbe: async () => {
      await shop.configure(text => text.replace('VERSION: act-1', 'VERSION: act-2'));
      await shop.edit('Deployment', ({ spec }) => {
        spec.progressDeadlineSeconds = 20;
        spec.template.spec.containers[0].readinessProbe.httpGet.path = '/nowhere';
      });
    },
    plantFinding: () =>
      consumer.write('src/node_modules/lodash/package.json', '{"name": "lodash", "version": "4.17.11"}\n'),
    breakTest: () =>
      consumer.write(
        'test/fails.test.ts',
        "import { test } from 'node:test';\ntest('no', () => { throw new Error('no'); });\n",
      ),
    remove: async () => {
      await consumer.remove();
      await shop.remove();
    },
  };
}

const passingTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrderBook } from '../src/orders.ts';

test('an order is added up', () => {
  assert.equal(new OrderBook().place({ product: 'rope', quantity: 2 }).total, 3_700);
});
`;

/** Creates a repository of a shop: its sources, slipway.yml, manifests, and the wrapper for a push from examples/. */
export async function createConsumer(shop: Shop): Promise<Consumer> {
  const scratch = await mkdtemp(join(tmpdir(), 'act-'));
  // In its own folder, which does not grow, because act copies it for every action.
  const suite = join(scratch, 'suite');
  renderInto(suite, SUITE);
  const { dir } = shop;
  const sample = join(root, 'examples/shop');
  for (const part of ['Dockerfile', '.dockerignore', 'package.json', 'src']) {
    await cp(join(sample, part), join(dir, part), { recursive: true });
  }
  const write: Consumer['write'] = async (path, text) => {
    await mkdir(join(dir, path, '..'), { recursive: true });
    await writeFile(join(dir, path), text);
  };
  await write('.gitignore', '*.kubeconfig\n');
  await write('.github/workflows/push.yml', await wrapperOf('push.yml'));
  const upload = await standIn(join(scratch, 'upload'), UPLOAD);
  // act fetches it even for a step that it skips, such as one that signs.
  const download = await standIn(join(scratch, 'download'), DOWNLOAD);
  const cache = await emptyCache(join(scratch, 'no-cache'));
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=shop', '-c', 'user.email=shop@example.com', ...args], { cwd: dir });
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('remote', 'add', 'origin', 'https://github.com/acme/shop');
  const secrets = join(scratch, 'secrets.env');
  await writeFile(secrets, `KUBECONFIG='${await readFile(shop.kubeconfig, 'utf8')}'\n`, { mode: 0o600 });
  const variables = ['BUILDX_BUILDER', 'BUILDX_CONFIG'].map(name => `${name}=${process.env[name] ?? ''}`);
  const addSecret = (name: string, value: string) => appendFile(secrets, `${name}='${value}'\n`);
  const start = async (event: string, ...more: string[]) => {
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '--message', 'A change');
    return act(dir, [
      ...[event, ...more, '--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
      ...['--action-cache-path', join(scratch, 'cache'), '--secret-file', secrets],
      ...['--local-repository', `${SUITE.repository}@${SUITE.ref}=${suite}`],
      ...['--local-repository', `${upload}=${join(scratch, 'upload')}`],
      ...['--local-repository', `${download}=${join(scratch, 'download')}`],
      ...['--local-repository', `${cache}=${join(scratch, 'no-cache')}`],
      ...['--var', `SLIPWAY_TRIVY_DATABASE=${process.env.SLIPWAY_TRIVY_DB}`],
      ...variables.flatMap(variable => ['--env', variable]),
    ]);
  };
  return {
    dir,
    write,
    addSecret,
    addVariable: (name, value) => void variables.push(`${name}=${value}`),
    push: () => start('push'),
    dispatch: (path, inputs) =>
      start(
        'workflow_dispatch',
        ...['--workflows', path],
        ...Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]),
      ),
    remove: () => rm(scratch, { recursive: true, force: true }),
  };
}

/**
 * Returns a wrapper from examples/workflows for the lab: no login, and a kubeconfig, because act has no OIDC.
 * @param more further inputs of its job. @param secrets further secrets of its job, by name.
 */
export async function wrapperOf(name: string, more: string[] = [], secrets: string[] = []): Promise<string> {
  const text = await readFile(join(root, 'examples/workflows', name), 'utf8');
  const inputs = ['environment: production', "registry: ''", ...more];
  const passed = ['kubeconfig: ${{ secrets.KUBECONFIG }}', ...secrets];
  return text
    .replace(/@0{40} # v\S+/, `@${SUITE.ref}`)
    .replace('environment: production', inputs.join('\n      '))
    .replace(/^ {4}#.*\n/gm, '')
    .concat(`    secrets:\n${passed.map(each => `      ${each}\n`).join('')}`);
}

/** A job of the consumer that releases in one step, as docs/workflows.md shows it. */
export const ownJob = `name: Release
on:
  workflow_dispatch:
    inputs:
      images: { type: string, required: true, description: Digests }
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - uses: ${SUITE.repository}/.github/actions/connect@${SUITE.ref}
        with: { kubeconfig: "\${{ secrets.KUBECONFIG }}" }
      - id: release
        uses: ${SUITE.repository}/actions/release@${SUITE.ref}
        with: { environment: production, images: "\${{ inputs.images }}" }
`;

/** A workflow of the consumer that does everything in one step, as README shows it. */
export const oneStep = `name: Push
on:
  push:
    branches: [main]
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - id: release
        uses: ${SUITE.repository}@${SUITE.ref}
        with:
          environment: production
          registry: ''
          kubeconfig: "\${{ secrets.KUBECONFIG }}"
          trivy-database: ${process.env.SLIPWAY_TRIVY_DB}
`;

/** Writes a stub of a third-party action that needs GitHub, because it keeps artifacts. @returns its reference. */
async function standIn(folder: string, reference: RegExp): Promise<string> {
  const text = render(await readFile(join(root, '.github/workflows/build.yml'), 'utf8'), SUITE);
  await mkdir(folder);
  await writeFile(
    join(folder, 'action.yml'),
    `name: Artifact
inputs: { name: {}, path: {} }
runs:
  using: composite
  steps:
    - shell: bash
      env: { NAME: "\${{ inputs.name }}", FILES: "\${{ inputs.path }}" }
      run: echo "artifact $NAME:" && ls "$FILES"
`,
  );
  return reference.exec(text)?.[1] ?? 'none';
}

/** Writes stubs of the actions that keep files between runs: nothing is kept. @returns their reference. */
async function emptyCache(folder: string): Promise<string> {
  const text = await readFile(join(root, '.github/actions/scan-cached/action.yml'), 'utf8');
  for (const part of ['restore', 'save']) {
    await mkdir(join(folder, part), { recursive: true });
    await writeFile(
      join(folder, part, 'action.yml'),
      `name: Cache
inputs: { path: {}, key: {}, restore-keys: {} }
runs:
  using: composite
  steps:
    - { shell: bash, run: 'true' }
`,
    );
  }
  const [, name, ref] = CACHE.exec(text) ?? [];
  return `${name}${ref}`;
}

async function act(dir: string, args: string[]): Promise<ActRun> {
  const child = spawn(await wheel('act'), args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      log += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, log, ...read(log) };
}

/** Reads lines such as `[deploy/deploy.yml/rollout] 🏁  Job succeeded`, and `⚙  ::set-output:: images={…}`. */
function read(log: string): Pick<ActRun, 'jobs' | 'outputs'> {
  const jobs: ActRun['jobs'] = {};
  const outputs: ActRun['outputs'] = {};
  for (const line of log.split('\n')) {
    const [, job, text] = /^\[(?:[^\]]*\/)?([\w-]+) *\]\s+(.*)$/.exec(line) ?? [];
    if (job === undefined || text === undefined) continue;
    const ended = /🏁\s+Job (succeeded|failed)/.exec(text)?.[1];
    if (ended !== undefined) jobs[job] = ended as 'succeeded' | 'failed';
    const [, name, value] = /::set-output:: ([\w-]+)=(.*)$/.exec(text) ?? [];
    if (name !== undefined && value !== undefined) outputs[`${job}.${name}`] = value;
  }
  return { jobs, outputs };
}
