import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { deployAction } from '../../src/actions/deploy.ts';
import { loadManifests } from '../../src/cluster/manifests.ts';
import { Discovery, type Resource } from '../../src/cluster/resources.ts';
import { environmentOf, loadConfig } from '../../src/config/load.ts';
import { nameOfPermission, type Permission, permissionsFor } from '../../src/release/permissions/access.ts';
import { rolesFor } from '../../src/setup/roles.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { completeInputs, type Host, perform } from '../../src/toolkit/host.ts';
import {
  accountKubeconfig,
  auditMark,
  contextsKubeconfig,
  createAccount,
  image,
  type Shop,
  tokenOf,
  untilAllowed,
  writesSince,
} from './harness.ts';

/** Accounts with an exact set of permissions, and releases that lack one. */

/** The command lines of the release actions. */
export const deployArgs = (tag: string) => ['deploy', '--environment', 'production', '--images', image(tag)];
export const verifyArgs = ['verify', '--environment', 'production'];
export const rollbackArgs = ['rollback', '--environment', 'production'];

/** Returns the permissions that slipway.yml and the manifests need. */
export async function permissionsOf(shop: Shop): Promise<Permission[]> {
  const path = join(shop.dir, 'slipway.yml');
  const environment = environmentOf(await loadConfig(path), 'production');
  const discovery = new Discovery(shop.cluster);
  const needed = await Promise.all(
    (await loadManifests(dirname(path), environment.manifests)).map(({ object }) =>
      discovery.find(object.apiVersion, object.kind),
    ),
  );
  return permissionsFor(environment, needed as Resource[]);
}

/** Creates a service account with exactly these permissions. @returns the environment with its kubeconfig. */
export async function accountWith(
  shop: Shop,
  account: string,
  permissions: Permission[],
): Promise<Record<string, string>> {
  const KUBECONFIG = await accountKubeconfig(shop.cluster, shop.namespace, account, shop.dir);
  await grant(shop, account, permissions);
  return { KUBECONFIG };
}

/** Grants the permissions, and resolves when the API server allows them. */
async function grant(shop: Shop, account: string, permissions: Permission[]): Promise<void> {
  const { namespace, cluster } = shop;
  const { role, clusterRole, elsewhere } = rolesFor(permissions);
  const rbac = '/apis/rbac.authorization.k8s.io/v1';
  const subjects = [{ kind: 'ServiceAccount', name: account, namespace }];
  const wide = { name: `${namespace}-${account}`, labels: { e2e: namespace } };
  const refer = (kind: string, name: string) => ({ apiGroup: 'rbac.authorization.k8s.io', kind, name });
  await cluster.create(`${rbac}/namespaces/${namespace}/roles`, { metadata: { name: account }, rules: role });
  await cluster.create(`${rbac}/namespaces/${namespace}/rolebindings`, {
    metadata: { name: account },
    roleRef: refer('Role', account),
    subjects,
  });
  await cluster.create(`${rbac}/clusterroles`, { metadata: wide, rules: clusterRole });
  await cluster.create(`${rbac}/clusterrolebindings`, {
    metadata: wide,
    roleRef: refer('ClusterRole', wide.name),
    subjects,
  });
  for (const other of elsewhere) {
    const at = `${rbac}/namespaces/${other.namespace}`;
    await cluster.create(`${at}/roles`, { metadata: wide, rules: other.role });
    await cluster.create(`${at}/rolebindings`, {
      metadata: wide,
      roleRef: refer('Role', wide.name),
      subjects,
    });
  }
  const ends = [
    permissions.find(({ resource }) => resource.namespaced),
    permissions.find(({ resource }) => !resource.namespaced),
    ...permissions.filter(({ elsewhere }) => elsewhere !== undefined),
  ];
  for (const permission of ends) await untilGranted(shop, account, permission as Permission);
}

/** Returns the user name of the account in the API server's audit log. */
export const userOf = (shop: Shop, account: string) => `system:serviceaccount:${shop.namespace}:${account}`;

