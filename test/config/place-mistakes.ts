import { changed } from './configs.ts';

/** Where images wait, and where environments have them: what would put the two together. */
export const placeMistakes = [
  {
    name: 'a candidate repository that is a release repository',
    text: changed('/shop}', '/shop, candidate: ghcr.io/acme/shop}'),
    sentence:
      'slipway.yml:3:52: images.shop.candidate: "ghcr.io/acme/shop" is a repository that images are released from; name another, because what waits there is not scanned yet',
    beyondJsonSchema: true,
  },
  {
    name: 'a candidate repository of two images',
    text: changed(
      '/shop}',
      '/shop, candidate: ghcr.io/build}\n  base: {repository: a/b, candidate: ghcr.io/build}',
    ),
    sentence:
      'slipway.yml:3:52: images.shop.candidate: "ghcr.io/build" is the candidate repository of base, too (and 1 more); name another, because each keeps its cache there',
    beyondJsonSchema: true,
  },
  {
    name: 'a candidate repository with a tag',
    text: changed('/shop}', '/shop, candidate: ghcr.io/acme/shop:1}'),
    sentence:
      'slipway.yml:3:52: images.shop.candidate: "ghcr.io/acme/shop:1" is not a repository; write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
  },
  {
    name: 'a repository of an environment for no image',
    text: changed(
      '    service: shop\n',
      '    repositories: {shpo: eu.example.com/shop}\n    service: shop\n',
    ),
    sentence:
      'slipway.yml:9:26: environments.production.repositories.shpo: "eu.example.com/shop" is for no image of this file; did you mean `shop`?',
    beyondJsonSchema: true,
  },
  {
    name: 'a repository of an environment where images wait',
    text: changed(
      '    service: shop\n',
      '    repositories: {shop: ghcr.io/acme/shop-candidate}\n    service: shop\n',
    ),
    sentence:
      'slipway.yml:9:26: environments.production.repositories.shop: "ghcr.io/acme/shop-candidate" is where images wait for their scan; name another repository',
    beyondJsonSchema: true,
  },
] as const;
