import { stringify } from 'yaml';
import type { Manifest } from '../../cluster/manifests.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import { type Resource, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { watchdogImage, watchdogRole } from '../watchdog/watchdog.ts';
import { nameOf } from '../workloads/naming.ts';
import { optionalRights, rightsFor } from './access.ts';
import { rolesFor } from './roles.ts';

/** The objects with which an administrator grants the rights of releases. */

const api = 'rbac.authorization.k8s.io';

/**
 * Returns the ServiceAccount, the Roles and bindings with exactly the rights that releases of an environment need, and those of its
 * watchdog. Pure.
 * @param kinds the resources of the manifests' objects.
 * @param account name of the ServiceAccount.
 */
export function roleObjects(environment: Environment, kinds: Resource[], account: string): KubeObject[] {
  const { namespace, route, service = '', strategy } = environment;
  const optional = optionalRights(environment).flatMap(({ rights }) => rights);
  const { role, clusterRole, elsewhere } = rolesFor([...rightsFor(environment, kinds), ...optional]);
  const subjects = [{ kind: 'ServiceAccount', name: account, namespace }];
  const cluster = `${account}-${namespace}-read`;
  const granted = (kind: 'Role' | 'ClusterRole', name: string, rules: object[], where?: string) => {
    const metadata = { name, ...(where === undefined ? {} : { namespace: where }) };
    return [
      { apiVersion: `${api}/v1`, kind, metadata, rules },
      {
        ...{ apiVersion: `${api}/v1`, kind: `${kind}Binding`, metadata },
        roleRef: { apiGroup: api, kind, name },
        subjects,
      },
    ];
  };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } },
    ...granted('Role', account, role, namespace),
    ...granted('ClusterRole', cluster, clusterRole),
    ...elsewhere.flatMap(other => granted('Role', cluster, other.role, other.namespace)),
    ...(watchdogImage(strategy) === undefined
      ? []
      : watchdogRole({
          namespace,
          routes: route === undefined ? [] : [route.name],
          services: [service, nameOf.canary(service)],
        })),
  ];
}

/**
 * Returns the objects as YAML for an administrator. Pure.
 * @param account name of the ServiceAccount.
 * @returns also the number of `rules`, and the kinds of which the resource is `guessed`.
 */
export function roleText(
  app: string,
  name: string,
  environment: Environment,
  manifests: readonly Manifest[],
  account: string,
): { text: string; rules: number; guessed: string[] } {
  const { kinds, guessed } = resourcesOf(manifests.map(({ object }) => object));
  const objects = roleObjects(environment, kinds, account);
  const head = `# Exactly the permissions that releases of ${app} to ${name} need. Written by slipway rbac; an administrator applies it.\n`;
  return {
    text: head + objects.map(object => stringify(object, { lineWidth: 0 })).join('---\n'),
    rules: objects.flatMap(object => ('rules' in object ? [object.rules].flat() : [])).length,
    guessed,
  };
}

/**
 * Returns the resources of objects without asking a cluster. Pure.
 * @returns in `guessed` the kinds that Kubernetes itself does not have: the plural in their rules may be wrong.
 */
export function resourcesOf(objects: readonly KubeObject[]): { kinds: Resource[]; guessed: string[] } {
  const kinds = new Map<string, Resource>();
  const guessed = new Set<string>();
  for (const { apiVersion = '', kind = '' } of objects) {
    const [version = '', group = ''] = apiVersion.split('/').reverse();
    const known = builtIn.find(each => each.group === group && each.kind === kind);
    if (known === undefined) guessed.add(`${kind}.${group}`);
    kinds.set(
      `${group}/${kind}`,
      known ?? { group, version, kind, plural: pluralOf(kind), namespaced: true },
    );
  }
  return { kinds: [...kinds.values()], guessed: [...guessed] };
}

const more = [
  ['policy', 'PodDisruptionBudget'],
  ['networking.k8s.io', 'NetworkPolicy'],
  ['networking.k8s.io', 'Ingress'],
  ['rbac.authorization.k8s.io', 'Role'],
  ['rbac.authorization.k8s.io', 'RoleBinding'],
  ['monitoring.coreos.com', 'ServiceMonitor'],
  ['monitoring.coreos.com', 'PodMonitor'],
  ['monitoring.coreos.com', 'PrometheusRule'],
  ['monitoring.coreos.com', 'ScrapeConfig'],
] as const;

const builtIn: readonly Resource[] = [
  ...Object.values<Resource>(resources),
  ...more.map(([group, kind]) => ({ group, version: 'v1', kind, plural: pluralOf(kind), namespaced: true })),
];

/** Returns the plural as Kubernetes forms it: lower case, and -s, -es or -ies. */
function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(s|x|ch|sh)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
