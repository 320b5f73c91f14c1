import { describe, expect, it } from 'vitest';
import { detectSecrets } from '../../src/logs/detectors.ts';
import { dummySecrets, encodingIn, secretRequests } from '../../src/logs/dummy-secrets.ts';
import { findLeaks } from '../../src/logs/leaks.ts';
import type { LogLine } from '../../src/logs/store.ts';
import { ordinaryLines } from './ordinary-lines.ts';

const line = (text: string, fields: object = {}): LogLine => ({
  ...{ at: 0, pod: 'shop-1', container: 'app', level: 'info', text },
  fields: fields as LogLine['fields'],
});
const secrets = dummySecrets();

const encodings = {
  raw: (text: string) => text,
  json: (text: string) => JSON.stringify(text).slice(1, -1),
  url: encodeURIComponent,
  base64: (text: string) => Buffer.from(text).toString('base64'),
};

describe('M8: dummy secrets', () => {
  it('are twelve, and new each time', () => {
    expect(new Set(secrets.map(({ kind }) => kind)).size).toBe(12);
    const all = [...secrets, ...dummySecrets()];
    expect(new Set(all.map(({ core }) => core)).size).toBe(24);
    for (const { text, core } of all) expect(text).toContain(core);
  });

  it.each(Object.entries(encodings))('are found %s', async (name, encode) => {
    for (const secret of secrets) {
      const text = encode(secret.text);
      const leaks = await findLeaks([line(`request failed: ${text} (500)`)], secrets);
      // What an encoding does not change is raw.
      const encoding = text === secret.text ? 'raw' : name;
      expect(leaks).toEqual([{ subject: 'shop-1/app', kind: secret.kind, encoding, lines: 1 }]);
    }
  });

  it('are found in the base64 of a longer text, at each offset, and in a part', async () => {
    for (const secret of secrets) {
      for (const before of ['', 'a', 'ab', 'abc'])
        expect(encodingIn(Buffer.from(`${before}${secret.text}tail`).toString('base64url'), secret)).toBe(
          'base64',
        );
      expect(encodingIn(`…${secret.core}…`, secret)).toBeDefined();
    }
  });

  it('are found in fields that a shipper has parsed', async () => {
    const [secret] = secrets;
    const leaks = await findLeaks(
      [line('login', { message: 'login', extra: { access_token: secret?.text } })],
      secrets,
    );
    expect(leaks).toMatchObject([{ kind: 'session cookie', encoding: 'raw' }]);
  });

  it('are never part of a finding', async () => {
    const leaks = await findLeaks(
      secrets.map(({ text }) => line(text)),
      secrets,
    );
    for (const { core } of secrets) expect(JSON.stringify(leaks)).not.toContain(core);
  });

  it('travel in a bounded number of requests, only to declared paths', () => {
    const requests = secretRequests(secrets, { paths: ['/a', '/b?c=1'], posts: ['/login'] }, true);
    expect(requests.map(({ path }) => path.split(/[?&]session/)[0])).toEqual([
      '/a',
      '/a',
      '/b?c=1',
      '/b?c=1',
      '/login',
    ]);
    const sent = requests.map(each => JSON.stringify(each)).join(' ');
    for (const secret of secrets) expect([secret.kind, encodingIn(sent, secret)]).not.toContain(undefined);
    const plain = secretRequests(secrets, { paths: ['/a'], posts: [] }, false);
    expect(plain.flatMap(({ headers }) => Object.keys(headers))).not.toContain('authorization');
    for (const { headers } of requests)
      for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]+$/);
  });
});

/** Joined here, so that no scanner of this repository finds them. */
const real: [kind: string, text: string][] = [
  ['private key', `-----BEGIN RSA ${'PRIVATE KEY'}-----\\nMIIEpAIBAAKCAQEA`],
  ['private key', `{"pem":"-----BEGIN ${'PRIVATE KEY'}-----"}`],
  ['JWT', `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P`],
  ['AWS key id', `AKIA${'J7QKXMPLR5STUVWX'}`],
  ['secret (github)', `gh${'p_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'}`],
  ['secret (slack)', `xox${'b-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx'}`],
  ['bearer token', 'Authorization: Bearer abcdef0123456789abcdef'],
  ['bearer token', '{"authorization":"Bearer abcdef0123456789abcdef"}'],
  ['bearer token', '"headers\\":{\\"authorization\\":\\"bearer abcdef0123456789abcdef\\"}'],
  ['bearer token', '{"headers":{"authorization":["Bearer abcdef0123456789abcdef"]}}'],
  ['bearer token', `authorization: Bearer ${'x'.repeat(20)}; authorization: Bearer abcdef0123456789abcdef`],
  ['basic credential', 'authorization: Basic c2xpcHdheTpodW50ZXIyMg=='],
  ['password in a query', 'GET /login?user=a&password=hunter22hunter HTTP/1.1'],
  ['password in a query', 'GET /login?password=********&api_key=hunter2hunter2'],
  ['secret (database-connection-string)', `postgres://shop:${'hunter22hunter'}@db.acme.io/shop`],
];

describe('M8: other secrets', () => {
  it.each(real)('%s is found: %s', async (kind, text) => {
    expect(await detectSecrets([`ordinary`, `time=1 ${text} end`])).toContainEqual({ line: 1, kind });
  });

  it.each(['secretlint-disable', '{"q":"secretlint-disable -- x"}', '# secretlint-disable-next-line'])(
    'are found after a line with a directive of the detector: %s',
    async directive => {
      const kinds = ['secret (github)', 'secret (slack)', 'secret (database-connection-string)'];
      const lines = real.flatMap(([kind, text]) => (kinds.includes(kind) ? [directive, text] : []));
      expect(new Set((await detectSecrets(lines)).map(({ kind }) => kind))).toEqual(new Set(kinds));
    },
  );

  it('are not seen in 10,000 ordinary lines', async () => {
    const lines = ordinaryLines(10_000);
    expect(lines.length).toBe(10_000);
    expect(
      await findLeaks(
        lines.map(text => line(text)),
        secrets,
      ),
    ).toEqual([]);
  });

  it('are found in time in a crafted line', async () => {
    const crafted = [
      'a'.repeat(1_000_000),
      `${'eyJ'.repeat(300_000)}`,
      `authorization: bearer ${'%'.repeat(500_000)}`,
      `${'postgres://'.repeat(50_000)}@`,
      '-----BEGIN '.repeat(80_000),
    ];
    const begun = performance.now();
    await detectSecrets(crafted);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
