import { stringify } from 'yaml';
import { type Manifest, parseManifests } from '../cluster/manifests.ts';
import type { KubeObject } from '../cluster/objects.ts';
import { type Resource, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import { permissionsOfDelivery } from '../gitops/permissions.ts';
import { optionalPermissions, type Permission, permissionsFor } from '../release/permissions/access.ts';
import { watchdogImage, watchdogRole } from '../release/watchdog/watchdog.ts';
import { UserError } from '../toolkit/errors.ts';
import { mapsIn, textsIn } from '../toolkit/map.ts';
import { type HttpRoute, routesOf } from '../traffic/route.ts';
import { nameOf } from '../workloads/naming.ts';
import { type Repository, remoteOf } from './repository.ts';

/** Permissions as objects of RBAC, with which an administrator grants them. */

interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  resourceNames?: string[];
  verbs: string[];
}

export interface Roles {
  /** In the namespace. */
  role: PolicyRule[];
  /** Read only. */
  clusterRole: PolicyRule[];
  /** The rules for each other namespace. */
  elsewhere: { namespace: string; role: PolicyRule[] }[];
}

/** Returns the Roles and the ClusterRole that grant exactly these permissions. Pure. */
export function rolesFor(permissions: Permission[]): Roles {
  const clusterWide = (permission: Permission) =>
    !permission.resource.namespaced || permission.resource === resources.gateway;
  const here = permissions.filter(({ elsewhere }) => elsewhere === undefined);
  const others = new Set(permissions.flatMap(({ elsewhere }) => elsewhere?.namespace ?? []));
  return {
    role: rulesOf(here.filter(permission => !clusterWide(permission))),
    clusterRole: rulesOf(here.filter(clusterWide)),
    elsewhere: [...others].map(namespace => ({
      namespace,
      role: rulesOf(permissions.filter(({ elsewhere }) => elsewhere?.namespace === namespace)),
    })),
  };
}

function rulesOf(permissions: Permission[]): PolicyRule[] {
  const rules = new Map<string, PolicyRule>();
  for (const { resource, subresource, verb, elsewhere } of permissions) {
    const name = subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;
    const key = `${resource.group}/${name}/${elsewhere?.name ?? ''}`;
    const rule = rules.get(key) ?? {
      apiGroups: [resource.group],
      resources: [name],
      ...(elsewhere === undefined ? {} : { resourceNames: [elsewhere.name] }),
      verbs: [],
    };
    rule.verbs.push(verb);
    rules.set(key, rule);
  }
  return [...rules.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rule]) => ({ ...rule, verbs: [...new Set(rule.verbs)].sort() }));
}

const api = 'rbac.authorization.k8s.io';

/**
 * Returns the ServiceAccount, the Roles and bindings with exactly the permissions that releases of an environment need, and those of its
 * watchdog. The names contain that of the application, because several may share the account and the namespace. Pure.
 * @param manifests the objects of the manifests.
 * @param account name of the ServiceAccount.
 * @param users who gets the permissions instead of it.
 */
export function roleObjects(
  app: string,
  environment: Environment,
  manifests: readonly KubeObject[],
  account: string,
  users: readonly string[] = [],
): KubeObject[] {
  const { namespace, route, service = '', strategy, delivery } = environment;
  const optional = delivery === undefined ? optionalPermissions(environment) : [];
  const { role, clusterRole, elsewhere } = rolesFor([
    ...permissionsNeeded(environment, manifests),
    ...optional.flatMap(({ permissions }) => permissions),
  ]);
  const subjects =
    users.length === 0
      ? [{ kind: 'ServiceAccount', name: account, namespace }]
      : users.map(name => ({ kind: 'User', apiGroup: api, name }));
  const cluster = `${account}:${namespace}:${app}`;
  const granted = (kind: 'Role' | 'ClusterRole', name: string, rules: object[], where?: string) => {
    const metadata = { name, ...(where === undefined ? {} : { namespace: where }) };
    return [
      { apiVersion: `${api}/v1`, kind, metadata, rules },
      {
        apiVersion: `${api}/v1`,
        kind: `${kind}Binding`,
        metadata,
        roleRef: { apiGroup: api, kind, name },
        subjects,
      },
    ];
  };
  return [
    ...(users.length === 0
      ? [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } }]
      : []),
    ...granted('Role', `${account}:${app}`, role, namespace),
    ...granted('ClusterRole', cluster, clusterRole),
    ...elsewhere.flatMap(other => granted('Role', cluster, other.role, other.namespace)),
    ...(watchdogImage(strategy) === undefined
      ? []
      : watchdogRole({
          app,
          namespace,
          routes: route === undefined ? [] : [...new Set([route.name, ...routesTo(service, manifests)])],
          services: [service, nameOf.canary(service)],
        })),
  ];
}

/** Returns the permissions without which no release of an environment can run. Pure. */
export const permissionsNeeded = (
  environment: Environment,
  manifests: readonly KubeObject[],
): Permission[] =>
  environment.delivery === undefined
    ? [
        ...permissionsFor(environment, resourcesOf(manifests).kinds),
        ...permissionsToGrant(environment.namespace, manifests),
      ]
    : permissionsOfDelivery(environment);

