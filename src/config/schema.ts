import { z } from 'zod';
import { envPolicySchema } from './assess.ts';
import {
  baseProblems,
  candidateProblems,
  imageSchema,
  mirrorProblems,
  placeProblems,
  testSchema,
} from './delivery.ts';
import { environmentSchema } from './environment.ts';
import { exceptionProblems } from './exceptions.ts';
import { atLeastOne, labelSchema, listSchema, pathPatternSchema } from './formats.ts';
import { deliveryProblems } from './gitops.ts';
import { addProblems, below } from './placed-problem.ts';
import { policySchema } from './policy.ts';
import { newestPolicy, policyVersionSchema } from './policy-version.ts';
import { requiresProblems } from './promotion.ts';
import { retentionSchema } from './retention.ts';
import { scanSchema } from './scanning.ts';
import { signingSchema, trustProblems, trustSchema } from './signing.ts';
import { tagsSchema } from './tags.ts';

/**
 * The schema of slipway.yml. Editors get the descriptions and examples through JSON Schema, and users get them in errors. The key is
 * `example`, because zod drops `examples` wherever a value is transformed.
 */

const slipwayFields = z.strictObject({
  app: labelSchema('the name of an application', 40).meta({
    description: 'The name of the application and of its objects; at most 40 characters.',
    example: 'shop',
  }),
  paths: listSchema(pathPatternSchema, 'is empty; list at least one pattern, such as `- libs`, or remove it')
    .exactOptional()
    .meta({
      description:
        'The files that concern the application, for `changed`: patterns from the root of the repository, with `*`, `**`, and `!` to exclude. The last match decides. Default: the folder of slipway.yml.',
      example: ['services/shop', 'libs', '!**/*.md'],
    }),
  images: atLeastOne(
    z.record(labelSchema('the name of an image'), imageSchema),
    'is empty; name at least one image, such as `shop: {repository: ghcr.io/acme/shop}`',
  ).meta({
    description: 'The images that a release ships, by a name of your choice.',
    example: { shop: { repository: 'ghcr.io/acme/shop' } },
  }),
  tags: tagsSchema.exactOptional().meta({
    description: 'The tags of images. Default: the built version, branch or pull request, and the commit.',
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
    description: 'Which findings in an image fail the scan.',
    example: { 'fail-on': ['critical', 'high'], 'only-fixable': true },
  }),
  policy: policySchema.prefault({}).meta({
    description: 'The rules for Dockerfiles and images.',
    example: { rules: { 'base-digest': 'error' } },
  }),
  'policy-version': policyVersionSchema.exactOptional().meta({
    description:
      'The version of the rules that you have read. A later version of Slipway says what was added since. Default: no notices.',
    example: newestPolicy,
  }),
  'env-policy': envPolicySchema.exactOptional().meta({
    description: 'Where variables may be kept, by patterns of their names (docs/assess.md), for `assess`.',
    example: { high: ['*_DSN'], low: ['PUBLIC_*'] },
  }),
  signing: signingSchema.exactOptional().meta({
    description: 'How released images are signed. Default: not at all.',
    example: { key: 'env://COSIGN_PRIVATE_KEY' },
  }),
  trust: trustSchema.exactOptional().meta({
    description: 'What an image must prove before a release. Default: what `signing` creates.',
    example: { key: 'cosign.pub', attestations: ['provenance', 'sbom', 'scan'] },
  }),
  retention: retentionSchema.exactOptional().meta({
    description: 'Which images `prune` may delete. Default: none.',
    example: { protect: ['latest', 'v*'], rules: [{ tags: 'pr-*', for: '14d' }] },
  }),
  environments: z
    .record(labelSchema('the name of an environment'), environmentSchema)
    .prefault({})
    .meta({
      description: 'The environments to release to, by name. Default: none; images are only built.',
      example: { production: { namespace: 'shop', manifests: ['deploy/'], workload: 'Deployment/shop' } },
    }),
});

export const slipwaySchema = slipwayFields.superRefine((value, context) => {
  const { images, environments, scan, policy } = value;
  addProblems(
    [
      ...below('images', [...baseProblems(images), ...candidateProblems(images), ...mirrorProblems(images)]),
      ...below('scan', exceptionProblems(scan.exceptions, images)),
      ...below('policy', exceptionProblems(policy.exceptions, images)),
      ...trustProblems(value),
      ...below('environments', [
        ...placeProblems(environments, images),
        ...deliveryProblems(environments, images),
        ...requiresProblems(environments),
      ]),
    ],
    context,
  );
});
