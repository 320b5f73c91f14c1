import { queriedOf } from '../assess/live.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { KubeObject, PodSpec } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { isMap, mapsIn } from '../toolkit/map.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { isReleased, pathTo, refOf, templateOf, type Workload } from '../workloads/kinds.ts';
import type { WorkloadDemand } from './demand.ts';
import { type FoundSetting, settingsIn } from './settings.ts';

/** Reads a setting of the workloads as they are in the cluster, with the ConfigMaps that they use. */
export const liveSettings = (
  cluster: Cluster,
  namespace: string,
  demands: readonly Pick<WorkloadDemand, 'object' | 'title'>[],
  name: string,
) =>
  queriedOf('the workloads and their ConfigMaps', cluster, async (): Promise<readonly FoundSetting[]> => {
    const released = demands.filter(({ object }) => isReleased(object.kind));
    const found = await mapOf(released, 4, async ({ object, title }) => {
      const spec = templateOf(await cluster.get<Workload>(pathTo(namespace, refOf(object))))?.spec;
      return spec === undefined ? [] : [{ spec, title }];
    });
    const live = found.flat();
    const names = [...new Set(live.flatMap(({ spec }) => configMapsOf(spec)))];
    const maps = await mapOf(names, 4, async (map): Promise<Manifest[]> => {
      const there = await cluster.get<KubeObject>(pathOf(resources.configMap, namespace, map));
      // Objects of the API need not have a kind.
      return there === undefined
        ? []
        : [{ object: { ...there, kind: 'ConfigMap' }, name: map, source: 'the cluster' } as Manifest];
    });
    return settingsIn(live, name, maps.flat());
  });

/** Returns the names of the ConfigMaps that a pod uses, for variables or as files. */
function configMapsOf(value: PodSpec | unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(configMapsOf);
  return Object.entries(isMap(value) ? value : {}).flatMap(([key, part]) =>
    /^(configMap|configMapRef|configMapKeyRef)$/.test(key)
      ? mapsIn([part]).flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
      : configMapsOf(part),
  );
}
