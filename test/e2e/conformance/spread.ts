import { zoneOf } from '../../../src/cluster/labels.ts';
import type { Node, Pod } from '../../../src/cluster/objects.ts';
import type { Place } from './place.ts';

/**
 * Deletes pods of the zone with the most until the zones differ by one at most, as a descheduler does: Kubernetes keeps no spread when an
 * autoscaler removes pods.
 */
export async function evenOut({ kubectl: own }: Place, name: string): Promise<void> {
  const listed = async <Item>(what: string[]) =>
    (JSON.parse(await own(['get', ...what, '-o', 'json'])) as { items: Item[] }).items;
  const nodes = await listed<Node>(['nodes']);
  for (let deleted = 0; deleted < 12; deleted += 1) {
    const pods = await listed<Pod>(['pods', '-l', `app=${name}`]);
    const [fullest, least] = zonesOf(nodes, pods);
    if (fullest.length - least.length < 2) return;
    await own(['delete', 'pod', fullest[0] ?? '']);
    await own(['rollout', 'status', `deployment/${name}`, '--timeout=120s']);
  }
}

/** Returns the names of the pods in the zone with the most, and in that with the fewest. */
function zonesOf(nodes: readonly Node[], pods: readonly Pod[]): [string[], string[]] {
  const zones = new Map<string, string[]>();
  const zoneOfNode = new Map(nodes.map(node => [node.metadata?.name, zoneOf(node)]));
  for (const zone of zoneOfNode.values()) if (zone !== undefined) zones.set(zone, []);
  for (const { metadata, spec } of pods)
    zones.get(zoneOfNode.get(spec?.nodeName) ?? '')?.push(metadata?.name ?? '');
  const sorted = [...zones.values()].sort((a, b) => b.length - a.length);
  return [sorted[0] ?? [], sorted.at(-1) ?? []];
}
