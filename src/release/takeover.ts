import type { ConfigMap, Deployment, KubeObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { Discovery, pathOf, resources } from '../cluster/resources.ts';
import type { Config, Environment } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Origin } from '../toolkit/origin.ts';
import { stampOf } from '../traffic/fence.ts';
import { autoscalersOf } from '../traffic/hpa.ts';
import { routesOf } from '../traffic/route.ts';
import type { Course } from './course.ts';
import { noteRun, startRecord } from './decision.ts';
import { Dossier, readDecision } from './dossier.ts';
import type { Drive } from './drive.ts';
import { inherit, raiseFence, stamp, tokenOfFence } from './fencing.ts';
import { type Entry, JournalMoved, Keeper, RolloutOver, readJournal, writeJournal } from './journal.ts';
import { canonical, labels, nameOf } from './naming.ts';
import { overtaken } from './overtaken.ts';
import { isOver } from './phases.ts';
import type { Release, ReleaseRecord } from './record.ts';
import { selectorOf } from './rollout.ts';
import { routingOf } from './routing.ts';
import { World } from './world.ts';

export interface Takeover {
  entry: Entry;
  releases: Release[];
  /** Of this run's lease. */
  token: number;
  origin: Origin;
  goal: Course['goal'];
  /** What this run is about, for the decision record. */
  doing: string;
  conclude: Drive['conclude'];
  report: (line: string) => void;
  signal?: AbortSignal;
}

/**
 * Takes a rollout into the hands of this run: the journal first, so that the run before learns of it; then the stamps,
 * so that it is refused whatever it still sends; then what is temporary, so that what it still makes is collected. Only
 * then is looked at what there is.
 *
 * Everything is done by the configuration that the release was recorded with, whatever the default branch says today.
 */
export async function takeOver(cluster: Cluster, request: Takeover): Promise<Drive> {
  const { releases, token, origin, goal, doing, conclude, report, signal } = request;
  const { journal } = request.entry;
  const record = recordOf(releases, journal.candidate);
  const environment = environmentIn(record.record.config, journal.environment);
  const candidate = workloadOf(record, environment);
  const { namespace } = environment;
  const entry = await claim(cluster, namespace, request.entry, token, origin);

  await stampAll(cluster, namespace, record.record.manifests, journal.app, token);
  const fence =
    journal.strategy === 'rolling' ? undefined : await raiseFence(cluster, journal.app, namespace, token);
  const dossier = await openDossier(cluster, environment, record, entry, doing);
  const world = await World.open(cluster, journal.app, environment, selectorOf(candidate));
  try {
    // Between the journal and here another run may have come.
    if ((world.observe().journal?.token ?? 0) > token) throw overtaken(journal.app);
    await stampDivided(cluster, world, environment, journal.app, token);
    if (fence !== undefined) await inheritAll(cluster, world, fence, environment, journal.app, token);
    const baseline = journal.baseline === undefined ? undefined : recordOf(releases, journal.baseline);
    const template = baseline?.outcome?.template;
    return {
      cluster,
      world,
      keeper: new Keeper(cluster, namespace, entry),
      fence,
      dossier,
      ...(environment.gate === undefined ? {} : { prometheus: environment.gate.prometheus }),
      candidate,
      baseline: template && {
        template,
        manifest: baseline?.record.manifests.find(isDeployment(environment)) as Deployment | undefined,
      },
      course: courseOf(
        environment,
        entry,
        record.record,
        template === undefined ? undefined : canonical(template),
        candidate.spec?.template?.metadata?.labels ?? {},
        token,
        goal,
      ),
      conclude,
      report,
      ...(signal === undefined ? {} : { signal }),
    };
  } catch (error) {
    world.close();
    throw error;
  }
}

/**
 * The journal with our token. The run before may live and write to it at this moment, and even end what we came for.
 * @throws UserError when the rollout is over meanwhile, LeaseLost when a newer run has it.
 */
async function claim(
  cluster: Cluster,
  namespace: string,
  known: Entry,
  token: number,
  origin: Origin,
): Promise<Entry> {
  let entry: Entry | undefined = known;
  for (let attempt = 1; ; attempt += 1) {
    if (entry === undefined || isOver(entry.journal.phase)) throw new RolloutOver(known.journal.app);
    const { journal, version }: Entry = entry;
    if (journal.token === token) return entry;
    if (journal.token > token) throw overtaken(journal.app);
    try {
      return await writeJournal(cluster, namespace, unparked({ ...journal, token, run: origin }), version);
    } catch (error) {
      if (!(error instanceof JournalMoved) || attempt === 20) throw error;
      entry = await readJournal(cluster, namespace, journal.app);
    }
  }
}

