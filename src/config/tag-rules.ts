import { z } from 'zod';
import { defined } from '../toolkit/map.ts';
import { wholeSchema } from './formats.ts';
import { isVersioned, regularExpression } from './tag-expressions.ts';
import { templateMistake } from './template.ts';

/** The schema of a rule in `tags`, which gives an image a tag. */

export const ruleTypes = ['schedule', 'semver', 'pep440', 'match', 'edge', 'ref', 'raw', 'sha'] as const;
export const refEvents = ['branch', 'tag', 'pr'] as const;
export const shaFormats = ['short', 'long'] as const;
const conditions = ['{{is_default_branch}}', '{{is_not_default_branch}}'] as const;

interface OfEvery {
  readonly enable: boolean | (typeof conditions)[number];
  /** The tag of the rule with the largest priority comes first. */
  readonly priority: number;
  /** Templates that replace the prefix and suffix of all rules. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** One rule with its defaults. `pattern` and `value` are templates; `match` and the pattern of a `match` rule are regular expressions. */
export type TagRule = OfEvery &
  (
    | { readonly type: 'schedule'; readonly pattern: string }
    | {
        readonly type: 'semver' | 'pep440';
        readonly pattern: string;
        readonly value?: string;
        readonly match?: string;
      }
    | { readonly type: 'match'; readonly pattern: string; readonly group: number; readonly value?: string }
    | { readonly type: 'edge'; readonly branch?: string }
    | { readonly type: 'ref'; readonly event: (typeof refEvents)[number] }
    | { readonly type: 'raw'; readonly value: string }
    | { readonly type: 'sha'; readonly format: (typeof shaFormats)[number] | number }
  );

export const priorities: Readonly<Record<TagRule['type'], number>> = {
  schedule: 1000,
  semver: 900,
  pep440: 900,
  match: 800,
  edge: 700,
  ref: 600,
  raw: 200,
  sha: 100,
};

const text = () => z.string();

const digits = 'is neither short nor long, nor from 4 to 40; write the number of digits, such as 8';

const ruleFields = z.strictObject({
  type: z
    .enum(ruleTypes)
    .meta({ description: 'The source of the tag; docs/images.md#tags has examples.', example: 'semver' }),
  enable: z
    .union([z.boolean(), z.enum(conditions)], {
      error: `is neither true nor false; write one of them, or '${conditions[0]}' in quotes`,
    })
    .exactOptional()
    .meta({
      description: 'Whether the rule is used; it may depend on the branch. Default: `true`.',
      example: '{{is_default_branch}}',
    }),
  priority: z
    .int({ error: 'is not a whole number; write one such as 900' })
    .min(0, { error: 'is below zero; write 0 or more' })
    .exactOptional()
    .meta({
      description: 'The order of the tags, the largest first; the first is the version. Default: by type.',
      example: 900,
    }),
  prefix: text().exactOptional().meta({
    description: 'Its own prefix, a template. Default: that of all tags; `pr-` and `sha-` for these types.',
    example: 'v',
  }),
  suffix: text()
    .exactOptional()
    .meta({ description: 'Its own suffix, a template. Default: that of all tags.', example: '-slim' }),
  pattern: text()
    .min(1, { error: 'is empty; write a template or a regular expression' })
    .exactOptional()
    .meta({
      description:
        'For `semver`, `pep440`, `schedule`: the template of the tag. For `match`: a regular expression for the Git tag, as `v(.*)` or `/v(.*)/i`. Default: `nightly` for `schedule`.',
      example: '{{major}}.{{minor}}',
    }),
  value: text().min(1, { error: 'is empty; write the text, or remove it' }).exactOptional().meta({
    description:
      'For `raw`: the template of the tag. For `semver`, `pep440`, `match`: a template to read instead of the Git tag.',
    example: 'stable',
  }),
  match: text().min(1, { error: 'is empty; write a regular expression, or remove it' }).exactOptional().meta({
    description:
      'For `semver`, `pep440`: a regular expression for the version in the Git tag, its first group or the whole match. Default: the whole tag.',
    example: 'shop-(v.+)',
  }),
  group: z
    .int({ error: 'is not a whole number; write the number of a group, 0 for the whole match' })
    .min(0, { error: 'is below zero; write the number of a group, 0 for the whole match' })
    .exactOptional()
    .meta({
      description: 'For `match`: the group that becomes the tag. Default: `0`, the whole match.',
      example: 1,
    }),
  branch: text()
    .min(1, { error: 'is empty; write the name of a branch, or remove it' })
    .exactOptional()
    .meta({ description: 'For `edge`: the branch. Default: the default branch.', example: 'main' }),
  event: z.enum(refEvents).exactOptional().meta({
    description: 'For `ref`: the kind of ref that is built.',
    example: 'branch',
  }),
  format: z
    .union([z.enum(shaFormats), wholeSchema(4, 40, digits)], { error: digits })
    .exactOptional()
    .meta({
      description: 'For `sha`: 7 digits of the hash (`short`), all (`long`), or how many. Default: `short`.',
      example: 'long',
    }),
});

type WrittenRule = z.output<typeof ruleFields>;
type Attribute = Exclude<keyof WrittenRule, 'type' | 'enable' | 'priority' | 'prefix' | 'suffix'>;

/** The attributes of each type besides the common ones; `needs` is the required one. */
const attributes: Readonly<Record<TagRule['type'], { needs?: Attribute; takes: readonly Attribute[] }>> = {
  schedule: { takes: ['pattern'] },
  semver: { needs: 'pattern', takes: ['pattern', 'value', 'match'] },
  pep440: { needs: 'pattern', takes: ['pattern', 'value', 'match'] },
  match: { needs: 'pattern', takes: ['pattern', 'group', 'value'] },
  edge: { takes: ['branch'] },
  ref: { needs: 'event', takes: ['event'] },
  raw: { needs: 'value', takes: ['value'] },
  sha: { takes: ['format'] },
};

const samples: Partial<Record<Attribute, Partial<Record<TagRule['type'], string>>>> = {
  pattern: { semver: "pattern: '{{version}}'", pep440: "pattern: '{{version}}'", match: "pattern: 'v(.*)'" },
  event: { ref: 'event: branch' },
  value: { raw: 'value: stable' },
};

export const ruleSchema = ruleFields.transform((written, context): TagRule => {
  if (context.issues.length > 0) return z.NEVER;
  const mistakes = mistakesOf(written);
  for (const { at, message } of mistakes)
    context.addIssue({ code: 'custom', message, path: at === undefined ? [] : [at] });
  return mistakes.length > 0 ? z.NEVER : withDefaults(written);
});

function mistakesOf(rule: WrittenRule): { at?: keyof WrittenRule; message: string }[] {
  const { needs, takes } = attributes[rule.type];
  if (needs !== undefined && rule[needs] === undefined)
    return [
      { message: `is a ${rule.type} rule without \`${needs}\`; add \`${samples[needs]?.[rule.type]}\`` },
    ];
  const { type, enable, priority, prefix, suffix, ...given } = rule;
  const foreign = (Object.keys(given) as Attribute[]).find(each => !takes.includes(each));
  if (foreign !== undefined) {
    const owners = ruleTypes.filter(type => attributes[type].takes.includes(foreign)).join(' and ');
    return [
      {
        at: foreign,
        message: `does not apply to a ${rule.type} rule; remove it, because only ${owners} has it`,
      },
    ];
  }
  const expressions = ['match', ...(rule.type === 'match' ? ['pattern'] : [])];
  return (['prefix', 'suffix', 'pattern', 'value', 'match'] as const).flatMap(at => {
    const written = rule[at];
    if (written === undefined) return [];
    const mistake = expressions.includes(at)
      ? expressionMistake(written, rule.group)
      : templateMistake(written, isVersioned(rule) && at === 'pattern' ? 'semver' : 'general');
    return mistake === undefined ? [] : [{ at, message: mistake }];
  });
}

function expressionMistake(written: string, group = 0): string | undefined {
  let groups: number;
  try {
    // The empty alternative always matches, and the match has one entry for each group.
    const { source, flags } = regularExpression(written);
    groups = (new RegExp(`${source}|`, flags).exec('')?.length ?? 1) - 1;
  } catch {
    return 'is not a regular expression; correct it, as in v(.*)';
  }
  return group > groups
    ? `has no group ${group}; put parentheses around the part that becomes the tag`
    : undefined;
}

function withDefaults(rule: WrittenRule): TagRule {
  const { type, enable = true, priority = priorities[type], prefix, suffix } = rule;
  const all: OfEvery = { enable, priority, ...defined({ prefix, suffix }) };
  const { pattern = '', value, match, group = 0, branch, event = 'branch', format = 'short' } = rule;
  switch (type) {
    case 'schedule':
      return { ...all, type, pattern: pattern === '' ? 'nightly' : pattern };
    case 'semver':
    case 'pep440':
      return { ...all, type, pattern, ...defined({ value, match }) };
    case 'match':
      return { ...all, type, pattern, group, ...defined({ value }) };
    case 'edge':
      return { ...all, type, ...defined({ branch }) };
    case 'ref':
      return { ...all, type, event };
    case 'raw':
      return { ...all, type, value: value ?? '' };
    case 'sha':
      return { ...all, type, format };
  }
}
