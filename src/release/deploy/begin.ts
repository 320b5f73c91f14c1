import type { Cluster } from '../../cluster/port.ts';
import type { Strategy } from '../../config/types.ts';
import { originText } from '../../toolkit/origin.ts';
import type { DecisionRecord } from '../decision-record/schema.ts';
import { newDecisionStore } from '../decision-record/store.ts';
import type { GateSetup } from '../gate/setup.ts';
import { createdTargets, type DeployRequest, inOrder, type Placed } from '../preflight/plan.ts';
import type { ApplyTarget, LiveState } from '../preflight/preflight.ts';
import type { RolloutContext } from '../rollout/context.ts';
import { recordEnd } from '../rollout/record-transitions.ts';
import type { RolloutProgress } from '../rollout/run.ts';
import type { Lease } from '../store/lease.ts';
import { beginState, type StoredState } from '../store/rollout-state.ts';
import type { ReleaseRecord, RolloutState } from '../store/schema.ts';
import { isOf } from '../workloads/kinds.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { withoutWorkers } from '../workloads/workers.ts';

/** How a rollout begins, and the result of a deploy. */

export interface DeployResult {
  release: ReleaseNumber;
  baseline: ReleaseNumber | undefined;
  /**
   * `prepared`: the candidate is ready beside the baseline, without traffic. `rolled-back`: it was not shown to be good, and the
   * baseline is live again. `needs-action`: it is not reversible, and a person must act. `refused`: its pre hook failed, and nothing
   * was applied.
   */
  state: 'complete' | 'prepared' | 'rolled-back' | 'needs-action' | 'failed' | 'refused';
  reason?: string;
  readyPods: number;
  /** Milliseconds from the write of the candidate to the end of its rollout, and of the rollback. */
  rolloutMs: number;
  rollbackMs?: number;
  /** Why the images may be released here, in one sentence. */
  promotion?: string;
  /** Why it ended so; undefined when the gate continues. */
  decision?: DecisionRecord;
}

/** A release that has its record. */
interface Begun {
  plan: Placed;
  liveState: LiveState;
  record: ReleaseRecord;
}

/** A release of which nothing was applied, and how it will be rolled out. */
interface Beginning extends Begun {
  strategy: Strategy['kind'];
  judging: GateSetup | undefined;
}

/** Writes the first state of a rollout, before any of its objects. */
export async function writeFirstState(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  beginning: Beginning,
): Promise<StoredState> {
  const rollout = initialState(request, lease, beginning, cluster.now());
  return beginState(cluster, request.environment.namespace, rollout);
}

/** Records why a release ended before anything was applied. @returns its decision record. */
export async function recordRefusal(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { reason, ...beginning }: Beginning & { reason: string },
): Promise<DecisionRecord> {
  const at = cluster.now();
  const rollout = initialState(request, lease, beginning, at);
  const { environment, report } = request;
  const { record } = beginning;
  const decisions = newDecisionStore(cluster, { environment, record, rollout, doing: 'deploy' });
  const serves = record.baseline === undefined ? {} : { serves: record.baseline };
  const end = { at: Math.round(at), state: 'unchanged' as const, reason, weight: 0, ...serves };
  recordEnd({ cluster, decisions }, end);
  await decisions.save(report);
  return decisions.record;
}

/** @param at milliseconds since 1970 by the API server's clock. Pure. */
function initialState(
  { config, environmentName, environment, origin }: DeployRequest,
  lease: Lease,
  { plan, liveState, record, strategy, judging }: Beginning,
  at: number,
): RolloutState {
  return {
    schema: 1,
    app: config.app,
    environment: environmentName,
    token: lease.token,
    run: origin,
    strategy,
    phase: strategy === 'rolling' ? 'promoting' : 'prepared',
    step: 0,
    weight: strategy === 'rolling' ? 100 : 0,
    ...(record.baseline === undefined ? {} : { baseline: record.baseline }),
    candidate: record.release,
    capacity: liveState.liveWorkload?.spec?.replicas ?? 1,
    ...(environment.hooks?.post === undefined ? {} : { postHook: { by: originText(origin) } }),
    ...(liveState.autoscaler === undefined ? {} : { autoscaler: liveState.autoscaler.metadata?.name ?? '' }),
    startedAt: at,
    since: at,
    deadline: at + environment.strategy.deadline,
    ...(judging === undefined || strategy === 'rolling' ? {} : { gate: judging.gating }),
    applied: false,
    ...(record.baseline === undefined ? { createdObjects: createdPaths(plan, environment) } : {}),
  };
}

/** Returns the paths of the objects that a first release creates; the workload first, so that its pods end while the rest is removed. */
function createdPaths(plan: Placed, { workload }: DeployRequest['environment']): string[] {
  const isWorkload = ({ manifest }: ApplyTarget) => isOf(workload, manifest.object);
  return createdTargets(plan)
    .sort((a, b) => Number(isWorkload(b)) - Number(isWorkload(a)))
    .map(({ path }) => path);
}

/** Returns the result of a rollout that this run began. Pure. */
export function resultOf(
  { end, record, decisions, ms, rollbackMs }: RolloutProgress,
  { rolls }: { rolls: boolean },
): DeployResult {
  const { release, baseline, reversible } = record;
  const result = {
    ...{ release, baseline, rolloutMs: ms },
    ...(rollbackMs === undefined ? {} : { rollbackMs }),
  };
  switch (end.state) {
    case 'prepared':
    case 'judged':
      return { ...result, state: 'prepared', readyPods: end.pods };
    case 'done':
      return { ...result, state: 'complete', readyPods: end.pods, decision: decisions };
    case 'rolled-back':
      return {
        ...result,
        state: 'rolled-back',
        readyPods: end.pods,
        reason: end.reason,
        decision: decisions,
      };
    case 'needs-action': {
      // Only a release that is not reversible needs action by design; otherwise the rollback failed.
      const state = rolls && reversible === false ? ('needs-action' as const) : ('failed' as const);
      return { ...result, state, readyPods: 0, reason: end.reason, decision: decisions };
    }
    case 'paused':
      throw new Error('a candidate without traffic can only wait for its gate');
    default:
      return end satisfies never;
  }
}

/** Returns the objects that the run applies before the workload, in order. Pure. */
export function pendingOf(
  { targets }: Placed,
  environment: DeployRequest['environment'],
): NonNullable<RolloutContext['pending']> {
  const manifests = inOrder(withoutWorkers(targets, environment), environment, 0).slice(0, -1);
  return { manifests, routes: [] };
}
