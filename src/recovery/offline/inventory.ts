import { z } from 'zod';
import { UserError } from '../../toolkit/errors.ts';
import { isSha256 } from '../checksum.ts';

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
