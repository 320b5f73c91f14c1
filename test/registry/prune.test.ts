import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Protections, Retention } from '../../src/image/deletion-plan.ts';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import {
  concluded,
  type Pruned,
  type PruneOptions,
  pruneRepositories,
  pruneRepository,
} from '../../src/registry/prune.ts';
import { tagOf } from '../../src/registry/referrers.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';
import { type Store, startStore, types } from './store.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-24T00:00:00Z');

let store: Store;
let repository: string;
let lines: string[];
beforeEach(async () => {
  store = await startStore();
  repository = `${store.host}/shop`;
  lines = [];
});
afterEach(() => store.close());

const registry = () => new RegistryClient({ credentials: async () => undefined, sleep: async () => {} });
const policy: Retention = { protect: ['v*'], rules: [{ tags: 'pr-*', for: 14 * day }] };
const nothing: Protections = { digests: new Map(), tags: new Map() };
const prune = (changes: Partial<PruneOptions> = {}) =>
  pruneRepository(registry(), repository, {
    policy,
    protections: async () => nothing,
    apply: true,
    now,
    report: line => void lines.push(line),
    ...changes,
  });

const ago = (days: number) => new Date(now - days * day).toISOString();
/** An image of an age and a platform. */
const image = (content: string, days: number | undefined, tag?: string, architecture = 'amd64') => {
  const config = {
    os: 'linux',
    architecture,
    content,
    ...(days === undefined ? {} : { created: ago(days) }),
  };
  return store.manifest(
    'shop',
    {
      schemaVersion: 2,
      mediaType: types.image,
      config: { ...store.blob('shop', JSON.stringify(config)), mediaType: types.config },
      layers: [store.blob('shop', content)],
    },
    tag,
  );
};
/** An index of two platforms and an attestation. */
const index = (content: string, days: number, tag?: string) => {
  const entry = (architecture: string) => ({
    ...image(`${content} ${architecture}`, days, undefined, architecture),
    platform: { os: 'linux', architecture },
  });
  const unknown = {
    ...image(`${content} attestation`, undefined),
    platform: { os: 'unknown', architecture: 'unknown' },
  };
  const manifests = [entry('amd64'), entry('arm64'), unknown];
  return store.manifest('shop', { schemaVersion: 2, mediaType: types.index, manifests }, tag);
};
/** A signature of cosign's older form: an image under a tag that names the signed image. */
const sign = (digest: Digest) =>
  store.manifest(
    'shop',
    {
      schemaVersion: 2,
      mediaType: types.image,
      config: { ...store.blob('shop', '{"created":"0001-01-01T00:00:00Z"}'), mediaType: types.config },
      layers: [store.blob('shop', `signature of ${digest}`)],
    },
    `${tagOf(digest)}.sig`,
  );
const attach = (digest: Digest, text: string, annotations = {}) =>
  registry().attach(repository, digest, {
    artifactType: 'application/x.note',
    content: Buffer.from(text),
    annotations,
  });

const has = (digest: string) => store.manifests.has(`shop@${digest}`);
const tags = () =>
  [...store.manifests.keys()].flatMap(key => (key.startsWith('shop:') ? [key.slice(5)] : [])).sort();
const deleted = () => store.seen.flatMap(line => /^DELETE (.*)$/.exec(line)?.[1] ?? []);
const writes = () => store.seen.filter(line => !/^(GET|HEAD) /.test(line));
const goes = ({ plan }: Pruned) => plan.toDelete.map(each => each.digest);
const one = (pruned: Pruned) => concluded([[repository, pruned]], true);

/** Everything that a pull of a digest needs: its manifests and blobs, and all that is attached to them. */
async function pulls(digest: Digest): Promise<number> {
  const client = registry();
  const tree = await client.tree(repository, digest);
  if (tree === undefined) throw new Error(`${digest} is not there`);
  for (const blob of tree.blobs)
    expect(await client.blob(repository, blob.digest), blob.digest).toBeDefined();
  const attached = await client.referrers(repository, digest);
  for (const each of attached) await pulls(each.digest);
  const signed = await client.manifest(repository, `${tagOf(digest)}.sig`);
  return attached.length + (signed === undefined ? 0 : 1);
}

