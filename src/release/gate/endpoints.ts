import type { EndpointSlice, KubeObject, Pod } from '../../cluster/objects.ts';
import type { Snapshot } from '../rollout/informers.ts';
import { isLiving, isReady } from '../workloads/pods.ts';

/** Whether requests can reach a candidate that is up. All pure. */

/** Milliseconds after which the cluster has surely entered pods that are ready behind a Service that selects them. */
const untilEntered = 30_000;

const none = { slices: [], need: 0 };

/**
 * The endpoints by which the candidate can be reached, and how many there must be. What is not ready, and what no Service selects yet, is
 * the engine's own to see: it gets no traffic.
 * @param candidate pods of the candidate.
 */
export function reachOf(o: Snapshot, candidate: readonly Pod[]): { slices: EndpointSlice[]; need: number } {
  const { phase, weight = 0 } = o.rollout ?? {};
  const ready = candidate.filter(each => isLiving(each) && isReady(each));
  const exposed = (phase === 'stepping' || phase === 'baking') && weight > 0;
  if (!exposed || ready.length === 0) return none;
  const services = o.services.filter(({ spec }) => ready.some(each => selects(spec?.selector, each)));
  const since = Math.max(...ready.map(readySince), ...services.map(changedAt));
  if (services.length === 0 || o.now - since <= untilEntered) return none;
  const uids = new Set(ready.map(({ metadata }) => metadata?.uid));
  const slices = o.slices.map(slice => ({
    ...slice,
    endpoints: (slice.endpoints ?? []).filter(({ targetRef }) => uids.has(targetRef?.uid)),
  }));
  return { slices, need: 1 };
}

function selects(selector: Record<string, string> | undefined, { metadata }: Pod): boolean {
  const labels = Object.entries(selector ?? {});
  return labels.length > 0 && labels.every(([key, value]) => metadata?.labels?.[key] === value);
}

/** A pod that does not say since when has only just become so. */
function readySince({ status }: Pod): number {
  const condition = status?.conditions?.find(({ type }) => type === 'Ready');
  return Date.parse(condition?.lastTransitionTime ?? '') || Number.POSITIVE_INFINITY;
}

/** By the API server, which keeps the time of each writer. */
function changedAt({ metadata }: KubeObject): number {
  const times = (metadata?.managedFields ?? []).map(({ time }) => Date.parse(time ?? '') || 0);
  return Math.max(Date.parse(metadata?.creationTimestamp ?? '') || 0, ...times);
}
