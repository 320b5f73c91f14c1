import { createReadStream } from 'node:fs';
import type { Pod } from '../cluster/objects.ts';
import { type Digest, isDigest, parseReference } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { Tree } from '../registry/contents.ts';
import { readBack } from '../registry/copy.ts';
import { layoutTree } from '../registry/layout.ts';
import { legacyTag, suffixes } from '../registry/legacy.ts';
import { artifactTypeOf } from '../registry/manifest.ts';
import { saveBlob } from '../registry/verified.ts';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { blobPath, faultOf, type KeptImage, putTree, readKept, writeKept } from './images-folder.ts';
import type { LevelCheck } from './levels.ts';

/** Saves running images by digest, with all platforms and attachments, and restores them to a registry. */

interface Running {
  /** `REPOSITORY@DIGEST`, each once, sorted. */
  readonly images: readonly string[];
  /** Containers whose image digest is unknown, as sentences. */
  readonly unknown: readonly string[];
}

/** Returns the images that the containers of pods run, including init containers. Pure. */
export function runningImages(pods: readonly Pod[]): Running {
  const images = new Set<string>();
  const unknown: string[] = [];
  for (const { metadata, spec, status } of pods) {
    const statuses = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
    for (const { name, image = '' } of [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])]) {
      const { repository, digest } = parseReference(image);
      const pulled = statuses.find(each => each.name === name)?.imageID ?? '';
      // For an image that was loaded and never pulled, it is the digest of its configuration, without a repository.
      const [, found = ''] = /@(sha\d+:[0-9a-f]+)$/.exec(pulled) ?? [];
      const known = digest ?? (isDigest(found) ? found : undefined);
      if (known === undefined)
        unknown.push(
          `the digest of ${image} in the container ${name} of the pod ${metadata?.name} is unknown`,
        );
      else images.add(`${repository}@${known}`);
    }
  }
  return { images: [...images].sort(), unknown };
}

interface ImagesTask {
  readonly registry: RegistryClient;
  /** An OCI image layout for all of them; created if it is missing. */
  readonly folder: string;
  report(line: string): void;
}

/**
 * Copies images into the folder by digest; blobs that are shared or there already are not copied again.
 * @param images `REPOSITORY@DIGEST`.
 * @throws UserError when a registry lacks a part of an image, refuses access, or is unreachable.
 */
export async function saveImages(task: ImagesTask, images: readonly string[]): Promise<readonly KeptImage[]> {
  const { registry, folder, report } = task;
  let kept = await readKept(folder);
  for (const image of images) {
    const { repository, digest } = parseReference(image);
    if (digest === undefined) throw new UserError(`${image} has no digest`, 'write it with @sha256:…');
    const tree = await treeOf(registry, repository, digest);
    const save: Parameters<typeof putTree>[2] = (blob, path) => saveBlob(registry, repository, blob, path);
    let bytes = await putTree(folder, tree, save);
    const own = [keptOf(tree, repository)];
    for (const attached of await attachedTo(registry, repository, tree)) {
      bytes += await putTree(folder, attached.tree, save);
      own.push(attached.kept);
    }
    kept = [...kept, ...own];
    await writeKept(folder, kept);
    report(
      `${image}: ${counted(tree.images.length, 'platform')}, ${own.length - 1} attached, ${(bytes / 1e6).toFixed(1)} MB copied`,
    );
  }
  return kept;
}

async function treeOf(registry: RegistryClient, repository: string, digest: Digest): Promise<Tree> {
  const tree = await registry.tree(repository, digest);
  if (tree !== undefined) return tree;
  throw new UserError(
    `${repository} does not have ${digest}, which is in use`,
    'push it there again, because a recovery needs it',
  );
}

function keptOf(
  { root }: Tree,
  repository: string,
  attached: Pick<KeptImage, 'subject' | 'tag'> = {},
): KeptImage {
  const { digest, mediaType, body } = root;
  return { digest, mediaType, size: body.length, repository, ...attached };
}

interface Attached {
  readonly kept: KeptImage;
  readonly tree: Tree;
}

/** Limit for attachments of attachments: a signature of an SBOM of an image is at most as deep. */
const deepest = 3;

async function attachedTo(registry: RegistryClient, repository: string, tree: Tree): Promise<Attached[]> {
  const all: Attached[] = [];
  const known = new Set<Digest>();
  let subjects = tree.manifests.map(({ digest }) => digest);
  for (let depth = 1; depth <= deepest && subjects.length > 0; depth += 1) {
    const found: Attached[] = [];
    for (const subject of subjects) {
      known.add(subject);
      for (const { digest } of await registry.referrers(repository, subject))
        found.push(await attachedBy(registry, repository, digest, { subject }));
      for (const suffix of suffixes) {
        const tag = legacyTag(subject, suffix);
        const there = tag === undefined ? undefined : await registry.manifest(repository, tag);
        if (tag !== undefined && there !== undefined)
          found.push(await attachedBy(registry, repository, there.digest, { subject, tag }));
      }
    }
    all.push(...found);
    subjects = found.map(({ kept }) => kept.digest).filter(digest => !known.has(digest));
  }
  return all;
}

