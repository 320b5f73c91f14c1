import { changed } from './configs.ts';

const tags = (text: string) => changed('environments:', `tags: ${text}\nenvironments:`);
const rule = (text: string) => tags(`{rules: [${text}]}`);

/** Invalid `tags`, with the place and key in the error. */
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
    name: 'a misspelled attribute of a rule',
    text: rule('{type: ref, evnt: branch}'),
    at: 'slipway.yml:4:28: tags.rules[0].evnt',
  },
  {
    name: 'a misspelled attribute of a rule of one image',
    text: changed('/shop}', '/shop, tags: {rules: [{type: sha}, {type: sha, formt: long}]}}'),
    at: 'slipway.yml:3:81: images.shop.tags.rules[1].formt',
  },
  {
    name: 'an unknown type',
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
    name: 'a pep440 rule without its pattern',
    text: rule('{type: pep440}'),
    at: 'slipway.yml:4:16: tags.rules[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a regular expression with an unknown flag',
    text: rule("{type: match, pattern: '/v(.*)/q'}"),
    at: 'slipway.yml:4:39: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'an attribute of another type',
    text: rule('{type: sha, event: branch}'),
    at: 'slipway.yml:4:35: tags.rules[0].event',
    beyondJsonSchema: true,
  },
  {
    name: 'an unknown expression',
    text: rule("{type: semver, pattern: '{{majr}}'}"),
    at: 'slipway.yml:4:40: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'a part of a version outside a semver pattern',
    text: rule("{type: raw, value: 'v{{major}}'}"),
    at: 'slipway.yml:4:35: tags.rules[0].value',
    beyondJsonSchema: true,
  },
  {
    name: 'an unclosed expression',
    text: rule("{type: raw, value: '{{branch'}"),
    at: 'slipway.yml:4:35: tags.rules[0].value',
    beyondJsonSchema: true,
  },
  {
    name: 'a file outside of the folder',
    text: rule(`{type: raw, value: "{{file '../VERSION'}}"}`),
    at: 'slipway.yml:4:35: tags.rules[0].value',
    beyondJsonSchema: true,
  },
  {
    name: 'too few digits of the hash',
    text: rule('{type: sha, format: 3}'),
    at: 'slipway.yml:4:36: tags.rules[0].format',
  },
  {
    name: 'a date without a format',
    text: rule("{type: schedule, pattern: '{{date}}'}"),
    at: 'slipway.yml:4:42: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'a date with an unknown token',
    text: rule(`{type: schedule, pattern: "{{date 'YYYY-Wo'}}"}`),
    at: 'slipway.yml:4:42: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'an unknown time zone',
    text: rule(`{type: schedule, pattern: "{{date 'YYYY' tz='Mars/Olympus'}}"}`),
    at: 'slipway.yml:4:42: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'an invalid regular expression',
    text: rule("{type: match, pattern: 'v(.*'}"),
    at: 'slipway.yml:4:39: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'an unknown group',
    text: rule("{type: match, pattern: 'v(.*)', group: 2}"),
    at: 'slipway.yml:4:39: tags.rules[0].pattern',
    beyondJsonSchema: true,
  },
  {
    name: 'an enable that is neither true nor false',
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
    name: 'a suffix with an unknown expression',
    text: tags("{rules: [{type: sha}], suffix: '-{{arch}}'}"),
    at: 'slipway.yml:4:38: tags.suffix',
    beyondJsonSchema: true,
  },
  {
    name: 'a label with an invalid name',
    text: changed('/shop}', '/shop, labels: {"a b": c}}'),
    at: 'slipway.yml:3:50: images.shop.labels."a',
  },
];
