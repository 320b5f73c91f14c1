import { queriedOf } from '../assess/live.ts';
import type { EndpointSlice, Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Workload } from '../workloads/kinds.ts';
import { selectorOf } from '../workloads/pods.ts';

/** A6: the pods of a release, and those to which its Service sends requests. */

/** Asks for the pods after the endpoints: a pod that ended in between must not look like one without requests. */
export async function endpointsAndPods(
  cluster: Cluster,
  namespace: string,
  workload: Workload,
  service: string | undefined,
) {
  const endpoints = service === undefined ? undefined : await endpointsOf(cluster, namespace, service);
  const pods = await queriedOf('the pods of the release', cluster, async () => {
    const labelSelector = selectorOf(workload);
    return (await cluster.list<Pod>(pathOf(resources.pod, namespace), { labelSelector })).items;
  });
  return { endpoints, pods };
}

/** Returns the names of the pods to which a Service sends requests. */
const endpointsOf = (cluster: Cluster, namespace: string, service: string) =>
  queriedOf('the endpoints of the Service', cluster, async () => {
    const labelSelector = `kubernetes.io/service-name=${service}`;
    const path = pathOf(resources.endpointSlice, namespace);
    const { items } = await cluster.list<EndpointSlice>(path, { labelSelector });
    const endpoints = items.flatMap(({ endpoints }) => endpoints ?? []);
    const ready = endpoints.filter(({ conditions }) => conditions?.ready !== false);
    return new Set(ready.flatMap(({ targetRef }) => targetRef?.name ?? []));
  });
