import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formsOf } from '../../src/image/forms.ts';
import type { Digest } from '../../src/image/reference.ts';
import { scopesFor } from '../../src/registry/authorization.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { Credential } from '../../src/registry/credentials.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { pushImages } from '../../src/registry/push.ts';
import { remedyFor, saysImmutable } from '../../src/registry/put.ts';
import { inOrder, type Setting } from '../../src/registry/set-tags.ts';
import { wording } from '../wording.ts';
import { putImage, putIndex, type Store, startStore, types } from './store.ts';

let store: Store;
let lines: string[];
let pauses: number[];
beforeEach(async () => {
  store = await startStore();
  lines = [];
  pauses = [];
});
afterEach(() => store.close());

const client = (credential?: Credential) =>
  new RegistryClient({
    credentials: async () => credential,
    sleep: async milliseconds => void pauses.push(milliseconds),
    stallMs: 1000,
  });
const push = (digest: Digest, tags = ['1.4.2'], credential?: Credential) =>
  pushImages(client(credential), {
    images: {
      shop: {
        from: `${store.host}/shop-candidate`,
        repository: `${store.host}/shop`,
        digest,
        tags,
        forms: formsOf(),
      },
    },
    report: line => void lines.push(line),
  });
const places = (name: string) => ({
  from: `${store.host}/${name}-candidate`,
  repository: `${store.host}/${name}`,
});
const writes = () => store.seen.filter(line => /^(PUT|POST|PATCH|DELETE)/.test(line));

