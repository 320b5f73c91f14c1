import { z } from 'zod';
import { UserError } from '../../toolkit/errors.ts';
import { isSha256, type Sha256, sha256Of } from '../checksum.ts';

/**
 * What an offline archive holds: everything that a recovery needs when nothing else is left. Whoever has the folder and the offline key
 * needs no registry, no store, no source of code and no name server.
 */

const text = z.string().min(1);

const fileSchema = z.object({
  /** Below the folder, with `/` between its parts. */
  path: text.refine(path => path.split('/').every(part => part !== '' && part !== '.' && part !== '..'), {
    error: 'leads out of the archive',
  }),
  bytes: z.int().min(0),
  sha256: z.string().refine(isSha256, { error: 'is no SHA-256' }),
});

export const archiveSchema = z.object({
  schema: z.literal(1),
  /** ms since 1970. */
  at: z.int().min(0),
  app: text,
  environment: text,
  /** The newest set in it. */
  set: text,
  /** Of slipway.yml: whose bucket was copied, whole. */
  repository: text,
  /** Path of slipway.yml, below the folder. */
  config: text,
  images: z.array(text),
  /** Name → version. */
  programs: z.record(text, text),
  files: z.array(fileSchema),
});

export type ArchiveIndex = z.infer<typeof archiveSchema>;
export type ArchivedFile = ArchiveIndex['files'][number];

/** Where things are, below the folder. */
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
  /** Of the sums, by the signer of the backups. */
  signature: 'SHA256SUMS.sigstore.json',
} as const;

/** @throws UserError for what is none. */
export function parseArchive(content: string): ArchiveIndex {
  try {
    return archiveSchema.parse(JSON.parse(content));
  } catch (cause) {
    throw new UserError(
      `${places.index} of the archive cannot be read`,
      'take another copy of the archive; this one is damaged, or none that slipway made',
      { cause },
    );
  }
}

/** For people: in the order of their names, one to a line where it can be. Pure. */
export function formatArchive(index: ArchiveIndex): string {
  const files = index.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ ...index, files }, undefined, 1)}\n`;
}

/** The list of objects in the copy of the bucket, with the SHA-256 of each; and that of images, with where they were. */
export const bucketList = `${places.bucket}/index.json`;
export const imageList = `${places.images}/index.json`;

/**
 * Everything that an archive holds, as `sha256sum --check` reads it: the inventory and each file that it names. Objects of the bucket are
 * named with their hashes in one of them, images by their digests in the inventory. So the hash of this text stands for the whole.
 * @param content the inventory as it is stored, and what it says. Pure.
 */
export function sumsOf({
  content,
  index,
}: {
  readonly content: string;
  readonly index: ArchiveIndex;
}): string {
  const files = [...index.files, { path: places.index, sha256: sha256Of(content) }];
  return files
    .map(({ path, sha256 }) => lineOf(path, sha256))
    .sort()
    .join('');
}

/** As sha256sum writes names with a line break or a backslash. */
function lineOf(path: string, sha256: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
}

/** By which an archive is known from outside of it: kept beside the offline key. Pure. */
export const checksumOf = (sums: string): Sha256 => sha256Of(sums);

/** The sums, as they are signed: those of another environment do not count. Pure. */
export const documentOfSums = (
  { app, environment }: Pick<ArchiveIndex, 'app' | 'environment'>,
  sums: string,
) => ({
  name: `${places.sums} of the archive`,
  content: new TextEncoder().encode(sums),
  type: 'https://slipway.dev/offline-archive/v1',
  about: { app, environment },
});
