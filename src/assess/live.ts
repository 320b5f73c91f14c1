import type {
  Deployment,
  HorizontalPodAutoscaler,
  KubeObject,
  Node,
  Pod,
  ResourceQuota,
} from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, type Resource, resources } from '../cluster/resources.ts';
import { UserError } from '../toolkit/errors.ts';
import { mapsIn } from '../toolkit/map.ts';

/** What a question to the cluster gave: the answer, or why there is none. */
export type Queried<T> =
  | { readonly known: true; readonly value: T; readonly asked: string; readonly at: string }
  | { readonly known: false; readonly why: string };

/** What the rules want to know of the cluster. Each part may be unknown alone. */
export interface Live {
  /** Groups with versions that the API server serves, such as `apps/v1`. */
  readonly served: Queried<ReadonlySet<string>>;
  /** Of the API server, such as `v1.36.1`. */
  readonly version: Queried<string>;
  /** What the API server says about deprecated kinds of the manifests, such as `policy/v1beta1 PodDisruptionBudget`. */
  readonly warnings: Queried<ReadonlyMap<string, string>>;
  readonly nodes: Queried<readonly Node[]>;
  readonly pods: Queried<readonly Pod[]>;
  readonly deployments: Queried<readonly Deployment[]>;
  readonly quotas: Queried<readonly ResourceQuota[]>;
  readonly limitRanges: Queried<readonly KubeObject[]>;
  readonly budgets: Queried<readonly KubeObject[]>;
  readonly autoscalers: Queried<readonly HorizontalPodAutoscaler[]>;
  readonly networkPolicies: Queried<readonly KubeObject[]>;
  readonly roles: Queried<readonly KubeObject[]>;
  readonly roleBindings: Queried<readonly KubeObject[]>;
}

const ofNamespace = (group: string, plural: string, kind: string): Resource => ({
  group,
  version: 'v1',
  plural,
  kind,
  namespaced: true,
});

/** The collections that are listed. Beside them, versions are asked. */
export const listed = {
  nodes: resources.node,
  pods: resources.pod,
  deployments: resources.deployment,
  quotas: resources.resourceQuota,
  limitRanges: ofNamespace('', 'limitranges', 'LimitRange'),
  budgets: ofNamespace('policy', 'poddisruptionbudgets', 'PodDisruptionBudget'),
  autoscalers: resources.horizontalPodAutoscaler,
  networkPolicies: ofNamespace('networking.k8s.io', 'networkpolicies', 'NetworkPolicy'),
  roles: ofNamespace('rbac.authorization.k8s.io', 'roles', 'Role'),
  roleBindings: ofNamespace('rbac.authorization.k8s.io', 'rolebindings', 'RoleBinding'),
} as const satisfies Record<string, Resource>;

/** Asks a question. Why it has no answer is kept, unless that is a defect. */
export async function queriedOf<T>(
  question: string,
  { now }: Pick<Cluster, 'now'>,
  ask: () => Promise<T>,
): Promise<Queried<T>> {
  try {
    const value = await ask();
    return { known: true, value, asked: question, at: new Date(now()).toISOString() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { known: false, why: error.message };
  }
}

/** The versions that may be removed. Stable ones stay as long as Kubernetes 1. */
const beforeStable = /^[a-z0-9][a-z0-9.-]*\/v\d+(alpha|beta)\d+$/;

/** Returns the warnings with which the API server answers for kinds in alpha and beta. One that it does not serve has none. */
async function warningsOf(
  cluster: Cluster,
  namespace: string,
  objects: readonly KubeObject[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const kinds = objects.flatMap(({ apiVersion = '', kind = '' }) =>
    beforeStable.test(apiVersion) ? [`${apiVersion} ${kind}`] : [],
  );
  for (const each of new Set(kinds)) {
    const [apiVersion = '', kind] = each.split(' ');
    const [group = '', version = ''] = apiVersion.split('/');
    const list = await cluster.get<{ resources?: unknown }>(`/apis/${group}/${version}`);
    const resource = mapsIn(list?.resources).find(
      ({ kind: is, name }) => is === kind && typeof name === 'string' && /^[a-z0-9-]+$/.test(name),
    );
    if (resource === undefined) continue;
    const path = pathOf(
      {
        group,
        version,
        plural: String(resource.name),
        kind: kind ?? '',
        namespaced: resource.namespaced === true,
      },
      namespace,
    );
    const { headers } = await cluster.call('GET', `${path}?limit=1`);
    const said = /^299 \S+ "((?:[^"\\]|\\.)*)"/.exec(headers.warning ?? '')?.[1];
    if (said !== undefined && /deprecated/.test(said)) found.set(each, said.slice(0, 300));
  }
  return found;
}

/**
 * Asks the cluster, by `get` and `list` only. What may not be read is unknown.
 * @param objects of the manifests.
 */
export async function readLive(
  cluster: Cluster,
  namespace: string,
  objects: readonly KubeObject[] = [],
): Promise<Live> {
  const asked = <T>(question: string, ask: () => Promise<T>) => queriedOf(question, cluster, ask);
  const lists = Object.entries(listed).map(async ([key, resource]) => {
    const where = resource.namespaced ? ` in namespace ${namespace}` : '';
    const question = `list ${resource.plural}${where}`;
    const path = pathOf(resource, namespace);
    return [key, await asked(question, async () => (await cluster.list(path)).items)] as const;
  });
  const served = asked('served API versions', async () => {
    const found = await cluster.get<{ groups?: { versions?: { groupVersion: string }[] }[] }>('/apis');
    if (found?.groups === undefined)
      throw new UserError('the API server does not say which versions it serves', 'check its address');
    const versions = found.groups.flatMap(group => group.versions ?? []);
    return new Set(['v1', ...versions.map(({ groupVersion }) => groupVersion)]);
  });
  const version = asked('the version of the API server', async () =>
    String((await cluster.get<{ gitVersion?: unknown }>('/version'))?.gitVersion ?? ''),
  );
  const warnings = asked('warnings about versions of the manifests', () =>
    warningsOf(cluster, namespace, objects),
  );
  const versions = { served: await served, version: await version, warnings: await warnings };
  return { ...Object.fromEntries(await Promise.all(lists)), ...versions } as unknown as Live;
}

/** Returns a snapshot in which nothing is known. Pure. */
export function notQueried(why: string): Live {
  const keys = [...Object.keys(listed), 'served', 'version', 'warnings'];
  return Object.fromEntries(keys.map(key => [key, { known: false, why }])) as unknown as Live;
}
