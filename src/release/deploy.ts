import type { Destination } from '../cluster/apply.ts';
import type { Cluster } from '../cluster/port.ts';
import type { DecisionRecord } from '../decision/schema.ts';
import { originText } from '../toolkit/origin.ts';
import { prepareManifests } from '../workloads/candidate.ts';
import { isOf } from '../workloads/kinds.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { isWorker, releaseOf } from '../workloads/workers.ts';
import { announceAdoption, recordBaseline } from './adopt.ts';
import { type NewDecision, newDecisionStore } from './decision-record/store.ts';
import { startGate } from './gate/setup.ts';
import { type ApplyTarget, liveWorkers, readLiveState } from './preflight/live-state.ts';
import { type PassedPreflight, passPreflight, recheck } from './preflight/preflight.ts';
import { beforeWorkload, createdTargets, type DeployRequest, recordOf } from './preflight/release-objects.ts';
import { strategyFor } from './preflight/strategy.ts';
import { blockingProblem } from './rollout/earlier-rollout.ts';
import { findUnfinishedRollout } from './rollout/find.ts';
import { RecordMissing } from './rollout/from-records.ts';
import { recordEnd } from './rollout/record-transitions.ts';
import { advanceRollout, endDeadRollout, type RolloutResult } from './rollout/run.ts';
import { openHookSentence, passPreHook, runPostHook } from './run-hooks.ts';
import { baselineOf, workersBefore } from './store/baseline.ts';
import { LeaseLost } from './store/fencing.ts';
import { acquireLease, type Lease } from './store/lease.ts';
import { findOrphans, markOwnRolledBack, removeOrphans } from './store/orphans.ts';
import { ReleaseStore } from './store/releases.ts';
import { reversibilityOf } from './store/reversibility.ts';
import { beginState, readState, StateStore } from './store/rollout-state.ts';
import type { Promotion, ReleaseRecord, RolloutState } from './store/schema.ts';

