import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Environment, GitOps } from '../../src/config/types.ts';
import { deliver, rollBackDelivery } from '../../src/gitops/deliver.ts';
import { inspect, verifyDelivery } from '../../src/gitops/inspect.ts';
import type { PullRequest, PullRequests } from '../../src/gitops/pull-requests.ts';
import { GitRepository } from '../../src/gitops/repository.ts';
import { sweepDelivery } from '../../src/gitops/resume.ts';
import { type DeliveryContext, DeliverySession, pauseAfterRace } from '../../src/gitops/session.ts';
import { UntrustedImage, UserError } from '../../src/toolkit/errors.ts';
import { environment } from '../release/objects.ts';
import { wording } from '../wording.ts';
import { GitServer, tokens } from './git-server.ts';
import { SyncedCluster } from './synced-cluster.ts';

const repository = 'ghcr.io/acme/shop';
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const images = (letter: string) => ({ shop: { repository, digest: digest(letter) } });
const file = 'apps/shop/kustomization.yaml';
const first = `# The shop.
resources: [deploy.yaml]
images:
  - name: ${repository} # ours
    newTag: "1.0"
`;
const withA = first.replace('newTag: "1.0"', `digest: ${digest('a')}`);
const logRef = 'refs/slipway/shop/production';

const { service: _, verify: __, ...bare } = environment();

let git: GitServer;
let cluster: SyncedCluster;
const said: string[] = [];
const opened: GitRepository[] = [];

/** Brings the cluster to the head of the branch, as Flux does. */
function sync(): void {
  const text = git.file(file);
  const found = /digest: "?(sha256:\w+)/.exec(text)?.[1];
  cluster.run(
    found === undefined ? `${repository}:${/newTag: "([^"]+)/.exec(text)?.[1]}` : `${repository}@${found}`,
  );
}

beforeEach(async () => {
  said.length = 0;
  git = await GitServer.start({ [file]: first, 'README.md': 'x\n' });
  cluster = new SyncedCluster(`${repository}:1.0`);
  git.afterPush = sync;
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map(each => each.close()));
  await git.stop();
});

interface Run {
  run?: string;
  token?: string;
  gitops?: Partial<GitOps>;
  environment?: Partial<Environment>;
  more?: Partial<DeliveryContext> | undefined;
  env?: NodeJS.ProcessEnv;
}

/** A run of its own, with its own clone. */
async function session({
  run = 'run 1',
  token = tokens.writer,
  gitops = {},
  more = {},
  env,
  ...rest
}: Run = {}): Promise<DeliverySession> {
  const at = { url: git.url, branch: 'main', logRef };
  const opening = await GitRepository.open(at, { token, env: env ?? process.env });
  opened.push(opening);
  return new DeliverySession({
    repository: opening,
    cluster: cluster.cluster,
    config: { app: 'shop', images: { shop: { repository } } },
    environmentName: 'production',
    environment: { ...bare, ...rest.environment } as Environment,
    gitops: {
      branch: 'main',
      repository: git.url,
      files: [file],
      by: 'push',
      'merge-timeout': 5000,
      timeout: 8_000,
      ...gitops,
    } as GitOps,
    own: false,
    requireTrusted: async () => undefined,
    origin: { run, actor: 'ann', revision: 'c'.repeat(40) },
    wait: 0,
    pace: { look: 20, branch: 20, controllerGrace: 100, log: 20, race: 20 },
    report: line => void said.push(line),
    ...more,
  });
}

const refused = async (work: Promise<unknown>): Promise<UserError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw error ?? new Error('it was not refused');
  return error;
};

const log = () =>
  JSON.parse(git.file('releases.json', logRef)).releases as {
    release: number;
    state: string;
    reason?: string;
  }[];
const states = () => log().map(({ release, state }) => `${release} ${state}`);
const release = async (letter: string, run: Run = {}) => deliver(await session(run), images(letter));
/** Every pod of an image crashes. */
const crashing = (letter: string) => {
  cluster.fate = image => (image.includes(letter.repeat(64)) ? 'crashes' : 'ready');
};
const dead = { hasEnded: async () => true };

