import type { PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf } from '../../cluster/resources.ts';
import type { Config } from '../../config/types.ts';
import { parseRepository } from '../../image/reference.ts';
import { UserError } from '../../toolkit/errors.ts';
import { containersOf, podTemplatesOf, repositoryOf } from './containers.ts';
import { pathTo, type Ref, templateOf, titleOf, traitsOf, type Workload } from './kinds.ts';
import { canonical } from './naming.ts';
import { isOwnedBy, type Revision } from './pods.ts';

/**
 * Whether a pod template that only a record holds may be written to a workload. A user who may write ConfigMaps can put any template into a
 * record, but not into the workload or into the ReplicaSets and ControllerRevisions that Kubernetes keeps of it.
 */

/** Templates that the workload has or had, and the repositories of the release's images. */
export interface Evidence {
  templates: readonly PodTemplate[];
  repositories: readonly string[];
}

/** All repositories that slipway.yml names. Pure. */
export const repositoriesIn = ({ images, environments }: Config): string[] => [
  ...Object.values(images).map(({ repository }) => repository),
  ...Object.values(environments).flatMap(({ repositories = {} }) => Object.values(repositories)),
];

/** The live template and those of the versions that its controller keeps. Pure. */
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

/** The live workload, and its templates as `knownTemplates` has them. */
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
 * Why a template that the workload neither has nor had must not be written to it, as a clause; undefined when it may be. Each image must be
 * one of the release's by digest, or of a repository that the workload has or had, and the pods may gain no privileges on the node or in the
 * API. Where no version of the workload is left in the cluster, only the images are checked. Pure.
 */
export function templateProblem(template: PodTemplate, evidence: Evidence): string | undefined {
  const { templates } = evidence;
  const wanted = comparable(template);
  if (templates.some(each => comparable(each) === wanted)) return undefined;
  const image = imageProblem(template, evidence);
  if (image !== undefined || templates.length === 0) return image;
  const known = new Set(templates.flatMap(privilegesOf));
  const added = privilegesOf(template).find(each => !known.has(each));
  return added && `no version of it in the cluster had ${added}`;
}

/** @throws UserError with what speaks against it. */
export function requireAllowedTemplate(
  ref: Ref,
  release: number,
  template: PodTemplate,
  evidence: Evidence,
): void {
  const problem = templateProblem(template, evidence);
  if (problem !== undefined)
    throw new UserError(
      `the record of release ${release} cannot be used for ${titleOf(ref)}: ${problem}`,
      'find out who wrote that record; deploy the version that you want again',
    );
}

/**
 * The images of the application in a template that nothing but a record says was released: neither the template nor the image is or was in the
 * workload. Each is `repository@digest`, once. Pure.
 */
export function imagesOfRecordAlone(template: PodTemplate, { templates, repositories }: Evidence): string[] {
  const own = new Set(repositories.map(canonicalRepository));
  const known = new Set(templates.flatMap(imagesOf));
  const alone = imagesOf(template).filter(
    image => !known.has(image) && own.has(canonicalRepository(repositoryOf(image))),
  );
  return [...new Set(alone)];
}

function imageProblem(template: PodTemplate, { templates, repositories }: Evidence): string | undefined {
  const own = new Set(repositories.map(canonicalRepository));
  const known = new Set(templates.flatMap(imagesOf).map(image => canonicalRepository(repositoryOf(image))));
  const foreign = imagesOf(template).find(image => {
    const repository = canonicalRepository(repositoryOf(image));
    return !known.has(repository) && !(isPinned(image) && own.has(repository));
  });
  if (foreign === undefined) return undefined;
  return own.has(canonicalRepository(repositoryOf(foreign)))
    ? `the image ${foreign} is not pinned by digest`
    : `no version of it in the cluster had the image ${foreign}`;
}

const isPinned = (image: string) => /@sha256:[0-9a-f]{64}$/.test(image);

/** Those of image volumes, too. */
const imagesOf = ({ spec }: PodTemplate): string[] => [
  ...containersOf(spec).map(({ image }) => image ?? ''),
  ...(spec?.volumes ?? []).flatMap(({ image }) => image?.reference ?? []),
];

/** What is no name of an image is compared as it is. */
function canonicalRepository(repository: string): string {
  try {
    return parseRepository(repository);
  } catch {
    return repository;
  }
}

/** What lets a pod do more than another pod of the namespace, by the names of Kubernetes. Pure. */
function privilegesOf({ spec }: PodTemplate): string[] {
  const account = spec?.serviceAccountName ?? spec?.serviceAccount ?? 'default';
  return [
    ...(account === 'default' ? [] : [`serviceAccountName ${account}`]),
    ...(['hostNetwork', 'hostPID', 'hostIPC'] as const).filter(key => spec?.[key] === true),
    ...(spec?.volumes ?? []).flatMap(({ hostPath }) =>
      hostPath == null ? [] : [`hostPath ${hostPath.path}`],
    ),
    ...containersOf(spec).flatMap(({ securityContext }) => [
      ...(securityContext?.privileged === true ? ['a privileged container'] : []),
      ...[securityContext?.capabilities?.add ?? []].flat().map(name => `capability ${name}`),
    ]),
  ];
}

/** A ReplicaSet has one more label, and what is null may be left out. */
function comparable({ metadata, spec }: PodTemplate): string {
  const { 'pod-template-hash': _, ...labels } = metadata?.labels ?? {};
  const template = { metadata: { ...metadata, labels }, spec };
  return canonical(JSON.parse(JSON.stringify(template, (_key, value) => value ?? undefined)));
}
