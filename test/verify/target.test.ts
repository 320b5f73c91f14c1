import { describe, expect, it, vi } from 'vitest';
import { mayBeFaultOfRelease, runChecks } from '../../src/verify/checks.ts';
import { identitiesOf } from '../../src/verify/identities.ts';
import { sender } from '../../src/verify/sender.ts';
import { addressProblem, direct, placesOf, throughApiServer } from '../../src/verify/target.ts';
import { type Failure, FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';
import { environmentAt } from './app.ts';
import { check } from './responses.ts';

type Listener = { name: string; port: number; protocol: string; hostname?: string };

/** The address that is found for a route of this host, at a Gateway with these listeners. */
async function addressAt(
  listeners: Listener[],
  parent: Record<string, unknown> = {},
  before: object[] = [],
): Promise<string> {
  const api = new FakeApiServer();
  const gateways = '/apis/gateway.networking.k8s.io/v1/namespaces/shop';
  api.put(`${gateways}/httproutes/shop`, {
    spec: { hostnames: ['shop.test'], parentRefs: [...before, { name: 'edge', ...parent }] },
  });
  api.put(`${gateways}/gateways/edge`, {
    spec: { listeners },
    status: { addresses: [{ value: '10.0.0.1' }] },
  });
  const { verify, ...rest } = environmentAt('http://127.0.0.1', {});
  const { url: _, ...inside } = verify!;
  const environment = { ...rest, route: { kind: 'HTTPRoute' as const, name: 'shop' }, verify: inside };
  const [{ base, host }] = await placesOf(api.cluster, environment);
  return `${base.origin} as ${host}`;
}

const http = { name: 'http', port: 80, protocol: 'HTTP' };
const https = { name: 'https', port: 443, protocol: 'HTTPS' };

describe('the address of a route', () => {
  it('is that of an HTTPS listener, although plain HTTP is listed first', async () => {
    expect(await addressAt([http, https])).toBe('https://10.0.0.1 as shop.test');
    expect(await addressAt([http])).toBe('http://10.0.0.1 as shop.test');
  });

  it('is that of the listener that the route names', async () => {
    expect(await addressAt([http, https], { sectionName: 'http' })).toBe('http://10.0.0.1 as shop.test');
    expect(await addressAt([http, https], { port: 80 })).toBe('http://10.0.0.1 as shop.test');
  });

  it('is that of the first Gateway among its parents', async () => {
    expect(await addressAt([http], { kind: 'Gateway' })).toBe('http://10.0.0.1 as shop.test');
    await expect(addressAt([http], { kind: 'ListenerSet' })).rejects.toEqual(wording('HTTPRoute/shop'));
    const mesh = { kind: 'Service', group: '', name: 'shop' };
    expect(await addressAt([http], {}, [mesh])).toBe('http://10.0.0.1 as shop.test');
  });

  it('is not that of a listener for another host', async () => {
    const other = { ...https, hostname: 'admin.test' };
    expect(await addressAt([other, http])).toBe('http://10.0.0.1 as shop.test');
    expect(await addressAt([http, { ...https, hostname: '*.test' }])).toBe('https://10.0.0.1 as shop.test');
  });
});

describe('a route without an address', () => {
  const { verify, ...rest } = environmentAt('http://127.0.0.1', {});
  const { url: _, ...inside } = verify!;
  const route = { kind: 'HTTPRoute' as const, name: 'shop' };
  const environment = { ...rest, route, verify: { ...inside, from: 'gateway' as const } };
  const gateways = '/apis/gateway.networking.k8s.io/v1/namespaces/shop';

  it('is known before a release, once it is live', async () => {
    const api = new FakeApiServer();
    expect(await addressProblem(api.cluster, environment)).toBeUndefined();
    api.put(`${gateways}/httproutes/shop`, { spec: { parentRefs: [{ name: 'edge' }] } });
    expect(await addressProblem(api.cluster, environment)).toEqual(wording('Gateway/edge'));
    expect(await addressProblem(api.cluster, { ...rest, route, verify: verify! })).toBeUndefined();
    const addresses = [{ value: '10.0.0.1' }];
    api.put(`${gateways}/gateways/edge`, { spec: { listeners: [http] }, status: { addresses } });
    expect(await addressProblem(api.cluster, environment)).toBeUndefined();
    api.forbid('get httproutes.gateway.networking.k8s.io');
    expect(await addressProblem(api.cluster, environment)).toBeUndefined();
  });
});

describe('a credential', () => {
  const verify = environmentAt('https://shop.example.com', {
    identities: { customer: { bearer: 'TOKEN' } },
  }).verify!;
  const sentTo = async (url: string) => {
    const sent: string[] = [];
    const request = async ({ path }: { path: string }) => {
      sent.push(path);
      return { ok: false as const, reason: 'is not answered' };
    };
    const at = { ...direct({ base: new URL(url) }), request };
    const answer = await sender(at, identitiesOf(verify, { TOKEN: 'token-of-a-customer' }))(
      { get: '/orders', as: 'customer' },
      1_000,
    );
    return { sent, reason: answer.ok ? '' : answer.reason };
  };

  it.each(['http://shop.example.com', 'http://10.0.0.1', 'http://192.168.1.2:8080', 'http://[fd00::1]'])(
    'is not sent to %s, which has no TLS',
    async url => {
      const { sent, reason } = await sentTo(url);
      expect([sent, reason]).toEqual([[], expect.stringContaining('without TLS')]);
    },
  );

  it.each(['https://shop.example.com', 'http://127.0.0.1:8080', 'http://[::1]', 'http://localhost'])(
    'is sent to %s',
    async url => expect((await sentTo(url)).sent).toEqual(['/orders']),
  );
});

/** Sends a request through the API server, to a Service with these ports. */
async function proxied(
  sent: { path?: string; headers?: Record<string, string> } = {},
  answer: { status?: number; headers?: Record<string, string>; body?: string } = {},
  ports: object[] = [{ port: 80 }],
) {
  const asked: { path: string; headers?: unknown }[] = [];
  const { address, request } = await throughApiServer(
    {
      get: async <T>() => ({ spec: { ports } }) as T,
      fetch: async (path, _, { headers } = { method: 'GET' }) => {
        asked.push({ path, headers });
        const { status = 200, body = 'OK', headers: own } = answer;
        return { status, body, headers: { 'audit-id': '1', ...own }, serverTime: 0 };
      },
    },
    { namespace: 'shop', service: 'shop' },
  );
  const answered = await request({ path: '/ready', ...sent }, 5_000);
  return { address, asked, answered };
}

describe('a request through the API server', () => {
  it('accepts every type, as one that is sent directly, unless the check says which', async () => {
    const { asked } = await proxied();
    expect(asked[0]?.headers).toEqual({ accept: '*/*' });
  });

  it('gets the headers that the application has sent', async () => {
    const root = '/api/v1/namespaces/shop/services/shop:80/proxy';
    const of = async (headers: Record<string, string>) => {
      const { answered } = await proxied({}, { headers });
      return (
        answered.ok && { cache: answered.response.headers['cache-control'], ...answered.response.headers }
      );
    };
    // The API server's own value comes first.
    const own = 'no-cache, private';
    expect(await of({ 'cache-control': own })).toEqual({ 'audit-id': '1', cache: undefined });
    expect(await of({ 'cache-control': `${own}, no-store` })).toMatchObject({ cache: 'no-store' });
    expect(await of({ 'cache-control': `${own}, ${own}` })).toMatchObject({ cache: own });
    expect(await of({ location: `${root}/login?next=1` })).toMatchObject({ location: '/login?next=1' });
    expect(await of({ location: 'https://id.test/' })).toMatchObject({ location: 'https://id.test/' });
  });

  it('that reaches no pod says why, and is no answer of the application', async () => {
    const status = (message: string) => ({
      status: 503,
      body: JSON.stringify({
        ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' },
        ...{ message, reason: 'ServiceUnavailable', code: 503 },
      }),
    });
    const refused = 'dial tcp 10.0.0.7:8080: connect: connection refused';
    const { answered } = await proxied({}, status(`error trying to reach service: ${refused}`));
    expect(answered).toEqual({ ok: false, reason: wording(refused) });
    const none = await proxied({}, status('no endpoints available for service "shop"'));
    expect(none.answered).toEqual({ ok: false, reason: wording('"shop"') });
    expect((await proxied({}, status('maintenance'))).answered).toMatchObject({ ok: true });
  });

  it.each([
    [[{ port: 80 }], 'shop:80'],
    [
      [
        { port: 9090, name: 'metrics' },
        { port: 8080, name: 'http' },
      ],
      'shop:8080',
    ],
    [
      [
        { port: 9090, name: 'metrics' },
        { port: 8080, name: 'web' },
      ],
      'shop:8080',
    ],
    [
      [
        { port: 9090, name: 'metrics' },
        { port: 8080, name: 'http-api' },
      ],
      'shop:8080',
    ],
    [
      [
        { port: 9090, name: 'metrics' },
        { port: 8080, name: 'main', appProtocol: 'http' },
      ],
      'shop:8080',
    ],
    [
      [
        { port: 443, name: 'https' },
        { port: 80, name: 'http' },
      ],
      'shop:80',
    ],
    [
      [
        { port: 8080, name: 'api' },
        { port: 9090, name: 'http-metrics', appProtocol: 'http' },
      ],
      'shop:8080',
    ],
    [[{ port: 9090, name: 'metrics' }], 'shop:9090'],
    [[{ port: 443 }], 'https:shop:443'],
    [[{ port: 8443, name: 'https' }], 'https:shop:8443'],
    [[{ port: 8443, name: 'main', appProtocol: 'https' }], 'https:shop:8443'],
    [[{ port: 443, name: 'https', targetPort: 'http' }], 'shop:443'],
    [[{ port: 443, appProtocol: 'http' }], 'shop:443'],
  ])('to the ports %j is sent to %s', async (ports, name) => {
    const { address, asked } = await proxied({}, {}, ports);
    expect(asked[0]?.path).toBe(`/api/v1/namespaces/shop/services/${name}/proxy/ready`);
    expect(address).toContain(`Service/shop, port ${name.split(':').at(-1)}`);
  });
});

describe('a Service through the API server', () => {
  const asking = async (served: (api: FakeApiServer) => unknown) => {
    const api = new FakeApiServer();
    api.put('/api/v1/namespaces/shop/services/shop', { spec: { ports: [{ port: 80 }] } });
    const { send } = await throughApiServer(api.cluster, { namespace: 'shop', service: 'shop' });
    served(api);
    const clock = { now: () => 0, sleep: async () => undefined };
    const [result] = await runChecks([check({ 'retry-for': '20ms' })], send, clock);
    return [result?.reason ?? '', mayBeFaultOfRelease(result!)];
  };
  const behind = /\/services\/shop:80\/proxy\//;

  it.each<[string, Failure, string[]]>([
    ['hangs', 'hang', ['20 ms']],
    ['ends its answer too early', 'reset', ['socket hang up']],
  ])('that %s is the fault of the release', async (_, failure, said) => {
    const asked = await asking(api => api.fail({ path: behind }, failure));
    expect(asked).toEqual([wording(...said), true]);
  });

  it('is asked without TLS if its port named https has none, because a load balancer ends it', async () => {
    const api = new FakeApiServer();
    const ports = [{ port: 443, name: 'https', targetPort: 8080 }];
    api.put('/api/v1/namespaces/shop/services/shop', { spec: { ports } });
    const message = 'error trying to reach service: http: server gave HTTP response to HTTPS client';
    const body = JSON.stringify({ kind: 'Status', message });
    api.answerBehind(/\/services\/https:shop:443\/proxy\//, () => ({ status: 503, body }));
    api.answerBehind(/\/services\/shop:443\/proxy\//, () => ({ status: 200, body: 'ready' }));
    const { request } = await throughApiServer(api.cluster, { namespace: 'shop', service: 'shop' });
    expect(await request({ path: '/ready' }, 5000)).toMatchObject({ ok: true, response: { body: 'ready' } });
  });

  it('that answers 502 or 503 itself is the fault of the release', async () => {
    for (const status of [502, 503])
      expect(await asking(api => api.answerBehind(behind, () => ({ status, body: 'down' })))).toEqual([
        wording('down'),
        true,
      ]);
  });

  it.each<[string, Failure, string[]]>([
    ['that is away', 502, ['connection refused']],
    ['whose connection breaks', 'reset', ['socket hang up']],
  ])('says nothing about the release with an API server %s', async (_, failure, said) => {
    const asked = await asking(api => api.fail({}, failure));
    expect(asked).toEqual([wording(...said), false]);
  });

  it('says nothing about the release when the API server hangs, and does not wait for it for long', async () => {
    const real = AbortSignal.timeout;
    const limits: number[] = [];
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(milliseconds => {
      limits.push(milliseconds);
      return real.call(AbortSignal, 1);
    });
    const asked = await asking(api => api.fail({}, 'hang')).finally(() => timeout.mockRestore());
    expect([asked, limits.slice(-2)]).toEqual([
      [wording('aborted'), false],
      [20, 5000],
    ]);
  });
});
