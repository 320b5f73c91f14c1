import { basename } from 'node:path';
import { kustomizations } from '../cluster/kustomize.ts';
import { parseManifests } from '../cluster/manifests.ts';
import { changesOf } from '../gitops/edit.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, textMap } from '../toolkit/map.ts';
import { folderOf, isLock, isSameRemote, type Repository } from './repository.ts';
import type { NamedImage } from './workloads.ts';

/** The GitOps controller that applies a folder of the repository, by what stands in the repository. Pure. */

/** What slipway.yml says about releases by a commit. */
export interface NewDelivery {
  readonly branch: string;
  /** Relative to the root of the git repository. */
  readonly files: readonly string[];
  readonly controller: {
    readonly kind: 'argocd' | 'flux';
    readonly fields: Readonly<Record<string, string>>;
  };
  /** Where the controller places the objects; empty where it does not say. */
  readonly namespace: string;
  readonly why: string;
}

type Applied = Omit<NewDelivery, 'files'> & { readonly folder: string };
type Place = Pick<Repository, 'texts' | 'paths' | 'remote' | 'branch' | 'prefix'>;

interface Named {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

/**
 * Returns how a release of the manifests in a folder becomes a commit; undefined unless exactly one controller reads that folder of this
 * repository, and files in it name all images.
 */
export function deliveryOf(
  repository: Place,
  folder: string,
  images: readonly NamedImage[],
): NewDelivery | undefined {
  const { prefix } = repository;
  const [applied, second] = appliedFrom(repository).filter(
    each => each.folder === plainPath(prefix + folder),
  );
  const files = filesWith(repository, folder, images);
  if (applied === undefined || second !== undefined || files === undefined) return undefined;
  const { branch, controller, namespace, why } = applied;
  return { branch, controller, namespace, why, files: files.map(file => `${prefix}${file}`) };
}

/** Returns the files in which a release sets the digests: the kustomization, or manifests beside it. A base may serve other environments. */
function filesWith(
  { texts, paths }: Place,
  folder: string,
  images: readonly NamedImage[],
): string[] | undefined {
  const some = `sha256:${'0'.repeat(64)}`;
  const wanted = Object.fromEntries(
    images.map(({ name, repository }) => [name, { repository, digest: some }]),
  );
  const found = paths
    .filter(path => folderOf(path) === folder && /\.ya?ml$/.test(path) && !isLock(path))
    .map(path => [path, namedIn(texts.get(path) ?? '', path, wanted)] as const)
    .filter(([, names]) => names.length > 0);
  // The kustomization replaces what the manifests name.
  const replaces = (path: string) =>
    kustomizations.includes(basename(path)) && /^images:/m.test(texts.get(path) ?? '');
  const isReplaced = paths.some(path => folderOf(path) === folder && replaces(path));
  const used = isReplaced ? found.filter(([path]) => replaces(path)) : found;
  const names = new Set(used.flatMap(([, each]) => each));
  return names.size === images.length ? used.map(([path]) => path) : undefined;
}

function namedIn(text: string, path: string, wanted: Parameters<typeof changesOf>[2]): string[] {
  try {
    return changesOf(text, path, wanted).map(({ image }) => image);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

function appliedFrom(repository: Place): Applied[] {
  const objects = [...repository.texts].flatMap(([path, text]) =>
    /\.ya?ml$/.test(path) && /argoproj\.io\/|\.toolkit\.fluxcd\.io\//.test(text) ? objectsIn(text, path) : [],
  );
  return objects.flatMap(each => byArgoCd(each, repository) ?? byFlux(each, objects, repository) ?? []);
}

function objectsIn(text: string, path: string): Named[] {
  try {
    const read = parseManifests(text, path).filter(({ name }) => /^[a-z0-9][-a-z0-9.]*$/.test(name));
    return read.map(({ object, name }) => ({
      group: object.apiVersion?.split('/')[0] ?? '',
      kind: object.kind ?? '',
      name,
      namespace: object.metadata?.namespace ?? '',
      spec: isMap(object.spec) ? object.spec : {},
    }));
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** Reads an Application with one source, of which the path holds manifests. */
function byArgoCd(
  { group, kind, name, namespace, spec }: Named,
  { remote, branch }: Place,
): Applied | undefined {
  if (group !== 'argoproj.io' || kind !== 'Application') return undefined;
  const { repoURL = '', path: folder, targetRevision: revision = '' } = textMap(spec.source);
  const followed = revision === '' || revision === 'HEAD' ? branch : revision;
  if (!isSameRemote(repoURL, remote) || folder === undefined || !isBranch(followed)) return undefined;
  return {
    folder: plainPath(folder),
    branch: followed,
    namespace: textMap(spec.destination).namespace ?? '',
    controller: {
      kind: 'argocd',
      fields: { name, ...(namespace === '' || namespace === 'argocd' ? {} : { namespace }) },
    },
    why: `Application/${name} of Argo CD applies the folder.`,
  };
}

/** Reads a Kustomization with the GitRepository that it names. */
function byFlux(
  { group, kind, name, namespace, spec }: Named,
  objects: readonly Named[],
  { remote }: Place,
): Applied | undefined {
  if (group !== 'kustomize.toolkit.fluxcd.io' || kind !== 'Kustomization') return undefined;
  const from = textMap(spec.sourceRef);
  const source = objects.find(
    each =>
      each.kind === 'GitRepository' &&
      each.name === from.name &&
      each.namespace === (from.namespace || namespace),
  );
  const { branch, ...others } = textMap(source?.spec.ref);
  const { path: folder = '', targetNamespace = '' } = textMap(spec);
  const isOurs = from.kind === 'GitRepository' && isSameRemote(textMap(source?.spec).url ?? '', remote);
  if (!isOurs || !isBranch(branch) || Object.keys(others).length > 0) return undefined;
  return {
    folder: plainPath(folder),
    branch,
    namespace: targetNamespace,
    controller: {
      kind: 'flux',
      fields: {
        kustomization: name,
        ...(namespace === '' || namespace === 'flux-system' ? {} : { namespace }),
      },
    },
    why: `Kustomization/${name} of Flux applies the folder.`,
  };
}

/** Whether a revision is surely a branch: a tag or a commit does not follow a release. */
const isBranch = (revision = ''): revision is string =>
  /^\w+([./-]\w+)*$/.test(revision) && !/^v?\d|^[0-9a-f]{7,40}$/.test(revision);

const plainPath = (path: string) => path.replace(/^(\.?\/)+|^\.$|\/+$/g, '');
