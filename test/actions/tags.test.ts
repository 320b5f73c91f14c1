import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { types } from '../registry/store.ts';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** Rules of slipway.yml from `build` to `push`, as a user meets them. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.replace(
    'test:',
    `tags:
  rules:
    - {type: semver, pattern: '{{version}}'}
    - {type: semver, pattern: '{{major}}.{{minor}}'}
    - {type: ref, event: branch}
test:`,
  );
});
afterEach(() => at.close());

/** An image of a version in the candidate repository, which buildx then says that it has built. */
async function builds(version: string): Promise<void> {
  const { store } = at;
  const Labels = { 'org.opencontainers.image.version': version };
  const text = JSON.stringify({ os: 'linux', architecture: 'amd64', config: { Labels } });
  const config = { ...store.blob('shop-candidate', text), mediaType: types.config };
  const layers = [store.blob('shop-candidate', version)];
  const image = store.manifest('shop-candidate', {
    schemaVersion: 2,
    mediaType: types.image,
    config,
    layers,
  });
  await at.program(
    'buildx',
    `[ "$1" = version ] && echo 'github.com/docker/buildx v0.30.1' && exit 0
[ "$1" = inspect ] && echo 'Driver: remote' && exit 0
while [ "$1" != --metadata-file ]; do shift; done
echo '{"containerimage.digest": "${image.digest}"}' > "$2"`,
  );
}

async function release(version: string, ...more: string[]) {
  await builds(version);
  vi.stubEnv('GITHUB_REF', `refs/tags/v${version}`);
  const { outputs } = await at.slipway(['build']);
  const { images = '', tags = '' } = outputs;
  return { planned: tags, ...(await at.slipway(['push', '--images', images, '--tags', tags, ...more])) };
}

describe('a release by rules', () => {
  it('gets its version, a part of it, and `latest`', async () => {
    const { planned, outputs } = await release('0.62.0');
    expect(planned).toBe('["0.62.0","0.62","latest"]');
    expect(outputs).toMatchObject({ tags: planned, kept: '{"shop":{}}', reason: '' });
    expect(JSON.parse(outputs.references!).shop).toHaveLength(3);
  });

  it('does not move `latest` for a hotfix, says so, and passes', async () => {
    await release('0.62.0');
    const hotfix = await release('0.59.3');
    expect(hotfix).toMatchObject({ code: 0, planned: '["0.59.3","0.59","latest"]' });
    expect(hotfix.outputs).toMatchObject({
      tags: '["0.59.3","0.59"]',
      kept: wording('"shop":{"latest":"latest', '0.62.0', '0.59.3"'),
    });
    expect(hotfix.err.split('\n')).toContainEqual(wording('HOST/shop:latest', '0.62.0', '0.59.3'));
    expect(hotfix.err).not.toContain('warning');
  });

  it('warns about a `latest` of unknown version, and moves it with `move-tags`', async () => {
    at.store.manifest(
      'shop',
      {
        mediaType: types.image,
        config: { ...at.store.blob('shop', '{}'), mediaType: types.config },
        layers: [],
      },
      'latest',
    );
    const first = await release('1.0.0');
    expect(first.outputs.tags).toBe('["1.0.0","1.0"]');
    expect(first.err.split('\n')).toContainEqual(wording('warning', 'HOST/shop:latest'));
    expect((await release('1.0.0', '--move-tags', 'lates')).err.split('\n')).toContainEqual(wording('lates'));
    const second = await release('1.0.0', '--move-tags', 'latest');
    expect(second.outputs.tags).toBe('["1.0.0","1.0","latest"]');
    expect((await release('1.0.1')).outputs.kept).toBe('{"shop":{}}');
  });
});

describe('a build by rules', () => {
  it('reports a tag that was changed', async () => {
    await builds('x');
    vi.stubEnv('GITHUB_REF', 'refs/heads/fix/login');
    const { outputs, err } = await at.slipway(['build']);
    expect(outputs).toMatchObject({ tags: '["fix-login"]', version: 'fix-login' });
    expect(err.split('\n')).toContainEqual(wording('fix/login', 'fix-login'));
  });

  it('outputs a map if images have different tags', async () => {
    await builds('1.0.0');
    await at.replace(
      'images:\n',
      `images:\n  slim: {repository: "${at.store.host}/shop", tags: {rules: [{type: semver, pattern: '{{version}}'}], suffix: -slim}}\n`,
    );
    vi.stubEnv('GITHUB_REF', 'refs/tags/v1.0.0');
    const { outputs } = await at.slipway(['build']);
    expect(JSON.parse(outputs.tags!)).toEqual({
      slim: ['1.0.0-slim', 'latest'],
      shop: ['1.0.0', '1.0', 'latest'],
    });
    const pushed = await at.slipway(['push', '--images', outputs.images!, '--tags', outputs.tags!]);
    expect(pushed).toMatchObject({ code: 0, outputs: { tags: outputs.tags } });
  });
});
