import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { type AttachedOptions, copyAttached } from '../../src/registry/attached.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { copyContents } from '../../src/registry/copy.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { tagOf } from '../../src/registry/referrers.ts';
import { wording } from '../wording.ts';
import { putImage, putIndex, type Store, startStore, types } from './store.ts';

/** Copying of attached artifacts between two registries. */

let source: Store;
let target: Store;
let lines: string[];
let pauses: number[];
let registry: RegistryClient;
beforeEach(async () => {
  [source, target] = [await startStore(), await startStore()];
  lines = [];
  pauses = [];
  registry = new RegistryClient({
    credentials: async () => undefined,
    sleep: async milliseconds => void pauses.push(milliseconds),
  });
});
afterEach(async () => {
  await source.close();
  await target.close();
});

const from = () => `${source.host}/shop`;
const to = () => `${target.host}/shop`;
const note = (text: string, artifactType = 'application/vnd.example.note') => ({
  artifactType,
  content: Buffer.from(text),
  annotations: { text },
});
async function copy(digest: Digest, options: Partial<AttachedOptions> = {}) {
  const tree = await registry.tree(from(), digest);
  if (tree === undefined) throw new Error(`${digest} is not there`);
  await copyContents(registry, tree, from(), to());
  return copyAttached(registry, tree, from(), to(), { report: line => void lines.push(line), ...options });
}
const textsAt = async (repository: string, digest: Digest) =>
  (await registry.referrers(repository, digest)).map(({ annotations }) => annotations.text).sort();

/** A signature under cosign's tag. */
function sign(store: Store, subject: string, signatures: string[], suffix = 'sig', name = 'shop') {
  const payload = { ...store.blob(name, 'payload'), mediaType: 'application/vnd.example.payload' };
  const layers = signatures.map(signature => ({ ...payload, annotations: { signature } }));
  const diffs = layers.map(({ digest }) => digest);
  const history = layers.map(() => ({ created: '0001-01-01T00:00:00Z' }));
  const body = JSON.stringify({ rootfs: { type: 'layers', diff_ids: diffs }, history });
  const config = { ...store.blob(name, body), mediaType: types.config };
  const document = { schemaVersion: 2, mediaType: types.image, config, layers };
  return store.manifest(name, document, `${subject.replace(':', '-')}.${suffix}`);
}
const signaturesAt = (store: Store, subject: string, suffix = 'sig') => {
  const found = store.manifests.get(`shop:${subject.replace(':', '-')}.${suffix}`);
  const { layers } = JSON.parse(found?.body.toString() ?? '{"layers":[]}');
  return layers.map(({ annotations }: { annotations: { signature: string } }) => annotations.signature);
};

describe.each([
  ['a registry that lists referrers', true, 'one that lists them', true],
  ['a registry that lists referrers', true, 'one that does not', false],
  ['a registry that does not', false, 'one that lists referrers', true],
  ['a registry that does not', false, 'another that does not', false],
])('from %s to %s', (_from, sourceLists, _to, targetLists) => {
  beforeEach(() => {
    source.keepsReferrers = sourceLists;
    target.keepsReferrers = targetLists;
  });

  it('everything is copied, in the form that the registry supports: referrers of the index, of each platform, and of referrers', async () => {
    const index = putIndex(source, 'shop');
    const { manifests } = JSON.parse(source.manifests.get(`shop@${index.digest}`)!.body.toString());
    const [child] = manifests as { digest: Digest }[];
    const sbom = await registry.attach(from(), index.digest, note('sbom'));
    await registry.attach(from(), index.digest, note('provenance'));
    await registry.attach(from(), sbom, note('signature of the sbom'));
    await registry.attach(from(), child!.digest, note('of a platform'));
    sign(source, index.digest, ['a', 'b']);
    sign(source, child!.digest, ['c'], 'att');

    const attached = await copy(index.digest);
    expect(lines).toEqual([]);
    expect(attached.map(({ type }) => type).sort()).toEqual([
      '.att',
      '.sig',
      ...Array.from({ length: 4 }, () => 'application/vnd.example.note'),
    ]);
    for (const digest of [index.digest, sbom, child!.digest])
      expect(await textsAt(to(), digest)).toEqual(await textsAt(from(), digest));
    expect(await textsAt(to(), sbom)).toEqual(['signature of the sbom']);
    expect(signaturesAt(target, index.digest)).toEqual(['a', 'b']);
    expect(signaturesAt(target, child!.digest, 'att')).toEqual(['c']);
    expect(target.manifests.has(`shop:${tagOf(index.digest)}`)).toBe(!targetLists);
    for (const [at, manifest] of source.manifests)
      if (at.startsWith('shop@') && !manifest.body.includes('"manifests":'))
        expect(target.manifests.get(at)?.body.equals(manifest.body)).toBe(true);
  });

  it('a second copy changes nothing, and keeps artifacts that were attached in the meantime', async () => {
    const image = putImage(source, 'shop', 'amd64', 'own');
    await registry.attach(from(), image.digest, note('one'));
    sign(source, image.digest, ['a']);
    await copy(image.digest);
    await registry.attach(to(), image.digest, note('two'));
    sign(target, image.digest, ['a', 'b']);
    const before = new Map(target.manifests);
    await copy(image.digest);
    expect(await textsAt(to(), image.digest)).toEqual(['one', 'two']);
    expect(signaturesAt(target, image.digest)).toEqual(['a', 'b']);
    expect(target.manifests).toEqual(before);
  });
});

