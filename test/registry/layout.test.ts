import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { compressedSize } from '../../src/registry/contents.ts';
import { fetchLayout, layoutTree, readLayout } from '../../src/registry/layout.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { parseDigest } from '../image/digest.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';
import { putImage, putIndex, type Store, startStore, types } from './store.ts';

let store: Store;
let parent: string;
let folder: string;
beforeEach(async () => {
  store = await startStore();
  parent = await mkdtemp(join(tmpdir(), 'layout-'));
  folder = join(parent, 'shop');
});
afterEach(async () => {
  await store.close();
  await rm(parent, { recursive: true });
});

const client = (options = {}) =>
  new RegistryClient({ credentials: async () => undefined, sleep: async () => {}, ...options });
const fetchShop = (digest: Digest, options = {}) =>
  fetchLayout(client(options), { repository: `${store.host}/shop`, digest }, folder);

/** Interrupts the blob `content` the first `times` times. */
function break_(content: string, times: number, how: 'cut' | 'alter' | 'shorten' | 'refuse'): void {
  const body = Buffer.from(content);
  store.intercept = (request, answer) => {
    if (!request.url?.endsWith(digestOf(body)) || request.method !== 'GET' || times-- <= 0) return false;
    if (how === 'refuse') answer.writeHead(503).end();
    else if (how === 'shorten') answer.writeHead(200).end(body.subarray(1));
    else if (how === 'alter') answer.writeHead(200).end(Buffer.alloc(body.length, 'x'));
    else {
      answer.writeHead(200, { 'Content-Length': body.length });
      answer.write(body.subarray(0, 2), () => answer.destroy());
    }
    return true;
  };
}

