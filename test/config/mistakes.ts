import { acceptanceMistakes } from './acceptance-mistakes.ts';
import { chartMistakes } from './chart-mistakes.ts';
import { bomb, changed, minimal } from './configs.ts';
import { gitopsMistakes } from './gitops-mistakes.ts';
import { keptMistakes } from './kept-mistakes.ts';
import { managedMistakes } from './managed-mistakes.ts';
import { placeMistakes } from './place-mistakes.ts';
import { progressiveMistakes } from './progressive-mistakes.ts';
import { recoveryMistakes } from './recovery-mistakes.ts';
import { retentionMistakes } from './retention-mistakes.ts';
import { signingMistakes } from './signing-mistakes.ts';
import { tagMistakes } from './tag-mistakes.ts';

/**
 * Invalid files, with the place and key in the error. `beyondJsonSchema` marks mistakes that JSON Schema cannot detect: the text is not a
 * YAML map with unique keys, or one value depends on another.
 */
export const mistakes: readonly { name: string; text: string; at: string; beyondJsonSchema?: true }[] = [
  {
    name: 'an empty file',
    text: '',
    at: 'slipway.yml:1:1',
  },
  {
    name: 'a file of comments',
    text: '# to do\n',
    at: 'slipway.yml:1:1',
  },
  {
    name: 'a list instead of a map',
    text: '- app: shop\n',
    at: 'slipway.yml:1:1',
  },
  {
    name: 'text instead of a map',
    text: 'shop\n',
    at: 'slipway.yml:1:1',
  },
  {
    name: 'a key given twice',
    text: changed('    service: shop\n', '    service: shop\n    namespace: other\n'),
    at: 'slipway.yml:10:5: environments.production.namespace',
    beyondJsonSchema: true,
  },
  {
    name: 'a tab as indentation',
    text: changed('  shop: {', '\tshop: {'),
    at: 'slipway.yml:3:1',
    beyondJsonSchema: true,
  },
  {
    name: 'a worker of another kind',
    text: changed('    service: shop\n', '    workers: [Job/shop-worker]\n    service: shop\n'),
    at: 'slipway.yml:9:15: environments.production.workers[0]',
  },
  {
    name: 'the workload among its workers',
    text: changed(
      '    service: shop\n',
      '    workers: [Deployment/shop-worker, Deployment/shop]\n    service: shop\n',
    ),
    at: 'slipway.yml:9:39: environments.production.workers[1]',
    beyondJsonSchema: true,
  },
  {
    name: 'a worker with the name of the candidate',
    text: changed('    service: shop\n', '    workers: [Deployment/shop-canary]\n    service: shop\n'),
    at: 'slipway.yml:9:15: environments.production.workers[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a worker given twice',
    text: changed(
      '    service: shop\n',
      '    workers: [Deployment/shop-worker, Deployment/shop-worker]\n    service: shop\n',
    ),
    at: 'slipway.yml:9:39: environments.production.workers[1]',
    beyondJsonSchema: true,
  },
  {
    name: 'a misspelled rule',
    text: `${minimal}policy: {rules: {npm-c: error}}\n`,
    at: 'slipway.yml:12:18: policy.rules.npm-c',
  },
  {
    name: 'a rule without a similar name',
    text: `${minimal}policy: {rules: {curly-brackets: error}}\n`,
    at: 'slipway.yml:12:18: policy.rules.curly-brackets',
  },
  {
    name: 'a misspelled check of BuildKit',
    text: `${minimal}policy: {rules: {buildkit/JsonArgsRecommended: off}}\n`,
    at: 'slipway.yml:12:18: policy.rules."buildkit/JsonArgsRecommended"',
    beyondJsonSchema: true,
  },
  {
    name: 'a misspelled level',
    text: `${minimal}policy: {rules: {npm-ci: warn}}\n`,
    at: 'slipway.yml:12:26: policy.rules.npm-ci',
  },
  {
    name: 'an exception to a misspelled rule',
    text: `${minimal}policy: {exceptions: [{rule: npm-c, owner: ann, reason: soon, expires: 2027-01-31}]}\n`,
    at: 'slipway.yml:12:30: policy.exceptions[0].rule',
  },
  {
    name: 'an exception without an owner',
    text: `${minimal}policy: {exceptions: [{rule: npm-ci, reason: soon, expires: 2027-01-31}]}\n`,
    at: 'slipway.yml:12:23: policy.exceptions[0].owner',
  },
  {
    name: 'an exception without a reason',
    text: `${minimal}policy: {exceptions: [{rule: npm-ci, owner: ann, expires: 2027-01-31}]}\n`,
    at: 'slipway.yml:12:23: policy.exceptions[0].reason',
  },
  {
    name: 'an exception without an expiry date',
    text: `${minimal}policy: {exceptions: [{rule: npm-ci, owner: ann, reason: soon}]}\n`,
    at: 'slipway.yml:12:23: policy.exceptions[0].expires',
  },
  {
    name: 'an exception that expires on an impossible day',
    text: `${minimal}policy: {exceptions: [{rule: npm-ci, owner: ann, reason: soon, expires: 2027-02-30}]}\n`,
    at: 'slipway.yml:12:73: policy.exceptions[0].expires',
    beyondJsonSchema: true,
  },
  {
    name: 'an exception for an unknown image',
    text: `${minimal}policy: {exceptions: [{rule: npm-ci, image: shpo, owner: ann, reason: soon, expires: 2027-01-31}]}\n`,
    at: 'slipway.yml:12:45: policy.exceptions[0].image',
    beyondJsonSchema: true,
  },
  {
    name: 'a grace period that is not a number of days',
    text: `${minimal}scan: {grace: 12h}\n`,
    at: 'slipway.yml:12:15: scan.grace',
  },
  {
    name: 'an unknown comparison',
    text: `${minimal}scan: {compare: deploid}\n`,
    at: 'slipway.yml:12:17: scan.compare',
  },
  {
    name: 'a finding that is accepted without an expiry date',
    text: `${minimal}scan: {exceptions: [{id: CVE-2026-1, owner: ann, reason: soon}]}\n`,
    at: 'slipway.yml:12:21: scan.exceptions[0].expires',
  },
  {
    name: 'a finding that is accepted in an unknown image',
    text: `${minimal}scan: {exceptions: [{id: CVE-2026-1, image: shpo, owner: ann, reason: soon, expires: 2027-01-31}]}\n`,
    at: 'slipway.yml:12:45: scan.exceptions[0].image',
    beyondJsonSchema: true,
  },
  {
    name: 'a base image that is not a pattern',
    text: `${minimal}policy: {bases: [Node]}\n`,
    at: 'slipway.yml:12:18: policy.bases[0]',
  },
  {
    name: 'several documents',
    text: `${changed('app: shop', 'app: shop')}---\napp: other\n`,
    at: 'slipway.yml:12:1',
    beyondJsonSchema: true,
  },
  {
    name: 'a quote that is not closed',
    text: 'app: "shop\n',
    at: 'slipway.yml:2:1',
    beyondJsonSchema: true,
  },
  {
    name: 'an unknown tag',
    text: changed('app: shop', 'app: !env SHOP'),
    at: 'slipway.yml:1:6',
    beyondJsonSchema: true,
  },
  {
    name: 'an alias without anchor',
    text: changed('app: shop', 'app: *name'),
    at: 'slipway.yml:1:6',
    beyondJsonSchema: true,
  },
  {
    name: 'an alias bomb',
    text: bomb,
    at: 'slipway.yml:2:10',
    beyondJsonSchema: true,
  },
  {
    name: 'a merge of a value that is not a map',
    text: changed('    namespace: shop\n', '    namespace: shop\n    <<: 3\n'),
    at: 'slipway.yml:7:5',
    beyondJsonSchema: true,
  },
  {
    name: 'a map as a key',
    text: '? {app: shop}\n: x\n',
    at: 'slipway.yml:1:3',
    beyondJsonSchema: true,
  },
  {
    name: 'a file above 1 MiB',
    text: changed('app: shop', `app: shop #${'x'.repeat(1024 * 1024)}`),
    at: 'slipway.yml',
    beyondJsonSchema: true,
  },
  {
    name: 'a misspelled key, which is not also reported as missing',
    text: changed('manifests:', 'manifest:'),
    at: 'slipway.yml:7:5: environments.production.manifest',
  },
  {
    name: 'a misspelled service, which is not also reported as one that verify needs',
    text: changed('service:', 'servcie:'),
    at: 'slipway.yml:9:5: environments.production.servcie',
  },
  {
    name: 'a key without a similar name',
    text: changed('app: shop', 'app: shop\nowner: me'),
    at: 'slipway.yml:2:1: owner',
  },
  {
    name: 'the key __proto__',
    text: changed('app: shop', 'app: shop\n__proto__: {x: 1}'),
    at: 'slipway.yml:2:1: __proto__',
  },
  {
    name: 'no app',
    text: changed('app: shop\n', ''),
    at: 'slipway.yml:1:1: app',
  },
  {
    name: 'no workload',
    text: changed('    workload: Deployment/shop\n', ''),
    at: 'slipway.yml:5:3: environments.production.workload',
  },
  {
    name: 'environments without a value',
    text: 'app: shop\nimages: {shop: {repository: ghcr.io/acme/shop}}\nenvironments:\n',
    at: 'slipway.yml:3:1: environments',
  },
  {
    name: 'a build argument with an unknown name',
    text: changed('/shop}', "/shop, args: {COMMIT: '{{comit}}'}}"),
    at: 'slipway.yml:3:56: images.shop.args.COMMIT',
    beyondJsonSchema: true,
  },
  {
    name: 'a build argument with unclosed braces',
    text: changed('/shop}', "/shop, args: {NAME: '{{name'}}"),
    at: 'slipway.yml:3:54: images.shop.args.NAME',
    beyondJsonSchema: true,
  },
  {
    name: 'a build argument with the time of the run',
    text: changed('/shop}', '/shop, args: {DATE: "{{date \'YYYY\'}}"}}'),
    at: 'slipway.yml:3:54: images.shop.args.DATE',
    beyondJsonSchema: true,
  },
  {
    name: 'an empty map of images',
    text: changed('\n  shop: {repository: ghcr.io/acme/shop}', ' {}'),
    at: 'slipway.yml:2:9: images',
  },
  {
    name: 'a required key without a value',
    text: changed('namespace: shop', 'namespace:'),
    at: 'slipway.yml:6:5: environments.production.namespace',
  },
  {
    name: 'text instead of a list',
    text: changed('[deploy/]', 'deploy/'),
    at: 'slipway.yml:7:16: environments.production.manifests',
  },
  {
    name: 'a list instead of a map of images',
    text: changed('\n  shop: {repository: ghcr.io/acme/shop}', ' [ghcr.io/acme/shop]'),
    at: 'slipway.yml:2:9: images',
  },
  {
    name: 'an application name in upper case',
    text: changed('app: shop', 'app: Shop'),
    at: 'slipway.yml:1:6: app',
  },
  {
    name: 'an application name of 41 characters',
    text: changed('app: shop', `app: ${'a'.repeat(41)}`),
    at: `slipway.yml:1:6: app`,
  },
  {
    name: 'an image name in upper case',
    text: changed('  shop: {', '  Shop: {'),
    at: 'slipway.yml:3:3: images.Shop',
  },
  {
    name: 'a repository with a tag',
    text: changed('acme/shop}', 'acme/shop:1.4.2}'),
    at: 'slipway.yml:3:22: images.shop.repository',
  },
  {
    name: 'a workload of another kind',
    text: changed('Deployment/shop', 'ReplicaSet/shop'),
    at: 'slipway.yml:8:15: environments.production.workload',
  },
  {
    name: 'an absolute path of manifests',
    text: changed('[deploy/]', '[/deploy]'),
    at: 'slipway.yml:7:17: environments.production.manifests[0]',
  },
  {
    name: 'a live object that is neither a ConfigMap nor a Secret',
    text: changed('    service: shop\n', '    service: shop\n    unversioned: [Pod/shop]\n'),
    at: 'slipway.yml:10:19: environments.production.unversioned[0]',
  },
  {
    name: 'a deadline without a unit',
    text: changed('    service: shop\n', '    service: shop\n    strategy: {rolling: {deadline: 300}}\n'),
    at: 'slipway.yml:10:36: environments.production.strategy.rolling.deadline',
  },
  {
    name: 'a duration with an unknown unit',
    text: changed('{get: /ready}', '{get: /ready, retry-for: 1 day}'),
    at: 'slipway.yml:11:41: environments.production.verify.checks[0].retry-for',
  },
  {
    name: 'a duration above 24 hours',
    text: changed('{get: /ready}', '{get: /ready, retry-for: 24h1ms}'),
    at: 'slipway.yml:11:41: environments.production.verify.checks[0].retry-for',
    beyondJsonSchema: true,
  },
  {
    name: 'a duration of zero',
    text: changed('{get: /ready}', '{get: /ready, retry-for: 0s}'),
    at: 'slipway.yml:11:41: environments.production.verify.checks[0].retry-for',
    beyondJsonSchema: true,
  },
  {
    name: 'a misspelled choice',
    text: changed('      checks:', '      from: servce\n      checks:'),
    at: 'slipway.yml:11:13: environments.production.verify.from',
  },
  {
    name: 'verify without a target for requests',
    text: changed('    service: shop\n', ''),
    at: 'slipway.yml:9:5: environments.production.verify',
    beyondJsonSchema: true,
  },
  {
    name: 'verify from a gateway without a route or an address',
    text: changed('      checks:', '      from: gateway\n      checks:'),
    at: 'slipway.yml:11:13: environments.production.verify.from',
    beyondJsonSchema: true,
  },
  {
    name: 'verify from a Service without its name',
    text: changed('    service: shop\n', '    route: HTTPRoute/shop\n').replace(
      '      checks:',
      '      from: service\n      checks:',
    ),
    at: 'slipway.yml:11:13: environments.production.verify.from',
    beyondJsonSchema: true,
  },
  {
    name: 'an address with a password, which is not shown',
    text: changed('      checks:', '      url: https://me:secret@shop.example.com\n      checks:'),
    at: 'slipway.yml:11:12: environments.production.verify.url',
  },
  {
    name: 'an address with an impossible port',
    text: changed('      checks:', '      url: https://shop.example.com:99999\n      checks:'),
    at: 'slipway.yml:11:12: environments.production.verify.url',
    beyondJsonSchema: true,
  },
  {
    name: 'no checks',
    text: changed('[{get: /ready}]', '[]'),
    at: 'slipway.yml:11:15: environments.production.verify.checks',
  },
  {
    name: 'a check that does not start with a slash',
    text: changed('get: /ready', 'get: ready'),
    at: 'slipway.yml:11:22: environments.production.verify.checks[0].get',
  },
  {
    name: 'a status in quotes',
    text: changed('{get: /ready}', "{get: /ready, status: '200'}"),
    at: 'slipway.yml:11:38: environments.production.verify.checks[0].status',
  },
  {
    name: 'a media type with parameters',
    text: changed('{get: /ready}', '{get: /ready, type: text/html; charset=utf-8}'),
    at: 'slipway.yml:11:36: environments.production.verify.checks[0].type',
  },
  {
    name: 'a number as a header',
    text: changed('{get: /ready}', '{get: /ready, headers: {X-Version: 1}}'),
    at: 'slipway.yml:11:51: environments.production.verify.checks[0].headers.X-Version',
  },
  {
    name: 'a list as a JSON value',
    text: changed('{get: /ready}', '{get: /ready, json: {items: [tea]}}'),
    at: 'slipway.yml:11:44: environments.production.verify.checks[0].json.items',
  },
  {
    name: 'a JSON path with an empty step',
    text: changed('{get: /ready}', '{get: /ready, json: {a..b: 1}}'),
    at: 'slipway.yml:11:37: environments.production.verify.checks[0].json."a..b"',
  },
  {
    name: 'several mistakes, of which the first by position is reported',
    text: changed('app: shop', 'app: Shop').replace('deploy/', '/deploy').replace('/ready', 'ready'),
    at: 'slipway.yml:1:6: app',
  },
  {
    name: 'an unknown base',
    text: changed('/shop}', '/shop, bases: [shpo]}\n  shop-base: {repository: ghcr.io/acme/base}'),
    at: 'slipway.yml:3:49: images.shop.bases[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'images that are built from each other',
    text: changed(
      '/shop}',
      '/shop, bases: [tools]}\n  tools: {repository: ghcr.io/acme/tools, bases: [shop]}',
    ),
    at: 'slipway.yml:3:49: images.shop.bases[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a context outside the folder',
    text: changed('/shop}', '/shop, context: ../other}'),
    at: 'slipway.yml:3:50: images.shop.context',
  },
  {
    name: 'an invalid platform',
    text: changed('/shop}', '/shop, platforms: [amd64]}'),
    at: 'slipway.yml:3:53: images.shop.platforms[0]',
  },
  {
    name: 'a build argument that is not a string',
    text: changed('/shop}', '/shop, args: {NODE: 24}}'),
    at: 'slipway.yml:3:54: images.shop.args.NODE',
  },
  {
    name: 'a threshold without its unit',
    text: changed('environments:', 'test: {coverage: {file: a.xml, lines: 70}}\nenvironments:'),
    at: 'slipway.yml:4:39: test.coverage.lines',
  },
  {
    name: 'a threshold above 100 %',
    text: changed('environments:', 'test: {coverage: {file: a.xml, lines: 101%}}\nenvironments:'),
    at: 'slipway.yml:4:39: test.coverage.lines',
  },
  {
    name: 'an empty test command',
    text: changed('environments:', 'test: {run: " "}\nenvironments:'),
    at: 'slipway.yml:4:13: test.run',
  },
  {
    name: 'an unknown severity',
    text: changed('environments:', 'scan: {fail-on: [severe]}\nenvironments:'),
    at: 'slipway.yml:4:18: scan.fail-on[0]',
  },
  {
    name: 'a cluster without TLS',
    text: changed(
      '    namespace: shop\n',
      '    cluster: {server: http://api.example.com, audience: shop}\n    namespace: shop\n',
    ),
    at: 'slipway.yml:6:23: environments.production.cluster.server',
  },
  ...acceptanceMistakes,
  ...progressiveMistakes,
  ...placeMistakes,
  ...gitopsMistakes,
  ...tagMistakes,
  ...signingMistakes,
  ...retentionMistakes,
  ...recoveryMistakes,
  ...chartMistakes,
  ...keptMistakes,
  ...managedMistakes,
];