describe('a release by Git', () => {
  it('is a commit with the digest and trailers, and ends when every pod runs it', async () => {
    expect(await release('a')).toEqual({ state: 'complete', release: 1 });
    expect(git.file(file)).toBe(withA);
    expect(git.message()).toBe(
      `Release 1 of shop to production\n\nSlipway-Application: shop\nSlipway-Environment: production\nSlipway-Release: 1\nSlipway-Image: ${repository}@${digest('a')}\nSlipway-Run: ann in run 1\nSlipway-Revision: ${'c'.repeat(40)}\n\n`,
    );
    expect(cluster.image).toBe(`${repository}@${digest('a')}`);
    expect(states()).toEqual(['1 verified']);
    expect(git.refs()).toEqual(['refs/heads/main', logRef]);
    expect(await release('b')).toEqual({ state: 'complete', release: 2, baseline: 1 });
    expect(states()).toEqual(['1 verified', '2 verified']);
  });

  it('starts no workflow of the repository of slipway.yml', async () => {
    await release('a', { more: { own: true } });
    expect(git.message()).toContain('\n\n[skip ci]\n\nSlipway-Application: shop\n');
  });

  it('needs no commit when Git has the digests already', async () => {
    await release('a');
    expect(await release('a')).toMatchObject({ state: 'complete', release: 2 });
    expect(git.titles()).toHaveLength(2);
  });

  it('that crashes is reverted to the verified release before, and ends when that is live', async () => {
    await release('a');
    crashing('b');
    const result = await release('b');
    expect(result).toMatchObject({ state: 'rolled-back', release: 2, baseline: 1 });
    expect(result.reason).toContain('Deployment/shop: container shop crashes');
    expect(git.file(file)).toBe(withA);
    expect(git.titles()).toEqual([
      'Revert release 2 of shop to production',
      'Release 2 of shop to production',
      'Release 1 of shop to production',
      'Begin',
    ]);
    expect(cluster.image).toBe(`${repository}@${digest('a')}`);
    expect(states()).toEqual(['1 verified', '2 rolled-back']);
  });

  it('is reverted although others are faster again and again', async () => {
    await release('a');
    crashing('b');
    let others = 0;
    const faster = () => {
      others += 1;
      git.commit(`Theirs ${others}`, { 'README.md': `${others}\n` });
      git.beforePush = others < 8 ? faster : undefined;
    };
    git.afterPush = () => {
      sync();
      if (others === 0) git.beforePush = faster;
    };
    expect(await release('b')).toMatchObject({ state: 'rolled-back', release: 2 });
    expect(git.titles().slice(0, 2)).toEqual(['Revert release 2 of shop to production', 'Theirs 8']);
  }, 120_000);

  it('that is the first one needs action, because no verified one is before it', async () => {
    crashing('a');
    const result = await release('a');
    expect(result).toMatchObject({ state: 'needs-action', release: 1 });
    expect(result.reason).toContain(
      'there is no verified release before it. Set the digests on main by hand',
    );
    expect(git.titles()).toHaveLength(2);
  });

  it('that had these digests before needs action, because there is no commit to revert', async () => {
    await release('a');
    const check = { get: '/ready', status: 200, 'retry-for': 300 };
    const verify = { url: 'http://127.0.0.1:1/', from: 'gateway', checks: [check] } as never;
    const result = await release('a', { environment: { verify } });
    expect(result).toMatchObject({ state: 'needs-action', release: 2 });
  });

  it('that is not rolled out in time is reverted, and says what it waited for', async () => {
    await release('a');
    git.afterPush = () => undefined;
    const result = await release('b', { gitops: { timeout: 300 as never } });
    expect(result).toMatchObject({ state: 'rolled-back' });
    expect(result.reason).toContain(
      'not rolled out in time: Deployment/shop: container shop still has the image',
    );
    expect(git.file(file)).toBe(withA);
  });

  it('whose check fails is reverted', async () => {
    await release('a');
    const check = { get: '/ready', status: 200, 'retry-for': 300 };
    const verify = { url: 'http://127.0.0.1:1/', from: 'gateway', checks: [check] } as never;
    const result = await release('b', { environment: { verify } });
    expect(result.reason).toContain('GET /ready');
    expect(git.file(file)).toBe(withA);
  });

  describe('with a check that has an identity', () => {
    const check = { get: '/me', as: 'customer', status: 200, 'retry-for': 300 };
    const verify = {
      ...{ url: 'http://127.0.0.1:1/', from: 'gateway', checks: [check] },
      identities: { customer: { bearer: 'TOKEN' } },
    } as never;

    it('is not reverted by a run that lacks the secret, and a person must act', async () => {
      await release('a');
      const result = await release('b', {
        environment: { verify },
        more: { env: { PATH: process.env.PATH } },
      });
      expect(result).toMatchObject({ state: 'needs-action', release: 2 });
      expect(result.reason).toEqual(wording('GET /me as customer', 'TOKEN'));
      expect(git.file(file)).not.toBe(withA);
    });

    it('is reverted when the answer is wrong', async () => {
      await release('a');
      const more = { env: { PATH: process.env.PATH, TOKEN: 'token-of-a-customer' } };
      expect(await release('b', { environment: { verify }, more })).toMatchObject({ state: 'rolled-back' });
    });

    it('is rolled back without any secret', async () => {
      await release('a');
      await release('b');
      const back = await session({ environment: { verify }, more: { env: { PATH: process.env.PATH } } });
      expect(await rollBackDelivery(back, {})).toMatchObject({ state: 'complete', changed: true });
      expect(git.file(file)).toBe(withA);
      expect(states().at(-1)).toBe('3 verified');
    });
  });

  it('that is not reversible stays, and a person must act', async () => {
    cluster.fate = image => (image.includes('@') ? 'crashes' : 'ready');
    expect(await release('a', { environment: { reversible: false } })).toMatchObject({
      state: 'needs-action',
    });
    expect(git.titles()).toHaveLength(2);
    expect(await sweepDelivery(await session())).toMatchObject({ state: 'needs-action' });
  });

  it('is tried again when another commit is pushed first', async () => {
    git.beforePush = () => git.commit('Theirs', { [file]: before => before.replace('# ours', '# shop') });
    expect(await release('a')).toMatchObject({ state: 'complete' });
    expect(git.titles().slice(0, 2)).toEqual(['Release 1 of shop to production', 'Theirs']);
    expect(git.file(file)).toContain(`# shop\n    digest: ${digest('a')}`);
  });

  it('is tried again when the branch is rewritten first', async () => {
    const base = git.head();
    git.commit('Lost', { 'README.md': 'y\n' });
    git.beforePush = () => git.rewrite(base);
    expect(await release('a')).toMatchObject({ state: 'complete' });
    // A server may take the log and refuse the branch of a shallow clone: then the first attempt is a release of its own, without effect.
    expect(git.titles()).toEqual([
      expect.stringMatching(/^Release [12] of shop to production$/),
      'Rewrite',
      'Begin',
    ]);
    expect(states().at(-1)).toMatch(/verified$/);
  });

  it('is refused by a protected branch, and nothing is left', async () => {
    git.protect();
    const error = await refused(release('a'));
    expect(error.sentence).toContain('protected branch');
    expect(error.remedy).toContain('by: pull-request');
    expect(git.refs()).toEqual(['refs/heads/main']);
  });

  it('is refused with a token that may only read, or none', async () => {
    const readOnly = await refused(release('a', { token: tokens.reader }));
    expect(readOnly.remedy).toContain('gitops-token');
    expect(readOnly.message).toContain('403');
    expect((await refused(release('a', { token: 'wrong-token' }))).remedy).toContain('gitops-token');
    expect((await refused(release('a', { token: '' }))).remedy).toContain('gitops-token');
    expect(git.refs()).toEqual(['refs/heads/main']);
  });

  it('is refused without the permissions to read what it will wait for', async () => {
    cluster.forbid('list endpointslices.discovery.k8s.io');
    const error = await refused(release('a', { environment: { service: 'shop' } }));
    expect(error.message).toContain('endpointslices');
    expect(git.refs()).toEqual(['refs/heads/main']);
  });

  it('waits while the API server answers nothing', async () => {
    git.afterPush = () => {
      sync();
      cluster.fail({ verb: 'get', path: /deployments/, times: 4 }, 503);
    };
    expect(await release('a')).toMatchObject({ state: 'complete' });
  });

  it('is refused when a file or branch is missing, with nothing written', async () => {
    const missing = await refused(release('a', { gitops: { files: ['nowhere.yaml'] } }));
    expect(missing.message).toContain('has no file nowhere.yaml');
    expect((await refused(release('a', { gitops: { files: ['README.md'] } }))).message).toContain(
      'README.md',
    );
    expect(git.refs()).toEqual(['refs/heads/main']);
  });
});

