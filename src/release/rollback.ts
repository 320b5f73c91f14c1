import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import type { DecisionRecord } from '../decision/schema.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Origin, originText } from '../toolkit/origin.ts';
import { untilFree } from '../toolkit/timing.ts';
import { pathTo, type Ref, type Workload } from '../workloads/kinds.ts';
import type { FromRelease, ReleaseNumber } from '../workloads/naming.ts';
import { permissionsOfRollback, requirePermissions } from './permissions/access.ts';
import { lifetimeOfRollback, requireLifetime, withWait } from './permissions/credential-life.ts';
import { type RequireSigned, requireShipped, requireSignedRelease } from './preflight/rollback-checks.ts';
import { findUnfinishedRollout } from './rollout/find.ts';
import { becauseOf, isLive, type RestoredRelease, restoreRelease } from './rollout/restore-release.ts';
import { advanceRollout, type RolloutResult } from './rollout/run.ts';
import { workersAt } from './store/baseline.ts';
import { acquireLease, type Lease } from './store/lease.ts';
import {
  recordedEnvironment,
  requireOneEnvironment,
  requireSameWorkload,
} from './store/recorded-environment.ts';
import { type Release, ReleaseStore } from './store/releases.ts';
import { forcedBecause, rollbackProblem } from './store/reversibility.ts';
import {
  earlierHint,
  type RollbackTarget,
  releaseToRestore,
  rollbackTarget,
} from './store/rollback-target.ts';
import { readState, requestAbort, type StoredState } from './store/rollout-state.ts';
import type { RolloutState } from './store/schema.ts';
import { type Verification, verify } from './verify.ts';

export interface RollbackRequest {
  config: Config;
  environmentName: string;
  environment: Environment;
  /** Rolls back only this release: nothing changes when a newer one exists. Default: the live release is rolled back. */
  from: FromRelease | undefined;
  /** Default: the baseline of `from` or of the rollout under way; otherwise the last verified release. */
  to: ReleaseNumber | undefined;
  /** Why a rollback past a release that is not reversible is safe. */
  force?: string;
  /** What made a rollback necessary, if no person asked for it; it is stored in the outcome. */
  because?: string;
  /** Set where images must be signed: checks those that only a record says were released. */
  requireSigned?: RequireSigned;
  origin: Origin;
  /** For the secrets that slipway.yml names. */
  env: NodeJS.ProcessEnv;
  /** Milliseconds of `performance.now()` at which this run stops, finished or not. */
  until?: number | undefined;
  /** Called once the state names the release to roll back, before anything else is written. */
  onRollback?: () => void;
  report: (line: string) => void;
}

export interface RollbackResult {
  /** Absent when there was nothing to roll back: then it is not read. */
  release?: ReleaseNumber;
  /** False when that release was already live. */
  changed: boolean;
  /** `not-needed`: the release to roll back does not exist, was rolled back before, or a newer one exists. */
  state: 'complete' | 'failed' | 'not-needed';
  /** Why it failed, was not needed or, without a target, changed nothing. */
  reason?: string;
  /** From the first write until every pod of the restored release was ready. */
  seconds: number;
  verification?: Verification;
  /** Why a rollout that was under way was ended. */
  decision?: DecisionRecord;
}

/**
 * Restores a release: its pod template byte for byte, with the configuration that it shipped. Uses the environment in the release's
 * own record. Takes the Lease even from a living run, unless `from` names one release: then another holder came after that release.
 * @throws UserError when there is no release to roll back to.
 */
