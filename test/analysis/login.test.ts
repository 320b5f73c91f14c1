import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { preflightGate } from '../../src/analysis/preflight.ts';
import { prometheusOf } from '../../src/analysis/prometheus.ts';
import { gateSchema } from '../../src/config/gate.ts';
import type { Gate } from '../../src/config/types.ts';
import { authorityIn } from '../certificates.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';
import { pod } from './pods.ts';
import { refusalOf } from './sigv4.ts';

/** Logins of a Prometheus against real servers on loopback, which refuse everything else. */

const noCluster = new FakeApiServer().cluster;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function listening(server: Server, scheme: string): Promise<string> {
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const serve = (listener: RequestListener) => listening(createServer(listener), 'http');

const series = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [] } });
/** Serves series to requests that are accepted, and refuses others with this status. */
const guarded =
  (accepts: (request: IncomingMessage) => boolean, status = 401): RequestListener =>
  (request, response) =>
    accepts(request) ? response.end(series) : response.writeHead(status).end('no');

const ask = (settings: Gate['prometheus'], env: NodeJS.ProcessEnv = {}, promql = 'up') =>
  prometheusOf(settings, noCluster, env).query(promql, undefined, 20_000);
const accepted = { ok: true, value: [] };

describe('a bearer token', () => {
  const by = (valid: () => string) => guarded(({ headers }) => headers.authorization === `Bearer ${valid()}`);

  it('is read anew from its file for each query, so that one of an hour lasts for a canary of a day', async () => {
    let valid = '';
    const url = await serve(by(() => valid));
    const folder = mkdtempSync(join(tmpdir(), 'login-'));
    const file = join(folder, 'token');
    const source = prometheusOf({ url, token: 'TOKEN' }, noCluster, { TOKEN_FILE: file });
    for (let hour = 1; hour <= 24; hour++) {
      valid = `token-of-hour-${hour}`;
      writeFileSync(file, `${valid}\n`);
      expect(await source.query('up', undefined, 20_000)).toEqual(accepted);
    }
    rmSync(folder, { recursive: true });
    expect(await source.query('up', undefined, 20_000)).toMatchObject({
      ok: false,
      detail: wording('TOKEN'),
    });
  });

  it('that is refused is named by its setting, and not shown', async () => {
    const url = await serve(by(() => 'another'));
    const answer = await ask({ url, token: 'TOKEN' }, { TOKEN: 's3cr3t-token' });
    expect(answer).toEqual({ ok: false, status: 401, detail: wording('401', '`token: TOKEN`') });
    expect(JSON.stringify(answer)).not.toContain('s3cr3t');
  });

  it('that an answer repeats is not shown in part, wherever the answer is cut', async () => {
    const token = 'c0ffee'.repeat(16);
    const url = await serve((_, response) => response.writeHead(400).end(`${'x'.repeat(150)} ${token}`));
    const answer = await ask({ url, token: 'TOKEN' }, { TOKEN: token });
    expect(JSON.stringify(answer)).toContain('400');
    expect(JSON.stringify(answer)).not.toContain('c0ffee');
  });

  it('that lacks the permission is named, too', async () => {
    const url = await serve(guarded(() => false, 403));
    expect(await ask({ url, token: 'TOKEN' }, { TOKEN: 's3cr3t-token' })).toMatchObject({
      detail: wording('403', '`token: TOKEN`'),
    });
  });

  it('that is missing in slipway.yml is said', async () => {
    const url = await serve(guarded(() => false));
    expect(await ask({ url })).toMatchObject({ detail: wording('401', '`token`') });
  });

  it.each([301, 302, 307, 308])('is not sent to the host of a redirect (%i)', async status => {
    const seen: IncomingMessage['headers'][] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers);
      response.end(series);
    });
    const url = await serve((_, response) => response.writeHead(status, { location: `${other}/` }).end());
    expect(await ask({ url, token: 'TOKEN' }, { TOKEN: 's3cr3t-token' })).toMatchObject({ ok: false });
    expect(seen).toEqual([]);
  });
});

