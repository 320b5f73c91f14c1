import { z } from 'zod';
import { isSha256 } from '../checksum.ts';
import { levels } from '../levels.ts';
import { drillPhases } from '../phases.ts';
import { isLabel } from '../postgres/pgbackrest.ts';
import { parseLsn } from '../postgres/wal.ts';

/**
 * The schema of the drill state that a job leaves for the next one. The state is in the cluster, where others may write: nothing in it is
 * executed, and anything that does not match the schema is rejected.
 */

const text = z.string().min(1).max(4000);
const moment = z.int().min(0);
const span = z.number().min(0);
const name = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/);
const segment = z.string().regex(/^[0-9A-F]{24}$/);
const sha256Schema = z.string().refine(isSha256, { error: 'is not a SHA-256 in 64 hexadecimal digits' });
const lsnSchema = z.string().transform((written, context) => {
  const lsn = parseLsn(written);
  if (lsn !== undefined) return lsn;
  context.addIssue({ code: 'custom', message: 'is not an LSN' });
  return z.NEVER;
});

const timelineSchema = z.int().min(1).max(0xffffffff);

const levelChecksSchema = z
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

/** A drill recovers to the end of the WAL, or to just before an LSN. */
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

/** Upper bound of the data that no archive has. */
const boundSchema = z.strictObject({ atMost: span, because: text });

/** Without the marker ledger, which is stored separately. */
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
  archived: segment.exactOptional(),
});

const labelSchema = z.string().refine(isLabel, { error: 'is not a backup label' });
const stepsSchema = z.strictObject({
  lost: lostSchema,
  raised: z.strictObject({ pod: name }).exactOptional(),
  proved: levelChecksSchema.exactOptional(),
  secrets: levelChecksSchema.exactOptional(),
  vacant: z.array(name).max(1000).exactOptional(),
  files: levelChecksSchema.exactOptional(),
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
      timeline: z.union([timelineSchema, z.literal('current')]),
      spans: z
        .array(z.strictObject({ timeline: timelineSchema, begin: lsnSchema, end: lsnSchema.exactOptional() }))
        .max(1000)
        .exactOptional(),
      last: segment.exactOptional(),
      lastAt: moment.exactOptional(),
    })
    .exactOptional(),
  compared: levelChecksSchema.exactOptional(),
  onward: z.literal(true).exactOptional(),
  restored: z
    .strictObject({
      levelChecks: levelChecksSchema,
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
  served: z
    .strictObject({ levelChecks: levelChecksSchema, outage: outageSchema.exactOptional() })
    .exactOptional(),
  inspected: levelChecksSchema.exactOptional(),
});

export const stateSchema = z.strictObject({
  schema: z.literal(1),
  run: name,
  /** UID of its namespace. */
  namespace: name,
  /** Checksum of the environment in slipway.yml and of the scenario. */
  order: sha256Schema,
  seed: text,
  /** Name of the backup set that the copy is compared with; absent if there is none. */
  set: name.exactOptional(),
  startedAt: moment,
  /** Number of jobs so far; `holder` is the current one. */
  jobs: z.int().min(1).max(1000),
  holder: name,
  /** Time of writing. */
  at: moment,
  /** Whether no job is running, so that the next one may resume immediately. */
  free: z.boolean(),
  phaseTimes: z
    .array(z.strictObject({ phase: z.enum([...drillPhases, 'queue']), from: moment, to: moment }))
    .max(1000),
  /** Checksum of the stored marker ledger; absent if no markers were written. */
  ledger: sha256Schema.exactOptional(),
  done: stepsSchema,
});
