import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kubectlFolder } from '../cluster/api-server.ts';
import { type Checkout, checkout } from '../setup/checkout.ts';
import { wording } from '../wording.ts';

const shop = { 'package.json': '{"main":"server.js"}', 'server.js': `app.get('/readyz')\n` };
const commit = 'a'.repeat(40);

let at: Checkout;
let api: Server | undefined;
/** Kind and user of each access review. */
let reviews: [string, string | undefined][];
beforeEach(() => {
  reviews = [];
  // No cluster answers.
  vi.stubEnv('KUBECONFIG', '/nowhere');
});
afterEach(() => {
  vi.unstubAllEnvs();
  api?.close();
  api = undefined;
  at.close();
});

const init = (...more: string[]) => at.slipway('init', '--folder', at.folder, ...more);
async function doctor(...more: string[]) {
  const { code, outputs, err } = await at.slipway('doctor', '--config', `${at.folder}/slipway.yml`, ...more);
  return { code, ready: outputs.ready, missing: JSON.parse(outputs.missing ?? ''), lines: err.split('\n') };
}

/** A cluster that has these paths, and grants what `allowed` says. */
async function cluster(
  objects: Record<string, object>,
  allowed: (resource: string) => boolean = () => true,
  mayAsk = true,
) {
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    let body = '';
    for await (const part of request) body += part;
    const reviewed = /\/(self)?subjectaccessreviews$/.test(path) ? JSON.parse(body) : undefined;
    if (reviewed !== undefined) reviews.push([reviewed.kind, reviewed.spec.user]);
    const answer =
      path === '/version'
        ? { gitVersion: 'v1.36.0' }
        : reviewed !== undefined
          ? { status: { allowed: allowed(reviewed.spec.resourceAttributes.resource) } }
          : objects[path];
    if (reviewed !== undefined && !mayAsk) {
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ kind: 'Status', reason: 'Forbidden', message: 'no' }));
      return;
    }
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { kind: 'Status', reason: 'NotFound', message: 'not found' }));
  });
  api = server;
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  vi.stubEnv('PATH', `${kubectlFolder()}${delimiter}${process.env.PATH}`);
  vi.stubEnv('KUBECTL_FAKE_API_PORT', String((server.address() as AddressInfo).port));
}

const namespace = { '/api/v1/namespaces/shop': { metadata: { name: 'shop' } } };
const account = { '/api/v1/namespaces/shop/serviceaccounts/slipway': { metadata: { name: 'slipway' } } };
const gateway = (status: string) => ({
  '/apis/gateway.networking.k8s.io/v1/namespaces/gateway/gateways/main': {
    status: { conditions: [{ type: 'Programmed', status }] },
  },
});

