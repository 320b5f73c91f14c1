import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formsOf } from '../../src/image/forms.ts';
import { compareVersions, parseVersion } from '../../src/image/version.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { pushImages } from '../../src/registry/push.ts';
import { atLeast, search } from '../search.ts';
import { wording } from '../wording.ts';
import { cases, play } from './forward-cases.ts';
import { putImage, type Store, startStore, types } from './store.ts';

let store: Store;
let lines: string[];
beforeAll(async () => {
  store = await startStore();
});
beforeEach(() => {
  store.manifests.clear();
  store.blobs.clear();
  store.seen.length = 0;
  store.intercept = () => false;
  lines = [];
});
afterAll(() => store.close());

const registry = () => new RegistryClient({ credentials: async () => undefined, sleep: async () => {} });
/** An image with a version label, in the candidate repository of `shop`. */
const labelled = (name: string, version: string | undefined, tag?: string) => {
  const Labels = version === undefined ? {} : { 'org.opencontainers.image.version': version };
  const config = { os: 'linux', architecture: 'amd64', config: { Labels } };
  const descriptor = { ...store.blob(name, JSON.stringify(config)), mediaType: types.config };
  const layers = [store.blob(name, version ?? 'none')];
  return store.manifest(name, { schemaVersion: 2, mediaType: types.image, config: descriptor, layers }, tag)
    .digest;
};
const push = (version: string, tags: string[]) =>
  pushImages(registry(), {
    images: {
      shop: {
        from: `${store.host}/shop-candidate`,
        repository: `${store.host}/shop`,
        digest: labelled('shop-candidate', version),
        tags,
        forms: formsOf(),
      },
    },
    report: line => void lines.push(line),
  });
const at = (tag: string) => digestOf(store.manifests.get(`shop:${tag}`)!.body);
const digestAt = (tag: string) => (store.manifests.has(`shop:${tag}`) ? at(tag) : undefined);