describe('a user with a password', () => {
  it('is sent as basic authentication', async () => {
    const basic = `Basic ${Buffer.from('123456:pass:word').toString('base64')}`;
    const url = await serve(guarded(({ headers }) => headers.authorization === basic));
    const settings = { url, username: '123456', token: 'PASSWORD' };
    expect(await ask(settings, { PASSWORD: 'pass:word' })).toEqual(accepted);
    const refused = await ask(settings, { PASSWORD: 'wrong-password' });
    expect(refused).toMatchObject({ ok: false, detail: wording('`token: PASSWORD`') });
    expect(JSON.stringify(refused)).not.toContain('wrong-password');
  });
});

describe('headers', () => {
  it('name the tenant, beside a credential or through the proxy of the API server', async () => {
    const url = await serve(
      guarded(({ headers }) => headers['x-scope-orgid'] === 'shop' && headers.authorization === 'Bearer abc'),
    );
    const headers = { 'X-Scope-OrgID': 'shop' };
    expect(await ask({ url, headers, token: 'TOKEN' }, { TOKEN: 'abc' })).toEqual(accepted);

    const api = new FakeApiServer();
    let sent: unknown;
    const cluster: typeof api.cluster = {
      ...api.cluster,
      fetch: async (_path, _signal, request) => {
        sent = request?.headers;
        return { status: 200, body: series, headers: {}, serverTime: 0 };
      },
    };
    const service = { namespace: 'monitoring', name: 'mimir', port: '8080' };
    expect(await prometheusOf({ service, headers }, cluster, {}).query('up')).toEqual(accepted);
    expect(sent).toEqual(headers);
  });
});

describe('TLS', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  const pem = (name: string) => readFileSync(file(name), 'utf8');

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tls-'));
    const authority = authorityIn(folder);
    authority.issue('server', ['IP:127.0.0.1']);
    for (const name of ['client', 'client-2']) authority.issue(name);
    authorityIn(folder, 'other-ca').issue('client-of-another');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const serveTls = (options: ServerOptions, listener: RequestListener = guarded(() => true)) =>
    listening(
      createTlsServer({ key: pem('server.key'), cert: pem('server.crt'), ...options }, listener),
      'https',
    );
  const mutual = () => ({ ca: pem('ca.crt'), requestCert: true, rejectUnauthorized: true });

  it('by an authority of your own is trusted if slipway.yml names it', async () => {
    const url = await serveTls({});
    expect(await ask({ url, ca: 'CA' }, { CA: pem('ca.crt') })).toEqual(accepted);
    expect(await ask({ url, ca: 'CA' }, { CA_FILE: file('ca.crt') })).toEqual(accepted);
    expect(await ask({ url })).toMatchObject({ ok: false, detail: wording('`ca`') });
    expect(await ask({ url, ca: 'CA' }, { CA: pem('other-ca.crt') })).toMatchObject({
      ok: false,
      detail: wording('`ca`'),
    });
  });

  it('by an authority of your own carries a token', async () => {
    const url = await serveTls(
      {},
      guarded(({ headers }) => headers.authorization === 'Bearer abc'),
    );
    expect(await ask({ url, ca: 'CA', token: 'TOKEN' }, { CA: pem('ca.crt'), TOKEN: 'abc' })).toEqual(
      accepted,
    );
  });

  it('with a client certificate lets in who has its key', async () => {
    const seen: string[] = [];
    const url = await serveTls(mutual(), (request, response) => {
      seen.push(String((request.socket as TLSSocket).getPeerCertificate().subject.CN));
      response.end(series);
    });
    const settings = { url, ca: 'CA', certificate: 'CERTIFICATE', key: 'KEY' };
    const env = { CA: pem('ca.crt'), CERTIFICATE: pem('client.crt'), KEY: pem('client.key') };
    expect(await ask(settings, env)).toEqual(accepted);
    expect(seen).toEqual(['client']);
    const detail = wording('`certificate`', '`key`');
    for (const refused of [
      await ask({ url, ca: 'CA' }, env),
      await ask(settings, { ...env, KEY: pem('client-2.key') }),
      await ask(settings, { ...env, KEY: 'no PEM at all' }),
    ]) {
      expect(refused).toMatchObject({ ok: false, detail });
      expect(JSON.stringify(refused)).not.toContain(pem('client-2.key').split('\n')[1]);
    }
    // Some servers only close the connection.
    const other = { CERTIFICATE: pem('client-of-another.crt'), KEY: pem('client-of-another.key') };
    expect(
      await prometheusOf(settings, noCluster, { ...env, ...other }).query('up', undefined, 500),
    ).toMatchObject({ ok: false });
    expect(await ask(settings, { ...env, KEY: '' })).toMatchObject({ status: 401, detail: wording('KEY') });
    expect(seen).toEqual(['client']);
  });

  it('with a client certificate that a program renews in its files uses the new one', async () => {
    const seen: string[] = [];
    const url = await serveTls(mutual(), (request, response) => {
      seen.push(String((request.socket as TLSSocket).getPeerCertificate().subject.CN));
      response.end(series);
    });
    const env = { CA_FILE: file('ca.crt'), CERTIFICATE_FILE: file('now.crt'), KEY_FILE: file('now.key') };
    const source = prometheusOf({ url, ca: 'CA', certificate: 'CERTIFICATE', key: 'KEY' }, noCluster, env);
    for (const name of ['client', 'client-2']) {
      writeFileSync(file('now.crt'), pem(`${name}.crt`));
      writeFileSync(file('now.key'), pem(`${name}.key`));
      expect(await source.query('up', undefined, 20_000)).toEqual(accepted);
    }
    expect(seen).toEqual(['client', 'client-2']);
  });

  it('does not carry a credential to the host of a redirect', async () => {
    let other = 0;
    const elsewhere = await serveTls({}, (_, response) => {
      other += 1;
      response.end(series);
    });
    const url = await serveTls({}, (_, response) => response.writeHead(302, { location: elsewhere }).end());
    const answer = await ask({ url, ca: 'CA', token: 'TOKEN' }, { CA: pem('ca.crt'), TOKEN: 'abc' });
    expect(answer).toMatchObject({ ok: false, detail: wording(new URL(elsewhere).host) });
    expect(other).toBe(0);
  });
});

