import { z } from 'zod';
import { daysInMilliseconds, text } from './formats.ts';

/** The schema of `retention`: which images `prune` may delete, and which it never deletes. */

export interface RetentionRule {
  /** The pattern of the tags that the rule matches; `*` matches anything. */
  readonly tags: string;
  /** How many images with these tags are kept, the newest first. */
  readonly newest?: number | undefined;
  /** How long they are kept, in milliseconds. */
  readonly for?: number | undefined;
}

/** A tag that no rule matches is kept, and so is one that any rule keeps. */
export interface Retention {
  readonly protect: readonly string[];
  readonly rules: readonly RetentionRule[];
  /** How long untagged images are kept, in milliseconds; undefined: indefinitely. */
  readonly untagged?: number | undefined;
}

const patternSchema = text(/^[A-Za-z0-9_.*-]{1,128}$/, {
  problem: 'is not a tag pattern',
  remedy: 'write a tag, with "*" as a wildcard, such as pr-*',
});

const ruleSchema = z
  .strictObject({
    tags: patternSchema.meta({
      description: 'The tags to match, with `*`.',
      example: 'pr-*',
    }),
    newest: z
      .int({ error: 'is not a count; write a whole number from 1 to 10000' })
      .min(1, { error: 'keeps nothing; write a whole number from 1 to 10000' })
      .max(10_000, { error: 'is too many; write a whole number from 1 to 10000' })
      .exactOptional()
      .meta({ description: 'How many of these images are kept, the newest first.', example: 20 }),
    for: daysInMilliseconds.exactOptional().meta({
      description: 'How long they are kept. An image that either limit keeps is kept.',
      example: '30d',
    }),
  })
  .refine(({ newest, for: days }) => newest !== undefined || days !== undefined, {
    error: 'keeps nothing; add `newest: 20` or `for: 30d`',
  });

export const retentionSchema = z.strictObject({
  protect: z
    .array(patternSchema)
    .prefault([])
    .meta({
      description: 'Tags that are never deleted, with `*`.',
      example: ['latest', 'v*'],
    }),
  rules: z
    .array(ruleSchema)
    .prefault([])
    .meta({
      description: 'Which tags may be deleted: those that a rule matches and no matching rule keeps.',
      example: [
        { tags: 'sha-*', newest: 20, for: '30d' },
        { tags: 'pr-*', for: '14d' },
      ],
    }),
  untagged: daysInMilliseconds.exactOptional().meta({
    description: 'How long untagged images are kept, where the registry lists them. Default: indefinitely.',
    example: '7d',
  }),
});
