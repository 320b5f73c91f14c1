import type { ConfigMap, HorizontalPodAutoscaler, KubeObject, Pod } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import type { Workload } from '../../src/workloads/kinds.ts';

/** All objects in a namespace, as `kubectl get` shows them. */
export interface State {
  workloads: Workload[];
  pods: Pod[];
  services: (KubeObject & { spec?: { selector?: Record<string, string> } })[];
  routes: Route[];
  autoscalers: HorizontalPodAutoscaler[];
  configMaps: ConfigMap[];
  secrets: KubeObject[];
  leases: Lease[];
  /** Objects of kinds that neither the application nor a finished release has. */
  others: KubeObject[];
}

export type Route = KubeObject & {
  spec: { rules: { matches?: unknown; backendRefs?: { name: string; weight?: number }[] }[] };
};

export type Lease = KubeObject & {
  spec?: { holderIdentity?: string; renewTime?: string; leaseDurationSeconds?: number };
};

const places = {
  pods: ['/api/v1', 'pods'],
  services: ['/api/v1', 'services'],
  routes: ['/apis/gateway.networking.k8s.io/v1', 'httproutes'],
  autoscalers: ['/apis/autoscaling/v2', 'horizontalpodautoscalers'],
  configMaps: ['/api/v1', 'configmaps'],
  secrets: ['/api/v1', 'secrets'],
  leases: ['/apis/coordination.k8s.io/v1', 'leases'],
} as const;

const workloads = [
  ['/apis/apps/v1', 'deployments'],
  ['/apis/apps/v1', 'statefulsets'],
  ['/apis/apps/v1', 'daemonsets'],
] as const;

const unexpected = [
  ['/apis/batch/v1', 'jobs'],
  ['/apis/batch/v1', 'cronjobs'],
  ['/apis/rbac.authorization.k8s.io/v1', 'roles'],
  ['/apis/rbac.authorization.k8s.io/v1', 'rolebindings'],
] as const;

export async function read(cluster: Cluster, namespace: string): Promise<State> {
  const list = async ([group, plural]: readonly [string, string]) =>
    (await cluster.list<KubeObject>(`${group}/namespaces/${namespace}/${plural}`)).items;
  const [known, carrying, others] = await Promise.all([
    Promise.all(Object.entries(places).map(async ([name, place]) => [name, await list(place)] as const)),
    Promise.all(workloads.map(list)),
    Promise.all(unexpected.map(list)),
  ]);
  return {
    ...Object.fromEntries(known),
    workloads: carrying.flat(),
    others: others.flat(),
  } as unknown as State;
}
