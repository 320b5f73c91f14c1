import { type Resource, resources } from '../../../src/cluster/resources.ts';

/** The kinds that an API server serves, and their properties. */
export interface Kind extends Resource {
  /** Whether it has a status subresource, which only its controller writes. */
  status?: boolean;
  /** Whether its generation rises with its spec, or also with its annotations. */
  generation?: 'spec' | 'spec and annotations';
  /** Whether it is a custom resource: its lists are atomic, its items have their kind, and a replacement needs a resourceVersion. */
  custom?: boolean;
}

const of = (group: string, plural: string, kind: string, more: Partial<Kind> = {}): Kind => ({
  ...{ group, version: 'v1', plural, kind, namespaced: true },
  ...more,
});
const withStatus = { status: true };
const counted = { status: true, generation: 'spec' } as const;

const more: Record<string, Partial<Kind>> = {
  'pods.': withStatus,
  'services.': withStatus,
  'namespaces.': withStatus,
  'nodes.': withStatus,
  'persistentvolumeclaims.': withStatus,
  'resourcequotas.': withStatus,
  'deployments.apps': { status: true, generation: 'spec and annotations' },
  'replicasets.apps': counted,
  'statefulsets.apps': counted,
  'daemonsets.apps': counted,
  'jobs.batch': counted,
  'cronjobs.batch': counted,
  'horizontalpodautoscalers.autoscaling': withStatus,
};

const rbac = 'rbac.authorization.k8s.io';

/** The kinds of every cluster, and of the add-ons that Slipway supports. */
export const served: readonly Kind[] = [
  ...Object.values(resources).map(each => ({
    ...each,
    ...(each.group === resources.gateway.group
      ? { ...counted, custom: true }
      : more[`${each.plural}.${each.group}`]),
  })),
  of('', 'persistentvolumes', 'PersistentVolume', { ...withStatus, namespaced: false }),
  of('events.k8s.io', 'events', 'Event'),
  of('', 'limitranges', 'LimitRange'),
  of('policy', 'poddisruptionbudgets', 'PodDisruptionBudget', counted),
  of('networking.k8s.io', 'networkpolicies', 'NetworkPolicy', { generation: 'spec' }),
  of('networking.k8s.io', 'ingresses', 'Ingress', counted),
  of(rbac, 'roles', 'Role'),
  of(rbac, 'rolebindings', 'RoleBinding'),
  of(rbac, 'clusterroles', 'ClusterRole', { namespaced: false }),
  of(rbac, 'clusterrolebindings', 'ClusterRoleBinding', { namespaced: false }),
  of('apiextensions.k8s.io', 'customresourcedefinitions', 'CustomResourceDefinition', {
    ...counted,
    namespaced: false,
  }),
  of('authorization.k8s.io', 'selfsubjectaccessreviews', 'SelfSubjectAccessReview', { namespaced: false }),
];

export const groupVersionOf = ({ group, version }: Pick<Resource, 'group' | 'version'>) =>
  group === '' ? version : `${group}/${version}`;

/** The target of a request. */
export interface Place {
  kind: Kind;
  namespace: string | undefined;
  name: string | undefined;
  /** `log`, `scale`, `proxy/ready` … */
  subresource: string | undefined;
}

/** Parses a path. @returns undefined where nothing is served. */
export function placeIn(kinds: readonly Kind[], path: string): Place | undefined {
  const match = /^\/(?:api\/([^/]+)|apis\/([^/]+)\/([^/]+))\/(.+)$/.exec(path);
  if (match === null) return undefined;
  const [, core, group = '', version = core, rest = ''] = match;
  const parts = rest.split('/').map(part => decodeURIComponent(part));
  const scoped =
    parts[0] === 'namespaces' && parts.length > 2 && !['status', 'finalize'].includes(parts[2] ?? '');
  const namespace = scoped ? parts[1] : undefined;
  const [plural, name, ...sub] = scoped ? parts.slice(2) : parts;
  const kind = kinds.find(
    each =>
      each.group === group &&
      each.version === version &&
      each.plural === plural &&
      (each.namespaced ? scoped || name === undefined : !scoped),
  );
  if (kind === undefined) return undefined;
  return { kind, namespace, name, subresource: sub.length === 0 ? undefined : sub.join('/') };
}

/** Returns the path of an object. */
export function pathIn({ kind, namespace }: Pick<Place, 'kind' | 'namespace'>, name: string): string {
  const root = kind.group === '' ? `/api/${kind.version}` : `/apis/${groupVersionOf(kind)}`;
  return `${root}${namespace === undefined ? '' : `/namespaces/${namespace}`}/${kind.plural}/${name}`;
}
