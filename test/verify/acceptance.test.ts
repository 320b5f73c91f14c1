import type { IncomingMessage, RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { verifySummary } from '../../src/report/summary.ts';
import { acceptance } from '../../src/verify/acceptance.ts';
import { type CheckResult, sentenceOf } from '../../src/verify/checks.ts';
import { requireSecrets } from '../../src/verify/identities.ts';
import { askRevoked } from '../../src/verify/revocation.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';
import { answer, body, environmentAt, type Serving, serve } from './app.ts';

const running: Serving[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.close();
});
const start = async (listener: RequestListener, host?: string) => {
  const app = await serve(listener, host);
  running.push(app);
  return app;
};

const token = (claims: object, name: string) =>
  ['{"alg":"HS256"}', JSON.stringify(claims), name]
    .map(each => Buffer.from(each).toString('base64url'))
    .join('.');
const env = {
  CUSTOMER: token({ exp: 4e9 }, 'signature-of-customer'),
  VIEWER: token({ exp: 4e9 }, 'signature-of-viewer'),
  EXPIRED: token({ exp: 1e9 }, 'signature-of-expired'),
  SESSION: 'session+of/the web=user',
  PARTNER: 'partner-key-0123456789',
  OPS: 'pass word:of&ops',
  LOGIN: 'login"pass\\word',
  JSONFIELD: 'json field/secret+1',
  STORED: 'canary-4c4c4c4c',
  STORED_OTHER: 'canary-9f9f9f9f',
};
const identities = {
  customer: { bearer: 'CUSTOMER' },
  viewer: { bearer: 'VIEWER' },
  expired: { bearer: 'EXPIRED', expired: true },
  web: { cookie: { session: 'SESSION' } },
  partner: { header: { 'X-Session-API-Key': 'PARTNER' } },
  ops: { basic: { username: 'ops', password: 'OPS' } },
  forged: { invalid: 'customer' },
};