/** Resolves when the account has that permission. */
export const untilGranted = (
  shop: Shop,
  account: string,
  { verb, resource, subresource, elsewhere }: Permission,
): Promise<void> =>
  untilAllowed(shop.cluster, userOf(shop, account), {
    verb,
    group: resource.group,
    resource: resource.plural,
    ...(subresource === undefined ? {} : { subresource }),
    ...(resource.namespaced ? { namespace: shop.namespace } : {}),
    ...elsewhere,
  });

/**
 * Expects for each permission that a deploy without it is refused with its name, before the first write. The action runs in this process, with
 * a context for each account, because a new process would take longer than a refused deploy.
 */
export async function expectEachMissed(
  shop: Shop,
  permissions: Permission[],
  missed = permissions,
): Promise<void> {
  const accounts = missed.map((permission, index) => ({ permission, account: `lacks-${index}` }));
  const credentials = await Promise.all(
    accounts.map(async ({ permission, account }) => {
      await createAccount(shop.cluster, shop.namespace, account);
      const others = permissions.filter(other => other !== permission);
      await grant(shop, account, others);
      return { name: account, token: await tokenOf(shop.cluster, shop.namespace, account) };
    }),
  );
  const before = process.env.KUBECONFIG;
  process.env.KUBECONFIG = await contextsKubeconfig(join(shop.dir, 'lacking.kubeconfig'), credentials);
  const mark = await auditMark();
  const wrong: string[] = [];
  const queue = [...accounts];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const where = next.permission.elsewhere === undefined ? ` in namespace ${shop.namespace}` : '';
      const sentence = `the credential is not allowed to ${nameOfPermission(next.permission)}${where}. Grant the permission with a Role`;
      const { outputs, thrown } = await deployHere(shop, next.account);
      if (
        outputs.state !== 'refused' ||
        !outputs.reason?.startsWith(sentence) ||
        !(thrown instanceof UserError)
      ) {
        wrong.push(`without ${nameOfPermission(next.permission)}: ${JSON.stringify(outputs)}, ${thrown}`);
      }
    }
  };
  try {
    await Promise.all([work(), work(), work()]);
  } finally {
    process.env.KUBECONFIG = before;
  }
  expect(wrong).toEqual([]);
  const writes = await Promise.all(accounts.map(({ account }) => writesSince(mark, userOf(shop, account))));
  expect(writes.flat()).toEqual([]);
  console.log(`${missed.length} permissions, each reported when missing`);
}

/** Runs `slipway deploy --context …` in this process. */
async function deployHere(shop: Shop, context: string) {
  const outputs: Record<string, string> = {};
  const config = join(shop.dir, 'slipway.yml');
  const given: Record<string, string> = {
    environment: 'production',
    images: image('v2'),
    config,
    'kube-context': context,
  };
  const host: Host = {
    report: () => {},
    output: (name, value) => {
      outputs[name] = value;
    },
    summary: async () => {},
    quote: (_, work) => work(() => {}),
    annotate: () => {},
    setSecret: () => {},
    log: 2,
    env: {},
    cancellation: () => new AbortController().signal,
  };
  const inputs = () => completeInputs(deployAction, name => given[name] ?? '');
  const thrown: unknown = await perform(deployAction, inputs, host).then(
    ended => `it ended ${ended}`,
    error => error,
  );
  return { outputs, thrown };
}

/** Removes cluster roles, and roles in other namespaces, which the shop's removal leaves. */
export async function removeWide(shop: Shop): Promise<void> {
  const rbac = '/apis/rbac.authorization.k8s.io/v1';
  const monitoring = 'namespaces/monitoring';
  for (const plural of [
    'clusterrolebindings',
    'clusterroles',
    `${monitoring}/rolebindings`,
    `${monitoring}/roles`,
  ]) {
    await shop.cluster.call('DELETE', `${rbac}/${plural}?labelSelector=e2e%3D${shop.namespace}`);
  }
}
