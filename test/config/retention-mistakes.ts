import { changed } from './configs.ts';

const retention = (text: string) => changed('environments:', `retention: ${text}\nenvironments:`);

/** Invalid `retention`, with the place and key in the error. */
export const retentionMistakes: readonly {
  name: string;
  text: string;
  at: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a rule without a limit',
    text: retention("{rules: [{tags: 'pr-*'}]}"),
    at: 'slipway.yml:4:21: retention.rules[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a rule that keeps 0 images',
    text: retention("{rules: [{tags: 'pr-*', newest: 0}]}"),
    at: 'slipway.yml:4:44: retention.rules[0].newest',
  },
  {
    name: 'a rule without tags',
    text: retention('{rules: [{newest: 3}]}'),
    at: 'slipway.yml:4:21: retention.rules[0].tags',
  },
  {
    name: 'a repository in place of a tag pattern',
    text: retention('{protect: [ghcr.io/acme/shop]}'),
    at: 'slipway.yml:4:23: retention.protect[0]',
  },
  {
    name: 'hours in place of days',
    text: retention('{untagged: 48h}'),
    at: 'slipway.yml:4:23: retention.untagged',
  },
];