describe.each([
  ['keeps lists of referrers', true],
  ['keeps none', false],
])('in a registry that %s', (_, keeps) => {
  beforeEach(() => {
    store.keepsReferrers = keeps;
  });

  it('25 of 30 tags are deleted with all that belongs to them, and the 5 protected ones stay complete', async () => {
    const all: Digest[] = [];
    for (let number = 1; number <= 30; number += 1) {
      const { digest } = index(`version ${number}`, 20, number === 5 ? 'v5' : `pr-${number}`);
      const sbom = await attach(digest, `SBOM of ${number}`);
      await attach(sbom, `signature of the SBOM of ${number}`);
      sign(digest);
      all.push(digest);
    }
    const [deployed, release, , backup] = all as [Digest, Digest, Digest, Digest];
    const platform = (
      JSON.parse(store.manifests.get('shop:pr-3')!.body.toString()) as { manifests: { digest: Digest }[] }
    ).manifests[1]!.digest;
    const digests = new Map([
      [deployed, 'pod shop-1 of production'],
      [release, 'release 7 of production'],
      [platform, 'pod shop-2 of production'],
      [backup, 'named in backup.json'],
    ]);
    store.seen.length = 0;

    const planned = await prune({ apply: false, protections: async () => ({ digests, tags: new Map() }) });
    expect(writes()).toEqual([]);
    const pruned = await prune({ protections: async () => ({ digests, tags: new Map() }) });
    expect(one(pruned)).toMatchObject({ state: 'removed', reason: '' });
    expect(new Set(goes(planned))).toEqual(new Set(pruned.removed));
    // An index, its two platforms and its attestation; an SBOM and its signature, with lists where the registry has none; a signature.
    expect(pruned.removed).toHaveLength(25 * (keeps ? 7 : 9));

    expect(tags().filter(tag => !tag.startsWith('sha256-'))).toEqual(['pr-1', 'pr-2', 'pr-3', 'pr-4', 'v5']);
    for (const digest of all.slice(0, 5)) expect(await pulls(digest)).toBe(2);
    for (const digest of all.slice(5)) expect(has(digest)).toBe(false);
    expect([...store.manifests.keys()].filter(key => key.startsWith('shop@'))).toHaveLength(
      5 * (keeps ? 7 : 9),
    );
    expect(deleted().filter(path => !/^\/v2\/shop\/manifests\/sha256:[0-9a-f]{64}$/.test(path))).toEqual([]);
    expect((await prune({ protections: async () => ({ digests, tags: new Map() }) })).removed).toEqual([]);
  });

  it('an index is deleted first, then its entries and what is attached to it', async () => {
    const { digest } = index('old', 20, 'pr-1');
    const sbom = await attach(digest, 'SBOM');
    const { digest: signature } = sign(digest);
    await prune();
    const order = deleted().map(path => path.slice('/v2/shop/manifests/'.length));
    expect(order[0]).toBe(digest);
    expect(order).toContain(sbom);
    expect(order).toContain(signature);
    expect(store.manifests.size).toBe(0);
  });

  it('leftovers of an interruption are deleted the next time, with `untagged`', async () => {
    const { digest } = index('old', 20, 'pr-1');
    const note = await attach(digest, 'SBOM');
    sign(digest);
    let left = 2;
    store.intercept = (request, answer) => {
      if (request.method !== 'DELETE' || left-- > 0) return false;
      answer.writeHead(405).end('{"errors":[{"code":"UNSUPPORTED"}]}');
      return true;
    };
    const broken = await prune();
    expect(one(broken)).toMatchObject({ state: 'partial', removed: 2 });
    expect(one(broken).reason).toEqual(wording('shop', '405', 'UNSUPPORTED'));
    store.intercept = () => false;
    await prune({ policy: { ...policy, untagged: day } });
    // Platforms and referrers without a tag can no longer be found; those with a tag can.
    expect(tags()).toEqual([]);
    if (!keeps) expect(has(note)).toBe(false);
  });
});

