import { MissingRight } from '../cluster/errors.ts';
import type { Cluster } from '../cluster/port.ts';
import { type Resource, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';

/** A right that a release needs, as an access review asks for it. */
export interface Right {
  verb: string;
  resource: Resource;
  subresource?: string;
}

/**
 * The rights that deploy, verify and rollback of this environment need, exactly. Deploy asks for those of the other
 * two as well: that a release cannot be verified or undone is better known before its first write. Pure.
 * @param manifestResources the resources of the manifests' objects.
 */
export function rightsFor(environment: Environment, manifestResources: Resource[]): Right[] {
  const verbs: [Resource, string[]][] = [
    // Records and their outcomes; shipped configuration is applied with the manifests.
    [resources.configMap, ['create', 'delete', 'get', 'list', 'patch', 'update']],
    // The salt and the shipped copies. Never list: we know the names.
    [resources.secret, ['create', 'delete', 'get', 'patch']],
    [resources.lease, ['create', 'get', 'update']],
    [resources.deployment, ['create', 'delete', 'get', 'list', 'patch', 'watch']],
    [resources.replicaSet, ['list', 'watch']],
    // One bad pod is replaced; never others.
    [resources.pod, ['delete', 'list', 'watch']],
    [resources.event, ['list']],
    [resources.resourceQuota, ['list']],
    [resources.horizontalPodAutoscaler, ['list']],
    [resources.endpointSlice, ['list']],
    [resources.node, ['list']],
    [resources.namespace, ['get']],
    ...manifestResources.map((resource): [Resource, string[]] => [
      resource,
      ['create', 'delete', 'get', 'patch'],
    ]),
  ];
  if (environment.verify?.from === 'gateway' && environment.verify.url === undefined) {
    verbs.push([resources.httpRoute, ['get']], [resources.gateway, ['get']]);
  }
  const rights = verbs.flatMap(([resource, names]) => names.map((verb): Right => ({ verb, resource })));
  rights.push({ verb: 'get', resource: resources.pod, subresource: 'log' });
  if (environment.verify?.from === 'service') {
    rights.push(
      { verb: 'get', resource: resources.service },
      { verb: 'get', resource: resources.service, subresource: 'proxy' },
    );
  }
  return [...new Map(rights.map(right => [nameOfRight(right), right])).values()];
}

/** `patch deployments.apps`, as `kubectl auth can-i` writes it. */
export function nameOfRight({ verb, resource, subresource }: Right): string {
  const group = resource.group === '' ? '' : `.${resource.group}`;
  return `${verb} ${resource.plural}${group}${subresource === undefined ? '' : `/${subresource}`}`;
}

/** A right, and whether the credential has it. */
export interface Grant {
  right: Right;
  allowed: boolean;
}

/** Asks the API server which of these rights the credential has. */
export async function askRights(cluster: Cluster, namespace: string, rights: Right[]): Promise<Grant[]> {
  return Promise.all(
    rights.map(async (right): Promise<Grant> => {
      const { resource, verb, subresource } = right;
      const review = await cluster.create<{ status: { allowed: boolean } }>(
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              verb,
              group: resource.group,
              resource: resource.plural,
              ...(subresource === undefined ? {} : { subresource }),
              // Gateways stand in a namespace of their own.
              ...(resource.namespaced && resource !== resources.gateway ? { namespace } : {}),
            },
          },
        },
      );
      return { right, allowed: review.status.allowed };
    }),
  );
}

/** @throws MissingRight naming the rights that the credential lacks. */
export async function requireRights(
  cluster: Cluster,
  environment: Environment,
  needed: Resource[],
): Promise<void> {
  const grants = await askRights(cluster, environment.namespace, rightsFor(environment, needed));
  const lacking = rightsProblem(grants, environment.namespace);
  if (lacking !== undefined) throw lacking;
}

/** What to say of rights that are missing; undefined when none is. Pure. */
export function rightsProblem(grants: Grant[], namespace: string): MissingRight | undefined {
  const names = grants.filter(({ allowed }) => !allowed).map(({ right }) => nameOfRight(right));
  if (names.length === 0) return undefined;
  const shown =
    names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
  return new MissingRight(`${shown} in namespace ${namespace}`);
}

interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

/** The Role (in the namespace) and ClusterRole (read only) that grant exactly these rights. Pure. */
export function rolesFor(rights: Right[]): { role: PolicyRule[]; clusterRole: PolicyRule[] } {
  const clusterWide = (right: Right) => !right.resource.namespaced || right.resource === resources.gateway;
  return {
    role: rulesOf(rights.filter(right => !clusterWide(right))),
    clusterRole: rulesOf(rights.filter(clusterWide)),
  };
}

function rulesOf(rights: Right[]): PolicyRule[] {
  const rules = new Map<string, PolicyRule>();
  for (const { resource, subresource, verb } of rights) {
    const name = subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;
    const key = `${resource.group}/${name}`;
    const rule = rules.get(key) ?? { apiGroups: [resource.group], resources: [name], verbs: [] };
    rule.verbs.push(verb);
    rules.set(key, rule);
  }
  return [...rules.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rule]) => ({ ...rule, verbs: rule.verbs.sort() }));
}
