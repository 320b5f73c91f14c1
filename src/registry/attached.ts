import type { Digest } from '../image/reference.ts';
import { eachOf } from '../toolkit/parallel.ts';
import type { RegistryClient } from './client.ts';
import { NotWholeError, type RawManifest, type Tree } from './contents.ts';
import { copyContents, eventually } from './copy.ts';
import { legacyTag, type Suffix, suffixes } from './legacy.ts';
import { artifactTypeOf, digestOf } from './manifest.ts';
import type { Referrer } from './referrers.ts';
import { keepSignatures, signaturesIn } from './signatures.ts';

/**
 * Copies what is attached to an image from one repository to another, in both forms that there are: what refers to it by a
 * `subject`, whether the registry lists that itself or a tag does, and what cosign puts under tags of its own. Each registry gets
 * what it can list, whatever the other one can.
 */

export interface AttachedOptions {
  report(line: string): void;
  /** Whether something of this type goes along, an `artifactType`; default: everything. */
  carries?(type: string): boolean;
}

export interface Attached {
  readonly subject: Digest;
  readonly digest: Digest;
  /** The `artifactType` (empty when the list does not say), or the suffix of cosign's tag. */
  readonly type: string;
}

/** What refers to something that refers to an image, and so on: a signature of an SBOM, at most. */
const deepest = 3;
const atOnce = 4;

/**
 * Copies what is attached to an image, to each manifest in it, and to what is attached. What its repository lists and does not
 * hold whole is left out and said: it is not worth an image that cannot be released. Nothing that is attached at `to` is lost.
 * @returns what went along.
 * @throws UserError when a registry refuses, cannot be reached, or does not keep it.
 */
export async function copyAttached(
  registry: RegistryClient,
  tree: Tree,
  from: string,
  to: string,
  options: AttachedOptions,
): Promise<Attached[]> {
  const attached: Attached[] = [];
  if (from === to) return attached;
  const known = new Set<Digest>(tree.manifests.map(({ digest }) => digest));
  let subjects = [...known];
  for (let depth = 1; depth <= deepest && subjects.length > 0; depth += 1) {
    const found: Attached[] = [];
    await eachOf(subjects, atOnce, async subject => {
      const task = { registry, subject, from, to, ...options };
      found.push(...(await copyReferrers(task)), ...(await copyLegacy(task)));
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

async function copyReferrers(task: Task): Promise<Attached[]> {
  const { registry, subject, from, to, carries = () => true } = task;
  const copied: Referrer[] = [];
  let claimed = true;
  for (const referrer of await registry.referrers(from, subject)) {
    let { artifactType } = referrer;
    const copy = await whole(task, artifactType || 'something', async () => {
      const tree = await registry.tree(from, referrer.digest);
      if (tree === undefined) throw new NotWholeError(`${from} lists it and does not hold it`, '');
      // Its own word counts: a list under a tag may say anything.
      artifactType = artifactTypeOf(tree.root.body) ?? artifactType;
      if (!carries(artifactType)) return undefined;
      return copyContents(registry, tree, from, to);
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
  // A registry that says it keeps the list may show it a moment later.
  if (claimed) await eventually(registry, true, lists);
  await registry.list(to, subject, copied);
  return copied.map(({ digest, artifactType }) => ({ subject, digest, type: artifactType }));
}

async function copyLegacy(task: Task): Promise<Attached[]> {
  const found = await Promise.all(suffixes.map(suffix => copySuffix(task, suffix)));
  return found.filter(each => each !== undefined);
}

async function copySuffix(task: Task, suffix: Suffix): Promise<Attached | undefined> {
  const { registry, subject, from, to } = task;
  const tag = legacyTag(subject, suffix);
  const there = tag === undefined ? undefined : await registry.manifest(from, tag);
  if (tag === undefined || there === undefined) return undefined;
  const tree = await whole(task, `.${suffix}`, async () => {
    const tree = await registry.tree(from, there.digest);
    if (tree !== undefined) await copyContents(registry, tree, from, to);
    return tree;
  });
  if (tree === undefined) return undefined;
  await keepLegacy(task, tag, suffix, tree);
  return { subject, digest: tree.root.digest, type: `.${suffix}` };
}

/** Puts it under its tag, together with what somebody else has put there. */
async function keepLegacy({ registry, from, to, report }: Task, tag: string, suffix: Suffix, tree: Tree) {
  const ours = suffix === 'sbom' ? undefined : await signaturesIn(registry, from, tree.root);
  const kept =
    ours === undefined
      ? await keepAlone(registry, to, tag, tree.root)
      : await keepSignatures(registry, to, tag, ours);
  if (!kept) report(`${to}:${tag} holds another one, and is left as it is`);
}

/** What goes together with nothing else. @returns false when something else stands there, which is left as it is. */
async function keepAlone(registry: RegistryClient, to: string, tag: string, ours: RawManifest) {
  let kept = true;
  await registry.changeTag(to, tag, answer => {
    kept = answer === undefined || digestOf(answer.body) === ours.digest;
    return answer === undefined ? ours : undefined;
  });
  return kept;
}

/** Undefined, and said, for what its repository does not hold whole. */
async function whole<Result>(
  { subject, report }: Task,
  name: string,
  copy: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await copy();
  } catch (error) {
    if (!(error instanceof NotWholeError)) throw error;
    report(`${name} attached to ${subject} stays behind: ${error.message}`);
    return undefined;
  }
}
