import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import type { Origin } from '../toolkit/origin.ts';
import { untilFree } from '../toolkit/timing.ts';
import type { DecisionRecord } from './decision-record/schema.ts';
import { type RequireSigned, requireShipped, requireSignedRelease } from './preflight/rollback-checks.ts';
import { requireRights, rightsOfRollback } from './rights/access.ts';
import { needOfRollback, requireLife, withWait } from './rights/credential-life.ts';
import { unfinished } from './rollout/find.ts';
import { isLive, rollBackTo } from './rollout/roll-back-to.ts';
import { type RolloutProgress, rollBackRollout } from './rollout/run.ts';
import { acquireLease, type Lease } from './store/lease.ts';
import { recordedEnvironment } from './store/recorded-environment.ts';
import { workersAt } from './store/release-workers.ts';
import { type Release, ReleaseStore } from './store/releases.ts';
import { forcedBecause, wayBackProblem } from './store/reversibility.ts';
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
  /** Rollback this release alone: nothing is changed when another came after it. Default: whatever serves is rolled back. */
  from: FromRelease | undefined;
  /** Default: what served before the release to roll back, or the last verified release. */
  to: ReleaseNumber | undefined;
  /** Why a release that is not reversible may be gone back past. */
  force?: string;
  /** Where images must be signed; asked of those that only a record says were released. */
  requireSigned?: RequireSigned;
  origin: Origin;
  /** For the secrets that slipway.yml names. */
  env: NodeJS.ProcessEnv;
  /** Milliseconds of `performance.now()` at which it is left as it is. */
  until?: number;
  /** Called once the state says what is rolled back, before anything is. */
  onRollback?: () => void;
  report: (line: string) => void;
}

export interface RollbackResult {
  /** Unknown when there was nothing to roll back: then nobody looked. */
  release?: ReleaseNumber;
  /** False when that release was serving already. */
  changed: boolean;
  /** `not-needed`: the release to roll back was never made, was rolled back before, or another came after it. */
  state: 'complete' | 'failed' | 'not-needed';
  reason?: string;
  /** From the first write until the release was all there again. */
  seconds: number;
  verification?: Verification;
  /** Of a rollout that was ended: why. */
  decision?: DecisionRecord;
}

/**
 * Puts a release back as it was: its pod template byte for byte, with the configuration that it shipped.
 * Acts from the configuration in the release's own record; takes the lease even from a living run, unless it is to roll back one
 * release alone: then whoever else has it came after that release.
 * @throws UserError when there is nothing to go back to.
 */
