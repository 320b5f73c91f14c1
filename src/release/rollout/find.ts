import type { ConfigMap, HorizontalPodAutoscaler, LeaseObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { howToRun } from '../../toolkit/operations.ts';
import { originText } from '../../toolkit/origin.ts';
import { floorOf } from '../../traffic/fencing-token.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { leasePath, pathTo, type Workload } from '../../workloads/kinds.ts';
import { selecting } from '../../workloads/naming.ts';
import { releaseOf } from '../../workloads/workers.ts';
import { tokenOfFence } from '../store/fencing.ts';
import { tokensOfWorkload } from '../store/lease.ts';
import { isOver, type Phase } from '../store/phases.ts';
import { recordedEnvironment } from '../store/recorded-environment.ts';
import { type Release, ReleaseStore } from '../store/releases.ts';
import { RolloutOver, readState, recreateState, type StoredState } from '../store/rollout-state.ts';
import type { RolloutState } from '../store/schema.ts';
import type { RolloutRequest } from './context.ts';

/** Finds the rollout that is under way, from the state in the cluster. */

type Place = Pick<RolloutRequest, 'config' | 'environment' | 'report'>;

/** Returns the state of a rollout that is not over, rebuilt if it was deleted; undefined when there is none. */
export async function findUnfinishedRollout(
  cluster: Cluster,
  request: Place,
): Promise<StoredState | undefined> {
  const entry = await lastRollout(cluster, request);
  return entry === undefined || isOver(entry.rollout.phase) ? undefined : entry;
}

/** Returns the state of the last rollout, rebuilt if that of an unfinished one was deleted; undefined when there is none. */
export const lastRollout = async (
  cluster: Cluster,
  { config, environment, report }: Place,
): Promise<StoredState | undefined> =>
  (await readState(cluster, environment.namespace, config.app)) ??
  (await rebuildState(cluster, config.app, environment, report));

/**
 * Returns the state of the rollout that is under way.
 * @throws UserError when there is none, when it is not that of the requested release, or when it is in none of these phases.
 */
export async function requireUnfinished(
  cluster: Cluster,
  request: RolloutRequest,
  phases: readonly Phase[],
): Promise<StoredState> {
  const { app } = request.config;
  const entry = await findUnfinishedRollout(cluster, request);
  if (entry === undefined) throw new RolloutOver(app);
  const { phase, candidate, run } = entry.rollout;
  if (request.release !== undefined && request.release !== candidate) {
    throw new UserError(
      `release ${request.release} is not being rolled out: the rollout in progress is that of release ${candidate} (${originText(run)})`,
      `check the job summary of its deploy run for how release ${request.release} ended, or omit its number to continue release ${candidate}`,
    );
  }
  if (!phases.includes(phase)) {
    throw new UserError(
      `the rollout of release ${candidate} is in phase ${phase}, not in ${phases.join(' or ')}`,
      phase === 'rolling-back'
        ? `${howToRun('sweep')}, which finishes the rollback`
        : `${howToRun('status')} to see what it waits for; the order is deploy, gate, promote`,
    );
  }
  return entry;
}

/** The traces of a rollout beside its state. */
interface Traces {
  /** Newest first. */
  releases: readonly Release[];
  /** Of the highest fence. */
  token: number;
  today: Environment;
  live: Workload | undefined;
  autoscalers: readonly HorizontalPodAutoscaler[];
  /** Milliseconds since 1970 by the API server's clock. */
  now: number;
}

/**
 * Rebuilds the state of a rollout from the record of its release. The rollout is rolled back, because it is not known how far it was
 * judged. A fence shows that a rollout is under way: it is created after the state, and deleted before the rollout ends.
 * @returns the current state; undefined when no rollout is under way.
 */
async function rebuildState(
  cluster: Cluster,
  app: string,
  today: Environment,
  report: (line: string) => void,
): Promise<StoredState | undefined> {
  const { namespace, workload } = today;
  const { items: fences } = await cluster.list<ConfigMap>(pathOf(resources.configMap, namespace), {
    labelSelector: selecting.fences(app),
  });
  if (fences.length === 0) return undefined;
  // Without the Lease, no checksum shows which records are genuine.
  const [lease, tokens] = await Promise.all([
    cluster.get<LeaseObject>(leasePath(namespace, app)),
    tokensOfWorkload(cluster, { app, namespace, workload }),
  ]);
  if (lease === undefined && tokens.length === 0) return undefined;
  const [releases, live, { items: autoscalers }] = await Promise.all([
    new ReleaseStore(cluster, namespace, app).list(),
    cluster.get<Workload>(pathTo(namespace, workload)),
    cluster.list<HorizontalPodAutoscaler>(pathOf(resources.horizontalPodAutoscaler, namespace)),
  ]);
  const token = floorOf(fences.map(tokenOfFence));
  const rollout = stateFromRecords({ releases, token, today, live, autoscalers, now: cluster.now() });
  if (rollout === undefined) return undefined;
  report(
    `the state of the rollout of release ${rollout.candidate} was deleted: rebuilding it from the record`,
  );
  return recreateState(cluster, namespace, rollout);
}

/**
 * Returns the state of the newest release without an outcome; undefined when there is none, or when that one has no baseline or is a
 * rolling update. Pure.
 */
export function stateFromRecords({
  releases,
  token,
  today,
  live,
  autoscalers,
  now,
}: Traces): RolloutState | undefined {
  const open = releases.find(({ record, outcome }) => outcome === undefined && record.token <= token);
  if (open?.record.baseline === undefined) return undefined;
  const { app, environment: name, release, baseline, by, reversible } = open.record;
  const { strategy, workload } = recordedEnvironment(open.record, name, today);
  if (strategy.kind === 'rolling') return undefined;
  const written = releaseOf(live) === release;
  const reason = 'its state was deleted, so it is not known how far it was judged';
  const [autoscaler] = autoscalersOf([...autoscalers], workload);
  return {
    schema: 1,
    app,
    environment: name,
    token,
    run: by,
    strategy: strategy.kind,
    // A candidate that is not reversible and is in the workload has passed the gate: finish it.
    ...(written && reversible === false
      ? { phase: 'promoting', weight: 100 }
      : {
          phase: 'rolling-back',
          weight: 0,
          rolledBackFrom: written ? 'promoting' : 'stepping',
          reason,
          // A living run reads this, and rolls back the release itself.
          abortRequested: { by: 'Slipway, which found the rollout state deleted,', at: now },
        }),
    step: 0,
    baseline,
    candidate: release,
    capacity: live?.spec?.replicas ?? 1,
    ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
    startedAt: now,
    since: now,
    deadline: now + strategy.deadline,
    applied: true,
  };
}