describe('another commit', () => {
  it('that changes the digest meanwhile is left alone', async () => {
    git.afterPush = () => {
      if (git.titles().length === 2)
        git.commit('By hand', { [file]: before => before.replace(digest('a'), digest('e')) });
    };
    const result = await release('a');
    expect(result).toMatchObject({ state: 'failed' });
    expect(result.reason).toContain('another commit changed the digests on main');
    expect(git.titles()[0]).toBe('By hand');
    expect(states()).toEqual(['1 superseded']);
  });

  it('that changes it after the failure, too', async () => {
    await release('a');
    crashing('b');
    let pushes = 0;
    git.afterPush = () => {
      pushes += 1;
      sync();
      // The revert, which is then refused, because the branch has moved.
      if (pushes > 1) return;
      git.beforePush = () =>
        git.commit('Fix', { [file]: before => before.replace(digest('b'), digest('f')) });
    };
    const result = await release('b');
    expect(pushes).toBeGreaterThan(1);
    expect(result).toMatchObject({ state: 'failed' });
    expect(result.reason).toContain('nothing was reverted');
    expect(git.titles()[0]).toBe('Fix');
  });

  it('that changes other lines does not prevent the revert', async () => {
    git.commit('Replicas', { [file]: before => `${before}replicas: [{name: shop, count: 2}]\n` });
    await release('a');
    crashing('b');
    git.afterPush = () => {
      sync();
      if (git.titles().length === 4)
        git.commit('More', { [file]: before => before.replace('count: 2', 'count: 3') });
    };
    expect(await release('b')).toMatchObject({ state: 'rolled-back' });
    expect(git.file(file)).toBe(`${withA}replicas: [{name: shop, count: 3}]\n`);
  });

  it('that rewrites the branch without the commit is left alone', async () => {
    const base = git.head();
    git.afterPush = () => {
      if (git.titles()[0] !== 'Rewrite') git.rewrite(base);
    };
    expect(await release('a')).toMatchObject({ state: 'failed' });
    expect(git.titles()).toEqual(['Rewrite', 'Begin']);
  });
});

describe('a release of an older commit', () => {
  const newer = { run: 'run 7', actor: 'bob', revision: 'e'.repeat(40) };
  const olderCommitProblem: DeliveryContext['olderCommitProblem'] = async ({ release, by }) =>
    by.revision === newer.revision ? new UserError(`older than release ${release}`, 'wait') : undefined;

  it('is refused before its push', async () => {
    await release('a', { more: { origin: newer } });
    const { message } = await refused(release('b', { more: { olderCommitProblem } }));
    expect(message).toBe('older than release 1');
    expect([git.file(file), states()]).toEqual([withA, ['1 verified']]);
  });

  it('is made after a rollback, whose run has another commit than its images', async () => {
    await release('a');
    await release('b');
    await rollBackDelivery(await session({ more: { origin: newer } }), {});
    expect(await release('c', { more: { olderCommitProblem } })).toMatchObject({ state: 'complete' });
  });
});

