import type { KubeObject } from './objects.ts';
import type { Cluster } from './port.ts';

/** A resource of the API, as paths and access reviews name it. */
export interface Resource {
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
}

function builtIn(group: string, version: string, plural: string, kind: string, namespaced = true): Resource {
  return { group, version, plural, kind, namespaced };
}

/** The resources that the engine itself reads and writes. */
export const resources = {
  configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
  secret: builtIn('', 'v1', 'secrets', 'Secret'),
  service: builtIn('', 'v1', 'services', 'Service'),
  pod: builtIn('', 'v1', 'pods', 'Pod'),
  pvc: builtIn('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
  event: builtIn('', 'v1', 'events', 'Event'),
  serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
  resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
  node: builtIn('', 'v1', 'nodes', 'Node', false),
  namespace: builtIn('', 'v1', 'namespaces', 'Namespace', false),
  deployment: builtIn('apps', 'v1', 'deployments', 'Deployment'),
  replicaSet: builtIn('apps', 'v1', 'replicasets', 'ReplicaSet'),
  statefulSet: builtIn('apps', 'v1', 'statefulsets', 'StatefulSet'),
  daemonSet: builtIn('apps', 'v1', 'daemonsets', 'DaemonSet'),
  controllerRevision: builtIn('apps', 'v1', 'controllerrevisions', 'ControllerRevision'),
  cronJob: builtIn('batch', 'v1', 'cronjobs', 'CronJob'),
  horizontalPodAutoscaler: builtIn(
    'autoscaling',
    'v2',
    'horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
  ),
  job: builtIn('batch', 'v1', 'jobs', 'Job'),
  lease: builtIn('coordination.k8s.io', 'v1', 'leases', 'Lease'),
  endpointSlice: builtIn('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
  httpRoute: builtIn('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
  gateway: builtIn('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
  grpcRoute: builtIn('gateway.networking.k8s.io', 'v1', 'grpcroutes', 'GRPCRoute'),
  tcpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tcproutes', 'TCPRoute'),
  tlsRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tlsroutes', 'TLSRoute'),
  udpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'udproutes', 'UDPRoute'),
  backendTlsPolicy: builtIn('gateway.networking.k8s.io', 'v1', 'backendtlspolicies', 'BackendTLSPolicy'),
  storageClass: builtIn('storage.k8s.io', 'v1', 'storageclasses', 'StorageClass', false),
  gatewayClass: builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass', false),
} as const satisfies Record<string, Resource>;

/** Segments that would change the path; no object has such a name. */
const leadsElsewhere = /[/%?#]|^\.{1,2}$/;

/**
 * Returns the API path of a collection, or of one of its objects.
 * @throws Error for a name or namespace that would change the path; no object can have such a name.
 */
export function pathOf(resource: Resource, namespace: string, name?: string): string {
  for (const segment of [namespace, name ?? ''])
    if (leadsElsewhere.test(segment)) throw new Error(`"${segment}" cannot be a name in the cluster`);
  const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
  return `${rootOf(resource)}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}

const rootOf = ({ group, version }: Pick<Resource, 'group' | 'version'>) =>
  group === '' ? `/api/${version}` : `/apis/${group}/${version}`;

/** Appends a query to a path, with each part encoded. */
export function withQuery(path: string, query: Record<string, string>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Parses the path of an object, as `pathOf` builds it; returns undefined when it is not an object in a namespace. */
export function placeOf(
  path: string,
): { group: string; namespace: string; plural: string; name: string } | undefined {
  const match = /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path);
  if (match === null) return undefined;
  const [, group = '', namespace = '', plural = '', name = ''] = match;
  const leads = [group, namespace, plural, name].some(each => leadsElsewhere.test(each));
  return leads ? undefined : { group, namespace, plural, name };
}

interface ApiResourceList {
  resources: { name: string; kind: string; namespaced: boolean }[];
}

/** Finds the resources of manifests' kinds by asking the API server, once for each group and version. */
export class Discovery {
  readonly #cluster: Cluster;
  readonly #lists = new Map<string, Promise<ApiResourceList | undefined>>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Returns the resource of a kind, or undefined when this API server does not have it. */
  async find(apiVersion: string, kind: string): Promise<Resource | undefined> {
    const known = Object.values(resources).find(r => r.kind === kind && apiVersionOf(r) === apiVersion);
    const group = groupOf({ apiVersion });
    const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
    // Built-in resources need no request; those of an add-on may be missing.
    if (known !== undefined && !group.includes('gateway')) return known;
    const list =
      this.#lists.get(apiVersion) ?? this.#cluster.get<ApiResourceList>(rootOf({ group, version }));
    this.#lists.set(apiVersion, list);
    const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
    return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
  }
}

/** Returns `apps/v1`, or `v1` for the core group. */
export function apiVersionOf(resource: Resource): string {
  return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}

/** The resource that Events are written to; the permission to create them is optional. */
export const eventsOfWorkloads = builtIn('events.k8s.io', 'v1', 'events', 'Event');

/** Returns the API group of an object; empty for the core group. Pure. */
export const groupOf = ({ apiVersion = '' }: KubeObject): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';

/** Returns an item of a typed list with kind and apiVersion, which only its list has. Pure. */
export function named<T>(item: T, { apiVersion, kind = '' }: Pick<KubeObject, 'apiVersion' | 'kind'>): T {
  if (apiVersion === undefined || !/.List$/.test(kind)) return item;
  return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}
