import { dryRunApply, type Foresight } from '../../cluster/apply.ts';
import { MissingRight } from '../../cluster/errors.ts';
import type { Node, ResourceQuota } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { textOf } from '../store/record-text.ts';
import { workersBefore } from '../store/release-workers.ts';
import { workloadIn } from '../workloads/candidate.ts';
import { heldBack } from '../workloads/controllers.ts';
import { keyOf, refOf, templateOf, type Workload } from '../workloads/kinds.ts';
import type { Manifest } from '../workloads/manifests.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { readSalt, type Salt } from '../workloads/salt.ts';
import { promotionWeight } from '../workloads/strategy.ts';
import { isWorker, workersIn } from '../workloads/workers.ts';
import {
  eligibleNodes,
  extraPods,
  extraPodsBeside,
  extraPodsInPlace,
  inPlaceProblem,
  nodeShortfalls,
  quotaShortfalls,
} from './capacity.ts';
import { fixedFieldsProblem, speaksOfFixed } from './fixed-fields.ts';
import { hookProblems, renderedHooks } from './hook-trial.ts';
import { type DeployRequest, type Plan, planRelease, recordOf } from './plan.ts';
import { isWorkload, type LiveState, livesOf, type ResolvedImage, type Target } from './preflight.ts';
import { strategyFor } from './strategy.ts';

/** An object in its place, with what the server would make of it, or the right that is lacking to ask. */
export type Rehearsed = Target & Foresight & { lacking?: MissingRight };

/** A release up to its first write. */
export interface Rehearsal {
  salt: Salt;
  plan: Plan;
  targets: Rehearsed[];
  /** In the order in which a release meets them; it may go on only without any. */
  problems: UserError[];
}

/**
 * The second half of preflight: gives everything its final name, then asks about platforms, quota, and the server's own
 * opinion of every object. Nothing is written.
 * @param candidate manifests with their digests.
 * @throws UserError when the record of the release would be too large.
 */
export async function rehearse(
  cluster: Cluster,
  request: DeployRequest,
  candidate: Manifest[],
  ground: LiveState,
): Promise<Rehearsal> {
  const { config, environment, images } = request;
  const { namespace } = environment;
  const salt = await readSalt(cluster, namespace, config.app);
  const planned = planRelease(candidate, request, ground, salt.value);
  const plan = withHooks(planned, renderedHooks(request, planned));
  const before = workersBefore(livesOf(ground), { kind: 'none' }, []);
  const release = 1 as ReleaseNumber;
  textOf(recordOf(request, plan, { token: 1, release, baseline: undefined, workers: before }));
  const [nodes, quotas, hooks, targets] = await Promise.all([
    cluster.list<Node>(pathOf(resources.node, namespace)),
    cluster.list<ResourceQuota>(pathOf(resources.resourceQuota, namespace)),
    hookProblems(cluster, request, plan),
    Promise.all(relocate(plan.manifests, ground, environment).map(target => foresee(cluster, target))),
  ]);
  const workload = workloadIn(plan.manifests, environment);
  const workers = workersIn(plan.manifests, environment);
  const problems = [
    ...[workload, ...workers]
      .flatMap(each => platformProblems(images, nodes.items, each))
      .filter(isFirst)
      .map(
        problem =>
          new UserError(
            problem,
            'build the image for that platform too, or restrict the workload with a nodeSelector',
          ),
      ),
    ...capacityProblems(environment, workload, ground, nodes.items, quotas.items, workers),
    ...targets.flatMap(target => objectionTo(target) ?? heldBackProblem(target, environment) ?? []),
    ...hooks,
  ];
  return { salt, plan, targets, problems };
}

const isFirst = (each: string, index: number, all: readonly string[]) => all.indexOf(each) === index;

/** What the peak of the rollout asks of quotas, and beside a baseline of nodes: a rolling update gets along with fewer. Pure. */
export function capacityProblems(
  environment: Environment,
  workload: Workload,
  {
    liveWorkload,
    needsAction,
    workers = {},
  }: Pick<LiveState, 'liveWorkload'> & Partial<Pick<LiveState, 'needsAction' | 'workers'>>,
  nodes: Node[],
  quotas: ResourceQuota[],
  following: readonly Workload[] = [],
): UserError[] {
  const beside =
    liveWorkload !== undefined && strategyFor(environment, { liveWorkload, needsAction }).kind !== 'rolling';
  // Pods that end count in a quota to the end, so what follows the workload must fit beside its peak.
  const followers = following.map(worker => ({
    spec: templateOf(worker)?.spec,
    pods: extraPods(worker, workers[keyOf(refOf(worker))]?.live, nodes),
  }));
  const shortfalls = (extra: number) => ({
    quota: quotaShortfalls(quotas, [{ spec: workload.spec?.template?.spec, pods: extra }, ...followers]),
    // A rolling update gets along with fewer nodes.
    nodes: beside
      ? nodeShortfalls(eligibleNodes(nodes, workload), workload, (liveWorkload.status?.replicas ?? 0) + extra)
      : [],
  });
  const inPlace = promotionWeight(environment.strategy) < 100;
  const remedies = ['lower replicas, maxSurge or the resources of the containers'];
  if (beside) {
    if (inPlace) remedies.push('lower the weights, whose pods the canary keeps');
    else if (fitsInPlace(environment, workload, liveWorkload, shortfalls)) {
      remedies.push('promote in place: `strategy: {canary: {promotion: in-place}}`');
    }
    remedies.push('use `strategy: {rolling: {}}`');
  }
  const lower = remedies.join(', or ');
  const { quota, nodes: crowded } = shortfalls(
    !beside
      ? extraPods(workload, liveWorkload, nodes)
      : inPlace
        ? extraPodsInPlace(environment, workload, liveWorkload)
        : extraPodsBeside(workload, liveWorkload),
  );
  return [
    ...(beside ? [inPlaceProblem(environment, workload, liveWorkload) ?? []].flat() : []),
    ...quota.map(problem => new UserError(problem, `raise the quota, or ${lower}`)),
    ...crowded.map(problem => new UserError(problem, `add nodes, or ${lower}`)),
  ];
}

