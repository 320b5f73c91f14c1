import type { HorizontalPodAutoscaler, KubeObject, Pod, Service } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { apiVersionOf, pathOf, resources } from '../../cluster/resources.ts';
import type { Environment, Strategy } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import {
  featureProblems,
  type GatewayClass,
  type OtherRoute,
  otherRouteProblems,
  routeProblems,
} from '../../traffic/acceptance.ts';
import { autoscalerProblems, autoscalersOf } from '../../traffic/hpa.ts';
import { type HttpRoute, routesOf, type Split } from '../../traffic/route.ts';
import type { TrafficObjects } from '../../traffic/router.ts';
import { routerOf } from '../../traffic/routers.ts';
import { selects, sharedProblems } from '../../traffic/service-patches.ts';
import { workloadIn } from '../../workloads/candidate.ts';
import { foreignOwner, ownerProblem } from '../../workloads/controllers.ts';
import { type GateSetup, setUpGate } from '../gate/setup.ts';
import { otherRoutes } from '../permissions/access.ts';
import { targetsOf } from '../rollout/from-records.ts';
import { baselineNumber, baselineOf } from '../store/baseline.ts';
import { reversibilityOf } from '../store/reversibility.ts';
import {
  exposureSentence,
  waitingProblem,
  watchdogAccount,
  watchdogImage,
  watchdogProblem,
} from '../watchdog/watchdog.ts';
import type { DryRun, DryRunTarget } from './dry-run.ts';
import { dryRunProblems } from './dry-run-own-objects.ts';
import type { LiveState } from './live-state.ts';
import type { DeployRequest } from './release-objects.ts';
import { stepsSentence, strategyFor, workersSentences } from './strategy.ts';

/** How a candidate would get traffic, and for what it would be refused. */
interface Exposure {
  /** The effective strategy: rolling where there is nothing to compare with. */
  kind: Strategy['kind'];
  /** Sentences to print before the start: the strategy, the real weights, what the gate needs, the effect of a lost run. */
  said: string[];
  warnings: string[];
  problems: UserError[];
  gateSetup: GateSetup | undefined;
  /** Whether it can be rolled back in every phase. */
  reversible: boolean;
}

type ExposureRequest = Pick<DeployRequest, 'config' | 'environment' | 'env' | 'olderCommitProblem'>;

/**
 * Runs the third part of preflight, for a candidate beside its baseline: checks its commit, the watchdog, Services, routes and the
 * features of their gateway, autoscalers, and the gate. Objects that the release applies first count as applied. Writes nothing.
 */