/** A run that is killed as soon as its commit is on the branch. */
async function killed(letter: string, run: Run = {}): Promise<void> {
  class Killed extends Error {}
  const report = (line: string) => {
    if (/: [0-9a-f]{40} on main$/.test(line)) throw new Killed();
  };
  const work = release(letter, { run: 'run 7', ...run, more: { report } });
  await expect(work).rejects.toBeInstanceOf(Killed);
}

describe('a run that was killed after its push', () => {
  it('is left alone while it may be alive', async () => {
    await killed('a');
    expect(await sweepDelivery(await session({ run: 'run 8' }))).toMatchObject({
      state: 'running',
      release: 1,
    });
    expect((await refused(release('b', { run: 'run 8' }))).message).toContain(
      'ann in run 7 still works on release 1',
    );
  });

  it('is finished by sweep when its release is good', async () => {
    await killed('a');
    expect(await sweepDelivery(await session({ run: 'run 8', more: dead }))).toEqual({
      state: 'complete',
      release: 1,
    });
    expect(await sweepDelivery(await session({ run: 'run 9', more: dead }))).toEqual({ state: 'idle' });
    expect(states()).toEqual(['1 verified']);
  });

  it('leaves the commit of its release to the run that finishes it', async () => {
    await killed('a');
    const origin = { run: 'run 8', actor: 'cron', revision: 'f'.repeat(40) };
    await sweepDelivery(await session({ more: { hasEnded: dead.hasEnded, origin } }));
    const by = { run: 'run 8', actor: 'cron', revision: 'c'.repeat(40) };
    expect(log()).toMatchObject([{ state: 'verified', by }]);
  });

  it('is reverted by sweep when its release is bad', async () => {
    await release('a');
    crashing('b');
    await killed('b');
    const result = await sweepDelivery(await session({ run: 'run 8', more: dead }));
    expect(result).toMatchObject({ state: 'rolled-back', release: 2 });
    expect(git.file(file)).toBe(withA);
  });

  it('is nothing to sweep after another commit has changed the digests', async () => {
    await killed('a');
    git.afterPush = () => undefined;
    cluster.run(`${repository}:1.0`);
    git.commit('By hand', { [file]: before => before.replace(digest('a'), digest('e')) });
    const result = await sweepDelivery(await session({ run: 'run 8', more: dead }));
    expect(result).toMatchObject({ state: 'idle', release: 1 });
    expect(states()).toEqual(['1 superseded']);
  });

  it('is in the way of no release when slipway.yml has other images by now', async () => {
    await killed('a');
    const text = git.file('releases.json', logRef);
    git.forge(logRef, 'releases.json', text.replaceAll('acme/shop@', 'acme/old@'));
    expect(await release('b', { run: 'run 8', more: dead })).toMatchObject({ state: 'complete' });
    expect(states()).toEqual(['1 superseded', '2 verified']);
    expect(log()[0]?.reason).toContain('its images are not those of slipway.yml');
  });

  it('is ended by the next deploy, which goes back to what was verified', async () => {
    await release('a');
    cluster.fate = image => (image.includes('b'.repeat(64)) ? 'crashes' : 'ready');
    await killed('b');
    cluster.fate = image => (/[bc]{64}/.test(image) ? 'crashes' : 'ready');
    expect(await release('c', { run: 'run 8', more: dead })).toMatchObject({
      state: 'rolled-back',
      release: 3,
      baseline: 1,
    });
    expect(cluster.image).toBe(`${repository}@${digest('a')}`);
    expect(states()).toEqual(['1 verified', '2 rolled-back', '3 rolled-back']);
  });

  it('is taken back by rollback, also while it may be alive, and then writes no more', async () => {
    await release('a');
    const slow = await session({ run: 'run 7' });
    git.afterPush = () => undefined;
    const running = deliver(slow, images('b')).catch((error: unknown) => error);
    await expect.poll(() => git.titles().length, { timeout: 100_000 }).toBe(3);
    git.afterPush = () => (git.titles().length > 3 ? sync() : undefined);
    expect(await rollBackDelivery(await session({ run: 'run 8' }), {})).toMatchObject({
      state: 'complete',
      changed: true,
    });
    expect(((await running) as Error).message).toContain('ann in run 8 has taken over release 2');
    expect(git.file(file)).toBe(withA);
    expect(states()).toEqual(['1 verified', '2 rolled-back']);
  });
});

describe('a cancelled run', () => {
  it('reverts at once, and rollback waits until the old image is live', async () => {
    await release('a');
    const controller = new AbortController();
    git.afterPush = () => controller.abort();
    const result = await release('b', { more: { signal: controller.signal } });
    expect(result).toMatchObject({ state: 'failed' });
    expect(git.file(file)).toBe(withA);
    expect(states()).toEqual(['1 verified', '2 rolling-back']);
    git.afterPush = sync;
    const after = await rollBackDelivery(await session(), { from: 'run' });
    expect(after).toMatchObject({ state: 'complete' });
    expect(states()).toEqual(['1 verified', '2 rolled-back']);
  });
});

