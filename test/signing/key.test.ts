import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Signing } from '../../src/config/signing.ts';
import { publicityProblem, reachesEverybody, signingKey } from '../../src/signing/key.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signing = (more: Partial<Signing>): Signing => ({ attestations: [], format: 'bundle', ...more });
const take = (more: Partial<Signing>, env: NodeJS.ProcessEnv, trustedRoot?: string) =>
  signingKey({ signing: signing(more), trustedRoot, root: folder, folder, env });

async function refusal(more: Partial<Signing>, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    await take(more, env);
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error('the key was given out');
}

/** A run of GitHub Actions in a repository of this visibility. */
function run(repository: object | undefined, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = join(folder, `event-${Math.random()}`);
  writeFileSync(path, JSON.stringify(repository === undefined ? {} : { repository }));
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: path,
    GITHUB_SERVER_URL: 'https://github.com',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example',
    ...more,
  };
}

describe('a key', () => {
  it('is passed on by the name of its variable; it and its password are masked', async () => {
    const env = { KEY: 'secret key', COSIGN_PASSWORD: 'secret password', INPUT_IMAGES: '{}', PATH: '/bin' };
    expect(await take({ key: 'env://KEY' }, env)).toMatchObject({
      key: 'env://KEY',
      secrets: ['secret password', 'secret key'],
      env: { KEY: 'secret key', COSIGN_PASSWORD: 'secret password', PATH: '/bin' },
    });
    expect((await take({ key: 'env://KEY' }, env)).env).not.toHaveProperty('INPUT_IMAGES');
  });

  it('without a password has an empty one, because cosign would ask for it', async () => {
    expect((await take({ key: 'env://KEY' }, { KEY: 'x' })).env.COSIGN_PASSWORD).toBe('');
  });

  it('is a file with a path relative to slipway.yml, or an absolute one', async () => {
    writeFileSync(join(folder, 'cosign.key'), '');
    expect((await take({ key: 'cosign.key' }, {})).key).toBe(join(folder, 'cosign.key'));
    expect((await take({ key: join(folder, 'cosign.key') }, {})).key).toBe(join(folder, 'cosign.key'));
    expect(await refusal({ key: 'other.key' }, {})).toEqual(wording('signing.key'));
  });

  it('of a key service is passed on unchanged', async () => {
    expect((await take({ key: 'awskms:///alias/shop' }, {})).key).toBe('awskms:///alias/shop');
  });

  it('that is not set gives an error, because forks have none', async () => {
    expect(await refusal({ key: 'env://KEY' }, {})).toEqual(wording('KEY'));
    expect(await refusal({ key: 'env://KEY' }, { KEY: '' })).toEqual(wording('empty'));
  });

  it('uses no public service, by an empty configuration', async () => {
    const { services } = await take({ key: 'env://KEY' }, { KEY: 'x' });
    expect(reachesEverybody(await readFile(services!.config, 'utf8'))).toBe(false);
    expect(await take({ key: 'env://KEY', 'public-log': true }, { KEY: 'x' })).toMatchObject({
      services: undefined,
    });
  });
});

describe('an identity', () => {
  it('signs from a public repository', async () => {
    const key = await take({}, run({ private: false, visibility: 'public' }));
    expect(key).toMatchObject({ key: undefined, services: undefined });
  });

  it.each([
    ['a private one', run({ private: true }), wording('public-log')],
    ['an internal one', run({ private: false, visibility: 'internal' }), wording()],
    ['one of which nothing is known', run(undefined), wording()],
    ['no repository', {}, wording()],
    [
      'a public one of an Enterprise Server',
      run({ private: false }, { GITHUB_SERVER_URL: 'https://git.acme.example' }),
      wording(),
    ],
  ])('signs from %s only when slipway.yml allows it', async (_, env, sentence) => {
    expect(await refusal({}, env)).toEqual(sentence);
    const allowed = { ...env, SIGSTORE_ID_TOKEN: 'x' };
    expect(await take({ 'public-log': true }, allowed)).toMatchObject({ services: undefined });
  });

  it('does not sign when slipway.yml forbids the public log', async () => {
    expect(await refusal({ 'public-log': false }, run({ private: false }))).toEqual(
      wording('signing.public-log'),
    );
    const own = { key: 'env://KEY', 'public-log': false };
    expect(publicityProblem(own, true, 'public')).toEqual(wording('signing.public-log'));
  });

  it('needs a token, because cosign would wait for a login in a browser', async () => {
    const env = { ...run({ private: false }), ACTIONS_ID_TOKEN_REQUEST_URL: '' };
    expect(await refusal({}, env)).toEqual(wording('id-token'));
    expect(await refusal({ 'public-log': true }, {})).toEqual(wording('SIGSTORE_ID_TOKEN'));
  });

  it('signs from a private repository with private services, which must prove the time', async () => {
    const env = run({ private: true });
    const write = (more: object) => writeFileSync(join(folder, 'own.json'), JSON.stringify(more));
    const services = { services: 'own.json' };
    const ca = { caUrls: [{ url: 'https://fulcio.acme.example' }] };
    write({ ...ca, tsaUrls: [{ url: 'https://time.acme.example' }] });
    expect((await take(services, env, 'root.json')).services).toEqual({
      config: join(folder, 'own.json'),
      root: join(folder, 'root.json'),
    });
    write(ca);
    expect(await refusal(services, env)).toEqual(wording());
    write({ ...ca, rekorTlogUrls: [{ url: 'https://rekor.sigstore.dev' }] });
    expect(await refusal(services, env)).toEqual(wording());
  });
});

describe('services', () => {
  it.each([
    ['{"rekorTlogUrls":[{"url":"https://rekor.sigstore.dev"}]}', true],
    ['{"rekorTlogUrls":[{"url": "https://log2025-1.REKOR.sigstore.dev/x"}]}', true],
    ['{"tsaUrls":[{"url":"https://sigstore.dev.acme.example"}]}', false],
    ['{"tsaUrls":[{"url":"https://notsigstore.dev"}]}', false],
    ['{"tsaUrls":[{"url":"not an address"}]}', true],
    ['{}', false],
  ])('that are public are recognized: %s', (config, reaches) => {
    expect(reachesEverybody(config)).toBe(reaches);
  });

  it('that are private never need `public-log`', () => {
    for (const visibility of ['public', 'private', 'unknown'] as const)
      for (const key of [undefined, 'env://KEY'])
        expect(publicityProblem({ ...(key && { key }) }, false, visibility)).toBeUndefined();
  });
});
