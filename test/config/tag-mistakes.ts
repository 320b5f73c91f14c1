import { changed } from './configs.ts';

const tags = (text: string) => changed('environments:', `tags: ${text}\nenvironments:`);
const rule = (text: string) => tags(`{rules: [${text}]}`);

/** Wrong `tags`, and the sentence for each. */
export const tagMistakes: readonly {
  name: string;
  text: string;
  sentence: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'rules of another script',
    text: tags('{rules: buildsh}'),
    sentence:
      'slipway.yml:4:15: tags.rules: "buildsh" is neither a list of rules nor build.sh; write `rules: [{type: ref, event: branch}]`',
  },
  {
    name: 'no rules',
    text: tags('{rules: []}'),
    sentence:
      'slipway.yml:4:15: tags.rules is empty; list at least one rule, such as `- {type: ref, event: branch}`',
  },
  {
    name: 'rules as a map',
    text: tags('{rules: {type: sha}}'),
    sentence:
      'slipway.yml:4:15: tags.rules is neither a list of rules nor build.sh; write `rules: [{type: ref, event: branch}]`',
  },
  {
    name: 'tags without rules',
    text: tags('{suffix: -slim}'),
    sentence:
      'slipway.yml:4:1: tags.rules is missing; add `rules: [{type: semver, pattern: "{{version}}"}, {type: ref, event: branch}]`',
  },
  {
    name: 'a misspelt attribute of a rule',
    text: rule('{type: ref, evnt: branch}'),
    sentence: 'slipway.yml:4:28: tags.rules[0].evnt: unknown key; did you mean `event`?',
  },
  {
    name: 'a misspelt attribute of a rule of one image',
    text: changed('/shop}', '/shop, tags: {rules: [{type: sha}, {type: sha, formt: long}]}}'),
    sentence: 'slipway.yml:3:81: images.shop.tags.rules[1].formt: unknown key; did you mean `format`?',
  },
  {
    name: 'a type that is none',
    text: rule('{type: semvr}'),
    sentence: 'slipway.yml:4:23: tags.rules[0].type: "semvr" is not a choice; did you mean `semver`?',
  },
  {
    name: 'a rule without its type',
    text: rule("{pattern: '{{version}}'}"),
    sentence: 'slipway.yml:4:16: tags.rules[0].type is missing; add `type: semver`',
  },
  {
    name: 'a semver rule without its pattern',
    text: rule('{type: semver}'),
    sentence:
      "slipway.yml:4:16: tags.rules[0] is a semver rule without `pattern`; add `pattern: '{{version}}'`",
    beyondJsonSchema: true,
  },
  {
    name: 'an attribute of another type',
    text: rule('{type: sha, event: branch}'),
    sentence:
      'slipway.yml:4:35: tags.rules[0].event: "branch" is of no use to a sha rule; take it out, only ref has it',
    beyondJsonSchema: true,
  },
  {
    name: 'an expression that is not known',
    text: rule("{type: semver, pattern: '{{majr}}'}"),
    sentence:
      'slipway.yml:4:40: tags.rules[0].pattern: "{{majr}}" names `{{majr}}`, which is not known; did you mean `major`?',
    beyondJsonSchema: true,
  },
  {
    name: 'a part of a version where there is none',
    text: rule("{type: raw, value: 'v{{major}}'}"),
    sentence:
      'slipway.yml:4:35: tags.rules[0].value: "v{{major}}" names `{{major}}`, which only the pattern of a semver rule has; take it out',
    beyondJsonSchema: true,
  },
  {
    name: 'an expression that does not end',
    text: rule("{type: raw, value: '{{branch'}"),
    sentence: 'slipway.yml:4:35: tags.rules[0].value: "{{branch" has a `{{` without its `}}`; add it',
    beyondJsonSchema: true,
  },
  {
    name: 'a date without its form',
    text: rule("{type: schedule, pattern: '{{date}}'}"),
    sentence:
      'slipway.yml:4:42: tags.rules[0].pattern: "{{date}}" has a date without its form; write it as in {{date \'YYYYMMDD\'}}',
    beyondJsonSchema: true,
  },
  {
    name: 'a date with a part that is not known',
    text: rule(`{type: schedule, pattern: "{{date 'YYYY-Wo'}}"}`),
    sentence:
      'slipway.yml:4:42: tags.rules[0].pattern: "{{date \'YYYY-Wo\'}}" has a date with `W`, which is not known; use YYYY, YY, MM, M, DDDD, DD, D, HH, H, mm, m, ss, s, X, and [text] in brackets',
    beyondJsonSchema: true,
  },
  {
    name: 'a time zone that is none',
    text: rule(`{type: schedule, pattern: "{{date 'YYYY' tz='Mars/Olympus'}}"}`),
    sentence:
      "slipway.yml:4:42: tags.rules[0].pattern: \"{{date 'YYYY' tz='Mars/Olympus'}}\" has a date in `Mars/Olympus`, which is no time zone; write one such as Europe/Berlin",
    beyondJsonSchema: true,
  },
  {
    name: 'an expression that is not regular',
    text: rule("{type: match, pattern: 'v(.*'}"),
    sentence:
      'slipway.yml:4:39: tags.rules[0].pattern: "v(.*" is not a regular expression; mend it, as in v(.*)',
    beyondJsonSchema: true,
  },
  {
    name: 'a group that is not there',
    text: rule("{type: match, pattern: 'v(.*)', group: 2}"),
    sentence:
      'slipway.yml:4:39: tags.rules[0].pattern: "v(.*)" has no group 2; put parentheses around the part that is meant',
    beyondJsonSchema: true,
  },
  {
    name: 'an enable that is neither',
    text: rule("{type: sha, enable: '{{branch}}'}"),
    sentence:
      'slipway.yml:4:36: tags.rules[0].enable: "{{branch}}" is neither true nor false; write one of them, or \'{{is_default_branch}}\' in quotes',
  },
  {
    name: 'a priority in words',
    text: rule('{type: sha, priority: high}'),
    sentence: 'slipway.yml:4:38: tags.rules[0].priority: "high" is no whole number; write one such as 900',
  },
  {
    name: 'a prefix beside build.sh',
    text: tags('{rules: build.sh, prefix: v}'),
    sentence:
      'slipway.yml:4:33: tags.prefix: "v" is of no use beside build.sh, which has its own; take it out',
    beyondJsonSchema: true,
  },
  {
    name: 'a suffix with an expression that is not known',
    text: tags("{rules: [{type: sha}], suffix: '-{{arch}}'}"),
    sentence:
      'slipway.yml:4:38: tags.suffix: "-{{arch}}" names `{{arch}}`, which is not known; choose one of `branch`, `tag`, `sha`, `base_ref`, `is_default_branch`, `is_not_default_branch`, `date`, `commit_date`',
    beyondJsonSchema: true,
  },
  {
    name: 'a label whose name is none',
    text: changed('/shop}', '/shop, labels: {"a b": c}}'),
    sentence:
      'slipway.yml:3:50: images.shop.labels."a b": "a b" is not the name of a label; use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
  },
];
