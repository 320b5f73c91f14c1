import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import type { Origin } from '../toolkit/origin.ts';
import { untilFree } from '../toolkit/timing.ts';
import type { DecisionRecord } from './decision-record/schema.ts';
import { type RequireSigned, requireShipped, requireSignedRelease } from './preflight/rollback-checks.ts';
import { requireRights, rightsOfRollback } from './rights/access.ts';
import { lifetimeOfRollback, requireLifetime, withWait } from './rights/credential-life.ts';
import { unfinished } from './rollout/find.ts';
import { isLive, rollBackTo } from './rollout/roll-back-to.ts';
import { type RolloutProgress, rollBackRollout } from './rollout/run.ts';
import { workersAt } from './store/baseline.ts';
import { acquireLease, type Lease } from './store/lease.ts';
import { recordedEnvironment } from './store/recorded-environment.ts';
import { type Release, ReleaseStore } from './store/releases.ts';
import { forcedBecause, rollbackProblem } from './store/reversibility.ts';
import { type RollbackTarget, rollbackTarget, targetFrom } from './store/rollback-target.ts';
import { RolloutOver, readState, requestAbort, type StoredState } from './store/rollout-state.ts';
import type { RolloutState } from './store/schema.ts';
import { type Verification, verify } from './verify.ts';
import { pathTo, type Ref, type Workload } from './workloads/kinds.ts';
import type { FromRelease, ReleaseNumber } from './workloads/naming.ts';

export interface RollbackRequest {
  config: Config;
  environmentName: string;
  environment: Environment;
  /** Rolls back only this release: nothing changes when a newer one exists. Default: the live release is rolled back. */
  from: FromRelease | undefined;
  /** Default: the baseline of the release to roll back, or the last verified release. */
  to: ReleaseNumber | undefined;
  /** Why a rollback past a release that is not reversible is safe. */
  force?: string;
  /** Set where images must be signed: checks those that only a record says were released. */
  requireSigned?: RequireSigned;
  origin: Origin;
  /** For the secrets that slipway.yml names. */
  env: NodeJS.ProcessEnv;
  /** Milliseconds of `performance.now()` at which this run stops, finished or not. */
  until?: number;
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
  const { config, environment, report } = request;
  const { namespace } = environment;
  const records = new ReleaseStore(cluster, namespace, config.app, report);
  const [releases, running] = await Promise.all([records.list(), unfinished(cluster, request)]);
  const from = targetOf(releases, request);
  if ('notNeeded' in from) return notNeeded(from.notNeeded);
  if (running !== undefined) {
    requireReversible(releases, request, running);
    await askForEnd(cluster, request, running);
    return rollBackUnderLease(cluster, request, environment.workload, { asked: running.rollout });
  }
  const target = rollbackTarget(releases, request.to ?? from.to);
  const { release } = target.record;
  const recorded = recordedEnvironment(target.record, request.environmentName, environment);
  const path = pathTo(namespace, recorded.workload);
  const blocked = rollbackProblem(releases, release, request.force);
  if (blocked !== undefined && !isLive(await cluster.get<Workload>(path), target)) throw blocked;
  await Promise.all([
    requireRights(cluster, namespace, rightsOfRollback(recorded)),
    requireLifetime(
      cluster,
      withWait(lifetimeOfRollback(recorded), waitOf(request), leftOf(request)),
      report,
    ),
  ]);
  await requireShipped(cluster, recorded.namespace, target);
  if (request.requireSigned !== undefined) {
    const brought = { template: target.outcome.template, workers: workersAt(target, releases) };
    await requireSignedRelease(cluster, config, recorded, brought, request.requireSigned);
  }
  return rollBackUnderLease(cluster, request, recorded.workload, {
    otherwise: async (lease, now) => {
      // If the Lease was deleted, only now is it known which records are genuine.
      const target = rollbackTarget(now, release);
      const deadline = Math.min(recorded.strategy.deadline, leftOf(request));
      const { problem, ...done } = await rollBackTo(
        cluster,
        { ...request, deadline },
        recorded,
        target,
        lease,
      );
      if (problem !== undefined) return { release, ...done, ...stateOf(problem, undefined) };
      return {
        release,
        ...done,
        ...stateOf(undefined, await verifyIfAsked(cluster, request, recorded, release)),
      };
    },
  });
}

/** The rollout that was asked to end; or the rollback to perform when none is under way. */
type Aim =
  | { asked: RolloutState }
  | { otherwise: (lease: Lease, releases: Release[]) => Promise<RollbackResult> };

/** Acquires the Lease, then reads again what is under way: until then another run could have released, or begun to. */
async function rollBackUnderLease(
  cluster: Cluster,
  request: RollbackRequest,
  workload: Ref,
  aim: Aim,
): Promise<RollbackResult> {
  const { config, environment, origin, from, report } = request;
  const { namespace } = environment;
  const lease = await acquireLease(cluster, {
    app: config.app,
    namespace,
    workload,
    origin,
    wait: waitOf(request),
    seize: from === undefined ? true : 'own',
    report,
  });
  let ended: Ended;
  try {
    const records = new ReleaseStore(cluster, namespace, config.app, report);
    const [releases, begun] = await Promise.all([records.list(), unfinished(cluster, request)]);
    const asked = 'asked' in aim ? aim.asked : undefined;
    const isSame = asked !== undefined && begun?.rollout.candidate === asked.candidate;
    const hasEnded = asked !== undefined && begun === undefined;
    const still = isSame || hasEnded ? {} : targetOf(releases, request);
    if ('notNeeded' in still) return notNeeded(still.notNeeded);
    if (begun === undefined) {
      if ('otherwise' in aim) return await aim.otherwise(lease, releases);
      ended = { rollout: aim.asked, releases, rolledBack: undefined };
    } else {
      // A rollout that was asked to end passed this check then.
      if (!isSame || begun.rollout.abortRequested === undefined) requireReversible(releases, request, begun);
      ended = await endUnder(cluster, request, begun.rollout, releases, lease);
    }
  } finally {
    await lease.release();
  }
  return afterEnd(cluster, request, ended);
}

