import { z } from 'zod';
import { daysSchema, text } from './grammar.ts';

/** The part of slipway.yml that says which images may go from their repositories, and which never. */

export interface RetentionRule {
  /** Of the tags that it speaks of; `*` is anything. */
  readonly tags: string;
  /** How many images of these tags stay, the newest first. */
  readonly newest?: number | undefined;
  /** How long they stay, in milliseconds. */
  readonly for?: number | undefined;
}

/** A tag that no rule speaks of stays, and so does one that any of them keeps. */
export interface Retention {
  readonly protect: readonly string[];
  readonly rules: readonly RetentionRule[];
  /** How long what has no tag stays, in milliseconds; undefined: for ever. */
  readonly untagged?: number | undefined;
}

const patternSchema = text(/^[A-Za-z0-9_.*-]{1,128}$/, {
  problem: 'is no pattern of tags',
  remedy: 'write a tag, with "*" for any run of characters, such as pr-*',
});

const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);

const ruleSchema = z
  .strictObject({
    tags: patternSchema.meta({
      description: 'The tags that the rule speaks of, with `*` for any run of characters.',
      example: 'pr-*',
    }),
    newest: z
      .int({ error: 'is no count; write a whole number from 1 to 10000' })
      .min(1, { error: 'keeps nothing; write a whole number from 1 to 10000' })
      .max(10_000, { error: 'is too many; write a whole number from 1 to 10000' })
      .exactOptional()
      .meta({ description: 'How many images of these tags stay, the newest first.', example: 20 }),
    for: daysInMilliseconds
      .exactOptional()
      .meta({ description: 'How long they stay. Whichever keeps an image wins.', example: '30d' }),
  })
  .refine(({ newest, for: days }) => newest !== undefined || days !== undefined, {
    error: 'keeps nothing; add `newest: 20` or `for: 30d`',
  });

export const retentionSchema = z.strictObject({
  protect: z
    .array(patternSchema)
    .prefault([])
    .meta({
      description: 'Tags that never go, with `*` for any run of characters.',
      example: ['latest', 'v*'],
    }),
  rules: z
    .array(ruleSchema)
    .prefault([])
    .meta({
      description:
        'Which tags may go: those that a rule speaks of, and none of these rules keeps. All others stay.',
      example: [
        { tags: 'sha-*', newest: 20, for: '30d' },
        { tags: 'pr-*', for: '14d' },
      ],
    }),
  untagged: daysInMilliseconds.exactOptional().meta({
    description: 'How long an image without a tag stays, where the registry lists those. Default: for ever.',
    example: '7d',
  }),
});