export async function checkExposure(
  cluster: Cluster,
  { config, environment, env, olderCommitProblem }: ExposureRequest,
  liveState: LiveState,
  { plan, targets }: Pick<DryRun, 'plan' | 'targets'>,
): Promise<Exposure> {
  const { strategy } = environment;
  const { kind, why } = strategyFor(environment, liveState);
  const { releases, liveWorkload } = liveState;
  const baseline = baselineNumber(baselineOf(liveWorkload, releases));
  const { reversible, ...back } = reversibilityOf(environment, kind, baseline, releases);
  const live = releases.find(({ record }) => record.release === baseline)?.record;
  // The commit in the record of an adopted version is not the one that it was made from.
  const older = live?.source === 'released' ? await olderCommitProblem?.(live) : undefined;
  const found = [older, watchdogProblem(strategy), waitingProblem(strategy), ...back.problems];
  const problems = found.filter(each => each !== undefined);
  if (kind === 'rolling') {
    const said = [
      ...(why === undefined ? [] : [whole(why)]),
      ...workersSentences(environment, kind),
      ...back.said,
    ];
    return { kind, said, warnings: [], problems, gateSetup: undefined, reversible };
  }
  const capacity = liveWorkload?.spec?.replicas ?? 1;
  const workload = workloadIn(plan.manifests, environment);
  const podLabels = workload.spec?.template?.metadata?.labels ?? {};
  const writer = { app: config.app, token: 0 };
  const ends = targetsOf(environment, environment.service ?? '', writer, podLabels);
  const router = routerOf(environment, ends, capacity);
  const observed = await observe(cluster, environment, targets);
  // A route may be unable to give a weight exactly.
  const first = await refusalOf(async () => router.setWeight(observed, router.split?.weights[0] ?? 100));
  const [traffic, guard, refused, judged, asked] = await Promise.all([
    router.split === undefined
      ? { problems: [], warnings: [] }
      : routesInTheWay(cluster, environment, router.split, observed),
    watchdogAccountProblems(cluster, environment),
    dryRunProblems(cluster, { app: config.app, environment, workload, router, observed }, first.value ?? []),
    refusalOf(() => setUpGate(cluster, environment, liveWorkload, observed.services, env)),
    refusalOf(async () =>
      environment.gate === 'checks'
        ? (await import('../gate/checks.ts')).checksWarnings(cluster, environment, liveWorkload)
        : [],
    ),
  ]);
  return {
    kind,
    said: [
      stepsSentence(environment, capacity),
      ...(judged.value?.gating.said ?? []),
      ...workersSentences(environment, kind),
      whole(exposureSentence(strategy)),
      ...back.said,
    ],
    warnings: [...traffic.warnings, ...(judged.value?.warnings ?? []), ...(asked.value ?? [])],
    problems: [
      ...problems,
      ...revertedProblems(environment, podLabels, observed),
      ...router.problems(observed),
      ...sharedProblems(observed, environment.service, podLabels, workload.spec?.selector, config.app),
      ...autoscalerProblems(autoscalersOf(observed.autoscalers, environment.workload), environment.workload),
      ...traffic.problems,
      ...guard,
      ...(first.refusal ?? []),
      ...refused,
      ...(judged.refusal ?? []),
      ...(asked.refusal ?? []),
    ],
    gateSetup: judged.value,
    reversible,
  };
}

/** Returns why a GitOps controller would revert the split. Routes, Services and autoscalers need not be in the manifests of the release. */
function revertedProblems(
  environment: Environment,
  podLabels: Readonly<Record<string, string>>,
  { routes, services, autoscalers }: Seen,
): UserError[] {
  const { service = '', workload } = environment;
  const written: [kind: string, objects: readonly KubeObject[]][] = [
    ['HTTPRoute', routesOf(routes, service)],
    ['Service', services.filter(each => selects(each, podLabels))],
    ['HorizontalPodAutoscaler', autoscalersOf(autoscalers, workload)],
  ];
  return written.flatMap(([kind, objects]) =>
    objects.flatMap(object => {
      const owner = foreignOwner(object);
      return owner === undefined || owner === 'Helm'
        ? []
        : (ownerProblem({ ...object, kind }, environment) ?? []);
    }),
  );
}

type Seen = TrafficObjects & { autoscalers: HorizontalPodAutoscaler[]; pods: Pod[] };

/** Reads the live objects, replaced by those that the release applies before the candidate gets traffic. */
async function observe(
  cluster: Cluster,
  { namespace, route }: Environment,
  targets: DryRunTarget[],
): Promise<Seen> {
  const [services, routes, autoscalers, { items: pods }] = await Promise.all([
    cluster.list<Service>(pathOf(resources.service, namespace)),
    route === undefined ? { items: [] } : cluster.list<HttpRoute>(pathOf(resources.httpRoute, namespace)),
    cluster.list<HorizontalPodAutoscaler>(pathOf(resources.horizontalPodAutoscaler, namespace)),
    cluster.list<Pod>(pathOf(resources.pod, namespace)),
  ]);
  return {
    pods,
    services: applied(services.items, targets, 'Service'),
    routes: applied(routes.items, targets, 'HTTPRoute'),
    autoscalers: applied(autoscalers.items, targets, 'HorizontalPodAutoscaler'),
    ready: { stable: 0, canary: 0 },
    canary: undefined,
  };
}

function applied<T extends KubeObject>(
  living: readonly T[],
  targets: readonly DryRunTarget[],
  kind: string,
): T[] {
  const next = new Map(
    targets.flatMap(({ manifest, would }) =>
      manifest.object.kind === kind && would !== undefined ? [[manifest.name, would as T] as const] : [],
    ),
  );
  return [...living.filter(({ metadata }) => !next.has(metadata?.name ?? '')), ...next.values()];
}

