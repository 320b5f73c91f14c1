import { z } from 'zod';
import { UserError } from '../toolkit/errors.ts';
import { looksSecret } from '../toolkit/secrecy.ts';
import { isSha256 } from './checksum.ts';

/**
 * The manifest of a backup: what was there when it was made, so that a restored copy is judged against that and not against what a
 * tool says of itself. A later version may add keys; what is here keeps its meaning as long as `schema` is 1.
 */

const text = z.string().min(1);
const count = z.int().min(0);

const sha256Schema = z.string().refine(isSha256, { error: 'is no SHA-256 in 64 hexadecimal digits' });

const tableSchema = z.object({
  schema: text,
  name: text,
  rows: count.meta({ description: 'How many there are, in the sample when it is sampled.' }),
  key: z.object({ min: z.string(), max: z.string() }).exactOptional().meta({
    description: 'The smallest and the largest key as text; absent of an empty table and one without a key.',
  }),
  hash: z
    .string()
    .regex(/^-?\d+$/)
    .exactOptional()
    .meta({
      description:
        'Of all rows in whatever order: coalesce(sum(hashtextextended(t::text, 0)), 0), with DateStyle, TimeZone, extra_float_digits and bytea_output pinned.',
    }),
  sampled: z.number().gt(0).max(100).exactOptional().meta({
    description: 'Percent of its blocks that `rows` and `hash` are of; absent when they are of all.',
  }),
});

const databaseSchema = z.object({
  name: text,
  server: text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
  lsn: z
    .string()
    .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
    .meta({ description: 'Up to which the rows below are: a standby had replayed it and paused.' }),
  timeline: z.int().min(1),
  segment: z.int().min(1).exactOptional().meta({ description: 'Bytes of a segment of its WAL.' }),
  backups: z
    .array(
      z.object({
        repository: text,
        label: text,
        whole: count.exactOptional().meta({
          description:
            'When the last read of all of the repository began that found it right; ms since the epoch.',
        }),
      }),
    )
    .meta({ description: 'The backup in each repository from which it is restored.' }),
  tables: z.array(tableSchema),
  migration: text
    .exactOptional()
    .meta({ description: 'Version of the schema, by the tool that migrates it.' }),
  newestMarker: z.int().min(1).exactOptional(),
});

const snapshotsSchema = z.array(z.object({ repository: text, snapshot: text })).meta({
  description: 'The snapshot of restic in each repository from which it is restored.',
});

const managedSchema = z.object({
  name: text,
  server: text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
  encoding: text.meta({ description: 'How its texts are kept, which their hashes are of.' }),
  roles: z
    .array(text)
    .meta({ description: 'Whom its policies of row security are for: a dump holds no roles.' }),
  tables: z.array(tableSchema),
  migration: text.exactOptional(),
  backups: z.array(z.object({ repository: text, snapshot: text, bytes: count })).meta({
    description: 'The snapshot of restic in each repository with its dump, and how large that is.',
  }),
});

const volumeSchema = z.object({
  namespace: text,
  pvc: text,
  covered: z.enum(['files', 'snapshot', 'database', 'objects', 'not-needed', 'not']).meta({
    description:
      'By what it is in the backup; `not-needed` is what somebody declared to be rebuilt, as caches are.',
  }),
  files: z
    .object({ count, bytes: count, hash: sha256Schema, unsettled: count, backups: snapshotsSchema })
    .exactOptional()
    .meta({
      description:
        'Of one that is covered as files. `hash`: of (path, SHA-256) of all files that did not change during the backup, in whatever order; `unsettled`: how many did.',
    }),
});

export const manifestSchema = z.object({
  schema: z.literal(1),
  at: z.int().min(0).meta({ description: 'When it was made, in ms since the epoch.' }),
  by: z.object({ run: text, actor: text }),
  databases: z.array(databaseSchema),
  managed: z.array(managedSchema).exactOptional().meta({
    description:
      'Databases outside of the cluster; each dump holds exactly what was counted, by one snapshot.',
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
    .meta({ description: '`hash`: of (path, SHA-256) of all objects in whatever order.' }),
  volumes: z.array(volumeSchema),
  clusterObjects: z.record(text, count).meta({
    description: 'How many there are of each kind.',
    examples: [{ 'apps/Deployment': 3, ConfigMap: 7 }],
  }),
  images: z.array(z.string().regex(/@sha256:[0-9a-f]{64}$/, { error: 'is no image with its digest' })),
  secrets: z
    .array(
      text.refine(name => !looksSecret(name), { error: 'looks like a secret itself and not like its name' }),
    )
    .meta({ description: 'Their names, never what they hold.' }),
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
    .meta({ description: 'What is kept beside the manifest; by these hashes its signature covers it.' }),
  tools: z.record(text, text).meta({ description: 'Name → version.' }),
});

/**
 * Reads a manifest that was written by any version that says `schema: 1`.
 * @throws {UserError} for what is none.
 */
export function parseManifest(content: string): z.infer<typeof manifestSchema> {
  const result = manifestSchema.safeParse(jsonOf(content));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw notOne(`${issue?.path.join('.') || 'it'}: ${issue?.message}`, result.error);
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw notOne('it is no JSON', cause);
  }
}

const notOne = (problem: string, cause: unknown) =>
  new UserError(`the manifest of the backup cannot be read (${problem})`, 'take one that slipway wrote', {
    cause,
  });
