import type { TagForms } from '../image/forms.ts';
import { type Digest, formatReference, isTag } from '../image/reference.ts';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import { type AttachedManifest, copyAttached } from './attached.ts';
import type { RegistryClient } from './client.ts';
import type { Tree } from './contents.ts';
import { type Copied, copyContents } from './copy.ts';
import { confirmTags, placeTags, type TagOutcome, type TagTask } from './set-tags.ts';
import { describe } from './tagged-image.ts';

export interface PushedImage {
  /** The source and the target: repositories of the same registry, or of two. */
  readonly from: string;
  readonly repository: string;
  readonly digest: Digest;
  /** Default: the version in the labels of the image. */
  readonly tags?: readonly string[];
  /** The forms by which floating tags are recognized. */
  readonly forms: TagForms;
}

export interface PushOptions {
  readonly images: Readonly<Record<string, PushedImage>>;
  /** Floating tags that may be moved even if the version they point to is unknown. */
  readonly moveTags?: readonly string[];
  /** Whether manifests of this `artifactType` are copied; default: all. */
  carries?(type: string): boolean;
  report(line: string): void;
}

export interface Pushed {
  readonly from: string;
  readonly repository: string;
  readonly digest: Digest;
  readonly platforms: readonly string[];
  readonly copied: Copied;
  /** The attached artifacts that were copied. */
  readonly attached: readonly AttachedManifest[];
  /** `repository:tag@digest`, one for each tag that now points to the image. */
  readonly references: readonly string[];
  readonly tags: readonly string[];
  /** The tags that were not moved. */
  readonly kept: readonly KeptTag[];
}

export type KeptTag = Extract<TagOutcome, { kind: 'kept' }>;

type Task = TagTask & { readonly name: string; readonly from: string };

/**
 * Copies images from one repository to another. Nothing is written unless every image is complete at its source, or at its target, as in
 * a re-run after the candidate was deleted; no tag is set until all content and attached artifacts of all images have arrived;
 * everything is read back. Floating tags move forward only.
 * @throws UserError when an image is missing, a registry refuses, or a read-back differs.
 */
export async function pushImages(
  registry: RegistryClient,
  { images, moveTags = [], carries, report }: PushOptions,
): Promise<Record<string, Pushed>> {
  const tasks: Task[] = [];
  for (const [name, image] of Object.entries(images)) {
    const { repository, tags, forms } = image;
    const { from, tree } = await whole(registry, name, image);
    const task = { name, from, repository, tree, forms, moveTags };
    const known = tags ?? [await versionOf(registry, task)];
    tasks.push({ ...task, tags: known, report: line => report(`${name}: ${line}`) });
  }
  const there: { task: Task; copied: Copied; attached: AttachedManifest[] }[] = [];
  for (const task of tasks) there.push({ task, ...(await copy(registry, task, carries)) });
  const placed = await placeTags(registry, tasks);
  for (const [task, all] of placed) for (const each of all) task.report(lineFor(task, each));
  const pushed: Record<string, Pushed> = {};
  for (const { task, copied, attached } of there) {
    const before = placed.get(task) ?? [];
    const all = await confirmTags(registry, task, before);
    for (const each of all) if (!before.includes(each)) task.report(lineFor(task, each));
    const read = all.filter(({ kind }) => kind !== 'kept').length;
    task.report(`read back ${task.tree.manifests.length} manifests and ${read} tags`);
    pushed[task.name] = { from: task.from, copied, attached, ...result(task, all) };
  }
  return pushed;
}

async function copy(
  registry: RegistryClient,
  { tree, from, repository, report }: Task,
  carries: PushOptions['carries'],
): Promise<{ copied: Copied; attached: AttachedManifest[] }> {
  const copied = await copyContents(registry, tree, from, repository, carries);
  const { present, mounted, uploaded, bytes } = copied;
  const megabytes = (bytes / 1e6).toFixed(1);
  report(
    `${tree.root.digest} is in ${repository}; blobs: ${present} existed, ${mounted} mounted, ${uploaded} uploaded (${megabytes} MB)`,
  );
  const options = carries === undefined ? { report } : { report, carries };
  const attached = await copyAttached(registry, tree, from, repository, options);
  if (attached.length > 0) report(`copied ${counted(attached.length, 'attached artifact')} with it`);
  return { copied, attached };
}

function lineFor({ repository }: TagTask, placed: TagOutcome): string {
  const { tag } = placed;
  const place = `${repository}:${tag}`;
  if (placed.kind === 'stays') return `${place} is already set`;
  if (placed.kind === 'set')
    return `${place} is set${placed.before === undefined ? '' : `, was ${placed.before}`}`;
  return `${place} is not moved: ${sentenceOf(placed)}`;
}

/** Says why a tag was not moved and, where there is a remedy, what to do. */
export function sentenceOf({ tag, why, reason }: KeptTag): string {
  switch (why) {
    case 'newer':
    case 'pre-release':
      return reason;
    case 'foreign':
      return `${reason}; push it under the tag of its version`;
    case 'unversioned':
      return `${reason}; push it with its version among the tags, or leave ${tag} out`;
    case 'unclear':
      return `${reason}; build it again from the commit of that version, or leave ${tag} out`;
    case 'unknown':
      return `${reason}; check it, and if it may move, run this step once with \`move-tags: ${tag}\``;
  }
}

/** Finds an image at its source, otherwise at the target, where an index arrives after everything in it. */
async function whole(
  registry: RegistryClient,
  name: string,
  { from: source, repository, digest }: PushedImage,
): Promise<{ from: string; tree: Tree }> {
  for (const from of [source, repository]) {
    const tree = await registry.tree(from, digest);
    if (tree !== undefined) return { from, tree };
  }
  throw new UserError(
    `the image "${name}" with the digest ${digest} is not in ${source}`,
    'build it first, and pass its digest, from the output `images` of `build`, to `push`',
  );
}

/** @throws UserError when its labels have no version, or one that is not a valid tag. */
async function versionOf(
  registry: RegistryClient,
  { name, from, tree: { root } }: Pick<Task, 'name' | 'from' | 'tree'>,
): Promise<string> {
  const { version = '' } = await describe(registry, from, root);
  if (isTag(version)) return version;
  throw new UserError(
    `the image "${name}" is labeled with ${version === '' ? 'no version' : `a version that is not a valid tag, ${printable(version)}`}`,
    'name its tags in the input `tags`',
  );
}

function result(
  { repository, tree: { root, images } }: TagTask,
  placed: readonly TagOutcome[],
): Omit<Pushed, 'from' | 'copied' | 'attached'> {
  const { digest } = root;
  const tags = placed.filter(({ kind }) => kind !== 'kept').map(({ tag }) => tag);
  return {
    repository,
    digest,
    platforms: images.flatMap(({ platform }) => platform ?? []),
    references: tags.map(tag => formatReference({ repository, tag, digest })),
    tags,
    kept: placed.filter(each => each.kind === 'kept'),
  };
}
