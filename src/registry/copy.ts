import { type Digest, parseReference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import type { RegistryClient } from './client.ts';
import type { Descriptor, Tree } from './contents.ts';
import { eachOf } from './parallel.ts';
import type { Referrer } from './referrers.ts';
import { pause } from './transport.ts';

/** Copies an image or index, byte for byte and by digest, from one repository to another. */

export interface Copied {
  /** Blobs that were there, that the registry shared between the two repositories, and that went through us. */
  readonly present: number;
  readonly mounted: number;
  readonly uploaded: number;
  /** Bytes that went through us. */
  readonly bytes: number;
}

const atOnce = 4;

/**
 * Copies all that an image consists of, without any tag: blobs, then manifests, an index after what is in it.
 * @throws UserError when a registry refuses, cannot be reached, or alters content.
 */
export async function copyContents(
  registry: RegistryClient,
  tree: Tree,
  from: string,
  to: string,
): Promise<Copied> {
  const copied = { present: 0, mounted: 0, uploaded: 0, bytes: 0 };
  if (from === to) return copied;
  const sameRegistry = parseReference(from).registry === parseReference(to).registry;
  await eachOf(tree.blobs, atOnce, async (blob: Descriptor) => {
    if (await registry.hasBlob(to, blob.digest)) copied.present += 1;
    else if (sameRegistry && (await registry.mountBlob(to, blob.digest, from))) copied.mounted += 1;
    else {
      await registry.uploadBlob(to, blob, () => registry.openBlob(from, blob));
      copied.uploaded += 1;
      copied.bytes += blob.size;
    }
  });
  for (const manifest of tree.manifests) await registry.putManifest(to, manifest);
  return copied;
}

/** What refers to something that refers to an image, and so on: a signature of an SBOM, at most. */
const deepest = 3;

/**
 * Copies what is attached to an image, such as signatures and proofs, and what is attached to that. What is no image
 * itself, or has lost a part, is left out and said: it is not worth an image that cannot be released.
 * @returns how many went along.
 * @throws UserError when a registry refuses or cannot be reached.
 */
export async function copyReferrers(
  registry: RegistryClient,
  digest: Digest,
  from: string,
  to: string,
  report: (line: string) => void,
  depth = 1,
): Promise<number> {
  if (from === to || depth > deepest) return 0;
  const copied: Referrer[] = [];
  let deeper = 0;
  for (const referrer of await registry.referrers(from, digest)) {
    const tree = await registry.tree(from, referrer.digest).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      report(`${referrer.artifactType || 'something'} attached to ${digest} stays behind: ${error.message}`);
      return undefined;
    });
    if (tree === undefined) continue;
    await copyContents(registry, tree, from, to);
    copied.push(referrer);
    deeper += await copyReferrers(registry, referrer.digest, from, to, report, depth + 1);
  }
  if (copied.length > 0) await registry.list(to, digest, copied);
  return copied.length + deeper;
}

/**
 * Lets a tag stand for an image that is there. A tag that does already is left alone, so that a run can be repeated where
 * tags are immutable.
 * @returns what the tag stood for before; undefined when it was not there.
 */
export async function moveTag(
  registry: RegistryClient,
  tree: Tree,
  repository: string,
  tag: string,
): Promise<Digest | undefined> {
  const before = (await registry.manifest(repository, tag))?.digest;
  if (before !== tree.root.digest) await registry.putManifest(repository, tree.root, tag);
  return before;
}

/**
 * Reads every tag and every manifest back, and compares digests.
 * @throws UserError naming what does not read as it was written.
 */
export async function readBack(
  registry: RegistryClient,
  tree: Tree,
  repository: string,
  tags: readonly string[],
): Promise<void> {
  for (const { digest } of tree.manifests) {
    const found = await eventually(registry, digest, () => registry.manifest(repository, digest));
    if (found === undefined)
      throw new UserError(`${repository} does not give back ${digest}, which it took`, 'run the step again');
  }
  for (const tag of tags) {
    const found = await eventually(registry, tree.root.digest, () => registry.manifest(repository, tag));
    if (found === tree.root.digest) continue;
    throw new UserError(
      `${repository}:${printable(tag)} reads as ${found ?? 'nothing'} instead of ${tree.root.digest}`,
      'look for another run that moves this tag, then run the step again',
    );
  }
}

/** Some registries show a write a moment later. */
async function eventually(
  registry: RegistryClient,
  expected: Digest,
  read: () => Promise<{ readonly digest: Digest } | undefined>,
): Promise<Digest | undefined> {
  for (const wait of [500, 2000]) {
    const found = await read();
    if (found?.digest === expected) return expected;
    await pause(wait, registry.options);
  }
  return (await read())?.digest;
}
