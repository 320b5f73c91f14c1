import { changed } from './configs.ts';

/** Invalid strategies and gates, as in `mistakes.ts`. */

const metric = '{name: errors, total: a, bad: b}';

const gate = (metrics = `[${metric}]`, more = '') =>
  `    gate: {prometheus: {service: monitoring/prometheus:9090}, metrics: ${metrics}${more}}\n`;

const at = (prometheus: string) => gate().replace('{service: monitoring/prometheus:9090}', prometheus);

const strategy = (text: string, rest = '') =>
  changed('    service: shop\n', `    service: shop\n    strategy: ${text}\n${rest}`);

const hooks = (text: string) => changed('    service: shop\n', `    service: shop\n    hooks: ${text}\n`);

const gateway = (text: string) => changed('    service: shop\n', `    service: shop\n    gateway: ${text}\n`);

const canary = (inside: string, judged = gate()) => strategy(`{canary: {${inside}}}`, judged);

export const progressiveMistakes: readonly {
  name: string;
  text: string;
  at: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a strategy that does not exist',
    text: strategy('{canery: {}}'),
    at: 'slipway.yml:10:16: environments.production.strategy.canery',
  },
  {
    name: 'two strategies at once',
    text: strategy('{rolling: {}, canary: {}}'),
    at: 'slipway.yml:10:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'a gateway without time to drain',
    text: gateway('{drain: 500ms}'),
    at: 'slipway.yml:10:22: environments.production.gateway.drain',
    beyondJsonSchema: true,
  },
  {
    name: 'a gateway that may take an hour for a weight',
    text: gateway('{arrival: 1h}'),
    at: 'slipway.yml:10:24: environments.production.gateway.arrival',
    beyondJsonSchema: true,
  },
  {
    name: 'a time of a gateway without a unit',
    text: gateway('{accept-timeout: 30}'),
    at: 'slipway.yml:10:31: environments.production.gateway.accept-timeout',
  },
  {
    name: 'a hook that does nothing',
    text: hooks('{pre: {timeout: 5m}}'),
    at: 'slipway.yml:10:18: environments.production.hooks.pre',
    beyondJsonSchema: true,
  },
  {
    name: 'a hook that is a job and a command',
    text: hooks('{post: {job: a.yaml, run: ./b}}'),
    at: 'slipway.yml:10:19: environments.production.hooks.post',
    beyondJsonSchema: true,
  },
  {
    name: 'a hook with a misspelled key',
    text: hooks('{pre: {jop: a.yaml}}'),
    at: 'slipway.yml:10:19: environments.production.hooks.pre.jop',
  },
  {
    name: 'a hook outside the folder',
    text: hooks('{pre: {job: ../migrate.yaml}}'),
    at: 'slipway.yml:10:24: environments.production.hooks.pre.job',
  },
  {
    name: 'a value of reversible that is not a boolean',
    text: changed('    service: shop\n', '    service: shop\n    reversible: maybe\n'),
    at: 'slipway.yml:10:17: environments.production.reversible',
  },
  {
    name: 'a canary without a gate',
    text: canary('', ''),
    at: 'slipway.yml:10:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'a canary that is judged by checks, without any',
    text: canary('', '    gate: checks\n').replace(/ {4}verify:\n( {6}.*\n)+/, ''),
    at: 'slipway.yml:10:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'a canary without a route that is judged by checks',
    text: canary('', '    gate: checks\n'),
    at: 'slipway.yml:10:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'a canary that is judged by checks, with a bake without a run',
    text: canary('bake: {for: 2h}, deadline: 4h', '    route: HTTPRoute/shop\n    gate: checks\n'),
    at: 'slipway.yml:10:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'a canary without a Service',
    text: changed('    service: shop\n', `    route: HTTPRoute/shop\n    strategy: {canary: {}}\n${gate()}`),
    at: 'slipway.yml:10:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'a canary of a StatefulSet',
    text: changed('Deployment/shop', 'StatefulSet/shop', canary('')),
    at: 'slipway.yml:10:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'a blue-green release of a DaemonSet',
    text: changed('    service: shop\n', '    service: shop\n    strategy: {blue-green: {}}\n').replace(
      'Deployment/shop',
      'DaemonSet/shop',
    ),
    at: 'slipway.yml:10:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'weights that do not rise',
    text: canary('steps: [25%, 25%]'),
    at: 'slipway.yml:10:32: environments.production.strategy.canary.steps',
    beyondJsonSchema: true,
  },
  {
    name: 'a step of 100 %',
    text: canary('steps: [50%, 100%]'),
    at: 'slipway.yml:10:38: environments.production.strategy.canary.steps[1]',
    beyondJsonSchema: true,
  },
  {
    name: 'no steps',
    text: canary('steps: []'),
    at: 'slipway.yml:10:32: environments.production.strategy.canary.steps',
  },
  {
    name: 'steps that begin with an approval',
    text: canary('steps: [approve, 25%]'),
    at: 'slipway.yml:10:32: environments.production.strategy.canary.steps',
    beyondJsonSchema: true,
  },
  {
    name: 'two pauses after one weight',
    text: canary('steps: [25%, pause: 1m, pause: 2m]'),
    at: 'slipway.yml:10:32: environments.production.strategy.canary.steps',
    beyondJsonSchema: true,
  },
  {
    name: 'an unknown kind of step',
    text: canary('steps: [25%, wait]'),
    at: 'slipway.yml:10:38: environments.production.strategy.canary.steps[1]',
  },
  {
    name: 'pauses that take the whole deadline',
    text: canary('steps: [25%, pause: 40m], bake: {for: 10m}'),
    at: 'slipway.yml:10:24: environments.production.strategy.canary',
    beyondJsonSchema: true,
  },
  {
    name: 'an unknown action for an inconclusive verdict',
    text: canary('on-inconclusive: abort'),
    at: 'slipway.yml:10:42: environments.production.strategy.canary.on-inconclusive',
  },
  {
    name: 'a promotion that does not exist',
    text: canary('promotion: inplace'),
    at: 'slipway.yml:10:36: environments.production.strategy.canary.promotion',
  },
  {
    name: 'a promotion in place for blue-green',
    text: strategy('{blue-green: {promotion: in-place}}'),
    at: 'slipway.yml:10:29: environments.production.strategy.blue-green.promotion',
  },
  {
    name: 'a preview without a route',
    text: canary('preview: {header: X-Preview, value: candidate}'),
    at: 'slipway.yml:10:15: environments.production.strategy',
    beyondJsonSchema: true,
  },
  {
    name: 'a preview without a value',
    text: canary('preview: {header: X-Preview}'),
    at: 'slipway.yml:10:25: environments.production.strategy.canary.preview.value',
  },
  {
    name: 'a watchdog without an image',
    text: canary('watchdog: on'),
    at: 'slipway.yml:10:35: environments.production.strategy.canary.watchdog',
  },
  {
    name: 'a misspelled key of a canary',
    text: canary('step: [5%]'),
    at: 'slipway.yml:10:25: environments.production.strategy.canary.step',
  },
  {
    name: 'a bake without unit',
    text: canary('bake: {for: 15}'),
    at: 'slipway.yml:10:37: environments.production.strategy.canary.bake.for',
  },
  {
    name: 'a metric without its bad requests',
    text: canary('', gate('[{name: errors, total: a}]')),
    at: 'slipway.yml:11:73: environments.production.gate.metrics[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a metric of two kinds',
    text: canary('', gate('[{name: errors, total: a, bad: b, histogram: c}]')),
    at: 'slipway.yml:11:73: environments.production.gate.metrics[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a metric of two kinds of bad ones',
    text: canary('', gate('[{name: errors, total: a, bad: b, logs: [error]}]')),
    at: 'slipway.yml:11:73: environments.production.gate.metrics[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'log lines without requests',
    text: canary('', gate('[{name: errors, logs: [error]}]')),
    at: 'slipway.yml:11:73: environments.production.gate.metrics[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'log lines of an unknown level',
    text: canary('', gate('[{name: errors, total: a, logs: [severe]}]')),
    at: 'slipway.yml:11:105: environments.production.gate.metrics[0].logs[0]',
  },
  {
    name: 'log lines of no level',
    text: canary('', gate('[{name: errors, total: a, logs: []}]')),
    at: 'slipway.yml:11:104: environments.production.gate.metrics[0].logs',
  },
  {
    name: 'log lines without a log store',
    text: canary('', gate('[{name: errors, total: a, logs: [error]}]')),
    at: 'slipway.yml:11:72: environments.production.gate.metrics',
    beyondJsonSchema: true,
  },
  {
    name: 'log lines that take too long',
    text: canary(
      '',
      `${gate('[{name: errors, total: a, logs: [error]}]')}    monitoring: {logs: {loki: true, service: logging/loki:3100, max-delay: 6m}}\n`,
    ),
    at: 'slipway.yml:11:72: environments.production.gate.metrics',
    beyondJsonSchema: true,
  },
  {
    name: 'a metric without a counter',
    text: canary('', gate('[{name: errors}]')),
    at: 'slipway.yml:11:73: environments.production.gate.metrics[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a misspelled key of a metric',
    text: canary('', gate('[{name: errors, total: a, baad: b}]')),
    at: 'slipway.yml:11:98: environments.production.gate.metrics[0].baad',
  },
  {
    name: 'an absolute limit of a histogram without its boundary',
    text: canary('', gate("[{name: latency, histogram: a, max: '2%'}]")),
    at: 'slipway.yml:11:73: environments.production.gate.metrics[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a boundary without histogram',
    text: canary('', gate('[{name: errors, total: a, bad: b, slow: [0.3]}]')),
    at: 'slipway.yml:11:73: environments.production.gate.metrics[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'two metrics with one name',
    text: canary('', gate(`[${metric}, {name: errors, histogram: c}]`)),
    at: 'slipway.yml:11:114: environments.production.gate.metrics[1].name',
    beyondJsonSchema: true,
  },
  {
    name: 'a query with a function',
    text: canary('', gate('[{name: errors, total: "sum(a)", bad: b}]')),
    at: 'slipway.yml:11:95: environments.production.gate.metrics[0].total',
  },
  {
    name: 'a query whose label has no quotes',
    text: canary('', gate('[{name: errors, total: a, bad: "a{code=500}"}]')),
    at: 'slipway.yml:11:103: environments.production.gate.metrics[0].bad',
  },
  {
    name: 'a query whose regular expression is not closed',
    text: canary('', gate('[{name: errors, total: a, bad: "a{code=~`5..(`}"}]')),
    at: 'slipway.yml:11:103: environments.production.gate.metrics[0].bad',
    beyondJsonSchema: true,
  },
  {
    name: 'no metrics',
    text: canary('', gate('[]')),
    at: 'slipway.yml:11:72: environments.production.gate.metrics',
  },
  ...['Checks', 'true', '[checks]', ''].map(written => ({
    name: `a gate that is neither checks nor a map: ${written}`,
    text: canary('', `    gate: ${written}\n`),
    at: `slipway.yml:11:${written === '' ? 5 : 11}: environments.production.gate`,
  })),
  {
    name: 'a gate with a misspelled key',
    text: canary('', gate(undefined, ', tik: 15s')),
    at: 'slipway.yml:11:108: environments.production.gate.tik',
  },
  {
    name: 'an unknown share',
    text: canary('', gate(undefined, ', share: trafik')),
    at: 'slipway.yml:11:115: environments.production.gate.share',
  },
  {
    name: 'an unknown profile',
    text: canary('', gate(undefined, ', profile: strickt')),
    at: 'slipway.yml:11:117: environments.production.gate.profile',
  },
  {
    name: 'a Prometheus with two addresses',
    text: canary('', at('{service: monitoring/prometheus:9090, url: http://p}')),
    at: 'slipway.yml:11:24: environments.production.gate.prometheus',
    beyondJsonSchema: true,
  },
  {
    name: 'a Prometheus without an address',
    text: canary('', at('{token: X}')),
    at: 'slipway.yml:11:24: environments.production.gate.prometheus',
    beyondJsonSchema: true,
  },
  {
    name: 'a Service without its namespace',
    text: canary('', at('{service: prometheus:9090}')),
    at: 'slipway.yml:11:34: environments.production.gate.prometheus.service',
  },
  {
    name: 'a Prometheus behind the API server with a token',
    text: canary('', at('{service: monitoring/prometheus:9090, token: X}')),
    at: 'slipway.yml:11:24: environments.production.gate.prometheus',
    beyondJsonSchema: true,
  },
  {
    name: 'a Prometheus whose token would go without TLS',
    text: canary('', at('{url: http://p.example, token: X}')),
    at: 'slipway.yml:11:24: environments.production.gate.prometheus',
    beyondJsonSchema: true,
  },
  {
    name: 'a Prometheus with two credentials',
    text: canary('', at('{url: https://p.example, token: X, sigv4: {}}')),
    at: 'slipway.yml:11:24: environments.production.gate.prometheus',
    beyondJsonSchema: true,
  },
  {
    name: 'a Prometheus with a client certificate without its key',
    text: canary('', at('{url: https://p.example, certificate: X}')),
    at: 'slipway.yml:11:24: environments.production.gate.prometheus',
    beyondJsonSchema: true,
  },
  {
    name: 'a Prometheus with a user without a password',
    text: canary('', at('{url: https://p.example, username: me}')),
    at: 'slipway.yml:11:24: environments.production.gate.prometheus',
    beyondJsonSchema: true,
  },
  {
    name: 'a Prometheus with a credential as a header',
    text: canary('', at('{url: https://p.example, headers: {Authorization: Bearer x}}')),
    at: 'slipway.yml:11:59: environments.production.gate.prometheus.headers.Authorization',
    beyondJsonSchema: true,
  },
  {
    name: 'a Prometheus with an unknown region',
    text: canary('', at('{url: https://p.example, sigv4: {region: Frankfurt}}')),
    at: 'slipway.yml:11:65: environments.production.gate.prometheus.sigv4.region',
    beyondJsonSchema: true,
  },
];
