import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { type MergeTask, mergeImages } from '../../src/registry/merge.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';
import { putImage, putIndex, type Store, startStore, types } from './store.ts';

let store: Store;
let lines: string[];
beforeEach(async () => {
  store = await startStore();
  lines = [];
});
afterEach(() => store.close());

const both = ['linux/amd64', 'linux/arm64'];
const task = (parts: Digest[], platforms: string[] | undefined = both): MergeTask => ({
  name: 'shop',
  repository: `${store.host}/shop`,
  platforms,
  parts,
});
const merge = (...tasks: MergeTask[]) =>
  mergeImages(
    new RegistryClient({ credentials: async () => undefined }),
    tasks,
    line => void lines.push(line),
  );
const part = (architecture: string, annotations?: Record<string, string>, more: object = {}) => {
  const text = JSON.stringify({ os: 'linux', architecture, ...more });
  const config = { ...store.blob('shop-candidate', text), mediaType: types.config };
  const layers = [store.blob('shop-candidate', `for ${architecture}`)];
  const named = annotations === undefined ? {} : { annotations };
  return store.manifest('shop-candidate', {
    schemaVersion: 2,
    mediaType: types.image,
    config,
    layers,
    ...named,
  }).digest;
};
/** The same with another candidate repository in slipway.yml. */
const elsewhere = (parts: Digest[]): MergeTask => ({
  ...task(parts),
  repository: 'release.example.com/shop',
  candidate: `${store.host}/shop-candidate`,
});
const written = () => store.seen.filter(line => /^(PUT|POST|PATCH|DELETE)/.test(line));
const indexOf = (digest: Digest | undefined) =>
  JSON.parse(store.manifests.get(`shop-candidate@${digest}`)!.body.toString());

describe('parts of an image', () => {
  it('are in the candidate repository, which may be in another registry than the release', async () => {
    const { shop } = await merge(elsewhere([part('arm64'), part('amd64')]));
    expect(written()).toEqual([`PUT /v2/shop-candidate/manifests/${shop?.digest}`]);
  });

  it('become one index, in the order of slipway.yml, with the annotations that they share', async () => {
    const revision = { 'org.opencontainers.image.revision': 'f00', title: 'x' };
    const parts = [part('arm64', { ...revision, only: 'arm' }), part('amd64', revision)];
    const { shop } = await merge(task(parts));
    const index = indexOf(shop?.digest);
    expect(index).toMatchObject({ schemaVersion: 2, mediaType: types.index, annotations: revision });
    expect(index.annotations).not.toHaveProperty('only');
    expect(
      index.manifests.map((each: { platform: object; digest: string }) => [each.platform, each.digest]),
    ).toEqual([
      [{ os: 'linux', architecture: 'amd64' }, parts[1]],
      [{ os: 'linux', architecture: 'arm64' }, parts[0]],
    ]);
    for (const { digest, size } of index.manifests)
      expect(size).toBe(store.manifests.get(`shop-candidate@${digest}`)?.body.length);
    expect(shop?.inspected.platforms.map(({ platform }) => platform)).toEqual(both);
    expect(written()).toEqual([`PUT /v2/shop-candidate/manifests/${shop?.digest}`]);
    expect(lines).toEqual([wording(`${shop?.digest}`, 'shop', 'linux/amd64', 'linux/arm64')]);
  });

  it('give the same digest in any order, and again', async () => {
    const parts = [part('amd64'), part('arm64')];
    const first = await merge(task(parts));
    expect(await merge(task(parts.toReversed()))).toEqual(first);
  });

  it('are matched by the normalized name of their platform', async () => {
    const { shop } = await merge(task([part('amd64'), part('arm64', {}, { variant: 'v8' })]));
    expect(indexOf(shop?.digest).manifests[1].platform).toEqual({ os: 'linux', architecture: 'arm64' });
    const arm = ['linux/amd64', 'linux/arm/v7'];
    const { shop: other } = await merge(task([part('amd64'), part('arm', {}, { variant: 'v7' })], arm));
    expect(indexOf(other?.digest).manifests[1].platform).toEqual({
      os: 'linux',
      architecture: 'arm',
      variant: 'v7',
    });
  });

  it('may be indexes, whose attestations are left out', async () => {
    const whole = putIndex(store, 'shop-candidate');
    const { shop } = await merge(task([whole.digest]));
    expect(indexOf(shop?.digest).manifests).toHaveLength(2);
  });

  it('are unchanged when there is only one', async () => {
    const only = part('amd64');
    expect((await merge(task([only], ['linux/amd64']))).shop?.digest).toBe(only);
    expect(written()).toEqual([]);
  });
});

describe('nothing is written', () => {
  afterEach(() => expect(written()).toEqual([]));

  it('when a platform is missing, and the error names it', async () => {
    const three = [...both, 'linux/arm/v7'];
    expect(await sentence(() => merge(task([part('amd64')], three)))).toEqual(
      wording('shop', 'linux/arm64', 'linux/arm/v7', 'slipway.yml'),
    );
  });

  it('when a platform occurs twice', async () => {
    const parts = [putImage(store, 'shop-candidate', 'amd64', 'one').digest, part('amd64'), part('arm64')];
    expect(await sentence(() => merge(task(parts)))).toEqual(
      wording(`${parts[0]}`, `${parts[1]}`, 'shop', 'linux/amd64'),
    );
  });

  it('when the parts are of different commits', async () => {
    const of = (commit: string) => ({ 'org.opencontainers.image.revision': commit });
    expect(await sentence(() => merge(task([part('amd64', of('f00')), part('arm64', of('ba4'))])))).toEqual(
      wording('shop', 'f00', 'ba4'),
    );
  });

  it('when a part is missing, and neither for the images before it', async () => {
    const gone = digestOf(Buffer.from('gone'));
    const parts = [part('amd64'), part('arm64')];
    expect(await sentence(() => merge(task(parts), { ...task([gone]), name: 'worker' }))).toEqual(
      wording('worker'),
    );
  });
});