describe('the controller', () => {
  const controller = { flux: { kustomization: 'shop', namespace: 'flux-system' } };
  const path = '/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations/shop';
  beforeEach(() => {
    cluster.kinds.push({
      ...{ group: 'kustomize.toolkit.fluxcd.io', version: 'v1', plural: 'kustomizations' },
      ...{ kind: 'Kustomization', namespaced: true, custom: true },
    });
  });

  it('that is suspended, or not there, is no way to release', async () => {
    expect((await refused(release('a', { gitops: { controller } }))).message).toContain('does not exist');
    cluster.put(path, { spec: { suspend: true } });
    const error = await refused(release('a', { gitops: { controller } }));
    expect(error.sentence).toContain(
      'Kustomization/shop of Flux would not roll the commit out: it is suspended',
    );
    expect(git.refs()).toEqual(['refs/heads/main']);
  });

  it('that cannot apply the commit ends the release early, with its message', async () => {
    await release('a');
    cluster.put(path, {});
    git.afterPush = () => {
      const failed = { type: 'Ready', status: 'False', reason: 'BuildFailed', message: 'no such base' };
      const status = { conditions: [failed], lastAttemptedRevision: `main@sha1:${git.head()}` };
      cluster.put(path, git.titles()[0]?.startsWith('Release') ? { status } : {});
    };
    const result = await release('b', { gitops: { controller } });
    expect(result).toMatchObject({ state: 'rolled-back' });
    expect(result.reason).toBe('Kustomization/shop of Flux: BuildFailed: no such base');
    expect(git.file(file)).toBe(withA);
  });

  it('that fails for another commit, or cannot be read, says nothing of this one', async () => {
    cluster.put(path, {
      status: {
        conditions: [{ type: 'Ready', status: 'False', reason: 'BuildFailed', message: 'old' }],
        lastAttemptedRevision: `main@sha1:${'d'.repeat(40)}`,
      },
    });
    git.afterPush = () => undefined;
    const slow = release('a', { gitops: { controller } });
    await expect.poll(() => said.some(line => line.includes('waiting')), { timeout: 100_000 }).toBe(true);
    cluster.delete(path);
    sync();
    expect(await slow).toMatchObject({ state: 'complete' });
  });
});

describe('status and verification', () => {
  it('say what Git, the controller and the cluster say', async () => {
    await release('a');
    expect(await inspect(await session())).toMatchObject({
      ...{ state: 'idle', release: 1, problems: [] },
      git: 'main has the digests of release 1',
      live: 'the workloads run release 1',
    });
    expect(await verifyDelivery(await session(), 1)).toEqual({ release: 1, reasons: [], results: [] });
    git.commit('By hand', { [file]: before => before.replace(digest('a'), digest('e')) });
    sync();
    const found = await verifyDelivery(await session(), undefined);
    expect(found.reasons).toEqual([
      'main does not have the digests of release 1',
      expect.stringContaining('container shop still has the image'),
    ]);
    expect((await verifyDelivery(await session(), 9)).reasons[0]).toContain('release 9 was requested');
  });

  it('say whose release is under way', async () => {
    await killed('a');
    expect(await inspect(await session({ run: 'run 8' }))).toMatchObject({ state: 'running', candidate: 1 });
    const after = await inspect(await session({ run: 'run 8', more: dead }));
    expect(after).toMatchObject({ state: 'interrupted', holder: 'ann in run 7' });
  });
});

describe('a rollback', () => {
  it('of a verified release is a release with the digests of the one before', async () => {
    await release('a');
    await release('b');
    expect(await rollBackDelivery(await session(), {})).toMatchObject({
      state: 'complete',
      changed: true,
      release: 3,
    });
    expect(git.titles()[0]).toBe('Release 3 of shop to production: back to release 1');
    expect(cluster.image).toBe(`${repository}@${digest('a')}`);
    expect(states()).toEqual(['1 verified', '2 rolled-back', '3 verified']);
    expect((await refused(rollBackDelivery(await session(), {}))).message).toContain(
      'no verified release before',
    );
    expect(await rollBackDelivery(await session(), { to: 2 })).toMatchObject({
      state: 'complete',
      release: 4,
    });
    expect(cluster.image).toBe(`${repository}@${digest('b')}`);
  });

  it('that was not rolled out needs action, and is followed again by another rollback', async () => {
    await release('a');
    await release('b');
    git.afterPush = () => undefined;
    const late = await rollBackDelivery(await session({ gitops: { timeout: 200 as never } }), {});
    expect(late).toMatchObject({ state: 'failed', release: 2 });
    expect(late.reason).toContain('a rollback is not reverted');
    expect(states().at(-1)).toBe('3 needs-action');
    sync();
    expect(await rollBackDelivery(await session(), {})).toMatchObject({ state: 'complete', release: 3 });
    expect(states()).toEqual(['1 verified', '2 rolled-back', '3 verified']);
  });

  it('is not needed when the release is not live, and impossible without one', async () => {
    expect(await rollBackDelivery(await session(), { from: 'run' })).toMatchObject({ state: 'not-needed' });
    expect((await refused(rollBackDelivery(await session(), {}))).message).toContain('no release of shop');
    await release('a');
    expect(await rollBackDelivery(await session(), { from: 9 })).toMatchObject({
      state: 'not-needed',
      release: 1,
    });
    expect(await rollBackDelivery(await session(), { to: 1 })).toMatchObject({
      state: 'not-needed',
      release: 1,
    });
    expect((await refused(rollBackDelivery(await session(), { to: 7 }))).message).toContain(
      'release 7 is not in the log',
    );
  });
});