/** Who a request is from, as a right application sees it. */
function whoIs({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const { authorization = '', cookie = '' } = headers;
  if (authorization === `Bearer ${env.CUSTOMER}`) return 'customer';
  if (authorization === `Bearer ${env.VIEWER}`) return 'viewer';
  if (authorization === `Basic ${Buffer.from(`ops:${env.OPS}`).toString('base64')}`) return 'ops';
  if (cookie === `session=${env.SESSION}`) return 'web';
  return headers['x-session-api-key'] === env.PARTNER ? 'partner' : undefined;
}

/** A clock that only waiting moves, so that no test waits. */
const clock = () => {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
};

const run = async (
  url: string,
  verify: Record<string, unknown>,
  values: NodeJS.ProcessEnv = env,
  more: { mayChange?: Promise<boolean>; only?: 'reads' | 'writes' } = {},
) =>
  acceptance(new FakeApiServer().cluster, {
    ...more,
    environment: environmentAt(url, verify),
    owner: { app: 'shop', namespace: 'shop', labels: {} },
    env: values,
    clock: clock(),
  });
const failures = (results: readonly CheckResult[]) => results.filter(({ ok }) => !ok).map(sentenceOf);
const causes = (results: readonly CheckResult[]) =>
  results.flatMap(({ ok, cause = 'release' }) => (ok ? [] : [cause]));
const ready: RequestListener = (_, response) => answer(response, 200, 'OK');

describe('a check with a method', () => {
  it('sends its headers, body and identity', async () => {
    const seen: string[] = [];
    const app = await start(async (request, response) => {
      const { method, url, headers } = request;
      seen.push(
        `${method} ${url} ${headers['x-trace'] ?? ''} ${headers['content-type'] ?? ''} ${await body(request)}`,
      );
      answer(response, whoIs(request) === 'customer' ? 201 : 401, {});
    });
    const { results } = await run(app.url, {
      identities,
      checks: [
        {
          request: 'POST /orders',
          as: 'customer',
          status: 201,
          send: { headers: { 'X-Trace': '7' }, json: { item: 'tea' }, secrets: { pin: 'JSONFIELD' } },
        },
        {
          request: 'PUT /form',
          as: 'customer',
          status: 201,
          send: { form: { user: 'me' }, secrets: { password: 'LOGIN' } },
        },
        { request: 'DELETE /orders/1', status: 401 },
      ],
    });
    expect(failures(results)).toEqual([]);
    expect(seen.sort()).toEqual([
      'DELETE /orders/1   ',
      `POST /orders 7 application/json {"item":"tea","pin":${JSON.stringify(env.JSONFIELD)}}`,
      `PUT /form  application/x-www-form-urlencoded user=me&password=${encodeURIComponent(env.LOGIN)}`,
    ]);
  });

  it('fails with `not: html` when a fallback answers with the page', async () => {
    const app = await start((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html></html>'),
    );
    const { results } = await run(app.url, { checks: [{ get: '/ready', not: 'html' }] });
    expect(failures(results)).toEqual([wording('GET /ready', 'HTML')]);
  });
});

describe('the matrix', () => {
  const matrix = [
    {
      get: '/orders',
      expect: {
        none: 401,
        forged: 401,
        expired: 401,
        viewer: 200,
        customer: 200,
        web: 200,
        partner: 200,
        ops: 200,
      },
    },
    { request: 'DELETE /orders/1', expect: { none: 401, viewer: 403, customer: 204 } },
  ];
  const app = (wrong: (who: string | undefined, method: string) => number | undefined = () => undefined) =>
    start((request, response) => {
      const { method = '' } = request;
      if (request.url === '/ready') return answer(response, 200, 'OK');
      const who = whoIs(request);
      const right = who === undefined ? 401 : method === 'GET' ? 200 : who === 'customer' ? 204 : 403;
      response.writeHead(wrong(who, method) ?? right, { 'content-type': 'application/json' }).end();
    });

  it('passes when every identity gets its status', async () => {
    const { results } = await run((await app()).url, { identities, matrix });
    expect(failures(results)).toEqual([]);
    expect(results.filter(({ part }) => part === 'matrix')).toHaveLength(11);
  });

  it('names the endpoint and the identity of each wrong status, in a table too', async () => {
    const broken = await app((who, method) => (who === 'viewer' && method === 'DELETE' ? 204 : undefined));
    const { results, address } = await run(broken.url, { identities, matrix });
    expect(failures(results)).toEqual([wording('DELETE /orders/1', 'viewer', '204', '403')]);
    const text = verifySummary('shop', {
      ...{ verdict: 'fail', release: 1 as never, digests: {}, shown: [], workers: [], reasons: [] },
      ...{ served: { ok: true, reasons: [], zones: [] }, checks: results, address },
    });
    expect(text).toContain(
      '| endpoint | none | forged | expired | viewer | customer | web | partner | ops |',
    );
    expect(text).toContain('| DELETE /orders/1 | ✅ 401 |  |  | ❌ 204, expected 403 | ✅ 204 |  |  |  |');
  });

  it('does not repeat a wrong status until it is right', async () => {
    let asked = 0;
    const flaky = await app((_, method) => {
      if (method !== 'DELETE') return undefined;
      asked += 1;
      return asked === 1 ? 200 : undefined;
    });
    const { results } = await run(flaky.url, {
      ...{ identities, matrix: [{ request: 'DELETE /orders/1', expect: { none: 401 } }] },
    });
    expect([failures(results).length, asked]).toEqual([1, 1]);
  });

  it('repeats an answer of a gateway that has no pod yet', async () => {
    let asked = 0;
    const late = await app((_, method) => {
      if (method !== 'DELETE') return undefined;
      asked += 1;
      return asked < 3 ? 503 : undefined;
    });
    const { results } = await run(late.url, {
      ...{ identities, matrix: [{ request: 'DELETE /orders/1', expect: { none: 401 } }] },
    });
    expect([failures(results), asked]).toEqual([[], 3]);
  });

  it('accepts no page where the endpoint is missing', async () => {
    const fallback = await start((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
    );
    const { results } = await run(fallback.url, {
      checks: [{ get: '/', type: 'text/html' }],
      identities,
      matrix: [
        { get: '/orders', expect: { customer: 200 } },
        { get: '/', type: 'text/html', expect: { none: 200 } },
      ],
    });
    expect(failures(results)).toEqual([wording('GET /orders', 'customer', 'HTML')]);
  });
});

describe('an identity', () => {
  const asked = {
    identities,
    matrix: [{ get: '/orders', expect: { expired: 200, customer: 200, partner: 200 } }],
  };

  it('that cannot be used fails its checks, with the variable and never its value', async () => {
    const app = await start(ready);
    const { results } = await run(app.url, asked, {
      ...{ EXPIRED: env.CUSTOMER, CUSTOMER: 'short', PARTNER: '' },
    });
    const said = failures(results);
    expect(said).toContainEqual(wording('EXPIRED', '2096'));
    expect(said).toContainEqual(wording('CUSTOMER', '6 characters'));
    expect(said).toContainEqual(wording('PARTNER', 'credentials'));
    expect(said.join()).not.toContain(env.CUSTOMER);
  });

  it('whose token has another age than it should is not sent, and no fault of the release', async () => {
    const seen: unknown[] = [];
    const app = await start((request, response) => {
      if (request.url !== '/ready') seen.push(request.headers.authorization);
      answer(response, request.url === '/ready' ? 200 : 401, {});
    });
    const { results } = await run(
      app.url,
      { identities, matrix: [{ get: '/orders', expect: { customer: 200, expired: 401 } }] },
      { ...env, CUSTOMER: env.EXPIRED, EXPIRED: token({}, 'signature') },
    );
    expect(failures(results)).toEqual([
      wording('CUSTOMER has expired', '2001'),
      wording('EXPIRED never expires'),
    ]);
    expect([causes(results), seen]).toEqual([['environment', 'environment'], []]);
  });

  it('is demanded before a release begins', () => {
    const { verify } = environmentAt('https://shop.example.com', asked);
    const refused = (values: NodeJS.ProcessEnv) => {
      try {
        requireSecrets(verify, values);
      } catch (error) {
        return error;
      }
      return undefined;
    };
    expect(refused(env)).toBeUndefined();
    expect(refused({ ...env, OPS: '' })).toEqual(wording('OPS'));
    expect(refused({ ...env, PARTNER: 'abc' })).toEqual(wording('PARTNER'));
    expect(refused({ ...env, PARTNER: 'partner\nkey' })).toEqual(wording('PARTNER'));
    expect(refused({ ...env, CUSTOMER: env.EXPIRED })).toEqual(wording('CUSTOMER'));
    expect(refused({ ...env, EXPIRED: env.CUSTOMER })).toEqual(wording('EXPIRED'));
  });
});

describe('a login', () => {
  const login = (cookie: string) =>
    start(async (request, response) => {
      const fields = new URLSearchParams(await body(request));
      const well = fields.get('password') === env.LOGIN;
      answer(
        response,
        well ? 200 : 401,
        { token: 'fresh-token-of-the-answer' },
        { 'set-cookie': [cookie, 'theme=dark'] },
      );
    });
  const checks = [
    {
      request: 'POST /login',
      send: { form: {}, secrets: { password: 'LOGIN' } },
      cookies: ['session'],
    },
  ];

  it.each([
    ['session=abc; Path=/; Secure; HttpOnly; SameSite=Lax', []],
    ['session=abc; Path=/; HttpOnly; SameSite=Lax', ['Secure']],
    ['session=abc; secure; httponly', ['SameSite']],
    ['session=abc; Path=/secure', ['Secure', 'HttpOnly', 'SameSite']],
    ['session=; Secure; HttpOnly; SameSite=Lax', ['deleted the cookie session']],
    ['session=abc; Max-Age=0; Secure; HttpOnly; SameSite=Lax', ['deleted the cookie session']],
    [
      'session=abc; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; HttpOnly; SameSite=Lax',
      ['deleted the cookie session'],
    ],
    ['other=abc; Secure; HttpOnly; SameSite=Lax', ['did not set the cookie session']],
    ['session; Secure; HttpOnly; SameSite=Lax', ['did not set the cookie session']],
  ])('with %s lacks %j', async (cookie, lacking) => {
    const { results } = await run((await login(cookie)).url, { checks });
    expect(failures(results)).toEqual(
      lacking.length === 0 ? [] : [wording('POST /login', 'session', ...lacking)],
    );
  });
});

describe('a login that sets a cookie twice', () => {
  const flags = 'Secure; HttpOnly; SameSite=Lax';
  const login = (...cookies: string[]) =>
    start((_, response) => answer(response, 200, {}, { 'set-cookie': cookies }));
  const checks = [{ request: 'POST /login', send: { json: {} }, cookies: ['session'] }];

  it.each([
    ['deletes an old one first', [`session=; Max-Age=0`, `session=abc; ${flags}`], []],
    ['deletes that of another path', [`session=abc; Path=/; ${flags}`, `session=; Path=/old; Max-Age=0`], []],
    [
      'deletes it in its default path',
      [`session=abc; ${flags}`, 'session=; Path=/; Max-Age=0'],
      ['deleted the cookie session'],
    ],
    [
      'deletes it at the end',
      [`session=abc; ${flags}`, `session=abc; Max-Age=0; ${flags}`],
      ['deleted the cookie session'],
    ],
    [
      'lacks a flag in one of two paths',
      [`session=abc; Path=/a; ${flags}`, 'session=abc; Path=/b; HttpOnly; SameSite=Lax'],
      ['Secure'],
    ],
    ['keeps it by Max-Age', [`session=abc; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60; ${flags}`], []],
  ])('%s', async (_, cookies, lacking) => {
    const { results } = await run((await login(...cookies)).url, { checks });
    expect(failures(results)).toEqual(
      lacking.length === 0 ? [] : [wording('POST /login', 'session', ...lacking)],
    );
  });
});

describe('a request that changes something', () => {
  const asked = {
    identities,
    checks: [{ get: '/ready' }, { request: 'POST /orders' }],
    matrix: [
      { get: '/orders', expect: { customer: 200 } },
      { request: 'DELETE /orders/1', expect: { none: 200 } },
    ],
    revoked: [{ get: '/admin', as: 'viewer', revoke: { request: 'DELETE /roles', as: 'ops' } }],
  };
  const sent = async (status: number, mayChange?: boolean, only?: 'reads' | 'writes') => {
    const methods: string[] = [];
    const app = await start((request, response) => {
      methods.push(request.method ?? '');
      answer(response, request.url === '/orders' ? status : 200, {});
    });
    const more = mayChange === undefined ? {} : { mayChange: Promise.resolve(mayChange) };
    const { results } = await run(app.url, asked, env, { ...more, ...(only && { only }) });
    return { results, methods, changes: methods.filter(each => each !== 'GET') };
  };

  it('is sent alone, or not at all, where only one of both is asked for', async () => {
    const reads = await sent(200, undefined, 'reads');
    expect([reads.changes, reads.results.every(({ ok }) => ok)]).toEqual([[], true]);
    const writes = await sent(200, undefined, 'writes');
    // `revoked` reads what it takes away.
    expect(writes.methods.filter(each => each !== 'GET')).toEqual(['POST', 'DELETE', 'DELETE']);
    expect(writes.results.map(({ title }) => title)).not.toContain('GET /ready');
  });

  it('is sent after all that only read', async () => {
    expect((await sent(200)).changes).toEqual(['POST', 'DELETE', 'DELETE']);
  });

  it.each([
    [404, undefined, ['release', ...Array(3).fill('environment')]],
    [200, false, Array(3).fill('environment')],
  ])('is not sent with the status %s and permission %s', async (status, mayChange, expected) => {
    const { results, changes } = await sent(status, mayChange);
    expect(changes).toEqual([]);
    expect(causes(results)).toEqual(expected);
    expect(failures(results).slice(-3)).toEqual([
      wording('verify.checks', 'were not sent'),
      wording('verify.matrix', 'were not sent'),
      wording('verify.revoked', 'were not sent'),
    ]);
  });
});

describe('the cause of a failure', () => {
  it('is the release for a wrong answer, and the environment for an address or a certificate', async () => {
    const app = await start((_, response) => answer(response, 500, {}));
    const { results } = await run(app.url, {
      identities,
      matrix: [{ get: '/orders', expect: { customer: 200 } }],
      addresses: { 'zone-a': '127.0.0.3:1' },
      tls: {},
    });
    const of = (part: string) => causes(results.filter(each => (each.part ?? 'checks') === part));
    expect([of('checks'), of('matrix')]).toEqual([['release'], ['release']]);
    expect([of('addresses'), of('tls')]).toEqual([['environment'], ['environment']]);
  });

  it('is the environment for a check whose identity cannot be used', async () => {
    const { results } = await run(
      (await start(ready)).url,
      { identities, checks: [{ get: '/me', as: 'customer', 'retry-for': '1s' }] },
      { ...env, CUSTOMER: '' },
    );
    expect(causes(results)).toEqual(['environment']);
  });

  it('is the environment for an address that cannot be found, by a Gateway or by the API server', async () => {
    const { verify, ...rest } = environmentAt('http://127.0.0.1', {});
    const { url: _, ...inside } = verify!;
    const environment = { ...rest, route: { kind: 'HTTPRoute' as const, name: 'shop' }, verify: inside };
    const owner = { app: 'shop', namespace: 'shop', labels: {} };
    const api = new FakeApiServer();
    const gateways = '/apis/gateway.networking.k8s.io/v1/namespaces/shop';
    api.put(`${gateways}/httproutes/shop`, { spec: { parentRefs: [{ name: 'edge' }] } });
    api.put(`${gateways}/gateways/edge`, {
      spec: { listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
    });
    const asked = () => acceptance(api.cluster, { environment, owner, env, clock: clock() });
    const pending = await asked();
    api.fail({ path: /\/gateways\/edge/ }, 500);
    const failing = await asked();
    expect([causes(pending.results), causes(failing.results)]).toEqual([['environment'], ['environment']]);
    expect(failures(pending.results)).toEqual([wording('Gateway/edge', 'no address')]);
  });

  it('of one part does not hide what the others found', async () => {
    const bad = await start((_, response) => answer(response, 500, {}));
    const { results } = await run(bad.url, { addresses: 'all', tls: {} });
    expect(results.map(({ part = 'checks' }) => part)).toEqual(['checks', 'addresses', 'tls']);
  });
});

describe('revoked access', () => {
  const revoked = [
    {
      ...{ get: '/admin', as: 'viewer', 'max-delay': '1s' },
      ...{
        revoke: { request: 'DELETE /roles/viewer', as: 'customer' },
        restore: { request: 'PUT /roles/viewer', as: 'customer' },
      },
    },
  ];
  /** Serves the revoked role for a number of requests. */
  const app = (served: number, starts = true, broken = 0) => {
    let allowed = starts ? Number.POSITIVE_INFINITY : 0;
    const log: string[] = [];
    return start((request, response) => {
      const { method, url } = request;
      log.push(`${method} ${url}`);
      if (url === '/roles/viewer' && method === 'PUT' && broken > 0) {
        broken -= 1;
        return answer(response, 503, {});
      }
      if (url === '/roles/viewer') {
        allowed = method === 'DELETE' ? served : Number.POSITIVE_INFINITY;
        return answer(response, 204, undefined);
      }
      if (url !== '/admin') return answer(response, 200, 'OK');
      allowed -= 1;
      return answer(response, allowed < 0 ? 403 : 200, {});
    }).then(app => ({ ...app, log }));
  };

  it('passes when its request is refused in time, and is granted again', async () => {
    const served = await app(2);
    const { results } = await run(served.url, { identities, revoked });
    expect(failures(results)).toEqual([]);
    expect(served.log.filter(line => line.endsWith('/roles/viewer'))).toEqual([
      'DELETE /roles/viewer',
      'PUT /roles/viewer',
    ]);
  });

  it('fails when it is still served, and is granted again all the same', async () => {
    const served = await app(Number.POSITIVE_INFINITY);
    const { results } = await run(served.url, { identities, revoked });
    expect(failures(results)).toEqual([
      wording('GET /admin as viewer', 'DELETE /roles/viewer', '200', '401 or 403'),
    ]);
    expect(served.log.at(-1)).toBe('PUT /roles/viewer');
  });

  it('is granted again first when an interrupted run has left it revoked', async () => {
    const served = await app(2, false);
    const { results } = await run(served.url, { identities, revoked });
    expect(failures(results)).toEqual([]);
    expect(served.log.filter(line => line.endsWith('/roles/viewer'))).toEqual([
      'PUT /roles/viewer',
      'DELETE /roles/viewer',
      'PUT /roles/viewer',
    ]);
  });

  it('proves nothing when it was refused before, and cannot be granted again', async () => {
    const [{ restore: _, ...once }] = revoked as [(typeof revoked)[number]];
    const served = await app(0, false);
    const { results } = await run(served.url, { identities, revoked: [once] });
    expect(failures(results)).toEqual([wording('GET /admin as viewer', '403', '`restore`')]);
    expect(causes(results)).toEqual(['environment']);
    expect(served.log).not.toContain('DELETE /roles/viewer');
  });

  it('is the fault of the release when its endpoint was broken before', async () => {
    const [{ restore: _, ...once }] = revoked as [(typeof revoked)[number]];
    const broken = await start(({ url }, response) => answer(response, url === '/admin' ? 500 : 200, 'OK'));
    const { results } = await run(broken.url, { identities, revoked: [once] });
    expect(failures(results)).toEqual([wording('GET /admin as viewer', '500')]);
    expect(causes(results)).toEqual(['release']);
  });

  it('that cannot be asked about until the end is no fault of the release', async () => {
    let asked = 0;
    const results = await askRevoked(
      environmentAt('https://shop.test', { identities, revoked }).verify?.revoked ?? [],
      async ({ get: path }) => {
        asked += 1;
        if (path === '/admin' && asked > 1) return { ok: false, reason: 'could not be sent', unsent: true };
        return { ok: true, response: { status: 200, headers: {}, body: '', url: path } };
      },
      clock(),
    );
    expect(failures(results)).toEqual([wording('GET /admin as viewer', 'could not be sent')]);
    expect(causes(results)).toEqual(['environment']);
  });

  it('is granted again by several attempts', async () => {
    const served = await app(2, true, 2);
    expect(failures((await run(served.url, { identities, revoked })).results)).toEqual([]);
  });

  it('that is not granted again is no fault of the release', async () => {
    const { results } = await run((await app(2, true, 9)).url, { identities, revoked });
    expect(failures(results)).toEqual([wording('PUT /roles/viewer', '503')]);
    expect(causes(results)).toEqual(['environment']);
  });
});

describe('a stored secret', () => {
  const checks = [{ get: '/settings', as: 'customer', 'stored-secrets': { 'keys[0].value': 'STORED' } }];

  it.each([
    [env.STORED, []],
    [env.STORED_OTHER, ['keys[0].value', 'STORED']],
  ])('in the answer is compared, and never shown', async (value, said) => {
    const app = await start((_, response) => answer(response, 200, { keys: [{ value }] }));
    const { results } = await run(app.url, { identities, checks });
    expect(failures(results)).toEqual(
      said.length === 0 ? [] : [wording('GET /settings as customer', ...said)],
    );
    expect(JSON.stringify(results)).not.toContain(value);
  });
});

describe('each address', () => {
  it('is asked by itself, with the name of the host, and named when it is broken', async () => {
    const hosts: unknown[] = [];
    const good = await start((request, response) => {
      hosts.push(request.headers.host);
      answer(response, 200, 'OK');
    });
    const bad = await start((_, response) => answer(response, 503, 'no endpoints'), '127.0.0.2');
    const { results } = await run(good.url, {
      checks: [{ get: '/ready' }],
      addresses: {
        'zone-a': `127.0.0.1:${good.port}`,
        'zone-b': `127.0.0.2:${bad.port}`,
        'zone-c': '127.0.0.3:1',
      },
    });
    expect(failures(results).map(each => each.replace(/:\d+/g, ''))).toEqual([
      wording('GET /ready', 'zone-b', '503'),
      wording('GET /ready', 'zone-c', 'refused'),
    ]);
    expect(new Set(hosts)).toEqual(new Set([`127.0.0.1:${good.port}`]));
  });

  it('of a Gateway with several addresses is asked without being listed', async () => {
    const good = await start(ready);
    const bad = await start((_, response) => answer(response, 503, 'down'), '127.0.0.2');
    const api = new FakeApiServer();
    const gateways = '/apis/gateway.networking.k8s.io/v1/namespaces/shop';
    api.put(`${gateways}/httproutes/shop`, {
      spec: { hostnames: ['shop.test'], parentRefs: [{ name: 'edge' }] },
    });
    api.put(`${gateways}/gateways/edge`, {
      spec: { listeners: [{ name: 'http', port: good.port, protocol: 'HTTP' }] },
      status: { addresses: [{ value: '127.0.0.1' }, { value: '127.0.0.2' }] },
    });
    const { verify, ...rest } = environmentAt('http://127.0.0.1', {
      checks: [{ get: '/ready' }],
    });
    const { url: _, ...inside } = verify!;
    const environment = { ...rest, route: { kind: 'HTTPRoute' as const, name: 'shop' }, verify: inside };
    const owner = { app: 'shop', namespace: 'shop', labels: {} };
    const { results } = await acceptance(api.cluster, { environment, owner, env, clock: clock() });
    expect(results.map(({ title, ok }) => [title.replaceAll(String(good.port), 'PORT'), ok])).toEqual([
      ['GET /ready', true],
      ['GET /ready at the address 127.0.0.1:PORT', true],
      ['GET /ready at the address 127.0.0.2:PORT', false],
    ]);
    expect(bad.port).not.toBe(good.port);
  });
});

describe('without the secrets, as after a rollback', () => {
  it('only checks that need none are made', async () => {
    const app = await start(ready);
    const { results } = await acceptance(new FakeApiServer().cluster, {
      environment: environmentAt(app.url, {
        identities,
        checks: [{ get: '/ready' }, { get: '/me', as: 'customer' }, { request: 'POST /orders' }],
        matrix: [{ get: '/orders', expect: { none: 401 } }],
      }),
      owner: { app: 'shop', namespace: 'shop', labels: {} },
    });
    expect(results.map(({ title, ok }) => [title, ok])).toEqual([['GET /ready', true]]);
  });
});

describe('ten planted secrets', () => {
  /** Forms in which a secret may come back. */
  const forms = (value: string) => [
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
  ];

  it('are in no result and no summary, although the application sends all of them back', async () => {
    const all = Object.values(env);
    const echo = all
      .flatMap(forms)
      .join(' ')
      .replace(/[^\x20-\x7e]/g, '');
    const app = await start((request, response) => {
      const leak = `${echo} ${JSON.stringify(request.headers)}`.slice(0, 6000);
      response.writeHead(302, {
        location: `/login?next=${encodeURIComponent(leak)}`,
        'content-type': `text/${env.PARTNER}`,
        'x-leak': leak,
      });
      response.end(leak);
    });
    const { results, address } = await run(app.url, {
      identities,
      checks: [
        { get: '/a', as: 'customer' },
        { get: '/b', as: 'web', status: 302, type: 'application/json' },
        { get: '/c', as: 'partner', status: 302, headers: { 'X-Leak': 'no' } },
        { get: '/d', as: 'ops', status: 302, body: 'no' },
        { get: '/e', as: 'viewer', status: 302, json: { a: 1 } },
        {
          request: 'POST /f',
          send: { json: {}, secrets: { x: 'JSONFIELD', y: 'LOGIN' } },
          status: 302,
          cookies: ['s'],
        },
        { get: '/g', status: 302, 'stored-secrets': { a: 'STORED', b: 'STORED_OTHER' } },
      ],
      matrix: [{ get: '/m', expect: { expired: 401, web: 200, ops: 200 } }],
      revoked: [{ get: '/r', as: 'customer', revoke: { request: 'DELETE /r', as: 'ops' } }],
    });
    expect(results.filter(({ ok }) => !ok)).toHaveLength(results.length);
    expect(results.length).toBe(11);
    const text = verifySummary('shop', {
      ...{ verdict: 'fail', release: 1 as never, digests: {}, shown: [], workers: [] },
      ...{
        served: { ok: true, reasons: [], zones: [] },
        checks: results,
        address,
        reasons: failures(results),
      },
    });
    const published = `${text}\n${JSON.stringify(results)}`;
    expect(all.flatMap(forms).filter(each => published.includes(each))).toEqual([]);
    // Nor a part of one.
    expect(all.filter(each => published.includes(each.slice(0, 12)))).toEqual([]);
  });

  it('are not cut in two by an excerpt', async () => {
    const secret = env.STORED;
    for (const before of [100, 105, 110, 115, 118]) {
      const leak = `${'x'.repeat(before)}${secret} and more`;
      const app = await start((request, response) => {
        const status = request.url === '/moved' ? 302 : 200;
        const headers = { location: leak, 'x-leak': leak, 'content-type': `text/${leak}` };
        response.writeHead(request.url === '/status' ? 500 : status, headers).end(leak);
      });
      const { results } = await run(app.url, {
        checks: [
          { get: '/status' },
          { get: '/moved' },
          { get: '/type', type: 'text/plain' },
          { get: '/header', headers: { 'X-Leak': 'no' } },
          { get: '/body', body: 'no' },
          { get: '/json', json: { a: 1 } },
          { get: '/stored', 'stored-secrets': { a: 'STORED' } },
        ],
        identities,
        addresses: { a: `127.0.0.1:${app.port}` },
      });
      expect(failures(results)).toHaveLength(results.length);
      // The marker may be cut, the value may not.
      const text = failures(results)
        .join('\n')
        .replace(/\bstored-secrets\b/g, '')
        .replaceAll('/stored', '');
      expect(text).not.toMatch(/x(c|ca|can|cana|canar|canary.*)…/);
    }
  });
});