describe('a push', () => {
  it('copies an index with all its platforms and its attestation, byte for byte, tags last, and reads all back', async () => {
    const index = putIndex(store, 'shop-candidate');
    const { shop } = await push(index.digest, ['1.4.2', 'sha-1a2b3c4']);
    expect(shop).toEqual({
      from: `${store.host}/shop-candidate`,
      copied: { present: 0, mounted: 7, uploaded: 0, bytes: 0, listed: false },
      attached: [],
      repository: `${store.host}/shop`,
      digest: index.digest,
      platforms: ['linux/amd64', 'linux/arm64'],
      references: ['1.4.2', 'sha-1a2b3c4'].map(tag => `${store.host}/shop:${tag}@${index.digest}`),
      tags: ['1.4.2', 'sha-1a2b3c4'],
      kept: [],
    });
    for (const [at, manifest] of store.manifests) {
      if (at.startsWith('shop-candidate@'))
        expect(store.manifests.get(at.replace('-candidate', ''))).toEqual(manifest);
    }
    const puts = writes().filter(line => line.startsWith('PUT /v2/shop/manifests/'));
    expect(puts.map(line => line.split('/manifests/')[1])).toEqual([
      ...(
        JSON.parse(store.manifests.get('shop:1.4.2')!.body.toString()).manifests as { digest: string }[]
      ).map(({ digest }) => digest),
      index.digest,
      '1.4.2',
      'sha-1a2b3c4',
    ]);
    const afterTags = store.seen.slice(store.seen.indexOf('PUT /v2/shop/manifests/sha-1a2b3c4') + 1);
    expect(afterTags).toHaveLength(4 + 2);
    expect(lines[0]).toEqual(wording('shop', '0', '7'));
    expect(lines.at(-1)).toEqual(wording('shop', '4', '2'));
  });

  it('accepts an image whose candidate was deleted after an earlier push, and writes nothing again', async () => {
    const { digest } = putIndex(store, 'shop-candidate');
    await push(digest, ['1.4.2']);
    for (const at of store.manifests.keys()) if (at.startsWith('shop-candidate')) store.manifests.delete(at);
    store.seen.length = 0;
    const { shop } = await push(digest, ['1.4.2']);
    expect(shop).toMatchObject({ from: `${store.host}/shop`, digest, tags: ['1.4.2'] });
    expect(writes()).toEqual([]);
    const other = digestOf(Buffer.from('another image'));
    await expect(push(other)).rejects.toThrow(`is not in ${store.host}/shop-candidate`);
  });

  it('uploads what the registry will not mount, and skips what is there', async () => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    store.blob('shop', 'shared');
    refuseMounts();
    await push(image.digest);
    expect(store.blobs.get(`shop@${digestOf(Buffer.from('own'))}`)?.toString()).toBe('own');
    expect(lines[0]).toEqual(wording('1', '0', '2'));
  });

  it('follows a Location that is an address', async () => {
    store.location = path => `http://${store.host}${path}`;
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    refuseMounts();
    await push(image.digest);
    expect(store.manifests.has('shop:1.4.2')).toBe(true);
  });

  it.each([
    ['an answer of 500', 500],
    ['a token that ran out', 401],
    ['an upload that was forgotten', 404],
    ['a lost connection', 0],
  ])('starts an upload again after %s', async (_, status) => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    refuseMounts();
    let left = 2;
    const earlier = store.intercept;
    store.intercept = (request, answer, body) => {
      if (earlier(request, answer, body)) return true;
      if (request.method !== 'PUT' || body.toString() !== 'own' || left-- <= 0) return false;
      if (status === 0) answer.destroy();
      else answer.writeHead(status, { 'Retry-After': '3' }).end();
      return true;
    };
    await push(image.digest);
    const uploads = writes().filter(line => line.includes(encodeURIComponent(digestOf(Buffer.from('own')))));
    const begun = writes().filter(line => line === 'POST /v2/shop/blobs/uploads/');
    expect(uploads.filter(line => line.startsWith('PUT'))).toHaveLength(3);
    expect(begun).toHaveLength(2);
    expect(pauses).toEqual(status === 0 ? [500, 1000] : [3000, 3000]);
  });

  it('gives up an upload that fails five times, with the error of the registry', async () => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    refuseMounts();
    const earlier = store.intercept;
    store.intercept = (request, answer, body) => {
      if (earlier(request, answer, body)) return true;
      if (request.method !== 'PUT') return false;
      answer.writeHead(503).end('{"errors":[{"code":"FULL","message":"no space\\n::error::left"}]}');
      return true;
    };
    await expect(push(image.digest)).rejects.toMatchObject({
      sentence: wording(`${store.host}`, '503', 'shop', 'FULL', 'no space', 'error', 'left'),
    });
    expect([...store.manifests.keys()].filter(at => at.startsWith('shop:'))).toEqual([]);
  });

  it('does not pass on a blob that is altered on the way', async () => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    refuseMounts();
    store.blobs.set(`shop-candidate@${digestOf(Buffer.from('own'))}`, Buffer.from('0wn'));
    await expect(push(image.digest)).rejects.toThrow(wording());
    expect(store.manifests.has('shop:1.4.2')).toBe(false);
  });

  it('skips layers that only their vendor distributes', async () => {
    const config = { ...store.blob('shop-candidate', '{}'), mediaType: types.config };
    const foreign = 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip';
    const layers = [{ mediaType: foreign, digest: digestOf(Buffer.from('windows')), size: 7 }];
    const image = store.manifest('shop-candidate', { mediaType: types.image, config, layers });
    await push(image.digest);
    expect(store.manifests.has('shop:1.4.2')).toBe(true);
  });

  it('refuses an image that contains a manifest of an excluded type, which the registry would list', async () => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    const config = { ...store.blob('shop-candidate', '{}'), mediaType: types.config };
    const artifactType = 'application/vnd.example.proof';
    const forged = {
      schemaVersion: 2,
      mediaType: types.image,
      artifactType,
      config,
      layers: [],
      subject: image,
    };
    const manifests = [image, store.manifest('shop-candidate', forged)];
    const { digest } = store.manifest('shop-candidate', {
      schemaVersion: 2,
      mediaType: types.index,
      manifests,
    });
    const images = { shop: { ...places('shop'), digest, tags: ['1.4.2'], forms: formsOf() } };
    const carries = (type: string) => type !== artifactType;
    const pushed = pushImages(client(), { images, carries, report: line => void lines.push(line) });
    await expect(pushed).rejects.toThrow(wording(digest, artifactType));
    expect(writes()).toEqual([]);
  });

  it('writes nothing when a candidate is missing', async () => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    const missing = digestOf(Buffer.from('nowhere'));
    const images = {
      shop: { ...places('shop'), digest: image.digest, tags: ['1.0.0'], forms: formsOf() },
      worker: { ...places('worker'), digest: missing, tags: ['1.0.0'], forms: formsOf() },
    };
    await expect(pushImages(client(), { images, report: () => {} })).rejects.toMatchObject({
      sentence: wording(`${missing}`, `${store.host}`, 'worker'),
    });
    expect(writes()).toEqual([]);
  });

  it('can be repeated where tags are immutable, and explains a tag that may not be moved', async () => {
    const [first, second] = ['one', 'two'].map(content =>
      putImage(store, 'shop-candidate', 'amd64', content),
    );
    await push(first!.digest);
    store.intercept = (request, answer) => {
      if (request.method !== 'PUT' || !request.url?.endsWith('/1.4.2')) return false;
      const message = "The image tag '1.4.2' already exists and cannot be overwritten";
      answer.writeHead(400).end(JSON.stringify({ errors: [{ code: 'TAG_INVALID', message }] }));
      return true;
    };
    await push(first!.digest);
    expect(lines).toContainEqual(wording(`${store.host}`, 'shop', 'already'));
    await expect(push(second!.digest)).rejects.toMatchObject({
      sentence: wording(`${store.host}`, '1.4.2', 'shop', '400'),
    });
  });

  it('fails when the registry does not return the pushed image', async () => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    const other = putImage(store, 'shop', 'amd64', 'other', '1.4.2');
    store.intercept = (request, answer) => {
      if (request.method !== 'PUT' || !request.url?.endsWith('/1.4.2')) return false;
      answer.writeHead(201).end();
      return true;
    };
    await expect(push(image.digest)).rejects.toThrow(
      wording(`${store.host}`, `${other.digest}`, `${image.digest}`),
    );
  });

  it('sets the labeled version where no tags are given, and asks for tags where there is no label', async () => {
    const labelled = (version: string | undefined) => {
      const Labels = version === undefined ? {} : { 'org.opencontainers.image.version': version };
      const body = JSON.stringify({ os: 'linux', architecture: 'amd64', config: { Labels } });
      const config = { ...store.blob('staging/shop', body), mediaType: types.config };
      return store.manifest('staging/shop', { ...{ mediaType: types.image, config, layers: [] } }).digest;
    };
    const promote = (digest: Digest) =>
      pushImages(client(), {
        images: {
          shop: {
            from: `${store.host}/staging/shop`,
            repository: `${store.host}/shop`,
            digest,
            forms: formsOf(),
          },
        },
        report: () => {},
      });
    expect((await promote(labelled('1.4.2'))).shop?.tags).toEqual(['1.4.2']);
    await expect(promote(labelled(undefined))).rejects.toThrow(wording('shop'));
    await expect(promote(labelled('1.0+x y'))).rejects.toThrow(wording('shop', '1.0+x y'));
  });

  it('names a repository that must be created first', async () => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    store.intercept = (request, answer) => {
      if (request.method !== 'POST') return false;
      answer.writeHead(404).end('{"errors":[{"code":"NAME_UNKNOWN"}]}');
      return true;
    };
    await expect(push(image.digest)).rejects.toMatchObject({
      sentence: wording(`${store.host}`, 'shop', 'slipway.yml'),
    });
  });
});

