import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { originOfCode, versionOf } from '../../src/toolkit/version.ts';
import { wording } from '../wording.ts';

const here = resolve(import.meta.dirname, '../..');

describe('the version', () => {
  let folder: string;
  let root: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      encoding: 'utf8',
    }).trim();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'version-'));
    root = join(folder, 'clone');
    mkdirSync(root);
    for (const file of ['package.json', '.gitattributes']) cpSync(join(here, file), join(root, file));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function commit(): string {
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'all');
    return git('rev-parse', 'HEAD');
  }

  it('of a clone has its commit, and a mark for uncommitted changes', () => {
    const made = commit();
    git('tag', 'v1');
    expect(versionOf(root)).toMatch(new RegExp(`^slipway \\d+\\.\\d+\\.\\d+, commit ${made}$`));
    writeFileSync(join(root, '.gitattributes'), '');
    expect(versionOf(root)).toMatch(new RegExp(`, commit ${made}-dirty$`));
  });

  it('of a download by a runner has its commit', () => {
    const made = commit();
    const download = join(folder, 'download');
    mkdirSync(download);
    execFileSync('tar', ['-x', '-C', download], {
      input: execFileSync('git', ['-C', root, 'archive', 'HEAD']),
    });
    expect(versionOf(download)).toMatch(new RegExp(`^slipway \\d+\\.\\d+\\.\\d+, commit ${made}$`));
  });

  it('of a copy has no commit, even inside another repository', () => {
    expect(versionOf(root)).toEqual(wording());
    commit();
    const inner = join(root, 'vendor');
    mkdirSync(inner);
    cpSync(join(here, 'package.json'), join(inner, 'package.json'));
    expect(versionOf(inner)).toEqual(wording());
    expect(versionOf(folder)).toEqual(wording());
  });

  it('and the commit are known apart, without the mark', () => {
    const made = commit();
    writeFileSync(join(root, '.gitattributes'), '');
    expect(originOfCode({}, root)).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      commit: made,
    });
  });

  it('of a package has the commit by which npm installed it, or that of the action', () => {
    const sha = 'c0'.repeat(20);
    expect(originOfCode({}, root).commit).toBeUndefined();
    expect(originOfCode({ GITHUB_ACTION_REF: 'v1' }, root).commit).toBeUndefined();
    expect(originOfCode({ GITHUB_ACTION_REF: sha }, root).commit).toBe(sha);
    const resolved = `git+ssh://git@github.com/acme/slipway.git#${sha}`;
    writeFileSync(
      join(folder, '.package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/clone': { resolved } } }),
    );
    expect(originOfCode({}, root).commit).toBe(sha);
  });
});
