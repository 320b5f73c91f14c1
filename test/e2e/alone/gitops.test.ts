import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitServer, tokens } from '../../gitops/git-server.ts';
import { createShop, eventually, image, pushShops, repository, type Shop } from '../harness.ts';

/**
 * A release by Git against a real cluster and a real Git server. The controller is a syncer written for this test: a loop that applies the
 * head of the branch by `kubectl apply -k`, as Flux and Argo CD do in essence. It reports no status, so the workload is all there is.
 */

const run = promisify(execFile);

/** Applies the head of main every second, until it is stopped. */
class Syncer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'syncer-'));
  readonly #stop = new AbortController();
  readonly #loop: Promise<void>;
  #applied = '';
  paused = false;
  errors: string[] = [];

  constructor(git: GitServer) {
    this.#loop = this.#run(git);
  }

  async #run(git: GitServer): Promise<void> {
    const clone = join(this.#folder, 'clone');
    await run('git', ['clone', '--quiet', join(git.folder, 'cluster.git'), clone]);
    while (!this.#stop.signal.aborted) {
      if (!this.paused)
        await this.#sync(git.head(), clone).catch((error: Error) => this.errors.push(error.message));
      await after(1000, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  async #sync(head: string, clone: string): Promise<void> {
    if (head === this.#applied) return;
    await run('git', ['-C', clone, 'fetch', '--quiet', 'origin']);
    await run('git', ['-C', clone, 'reset', '--quiet', '--hard', head]);
    await run('kubectl', ['apply', '-k', join(clone, 'apps/shop')]);
    this.#applied = head;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

let shop: Shop;
let git: GitServer;
let syncer: Syncer;
const file = 'apps/shop/kustomization.yaml';

const gitops = (command: string, ...more: string[]) => [
  ...[command, '--environment', 'production', '--gitops-token', tokens.writer],
  ...more,
];
const deploy = (tag: string) => shop.slipway(gitops('deploy', '--images', image(tag)));

beforeAll(async () => {
  await pushShops();
  shop = await createShop('gitops');
  const folder = join(shop.dir, 'deploy');
  const files = readdirSync(folder).filter(each => each !== 'autoscaler.yaml');
  git = await GitServer.start({
    ...Object.fromEntries(files.map(each => [`apps/shop/${each}`, readFileSync(join(folder, each), 'utf8')])),
    [file]: `# The shop.
namespace: ${shop.namespace}
resources: [${files.join(', ')}]
images:
  - name: ${repository} # released by Slipway
    newTag: v1
`,
  });
  await shop.configure(text =>
    text
      .replace(
        'manifests: [deploy/]',
        `delivery: { gitops: { repository: '${git.url}', files: [${file}], timeout: 2m } }`,
      )
      .replace('    strategy: { rolling: { deadline: 2m } }\n', ''),
  );
  syncer = new Syncer(git);
  await eventually(async () => (await shop.deployment().catch(() => undefined)) !== undefined, 60_000);
  await shop.serves('v1', 120_000);
}, 300_000);

afterAll(async () => {
  await syncer?.stop();
  await git?.stop();
  await shop?.remove();
});

describe('a release by Git', () => {
  it('goes live by a commit', async () => {
    const released = await deploy('v2');
    expect(released.outputs, released.stderr).toMatchObject({ state: 'complete', release: '1' });
    await shop.serves('v2');
    expect(git.titles()[0]).toBe('Release 1 of shop to production');
    expect(git.file(file)).toMatch(/^ {4}digest: sha256:[0-9a-f]{64}$/m);
    const verified = await shop.slipway(gitops('verify', '--release', '1'));
    expect(verified.outputs, verified.stderr).toMatchObject({ verdict: 'pass', release: '1' });
    const status = await shop.slipway(gitops('status'));
    expect(status.outputs, status.stderr).toMatchObject({ state: 'idle', release: '1' });
    expect(released.stdout + released.stderr).not.toContain(tokens.writer);
  });

  it('that does not become ready is reverted, and the old digest serves', async () => {
    const before = git.file(file);
    // A probe that no version passes: a commit of a person changes the manifests.
    git.commit('Break the probe', {
      'apps/shop/deployment.yaml': text => text.replaceAll('/ready', '/no-such-page'),
    });
    syncer.paused = true;
    const released = shop.start(gitops('deploy', '--images', image('v1')));
    await released.said(/Release 2 of shop to production: [0-9a-f]{40} on main/);
    syncer.paused = false;
    await eventually(async () => git.titles()[0]?.startsWith('Revert'), 200_000);
    git.commit('Mend the probe', {
      'apps/shop/deployment.yaml': text => text.replaceAll('/no-such-page', '/ready'),
    });
    const { outputs, stderr } = await released.done;
    expect(outputs, stderr).toMatchObject({ state: 'rolled-back', release: '2', baseline: '1' });
    expect(git.file(file)).toBe(before);
    await shop.serves('v2');
  });

  it('whose run was killed is left to a person while it may be alive', async () => {
    syncer.paused = true;
    const released = shop.start(gitops('deploy', '--images', image('v1')));
    await released.said(/: [0-9a-f]{40} on main/);
    released.child.kill('SIGKILL');
    await released.done;
    syncer.paused = false;
    await shop.serves('v1', 120_000);
    // Only a run that GitHub calls ended, or whose time is over, counts as dead. A person may take it back at once.
    const swept = await shop.slipway(gitops('sweep'));
    expect(swept.outputs, swept.stderr).toMatchObject({ state: 'running', release: '3' });
    const back = await shop.slipway(gitops('rollback'));
    expect(back.outputs, back.stderr).toMatchObject({ state: 'complete', release: '1' });
    await shop.serves('v2', 120_000);
  });

  it('goes back to the release before by another commit', async () => {
    const next = await deploy('v1');
    expect(next.outputs, next.stderr).toMatchObject({ state: 'complete', release: '4' });
    const back = await shop.slipway(gitops('rollback'));
    expect(back.outputs, back.stderr).toMatchObject({ state: 'complete', release: '5' });
    await shop.serves('v2');
    expect(git.titles()[0]).toBe('Release 5 of shop to production: back to release 1');
  });
});
