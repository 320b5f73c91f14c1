import { dryRunApply, type Foresight } from '../cluster/apply.ts';
import type {
  Deployment,
  HorizontalPodAutoscaler,
  KubeObject,
  Node,
  ResourceQuota,
} from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { Discovery, pathOf, type Resource, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { requireRights } from './access.ts';
import { workloadIn } from './candidate.ts';
import { extraPods, quotaShortfalls } from './capacity.ts';
import type { Manifest } from './manifests.ts';
import { foreignOwner } from './owners.ts';

/** A manifest with the resource that its kind is in this cluster. */
export interface Located {
  manifest: Manifest;
  resource: Resource;
}

/** A manifest with where it goes and what lives there now. */
export interface Target extends Located {
  path: string;
  live: KubeObject | undefined;
}

/** An image with the platforms it was built for. */
export interface ResolvedImage {
  repository: string;
  digest: string;
  /** `linux/amd64`; empty when the image does not say. */
  platforms: readonly string[];
}

/** All that was read before the first write. */
export interface Ground {
  targets: Target[];
  liveWorkload: Deployment | undefined;
  autoscaler: HorizontalPodAutoscaler | undefined;
}

/** What the server would make of an object. */
export type Rehearsed = Target & Foresight;

/**
 * Reads what a release will meet and refuses it, before the first write, for everything that is known to stop it.
 * @throws UserError with the first problem and its remedy.
 */
export async function survey(
  cluster: Cluster,
  environment: Environment,
  manifests: Manifest[],
): Promise<Ground> {
  const located = await locate(cluster, manifests);
  const needed = located.map(({ resource }) => resource);
  await requireRights(cluster, environment, needed);
  return observe(cluster, environment, located);
}

/**
 * What lives where the manifests go.
 * @throws UserError with the first problem that makes a release of them impossible.
 */
export async function observe(
  cluster: Cluster,
  environment: Environment,
  located: Located[],
): Promise<Ground> {
  const { namespace } = environment;
  await requireNamespace(cluster, namespace);
  const targets = await Promise.all(
    located.map(async ({ manifest, resource }): Promise<Target> => {
      const path = pathOf(resource, namespace, manifest.name);
      return { manifest, resource, path, live: await cluster.get(path) };
    }),
  );
  const autoscalers = await cluster.list<HorizontalPodAutoscaler>(
    pathOf(resources.horizontalPodAutoscaler, namespace),
  );
  const liveWorkload = targets.find(t => isWorkload(t.manifest, environment))?.live as Deployment | undefined;
  requireOurGround(targets);
  const manifests = located.map(({ manifest }) => manifest);
  requireReleasable(workloadIn(manifests, environment), liveWorkload);
  const { name } = environment.workload;
  const autoscaler = autoscalers.items.find(
    ({ spec }) => spec?.scaleTargetRef.kind === 'Deployment' && spec.scaleTargetRef.name === name,
  );
  return { targets, liveWorkload, autoscaler };
}

/**
 * Second half, once names and digests are final: platforms, quota, and the server's own opinion of every object.
 * @returns every problem, in the order in which a release meets them, and where each object goes.
 */
export async function rehearse(
  cluster: Cluster,
  environment: Environment,
  manifests: Manifest[],
  ground: Ground,
  images: Record<string, ResolvedImage>,
): Promise<{ problems: UserError[]; targets: Rehearsed[] }> {
  const { namespace } = environment;
  const workload = workloadIn(manifests, environment);
  const [nodes, quotas, targets] = await Promise.all([
    cluster.list<Node>(pathOf(resources.node, namespace)),
    cluster.list<ResourceQuota>(pathOf(resources.resourceQuota, namespace)),
    Promise.all(
      relocate(manifests, ground, namespace).map(
        async (target): Promise<Rehearsed> => ({
          ...target,
          ...(await dryRunApply(cluster, target.path, target.manifest.object)),
        }),
      ),
    ),
  ]);
  const { template } = workload.spec ?? {};
  const problems = [
    ...platformProblems(images, nodes.items, workload).map(
      problem =>
        new UserError(
          problem,
          'build the image for that platform too, or restrict the workload with a nodeSelector',
        ),
    ),
    ...quotaShortfalls(quotas.items, template?.spec, extraPods(workload, ground.liveWorkload)).map(
      problem =>
        new UserError(
          problem,
          'raise the quota, or lower replicas, maxSurge or the resources of the containers',
        ),
    ),
    ...targets.flatMap(({ manifest, objection }) =>
      objection === undefined
        ? []
        : new UserError(
            `the cluster refuses ${manifest.object.kind}/${manifest.name}: ${objection}`,
            `correct ${manifest.source}`,
          ),
    ),
  ];
  return { problems, targets };
}

/** The places of manifests that got their final names since: kinds are as surveyed, only names have changed. */
function relocate(manifests: Manifest[], ground: Ground, namespace: string): Target[] {
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

export const isWorkload = (manifest: Manifest, { workload }: Environment) =>
  manifest.object.kind === workload.kind && manifest.name === workload.name;

/**
 * The resource of every manifest.
 * @throws UserError for a kind that this cluster does not know, or that belongs to no namespace.
 */
export async function locate(cluster: Cluster, manifests: Manifest[]): Promise<Located[]> {
  const discovery = new Discovery(cluster);
  return Promise.all(
    manifests.map(async manifest => {
      const { apiVersion, kind } = manifest.object;
      const resource = await discovery.find(apiVersion, kind);
      if (resource === undefined) {
        throw new UserError(
          `${manifest.source}: this cluster does not know ${kind} of ${apiVersion}`,
          'install what brings it (a CustomResourceDefinition), or correct apiVersion and kind',
        );
      }
      if (!resource.namespaced) {
        throw new UserError(
          `${manifest.source}: ${kind}/${manifest.name} belongs to no namespace`,
          'install cluster-wide objects apart from the releases of an application',
        );
      }
      return { manifest, resource };
    }),
  );
}

async function requireNamespace(cluster: Cluster, namespace: string): Promise<void> {
  const object = await cluster.get(pathOf(resources.namespace, '', namespace));
  if (object === undefined) {
    throw new UserError(
      `namespace ${namespace} does not exist`,
      `create it: kubectl create namespace ${namespace}`,
    );
  }
  if (object.metadata?.deletionTimestamp !== undefined) {
    throw new UserError(
      `namespace ${namespace} is being deleted`,
      'wait until it is gone and create it anew',
    );
  }
}

function requireOurGround(targets: Target[]): void {
  for (const { manifest, live } of targets) {
    const owner = live === undefined ? undefined : foreignOwner(live);
    if (owner === undefined) continue;
    throw new UserError(
      `${manifest.object.kind}/${manifest.name} is managed by ${owner}, which would undo what a release writes`,
      `release it through ${owner}, or take it out of ${owner}'s hands first`,
    );
  }
}

/** What the API server would refuse, or what could never become ready, in our words. */
function requireReleasable(next: Deployment, live: Deployment | undefined): void {
  const name = `Deployment/${next.metadata?.name}`;
  if (live?.spec?.paused === true || next.spec?.paused === true) {
    throw new UserError(
      `${name} is paused`,
      `resume it: kubectl rollout resume deployment/${next.metadata?.name}`,
    );
  }
  const wanted = JSON.stringify(next.spec?.selector);
  if (live !== undefined && wanted !== JSON.stringify(live.spec?.selector) && !sameSelector(next, live)) {
    throw new UserError(
      `${name} lives with another selector, which cannot be changed`,
      'restore spec.selector in the manifest, or release under another name',
    );
  }
}

function sameSelector(next: Deployment, live: Deployment): boolean {
  const flat = (d: Deployment) => JSON.stringify(Object.entries(d.spec?.selector?.matchLabels ?? {}).sort());
  const rest = (d: Deployment) => JSON.stringify(d.spec?.selector?.matchExpressions ?? []);
  return flat(next) === flat(live) && rest(next) === rest(live);
}

/** Platforms of nodes that the workload may run on and an image was not built for. Pure. */
export function platformProblems(
  images: Record<string, ResolvedImage>,
  nodes: Node[],
  workload: Deployment,
): string[] {
  const selector = Object.entries(workload.spec?.template?.spec?.nodeSelector ?? {});
  const eligible = nodes.filter(
    node =>
      node.spec?.unschedulable !== true &&
      selector.every(([key, value]) => node.metadata?.labels?.[key] === value),
  );
  const platforms = new Set(
    eligible.map(({ status }) => `${status?.nodeInfo?.operatingSystem}/${status?.nodeInfo?.architecture}`),
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