describe('forward only', () => {
  it('has at least 30 cases, which a test in the lab also runs against a real registry', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases)('$name', async each => {
    const { pushed, digests } = await play(registry(), `${store.host}/shop`, each);
    const after = Object.keys(each.after).map(tag => [tag, digests.get(at(tag))]);
    expect(Object.fromEntries(after)).toEqual(each.after);
    expect(Object.fromEntries(pushed.kept.map(({ tag, reason }) => [tag, reason]))).toEqual(each.kept ?? {});
    expect(pushed.tags).toEqual(each.tags.filter(tag => each.kept?.[tag] === undefined));
  });

  it('reports why a tag was not moved, and what to do', async () => {
    labelled('shop', undefined, 'latest');
    await push('1.0.0', ['1.0.0', 'latest']);
    expect(lines).toContainEqual(wording('shop', `${store.host}/shop:latest`, 'move-tags: latest'));
  });

  it('reads all tags of a repository, page by page, and compares at most 200 versions', async () => {
    const old = labelled('shop', undefined, 'latest');
    const body = store.manifests.get('shop:latest')!;
    const more = putImage(store, 'shop', 'amd64', 'more');
    const page = (tags: string[], next: boolean) => (url: URL) => ({
      tags,
      link: next ? `<${url.pathname}?n=1000&last=${tags.at(-1)}>; rel="next"` : undefined,
    });
    const pages = [
      page(
        Array.from({ length: 150 }, (_, n) => `9.0.${n}`),
        true,
      ),
      page(['latest', 'main', '1.5.0'], true),
      page(
        Array.from({ length: 100 }, (_, n) => `1.0.${n}`),
        false,
      ),
    ];
    let asked = 0;
    store.intercept = (request, answer) => {
      const url = new URL(request.url ?? '', `http://${store.host}`);
      if (/\/manifests\/(9\.0|1\.0)\./.test(url.pathname)) {
        asked += 1;
        answer
          .writeHead(200, { 'Content-Type': types.image })
          .end(store.manifests.get(`shop@${more.digest}`)!.body);
        return true;
      }
      if (!url.pathname.endsWith('/tags/list')) return false;
      const { tags, link } = pages.shift()!(url);
      answer
        .writeHead(200, link === undefined ? {} : { Link: link })
        .end(JSON.stringify({ name: 'shop', tags }));
      return true;
    };
    store.manifests.set('shop:1.5.0', body);
    await push('1.4.0', ['latest']);
    expect(lines).toContainEqual(wording('latest', '1.5.0', '1.4.0'));
    expect([at('latest'), pages.length]).toEqual([old, 0]);
    expect(asked).toBeGreaterThanOrEqual(150);
    expect(asked).toBeLessThan(200);
  });

  it('moves no tag of unknown version where tags cannot be listed, and reports it', async () => {
    labelled('shop', undefined, 'latest');
    store.intercept = (request, answer) => {
      if (!request.url?.includes('/tags/list')) return false;
      answer.writeHead(405).end('{"errors":[{"code":"UNSUPPORTED"}]}');
      return true;
    };
    const { shop } = await push('1.0.0', ['1.0.0', 'latest']);
    expect(shop?.kept).toMatchObject([{ tag: 'latest', why: 'unknown' }]);
    expect(lines).toContainEqual(wording('shop', `${store.host}/shop`, '405', 'UNSUPPORTED'));
  });

  /** What another run does right after we have set a tag. */
  const beside = (tag: string, version: string, times: number) => {
    let left = times;
    store.intercept = request => {
      const read = request.method === 'GET' && request.url === `/v2/shop/manifests/${tag}`;
      const ours = store.seen.some(line => line === `PUT /v2/shop/manifests/${tag}`);
      if (read && ours && left > 0) {
        left -= 1;
        labelled('shop', version, tag);
      }
      return false;
    };
  };

  it('does not set a tag again that another run has moved forward', async () => {
    labelled('shop', '0.62.0', 'latest');
    beside('latest', '0.64.0', 1);
    const { shop } = await push('0.63.0', ['0.63.0', 'latest']);
    expect(shop).toMatchObject({ tags: ['0.63.0'], kept: [{ tag: 'latest', why: 'newer' }] });
    expect(at('latest')).toBe(labelled('shop', '0.64.0'));
  });

  it('sets a tag again that another run has moved back', async () => {
    labelled('shop', '0.58.0', 'latest');
    beside('latest', '0.59.3', 1);
    const { shop } = await push('0.62.0', ['latest']);
    expect(shop).toMatchObject({ tags: ['latest'], kept: [] });
    expect(at('latest')).toBe(shop?.digest);
  });

  /** What another run does at the nth request of a kind. */
  const atRequest = (kind: RegExp, nth: number, act: () => void, status?: number) => {
    let count = 0;
    store.intercept = (request, answer) => {
      if (!kind.test(`${request.method} ${request.url}`)) return false;
      count += 1;
      if (count !== nth) return false;
      act();
      if (status !== undefined) answer.writeHead(status, { 'Retry-After': '60' }).end();
      return status !== undefined;
    };
  };

  it.each<[string, string | undefined, RegExp, number, number | undefined]>([
    // The first configuration is that of the pushed image.
    ['while the image under it is read', '0.62.0', /GET .*\/shop\/blobs\//, 2, undefined],
    ['while the versions of other tags are read', undefined, /GET .*\/shop\/tags\/list/, 1, undefined],
    ['while the registry makes us wait', '0.62.0', /PUT .*\/shop\/manifests\/latest$/, 1, 429],
  ])('does not move a tag back that another run moves forward %s', async (_, version, kind, nth, status) => {
    labelled('shop', version, 'latest');
    labelled('shop', version, '0.62.0');
    atRequest(kind, nth, () => void labelled('shop', '0.64.0', 'latest'), status);
    const { shop } = await push('0.63.0', ['0.63.0', 'latest']);
    expect(shop).toMatchObject({ tags: ['0.63.0'], kept: [{ tag: 'latest', why: 'newer' }] });
    expect(at('latest')).toBe(labelled('shop', '0.64.0'));
  });

  it('takes a tag as set when the answer to the first attempt was lost', async () => {
    labelled('shop', '0.62.0', 'latest');
    const digest = labelled('shop-candidate', '0.63.0');
    atRequest(/PUT .*\/latest$/, 1, () => void labelled('shop', '0.63.0', 'latest'), 503);
    const { shop } = await push('0.63.0', ['latest']);
    expect(shop).toMatchObject({ tags: ['latest'], kept: [] });
    expect(at('latest')).toBe(digest);
  });

  it('sets a tag again that another run moves back at the last look', async () => {
    labelled('shop', '0.58.0', 'latest');
    let moved = false;
    // Two reads before it is set, then three looks.
    atRequest(/GET .*\/shop\/manifests\/latest$/, 5, () => {
      moved = true;
      labelled('shop', '0.59.3', 'latest');
    });
    const { shop } = await push('0.62.0', ['latest']);
    expect(moved).toBe(true);
    expect(shop).toMatchObject({ tags: ['latest'], kept: [] });
    expect(at('latest')).toBe(shop?.digest);
  });

  it('gives up a tag that is moved back again and again', async () => {
    labelled('shop', '0.58.0', 'latest');
    beside('latest', '0.59.3', 100);
    await expect(push('0.62.0', ['latest'])).rejects.toThrow(
      /:latest points to sha256:\w+ instead of sha256:\w+/,
    );
  });

  it('does not set an immutable tag again that already points to the image', async () => {
    await push('1.0.0', ['1.0.0', 'latest']);
    const before = store.seen.length;
    await push('1.0.0', ['1.0.0', 'latest']);
    expect(store.seen.slice(before).filter(line => /^PUT .*manifests\/(latest|1\.0\.0)$/.test(line))).toEqual(
      [],
    );
    expect(lines).toContain(`shop: ${store.host}/shop:latest is already set`);
  });

  it('holds for all pushes in any order: no floating tag moves back', async () => {
    const number = fc.integer({ min: 0, max: 2 });
    const version = fc
      .tuple(number, number, number, fc.constantFrom('', '', '-rc.1'))
      .map(([a, b, c, d]) => `${a}.${b}.${c}${d}`);
    const release = fc.record({
      version,
      by: fc.constantFrom('label', 'annotation', 'index', 'label of an index', undefined),
      tagged: fc.boolean(),
    });
    /** The same version again: floating tags still point to the first image, which had no label. */
    const rc = { version: '1.1.1-rc.1', tagged: false };
    const twice = [
      { ...rc, by: undefined },
      { ...rc, by: 'label' as const },
    ];
    let moves = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(release, { minLength: 2, maxLength: 6 }), async releases => {
        store.manifests.clear();
        const truth = new Map<string, string>();
        for (const [index, { version: of, by, tagged }] of releases.entries()) {
          const [major, minor] = of.split('.');
          const floating = [`${major}.${minor}`, `${major}`, 'latest'];
          const content = `${index} ${of}`;
          const before = floating.map(tag => truth.get(digestAt(tag) ?? ''));
          const image = by === undefined ? { content } : { content, version: of, by };
          const tags = [...(tagged ? [of] : []), ...floating];
          const each = { name: '', before: [], push: image, tags, after: {} };
          const { pushed } = await play(registry(), `${store.host}/shop`, each);
          truth.set(pushed.digest, of);
          for (const [at, tag] of floating.entries()) {
            const [from, to] = [before[at], truth.get(digestAt(tag) ?? '')];
            // An image without a label may be set where no tag exists, and its tag is not moved afterward.
            if (digestAt(tag) === pushed.digest && (by !== undefined || tagged))
              expect([tag, of]).not.toEqual([tag, expect.stringContaining('-')]);
            if (from === undefined || to === undefined) continue;
            moves += from === to ? 0 : 1;
            const order = compareVersions(parseVersion(to)!, parseVersion(from)!);
            expect([tag, from, to, order >= 0]).toEqual([tag, from, to, true]);
          }
        }
      }),
      { ...search(40), examples: [[twice]] },
    );
    expect(moves).toBeGreaterThanOrEqual(atLeast(10));
  });
});