describe('a manifest that stays', () => {
  it('is a signature of an image without a tag: a registry does not list it, but it is there', async () => {
    const { digest } = image('by digest alone', 3);
    const { digest: signature } = sign(digest);
    const { digest: orphan } = sign(`sha256:${'a'.repeat(64)}` as Digest);
    const pruned = await prune({ policy: { ...policy, untagged: 7 * day } });
    expect([has(digest), has(signature), has(orphan)]).toEqual([true, true, false]);
    expect(pruned.removed).toEqual([orphan]);
  });

  it('is an SBOM that two images share, when one of them goes', async () => {
    const old = image('old', 20, 'pr-1');
    const kept = image('kept', 20, 'v1');
    const sbom = image('the same packages', undefined, `${tagOf(old.digest)}.sbom`);
    image('the same packages', undefined, `${tagOf(kept.digest)}.sbom`);
    await prune();
    expect([has(old.digest), has(sbom.digest)]).toEqual([false, true]);
    expect(tags()).toContain(`${tagOf(kept.digest)}.sbom`);
  });

  it('is a platform that another index holds, too', async () => {
    const shared = { ...image('shared', 20), platform: { os: 'linux', architecture: 'amd64' } };
    const of = (extra: object[], tag: string) =>
      store.manifest('shop', { schemaVersion: 2, mediaType: types.index, manifests: [shared, ...extra] }, tag)
        .digest;
    const old = of([], 'pr-1');
    of(
      [{ ...image('more', 20, undefined, 'arm64'), platform: { os: 'linux', architecture: 'arm64' } }],
      'v1',
    );
    const pruned = await prune();
    expect(pruned.removed).toEqual([old]);
    expect(await pulls((await registry().manifest(repository, 'v1'))!.digest)).toBe(0);
  });

  it.each([true, false])('is an image that was built long ago and signed today', async keeps => {
    store.keepsReferrers = keeps;
    const { digest } = image('a hotfix of an old commit', 100, 'pr-1');
    await attach(digest, 'signature', { 'org.opencontainers.image.created': ago(1) });
    expect((await prune()).removed).toEqual([]);
  });

  it('is an image dated 1970, or without a date, whatever the labels of its base say', async () => {
    image('reproducible', (now - Date.parse('1970-01-01T00:00:01Z')) / day, 'pr-1');
    const labels = { 'org.opencontainers.image.created': ago(300) };
    const config = { os: 'linux', architecture: 'amd64', config: { Labels: labels } };
    const manifest = {
      schemaVersion: 2,
      mediaType: types.image,
      config: { ...store.blob('shop', JSON.stringify(config)), mediaType: types.config },
      layers: [],
    };
    store.manifest('shop', manifest, 'pr-2');
    const { plan } = await prune();
    expect(plan.toKeep.map(each => each.why)).toEqual([wording('pr-1'), wording('pr-2')]);
  });

  it('is an index of which one platform is young', async () => {
    const entries = [image('old', 20), image('young', 2, undefined, 'arm64')];
    store.manifest('shop', { schemaVersion: 2, mediaType: types.index, manifests: entries }, 'pr-1');
    expect((await prune()).removed).toEqual([]);
  });
});

describe('a cache of BuildKit', () => {
  const cache = (days: number[], tag: string) => {
    const records = days.map(each => ({ digest: 'x', layers: [{ layer: 0, createdAt: ago(each) }] }));
    const config = {
      ...store.blob('shop', JSON.stringify({ layers: [], records })),
      mediaType: 'application/vnd.buildkit.cacheconfig.v0',
    };
    const layer = store.blob('shop', 'layer');
    return { config, layer, tag };
  };

  it('is as old as its newest step, as a manifest and as an index of blobs', async () => {
    const rules = [{ tags: 'cache-*', for: 14 * day }];
    for (const [days, name] of [
      [[40, 20], 'old'],
      [[40, 2], 'young'],
    ] as const) {
      const { config, layer } = cache([...days], name);
      store.manifest(
        'shop',
        { schemaVersion: 2, mediaType: types.image, config, layers: [layer] },
        `cache-${name}`,
      );
      store.manifest(
        'shop',
        { schemaVersion: 2, mediaType: types.index, manifests: [layer, config] },
        `cache-${name}-index`,
      );
    }
    await prune({ policy: { protect: [], rules } });
    expect(tags()).toEqual(['cache-young', 'cache-young-index']);
    expect(
      store.seen.filter(
        line => line.includes('/manifests/') && line.includes(store.blob('shop', 'layer').digest),
      ),
    ).toEqual([]);
  });
});

