import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { putImage, types } from '../registry/store.ts';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** Budgets and parts of images, as a user meets them. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
});
afterEach(() => at.close());

/** buildx says that it has built this; what it was asked stands in `asked`. */
const builds = (digest: string) =>
  at.program(
    'buildx',
    `[ "$1" = version ] && echo 'github.com/docker/buildx v0.30.1' && exit 0
[ "$1" = inspect ] && echo 'Driver: remote' && exit 0
case "$*" in *--call=check*) echo '{}'; exit 0;; esac
echo "$@" > "${at.folder}/asked"
while [ "$1" != --metadata-file ]; do shift; done
echo '{"containerimage.digest": "${digest}"}' > "$2"`,
  );
const budget = (text: string) => at.replace('/shop"}', `/shop", ${text}}`);
/** An image of one layer, and what its manifest comes to. */
const image = (content: string, repository = 'shop-candidate') => {
  const text = JSON.stringify({ os: 'linux', architecture: 'amd64' });
  const config = { ...at.store.blob(repository, text), mediaType: types.config };
  const layers = [at.store.blob(repository, content)];
  const { digest } = at.store.manifest(repository, {
    schemaVersion: 2,
    mediaType: types.image,
    config,
    layers,
  });
  return { digest, bytes: text.length + content.length };
};

describe('IN 5: build arguments', () => {
  it('are passed to buildx with the commit', async () => {
    const { digest } = image('x');
    await builds(digest);
    await budget('args: {COMMIT: "{{commit}}", NODE: "24"}');
    vi.stubEnv('GITHUB_REF', 'refs/heads/main');
    vi.stubEnv('GITHUB_SHA', 'c0ffee'.padEnd(40, '0'));
    expect((await at.slipway(['build'])).code).toBe(0);
    const asked = await readFile(join(at.folder, 'asked'), 'utf8');
    expect(asked).toContain(`--build-arg COMMIT=${'c0ffee'.padEnd(40, '0')} --build-arg NODE=24`);
  });
});

describe('a budget', () => {
  it('is compared with the sizes in the manifest: one byte more fails, with all outputs set', async () => {
    const { digest, bytes } = image('x'.repeat(1000));
    await builds(digest);
    await budget(`budget: {compressed: ${bytes}B}`);
    expect(await at.slipway(['build'])).toMatchObject({ code: 0, outputs: { reason: '' } });
    await at.replace(`${bytes}B`, `${bytes - 1}B`);
    const { code, outputs } = await at.slipway(['build']);
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      images: JSON.stringify({ shop: digest }),
      size: JSON.stringify({ shop: { 'linux/amd64': bytes } }),
    });
    expect(outputs.reason).toEqual(wording());
  });

  it('of growth is compared with the deployed image', async () => {
    const before = image('x'.repeat(1000), 'shop');
    const { digest } = image('y'.repeat(1200));
    await builds(digest);
    await budget('budget: {growth: 10%}');
    const deployed = JSON.stringify({ shop: before.digest });
    const { code, outputs } = await at.slipway(['build', '--deployed', deployed]);
    expect(code).toBe(1);
    expect(outputs.reason).toEqual(wording());
    const first = await at.slipway(['build']);
    expect(first.code).toBe(0);
    expect(first.err.split('\n')).toContainEqual(wording('shop', 'linux/amd64'));
    const gone = JSON.stringify({ shop: `sha256:${'0'.repeat(64)}` });
    expect((await at.slipway(['build', '--deployed', gone])).outputs.reason).toEqual(wording('shop'));
  });
});

