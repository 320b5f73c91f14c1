import { changed } from './configs.ts';

const manifests = (written: string) => changed('manifests: [deploy/]', `manifests: [${written}]`);

/** Charts of Helm that cannot be rendered, and owners that cannot be named. */
export const chartMistakes = [
  {
    name: 'a chart in a registry without its version',
    text: manifests('{helm: oci://registry.example.com/charts/shop}'),
    at: 'slipway.yml:7:17: environments.production.manifests[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a range of versions of a chart',
    text: manifests('{helm: oci://registry.example.com/charts/shop, version: ^1.2.0}'),
    at: 'slipway.yml:7:73: environments.production.manifests[0].version',
  },
  {
    name: 'a digest of a chart that is cut off',
    text: manifests('{helm: oci://registry.example.com/charts/shop, version: 1.2.0@sha256:0a}'),
    at: 'slipway.yml:7:73: environments.production.manifests[0].version',
  },
  {
    name: 'a version of a chart in a folder',
    text: manifests('{helm: charts/shop, version: 1.2.0}'),
    at: 'slipway.yml:7:46: environments.production.manifests[0].version',
    beyondJsonSchema: true,
  },
  {
    name: 'a chart in a repository of the old kind',
    text: manifests('{helm: https://charts.example.com/shop}'),
    at: 'slipway.yml:7:24: environments.production.manifests[0].helm',
  },
  {
    name: 'a misspelled key of a chart',
    text: manifests('{helm: charts/shop, value: [values.yaml]}'),
    at: 'slipway.yml:7:37: environments.production.manifests[0].value',
  },
  {
    name: 'a chart without its folder',
    text: manifests('{values: [values.yaml]}'),
    at: 'slipway.yml:7:17: environments.production.manifests[0].helm',
  },
  {
    name: 'a list as a value of a chart',
    text: manifests('{helm: charts/shop, set: {hosts: [a, b]}}'),
    at: 'slipway.yml:7:50: environments.production.manifests[0].set.hosts',
  },
  {
    name: 'two values of a chart in one key',
    text: manifests("{helm: charts/shop, set: {'a=1,b': '2'}}"),
    at: 'slipway.yml:7:43: environments.production.manifests[0].set."a=1,b"',
  },
  {
    name: 'an absolute path among the manifests',
    text: manifests('/etc/deploy'),
    at: 'slipway.yml:7:17: environments.production.manifests[0]',
  },
  {
    name: 'an owner that is not Helm',
    text: changed('    service: shop\n', '    service: shop\n    take-over: {argo: shop}\n'),
    at: 'slipway.yml:10:17: environments.production.take-over.argo',
  },
] as const;
