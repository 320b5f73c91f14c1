import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { EarlyFacts, GuardAnswer } from './facts.ts';

/** Asks production what the credential of a drill may do there; no permission is tried. */

/** `resource` may name a subresource, as in `pods/exec`. */
type Permission = readonly [what: string, verb: string, group: string, resource: string];

const rbac = 'rbac.authorization.k8s.io';
const network = 'networking.k8s.io';

/**
 * Permissions that could damage production, or could be escalated until they do; among them those by which drills themselves break
 * something.
 */
const permissions: readonly Permission[] = [
  ['delete pods', 'delete', '', 'pods'],
  ['create pods', 'create', '', 'pods'],
  ['run commands in pods', 'create', '', 'pods/exec'],
  ['evict pods', 'create', '', 'pods/eviction'],
  ['patch pods', 'patch', '', 'pods'],
  ['create Jobs', 'create', 'batch', 'jobs'],
  ['create Deployments', 'create', 'apps', 'deployments'],
  ['patch Deployments', 'patch', 'apps', 'deployments'],
  ['delete Deployments', 'delete', 'apps', 'deployments'],
  ['patch StatefulSets', 'patch', 'apps', 'statefulsets'],
  ['delete StatefulSets', 'delete', 'apps', 'statefulsets'],
  ['patch Services', 'patch', '', 'services'],
  ['patch HTTPRoutes', 'patch', 'gateway.networking.k8s.io', 'httproutes'],
  ['create NetworkPolicies', 'create', network, 'networkpolicies'],
  ['delete NetworkPolicies', 'delete', network, 'networkpolicies'],
  ['patch ConfigMaps', 'patch', '', 'configmaps'],
  ['patch Secrets', 'patch', '', 'secrets'],
  ['update Leases', 'update', 'coordination.k8s.io', 'leases'],
  ['patch Roles', 'patch', rbac, 'roles'],
  ['create RoleBindings', 'create', rbac, 'rolebindings'],
  ['create tokens of ServiceAccounts', 'create', '', 'serviceaccounts/token'],
  ['delete PersistentVolumeClaims', 'delete', '', 'persistentvolumeclaims'],
  ['read Secrets', 'get', '', 'secrets'],
];

/** The same on objects of the whole cluster. */
const widePermissions: readonly Permission[] = [
  ['patch nodes', 'patch', '', 'nodes'],
  ['create ClusterRoleBindings', 'create', rbac, 'clusterrolebindings'],
  ['delete namespaces', 'delete', '', 'namespaces'],
  ['impersonate other users', 'impersonate', '', 'users'],
];

/** Returns the UID of the namespace kube-system, which identifies a cluster; undefined if it cannot be read. */
export async function uidOf(cluster: Cluster): Promise<string | undefined> {
  const found = await cluster
    .get<KubeObject>(pathOf(resources.namespace, '', 'kube-system'))
    .catch(() => undefined);
  return found?.metadata?.uid;
}

/**
 * Returns the permissions of the drill's credential in production. An error, or the answer of another cluster, counts as unknown.
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
  const places = ['', ...new Set(namespaces)];
  const asked = async (permission: Permission, namespace: string, where: string) => ({
    what: `${permission[0]}${where}`,
    allowed: await ask(production, permission, namespace),
  });
  return Promise.all([
    ...permissions.flatMap(each =>
      places.map(place => asked(each, place, place === '' ? ' everywhere' : ` in ${place}`)),
    ),
    ...widePermissions.map(each => asked(each, '', '')),
  ]);
}

interface Review {
  status?: { allowed?: boolean; denied?: boolean; evaluationError?: string };
}

async function ask(
  production: Cluster,
  [, verb, group, kind]: Permission,
  namespace: string,
): Promise<GuardAnswer> {
  const [resource, subresource] = kind.split('/');
  const attributes = { verb, group, resource, namespace, ...(subresource && { subresource }) };
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
