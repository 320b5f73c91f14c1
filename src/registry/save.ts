import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RegistryClient } from './client.ts';
import type { Descriptor } from './contents.ts';
import { restarting } from './verified.ts';

/**
 * Writes a blob to a file, checked by size and digest; a download that breaks or was altered starts again. After an error the
 * file is incomplete.
 * @throws UserError when the registry does not have it, refuses, cannot be reached, or keeps sending other content.
 */
export function saveBlob(
  registry: RegistryClient,
  repository: string,
  blob: Descriptor,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  return restarting(repository, registry.options, () =>
    pipeline(
      Readable.from(registry.openBlob(repository, blob)),
      createWriteStream(path),
      ...(signal === undefined ? [] : [{ signal }]),
    ),
  );
}
