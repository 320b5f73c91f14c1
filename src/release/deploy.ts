import type { Cluster } from '../cluster/port.ts';
import type { Strategy } from '../config/types.ts';
import { EventRecorder, startedEvent } from './decision-record/event-recorder.ts';
import { newDecisionStore } from './decision-record/store.ts';
import { type DeployResult, pendingOf, recordRefusal, resultOf, writeFirstState } from './deploy/begin.ts';
import { openHookSentence, passPreHook, runPostHook } from './deploy/run-hooks.ts';
import type { GateSetup } from './gate/setup.ts';
import { startGate } from './gate/start.ts';
import { type DeployRequest, type Placed, recordOf } from './preflight/plan.ts';
import { type LiveState, liveWorkers, readLiveState } from './preflight/preflight.ts';
import { announceAdoption, passPreflight, recheck, recordBaseline } from './preflight/ready.ts';
import { strategyFor } from './preflight/strategy.ts';
import { requireNothingPaused } from './preflight/unfinished.ts';
import { unfinished } from './rollout/find.ts';
import { continueRollout, endDeadRollout } from './rollout/run.ts';
import { baselineOf, workersBefore } from './store/baseline.ts';
import { acquireLease, type Lease } from './store/lease.ts';
import { closeOwn, findOrphans, removeOrphans } from './store/orphans.ts';
import { ReleaseStore } from './store/releases.ts';
import { reversibilityOf } from './store/reversibility.ts';
import { readState } from './store/rollout-state.ts';
import { prepareManifests } from './workloads/candidate.ts';
import { LeaseLost } from './workloads/lease-lost.ts';

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
    ...(request.signal === undefined ? {} : { signal: request.signal }),
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
    const { plan, targets, judging } = ready;
    const placed = {
      ...plan,
      targets,
      ...(promotion === undefined ? {} : { promotion: promotion.promotion }),
    };
    const known = { plan: placed, liveState: ready.liveState, strategy: ready.kind, judging };
    return { ...(await release(cluster, request, lease, known)), ...basis };
  } catch (error) {
    if (error instanceof LeaseLost) await withdraw(cluster, request, lease);
    throw error;
  } finally {
    await lease.release();
  }
}

/** The results of preflight that the first write needs. */
interface Prepared {
  plan: Placed;
  liveState: LiveState;
  strategy: Strategy['kind'];
  judging: GateSetup | undefined;
}

/** Writes the release: record and state first, so that a later run can find what was begun. */
async function release(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { plan, liveState, strategy, judging }: Prepared,
): Promise<DeployResult> {
  const { config, environment, report } = request;
  const records = new ReleaseStore(cluster, environment.namespace, config.app, report);
  const releases = await records.list();
  const lives = liveWorkers(liveState);
  const found = baselineOf(liveState.liveWorkload, releases);
  const baseline = await recordBaseline(records, request, found, lease, lives);
  const workers = workersBefore(lives, baseline, releases);
  const baselineNumber = baseline.kind === 'recorded' ? baseline.release : undefined;
  const first = (releases[0]?.record.release ?? 0) + 1;
  const { reversible } = reversibilityOf(environment, strategy, baselineNumber, releases);
  const record = await records.create(Math.max(first, (baselineNumber ?? 0) + 1), release =>
    recordOf(request, plan, { token: lease.token, release, baseline: baselineNumber, reversible, workers }),
  );
  report(
    `release ${record.release} recorded${baselineNumber === undefined ? ', the first' : `, baseline ${baselineNumber}`}`,
  );
  announceAdoption(liveState.liveWorkload, report);

  await lease.assertHeld();
  const refused = await passPreHook(cluster, request, lease, { plan, record, records });
  const beginning = { plan, liveState, record, strategy, judging };
  if (refused !== undefined) {
    const { reason = '' } = refused;
    return { ...refused, decision: await recordRefusal(cluster, request, lease, { ...beginning, reason }) };
  }
  const entry = await writeFirstState(cluster, request, lease, beginning);
  // Without a state, a newer run had nothing to put its token into, so the Lease is checked again.
  await lease.assertHeld();
  const place = { ...environment, app: config.app, workload: environment.workload, token: lease.token };
  const recorder = new EventRecorder(cluster, { ...place, origin: request.origin }, report);
  recorder.record(startedEvent(entry.rollout));
  await recorder.flush();
  const { why } = strategyFor(environment, liveState);
  const decisions = newDecisionStore(cluster, {
    ...{ environment, record, rollout: entry.rollout, doing: 'deploy' },
    ...(strategy === 'rolling' && why !== undefined ? { why } : {}),
  });
  const rolls = strategy === 'rolling';
  const rollout = await continueRollout(cluster, { ...request, wait: 0 }, lease, {
    command: 'deploy',
    goal: rolls ? 'done' : 'prepared',
    begun: { decisions, pending: pendingOf(plan, environment) },
  });
  const result = resultOf(rollout, { rolls });
  if (result.state !== 'complete') return result;
  const reason = await runPostHook(cluster, request, record, environment.namespace);
  return reason === undefined ? result : { ...result, state: 'failed', reason };
}

/** Closes the records that only this run knows, after another run has taken over. Reports a failure and never throws. */
async function withdraw(
  cluster: Cluster,
  { config, environment, report }: DeployRequest,
  { token }: Lease,
): Promise<void> {
  try {
    await closeOwn(cluster, environment.namespace, config.app, token);
  } catch (error) {
    report(`the records of this run were not closed: ${error instanceof Error ? error.message : error}`);
  }
}

/** Ends the rollout of a run that died, so that none begins beside it. Warns about an open post hook before the new state hides it. */
export async function endPreviousRollout(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
): Promise<void> {
  const entry = await unfinished(cluster, request);
  if (entry === undefined) {
    const state = await readState(cluster, request.environment.namespace, request.config.app);
    const left = openHookSentence(state?.rollout);
    if (left !== undefined) request.report(`warning: ${left}`);
    return;
  }
  await requireNothingPaused(cluster, request);
  const asked = { ...request, wait: 0 };
  await endDeadRollout(cluster, asked, lease, entry.rollout, {
    command: 'deploy',
    startGate: run => startGate(run, request),
  });
}
