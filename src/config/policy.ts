import { z } from 'zod';
import { answeredFor } from './exceptions.ts';
import { booleanSchema, labelSchema, listSchema, text } from './formats.ts';
import { isRuleName, type Level, levels, type RuleName, rulePattern, suggestRule } from './rules.ts';

/** The schema of `policy`: the rules for Dockerfiles and images. */

export const levelSchema = z.enum(levels, { error: 'is not a level; write off, info, warning or error' });

/** Editors accept only the names that we know; a newer BuildKit may have more. */
const ruleSchema = z
  .string()
  .superRefine((name, context) => {
    if (!isRuleName(name))
      context.addIssue({ code: 'custom', message: `is not a rule; ${suggestRule(name)}` });
  })
  .meta({ pattern: rulePattern });

const baseSchema = text(/^[a-z0-9*][a-z0-9._/*-]*(:[0-9]{1,5}\/[a-z0-9._/*-]+)?(:[A-Za-z0-9_.*-]{1,128})?$/, {
  problem: 'is not a pattern of base images',
  remedy: 'write a repository, optionally with a tag and "*", such as ghcr.io/acme/* or node:*-slim',
});

const exceptionFields = z.strictObject({
  rule: ruleSchema.meta({ description: 'The rule.', example: 'base-digest' }),
  image: labelSchema('the name of an image')
    .exactOptional()
    .meta({ description: 'Only for this image. Default: for all.', example: 'shop' }),
  path: text(/^[^\p{Cc}]+$/u, {
    problem: 'is not a path',
    remedy: 'write a path with "*" and "**", such as legacy/Dockerfile or /opt/**',
  })
    .exactOptional()
    .meta({
      description: 'Only for this Dockerfile, or this file in the image, with `*` and `**`.',
      example: 'legacy/**',
    }),
  stage: text(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, {
    problem: 'is not a stage',
    remedy: 'write the name of a stage, or the number of a stage without a name, such as build or 0',
  })
    .exactOptional()
    .meta({ description: 'Only in this stage of the Dockerfile, by name or number.', example: 'build' }),
  line: text(/^[^\p{Cc}]+$/u, {
    problem: 'is not a pattern of a line',
    remedy: 'write the text of the line, with "*" as a wildcard, such as RUN apt-get install *',
  })
    .exactOptional()
    .meta({
      description: 'Only for lines of the Dockerfile with this text, with `*`.',
      example: 'FROM registry.acme.example/*',
    }),
  ...answeredFor,
});

/** The maximum number of entries: finding the nearest rule takes time, and a file may hold very many names. */
const mostRules = 300;

const rulesSchema = z.record(z.string(), levelSchema).check(({ value, issues }) => {
  const names = Object.keys(value);
  if (names.length > mostRules) {
    const message =
      'has more entries than there are rules; keep only the levels that differ from the default';
    issues.push({ code: 'custom', message, input: value });
    return;
  }
  for (const name of names.filter(each => !isRuleName(each))) {
    const message = `is not a rule; ${suggestRule(name)}`;
    const inner = [{ code: 'custom' as const, message, path: [], input: name }];
    issues.push({ code: 'invalid_key', origin: 'record', issues: inner, path: [name], input: value });
  }
});

export const policySchema = z.strictObject({
  rules: rulesSchema.prefault({}).meta({
    propertyNames: { pattern: rulePattern },
    description:
      'The level of each rule that differs from docs/policy.md; `buildkit` sets all checks of BuildKit, `buildkit/JSONArgsRecommended` one.',
    example: { 'base-digest': 'error', 'user-missing': 'off' },
  }),
  bases: listSchema(baseSchema, 'is empty; list at least one pattern, such as `- node:*-slim`')
    .exactOptional()
    .meta({
      description:
        'The allowed base images; `*` matches within a part of the name, `**` across parts. Default: any.',
      example: ['node:*-slim', 'ghcr.io/acme/**'],
    }),
  'ignore-comments': booleanSchema()
    .prefault(true)
    .meta({ description: 'Whether comments in a Dockerfile may ignore findings.', example: false }),
  exceptions: z
    .array(exceptionFields)
    .prefault([])
    .meta({
      description: 'Findings that are accepted until a date.',
      example: [
        {
          rule: 'base-digest',
          path: 'legacy/Dockerfile',
          owner: 'platform-team',
          reason: 'the registry has no digests yet',
          expires: '2027-01-31',
        },
      ],
    }),
});

export type Policy = z.output<typeof policySchema>;
export type Exception = Policy['exceptions'][number];
export type { Level, RuleName };
