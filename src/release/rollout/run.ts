import type { Cluster } from '../../cluster/port.ts';
import { lastVerdict } from '../../decision/record.ts';
import type { DecisionRecord } from '../../decision/schema.ts';
import { originText } from '../../toolkit/origin.ts';
import { EventRecorder, eventsOfTransition, startedEvent } from '../decision-record/event-recorder.ts';
import { permissionsFor, requirePermissions } from '../permissions/access.ts';
import { lifetimeFrom, requireLifetime, withWait } from '../permissions/credential-life.ts';
import { LeaseLost } from '../store/fencing.ts';
import { acquireLease, type Lease } from '../store/lease.ts';
import { finishOrRollBack, openPhases } from '../store/phases.ts';
import { recordedEnvironment } from '../store/recorded-environment.ts';
import { ReleaseStore } from '../store/releases.ts';
import type { StoredState } from '../store/rollout-state.ts';
import type { ReleaseRecord, RolloutState } from '../store/schema.ts';
import { attach } from './attach.ts';
import type { RolloutContext, RolloutEnd, RolloutRequest, RolloutTask } from './context.ts';
import { requireUnfinished } from './find.ts';
import { leaveRollout } from './leave.ts';
import { overdueSentence } from './pause.ts';
import { reconcile } from './reconciler.ts';

export interface RolloutProgress {
  end: RolloutEnd;
  rollout: RolloutState;
  /** The candidate's record, as it was when this run attached. */
  record: ReleaseRecord;
  decisions: DecisionRecord;
  /** Milliseconds from attaching until the end. */
  ms: number;
  /** The part of it from the verdict until the baseline was restored; undefined without a rollback. */
  rollbackMs?: number;
}

/**
 * Moves the rollout that is under way to this run's goal, unless it is rolled back, paused, or needs a person before. The caller holds
 * the Lease.
 * @throws LeaseLost when another run has taken over, UserError when no rollout is under way.
 */
export async function continueRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Pick<Lease, 'token' | 'assertHeld'>,
  task: RolloutTask,
): Promise<RolloutProgress> {
  const { config, environment, origin, report } = request;
  const { namespace, workload } = environment;
  const { app } = config;
  const started = performance.now();
  const records = new ReleaseStore(cluster, namespace, app);
  const recorder = new EventRecorder(
    cluster,
    { app, namespace, workload, token: lease.token, origin },
    report,
  );
  let run: RolloutContext | undefined;
  let lost = false;
  try {
    // Read again: until this run held the Lease, another run could have advanced the rollout.
    const [entry, releases] = await Promise.all([
      requireUnfinished(cluster, request, openPhases),
      records.list(),
    ]);
    if (task.begun !== undefined) recorder.record(startedEvent(entry.rollout));
    run = await attach(cluster, request, lease, { entry, releases, records }, task);
    request.onRollout?.(run.store.rollout);
    const { decisions, store } = run;
    store.onChange = (before, after) =>
      recorder.record(...eventsOfTransition(before, after, lastVerdict(decisions.record)));
    run.gate = await task.startGate?.(run, request);
    const end = await reconcile(run);
    await leaveRollout(run, end);
    const { rollback } = decisions.record.durations;
    return {
      end,
      rollout: store.rollout,
      record: run.record,
      decisions: decisions.record,
      ms: performance.now() - started,
      ...(rollback === undefined ? {} : { rollbackMs: rollback }),
    };
  } catch (error) {
    lost = error instanceof LeaseLost;
    throw error;
  } finally {
    // After a takeover the decision record belongs to the newer run, and this one must not overwrite it.
    if (!lost) await run?.decisions.save(report);
    await recorder.flush();
    run?.informers.close();
  }
}

/** Checks the permissions and the credential of a run that continues a rollout, and acquires the Lease. */
export async function acquireRollout(
  cluster: Cluster,
  { config, environment, origin, report, wait, signal }: RolloutRequest,
  { rollout }: StoredState,
): Promise<Lease> {
  const releases = await new ReleaseStore(cluster, environment.namespace, config.app, report).list();
  const candidate = releases.find(({ record }) => record.release === rollout.candidate)?.record;
  const recorded = recordedEnvironment(candidate, rollout.environment, environment);
  const need = withWait(lifetimeFrom(rollout.phase, recorded), wait);
  await Promise.all([
    requirePermissions(cluster, recorded.namespace, permissionsFor(recorded, [])),
    requireLifetime(cluster, need, report),
  ]);
  return acquireLease(cluster, {
    app: config.app,
    namespace: environment.namespace,
    workload: environment.workload,
    origin,
    wait,
    // The step before may have failed to release it.
    seize: 'own',
    report,
    signal,
  });
}

/** Ends a rollout whose run has died: finishes it, still judged by the gate, if it had passed, and rolls it back otherwise. */
export async function endDeadRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Pick<Lease, 'token' | 'assertHeld'>,
  rollout: RolloutState,
  { command, startGate }: Required<Pick<RolloutTask, 'command' | 'startGate'>>,
): Promise<RolloutProgress | undefined> {
  const { phase, candidate, run, needsAction } = rollout;
  const left = `the rollout of release ${candidate} was interrupted in phase ${phase} (${originText(run)})`;
  const finishing =
    needsAction === undefined
      ? `${left}; finishing`
      : `release ${candidate} needs action (${needsAction.reason}); trying once more to finish`;
  switch (finishOrRollBack(phase)) {
    case 'finish':
      request.report(`${finishing} it`);
      if (rollout.postHook !== undefined)
        request.report(
          `warning: the post hook of release ${candidate} was not run; run the Job or command of \`hooks.post\` in slipway.yml by hand`,
        );
      return continueRollout(cluster, request, lease, { command, goal: 'done', startGate });
    case 'rollback': {
      if (phase === 'rolling-back') request.report(`${finishing} its rollback`);
      const reason = overdueSentence(rollout) ?? `${left} before it had passed the gate`;
      return continueRollout(cluster, request, lease, { command, goal: 'done', rollback: { reason } });
    }
    case 'none':
      return undefined;
  }
}
