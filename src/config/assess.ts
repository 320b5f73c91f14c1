import { z } from 'zod';
import { answeredFor } from './exceptions.ts';
import { text, wholeSchema } from './formats.ts';
import { levelSchema } from './policy.ts';
import type { Level } from './rules.ts';
import { suggestOr } from './suggest.ts';

/** The schema of `assess` in an environment, and of `env-policy`. */

/** The rules for manifests, with their levels by default. */
export const assessRules = {
  'workload-invalid': 'error',
  'service-selector': 'warning',
  'api-served': 'error',
  'api-deprecated': 'warning',
  'version-skew': 'warning',
  'zone-replicas': 'warning',
  'zone-spread': 'warning',
  'zone-nodes': 'warning',
  'zone-pods': 'warning',
  'probe-readiness': 'warning',
  'probe-liveness': 'warning',
  'probe-same': 'warning',
  'probe-port': 'error',
  'probe-timing': 'warning',
  'probe-startup': 'warning',
  'disruption-budget': 'warning',
  'disruption-blocked': 'warning',
  'pre-stop-hook': 'warning',
  'termination-grace-period': 'warning',
  'update-downtime': 'warning',
  'resource-requests': 'warning',
  'resource-memory': 'warning',
  'resource-invalid': 'error',
  'image-floating': 'warning',
  'autoscaler-missing': 'info',
  'autoscaler-target': 'error',
  'autoscaler-replicas': 'warning',
  'autoscaler-requests': 'error',
  'namespace-quota': 'info',
  'namespace-limits': 'info',
  'quota-peak': 'error',
  'access-wildcard': 'error',
  'access-admin': 'error',
  'access-default-account': 'warning',
  'access-sensitive': 'warning',
  'token-mounted': 'warning',
  'network-policy': 'info',
  'connection-plain': 'warning',
  'variable-high': 'error',
  'variable-medium': 'warning',
  'variable-low': 'info',
  'secret-plain': 'error',
  'secret-sops': 'error',
} as const satisfies Record<string, Level>;

export type AssessRuleName = keyof typeof assessRules;

/** The rules of `keys`, which asks the database. */
export const keyRules = {
  'key-opens': 'error',
  'key-rotates': 'warning',
  'column-plain': 'warning',
  'token-plain': 'error',
  'repository-cipher': 'error',
  'etcd-encryption': 'warning',
} as const satisfies Record<string, Level>;

export type KeyRuleName = keyof typeof keyRules;

/** Rules of trivy are named by the ID of its check. */
const ofTrivy = /^KSV-[0-9]{4,5}$/;
const ruleNames = Object.keys({ ...assessRules, ...keyRules });

const ruleSchema = z
  .string()
  .superRefine((name, context) => {
    if (ruleNames.includes(name) || ofTrivy.test(name)) return;
    const remedy = suggestOr(name, ruleNames, 'choose a rule from docs/assess.md or docs/keys.md');
    context.addIssue({ code: 'custom', message: `is not a rule; ${remedy}` });
  })
  .meta({ pattern: `^(${ruleNames.join('|')}|KSV-[0-9]{4,5})$` });

export const assessSchema = z.strictObject({
  zones: wholeSchema(1, 10, 'is not a number of zones; write a whole number from 1 to 10').prefault(3).meta({
    description: 'How many zones must hold two pods each of every workload with traffic.',
    example: 1,
  }),
  rules: z
    .partialRecord(ruleSchema, levelSchema)
    .prefault({})
    .meta({
      description: 'The level of each rule that differs from docs/assess.md.',
      example: { 'network-policy': 'warning', 'KSV-0014': 'off' },
    }),
  exceptions: z
    .array(
      z.strictObject({
        rule: ruleSchema.meta({ description: 'The rule.', example: 'probe-liveness' }),
        object: text(/^[A-Z][A-Za-z0-9]*\/[^/\s]+$/, {
          problem: 'is not an object',
          remedy: 'write Kind/name, such as Deployment/shop',
        })
          .exactOptional()
          .meta({ description: 'Only for this object. Default: for all.', example: 'Deployment/shop' }),
        ...answeredFor,
      }),
    )
    .prefault([])
    .meta({
      description: 'Findings that are accepted until a date.',
      example: [
        {
          rule: 'zone-replicas',
          object: 'Deployment/admin',
          owner: 'platform-team',
          reason: 'few people use it',
          expires: '2027-01-31',
        },
      ],
    }),
});

const namePattern = text(/^[A-Za-z0-9_.*-]+$/, {
  problem: 'is not a pattern of variables',
  remedy: 'write letters, digits, "_" and "*", such as *_TOKEN',
});

const patternsSchema = (description: string, example: string[]) =>
  z.array(namePattern).prefault([]).meta({ description, example });

export const envPolicySchema = z.strictObject({
  high: patternsSchema('Variables that must come from a Secret or a secret store.', ['*_DSN', 'LICENSE']),
  medium: patternsSchema('Switches that must not be on in production.', ['VERBOSE']),
  low: patternsSchema('Variables that need no protection, and belong in a ConfigMap.', ['PUBLIC_KEY']),
});

export type Assess = z.output<typeof assessSchema>;
export type EnvPolicy = z.output<typeof envPolicySchema>;
