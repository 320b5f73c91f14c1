import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/gitops/git.ts';
import { bringsOnlyReleases, imagesOf, parseLog, withEntry } from '../../src/gitops/log.ts';
import { placeOf } from '../../src/gitops/place.ts';
import { gitHubRepository } from '../../src/gitops/pull-requests.ts';
import { isRace } from '../../src/gitops/repository.ts';

describe('a push that was not taken', () => {
  it.each([
    '!\ta:refs/heads/main\t[rejected] (fetch first)\n!\tb:refs/slipway/x\t[rejected] (atomic push failed)',
    '!\ta:refs/heads/main\t[rejected] (non-fast-forward)',
    '!\ta:refs/heads/main\t[remote rejected] (failed to update ref)',
    'remote: error: cannot lock ref: is at 1a2b but expected 3c4d\n!\ta:refs/heads/main\t[remote rejected] (atomic transaction failed)\n!\tb:x\t[remote rejected] (atomic transaction failed)',
  ])('has only lost a race: %s', output => {
    expect(isRace(output)).toBe(true);
  });

  it.each([
    'remote: error: GH006: Protected branch update failed\n!\ta:refs/heads/main\t[remote rejected] (protected branch hook declined)\n!\tb:x\t[remote rejected] (atomic push failure)',
    '!\ta:refs/heads/main\t[remote rejected] (pre-receive hook declined)',
    'fatal: unable to access',
    '!\ta:refs/heads/main\t[remote rejected] (atomic transaction failed)\n!\tb:x\t[remote rejected] (atomic transaction failed)',
  ])('was refused: %s', output => {
    expect(isRace(output)).toBe(false);
  });

  it('says what to do', () => {
    const remedy = (text: string) => refusalOf('https://h/r', 'pushing to', text).remedy;
    expect(remedy('remote: error: GH013: GitRepository rule violations')).toContain('by: pull-request');
    expect(remedy('fatal: The requested URL returned error: 403')).toContain('gitops-token');
    expect(remedy('fatal: something else')).toContain('delivery.gitops');
  });
});

describe('the log', () => {
  const entry = {
    ...{ release: 1, state: 'verified' as const, by: { run: 'run 1', actor: 'ann' } },
    images: { shop: `ghcr.io/acme/shop@sha256:${'a'.repeat(64)}` },
    ...{ at: '2026-01-01T00:00:00Z', until: '2026-01-01T00:00:00Z' },
  };

  it('keeps thirty releases', () => {
    const log = Array.from({ length: 40 }, (_, n) => ({ ...entry, release: n + 1 })).reduce(
      withEntry,
      parseLog(undefined, 'shop', 'production'),
    );
    expect(log.releases.map(({ release }) => release)).toEqual(Array.from({ length: 30 }, (_, n) => n + 11));
  });

  it('keeps the last two verified ones among failures', () => {
    const log = Array.from({ length: 40 }, (_, n) => ({
      ...entry,
      ...{ release: n + 1, state: n < 3 ? ('verified' as const) : ('failed' as const) },
    })).reduce(withEntry, parseLog(undefined, 'shop', 'production'));
    expect(log.releases.map(({ release }) => release).slice(0, 3)).toEqual([2, 3, 11]);
  });

  it('that is damaged, or of another application, is an error', () => {
    expect(() => parseLog('{', 'shop', 'production')).toThrow('damaged');
    const text = JSON.stringify(parseLog(undefined, 'cart', 'production'));
    expect(() => parseLog(text, 'shop', 'production')).toThrow('belongs to cart');
    const forged = { ...entry, images: { shop: 'ghcr.io/acme/shop:latest' } };
    const log = { ...parseLog(undefined, 'shop', 'production'), releases: [forged] };
    expect(() => parseLog(JSON.stringify(log), 'shop', 'production')).toThrow('damaged');
  });

  it('shows no control characters and workflow commands of those who wrote it', () => {
    const by = { run: 'run 1\n::set-output name=x::y', actor: '\u001b[31mann' };
    const log = {
      ...parseLog(undefined, 'shop', 'production'),
      releases: [{ ...entry, by, reason: 'a\nb' }],
    };
    expect(parseLog(JSON.stringify(log), 'shop', 'production').releases[0]).toMatchObject({
      by: { run: 'run 1 ::set-output name=x::y', actor: ' [31mann' },
      reason: 'a b',
    });
  });

  it('never releases an image of another repository', () => {
    const own = { shop: { repository: 'ghcr.io/acme/shop' } };
    expect(imagesOf(entry, own)).toEqual({ shop: { ...own.shop, digest: `sha256:${'a'.repeat(64)}` } });
    const images = { shop: `ghcr.io/mallory/shop@sha256:${'a'.repeat(64)}` };
    expect(imagesOf({ images }, own)).toBeUndefined();
    expect(imagesOf({ images: { ...entry.images, ...{ other: images.shop } } }, own)).toBeUndefined();
    expect(imagesOf({ images: {} }, own)).toBeUndefined();
    // A release before slipway.yml got another image.
    const more = { ...own, worker: { repository: 'ghcr.io/acme/worker' } };
    expect(imagesOf(entry, more)).toEqual(imagesOf(entry, own));
  });
});

describe('a push', () => {
  const release = {
    message: 'Release 1 of shop to production\n\nSlipway-Application: shop\nSlipway-Release: 1',
  };
  const merge = { message: 'Merge pull request #4 from acme/slipway/shop/production/1' };
  const change = { message: 'Merge pull requests, see Slipway-Release: 1' };

  it.each([
    [[release], true],
    [[release, merge], true],
    [[release, change], false],
    [[merge], false],
    [[], false],
    [undefined, false],
  ])('brings only releases: %j', (commits, expected) => {
    expect(bringsOnlyReleases(commits)).toBe(expected);
  });
});

it.each([
  ['https://github.com/acme/shop', true],
  ['https://GitHub.com/Acme/shop.git', true],
  ['git@github.com:acme/shop.git', true],
  ['https://github.com/acme/shop/', true],
  ['https://github.com/acme/cluster', false],
  ['https://gitlab.com/acme/shop', false],
  [undefined, true],
])('%s is the repository of slipway.yml: %s', async (repository, own) => {
  const env = {
    ...{ GITHUB_RUN_ID: '7', GITHUB_REF: 'refs/heads/main', GITHUB_REPOSITORY: 'acme/shop' },
    GITHUB_SERVER_URL: 'https://github.com',
  };
  const at = { folder: import.meta.dirname, token: 'x', env };
  expect(await placeOf(repository === undefined ? {} : { repository }, at)).toMatchObject({
    own,
    token: 'x',
  });
});

it.each([
  ['https://github.com/acme/cluster', { owner: 'acme', repo: 'cluster' }],
  ['https://github.com/acme/cluster.git', { owner: 'acme', repo: 'cluster' }],
  ['git@github.com:acme/cluster.git', { owner: 'acme', repo: 'cluster' }],
  ['ssh://git@github.com/acme/cluster', { owner: 'acme', repo: 'cluster' }],
  ['https://gitlab.com/acme/cluster', undefined],
  ['https://github.com.evil.example/acme/cluster', undefined],
])('the repository at GitHub of %s', (url, expected) => {
  expect(gitHubRepository(url)).toEqual(expected);
});
