import type { TagForms } from '../image/forms.ts';
import { candidateOf, type Digest, formatReference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { RegistryClient } from './client.ts';
import type { Tree } from './contents.ts';
import { copyContents, copyReferrers } from './copy.ts';
import { confirmTags, type Placed, placeTags, type TagTask } from './move.ts';

export interface PushedImage {
  /** The release repository, and the digest that its candidate repository holds. */
  readonly repository: string;
  readonly digest: Digest;
  readonly tags: readonly string[];
  /** By what its tags are known as floating ones. */
  readonly forms: TagForms;
}

export interface PushOptions {
  readonly images: Readonly<Record<string, PushedImage>>;
  /** Floating tags that may be moved although nobody can tell what they hold. */
  readonly adopt?: readonly string[];
  report(line: string): void;
}

export interface Pushed {
  readonly repository: string;
  readonly digest: Digest;
  readonly platforms: readonly string[];
  /** `repository:tag@digest`, one for each tag that stands for it now. */
  readonly references: readonly string[];
  readonly tags: readonly string[];
  /** The tags that were left where they are. */
  readonly kept: readonly Kept[];
}

export type Kept = Extract<Placed, { kind: 'kept' }>;

/**
 * Copies images from their candidate repositories to their release repositories. Nothing is written unless every candidate is
 * there and whole; no tag is moved unless the content of every image has arrived; nothing is believed that does not read back.
 * Floating tags move forward only. What is attached to a candidate goes along.
 * @throws UserError in one sentence.
 */
export async function pushImages(
  registry: RegistryClient,
  { images, adopt = [], report }: PushOptions,
): Promise<Record<string, Pushed>> {
  const found: (TagTask & { name: string })[] = [];
  for (const [name, { repository, digest, tags, forms }] of Object.entries(images)) {
    const tree = await candidate(registry, name, repository, digest);
    found.push({ name, repository, tree, tags, forms, adopt, report: line => report(`${name}: ${line}`) });
  }

  for (const { name, repository, tree } of found) {
    const { present, mounted, uploaded, bytes } = await copyContents(
      registry,
      tree,
      candidateOf(repository),
      repository,
    );
    const megabytes = (bytes / 1e6).toFixed(1);
    report(
      `${name}: ${tree.root.digest} is in ${repository}; blobs: ${present} were there, ${mounted} shared, ${uploaded} copied (${megabytes} MB)`,
    );
    const attached = await copyReferrers(
      registry,
      tree.root.digest,
      candidateOf(repository),
      repository,
      line => report(`${name}: ${line}`),
    );
    if (attached > 0) report(`${name}: ${attached} things that are attached to it went along`);
  }
  const placed = new Map<string, readonly Placed[]>();
  for (const task of found) {
    const all = await placeTags(registry, task);
    for (const each of all) task.report(lineFor(task, each));
    placed.set(task.name, all);
  }
  const pushed: Record<string, Pushed> = {};
  for (const task of found) {
    const before = placed.get(task.name) ?? [];
    const all = await confirmTags(registry, task, before);
    for (const each of all) if (!before.includes(each)) task.report(lineFor(task, each));
    pushed[task.name] = result(task, all);
    const read = all.filter(({ kind }) => kind !== 'kept').length;
    task.report(`read back ${task.tree.manifests.length} manifests and ${read} tags`);
  }
  return pushed;
}

function lineFor({ repository }: TagTask, placed: Placed): string {
  const { tag } = placed;
  const place = `${repository}:${tag}`;
  if (placed.kind === 'stays') return `${place} stays`;
  if (placed.kind === 'set')
    return `${place} is set${placed.before === undefined ? '' : `, before ${placed.before}`}`;
  return `${place} is left where it is: ${sentenceOf(placed)}`;
}

/** Why a tag was left where it is, and what to do where something can be done. */
export function sentenceOf({ tag, why, reason }: Kept): string {
  switch (why) {
    case 'newer':
    case 'pre-release':
      return reason;
    case 'foreign':
      return `${reason}; push it under a tag of its own version`;
    case 'unversioned':
      return `${reason}; push it with its version among the tags, or leave ${tag} out`;
    case 'unclear':
      return `${reason}; build it again from the commit of that version, or leave ${tag} out`;
    case 'unknown':
      return `${reason}; look at it, and run this step once with \`adopt: ${tag}\` when it may move`;
  }
}

async function candidate(
  registry: RegistryClient,
  name: string,
  repository: string,
  digest: Digest,
): Promise<Tree> {
  const tree = await registry.tree(candidateOf(repository), digest);
  if (tree !== undefined) return tree;
  throw new UserError(
    `the image "${name}" with the digest ${digest} is not in ${candidateOf(repository)}`,
    'build it there first, and give `push` the `images` output of that `build`',
  );
}

function result({ repository, tree: { root, images } }: TagTask, placed: readonly Placed[]): Pushed {
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