/** The decision record of the release, begun or gone on with. */
async function openDossier(
  cluster: Cluster,
  environment: Environment,
  { record }: Release,
  { journal }: Entry,
  doing: string,
): Promise<Dossier> {
  const { namespace, workload, strategy, gate } = environment;
  const { token, run: by } = journal;
  const at = cluster.now();
  const known = await readDecision(cluster, namespace, journal.app, journal.candidate).catch(() => undefined);
  const decision =
    known === undefined
      ? startRecord({
          at: Math.round(at),
          app: journal.app,
          environment: journal.environment,
          namespace,
          workload: `${workload.kind}/${workload.name}`,
          release: journal.candidate,
          ...(journal.baseline === undefined ? {} : { baseline: journal.baseline }),
          images: record.images,
          by,
          token,
          doing,
          strategy,
          ...(gate === undefined ? {} : { gate }),
        })
      : noteRun(known, { at: Math.round(at), by, token, doing });
  return new Dossier(cluster, namespace, decision);
}

/** What was recorded with the release; the environment of that time. */
export function environmentIn(config: unknown, name: string): Environment {
  const environment = (config as Config).environments[name];
  if (environment === undefined) throw new Error(`the record knows no environment ${name}`);
  return environment;
}

function courseOf(
  environment: Environment,
  { journal }: Entry,
  record: ReleaseRecord,
  baselineTemplate: string | undefined,
  podLabels: Record<string, string>,
  token: number,
  goal: Course['goal'],
): Course {
  const { strategy, workload, service, namespace } = environment;
  const weights = strategy.kind === 'canary' ? [...strategy.steps, strategy.bake.weight] : [100];
  return {
    app: journal.app,
    namespace,
    workload: workload.name,
    service,
    strategy: journal.strategy,
    weights,
    deadlineMs: strategy.deadline,
    watchMs: strategy.kind === 'rolling' ? 0 : strategy.watch,
    baselineTemplate,
    candidate: journal.candidate,
    reversible: record.reversible !== false,
    token,
    goal,
    ...routingOf(environment, journal, podLabels, token),
  };
}

function recordOf(releases: Release[], number: number): Release {
  const found = releases.find(({ record }) => record.release === number);
  if (found === undefined) {
    throw new UserError(
      `the record of release ${number} is gone, so its rollout can be neither finished nor undone by itself`,
      'deploy a version that works',
    );
  }
  return found;
}

const isDeployment =
  ({ workload }: Environment) =>
  (object: KubeObject) =>
    object.kind === workload.kind && object.metadata?.name === workload.name;

function workloadOf({ record }: Release, environment: Environment): Deployment {
  const found = record.manifests.find(isDeployment(environment));
  if (found === undefined) throw new Error(`the record of release ${record.release} has no workload`);
  return found as Deployment;
}

function unparked({ parked: _, ...journal }: Entry['journal']): Entry['journal'] {
  return journal;
}

/** Whatever of the release lives: from now on nobody with a lower token may write to it. */
async function stampAll(
  cluster: Cluster,
  namespace: string,
  manifests: KubeObject[],
  app: string,
  token: number,
): Promise<void> {
  const discovery = new Discovery(cluster);
  await Promise.all(
    manifests
      .filter(({ metadata }) => metadata?.labels?.[labels.kind] !== 'shipped')
      .map(async ({ apiVersion = '', kind = '', metadata }) => {
        const resource = await discovery.find(apiVersion, kind);
        if (resource === undefined) return;
        await stamp(cluster, pathOf(resource, namespace, metadata?.name), app, token);
      }),
  );
}

/** What divides the traffic, and what is held meanwhile, need not stand in the manifests. */
async function stampDivided(
  cluster: Cluster,
  world: World,
  { namespace, service, workload }: Environment,
  app: string,
  token: number,
): Promise<void> {
  const { routes, services, autoscalers } = world.observe();
  const known = [
    ...(service === undefined ? [] : routesOf(routes, service)).map(
      object => [resources.httpRoute, object] as const,
    ),
    ...services.map(object => [resources.service, object] as const),
    ...autoscalersOf(autoscalers, workload.name).map(
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

async function inheritAll(
  cluster: Cluster,
  world: World,
  fence: ConfigMap,
  { namespace, service, workload }: Environment,
  app: string,
  token: number,
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
  await inherit(cluster, fence, older, owned as { path: string; object: KubeObject }[], app, token);
}
