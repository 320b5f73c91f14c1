import { z } from 'zod';
import { baseProblems, imageSchema, scanSchema, testSchema } from './delivery.ts';
import {
  addressSchema,
  durationSchema,
  fileNameSchema,
  headerNameSchema,
  jsonPathSchema,
  labelSchema,
  liveSchema,
  manifestPathSchema,
  mediaTypeSchema,
  objectSchema,
  requestPathSchema,
  serverSchema,
} from './grammar.ts';
import { hooksSchema, reversibleSchema } from './guards.ts';
import { gateSchema, strategySchema } from './progressive.ts';
import { requiresProblems, requiresSchema } from './promotion.ts';

/**
 * slipway.yml: what is built, no more. Descriptions and examples (`example`, because zod drops `examples` wherever a value is
 * transformed) reach editors through JSON Schema and users through errors.
 */

export const checkSchema = z
  .strictObject({
    get: requestPathSchema.meta({
      description: 'The path to request, with its query if any.',
      example: '/ready',
    }),
    status: z
      .int({ error: 'is not an HTTP status; write a number from 200 to 599' })
      .min(200, { error: 'is not an HTTP status; write a number from 200 to 599' })
      .max(599, { error: 'is not an HTTP status; write a number from 200 to 599' })
      .default(200)
      .meta({
        description: 'The status that the answer must have. Redirects are not followed.',
        example: 200,
      }),
    type: mediaTypeSchema.exactOptional().meta({
      description: 'The media type of the answer; its parameters are not compared.',
      example: 'application/json',
    }),
    body: z
      .string()
      .exactOptional()
      .meta({ description: 'The whole body, exactly; one trailing newline is not compared.' }),
    json: atLeastOne(
      z.record(
        jsonPathSchema,
        z.union([z.string(), z.number(), z.boolean(), z.null()], {
          error: 'is not a single value; compare with text, a number, true, false or null',
        }),
      ),
      'has no entry; name at least one JSON path, such as `version: 1.4.2`',
    )
      .exactOptional()
      .meta({
        description: 'Values that the JSON body must have, by path.',
        example: { 'items[0].name': 'tea' },
      }),
    headers: atLeastOne(
      z.record(headerNameSchema, z.string()),
      'has no entry; name at least one header, such as `Cache-Control: no-store`',
    )
      .exactOptional()
      .meta({
        description: 'Headers that the answer must have, exactly.',
        example: { 'Cache-Control': 'no-store' },
      }),
    within: durationSchema
      .prefault('30s')
      .meta({ description: 'How long the check may be repeated until it passes.', example: '30s' }),
  })
  .meta({ description: 'One request and what its answer must be.', example: { get: '/ready' } });

const verifySchema = z.strictObject({
  from: z.enum(['gateway', 'service']).exactOptional().meta({
    description:
      'Where the requests enter: the gateway of `route`, or `service`. Default: gateway if there is a route.',
    example: 'gateway',
  }),
  url: addressSchema.exactOptional().meta({
    description: 'The address to send requests to, instead of the one found in the cluster.',
    example: 'https://shop.example.com',
  }),
  checks: z
    .array(checkSchema)
    .min(1, { error: 'is empty; list at least one check, such as `- {get: /ready}`' })
    .meta({
      description: 'Requests that must succeed after a deploy and after a rollback.',
      example: [{ get: '/ready' }],
    }),
});

const clusterSchema = z.strictObject({
  server: serverSchema.meta({
    description: 'The address of the API server.',
    example: 'https://api.cluster.example.com:6443',
  }),
  ca: fileNameSchema.exactOptional().meta({
    description:
      'The PEM file with the certificate of its authority, relative to slipway.yml. Default: those of the system.',
    example: 'deploy/cluster-ca.pem',
  }),
  audience: z
    .string()
    .regex(/^[\x21-\x7e]+$/, {
      error: 'is not an audience; write the one that the API server was configured with',
    })
    .meta({
      description: 'The audience of the GitHub OIDC token that the API server accepts.',
      example: 'shop-production',
    }),
});

const environmentFields = z.strictObject({
  requires: requiresSchema.exactOptional().meta({
    description: 'The environment in which the same digests have to be verified before they may come here.',
    example: { environment: 'staging', soak: '1h' },
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
  workload: objectSchema('Deployment', 'shop').meta({
    description: 'The workload that carries the images.',
    example: 'Deployment/shop',
  }),
  service: labelSchema('the name of a Service')
    .exactOptional()
    .meta({ description: 'The Service in front of the workload.', example: 'shop' }),
  route: objectSchema('HTTPRoute', 'shop')
    .exactOptional()
    .meta({ description: 'The HTTPRoute in front of the Service.', example: 'HTTPRoute/shop' }),
  strategy: strategySchema.prefault({ rolling: {} }).meta({
    description: 'How a release replaces the one before: rolling, canary or blue-green.',
    example: { rolling: { deadline: '5m' } },
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
        'ConfigMaps and Secrets that keep their names and stay live, instead of being shipped with the release.',
      example: ['ConfigMap/feature-flags'],
    }),
  verify: verifySchema
    .exactOptional()
    .meta({ description: 'How to prove that the release works.', example: { checks: [{ get: '/ready' }] } }),
});

export const environmentSchema = environmentFields.transform((environment, context): Resolved => {
  // A misspelt `service` must not be reported as a missing one.
  if (context.issues.length > 0) return z.NEVER;
  const { verify, ...rest } = environment;
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
  test: testSchema
    .exactOptional()
    .meta({ description: 'How the application is tested.', example: { run: 'npm test' } }),
  scan: scanSchema.prefault({}).meta({
    description: 'Which findings in an image stop it.',
    example: { 'fail-on': ['critical', 'high'], 'only-fixable': true },
  }),
  environments: atLeastOne(
    z.record(labelSchema('the name of an environment'), environmentSchema),
    'is empty; name at least one environment, such as `production: {namespace: shop, …}`',
  ).meta({
    description: 'The places that a release can go to, by name.',
    example: { production: { namespace: 'shop', manifests: ['deploy/'], workload: 'Deployment/shop' } },
  }),
});

export const slipwaySchema = slipwayFields.check(({ value, issues }) => {
  for (const { path, message } of baseProblems(value.images)) {
    issues.push({ code: 'custom', message, path: ['images', ...path], input: value });
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

/** What a strategy cannot do without. */
function strategyProblem({ strategy, gate, service, route }: Fields): string | undefined {
  if (strategy.kind === 'rolling') return undefined;
  if (service === undefined)
    return `is ${strategy.kind}, which needs a Service; add \`service: name\` to the environment`;
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

function atLeastOne<Schema extends z.ZodRecord>(schema: Schema, error: string) {
  // `minProperties` tells editors what the refinement checks.
  return schema
    .refine(entries => Object.keys(entries as object).length > 0, { error })
    .meta({ minProperties: 1 });
}
