import { z } from 'zod';
import { clusterSchema } from './cluster.ts';
import {
  baseProblems,
  candidateProblems,
  imageSchema,
  mirrorProblems,
  placeProblems,
  testSchema,
} from './delivery.ts';
import { exceptionProblems } from './exceptions.ts';
import { gateSchema } from './gate.ts';
import { gatewaySchema } from './gateway.ts';
import {
  atLeastOne,
  labelSchema,
  liveSchema,
  manifestPathSchema,
  objectSchema,
  repositorySchema,
} from './grammar.ts';
import { hooksSchema, reversibleSchema } from './guards.ts';
import { policySchema } from './policy.ts';
import { strategySchema } from './progressive.ts';
import { requiresProblems, requiresSchema } from './promotion.ts';
import { recoverySchema } from './recovery.ts';
import { retentionSchema } from './retention.ts';
import { scanSchema } from './scanning.ts';
import { signingSchema, trustProblems, trustSchema } from './signing.ts';
import { tagsSchema } from './tags.ts';
import { verifySchema } from './verification.ts';

/**
 * slipway.yml: what is built, no more. Descriptions and examples (`example`, because zod drops `examples` wherever a value is
 * transformed) reach editors through JSON Schema and users through errors.
 */

export const environmentFields = z.strictObject({
  requires: requiresSchema.exactOptional().meta({
    description: 'The environment in which the same digests have to be verified before they may come here.',
    example: { environment: 'staging', soak: '1h' },
  }),
  repositories: z
    .record(labelSchema('the name of an image'), repositorySchema)
    .exactOptional()
    .meta({
      description:
        'Repositories of its own, by the names of images, in the same registry or another one: `push` with `environment` copies there what was released.',
      example: { shop: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop' },
    }),
  trust: trustSchema.exactOptional().meta({
    description:
      'What an image must prove before it comes here; what it leaves out is as the whole file demands.',
    example: { attestations: ['provenance', 'sbom'] },
  }),
  cluster: clusterSchema.exactOptional().meta({
    description: 'A cluster that trusts the OIDC tokens of GitHub Actions. Default: the kubeconfig at hand.',
    example: { server: 'https://api.cluster.example.com:6443', audience: 'shop-production' },
  }),
  namespace: labelSchema('a namespace').meta({
    description: 'The namespace of the workload.',
    example: 'shop',
  }),
  manifests: z
    .array(manifestPathSchema)
    .min(1, { error: 'is empty; list at least one file or folder, such as `- deploy/`' })
    .meta({
      description: 'Files, folders of YAML, or kustomize folders, relative to slipway.yml.',
      example: ['deploy/'],
    }),
  workload: objectSchema(['Deployment', 'StatefulSet', 'DaemonSet'], 'shop').meta({
    description: 'The workload that carries the images.',
    example: 'Deployment/shop',
  }),
  workers: z
    .array(objectSchema(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'], 'shop-worker'))
    .default([])
    .meta({
      description:
        'Further workloads and CronJobs of the same images, which get no traffic: they follow when the workload serves the new version. Those of the manifests that run an image of the application are workers whether they are listed or not.',
      example: ['Deployment/shop-worker'],
    }),
  service: labelSchema('the name of a Service')
    .exactOptional()
    .meta({ description: 'The Service in front of the workload.', example: 'shop' }),
  route: objectSchema(['HTTPRoute'], 'shop')
    .exactOptional()
    .meta({ description: 'The HTTPRoute in front of the Service.', example: 'HTTPRoute/shop' }),
  strategy: strategySchema.prefault({ rolling: {} }).meta({
    description: 'How a release replaces the one before: rolling, canary or blue-green.',
    example: { rolling: { deadline: '5m' } },
  }),
  gateway: gatewaySchema.prefault({}).meta({
    description:
      'How long the gateway in front of the Service may take. The defaults fit a cloud load balancer where a gate judges.',
    example: { acceptance: '2m', arrival: '2m', drain: '3s' },
  }),
  gate: gateSchema.exactOptional().meta({
    description: 'What judges the candidate of a canary against the baseline.',
    example: {
      prometheus: { service: 'monitoring/prometheus:9090' },
      metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
    },
  }),
  hooks: hooksSchema.exactOptional().meta({
    description: 'What runs before and after a release.',
    example: { pre: { job: 'hooks/migrate.yaml' } },
  }),
  reversible: reversibleSchema.exactOptional(),
  live: z
    .array(liveSchema)
    .default([])
    .meta({
      description:
        'ConfigMaps and Secrets that pods name and that keep their names and stay live, instead of being shipped with the release.',
      example: ['ConfigMap/feature-flags'],
    }),
  recovery: recoverySchema.exactOptional().meta({
    description: 'How it is backed up, and how soon and with how little loss it has to come back.',
    example: {
      repositories: { far: { apart: 'region', pgbackrest: 1, locked: '30d' } },
      databases: { shop: { workload: 'StatefulSet/db', stanza: 'shop', database: 'shop', to: ['far'] } },
    },
  }),
  verify: verifySchema
    .exactOptional()
    .meta({ description: 'How to prove that the release works.', example: { checks: [{ get: '/ready' }] } }),
});

export const environmentSchema = environmentFields.transform((environment, context): Resolved => {
  // A misspelt `service` must not be reported as a missing one.
  if (context.issues.length > 0) return z.NEVER;
  const { verify, ...rest } = environment;
  const [wrong] = workerProblems(environment);
  if (wrong !== undefined) {
    context.addIssue({ code: 'custom', message: wrong.message, path: ['workers', wrong.index] });
    return z.NEVER;
  }
  const lacking = strategyProblem(environment);
  if (lacking !== undefined) {
    context.addIssue({ code: 'custom', message: lacking, path: ['strategy'] });
    return z.NEVER;
  }
  if (verify === undefined) return rest;
  const from = verify.from ?? entrance(environment);
  const missing = missingAddress(from, environment);
  if (missing === undefined) return { ...rest, verify: { ...verify, from } };
  context.addIssue({
    code: 'custom',
    message: missing,
    path: verify.from === undefined ? ['verify'] : ['verify', 'from'],
  });
  return z.NEVER;
});

const slipwayFields = z.strictObject({
  app: labelSchema('the name of an application', 40).meta({
    description: 'The name of the application; objects in the cluster are named after it.',
    example: 'shop',
  }),
  images: atLeastOne(
    z.record(labelSchema('the name of an image'), imageSchema),
    'is empty; name at least one image, such as `shop: {repository: ghcr.io/acme/shop}`',
  ).meta({
    description: 'The images that a release ships, by name.',
    example: { shop: { repository: 'ghcr.io/acme/shop' } },
  }),
  tags: tagsSchema.exactOptional().meta({
    description:
      'Which tags images get. Default: the version, branch or pull request that is built, and the commit.',
    example: {
      rules: [
        { type: 'semver', pattern: '{{version}}' },
        { type: 'semver', pattern: '{{major}}.{{minor}}' },
        { type: 'ref', event: 'branch' },
      ],
    },
  }),
  test: testSchema
    .exactOptional()
    .meta({ description: 'How the application is tested.', example: { run: 'npm test' } }),
  scan: scanSchema.prefault({}).meta({
    description: 'Which findings in an image stop it.',
    example: { 'fail-on': ['critical', 'high'], 'only-fixable': true },
  }),
  policy: policySchema.prefault({}).meta({
    description: 'What Dockerfiles and images may be like.',
    example: { rules: { 'base-digest': 'error' } },
  }),
  signing: signingSchema.exactOptional().meta({
    description: 'How images are signed when they are released. Default: they are not.',
    example: { key: 'env://COSIGN_PRIVATE_KEY' },
  }),
  trust: trustSchema.exactOptional().meta({
    description:
      'What an image must prove before it comes to any environment. Default: what `signing` makes, and nothing without it.',
    example: { key: 'cosign.pub', attestations: ['provenance', 'sbom', 'scan'] },
  }),
  retention: retentionSchema.exactOptional().meta({
    description: 'Which images may go from their repositories, and which never. Default: nothing goes.',
    example: { protect: ['latest', 'v*'], rules: [{ tags: 'pr-*', for: '14d' }] },
  }),
  environments: z
    .record(labelSchema('the name of an environment'), environmentSchema)
    .prefault({})
    .meta({
      description:
        'The places that a release can go to, by name. Default: none, where images are only built, and released from elsewhere.',
      example: { production: { namespace: 'shop', manifests: ['deploy/'], workload: 'Deployment/shop' } },
    }),
});

export const slipwaySchema = slipwayFields.check(({ value, issues }) => {
  const wrongImages = [
    ...baseProblems(value.images),
    ...candidateProblems(value.images),
    ...mirrorProblems(value.images),
  ];
  for (const { path, message } of wrongImages) {
    issues.push({ code: 'custom', message, path: ['images', ...path], input: value });
  }
  for (const part of ['scan', 'policy'] as const) {
    for (const { path, message } of exceptionProblems(value[part].exceptions, value.images)) {
      issues.push({ code: 'custom', message, path: [part, ...path], input: value });
    }
  }
  for (const { path, message } of placeProblems(value.environments, value.images)) {
    issues.push({ code: 'custom', message, path: ['environments', ...path], input: value });
  }
  for (const { path, message } of trustProblems(value)) {
    issues.push({ code: 'custom', message, path, input: value });
  }
  for (const { path, message } of requiresProblems(value.environments)) {
    issues.push({ code: 'custom', message, path: ['environments', ...path], input: value });
  }
});

type Fields = z.output<typeof environmentFields>;
type Verify = z.output<typeof verifySchema>;
type Resolved = Omit<Fields, 'verify'> & {
  verify?: Omit<Verify, 'from'> & { from: NonNullable<Verify['from']> };
};

/** Workers that are none, by their place in the list. */
function workerProblems({ workers, workload }: Fields): { index: number; message: string }[] {
  const titles = workers.map(({ kind, name }) => `${kind}/${name}`);
  return titles.flatMap((title, index) => {
    if (title === `${workload.kind}/${workload.name}`)
      return [{ index, message: 'is the workload itself; list only what stands beside it' }];
    if (title === `Deployment/${workload.name}-canary`)
      return [{ index, message: 'has the name of the candidate beside the workload; rename it' }];
    return titles.indexOf(title) === index
      ? []
      : [{ index, message: 'is listed twice; keep one of the two' }];
  });
}

/** `-canary` must fit after it into the name of a Service. */
const longestService = 63 - '-canary'.length;

/** What a strategy cannot do without. */
function strategyProblem({ strategy, gate, service, route, workload }: Fields): string | undefined {
  if (strategy.kind === 'rolling') return undefined;
  if (workload.kind !== 'Deployment')
    return `is ${strategy.kind}, which takes a Deployment, for ${workload.kind}/${workload.name} cannot stand beside a copy of itself; write \`strategy: {rolling: {}}\``;
  if (service === undefined)
    return `is ${strategy.kind}, which needs a Service; add \`service: name\` to the environment`;
  if (service.length > longestService)
    return `is ${strategy.kind}, which creates Service/${service}-canary, a name of more than 63 characters; use a Service with a name of at most ${longestService}`;
  if (strategy.kind === 'canary' && gate === undefined) {
    return 'is canary, which needs something that judges; add `gate:` to the environment';
  }
  if (strategy.preview !== undefined && route === undefined) {
    return 'has a preview by header, which needs a route; add `route: HTTPRoute/name` to the environment';
  }
  return undefined;
}

function entrance(environment: Fields): 'gateway' | 'service' {
  if (environment.route !== undefined) return 'gateway';
  // An address alone is enough to verify from outside.
  return environment.service === undefined && environment.verify?.url !== undefined ? 'gateway' : 'service';
}

function missingAddress(from: 'gateway' | 'service', environment: Fields): string | undefined {
  const { verify, route, service } = environment;
  if (from === 'gateway' && route === undefined && verify?.url === undefined) {
    return 'needs a route or an address; add `route: HTTPRoute/name` to the environment, or `url:` to verify';
  }
  if (from === 'service' && service === undefined) {
    return verify?.from === undefined
      ? 'has nothing to send requests to; add `route:` or `service:` to the environment, or `url:` to verify'
      : 'needs a Service; add `service: name` to the environment';
  }
  return undefined;
}