describe('doctor, without a cluster', () => {
  it('begins with init in a repository without slipway.yml', async () => {
    at = checkout(shop, '');
    const { code, ready, missing, lines } = await doctor();
    expect([code, ready, missing]).toEqual([1, 'false', ['slipway.yml', 'workflows', 'git remote']]);
    expect(lines[1]).toBe(`   slipway init --folder ${at.folder}`);
    expect(lines).toContainEqual(wording('release.yml, pull-request.yml, rollback.yml, status.yml'));
    expect(lines).toContain('❔ commit: no workflow calls Slipway yet');
  });

  it('misses nothing after init, but says that it could not look at the cluster', async () => {
    at = checkout(shop);
    await init();
    const { code, ready, missing, lines } = await doctor();
    expect([code, ready, missing]).toEqual([0, 'false', []]);
    expect(lines.filter(line => line.startsWith('✅')).length).toBe(6);
    expect(lines).toContainEqual(wording('cluster', 'does not answer'));
    expect(lines).toContain('   kubectl cluster-info');
    // What to do there is known all the same.
    expect(lines).toContain('   kubectl create namespace shop');
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {3}.*slipway rbac .* && kubectl apply --filename /),
    );
  });

  it('leaves the roles of the first environment alone in those of a second one, as init does', async () => {
    at = checkout(shop);
    await init();
    const [first, text] = [at.read('slipway-rbac.yaml'), at.read('slipway.yml')];
    const production = text.slice(text.indexOf('  production:'));
    const staging = production
      .replace('production:', 'staging:')
      .replace(/namespace: \S+/, 'namespace: staging');
    at.write({ 'slipway.yml': `${text}${staging}` });
    const { outputs } = await init('--environment', 'staging');
    expect(outputs.written).toBe('["slipway-rbac-staging.yaml"]');
    expect(outputs.next).toContain(`kubectl apply --filename ${at.folder}/slipway-rbac-staging.yaml`);
    expect(at.read('slipway-rbac-staging.yaml')).toContain('namespace: staging\n');
    expect(at.read('slipway-rbac.yaml')).toBe(first);
    const { lines } = await doctor('--environment', 'staging');
    expect(lines.filter(line => line.includes('rm -f '))).toEqual([
      expect.stringContaining(`rm -f ${at.folder}/slipway-rbac-staging.yaml && `),
    ]);
    expect((await init()).outputs.written).toBe('[]');
    expect((await doctor()).lines.join()).toContain(`rm -f ${at.folder}/slipway-rbac.yaml && `);
  });

  it('names an invalid slipway.yml, and what its manifests lack', async () => {
    at = checkout(shop);
    await init();
    const text = at.read('slipway.yml');
    at.write({ 'slipway.yml': text.replace('workload:', 'worklod:') });
    expect((await doctor()).missing).toEqual(['slipway.yml']);
    at.write({ 'slipway.yml': text.replace('Deployment/shop', 'Deployment/store') });
    const { missing, lines } = await doctor();
    expect(missing).toEqual(['manifests']);
    expect(lines).toContainEqual(wording('Deployment/store', 'shop'));
    at.write({ 'slipway.yml': text.replace('{ repository', '{ dockerfile: Containerfile, repository') });
    expect((await doctor()).missing).toEqual(['Dockerfile']);
    expect((await doctor('--environment', 'staging')).missing).toEqual(['slipway.yml']);
  });

  it('looks at the repository of an environment that is delivered by Git', async () => {
    at = checkout(shop);
    await init();
    const text = at.read('slipway.yml');
    const delivery =
      'delivery: { gitops: { repository: https://github.com/acme/cluster, files: [shop.yaml], controller: { argocd: { name: shop } } } }';
    at.write({ 'slipway.yml': text.replace(/manifests:.*/, delivery) });
    const { code, ready, missing, lines } = await doctor();
    expect([code, ready, missing]).toEqual([0, 'false', []]);
    expect(lines).toContainEqual(wording('✅ manifests', 'delivery'));
    expect(lines).toContain('   kubectl create namespace shop');
  });

  it('misses the commit in workflows that name zeros or a tag', async () => {
    at = checkout(shop);
    await init();
    const path = '.github/workflows/release.yml';
    const text = at.read(path).replace(/@[0-9a-f]{40}/, `@${commit}`);
    for (const wrong of ['0'.repeat(40), 'v1', 'a1b2c3d']) {
      at.write({ [path]: text.replace(commit, wrong) });
      expect((await doctor()).missing).toEqual(['commit']);
    }
    at.write({ [path]: text });
    expect((await doctor()).missing).toEqual([]);
  });
});

