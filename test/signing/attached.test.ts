import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { attachBundles, attachLegacy } from '../../src/signing/attach.ts';
import { readAttached } from '../../src/signing/attached.ts';
import type { Bundle } from '../../src/signing/bundle.ts';
import { simplePayload } from '../../src/signing/legacy.ts';
import { predicates } from '../../src/signing/predicates.ts';
import { statementOf } from '../../src/signing/statement.ts';
import { putImage, type Store, startStore, types as types_ } from '../registry/store.ts';
import { wording } from '../wording.ts';

let store: Store;
let repository: string;
let digest: Digest;
beforeEach(async () => {
  store = await startStore();
  repository = `${store.host}/shop`;
  digest = putImage(store, 'shop', 'amd64', 'own').digest;
});
afterEach(() => store.close());

const registry = new RegistryClient({ credentials: async () => undefined, sleep: async () => {} });
const all = Object.values(predicates);

const bundleOf = (type: string, predicate: unknown): Bundle => ({
  mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  verificationMaterial: { publicKey: { hint: '' } },
  dsseEnvelope: {
    payload: Buffer.from(statementOf({ repository, digest }, type, predicate).text).toString('base64'),
    payloadType: 'application/vnd.in-toto+json',
    signatures: [{ sig: 'c2ln' }],
  },
});
const message = (signature: string): Bundle => ({
  mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  verificationMaterial: { publicKey: { hint: '' } },
  messageSignature: { signature },
});
const at = () => ({ repository, digest });
const attach = (type: string, predicate: object, created = '') =>
  attachBundles(registry, at(), [{ type, bundle: bundleOf(type, predicate) }], created);
const addSignature = (signature: string, payload = simplePayload(repository, digest)) =>
  attachLegacy(registry, at(), [{ type: predicates.signature, bundle: message(signature), payload }]);
const types = async (wanted: readonly string[] = all) =>
  (await readAttached(registry, repository, digest, wanted)).map(
    ({ claim, format }) => `${format} ${claim.type}`,
  );

describe.each([
  ['that keeps the list of referrers', true],
  ['that does not', false],
])('bundles in a registry %s', (_, keeps) => {
  beforeEach(() => {
    store.keepsReferrers = keeps;
  });

  it('are read back, newest first, without reading other types', async () => {
    await attach(predicates.spdx, {}, '2026-01-01T00:00:00Z');
    await attach(predicates.scan, {}, '2026-01-02T00:00:00Z');
    expect(await types()).toEqual([`bundle ${predicates.scan}`, `bundle ${predicates.spdx}`]);
    store.seen.length = 0;
    expect(await types([predicates.spdx])).toEqual([`bundle ${predicates.spdx}`]);
    expect(store.seen.filter(each => each.includes('/blobs/'))).toHaveLength(1);
  });

  it('are six after six were attached one after the other', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) await attach(predicates.scan, { number });
    expect(await types()).toHaveLength(6);
  });

  it('are listed with one write when they are attached together', async () => {
    await attach(predicates.spdx, {});
    store.seen.length = 0;
    const more = [predicates.scan, predicates.cyclonedx, predicates.signature];
    await attachBundles(
      registry,
      at(),
      more.map(type => ({ type, bundle: bundleOf(type, {}) })),
      '',
    );
    expect((await types()).sort()).toEqual([predicates.spdx, ...more].map(type => `bundle ${type}`).sort());
    const lists = store.seen.filter(each => /^PUT .*manifests\/sha256-/.test(each));
    expect(lists).toHaveLength(store.keepsReferrers ? 0 : 1);
  });

  it('are skipped when they are malformed', async () => {
    const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
    for (const content of ['{', '[]', '{"verificationMaterial":{},"dsseEnvelope":{"payloadType":"x"}}'])
      await registry.attach(repository, digest, {
        artifactType,
        content: Buffer.from(content),
        annotations: {},
      });
    await registry.attach(repository, digest, {
      artifactType: 'application/vnd.example.note',
      content: Buffer.from(JSON.stringify(bundleOf(predicates.scan, {}))),
      annotations: {},
    });
    expect(await types()).toEqual([]);
  });
});