/** Whether a canary that has no room for a second copy would find enough for a promotion in place. */
function fitsInPlace(
  environment: Environment,
  workload: Workload,
  live: Workload,
  shortfalls: (extra: number) => { quota: string[]; nodes: string[] },
): boolean {
  const { strategy } = environment;
  if (strategy.kind !== 'canary') return false;
  const other: Environment = { ...environment, strategy: { ...strategy, promotion: 'in-place' } };
  if (inPlaceProblem(other, workload, live) !== undefined) return false;
  const { quota, nodes } = shortfalls(extraPodsInPlace(other, workload, live));
  return quota.length + nodes.length === 0;
}

/** Without any there is nothing to keep. */
const withHooks = (plan: Plan, hooks: NonNullable<Plan['hooks']>): Plan =>
  Object.keys(hooks).length === 0 ? plan : { ...plan, hooks };

async function foresee(cluster: Cluster, target: Target): Promise<Rehearsed> {
  try {
    return { ...target, ...(await dryRunApply(cluster, target.path, target.manifest.object)) };
  } catch (error) {
    // Plan goes on, and says of the other objects what it can.
    if (error instanceof MissingRight) return { ...target, objection: error.message, lacking: error };
    throw error;
  }
}

/** Why an object would not be taken; undefined when it would. Pure. */
export function objectionTo({
  manifest,
  objection,
  lacking,
  live,
}: Pick<Rehearsed, 'manifest' | 'objection' | 'lacking' | 'live'>): UserError | undefined {
  if (lacking !== undefined || objection === undefined) return lacking;
  const fixed =
    live !== undefined && speaksOfFixed(objection)
      ? fixedFieldsProblem(manifest.object as Workload, live as Workload)
      : undefined;
  if (fixed !== undefined) return new UserError(fixed.problem, fixed.remedy);
  return new UserError(
    `the cluster refuses ${manifest.object.kind}/${manifest.name}: ${objection}`,
    `correct ${manifest.source}`,
  );
}

/** What lives may hold its pods back by what no manifest speaks of. Pure. */
function heldBackProblem({ manifest, would }: Rehearsed, environment: Environment): UserError | undefined {
  if (!isWorkload(manifest, environment) && !isWorker(manifest, environment)) return undefined;
  const held = would && heldBack(would as Workload);
  return held && new UserError(held.problem, held.remedy);
}

/** The places of manifests that got their final names since: kinds are as surveyed, only names have changed. */
function relocate(manifests: Manifest[], ground: LiveState, { namespace }: Environment): Target[] {
  const kindOf = ({ object }: Manifest) => `${object.apiVersion}/${object.kind}`;
  const resourceOf = new Map(ground.targets.map(({ manifest, resource }) => [kindOf(manifest), resource]));
  const lives = new Map(ground.targets.map(({ path, live }) => [path, live]));
  return manifests.map(manifest => {
    const resource = resourceOf.get(kindOf(manifest));
    if (resource === undefined) throw new Error(`${kindOf(manifest)} was not surveyed`);
    const path = pathOf(resource, namespace, manifest.name);
    return { manifest, resource, path, live: lives.get(path) };
  });
}

/** Platforms of nodes that the workload may run on and an image was not built for. Pure. */
export function platformProblems(
  images: Record<string, ResolvedImage>,
  nodes: Node[],
  workload: Workload,
): string[] {
  const platforms = new Set(
    eligibleNodes(nodes, workload).map(
      ({ status }) => `${status?.nodeInfo?.operatingSystem}/${status?.nodeInfo?.architecture}`,
    ),
  );
  return Object.entries(images).flatMap(([name, image]) => {
    // Variants (arm/v7) are the runtime's business; what counts is system and architecture.
    const built = new Set(image.platforms.map(platform => platform.split('/').slice(0, 2).join('/')));
    if (built.size === 0) return [];
    return [...platforms]
      .filter(platform => !built.has(platform))
      .map(platform => `image ${name} is built for ${[...built].join(', ')}, but nodes run ${platform}`);
  });
}