export async function rollback(cluster: Cluster, request: RollbackRequest): Promise<RollbackResult> {
  const { config, environment, origin, report } = request;
  const records = new ReleaseStore(cluster, environment.namespace, config.app, report);
  const [releases, running] = await Promise.all([records.list(), findUnfinishedRollout(cluster, request)]);
  const from = targetOf(releases, request);
  if ('notNeeded' in from) return notNeeded(from.notNeeded);
  if (running === undefined) return rollBackLive(cluster, request, releases, from);
  const { rollout } = running;
  // An earlier rollout that needs action: the run that recorded the release ended in its pre hook.
  if (from.of !== undefined && rollout.candidate < from.of)
    return notNeeded(`release ${from.of} was recorded but not begun, so nothing was rolled back`);
  requireReversible(releases, request, rollout);
  if (request.to !== undefined && request.to !== rollout.baseline)
    requireSameWorkload(releases, releaseToRestore(releases, request.to), request);
  report(`release ${rollout.candidate} is being rolled out (${rollout.phase}): rolling it back`);
  const by = originText(origin);
  // A living run then rolls back itself, if it still can.
  await requestAbort(cluster, environment.namespace, rollout, { by, at: cluster.now() });
  // Its own run may need until its deadline to roll back.
  const wait = Math.max(untilFree, rollout.deadline - cluster.now() + untilFree);
  const lease = await acquire(cluster, request, environment.workload, wait);
  let ended: RolloutResult | undefined;
  let another: StoredState | undefined;
  try {
    const now = await findUnfinishedRollout(cluster, request);
    if (now?.rollout.candidate === rollout.candidate) {
      // A rollout that was asked to end has passed this check.
      if (now.rollout.abortRequested === undefined) requireReversible(releases, request, now.rollout);
      // The run that began this rollback may have died before its own call.
      if (now.rollout.phase === 'rolling-back') request.onRollback?.();
      ended = await advanceRollout(cluster, { ...request, wait: 0 }, lease, {
        command: 'rollback',
        goal: 'done',
        rollback: { reason: reasonOfRequest(releases, request, rollout), by },
      });
    } else another = now;
  } finally {
    await lease.release();
  }
  // Another run released before the Lease was ours.
  if (another !== undefined) return rollback(cluster, request);
  return afterEnd(cluster, request, { rollout, releases, ended });
}

/** Restores a release while no rollout is under way. */
async function rollBackLive(
  cluster: Cluster,
  request: RollbackRequest,
  releases: Release[],
  from: { of?: ReleaseNumber; to?: ReleaseNumber },
): Promise<RollbackResult> {
  const { config, environment, environmentName, report } = request;
  const { namespace } = environment;
  const to = request.to ?? from.to;
  const target = releaseToRestore(releases, to);
  const { release } = target.record;
  if (to === undefined && release === from.of)
    throw new UserError(
      `release ${release} cannot be rolled back: it has no baseline, and is itself the last verified release`,
      'set `to-release` to the release to restore, or deploy a version that works',
    );
  requireOneEnvironment([target], request);
  const recorded = recordedEnvironment(target.record, environmentName, environment);
  requireSameWorkload(releases, target, request);
  const blocked = rollbackProblem(releases, release, request.force);
  const live = () => cluster.get<Workload>(pathTo(namespace, recorded.workload));
  if (blocked !== undefined && !isLive(await live(), target)) throw blocked;
  const wait = request.from === undefined ? 0 : untilFree;
  const need = withWait(lifetimeOfRollback(recorded), wait, leftOf(request));
  await Promise.all([
    requirePermissions(cluster, namespace, permissionsOfRollback(recorded)),
    requireLifetime(cluster, need, report),
  ]);
  await requireShipped(cluster, recorded.namespace, target);
  if (request.requireSigned !== undefined) {
    const brought = { template: target.outcome.template, workers: workersAt(target, releases) };
    await requireSignedRelease(cluster, config, recorded, brought, request.requireSigned);
  }
  const lease = await acquire(cluster, request, recorded.workload, untilFree);
  let done: RestoredRelease | undefined;
  try {
    const records = new ReleaseStore(cluster, namespace, config.app, report);
    const [now, begun] = await Promise.all([records.list(), findUnfinishedRollout(cluster, request)]);
    if (begun === undefined) {
      const still = targetOf(now, request);
      if ('notNeeded' in still) return notNeeded(still.notNeeded);
      const deadline = Math.min(recorded.strategy.deadline, leftOf(request));
      // If the Lease was deleted, only now is it known which records are genuine.
      const genuine = releaseToRestore(now, release);
      done = await restoreRelease(cluster, { ...request, deadline }, recorded, genuine, lease);
    }
  } finally {
    await lease.release();
  }
  // Another run began a release before the Lease was ours.
  if (done === undefined) return rollback(cluster, request);
  const { problem, ...rest } = done;
  const verification =
    problem === undefined ? await verifyRestored(cluster, request, recorded, release) : undefined;
  const hint = done.changed || to !== undefined ? undefined : earlierHint(releases, release);
  const why = hint === undefined ? {} : { reason: `nothing was rolled back: ${hint}` };
  return { release, ...rest, ...why, ...stateOf(problem, verification) };
}

/** @param wait milliseconds to wait for another run. The rollback of one release never seizes its Lease. */
const acquire = (cluster: Cluster, request: RollbackRequest, workload: Ref, wait: number): Promise<Lease> => {
  const { config, environment, origin, from, report } = request;
  return acquireLease(cluster, {
    app: config.app,
    namespace: environment.namespace,
    workload,
    origin,
    wait: from === undefined ? 0 : Math.min(wait, leftOf(request)),
    seize: from === undefined ? true : 'own',
    report,
  });
};