describe('the second reading', () => {
  /** What happens right after the first reading of the repository. */
  const meanwhile = (what: () => void) => {
    let lists = 0;
    store.intercept = request => {
      if (request.url?.includes('/tags/list') && ++lists === 2) what();
      return false;
    };
  };

  it('keeps images that were tagged since the first', async () => {
    const { digest } = image('old', 20, 'pr-1');
    const other = image('other', 20, 'pr-2');
    meanwhile(() => void image('old', 20, 'v9'));
    const pruned = await prune();
    expect(pruned.removed).toEqual([other.digest]);
    expect(has(digest)).toBe(true);
    expect(lines).toContainEqual(wording(`${repository}`, '1'));
  });

  it('keeps images that were deployed since the first', async () => {
    const { digest } = image('old', 20, 'pr-1');
    let asked = 0;
    const protections = async (): Promise<Protections> =>
      ++asked === 1 ? nothing : { digests: new Map([[digest, 'release 8 of production']]), tags: new Map() };
    expect((await prune({ protections })).removed).toEqual([]);
    expect([asked, has(digest)]).toEqual([2, true]);
  });

  it('deletes nothing that the first one had not planned', async () => {
    image('old', 20, 'pr-1');
    meanwhile(() => void image('pushed just now, of an old commit', 20, 'pr-2'));
    await prune();
    expect(tags()).toEqual(['pr-2']);
  });
});

describe('a deletion that takes longer than a minute', () => {
  /** Each deletion takes a minute; `what` happens after the first one. */
  const slowly = (what: () => void, changes: Partial<PruneOptions> = {}) => {
    let clock = 0;
    let once = false;
    store.intercept = request => {
      if (request.method === 'DELETE') clock += 60_000;
      if (request.method === 'DELETE' || clock === 0 || once) return false;
      once = true;
      what();
      return false;
    };
    const slow = new RegistryClient({
      credentials: async () => undefined,
      sleep: async () => {},
      now: () => clock,
    });
    const report = (line: string) => void lines.push(line);
    const options = { policy, protections: async () => nothing, apply: true, now, report, ...changes };
    return pruneRepository(slow, repository, options);
  };

  it('keeps images that are tagged or deployed meanwhile', async () => {
    const { digest } = image('old', 20, 'pr-1');
    const tagged = index('tagged', 20, 'pr-2');
    const deployed = image('deployed', 20, 'pr-3');
    let digests = new Map<Digest, string>();
    const meanwhile = () => {
      index('tagged', 20, 'v9');
      digests = new Map([[deployed.digest, 'release 8 of production']]);
    };
    const protections = async () => ({ digests, tags: new Map<string, string>() });
    const pruned = await slowly(meanwhile, { protections });
    expect(pruned.removed).toEqual([digest]);
    expect([await pulls(tagged.digest), await pulls(deployed.digest)]).toEqual([0, 0]);
    expect(one(pruned)).toMatchObject({ state: 'removed', planned: 1, reason: '' });
    expect(lines).toContainEqual(wording(`${repository}`, '5'));
  });

  it.each([true, false])('deletes all parts of an image, which nothing leads to any longer', async keeps => {
    store.keepsReferrers = keeps;
    const { digest } = index('old', 20, 'pr-1');
    await attach(digest, 'SBOM');
    sign(digest);
    const pruned = await slowly(() => {});
    expect(one(pruned)).toMatchObject({ state: 'removed', reason: '' });
    expect(store.manifests.size).toBe(0);
  });

  it('keeps the parts of an image that is pushed again', async () => {
    const { digest } = index('old', 20, 'pr-1');
    sign(digest);
    await slowly(() => void index('old', 20, 'v9'));
    expect(tags()).toContain('v9');
    expect(await pulls(digest)).toBe(1);
  });
});