describe('the verifier of these tests', () => {
  const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
  const signed = (service: string, names: string, signature: string) =>
    `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/${service}/aws4_request, SignedHeaders=${names}, Signature=${signature}`;
  const host = 'example.amazonaws.com';
  const headers = { host, 'x-amz-date': '20150830T123600Z' };

  it.each([
    ['get-vanilla', '/', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'get-vanilla-query-order-key-case',
      '/?Param2=value2&Param1=value1',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
  ])('accepts the published vector %s, and no other signature', (_, target, signature) => {
    const request = (authorization: string) => ({
      method: 'GET',
      target,
      headers: { ...headers, authorization },
    });
    const scope = { region: 'us-east-1', service: 'service' };
    expect(
      refusalOf(request(signed('service', 'host;x-amz-date', signature)), secret, scope),
    ).toBeUndefined();
    const other = signature.replace(/^./, '0');
    expect(refusalOf(request(signed('service', 'host;x-amz-date', other)), secret, scope)).toBe(
      'SignatureDoesNotMatch',
    );
  });

  it("accepts the example of AWS's documentation", () => {
    const type = 'application/x-www-form-urlencoded; charset=utf-8';
    const signature = '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7';
    const authorization = signed('iam', 'content-type;host;x-amz-date', signature);
    const request = {
      ...{ method: 'GET', target: '/?Action=ListUsers&Version=2010-05-08' },
      headers: { ...headers, host: 'iam.amazonaws.com', 'content-type': type, authorization },
    };
    expect(refusalOf(request, secret, { region: 'us-east-1', service: 'iam' })).toBeUndefined();
  });
});

describe('SigV4', () => {
  const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
  const env = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: secret };
  const workspace = '/workspaces/ws-1/';
  async function amazon(region = 'eu-central-1') {
    const seen: IncomingMessage[] = [];
    const url = await serve((request, response) => {
      seen.push(request);
      const { method = '', url: target = '', headers } = request;
      const refusal = refusalOf({ method, target, headers }, secret, { region, service: 'aps' });
      if (refusal === undefined) response.end(series);
      else response.writeHead(403).end(JSON.stringify({ message: refusal }));
    });
    return { url: `${url}${workspace}`, seen };
  }

  it.each([
    'up',
    'sum by (pod) (rate(http_requests_total{code=~"5..",path!="/a b+c&d=e%20ü*(~)!\'"}[5m] offset 1m)) / 2 + 1',
  ])('is accepted by a server that checks it: %s', async promql => {
    const { url, seen } = await amazon();
    expect(await ask({ url, sigv4: { region: 'eu-central-1' } }, env, promql)).toEqual(accepted);
    expect(new URL(seen[0]?.url ?? '', url).searchParams.get('query')).toBe(promql);
    expect(seen[0]?.url?.startsWith(`${workspace}api/v1/query?`)).toBe(true);
  });

  it('signs the session token and the headers of the tenant, in the region of the environment', async () => {
    const { url, seen } = await amazon('us-east-2');
    const session = { ...env, AWS_SESSION_TOKEN: 'session/token==', AWS_DEFAULT_REGION: 'us-east-2' };
    expect(await ask({ url, sigv4: {}, headers: { 'X-Scope-OrgID': 'shop' } }, session)).toEqual(accepted);
    expect(seen[0]?.headers).toMatchObject({
      'x-amz-security-token': 'session/token==',
      'x-scope-orgid': 'shop',
    });
  });

  it('is renewed with the variables: each query is signed with what they hold then', async () => {
    const { url } = await amazon();
    const changing: NodeJS.ProcessEnv = { ...env, AWS_SECRET_ACCESS_KEY: 'old' };
    const source = prometheusOf({ url, sigv4: { region: 'eu-central-1' } }, noCluster, changing);
    expect(await source.query('up', undefined, 20_000)).toMatchObject({
      ok: false,
      detail: wording('`sigv4`'),
    });
    changing.AWS_SECRET_ACCESS_KEY = secret;
    expect(await source.query('up', undefined, 20_000)).toEqual(accepted);
  });

  it('for another region is refused, and neither key nor session token is shown', async () => {
    const { url } = await amazon('eu-west-1');
    const session = { ...env, AWS_SESSION_TOKEN: 'session-token-abc' };
    const answer = await ask({ url, sigv4: { region: 'eu-central-1' } }, session);
    expect(answer).toMatchObject({ status: 403, detail: wording('eu-west-1', '`sigv4`') });
    expect(JSON.stringify(answer)).not.toMatch(/wJalr|session-token/);
  });

  it.each([
    [{}, 'AWS_ACCESS_KEY_ID'],
    [{ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE' }, 'AWS_SECRET_ACCESS_KEY'],
    [env, 'AWS_REGION'],
  ])('without $1 is not sent', async (given, name) => {
    expect(await ask({ url: 'http://127.0.0.1:9', sigv4: {} }, given)).toMatchObject({
      ...{ ok: false, status: 401 },
      detail: wording(name),
    });
  });
});

describe('the preflight of a gate', () => {
  const gate = gateSchema.parse({
    prometheus: { url: 'https://prometheus.example.com', token: 'PROMETHEUS_TOKEN' },
    metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code="500"}' }],
  });
  const sides = { namespace: 'shop', stable: 'shop', canary: 'shop-canary', services: ['shop'] };
  const problemsWith = async (url: string, env: NodeJS.ProcessEnv) => {
    const source = prometheusOf({ url, token: 'PROMETHEUS_TOKEN' }, noCluster, env);
    return (await preflightGate(source, gate, sides, [pod('shop-a', 'baseline')])).problems;
  };

  it('refuses a release whose gate has no credential, or one that is refused', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(403).end('no');
    });
    expect(await problemsWith(url, {})).toEqual([wording('PROMETHEUS_TOKEN', '`credentials`')]);
    expect(asked).toBe(0);
    expect(await problemsWith(url, { PROMETHEUS_TOKEN: 'abcdef' })).toEqual([
      wording('403', '`token: PROMETHEUS_TOKEN`'),
    ]);
    expect(asked).toBe(1);
  });
});