/** Returns what releases must hold to apply Roles and RoleBindings, because the API server lets a user grant only what that user has. Pure. */
function permissionsToGrant(namespace: string, manifests: readonly KubeObject[]): Permission[] {
  const ofKind = (kind: string) =>
    manifests.filter(each => each.kind === kind && each.apiVersion?.startsWith(`${api}/`));
  const permission = (group: string, name: string, verb: string, only?: string): Permission => {
    const [plural = '', subresource] = name.split(/\/(.*)/, 2);
    const resource = { group, version: 'v1', kind: '', plural, namespaced: true };
    const within = only === undefined ? {} : { elsewhere: { namespace, name: only } };
    return { verb, resource, ...(subresource === undefined ? {} : { subresource }), ...within };
  };
  const roles = ofKind('Role') as (KubeObject & { rules?: PolicyRule[] | null })[];
  const held = roles
    .flatMap(({ rules }) => rules ?? [])
    .flatMap(({ apiGroups = [], resources: named = [], resourceNames = [], verbs = [] }) =>
      apiGroups.flatMap(group =>
        named.flatMap(name =>
          verbs.flatMap(verb =>
            (resourceNames.length === 0 ? [undefined] : resourceNames).map(only =>
              permission(group, name, verb, only),
            ),
          ),
        ),
      ),
    );
  const bound = (ofKind('RoleBinding') as (KubeObject & { roleRef?: { kind: string; name: string } })[])
    .flatMap(({ roleRef }) => roleRef ?? [])
    .filter(({ kind, name }) => kind !== 'Role' || !roles.some(({ metadata }) => metadata?.name === name));
  return [...held, ...bound.map(({ kind, name }) => permission(api, `${kind.toLowerCase()}s`, 'bind', name))];
}

/** Returns the names of the HTTPRoutes that lead to the Service, because a rollout splits all of them. */
function routesTo(service: string, manifests: readonly KubeObject[]): string[] {
  const { group, kind } = resources.httpRoute;
  const routes = manifests.filter(each => each.kind === kind && each.apiVersion?.startsWith(`${group}/`));
  return routesOf(routes as HttpRoute[], service).map(({ metadata }) => metadata?.name ?? '');
}

/**
 * Returns the objects as YAML for an administrator. Pure.
 * @param account name of the ServiceAccount.
 * @param users who gets the permissions instead of it.
 * @returns also the number of `rules`, and the kinds of which the resource is `guessed`.
 */
export function roleText(
  app: string,
  name: string,
  environment: Environment,
  manifests: readonly Manifest[],
  account: string,
  users: readonly string[],
): { text: string; rules: number; guessed: string[] } {
  const released = manifests.map(({ object }) => object);
  const { guessed } = resourcesOf(released);
  const objects = roleObjects(app, environment, released, account, users);
  const head = `# Exactly the permissions that releases of ${app} to ${name} need. Written by slipway rbac; an administrator applies it.\n`;
  return {
    text: head + objects.map(object => stringify(object, { lineWidth: 0, compat: 'yaml-1.1' })).join('---\n'),
    rules: objects.flatMap(object => ('rules' in object ? [object.rules].flat() : [])).length,
    guessed,
  };
}

/** Returns the path of the file for an environment: another one where the first file is that of another environment. Pure. */
export function roleFileFor(name: string, { texts }: Pick<Repository, 'texts'>): string {
  const first = texts.get('slipway-rbac.yaml') ?? '';
  const owner = /^# Exactly the permissions that releases of \S+ to (\S+) need\./.exec(first)?.[1] ?? name;
  return owner === name ? 'slipway-rbac.yaml' : `slipway-rbac-${name}.yaml`;
}

/**
 * Returns the users that release with GitHub's tokens: those that the file names, because a cluster may know others, or else those of
 * docs/cluster.md. None where a ServiceAccount releases. Pure.
 */
export function usersOf(
  { cluster }: Pick<Environment, 'cluster'>,
  name: string,
  repository: Pick<Repository, 'texts' | 'remote' | 'branch'>,
): string[] {
  if (cluster === undefined) return [];
  const file = roleFileFor(name, repository);
  const subjects = subjectsIn(repository.texts.get(file) ?? '', file);
  const users = [...new Set(textsIn(subjects.filter(({ kind }) => kind === 'User').map(user => user.name)))];
  if (users.length > 0) return users;
  // No repository has such a name.
  const { owner, name: repo } = remoteOf(repository.remote) ?? { owner: '<owner>', name: '<repository>' };
  const subject = `github:repo:${owner}/${repo}`;
  return [`${subject}:ref:refs/heads/${repository.branch}`, `${subject}:environment:${name}`];
}

/** Returns the subjects of all bindings; none of a file that is no YAML, which an administrator has to correct. */
function subjectsIn(text: string, file: string): Record<string, unknown>[] {
  try {
    return parseManifests(text, file).flatMap(({ object }) =>
      'subjects' in object ? mapsIn(object.subjects) : [],
    );
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
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
