import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { kubectlFolder } from '../cluster/api-server.ts';
import { manifest } from '../recovery/backups.ts';
import { startGitHub } from '../toolkit/fake-github.ts';
import { deployment, openWorkplace, type Workplace } from './workplace.ts';

/** `cost` with a cluster in which no release is, behind which a Prometheus knows the usage of the shop. */

let at: Workplace;
let asked: string[];
let end: () => void;

beforeEach(async () => {
  [at, asked] = [await openWorkplace(), []];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    asked.push(`${request.method} ${url.pathname}`);
    const answer = answerTo(url);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(answer ?? { kind: 'Status', reason: 'NotFound', message: 'not found', code: 404 }),
    );
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  end = () => void server.close();
  vi.stubEnv('PATH', `${kubectlFolder()}${delimiter}${process.env.PATH}`);
  vi.stubEnv('KUBECTL_FAKE_API_PORT', String((server.address() as AddressInfo).port));
  const shop = deployment(`${at.store.host}/shop`);
  const [container] = shop.spec.template.spec.containers;
  Object.assign(shop.spec, { replicas: 2 });
  Object.assign(container!, { resources: { requests: { cpu: '1', memory: '1Gi' } } });
  await at.write('deploy/shop.json', JSON.stringify(shop));
});
afterEach(async () => {
  end();
  await at.close();
});

function answerTo({ pathname, searchParams }: URL): unknown {
  if (pathname === '/version') return { gitVersion: 'v1.36.0' };
  if (/\/configmaps$/.test(pathname)) return { metadata: {}, items: [] };
  if (!pathname.endsWith('/api/v1/query')) return undefined;
  const query = searchParams.get('query') ?? '';
  const now = 1_700_000_000;
  if (query === 'time()')
    return { status: 'success', data: { resultType: 'scalar', result: [now, String(now)] } };
  const values = Array.from({ length: 40 }, (_, step) => [
    now - 300 * step,
    query.includes('cpu') ? '0.5' : '2',
  ]).reverse();
  return { status: 'success', data: { resultType: 'matrix', result: [{ metric: {}, values }] } };
}

const settings = (cost: string) =>
  at.replace(
    '    workload: Deployment/shop\n',
    `    workload: Deployment/shop\n    monitoring: {prometheus: {service: monitoring/prometheus:9090}}\n    cost: ${cost}\n`,
  );
const cost = (...more: string[]) => at.slipway(['cost', '--environment', 'production', ...more]);

it('reports cost, idle share and verdict, and writes nothing to the cluster', async () => {
  await settings('{prices: {core-hour: 0.03, gib-hour: 0.004}, monthly-cap: 50}');
  const { code, outputs, err } = await cost();
  // 2 × (1 core, 1 GiB) = (0.06 + 0.008) × 730, of which 1.5 cores are idle: 0.045 × 730.
  expect([code, outputs]).toEqual([
    0,
    { monthly: '49.64', 'idle-share': '0.6618', verdict: 'pass', report: 'cost.json', reason: '' },
  ]);
  expect(err).toContain('Z7 met: the workloads cost 49.64 USD a month, within the cap of 50.00 USD');
  expect(asked.filter(each => !each.startsWith('GET '))).toEqual([]);
  const report = JSON.parse(await readFile(join(at.folder, 'cost.json'), 'utf8'));
  expect(report).toMatchObject({
    schema: 1,
    app: 'shop',
    verdict: 'pass',
    currency: 'USD',
    costs: [{ workload: 'Deployment/shop', pods: 2 }],
  });
  expect(JSON.stringify(report).length).toBeLessThan(10_000);
});

it('fails above a cap, with the reason, and still sets every output', async () => {
  await settings('{prices: {core-hour: 0.03, gib-hour: 0.004}, monthly-cap: 10}');
  const { code, outputs } = await cost();
  expect([code, outputs.verdict, outputs.monthly]).toEqual([1, 'fail', '49.64']);
  expect(outputs.reason).toBe(
    'the workloads cost 49.64 USD a month, more than the cap of 10.00 USD; request less where much is idle, or raise `cost.monthly-cap`',
  );
});

