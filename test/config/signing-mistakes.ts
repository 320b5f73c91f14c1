import { changed } from './configs.ts';

const file = (more: string) => changed('environments:', `${more}\nenvironments:`);

/** Of `signing` and `trust`. */
export const signingMistakes: readonly {
  name: string;
  text: string;
  sentence: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a key by an address that no service has',
    text: file('signing: {key: "ftp://keys/shop"}'),
    sentence:
      'slipway.yml:4:16: signing.key: "ftp://keys/shop" is not a key; write env://NAME, the address of a key service such as awskms:///alias/shop, or the path of a file',
  },
  {
    name: 'a key without its public half',
    text: file('signing: {key: "env://KEY"}'),
    sentence:
      'slipway.yml:4:10: signing signs with a key, and nothing says with which public key releases are verified; add `trust: {key: cosign.pub}`',
    beyondJsonSchema: true,
  },
  {
    name: 'an attestation that nobody makes',
    text: file('signing: {attest: [sboms]}'),
    sentence: 'slipway.yml:4:20: signing.attest[0]: "sboms" is not a choice; did you mean `sbom`?',
  },
  {
    name: 'a format that is none',
    text: file('signing: {format: old}'),
    sentence: 'slipway.yml:4:19: signing.format: "old" is not a choice; choose one of `bundle`, `legacy`',
  },
  {
    name: 'services that nobody trusts',
    text: file('signing: {services: signing.json}'),
    sentence:
      'slipway.yml:4:21: signing.services: "signing.json" names services that nobody trusts; add `trust: {root: .slipway/trusted-root.json}`',
    beyondJsonSchema: true,
  },
  {
    name: 'a key and an identity',
    text: file('trust: {key: cosign.pub, identity: {}}'),
    sentence: 'slipway.yml:4:36: trust.identity stands beside `key`; keep one of the two',
    beyondJsonSchema: true,
  },
  {
    name: 'a repository by its name alone',
    text: file('trust: {identity: {repository: "https://github.com/acme/shop"}}'),
    sentence:
      'slipway.yml:4:32: trust.identity.repository: "https://github.com/acme/shop" has a name that somebody else may get one day; add its `repository-id`, which `gh api repos/OWNER/NAME --jq .id` tells',
    beyondJsonSchema: true,
  },
  {
    name: 'a number of no repository, in an environment',
    text: changed('    service: shop\n', '    service: shop\n    trust: {identity: {repository-id: 7}}\n'),
    sentence:
      'slipway.yml:10:39: environments.production.trust.identity.repository-id: "7" is of no repository; add `repository: https://…`',
    beyondJsonSchema: true,
  },
  {
    name: 'an issuer without TLS',
    text: file('trust: {identity: {issuer: "http://issuer.example"}}'),
    sentence:
      'slipway.yml:4:28: trust.identity.issuer: "http://issuer.example" is not an issuer; write its address, such as https://token.actions.githubusercontent.com',
  },
  {
    name: 'an age that is no number of days',
    text: file('trust: {scan-age: 12h}'),
    sentence:
      'slipway.yml:4:19: trust.scan-age: "12h" is no number of days; write days such as 7d, at most 999d',
  },
];
