import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { UserError, withRemedy } from '../../toolkit/errors.ts';
import { removeScratch, type Scratch } from '../scratch/clearing.ts';
import { apiServerControl, nodesFor, proveIsolation } from '../scratch/isolation.ts';
import { keepAlive } from '../scratch/keeping.ts';
import type { ScratchPlan } from '../scratch/manifests.ts';
import { namespaceFacts, notDisposable, notLive, openScratch } from '../scratch/namespace.ts';
import type { ProbePlan } from '../scratch/probe.ts';
import type { Store } from '../store.ts';
import type { Consent, EarlyFacts, Isolation, LateFacts } from './facts.ts';
import {
  type Alerts,
  alertObstacles,
  type Hours,
  hoursObstacle,
  type Rollout,
  rolloutObstacles,
} from './obstacles.ts';
import { askPermissions, uidOf } from './permissions.ts';
import { earlyRefusals, mustDelete, type Refusal, refusals } from './refusals.ts';
import { withSideEffects } from './side-effects.ts';

/** The input of the guard. */
export interface Guarded {
  /** The drilled cluster. */
  readonly cluster: Cluster;
  /** Production, as the drill's credential reaches it; undefined if slipway.yml names no context, and then the guard refuses. */
  readonly productionCluster: Cluster | undefined;
  readonly productionNamespaces: readonly string[];
  readonly allowed: readonly string[];
  readonly production: readonly string[];
  readonly where: EarlyFacts['where'];
  /** The drill's namespace. For a drill in the live system only its name and run matter. */
  readonly scratch: ScratchPlan;
  readonly repositories: readonly Pick<Store, 'name' | 'mayDelete'>[];
  /** The manifests to apply, already neutralized. */
  readonly manifests: readonly KubeObject[];
  /** Whether an earlier job began the drill; its namespace then holds that job's restored data. */
  readonly resumed: boolean;
  /** When drills may start. A resumed drill has started, so hours, alerts and rollouts no longer count: it would be lost. */
  readonly hours: Hours | undefined;
  readonly alerts: Alerts | undefined;
  /** Named after their environments. */
  readonly rollouts: readonly {
    readonly name: string;
    readonly read: () => Promise<Rollout>;
  }[];
  /** The cluster's API server is added as a negative control, unless it is an allowed address. */
  readonly probe: ProbePlan;
  readonly inProduction: Consent | undefined;
}

/**
 * Runs a drill if the guard finds no reason against it. Nothing is written before the cluster, permissions, repositories and time are
 * checked; then only the drill's namespace and its probes are created; and nothing is restored before the isolation is proved. The
 * namespace does not expire while the drill runs, and is cleaned up when it ends or is refused, unless `keep` says that another job
 * continues it. Data that an earlier job restored are also kept while the isolation is unknown.
 * @param withLeft adds what could not be cleaned up to the result, so that no error of the cleanup hides what the drill has shown.
 * @throws DrillRefused with every reason and its remedy.
 */
export async function guarded<Result>(
  drill: Guarded,
  go: (scratch: Scratch, keep: (isKept: boolean) => void) => Promise<Result>,
  withLeft: (result: Result, left: string) => Result,
): Promise<Result> {
  let isKept = drill.resumed;
  const early = await gatherEarly(drill);
  refuse(earlyRefusals(early));
  const scratch = await openScratch(drill.cluster, drill.scratch);
  const end = keepAlive(drill.cluster, scratch, drill.scratch.ttl);
  const remove = () => removeScratch(drill.cluster, scratch);
  let result: Result;
  try {
    const late = await gatherLate(drill);
    isKept &&= !mustDelete(late);
    refuse(refusals({ ...early, ...late }), drill.resumed && !isKept);
    isKept = false;
    result = await go(scratch, is => {
      isKept = is;
    });
  } catch (error) {
    await end();
    // The error says more than one of the cleanup. If the removal fails, the namespace expires.
    if (!isKept) await remove().catch(() => undefined);
    throw error;
  }
  await end();
  if (isKept) return result;
  return remove().then(
    () => result,
    (error: unknown) =>
      withLeft(
        result,
        `the namespace ${scratch.name} is not cleaned up, and expires: ${error instanceof Error ? error.message : String(error)}`,
      ),
  );
}

