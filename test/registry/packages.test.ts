import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { isGitHubRegistry, openPackage } from '../../src/registry/packages.ts';
import { concluded, pruneRepository } from '../../src/registry/prune.ts';
import { type FakeGitHub, type GivenAnswer, startGitHub } from '../toolkit/fake-github.ts';
import { wording } from '../wording.ts';
import { type Store, startStore, types } from './store.ts';

/** GitHub's API for versions of a package, as docs.github.com describes it, for a registry that does not delete manifests itself. */

const day = 86_400_000;
const now = Date.parse('2026-11-24T00:00:00Z');

interface Version {
  id: number;
  name: string;
  created_at: string;
}

let store: Store;
let server: FakeGitHub;
let versions: Version[];
let owner: 'orgs' | 'users';
let answers: (method: string, path: string) => GivenAnswer | undefined;
let pauses: number[];
beforeEach(async () => {
  store = await startStore();
  [versions, owner, answers, pauses] = [[], 'orgs', () => undefined, []];
  server = await startGitHub(({ method, path }) => {
    const said = answers(method, path);
    if (said !== undefined) return said;
    const base = `/${owner}/acme/packages/container/tools%2Fshop/versions`;
    if (method === 'GET' && path === base) return [200, versions];
    const gone = versions.find(({ id }) => path === `${base}/${id}`);
    if (gone === undefined) return [404, { message: 'Not Found' }];
    versions = versions.filter(each => each !== gone);
    for (const [key, { body }] of store.manifests)
      if (digestOf(body) === gone.name) store.manifests.delete(key);
    return [204];
  });
  store.intercept = (request, answer) => {
    if (request.method !== 'DELETE') return false;
    answer.writeHead(405).end('{"errors":[{"code":"UNSUPPORTED"}]}');
    return true;
  };
});
afterEach(async () => {
  server.close();
  await store.close();
});

const open = () =>
  openPackage('ghcr.io/acme/tools/shop', 't0ken', server.env, { sleep: async ms => void pauses.push(ms) });

/** An image that was pushed so many days ago, whatever its configuration says. */
function put(content: string, days: number, tag?: string): Digest {
  const config = { os: 'linux', architecture: 'amd64', content };
  const { digest } = store.manifest(
    'shop',
    {
      schemaVersion: 2,
      mediaType: types.image,
      config: { ...store.blob('shop', JSON.stringify(config)), mediaType: types.config },
      layers: [],
    },
    tag,
  );
  versions.push({
    id: versions.length + 1,
    name: digest,
    created_at: new Date(now - days * day).toISOString(),
  });
  return digest;
}
const prune = async () =>
  pruneRepository(new RegistryClient({ credentials: async () => undefined }), `${store.host}/shop`, {
    policy: { protect: [], rules: [{ tags: 'pr-*', for: 14 * day }], untagged: 7 * day },
    protections: async () => ({ digests: new Map(), tags: new Map() }),
    package: await open(),
    apply: true,
    now,
    report: () => {},
  });

describe('a package of GitHub', () => {
  it('is a repository of ghcr.io, and of no other registry', () => {
    expect(isGitHubRegistry('ghcr.io/acme/shop')).toBe(true);
    expect(isGitHubRegistry('registry.example.com/ghcr.io/shop')).toBe(false);
  });

  it.each(['orgs', 'users'] as const)(
    'of %s lists what has no tag, all pages of it, and is deleted from by it',
    async kind => {
      owner = kind;
      const untagged = Array.from({ length: 120 }, (_, number) => put(`old ${number}`, 8));
      const young = put('young', 6);
      const [old, other] = [put('old', 15, 'pr-1'), put('other', 13, 'pr-2')];
      const pruned = await prune();
      expect(concluded([['shop', pruned]], true)).toMatchObject({ state: 'removed', removed: 121 });
      expect(new Set(pruned.removed)).toEqual(new Set([...untagged, old]));
      expect(versions.map(({ name }) => name)).toEqual([young, other]);
      expect(server.asked.every(({ token }) => token.endsWith(' t0ken'))).toBe(true);
      expect(store.seen.filter(line => line.startsWith('DELETE'))).toEqual([]);
    },
  );

  it('that refuses one version keeps it, with its reason', async () => {
    put('old', 15, 'pr-1');
    const message =
      'You cannot delete the last tagged version of a package. You must delete the package instead.';
    answers = method => (method === 'DELETE' ? [400, { message }] : undefined);
    const { state, reason } = concluded([['shop', await prune()]], true);
    expect(state).toBe('partial');
    expect(reason).toEqual(wording(`${message}`, '400'));
  });

  it('from which the token may delete nothing is refused with one error', async () => {
    put('old', 15, 'pr-1');
    answers = method =>
      method === 'DELETE' ? [403, { message: 'Resource not accessible by integration' }] : undefined;
    await expect(prune()).rejects.toMatchObject({
      sentence: wording('ghcr.io/acme/tools/shop', '403'),
    });
  });

  it.each<[string, GivenAnswer, number[]]>([
    ['is throttled', [429, { message: 'slow down' }, { 'retry-after': '7' }], [7000, 7000]],
    ['meets its second limit', [403, { message: 'You have exceeded a secondary rate limit.' }], [500, 1000]],
    ['stumbles', [502, {}], [500, 1000]],
  ])('is requested again when it %s', async (_, refusal, expected) => {
    put('old', 15, 'pr-1');
    let left = 2;
    answers = method => (method === 'DELETE' && left-- > 0 ? refusal : undefined);
    expect(concluded([['shop', await prune()]], true)).toMatchObject({ state: 'removed', removed: 1 });
    expect(pauses).toEqual(expected);
  });

  it('that becomes unavailable still reports the deleted versions', async () => {
    put('one', 15, 'pr-1');
    put('two', 15, 'pr-2');
    let deletions = 0;
    answers = method => {
      if (method !== 'DELETE') return undefined;
      deletions += 1;
      return deletions === 1 ? undefined : [503, { message: 'unavailable' }];
    };
    const { state, planned, removed, reason } = concluded([['shop', await prune()]], true);
    expect([state, planned, removed, deletions]).toEqual(['partial', 2, 1, 6]);
    expect(reason).toEqual(wording('503', 'unavailable'));
  });

  it('with a long rate limit is not waited for', async () => {
    put('old', 15, 'pr-1');
    const until = String(Math.ceil(Date.now() / 1000) + 1800);
    const limit = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': until };
    answers = method =>
      method === 'DELETE' ? [403, { message: 'API rate limit exceeded' }, limit] : undefined;
    await expect(prune()).rejects.toThrow(wording('403'));
    expect(pauses).toEqual([]);
  });

  it('without any push is empty', async () => {
    owner = 'users';
    answers = () => [404, { message: 'Not Found' }];
    expect(await (await open()).list()).toEqual(new Map());
  });
});
