import type { ConfigMap } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Run, Shop } from './harness.ts';

/** What releases have left in the cluster, and what is asked of them there. */

/** The record of a release, or how it ended; null when there is none. */
export async function stored(
  shop: Shop,
  kind: 'record' | 'outcome',
  release: number,
): Promise<Record<string, unknown>> {
  const name = `slipway-shop-r${release}${kind === 'record' ? '' : '-outcome'}`;
  const object = await shop.cluster.get<ConfigMap>(pathOf(resources.configMap, shop.namespace, name));
  return JSON.parse(object?.data?.[kind] ?? 'null') as Record<string, unknown>;
}

/** Every ConfigMap of the shop's namespace. */
export const configMaps = async (shop: Shop): Promise<ConfigMap[]> =>
  (await shop.cluster.list<ConfigMap>(pathOf(resources.configMap, shop.namespace))).items;

/** The configuration that the shop itself says it has. */
export const served = async (shop: Shop): Promise<Record<string, unknown>> =>
  JSON.parse((await shop.get('/config')).body) as Record<string, unknown>;

/** Runs `verify`. */
export const verify = (shop: Shop, ...more: string[]): Promise<Run> =>
  shop.slipway(['verify', '--environment', 'production', ...more]);

/** Runs `rollback`. */
export const rollback = (shop: Shop, ...more: string[]): Promise<Run> =>
  shop.slipway(['rollback', '--environment', 'production', ...more]);
