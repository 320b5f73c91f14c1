import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Verify } from '../../src/config/types.ts';
import { acceptance } from '../../src/verify/acceptance.ts';
import { sentenceOf } from '../../src/verify/checks.ts';
import { askTls } from '../../src/verify/tls.ts';
import { authorityIn } from '../certificates.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';
import { environmentAt } from './app.ts';

const name = 'shop.example.com';
let folder: string;
const file = (path: string) => join(folder, path);
const pem = (path: string) => readFileSync(file(path), 'utf8');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const authority = authorityIn(folder);
  authority.issue('good', [`DNS:${name}`]);
  authority.issue('short', [`DNS:${name}`], 5);
  authority.issue('other', ['DNS:other.example.com']);
  authority.issue('local', ['IP:127.0.0.1']);
  // `openssl req` issues none whose days are over.
  const openssl = (...args: string[]) =>
    execFileSync('openssl', ['x509', '-copy_extensions', 'copy', ...args], { cwd: folder, stdio: 'pipe' });
  openssl('-in', 'good.crt', '-key', 'good.key', '-x509toreq', '-out', 'good.csr');
  const signer = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'];
  openssl('-req', '-in', 'good.csr', ...signer, '-days', '-1', '-out', 'expired.crt');
  copyFileSync(file('good.key'), file('expired.key'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});
