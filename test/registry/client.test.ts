import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReference } from '../../src/image/reference.ts';
import { isLoopback } from '../../src/registry/authorization.ts';
import { RegistryClient, type RegistryOptions } from '../../src/registry/client.ts';
import type { Credential } from '../../src/registry/credentials.ts';
import { addressOf } from '../../src/registry/session.ts';
import { parseDigest } from '../image/digest.ts';
import { wording } from '../wording.ts';
import {
  children,
  config,
  type FakeRegistry,
  guarded,
  type Handler,
  image,
  index,
  send,
  startRegistry,
} from './registry.ts';

let registry: FakeRegistry;
let pauses: number[];
beforeEach(async () => {
  registry = await startRegistry();
  pauses = [];
});
afterEach(() => registry.close());

const password: Credential = { kind: 'password', username: 'me', password: 'pass:word' };
const basic = `Basic ${Buffer.from('me:pass:word').toString('base64')}`;

function client(credential?: Credential, options: RegistryOptions = {}): RegistryClient {
  return new RegistryClient({
    credentials: async () => credential,
    sleep: async milliseconds => {
      pauses.push(milliseconds);
    },
    ...options,
  });
}

const resolve = (text: string, credential?: Credential, options?: RegistryOptions) =>
  client(credential, options).resolve(registry.reference(text));

describe('an image', () => {
  it('that is an index has the digest of the index, and the platforms and manifests in it without attestations', async () => {
    registry.routes.set('/v2/acme/shop/manifests/1.4.2', send(index));
    expect(await resolve('acme/shop:1.4.2')).toEqual({
      digest: index.digest,
      platforms: ['linux/amd64', 'linux/arm/v7'],
      children,
    });
  });

  it('that is a single manifest has the platform of its configuration', async () => {
    registry.routes.set('/v2/shop/manifests/latest', send(image));
    registry.routes.set(`/v2/shop/blobs/${config.digest}`, send(config));
    expect(await resolve('shop')).toEqual({
      digest: image.digest,
      platforms: ['linux/arm64/v8'],
      children: [],
    });
  });

  it('is asked for by its digest, even when there is a tag as well', async () => {
    registry.routes.set(`/v2/shop/manifests/${index.digest}`, send(index));
    expect(await resolve(`shop:old@${index.digest}`)).toMatchObject({ digest: index.digest });
  });

  it('that does not exist is undefined', async () => {
    expect(await resolve('shop:none')).toBeUndefined();
  });

  it('whose configuration may be elsewhere is followed there, without taking the credentials along', async () => {
    const storage = await startRegistry();
    try {
      storage.routes.set('/blob', send(config));
      registry.routes.set('/v2/shop/manifests/1', guarded(basic, 'Basic realm="x"', send(image)));
      registry.routes.set(`/v2/shop/blobs/${config.digest}`, (_, answer) => {
        answer.writeHead(307, { Location: `http://${storage.host}/blob` }).end();
      });
      expect(await resolve('shop:1', password)).toMatchObject({ platforms: ['linux/arm64/v8'] });
      expect(storage.seen).toEqual([{ path: '/blob', authorization: undefined }]);
    } finally {
      await storage.close();
    }
  });

  it('that is altered on the way is refused', async () => {
    const wrong = parseDigest(`sha256:${'0'.repeat(64)}`);
    registry.routes.set(`/v2/shop/manifests/${wrong}`, send(index));
    await expect(resolve(`shop@${wrong}`)).rejects.toMatchObject({
      sentence: wording(`${registry.host}`, `${wrong}`),
    });
  });

  it('with a digest other than the registry claims is refused', async () => {
    const claim = { 'Docker-Content-Digest': `sha256:${'0'.repeat(64)}` };
    registry.routes.set('/v2/shop/manifests/1', send(index, claim));
    await expect(resolve('shop:1')).rejects.toThrow(wording());
  });

  it('whose configuration is altered or lost is refused', async () => {
    registry.routes.set('/v2/shop/manifests/1', send(image));
    await expect(resolve('shop:1')).rejects.toThrow(wording());
    registry.routes.set(`/v2/shop/blobs/${config.digest}`, send(index));
    await expect(resolve('shop:1')).rejects.toThrow(wording(`${config.digest}`));
  });

  it.each(['{}', 'not json', '[]', '{"mediaType":"application/vnd.oci.image.manifest.v1+json"}'])(
    'that is something else is refused: %s',
    async body => {
      registry.routes.set('/v2/shop/manifests/1', send({ ...image, body }));
      await expect(resolve('shop:1')).rejects.toThrow(wording());
    },
  );

  it('of more than 8 MiB is refused', async () => {
    registry.routes.set('/v2/shop/manifests/1', send({ ...image, body: ' '.repeat(8 * 1024 * 1024 + 1) }));
    await expect(resolve('shop:1')).rejects.toThrow(wording('8'));
  });
});

