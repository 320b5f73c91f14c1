import type { ConfigMap, HorizontalPodAutoscaler } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { pathTo, type Workload } from '../workloads/kinds.ts';
import { selecting } from '../workloads/naming.ts';
import { releaseOf } from '../workloads/workers.ts';
import { tokenOfOwner } from './fencing.ts';
import { recordedEnvironment } from './recorded-environment.ts';
import { type Release, ReleaseStore } from './releases.ts';
import { restoreState, type StoredState } from './rollout-state.ts';
import type { RolloutState } from './schema.ts';

/** Rebuilds a state that was deleted while its rollout was under way. */

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
export async function rebuildState(
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
  const [releases, live, { items: autoscalers }] = await Promise.all([
    new ReleaseStore(cluster, namespace, app).list(),
    cluster.get<Workload>(pathTo(namespace, workload)),
    cluster.list<HorizontalPodAutoscaler>(pathOf(resources.horizontalPodAutoscaler, namespace)),
  ]);
  const token = Math.max(...fences.map(tokenOfOwner));
  const rollout = stateFromRecords({ releases, token, today, live, autoscalers, now: cluster.now() });
  if (rollout === undefined) return undefined;
  report(
    `the state of the rollout of release ${rollout.candidate} was deleted: rebuilding it from the record`,
  );
  return restoreState(cluster, namespace, rollout);
}

/** Returns the state of the newest release without an outcome; undefined when there is none with a baseline. Pure. */
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
          abortRequested: { by: 'a user who deleted its state', at: now },
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