const listening = async (server: Server) => {
  running.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const address = async (
  certificate: string,
  options: ServerOptions = {},
  headers: Record<string, string> = {},
) => {
  const files = { cert: pem(`${certificate}.crt`), key: pem(`${certificate}.key`) };
  const port = await listening(
    createServer({ ...files, ...options }, (_, response) => response.writeHead(200, headers).end('OK')),
  );
  return {
    name: 'zone-a',
    place: { base: new URL(`https://127.0.0.1:${port}`), host: name, ca: pem('ca.crt') },
  };
};
const redirecting = (location?: string) =>
  listening(
    createPlainServer((request, response) =>
      location === undefined
        ? response.end('plain')
        : response.writeHead(308, { location: `${location}${request.headers.host}/` }).end(),
    ),
  );
const settings = (tls: Record<string, unknown>) =>
  environmentAt('https://shop.example.com', { tls }).verify?.tls as NonNullable<Verify['tls']>;
const clock = { now: () => 0, sleep: async () => {} };
const hsts = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

async function found(at: Awaited<ReturnType<typeof address>>, tls: Record<string, unknown>) {
  const results = await askTls([at], settings({ hsts: false, redirect: false, ...tls }), clock);
  return {
    failures: results.filter(({ ok }) => !ok).map(sentenceOf),
    skipped: results.flatMap(({ skipped }) => skipped ?? []),
    details: results.flatMap(({ ok, detail }) => (ok ? [detail] : [])),
  };
}

describe('TLS at an address', () => {
  it('is right with a valid certificate, current versions, HSTS and a redirect', async () => {
    const redirect = await redirecting('https://');
    const { failures, details } = await found(await address('good', {}, hsts), { hsts: true, redirect });
    expect(failures).toEqual([]);
    expect(details).toEqual([
      expect.stringMatching(/^(89|90) days left, TLSv1\.3$/),
      'TLSv1.1 is refused',
      '365 days',
      '308',
    ]);
  });

  it('fails with the days that are left', async () => {
    const at = await address('short');
    const { failures } = await found(at, { days: 14 });
    expect(failures.map(each => each.replace(/ 4 more| 5 more/, ' few more'))).toEqual([
      wording('zone-a', '14'),
    ]);
    expect((await found(at, { days: 2 })).failures).toEqual([]);
  });

  it('fails with a certificate of another name', async () => {
    expect((await found(await address('other'), {})).failures).toEqual([
      wording('zone-a', name, 'other.example.com'),
    ]);
  });

  it('fails with a certificate that has expired', async () => {
    expect((await found(await address('expired'), {})).failures).toEqual([wording('zone-a', 'expired')]);
  });

  it('fails with an authority that is not trusted', async () => {
    const { place, ...rest } = await address('good');
    const { ca: _, ...without } = place;
    expect((await found({ ...rest, place: without as typeof place }, {})).failures).toEqual([
      wording('zone-a', 'CA'),
    ]);
  });

  it('fails when an old version is accepted', async () => {
    const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    expect((await found(await address('good', old), {})).failures).toEqual([
      wording('zone-a', 'TLSv1.1', '1.2'),
    ]);
    expect((await found(await address('good'), { minimum: '1.3' })).failures).toEqual([
      wording('zone-a', 'TLSv1.2', '1.3'),
    ]);
    const newest = { minVersion: 'TLSv1.3' } as const;
    expect((await found(await address('good', newest), { minimum: '1.3' })).failures).toEqual([]);
  });

  it.each([
    [{}],
    [{ 'strict-transport-security': 'max-age=0' }],
    [{ 'strict-transport-security': 'max-age=1' }],
  ])('fails without HSTS: %j', async headers => {
    expect((await found(await address('good', {}, headers), { hsts: true })).failures).toEqual([
      wording('zone-a'),
    ]);
  });

  it('fails when plain HTTP answers, or redirects to plain HTTP, but not when its port is closed', async () => {
    const at = await address('good');
    for (const location of [undefined, 'http://']) {
      const redirect = await redirecting(location);
      const [sentence = ''] = (await found(at, { redirect })).failures;
      expect(sentence.replaceAll(String(redirect), 'PORT')).toEqual(wording('zone-a'));
    }
    const closed = await redirecting();
    for (const server of running.splice(-1)) await new Promise(resolve => server.close(resolve));
    expect((await found(at, { redirect: closed })).failures).toEqual([]);
  });

  it('fails when plain HTTP redirects to another host', async () => {
    const redirect = await redirecting('https://evil.');
    const [sentence = ''] = (await found(await address('good'), { redirect })).failures;
    expect(sentence.replaceAll(String(redirect), 'PORT')).toEqual(wording('evil.shop.example.com'));
  });

  it('compares the certificate with the address that is the host, and not with that of the address', async () => {
    const { place, ...rest } = await address('local');
    const at = (host: string) => found({ ...rest, place: { ...place, host } }, {});
    expect((await at('127.0.0.1')).failures).toEqual([]);
    expect((await at('127.0.0.2')).failures).toEqual([wording('127.0.0.2')]);
  });

  it('cannot be told when the address is closed or speaks plain HTTP', async () => {
    const at = await address('good');
    for (const server of running.splice(-1)) await new Promise(resolve => server.close(resolve));
    const { failures, skipped } = await found(at, {});
    expect(failures).toEqual([wording('certificate', 'refused'), wording('version', 'refused')]);
    expect(skipped).toEqual([true, true]);
    const resetting = await listening(createTcpServer(socket => socket.resetAndDestroy()));
    const base = new URL(`https://127.0.0.1:${resetting}`);
    const closing = { ...at, place: { base, host: name, ca: '' } };
    expect((await found(closing, {})).skipped).toEqual([true, true]);
    const plain = { ...at, place: { base: new URL('http://127.0.0.1'), host: name, ca: '' } };
    expect(await found(plain, {})).toMatchObject({ failures: [wording('plain HTTP')], skipped: [] });
  });
});

describe('CA certificates of a private network', () => {
  const verified = async (env: NodeJS.ProcessEnv | undefined) => {
    const { place } = await address('local', {}, hsts);
    const environment = environmentAt(place.base.origin, { ca: 'SHOP_CA', tls: { redirect: false } });
    const owner = { app: 'shop', namespace: 'shop', labels: {} };
    let now = 0;
    const sleep = async (ms: number) => {
      now += ms;
    };
    return acceptance(new FakeApiServer().cluster, {
      environment,
      owner,
      env,
      clock: { now: () => now, sleep },
    });
  };

  it('are read from a variable, for checks and for TLS', async () => {
    const { results } = await verified({ SHOP_CA: pem('ca.crt') });
    expect(results.filter(({ ok }) => !ok).map(sentenceOf)).toEqual([]);
    expect(results.map(({ part = 'checks' }) => part)).toEqual(['checks', 'tls', 'tls', 'tls']);
  });

  it('are demanded, except after a rollback, which has those of Node.js', async () => {
    const without = await verified({});
    expect(without.results.map(sentenceOf)).toEqual([wording('SHOP_CA')]);
    expect(without.results.map(({ ok, cause }) => [ok, cause])).toEqual([[false, 'environment']]);
    const { results } = await verified(undefined);
    expect(results.map(({ ok }) => ok)).toEqual([false]);
  });
});
