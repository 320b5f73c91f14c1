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

/** A state that somebody deleted while its rollout was under way. */

/** What tells of a rollout beside its state. */
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
 * Writes the state of a rollout again, by the record of its release: it is rolled back, because nobody knows how far it had
 * been judged. The fence tells that there is such a rollout: it is raised after the state, and goes before that ends.
 * @returns the state as it is now; undefined when no rollout is under way.
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
    `the state of the rollout of release ${rollout.candidate} was deleted; it is written again by its record`,
  );
  return restoreState(cluster, namespace, rollout);
}

/** The state of the newest release that does not say how it ended; undefined when there is none beside a baseline. Pure. */
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
    // What must not be rolled back by itself was judged good when it came into the workload.
    ...(written && reversible === false
      ? { phase: 'promoting', weight: 100 }
      : {
          phase: 'rolling-back',
          weight: 0,
          rolledBackFrom: written ? 'promoting' : 'stepping',
          reason,
          // A run that lives reads this, and rolls back the release itself.
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
