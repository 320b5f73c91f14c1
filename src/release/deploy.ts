import type { Cluster } from '../cluster/port.ts';
import type { Strategy } from '../config/types.ts';
import { EventRecorder, startedEvent } from './decision-record/event-recorder.ts';
import { newDecisionStore } from './decision-record/store.ts';
import { type DeployResult, openJournal, pendingOf, recordRefusal, resultOf } from './deploy/begin.ts';
import { endPreviousRollout } from './deploy/end-previous.ts';
import { passPreHook, runPostHook } from './deploy/run-hooks.ts';
import type { Judging } from './gate/setup.ts';
import { announceAdoption, recordBaseline } from './preflight/adoption.ts';
import { type DeployRequest, type Placed, recordOf } from './preflight/plan.ts';
import { type LiveState, livesOf, readLiveState } from './preflight/preflight.ts';
import { passPreflight, readyStill } from './preflight/ready.ts';
import { strategyFor } from './preflight/strategy.ts';
import { beginRollout } from './rollout/run.ts';
import { baselineOf } from './store/baseline.ts';
import { acquireLease, type Lease } from './store/lease.ts';
import { closeOwn, findOrphans, removeOrphans } from './store/orphans.ts';
import { workersBefore } from './store/release-workers.ts';
import { ReleaseStore } from './store/releases.ts';
import { reversibilityOf } from './store/reversibility.ts';
import { prepareManifests } from './workloads/candidate.ts';
import { LeaseLost } from './workloads/overtaken.ts';

/**
 * Rolls a release out: preflight, lease, records, apply, follow; a release that does not come up is rolled back.
 * @throws UserError before the first write for everything that preflight knows; afterwards the result tells.
 */
export async function deploy(cluster: Cluster, request: DeployRequest): Promise<DeployResult> {
  const { config, environment, report } = request;
  const candidate = prepareManifests(request.manifests, environment, request.images);
  const [ground, promotion] = await Promise.all([
    readLiveState(cluster, request, candidate),
    request.requirePromotion?.(cluster, request.images),
    // Asked of kubectl, which takes its time.
    cluster.lifetime(),
  ]);
  const rests = promotion === undefined ? {} : { promotion: promotion.sentence };
  if (rests.promotion !== undefined) report(rests.promotion);
  const found = await passPreflight(cluster, request, candidate, ground);

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
    const remains = await findOrphans(cluster, namespace, config.app, workload);
    const ours = { app: config.app, token: lease.token };
    if (remains !== undefined) await removeOrphans(cluster, namespace, ours, remains, report);
    // While it waited, somebody may have gone back in the other environment.
    if (request.wait > 0) await request.requirePromotion?.(cluster, request.images);
    const ready = await readyStill(cluster, request, candidate, found);
    await ready.salt.keep();
    const { plan, targets, judging } = ready;
    const placed = {
      ...plan,
      targets,
      ...(promotion === undefined ? {} : { promotion: promotion.promotion }),
    };
    const known = { plan: placed, ground: ready.ground, strategy: ready.kind, judging };
    return { ...(await release(cluster, request, lease, known)), ...rests };
  } catch (error) {
    if (error instanceof LeaseLost) await withdraw(cluster, request, lease);
    throw error;
  } finally {
    await lease.release();
  }
}

/** What is known when the first write comes. */
interface Prepared {
  plan: Placed;
  ground: LiveState;
  strategy: Strategy['kind'];
  judging: Judging | undefined;
}

/** The part that writes: records and state first, so that whoever finds them knows what was begun. */
async function release(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { plan, ground, strategy, judging }: Prepared,
): Promise<DeployResult> {
  const { config, environment, report } = request;
  const records = new ReleaseStore(cluster, environment.namespace, config.app, report);
  const releases = await records.list();
  const lives = livesOf(ground);
  const found = baselineOf(ground.liveWorkload, releases);
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
  announceAdoption(ground.liveWorkload, report);

  await lease.assertHeld();
  const refused = await passPreHook(cluster, request, lease, { plan, record, records });
  const beginning = { plan, ground, record, strategy, judging };
  if (refused !== undefined) {
    const { reason = '' } = refused;
    return { ...refused, decision: await recordRefusal(cluster, request, lease, { ...beginning, reason }) };
  }
  const entry = await openJournal(cluster, request, lease, beginning);
  // Where no state was, a newer run could put its token into none.
  await lease.assertHeld();
  const place = { ...environment, app: config.app, workload: environment.workload, token: lease.token };
  const recorder = new EventRecorder(cluster, { ...place, origin: request.origin }, report);
  recorder.record(startedEvent(entry.rollout));
  await recorder.flush();
  const { why } = strategyFor(environment, ground);
  const decisions = newDecisionStore(cluster, {
    ...{ environment, record, rollout: entry.rollout, doing: 'deploy' },
    ...(strategy === 'rolling' && why !== undefined ? { why } : {}),
  });
  const rolls = strategy === 'rolling';
  const rollout = await beginRollout(cluster, { ...request, wait: 0 }, lease, rolls ? 'done' : 'prepared', {
    ...{ decisions, pending: pendingOf(plan, environment), creations: [] },
  });
  const result = resultOf(rollout, { rolls });
  if (result.state !== 'complete') return result;
  const reason = await runPostHook(cluster, request, record, environment.namespace);
  return reason === undefined ? result : { ...result, state: 'failed', reason };
}

/** A run that was overtaken leaves no record open that only it knows of. Never the reason why it ends: a failure is only told. */
async function withdraw(
  cluster: Cluster,
  { config, environment, report }: DeployRequest,
  { token }: Lease,
): Promise<void> {
  try {
    await closeOwn(cluster, environment.namespace, config.app, token);
  } catch (error) {
    report(`what this run began was not closed: ${error instanceof Error ? error.message : error}`);
  }
}
