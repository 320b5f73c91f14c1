import type { Cluster } from '../../cluster/port.ts';
import type { Config, Environment } from '../../config/types.ts';
import type { HasEnded } from '../../toolkit/ended-runs.ts';
import type { Origin } from '../../toolkit/origin.ts';
import { EventRecorder, eventsOfTransition } from '../decision-record/event-recorder.ts';
import { lastVerdict } from '../decision-record/record.ts';
import type { DecisionRecord } from '../decision-record/schema.ts';
import { requireRights, rightsFor } from '../rights/access.ts';
import { needFrom, requireLife, withWait } from '../rights/credential-life.ts';
import { deleteCreated } from '../store/fenced-writes.ts';
import { acquireLease, type Lease } from '../store/lease.ts';
import { type Phase, remedyOf } from '../store/phases.ts';
import { recordedEnvironment } from '../store/recorded-environment.ts';
import { ReleaseStore } from '../store/releases.ts';
import { moved, type StoredState } from '../store/rollout-state.ts';
import type { ReleaseRecord, RolloutState } from '../store/schema.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { LeaseLost } from '../workloads/overtaken.ts';
import { type AttachRequest, attach } from './attach.ts';
import { concludeRelease } from './conclude-release.ts';
import type { GateRunner, RolloutContext, RolloutEnd } from './context.ts';
import { requireUnfinished } from './find.ts';
import { overdueSentence } from './pause.ts';
import { reconcile } from './reconciler.ts';
import { recordPause } from './record-pause.ts';
import { recordPods, recordTransition } from './record-transitions.ts';
import type { RolloutSpec } from './spec.ts';

/** What goes on with a rollout that is under way, or ends it. */
export interface RolloutRequest {
  config: Config;
  environment: Environment;
  /** The release that must be under way; the rollout of another one is left alone. Default: whichever is. */
  release?: ReleaseNumber;
  origin: Origin;
  /** Milliseconds to wait for another run. */
  wait: number;
  /** For the secrets that slipway.yml names. */
  env: NodeJS.ProcessEnv;
  /** As of a deploy. */
  hasEnded?: HasEnded;
  report: (line: string) => void;
  signal?: AbortSignal;
  /** Milliseconds of `performance.now()` at which this run leaves the rollout as it is. */
  until?: number;
}

export interface RolloutProgress {
  end: RolloutEnd;
  rollout: RolloutState;
  /** Of the candidate, as this run took it over. */
  record: ReleaseRecord;
  decisions: DecisionRecord;
  /** Milliseconds from taking over until the end. */
  ms: number;
  /** Of it from the verdict until what served before was whole again, where it is. */
  rollbackMs?: number;
}

export type StartGate = (run: RolloutContext) => Promise<GateRunner | undefined>;

/** What the callers of `advance` and `rollBackRollout` add to a rollout. */
interface How {
  watch?: StartGate;
  calls?: AttachRequest['calls'];
  rollback?: RolledBack;
  decisions?: AttachRequest['decisions'];
  /** What the run that began the release applies, and where it enters what it creates. */
  pending?: AttachRequest['pending'];
  creations?: AttachRequest['creations'];
}

/** Why a rollout is rolled back, and who asked for it. */
type RolledBack = { reason: string; by?: string };

/** Moves a rollout on to a goal, under a lease of this run. */
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
  const need = withWait(needFrom(rollout.phase, recorded), wait);
  await Promise.all([
    requireRights(cluster, recorded.namespace, rightsFor(recorded, [])),
    requireLife(cluster, need, report),
  ]);
  const lease = await acquireLease(cluster, {
    app: config.app,
    namespace: environment.namespace,
    workload: environment.workload,
    origin,
    wait,
    // The step before may have been unable to give it back.
    seize: 'own',
    report,
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    return await underLease(cluster, request, lease, goal, how);
  } finally {
    await lease.release();
  }
}

/** Begins the rollout of a release that has its record and its state: until the candidate is up beside the baseline, or is all there. */
export function beginRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
  goal: 'prepared' | 'done',
  how: Required<Pick<How, 'decisions' | 'pending' | 'creations'>>,
): Promise<RolloutProgress> {
  return underLease(cluster, request, lease, goal, how);
}

/** Moves on to the end what the state says, with nothing to be judged by: a rollback to a release. */
export function finishRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
): Promise<RolloutProgress> {
  return underLease(cluster, request, lease, 'done', {});
}

/** Looks after a rollout that waits: it goes on where its time has come, back where it does harm, and else waits on. */
export function advancePaused(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
  watch: StartGate,
): Promise<RolloutProgress> {
  return underLease(cluster, request, lease, 'done', { watch, calls: 'look' });
}

/** What a run does with a rollout that another one left: only what was judged good goes on, watched as by the run before. */
export async function endDeadRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
  rollout: RolloutState,
  watch: StartGate,
): Promise<RolloutProgress | undefined> {
  const { phase, candidate, run } = rollout;
  const left = `release ${candidate} was left ${phase} by ${run.actor} in ${run.run}`;
  switch (remedyOf(phase)) {
    case 'finish':
      request.report(`${left}; finishing it`);
      if (rollout.postHook !== undefined)
        request.report(`warning: the post hook of release ${candidate} is left to you`);
      return underLease(cluster, request, lease, 'done', { watch });
    case 'rollback':
      return rollBackRollout(
        cluster,
        request,
        lease,
        overdueSentence(rollout) ?? `${left} and never shown to be good`,
      );
    case 'none':
      return undefined;
  }
}

/**
 * Ends a rollout: rolled back, whatever phase it is in.
 * @param by who asked for it, where it is not a failure: then it may go back past what is not reversible.
 */
export function rollBackRollout(
  cluster: Cluster,
  request: RolloutRequest,
  lease: Lease,
  reason: string,
  by?: string,
): Promise<RolloutProgress> {
  return underLease(cluster, request, lease, 'done', {
    rollback: { reason, ...(by === undefined ? {} : { by }) },
  });
}

async function underLease(
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
  /** Why what came up is no release all the same. */
  let problem: string | undefined;
  try {
    // Read again: until the lease was ours, another run could have moved it.
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
    // Before the next write to the state: both write to it.
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
    // The record is that of the run which took over; what this one knew last is not to be written over it.
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
      ...moved(rollout, 'rolling-back', at, { weight: 0, reason }),
      ...asked,
    }));
  } else if (by !== undefined && store.rollout.abortRequested === undefined) {
    await store.change(rollout => ({ ...rollout, ...asked }));
  }
}

const everyPhase: Phase[] = ['prepared', 'stepping', 'baking', 'promoting', 'watching', 'rolling-back'];
