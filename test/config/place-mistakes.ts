import { changed } from './configs.ts';

/** Candidate repositories and repositories of environments that overlap. */
export const placeMistakes = [
  {
    name: 'a candidate repository that is a release repository',
    text: changed('/shop}', '/shop, candidate: ghcr.io/acme/shop}'),
    at: 'slipway.yml:3:52: images.shop.candidate',
    beyondJsonSchema: true,
  },
  {
    name: 'a candidate repository of two images',
    text: changed(
      '/shop}',
      '/shop, candidate: ghcr.io/build}\n  base: {repository: a/b, candidate: ghcr.io/build}',
    ),
    at: 'slipway.yml:3:52: images.shop.candidate',
    beyondJsonSchema: true,
  },
  {
    name: 'a mirror that is the candidate repository',
    text: changed('/shop}', '/shop, mirrors: [docker.io/acme/shop, ghcr.io/acme/shop-candidate]}'),
    at: 'slipway.yml:3:72: images.shop.mirrors[1]',
    beyondJsonSchema: true,
  },
  {
    name: 'a mirror that is named twice',
    text: changed('/shop}', '/shop, mirrors: [docker.io/acme/shop, docker.io/acme/shop]}'),
    at: 'slipway.yml:3:72: images.shop.mirrors[1]',
    beyondJsonSchema: true,
  },
  {
    name: 'a candidate repository with a tag',
    text: changed('/shop}', '/shop, candidate: ghcr.io/acme/shop:1}'),
    at: 'slipway.yml:3:52: images.shop.candidate',
  },
  {
    name: 'a repository of an environment for an unknown image',
    text: changed(
      '    service: shop\n',
      '    repositories: {shpo: eu.example.com/shop}\n    service: shop\n',
    ),
    at: 'slipway.yml:9:26: environments.production.repositories.shpo',
    beyondJsonSchema: true,
  },
  {
    name: 'a repository of an environment that holds candidates',
    text: changed(
      '    service: shop\n',
      '    repositories: {shop: ghcr.io/acme/shop-candidate}\n    service: shop\n',
    ),
    at: 'slipway.yml:9:26: environments.production.repositories.shop',
    beyondJsonSchema: true,
  },
] as const;
