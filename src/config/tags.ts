import { z } from 'zod';
import { ruleSchema, type TagRule } from './tag-rules.ts';
import { templateMistake } from './template.ts';

/** The part of slipway.yml that says which tags an image gets. */

export interface TagSettings {
  readonly rules: 'build.sh' | readonly TagRule[];
  readonly latest: 'auto' | boolean;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether prefix and suffix stand around `latest`, too. */
  readonly onlatest: boolean;
}

const settingsFields = z.strictObject({
  rules: z
    .union(
      [
        z.literal('build.sh'),
        z
          .array(ruleSchema)
          .min(1, { error: 'is empty; list at least one rule, such as `- {type: ref, event: branch}`' }),
      ],
      { error: 'is neither a list of rules nor build.sh; write `rules: [{type: ref, event: branch}]`' },
    )
    .meta({
      description: 'What tags are made of; `build.sh` plans those of the OpenHands script of that name.',
      example: [
        { type: 'semver', pattern: '{{version}}' },
        { type: 'ref', event: 'branch' },
      ],
    }),
  latest: z
    .union([z.literal('auto'), z.boolean()], { error: 'is not a choice; write auto, true or false' })
    .exactOptional()
    .meta({
      description:
        'Whether there is `latest`: with a release (`auto`), always or never. It moves forward only. Default: `auto`.',
      example: 'auto',
    }),
  prefix: z
    .string()
    .exactOptional()
    .meta({ description: 'What stands before each tag but `latest`, a template.', example: 'shop-' }),
  suffix: z
    .string()
    .exactOptional()
    .meta({ description: 'What stands after each tag but `latest`, a template.', example: '-slim' }),
  onlatest: z
    .boolean({ error: 'is neither true nor false' })
    .exactOptional()
    .meta({ description: 'Put prefix and suffix around `latest`, too. Default: `false`.', example: true }),
});

/** Which tags an image gets, with every default. */
export const tagsSchema = settingsFields.transform((written, context): TagSettings => {
  if (context.issues.length > 0) return z.NEVER;
  const { rules, latest, prefix = '', suffix = '', onlatest } = written;
  if (rules === 'build.sh') {
    const foreign = (['latest', 'prefix', 'onlatest'] as const).find(each => written[each] !== undefined);
    if (foreign !== undefined) {
      const message = 'is of no use beside build.sh, which has its own; take it out';
      context.addIssue({ code: 'custom', message, path: [foreign] });
      return z.NEVER;
    }
  }
  for (const [at, value] of Object.entries({ prefix, suffix })) {
    const message = templateMistake(value, 'general');
    if (message !== undefined) context.addIssue({ code: 'custom', message, path: [at] });
  }
  // What build.sh appends stands after `latest`, too.
  return { rules, latest: latest ?? 'auto', prefix, suffix, onlatest: onlatest ?? rules === 'build.sh' };
});
