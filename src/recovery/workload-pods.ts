import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Workload } from '../workloads/kinds.ts';
import { selectorOf } from '../workloads/pods.ts';

/** Lists the pods that a workload selects; none without a selector, which would list all of the namespace. */
export async function listPods(
  cluster: Cluster,
  namespace: string,
  workload: Workload | undefined,
): Promise<readonly Pod[]> {
  const labelSelector = selectorOf(workload);
  if (labelSelector === '') return [];
  return (await cluster.list<Pod>(pathOf(resources.pod, namespace), { labelSelector })).items;
}