/**
 * Runs a drill in the live system if the guard finds no reason against it; creates and restores nothing. A label of the namespace must
 * allow drills to break its workloads. The drill's Lease, not the guard, prevents concurrent drills.
 * @throws DrillRefused with every reason and its remedy.
 */
export async function guardedLive<Result>(
  drill: Omit<Guarded, 'where' | 'scratch' | 'repositories' | 'manifests' | 'probe'> & {
    readonly namespace: string;
  },
  go: () => Promise<Result>,
): Promise<Result> {
  const { cluster, namespace } = drill;
  const nothing = { repositories: [], manifests: [] };
  const early = await gatherEarly({ ...drill, ...nothing, where: 'live' });
  const facts = await namespaceFacts(cluster, namespace, notLive);
  const own = { ...facts, run: namespace, expires: Number.POSITIVE_INFINITY };
  refuse(refusals({ ...early, namespace: own, run: namespace, now: cluster.now(), isolation: unprobed }));
  return go();
}

/** Collects the facts that need no write. */
async function gatherEarly(drill: Omit<Guarded, 'scratch' | 'probe'>): Promise<EarlyFacts> {
  const { cluster, productionCluster, allowed, production, where, inProduction } = drill;
  const starting = drill.resumed ? { hours: undefined, alerts: undefined, rollouts: [] } : drill;
  const [uid, permissions, repositories, rollouts, alerts] = await Promise.all([
    uidOf(cluster),
    productionCluster === undefined
      ? []
      : askPermissions(productionCluster, production, drill.productionNamespaces),
    Promise.all(
      drill.repositories.map(async store => ({ name: store.name, deletes: await store.mayDelete() })),
    ),
    Promise.all(starting.rollouts.map(({ name, read }) => rolloutObstacles(name, read))),
    alertObstacles(starting.alerts),
  ]);
  return {
    cluster: uid,
    allowed,
    production,
    where,
    permissions,
    repositories,
    inProduction,
    sideEffects: withSideEffects(drill.manifests),
    obstacles: [...hoursObstacle(starting.hours, cluster.now()), ...rollouts.flat(), ...alerts],
  };
}

const unprobed: Isolation = { closed: 'unknown', control: 'unknown', reaches: [] };

async function gatherLate(drill: Guarded): Promise<LateFacts> {
  const { cluster, scratch, where } = drill;
  return {
    namespace: await namespaceFacts(cluster, scratch.name, where === 'live' ? notLive : notDisposable),
    run: scratch.run,
    now: cluster.now(),
    isolation: where === 'live' ? unprobed : await isolationOf(drill),
  };
}

/** Probes from every node, because an agent on each node enforces the policies. */
async function isolationOf({ cluster, scratch, probe }: Guarded): Promise<Isolation> {
  const [nodes, server] = await Promise.all([
    nodesFor(cluster).catch(() => []),
    apiServerControl(cluster, scratch.egress),
  ]);
  const negativeControls = server === undefined ? [] : [server];
  return proveIsolation(
    cluster,
    scratch,
    { ...probe, negativeControls: [...probe.negativeControls, ...negativeControls] },
    { nodes },
  );
}

function refuse(found: readonly Refusal[], ends = false): void {
  if (found.length === 0) return;
  throw new DrillRefused(found, ends);
}

/** The refusal of a drill with all reasons, the most severe first. */
export class DrillRefused extends UserError {
  readonly refusals: readonly Refusal[];
  /** Whether the restored data of an earlier job are deleted, which ends the drill. */
  readonly ends: boolean;

  constructor(found: readonly Refusal[], ends: boolean) {
    const sentences = found.map(({ problem, remedy }) => withRemedy(problem, remedy));
    super(`the drill is refused: ${sentences.join(' ')}`, '');
    this.name = 'DrillRefused';
    this.refusals = found;
    this.ends = ends;
  }
}
