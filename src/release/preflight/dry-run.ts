import { type DryRunResult, dryRunApply } from '../../cluster/apply.ts';
import { MissingPermission } from '../../cluster/errors.ts';
import type { Manifest } from '../../cluster/manifests.ts';
import type { Node, ResourceQuota } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { promotionWeight } from '../../traffic/routers.ts';
import { workloadIn } from '../../workloads/candidate.ts';
import { updateBlocker } from '../../workloads/controllers.ts';
import { keyOf, refOf, templateOf, titleOf, type Workload } from '../../workloads/kinds.ts';
import { canonical, type ReleaseNumber } from '../../workloads/naming.ts';
import { eligibleNodes, quantity } from '../../workloads/pod-resources.ts';
import { readSalt, type Salt } from '../../workloads/shipped.ts';
import { isWorker, workersIn } from '../../workloads/workers.ts';
import { workersBefore } from '../store/baseline.ts';
import { recordText } from '../store/record-text.ts';
import { extraPods, extraPodsInPlace, inPlaceProblem, nodeShortfalls, quotaShortfalls } from './capacity.ts';
import { hookProblems, renderedHooks } from './dry-run-own-objects.ts';
import {
  type ApplyTarget,
  type DeployedImage,
  isWorkload,
  type LiveState,
  liveWorkers,
  newObject,
} from './live-state.ts';
import { type DeployRequest, type ReleaseObjects, recordOf, releaseObjectsOf } from './release-objects.ts';
import { strategyFor } from './strategy.ts';

/** A target with the result of its dry run, or with the permission that is missing for one. */
export type DryRunTarget = ApplyTarget & DryRunResult & { lacking?: MissingPermission };

/** A release up to its first write. */
export interface DryRun {
  salt: Salt;
  plan: ReleaseObjects;
  targets: DryRunTarget[];
  /** In the order in which a release would find them; it may continue only without any. */
  problems: UserError[];
}

/**
 * Runs the second part of preflight: gives every object its final name, then checks platforms and quotas, and applies every object as a
 * dry run. Writes nothing.
 * @param candidate manifests with their digests.
 * @throws UserError when the record of the release would be too large.
 */
export async function dryRunRelease(
  cluster: Cluster,
  request: DeployRequest,
  candidate: Manifest[],
  liveState: LiveState,
): Promise<DryRun> {
  const { config, environment, images } = request;
  const { namespace } = environment;
  const salt = await readSalt(cluster, namespace, config.app);
  const planned = releaseObjectsOf(candidate, request, liveState, salt.value);
  const plan = withHooks(planned, renderedHooks(request, planned));
  const before = workersBefore(liveWorkers(liveState), { kind: 'none' }, []);
  const release = 1 as ReleaseNumber;
  recordText(recordOf(request, plan, { token: 1, release, baseline: undefined, workers: before }));
  const [nodes, quotas, hooks, targets] = await Promise.all([
    cluster.list<Node>(pathOf(resources.node, namespace)),
    cluster.list<ResourceQuota>(pathOf(resources.resourceQuota, namespace)),
    hookProblems(cluster, request, plan),
    Promise.all(
      relocate(plan.manifests, liveState, environment).map(target => dryRunTarget(cluster, target)),
    ),
  ]);
  const workload = workloadIn(plan.manifests, environment);
  const workers = workersIn(plan.manifests, environment);
  const remedy = 'build the image for that platform too, or restrict the workload with a nodeSelector';
  const platforms = [workload, ...workers].flatMap(each => platformProblems(images, nodes.items, each));
  const problems = [
    ...[...new Set(platforms)].map(problem => new UserError(problem, remedy)),
    ...capacityProblems(environment, workload, liveState, nodes.items, quotas.items, workers),
    ...targets.flatMap(target => dryRunRefusalOf(target) ?? heldBackProblem(target, environment) ?? []),
    ...hooks,
  ];
  return { salt, plan, targets, problems };
}

/** Returns what the peak of the rollout lacks in quotas and, for a candidate beside its baseline, in nodes. Pure. */
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
  // A quota counts pods until they have ended, so the workers must fit beside the peak of the workload.
  const followers = following.map(worker => ({
    spec: templateOf(worker)?.spec,
    pods: extraPods(worker, workers[keyOf(refOf(worker))]?.live, nodes),
  }));
  const shortfalls = (extra: number) => ({
    quota: quotaShortfalls(quotas, [{ spec: workload.spec?.template?.spec, pods: extra }, ...followers]),
    // A rolling update works with fewer nodes.
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
        : // A full copy has the traffic while the workload rolls, with its own surge.
          (liveWorkload.spec?.replicas ?? 1) + extraPods(workload, liveWorkload),
  );
  return [
    ...(beside ? [inPlaceProblem(environment, workload, liveWorkload) ?? []].flat() : []),
    ...quota.map(problem => new UserError(problem, `raise the quota, or ${lower}`)),
    ...crowded.map(problem => new UserError(problem, `add nodes, or ${lower}`)),
  ];
}

/** Whether a canary without room for a second copy would have enough for a promotion in place. */
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

/** Adds the hooks, if there are any. */
const withHooks = (plan: ReleaseObjects, hooks: NonNullable<ReleaseObjects['hooks']>): ReleaseObjects =>
  Object.keys(hooks).length === 0 ? plan : { ...plan, hooks };

