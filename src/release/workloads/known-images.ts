import type { PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf } from '../../cluster/resources.ts';
import type { Config } from '../../config/types.ts';
import { parseRepository } from '../../image/reference.ts';
import {
  containersOf,
  pathTo,
  podTemplatesOf,
  type Ref,
  repositoryOf,
  templateOf,
  traitsOf,
  type Workload,
} from './kinds.ts';
import { isOwnedBy, type Revision } from './pods.ts';

/** What Kubernetes itself stores about the versions of a workload. */

/** Templates that the workload has or had, and the repositories of the release's images. */
export interface KnownImages {
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
  const own = templateOf(live);
  const kept = revisions.filter(each => isOwnedBy(each, live?.metadata?.uid)).flatMap(templatesIn);
  return own === undefined ? kept : [own, ...kept];
}

function templatesIn(revision: Revision): PodTemplate[] {
  if (!('data' in revision)) return podTemplatesOf({ ...revision, kind: 'ReplicaSet' } as Workload);
  const { $patch: _, ...template } = ((revision.data as { spec?: { template?: object } } | undefined)?.spec
    ?.template ?? {}) as PodTemplate & { $patch?: unknown };
  return template.spec === undefined ? [] : [template];
}

/** Reads the live workload and its `knownTemplates`. */
export async function readWithTemplates(
  cluster: Cluster,
  namespace: string,
  ref: Ref,
): Promise<{ live: Workload | undefined; templates: PodTemplate[] }> {
  const { revisions } = traitsOf(ref.kind);
  const [live, kept] = await Promise.all([
    cluster.get<Workload>(pathTo(namespace, ref)),
    revisions === undefined ? { items: [] } : cluster.list<Revision>(pathOf(revisions, namespace)),
  ]);
  return { live, templates: knownTemplates(live, kept.items) };
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
