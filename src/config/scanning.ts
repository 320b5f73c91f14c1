import { z } from 'zod';
import { answeredFor } from './exceptions.ts';
import { booleanSchema, daysSchema, labelSchema, text } from './formats.ts';

/** The schema of `scan`: which findings in an image fail the scan. */

export const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;

const exceptionSchema = z.strictObject({
  id: text(/^[A-Za-z0-9][A-Za-z0-9._:-]{2,99}$/, {
    problem: 'is not a finding',
    remedy: 'write the CVE or advisory, or the rule that found a secret, such as CVE-2026-12345',
  }).meta({
    description: 'The CVE, advisory or secret rule, as in the summary.',
    example: 'CVE-2026-12345',
  }),
  image: labelSchema('the name of an image')
    .exactOptional()
    .meta({ description: 'Only in this image. Default: in all.', example: 'shop' }),
  package: text(/^\S(.*\S)?$/, { problem: 'is not a package', remedy: 'write its name, such as lodash' })
    .exactOptional()
    .meta({
      description: 'Only in this package, or for a secret in this file. Default: in all.',
      example: 'lodash',
    }),
  ...answeredFor,
});

export const scanSchema = z.strictObject({
  'fail-on': z
    .array(z.enum(severities, { error: 'is not a severity; write critical, high, medium, low or unknown' }))
    .prefault(['critical'])
    .meta({
      description: 'Severities of which one finding fails the scan; if empty, none does.',
      example: ['critical', 'high'],
    }),
  'only-fixable': booleanSchema()
    .prefault(false)
    .meta({ description: 'Count only findings that a newer version fixes.', example: true }),
  misconfiguration: booleanSchema().prefault(false).meta({
    description: 'Also check configuration files in the image; takes 2 to 7 s more.',
    example: true,
  }),
  grace: daysSchema.exactOptional().meta({
    description: 'How long after its publication a vulnerability is tolerated. Default: not at all.',
    example: '3d',
  }),
  compare: z
    .literal('deployed', { error: 'is not a valid value; write deployed, or remove it' })
    .exactOptional()
    .meta({
      description:
        'Count only vulnerabilities that the deployed image (input `deployed`) does not have. Default: all count.',
      example: 'deployed',
    }),
  'max-database-age': daysSchema
    .prefault('7d')
    .meta({ description: 'The maximum age of the vulnerability database.', example: '2d' }),
  mirrors: z
    .array(
      text(/^[a-z0-9][a-z0-9._:/-]*:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, {
        problem: 'is not a repository with a tag',
        remedy: 'write a copy of the Trivy database, such as registry.example.com/mirror/trivy-db:2',
      }),
    )
    .prefault([])
    .meta({
      description: 'Copies of the vulnerability database, tried in order. Default: those of Trivy.',
      example: ['registry.example.com/mirror/trivy-db:2'],
    }),
  exceptions: z
    .array(exceptionSchema)
    .prefault([])
    .meta({
      description: 'Findings that are accepted until a date.',
      example: [
        {
          id: 'CVE-2026-12345',
          package: 'lodash',
          owner: 'platform-team',
          reason: 'the function that it is about is not called',
          expires: '2027-01-31',
        },
      ],
    }),
  vex: z
    .array(
      text(/^[^\p{Cc}]+$/u, {
        problem: 'is not a path',
        remedy: 'write the path of a VEX document, such as .slipway/shop.openvex.json',
      }),
    )
    .prefault([])
    .meta({
      description:
        'Paths of VEX documents in JSON (OpenVEX, CycloneDX, CSAF): vulnerabilities that do not affect the images.',
      example: ['.slipway/shop.openvex.json'],
    }),
});