describe('the permission to write', () => {
  const password: Credential = { kind: 'password', username: 'me', password: 'hunter2' };
  const basic = `Basic ${Buffer.from('me:hunter2').toString('base64')}`;

  /** Allows requests with a token for the right scopes; the token contains them. */
  function tokenService(grant: (scopes: string[]) => string[] | undefined): void {
    store.intercept = (request, answer) => {
      const url = new URL(request.url ?? '', `http://${store.host}`);
      if (url.pathname === '/token') {
        const scopes = grant(url.searchParams.getAll('scope'));
        if (scopes === undefined || request.headers.authorization !== basic) answer.writeHead(403).end();
        else answer.end(JSON.stringify({ token: scopes.join(';') }));
        return true;
      }
      const [, name = ''] = /^\/v2\/(.+)\/(blobs|manifests)/.exec(url.pathname) ?? [];
      const act = request.method === 'GET' || request.method === 'HEAD' ? 'pull' : 'push';
      const needed = [`${name}:${act}`];
      if (url.searchParams.has('from')) needed.push(`${url.searchParams.get('from')}:pull`);
      const held = (request.headers.authorization ?? '').replace('Bearer ', '').split(';');
      const holds = (need: string) => {
        const [resource, wanted = ''] = need.split(':');
        return held.some(
          scope =>
            scope.startsWith(`repository:${resource}:`) && scope.split(':')[2]!.split(',').includes(wanted),
        );
      };
      if (needed.every(holds)) return false;
      // Like registries that ask for less than they need.
      const challenge = `Bearer realm="http://${store.host}/token",service="s",scope="repository:${name}:pull"`;
      answer.writeHead(401, { 'WWW-Authenticate': challenge }).end();
      return true;
    };
  }

  it('is requested together with the permission to read the mounted repository', async () => {
    tokenService(scopes => scopes);
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    await push(image.digest, ['1'], password);
    expect(lines[0]).toContain('3 mounted');
    expect(store.seen.filter(line => line.includes('shop-candidate%3Apull')).length).toBeGreaterThan(0);
  });

  it('is enough without the permission to mount: then blobs are uploaded', async () => {
    tokenService(scopes => (scopes.length > 1 ? undefined : scopes));
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    await push(image.digest, ['1'], password);
    expect(lines[0]).toContain('0 mounted, 3 uploaded');
  });

  it('that is missing gives one error, without the password', async () => {
    tokenService(scopes => scopes.map(scope => scope.replace(',push', '')));
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    await expect(push(image.digest, ['1'], password)).rejects.toMatchObject({
      sentence: wording(store.host, 'shop', '401', 'packages: write'),
    });
  });

  it('by password is given with every request', async () => {
    store.intercept = (request, answer) => {
      if (request.headers.authorization === basic) return false;
      answer.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end();
      return true;
    };
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    refuseMounts();
    await push(image.digest, ['1'], password);
    expect(lines[0]).toContain('3 uploaded');
  });

  it.each([
    [{ act: 'read' }, undefined, ['repository:shop:pull']],
    [{ act: 'read' }, 'repository:library/shop:pull', ['repository:library/shop:pull']],
    [{ act: 'write' }, 'repository:shop:pull', ['repository:shop:pull,push']],
    [
      { act: 'write', mountFrom: 'a/b' },
      'repository:shop:push,pull',
      ['repository:shop:push,pull', 'repository:a/b:pull'],
    ],
  ] as const)('asks for the scopes of %j when challenged with %s', (access, challenged, scopes) => {
    expect(scopesFor('shop', access, challenged)).toEqual(scopes);
  });
});