describe('an artifact from any user who may push', () => {
  const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
  const good = () => attach(predicates.scan, {});
  /** A referrer whose manifest describes its one layer so. */
  const attachLayer = (layer: object) => {
    const config = { ...store.blob('shop', '{}'), mediaType: 'application/vnd.oci.empty.v1+json' };
    const subject = { mediaType: types_.image, digest, size: 1 };
    const manifest = { schemaVersion: 2, mediaType: types_.image, artifactType, config, subject };
    store.manifest('shop', { ...manifest, layers: [{ mediaType: artifactType, ...layer }] });
  };
  beforeEach(() => {
    store.keepsReferrers = true;
  });

  it.each<[string, () => object]>([
    ['is too large', () => ({ digest: store.blob('shop', 'x').digest, size: 2 ** 40 })],
    ['does not exist', () => ({ digest: `sha256:${'0'.repeat(64)}`, size: 7 })],
    ['is longer than it says', () => ({ digest: store.blob('shop', 'longer').digest, size: 2 })],
    ['is shorter than it says', () => ({ digest: store.blob('shop', 'short').digest, size: 999 })],
  ])('does not block others when it %s', async (_, layer) => {
    attachLayer(layer());
    await good();
    expect(await types()).toEqual([`bundle ${predicates.scan}`]);
  });

  it.each<[string, object]>([
    ['a payload', { payload: { toString: 1, valueOf: 1 } }],
    [
      'a digest',
      {
        payload: Buffer.from(
          JSON.stringify({
            predicateType: predicates.scan,
            subject: [{ digest: { sha256: { toString: 1, valueOf: 1 } } }],
          }),
        ).toString('base64'),
      },
    ],
  ])('does not block others with %s that is not a text', async (_, more) => {
    const { dsseEnvelope, ...rest } = bundleOf(predicates.provenance, {});
    const content = Buffer.from(JSON.stringify({ ...rest, dsseEnvelope: { ...dsseEnvelope, ...more } }));
    await registry.attach(repository, digest, { artifactType, content, annotations: {} });
    await good();
    expect(await types()).toContain(`bundle ${predicates.scan}`);
  });

  it('does not block others with a type that is not a text', async () => {
    const config = { ...store.blob('shop', '{}'), mediaType: 'application/vnd.oci.empty.v1+json' };
    const layers = [{ ...config, mediaType: { toString: 1, valueOf: 1 } }];
    store.manifest('shop', {
      schemaVersion: 2,
      mediaType: types_.image,
      artifactType: { toString: 1, valueOf: 1 },
      config,
      layers,
      subject: { mediaType: types_.image, digest, size: 1 },
    });
    await good();
    expect(await types()).toEqual([`bundle ${predicates.scan}`]);
  });

  it('cannot raise the limit with a negative size', async () => {
    const blob = store.blob('shop', Buffer.alloc(60 * 2 ** 20, 1));
    attachLayer({ ...store.blob('shop', 'x'), size: -1e15 });
    for (let count = 0; count < 5; count += 1) attachLayer({ ...blob, annotations: { count: `${count}` } });
    await expect(types()).rejects.toThrow(wording('500', '256'));
  });

  it('is read only up to a limit', async () => {
    const blob = store.blob('shop', Buffer.alloc(60 * 2 ** 20, 1));
    for (let count = 0; count < 5; count += 1) attachLayer({ ...blob, annotations: { count: `${count}` } });
    await expect(types()).rejects.toThrow(wording('500', '256'));
  });
});

describe('under the tags of cosign 2', () => {
  it('a signature and an attestation are read back', async () => {
    await addSignature('b25l');
    await attachLegacy(registry, at(), [{ type: predicates.spdx, bundle: bundleOf(predicates.spdx, {}) }]);
    expect((await types()).sort()).toEqual([`legacy ${predicates.signature}`, `legacy ${predicates.spdx}`]);
  });

  it('a second signature is added to the first', async () => {
    await addSignature('b25l');
    await addSignature('dHdv');
    await addSignature('dHdv');
    const found = await readAttached(registry, repository, digest, all);
    expect(found.map(({ bundle }) => bundle.messageSignature?.signature)).toEqual(['b25l', 'dHdv']);
  });

  it('a signature is added again when another client writes the tag at the same time', async () => {
    await addSignature('b25l');
    const tag = `shop:${digest.replace(':', '-')}.sig`;
    const before = store.manifests.get(tag)!;
    let writes = 0;
    store.intercept = (request, answer, body) => {
      if (request.method !== 'PUT' || !request.url?.endsWith('.sig')) return false;
      writes += 1;
      if (writes > 1) return false;
      // Accepted, but overwritten by a later write.
      store.manifests.set(tag, before);
      answer.writeHead(201).end(body.length === 0 ? '' : undefined);
      return true;
    };
    await addSignature('dHdv');
    expect(writes).toBe(2);
    const found = await readAttached(registry, repository, digest, all);
    expect(found.map(({ bundle }) => bundle.messageSignature?.signature)).toEqual(['b25l', 'dHdv']);
  });

  it('a signature that the registry never keeps gives an error', async () => {
    store.intercept = (request, answer) => {
      if (request.method !== 'PUT' || !request.url?.endsWith('.sig')) return false;
      answer.writeHead(201).end();
      return true;
    };
    await expect(addSignature('b25l')).rejects.toThrow(wording());
  });
});