describe('signatures under a tag of cosign', () => {
  it('are merged with existing ones', async () => {
    const image = putImage(source, 'shop', 'amd64', 'own');
    sign(source, image.digest, ['a', 'b']);
    sign(target, image.digest, ['b', 'c']);
    await copy(image.digest);
    expect(signaturesAt(target, image.digest)).toEqual(['b', 'c', 'a']);
    const { config } = JSON.parse(
      target.manifests.get(`shop:${image.digest.replace(':', '-')}.sig`)!.body.toString(),
    );
    expect(JSON.parse(target.blobs.get(`shop@${config.digest}`)!.toString()).rootfs.diff_ids).toHaveLength(3);
  });

  it('are not lost when another client signs at the same time', async () => {
    const image = putImage(source, 'shop', 'amd64', 'own');
    sign(source, image.digest, ['a']);
    let once = true;
    target.intercept = request => {
      const reads = request.method === 'GET' && request.url?.endsWith('.sig');
      // Read the tag before our write, and writes after it.
      if (reads && signaturesAt(target, image.digest).length > 0 && once) {
        once = false;
        sign(target, image.digest, ['z']);
      }
      return false;
    };
    await copy(image.digest);
    expect(signaturesAt(target, image.digest).sort()).toEqual(['a', 'z']);
  });

  it('do not replace another SBOM, which is reported', async () => {
    const image = putImage(source, 'shop', 'amd64', 'own');
    sign(source, image.digest, ['ours'], 'sbom');
    sign(target, image.digest, ['theirs'], 'sbom');
    await copy(image.digest);
    expect(signaturesAt(target, image.digest, 'sbom')).toEqual(['theirs']);
    expect(lines).toEqual([wording(`${to()}`, `${image.digest.replace(':', '-')}`)]);
  });
});