describe('doctor, with a cluster', () => {
  beforeEach(async () => {
    at = checkout(shop);
    await init('--host', 'shop.example.com', '--gateway', 'gateway/main');
  });

  const logIn = (step = '          kubeconfig: ${{ secrets.KUBECONFIG }}\n') => {
    const path = '.github/workflows/release.yml';
    at.write({ [path]: `${at.read(path).trimEnd()}\n${step}` });
  };

  it('is not ready where only this machine has a login to the cluster, not the workflow', async () => {
    await cluster({ ...namespace, ...account, ...gateway('True') });
    const before = await doctor();
    expect(before).toMatchObject({ code: 0, ready: 'false', missing: [] });
    expect(before.lines).toContainEqual(wording('❔ login', '`cluster`', '.github/workflows/release.yml'));
    expect(before.lines).toContainEqual(expect.stringContaining('docs/cluster.md'));
    const text = at.read('slipway.yml');
    const trusts = "    cluster: { server: 'https://api.example.com:6443', audience: shop }\n";
    at.write({ 'slipway.yml': `${text}${trusts}` });
    expect((await doctor()).lines).toContainEqual(wording('✅ login', '`cluster`'));
    at.write({ 'slipway.yml': text });
    logIn('      - run: aws eks update-kubeconfig --name shop\n');
    expect((await doctor()).ready).toBe('true');
  });

  it('is ready when everything is there', async () => {
    await cluster({ ...namespace, ...account, ...gateway('True') });
    logIn();
    expect(await doctor()).toMatchObject({ code: 0, ready: 'true', missing: [] });
    expect(new Set(reviews.map(String))).toEqual(
      new Set(['SubjectAccessReview,system:serviceaccount:shop:slipway']),
    );
  });

  it('does not know the permissions of a ServiceAccount that does not exist, or that it may not ask for', async () => {
    await cluster({ ...namespace, ...gateway('True') });
    const { missing, lines } = await doctor();
    expect(missing).toEqual(['ServiceAccount']);
    expect(lines).toContainEqual(wording('❔ permissions', 'ServiceAccount/slipway'));
    expect(reviews).toEqual([]);
    api?.close();
    await cluster({ ...namespace, ...account, ...gateway('True') }, () => true, false);
    const refused = await doctor();
    expect([refused.code, refused.ready, refused.missing]).toEqual([0, 'false', []]);
    expect(refused.lines).toContainEqual(wording('❔ permissions', 'subjectaccessreviews'));
  });

  it('names what is missing, with the command for each', async () => {
    await cluster({ ...account, ...gateway('False') }, resource => resource !== 'leases');
    const { code, missing, lines } = await doctor();
    expect([code, missing]).toEqual([1, ['namespace', 'permissions', 'Gateway']]);
    expect(lines).toContain('   kubectl create namespace shop');
    const file = `${at.folder}/slipway-rbac.yaml`;
    expect(lines).toContain(
      `   rm -f ${file} && slipway rbac --environment production --account slipway --file ${file} --config ${at.folder}/slipway.yml && kubectl apply --filename ${file}`,
    );
    expect(lines).toContainEqual(wording('Gateway/main', 'not programmed'));
    expect(lines).toContainEqual(wording('leases.coordination.k8s.io'));
  });

  it('asks for what the Roles of the manifests grant, because a user grants only what that user has', async () => {
    at.write({
      'deploy/role.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: shop }
rules: [{ apiGroups: [example.com], resources: [widgets], verbs: [list] }]
`,
    });
    await cluster({ ...namespace, ...account, ...gateway('True') }, resource => resource !== 'widgets');
    const { missing, lines } = await doctor();
    expect(missing).toEqual(['permissions']);
    expect(lines).toContainEqual(wording('list widgets.example.com', 'slipway'));
  });

  it('asks for no ServiceAccount where the cluster trusts GitHub', async () => {
    at.write({
      'slipway.yml': `${at.read('slipway.yml')}    cluster: { server: 'https://api.example.com:6443', audience: shop }\n`,
    });
    await cluster({ ...namespace, ...gateway('True') });
    const other = await doctor('--kube-context', 'shop');
    expect(other).toMatchObject({ code: 0, ready: 'false', missing: [] });
    expect(other.lines).toContainEqual(wording('❔ permissions', '--kube-context'));
    expect(reviews).toEqual([]);
    // Without a kubeconfig only a job of GitHub gets in.
    expect(await doctor()).toMatchObject({ code: 0, ready: 'false', missing: [] });
  });

  it("writes the roles again for the same users of GitHub's tokens, because no ServiceAccount releases", async () => {
    at.write({
      'slipway.yml': `${at.read('slipway.yml')}    cluster: { server: 'https://api.example.com:6443', audience: shop }\n`,
    });
    const file = `${at.folder}/slipway-rbac.yaml`;
    const commandFor = (users: string) =>
      `   rm -f ${file} && slipway rbac --environment production --users ${users} --file ${file} --config ${at.folder}/slipway.yml && kubectl apply --filename ${file}`;
    const { lines } = await doctor();
    expect(lines).toContain(
      commandFor('github:repo:Acme/Shop:ref:refs/heads/main,github:repo:Acme/Shop:environment:production'),
    );
    expect(lines.filter(line => line.includes('ServiceAccount'))).toEqual([]);
    const asEdited = '- kind: User\n    apiGroup: rbac.authorization.k8s.io\n    name: ci:shop';
    at.write({
      'slipway-rbac.yaml': at
        .read('slipway-rbac.yaml')
        .replace(/- kind: ServiceAccount\n {4}name: slipway\n {4}namespace: shop/g, asEdited),
    });
    expect((await doctor()).lines).toContain(commandFor('ci:shop'));
    rmSync(file);
    await init();
    expect(at.read('slipway-rbac.yaml')).toContain('name: github:repo:Acme/Shop:environment:production\n');
    expect(at.read('slipway-rbac.yaml')).not.toContain('ServiceAccount\n');
  });

  it('asks the Prometheus of the gate', async () => {
    const metrics =
      '[{ name: errors, total: http_requests_total, bad: \'http_requests_total{code="500"}\' }]';
    at.write({
      'slipway.yml': `${at.read('slipway.yml')}    gate: { prometheus: { service: monitoring/prometheus:9090 }, metrics: ${metrics} }\n`,
    });
    const prometheus = '/api/v1/namespaces/monitoring/services/prometheus:9090/proxy/api/v1/query';
    const here = { ...namespace, ...account, ...gateway('True') };
    logIn();
    await cluster({
      ...here,
      [prometheus]: { status: 'success', data: { resultType: 'scalar', result: [1.7e9, '1700000000'] } },
    });
    expect(await doctor()).toMatchObject({ code: 0, ready: 'true' });
    api?.close();
    await cluster(here);
    expect((await doctor()).missing).toEqual(['Prometheus']);
  });
});
