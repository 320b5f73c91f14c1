import { mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { labelOf, readRepository, remoteOf, requireInside } from '../../src/setup/repository.ts';
import { wording } from '../wording.ts';
import { type Checkout, checkout } from './checkout.ts';

describe('a git remote', () => {
  it.each([
    ['git@github.com:acme/shop.git', 'github.com', 'acme', 'shop'],
    ['https://github.com/acme/shop', 'github.com', 'acme', 'shop'],
    ['https://x:secret@github.com/acme/shop.git/', 'github.com', 'acme', 'shop'],
    ['ssh://git@git.example.com:2222/team/web/shop.git', 'git.example.com', 'web', 'shop'],
  ])('%s has host, owner and name', (url, host, owner, name) => {
    expect(remoteOf(url)).toEqual({ host, owner, name });
  });

  it.each([undefined, '', '/srv/shop.git', '../shop'])('%s has none', url => {
    expect(remoteOf(url)).toBeUndefined();
  });
});

it('a name becomes a label that Kubernetes accepts', () => {
  expect(labelOf('My.Shop_v2-')).toBe('my-shop-v2');
  expect(labelOf('---')).toBe('app');
  expect(labelOf('2048')).toBe('app-2048');
  expect(labelOf('a'.repeat(50))).toHaveLength(40);
});

describe('the files of a repository', () => {
  let at: Checkout;
  afterEach(() => at.close());
  const link = (target: string, path: string) => symlinkSync(target, join(at.folder, path));

  it('are those that git does not ignore, in folders of any name', async () => {
    at = checkout({
      ...{ '.gitignore': 'out\n', 'build/Dockerfile': 'FROM a', 'bin/x.js': '', 'dist/y.js': '' },
      ...{ 'out/z.js': '', 'node_modules/a/index.js': '' },
    });
    expect((await readRepository(at.folder)).paths).toEqual([
      ...['.gitignore', 'bin/x.js', 'build/Dockerfile', 'dist/y.js'],
    ]);
  });

  it('without git are all but what a build makes', async () => {
    at = checkout({ 'src/a.js': '', 'dist/y.js': '', 'node_modules/a/index.js': '' });
    rmSync(join(at.folder, '.git'), { recursive: true });
    expect((await readRepository(at.folder)).paths).toEqual(['src/a.js']);
  });

  it('are read near the root first, and what is not read is counted', async () => {
    at = checkout({ 'a/b/c.js': '', 'z.js': '', 'a/y.js': '', 'a.png': '' });
    const { paths, texts, unread } = await readRepository(at.folder, 2);
    expect([paths.length, [...texts.keys()], unread]).toEqual([4, ['z.js', 'a/y.js'], 1]);
    expect((await readRepository(at.folder)).unread).toBe(0);
  });

  it('may be symlinks, whose text is read inside of the repository only', async () => {
    at = checkout({ 'config/slipway.yml': 'app: shop\n' });
    link('config/slipway.yml', 'slipway.yml');
    link('/etc/hostname', 'Dockerfile');
    link('nowhere', 'Procfile');
    const { paths, texts } = await readRepository(at.folder);
    expect(paths).toEqual(['Dockerfile', 'Procfile', 'config/slipway.yml', 'slipway.yml']);
    expect([...texts.keys()].sort()).toEqual(['config/slipway.yml', 'slipway.yml']);
  });

  it('are not written through a symlink that points outside the repository', async () => {
    at = checkout({ 'real/a.js': '' });
    link('real', 'inside');
    link(tmpdir(), 'outside');
    link('/nowhere/at/all', 'dangling');
    const repository = await readRepository(at.folder);
    for (const path of ['a', 'b/c/d', 'inside/new/a']) await requireInside(repository, path);
    await expect(requireInside(repository, 'outside/new/a')).rejects.toThrow(wording('outside'));
    await expect(requireInside(repository, 'dangling/a')).rejects.toThrow(wording('dangling'));
  });

  it('are not written by init where a folder or slipway.yml is such a symlink', async () => {
    const other = mkdtempSync(join(tmpdir(), 'other-'));
    at = checkout({ 'package.json': '{"main":"a.js"}' });
    for (const name of ['deploy', '.github']) link(other, name);
    const { code, err } = await at.slipway('init', '--folder', at.folder);
    expect([code, at.has('slipway.yml'), at.has('k8s')]).toEqual([1, false, false]);
    expect(err.split('\n')).toContainEqual(wording('.github'));
    rmSync(join(at.folder, '.github'));
    expect((await at.slipway('init', '--folder', at.folder)).code).toBe(0);
    expect(at.has('k8s/deployment.yaml')).toBe(true);
    renameSync(join(at.folder, 'slipway.yml'), join(other, 'slipway.yml'));
    link(join(other, 'slipway.yml'), 'slipway.yml');
    const again = await at.slipway('init', '--folder', at.folder);
    expect(again.err.split('\n')).toContainEqual(wording('slipway.yml'));
    rmSync(other, { recursive: true });
  });
});