it('is unknown without prices, and does not pass', async () => {
  await settings('{monthly-cap: 10}');
  const { code, outputs } = await cost();
  expect([code, outputs.verdict, outputs.monthly, outputs['idle-share']]).toEqual([1, 'unknown', '', '']);
  expect(outputs.reason).toContain('the cost of Deployment/shop is unknown');
});

it('reads what the backup sets of each store recorded, and says when it cannot', async () => {
  await settings('{prices: {core-hour: 0.03, gib-hour: 0.004}}');
  await at.replace(
    '    cost:',
    '    recovery: {repositories: {near: {survives: zone, store: {folder: backups}}, gone: {survives: zone, offline: true, store: {folder: gone}}}}\n    cost:',
  );
  const path = 'backups/shop/production/20261126T031700Z/manifest.json';
  const objects = { repository: 'near', snapshot: 'a', original: 1000, stored: 250 };
  await at.write(
    path,
    JSON.stringify({
      ...manifest({ databases: [] }),
      objectStores: [{ name: 'o', count: 1, bytes: 1000, hash: 'a'.repeat(64), backups: [objects] }],
    }),
  );
  expect((await cost()).err).toContain('P9 met: 1 backup in near read 0.0 MiB and stored 0.0 MiB: 75 % less');
  await at.write(path, '{');
  const { code, err } = await cost();
  expect(code).toBe(0);
  expect(err).toContain('P9 unknown: the backup sets cannot be read: ');
});

it('counts the minutes of this run by its token, which it never shows', async () => {
  await settings('{prices: {core-hour: 0.03, gib-hour: 0.004, runner-minute: 1}, run-cap: 2}');
  const jobs = [1, 2, 3].map(minute => ({
    ...{ started_at: '2026-11-30T10:00:00Z', completed_at: `2026-11-30T10:0${minute}:00Z` },
    ...{ conclusion: 'success', runner_name: 'GitHub Actions 1' },
  }));
  let status = 200;
  const github = await startGitHub(() => [
    status,
    status === 200 ? { total_count: 3, jobs } : { message: 'no' },
  ]);
  for (const [name, value] of Object.entries({ ...github.env, GITHUB_RUN_ID: '42' })) vi.stubEnv(name, value);
  const found = await cost('--actions-token', 't0ken');
  expect(found.outputs.reason).toContain(
    'run 42 took 6 billed minutes, 6.000 USD, more than the cap of 2.000 USD',
  );
  status = 403;
  const refused = await cost('--actions-token', 't0ken');
  expect([refused.code, refused.outputs.verdict]).toEqual([1, 'unknown']);
  expect(refused.outputs.reason).toContain('GitHub did not list its jobs');
  expect((await cost()).outputs.reason).toContain('`actions-token` is not set');
  expect(JSON.stringify([found, refused])).not.toContain('t0ken');
  github.close();
});

it.each<[string, string, string[], string]>([
  ['no `cost`', '', [], 'it has no `cost` in slipway.yml'],
  ['another number of runs', '{}', ['--runs', '101'], 'the input `runs` is invalid: "101"'],
  ['a misspelled key', '{prices: {core-hours: 1}}', [], 'Did you mean `core-hour`?'],
  ['a negative price', '{prices: {core-hour: -1}}', [], 'is below 0'],
  ['an unsafe address', '{opencost: {url: "http://a", token: T}}', [], 'without TLS'],
  ['a pool of nothing', '{connections: {pools: {}}}', [], 'Add at least one workload'],
])('is refused with %s', async (_, written, more, why) => {
  if (written !== '') await settings(written);
  const { code, outputs } = await cost(...more);
  expect([code, outputs.verdict]).toEqual([1, 'unknown']);
  expect(outputs.reason).toContain(why);
});