describe('a rollback of a verified release', () => {
  it('leaves what a person has committed since, when it names its release', async () => {
    await release('a');
    await release('b');
    git.commit('By hand', { [file]: before => before.replace(digest('b'), digest('e')) });
    const result = await rollBackDelivery(await session(), { from: 2 });
    expect(result).toMatchObject({ state: 'not-needed', changed: false });
    expect(result.reason).toContain('another commit changed the digests on main after release 2');
    expect(git.titles()[0]).toBe('By hand');
  });

  it('that is not reversible needs a reason', async () => {
    await release('a');
    await release('b', { environment: { reversible: false } });
    const error = await refused(rollBackDelivery(await session(), {}));
    expect(error.sentence).toContain('release 2 is not reversible');
    expect(error.remedy).toContain('`force`');
    expect(git.titles()).toHaveLength(3);
    const forced = await rollBackDelivery(await session(), { force: 'the old version reads the new data' });
    expect(forced).toMatchObject({ state: 'complete', release: 3 });
    expect(log().at(-1)?.reason).toBe('the old version reads the new data');
  });
});

describe('the log, which everyone who may push can write,', () => {
  const requireTrusted = async () => {
    throw new UntrustedImage('ghcr.io/acme/shop has no signature', 'sign it');
  };

  it('does not say by a commit which texts are written', async () => {
    await release('a');
    crashing('b');
    await killed('b');
    const now = git.file(file);
    const forged = git.side('evil', file, [now.replace(digest('b'), digest('e')), `${now}# x\n`]);
    const text = git.file('releases.json', logRef);
    git.forge(logRef, 'releases.json', text.replace(git.head(), forged));
    await sweepDelivery(await session({ run: 'run 8', more: dead }));
    expect(git.file(file)).toBe(withA);
  });

  it('does not bring an image without a signature to the branch', async () => {
    await release('a');
    crashing('b');
    const result = await release('b', { more: { requireTrusted } });
    expect(result).toMatchObject({ state: 'needs-action' });
    expect(result.reason).toContain('release 1 is not trusted: ghcr.io/acme/shop has no signature');
    expect(git.titles()).toHaveLength(3);
    cluster.fate = () => 'ready';
    await release('c');
    await release('d');
    const error = await refused(rollBackDelivery(await session({ more: { requireTrusted } }), { to: 3 }));
    expect(error.message).toContain('has no signature');
    expect(git.file(file)).toContain(digest('d'));
    expect(states()).toHaveLength(4);
  });

  it('is not doubted because a registry does not answer: the next sweep reverts', async () => {
    await release('a');
    crashing('b');
    const away = async () => {
      throw new UserError('ghcr.io does not answer', 'try again later');
    };
    const error = await refused(release('b', { more: { requireTrusted: away } }));
    expect(error.message).toMatch(/; it is not reverted yet: ghcr.io does not answer$/);
    expect(states()).toEqual(['1 verified', '2 open']);
    const swept = await sweepDelivery(await session({ run: 'run 8', more: dead }));
    expect(swept).toMatchObject({ state: 'rolled-back', release: 2 });
    expect(git.file(file)).toBe(withA);
  });

  it('does not bring an image of another repository there', async () => {
    await release('a');
    const text = git.file('releases.json', logRef);
    git.forge(logRef, 'releases.json', text.replaceAll('acme/shop@', 'mallory/shop@'));
    crashing('b');
    expect((await release('b')).reason).toContain('release 1 has other images');
    expect((await refused(rollBackDelivery(await session(), { to: 1 }))).message).toContain(
      'images that are not in slipway.yml',
    );
    expect(git.file(file)).toContain(digest('b'));
  });
});

describe('the Git server', () => {
  it('whose answer to a push is lost may have taken it', async () => {
    const lost = await session();
    git.afterPush = () => {
      git.down = true;
    };
    await refused(deliver(lost, images('a')));
    expect(lost.changed).toBe(true);
    expect(git.titles()).toHaveLength(2);
  });

  it('that refuses a push has taken nothing', async () => {
    git.protect();
    const protectedOne = await session();
    await refused(deliver(protectedOne, images('a')));
    expect(protectedOne.changed).toBe(false);
  });

  it('that refuses a push again and again, while nothing moves, is believed', async () => {
    // No branch below a branch can be created.
    git.side('slipway/shop', file, ['x: 1\n']);
    const gitops = { by: 'pull-request' as const };
    const work = release('a', { gitops, more: { pulls: new Pulls() } });
    const error = await refused(work);
    expect(error.message).toContain('pushing to');
    expect(error.message).toContain('rejected');
  });

  it('that is away for a while gets the end of the release later', async () => {
    git.afterPush = () => {
      sync();
      git.busy = git.titles().length === 2 && git.busy === 0 && states()[0] === '1 open' ? 3 : 0;
    };
    expect(await release('a')).toMatchObject({ state: 'complete' });
    expect(said.filter(line => line.includes('trying again'))).toHaveLength(3);
    expect(states()).toEqual(['1 verified']);
  });
});