/** @throws UserError when the release that is rolled out, or one before it, is not reversible. */
function requireReversible(
  releases: readonly Release[],
  { to, force }: RollbackRequest,
  rollout: RolloutState,
): void {
  const blocked = rollbackProblem(releases, to ?? rollout.baseline, force, rollout);
  if (blocked !== undefined) throw blocked;
}

function reasonOfRequest(
  releases: readonly Release[],
  { force, because, origin }: RollbackRequest,
  { candidate }: RolloutState,
): string {
  const reversible = recordWith(releases, candidate)?.reversible !== false;
  const forced = force === undefined || reversible ? '' : `, ${forcedBecause(force)}`;
  return `rolled back by ${originText(origin)}${becauseOf(because)}${forced}`;
}

/** A rollout that was under way. */
interface Ended {
  rollout: RolloutState;
  releases: readonly Release[];
  /** Undefined when its own run has ended it. */
  ended: RolloutResult | undefined;
}

/** Continues to the requested release if that is not the baseline of the ended rollout; else verifies the live release. */
async function afterEnd(
  cluster: Cluster,
  request: RollbackRequest,
  { rollout, releases, ended }: Ended,
): Promise<RollbackResult> {
  const { environment } = request;
  const { app, baseline, candidate, phase, abortRequested } = rollout;
  // It was promoted before it could be stopped, so roll back the live release.
  const last = ended === undefined ? await readState(cluster, environment.namespace, app) : undefined;
  if (last?.rollout.phase === 'done') return rollback(cluster, request);
  const goesFurther = request.to !== undefined && request.to !== baseline;
  const wasRollingBack = phase === 'rolling-back' || abortRequested !== undefined;
  if (ended === undefined && wasRollingBack && request.from !== undefined && !goesFurther)
    return notNeeded(`release ${candidate} was already being rolled back by another run`);
  const { end, ms } = ended ?? { end: { state: 'rolled-back' as const, reason: '' }, ms: 0 };
  const decision = ended === undefined ? {} : { decision: ended.decisions };
  // A rollout that needs action is not over: another rollback would find it again.
  if (end.state !== 'needs-action' && goesFurther) {
    // `from` is rolled back already; a release that came after it meanwhile is not touched.
    const from = request.from === undefined ? undefined : baseline;
    const further = await rollback(cluster, { ...request, from });
    return { ...decision, ...further, changed: true, seconds: ms / 1000 + further.seconds };
  }
  const untried = goesFurther ? `; release ${request.to} was not restored` : '';
  const recorded = recordedEnvironment(recordWith(releases, baseline), request.environmentName, environment);
  const verification =
    baseline === undefined || end.state !== 'rolled-back'
      ? undefined
      : await verifyRestored(cluster, request, recorded, baseline);
  return {
    ...(baseline === undefined ? {} : { release: baseline }),
    changed: true,
    seconds: ms / 1000,
    ...stateOf(end.state === 'needs-action' ? `${end.reason}${untried}` : undefined, verification),
    ...decision,
  };
}

function recordWith(releases: readonly Release[], release: ReleaseNumber | undefined) {
  return releases.find(({ record }) => record.release === release)?.record;
}

function targetOf(releases: Release[], { from, origin }: RollbackRequest): RollbackTarget {
  return from === undefined ? {} : rollbackTarget(releases, from, origin.run);
}

const leftOf = ({ until = Number.POSITIVE_INFINITY }: RollbackRequest) =>
  Math.max(1000, until - performance.now());

function notNeeded(reason: string): RollbackResult {
  return { state: 'not-needed', changed: false, seconds: 0, reason };
}

function stateOf(reason: string | undefined, verification: Verification | undefined) {
  const problem = reason ?? (verification?.verdict === 'fail' ? verification.reasons.join('; ') : undefined);
  return {
    state: problem === undefined ? ('complete' as const) : ('failed' as const),
    ...(problem === undefined ? {} : { reason: problem }),
    ...(verification === undefined ? {} : { verification }),
  };
}

function verifyRestored(
  cluster: Cluster,
  { config, environmentName, report }: RollbackRequest,
  environment: Environment,
  release: ReleaseNumber,
): Promise<Verification | undefined> {
  return verify(cluster, { config, environmentName, environment, release, report });
}
