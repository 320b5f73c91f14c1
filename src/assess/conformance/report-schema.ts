import { z } from 'zod';
import { type RequirementId, requirementIds } from '../requirement.ts';

/**
 * The report of `slipway report`: every requirement for one application and environment. A later version may add keys; the
 * keys here keep their meaning as long as `schema` is 1.
 */

const text = z.string().max(4000);
const moment = z.iso.datetime();
const count = z.int().min(0);

export const idSchema = z.enum(requirementIds as [RequirementId, ...RequirementId[]]).meta({
  description: 'The ID of a requirement; its letter is its section.',
});
export const statusSchema = z.enum(['met', 'not-met', 'unknown', 'not-applicable']).meta({
  description: '`unknown`: it could not be checked, and `what` says why. It never counts as met.',
});

export const assessmentEvidenceSchema = z
  .object({ asked: text, of: text, at: moment })
  .meta({ description: 'What was queried, from whom, and when.' });

export const excuseSchema = z.object({
  by: z.literal('exception'),
  owner: text,
  reason: text,
  expires: text,
});

const requirementSchema = z.object({
  id: idSchema,
  status: statusSchema,
  what: text.meta({ description: 'What was found, or why it is unknown or not applicable.' }),
  evidence: z.array(assessmentEvidenceSchema),
  remedy: text.exactOptional(),
  rule: text.exactOptional().meta({ description: 'The check that decided.' }),
  level: z.enum(['error', 'warning', 'info']).exactOptional().meta({ description: 'Of a finding.' }),
  where: text.exactOptional().meta({ description: 'A file with its line, or an object.' }),
  excused: excuseSchema.exactOptional().meta({ description: 'Who accepts a finding, why, until when.' }),
});

const countsSchema = z.object({
  met: count,
  'not-met': count,
  unknown: count,
  'not-applicable': count,
});

export const conformanceSchema = z
  .object({
    schema: z.literal(1),
    app: text,
    environment: text,
    at: moment.meta({ description: 'When it was made.' }),
    by: text.meta({ description: 'The version of Slipway.' }),
    counts: countsSchema,
    requirements: z.array(requirementSchema).meta({ description: 'All requirements, in their order.' }),
    sources: z
      .array(z.object({ of: text, at: moment, results: count }))
      .meta({ description: 'The evidence that was read, with the number of results.' }),
    notes: z.array(text),
    since: z
      .object({
        at: moment,
        counts: countsSchema,
        changed: z.array(z.object({ id: idSchema, from: statusSchema, to: statusSchema })),
      })
      .exactOptional()
      .meta({ description: 'What changed since an earlier report.' }),
  })
  .meta({ title: 'Slipway report of requirements' });

export type ConformanceReport = z.output<typeof conformanceSchema>;
export type RequirementVerdict = ConformanceReport['requirements'][number];
export type StatusCounts = ConformanceReport['counts'];

/** Returns the JSON Schema (draft 7) of a report, for programs in other languages. */
export const conformanceJsonSchema = (): Record<string, unknown> =>
  z.toJSONSchema(conformanceSchema, { io: 'input', target: 'draft-7' }) as Record<string, unknown>;
