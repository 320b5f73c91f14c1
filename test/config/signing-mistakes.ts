import { changed } from './configs.ts';

const file = (more: string) => changed('environments:', `${more}\nenvironments:`);

/** Invalid `signing` and `trust`. */
export const signingMistakes: readonly {
  name: string;
  text: string;
  at: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a key with an unknown URI scheme',
    text: file('signing: {key: "ftp://keys/shop"}'),
    at: 'slipway.yml:4:16: signing.key',
  },
  {
    name: 'a key without its public key',
    text: file('signing: {key: "env://KEY"}'),
    at: 'slipway.yml:4:10: signing',
    beyondJsonSchema: true,
  },
  {
    name: 'an unknown attestation',
    text: file('signing: {attestations: [sboms]}'),
    at: 'slipway.yml:4:26: signing.attestations[0]',
  },
  {
    name: 'an unknown format',
    text: file('signing: {format: old}'),
    at: 'slipway.yml:4:19: signing.format',
  },
  {
    name: 'services without a trusted root',
    text: file('signing: {services: signing.json}'),
    at: 'slipway.yml:4:21: signing.services',
    beyondJsonSchema: true,
  },
  {
    name: 'a key and an identity',
    text: file('trust: {key: cosign.pub, identity: {}}'),
    at: 'slipway.yml:4:36: trust.identity',
    beyondJsonSchema: true,
  },
  {
    name: 'a repository without its ID',
    text: file('trust: {identity: {repository: "https://github.com/acme/shop"}}'),
    at: 'slipway.yml:4:32: trust.identity.repository',
    beyondJsonSchema: true,
  },
  {
    name: 'an ID without its repository, in an environment',
    text: changed('    service: shop\n', '    service: shop\n    trust: {identity: {repository-id: 7}}\n'),
    at: 'slipway.yml:10:39: environments.production.trust.identity.repository-id',
    beyondJsonSchema: true,
  },
  {
    name: 'a required verification without signatures',
    text: changed(
      '    service: shop\n',
      '    service: shop\n    trust: {key: cosign.pub}\n    requires: {environment: staging}\n',
    ),
    at: 'slipway.yml:11:15: environments.production.requires',
    beyondJsonSchema: true,
  },
  {
    name: 'an issuer without TLS',
    text: file('trust: {identity: {issuer: "http://issuer.example"}}'),
    at: 'slipway.yml:4:28: trust.identity.issuer',
  },
  {
    name: 'an age that is not a number of days',
    text: file('trust: {max-scan-age: 12h}'),
    at: 'slipway.yml:4:23: trust.max-scan-age',
  },
];
