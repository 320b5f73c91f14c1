import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LogCheck } from '../../src/logs/check.ts';
import { selfSigned } from '../certificates.ts';
import { answer } from '../cluster/api-server.ts';
import { type FakeStore, startStore } from '../logs/log-stores.ts';
import { wording } from '../wording.ts';
import { deployment, openWorkplace, type Run, type Workplace } from './workplace.ts';

/** The command `logs`, with a store, an application and an API server on the loopback interface. */

let at: Workplace;
let store: FakeStore;
let servers: Server[];
/** Whether the application logs everything that it receives. */
let careless: boolean;
/** What it answers. */
let status: number;
let begun: Date;
let entrance: string;

const listening = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};
let ticking = 0n;
const log = (text: string, pod = 'shop-1') => {
  ticking += 1n;
  store.entries.push({ time: BigInt(Date.now()) * 1_000_000n + ticking, namespace: 'shop', pod, text });
};
const line = (message: string, more: object = {}) =>
  JSON.stringify({ time: new Date().toISOString(), level: 'info', message, ...more });

const serve: RequestListener = ({ url, headers }, response) => {
  log(line(`served ${url?.split('?')[0]}`, careless ? { url, headers } : {}));
  response.writeHead(status).end('OK');
};

beforeEach(async () => {
  servers = [];
  begun = new Date();
  careless = false;
  status = 200;
  at = await openWorkplace();
  store = await startStore('loki');
  const application = createServer(serve);
  const shop = { ...deployment('x'), metadata: { name: 'shop', uid: 'd1' } };
  const pod = (name: string, node: string, ready = 'True') => ({
    metadata: { name },
    // An injected sidecar comes first.
    spec: { nodeName: node, containers: [{ name: 'proxy' }, { name: 'shop' }] },
    status: { conditions: [{ type: 'Ready', status: ready }] },
  });
  const pods = [pod('shop-1', 'node-a'), pod('shop-2', 'node-b'), pod('shop-3', 'node-c', 'False')];
  const api = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/version' || pathname === '/static/') return answer(response, {});
    if (pathname.endsWith('/deployments/shop')) return answer(response, shop);
    if (pathname.endsWith('/pods'))
      return answer(response, {
        kind: 'PodList',
        apiVersion: 'v1',
        metadata: { resourceVersion: '1' },
        items: pods,
      });
    if (/\/pods\/shop-\d\/log$/.test(pathname)) {
      const own = searchParams.get('container') === 'shop';
      if (!own) return response.end(`${begun.toISOString()} of the sidecar\n`);
      const written = `${begun.toISOString()} last line of ${pathname.split('/').at(-2)}`;
      return response.end(`${begun.toISOString()} older\n${written}\n`);
    }
    return answer(response, 'NotFound', 404);
  });
  const kubectl = join(import.meta.dirname, '../cluster/fake-kubectl.ts');
  await at.program('kubectl', `exec "${process.execPath}" --no-warnings "${kubectl}" "$@"`);
  vi.stubEnv('KUBECTL_FAKE_API_PORT', String(await listening(api)));
  entrance = `http://127.0.0.1:${await listening(application)}`;
  await at.replace(
    '    namespace: shop',
    `    monitoring: {logs: {loki: true, url: '${store.url}', max-delay: 100ms}}
    verify: {url: '${entrance}', checks: [{get: /items}]}
    namespace: shop`,
  );
});
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await store.close();
  await at.close();
});

const logs = (...args: string[]): Promise<Run> =>
  at.slipway(['logs', ...args, '--environment', 'production']);
const checksOf = ({ outputs }: Run): LogCheck[] => JSON.parse(outputs.checks ?? '[]') as LogCheck[];

it('passes when lines are structured, arrive, and hold no secret', async () => {
  for (let n = 0; n < 200; n += 1) log(line(`order ${n}`));
  for (const pod of ['shop-1', 'shop-2']) log(`last line of ${pod}`, pod);
  const run = await logs('all');
  const failed = checksOf(run).filter(({ verdict }) => verdict !== 'pass');
  expect(failed).toEqual([]);
  expect(checksOf(run).map(({ check }) => check)).toEqual(['structure', 'arrival', 'leaks']);
  expect(run).toMatchObject({ code: 0, outputs: { verdict: 'pass', reason: '' } });
});

it('names the pod whose lines do not arrive, and the secrets in the logs', async () => {
  careless = true;
  log('last line of shop-1');
  const run = await logs();
  expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  const [structure, arrival, leaks] = checksOf(run);
  expect(structure?.verdict).toBe('unknown');
  expect(arrival?.findings.map(({ problem }) => problem)).toEqual([wording('shop-2', 'node-b')]);
  expect(leaks).toMatchObject({ verdict: 'fail', reason: wording('12 kinds') });
  expect(run.err).toContain('shop-2');
});

it('M8: sends dummy secrets over TLS with the CA certificates of `verify.ca`', async () => {
  const { certificate: cert, key } = selfSigned(at.folder, 'tls', ['IP:127.0.0.1']);
  const port = await listening(createTlsServer({ cert, key }, serve) as never);
  vi.stubEnv('SHOP_CA', cert);
  for (const pod of ['shop-1', 'shop-2']) log(`last line of ${pod}`, pod);
  await at.replace(`{url: '${entrance}'`, `{ca: SHOP_CA, url: 'https://127.0.0.1:${port}'`);
  expect(await logs('leaks')).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
});

it('M8: does not pass if lines of a pod do not arrive, or no request reached the application for certain', async () => {
  log('last line of shop-1');
  const lost = await logs('leaks');
  expect(lost).toMatchObject({
    code: 1,
    outputs: { verdict: 'unknown', reason: wording('shop-2', 'node-b') },
  });
  log('last line of shop-2', 'shop-2');
  status = 401;
  const refused = await logs('leaks');
  expect(refused).toMatchObject({ code: 1, outputs: { verdict: 'unknown', reason: wording('401') } });
});

it('is unknown while the store is away', async () => {
  await store.close();
  const run = await logs('leaks');
  expect(run).toMatchObject({ code: 1, outputs: { verdict: 'unknown', reason: wording('does not answer') } });
});

it('lints retention in a file', async () => {
  await at.write(
    'loki.yaml',
    'limits_config: {retention_period: 744h}\ncompactor: {retention_enabled: true}\n',
  );
  expect(await logs('retention', '--retention', 'loki.yaml')).toMatchObject({ code: 0 });
  await at.write('loki.yaml', 'limits_config: {retention_period: 744h}\n');
  const run = await logs('retention', '--retention', 'loki.yaml');
  expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', reason: wording('retention_enabled') } });
});

it.each([
  ['an unknown check', ['everything'], 'everything'],
  ['no file', ['retention'], 'retention'],
  ['a file that is missing', ['retention', '--retention', 'no.yaml'], 'no.yaml'],
  ['what is no path', ['leaks', '--paths', 'items'], 'items'],
  ['too many paths', ['leaks', '--post-paths', '/a,/b,/c,/d,/e,/f,/g,/h,/i,/j,/k'], '10'],
])('%s is refused', async (_, args, fact) => {
  const run = await logs(...args);
  expect(run).toMatchObject({
    code: 1,
    outputs: { verdict: 'unknown', checks: '[]', reason: wording(fact) },
  });
});

it('an environment without a log store is refused', async () => {
  await at.replace(/monitoring: .*\n/.exec(await read())?.[0] ?? '', 'monitoring: {}\n');
  expect((await logs()).outputs.reason).toEqual(wording('production', 'monitoring.logs'));
});

const read = async () => {
  return readFile('slipway.yml', 'utf8');
};
