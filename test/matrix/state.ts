import type {
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  KubeObject,
  Pod,
} from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';

/** Everything in a namespace, as `kubectl get` would show it to a user. */
export interface State {
  deployments: Deployment[];
  pods: Pod[];
  services: (KubeObject & { spec?: { selector?: Record<string, string> } })[];
  routes: Route[];
  autoscalers: HorizontalPodAutoscaler[];
  configMaps: ConfigMap[];
  secrets: KubeObject[];
  leases: Lease[];
  /** Of kinds that neither the application nor a release that has ended has any of. */
  others: KubeObject[];
}

export type Route = KubeObject & {
  spec: { rules: { matches?: unknown; backendRefs?: { name: string; weight?: number }[] }[] };
};

export type Lease = KubeObject & {
  spec?: { holderIdentity?: string; renewTime?: string; leaseDurationSeconds?: number };
};

const places = {
  deployments: ['/apis/apps/v1', 'deployments', 'Deployment'],
  pods: ['/api/v1', 'pods', 'Pod'],
  services: ['/api/v1', 'services', 'Service'],
  routes: ['/apis/gateway.networking.k8s.io/v1', 'httproutes', 'HTTPRoute'],
  autoscalers: ['/apis/autoscaling/v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'],
  configMaps: ['/api/v1', 'configmaps', 'ConfigMap'],
  secrets: ['/api/v1', 'secrets', 'Secret'],
  leases: ['/apis/coordination.k8s.io/v1', 'leases', 'Lease'],
} as const;

const unexpected = [
  ['/apis/batch/v1', 'jobs', 'Job'],
  ['/apis/batch/v1', 'cronjobs', 'CronJob'],
  ['/apis/apps/v1', 'statefulsets', 'StatefulSet'],
  ['/apis/apps/v1', 'daemonsets', 'DaemonSet'],
  ['/apis/rbac.authorization.k8s.io/v1', 'roles', 'Role'],
  ['/apis/rbac.authorization.k8s.io/v1', 'rolebindings', 'RoleBinding'],
] as const;

export async function read(cluster: Cluster, namespace: string): Promise<State> {
  // The items of a list do not say what they are.
  const list = async ([group, plural, kind]: readonly [string, string, string]) => {
    const { items } = await cluster.list<KubeObject>(`${group}/namespaces/${namespace}/${plural}`);
    return items.map(item => ({ ...item, kind }));
  };
  const [known, others] = await Promise.all([
    Promise.all(Object.entries(places).map(async ([name, place]) => [name, await list(place)] as const)),
    Promise.all(unexpected.map(list)),
  ]);
  return { ...Object.fromEntries(known), others: others.flat() } as unknown as State;
}