describe('an image layout', () => {
  it('contains an index with all its platforms and attestations, and names only the index', async () => {
    const index = putIndex(store, 'shop');
    await fetchShop(index.digest);
    expect(JSON.parse(await readFile(join(folder, 'oci-layout'), 'utf8'))).toEqual({
      imageLayoutVersion: '1.0.0',
    });
    expect(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')).manifests).toEqual([index]);
    const blobs = await readdir(join(folder, 'blobs/sha256'));
    const expected = [...store.manifests.keys(), ...store.blobs.keys()].map(key => key.split('sha256:')[1]!);
    expect(blobs.sort()).toEqual([...new Set(expected)].sort());
    for (const name of blobs)
      expect(digestOf(await readFile(join(folder, 'blobs/sha256', name)))).toBe(`sha256:${name}`);
    expect(await readdir(parent)).toEqual(['shop']);
  });

  it('contains a single image, in an existing empty folder', async () => {
    await mkdir(folder);
    const image = putImage(store, 'shop', 'amd64', 'own');
    await fetchShop(image.digest);
    expect(await readLayout(folder)).toMatchObject({ folder, digest: image.digest });
  });

  it('is read back unchanged', async () => {
    const index = putIndex(store, 'shop');
    await fetchShop(index.digest);
    const tree = await layoutTree(folder, index);
    expect(tree?.images.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(tree?.images.map(compressedSize)).toEqual(
      ['amd64', 'arm64'].map(
        architecture =>
          JSON.stringify({ os: 'linux', architecture }).length +
          'shared'.length +
          `for ${architecture}`.length,
      ),
    );
  });

  it.each(['cut', 'alter', 'shorten', 'refuse'] as const)(
    'gets a blob again when the registry errs: %s',
    async how => {
      const image = putImage(store, 'shop', 'amd64', 'a layer of its own');
      break_('a layer of its own', 2, how);
      await fetchShop(image.digest);
      expect(
        await readFile(
          join(folder, 'blobs', ...digestOf(Buffer.from('a layer of its own')).split(':')),
          'utf8',
        ),
      ).toBe('a layer of its own');
    },
  );

  it.each([
    ['cut', wording()],
    ['alter', wording()],
    ['shorten', wording('17', '18')],
    ['refuse', wording('503')],
  ] as const)('leaves no files when the registry always fails: %s', async (how, sentence) => {
    const image = putImage(store, 'shop', 'amd64', 'a layer of its own');
    break_('a layer of its own', 100, how);
    await expect(fetchShop(image.digest)).rejects.toThrow(sentence);
    expect(await readdir(parent)).toEqual([]);
  });

  it('does not wait for a stalled blob', async () => {
    const image = putImage(store, 'shop', 'amd64', 'slow');
    store.intercept = (request, answer) => {
      if (!request.url?.endsWith(digestOf(Buffer.from('slow')))) return false;
      answer.writeHead(200, { 'Content-Length': 4 });
      answer.write('s');
      return true;
    };
    await expect(fetchShop(image.digest, { stallMs: 20 })).rejects.toThrow(wording());
    expect(existsSync(folder)).toBe(false);
  });

  it.each<[string, (answer: ServerResponse) => void]>([
    ['while a blob comes', answer => answer.writeHead(200, { 'Content-Length': 4 }).write('s')],
    ['while it waits for an answer', () => {}],
    ['while it waits to ask again', answer => answer.writeHead(503, { 'Retry-After': '20' }).end()],
  ])('stops at once when the run is cancelled %s, and leaves no files', async (_, respond) => {
    const image = putImage(store, 'shop', 'amd64', 'slow');
    const abort = new AbortController();
    store.intercept = (request, answer) => {
      if (!request.url?.endsWith(digestOf(Buffer.from('slow')))) return false;
      respond(answer);
      setTimeout(() => abort.abort(), 20);
      return true;
    };
    const options = { credentials: async () => undefined, signal: abort.signal };
    const reference = { repository: `${store.host}/shop`, digest: image.digest };
    const fetching = fetchLayout(new RegistryClient(options), reference, folder);
    expect(await sentence(() => fetching)).toEqual(wording());
    expect(await readdir(parent)).toEqual([]);
  });

  it('is not made of an image that is missing or incomplete', async () => {
    const missing = parseDigest(`sha256:${'0'.repeat(64)}`);
    await expect(fetchShop(missing)).rejects.toThrow(wording(`${store.host}`, `${missing}`));
    const image = putImage(store, 'shop', 'amd64', 'own');
    store.blobs.delete(`shop@${digestOf(Buffer.from('own'))}`);
    await expect(fetchShop(image.digest)).rejects.toThrow(wording());
    const index = putIndex(store, 'shop');
    store.manifests.delete(`shop@${putImage(store, 'other', 'arm64', 'for arm64').digest}`);
    await expect(fetchShop(index.digest)).rejects.toThrow(wording());
  });

  it('does not overwrite files in the folder', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'mine'), '');
    const image = putImage(store, 'shop', 'amd64', 'own');
    await expect(fetchShop(image.digest)).rejects.toThrow(wording());
  });

  it.each([
    { config: { digest: 'sha256:short', size: 1 }, layers: [] },
    { config: { digest: `sha256:${'0'.repeat(64)}`, size: -1 }, layers: [] },
    { config: { digest: `sha256:${'0'.repeat(64)}` }, layers: [] },
    { config: { digest: `sha256:${'0'.repeat(64)}`, size: 1 }, layers: 'none' },
  ])('is not made of a malformed manifest: %j', async document => {
    const image = store.manifest('shop', { mediaType: types.image, ...document });
    await expect(fetchShop(image.digest)).rejects.toThrow(wording());
  });

  it('is not made of endlessly nested indexes', async () => {
    let deep = putIndex(store, 'shop');
    for (let depth = 0; depth < 4; depth++)
      deep = store.manifest('shop', { mediaType: types.index, manifests: [deep] });
    await expect(fetchShop(deep.digest)).rejects.toThrow(wording());
  });
});

