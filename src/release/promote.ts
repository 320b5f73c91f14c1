import type { Cluster } from '../cluster/port.ts';
import type { DecisionRecord } from '../decision/schema.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { startGate } from './gate/setup.ts';
import type { DeployRequest } from './preflight/release-objects.ts';
import { type RolloutRequest, reasonOfEnd } from './rollout/context.ts';
import { requireUnfinished } from './rollout/find.ts';
import { acquireRollout, advanceRollout } from './rollout/run.ts';
import { runPostHook } from './run-hooks.ts';

export interface PromoteResult {
  release: ReleaseNumber;
  /** `failed`: the release is live, but its post hook failed. */
  state: 'complete' | 'rolled-back' | 'needs-action' | 'failed';
  reason?: string;
  readyPods: number;
  ms: number;
  decision: DecisionRecord;
}

/**
 * Promotes a candidate that passed the gate to the stable workload, without its share ever falling, watches it, and removes the
 * temporary objects.
 * @throws UserError before the first write when no candidate has passed.
 */
export async function promote(
  cluster: Cluster,
  request: RolloutRequest & Pick<DeployRequest, 'hookSetup'>,
): Promise<PromoteResult> {
  const entry = await requireUnfinished(cluster, request, ['promoting', 'watching']);
  const lease = await acquireRollout(cluster, request, entry);
  const progress = await advanceRollout(cluster, request, lease, {
    command: 'promote',
    goal: 'done',
    startGate,
  }).finally(() => lease.release());
  const { end, rollout, record, decisions: decision, ms } = progress;
  const release = rollout.candidate;
  switch (end.state) {
    case 'done': {
      const reason = await runPostHook(cluster, request, record, request.environment.namespace);
      if (reason !== undefined)
        return { release, state: 'failed', readyPods: end.pods, ms, decision, reason };
      return { release, state: 'complete', readyPods: end.pods, ms, decision };
    }
    case 'rolled-back':
      return { release, state: 'rolled-back', readyPods: 0, ...reasonOfEnd(end, rollout), ms, decision };
    // `paused` only if another release has begun while this run waited for the Lease; the first two never with this goal.
    case 'prepared':
    case 'judged':
    case 'paused':
    case 'needs-action':
      return { release, state: 'needs-action', readyPods: 0, ...reasonOfEnd(end, rollout), ms, decision };
    default:
      return end satisfies never;
  }
}
