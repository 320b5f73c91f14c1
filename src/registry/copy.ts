import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { eachOf } from '../toolkit/parallel.ts';
import { printable } from '../toolkit/printable.ts';
import type { RegistryClient } from './client.ts';
import type { Descriptor, Tree } from './contents.ts';
import { pause } from './transport.ts';

/** Copies an image or index, byte for byte and by digest, from one repository to another. */

export interface Copied {
  /** Blobs that were there, that the registry shared between the two repositories, and that went through us. */
  readonly present: number;
  readonly mounted: number;
  readonly uploaded: number;
  /** Bytes that went through us. */
  readonly bytes: number;
  /** Whether the registry says that it lists it at what it refers to (`OCI-Subject`). */
  readonly listed: boolean;
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
  const copied = { present: 0, mounted: 0, uploaded: 0, bytes: 0, listed: false };
  if (from === to) return copied;
  await eachOf(tree.blobs, atOnce, async (blob: Descriptor) => {
    const arrival = await registry.placeBlob(to, blob, from);
    copied[arrival] += 1;
    if (arrival === 'uploaded') copied.bytes += blob.size;
  });
  // The root is the last of them.
  for (const manifest of tree.manifests) {
    const headers = await registry.putManifest(to, manifest);
    copied.listed = headers.has('oci-subject');
  }
  return copied;
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
  const read = async (at: Digest | string) => (await registry.manifest(repository, at))?.digest;
  for (const { digest } of tree.manifests) {
    const found = await eventually(registry, digest, () => read(digest));
    if (found === undefined)
      throw new UserError(`${repository} does not give back ${digest}, which it took`, 'run the step again');
  }
  for (const tag of tags) {
    const found = await eventually(registry, tree.root.digest, () => read(tag));
    if (found === tree.root.digest) continue;
    throw new UserError(
      `${repository}:${printable(tag)} reads as ${found ?? 'nothing'} instead of ${tree.root.digest}`,
      'look for another run that moves this tag, then run the step again',
    );
  }
}

/**
 * Reads until what is expected is there: some registries show a write a moment later.
 * @returns what was read last.
 */
export async function eventually<Value>(
  registry: RegistryClient,
  expected: Value,
  read: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  for (const wait of [500, 2000]) {
    if ((await read()) === expected) return expected;
    await pause(wait, registry.options);
  }
  return read();
}
