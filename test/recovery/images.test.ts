import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pod } from '../../src/cluster/objects.ts';
import type { Digest } from '../../src/image/reference.ts';
import { checkImages, runningImages } from '../../src/recovery/images.ts';
import { type KeptImage, putTree, readKept, writeKept } from '../../src/recovery/images-folder.ts';
import type { Tree } from '../../src/registry/contents.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { wording } from '../wording.ts';

/** End-to-end tests copy from and to a registry. */

const digest = (digit: string) => `sha256:${digit.repeat(64)}` as Digest;
const pod = (image: string, imageID: string): Pod =>
  ({
    metadata: { name: 'shop-1' },
    spec: { containers: [{ name: 'main', image }] },
    status: { containerStatuses: [{ name: 'main', image, imageID }] },
  }) as Pod;

describe('running images', () => {
  it.each<[string, string, string]>([
    ['ghcr.io/acme/shop:1', `ghcr.io/acme/shop@${digest('a')}`, `ghcr.io/acme/shop@${digest('a')}`],
    [
      'ghcr.io/acme/shop:1',
      `docker-pullable://ghcr.io/acme/shop@${digest('a')}`,
      `ghcr.io/acme/shop@${digest('a')}`,
    ],
    ['nginx', `docker.io/library/nginx@${digest('b')}`, `docker.io/library/nginx@${digest('b')}`],
    // The node has the same content under another name.
    ['ghcr.io/acme/shop:1', `ghcr.io/acme/other@${digest('a')}`, `ghcr.io/acme/shop@${digest('a')}`],
    // The digest of the spec counts, although the node reports the image of its platform.
    [
      `ghcr.io/acme/shop@${digest('c')}`,
      `ghcr.io/acme/shop@${digest('a')}`,
      `ghcr.io/acme/shop@${digest('c')}`,
    ],
  ])('are identified by their digests: %s', (image, id, expected) => {
    expect(runningImages([pod(image, id), pod(image, id)])).toEqual({ images: [expected], unknown: [] });
  });

  it.each([digest('a'), ''])('that were loaded and never pulled, or not pulled yet, are reported: %s', id => {
    expect(runningImages([pod('shop:1', id)])).toEqual({
      images: [],
      unknown: [wording('shop:1', 'main', 'shop-1')],
    });
  });
});

describe('a folder of images', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'images-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const bytes = (text: string) => Buffer.from(text);
  const image = (layers: string[]) => {
    const config = '{"architecture":"amd64","os":"linux"}';
    const type = 'application/vnd.oci.image';
    const descriptor = (content: string) => ({
      mediaType: `${type}.layer.v1.tar`,
      digest: digestOf(bytes(content)),
      size: content.length,
    });
    const own = { ...descriptor(config), mediaType: `${type}.config.v1+json` };
    const document = {
      schemaVersion: 2,
      mediaType: `${type}.manifest.v1+json`,
      config: own,
      layers: layers.map(descriptor),
    };
    const body = bytes(JSON.stringify(document));
    const root = { digest: digestOf(body), mediaType: document.mediaType, body };
    const tree: Tree = { root, manifests: [root], blobs: [own, ...document.layers], images: [] };
    const opened: string[] = [];
    const save = (blob: { digest: Digest }, path: string) => {
      opened.push(blob.digest);
      return writeFile(path, [config, ...layers].find(each => digestOf(bytes(each)) === blob.digest) ?? '');
    };
    const kept: KeptImage = {
      digest: root.digest,
      mediaType: root.mediaType,
      size: body.length,
      repository: 'r.example/shop',
    };
    return { tree, save, opened, kept };
  };

  it('stores shared blobs once, and copies nothing that exists', async () => {
    const [one, two] = [image(['base', 'one']), image(['base', 'two'])];
    await putTree(folder, one.tree, one.save);
    await putTree(folder, two.tree, two.save);
    expect(one.opened).toHaveLength(3);
    expect(two.opened).toEqual([digestOf(bytes('two'))]);
    await writeKept(folder, [one.kept, two.kept, one.kept]);
    expect(await readKept(folder)).toHaveLength(2);
    const names = [one, two].map(({ kept }) => `${kept.repository}@${kept.digest}`);
    expect(await checkImages(folder, names)).toEqual([]);
    expect(await checkImages(folder, [`r.example/other@${digest('a')}`])).toEqual([
      wording(`${digest('a')}`, `${folder}`),
    ]);
  });

  it('that is damaged says where', async () => {
    const { tree, save, kept } = image(['base', 'one']);
    await putTree(folder, tree, save);
    await writeKept(folder, [kept]);
    const file = (content: string) => join(folder, 'blobs', ...digestOf(bytes(content)).split(':'));
    await writeFile(file('base'), 'bare');
    await rm(file('one'));
    expect(await checkImages(folder, [])).toEqual([
      wording(`${digestOf(bytes('base'))}`),
      wording(`${digestOf(bytes('one'))}`),
    ]);
    await rm(join(folder, 'blobs', ...tree.root.digest.split(':')));
    expect(await checkImages(folder, [])).toEqual([wording(`${tree.root.digest}`, `${folder}`)]);
  });

  it('records attachments', async () => {
    const { kept } = image([]);
    const attached = { ...kept, digest: digest('d'), subject: kept.digest };
    const signed = { ...attached, digest: digest('e'), tag: `${kept.digest.replace(':', '-')}.sig` };
    await writeKept(folder, [kept, attached, signed]);
    const read = await readKept(folder);
    expect(read).toHaveLength(3);
    expect(read).toEqual(expect.arrayContaining([kept, attached, signed]));
  });

  it('may be a leftover of a killed run, but nothing else', async () => {
    await mkdir(join(folder, 'blobs'));
    await writeFile(join(folder, 'index.json.partial'), '{');
    expect(await readKept(folder)).toEqual([]);
    expect(await readKept(join(folder, 'none'))).toEqual([]);
    for (const [name, text] of [
      ['index.json', '{'],
      ['index.json', '{"manifests":[{}]}'],
      ['mine', ''],
    ] as const) {
      await rm(join(folder, 'index.json'), { force: true });
      await writeFile(join(folder, name), text);
      await expect(readKept(folder)).rejects.toThrow(wording());
    }
  });
});
