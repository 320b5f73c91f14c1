import { changed } from './configs.ts';

const tags = (text: string) => changed('environments:', `tags: ${text}\nenvironments:`);
const rule = (text: string) => tags(`{rules: [${text}]}`);

/** Wrong `tags`, and the place and key that its refusal names. */
export const tagMistakes: readonly {
  name: string;
  text: string;
  at: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'rules of another script',
    text: tags('{rules: buildsh}'),
    at: 'slipway.yml:4:15: tags.rules',
  },
  {
    name: 'no rules',
    text: tags('{rules: []}'),
    at: 'slipway.yml:4:15: tags.rules',
  },
  {
    name: 'rules as a map',
    text: tags('{rules: {type: sha}}'),
    at: 'slipway.yml:4:15: tags.rules',
  },
  {
    name: 'tags without rules',
    text: tags('{suffix: -slim}'),
    at: 'slipway.yml:4:1: tags.rules',
  },
  {
    name: 'a misspelt attribute of a rule',
    text: rule('{type: ref, evnt: branch}'),
    at: 'slipway.yml:4:28: tags.rules[0].evnt',
  },
  {
    name: 'a misspelt attribute of a rule of one image',
    text: changed('/shop}', '/shop, tags: {rules: [{type: sha}, {type: sha, formt: long}]}}'),
    at: 'slipway.yml:3:81: images.shop.tags.rules[1].formt',
  },
  {
    name: 'a type that is none',
    text: rule('{type: semvr}'),
    at: 'slipway.yml:4:23: tags.rules[0].type',
  },
  {
    name: 'a rule without its type',
    text: rule("{pattern: '{{version}}'}"),
    at: 'slipway.yml:4:16: tags.rules[0].type',
  },
  {
    name: 'a semver rule without its pattern',
    text: rule('{type: semver}'),
    at: 'slipway.yml:4:16: tags.rules[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'an attribute of another type',
    text: rule('{type: sha, event: branch}'),
    at: 'slipway.yml:4:35: tags.rules[0].event',
    beyondJsonSchema: true,
  },
  {
    name: 'an expression that is not known',
    text: rule("{type: semver, pattern: '{{majr}}'}"),
    at: 'slipway.yml:4:40: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'a part of a version where there is none',
    text: rule("{type: raw, value: 'v{{major}}'}"),
    at: 'slipway.yml:4:35: tags.rules[0].value',
    beyondJsonSchema: true,
  },
  {
    name: 'an expression that does not end',
    text: rule("{type: raw, value: '{{branch'}"),
    at: 'slipway.yml:4:35: tags.rules[0].value',
    beyondJsonSchema: true,
  },
  {
    name: 'a date without its form',
    text: rule("{type: schedule, pattern: '{{date}}'}"),
    at: 'slipway.yml:4:42: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'a date with a part that is not known',
    text: rule(`{type: schedule, pattern: "{{date 'YYYY-Wo'}}"}`),
    at: 'slipway.yml:4:42: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'a time zone that is none',
    text: rule(`{type: schedule, pattern: "{{date 'YYYY' tz='Mars/Olympus'}}"}`),
    at: 'slipway.yml:4:42: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'an expression that is not regular',
    text: rule("{type: match, pattern: 'v(.*'}"),
    at: 'slipway.yml:4:39: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'a group that is not there',
    text: rule("{type: match, pattern: 'v(.*)', group: 2}"),
    at: 'slipway.yml:4:39: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'an enable that is neither',
    text: rule("{type: sha, enable: '{{branch}}'}"),
    at: 'slipway.yml:4:36: tags.rules[0].enable',
  },
  {
    name: 'a priority in words',
    text: rule('{type: sha, priority: high}'),
    at: 'slipway.yml:4:38: tags.rules[0].priority',
  },
  {
    name: 'a prefix beside build.sh',
    text: tags('{rules: build.sh, prefix: v}'),
    at: 'slipway.yml:4:33: tags.prefix',
    beyondJsonSchema: true,
  },
  {
    name: 'a suffix with an expression that is not known',
    text: tags("{rules: [{type: sha}], suffix: '-{{arch}}'}"),
    at: 'slipway.yml:4:38: tags.suffix',
    beyondJsonSchema: true,
  },
  {
    name: 'a label whose name is none',
    text: changed('/shop}', '/shop, labels: {"a b": c}}'),
    at: 'slipway.yml:3:50: images.shop.labels."a',
  },
];
