import { z } from 'zod';
import { booleanSchema, listSchema } from './formats.ts';
import { ruleSchema, type TagRule } from './tag-rules.ts';
import { templateMistake } from './template.ts';

/** The schema of `tags`: which tags an image gets. */

export interface TagSettings {
  readonly rules: 'build.sh' | readonly TagRule[];
  readonly latest: 'auto' | boolean;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether prefix and suffix also apply to `latest`. */
  readonly onlatest: boolean;
}

const settingsFields = z.strictObject({
  rules: z
    .union(
      [
        z.literal('build.sh'),
        listSchema(ruleSchema, 'is empty; list at least one rule, such as `- {type: ref, event: branch}`'),
      ],
      { error: 'is neither a list of rules nor build.sh; write `rules: [{type: ref, event: branch}]`' },
    )
    .meta({
      description: 'The rules for tags, or `build.sh`: docs/images.md#buildsh.',
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
        'Whether the image gets `latest`: for a release (`auto`), always or never. It never moves to an older version. Default: `auto`.',
      example: 'auto',
    }),
  prefix: z
    .string()
    .exactOptional()
    .meta({ description: 'The prefix of each tag except `latest`; a template.', example: 'shop-' }),
  suffix: z
    .string()
    .exactOptional()
    .meta({ description: 'The suffix of each tag except `latest`; a template.', example: '-slim' }),
  onlatest: booleanSchema()
    .exactOptional()
    .meta({ description: 'Also apply prefix and suffix to `latest`. Default: `false`.', example: true }),
});

/** `tags`, with every default filled in. */
export const tagsSchema = settingsFields.transform((written, context): TagSettings => {
  if (context.issues.length > 0) return z.NEVER;
  const { rules, latest, prefix = '', suffix = '', onlatest } = written;
  if (rules === 'build.sh') {
    const foreign = (['latest', 'prefix', 'onlatest'] as const).find(each => written[each] !== undefined);
    if (foreign !== undefined) {
      const message = 'does not apply to build.sh, which has its own; remove it';
      context.addIssue({ code: 'custom', message, path: [foreign] });
      return z.NEVER;
    }
  }
  for (const [at, value] of Object.entries({ prefix, suffix })) {
    const message = templateMistake(value, 'general');
    if (message !== undefined) context.addIssue({ code: 'custom', message, path: [at] });
  }
  // build.sh appends its suffix to `latest`, too.
  return { rules, latest: latest ?? 'auto', prefix, suffix, onlatest: onlatest ?? rules === 'build.sh' };
});