export interface DeployResult {
  release: ReleaseNumber;
  baseline: ReleaseNumber | undefined;
  /**
   * `prepared`: the candidate is ready beside the baseline, without traffic. `rolled-back`: it was not shown to be good, and the
   * baseline is live again. `needs-action`: it is not reversible, and a person must act. `failed`: it is complete, and its post hook
   * failed; or its rollback failed, or was not finished when the run was cancelled. `refused`: its pre hook failed, and nothing was applied.
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

/**
 * Rolls out a release: preflight, Lease, records, rollout. A release that does not become ready is rolled back.
 * @throws UserError before the first write for every problem that preflight finds; the result has later problems.
 */
export async function deploy(cluster: Cluster, request: DeployRequest): Promise<DeployResult> {
  const { config, environment, report } = request;
  const candidate = prepareManifests(request.manifests, environment, request.images);
  const [liveState, promotion] = await Promise.all([
    readLiveState(cluster, request, candidate),
    request.requirePromotion?.(cluster, request.images),
    // Asks kubectl, which is slow, so that preflight finds the answer ready.
    cluster.lifetime(),
  ]);
  const basis = promotion === undefined ? {} : { promotion: promotion.sentence };
  if (basis.promotion !== undefined) report(basis.promotion);
  const found = await passPreflight(cluster, request, candidate, liveState);

  const { namespace, workload } = environment;
  const lease = await acquireLease(cluster, {
    app: config.app,
    namespace,
    workload,
    origin: request.origin,
    wait: request.wait,
    seize: false,
    begins: true,
    report,
    signal: request.signal,
  });
  try {
    await endPreviousRollout(cluster, request, lease);
    const orphans = await findOrphans(cluster, namespace, config.app, workload);
    const ours = { app: config.app, token: lease.token };
    if (orphans !== undefined) await removeOrphans(cluster, namespace, ours, orphans, report);
    // While this run waited, the required environment may have been rolled back.
    if (request.wait > 0) await request.requirePromotion?.(cluster, request.images);
    const ready = await recheck(cluster, request, candidate, found);
    await ready.salt.keep();
    return { ...(await release(cluster, request, lease, ready, promotion?.promotion)), ...basis };
  } catch (error) {
    if (error instanceof LeaseLost) await withdraw(cluster, request, lease);
    throw error;
  } finally {
    await lease.release();
  }
}

/** Writes the release: record and state first, so that a later run can find what was begun. */
async function release(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  ready: PassedPreflight,
  promotion: Promotion | undefined,
): Promise<DeployResult> {
  const { config, environment, report } = request;
  const { namespace } = environment;
  const { plan, targets, liveState, kind } = ready;
  const { liveWorkload, needsAction } = liveState;
  const { token } = lease;
  const records = new ReleaseStore(cluster, namespace, config.app, report);
  const releases = await records.list();
  const liveObjects = liveWorkers(liveState);
  const found = baselineOf(liveState.liveWorkload, releases);
  const before = await recordBaseline(records, request, found, lease, liveObjects);
  const workers = workersBefore(liveObjects, before, releases);
  const baseline = before.kind === 'recorded' ? before.release : undefined;
  const first = (releases[0]?.record.release ?? 0) + 1;
  const { reversible } = reversibilityOf(environment, kind, baseline, releases);
  const record = await records.create(
    Math.max(first, ...[baseline, releaseOf(liveWorkload), needsAction].map(known => (known ?? 0) + 1)),
    number => recordOf(request, plan, { token, release: number, baseline, reversible, workers, promotion }),
    token,
  );
  report(
    `release ${record.release} recorded${baseline === undefined ? ', the first' : `, baseline ${baseline}`}`,
  );
  announceAdoption(liveState.liveWorkload, report);

  await lease.assertHeld();
  const refusal = await passPreHook(cluster, request, lease, { targets, record, records });
  const rollout = initialState(request, lease, ready, record, cluster.now());
  const begun: NewDecision = { environment, record, rollout, doing: 'deploy' };
  if (refusal !== undefined) {
    const decision = await recordRefusal(cluster, begun, refusal, report);
    const none = { state: 'refused' as const, readyPods: 0, rolloutMs: 0 };
    return { ...none, release: record.release, baseline, reason: refusal, decision };
  }
  await beginState(cluster, namespace, rollout);
  const { why } = strategyFor(environment, liveState);
  const progress = await advanceRollout(cluster, { ...request, wait: 0 }, lease, {
    command: 'deploy',
    goal: kind === 'rolling' ? 'done' : 'prepared',
    begun: {
      decisions: newDecisionStore(cluster, { ...begun, why }),
      pending: pendingOf(targets, environment),
    },
  });
  const result = resultOf(progress);
  if (result.state !== 'complete') return result;
  const reason = await runPostHook(cluster, request, record, namespace);
  return reason === undefined ? result : { ...result, state: 'failed', reason };
}

/** Records why a release ended before anything was applied. @returns its decision record. */
async function recordRefusal(
  cluster: Cluster,
  begun: NewDecision,
  reason: string,
  report: (line: string) => void,
): Promise<DecisionRecord> {
  const decisions = newDecisionStore(cluster, begun);
  const { startedAt, baseline } = begun.rollout;
  const serves = baseline === undefined ? {} : { serves: baseline };
  const end = { at: Math.round(startedAt), state: 'unchanged' as const, reason, weight: 0, ...serves };
  recordEnd({ cluster, decisions }, end);
  await decisions.save(report);
  return decisions.record;
}

/** Returns the first state of a rollout. Pure. @param at milliseconds since 1970 by the API server's clock. */
export function initialState(
  { config, environmentName, environment, origin }: DeployRequest,
  { token }: Pick<Lease, 'token'>,
  { plan, targets, liveState, kind, gateSetup }: Omit<PassedPreflight, 'salt'>,
  { baseline, release: candidate }: Pick<ReleaseRecord, 'baseline' | 'release'>,
  at: number,
): RolloutState {
  const { liveWorkload, autoscaler } = liveState;
  const rolls = kind === 'rolling';
  // The workload first, so that its pods end while the rest is removed.
  const isWorkload = ({ manifest }: ApplyTarget) => Number(isOf(environment.workload, manifest.object));
  const created = () => createdTargets(targets, plan.shipped).sort((a, b) => isWorkload(b) - isWorkload(a));
  return {
    schema: 1,
    app: config.app,
    environment: environmentName,
    token,
    run: origin,
    strategy: kind,
    phase: rolls ? 'promoting' : 'prepared',
    step: 0,
    weight: rolls ? 100 : 0,
    candidate,
    capacity: liveWorkload?.spec?.replicas ?? 1,
    ...(environment.hooks?.post === undefined ? {} : { postHook: { by: originText(origin) } }),
    ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
    startedAt: at,
    since: at,
    deadline: at + environment.strategy.deadline,
    ...(gateSetup === undefined || rolls ? {} : { gate: gateSetup.gating }),
    applied: false,
    ...(baseline === undefined ? { createdObjects: created().map(({ path }) => path) } : { baseline }),
  };
}

/** Returns the objects that the run applies before the workload, in order. Pure. */
export function pendingOf(targets: ApplyTarget[], environment: DeployRequest['environment']): Destination[] {
  const own = targets.filter(({ manifest }) => !isWorker(manifest, environment));
  return beforeWorkload(own, environment);
}

/** Returns the result of a rollout that this run began. Pure. */
export function resultOf({ end, rollout, record, decisions, ms, rollbackMs }: RolloutResult): DeployResult {
  const { release, baseline, reversible } = record;
  const result = {
    release,
    baseline,
    rolloutMs: ms,
    ...(rollbackMs === undefined ? {} : { rollbackMs }),
  };
  switch (end.state) {
    case 'prepared':
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
      // Only a release that is not reversible needs action by design; otherwise the rollback failed, or its run had no time for it.
      const isByDesign =
        rollout.strategy === 'rolling' && reversible === false && end.reachedTimeLimit !== true;
      const state = isByDesign ? 'needs-action' : 'failed';
      return { ...result, state, readyPods: 0, reason: end.reason, decision: decisions };
    }
    case 'judged':
    case 'paused':
      throw new Error('a candidate without traffic can only wait for its gate');
    default:
      return end satisfies never;
  }
}