async function dryRunTarget(cluster: Cluster, target: ApplyTarget): Promise<DryRunTarget> {
  try {
    return { ...target, ...(await dryRunApply(cluster, target.path, target.manifest.object)) };
  } catch (error) {
    // `plan` continues with the other objects.
    if (error instanceof MissingPermission) return { ...target, objection: error.message, lacking: error };
    throw error;
  }
}

/** Returns why the server would refuse an object; undefined when it would accept it. Pure. */
export function dryRunRefusalOf({
  manifest,
  objection,
  lacking,
  live,
}: Pick<DryRunTarget, 'manifest' | 'objection' | 'lacking' | 'live'>): UserError | undefined {
  if (lacking !== undefined || objection === undefined) return lacking;
  const fixed =
    live !== undefined && speaksOfFixed(objection)
      ? fixedFieldsProblem(manifest.object as Workload, live as Workload)
      : undefined;
  if (fixed !== undefined) return fixed;
  return new UserError(
    `the cluster refuses ${manifest.object.kind}/${manifest.name}: ${objection}`,
    `correct ${manifest.source}`,
  );
}

/** Returns a live setting, absent from the manifest, that keeps the new version from the pods. Pure. */
function heldBackProblem({ manifest, would }: DryRunTarget, environment: Environment): UserError | undefined {
  if (!isWorkload(manifest, environment) && !isWorker(manifest, environment)) return undefined;
  return would && updateBlocker(would as Workload);
}

/** Returns the targets of the manifests with their final names: since preflight read them, only names have changed, and no kinds. */
function relocate(manifests: Manifest[], liveState: LiveState, { namespace }: Environment): ApplyTarget[] {
  const kindOf = ({ object }: Manifest) => `${object.apiVersion}/${object.kind}`;
  const resourceOf = new Map(liveState.targets.map(({ manifest, resource }) => [kindOf(manifest), resource]));
  const liveObjects = new Map(liveState.targets.map(({ path, live }) => [path, live]));
  return manifests.map(manifest => {
    const resource = resourceOf.get(kindOf(manifest));
    if (resource === undefined) throw new Error(`${kindOf(manifest)} was not located`);
    const path = pathOf(resource, namespace, manifest.name);
    return { manifest, resource, path, live: liveObjects.get(path) };
  });
}

/** Returns the platforms of eligible nodes that an image was not built for. Pure. */
export function platformProblems(
  images: Record<string, DeployedImage>,
  nodes: Node[],
  workload: Workload,
): string[] {
  const platforms = new Set(
    eligibleNodes(nodes, workload).map(
      ({ status }) => `${status?.nodeInfo?.operatingSystem}/${status?.nodeInfo?.architecture}`,
    ),
  );
  return Object.entries(images).flatMap(([name, image]) => {
    // Only system and architecture count: the runtime chooses the variant (arm/v7).
    const built = new Set(image.platforms.map(platform => platform.split('/').slice(0, 2).join('/')));
    if (built.size === 0) return [];
    return [...platforms]
      .filter(platform => !built.has(platform))
      .map(platform => `image ${name} is built for ${[...built].join(', ')}, but nodes run ${platform}`);
  });
}

type PvcTemplate = NonNullable<NonNullable<Workload['spec']>['volumeClaimTemplates']>[number];

/** The immutable fields of a StatefulSet, with the defaults of the server. */
const fixed: Record<string, (spec: NonNullable<Workload['spec']>) => unknown> = {
  serviceName: ({ serviceName = '' }) => serviceName,
  podManagementPolicy: ({ podManagementPolicy = 'OrderedReady' }) => podManagementPolicy,
  volumeClaimTemplates: ({ volumeClaimTemplates = [] }) => volumeClaimTemplates.map(pvcTemplateOf),
};

/** Returns the immutable fields of a StatefulSet that differ between the manifest and the live object. */
export function fixedFieldsChanged(next: Workload, live: Workload): string[] {
  if (next.kind !== 'StatefulSet') return [];
  return Object.entries(fixed)
    .filter(([, of]) => canonical(of(next.spec ?? {})) !== canonical(of(live.spec ?? {})))
    .map(([name]) => `spec.${name}`);
}

/** Returns why the server refuses to change these fields; undefined when none of them differs. */
export function fixedFieldsProblem(next: Workload, live: Workload): UserError | undefined {
  const changed = fixedFieldsChanged(next, live);
  if (changed.length === 0) return undefined;
  return new UserError(
    `the manifest of ${titleOf(refOf(next))} changes ${changed.join(', ')}, but ${changed.length === 1 ? 'this field is' : 'these fields are'} immutable`,
    `restore ${changed.length === 1 ? 'it' : 'them'} in the manifest, or ${newObject(next)}`,
  );
}

/** Whether the error of the server is about an immutable field. */
const speaksOfFixed = (objection: string): boolean =>
  /updates to statefulset spec for fields other than|field is immutable/i.test(objection);

function pvcTemplateOf({ metadata, spec }: PvcTemplate) {
  const { volumeMode = 'Filesystem', resources, ...rest } = spec ?? {};
  const amounts = (list: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(list).map(([name, amount]) => [name, quantity(String(amount))]));
  return {
    name: metadata?.name,
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    spec: { ...rest, volumeMode, requests: amounts(resources?.requests), limits: amounts(resources?.limits) },
  };
}