/** Checks whether the routes of the Service can be split, with the features of their gateways. */
async function routesInTheWay(
  cluster: Cluster,
  { namespace, service = '', route }: Environment,
  split: Split,
  { routes }: TrafficObjects,
): Promise<{ problems: UserError[]; warnings: string[] }> {
  const ours = routesOf(routes, service);
  const [classes, others] = await Promise.all([
    Promise.all(ours.map(each => classesOf(cluster, each, namespace))),
    othersIn(cluster, namespace),
  ]);
  const features = ours.flatMap((each, index) =>
    (classes[index] ?? []).map(gatewayClass => ({
      ...featureProblems(each, split, gatewayClass),
      name: gatewayClass.metadata?.name,
    })),
  );
  return {
    problems: [
      ...(ours.some(({ metadata }) => metadata?.name === route?.name)
        ? []
        : [
            new UserError(
              `HTTPRoute/${route?.name} has no rule that routes to Service/${service}`,
              'correct `route` or `service` in slipway.yml, or the rules of the route',
            ),
          ]),
      ...ours.flatMap(each => routeProblems(each, split)),
      ...features.flatMap(({ problems }) => problems),
      ...otherRouteProblems(others, service),
    ],
    warnings: features.flatMap(({ unknown, name }) =>
      unknown.length === 0
        ? []
        : [
            `GatewayClass/${name} does not report its features; check that it supports ${unknown.join(', ')}, which the route needs`,
          ],
    ),
  };
}

/** Reads the classes of a route's gateways, as far as they exist. */
async function classesOf(cluster: Cluster, route: HttpRoute, namespace: string): Promise<GatewayClass[]> {
  const gateways = (route.spec?.parentRefs ?? []).filter(({ kind = 'Gateway' }) => kind === 'Gateway');
  const names = await Promise.all(
    gateways.map(async parent => {
      const path = pathOf(resources.gateway, parent.namespace ?? namespace, parent.name);
      const gateway = await cluster.get<KubeObject & { spec?: { gatewayClassName?: string } }>(path);
      return gateway?.spec?.gatewayClassName;
    }),
  );
  const found = await Promise.all(
    [...new Set(names.flatMap(name => name ?? []))].map(name =>
      cluster.get<GatewayClass>(pathOf(resources.gatewayClass, '', name)),
    ),
  );
  return found.filter(each => each !== undefined);
}

/** Lists routes of other kinds, and policies, of the kinds that this cluster has. */
async function othersIn(cluster: Cluster, namespace: string): Promise<OtherRoute[]> {
  const versions = [...new Set(otherRoutes.map(apiVersionOf))];
  const lists = await Promise.all(
    versions.map(version => cluster.get<{ resources: { name: string }[] }>(`/apis/${version}`)),
  );
  const known = otherRoutes.filter(resource =>
    lists[versions.indexOf(apiVersionOf(resource))]?.resources.some(({ name }) => name === resource.plural),
  );
  const found = await Promise.all(
    known.map(async resource => {
      const { items } = await cluster.list<OtherRoute>(pathOf(resource, namespace));
      // The items of a list have no kind.
      return items.map(item => ({ ...item, kind: resource.kind }));
    }),
  );
  return found.flat();
}

/** Requires the ServiceAccount of the watchdog, which an administrator must install beforehand. */
async function watchdogAccountProblems(
  cluster: Cluster,
  { namespace, strategy }: Environment,
): Promise<UserError[]> {
  if (watchdogImage(strategy) === undefined) return [];
  const account = await cluster.get(pathOf(resources.serviceAccount, namespace, watchdogAccount));
  if (account !== undefined) return [];
  return [
    new UserError(
      `ServiceAccount/${watchdogAccount} of the watchdog does not exist in namespace ${namespace}`,
      'ask an administrator to apply the output of `slipway rbac`, which contains it (docs/permissions.md)',
    ),
  ];
}

/** Turns a clause into a sentence. */
const whole = (clause: string) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

async function refusalOf<T>(ask: () => Promise<T>): Promise<{ value?: T; refusal?: [UserError] }> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (error instanceof UserError) return { refusal: [error] };
    throw error;
  }
}
