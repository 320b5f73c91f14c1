import { isRaced } from '../../cluster/errors.ts';
import { noteDuration } from '../../decision/record.ts';
import { timing } from '../../toolkit/timing.ts';
import { uncaughtErrorOf } from '../../toolkit/uncaught-errors.ts';
import type { FencedPatch } from '../../traffic/fencing-token.ts';
import { gatherEvidence, sentenceOf } from '../../workloads/diagnosis.ts';
import { nameOf } from '../../workloads/naming.ts';
import { leaseLost, requireNoHigherToken } from '../store/fencing.ts';
import { transition } from '../store/rollout-state.ts';
import { isWatching } from '../watchdog/watchdog.ts';
import { act, endOf, patchAll, type ReconcileLoop, refresh } from './act.ts';
import { jobOf } from './bring-up.ts';
import { candidateHasAllTraffic, concludeRollout } from './conclude-release.ts';
import {
  firstVerdictTimeout,
  RolloutAbandoned,
  type RolloutContext,
  type RunEnd,
  timeLimitReached,
} from './context.ts';
import { decide } from './decide.ts';
import { FailurePolicy } from './failure-policy.ts';
import { HealthTracker } from './health.ts';
import { startHeartbeat } from './heartbeat.ts';
import type { Snapshot } from './informers.ts';
import { phaseTitle, recordCause, recordPods, recordTransition } from './record-transitions.ts';
import type { Inputs, RolloutAction, RolloutSnapshot } from './spec.ts';

type Transition = Extract<RolloutAction, { do: 'transition' }>;

/**
 * The control loop of a rollout. Each turn takes a snapshot of the cluster, lets `decide` choose one action, and carries it out. The loop
 * ends when the rollout has reached this run's goal, is rolled back, is paused, or needs a person.
 *
 * Every turn decides from the snapshot and the state in the Lease. What the loop keeps besides (refused writes, how long a workload has
 * been unhealthy) can be observed again. So the run may be killed between any two writes: the next run attaches to the rollout (attach.ts)
 * and continues from what it finds.
 * @throws LeaseLost as soon as another run has taken over.
 */
export async function reconcile(run: RolloutContext): Promise<RunEnd> {
  const loop = begin(run);
  const { spec, store, until = Number.POSITIVE_INFINITY } = run;
  try {
    do {
      const began = performance.now();
      try {
        const seen = await observe(loop);
        if (seen === undefined) continue;
        const action = decide(spec, seen, await inputsOf(loop, seen));
        // From here on the stable workload rolls: a watchdog that restored traffic to it could cause an outage.
        if (spec.goal === 'done' && store.rollout.phase === 'promoting' && seen.fences.length > 0)
          await loop.heartbeat?.endWatchdog();
        const end =
          action.do === 'transition' ? await enter(loop, action, seen) : await act(loop, action, seen);
        if (end !== undefined) return end;
      } catch (error) {
        await handleFailure(loop, error, began);
      }
    } while (performance.now() <= until);
    return timeLimitReached;
  } finally {
    // The gate may still read: the heartbeat goes on until it has ended.
    await run.gate?.stop();
    await loop.heartbeat?.stop();
  }
}

function begin(run: RolloutContext): ReconcileLoop {
  run.signal?.addEventListener('abort', () => run.informers.notify(), { once: true });
  return {
    run,
    heartbeat:
      run.fence === undefined || run.spec.watchdog === undefined
        ? undefined
        : startHeartbeat(run.cluster, run.fence),
    health: new HealthTracker(run.cluster, run.spec.namespace),
    failures: new FailurePolicy(),
    objections: [],
    removed: false,
    unwatchedSince: undefined,
    decidedAt: 0,
    firstVerdictBy: performance.now() + firstVerdictTimeout,
  };
}

/** Returns what is in the cluster, with this run's own writes; undefined while the API server does not answer. */
async function observe({ run, heartbeat }: ReconcileLoop): Promise<RolloutSnapshot | undefined> {
  const { informers, store } = run;
  const snapshot = informers.snapshot();
  requireOurs(run, snapshot);
  const { refused, staleFor } = snapshot;
  if (refused !== undefined) throw new RolloutAbandoned(refused.message, run, refused.remedy);
  if (staleFor > timing.unreachable)
    throw new RolloutAbandoned(
      `the cluster could not be watched for ${Math.round(staleFor / 1000)} s, so this run cannot continue`,
      run,
    );
  if (staleFor > 0) {
    // Stale objects are not judged. The traffic stays as it is: this run could not change it anyway.
    if (staleFor > 5000) run.tell('the API server does not answer; waiting for it');
    await informers.waitForChange(1000);
    return undefined;
  }
  if (snapshot.token === undefined) await recreateOwnState(run);
  heartbeat?.markObserved();
  // An abort request of another run is only in the cluster.
  const { abortRequested } = snapshot.rollout ?? {};
  const rollout = { ...store.rollout, ...(abortRequested === undefined ? {} : { abortRequested }) };
  return { ...snapshot, rollout };
}