describe('parts', () => {
  beforeEach(() => budget('platforms: [linux/amd64, linux/arm64]'));

  it('are built for one platform each, with separate caches, and merged', async () => {
    vi.stubEnv('GITHUB_REF', 'refs/heads/main');
    const digests = [];
    for (const architecture of ['amd64', 'arm64']) {
      const { digest } = putImage(at.store, 'shop-candidate', architecture, `for ${architecture}`);
      await builds(digest);
      const { code, outputs } = await at.slipway(['build', '--platform', `linux/${architecture}`]);
      expect(code).toBe(0);
      digests.push(outputs.images);
      const asked = await readFile(join(at.folder, 'asked'), 'utf8');
      expect(asked).toContain(`--platform linux/${architecture} `);
      expect(asked).toContain(`/shop-candidate:cache-main-linux-${architecture},mode=max`);
    }
    const { code, outputs } = await at.slipway(['merge', '--parts', `[${digests.join(',')}]`]);
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(outputs.size!).shop)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(at.store.manifests.has(`shop-candidate@${JSON.parse(outputs.images!).shop}`)).toBe(true);
  });

  it('have the tags of all images, because one machine says them for every platform', async () => {
    await at.replace(
      'images:\n',
      `images:\n  worker: {repository: "${at.store.host}/worker", platforms: [linux/arm64], tags: {rules: [{type: raw, value: w}]}}\n`,
    );
    await builds(putImage(at.store, 'shop-candidate', 'amd64', 'x').digest);
    const { code, outputs } = await at.slipway(['build', '--platform', 'linux/amd64']);
    expect([code, Object.keys(JSON.parse(outputs.images!))]).toEqual([0, ['shop']]);
    expect(JSON.parse(outputs.tags!).worker).toEqual(['w']);
  });

  it('are refused if one is missing', async () => {
    const { digest } = putImage(at.store, 'shop-candidate', 'amd64', 'x');
    const { code, outputs } = await at.slipway(['merge', '--parts', JSON.stringify([{ shop: digest }])]);
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ images: '{}', size: '{}' });
    expect(outputs.reason).toEqual(wording('shop', 'linux/arm64'));
  });

  it('are refused if a plain build omits them', async () => {
    await builds(putImage(at.store, 'shop-candidate', 'amd64', 'x').digest);
    expect((await at.slipway(['build'])).outputs.reason).toEqual(wording('linux/arm64'));
  });
});

describe('secrets in an input', () => {
  beforeEach(() => budget('secrets: {npm: TOKEN_OF_TEST}'));

  it('are passed to the build, and occur nowhere else', async () => {
    const { digest } = image('x');
    await builds(digest);
    await at.program(
      'buildx',
      `${await readFile(join(at.folder, 'bin/buildx'), 'utf8')}\necho "its token is $TOKEN_OF_TEST"`,
    );
    const { code, outputs, err } = await at.slipway([
      'build',
      '--secrets',
      '{"TOKEN_OF_TEST": "hunter2hunter2"}',
    ]);
    expect(code).toBe(0);
    expect(err).toContain('its token is (hidden)');
    expect(JSON.stringify([outputs, err])).not.toContain('hunter2');
    expect(await readFile(join(at.folder, 'asked'), 'utf8')).toContain('--secret id=npm,env=TOKEN_OF_TEST');
  });

  it.each(['TOKEN_OF_TEST', 'INPUT_SECRETS'])(
    'security: are not given to code of a fork as %s',
    async name => {
      await at.replace('TOKEN_OF_TEST', name);
      await builds(image('x').digest);
      await at.write(
        'event.json',
        JSON.stringify({ pull_request: { head: { repo: { full_name: 'eve/shop' } } } }),
      );
      vi.stubEnv('GITHUB_EVENT_PATH', join(at.folder, 'event.json'));
      vi.stubEnv('GITHUB_REPOSITORY', 'acme/shop');
      const given = '{"TOKEN_OF_TEST": "hunter2hunter2"}';
      vi.stubEnv('INPUT_SECRETS', given);
      const { code, outputs, err } = await at.slipway(['build', '--secrets', given]);
      expect(err.split('\n')).toContainEqual(wording('fork', 'no secrets'));
      expect([code, outputs.reason]).toEqual([1, wording(name, 'not set', 'forks')]);
      await expect(readFile(join(at.folder, 'asked'))).rejects.toThrow(/ENOENT/);
    },
  );

  it.each([
    '{"TOKEN_OF_TEST": "hunter2',
    '["hunter2"]',
    '{"TOKEN_OF_TEST": {"hunter2": 1}}',
    '{"=hunter2": "x"}',
  ])('that are %s are refused without printing them', async text => {
    const { code, outputs, err } = await at.slipway(['build', '--secrets', text]);
    expect([code, outputs.reason]).toEqual([1, wording('secrets')]);
    expect(JSON.stringify([outputs, err])).not.toContain('hunter2');
  });
});
