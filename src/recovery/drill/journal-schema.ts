import { z } from 'zod';
import { isSha256 } from '../checksum.ts';
import { levels } from '../ladder.ts';
import { phases } from '../phases.ts';
import { isLabel } from '../postgres/pgbackrest.ts';
import { parseLsn } from '../postgres/wal.ts';

/**
 * What a job leaves of a drill for the next one. It lies in the cluster, where others may write: nothing in it is run, and nothing is
 * taken that is not of this form.
 */

const text = z.string().min(1).max(4000);
const moment = z.int().min(0);
const span = z.number().min(0);
const name = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/);
const sha256Schema = z.string().refine(isSha256, { error: 'is no SHA-256 in 64 hexadecimal digits' });
const lsnSchema = z.string().transform((written, context) => {
  const lsn = parseLsn(written);
  if (lsn !== undefined) return lsn;
  context.addIssue({ code: 'custom', message: 'is no place in the log' });
  return z.NEVER;
});

const rungsSchema = z
  .array(
    z.strictObject({
      level: z.enum(levels),
      what: text,
      state: z.enum(['passed', 'failed', 'skipped']),
      sentence: z.string().max(20_000),
      took: span.exactOptional(),
      demanded: z.boolean().exactOptional(),
    }),
  )
  .max(1000);

/** A drill recovers to the end, or to just before a place. */
const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latest'), at: moment.exactOptional() }),
  z.strictObject({ kind: z.literal('lsn'), lsn: lsnSchema, exclusive: z.boolean() }),
]);

const seen = { from: moment, reason: text.exactOptional(), notes: z.array(text).max(100) };
const outageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unnoticed'), ...seen, atMost: span }),
  z.strictObject({ kind: z.literal('over'), ...seen, to: moment, rto: span, atLeast: span }),
  z.strictObject({ kind: z.literal('unresolved'), ...seen, atLeast: span, why: text }),
]);

/** How much of what was written may be in no archive. */
const boundSchema = z.strictObject({ atMost: span, because: text });

/** Without the ledger, which is kept apart. */
const lostSchema = z.strictObject({
  at: moment,
  mistake: z
    .strictObject({
      from: moment,
      to: moment,
      target: targetSchema,
      end: lsnSchema,
      deleted: z.int().min(1),
      sentence: text,
    })
    .exactOptional(),
  bound: boundSchema.exactOptional(),
  archived: z
    .string()
    .regex(/^[0-9A-F]{24}$/)
    .exactOptional(),
});

const labelSchema = z.string().refine(isLabel, { error: 'is no label of a backup' });
const stepsSchema = z.strictObject({
  lost: lostSchema,
  raised: z.strictObject({ pod: name }).exactOptional(),
  proved: rungsSchema.exactOptional(),
  secrets: rungsSchema.exactOptional(),
  vacant: z.array(name).max(1000).exactOptional(),
  files: rungsSchema.exactOptional(),
  chosen: z
    .strictObject({
      backup: z.strictObject({
        label: labelSchema,
        repository: z.int().min(1).max(256),
        startLsn: lsnSchema,
        stopLsn: lsnSchema,
        endedAt: moment,
        size: z.int().min(0),
      }),
      target: targetSchema,
      timeline: z.union([z.int().min(1).max(0xffffffff), z.literal('current')]),
      last: z
        .string()
        .regex(/^[0-9A-F]{24}$/)
        .exactOptional(),
      lastAt: moment.exactOptional(),
    })
    .exactOptional(),
  compared: rungsSchema.exactOptional(),
  onward: z.literal(true).exactOptional(),
  restored: z
    .strictObject({
      rungs: rungsSchema,
      backup: z.strictObject({
        label: labelSchema,
        repository: name,
        endedAt: moment,
        bytes: z.int().min(0),
      }),
      bound: boundSchema.exactOptional(),
      at: moment,
    })
    .exactOptional(),
  served: z.strictObject({ rungs: rungsSchema, outage: outageSchema.exactOptional() }).exactOptional(),
  inspected: rungsSchema.exactOptional(),
});

export const journalSchema = z.strictObject({
  schema: z.literal(1),
  run: name,
  /** Uid of the namespace that it lies in. */
  namespace: name,
  /** Of what slipway.yml says of the environment, and of the scenario. */
  order: sha256Schema,
  seed: text,
  /** Name of the backup set that the copy is compared with; absent where there is none. */
  set: name.exactOptional(),
  startedAt: moment,
  /** How many jobs have been at work, and which one is. */
  jobs: z.int().min(1).max(1000),
  holder: name,
  /** When it was written. */
  at: moment,
  /** Nobody is at work: whoever comes may go on at once. */
  free: z.boolean(),
  stamps: z
    .array(z.strictObject({ phase: z.enum([...phases, 'queue']), from: moment, to: moment }))
    .max(1000),
  /** Of the ledger of markers, as it is kept; absent where none were written. */
  ledger: sha256Schema.exactOptional(),
  done: stepsSchema,
});