it('waits longer and longer, and at random, after other pushes were faster', () => {
  const pauses = [1, 2, 5, 50].map(attempt => Array.from({ length: 300 }, () => pauseAfterRace()(attempt)));
  pauses.forEach((each, at) => {
    const longest = [3, 6, 15, 15][at] as number;
    expect(Math.max(...each)).toBeLessThanOrEqual(longest * 1000);
    expect(Math.max(...each)).toBeGreaterThan(longest * 900);
    expect(Math.min(...each)).toBeLessThan(longest * 100);
  });
});

describe('secrets', () => {
  it('are neither in an argument, a line, an error, nor in Git', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-argv-'));
    const real = process.env.PATH?.split(':')
      .map(each => join(each, 'git'))
      .find(each => existsSync(each));
    writeFileSync(
      join(folder, 'git'),
      `#!/bin/sh\nprintf '%s\\n' "$@" >> "${folder}/argv"\nexec ${real} "$@"\n`,
    );
    chmodSync(join(folder, 'git'), 0o755);
    const env = {
      ...process.env,
      PATH: `${folder}:${process.env.PATH}`,
      GIT_TRACE_CURL: '1',
      GIT_CURL_VERBOSE: '1',
    };
    cluster.fate = image => (image.includes('b'.repeat(64)) ? 'crashes' : 'ready');
    await release('a', { env });
    const bad = await release('b', { env });
    git.protect();
    const error = await refused(release('c', { env }));
    const all = [
      ...[
        readFileSync(join(folder, 'argv'), 'utf8'),
        ...said,
        error.stack,
        error.sentence,
        JSON.stringify(bad),
      ],
      ...[git.message(), git.file('releases.json', logRef)],
    ].join('\n');
    rmSync(folder, { recursive: true });
    expect(all).toContain('push');
    expect(all).not.toContain(tokens.writer);
    expect(all).not.toContain(Buffer.from(`x-access-token:${tokens.writer}`).toString('base64').slice(0, 30));
  });
});

/** Pull requests in memory, which a test merges. */
class Pulls implements PullRequests {
  readonly list: (PullRequest & { branch: string; title: string; body: string })[] = [];
  onOpen: (number: number) => void = () => undefined;

  async open(branch: string, _base: string, title: string, body: string): Promise<PullRequest> {
    const number = this.list.length + 1;
    const url = `https://github.com/acme/cluster/pull/${number}`;
    this.list.push({ number, url, state: 'open', branch, title, body });
    this.onOpen(number);
    return this.read(number);
  }
  of = async (branch: string) => this.list.findLast(each => each.branch === branch);
  read = async (number: number) => this.list[number - 1] as PullRequest;
  close = async (number: number) => this.#set(number, { state: 'closed' });
  merge(number: number): void {
    this.#set(number, { state: 'merged', commit: git.merge(this.list[number - 1]?.branch ?? '') });
    sync();
  }
  #set(number: number, change: Partial<PullRequest>): void {
    Object.assign(this.list[number - 1] as object, change);
  }
}

