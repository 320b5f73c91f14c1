import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formsOf } from '../../src/image/forms.ts';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { pushImages } from '../../src/registry/push.ts';
import { tagOf } from '../../src/registry/referrers.ts';
import { wording } from '../wording.ts';
import { putImage, putIndex, type Store, startStore, types } from './store.ts';

let store: Store;
let repository: string;
let subject: Digest;
beforeEach(async () => {
  store = await startStore();
  repository = `${store.host}/shop`;
  subject = putImage(store, 'shop', 'amd64', 'own').digest;
});
afterEach(() => store.close());

const registry = new RegistryClient({ credentials: async () => undefined, sleep: async () => {} });
const note = (text: string) => ({
  artifactType: 'application/vnd.example.note',
  content: Buffer.from(text),
  annotations: { text },
});
const attach = (text: string) => registry.attach(repository, subject, note(text));
const texts = async (where = repository) =>
  (await registry.referrers(where, subject)).map(({ annotations }) => annotations.text).sort();
const tags = () => [...store.manifests.keys()].filter(at => at.startsWith('shop:'));

describe.each([
  ['that keeps the list of referrers', true],
  ['that does not', false],
])('in a registry %s', (_, keeps) => {
  beforeEach(() => {
    store.keepsReferrers = keeps;
  });

  it('an image has its attached artifacts, with type and annotations', async () => {
    expect(await registry.referrers(repository, subject)).toEqual([]);
    const digest = await attach('one');
    await attach('two');
    expect(await texts()).toEqual(['one', 'two']);
    expect(await registry.referrers(repository, subject)).toContainEqual(
      expect.objectContaining({
        digest,
        mediaType: types.image,
        artifactType: 'application/vnd.example.note',
        annotations: { text: 'one' },
      }),
    );
    expect(tags()).toEqual(keeps ? [] : [`shop:${tagOf(subject)}`]);
  });

  it('the artifact names its image, and has the content as its only layer', async () => {
    const digest = await attach('one');
    const { subject: named, layers } = JSON.parse(
      store.manifests.get(`shop@${digest}`)!.body.toString('utf8'),
    ) as { subject: unknown; layers: { digest: Digest }[] };
    const { body } = store.manifests.get(`shop@${subject}`)!;
    expect(named).toEqual({ mediaType: types.image, digest: subject, size: body.length });
    expect(Buffer.from((await registry.blob(repository, layers[0]!.digest))!).toString()).toBe('one');
  });

  it('the same artifact attached twice exists once', async () => {
    expect(await attach('one')).toBe(await attach('one'));
    expect(await texts()).toEqual(['one']);
  });

  it('nothing is attached to a missing image', async () => {
    const missing = digestOf(Buffer.from('nowhere'));
    await expect(registry.attach(repository, missing, note('one'))).rejects.toMatchObject({
      sentence: wording(`${repository}`, `${missing}`),
    });
  });

  it('a push copies the referrers of an index, and their referrers, before it sets the tag', async () => {
    const index = putIndex(store, 'shop-candidate').digest;
    const candidate = `${store.host}/shop-candidate`;
    const sbom = await registry.attach(candidate, index, note('sbom'));
    await registry.attach(candidate, sbom, note('signature'));
    const lines: string[] = [];
    const images = { shop: { from: candidate, repository, digest: index, tags: ['1'], forms: formsOf() } };
    await pushImages(registry, { images, report: line => void lines.push(line) });
    expect(lines).toContainEqual(wording('shop', '2', 'attached'));
    expect((await registry.referrers(repository, index)).map(each => each.digest)).toEqual([sbom]);
    expect((await registry.referrers(repository, sbom)).map(each => each.annotations.text)).toEqual([
      'signature',
    ]);
    expect(store.seen.indexOf('PUT /v2/shop/manifests/1')).toBeGreaterThan(
      store.seen.indexOf(`PUT /v2/shop/manifests/${sbom}`),
    );
  });
});

