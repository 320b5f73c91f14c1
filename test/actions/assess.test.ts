import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { kubectlFolder } from '../cluster/api-server.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** `assess` without a cluster, in a folder with the smallest shop. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await trivy({ SchemaVersion: 2, Results: [] });
});
afterEach(() => at.close());

const trivy = (report: object) =>
  at.program(
    'trivy',
    `[ "$1" = config ] || { echo Version: 0.74.0; exit; }\nwhile [ "$1" != --output ]; do shift; done\ncat >"$2" <<'END'\n${JSON.stringify(report)}\nEND`,
  );
const assess = (...more: string[]) =>
  at.slipway(['assess', '--environment', 'production', '--query-cluster', 'false', ...more]);
const reported = async () => JSON.parse(await readFile(join(at.folder, 'assess.json'), 'utf8'));

it('passes without errors, and writes every result with its evidence', async () => {
  const { code, outputs, err } = await assess();
  expect([code, outputs.verdict, outputs.report, outputs.reason]).toEqual([0, 'pass', 'assess.json', '']);
  const { assessments, counts } = await reported();
  expect(Number(outputs.findings)).toBe(counts.error + counts.warning + counts.info);
  expect(counts.met).toBe(0);
  expect(err).toContain('unknown: the cluster was not queried');
  for (const each of assessments) if (each.status === 'not-met') expect(each.evidence[0].of).not.toBe('');
});

it('fails for an error, with file and line, and never shows the value', async () => {
  await at.write(
    'deploy/settings.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  DATABASE_URL: postgres://shop:hunter2hunter2@db/shop\n',
  );
  const { code, outputs, err, out } = await assess();
  expect([code, outputs.verdict]).toEqual([1, 'fail']);
  expect(outputs.reason).toContain('deploy/settings.yaml:5: ConfigMap/settings has a password in a URL');
  expect(`${out}${err}${JSON.stringify(await reported())}`).not.toContain('hunter2');
});

it('accepts an error by an exception of slipway.yml', async () => {
  await at.write('Dockerfile', 'FROM scratch\nENV API_TOKEN=hunter2hunter2\n');
  expect((await assess()).outputs.reason).toContain('Dockerfile:2');
  await at.write(
    'deploy/settings.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  API_TOKEN: hunter2hunter2\n',
  );
  await at.write('Dockerfile', 'FROM scratch\n');
  await at.replace(
    '    workload: Deployment/shop\n',
    "    workload: Deployment/shop\n    assess:\n      exceptions: [{rule: variable-high, object: ConfigMap/settings, owner: us, reason: it is public, expires: '2999-01-01'}]\n",
  );
  expect((await assess()).code).toBe(0);
});

it('takes the findings of trivy over, and says when it could not run', async () => {
  const finding = {
    ID: 'KSV-0017',
    Title: 'Privileged',
    Severity: 'CRITICAL',
    Status: 'FAIL',
    Message: 'It is privileged.',
  };
  await trivy({ SchemaVersion: 2, Results: [{ Target: '0.yaml', Misconfigurations: [finding] }] });
  expect((await assess()).outputs.reason).toContain('It is privileged [KSV-0017]');
  await at.program('trivy', '[ "$1" = config ] && echo broken >&2 && exit 1; echo Version: 0.74.0');
  const { code, err } = await assess();
  expect(code).toBe(0);
  expect(err).toContain('unknown: trivy could not check the manifests: broken [trivy]');
});

it('is refused for a misspelled rule and another value of `query-cluster`', async () => {
  await at.replace(
    '    workload: Deployment/shop\n',
    '    workload: Deployment/shop\n    assess: {rules: {zone-spred: off}}\n',
  );
  expect((await assess()).outputs.reason).toContain('Did you mean `zone-spread`?');
  const { code, outputs } = await at.slipway([
    'assess',
    '--environment',
    'production',
    '--query-cluster',
    'some',
  ]);
  expect([code, outputs.verdict]).toEqual([1, 'fail']);
});

it('shows its count and the worst three in a plan, without trivy', async () => {
  await at.program('trivy', 'echo not started here >&2; exit 1');
  const { code, err } = await at.slipway(['plan']);
  expect(code).toBe(0);
  const lines = err.split('\n').filter(line => line.startsWith('production: '));
  const first = lines.findIndex(line => line.startsWith('production: assess: '));
  expect(lines[first]).toMatch(/assess: 0 errors, \d+ warnings?, /);
  expect(
    lines.slice(first + 1, first + 4).every(line => line.startsWith('production: warning: deploy/shop.json')),
  ).toBe(true);
});

/** A cluster in which nothing exists but what the API server itself has; it grants no permission to list nodes. */
async function cluster(asked: string[]) {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    asked.push(`${request.method} ${path}`);
    const forbidden = path === '/api/v1/nodes';
    const message =
      'nodes is forbidden: User "x" cannot list resource "nodes" in API group "" at the cluster scope';
    const answer =
      path === '/version'
        ? { gitVersion: 'v1.36.0' }
        : path === '/apis'
          ? { groups: [{ versions: [{ groupVersion: 'apps/v1' }] }] }
          : { metadata: {}, items: [] };
    response.writeHead(forbidden ? 403 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(forbidden ? { kind: 'Status', reason: 'Forbidden', message } : answer));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  vi.stubEnv('PATH', `${kubectlFolder()}${delimiter}${process.env.PATH}`);
  vi.stubEnv('KUBECTL_FAKE_API_PORT', String((server.address() as AddressInfo).port));
  return () => server.close();
}

it('asks the cluster by GET alone, and names a missing permission', async () => {
  const asked: string[] = [];
  await at.replace('    workload: Deployment/shop\n', '    workload: Deployment/shop\n    service: shop\n');
  const end = await cluster(asked);
  const { code, outputs } = await at.slipway(['assess', '--environment', 'production']);
  end();
  expect([code, outputs.verdict]).toEqual([0, 'pass']);
  expect(asked.filter(each => !each.startsWith('GET '))).toEqual([]);
  expect(asked.filter(each => /secrets|configmaps/.test(each))).toEqual([]);
  const { assessments } = await reported();
  const of = (rule: string) => assessments.find((each: { rule: string }) => each.rule === rule);
  expect(of('api-served')).toMatchObject({ status: 'met', evidence: [{ asked: 'served API versions' }] });
  expect(of('network-policy')).toMatchObject({ status: 'not-met', level: 'info' });
  expect(of('zone-nodes')).toMatchObject({
    status: 'unknown',
    what: 'the credential is not allowed to list nodes',
  });
});

it('is refused where a cluster is to be asked and none answers', async () => {
  vi.stubEnv('KUBECONFIG', '/nowhere');
  const { code, outputs } = await at.slipway(['assess', '--environment', 'production']);
  expect([code, outputs.verdict]).toEqual([1, 'fail']);
});