describe('a registry that wants a password', () => {
  beforeEach(() => {
    registry.routes.set('/v2/shop/manifests/1', guarded(basic, 'Basic realm="registry"', send(index)));
  });

  it('gets it', async () => {
    expect(await resolve('shop:1', password)).toMatchObject({ digest: index.digest });
  });

  it('gets it at once the next time', async () => {
    const reader = client(password);
    await reader.resolve(registry.reference('shop:1'));
    await reader.resolve(registry.reference('shop:1'));
    expect(registry.seen.map(({ authorization }) => authorization)).toEqual([undefined, basic, basic]);
  });

  it('is not read without one', async () => {
    await expect(resolve('shop:1')).rejects.toMatchObject({
      sentence: wording(`${registry.host}`, '401'),
    });
  });

  it('is not read with a wrong one, and the error does not contain the password', async () => {
    const error = await resolve('shop:1', { ...password, password: 'hunter2' }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      sentence: wording(`${registry.host}`, '401', 'read'),
    });
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });

  it('may answer 403 instead', async () => {
    registry.routes.set('/v2/shop/manifests/1', (_, answer) => answer.writeHead(403).end());
    await expect(resolve('shop:1', password)).rejects.toThrow('(403)');
  });
});

describe('a registry with a token service', () => {
  let tokens: number;
  beforeEach(() => {
    tokens = 0;
    const challenge = `Bearer realm="http://${registry.host}/token?x=1",service="the, registry",scope="repository:shop:pull"`;
    registry.routes.set('/v2/shop/manifests/1', (request, answer) =>
      guarded(`Bearer token-${tokens}`, challenge, send(index))(request, answer),
    );
    registry.routes.set('/token', (_, answer) => answer.end(JSON.stringify({ token: `token-${++tokens}` })));
  });

  const asked = () => registry.seen.filter(({ path }) => path.startsWith('/token'));

  it('is asked for a token anonymously', async () => {
    expect(await resolve('shop:1')).toMatchObject({ digest: index.digest });
    expect(asked()).toEqual([
      { path: '/token?x=1&service=the%2C+registry&scope=repository%3Ashop%3Apull', authorization: undefined },
    ]);
  });

  it('is asked for a token with the password, which the registry itself never gets', async () => {
    await resolve('shop:1', password);
    expect(asked()[0]?.authorization).toBe(basic);
    expect(
      registry.seen.filter(({ path }) => path.startsWith('/v2')).map(({ authorization }) => authorization),
    ).toEqual([undefined, 'Bearer token-1']);
  });

  it('is asked again when the token has run out', async () => {
    const reader = client();
    await reader.resolve(registry.reference('shop:1'));
    tokens = 7;
    expect(await reader.resolve(registry.reference('shop:1'))).toMatchObject({ digest: index.digest });
    expect(asked()).toHaveLength(2);
  });

  it('takes an identity token in exchange', async () => {
    let form = '';
    registry.routes.set('/token', (request, answer) => {
      request.setEncoding('utf8').on('data', (text: string) => {
        form += text;
      });
      request.on('end', () => answer.end(JSON.stringify({ access_token: `token-${++tokens}` })));
    });
    expect(await resolve('shop:1', { kind: 'identity', token: 'refresh' })).toMatchObject({
      digest: index.digest,
    });
    expect(Object.fromEntries(new URLSearchParams(form))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh',
      client_id: 'slipway',
      service: 'the, registry',
      scope: 'repository:shop:pull',
    });
  });

  it('is not asked when there is an access token', async () => {
    tokens = 3;
    expect(await resolve('shop:1', { kind: 'bearer', token: 'token-3' })).toMatchObject({
      digest: index.digest,
    });
    expect(asked()).toEqual([]);
  });

  it.each([401, 403, 404])('that answers %i does not let us read', async status => {
    registry.routes.set('/token', (_, answer) => answer.writeHead(status).end());
    await expect(resolve('shop:1')).rejects.toThrow(wording(`${status}`));
  });

  it.each(['', '{}', '[]', '{"token":""}'])('that gives no token is named: "%s"', async body => {
    registry.routes.set('/token', (_, answer) => answer.end(body));
    await expect(resolve('shop:1')).rejects.toThrow(wording(`${registry.host}`));
  });

  it('without TLS on another machine gets no credentials', async () => {
    const challenge = 'Bearer realm="http://token.example.com/token"';
    registry.routes.set('/v2/shop/manifests/1', guarded('never', challenge, send(index)));
    await expect(resolve('shop:1', password)).rejects.toThrow(wording('http://token.example.com'));
  });

  it.each(['', 'Negotiate', 'Bearer', 'Bearer realm="::"'])(
    'whose challenge is not understood is not read: "%s"',
    async challenge => {
      registry.routes.set('/v2/shop/manifests/1', guarded('never', challenge, send(index)));
      await expect(resolve('shop:1', password)).rejects.toThrow('(401)');
    },
  );
});

