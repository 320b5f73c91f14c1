import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createShop, eventually, pushShops, type Shop } from '../harness.ts';
import { needs } from '../needs.ts';

/** The checks of logs against a real OpenSearch, to which a shipper brings the lines of all pods. */

needs('logs');

/** A server that writes a structured line for each request; a careless one writes headers and bodies, too. */
const server = (careless: boolean) => `
const { createServer } = require('node:http');
const log = (message, more = {}) => console.log(JSON.stringify({ time: new Date().toISOString(), level: 'info', message, ...more }));
// Each line differs: an equal one that was shipped just before the drop would count as arrived.
let beat = 0;
setInterval(() => log('alive ' + ++beat), 1000);
createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    if (!request.url.startsWith('/ready') && !request.url.startsWith('/live'))
      log(${careless ? 'request.url, { headers: request.headers, body: Buffer.concat(chunks).toString() }' : "request.url.split('?')[0]"});
    response.setHeader('content-type', 'application/json');
    response.end(request.url === '/ready' ? '"OK"' : JSON.stringify({ products: [{ name: 'Anchor' }] }));
  });
}).listen(8080);
process.on('SIGTERM', () => process.exit(0));`;

const shops: Shop[] = [];

async function shopWith(name: string, careless: boolean): Promise<Shop> {
  const shop = await createShop(name, async made => {
    await made.configure(text =>
      text.replace(
        'strategy:',
        `monitoring:
      prometheus: { service: monitoring/prometheus:9090 }
      requests: { total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }
      logs:
        elasticsearch: logs-*
        service: logging/opensearch:9200
        required: [time, level, message]
        max-delay: 20s
    strategy:`,
      ),
    );
    await made.edit('Deployment', ({ spec }) => {
      spec.replicas = 3;
      Object.assign(spec.template.spec.containers[0], {
        command: ['/usr/local/bin/node', '-e', server(careless)],
      });
    });
  });
  shops.push(shop);
  const deployed = await shop.deploy('v1');
  expect(deployed, deployed.stderr).toMatchObject({ code: 0 });
  return shop;
}

/** Runs a check; returns its verdict and findings, and everything that was printed. */
async function check(shop: Shop, name: string, ...more: string[]) {
  const { code, outputs, stderr, stdout } = await shop.slipway([
    ...['logs', name, '--environment', 'production'],
    ...more,
  ]);
  const [found] = JSON.parse(outputs.checks ?? '[]') as {
    findings: { subject: string; problem: string }[];
  }[];
  return { code, verdict: outputs.verdict, findings: found?.findings ?? [], printed: stderr + stdout };
}

const drop = (namespace: string, method: 'PUT' | 'DELETE') =>
  fetch(`${process.env.SLIPWAY_SHIPPER ?? ''}/drop/${namespace}`, { method });

/** Resolves when each pod has written a line after this moment. */
async function newLines(shop: Shop): Promise<void> {
  const since = new Date().toISOString();
  await eventually(async () => {
    const lines = (await shop.pods()).map(({ metadata }) =>
      shop.kubectl(['logs', `pod/${metadata?.name}`, '--tail=1']),
    );
    return (await Promise.all(lines)).every(line => (JSON.parse(line) as { time: string }).time > since);
  }, 30_000);
}

describe('the logs of an application', () => {
  let good: Shop;
  let careless: Shop;
  beforeAll(async () => {
    await pushShops();
    [good, careless] = await Promise.all([shopWith('logs-good', false), shopWith('logs-careless', true)]);
  }, 240_000);
  afterAll(async () => {
    await Promise.all(shops.map(shop => shop.remove()));
  }, 120_000);

  it('M7: arrive from every workload, and the one that is not shipped is named', async () => {
    const passed = await check(good, 'arrival');
    expect(passed, passed.printed).toMatchObject({ code: 0, verdict: 'pass', findings: [] });
    await drop(good.namespace, 'PUT');
    try {
      await newLines(good);
      const failed = await check(good, 'arrival');
      expect(failed, failed.printed).toMatchObject({ code: 1, verdict: 'fail' });
      expect(failed.findings.map(({ subject }) => subject).join()).toContain('Deployment/shop');
      // One pod of each workload on each node is checked, and the scheduler chooses the nodes.
      const nodes = new Set((await good.pods()).map(({ spec }) => spec?.nodeName));
      expect(failed.findings).toHaveLength(nodes.size);
    } finally {
      await drop(good.namespace, 'DELETE');
    }
  }, 240_000);

  it('M8: hold no secret, and those that a careless application logs are found and never shown', async () => {
    const passed = await check(good, 'leaks', '--post-paths', '/login');
    expect(passed, passed.printed).toMatchObject({ code: 0, verdict: 'pass', findings: [] });
    const failed = await check(careless, 'leaks', '--post-paths', '/login');
    expect(failed, failed.printed).toMatchObject({ code: 1, verdict: 'fail' });
    const problems = failed.findings.map(({ problem }) => problem).join('\n');
    console.log(problems);
    const kinds = new Set(
      [...problems.matchAll(/^(.+?) in \d+ lines? \(a dummy secret/gm)].map(([, kind]) => kind),
    );
    expect(kinds.size).toBe(12);
    // What the dummy secrets look like is in the logs of the pods, and nowhere in what we print.
    const logs = await Promise.all(
      (await careless.pods()).map(({ metadata }) =>
        careless.kubectl(['logs', `pod/${metadata?.name}`, '--tail=-1']),
      ),
    );
    const tokens = [...logs.join('\n').matchAll(/Bearer ([\w.-]{20,})/g)].map(([, token = '']) => token);
    expect(tokens).not.toEqual([]);
    for (const token of tokens) expect(failed.printed).not.toContain(token);
  }, 240_000);

  it('M5: are structured', async () => {
    const passed = await check(good, 'structure', '--since', '5m');
    expect(passed, passed.printed).toMatchObject({ code: 0, verdict: 'pass', findings: [] });
  }, 120_000);
});
