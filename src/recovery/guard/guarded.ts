import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { UserError } from '../../toolkit/errors.ts';
import { removeScratch, type Scratch } from '../scratch/clearing.ts';
import { baitOf, nodesFor, proveIsolation } from '../scratch/isolation.ts';
import type { ScratchPlan } from '../scratch/manifests.ts';
import { namespaceFacts, notDisposable, notLive, openScratch } from '../scratch/namespace.ts';
import type { ProbePlan } from '../scratch/probe.ts';
import type { Store } from '../store.ts';
import type { Consent, EarlyFacts, GuardFacts, Isolation, LateFacts } from './facts.ts';
import {
  type Alerts,
  alertObstacles,
  type Hours,
  hoursObstacle,
  type Rollout,
  rolloutObstacles,
} from './obstacles.ts';
import { earlyRefusals, mustGo, type Refusal, refusals } from './refusals.ts';
import { askRights, uidOf } from './rights.ts';
import { acting, type TameOptions } from './tamed.ts';

/** Everything that the guard has to look at. */
export interface Guarded {
  /** That is drilled. */
  readonly cluster: Cluster;
  /** By its context of production, with the identity of the drill; undefined: none was named, which refuses. */
  readonly productionCluster: Cluster | undefined;
  readonly productionNamespaces: readonly string[];
  readonly allowed: readonly string[];
  readonly production: readonly string[];
  readonly where: EarlyFacts['where'];
  /** The namespace of the drill; of one that stands only its name and run count. */
  readonly scratch: ScratchPlan;
  readonly repositories: readonly Pick<Store, 'name' | 'mayDelete'>[];
  /** As they are going to be applied: what is tamed. */
  readonly manifests: readonly KubeObject[];
  readonly inert?: TameOptions['inert'];
  /** An earlier job has begun it, and the namespace of the drill holds what that one has restored. */
  readonly resumed: boolean;
  /** In which drills may begin; one that goes on has begun. */
  readonly hours: Hours | undefined;
  readonly alerts: Alerts | undefined;
  /** By the name of the environment. */
  readonly rollouts: readonly {
    readonly name: string;
    readonly read: () => Promise<Rollout>;
  }[];
  /** The API server of the cluster is a bait besides, unless it is one of the ways. */
  readonly probe: ProbePlan;
  readonly inProduction: Consent | undefined;
}

/**
 * Lets a drill go on when all is as it has to be. Nothing is written before the cluster, the rights, the repositories and the moment
 * were found right; then the drill's own namespace alone, and the probe in it; and nothing is restored before that is proved isolated.
 * The namespace is cleared away when the drill is over or refused; not where `keep` says so, because it goes on in another job. What an
 * earlier job has restored stays, too, when nobody can tell whether the namespace is closed.
 * @throws DrillRefused with every reason and its remedy when it may not.
 */
export async function guarded<Result>(
  drill: Guarded,
  go: (scratch: Scratch, keep: (isKept: boolean) => void) => Promise<Result>,
): Promise<Result> {
  let isKept = drill.resumed;
  const early = await gatherEarly(drill);
  refuse(earlyRefusals(early));
  const scratch = await openScratch(drill.cluster, drill.scratch);
  try {
    const late = await gatherLate(drill);
    isKept &&= !mustGo(late);
    refuse(refusals({ ...early, ...late }), drill.resumed && !isKept);
    isKept = false;
    return await go(scratch, is => {
      isKept = is;
    });
  } finally {
    if (!isKept) await removeScratch(drill.cluster, scratch);
  }
}

/**
 * As guarded, of what is broken where it stands: nothing is made and nothing restored. Its namespace has to say that drills may break what
 * runs in it; that no other one is at work there is what the lease of the drill tells.
 */
export async function guardedStanding<Result>(
  drill: Omit<Guarded, 'where' | 'scratch' | 'repositories' | 'manifests' | 'probe'> & {
    readonly namespace: string;
  },
  go: () => Promise<Result>,
): Promise<Result> {
  const { cluster, namespace } = drill;
  const nothing = { repositories: [], manifests: [] };
  const early = await gatherEarly({ ...drill, ...nothing, where: 'standing' });
  const facts = await namespaceFacts(cluster, namespace, notLive);
  const own = { ...facts, run: namespace, expires: Number.POSITIVE_INFINITY };
  refuse(refusals({ ...early, namespace: own, run: namespace, now: cluster.now(), isolation: unprobed }));
  return go();
}

/** All of it at once, of a namespace that is there. */
export async function gatherFacts(drill: Guarded): Promise<GuardFacts> {
  const early = await gatherEarly(drill);
  return { ...early, ...(await gatherLate(drill)) };
}

/** What can be known without writing anything. */
export async function gatherEarly(drill: Omit<Guarded, 'scratch' | 'probe'>): Promise<EarlyFacts> {
  const { cluster, productionCluster, allowed, production, where, inProduction } = drill;
  const [uid, rights, repositories, rollouts, alerts] = await Promise.all([
    uidOf(cluster),
    productionCluster === undefined
      ? []
      : askRights(productionCluster, production, drill.productionNamespaces),
    Promise.all(
      drill.repositories.map(async store => ({ name: store.name, deletes: await store.mayDelete() })),
    ),
    Promise.all(drill.rollouts.map(({ name, read }) => rolloutObstacles(name, read))),
    alertObstacles(drill.alerts),
  ]);
  return {
    ...{ cluster: uid, allowed, production, where, rights, repositories, inProduction },
    acting: acting(drill.manifests, drill.inert === undefined ? {} : { inert: drill.inert }),
    obstacles: [
      ...hoursObstacle(drill.resumed ? undefined : drill.hours, cluster.now()),
      ...rollouts.flat(),
      ...alerts,
    ],
  };
}

const unprobed: Isolation = { closed: 'unknown', control: 'unknown', reaches: [] };

async function gatherLate(drill: Guarded): Promise<LateFacts> {
  const { cluster, scratch, where } = drill;
  return {
    namespace: await namespaceFacts(cluster, scratch.name, where === 'standing' ? notLive : notDisposable),
    run: scratch.run,
    now: cluster.now(),
    isolation: where === 'standing' ? unprobed : await isolationOf(drill),
  };
}

/** On every node: who enforces policies is a program on each of them. */
async function isolationOf({ cluster, scratch, probe }: Guarded): Promise<Isolation> {
  const [nodes, server] = await Promise.all([
    nodesFor(cluster).catch(() => []),
    baitOf(cluster, scratch.ways),
  ]);
  const baits = server === undefined ? [] : [server];
  return proveIsolation(cluster, scratch, { ...probe, baits: [...probe.baits, ...baits] }, { nodes });
}

function refuse(found: readonly Refusal[], ends = false): void {
  if (found.length === 0) return;
  throw new DrillRefused(found, ends);
}

/** With every reason, the gravest first. */
export class DrillRefused extends UserError {
  readonly refusals: readonly Refusal[];
  /** What an earlier job had restored is cleared away: the drill is over. */
  readonly ends: boolean;

  constructor(found: readonly Refusal[], ends: boolean) {
    const sentences = found.map(({ problem, remedy }) => `${problem}; ${remedy}`);
    super(`the drill is refused: ${sentences.join('. ')}`, '');
    this.name = 'DrillRefused';
    this.refusals = found;
    this.ends = ends;
  }
}
