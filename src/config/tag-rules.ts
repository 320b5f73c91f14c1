import { z } from 'zod';
import { templateMistake } from './template.ts';

/** A rule of slipway.yml by which an image gets a tag. */

export const ruleTypes = ['schedule', 'semver', 'match', 'edge', 'ref', 'raw', 'sha'] as const;
export const refEvents = ['branch', 'tag', 'pr'] as const;
export const shaFormats = ['short', 'long'] as const;
const conditions = ['{{is_default_branch}}', '{{is_not_default_branch}}'] as const;

interface OfEvery {
  readonly enable: boolean | (typeof conditions)[number];
  /** The tag of the largest comes first. */
  readonly priority: number;
  /** Templates; instead of those of all rules. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** One rule, with its defaults. `pattern` and `value` are templates, but the pattern of `match` and `match`, which are regular expressions. */
export type TagRule = OfEvery &
  (
    | { readonly type: 'schedule'; readonly pattern: string }
    | {
        readonly type: 'semver';
        readonly pattern: string;
        readonly value?: string;
        readonly match?: string;
      }
    | { readonly type: 'match'; readonly pattern: string; readonly group: number; readonly value?: string }
    | { readonly type: 'edge'; readonly branch?: string }
    | { readonly type: 'ref'; readonly event: (typeof refEvents)[number] }
    | { readonly type: 'raw'; readonly value: string }
    | { readonly type: 'sha'; readonly format: (typeof shaFormats)[number] }
  );

export const priorities: Readonly<Record<TagRule['type'], number>> = {
  schedule: 1000,
  semver: 900,
  match: 800,
  edge: 700,
  ref: 600,
  raw: 200,
  sha: 100,
};

const text = () => z.string();

const ruleFields = z.strictObject({
  type: z
    .enum(ruleTypes)
    .meta({ description: 'What the tag is made of; docs/images.md has a table.', example: 'semver' }),
  enable: z
    .union([z.boolean(), z.enum(conditions)], {
      error: `is neither true nor false; write one of them, or '${conditions[0]}' in quotes`,
    })
    .exactOptional()
    .meta({
      description:
        'Whether the rule is used: `true`, `false`, or by the branch, `{{is_default_branch}}` or `{{is_not_default_branch}}`. Default: `true`.',
      example: '{{is_default_branch}}',
    }),
  priority: z
    .int({ error: 'is no whole number; write one such as 900' })
    .min(0, { error: 'is below zero; write 0 or more' })
    .exactOptional()
    .meta({
      description:
        'Tags are ordered by it, the largest first; the first tag is the version. Default: by type.',
      example: 900,
    }),
  prefix: text()
    .exactOptional()
    .meta({ description: 'What stands before this tag, instead of the prefix of all.', example: 'v' }),
  suffix: text()
    .exactOptional()
    .meta({ description: 'What stands after this tag, instead of the suffix of all.', example: '-slim' }),
  pattern: text().min(1, { error: 'is empty; write what the tag is made of' }).exactOptional().meta({
    description:
      'Of `semver` and `schedule`: a template of the tag. Of `match`: a regular expression that is looked for in the Git tag.',
    example: '{{major}}.{{minor}}',
  }),
  value: text().min(1, { error: 'is empty; write the text, or take it out' }).exactOptional().meta({
    description:
      'Of `raw`: the tag, a template. Of `semver` and `match`: what is read instead of the Git tag.',
    example: 'stable',
  }),
  match: text()
    .min(1, { error: 'is empty; write a regular expression, or take it out' })
    .exactOptional()
    .meta({
      description:
        'Of `semver`: a regular expression for the version in the Git tag; its first group, or all of it. Default: the whole tag.',
      example: 'shop-(v.+)',
    }),
  group: z
    .int({ error: 'is no whole number; write the number of a group, 0 for all of the match' })
    .min(0, { error: 'is below zero; write the number of a group, 0 for all of the match' })
    .exactOptional()
    .meta({
      description: 'Of `match`: the group that is the tag. Default: `0`, all of the match.',
      example: 1,
    }),
  branch: text()
    .min(1, { error: 'is empty; write the name of a branch, or take it out' })
    .exactOptional()
    .meta({ description: 'Of `edge`: the branch. Default: the default branch.', example: 'main' }),
  event: z
    .enum(refEvents)
    .exactOptional()
    .meta({ description: 'Of `ref`: what is built, a `branch`, a `tag` or a `pr`.', example: 'branch' }),
  format: z.enum(shaFormats).exactOptional().meta({
    description: 'Of `sha`: 7 digits of the commit (`short`), or all of them (`long`). Default: `short`.',
    example: 'long',
  }),
});

type WrittenRule = z.output<typeof ruleFields>;
type Attribute = Exclude<keyof WrittenRule, 'type' | 'enable' | 'priority' | 'prefix' | 'suffix'>;

/** What each type reads beside what all have; the first is what it cannot do without. */
const attributes: Readonly<Record<TagRule['type'], { needs?: Attribute; takes: readonly Attribute[] }>> = {
  schedule: { takes: ['pattern'] },
  semver: { needs: 'pattern', takes: ['pattern', 'value', 'match'] },
  match: { needs: 'pattern', takes: ['pattern', 'group', 'value'] },
  edge: { takes: ['branch'] },
  ref: { needs: 'event', takes: ['event'] },
  raw: { needs: 'value', takes: ['value'] },
  sha: { takes: ['format'] },
};

const samples: Partial<Record<Attribute, Partial<Record<TagRule['type'], string>>>> = {
  pattern: { semver: "pattern: '{{version}}'", match: "pattern: 'v(.*)'" },
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
  const all = Object.keys(attributesOf(rule)) as Attribute[];
  const foreign = all.find(each => !takes.includes(each));
  if (foreign !== undefined) {
    const owners = ruleTypes.filter(type => attributes[type].takes.includes(foreign)).join(' and ');
    return [
      { at: foreign, message: `is of no use to a ${rule.type} rule; take it out, only ${owners} has it` },
    ];
  }
  const expressions = ['match', ...(rule.type === 'match' ? ['pattern'] : [])];
  return (['prefix', 'suffix', 'pattern', 'value', 'match'] as const).flatMap(at => {
    const written = rule[at];
    if (written === undefined) return [];
    const mistake = expressions.includes(at)
      ? expressionMistake(written, rule.group)
      : templateMistake(written, rule.type === 'semver' && at === 'pattern' ? 'semver' : 'general');
    return mistake === undefined ? [] : [{ at, message: mistake }];
  });
}

function attributesOf(rule: WrittenRule): Partial<Record<Attribute, unknown>> {
  const { type, enable, priority, prefix, suffix, ...rest } = rule;
  return rest;
}

function expressionMistake(written: string, group = 0): string | undefined {
  let groups: number;
  try {
    // The empty alternative makes it match, and a match tells how many groups there are.
    groups = (new RegExp(`${written}|`).exec('')?.length ?? 1) - 1;
  } catch {
    return 'is not a regular expression; fix it, as in v(.*)';
  }
  return group > groups ? `has no group ${group}; put parentheses around the part that is meant` : undefined;
}

function withDefaults(rule: WrittenRule): TagRule {
  const { type, enable = true, priority = priorities[type], prefix, suffix } = rule;
  const all: OfEvery = {
    enable,
    priority,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  };
  const { pattern = '', value, match, group = 0, branch, event = 'branch', format = 'short' } = rule;
  const given = value === undefined ? {} : { value };
  switch (type) {
    case 'schedule':
      return { ...all, type, pattern: pattern === '' ? 'nightly' : pattern };
    case 'semver':
      return { ...all, type, pattern, ...given, ...(match === undefined ? {} : { match }) };
    case 'match':
      return { ...all, type, pattern, group, ...given };
    case 'edge':
      return { ...all, type, ...(branch === undefined ? {} : { branch }) };
    case 'ref':
      return { ...all, type, event };
    case 'raw':
      return { ...all, type, value: value ?? '' };
    case 'sha':
      return { ...all, type, format };
  }
}
