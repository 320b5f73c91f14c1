import { endpointFacts } from '../../analysis/facts.ts';
import type { GatePolicy } from '../../analysis/policy.ts';
import type { WatchedPod } from '../../analysis/probe.ts';
import type { HardFact, Verdict } from '../../analysis/verdict.ts';
import { selects } from '../../cluster/labels.ts';
import type { EndpointSlice, KubeObject, Pod } from '../../cluster/objects.ts';
import { noteFact } from '../../decision/record.ts';
import { containerFacts } from '../../workloads/container-facts.ts';
import { labels } from '../../workloads/naming.ts';
import { isLiving, isReady, newestReplicaSet } from '../../workloads/pods.ts';
import type { DecisionStore } from '../decision-record/store.ts';
import type { GateRunner } from '../rollout/context.ts';
import type { RolloutSnapshot } from '../rollout/spec.ts';
import type { RolloutState } from '../store/schema.ts';

/** Returns the candidate's pods: those of the canary, and after promotion those of the workload's newest template. Pure. */
function candidatePods(snapshot: RolloutSnapshot): Pod[] {
  if (snapshot.rollout.phase !== 'watching')
    return snapshot.pods.filter(({ metadata }) => metadata?.labels?.[labels.track] === 'canary');
  const set =
    snapshot.workload === undefined ? undefined : newestReplicaSet(snapshot.workload, snapshot.revisions);
  return snapshot.pods.filter(({ metadata }) =>
    metadata?.ownerReferences?.some(owner => owner.uid === set?.metadata?.uid),
  );
}

/** Returns the pods whose counts the gate compares. After promotion there is no baseline. Pure. */
export function watchedPods(snapshot: RolloutSnapshot): WatchedPod[] {
  const candidate = new Set(candidatePods(snapshot).map(({ metadata }) => metadata?.uid));
  return snapshot.pods
    .filter(({ metadata }) => snapshot.rollout.phase !== 'watching' || candidate.has(metadata?.uid))
    .map(({ metadata }) => ({
      name: metadata?.name ?? '',
      uid: metadata?.uid ?? '',
      track: candidate.has(metadata?.uid) ? 'canary' : 'baseline',
      started: Date.parse(metadata?.creationTimestamp ?? '') || 0,
    }));
}

/**
 * Returns the facts that need no statistics: restarts, crashes, lack of memory, and ready pods that no request can reach. The number of
 * ready pods is the reconciler's concern.
 */
export function hardFactsIn(snapshot: RolloutSnapshot): HardFact[] {
  const pods = candidatePods(snapshot);
  const { slices, need } = reachOf(snapshot, pods);
  return [...containerFacts(pods, snapshot.rollout.startedAt, snapshot.now), ...endpointFacts(slices, need)];
}

/** Returns the same facts as sentences. Pure. */
export const factsIn = (snapshot: RolloutSnapshot): string[] =>
  hardFactsIn(snapshot).map(({ detail }) => detail);

/** Enters these facts in the decision record; not during a rollback, which they did not cause. */
export function noteFactsIn(decisions: Pick<DecisionStore, 'update'>, snapshot: RolloutSnapshot): void {
  if (snapshot.rollout.phase === 'rolling-back') return;
  const at = Math.round(snapshot.now);
  for (const fact of hardFactsIn(snapshot)) decisions.update(record => noteFact(record, at, fact));
}

/** Returns the index of the gate's stage for the phase of a rollout: a step, the bake or the watch. Pure. */
export function stageOf(
  rollout: RolloutState | undefined,
  { stages }: GatePolicy,
): number | 'switch' | undefined {
  const indexOf = (kind: 'bake' | 'watch') => {
    const index = stages.findIndex(stage => stage.kind === kind);
    return index < 0 ? undefined : index;
  };
  switch (rollout?.phase) {
    case 'stepping':
      return rollout.strategy === 'blue-green' ? 'switch' : rollout.step;
    case 'baking':
      return rollout.strategy === 'blue-green' ? indexOf('watch') : indexOf('bake');
    case 'watching':
      return indexOf('watch');
    default:
      return undefined;
  }
}

const ungated: Verdict = {
  verdict: 'no-data',
  missing: 'provider',
  reason: 'cannot judge the candidate: slipway.yml or the rollout state has no `gate`',
};

/**
 * Returns a gate without metrics, which judges by facts alone for `watchMs`: for a blue-green switch without `gate`.
 * @param gated whether the rollout requires metrics: then the verdict is `no-data`.
 */
export function factsGate(
  watchMs: number,
  decisions: Pick<DecisionStore, 'update'>,
  gated: boolean,
): GateRunner {
  return {
    look: snapshot => noteFactsIn(decisions, snapshot),
    inputs: snapshot => {
      const { phase, since } = snapshot.rollout;
      if (gated && phase !== 'watching') return { verdict: ungated, facts: factsIn(snapshot) };
      const left = since + watchMs - snapshot.now;
      const verdict: Verdict =
        phase === 'stepping' || left <= 0
          ? { verdict: 'pass', reason: 'no restart, no crash, enough ready pods' }
          : { verdict: 'continue', reason: `watching for ${Math.ceil(left / 1000)} s more` };
      return { verdict, facts: factsIn(snapshot) };
    },
    stop: async () => undefined,
  };
}

// Whether requests can reach the ready pods of the candidate.

/** Milliseconds after which the EndpointSlices of a Service surely have its ready pods. */
const untilEntered = 30_000;

const none = { slices: [], need: 0 };

/**
 * Returns the candidate's endpoints, and how many there must be. Pods that are not ready, or that no Service selects yet, do not
 * count: the reconciler gives them no traffic.
 * @param candidate pods of the candidate.
 */
function reachOf(
  snapshot: RolloutSnapshot,
  candidate: readonly Pod[],
): { slices: EndpointSlice[]; need: number } {
  const { phase, weight } = snapshot.rollout;
  const ready = candidate.filter(each => isLiving(each) && isReady(each));
  const exposed = (phase === 'stepping' || phase === 'baking') && weight > 0;
  if (!exposed || ready.length === 0) return none;
  const services = snapshot.services.filter(({ spec }) =>
    ready.some(({ metadata }) => selects(spec?.selector, metadata?.labels)),
  );
  const since = Math.max(...ready.map(readySince), ...services.map(changedAt));
  if (services.length === 0 || snapshot.now - since <= untilEntered) return none;
  const uids = new Set(ready.map(({ metadata }) => metadata?.uid));
  const slices = snapshot.slices.map(slice => ({
    ...slice,
    endpoints: (slice.endpoints ?? []).filter(({ targetRef }) => uids.has(targetRef?.uid)),
  }));
  return { slices, need: 1 };
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
