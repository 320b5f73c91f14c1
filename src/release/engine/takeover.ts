import type { ConfigMap, KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { Discovery, pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import type { Origin } from '../../toolkit/origin.ts';
import { type Fence, stampOf } from '../../traffic/fence.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { routesOf } from '../../traffic/route.ts';
import { noteProlonged } from '../evidence/decision.ts';
import { type Dossier, openDossier } from '../evidence/dossier.ts';
import { inherit, lowerFence, raiseFence, stamp, tokenOfFence } from '../state/fencing.ts';
import { type Entry, Keeper } from '../state/journal.ts';
import type { Lease } from '../state/lease.ts';
import type { Release } from '../state/record.ts';
import type { Journal } from '../state/stored.ts';
import { manifestOf } from '../workloads/kinds.ts';
import { labels, nameOf } from '../workloads/naming.ts';
import { overtaken } from '../workloads/overtaken.ts';
import { selectorOf } from '../workloads/pods.ts';
import type { Course } from './course.ts';
import type { Drive } from './drive.ts';
import { courseOf, recordedOf, watchedOf } from './underway.ts';
import { isForSomebody, prolonged } from './waiting.ts';
import { type Observation, World } from './world.ts';

export interface Takeover {
  entry: Entry;
  releases: Release[];
  /** The environment as the checkout has it. */
  today: Environment;
  lease: Pick<Lease, 'token' | 'assertHeld'>;
  pending?: Drive['pending'];
  creations: Drive['creations'];
  origin: Origin;
  goal: Course['goal'];
  /** What this run is about, for the decision record. */
  doing: string;
  /** That record, when this run began the rollout itself; default: the one that the cluster has, or a new one. */
  dossier?: Dossier;
  /** What it has come for, when the rollout waited; default: to resume it. */
  calls?: NonNullable<Course['waited']>['calls'];
  conclude: Drive['conclude'];
  report: (line: string) => void;
  signal?: AbortSignal;
  until?: number;
}

/**
 * Takes a rollout into the hands of this run: the state first, which the Lease allows to this run alone; then the stamps,
 * so that it is refused whatever it still sends; then what is temporary, so that what it still makes is collected. Only
 * then is looked at what there is.
 *
 * Everything is done by the configuration that the release was recorded with, whatever the default branch says today.
 */
export async function takeOver(cluster: Cluster, request: Takeover): Promise<Drive> {
  const { releases, lease, origin, goal, doing, calls = 'resume', conclude, report, signal, until } = request;
  const { token } = lease;
  const { journal } = request.entry;
  const recorded = recordedOf(releases, journal, request.today);
  const { record, environment, candidate } = recorded;
  const { namespace } = environment;
  const waited = waitedBefore(journal, calls, origin);
  const goesOn = waited !== undefined && waited.calls !== 'look' && isForSomebody(waited.parked.for);
  const own = { ...unparked(journal), token, run: origin };
  const keeper = new Keeper(cluster, namespace, own);
  await keeper.change(known =>
    goesOn ? prolonged(known, environment.strategy.deadline, cluster.now()) : known,
  );

  const us: Fence = { app: journal.app, token };
  await stampAll(cluster, namespace, record.record.manifests, us);
  const fence =
    journal.strategy === 'rolling' ? undefined : await raiseFence(cluster, journal.app, namespace, token);
  const begun = { environment, record: record.record, journal: keeper.journal, doing };
  const dossier = request.dossier ?? (await openDossier(cluster, begun));
  if (goesOn) {
    const { deadline } = keeper.journal;
    dossier.note(known => noteProlonged(known, Math.round(cluster.now()), deadline));
  }
  const world = await World.open(
    cluster,
    journal.app,
    environment,
    selectorOf(candidate),
    watchedOf(recorded.workers),
    journal.rollback === true,
  );
  try {
    // Between the journal and here another run may have come.
    if ((world.observe().token ?? 0) > token) {
      // Maybe raised too late for that run to know of it. Of any other fence it knows, and is the one to remove it: until all
      // that it owns belongs to that run, traffic may go to it.
      if (fence !== undefined && !ownsAny(fence, world.observe())) await lowerFence(cluster, fence);
      throw overtaken(journal.app);
    }
    const { baseline } = recorded;
    await stampDivided(cluster, world, environment, us);
    if (fence !== undefined) await inheritAll(cluster, world, fence, environment, us);
    const template = baseline?.outcome?.template;
    return {
      cluster,
      world,
      keeper,
      fence,
      dossier,
      ...(environment.gate === undefined ? {} : { prometheus: environment.gate.prometheus }),
      candidate,
      record: record.record,
      ...(request.pending === undefined ? {} : { pending: request.pending }),
      creations: request.creations,
      lease,
      baseline: template && {
        template,
        manifest: baseline && manifestOf(baseline.record, environment.workload),
      },
      course: courseOf(recorded, keeper.journal, {
        token,
        goal,
        ...(waited === undefined ? {} : { waited }),
      }),
      conclude,
      report,
      ...(signal === undefined ? {} : { signal }),
      ...(until === undefined ? {} : { until }),
    };
  } catch (error) {
    world.close();
    throw error;
  }
}

/** What the rollout waited for, and where, if it did. Pure. */
export function waitedBefore(
  { parked, phase, step }: Journal,
  calls: NonNullable<Takeover['calls']>,
  { actor, run }: Origin,
): Course['waited'] {
  return parked === undefined ? undefined : { parked, calls, who: `${actor} in ${run}`, phase, step };
}

function unparked({ parked: _, held: __, ...journal }: Journal): Journal {
  return journal;
}

/**
 * Stamps every live object of the release that bears a stamp of this application: a run with a lower token can write to none of them any
 * more. What bears none is not touched, for the writer of a record can name any object.
 */
export async function stampAll(
  cluster: Cluster,
  namespace: string,
  manifests: KubeObject[],
  { app, token }: Fence,
): Promise<void> {
  const discovery = new Discovery(cluster);
  await Promise.all(
    manifests
      .filter(({ metadata }) => metadata?.labels?.[labels.kind] !== 'shipped')
      .map(async ({ apiVersion = '', kind = '', metadata }) => {
        const resource = await discovery.find(apiVersion, kind);
        if (resource === undefined || !resource.namespaced) return;
        const path = pathOf(resource, namespace, metadata?.name);
        const seen = await cluster.get<KubeObject>(path);
        if (seen === undefined || stampOf(seen, app) === 0) return;
        await stamp(cluster, path, app, token, seen);
      }),
  );
}

/** What divides the traffic, and what is held meanwhile, need not stand in the manifests. */
async function stampDivided(
  cluster: Cluster,
  world: World,
  { namespace, service, workload }: Environment,
  { app, token }: Fence,
): Promise<void> {
  const { routes, services, autoscalers } = world.observe();
  const known = [
    ...(service === undefined ? [] : routesOf(routes, service)).map(
      object => [resources.httpRoute, object] as const,
    ),
    ...services.map(object => [resources.service, object] as const),
    ...autoscalersOf(autoscalers, workload).map(
      object => [resources.horizontalPodAutoscaler, object] as const,
    ),
  ];
  await Promise.all(
    known
      .filter(([, object]) => stampOf(object, app) > 0)
      .map(async ([resource, object]) => {
        const path = pathOf(resource, namespace, object.metadata?.name);
        const stamped = await stamp(cluster, path, app, token, object as KubeObject);
        if (stamped !== undefined) world.put(stamped);
      }),
  );
}

/** Whether it is the fence of an earlier part of this run, in whose name something was made. */
function ownsAny({ metadata }: ConfigMap, { canary, services, jobs }: Observation): boolean {
  return [canary, ...services, ...jobs].some(each =>
    each?.metadata?.ownerReferences?.some(({ uid }) => uid === metadata?.uid),
  );
}

async function inheritAll(
  cluster: Cluster,
  world: World,
  fence: ConfigMap,
  { namespace, service, workload }: Environment,
  { app, token }: Fence,
): Promise<void> {
  const { canary, services, fences } = world.observe();
  const canaryService = services.find(({ metadata }) => metadata?.name === nameOf.canary(service ?? ''));
  const owned = [
    ...(canary === undefined
      ? []
      : [{ path: pathOf(resources.deployment, namespace, nameOf.canary(workload.name)), object: canary }]),
    ...(canaryService === undefined
      ? []
      : [
          { path: pathOf(resources.service, namespace, canaryService.metadata?.name), object: canaryService },
        ]),
  ];
  // Never a newer one: with it would go what its run has made.
  const older = fences.filter(each => tokenOfFence(each) < token);
  await inherit(cluster, fence, {
    older,
    owned: owned as { path: string; object: KubeObject }[],
    app,
    token,
  });
}