describe('the list under the tag', () => {
  const tag = () => `shop:${tagOf(subject)}`;

  it('has the name from the specification', () => {
    expect(tagOf(`sha256:${'a'.repeat(64)}` as Digest)).toBe(`sha256-${'a'.repeat(64)}`);
    expect(tagOf(`sha512:${'b'.repeat(128)}` as Digest)).toBe(`sha512-${'b'.repeat(64)}`);
  });

  it('keeps the entries of others unchanged', async () => {
    const foreign = { ...putImage(store, 'shop', 'amd64', 'foreign'), platform: { os: 'x' }, odd: [1] };
    store.manifest(
      'shop',
      { schemaVersion: 2, mediaType: types.index, manifests: [foreign] },
      tagOf(subject),
    );
    await attach('one');
    const { manifests } = JSON.parse(store.manifests.get(tag())!.body.toString('utf8')) as {
      manifests: unknown[];
    };
    expect(manifests[0]).toEqual(foreign);
    expect(manifests).toHaveLength(2);
  });

  it('is written again by a client whose write was overwritten', async () => {
    let others = 1;
    store.intercept = (request, answer, body) => {
      if (request.method !== 'PUT' || !request.url?.endsWith(tagOf(subject)) || others === 0) return false;
      others -= 1;
      answer.writeHead(201).end();
      expect(body.length).toBeGreaterThan(0);
      return true;
    };
    await attach('one');
    expect(await texts()).toEqual(['one']);
  });

  it('gives an error where the registry drops it', async () => {
    store.intercept = (request, answer) => {
      if (request.method !== 'PUT' || !request.url?.endsWith(tagOf(subject))) return false;
      answer.writeHead(201).end();
      return true;
    };
    await expect(attach('one')).rejects.toThrow(wording());
  });

  it('is read in addition to the own list of a registry', async () => {
    await attach('before');
    store.keepsReferrers = true;
    await attach('after');
    expect(await texts()).toEqual(['after', 'before']);
  });

  it('is not the image itself, which a registry may send for that tag', async () => {
    const index = putIndex(store, 'shop').digest;
    store.manifests.set(`shop:${tagOf(index)}`, store.manifests.get(`shop@${index}`)!);
    expect(await registry.referrers(repository, index)).toEqual([]);
  });

  it('is not overwritten when the tag points to something else', async () => {
    putImage(store, 'shop', 'amd64', 'else', tagOf(subject));
    await expect(attach('one')).rejects.toThrow(wording());
  });
});

describe('the list of a registry', () => {
  it('is read page by page, and nowhere else', async () => {
    store.keepsReferrers = true;
    const entry = (text: string) => ({
      mediaType: types.image,
      digest: digestOf(Buffer.from(text)),
      size: 1,
      annotations: { text },
    });
    const pages: Record<string, [string, string]> = {
      '': ['one', `</v2/shop/referrers/${subject}?page=2>; rel="next"`],
      '?page=2': ['two', '<https://elsewhere.example/v2/shop/referrers/x>; rel="next"'],
    };
    store.intercept = (request, answer) => {
      const page = pages[(request.url ?? '').replace(`/v2/shop/referrers/${subject}`, '')];
      if (page === undefined) return false;
      answer.writeHead(200, { Link: page[1] }).end(JSON.stringify({ manifests: [entry(page[0])] }));
      return true;
    };
    expect(await texts()).toEqual(['one', 'two']);
  });

  it.each([
    ['leads out of the repository', '</v2/other/referrers/x?page=2>; rel="next"', wording('shop')],
    ['does not exist', `<?page=3>; rel="next"`, wording('404', 'shop')],
  ])('is incomplete when its next page %s', async (_, link, sentence) => {
    store.keepsReferrers = true;
    store.intercept = (request, answer) => {
      if (!request.url?.includes('/referrers/')) return false;
      if (request.url.includes('page=3')) answer.writeHead(404).end();
      else answer.writeHead(200, { Link: link }).end(JSON.stringify({ manifests: [] }));
      return true;
    };
    await expect(texts()).rejects.toThrow(sentence);
  });

  it.each([303, 400, 404, 405, 501])('is undefined when the answer is %i', async status => {
    await attach('by tag');
    store.intercept = (request, answer) => {
      if (!request.url?.includes('/referrers/')) return false;
      answer.writeHead(status, { Location: `http://${store.host}/page` }).end('<html>');
      return true;
    };
    expect(await texts()).toEqual(['by tag']);
    expect(store.seen).not.toContain('GET /page');
  });

  it('that fails is not an empty list', async () => {
    store.intercept = (request, answer) => {
      if (!request.url?.includes('/referrers/')) return false;
      answer.writeHead(503).end();
      return true;
    };
    await expect(texts()).rejects.toThrow(wording('503', 'shop'));
  });
});