describe('a release by a pull request', () => {
  const by = { by: 'pull-request' as const };

  it('waits for the merge, and goes on', async () => {
    git.protect();
    const pulls = new Pulls();
    pulls.onOpen = number => {
      rmSync(join(git.folder, 'cluster.git', 'hooks', 'update'));
      pulls.merge(number);
    };
    expect(await release('a', { gitops: by, more: { pulls } })).toMatchObject({ state: 'complete' });
    expect(pulls.list[0]?.title).toBe('Release 1 of shop to production');
    expect(pulls.list[0]?.body).toContain(`Slipway-Image: ${repository}@${digest('a')}`);
  });

  it('is paused without a merge, and sweep continues it', async () => {
    const pulls = new Pulls();
    const gitops = { ...by, 'merge-timeout': 60 as never };
    expect(await release('a', { gitops, more: { pulls } })).toMatchObject({ state: 'paused' });
    expect(await sweepDelivery(await session({ gitops, more: { pulls } }))).toMatchObject({
      state: 'paused',
    });
    pulls.merge(1);
    expect(await sweepDelivery(await session({ gitops, more: { pulls } }))).toMatchObject({
      state: 'complete',
    });
    expect(states()).toEqual(['1 verified']);
  });

  it('that is closed failed, and a later release closes one that is open', async () => {
    const pulls = new Pulls();
    pulls.onOpen = number => void pulls.close(number);
    const closed = await release('a', { gitops: by, more: { pulls } });
    expect(closed).toMatchObject({ state: 'failed' });
    expect(closed.reason).toContain('#1 was closed without a merge');
    pulls.onOpen = () => undefined;
    await release('b', { gitops: { ...by, 'merge-timeout': 60 as never }, more: { pulls } });
    pulls.onOpen = number => pulls.merge(number);
    expect(await release('c', { gitops: by, more: { pulls } })).toMatchObject({ state: 'complete' });
    expect(pulls.list.map(({ state }) => state)).toEqual(['closed', 'closed', 'merged']);
    expect(states()).toEqual(['1 failed', '2 superseded', '3 verified']);
  });

  it('is reverted by another one, which waits for a person and is never closed', async () => {
    const pulls = new Pulls();
    const run = { gitops: by, more: { pulls } };
    pulls.onOpen = number => (number < 3 ? pulls.merge(number) : undefined);
    await release('a', run);
    crashing('b');
    const result = await release('b', run);
    expect(result).toMatchObject({ state: 'needs-action', release: 2 });
    expect(result.reason).toContain('merge https://github.com/acme/cluster/pull/3 to revert it');
    expect(pulls.list[2]?.title).toBe('Revert release 2 of shop to production');
    expect(pulls.list[2]?.branch).toMatch(/^slipway\/shop\/production\/2-revert-\w{8}$/);
    const again = await rollBackDelivery(await session(run), {});
    expect(again).toMatchObject({ state: 'failed', changed: false, reason: result.reason });
    expect(pulls.list.map(({ state }) => state)).toEqual(['merged', 'merged', 'open']);
    pulls.merge(3);
    expect(git.file(file)).toBe(withA);
  });

  it('is not called reverted after a cancellation, before somebody has merged', async () => {
    const pulls = new Pulls();
    pulls.onOpen = number => (number < 3 ? pulls.merge(number) : undefined);
    await release('a', { gitops: by, more: { pulls } });
    const controller = new AbortController();
    pulls.onOpen = number => {
      if (number !== 2) return;
      pulls.merge(2);
      cluster.run(`${repository}:1.0`);
      controller.abort();
    };
    const result = await release('b', { gitops: by, more: { pulls, signal: controller.signal } });
    expect(result).toMatchObject({ state: 'needs-action' });
    expect(result.reason).toContain('pull/3 to revert it');
    expect(result.reason).not.toContain('was reverted');
  });

  it('is followed when it was merged while a later release closed it', async () => {
    const pulls = new Pulls();
    await release('a', { gitops: { ...by, 'merge-timeout': 60 as never }, more: { pulls } });
    pulls.close = async number => {
      pulls.merge(number);
      throw new UserError('the pull request could not be closed: it is merged', 'look');
    };
    pulls.onOpen = number => pulls.merge(number);
    expect(await release('b', { gitops: by, more: { pulls } })).toMatchObject({ state: 'complete' });
    expect(states()).toEqual(['1 verified', '2 verified']);
  });

  it('goes on when the pull request cannot be read for a moment', async () => {
    const pulls = new Pulls();
    const { read } = pulls;
    let times = 0;
    pulls.read = async number => {
      times += 1;
      if (times === 2) throw new UserError('the pull request could not be read: 502', 'look');
      if (times === 4) pulls.merge(number);
      return read(number);
    };
    expect(await release('a', { gitops: by, more: { pulls } })).toMatchObject({ state: 'complete' });
  });

  it('has a title that does not start the workflow of slipway.yml again', async () => {
    const pulls = new Pulls();
    pulls.onOpen = number => pulls.merge(number);
    await release('a', { gitops: by, more: { pulls, own: true } });
    expect(pulls.list[0]?.title).toBe('Release 1 of shop to production [skip ci]');
    // GitHub would skip the checks of the pull request, which may be required.
    expect(git.message(pulls.list[0]?.branch)).not.toContain('[skip ci]');
  });

  it('begins anew after its log was deleted, beside the branch of the first release', async () => {
    const pulls = new Pulls();
    pulls.onOpen = number => pulls.merge(number);
    await release('a', { gitops: by, more: { pulls } });
    git.remove(logRef);
    expect(await release('b', { gitops: by, more: { pulls } })).toMatchObject({ state: 'complete' });
    for (const { branch } of pulls.list) expect(branch).toMatch(/^slipway\/shop\/production\/1-\w{8}$/);
  });

  it('whose run was killed after it opened a pull request is continued by sweep', async () => {
    const pulls = new Pulls();
    pulls.onOpen = () => {
      throw new Error('killed');
    };
    await expect(release('a', { gitops: by, more: { pulls } })).rejects.toThrow('killed');
    pulls.merge(1);
    const result = await sweepDelivery(await session({ gitops: by, more: { pulls } }));
    expect(result).toMatchObject({ state: 'complete', release: 1 });
    expect(log()[0]).not.toHaveProperty('branch');
  });

  it('whose run was killed and whose pull request was closed is nothing to sweep', async () => {
    const pulls = new Pulls();
    const gitops = { ...by, 'merge-timeout': 60 as never };
    await release('a', { gitops, more: { pulls } });
    await pulls.close(1);
    const result = await sweepDelivery(await session({ gitops, more: { pulls } }));
    expect(result).toMatchObject({ state: 'idle', reason: expect.stringContaining('closed without') });
  });

  it('is refused without a token for GitHub', async () => {
    expect((await refused(release('a', { gitops: by }))).message).toContain('needs a repository at GitHub');
  });
});
