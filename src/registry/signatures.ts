import type { RegistryClient } from './client.ts';
import { contentsOf, NotWholeError, type RawManifest } from './contents.ts';
import { type Signatures, unitedSignatures } from './legacy.ts';
import { digestOf } from './manifest.ts';

/**
 * Puts signatures, whose blobs are there, under the tag of their image, together with what somebody else has put there, before or
 * meanwhile.
 * @returns false when something else stands there, which is left as it is.
 */
export async function keepSignatures(
  registry: RegistryClient,
  repository: string,
  tag: string,
  ours: Signatures,
): Promise<boolean> {
  // All that was seen there, too: who has just been overwritten may not look any more.
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

/** Undefined for what is no image, or has no configuration. */
export async function signaturesIn(
  registry: RegistryClient,
  repository: string,
  manifest: RawManifest,
): Promise<Signatures | undefined> {
  try {
    const contents = contentsOf(manifest, repository);
    if (contents.kind !== 'image') return undefined;
    const config = await registry.blob(repository, contents.config.digest);
    return config && { manifest, config };
  } catch (error) {
    if (error instanceof NotWholeError) return undefined;
    throw error;
  }
}
