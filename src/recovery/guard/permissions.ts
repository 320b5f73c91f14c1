import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { EarlyFacts, GuardAnswer } from './facts.ts';

/** Asks production what the identity of a drill may do there; no permission is tried. */

interface Permission {
  readonly what: string;
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  /** Cluster-scoped. */
  readonly wide?: true;
}

const rbac = 'rbac.authorization.k8s.io';
const network = 'networking.k8s.io';
const gateway = 'gateway.networking.k8s.io';
const allowing = (what: string, verb: string, group: string, resource: string): Permission => ({
  what,
  verb,
  group,
  resource,
});

/**
 * Permissions that could damage production, or could be escalated until they do; among them those by which drills themselves break
 * something.
 */
export const permissions: readonly Permission[] = [
  { what: 'delete pods', verb: 'delete', group: '', resource: 'pods' },
  { what: 'create pods', verb: 'create', group: '', resource: 'pods' },
  { what: 'run commands in pods', verb: 'create', group: '', resource: 'pods', subresource: 'exec' },
  { what: 'evict pods', verb: 'create', group: '', resource: 'pods', subresource: 'eviction' },
  allowing('patch pods', 'patch', '', 'pods'),
  allowing('create Jobs', 'create', 'batch', 'jobs'),
  allowing('create Deployments', 'create', 'apps', 'deployments'),
  allowing('patch Deployments', 'patch', 'apps', 'deployments'),
  allowing('delete Deployments', 'delete', 'apps', 'deployments'),
  allowing('patch StatefulSets', 'patch', 'apps', 'statefulsets'),
  allowing('delete StatefulSets', 'delete', 'apps', 'statefulsets'),
  allowing('patch Services', 'patch', '', 'services'),
  allowing('patch HTTPRoutes', 'patch', gateway, 'httproutes'),
  allowing('create NetworkPolicies', 'create', network, 'networkpolicies'),
  allowing('delete NetworkPolicies', 'delete', network, 'networkpolicies'),
  allowing('patch ConfigMaps', 'patch', '', 'configmaps'),
  allowing('patch Secrets', 'patch', '', 'secrets'),
  allowing('update Leases', 'update', 'coordination.k8s.io', 'leases'),
  allowing('patch Roles', 'patch', rbac, 'roles'),
  allowing('create RoleBindings', 'create', rbac, 'rolebindings'),
  { ...allowing('create tokens of ServiceAccounts', 'create', '', 'serviceaccounts'), subresource: 'token' },
  {
    what: 'delete PersistentVolumeClaims',
    verb: 'delete',
    group: '',
    resource: 'persistentvolumeclaims',
  },
  { what: 'read Secrets', verb: 'get', group: '', resource: 'secrets' },
  { ...allowing('patch nodes', 'patch', '', 'nodes'), wide: true },
  { ...allowing('create ClusterRoleBindings', 'create', rbac, 'clusterrolebindings'), wide: true },
  { what: 'delete namespaces', verb: 'delete', group: '', resource: 'namespaces', wide: true },
  { what: 'impersonate other users', verb: 'impersonate', group: '', resource: 'users', wide: true },
];

/** Returns the UID of the namespace kube-system, which identifies a cluster; undefined if it cannot be read. */
export async function uidOf(cluster: Cluster): Promise<string | undefined> {
  const found = await cluster
    .get<KubeObject>(pathOf(resources.namespace, '', 'kube-system'))
    .catch(() => undefined);
  return found?.metadata?.uid;
}

/**
 * Returns the permissions of the drill's identity in production. An error, or the answer of another cluster, counts as unknown.
 * @param uids production clusters in slipway.yml.
 * @param namespaces production namespaces; cluster-wide permissions are checked, too.
 */
export async function askPermissions(
  production: Cluster,
  uids: readonly string[],
  namespaces: readonly string[],
): Promise<EarlyFacts['permissions']> {
  const uid = await uidOf(production);
  if (uid === undefined || !uids.includes(uid))
    return [{ what: 'do anything (the queried cluster is not known to be production)', allowed: 'unknown' }];
  const questions = permissions.flatMap(permission =>
    (permission.wide === true ? [''] : ['', ...new Set(namespaces)]).map(namespace => ({
      permission,
      namespace,
    })),
  );
  return Promise.all(
    questions.map(async ({ permission: deed, namespace }) => ({
      what: `${deed.what}${deed.wide === true ? '' : namespace === '' ? ' everywhere' : ` in ${namespace}`}`,
      allowed: await ask(production, deed, namespace),
    })),
  );
}

interface Review {
  status?: { allowed?: boolean; denied?: boolean; evaluationError?: string };
}

async function ask(
  production: Cluster,
  { verb, group, resource, subresource }: Permission,
  namespace: string,
): Promise<GuardAnswer> {
  const attributes = {
    verb,
    group,
    resource,
    namespace,
    ...(subresource === undefined ? {} : { subresource }),
  };
  try {
    const { status } = await production.create<Review>(
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: attributes },
      },
    );
    if (status?.allowed === true) return 'yes';
    // With an evaluation error some authorizer did not answer, so `allowed: false` is not a definite no.
    return status?.allowed === false && !status.evaluationError ? 'no' : 'unknown';
  } catch {
    return 'unknown';
  }
}
