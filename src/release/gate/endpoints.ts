import type { EndpointSlice, KubeObject, Pod } from '../../cluster/objects.ts';
import type { Snapshot } from '../rollout/informers.ts';
import { isLiving, isReady } from '../workloads/pods.ts';

/** Whether requests can reach the ready pods of the candidate. All pure. */

/** Milliseconds after which the EndpointSlices of a Service surely have its ready pods. */
const untilEntered = 30_000;

const none = { slices: [], need: 0 };

/**
 * Returns the candidate's endpoints, and how many there must be. Pods that are not ready, or that no Service selects yet, do not
 * count: the reconciler gives them no traffic.
 * @param candidate pods of the candidate.
 */
export function reachOf(
  snapshot: Snapshot,
  candidate: readonly Pod[],
): { slices: EndpointSlice[]; need: number } {
  const { phase, weight = 0 } = snapshot.rollout ?? {};
  const ready = candidate.filter(each => isLiving(each) && isReady(each));
  const exposed = (phase === 'stepping' || phase === 'baking') && weight > 0;
  if (!exposed || ready.length === 0) return none;
  const services = snapshot.services.filter(({ spec }) => ready.some(each => selects(spec?.selector, each)));
  const since = Math.max(...ready.map(readySince), ...services.map(changedAt));
  if (services.length === 0 || snapshot.now - since <= untilEntered) return none;
  const uids = new Set(ready.map(({ metadata }) => metadata?.uid));
  const slices = snapshot.slices.map(slice => ({
    ...slice,
    endpoints: (slice.endpoints ?? []).filter(({ targetRef }) => uids.has(targetRef?.uid)),
  }));
  return { slices, need: 1 };
}

function selects(selector: Record<string, string> | undefined, { metadata }: Pod): boolean {
  const labels = Object.entries(selector ?? {});
  return labels.length > 0 && labels.every(([key, value]) => metadata?.labels?.[key] === value);
}

/** Returns when a pod became ready; without a time it counts as only just ready. */
function readySince({ status }: Pod): number {
  const condition = status?.conditions?.find(({ type }) => type === 'Ready');
  return Date.parse(condition?.lastTransitionTime ?? '') || Number.POSITIVE_INFINITY;
}

/** Returns the time of the last write: the API server keeps one for each field manager. */
function changedAt({ metadata }: KubeObject): number {
  const times = (metadata?.managedFields ?? []).map(({ time }) => Date.parse(time ?? '') || 0);
  return Math.max(Date.parse(metadata?.creationTimestamp ?? '') || 0, ...times);
}