describe('an artifact is not copied', () => {
  it('when the repository lists it but does not have it, which is reported', async () => {
    const image = putImage(source, 'shop', 'amd64', 'own');
    const lost = await registry.attach(from(), image.digest, note('lost'));
    const hollow = await registry.attach(from(), image.digest, note('hollow'));
    await registry.attach(from(), image.digest, note('whole'));
    source.manifests.delete(`shop@${lost}`);
    source.blobs.delete(`shop@${digestOf(Buffer.from('hollow'))}`);
    await copy(image.digest);
    expect(await textsAt(to(), image.digest)).toEqual(['whole']);
    expect(lines).toEqual([
      wording(`${image.digest}`, `${from()}`, 'application/vnd.example.note'),
      wording(
        `${image.digest}`,
        `${from()}`,
        `${digestOf(Buffer.from('hollow'))}`,
        'application/vnd.example.note',
      ),
    ]);
    expect(target.manifests.has(`shop@${hollow}`)).toBe(false);
  });

  it('only if it is incomplete: an error of the registry fails the copy', async () => {
    const image = putImage(source, 'shop', 'amd64', 'own');
    const one = await registry.attach(from(), image.digest, note('one'));
    source.intercept = (request, answer) => {
      if (!request.url?.endsWith(one)) return false;
      answer.writeHead(503).end();
      return true;
    };
    await expect(copy(image.digest)).rejects.toThrow(wording(`${source.host}`, '503'));
  });

  it('when its type is excluded, whatever type the list claims', async () => {
    const image = putImage(source, 'shop', 'amd64', 'own');
    await registry.attach(from(), image.digest, note('note'));
    await registry.attach(from(), image.digest, note('proof', 'application/vnd.example.proof'));
    const at = `shop:${tagOf(image.digest)}`;
    const list = source.manifests.get(at)!;
    const forged = list.body.toString().replaceAll('vnd.example.proof', 'vnd.example.harmless');
    source.manifests.set(at, { ...list, body: Buffer.from(forged) });
    target.keepsReferrers = true;
    await copy(image.digest, { carries: type => type !== 'application/vnd.example.proof' });
    expect(await textsAt(to(), image.digest)).toEqual(['note']);
  });

  /** A manifest that is a referrer of the image by its subject alone. */
  function forge(subject: { digest: Digest }, fields: object, tag?: string) {
    const config = { ...source.blob('shop', '{}'), mediaType: types.config };
    const layers = [source.blob('shop', 'proof')];
    const document = { schemaVersion: 2, mediaType: types.image, config, layers, subject, ...fields };
    return source.manifest('shop', document, tag);
  }
  const proof = 'application/vnd.example.proof';
  const carries = (type: string) => type !== proof;
  beforeEach(() => {
    target.keepsReferrers = true;
  });

  it('when its type is excluded, under a tag of cosign', async () => {
    const image = putImage(source, 'shop', 'amd64', 'own');
    forge(image, { artifactType: proof }, `${image.digest.replace(':', '-')}.sbom`);
    await copy(image.digest, { carries });
    expect(await registry.referrers(to(), image.digest)).toEqual([]);
    expect(lines).toEqual([wording(image.digest, proof)]);
  });

  it.each([
    ['as its artifact type', { artifactType: proof }],
    ['as the type of its configuration', { artifactType: '', config: undefined }],
  ])('when a manifest in it has an excluded type %s', async (_, fields) => {
    const image = putImage(source, 'shop', 'amd64', 'own');
    const config = { ...source.blob('shop', '{}'), mediaType: proof };
    const forged = forge(image, 'config' in fields ? { ...fields, config } : fields);
    const harmless = { artifactType: 'application/vnd.example.note', subject: image };
    const index = { schemaVersion: 2, mediaType: types.index, manifests: [forged], ...harmless };
    const { digest, size } = source.manifest('shop', index);
    const manifests = [{ mediaType: types.index, digest, size }];
    source.manifest('shop', { mediaType: types.index, manifests }, tagOf(image.digest));
    await copy(image.digest, { carries });
    expect(await registry.referrers(to(), image.digest)).toEqual([]);
    expect(lines).toEqual([wording(image.digest, proof)]);
  });
});

it('a registry whose own list lags behind gets no referrers tag', async () => {
  const image = putImage(source, 'shop', 'amd64', 'own');
  await registry.attach(from(), image.digest, note('one'));
  target.keepsReferrers = true;
  pauses = [];
  let asked = 0;
  target.intercept = (request, answer) => {
    if (!request.url?.includes('/referrers/') || ++asked > 1) return false;
    answer.writeHead(200, { 'Content-Type': types.index }).end('{"manifests":[]}');
    return true;
  };
  await copy(image.digest);
  expect(target.manifests.has(`shop:${tagOf(image.digest)}`)).toBe(false);
  expect(pauses).toEqual([500]);
});

it('a cycle of referrers terminates', async () => {
  const image = putImage(source, 'shop', 'amd64', 'own');
  const one = await registry.attach(from(), image.digest, note('one'));
  const entry = (digest: Digest) => {
    const { body } = source.manifests.get(`shop@${digest}`)!;
    return { mediaType: types.image, digest, size: body.length, artifactType: 'x' };
  };
  source.manifest(
    'shop',
    { mediaType: types.index, manifests: [entry(one), entry(image.digest)] },
    tagOf(one),
  );
  const attached = await copy(image.digest);
  expect(attached.map(({ digest }) => digest)).toEqual([one, one, image.digest]);
});
