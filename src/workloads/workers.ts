import { selects } from '../cluster/labels.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { PodTemplate, Service } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Environment } from '../config/types.ts';
import { parseRepository } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import {
  isOf,
  isReleased,
  keyOf,
  ownContainerIn,
  type PinnedImage,
  pathTo,
  podTemplatesOf,
  type Ref,
  refOf,
  templateOf,
  titleOf,
  type Workload,
} from './kinds.ts';
import { labels } from './naming.ts';

/**
 * Further workloads of the same images that get no traffic, such as queue consumers and schedulers. They cannot be compared, so they are
 * updated after the workload, and rolled back with it.
 */

/** A worker before a release; null when it did not exist. */
export type WorkerBefore = { template: PodTemplate; replicas: number } | null;

/** A worker of a rollout that is under way. */
export interface Worker {
  /** Its name in records. */
  name: string;
  ref: Ref;
  /** Its manifest in the candidate's release; undefined when there is none. */
  candidate: Workload | undefined;
  /** What a rollback restores; undefined when that is not known: then the worker is not changed. */
  before: WorkerBefore | undefined;
  /** Whether a rollback restores every worker without the baseline's version; if not, only those with the candidate's version. */
  skipsReleases: boolean;
}

/** Returns the workers; configuration that an older version recorded has none. */
export const workersOf = ({ workers }: { workers?: Environment['workers'] }): Ref[] => workers ?? [];

export const isWorker = ({ object, name }: Pick<Manifest, 'object' | 'name'>, environment: Environment) =>
  workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);

/**
 * Returns the environment with every workload and CronJob in the manifests that runs an image of the application as a worker, listed in
 * `workers` or not, so that everything that a release changes is watched, verified and rolled back. Pure.
 * @returns `unlisted`: those that slipway.yml does not list.
 */
export function withUnlistedWorkers(
  environment: Environment,
  manifests: readonly Manifest[],
  repositories: readonly string[],
): { environment: Environment; unlisted: Ref[] } {
  // Without the workload, there are no workers beside it.
  if (!manifests.some(({ object }) => isOf(environment.workload, object)))
    return { environment, unlisted: [] };
  const ours = new Set(repositories.map(each => parseRepository(each)));
  const known = new Set([environment.workload, ...workersOf(environment)].map(keyOf));
  const unlisted = manifests.flatMap(({ object }) => {
    if (ownContainerIn(podTemplatesOf(object), ours) === undefined || !isReleased(object.kind)) return [];
    const ref = refOf(object as Workload);
    return known.has(keyOf(ref)) ? [] : [ref];
  });
  return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}

/**
 * Returns the manifests of the workers, in the order of slipway.yml.
 * @throws UserError when one is missing.
 */
export function workersIn(manifests: readonly Manifest[], environment: Environment): Workload[] {
  return workersOf(environment).map(ref => {
    const found = manifests.find(({ object }) => isOf(ref, object));
    if (found !== undefined) return found.object as Workload;
    throw new UserError(
      `the manifests do not contain ${titleOf(ref)}, which \`workers\` lists`,
      'correct `workers` in slipway.yml or add its manifest',
    );
  });
}

/**
 * Refuses a listed worker that runs none of the images, or whose pods would match the selector of the workload. Pure.
 * @param images of the release; if there are none, they are not compared.
 */
export function requireWorkers(
  manifests: readonly Manifest[],
  environment: Environment,
  images: Readonly<Record<string, PinnedImage>>,
  workload: Workload,
): void {
  const ours = new Set(Object.values(images).map(({ repository }) => parseRepository(repository)));
  const services = manifests.filter(({ object }) => object.kind === 'Service');
  for (const worker of workersIn(manifests, environment)) {
    const name = titleOf(refOf(worker));
    const template = templateOf(worker);
    if (ours.size > 0 && ownContainerIn(template === undefined ? [] : [template], ours) === undefined) {
      throw new UserError(
        `${name} is listed in \`workers\`, but runs none of the images of this release`,
        'remove it from `workers`: it is applied like any other manifest',
      );
    }
    if (
      takes(workload.spec?.selector?.matchLabels, worker) ||
      takes(worker.spec?.selector?.matchLabels, workload)
    ) {
      throw new UserError(
        `the labels do not distinguish the pods of ${name} from those of ${titleOf(environment.workload)}`,
        'give each of them a distinct label, in its selector and in its template',
      );
    }
    const service = services.find(each => takes((each.object as Service).spec?.selector, worker));
    if (service !== undefined && takes((service.object as Service).spec?.selector, workload)) {
      throw new UserError(
        `Service/${service.name} would send requests to ${name} as well, but a worker must get none`,
        'add a label to its selector that only the pods of the workload have',
      );
    }
  }
}

/** Whether a label selector matches the pods of a workload. */
const takes = (selector: Readonly<Record<string, string>> | undefined, workload: Workload): boolean =>
  selects(selector, templateOf(workload)?.metadata?.labels);

/** Reads the live workers, by their names in records. */
export async function readWorkers(
  cluster: Cluster,
  namespace: string,
  refs: readonly Ref[],
): Promise<Record<string, Workload | undefined>> {
  const entries = refs.map(
    async ref => [keyOf(ref), await cluster.get<Workload>(pathTo(namespace, ref))] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** Returns the templates of live workers. Pure. */
export function templatesOf(
  liveWorkers: Readonly<Record<string, Workload | undefined>>,
): Record<string, PodTemplate> {
  return Object.fromEntries(
    Object.entries(liveWorkers).flatMap(([name, live]) => {
      const template = templateOf(live);
      return template === undefined ? [] : [[name, template]];
    }),
  );
}

/** Returns the release in the annotation of a workload. */
export function releaseOf(worker: Workload | undefined): number | undefined {
  const marked = worker?.metadata?.annotations?.[labels.release];
  return marked === undefined ? undefined : Number(marked);
}
