import { z } from 'zod';
import { percentSchema, querySchema } from './formats.ts';

/** The schema of `monitoring.security-events`: metrics of security events. */

export const securityEventKinds = ['logins', 'permissions', 'data', 'behavior'] as const;
export type SecurityEventKind = (typeof securityEventKinds)[number];

export const securityEventsSchema = z.strictObject({
  logins: z
    .strictObject({
      total: querySchema.meta({ description: 'The counter of all login attempts.', example: 'logins_total' }),
      failed: querySchema.meta({
        description: 'The counter of the failed ones.',
        example: 'logins_total{result="failure"}',
      }),
      max: percentSchema
        .prefault('20%')
        .describe('The share of failed logins in five minutes that raises an alert, from ten logins on.'),
    })
    .exactOptional()
    .meta({
      description: 'Login attempts.',
      example: { total: 'logins_total', failed: 'logins_total{result="failure"}' },
    }),
  permissions: querySchema.exactOptional().meta({
    description: 'A counter of changed roles and permissions; each change raises an alert.',
    example: 'role_changes_total',
  }),
  data: querySchema.exactOptional().meta({
    description: 'A counter of sensitive queries; each raises an alert.',
    example: 'sensitive_queries_total',
  }),
  behavior: querySchema.exactOptional().meta({
    description:
      'A counter whose rate raises an alert at three times that of the busiest hours of last week, from ten events in five minutes on.',
    example: 'api_requests_total',
  }),
});
