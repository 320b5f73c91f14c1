import { changed } from './configs.ts';

const retention = (text: string) => changed('environments:', `retention: ${text}\nenvironments:`);

/** Wrong `retention`, and the sentence for each. */
export const retentionMistakes: readonly {
  name: string;
  text: string;
  sentence: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a rule that keeps nothing',
    text: retention("{rules: [{tags: 'pr-*'}]}"),
    sentence: 'slipway.yml:4:21: retention.rules[0] keeps nothing; add `newest: 20` or `for: 30d`',
    beyondJsonSchema: true,
  },
  {
    name: 'a rule that keeps none',
    text: retention("{rules: [{tags: 'pr-*', newest: 0}]}"),
    sentence:
      'slipway.yml:4:44: retention.rules[0].newest: "0" keeps nothing; write a whole number from 1 to 10000',
  },
  {
    name: 'a rule without tags',
    text: retention('{rules: [{newest: 3}]}'),
    sentence: 'slipway.yml:4:21: retention.rules[0].tags is missing; add `tags: pr-*`',
  },
  {
    name: 'a repository for a pattern of tags',
    text: retention('{protect: [ghcr.io/acme/shop]}'),
    sentence:
      'slipway.yml:4:23: retention.protect[0]: "ghcr.io/acme/shop" is no pattern of tags; write a tag, with "*" for any run of characters, such as pr-*',
  },
  {
    name: 'hours for days',
    text: retention('{untagged: 48h}'),
    sentence:
      'slipway.yml:4:23: retention.untagged: "48h" is no number of days; write days such as 7d, at most 999d',
  },
];
