import { changed } from './configs.ts';

/** How `delivery.gitops` may be written wrong. */
const delivered = (written: string, more = '') =>
  changed('    manifests: [deploy/]\n', `    delivery: {gitops: {${written}}}\n${more}`);
const file = 'files: [kustomization.yaml]';

export const gitopsMistakes = [
  {
    name: 'neither manifests nor a delivery',
    text: changed('    manifests: [deploy/]\n', ''),
    at: 'slipway.yml:5:3: environments.production.manifests',
    beyondJsonSchema: true,
  },
  {
    name: 'a canary that is delivered by Git',
    text: delivered(
      file,
      '    strategy: {canary: {}}\n    gate: {prometheus: {url: http://p}, metrics: [{name: e, total: a, bad: b}]}\n',
    ),
    at: 'slipway.yml:8:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'hooks of a release by Git',
    text: delivered(file, '    hooks: {pre: {run: x}}\n'),
    at: 'slipway.yml:8:12: environments.production.hooks',
    beyondJsonSchema: true,
  },
  {
    name: 'the deadline of a release by Git',
    text: delivered(file, '    strategy: {rolling: {deadline: 5m}}\n'),
    at: 'slipway.yml:8:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'times of a gateway that a release by Git does not change',
    text: delivered(file, '    gateway: {drain: 1m}\n'),
    at: 'slipway.yml:8:14: environments.production.gateway',
    beyondJsonSchema: true,
  },
  {
    name: 'a ConfigMap that a release by Git does not ship',
    text: delivered(file, '    unversioned: [ConfigMap/flags]\n'),
    at: 'slipway.yml:8:18: environments.production.unversioned',
    beyondJsonSchema: true,
  },
  {
    name: 'no file of a release by Git',
    text: delivered('files: []'),
    at: 'slipway.yml:7:32: environments.production.delivery.gitops.files',
  },
  {
    name: 'a password in the address of a Git repository',
    text: delivered(`repository: "https://x:y@h/r", ${file}`),
    at: 'slipway.yml:7:37: environments.production.delivery.gitops.repository',
  },
  {
    name: 'a Git repository over plain HTTP',
    text: delivered(`repository: "http://git.example.com/r", ${file}`),
    at: 'slipway.yml:7:37: environments.production.delivery.gitops.repository',
  },
  {
    name: 'an option in place of a branch',
    text: delivered(`branch: --force, ${file}`),
    at: 'slipway.yml:7:33: environments.production.delivery.gitops.branch',
  },
  {
    name: 'two values in one file of Helm',
    text: delivered('files: [{values: v.yaml, digest: a, tag: b}]'),
    at: 'slipway.yml:7:33: environments.production.delivery.gitops.files[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'values of an unknown image',
    text: delivered('files: [{values: v.yaml, digest: a, of: cart}]'),
    at: 'slipway.yml:7:65: environments.production.delivery.gitops.files[0].of',
    beyondJsonSchema: true,
  },
  {
    name: 'two controllers',
    text: delivered(`${file}, controller: {argocd: {name: a}, flux: {kustomization: b}}`),
    at: 'slipway.yml:7:66: environments.production.delivery.gitops.controller',
    beyondJsonSchema: true,
  },
] as const;
