import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGit, sourceOf } from '../../src/image/git.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'git-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...args: string[]): string {
  const env = {
    ...process.env,
    GIT_COMMITTER_DATE: '1700000000 +0000',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  };
  const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', env }).trim();
}

function commit(): string {
  git('init', '-q', '-b', 'work');
  git('commit', '-q', '--allow-empty', '-m', 'first');
  return git('rev-parse', 'HEAD');
}

describe('the ref from Git', () => {
  it('is the branch, the commit, its time and the repository without credentials', async () => {
    const revision = commit();
    git('remote', 'add', 'origin', 'https://me:secret@git.example.com/acme/shop.git');
    expect(await readGit({}, folder)).toEqual({
      ref: { kind: 'branch', name: 'work' },
      revision,
      time: 1700000000,
      source: 'https://git.example.com/acme/shop',
    });
  });

  it('is the tag of a detached head', async () => {
    const revision = commit();
    git('tag', 'v1');
    git('checkout', '-q', revision);
    expect(await readGit({}, folder)).toMatchObject({ ref: { kind: 'tag', name: 'v1' } });
  });

  it('is empty outside of a repository', async () => {
    expect(await readGit({}, folder)).toEqual({});
  });

  it('is overridden by SOURCE_DATE_EPOCH, when that is a number', async () => {
    commit();
    expect((await readGit({ SOURCE_DATE_EPOCH: '7' }, folder)).time).toBe(7);
    expect((await readGit({ SOURCE_DATE_EPOCH: 'soon' }, folder)).time).toBe(1700000000);
  });

  it('is overridden by GitHub, whose event names the default branch', async () => {
    commit();
    const event = join(folder, 'event.json');
    writeFileSync(event, JSON.stringify({ number: 3, repository: { default_branch: 'trunk' } }));
    const env = {
      GITHUB_REF: 'refs/heads/next',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_SERVER_URL: 'https://git.example.com',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_EVENT_PATH: event,
    };
    expect(await readGit(env, folder)).toEqual({
      ref: { kind: 'branch', name: 'next' },
      revision: 'a'.repeat(40),
      time: 1700000000,
      source: 'https://git.example.com/acme/shop',
      defaultBranch: 'trunk',
    });
    const pull = { number: 7, base: { ref: 'trunk' } };
    const earlier = { event: 'pull_request', head_sha: 'b'.repeat(40), pull_requests: [pull] };
    writeFileSync(event, JSON.stringify({ workflow_run: earlier }));
    expect(await readGit(env, folder)).toMatchObject({
      ref: { kind: 'pull-request', number: 7, base: 'trunk' },
      revision: 'b'.repeat(40),
    });
    writeFileSync(event, JSON.stringify({ workflow_run: { ...earlier, event: 'push' } }));
    expect((await readGit(env, folder)).ref).toEqual({ kind: 'branch', name: 'next' });
    writeFileSync(event, 'not json');
    expect(await readGit(env, folder)).not.toHaveProperty('defaultBranch');
  });
});

it.each([
  ['git@github.com:acme/shop.git', 'https://github.com/acme/shop'],
  ['ssh://git@git.example.com:2222/acme/shop.git', 'https://git.example.com/acme/shop'],
  ['https://x-access-token:t@github.com/acme/shop', 'https://github.com/acme/shop'],
  ['http://localhost:3000/acme/shop.git', 'http://localhost:3000/acme/shop'],
  ['/srv/git/shop.git', undefined],
  ['file:///srv/git/shop', undefined],
  ['', undefined],
])('the web address of the remote %s is %s', (remote, source) => {
  expect(sourceOf(remote)).toBe(source);
});
