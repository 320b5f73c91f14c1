import type { ConfigMap } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Run, Shop } from './harness.ts';

/** Helpers that read the objects of releases, and run verify and rollback. */

/** Returns the record or the outcome of a release; null when there is none. */
export async function stored(
  shop: Shop,
  kind: 'record' | 'outcome',
  release: number,
): Promise<Record<string, unknown>> {
  const name = `slipway-shop-r${release}${kind === 'record' ? '' : '-outcome'}`;
  const object = await shop.cluster.get<ConfigMap>(pathOf(resources.configMap, shop.namespace, name));
  return JSON.parse(object?.data?.[kind] ?? 'null') as Record<string, unknown>;
}

/** Returns every ConfigMap in the shop's namespace. */
export const configMaps = async (shop: Shop): Promise<ConfigMap[]> =>
  (await shop.cluster.list<ConfigMap>(pathOf(resources.configMap, shop.namespace))).items;

/** Returns the configuration that the shop itself reports. */
export const served = async (shop: Shop): Promise<Record<string, unknown>> =>
  JSON.parse((await shop.get('/config')).body) as Record<string, unknown>;

/** Runs `verify`. */
export const verify = (shop: Shop, ...more: string[]): Promise<Run> =>
  shop.slipway(['verify', '--environment', 'production', ...more]);

/** Runs `rollback`. */
export const rollback = (shop: Shop, ...more: string[]): Promise<Run> =>
  shop.slipway(['rollback', '--environment', 'production', ...more]);

/** An autoscaler that keeps each pod of a Deployment at so much CPU. */
export const cpuAutoscaler = (
  name: string,
  minReplicas: number,
  maxReplicas: number,
  averageValue: string,
) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name },
  spec: {
    ...{ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas, maxReplicas },
    metrics: [
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue', averageValue } } },
    ],
  },
});
