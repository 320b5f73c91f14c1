import { resources } from '../../cluster/resources.ts';
import type { Right } from './access.ts';

/** Rights as objects of RBAC. */

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

/** Returns the Roles and the ClusterRole that grant exactly these rights. Pure. */
export function rolesFor(rights: Right[]): Roles {
  const clusterWide = (right: Right) => !right.resource.namespaced || right.resource === resources.gateway;
  const here = rights.filter(({ elsewhere }) => elsewhere === undefined);
  const others = new Set(rights.flatMap(({ elsewhere }) => elsewhere?.namespace ?? []));
  return {
    role: rulesOf(here.filter(right => !clusterWide(right))),
    clusterRole: rulesOf(here.filter(clusterWide)),
    elsewhere: [...others].map(namespace => ({
      namespace,
      role: rulesOf(rights.filter(({ elsewhere }) => elsewhere?.namespace === namespace)),
    })),
  };
}

function rulesOf(rights: Right[]): PolicyRule[] {
  const rules = new Map<string, PolicyRule>();
  for (const { resource, subresource, verb, elsewhere } of rights) {
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
    .map(([, rule]) => ({ ...rule, verbs: rule.verbs.sort() }));
}