describe('tags', () => {
  const setting = fc.record({
    tag: fc.string({ minLength: 1, maxLength: 3 }),
    form: fc.constantFrom(undefined, /x/),
    before: fc.constantFrom(undefined, 'ours', 'theirs'),
  });

  it('are set in an order with possible refusals first, then new ones, then floating ones', () => {
    fc.assert(
      fc.property(fc.array(setting, { maxLength: 12 }), all => {
        const settings = all.map(
          each => ({ ...each, task: { tree: { root: { digest: 'ours' } } } }) as unknown as Setting,
        );
        const ordered = inOrder(settings);
        expect(new Set(ordered)).toEqual(new Set(settings));
        const moves = ({ form, before }: Setting) => form === undefined && before === ('theirs' as Digest);
        const isNew = ({ form, before }: Setting) => form === undefined && before === undefined;
        const floats = ({ form }: Setting) => form !== undefined;
        const firstNew = ordered.findIndex(isNew);
        if (firstNew >= 0) expect(ordered.slice(firstNew).some(moves)).toBe(false);
        const firstFloating = ordered.findIndex(floats);
        if (firstFloating >= 0) expect(ordered.slice(firstFloating).every(floats)).toBe(true);
        // Within a rank, the order of the user is kept.
        for (const same of [moves, isNew, floats])
          expect(ordered.filter(same)).toEqual(settings.filter(same));
      }),
    );
  });

  const two = (tags: string[]) => {
    const digest = (name: string) => putImage(store, `${name}-candidate`, 'amd64', name).digest;
    const image = (name: string) => ({ ...places(name), digest: digest(name), tags, forms: formsOf() });
    return { shop: image('shop'), worker: image('worker') };
  };
  const immutable = (path: string) => {
    store.intercept = (request, answer) => {
      if (request.method !== 'PUT' || !request.url?.endsWith(path)) return false;
      answer.writeHead(412).end('{"errors":[{"code":"PRECONDITION","message":"configured as immutable"}]}');
      return true;
    };
  };

  it('of all images are unchanged when one of them may not be moved', async () => {
    const images = two(['1.4.2', 'latest']);
    putImage(store, 'worker', 'amd64', 'another', '1.4.2');
    immutable('/worker/manifests/1.4.2');
    await expect(pushImages(client(), { images, report: () => {} })).rejects.toMatchObject({
      sentence: wording(`${store.host}`, '1.4.2', 'worker', '412'),
    });
    expect([...store.manifests.keys()].filter(at => /^(shop|worker):/.test(at))).toEqual(['worker:1.4.2']);
  });

  it('that were set before a refusal are named in it', async () => {
    const images = two(['1.4.2']);
    immutable('/worker/manifests/1.4.2');
    await expect(pushImages(client(), { images, report: () => {} })).rejects.toThrow(
      wording(`${store.host}`, '1.4.2', '412'),
    );
  });

  it('that an account may not set are distinguished from a repository that it may not write', async () => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    store.intercept = (request, answer) => {
      if (request.method !== 'PUT' || !request.url?.endsWith('/1.4.2')) return false;
      answer.writeHead(403).end('{"errors":[{"code":"DENIED"}]}');
      return true;
    };
    await expect(push(image.digest)).rejects.toMatchObject({
      sentence: wording(`${store.host}`, '1.4.2', 'shop', '403'),
    });
  });

  it('that are already set, by a request whose answer was lost, are accepted', async () => {
    const image = putImage(store, 'shop-candidate', 'amd64', 'own');
    let times = 0;
    store.intercept = (request, answer, body) => {
      if (request.method !== 'PUT' || !request.url?.endsWith('/1.4.2')) return false;
      times += 1;
      store.manifests.set('shop:1.4.2', { type: types.image, body });
      if (times === 1) answer.destroy();
      else answer.writeHead(409).end('{"errors":[{"code":"X","message":"tag is immutable"}]}');
      return true;
    };
    await push(image.digest);
    expect(times).toBe(2);
  });
});