/** Writes a deleted state again: this run knows all of it. @throws LeaseLost when a newer run has the Lease. */
async function recreateOwnState({ store, report, informers }: RolloutContext): Promise<void> {
  const lease = nameOf.application(store.rollout.app);
  report(`Lease/${lease} was deleted; creating it again with the state of this rollout`);
  await store.change(rollout => rollout);
  await informers.waitForChange(1000);
}

/** Returns what `decide` needs besides the snapshot: the verdict of the gate, the health of the workloads, and facts of this run. */
async function inputsOf(loop: ReconcileLoop, seen: RolloutSnapshot): Promise<Inputs> {
  const { run, health, objections, removed, firstVerdictBy } = loop;
  const { gate, signal, pending } = run;
  gate?.look(seen);
  const { verdict, facts, judgedAt } = gate?.inputs(seen) ?? { verdict: undefined, facts: [] };
  const ends = verdict !== undefined && /^(fail|inconclusive|no-data)$/.test(verdict.verdict);
  loop.decidedAt = (ends ? judgedAt : undefined) ?? performance.now();
  const uncaught = uncaughtErrorOf(signal);
  const job = jobOf(run.spec, seen);
  loop.unwatchedSince = job === undefined || isWatching(job) ? undefined : (loop.unwatchedSince ?? seen.now);
  return {
    ...(await health.assess(seen)),
    verdict,
    facts: [...(uncaught === undefined ? [] : [uncaught]), ...facts, ...objections],
    cancelled: signal?.aborted === true && uncaught === undefined,
    unwatchedSince: loop.unwatchedSince,
    awaitsFirstVerdict: gate !== undefined && performance.now() < firstVerdictBy,
    removed,
    pending: pending !== undefined,
  };
}

/** Retries a failed call, rolls the release back, or ends this run, as the failure policy says. */
async function handleFailure(
  { run, failures, objections }: ReconcileLoop,
  error: unknown,
  began: number,
): Promise<void> {
  const rollingBack = run.store.rollout.phase === 'rolling-back';
  const consequence = failures.consequenceOf(error, rollingBack, began, performance.now());
  switch (consequence.do) {
    case 'retry':
      run.tell(`${(error as Error).message}; retrying`);
      await run.informers.waitForChange(consequence.ms);
      return;
    case 'roll-back':
      // A promoted candidate with all traffic is not rolled back because a temporary object or a record cannot be written.
      if (run.store.rollout.phase === 'watching' || candidateHasAllTraffic(run))
        throw new RolloutAbandoned(consequence.reason, run);
      objections.push(consequence.reason);
      return;
    case 'leave':
      throw new RolloutAbandoned(consequence.reason, run);
    default:
      consequence satisfies never;
  }
}

/** Enters a phase or step. The patches that restore traffic are sent before any other write, which must not delay them. */
async function enter(
  loop: ReconcileLoop,
  { do: _, phase, writes = [], cause, ...rest }: Transition,
  snapshot: Snapshot,
): Promise<RunEnd | undefined> {
  const { run, failures } = loop;
  const { cluster, spec, store, report } = run;
  if (phase === 'done' || phase === 'rolled-back') {
    report(phaseTitle(phase, rest.weight));
    await concludeRollout(run, phase, rest);
    return endOf(run, snapshot);
  }
  // The state follows the traffic, also after a failed patch: the next turn continues the rollback, and its reason is kept. They are not
  // written in parallel: a gateway that also watches the object with the state may process that change first, and delay the traffic.
  await restoreTraffic(loop, writes).finally(async () => {
    if (cause !== undefined) {
      rest.reason = sentenceOf(cause, await gatherEvidence(cluster, spec.namespace, cause));
      recordCause(run, cause, rest.reason);
    }
    report(phase === 'rolling-back' ? `rollback: ${rest.reason}` : phaseTitle(phase, rest.weight));
    recordPods(run);
    await store.change(rollout => transition(rollout, phase, cluster.now(), rest));
    recordTransition(run, phase, rest);
  });
  failures.reset();
  return undefined;
}

/** Sends the patches that restore traffic. After a conflict the rollback decides about the traffic again. */
async function restoreTraffic({ run, decidedAt }: ReconcileLoop, writes: FencedPatch[]): Promise<void> {
  if (writes.length === 0) return;
  try {
    await patchAll(run, writes);
    const ms = Math.round(performance.now() - decidedAt);
    run.decisions.update(record => noteDuration(record, 'verdict to accepted write', ms));
  } catch (error) {
    if (!isRaced(error)) throw error;
    await refresh(run, { do: 'patch', what: '', writes });
  }
}

/**
 * Compares this run's fencing token with those of the Lease and of the workloads.
 * @throws LeaseLost when one of them is higher: a newer run has taken over.
 */
function requireOurs({ spec }: RolloutContext, { token = 0, workload, canary, workers }: Snapshot): void {
  if (token > spec.token) throw leaseLost(spec.app);
  for (const each of [workload, canary, ...Object.values(workers).map(worker => worker.workload)])
    requireNoHigherToken(each, spec);
}
