import { z } from 'zod';
import { checkLogin, endpointFields, hasOneAddress } from './endpoint.ts';
import { atLeastOne, booleanSchema, durationSchema, percentSchema, text, userNameSchema } from './formats.ts';

/** The schema of `monitoring.logs`: the log store. */

export const logsSchema = z
  .strictObject({
    loki: booleanSchema().exactOptional().meta({
      description: 'Grafana Loki, or a store with its API.',
      example: true,
    }),
    elasticsearch: text(/^[a-z0-9*][a-z0-9*._,-]{0,254}$/, {
      problem: 'is not the name of an index',
      remedy: 'write an index or a pattern, such as logs-*',
    })
      .exactOptional()
      .meta({ description: 'The index of Elasticsearch or OpenSearch.', example: 'logs-*' }),
    ...endpointFields,
    username: userNameSchema.exactOptional().meta({
      description:
        'The user for basic authentication, with the password in `token`. Default: `token` is a bearer token.',
      example: 'slipway',
    }),
    tenant: text(/^[A-Za-z0-9!._*'()|-]{1,150}$/, {
      problem: 'is not a tenant',
      remedy: 'write the tenant of Loki, such as shop',
    })
      .exactOptional()
      .meta({
        description: 'The tenant, for a Loki with several.',
        example: 'shop',
      }),
    fields: atLeastOne(
      z.partialRecord(
        z.enum(['namespace', 'pod', 'container', 'message', 'level', 'time']),
        text(/^[A-Za-z_@][A-Za-z0-9_.@]{0,99}$/, {
          problem: 'is not the name of a field',
          remedy: 'write it as the log store has it, such as kubernetes.namespace_name',
        }),
      ),
      'is empty; name at least one field',
    )
      .exactOptional()
      .meta({
        description: 'Names of the fields, where they differ from docs/logs.md#the-store.',
        example: { namespace: 'kubernetes.namespace_name', pod: 'kubernetes.pod_name' },
      }),
    required: z
      .array(
        text(/^[A-Za-z_@][A-Za-z0-9_.@]{0,99}$/, {
          problem: 'is not the name of a field',
          remedy: 'write a name such as message',
        }),
      )
      .prefault(['message', 'level', 'time'])
      .describe('Fields that each structured line must have.'),
    structured: percentSchema
      .prefault('99%')
      .describe('The share of lines that must be JSON with these fields.'),
    'max-delay': durationSchema
      .prefault('1m')
      .describe('How long a line may take to reach the store; at most `5m` if the gate reads `logs`.'),
  })
  .refine(({ loki, elasticsearch }) => (loki === true) !== (elasticsearch !== undefined), {
    error: 'needs either `loki: true` or `elasticsearch: index`; write one of them',
  })
  .refine(hasOneAddress, {
    error: 'needs either `service` or `url`; write `service: logging/loki:3100`',
  })
  .refine(({ username, service }) => username === undefined || service === undefined, {
    error:
      "has `username` with `service`, but the API server's proxy forwards no credentials; write `url` instead, or remove `username`",
  })
  .refine(({ username, token }) => username === undefined || token !== undefined, {
    error: 'has `username` without `token`; add `token`, the environment variable with the password',
  })
  .superRefine(checkLogin);

export type LogSettings = z.output<typeof logsSchema>;
