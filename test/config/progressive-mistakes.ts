import { changed } from './configs.ts';

/** Wrong strategies and gates, as in `mistakes.ts`. */

const metric = '{name: errors, total: a, bad: b}';

const gate = (metrics = `[${metric}]`, more = '') =>
  `    gate: {prometheus: {service: monitoring/prometheus:9090}, metrics: ${metrics}${more}}\n`;

const at = (prometheus: string) => gate().replace('{service: monitoring/prometheus:9090}', prometheus);

const strategy = (text: string, rest = '') =>
  changed('    service: shop\n', `    service: shop\n    strategy: ${text}\n${rest}`);

const hooks = (text: string) => changed('    service: shop\n', `    service: shop\n    hooks: ${text}\n`);

const canary = (inside: string, judged = gate()) => strategy(`{canary: {${inside}}}`, judged);

export const progressiveMistakes: readonly {
  name: string;
  text: string;
  sentence: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a strategy that does not exist',
    text: strategy('{canery: {}}'),
    sentence:
      'slipway.yml:10:16: environments.production.strategy.canery: unknown key; did you mean `canary`?',
  },
  {
    name: 'two strategies at once',
    text: strategy('{rolling: {}, canary: {}}'),
    sentence: 'slipway.yml:10:15: environments.production.strategy has rolling and canary; keep one of them',
    beyondJsonSchema: true,
  },
  {
    name: 'a hook that does nothing',
    text: hooks('{pre: {within: 5m}}'),
    sentence:
      'slipway.yml:10:18: environments.production.hooks.pre does nothing; give it `job: hooks/migrate.yaml`, or `run:` with a command',
    beyondJsonSchema: true,
  },
  {
    name: 'a hook that is a job and a command',
    text: hooks('{post: {job: a.yaml, run: ./b}}'),
    sentence: 'slipway.yml:10:19: environments.production.hooks.post has `job` and `run`; keep one of them',
    beyondJsonSchema: true,
  },
  {
    name: 'a hook with a misspelt key',
    text: hooks('{pre: {jop: a.yaml}}'),
    sentence: 'slipway.yml:10:19: environments.production.hooks.pre.jop: unknown key; did you mean `job`?',
  },
  {
    name: 'a hook that leads out of the folder',
    text: hooks('{pre: {job: ../migrate.yaml}}'),
    sentence:
      'slipway.yml:10:24: environments.production.hooks.pre.job: "../migrate.yaml" is not the name of a file; write a relative path with "/" and without "..", such as Dockerfile',
  },
  {
    name: 'a way back that is a word',
    text: changed('    service: shop\n', '    service: shop\n    reversible: maybe\n'),
    sentence: 'slipway.yml:10:17: environments.production.reversible: "maybe" is neither true nor false',
  },
  {
    name: 'a canary without a gate',
    text: canary('', ''),
    sentence:
      'slipway.yml:10:15: environments.production.strategy is canary, which needs something that judges; add `gate:` to the environment',
    beyondJsonSchema: true,
  },
  {
    name: 'a canary without a Service',
    text: changed('    service: shop\n', `    route: HTTPRoute/shop\n    strategy: {canary: {}}\n${gate()}`),
    sentence:
      'slipway.yml:10:15: environments.production.strategy is canary, which needs a Service; add `service: name` to the environment',
    beyondJsonSchema: true,
  },
  {
    name: 'a canary of a StatefulSet',
    text: changed('Deployment/shop', 'StatefulSet/shop', canary('')),
    sentence:
      'slipway.yml:10:15: environments.production.strategy is canary, which takes a Deployment, for StatefulSet/shop cannot stand beside a copy of itself; write `strategy: {rolling: {}}`',
    beyondJsonSchema: true,
  },
  {
    name: 'a blue-green release of a DaemonSet',
    text: changed('    service: shop\n', '    service: shop\n    strategy: {blue-green: {}}\n').replace(
      'Deployment/shop',
      'DaemonSet/shop',
    ),
    sentence:
      'slipway.yml:10:15: environments.production.strategy is blue-green, which takes a Deployment, for DaemonSet/shop cannot stand beside a copy of itself; write `strategy: {rolling: {}}`',
    beyondJsonSchema: true,
  },
  {
    name: 'weights that do not rise',
    text: canary('steps: [25%, 25%]'),
    sentence:
      'slipway.yml:10:32: environments.production.strategy.canary.steps does not rise; write each weight larger than the one before, such as `steps: [5%, 25%, 50%]`',
    beyondJsonSchema: true,
  },
  {
    name: 'a step of 100 %',
    text: canary('steps: [50%, 100%]'),
    sentence:
      'slipway.yml:10:38: environments.production.strategy.canary.steps[1]: "100%" is no weight of a canary; write a percentage above 0% and below 100%',
    beyondJsonSchema: true,
  },
  {
    name: 'no steps',
    text: canary('steps: []'),
    sentence:
      'slipway.yml:10:32: environments.production.strategy.canary.steps is empty; list at least one weight, such as `steps: [5%, 25%, 50%]`',
  },
  {
    name: 'an unknown answer to an open verdict',
    text: canary('on-inconclusive: abort'),
    sentence:
      'slipway.yml:10:42: environments.production.strategy.canary.on-inconclusive: "abort" is not a choice; choose one of `undo`, `hold`, `approve`',
  },
  {
    name: 'a promotion that does not exist',
    text: canary('promotion: inplace'),
    sentence:
      'slipway.yml:10:36: environments.production.strategy.canary.promotion: "inplace" is not a choice; did you mean `in-place`?',
  },
  {
    name: 'a promotion in place for blue-green, which has no share to keep',
    text: strategy('{blue-green: {promotion: in-place}}'),
    sentence:
      'slipway.yml:10:29: environments.production.strategy.blue-green.promotion: unknown key; choose one of `deadline`, `watch`, `preview`, `dead-man`',
  },
  {
    name: 'a preview without a route',
    text: canary('preview: {header: X-Preview, value: candidate}'),
    sentence:
      'slipway.yml:10:15: environments.production.strategy has a preview by header, which needs a route; add `route: HTTPRoute/name` to the environment',
    beyondJsonSchema: true,
  },
  {
    name: 'a preview without a value',
    text: canary('preview: {header: X-Preview}'),
    sentence:
      'slipway.yml:10:25: environments.production.strategy.canary.preview.value is missing; add `value: candidate`',
  },
  {
    name: 'a dead man that is switched on without an image',
    text: canary('dead-man: on'),
    sentence:
      'slipway.yml:10:35: environments.production.strategy.canary.dead-man: "on" is neither off nor an image; write `dead-man: {image: …}`, an image with a shell and kubectl or curl, or `dead-man: off`',
  },
  {
    name: 'a misspelt key of a canary',
    text: canary('step: [5%]'),
    sentence:
      'slipway.yml:10:25: environments.production.strategy.canary.step: unknown key; did you mean `steps`?',
  },
  {
    name: 'a bake without unit',
    text: canary('bake: {for: 15}'),
    sentence:
      'slipway.yml:10:37: environments.production.strategy.canary.bake.for: expected text, got the number 15; write `for: 15m`',
  },
  {
    name: 'a metric without its bad requests',
    text: canary('', gate('[{name: errors, total: a}]')),
    sentence:
      'slipway.yml:11:73: environments.production.gate.metrics[0] has `total` without `bad`; add the bad ones among them, such as `bad: http_requests_total{code=~"5.."}`',
    beyondJsonSchema: true,
  },
  {
    name: 'a metric of two kinds',
    text: canary('', gate('[{name: errors, total: a, bad: b, histogram: c}]')),
    sentence:
      'slipway.yml:11:73: environments.production.gate.metrics[0] has `histogram` beside `total` or `bad`; make two metrics of them',
    beyondJsonSchema: true,
  },
  {
    name: 'a metric of nothing',
    text: canary('', gate('[{name: errors}]')),
    sentence:
      'slipway.yml:11:73: environments.production.gate.metrics[0] measures nothing; give it `total` and `bad`, or `histogram`',
    beyondJsonSchema: true,
  },
  {
    name: 'a misspelt key of a metric',
    text: canary('', gate('[{name: errors, total: a, baad: b}]')),
    sentence:
      'slipway.yml:11:98: environments.production.gate.metrics[0].baad: unknown key; did you mean `bad`?',
  },
  {
    name: 'a boundary without histogram',
    text: canary('', gate('[{name: errors, total: a, bad: b, slow: [0.3]}]')),
    sentence:
      'slipway.yml:11:73: environments.production.gate.metrics[0] has `slow` without `histogram`; add `histogram:`',
    beyondJsonSchema: true,
  },
  {
    name: 'a query with a function',
    text: canary('', gate('[{name: errors, total: "sum(a)", bad: b}]')),
    sentence:
      'slipway.yml:11:95: environments.production.gate.metrics[0].total: "sum(a)" is not a series selector; write the name of a counter with its labels, such as http_requests_total{code=~"5.."}',
  },
  {
    name: 'no metrics',
    text: canary('', gate('[]')),
    sentence: 'slipway.yml:11:72: environments.production.gate.metrics is empty; list at least one metric',
  },
  {
    name: 'a share that is unknown',
    text: canary('', gate(undefined, ', share: trafik')),
    sentence:
      'slipway.yml:11:115: environments.production.gate.share: "trafik" is neither contour, traefik, application nor two queries; write `share: contour`, `share: traefik`, `share: application` or `share: {total: …, candidate: …}`',
  },
  {
    name: 'a profile that is unknown',
    text: canary('', gate(undefined, ', profile: strickt')),
    sentence:
      'slipway.yml:11:117: environments.production.gate.profile: "strickt" is not a choice; did you mean `strict`?',
  },
  {
    name: 'a Prometheus at two places',
    text: canary('', at('{service: monitoring/prometheus:9090, url: http://p}')),
    sentence:
      'slipway.yml:11:24: environments.production.gate.prometheus needs either `service` or `url`; write `prometheus: {service: monitoring/prometheus:9090}`',
    beyondJsonSchema: true,
  },
  {
    name: 'a Prometheus nowhere',
    text: canary('', at('{token: X}')),
    sentence:
      'slipway.yml:11:24: environments.production.gate.prometheus needs either `service` or `url`; write `prometheus: {service: monitoring/prometheus:9090}`',
    beyondJsonSchema: true,
  },
  {
    name: 'a Service without its namespace',
    text: canary('', at('{service: prometheus:9090}')),
    sentence:
      'slipway.yml:11:34: environments.production.gate.prometheus.service: "prometheus:9090" is not a Service with its port; write namespace/name:port, such as monitoring/prometheus:9090',
  },
];