/** Closes the records that only this run knows, after another run has taken over. Reports a failure and never throws. */
async function withdraw(
  cluster: Cluster,
  { config, environment, report }: DeployRequest,
  { token }: Lease,
): Promise<void> {
  try {
    await markOwnRolledBack(cluster, environment.namespace, config.app, token);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    report(`warning: the records of this run were not closed: ${why}; the next release or sweep closes them`);
  }
}

/** Ends the rollout of a run that died, so that none begins beside it. Warns about an open post hook before the new state hides it. */
export async function endPreviousRollout(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
): Promise<void> {
  const entry = await findUnfinishedRollout(cluster, request);
  if (entry === undefined) {
    const state = await readState(cluster, request.environment.namespace, request.config.app);
    const left = openHookSentence(state?.rollout);
    if (left !== undefined) request.report(`warning: ${left}`);
    return;
  }
  const blocking = await blockingProblem(cluster, request, entry);
  if (blocking !== undefined) throw blocking;
  const task = { command: 'deploy' as const, startGate };
  try {
    await endDeadRollout(cluster, { ...request, wait: 0 }, lease, entry.rollout, task);
  } catch (error) {
    if (!(error instanceof RecordMissing)) throw error;
    request.report(`warning: ${error.message}; this release replaces it`);
    const { namespace } = request.environment;
    const needsAction = { at: Math.round(cluster.now()), reason: error.message };
    const own = { ...entry.rollout, token: lease.token, run: request.origin };
    await new StateStore(cluster, namespace, own).change(({ paused: _, ...rollout }) => ({
      ...rollout,
      needsAction,
    }));
  }
}
