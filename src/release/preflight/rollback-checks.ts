import type { PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf } from '../../cluster/resources.ts';
import type { Config, Environment } from '../../config/types.ts';
import { parseRepository } from '../../image/reference.ts';
import { UserError } from '../../toolkit/errors.ts';
import {
  containersOf,
  pathTo,
  type Ref,
  refOfKey,
  repositoryOf,
  templateOf,
  traitsOf,
  type Workload,
} from '../../workloads/kinds.ts';
import { isOwnedBy, type Revision, templateOfRevision } from '../../workloads/pods.ts';
import type { workersAt } from '../store/baseline.ts';
import type { RestorableRelease } from '../store/releases.ts';
import { pathOfCopy } from '../store/retention.ts';

/** Checks of a release before it is restored. */

/**
 * Requires that images (`repository@digest`) are signed as slipway.yml demands.
 * @throws UserError for the first one that is not.
 */
export type RequireSigned = (images: readonly string[]) => Promise<void>;

/** Requires every shipped copy of a release. @throws UserError when one was deleted. */
export async function requireShipped(
  cluster: Cluster,
  namespace: string,
  target: RestorableRelease,
): Promise<void> {
  for (const { kind, name, copy } of target.record.shipped) {
    if ((await cluster.get(pathOfCopy(namespace, { kind, copy }))) === undefined) {
      throw new UserError(
        `${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`,
        'deploy that version again, or roll back to another release with `to-release`',
      );
    }
  }
}

/** Requires signatures for those restored images that no revision in Kubernetes has. */
export async function requireSignedRelease(
  cluster: Cluster,
  config: Config,
  { namespace, workload }: Environment,
  { template, workers }: { template: PodTemplate; workers: ReturnType<typeof workersAt> },
  requireSigned: RequireSigned,
): Promise<void> {
  const repositories = repositoriesIn(config);
  const own = Object.entries(workers).flatMap(([name, before]) =>
    before === null ? [] : [[refOfKey(name), before.template] as const],
  );
  const images = [[workload, template] as const, ...own].map(async ([ref, wanted]) => {
    const templates = await readKnownTemplates(cluster, namespace, ref);
    return imagesOnlyInRecord(wanted, { templates, repositories });
  });
  await requireSigned([...new Set((await Promise.all(images)).flat())]);
}

/** Templates that the workload has or had, and the repositories of the release's images. */
interface KnownImages {
  templates: readonly PodTemplate[];
  repositories: readonly string[];
}

/** Returns all repositories in slipway.yml. Pure. */
export const repositoriesIn = ({ images, environments }: Config): string[] => [
  ...Object.values(images).map(({ repository }) => repository),
  ...Object.values(environments).flatMap(({ repositories = {} }) => Object.values(repositories)),
];

/** Returns the live template and those of the revisions that its controller keeps. Pure. */
export function knownTemplates(live: Workload | undefined, revisions: readonly Revision[]): PodTemplate[] {
  const kept = revisions.filter(each => isOwnedBy(each, live?.metadata?.uid)).map(templateOfRevision);
  return [templateOf(live), ...kept].filter(each => each?.spec !== undefined) as PodTemplate[];
}

async function readKnownTemplates(cluster: Cluster, namespace: string, ref: Ref): Promise<PodTemplate[]> {
  const { revisions } = traitsOf(ref.kind);
  const [live, kept] = await Promise.all([
    cluster.get<Workload>(pathTo(namespace, ref)),
    revisions === undefined ? { items: [] } : cluster.list<Revision>(pathOf(revisions, namespace)),
  ]);
  return knownTemplates(live, kept.items);
}

/**
 * Returns the images of the application in a template that only a record vouches for: the workload and its revisions do not have them.
 * Each is `repository@digest`, once. Pure.
 */
export function imagesOnlyInRecord(
  template: PodTemplate,
  { templates, repositories }: KnownImages,
): string[] {
  const own = new Set(repositories.map(canonicalRepository));
  const known = new Set(templates.flatMap(imagesOf));
  const alone = imagesOf(template).filter(
    image => !known.has(image) && own.has(canonicalRepository(repositoryOf(image))),
  );
  return [...new Set(alone)];
}

/** Includes those of image volumes. */
const imagesOf = ({ spec }: PodTemplate): string[] => [
  ...containersOf(spec).map(({ image }) => image ?? ''),
  ...(spec?.volumes ?? []).flatMap(({ image }) => image?.reference ?? []),
];

/** Returns a text that is no repository unchanged. */
function canonicalRepository(repository: string): string {
  try {
    return parseRepository(repository);
  } catch {
    return repository;
  }
}
