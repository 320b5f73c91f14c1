import type { RegistryClient } from './client.ts';
import { contentsOf, IncompleteError, type RawManifest } from './contents.ts';
import { type LegacySignatures, unitedSignatures } from './legacy.ts';
import { digestOf } from './manifest.ts';

/**
 * Sets the tag of signatures whose blobs have been pushed, merged with those that others have stored there, before or
 * meanwhile.
 * @returns false when the tag points to something else, which is not changed.
 */
export async function keepSignatures(
  registry: RegistryClient,
  repository: string,
  tag: string,
  ours: LegacySignatures,
): Promise<boolean> {
  // Includes all signatures seen there: the client whose write was lost may no longer check.
  let all = ours;
  let kept = true;
  await registry.changeTag(repository, tag, async answer => {
    if (answer !== undefined) {
      const there = { digest: digestOf(answer.body), mediaType: ours.manifest.mediaType, body: answer.body };
      if (there.digest === all.manifest.digest) return undefined;
      const theirs = await signaturesIn(registry, repository, there);
      const united = theirs && unitedSignatures(theirs, all);
      kept = united !== undefined;
      if (united === undefined) return undefined;
      all = united;
      if (united.manifest.digest === there.digest) return undefined;
    }
    if (all !== ours) await registry.putBytes(repository, all.config);
    return all.manifest;
  });
  return kept;
}

/** Reads an image of signatures; undefined for anything else, and without its configuration. */
export async function signaturesIn(
  registry: RegistryClient,
  repository: string,
  manifest: RawManifest,
): Promise<LegacySignatures | undefined> {
  try {
    const contents = contentsOf(manifest, repository);
    if (contents.kind !== 'image') return undefined;
    const config = await registry.blob(repository, contents.config.digest);
    return config && { manifest, config };
  } catch (error) {
    if (error instanceof IncompleteError) return undefined;
    throw error;
  }
}
