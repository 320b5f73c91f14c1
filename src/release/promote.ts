import type { Cluster } from '../cluster/port.ts';
import type { DecisionRecord } from './decision-record/schema.ts';
import { runPostHook } from './deploy/run-hooks.ts';
import { startGate } from './gate/start.ts';
import { reasonOf, requireApprovable } from './gate.ts';
import type { DeployRequest } from './preflight/plan.ts';
import type { RolloutRequest } from './rollout/context.ts';
import { requireUnfinished } from './rollout/find.ts';
import { acquireRollout, continueRollout } from './rollout/run.ts';
import type { Phase } from './store/phases.ts';
import type { ReleaseNumber } from './workloads/naming.ts';

export interface PromoteResult {
  release: ReleaseNumber;
  /** `failed`: the release is live, but its post hook failed. */
  state: 'complete' | 'rolled-back' | 'paused' | 'needs-action' | 'failed';
  reason?: string;
  readyPods: number;
  ms: number;
  decision: DecisionRecord;
}

/**
 * Promotes a candidate that passed the gate to the stable workload, without its share ever falling, watches it, and removes the
 * temporary objects.
 * @param approve passes a bake that waits for an approval, unless the candidate does harm.
 * @throws UserError before the first write when no candidate has passed, or none waits for an approval.
 */
export async function promote(
  cluster: Cluster,
  request: RolloutRequest & Pick<DeployRequest, 'around'> & { approve?: boolean },
): Promise<PromoteResult> {
  const approve = request.approve === true;
  const phases: Phase[] = ['promoting', 'watching', ...(approve ? (['baking'] as const) : [])];
  const entry = await requireUnfinished(cluster, request, phases);
  if (approve) requireApprovable(entry.rollout);
  const lease = await acquireRollout(cluster, request, entry);
  const progress = await continueRollout(cluster, request, lease, {
    command: 'promote',
    goal: 'done',
    onPause: approve ? 'approve' : 'resume',
    startGate: run => startGate(run, request),
  }).finally(() => lease.release());
  const { end, rollout, record, decisions: decision, ms } = progress;
  const release = rollout.candidate;
  switch (end.state) {
    case 'prepared':
    case 'judged':
    case 'done': {
      const reason = await runPostHook(cluster, request, record, request.environment.namespace);
      if (reason !== undefined)
        return { release, state: 'failed', readyPods: end.pods, ms, decision, reason };
      return { release, state: 'complete', readyPods: end.pods, ms, decision };
    }
    case 'paused':
    case 'rolled-back':
    case 'needs-action':
      return { release, state: end.state, readyPods: 0, ...reasonOf(end, rollout), ms, decision };
    default:
      return end satisfies never;
  }
}
