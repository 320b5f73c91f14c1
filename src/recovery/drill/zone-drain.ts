import { isConflict, MissingPermission } from '../../cluster/errors.ts';
import { hasLabels, zoneOf } from '../../cluster/labels.ts';
import type { Node, Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { isUnavailable } from '../../cluster/retry.ts';
import { UserError } from '../../toolkit/errors.ts';
import { retry } from '../../toolkit/retry.ts';
import { podNeeds, quantity, tolerates } from '../../workloads/pod-resources.ts';
import { isReady } from '../../workloads/pods.ts';
import { pause } from './patience.ts';

/** Evicts the pods of an application from a zone, as a drain of its nodes does, and keeps new pods away meanwhile. */

/** On a node that a drill cordoned: the namespace of the drill, whose Lease lets one drill at a time cordon for it. */
export const cordonAnnotation = 'slipway.dev/drill-cordon';

/**
 * Returns why the other zones have no room for these pods; undefined if they have. Every pod is placed on the node with the most free
 * processor time. Ignores affinities and spreads, which the pods may wait for. Pure.
 * @param all the pods of the whole cluster.
 */
export function roomProblem(
  zone: string,
  moving: readonly Pod[],
  nodes: readonly Node[],
  all: readonly Pod[],
): string | undefined {
  const rooms = nodes
    .filter(node => zoneOf(node) !== undefined && zoneOf(node) !== zone && takesPods(node))
    .map(node => ({ node, free: freeOn(node, all) }));
  if (rooms.length === 0) return `no node in another zone than ${zone} takes pods`;
  for (const { metadata, spec } of moving) {
    const need = podNeeds(spec);
    const room = rooms
      .filter(
        ({ node, free }) =>
          hasLabels(spec?.nodeSelector, node.metadata?.labels) &&
          tolerates(spec ?? { containers: [] }, node) &&
          free.pods >= 1 &&
          free.cpu >= need.cpu &&
          free.memory >= need.memory,
      )
      .sort((a, b) => b.free.cpu - a.free.cpu)[0];
    if (room === undefined)
      return `no schedulable node in another zone than ${zone} (${rooms.length} in all) has room for ${metadata?.name} in addition to its own pods and the other evicted pods`;
    room.free.cpu -= need.cpu;
    room.free.memory -= need.memory;
    room.free.pods -= 1;
  }
  return undefined;
}

const takesPods = (node: Node): boolean => node.spec?.unschedulable !== true && isReady(node);

function freeOn({ metadata, status }: Node, all: readonly Pod[]) {
  const { cpu = '0', memory = '0', pods = '0' } = status?.allocatable ?? {};
  const free = { cpu: quantity(cpu), memory: quantity(memory), pods: quantity(pods) };
  for (const { spec, status: is } of all) {
    if (spec?.nodeName !== metadata?.name || is?.phase === 'Succeeded' || is?.phase === 'Failed') continue;
    const need = podNeeds(spec);
    free.cpu -= need.cpu;
    free.memory -= need.memory;
    free.pods -= 1;
  }
  return free;
}

/** Cordons nodes. One that is cordoned already stays as it is. @returns false without the permission to. */
export async function cordon(
  cluster: Cluster,
  namespace: string,
  nodes: readonly string[],
): Promise<boolean> {
  try {
    for (const name of nodes) {
      const path = pathOf(resources.node, '', name);
      // The kubelet writes the node, too, so its version is often outdated.
      await retry({ attempts: 8, temporary: isConflict }, async () => {
        const node = await cluster.get<Node>(path);
        if (node === undefined || node.spec?.unschedulable === true) return;
        await cluster.patch(path, 'merge', {
          metadata: {
            resourceVersion: node.metadata?.resourceVersion,
            annotations: { [cordonAnnotation]: namespace },
          },
          spec: { unschedulable: true },
        });
      });
    }
    return true;
  } catch (error) {
    if (error instanceof MissingPermission) return false;
    throw error;
  }
}

/** Uncordons the nodes that drills of this namespace cordoned, and no others. Idempotent. */
export async function uncordon(cluster: Cluster, namespace: string): Promise<void> {
  const { items } = await cluster.list<Node>(pathOf(resources.node, ''));
  for (const { metadata } of items)
    if (metadata?.annotations?.[cordonAnnotation] === namespace)
      await cluster.patch(pathOf(resources.node, '', metadata.name), 'merge', {
        metadata: { annotations: { [cordonAnnotation]: null } },
        spec: { unschedulable: null },
      });
}

/**
 * Evicts pods, so that PodDisruptionBudgets hold: one that forbids an eviction is asked again until `deadline`, in ms. So is an API
 * server that is unavailable.
 * @throws {UserError} when the permission is missing, or not all pods were evicted in that time.
 */
export async function evict(
  cluster: Cluster,
  namespace: string,
  pods: readonly Pod[],
  { deadline, signal }: { readonly deadline: number; readonly signal: AbortSignal },
): Promise<void> {
  const end = performance.now() + deadline;
  let left = pods;
  for (;;) {
    const held = [];
    let absent = false;
    for (const pod of left) {
      const result = await tryToEvict(cluster, namespace, pod, signal);
      if (result !== 'evicted') held.push(pod);
      absent ||= result === 'unavailable';
    }
    if (held.length === 0) return;
    left = held;
    if (performance.now() >= end) {
      const names = left.map(({ metadata }) => metadata?.name).join(', ');
      throw absent
        ? new UserError(`${names} cannot be evicted: the API server is unavailable`, 'run the drill again')
        : new UserError(
            `a PodDisruptionBudget forbids the eviction of ${names}`,
            'allow a disruption, or add replicas',
          );
    }
    await pause(1000, signal);
  }
}

/**
 * Returns how many pods are missing in the zones that had more before, and a pod to move, from the zone that gained the most. Pure.
 * @param zones by the names of the nodes.
 */
export function awayFrom(
  before: readonly Pod[],
  now: readonly Pod[],
  zones: ReadonlyMap<string, string>,
): { missing: number; moved: Pod | undefined } {
  const zoneOfPod = ({ spec }: Pod) => zones.get(spec?.nodeName ?? '');
  const countIn = (pods: readonly Pod[], zone: string) => pods.filter(pod => zoneOfPod(pod) === zone).length;
  const more = new Map(
    [...new Set(zones.values())].map(zone => [zone, countIn(now, zone) - countIn(before, zone)]),
  );
  const [crowded] = [...more].filter(([, difference]) => difference > 0).sort(([, a], [, b]) => b - a);
  return {
    missing: [...more.values()].reduce((sum, difference) => sum + Math.max(0, -difference), 0),
    moved: crowded && now.find(pod => zoneOfPod(pod) === crowded[0]),
  };
}

/** Asks once. The port would repeat a 429, which here is the answer of the budget. @returns `held` if a budget forbids it. */
async function tryToEvict(
  cluster: Cluster,
  namespace: string,
  { metadata }: Pod,
  signal: AbortSignal,
): Promise<'evicted' | 'held' | 'unavailable'> {
  signal.throwIfAborted();
  const name = metadata?.name ?? '';
  const { status, body } = await cluster.fetch(
    `${pathOf(resources.pod, namespace, name)}/eviction`,
    AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    {
      method: 'POST',
      body: {
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { name, namespace },
        deleteOptions: { preconditions: { uid: metadata?.uid } },
      },
    },
  );
  // 404 and 409: the pod is gone, or another one has its name.
  if (status < 300 || status === 404 || status === 409) return 'evicted';
  if (status === 429) return 'held';
  if (isUnavailable(status) || status === 504) return 'unavailable';
  throw new UserError(
    `${name} cannot be evicted: the API server returned ${status}${status === 403 ? '' : ` (${body.slice(0, 200)})`}`,
    status === 403 ? 'grant the drill `create` on `pods/eviction`' : 'run the drill again',
  );
}