describe('an immutable tag', () => {
  const answer = (status: number, message: string) => ({
    status,
    body: Buffer.from(JSON.stringify({ errors: [{ code: 'X', message }] })),
  });

  it.each([
    ['registry.example.com', 400, 'tag is immutable', wording()],
    [
      '1234.dkr.ecr.eu-central-1.amazonaws.com',
      400,
      'cannot be overwritten because the repository is immutable',
      wording('IMMUTABLE_WITH_EXCLUSION'),
    ],
    ['harbor.example.com', 412, '', wording()],
  ])('of %s (%i) has a remedy', (registry, status, message, remedy) => {
    expect(remedyFor(registry, answer(status, message), '1.4.2')).toEqual(remedy);
  });

  it('that lists referrers has another remedy', () => {
    expect(
      remedyFor('registry.example.com', answer(400, 'tag is immutable'), `sha256-${'a'.repeat(64)}`),
    ).toEqual(wording('sha256-'));
  });

  it.each([
    [412, '', true],
    [400, 'The image tag already exists and cannot be overwritten because the tag is immutable.', true],
    [409, 'tag is immutable', true],
    [400, 'manifest invalid', false],
    [500, 'immutable', false],
  ])('is distinguished from other refusals: %i %s', (status, message, is) => {
    const body = Buffer.from(JSON.stringify({ errors: [{ code: 'X', message }] }));
    expect(saysImmutable({ status, body })).toBe(is);
  });
});

describe('an upload', () => {
  const content = Buffer.from('x');
  const digest = digestOf(content);
  /** Where the bytes are sent when the registry names this address, and with which login. */
  const sentTo = async (location: string) => {
    const sent: { url: string; login: string | null }[] = [];
    const answer = async (url: string | URL | Request, init: RequestInit = {}) => {
      if (init.method !== 'PUT') return new Response(null, { status: 202, headers: { location } });
      sent.push({ url: String(url), login: new Headers(init.headers).get('authorization') });
      return new Response(null, { status: 201 });
    };
    const credentials = async () => ({ kind: 'bearer', token: 't' }) as const;
    const client = new RegistryClient({ fetch: answer, credentials });
    await client.putBytes('ghcr.io/acme/shop', content);
    return sent;
  };
  const query = `digest=sha256%3A${digest.slice(7)}`;

  it.each([
    ['/v2/acme/shop/blobs/uploads/1', `https://ghcr.io/v2/acme/shop/blobs/uploads/1?${query}`, true],
    ['https://storage.example.com/u?sig=a%2Bb~', `https://storage.example.com/u?sig=a%2Bb~&${query}`, false],
    ['http://ghcr.io/u', `https://ghcr.io/u?${query}`, true],
  ])('goes to %s, with the login only in the registry', async (location, url, own) => {
    expect(await sentTo(location)).toEqual([{ url, login: own ? 'Bearer t' : null }]);
  });

  it('is refused when the address is not one of http or https', async () => {
    await expect(sentTo('http://[')).rejects.toThrow(wording());
  });
});

/** Acts as a registry that does not mount: it starts an upload instead. */
function refuseMounts(): void {
  const earlier = store.intercept;
  store.intercept = (request, answer, body) => {
    if (earlier(request, answer, body)) return true;
    const name = /^\/v2\/(.+)\/blobs\/uploads\/\?mount=/.exec(request.url ?? '')?.[1];
    if (name === undefined) return false;
    answer.writeHead(202, { Location: store.location(`/v2/${name}/blobs/uploads/1?state=a%2Fb`) }).end();
    return true;
  };
}
