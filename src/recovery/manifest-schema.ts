import { z } from 'zod';
import { UserError } from '../toolkit/errors.ts';
import { jsonIn } from '../toolkit/map.ts';
import { looksSecret } from '../toolkit/secrecy.ts';
import { isSha256 } from './checksum.ts';

/**
 * The manifest of a backup: what existed when it was made, so that a restored copy is judged by that and not by the report of a tool. A
 * later version may add keys; existing keys keep their meaning as long as `schema` is 1.
 */

const text = z.string().min(1);
const count = z.int().min(0);

const sha256Schema = z.string().refine(isSha256, { error: 'is not a SHA-256 in 64 hexadecimal digits' });

/** By which compression and deduplication are measured; older versions did not record them. */
const sizeFields = {
  original: count.exactOptional().meta({ description: 'Bytes that the backup read.' }),
  stored: count.exactOptional().meta({ description: 'Bytes that it added to the repository.' }),
};

const tableSchema = z.object({
  schema: text,
  name: text,
  rows: count.meta({ description: 'Number of rows; in the sample, when the table is sampled.' }),
  key: z.object({ min: z.string(), max: z.string() }).exactOptional().meta({
    description: 'The smallest and the largest key as text; absent for an empty table and one without a key.',
  }),
  hash: z
    .string()
    .regex(/^-?\d+$/)
    .exactOptional()
    .meta({
      description:
        'Of all rows in any order: coalesce(sum(hashtextextended(t::text, 0)), 0), with DateStyle, TimeZone, extra_float_digits and bytea_output pinned.',
    }),
  sampled: z.number().gt(0).max(100).exactOptional().meta({
    description: 'Percentage of its blocks that `rows` and `hash` cover; absent when they cover all.',
  }),
});

const databaseSchema = z.object({
  name: text,
  server: text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
  lsn: z
    .string()
    .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
    .meta({ description: 'Position of the counts below: a standby had replayed WAL up to it and paused.' }),
  timeline: z.int().min(1),
  countedAt: count.exactOptional().meta({
    description: 'When the count had ended, in ms since the epoch: it contains no later commit.',
  }),
  segment: z.int().min(1).exactOptional().meta({ description: 'Size of a WAL segment in bytes.' }),
  backups: z
    .array(
      z.object({
        repository: text,
        label: text,
        ...sizeFields,
        whole: count.exactOptional().meta({
          description:
            'Start of the last full read of the repository that found it intact; ms since the epoch.',
        }),
      }),
    )
    .meta({ description: 'The backup in each repository from which it is restored.' }),
  tables: z.array(tableSchema),
  migration: text.exactOptional().meta({ description: 'Schema version, as its migration tool records it.' }),
  newestMarker: z.int().min(1).exactOptional(),
});

const snapshotsSchema = z.array(z.object({ repository: text, snapshot: text, ...sizeFields })).meta({
  description: 'The restic snapshot in each repository from which it is restored.',
});

const managedSchema = z.object({
  name: text,
  server: text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
  encoding: text.meta({ description: 'Encoding of its texts, on which their hashes depend.' }),
  roles: z
    .array(text)
    .meta({ description: 'Roles that its row security policies name: a dump contains no roles.' }),
  tables: z.array(tableSchema),
  migration: text.exactOptional(),
  backups: z
    .array(z.object({ repository: text, snapshot: text, bytes: count, stored: sizeFields.stored }))
    .meta({
      description: 'The restic snapshot with its dump in each repository, and the size of the dump.',
    }),
});

const volumeSchema = z.object({
  namespace: text,
  pvc: text,
  covered: z.enum(['files', 'snapshot', 'database', 'objects', 'not-needed', 'not']).meta({
    description:
      'How the backup covers it; `not-needed` is declared for data that can be rebuilt, such as caches.',
  }),
  files: z
    .object({ count, bytes: count, hash: sha256Schema, unsettled: count, backups: snapshotsSchema })
    .exactOptional()
    .meta({
      description:
        'For a volume that is covered as files. `hash`: of (path, SHA-256) of all files that did not change during the backup, in any order; `unsettled`: how many did change.',
    }),
});

export const manifestSchema = z.object({
  schema: z.literal(1),
  at: z.int().min(0).meta({ description: 'When it was made, in ms since the epoch.' }),
  by: z.object({ run: text, actor: text }),
  databases: z.array(databaseSchema),
  managed: z.array(managedSchema).exactOptional().meta({
    description:
      'Databases outside of the cluster; each dump contains exactly what was counted, because both read one snapshot.',
  }),
  objectStores: z
    .array(
      z.object({
        name: text,
        count,
        bytes: count,
        hash: sha256Schema,
        backups: snapshotsSchema.exactOptional(),
      }),
    )
    .meta({ description: '`hash`: of (path, SHA-256) of all objects in any order.' }),
  redis: z
    .array(z.object({ name: text, keys: count, unsettled: count, bytes: count }))
    .exactOptional()
    .meta({
      description:
        'Redis whose RDB file and list of keys are an encrypted attachment. `unsettled`: how many keys changed during the backup.',
    }),
  volumes: z.array(volumeSchema),
  clusterObjects: z.record(text, count).meta({
    description: 'Number of objects of each kind.',
    examples: [{ 'apps/Deployment': 3, ConfigMap: 7 }],
  }),
  images: z.array(z.string().regex(/@sha256:[0-9a-f]{64}$/, { error: 'is not an image with a digest' })),
  secrets: z
    .array(
      text.refine(name => !looksSecret(name), { error: 'looks like a secret and not like the name of one' }),
    )
    .meta({ description: 'Names only, never their contents.' }),
  sealedObjects: z
    .array(text)
    .exactOptional()
    .meta({
      description:
        'Objects of the cluster that may hold a secret, by kind and name: they are exported encrypted.',
      examples: [['ConfigMap shop/settings']],
    }),
  attachments: z
    .array(z.object({ name: text, bytes: count, sha256: sha256Schema }))
    .exactOptional()
    .meta({ description: 'Files beside the manifest; through these hashes, its signature covers them.' }),
  tools: z.record(text, text).meta({ description: 'Name → version.' }),
});

/**
 * Reads a manifest of any version with `schema: 1`.
 * @throws {UserError} when it is not valid.
 */
export function parseManifest(content: string): z.infer<typeof manifestSchema> {
  const result = manifestSchema.safeParse(jsonIn(content, cause => notOne('it is not JSON', cause)));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw notOne(`${issue?.path.join('.') || 'it'}: ${issue?.message}`, result.error);
}

const notOne = (problem: string, cause: unknown) =>
  new UserError(
    `the manifest of the backup cannot be read (${problem})`,
    'use an unmodified manifest, or another backup set',
    {
      cause,
    },
  );
