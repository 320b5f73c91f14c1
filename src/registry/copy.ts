import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { eachOf } from '../toolkit/parallel.ts';
import { printable } from '../toolkit/printable.ts';
import { retry } from '../toolkit/retry.ts';
import type { RegistryClient } from './client.ts';
import { type Descriptor, IncompleteError, type Tree } from './contents.ts';
import { artifactTypeOf } from './manifest.ts';

/** Copies an image or index, byte for byte and by digest, from one repository to another. */

export interface Copied {
  /** Blobs that existed at the target, that the registry mounted from the source, and that were uploaded. */
  readonly present: number;
  readonly mounted: number;
  readonly uploaded: number;
  /** Bytes of the uploaded blobs. */
  readonly bytes: number;
  /** Whether the registry lists the manifest as a referrer of its subject (`OCI-Subject`). */
  readonly listed: boolean;
}

const atOnce = 4;

/**
 * Copies the content of an image without tags: blobs, then manifests, an index after the manifests in it.
 * @param carries whether manifests of an artifact type are copied; one that is not leaves out the whole image.
 * @throws UserError when a registry refuses, cannot be reached, or alters content; IncompleteError for one that is left out.
 */
export async function copyContents(
  registry: RegistryClient,
  tree: Tree,
  from: string,
  to: string,
  carries: (type: string) => boolean = () => true,
): Promise<Copied> {
  const copied = { present: 0, mounted: 0, uploaded: 0, bytes: 0, listed: false };
  if (from === to) return copied;
  // A registry lists any manifest with a subject as its referrer, at any depth and under any tag.
  const refused = tree.manifests.map(({ body }) => artifactTypeOf(body) ?? '').find(type => !carries(type));
  if (refused !== undefined)
    throw new IncompleteError(
      `${from}@${tree.root.digest} contains ${refused}, which is not copied from there`,
      'find out who pushed it, and build the image again',
    );
  await eachOf(tree.blobs, atOnce, async (blob: Descriptor) => {
    const arrival = await registry.placeBlob(to, blob, from);
    copied[arrival] += 1;
    if (arrival === 'uploaded') copied.bytes += blob.size;
  });
  // The root is the last manifest, so its answer decides.
  for (const manifest of tree.manifests) {
    const headers = await registry.putManifest(to, manifest);
    copied.listed = headers.has('oci-subject');
  }
  return copied;
}

/**
 * Reads every tag and every manifest back, and compares digests.
 * @throws UserError with the first tag or digest that does not match.
 */
export async function readBack(
  registry: RegistryClient,
  tree: Tree,
  repository: string,
  tags: readonly string[],
): Promise<void> {
  const read = async (at: Digest | string) => (await registry.manifest(repository, at))?.digest;
  for (const { digest } of tree.manifests) {
    const found = await eventually(registry, digest, () => read(digest));
    if (found === undefined)
      throw new UserError(`${repository} accepted ${digest}, but does not return it`, 'run the step again');
  }
  for (const tag of tags) {
    const found = await eventually(registry, tree.root.digest, () => read(tag));
    if (found === tree.root.digest) continue;
    throw new UserError(
      `${repository}:${printable(tag)} points to ${found ?? 'nothing'} instead of ${tree.root.digest}`,
      'check whether another run moves this tag, then run the step again',
    );
  }
}

/**
 * Reads until the expected value is there: some registries show a write a moment later.
 * @returns the value that was read last.
 */
export function eventually<Value>(
  registry: RegistryClient,
  expected: Value,
  read: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  const delay = (count: number) => (count === 1 ? 500 : 2000);
  return retry({ attempts: 3, unfinished: value => value !== expected, delay, ...registry.options }, read);
}
