import { z } from 'zod';
import { problemsOfProxy } from './acceptance.ts';
import { assessSchema } from './assess.ts';
import { manifestsSchema, takeOverSchema } from './charts.ts';
import { clusterSchema } from './cluster.ts';
import { costSchema } from './cost.ts';
import { addressSchema, labelSchema, objectSchema, repositorySchema, unversionedSchema } from './formats.ts';
import { gateOrChecksSchema, metricGateOf } from './gate.ts';
import { gatewaySchema } from './gateway.ts';
import { deliverySchema } from './gitops.ts';
import { hooksSchema, reversibleSchema } from './hooks.ts';
import { monitoringSchema } from './monitoring.ts';
import { addProblems, below, type PlacedProblem, placed } from './placed-problem.ts';
import { bareChecks } from './plain-checks.ts';
import { outlastsHandOver, strategySchema } from './progressive.ts';
import { requiresSchema } from './promotion.ts';
import { recoverySchema } from './recovery.ts';
import { trustSchema } from './signing.ts';
import { verifySchema } from './verification.ts';

/** The schema of one environment in slipway.yml: where a release goes, and what must be true there. */

export const environmentFields = z.strictObject({
  requires: requiresSchema.exactOptional().meta({
    description:
      'The environment that must verify the same digests first: docs/release.md#promotion-by-proof.',
    example: { environment: 'staging', soak: '1h' },
  }),
  repositories: z
    .record(labelSchema('the name of an image'), repositorySchema)
    .exactOptional()
    .meta({
      description:
        'Its own repositories, by image name, in any registry: `push` with `environment` fills them.',
      example: { shop: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop' },
    }),
  trust: trustSchema.exactOptional().meta({
    description: 'What an image must prove here, by keys that override the top-level `trust`.',
    example: { attestations: ['provenance', 'sbom'] },
  }),
  cluster: clusterSchema.exactOptional().meta({
    description: 'A cluster that trusts the OIDC tokens of GitHub Actions. Default: the current kubeconfig.',
    example: { server: 'https://api.cluster.example.com:6443', audience: 'shop-production' },
  }),
  namespace: labelSchema('a namespace').meta({
    description: 'The namespace of the workload.',
    example: 'shop',
  }),
  manifests: manifestsSchema.exactOptional().meta({
    description:
      'Files, folders of YAML, kustomize folders, or Helm charts (docs/helm.md), relative to slipway.yml. Required without `delivery`.',
    example: ['deploy/'],
  }),
  delivery: deliverySchema.exactOptional().meta({
    description: 'How a release reaches the cluster. Default: a run applies the manifests.',
    example: { gitops: { files: ['apps/shop/kustomization.yaml'] } },
  }),
  'take-over': takeOverSchema.exactOptional().meta({
    description: 'Whose objects a release may take over. Default: none.',
    example: { helm: 'shop' },
  }),
  workload: objectSchema(['Deployment', 'StatefulSet', 'DaemonSet'], 'shop').meta({
    description: 'The workload that runs the images. A StatefulSet or DaemonSet only rolls.',
    example: 'Deployment/shop',
  }),
  workers: z
    .array(objectSchema(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'], 'shop-worker'))
    .default([])
    .meta({
      description:
        'Other workloads with the same images, without traffic, which follow the workload. Those in the manifests need no entry.',
      example: ['Deployment/shop-worker'],
    }),
  service: labelSchema('the name of a Service')
    .exactOptional()
    .meta({ description: 'The Service in front of the workload.', example: 'shop' }),
  route: objectSchema(['HTTPRoute'], 'shop')
    .exactOptional()
    .meta({ description: 'The HTTPRoute in front of the Service.', example: 'HTTPRoute/shop' }),
  strategy: strategySchema.prefault({ rolling: {} }).meta({
    description: 'How a release replaces the baseline: docs/release.md.',
    example: { rolling: { deadline: '5m' } },
  }),
  gateway: gatewaySchema.prefault({}).meta({
    description: 'How long the gateway may take. The defaults fit a cloud load balancer.',
    example: { 'accept-timeout': '2m', arrival: '2m', drain: '3s' },
  }),
  gate: gateOrChecksSchema.exactOptional().meta({
    description:
      'What judges a canary; required for `canary`. An object compares metrics. Without metrics, `checks` sends the checks of `verify` to the candidate: that finds one that is broken, not one that is worse.',
    example: {
      prometheus: { service: 'monitoring/prometheus:9090' },
      metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
    },
  }),
  hooks: hooksSchema.exactOptional().meta({
    description: 'The Jobs or commands before and after a release: docs/release.md#hooks.',
    example: { pre: { job: 'hooks/migrate.yaml' } },
  }),
  reversible: reversibleSchema.exactOptional(),
  unversioned: z
    .array(unversionedSchema)
    .default([])
    .meta({
      description:
        'ConfigMaps and Secrets that keep their names and stay as they are. Others ship with the release, and roll back with it.',
      example: ['ConfigMap/feature-flags'],
    }),
  recovery: recoverySchema.exactOptional().meta({
    description: 'How the environment is backed up, and its recovery targets.',
    example: {
      repositories: { 'off-site': { survives: 'region', pgbackrest: 1, locked: '30d' } },
      databases: { shop: { workload: 'StatefulSet/db', stanza: 'shop', database: 'shop', to: ['off-site'] } },
    },
  }),
  monitoring: monitoringSchema.exactOptional().meta({
    description: 'What is measured after a release, and who is notified.',
    example: { receivers: { info: [{ slack: 'SLACK_WEBHOOK_URL' }] } },
  }),
  assess: assessSchema.exactOptional().meta({
    description: 'What `assess` demands of the manifests and the cluster.',
    example: { zones: 1 },
  }),
  cost: costSchema.exactOptional().meta({
    description: 'Prices and caps for `cost`.',
    example: { prices: { 'core-hour': 0.031, 'gib-hour': 0.0042 }, 'monthly-cap': 400 },
  }),
  url: addressSchema.exactOptional().meta({
    description:
      'Where people reach the application; GitHub links it from the environment. Default: the address in `verify`, or the host of the HTTPRoute or Ingress in the manifests.',
    example: 'https://shop.example.com',
  }),
  verify: verifySchema.exactOptional().meta({
    description: 'How to prove that the release works. Default: it only has to become ready.',
    example: { checks: [{ get: '/ready' }] },
  }),
});

export const environmentSchema = environmentFields.transform((environment, context): Resolved => {
  // A misspelled `service` must not be reported as a missing one.
  if (context.issues.length > 0) return z.NEVER;
  const { verify, manifests, ...rest } = environment;
  if (manifests === undefined && environment.delivery === undefined) {
    context.addIssue({ code: 'invalid_type', expected: 'array', input: undefined, path: ['manifests'] });
    return z.NEVER;
  }
  const from = verify?.from ?? usualFrom(environment);
  const problems = [
    ...workerProblems(environment),
    ...placed(['strategy'], strategyProblem(environment)),
    ...placed(['gate', 'metrics'], logsProblem(environment)),
    ...verifyProblems(environment, from),
  ].slice(0, 1);
  addProblems(problems, context);
  if (problems.length > 0) return z.NEVER;
  return {
    ...rest,
    manifests: manifests ?? [],
    ...(verify === undefined ? {} : { verify: { ...verify, from } }),
  };
});

type Fields = z.output<typeof environmentFields>;
type Verify = z.output<typeof verifySchema>;
type Resolved = Omit<Fields, 'verify' | 'manifests'> & {
  /** Empty where a GitOps controller applies them. */
  manifests: NonNullable<Fields['manifests']>;
  verify?: Omit<Verify, 'from'> & { from: NonNullable<Verify['from']> };
};

/** Returns the entries of `workers` that cannot be workers. */
function workerProblems({ workers, workload }: Fields): PlacedProblem[] {
  const titles = workers.map(({ kind, name }) => `${kind}/${name}`);
  return titles.flatMap((title, index) => {
    const path = ['workers', index];
    if (title === `${workload.kind}/${workload.name}`)
      return placed(path, 'is the workload itself; list only other workloads');
    if (title === `Deployment/${workload.name}-canary`)
      return placed(path, 'has the name of the canary of the workload; rename it');
    return titles.indexOf(title) === index ? [] : placed(path, 'is listed twice; keep one of the two');
  });
}

/** The name of a Service must leave room for the suffix `-canary`. */
const longestService = 63 - '-canary'.length;

/** Returns what the strategy needs and the environment lacks. */
function strategyProblem({ strategy, gate, service, route, workload, verify }: Fields): string | undefined {
  if (strategy.kind === 'rolling') return undefined;
  if (workload.kind !== 'Deployment')
    return `is ${strategy.kind}, which needs a Deployment, because ${workload.kind}/${workload.name} cannot run beside a copy of itself; write \`strategy: {rolling: {}}\``;
  if (service === undefined)
    return `is ${strategy.kind}, which needs a Service; add \`service: name\` to the environment`;
  if (service.length > longestService)
    return `is ${strategy.kind}, which creates Service/${service}-canary, a name of more than 63 characters; use a Service with a name of at most ${longestService}`;
  if (strategy.kind === 'canary' && gate === undefined) {
    return 'is canary, which needs a gate; add `gate:` to the environment';
  }
  if (gate === 'checks') {
    if (verify === undefined)
      return `is ${strategy.kind} with \`gate: checks\`, but the environment has no checks; add \`verify: {checks: …}\``;
    if (bareChecks(verify.checks).length === 0)
      return `is ${strategy.kind} with \`gate: checks\`, which sends only checks that can go through the API server, such as a GET without an identity, and there is none; add \`- {get: /ready}\``;
    if (strategy.kind === 'canary' && route === undefined)
      return 'is canary with `gate: checks`, which needs a route: without one, no request can be sent to the candidate alone; add `route: HTTPRoute/name`, or metrics to `gate`';
    if (strategy.kind === 'canary' && outlastsHandOver(strategy))
      return 'is canary with `gate: checks`, but its bake or a pause is longer than `hand-over-after`, after which no run sends the checks; raise `hand-over-after`, or shorten them';
  }
  if (strategy.preview !== undefined && route === undefined) {
    return 'has a preview by header, which needs a route; add `route: HTTPRoute/name` to the environment';
  }
  return undefined;
}

/** Every tick of the gate waits for the lines, and a longer wait would keep a bad candidate live. */
const longestShipping = 300_000;

/** Returns what metrics of log lines need and the environment lacks. */
function logsProblem({ monitoring, ...environment }: Fields): string | undefined {
  if (metricGateOf(environment)?.metrics.some(metric => 'logs' in metric) !== true) return undefined;
  if (monitoring?.logs === undefined)
    return 'has a metric with `logs`, which needs a log store; add `monitoring: {logs: …}` to the environment';
  return monitoring.logs['max-delay'] > longestShipping
    ? 'has a metric with `logs`, for which the gate would wait longer than 5m; write at most `max-delay: 5m` in `monitoring.logs`'
    : undefined;
}

function usualFrom(environment: Fields): 'gateway' | 'service' {
  if (environment.route !== undefined) return 'gateway';
  // An address alone is enough to verify from outside.
  return environment.service === undefined && environment.verify?.url !== undefined ? 'gateway' : 'service';
}

/** Returns what the requests of `verify` need and the environment lacks. */
function verifyProblems({ verify, route, service }: Fields, from: 'gateway' | 'service'): PlacedProblem[] {
  if (verify === undefined) return [];
  const path = verify.from === undefined ? ['verify'] : ['verify', 'from'];
  if (from === 'gateway')
    return route === undefined && verify.url === undefined
      ? placed(
          path,
          'needs a route or an address; add `route: HTTPRoute/name` to the environment, or `url:` to verify',
        )
      : [];
  if (service === undefined)
    return placed(
      path,
      verify.from === undefined
        ? 'has nothing to send requests to; add `route:` or `service:` to the environment, or `url:` to verify'
        : 'needs a Service; add `service: name` to the environment',
    );
  return verify.url === undefined ? below('verify', problemsOfProxy(verify)) : [];
}
