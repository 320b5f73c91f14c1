import { z } from 'zod';
import { checkLogin, endpointFields, hasOneAddress } from './endpoint.ts';
import { atLeastOne, booleanSchema, durationSchema, percentSchema, text } from './formats.ts';

/** The schema of `monitoring.logs`: the log store. */

export const logsSchema = z
  .strictObject({
    loki: booleanSchema().exactOptional().meta({
      description: 'The server is Grafana Loki, or one with its API.',
      example: true,
    }),
    elasticsearch: text(/^[a-z0-9*][a-z0-9*._,-]{0,254}$/, {
      problem: 'is not the name of an index',
      remedy: 'write an index or a pattern, such as logs-*',
    })
      .exactOptional()
      .meta({ description: 'The server is Elasticsearch or OpenSearch; the index.', example: 'logs-*' }),
    ...endpointFields,
    username: text(/^[^\p{Cc}:]{1,255}$/u, {
      problem: 'is not a user name',
      remedy: 'write it on one line and without ":"',
    })
      .exactOptional()
      .meta({
        description:
          'The user for basic authentication; `token` then names the variable with the password. Default: `token` is a bearer token.',
        example: 'slipway',
      }),
    tenant: text(/^[A-Za-z0-9!._*'()|-]{1,150}$/, {
      problem: 'is not a tenant',
      remedy: 'write the tenant of Loki, such as shop',
    })
      .exactOptional()
      .meta({
        description: 'The tenant, which a Loki with several tenants gets as `X-Scope-OrgID`.',
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
        description:
          'Names of labels or fields where they differ from the defaults: those of Fluent Bit for Elasticsearch, those of Promtail and Alloy for Loki.',
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
      .meta({
        description: 'Fields that each structured line must have.',
        example: ['message', 'level', 'time'],
      }),
    structured: percentSchema.prefault('99%').meta({
      description: 'The share of lines that must be JSON with the required fields.',
      example: '99%',
    }),
    within: durationSchema.prefault('1m').meta({
      description: 'How long a line may take from the pod to the store.',
      example: '1m',
    }),
  })
  .refine(({ loki, elasticsearch }) => (loki === true) !== (elasticsearch !== undefined), {
    error: 'needs either `loki: true` or `elasticsearch: index`; write one of them',
  })
  .refine(hasOneAddress, {
    error: 'needs either `service` or `url`; write `service: logging/loki:3100`',
  })
  .refine(({ username, service }) => username === undefined || service === undefined, {
    error:
      "has `username` with `service`, but the API server's proxy passes no credentials on; write `url` instead, or remove `username`",
  })
  .refine(({ username, token }) => username === undefined || token !== undefined, {
    error: 'has `username` without `token`; add `token`, the environment variable with the password',
  })
  .superRefine(checkLogin);

export type LogSettings = z.output<typeof logsSchema>;