it.each(['first', 'last'])(
  'an index is refused that calls an image an attestation too, the attestation %s',
  async where => {
    const image = putImage(store, 'shop', 'amd64', 'never scanned');
    const listed = { ...image, platform: { os: 'linux', architecture: 'amd64' } };
    const hidden = { ...image, platform: { os: 'unknown', architecture: 'unknown' } };
    const manifests = where === 'first' ? [hidden, listed] : [listed, hidden];
    const index = store.manifest('shop', { schemaVersion: 2, mediaType: types.index, manifests });
    await expect(fetchShop(index.digest)).rejects.toThrow(wording(`${image.digest}`));
  },
);

describe('the image in a layout', () => {
  const platforms = async () => (await readLayout(folder)).platforms.map(({ platform }) => platform);

  it('is read platform by platform, without its attestations', async () => {
    const index = putIndex(store, 'shop');
    await fetchShop(index.digest);
    const layout = await readLayout(folder);
    expect(layout.digest).toBe(index.digest);
    expect(await platforms()).toEqual(['linux/amd64', 'linux/arm64']);
    const [amd64] = layout.platforms;
    const { body } = store.manifests.get(`shop@${amd64!.manifest.digest}`)!;
    expect(amd64!.manifest).toMatchObject({ mediaType: types.image, size: body.length });
  });

  it.each([1, 2])('is found in an index %i deeper, as the registry finds it', async depth => {
    let deep = putIndex(store, 'shop');
    for (let level = 0; level < depth; level++) {
      const arm = { ...putImage(store, 'shop', `arm-${level}`, 'x'), platform: undefined };
      deep = store.manifest('shop', { mediaType: types.index, manifests: [deep, arm] });
    }
    await fetchShop(deep.digest);
    const tree = await client().tree(`${store.host}/shop`, deep.digest);
    expect(await platforms()).toEqual(tree!.images.map(({ platform }) => platform));
    expect(await platforms()).toEqual(expect.arrayContaining(['linux/amd64', 'linux/arm64', 'linux/arm-0']));
  });

  it('has the media type of its descriptor when it names none itself', async () => {
    const config = { ...store.blob('shop', '{"os":"linux","architecture":"arm","variant":"v7"}') };
    const bare = store.manifest('shop', { config: { ...config, mediaType: types.config }, layers: [] });
    store.manifests.set(`shop@${bare.digest}`, {
      ...store.manifests.get(`shop@${bare.digest}`)!,
      type: types.image,
    });
    const index = store.manifest('shop', {
      mediaType: types.index,
      manifests: [{ ...bare, mediaType: types.image }],
    });
    await fetchShop(index.digest);
    expect(await platforms()).toEqual(['linux/arm/v7']);
  });

  const write = (index: unknown) => writeFile(join(folder, 'index.json'), JSON.stringify(index));
  const digest = (character: string) => `sha256:${character.repeat(64)}`;
  it.each<[string, unknown, string[]]>([
    ['no layout', undefined, ['OCI']],
    ['without its blobs', { manifests: [{ digest: digest('a') }] }, ['OCI']],
    ['of two images', { manifests: [{ digest: digest('a') }, { digest: digest('b') }] }, ['2 images']],
    ['of none', { manifests: [] }, ['0 images']],
    ['of nonsense', { manifests: [null, 7, {}] }, ['0 images']],
    ['that leads out of itself', { manifests: [{ digest: 'sha256:../../etc/passwd' }] }, ['0 images']],
  ])('is refused: %s', async (_, index, facts) => {
    await mkdir(folder);
    if (index !== undefined) await write(index);
    expect(await sentence(() => readLayout(folder))).toEqual(wording(folder, ...facts));
  });

  it('is refused when a blob does not match its digest', async () => {
    const image = putImage(store, 'shop', 'amd64', 'own');
    await fetchShop(image.digest);
    await writeFile(join(folder, 'blobs', ...image.digest.split(':')), '{}');
    expect(await sentence(() => readLayout(folder))).toEqual(wording(`${folder}`, `${image.digest}`));
  });
});
