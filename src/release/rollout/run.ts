import type { Cluster } from '../../cluster/port.ts';
import type { Config, Environment } from '../../config/types.ts';
import type { HasEnded } from '../../toolkit/ended-runs.ts';
import type { Origin } from '../../toolkit/origin.ts';
import { EventRecorder, eventsOfTransition } from '../decision-record/event-recorder.ts';
import { lastVerdict } from '../decision-record/record.ts';
import type { DecisionRecord } from '../decision-record/schema.ts';
import { requireRights, rightsFor } from '../rights/access.ts';
import { lifetimeFrom, requireLifetime, withWait } from '../rights/credential-life.ts';
import { deleteCreated } from '../store/fencing.ts';
import { acquireLease, type Lease } from '../store/lease.ts';
import { type Phase, remedyOf } from '../store/phases.ts';
import { recordedEnvironment } from '../store/recorded-environment.ts';
import { ReleaseStore } from '../store/releases.ts';
import { type StoredState, transition } from '../store/rollout-state.ts';
import type { ReleaseRecord, RolloutState } from '../store/schema.ts';
import { LeaseLost } from '../workloads/lease-lost.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { type AttachRequest, attach } from './attach.ts';
import { concludeRelease } from './conclude-release.ts';
import type { GateRunner, RolloutContext, RolloutEnd } from './context.ts';
import { requireUnfinished } from './find.ts';
import { overdueSentence } from './pause.ts';
import { reconcile } from './reconciler.ts';
import { recordPause, recordPods, recordTransition } from './record-transitions.ts';
import type { RolloutSpec } from './spec.ts';

/** What a command that continues or ends a rollout asks for. */
export interface RolloutRequest {
  config: Config;
  environment: Environment;
  /** The release whose rollout is meant; the rollout of another release is left alone. Default: any. */
  release?: ReleaseNumber;
  origin: Origin;
  /** Milliseconds to wait for the Lease of another run. */
  wait: number;
  /** The environment variables with the secrets that slipway.yml names. */
  env: NodeJS.ProcessEnv;
  /** Whether the workflow run of another rollout has ended. */
  hasEnded?: HasEnded;
  report: (line: string) => void;
  signal?: AbortSignal;
  /** When this run leaves the rollout to the next one, in milliseconds of `performance.now()`. */
  until?: number;
}

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

export type StartGate = (run: RolloutContext) => Promise<GateRunner | undefined>;

/** The options by which the functions below differ. */
interface How {
  watch?: StartGate;
  calls?: AttachRequest['calls'];
  rollback?: RolledBack;
  decisions?: AttachRequest['decisions'];
  /** For the run that began the release: what it still applies, and the list of what it creates. */
  pending?: AttachRequest['pending'];
  creations?: AttachRequest['creations'];
}

/** Why a rollout is rolled back, and who asked for it. */
type RolledBack = { reason: string; by?: string };

/** Acquires the Lease and moves a rollout to a goal. */
export async function advance(
  cluster: Cluster,
  request: RolloutRequest,
  entry: StoredState,
  goal: RolloutSpec['goal'],
  how: How & { watch: StartGate },
): Promise<RolloutProgress> {
  const { config, environment, origin, report, wait, signal } = request;
  const { rollout } = entry;
  const releases = await new ReleaseStore(cluster, environment.namespace, config.app, report).list();
  const candidate = releases.find(({ record }) => record.release === rollout.candidate)?.record;
  const recorded = recordedEnvironment(candidate, rollout.environment, environment);
  const need = withWait(lifetimeFrom(rollout.phase, recorded), wait);
  await Promise.all([
    requireRights(cluster, recorded.namespace, rightsFor(recorded, [])),
    requireLifetime(cluster, need, report),
  ]);
  const lease = await acquireLease(cluster, {
    app: config.app,
    namespace: environment.namespace,
    workload: environment.workload,
    origin,
    wait,
    // The step before may have failed to release it.
    seize: 'own',
    report,
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    return await continueRollout(cluster, request, lease, goal, how);
  } finally {
    await lease.release();
  }
}

/** Begins the rollout of a release whose record and state are written, until the candidate is prepared beside the baseline, or done. */
export function beginRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
  goal: 'prepared' | 'done',
  how: Required<Pick<How, 'decisions' | 'pending' | 'creations'>>,
): Promise<RolloutProgress> {
  return continueRollout(cluster, request, lease, goal, how);
}

/** Moves a rollout to its end without a gate: a rollback to a release. */
export function finishRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
): Promise<RolloutProgress> {
  return continueRollout(cluster, request, lease, 'done', {});
}

/** Checks a paused rollout: continues it if its bake is over, rolls it back if it does harm, and otherwise keeps the pause. */
export function advancePaused(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
  watch: StartGate,
): Promise<RolloutProgress> {
  return continueRollout(cluster, request, lease, 'done', { watch, calls: 'look' });
}

