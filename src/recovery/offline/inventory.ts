import { z } from 'zod';
import { UserError } from '../../toolkit/errors.ts';
import { isSha256, type Sha256, sha256Of } from '../checksum.ts';

/**
 * The inventory of an offline archive. An archive and the offline key are enough for a recovery without the old registry, the old store,
 * GitHub or a name server.
 */

const text = z.string().min(1);

const fileSchema = z.object({
  /** Relative to the folder, with `/` between its parts. */
  path: text.refine(path => path.split('/').every(part => part !== '' && part !== '.' && part !== '..'), {
    error: 'must not lead out of the archive',
  }),
  bytes: z.int().min(0),
  sha256: z.string().refine(isSha256, { error: 'is not a SHA-256' }),
});

const archiveSchema = z.object({
  schema: z.literal(1),
  /** ms since 1970. */
  at: z.int().min(0),
  app: text,
  environment: text,
  /** The newest set in it. */
  set: text,
  /** Name in slipway.yml of the repository whose whole bucket was copied. */
  repository: text,
  /** Path of slipway.yml, relative to the folder. */
  config: text,
  images: z.array(text),
  /** Name → version. */
  programs: z.record(text, text),
  files: z.array(fileSchema),
});

export type ArchiveIndex = z.infer<typeof archiveSchema>;
export type ArchivedFile = ArchiveIndex['files'][number];

/** Paths in an archive. */
export const places = {
  index: 'archive.json',
  /** The copy of the bucket. */
  bucket: 'bucket',
  images: 'images',
  programs: 'programs',
  bundle: 'slipway',
  checkout: 'checkout',
  instructions: 'RECOVER.md',
  sums: 'SHA256SUMS',
  /** Signature of the sums, by the signer of the backups. */
  signature: 'SHA256SUMS.sigstore.json',
} as const;

/** Parses an inventory. @throws UserError when it is invalid. */
export function parseArchive(content: string): ArchiveIndex {
  try {
    return archiveSchema.parse(JSON.parse(content));
  } catch (cause) {
    throw new UserError(
      `${places.index} of the archive cannot be read`,
      'use another copy of the archive: this one is damaged, or not made by slipway',
      { cause },
    );
  }
}

/** Formats an inventory for people, sorted by path. Pure. */
export function formatArchive(index: ArchiveIndex): string {
  const files = index.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ ...index, files }, undefined, 1)}\n`;
}

/** The list of objects in the copy of the bucket, with the SHA-256 of each; and the list of images, with their old repositories. */
export const bucketList = `${places.bucket}/index.json`;
export const imageList = `${places.images}/index.json`;

/**
 * Returns the checksums of an archive for `sha256sum --check`: of the inventory and of each file in it. One of these files lists the
 * objects of the bucket with their hashes, and the inventory lists the images by digest, so the hash of this text covers everything. Pure.
 * @param content the stored text of the inventory.
 */
export function sumsOf(content: string, index: Pick<ArchiveIndex, 'files'>): string {
  const files = [...index.files, { path: places.index, sha256: sha256Of(content) }];
  return files
    .map(({ path, sha256 }) => lineOf(path, sha256))
    .sort()
    .join('');
}

/** Escapes line breaks and backslashes in names as sha256sum does. */
function lineOf(path: string, sha256: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
}

/** Returns the checksum that identifies an archive, which is kept with the offline key. Pure. */
export const checksumOf = (sums: string): Sha256 => sha256Of(sums);

/** Returns the document that is signed. It names the environment, so that the signature is not valid for another one. Pure. */
export const documentOfSums = (
  { app, environment }: Pick<ArchiveIndex, 'app' | 'environment'>,
  sums: string,
) => ({
  name: `${places.sums} of the archive`,
  content: new TextEncoder().encode(sums),
  type: 'https://slipway.dev/offline-archive/v1',
  about: { app, environment },
});