describe('a registry that refuses', () => {
  const answering = (when: (path: string) => boolean, status: number, body: string) => {
    store.intercept = (request, answer) => {
      if (request.method !== 'DELETE' || !when(request.url ?? '')) return false;
      answer.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
      return true;
    };
  };
  const errors = (code: string, message = '') => JSON.stringify({ errors: [{ code, message }] });

  it.each([
    [
      405,
      errors('UNSUPPORTED', 'The operation is unsupported.'),
      '405: UNSUPPORTED, The operation is unsupported.',
    ],
    [400, errors('UNSUPPORTED'), '400: UNSUPPORTED'],
    [404, '', '404'],
    [501, '', '501'],
  ])('any deletion gives one error, and nothing is deleted: %i', async (status, body, said) => {
    const { digest } = image('old', 20, 'pr-1');
    answering(() => true, status, body);
    await expect(prune()).rejects.toMatchObject({
      sentence: wording(`${store.host}`, `${said}`, 'shop', 'Docker', 'delete', 'enabled'),
    });
    expect(has(digest)).toBe(true);
    expect(deleted()).toHaveLength(1);
  });

  it('our account gives an error that says so', async () => {
    image('old', 20, 'pr-1');
    answering(() => true, 403, errors('DENIED'));
    await expect(prune()).rejects.toMatchObject({
      sentence: wording(`${store.host}`, '403'),
    });
  });

  it('one image keeps it complete, and the others are deleted', async () => {
    store.keepsReferrers = true;
    const { digest } = index('immutable', 20, 'pr-1');
    await attach(digest, 'SBOM');
    sign(digest);
    const other = index('other', 20, 'pr-2');
    answering(path => path.endsWith(digest), 412, errors('PRECONDITION', 'matched immutable rule'));
    const pruned = await prune();
    expect(one(pruned)).toMatchObject({
      state: 'partial',
      removed: 4,
      reason: wording(`${repository}`, `${digest}`, '412', 'PRECONDITION', 'matched immutable rule'),
    });
    expect(await pulls(digest)).toBe(2);
    expect(has(other.digest)).toBe(false);
  });

  it('a referrer keeps the list that leads to it', async () => {
    const { digest } = image('old', 20, 'pr-1');
    const note = await attach(digest, 'SBOM');
    answering(path => path.endsWith(note), 409, errors('DENIED', 'locked'));
    await prune();
    expect([has(digest), has(note)]).toEqual([false, true]);
    expect(tags()).toEqual([tagOf(digest)]);
  });

  it('after some deletions ends the run, which reports the deleted images', async () => {
    image('one', 20, 'pr-1');
    image('two', 20, 'pr-2');
    let left = 1;
    answering(() => left-- <= 0, 403, errors('DENIED'));
    const pruned = await prune();
    expect(one(pruned)).toMatchObject({ state: 'partial', planned: 2, removed: 1 });
    expect(one(pruned).reason).toEqual(wording());
  });
});

it('deletions in one repository are reported when the next one cannot be read', async () => {
  image('old', 20, 'pr-1');
  const done = await pruneRepositories(registry(), [repository, `${store.host}/closed`], async () => ({
    policy,
    protections: async () => nothing,
    apply: true,
    now,
    report: () => {},
  })).catch(error => error);
  expect(concluded(done, true)).toMatchObject({ state: 'removed', removed: 1 });
  image('old', 20, 'pr-1');
  store.intercept = (request, answer) => {
    if (!request.url?.includes('/closed/')) return false;
    answer.writeHead(403).end();
    return true;
  };
  const half = await pruneRepositories(registry(), [repository, `${store.host}/closed`], async () => ({
    policy,
    protections: async () => nothing,
    apply: true,
    now,
    report: () => {},
  }));
  expect(concluded(half, true)).toMatchObject({ state: 'partial', removed: 1 });
  expect(concluded(half, true).reason).toEqual(wording());
});

it('deletions in one repository are reported when the next one cannot be opened', async () => {
  image('old', 20, 'pr-1');
  const closed = new UserError('ghcr.io is closed', 'set a token');
  const done = await pruneRepositories(registry(), [repository, 'ghcr.io/acme/shop'], async each => {
    if (each !== repository) throw closed;
    return { policy, protections: async () => nothing, apply: true, now, report: () => {} };
  });
  expect(concluded(done, true)).toMatchObject({ state: 'partial', removed: 1, reason: closed.sentence });
});

it('an image that another client deletes meanwhile is a failure', async () => {
  const kept = image('kept', 20, 'v1');
  image('old', 20, 'pr-1');
  store.intercept = request => {
    if (request.method === 'DELETE') {
      store.manifests.delete('shop:v1');
      store.manifests.delete(`shop@${kept.digest}`);
    }
    return false;
  };
  expect(one(await prune())).toMatchObject({
    state: 'partial',
    removed: 1,
    reason: wording(`${repository}`, `${kept.digest}`, 'v1'),
  });
});

it('a tag that outlives its deleted manifest is a failure', async () => {
  const { digest } = image('old', 20, 'pr-1');
  image('other', 20, 'pr-2');
  store.intercept = (request, answer) => {
    if (request.method !== 'DELETE') return false;
    // Like a registry that keeps a manifest under each of its names.
    store.manifests.delete(`shop@${/sha256:.*/.exec(request.url ?? '')?.[0]}`);
    answer.writeHead(202).end();
    // The other tag has been pushed again meanwhile, with another image.
    image('new', 1, 'pr-2');
    return true;
  };
  expect(one(await prune())).toMatchObject({
    state: 'partial',
    removed: 2,
    reason: wording(`${repository}`, 'pr-1'),
  });
  expect(has(digest)).toBe(false);
});
