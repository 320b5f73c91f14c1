import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { wheel } from '../../lab/wheels.ts';
import { renderInto } from '../../scripts/render.ts';
import { createShop, repository, root, type Shop } from './harness.ts';

/** A consumer's repository, and act, which runs its workflow like a GitHub runner, with Slipway's workflows and bundles. */

const run = promisify(execFile);
const SUITE = { repository: 'slipway/slipway', ref: 'local' };
const UPLOAD = /uses: (actions\/upload-artifact@[0-9a-f]{40})/;

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
  await write('.github/workflows/push.yml', await wrapper());
  const upload = await standIn(join(scratch, 'upload'));
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=shop', '-c', 'user.email=shop@example.com', ...args], { cwd: dir });
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('remote', 'add', 'origin', 'https://github.com/acme/shop');
  const secrets = join(scratch, 'secrets.env');
  await writeFile(secrets, `KUBECONFIG='${await readFile(shop.kubeconfig, 'utf8')}'\n`, { mode: 0o600 });
  const start = async (event: string, ...more: string[]) => {
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '--message', 'A change');
    return act(dir, [
      ...[event, ...more, '--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
      ...['--action-cache-path', join(scratch, 'cache'), '--secret-file', secrets],
      ...['--local-repository', `${SUITE.repository}@${SUITE.ref}=${suite}`],
      ...['--local-repository', `${upload}=${join(scratch, 'upload')}`],
      ...['BUILDX_BUILDER', 'BUILDX_CONFIG'].flatMap(name => ['--env', `${name}=${process.env[name] ?? ''}`]),
    ]);
  };
  return {
    dir,
    write,
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

/** Returns examples/workflows/push.yml for the lab: no login, the lab's database, and a kubeconfig, because act has no OIDC. */
async function wrapper(): Promise<string> {
  const text = await readFile(join(root, 'examples/workflows/push.yml'), 'utf8');
  const more = ["registry: ''", `trivy-database: ${process.env.SLIPWAY_TRIVY_DB}`];
  return text
    .replace(/@0{40} # v\S+/, `@${SUITE.ref}`)
    .replace('environment: production', ['environment: production', ...more].join('\n      '))
    .concat('    secrets:\n      kubeconfig: ${{ secrets.KUBECONFIG }}\n');
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

/** Writes a stub of the only third-party action that needs GitHub: it uploads artifacts. @returns its reference. */
async function standIn(folder: string): Promise<string> {
  const text = await readFile(join(root, '.github/workflows/build.yml'), 'utf8');
  await mkdir(folder);
  await writeFile(
    join(folder, 'action.yml'),
    `name: Upload
inputs: { name: {}, path: {} }
runs:
  using: composite
  steps:
    - shell: bash
      env: { NAME: "\${{ inputs.name }}", FILES: "\${{ inputs.path }}" }
      run: echo "artifact $NAME:" && ls "$FILES"
`,
  );
  return UPLOAD.exec(text)?.[1] ?? 'none';
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