/** Ends a rollout whose run has died: finishes it, still watched by the gate, if it had passed, and rolls it back otherwise. */
export async function endDeadRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
  rollout: RolloutState,
  watch: StartGate,
): Promise<RolloutProgress | undefined> {
  const { phase, candidate, run } = rollout;
  const left = `the rollout of release ${candidate} was interrupted in phase ${phase} (${run.actor} in ${run.run})`;
  switch (remedyOf(phase)) {
    case 'finish':
      request.report(`${left}; finishing it`);
      if (rollout.postHook !== undefined)
        request.report(`warning: the post hook of release ${candidate} was not run; run it yourself`);
      return continueRollout(cluster, request, lease, 'done', { watch });
    case 'rollback':
      return rollBackRollout(
        cluster,
        request,
        lease,
        overdueSentence(rollout) ?? `${left} before it had passed the gate`,
      );
    case 'none':
      return undefined;
  }
}

/**
 * Rolls a rollout back, whatever phase it is in.
 * @param by who requested it, if it does not follow from a failure: such a rollback may go past a release that is not reversible.
 */
export function rollBackRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
  reason: string,
  by?: string,
): Promise<RolloutProgress> {
  return continueRollout(cluster, request, lease, 'done', {
    rollback: { reason, ...(by === undefined ? {} : { by }) },
  });
}

async function continueRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
  goal: RolloutSpec['goal'],
  how: How,
): Promise<RolloutProgress> {
  const { config, environment, origin, report, signal, until } = request;
  const { namespace } = environment;
  const started = performance.now();
  const records = new ReleaseStore(cluster, namespace, config.app);
  const place = {
    app: config.app,
    namespace,
    workload: environment.workload,
    token: lease.token,
    origin,
  };
  const recorder = new EventRecorder(cluster, place, report);
  const { creations = [] } = how;
  let run: RolloutContext | undefined;
  let lost = false;
  /** Why a release that became ready counts as rolled back. */
  let problem: string | undefined;
  try {
    // Read again: until this run held the Lease, another run could have moved the rollout.
    const [entry, releases] = await Promise.all([
      requireUnfinished(cluster, request, everyPhase),
      records.list(),
    ]);
    run = await attach(cluster, {
      entry,
      releases,
      today: environment,
      lease,
      creations,
      ...(how.pending === undefined ? {} : { pending: how.pending }),
      origin,
      goal,
      doing: how.rollback === undefined ? goal : 'rollback',
      ...(how.calls === undefined ? {} : { calls: how.calls }),
      ...(how.decisions === undefined ? {} : { decisions: how.decisions }),
      report,
      conclude: async (phase, reason) => {
        const { workload = environment.workload, workers = [] } = run?.spec ?? {};
        const { rollout } = entry;
        const record = releases.find(each => each.record.release === rollout.candidate)?.record;
        const known = { workload, workers, rollout, record, token: lease.token };
        problem = await concludeRelease(cluster, records, request, { ...known, phase, reason });
        return problem;
      },
      ...(signal === undefined ? {} : { signal }),
      ...(until === undefined ? {} : { until }),
    });
    const { decisions } = run;
    run.store.onChange = (before, after) =>
      recorder.record(
        ...eventsOfTransition(before, after, lastVerdict(decisions.record)).map(each =>
          each.kind === 'rolled-back' && problem !== undefined
            ? { ...each, serves: 'another version' as const }
            : each,
        ),
      );
    if (how.rollback !== undefined) await beginRollback(run, how.rollback);
    const watcher = await how.watch?.(run);
    if (watcher !== undefined) run.watcher = watcher;
    const end = await reconcile(run);
    // The gate writes to the state, too, so it stops before the next write.
    await run.watcher?.stop();
    await recordPause(run, end);
    const { rollout } = run.store;
    return {
      end,
      rollout,
      record: run.record,
      decisions: decisions.record,
      ms: performance.now() - started,
      ...rollbackMsOf(decisions.record),
    };
  } catch (error) {
    lost = error instanceof LeaseLost;
    if (lost) await deleteCreated(cluster, creations, config.app, lease.token).catch(() => undefined);
    throw error;
  } finally {
    await run?.watcher?.stop();
    // After a takeover the decision record belongs to the newer run, and this one must not overwrite it.
    if (!lost) await run?.decisions.save(report);
    await recorder.flush();
    run?.informers.close();
  }
}

function rollbackMsOf({ durations: { rollback } }: DecisionRecord): Pick<RolloutProgress, 'rollbackMs'> {
  return rollback === undefined ? {} : { rollbackMs: rollback };
}

async function beginRollback(run: RolloutContext, { reason, by }: RolledBack): Promise<void> {
  const { cluster, store, report } = run;
  const at = cluster.now();
  const asked = by === undefined ? {} : { abortRequested: { by, at } };
  if (store.rollout.phase !== 'rolling-back') {
    report(`rollback: ${reason}`);
    recordPods(run);
    recordTransition(run, 'rolling-back', { weight: 0, reason });
    await store.change(rollout => ({
      ...transition(rollout, 'rolling-back', at, { weight: 0, reason }),
      ...asked,
    }));
  } else if (by !== undefined && store.rollout.abortRequested === undefined) {
    await store.change(rollout => ({ ...rollout, ...asked }));
  }
}

const everyPhase: Phase[] = ['prepared', 'stepping', 'baking', 'promoting', 'watching', 'rolling-back'];