describe('security 8: a registry that leads elsewhere', () => {
  let other: FakeRegistry;
  beforeEach(async () => {
    other = await startRegistry();
  });
  afterEach(() => other.close());

  const leadingTo =
    (path: string): Handler =>
    (_, answer) =>
      void answer.writeHead(307, { Location: `http://${other.host}${path}` }).end();

  it.each(['Basic realm="x"', 'Bearer realm="TOKENS",service="x"'])(
    'gets no credentials for that origin, whatever it asks for: %s',
    async challenge => {
      const realm = challenge.replace('TOKENS', `http://${other.host}/token`);
      other.routes.set('/manifest', guarded('never', realm, send(index)));
      registry.routes.set('/v2/shop/manifests/1', leadingTo('/manifest'));
      await expect(resolve('shop:1', password)).rejects.toThrow(wording(registry.host, other.host));
      expect(other.seen).toEqual([{ path: '/manifest', authorization: undefined }]);
    },
  );

  it('gets no credentials for that origin after its own challenge was answered', async () => {
    other.routes.set('/manifest', guarded('never', `Bearer realm="http://${other.host}/token"`, send(index)));
    registry.routes.set('/v2/shop/manifests/1', guarded(basic, 'Basic realm="x"', leadingTo('/manifest')));
    await expect(resolve('shop:1', password)).rejects.toThrow(wording(registry.host, other.host));
    expect(other.seen).toEqual([{ path: '/manifest', authorization: undefined }]);
  });

  it.each<Credential>([password, { kind: 'identity', token: 'refresh' }])(
    'gets no credentials there when its token service does: $kind',
    async credential => {
      registry.routes.set(
        '/v2/shop/manifests/1',
        guarded('never', `Bearer realm="http://${registry.host}/token",service="x"`, send(index)),
      );
      registry.routes.set('/token', leadingTo('/token'));
      other.routes.set('/token', (_, answer) => answer.end('{"token":"t"}'));
      await expect(resolve('shop:1', credential)).rejects.toThrow(wording(registry.host, '307'));
      expect(other.seen).toEqual([]);
    },
  );
});

describe('a failing registry', () => {
  it('is asked again after the time in Retry-After, at most 60 s', async () => {
    const answers: [number, string?][] = [[429, '2'], [503, '9999'], [500]];
    registry.routes.set('/v2/shop/manifests/1', (request, answer) => {
      const [status, wait] = answers.shift() ?? [200];
      if (status === 200) send(index)(request, answer);
      else answer.writeHead(status, wait === undefined ? {} : { 'Retry-After': wait }).end();
    });
    expect(await resolve('shop:1')).toMatchObject({ digest: index.digest });
    expect(pauses).toEqual([2_000, 60_000, 2_000]);
  });

  it.each([429, 500])('is given up after 5 attempts: %i', async status => {
    registry.routes.set('/v2/shop/manifests/1', (_, answer) => answer.writeHead(status).end());
    await expect(resolve('shop:1')).rejects.toMatchObject({
      sentence: wording(registry.host, `${status}`, 'shop'),
    });
    expect(registry.seen).toHaveLength(5);
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000]);
  });

  it('is asked again when the body is cut off', async () => {
    let times = 0;
    registry.routes.set('/v2/shop/manifests/1', (request, answer) => {
      if (++times > 1) return send(index)(request, answer);
      answer.writeHead(200, { 'Content-Length': '500' });
      answer.write(index.body.slice(0, 20), () => answer.destroy());
    });
    expect(await resolve('shop:1')).toMatchObject({ digest: index.digest });
    expect(times).toBe(2);
  });

  it('that always cuts the body off cannot be reached', async () => {
    registry.routes.set('/v2/shop/manifests/1', (_, answer) => {
      answer.writeHead(200, { 'Content-Length': '500' });
      answer.write('half', () => answer.destroy());
    });
    await expect(resolve('shop:1')).rejects.toThrow(wording(`${registry.host}`));
  });

  it('that does not answer in time cannot be reached', async () => {
    registry.routes.set('/v2/shop/manifests/1', () => {});
    await expect(resolve('shop:1', undefined, { timeoutMs: 20 })).rejects.toMatchObject({
      sentence: wording(`${registry.host}`),
    });
  });

  it('that does not exist cannot be reached, and the error says why', async () => {
    await registry.close();
    await expect(resolve('shop:1')).rejects.toThrow(wording());
  });
});

describe('the address of a registry', () => {
  it.each([
    ['ghcr.io', 'https://ghcr.io'],
    ['registry.example.com:5000', 'https://registry.example.com:5000'],
    ['localhost:5000', 'http://localhost:5000'],
    ['127.1.2.3', 'http://127.1.2.3'],
    ['[::1]:5000', 'http://[::1]:5000'],
    ['127.0.0.1.example.com', 'https://127.0.0.1.example.com'],
    ['localhost.example.com', 'https://localhost.example.com'],
  ])('of %s is %s', (host, address) => {
    expect(addressOf(host)).toBe(address);
    expect(isLoopback(host)).toBe(address.startsWith('http:'));
  });

  it('of images without a registry is that of docker', () => {
    expect(new URL(addressOf(parseReference('nginx').registry)).hostname).toMatch(/\.docker\.io$/);
  });
});
