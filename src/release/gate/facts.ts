import { factsOf } from '../../analysis/facts.ts';
import type { WatchedPod } from '../../analysis/probe.ts';
import type { HardFact, Verdict } from '../../analysis/verdict.ts';
import type { Pod } from '../../cluster/objects.ts';
import { noteFact } from '../decision-record/record.ts';
import type { DecisionStore } from '../decision-record/store.ts';
import type { GateRunner } from '../rollout/context.ts';
import type { Snapshot } from '../rollout/informers.ts';
import { labels } from '../workloads/naming.ts';
import { newestReplicaSet } from '../workloads/pods.ts';
import { reachOf } from './endpoints.ts';

/** Pods that carry the candidate: the canary's, and after the promotion those of the workload's newest template. Pure. */
export function candidatePods(o: Snapshot): Pod[] {
  const { phase } = o.rollout ?? {};
  if (phase !== 'watching')
    return o.pods.filter(({ metadata }) => metadata?.labels?.[labels.track] === 'canary');
  const set = o.workload === undefined ? undefined : newestReplicaSet(o.workload, o.revisions);
  return o.pods.filter(({ metadata }) =>
    metadata?.ownerReferences?.some(owner => owner.uid === set?.metadata?.uid),
  );
}

/** The pods whose counts are compared. After the promotion there is no baseline any more. Pure. */
export function watchedPods(o: Snapshot): WatchedPod[] {
  const candidate = new Set(candidatePods(o).map(({ metadata }) => metadata?.uid));
  return o.pods
    .filter(({ metadata }) => o.rollout?.phase !== 'watching' || candidate.has(metadata?.uid))
    .map(({ metadata }) => ({
      name: metadata?.name ?? '',
      uid: metadata?.uid ?? '',
      track: candidate.has(metadata?.uid) ? 'canary' : 'baseline',
      started: Date.parse(metadata?.creationTimestamp ?? '') || 0,
    }));
}

/**
 * What needs no statistics: restarts, crashes, memory, and that no request can reach a candidate which is up. The pods of the candidate are
 * all new, so every restart counts. Whether there are enough of them the engine sees itself.
 */
export function hardFactsIn(o: Snapshot): HardFact[] {
  const pods = candidatePods(o);
  const { slices, need } = reachOf(o, pods);
  return factsOf([], pods, slices, need);
}

/** As a person reads them. Pure. */
export const factsIn = (o: Snapshot): string[] => hardFactsIn(o).map(({ detail }) => detail);

/** Enters those facts in the decision record. What comes up while it is rolled back was no reason for anything. */
export function noteFactsIn(decisions: Pick<DecisionStore, 'update'>, o: Snapshot): void {
  if (o.rollout?.phase === 'rolling-back') return;
  const at = Math.round(o.now);
  for (const fact of hardFactsIn(o)) decisions.update(record => noteFact(record, at, fact));
}

const ungated: Verdict = {
  verdict: 'no-data',
  missing: 'provider',
  reason: 'cannot judge the candidate: slipway.yml or the rollout state has no `gate`',
};

/**
 * Judges by facts alone, for so long: a blue-green switch without `gate`.
 * @param gated whether a gate is required; without one the verdict is `no-data`.
 */
export function bystander(
  watchMs: number,
  decisions: Pick<DecisionStore, 'update'>,
  gated: boolean,
): GateRunner {
  return {
    look: o => noteFactsIn(decisions, o),
    inputs: o => {
      const { phase, since = 0 } = o.rollout ?? {};
      if (gated && phase !== 'watching') return { verdict: ungated, facts: factsIn(o) };
      const left = since + watchMs - o.now;
      const verdict: Verdict =
        phase === 'stepping' || left <= 0
          ? { verdict: 'pass', reason: 'no restart, no crash, enough ready pods' }
          : { verdict: 'continue', reason: `watched for ${Math.ceil(left / 1000)} s more` };
      return { verdict, facts: factsIn(o) };
    },
    stop: async () => undefined,
  };
}