/** The rollback of one release never seizes the Lease of another run: it waits for it. */
const waitOf = ({ from }: RollbackRequest) => (from === undefined ? 0 : untilFree);

/** @throws UserError when the release that is rolled out, or one before it, is not reversible. */
function requireReversible(
  releases: readonly Release[],
  { to, force }: RollbackRequest,
  { rollout }: StoredState,
): void {
  const blocked = rollbackProblem(releases, to ?? rollout.baseline, force, rollout);
  if (blocked !== undefined) throw blocked;
}

/** A rollout that was under way; `rolledBack` is undefined when its own run has ended it. */
interface Ended {
  rollout: RolloutState;
  releases: readonly Release[];
  rolledBack: RolloutProgress | undefined;
}

/** Requests an abort of the rollout in its Lease: a living run then rolls back itself, if it still can. */
async function askForEnd(
  cluster: Cluster,
  { environment, origin, report }: RollbackRequest,
  entry: StoredState,
): Promise<void> {
  const { rollout } = entry;
  report(`release ${rollout.candidate} is being rolled out (${rollout.phase}): rolling it back`);
  const asked = { by: whoOf(origin), at: cluster.now() };
  await requestAbort(cluster, environment.namespace, rollout, asked);
}

/** Rolls the rollout back under this run's Lease, unless its own run has ended it. */
async function endUnder(
  cluster: Cluster,
  request: RollbackRequest,
  rollout: RolloutState,
  releases: readonly Release[],
  lease: Lease,
): Promise<Ended> {
  const { force, origin } = request;
  const by = whoOf(origin);
  const reversible = recordOf(releases, rollout.candidate)?.reversible !== false;
  const why = `rolled back by ${by}${force === undefined || reversible ? '' : `, ${forcedBecause(force)}`}`;
  // The run that began this rollback may have died before its own call.
  if (rollout.phase === 'rolling-back') request.onRollback?.();
  try {
    return {
      rollout,
      releases,
      rolledBack: await rollBackRollout(cluster, { ...request, wait: 0 }, lease, why, by),
    };
  } catch (error) {
    // The living run may have ended it after the abort request.
    if (!(error instanceof RolloutOver)) throw error;
    return { rollout, releases, rolledBack: undefined };
  }
}

/** Continues to the requested release if that is not the baseline of the ended rollout; else verifies the live release. */
async function afterEnd(
  cluster: Cluster,
  request: RollbackRequest,
  { rollout: { app, baseline }, releases, rolledBack }: Ended,
): Promise<RollbackResult> {
  const { environment } = request;
  // It was promoted before it could be stopped, so roll back the live release.
  const last = rolledBack === undefined ? await readState(cluster, environment.namespace, app) : undefined;
  if (last?.rollout.phase === 'done') return rollback(cluster, request);
  const { end, ms } = rolledBack ?? { end: { state: 'rolled-back' as const, reason: '' }, ms: 0 };
  const decision = rolledBack === undefined ? {} : { decision: rolledBack.decisions };
  const goesFurther = request.to !== undefined && request.to !== baseline;
  // A rollout that needs action is not over: another rollback would find it again.
  if (end.state !== 'needs-action' && goesFurther) {
    // `from` is rolled back already.
    const further = await rollback(cluster, { ...request, from: undefined });
    return { ...decision, ...further, changed: true, seconds: ms / 1000 + further.seconds };
  }
  const untried = goesFurther ? `; release ${request.to} was not restored` : '';
  const recorded = recordedEnvironment(recordOf(releases, baseline), request.environmentName, environment);
  const verification =
    baseline === undefined || end.state !== 'rolled-back'
      ? undefined
      : await verifyIfAsked(cluster, request, recorded, baseline);
  return {
    ...(baseline === undefined ? {} : { release: baseline }),
    changed: true,
    seconds: ms / 1000,
    ...stateOf(end.state === 'needs-action' ? `${end.reason}${untried}` : undefined, verification),
    ...decision,
  };
}

const whoOf = ({ actor, run }: Origin) => `${actor} in ${run}`;

function recordOf(releases: readonly Release[], release: ReleaseNumber | undefined) {
  return releases.find(({ record }) => record.release === release)?.record;
}

function targetOf(releases: Release[], { from, origin }: RollbackRequest): RollbackTarget {
  return from === undefined ? {} : targetFrom(releases, from, origin.run);
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

function verifyIfAsked(
  cluster: Cluster,
  { config, environmentName, report }: RollbackRequest,
  environment: Environment,
  release: ReleaseNumber,
): Promise<Verification | undefined> {
  return verify(cluster, { config, environmentName, environment, release, report });
}