export async function rollback(cluster: Cluster, request: RollbackRequest): Promise<RollbackResult> {
  const { config, environment, report } = request;
  const { namespace } = environment;
  const records = new ReleaseStore(cluster, namespace, config.app, report);
  const [releases, running] = await Promise.all([records.list(), unfinished(cluster, request)]);
  const from = targetOf(releases, request);
  if ('notNeeded' in from) return notNeeded(from.notNeeded);
  if (running !== undefined) {
    requireWayBack(releases, request, running);
    await askForEnd(cluster, request, running);
    return underLease(cluster, request, environment.workload, { asked: running.rollout });
  }
  const target = rollbackTarget(releases, request.to ?? from.to);
  const { release } = target.record;
  const recorded = recordedEnvironment(target.record, request.environmentName, environment);
  const path = pathTo(namespace, recorded.workload);
  const blocked = wayBackProblem(releases, release, request.force);
  if (blocked !== undefined && !isLive(await cluster.get<Workload>(path), target)) throw blocked;
  await Promise.all([
    requireRights(cluster, namespace, rightsOfRollback(recorded)),
    requireLife(cluster, withWait(needOfRollback(recorded), waitOf(request), leftOf(request)), report),
  ]);
  await requireShipped(cluster, recorded.namespace, target);
  if (request.requireSigned !== undefined) {
    const brought = { template: target.outcome.template, workers: workersAt(target, releases) };
    await requireSignedRelease(cluster, config, recorded, brought, request.requireSigned);
  }
  return underLease(cluster, request, recorded.workload, {
    otherwise: async (lease, now) => {
      // Where the Lease was deleted, only now it is known which records count.
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

/** What was under way when a rollback looked, and was asked to end; or what it does when nothing is. */
type Aim =
  | { asked: RolloutState }
  | { otherwise: (lease: Lease, releases: Release[]) => Promise<RollbackResult> };

/** Ends what is under way once the lease is ours: until then somebody else could have released, or begun to. */
async function underLease(
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
      // What was asked to end could be gone back from when it was asked.
      if (!isSame || begun.rollout.abortRequested === undefined) requireWayBack(releases, request, begun);
      ended = await endUnder(cluster, request, begun.rollout, releases, lease);
    }
  } finally {
    await lease.release();
  }
  return goOn(cluster, request, ended);
}

/** The rollback of one release takes the lease from nobody else, and waits for whoever has it. */
const waitOf = ({ from }: RollbackRequest) => (from === undefined ? 0 : untilFree);

/** @throws UserError when the rollout, or a release before it, must not be gone back past. */
function requireWayBack(
  releases: readonly Release[],
  { to, force }: RollbackRequest,
  { rollout }: StoredState,
): void {
  const blocked = wayBackProblem(releases, to ?? rollout.baseline, force, rollout);
  if (blocked !== undefined) throw blocked;
}

/** A rollout that was under way, and what became of it; undefined when it had ended by itself. */
interface Ended {
  rollout: RolloutState;
  releases: readonly Release[];
  rolledBack: RolloutProgress | undefined;
}

/** Asks a rollout that is under way to end, through the state: a living run does it by itself, when it still can. */
async function askForEnd(
  cluster: Cluster,
  { environment, origin, report }: RollbackRequest,
  entry: StoredState,
): Promise<void> {
  const { rollout } = entry;
  report(`release ${rollout.candidate} is being rolled out (${rollout.phase}); it is rolled back`);
  const asked = { by: whoOf(origin), at: cluster.now() };
  await requestAbort(cluster, environment.namespace, rollout, asked);
}

/** The rollout is rolled back by this run, under its lease, unless it has ended by itself. */
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
  // A rollback that died has not told everybody.
  if (rollout.phase === 'rolling-back') request.onRollback?.();
  try {
    return {
      rollout,
      releases,
      rolledBack: await rollBackRollout(cluster, { ...request, wait: 0 }, lease, why, by),
    };
  } catch (error) {
    // The living run may have ended it by itself when it was asked.
    if (!(error instanceof RolloutOver)) throw error;
    return { rollout, releases, rolledBack: undefined };
  }
}

/** Back to where it was asked to, when that is not what the rollout has left; else what serves is proved. */
async function goOn(
  cluster: Cluster,
  request: RollbackRequest,
  { rollout: { app, baseline }, releases, rolledBack }: Ended,
): Promise<RollbackResult> {
  const { environment } = request;
  // It was promoted before it could be stopped: then it is what serves that is rolled back.
  const last = rolledBack === undefined ? await readState(cluster, environment.namespace, app) : undefined;
  if (last?.rollout.phase === 'done') return rollback(cluster, request);
  const { end, ms } = rolledBack ?? { end: { state: 'rolled-back' as const, reason: '' }, ms: 0 };
  const decision = rolledBack === undefined ? {} : { decision: rolledBack.decisions };
  const goesFurther = request.to !== undefined && request.to !== baseline;
  // One that is held is not over, and would be met again.
  if (end.state !== 'needs-action' && goesFurther) {
    const further = await rollback(cluster, request);
    return { ...decision, ...further, changed: true, seconds: ms / 1000 + further.seconds };
  }
  const untried = goesFurther ? `; release ${request.to} was not put back` : '';
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
