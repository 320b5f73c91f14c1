import type { Digest } from '../image/reference.ts';
import { eachOf } from '../toolkit/parallel.ts';
import type { RegistryClient } from './client.ts';
import { IncompleteError, type RawManifest, type Tree } from './contents.ts';
import { copyContents, eventually } from './copy.ts';
import { legacyTag, type Suffix, suffixes } from './legacy.ts';
import { artifactTypeOf, digestOf } from './manifest.ts';
import type { Referrer } from './referrers.ts';
import { keepSignatures, signaturesIn } from './signatures.ts';

/**
 * Copies what is attached to an image from one repository to another, in both forms: referrers with a `subject`, listed by the
 * registry or under a tag, and what cosign stores under its own tags. The two registries need not support the same form.
 */

export interface AttachedOptions {
  report(line: string): void;
  /** Whether manifests of this `artifactType` are copied; default: all. */
  carries?(type: string): boolean;
}

export interface AttachedManifest {
  readonly subject: Digest;
  readonly digest: Digest;
  /** The `artifactType` (empty when the list does not name it), or the suffix of cosign's tag. */
  readonly type: string;
}

/** Levels of referrers that are followed, such as the signature of an SBOM of an image. */
const deepest = 3;
const atOnce = 4;

/**
 * Copies what is attached to an image, to each manifest in it, and to the attached artifacts. An artifact that is incomplete in
 * its repository is skipped and reported, because the image must still be releasable. Existing referrers at `to` are kept.
 * @returns the copied artifacts.
 * @throws UserError when a registry refuses, cannot be reached, or does not keep an artifact.
 */
export async function copyAttached(
  registry: RegistryClient,
  tree: Tree,
  from: string,
  to: string,
  options: AttachedOptions,
): Promise<AttachedManifest[]> {
  const attached: AttachedManifest[] = [];
  if (from === to) return attached;
  const known = new Set<Digest>(tree.manifests.map(({ digest }) => digest));
  let subjects = [...known];
  for (let depth = 1; depth <= deepest && subjects.length > 0; depth += 1) {
    const found: AttachedManifest[] = [];
    await eachOf(subjects, atOnce, async subject => {
      const task = { registry, subject, from, to, ...options };
      const referrers = await copyReferrers(task);
      const legacy = await Promise.all(suffixes.map(suffix => copySuffix(task, suffix)));
      found.push(...referrers, ...legacy.filter(each => each !== undefined));
    });
    attached.push(...found);
    subjects = found.map(({ digest }) => digest).filter(digest => !known.has(digest));
    for (const digest of subjects) known.add(digest);
  }
  return attached;
}

interface Task extends AttachedOptions {
  readonly registry: RegistryClient;
  readonly subject: Digest;
  readonly from: string;
  readonly to: string;
}

async function copyReferrers(task: Task): Promise<AttachedManifest[]> {
  const { registry, subject, from, to, carries = () => true } = task;
  const copied: Referrer[] = [];
  let claimed = true;
  for (const referrer of await registry.referrers(from, subject)) {
    let { artifactType } = referrer;
    const copy = await whole(task, artifactType || 'an artifact', async () => {
      const tree = await registry.tree(from, referrer.digest);
      if (tree === undefined) throw new IncompleteError(`${from} lists it but does not have it`, '');
      // The type in the manifest counts: the list under a tag may claim any type.
      artifactType = artifactTypeOf(tree.root.body) ?? artifactType;
      if (!carries(artifactType)) return undefined;
      return copyContents(registry, tree, from, to, carries);
    });
    if (copy === undefined) continue;
    copied.push({ ...referrer, artifactType });
    claimed &&= copy.listed;
  }
  if (copied.length === 0) return [];
  const lists = async () => {
    const there = new Set((await registry.referrers(to, subject)).map(({ digest }) => digest));
    return copied.every(({ digest }) => there.has(digest));
  };
  // A registry that says it keeps the list may show a new entry a moment later.
  if (claimed) await eventually(registry, true, lists);
  await registry.list(to, subject, copied);
  return copied.map(({ digest, artifactType }) => ({ subject, digest, type: artifactType }));
}

async function copySuffix(task: Task, suffix: Suffix): Promise<AttachedManifest | undefined> {
  const { registry, subject, from, to, carries } = task;
  const tag = legacyTag(subject, suffix);
  const there = tag === undefined ? undefined : await registry.manifest(from, tag);
  if (tag === undefined || there === undefined) return undefined;
  const tree = await whole(task, `.${suffix}`, async () => {
    const tree = await registry.tree(from, there.digest);
    if (tree !== undefined) await copyContents(registry, tree, from, to, carries);
    return tree;
  });
  if (tree === undefined) return undefined;
  await keepLegacy(task, tag, suffix, tree);
  return { subject, digest: tree.root.digest, type: `.${suffix}` };
}

/** Tags the copy, and keeps the signatures that another writer has stored under that tag. */
async function keepLegacy({ registry, from, to, report }: Task, tag: string, suffix: Suffix, tree: Tree) {
  const ours = suffix === 'sbom' ? undefined : await signaturesIn(registry, from, tree.root);
  const kept =
    ours === undefined
      ? await keepAlone(registry, to, tag, tree.root)
      : await keepSignatures(registry, to, tag, ours);
  if (!kept) report(`${to}:${tag} has different content, and is not changed`);
}

/** Sets a tag that cannot be merged. @returns false when the tag points to something else, which is not changed. */
async function keepAlone(registry: RegistryClient, to: string, tag: string, ours: RawManifest) {
  let kept = true;
  await registry.changeTag(to, tag, answer => {
    kept = answer === undefined || digestOf(answer.body) === ours.digest;
    return answer === undefined ? ours : undefined;
  });
  return kept;
}

/** Reports an artifact that is incomplete in its repository, and returns undefined. */
async function whole<Result>(
  { subject, report }: Task,
  name: string,
  copy: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await copy();
  } catch (error) {
    if (!(error instanceof IncompleteError)) throw error;
    report(`${name} attached to ${subject} is not copied: ${error.message}`);
    return undefined;
  }
}
