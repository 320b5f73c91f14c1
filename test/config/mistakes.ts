import { bomb, changed, minimal } from './configs.ts';
import { keptMistakes } from './kept-mistakes.ts';
import { managedMistakes } from './managed-mistakes.ts';
import { placeMistakes } from './place-mistakes.ts';
import { progressiveMistakes } from './progressive-mistakes.ts';
import { recoveryMistakes } from './recovery-mistakes.ts';
import { retentionMistakes } from './retention-mistakes.ts';
import { signingMistakes } from './signing-mistakes.ts';
import { tagMistakes } from './tag-mistakes.ts';

/**
 * Wrong files and the sentence for each. `beyondJsonSchema` marks what JSON Schema cannot say: the text is no YAML map of
 * unique keys, or one value depends on another.
 */
export const mistakes: readonly { name: string; text: string; sentence: string; beyondJsonSchema?: true }[] =
  [
    {
      name: 'an empty file',
      text: '',
      sentence: 'slipway.yml:1:1: the file is empty; describe the application, starting with `app: name`',
    },
    {
      name: 'a file of comments',
      text: '# to do\n',
      sentence: 'slipway.yml:1:1: the file is empty; describe the application, starting with `app: name`',
    },
    {
      name: 'a list instead of a map',
      text: '- app: shop\n',
      sentence: 'slipway.yml:1:1: expected a map, got a list; start the file with `app: name`',
    },
    {
      name: 'text instead of a map',
      text: 'shop\n',
      sentence: 'slipway.yml:1:1: expected a map, got text; start the file with `app: name`',
    },
    {
      name: 'a key given twice',
      text: changed('    service: shop\n', '    service: shop\n    namespace: other\n'),
      sentence:
        'slipway.yml:10:5: environments.production.namespace: the key is given twice; keep one of the two',
      beyondJsonSchema: true,
    },
    {
      name: 'a tab as indentation',
      text: changed('  shop: {', '\tshop: {'),
      sentence: 'slipway.yml:3:1: a tab is used for indentation; indent with spaces',
      beyondJsonSchema: true,
    },
    {
      name: 'a worker of another kind',
      text: changed('    service: shop\n', '    workers: [Job/shop-worker]\n    service: shop\n'),
      sentence:
        'slipway.yml:9:15: environments.production.workers[0]: "Job/shop-worker" is not a Deployment, StatefulSet, DaemonSet or CronJob; write Kind/name, such as Deployment/shop-worker',
    },
    {
      name: 'the workload among its workers',
      text: changed(
        '    service: shop\n',
        '    workers: [Deployment/shop-worker, Deployment/shop]\n    service: shop\n',
      ),
      sentence:
        'slipway.yml:9:39: environments.production.workers[1]: "Deployment/shop" is the workload itself; list only what stands beside it',
      beyondJsonSchema: true,
    },
    {
      name: 'a worker with the name of the candidate',
      text: changed('    service: shop\n', '    workers: [Deployment/shop-canary]\n    service: shop\n'),
      sentence:
        'slipway.yml:9:15: environments.production.workers[0]: "Deployment/shop-canary" has the name of the candidate beside the workload; rename it',
      beyondJsonSchema: true,
    },
    {
      name: 'a worker given twice',
      text: changed(
        '    service: shop\n',
        '    workers: [Deployment/shop-worker, Deployment/shop-worker]\n    service: shop\n',
      ),
      sentence:
        'slipway.yml:9:39: environments.production.workers[1]: "Deployment/shop-worker" is listed twice; keep one of the two',
      beyondJsonSchema: true,
    },
    {
      name: 'a rule that is misspelt',
      text: `${minimal}policy: {rules: {npm-c: error}}\n`,
      sentence: 'slipway.yml:12:18: policy.rules.npm-c: "npm-c" is not a rule; did you mean `npm-ci`?',
    },
    {
      name: 'a rule that resembles none',
      text: `${minimal}policy: {rules: {curly-brackets: error}}\n`,
      sentence:
        'slipway.yml:12:18: policy.rules.curly-brackets: "curly-brackets" is not a rule; docs/policy.md lists them all',
    },
    {
      name: 'a misspelt check of BuildKit',
      text: `${minimal}policy: {rules: {buildkit/JsonArgsRecommended: off}}\n`,
      sentence:
        'slipway.yml:12:18: policy.rules."buildkit/JsonArgsRecommended": "buildkit/JsonArgsRecommended" is not a rule; did you mean `buildkit/JSONArgsRecommended`?',
      beyondJsonSchema: true,
    },
    {
      name: 'a level that is misspelt',
      text: `${minimal}policy: {rules: {npm-ci: warn}}\n`,
      sentence:
        'slipway.yml:12:26: policy.rules.npm-ci: "warn" is not a choice; choose one of `off`, `info`, `warning`, `error`',
    },
    {
      name: 'an exception of a rule that is misspelt',
      text: `${minimal}policy: {exceptions: [{rule: npm-c, owner: ann, reason: soon, expires: 2027-01-31}]}\n`,
      sentence: 'slipway.yml:12:30: policy.exceptions[0].rule: "npm-c" is not a rule; did you mean `npm-ci`?',
    },
    {
      name: 'an exception without an owner',
      text: `${minimal}policy: {exceptions: [{rule: npm-ci, reason: soon, expires: 2027-01-31}]}\n`,
      sentence: 'slipway.yml:12:23: policy.exceptions[0].owner is missing; add `owner: platform-team`',
    },
    {
      name: 'an exception without a reason',
      text: `${minimal}policy: {exceptions: [{rule: npm-ci, owner: ann, expires: 2027-01-31}]}\n`,
      sentence:
        'slipway.yml:12:23: policy.exceptions[0].reason is missing; add `reason: the registry has no digests yet`',
    },
    {
      name: 'an exception without an end',
      text: `${minimal}policy: {exceptions: [{rule: npm-ci, owner: ann, reason: soon}]}\n`,
      sentence: 'slipway.yml:12:23: policy.exceptions[0].expires is missing; add `expires: 2027-01-31`',
    },
    {
      name: 'an exception until a day that does not exist',
      text: `${minimal}policy: {exceptions: [{rule: npm-ci, owner: ann, reason: soon, expires: 2027-02-30}]}\n`,
      sentence:
        'slipway.yml:12:73: policy.exceptions[0].expires: "2027-02-30" is a day that does not exist; write another one, such as 2027-01-31',
      beyondJsonSchema: true,
    },
    {
      name: 'an exception for an image that is not there',
      text: `${minimal}policy: {exceptions: [{rule: npm-ci, image: shpo, owner: ann, reason: soon, expires: 2027-01-31}]}\n`,
      sentence:
        'slipway.yml:12:45: policy.exceptions[0].image: "shpo" names no image of this file; did you mean `shop`?',
      beyondJsonSchema: true,
    },
    {
      name: 'a time of grace that is no number of days',
      text: `${minimal}scan: {grace: 12h}\n`,
      sentence:
        'slipway.yml:12:15: scan.grace: "12h" is no number of days; write days such as 7d, at most 999d',
    },
    {
      name: 'a comparison with something else',
      text: `${minimal}scan: {compare: deploid}\n`,
      sentence: 'slipway.yml:12:17: scan.compare: "deploid" is not a choice; did you mean `deployed`?',
    },
    {
      name: 'a finding that is tolerated for ever',
      text: `${minimal}scan: {exceptions: [{id: CVE-2026-1, owner: ann, reason: soon}]}\n`,
      sentence: 'slipway.yml:12:21: scan.exceptions[0].expires is missing; add `expires: 2027-01-31`',
    },
    {
      name: 'a finding that is tolerated in an image that is not there',
      text: `${minimal}scan: {exceptions: [{id: CVE-2026-1, image: shpo, owner: ann, reason: soon, expires: 2027-01-31}]}\n`,
      sentence:
        'slipway.yml:12:45: scan.exceptions[0].image: "shpo" names no image of this file; did you mean `shop`?',
      beyondJsonSchema: true,
    },
    {
      name: 'a base image that is no pattern',
      text: `${minimal}policy: {bases: [Node]}\n`,
      sentence:
        'slipway.yml:12:18: policy.bases[0]: "Node" is not a pattern of base images; write a repository, perhaps with a tag and "*", such as ghcr.io/acme/* or node:*-slim',
    },
    {
      name: 'several documents',
      text: `${changed('app: shop', 'app: shop')}---\napp: other\n`,
      sentence: 'slipway.yml:12:1: a second document starts here; keep one document and remove its `---`',
      beyondJsonSchema: true,
    },
    {
      name: 'a quote that is not closed',
      text: 'app: "shop\n',
      sentence:
        'slipway.yml:2:1: this is not valid YAML (Missing closing "quote); correct the line or the one before it',
      beyondJsonSchema: true,
    },
    {
      name: 'an unknown tag',
      text: changed('app: shop', 'app: !env SHOP'),
      sentence: 'slipway.yml:1:6: the tag is unknown here; remove the word that starts with "!"',
      beyondJsonSchema: true,
    },
    {
      name: 'an alias without anchor',
      text: changed('app: shop', 'app: *name'),
      sentence:
        'slipway.yml:1:6: the alias `*name` has no anchor before it; write `&name` in front of the value that is meant, or write the value out',
      beyondJsonSchema: true,
    },
    {
      name: 'a bomb of aliases',
      text: bomb,
      sentence: 'slipway.yml:2:10: aliases are used more than 100 times; write the values out',
      beyondJsonSchema: true,
    },
    {
      name: 'a merge of something that is no map',
      text: changed('    namespace: shop\n', '    namespace: shop\n    <<: 3\n'),
      sentence: 'slipway.yml:7:5: an alias or a merge (`<<`) cannot be resolved; write the values out',
      beyondJsonSchema: true,
    },
    {
      name: 'a map as a key',
      text: '? {app: shop}\n: x\n',
      sentence: 'slipway.yml:1:3: a list or map stands where a key belongs; write a name',
      beyondJsonSchema: true,
    },
    {
      name: 'a file above 1 MiB',
      text: changed('app: shop', `app: shop #${'x'.repeat(1024 * 1024)}`),
      sentence: 'slipway.yml: the file is larger than 1 MiB; name a slipway.yml with the `config` input',
      beyondJsonSchema: true,
    },
    {
      name: 'a misspelt key, which is not also reported as missing',
      text: changed('manifests:', 'manifest:'),
      sentence: 'slipway.yml:7:5: environments.production.manifest: unknown key; did you mean `manifests`?',
    },
    {
      name: 'a misspelt service, which is not also reported as one that verify needs',
      text: changed('service:', 'servcie:'),
      sentence: 'slipway.yml:9:5: environments.production.servcie: unknown key; did you mean `service`?',
    },
    {
      name: 'a key that resembles none',
      text: changed('app: shop', 'app: shop\nowner: me'),
      sentence:
        'slipway.yml:2:1: owner: unknown key; choose one of `app`, `images`, `tags`, `test`, `scan`, `policy`, `signing`, `trust`, `retention`, `environments`',
    },
    {
      name: 'the key __proto__',
      text: changed('app: shop', 'app: shop\n__proto__: {x: 1}'),
      sentence:
        'slipway.yml:2:1: __proto__: unknown key; choose one of `app`, `images`, `tags`, `test`, `scan`, `policy`, `signing`, `trust`, `retention`, `environments`',
    },
    {
      name: 'no app',
      text: changed('app: shop\n', ''),
      sentence: 'slipway.yml:1:1: app is missing; add `app: shop`',
    },
    {
      name: 'no workload',
      text: changed('    workload: Deployment/shop\n', ''),
      sentence:
        'slipway.yml:5:3: environments.production.workload is missing; add `workload: Deployment/shop`',
    },
    {
      name: 'no environments',
      text: 'app: shop\nimages: {shop: {repository: ghcr.io/acme/shop}}\n',
      sentence:
        'slipway.yml:1:1: environments is missing; add `environments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}`',
    },
    {
      name: 'an empty map of images',
      text: changed('\n  shop: {repository: ghcr.io/acme/shop}', ' {}'),
      sentence:
        'slipway.yml:2:9: images is empty; name at least one image, such as `shop: {repository: ghcr.io/acme/shop}`',
    },
    {
      name: 'a required key without a value',
      text: changed('namespace: shop', 'namespace:'),
      sentence:
        'slipway.yml:6:5: environments.production.namespace: expected text, got nothing; write `namespace: shop`',
    },
    {
      name: 'text instead of a list',
      text: changed('[deploy/]', 'deploy/'),
      sentence:
        'slipway.yml:7:16: environments.production.manifests: expected a list, got text; write `manifests: [deploy/]`',
    },
    {
      name: 'a list instead of a map of images',
      text: changed('\n  shop: {repository: ghcr.io/acme/shop}', ' [ghcr.io/acme/shop]'),
      sentence:
        'slipway.yml:2:9: images: expected a map, got a list; write `images: {shop: {repository: ghcr.io/acme/shop}}`',
    },
    {
      name: 'an application name in capitals',
      text: changed('app: shop', 'app: Shop'),
      sentence:
        'slipway.yml:1:6: app: "Shop" is not the name of an application; use lower-case letters, digits and "-", at most 40 characters',
    },
    {
      name: 'an application name of 41 characters',
      text: changed('app: shop', `app: ${'a'.repeat(41)}`),
      sentence: `slipway.yml:1:6: app: "${'a'.repeat(41)}" is not the name of an application; use lower-case letters, digits and "-", at most 40 characters`,
    },
    {
      name: 'an image name in capitals',
      text: changed('  shop: {', '  Shop: {'),
      sentence:
        'slipway.yml:3:3: images.Shop: "Shop" is not the name of an image; use lower-case letters, digits and "-", at most 63 characters',
    },
    {
      name: 'a repository with a tag',
      text: changed('acme/shop}', 'acme/shop:1.4.2}'),
      sentence:
        'slipway.yml:3:22: images.shop.repository: "ghcr.io/acme/shop:1.4.2" is not a repository; write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    },
    {
      name: 'a workload of another kind',
      text: changed('Deployment/shop', 'ReplicaSet/shop'),
      sentence:
        'slipway.yml:8:15: environments.production.workload: "ReplicaSet/shop" is not a Deployment, StatefulSet or DaemonSet; write Kind/name, such as Deployment/shop',
    },
    {
      name: 'an absolute path of manifests',
      text: changed('[deploy/]', '[/deploy]'),
      sentence:
        'slipway.yml:7:17: environments.production.manifests[0]: "/deploy" is not a relative path; write a path relative to slipway.yml with "/", such as deploy/',
    },
    {
      name: 'a live object that is neither a ConfigMap nor a Secret',
      text: changed('    service: shop\n', '    service: shop\n    live: [Pod/shop]\n'),
      sentence:
        'slipway.yml:10:12: environments.production.live[0]: "Pod/shop" is neither a ConfigMap nor a Secret; write ConfigMap/name or Secret/name',
    },
    {
      name: 'a deadline without a unit',
      text: changed('    service: shop\n', '    service: shop\n    strategy: {rolling: {deadline: 300}}\n'),
      sentence:
        'slipway.yml:10:36: environments.production.strategy.rolling.deadline: expected text, got the number 300; write `deadline: 5m`',
    },
    {
      name: 'a duration with an unknown unit',
      text: changed('{get: /ready}', '{get: /ready, within: 1 day}'),
      sentence:
        'slipway.yml:11:38: environments.production.verify.checks[0].within: "1 day" is not a duration; write numbers with units, such as 250ms, 30s, 5m or 1h30m',
    },
    {
      name: 'a duration above 24 hours',
      text: changed('{get: /ready}', '{get: /ready, within: 24h1ms}'),
      sentence:
        'slipway.yml:11:38: environments.production.verify.checks[0].within: "24h1ms" is out of range; choose a duration above 0 and at most 24h',
      beyondJsonSchema: true,
    },
    {
      name: 'a duration of zero',
      text: changed('{get: /ready}', '{get: /ready, within: 0s}'),
      sentence:
        'slipway.yml:11:38: environments.production.verify.checks[0].within: "0s" is out of range; choose a duration above 0 and at most 24h',
      beyondJsonSchema: true,
    },
    {
      name: 'a misspelt choice',
      text: changed('      checks:', '      from: servce\n      checks:'),
      sentence:
        'slipway.yml:11:13: environments.production.verify.from: "servce" is not a choice; did you mean `service`?',
    },
    {
      name: 'verify without anything to send requests to',
      text: changed('    service: shop\n', ''),
      sentence:
        'slipway.yml:9:5: environments.production.verify has nothing to send requests to; add `route:` or `service:` to the environment, or `url:` to verify',
      beyondJsonSchema: true,
    },
    {
      name: 'verify from a gateway without a route or an address',
      text: changed('      checks:', '      from: gateway\n      checks:'),
      sentence:
        'slipway.yml:11:13: environments.production.verify.from: "gateway" needs a route or an address; add `route: HTTPRoute/name` to the environment, or `url:` to verify',
      beyondJsonSchema: true,
    },
    {
      name: 'verify from a Service that is not named',
      text: changed('    service: shop\n', '    route: HTTPRoute/shop\n').replace(
        '      checks:',
        '      from: service\n      checks:',
      ),
      sentence:
        'slipway.yml:11:13: environments.production.verify.from: "service" needs a Service; add `service: name` to the environment',
      beyondJsonSchema: true,
    },
    {
      name: 'an address with a password, which is not shown',
      text: changed('      checks:', '      url: https://me:secret@shop.example.com\n      checks:'),
      sentence:
        'slipway.yml:11:12: environments.production.verify.url: "https://…@shop.example.com" is not an address; write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
    },
    {
      name: 'an address with an impossible port',
      text: changed('      checks:', '      url: https://shop.example.com:99999\n      checks:'),
      sentence:
        'slipway.yml:11:12: environments.production.verify.url: "https://shop.example.com:99999" is not an address; correct its host or port, as in https://shop.example.com:8443',
      beyondJsonSchema: true,
    },
    {
      name: 'no checks',
      text: changed('[{get: /ready}]', '[]'),
      sentence:
        'slipway.yml:11:15: environments.production.verify.checks is empty; list at least one check, such as `- {get: /ready}`',
    },
    {
      name: 'a check that does not start with a slash',
      text: changed('get: /ready', 'get: ready'),
      sentence:
        'slipway.yml:11:22: environments.production.verify.checks[0].get: "ready" is not a request path; start it with "/" and percent-encode spaces and "#", such as /ready',
    },
    {
      name: 'a status in quotes',
      text: changed('{get: /ready}', "{get: /ready, status: '200'}"),
      sentence:
        'slipway.yml:11:38: environments.production.verify.checks[0].status: "200" is not an HTTP status; write a number from 200 to 599',
    },
    {
      name: 'a media type with parameters',
      text: changed('{get: /ready}', '{get: /ready, type: text/html; charset=utf-8}'),
      sentence:
        'slipway.yml:11:36: environments.production.verify.checks[0].type: "text/html; charset=utf-8" is not a media type; write type/subtype without parameters, such as application/json',
    },
    {
      name: 'a number as a header',
      text: changed('{get: /ready}', '{get: /ready, headers: {X-Version: 1}}'),
      sentence:
        "slipway.yml:11:51: environments.production.verify.checks[0].headers.X-Version: expected text, got the number 1; put it in quotes: '1'",
    },
    {
      name: 'a list as a JSON value',
      text: changed('{get: /ready}', '{get: /ready, json: {items: [tea]}}'),
      sentence:
        'slipway.yml:11:44: environments.production.verify.checks[0].json.items is not a single value; compare with text, a number, true, false or null',
    },
    {
      name: 'a JSON path with an empty step',
      text: changed('{get: /ready}', '{get: /ready, json: {a..b: 1}}'),
      sentence:
        'slipway.yml:11:37: environments.production.verify.checks[0].json."a..b": "a..b" is not a JSON path; write names and indexes, such as version or items[0].name',
    },
    {
      name: 'several mistakes, of which the first by position is told',
      text: changed('app: shop', 'app: Shop').replace('deploy/', '/deploy').replace('/ready', 'ready'),
      sentence:
        'slipway.yml:1:6: app: "Shop" is not the name of an application (and 2 more); use lower-case letters, digits and "-", at most 40 characters',
    },
    {
      name: 'a base that is not there',
      text: changed('/shop}', '/shop, bases: [shpo]}\n  shop-base: {repository: ghcr.io/acme/base}'),
      sentence:
        'slipway.yml:3:49: images.shop.bases[0]: "shpo" names no image of this file; did you mean `shop`?',
      beyondJsonSchema: true,
    },
    {
      name: 'images that are built from one another',
      text: changed(
        '/shop}',
        '/shop, bases: [tools]}\n  tools: {repository: ghcr.io/acme/tools, bases: [shop]}',
      ),
      sentence:
        'slipway.yml:3:49: images.shop.bases[0]: "tools" is built from this image itself (and 1 more); take one of the two out',
      beyondJsonSchema: true,
    },
    {
      name: 'a context outside the folder',
      text: changed('/shop}', '/shop, context: ../other}'),
      sentence:
        'slipway.yml:3:50: images.shop.context: "../other" is not a path below slipway.yml; write a relative path with "/" and without "..", such as web',
    },
    {
      name: 'a platform that is none',
      text: changed('/shop}', '/shop, platforms: [amd64]}'),
      sentence:
        'slipway.yml:3:53: images.shop.platforms[0]: "amd64" is not a platform; write os/architecture, such as linux/amd64 or linux/arm64',
    },
    {
      name: 'a build argument that is no text',
      text: changed('/shop}', '/shop, args: {NODE: 24}}'),
      sentence:
        "slipway.yml:3:54: images.shop.args.NODE: expected text, got the number 24; put it in quotes: '24'",
    },
    {
      name: 'a threshold without its unit',
      text: changed('environments:', 'test: {coverage: {file: a.xml, lines: 70}}\nenvironments:'),
      sentence: 'slipway.yml:4:39: test.coverage.lines: expected text, got the number 70; write `lines: 70%`',
    },
    {
      name: 'a threshold above everything',
      text: changed('environments:', 'test: {coverage: {file: a.xml, lines: 101%}}\nenvironments:'),
      sentence:
        'slipway.yml:4:39: test.coverage.lines: "101%" is not a percentage; write a number from 0 to 100 with "%", such as 70%',
    },
    {
      name: 'an empty test command',
      text: changed('environments:', 'test: {run: " "}\nenvironments:'),
      sentence:
        'slipway.yml:4:13: test.run: " " is empty; write the command that runs the tests, such as npm test',
    },
    {
      name: 'a severity that trivy does not know',
      text: changed('environments:', 'scan: {fail-on: [severe]}\nenvironments:'),
      sentence:
        'slipway.yml:4:18: scan.fail-on[0]: "severe" is not a choice; choose one of `critical`, `high`, `medium`, `low`, `unknown`',
    },
    {
      name: 'a cluster without TLS',
      text: changed(
        '    namespace: shop\n',
        '    cluster: {server: http://api.example.com, audience: shop}\n    namespace: shop\n',
      ),
      sentence:
        'slipway.yml:6:23: environments.production.cluster.server: "http://api.example.com" is not the address of an API server; write https:// and a host, such as https://api.cluster.example.com:6443',
    },
    ...progressiveMistakes,
    ...placeMistakes,
    ...tagMistakes,
    ...signingMistakes,
    ...retentionMistakes,
    ...recoveryMistakes,
    ...keptMistakes,
    ...managedMistakes,
  ];