async function attachedBy(
  registry: RegistryClient,
  repository: string,
  digest: Digest,
  how: Pick<KeptImage, 'subject' | 'tag'>,
): Promise<Attached> {
  const tree = await treeOf(registry, repository, digest);
  return { tree, kept: keptOf(tree, repository, how) };
}

/** The image folder of a repository. */
interface ImagesFolder {
  /** Name of the repository. */
  readonly name: string;
  readonly folder: string;
}

/** Copies images into each folder, and reads all of them back. @throws UserError as `saveImages`. */
export async function keepImages(
  task: Omit<ImagesTask, 'folder'>,
  folders: readonly ImagesFolder[],
  images: readonly string[],
): Promise<LevelCheck[]> {
  const levelChecks: LevelCheck[] = [];
  for (const { name, folder } of folders) {
    await saveImages({ ...task, folder }, images);
    const [first, ...more] = await checkImages(folder, images);
    const others = more.length === 0 ? '' : `, and ${more.length} more`;
    const whole = `${counted(images.length, 'image')}, every byte read back and correct`;
    levelChecks.push({
      level: 'L1',
      what: `images in ${name}`,
      state: first === undefined ? 'passed' : 'failed',
      sentence: first === undefined ? whole : `${first}${others}`,
    });
  }
  return levelChecks;
}

/** Returns what is wrong with the images in a folder; empty when they are intact. Reads every byte. */
export async function checkImages(folder: string, images: readonly string[]): Promise<string[]> {
  const kept = await readKept(folder);
  const there = new Set(kept.map(({ repository, digest }) => `${repository}@${digest}`));
  const problems = images.filter(each => !there.has(each)).map(each => `${each} is not in ${folder}`);
  const faulty = new Map<Digest, string | undefined>();
  for (const each of kept) {
    const { manifests, blobs } = await wholeTree(folder, each).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      problems.push(error.message);
      return { manifests: [], blobs: [] };
    });
    for (const { digest } of [...manifests, ...blobs])
      if (!faulty.has(digest)) faulty.set(digest, await faultOf(folder, digest));
  }
  return [...problems, ...[...faulty.values()].filter(each => each !== undefined)];
}

async function wholeTree(folder: string, { digest, mediaType }: KeptImage): Promise<Tree> {
  const tree = await layoutTree(folder, { digest, mediaType });
  if (tree !== undefined) return tree;
  throw new UserError(`${digest} is missing in ${folder}`, 'use another copy of the folder');
}

/**
 * Pushes all images of a folder, with their attachments, to a registry, and reads them back by digest.
 * @param place maps a source repository to the target repository.
 * @returns `REPOSITORY@DIGEST` of each.
 * @throws UserError when the folder is damaged, before anything is written, or when a registry refuses access or is unreachable.
 */
export async function restoreImages(
  { registry, folder, report }: ImagesTask,
  place: (repository: string) => string,
): Promise<string[]> {
  const [problem, ...more] = await checkImages(folder, []);
  if (problem !== undefined)
    throw new UserError(
      `the images in ${folder} are damaged: ${problem}${more.length === 0 ? '' : `, and ${more.length} more`}`,
      'use another copy of the folder',
    );
  const kept = await readKept(folder);
  const images = kept.filter(({ subject }) => subject === undefined);
  const uploaded = new Set<string>();
  // Attachments are pushed after the manifests that they are attached to.
  for (const each of [...images, ...kept.filter(({ subject }) => subject !== undefined)]) {
    const repository = place(each.repository);
    const tree = await wholeTree(folder, each);
    for (const blob of tree.blobs) {
      const key = `${repository} ${blob.digest}`;
      if (uploaded.has(key)) continue;
      const open = async (from: number) => createReadStream(blobPath(folder, blob.digest), { start: from });
      await registry.uploadBlob(repository, blob, open);
      uploaded.add(key);
    }
    for (const manifest of tree.manifests) await registry.putManifest(repository, manifest);
    await attach(registry, repository, each, tree);
    await readBack(registry, tree, repository, each.tag === undefined ? [] : [each.tag]);
    if (each.subject === undefined)
      report(`restored ${repository}@${each.digest}, ${counted(tree.images.length, 'platform')}`);
  }
  return images.map(({ repository, digest }) => `${place(repository)}@${digest}`);
}

/** Attaches a manifest by its tag, or through the referrers list of its subject where the registry does not maintain that list. */
async function attach(
  registry: RegistryClient,
  repository: string,
  kept: KeptImage,
  { root }: Tree,
): Promise<void> {
  const { subject, tag, digest, mediaType, size } = kept;
  if (tag !== undefined) await registry.putManifest(repository, root, tag);
  else if (subject !== undefined) {
    const artifactType = artifactTypeOf(root.body) ?? '';
    await registry.list(repository, subject, [{ digest, mediaType, size, artifactType, annotations: {} }]);
  }
}
