import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { main } from '../../src/cli.ts';
import { wording } from '../wording.ts';
import { captureOutput } from './said.ts';

const example = new URL('../../examples/shop/', import.meta.url).pathname;
let folder: string;
let said: () => string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rbac-'));
  cpSync(example, folder, { recursive: true });
  said = captureOutput();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const rbac = (...more: string[]) =>
  main([
    ...['rbac', '--environment', 'production', '--config', join(folder, 'slipway.yml')],
    ...['--file', join(folder, 'roles.yaml'), ...more],
  ]);
const objects = (path: string) =>
  parseAllDocuments(readFileSync(path, 'utf8')).map(document => document.toJS() as object);

it('writes exactly the permissions of the example', async () => {
  expect(await rbac()).toBe(0);
  expect(objects(join(folder, 'roles.yaml'))).toEqual(objects(join(example, 'rbac.yaml')));
});

it('names another account, and never overwrites a file', async () => {
  expect(await rbac('--account', 'releaser')).toBe(0);
  const written = objects(join(folder, 'roles.yaml'));
  expect(written[0]).toMatchObject({ kind: 'ServiceAccount', metadata: { name: 'releaser' } });
  expect(await rbac()).toBe(1);
  expect(
    said()
      .split('\n')
      .find(line => line.includes('exists already')),
  ).toEqual(wording('roles.yaml', '--file'));
  expect(objects(join(folder, 'roles.yaml'))).toEqual(written);
});

it("grants the users of GitHub's tokens in every binding, and no ServiceAccount", async () => {
  const path = join(folder, 'slipway.yml');
  const text = readFileSync(path, 'utf8');
  const trusting = "namespace: shop\n    cluster: { server: 'https://api.example.com:6443', audience: shop }";
  writeFileSync(path, text.replace('namespace: shop', trusting));
  expect(await rbac('--users', 'github:repo:acme/shop:ref:refs/heads/main,ci')).toBe(0);
  const written = objects(join(folder, 'roles.yaml')) as { kind: string; subjects?: object }[];
  const apiGroup = 'rbac.authorization.k8s.io';
  const users = [
    { kind: 'User', apiGroup, name: 'github:repo:acme/shop:ref:refs/heads/main' },
    { kind: 'User', apiGroup, name: 'ci' },
  ];
  expect(written.map(({ kind, subjects }) => [kind, subjects])).toEqual([
    ['Role', undefined],
    ['RoleBinding', users],
    ['ClusterRole', undefined],
    ['ClusterRoleBinding', users],
  ]);
  cpSync(join(folder, 'roles.yaml'), join(folder, 'slipway-rbac.yaml'));
  rmSync(join(folder, 'roles.yaml'));
  // Those of the file that is applied.
  expect(await rbac()).toBe(0);
  expect(objects(join(folder, 'roles.yaml'))).toEqual(written);
});

/** The objects for an application in the namespace of the shop, with a canary. */
async function canaryObjects(app: string, ...routes: string[]) {
  const config = join(folder, `${app}.yml`);
  const example = readFileSync(join(folder, 'slipway-canary.yml'), 'utf8');
  writeFileSync(config, example.replace('app: shop', `app: ${app}`));
  for (const name of routes) {
    const route = readFileSync(join(folder, 'deploy/route.yaml'), 'utf8');
    writeFileSync(join(folder, `deploy/${name}.yaml`), route.replace('name: shop', `name: ${name}`));
  }
  const file = join(folder, `${app}-roles.yaml`);
  expect(await main(['rbac', '--environment', 'production', '--config', config, '--file', file])).toBe(0);
  return objects(file) as {
    kind: string;
    metadata: { name: string; namespace?: string };
    rules?: object[];
  }[];
}

it('shares only the ServiceAccounts with another application of the namespace, so that each apply keeps the rules of the other', async () => {
  const keys = (all: { kind: string; metadata: { name: string; namespace?: string } }[]) =>
    all.map(({ kind, metadata }) => `${kind}/${metadata.namespace}/${metadata.name}`);
  const [shop, web] = [keys(await canaryObjects('shop')), keys(await canaryObjects('web'))];
  expect(shop.filter(key => web.includes(key))).toEqual([
    'ServiceAccount/shop/slipway',
    'ServiceAccount/shop/slipway-watchdog',
  ]);
});

it('lets the watchdog write to every route of the manifests that leads to the Service', async () => {
  const roles = await canaryObjects('shop', 'partners');
  const { rules } = roles.find(
    each => each.kind === 'Role' && each.metadata.name === 'slipway-watchdog:shop',
  )!;
  expect(rules).toContainEqual({
    apiGroups: ['gateway.networking.k8s.io'],
    resources: ['httproutes'],
    resourceNames: ['shop', 'partners'],
    verbs: ['get', 'patch'],
  });
});

it('grants what the Roles of the manifests grant, and the binding of others', async () => {
  const api = 'apiVersion: rbac.authorization.k8s.io/v1';
  const rules = `rules:
  - { apiGroups: [''], resources: [pods/log], verbs: [get, list] }
  - { apiGroups: [example.com], resources: [widgets], resourceNames: [one], verbs: ['*'] }`;
  const binding = (name: string, kind: string) =>
    `---\n${api}\nkind: RoleBinding\nmetadata: { name: ${name} }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: ${name} }\n`;
  const role = `${api}\nkind: Role\nmetadata: { name: watcher }\n${rules}\n`;
  writeFileSync(
    join(folder, 'deploy/access.yaml'),
    `${role}${binding('watcher', 'Role')}${binding('view', 'ClusterRole')}`,
  );
  expect(await rbac()).toBe(0);
  const written = objects(join(folder, 'roles.yaml')) as { kind: string; rules?: object[] }[];
  const granted = written.filter(({ kind }) => kind === 'Role').flatMap(each => each.rules ?? []);
  const group = 'rbac.authorization.k8s.io';
  for (const rule of [
    { apiGroups: [''], resources: ['pods/log'], verbs: ['get', 'list'] },
    { apiGroups: ['example.com'], resources: ['widgets'], resourceNames: ['one'], verbs: ['*'] },
    { apiGroups: [group], resources: ['clusterroles'], resourceNames: ['view'], verbs: ['bind'] },
    { apiGroups: [group], resources: ['roles'], verbs: ['create', 'delete', 'get', 'patch'] },
  ])
    expect(granted).toContainEqual(rule);
  expect(JSON.stringify(granted)).not.toContain('"resourceNames":["watcher"]');
});

it('says which resources it had to guess', async () => {
  const policy = 'apiVersion: example.com/v1\nkind: RetryPolicy\nmetadata: {name: shop}\n';
  writeFileSync(join(folder, 'deploy/policy.yaml'), policy);
  expect(await rbac()).toBe(0);
  expect(said()).toContain('RetryPolicy.example.com');
  expect(JSON.stringify(objects(join(folder, 'roles.yaml')))).toContain('"retrypolicies"');
});
