import { z } from 'zod';
import { namesSecret } from '../toolkit/secrecy.ts';
import { checkLogin, endpointFields, hasOneAddress } from './endpoint.ts';
import { headerNameSchema, text, userNameSchema } from './formats.ts';

/** The schema of a Prometheus, or of a server with its API: where it is, and how a run logs in to it. */

const { service, url, token, ca, certificate, key } = endpointFields;

export const prometheusSchema = z
  .strictObject({
    service: service.meta({
      description: "A Service with its namespace and port, reached through the API server's proxy.",
      example: 'monitoring/prometheus:9090',
    }),
    url: url.meta({
      description: 'An address that the runner can reach.',
      example: 'https://prometheus.example.com',
    }),
    token: token.meta({
      description:
        'The environment variable that holds a bearer token for `url`; with `NAME_FILE` instead, the path of a file that is read again for each request. The reusable workflows take the values from the secret `credentials`.',
      example: 'PROMETHEUS_TOKEN',
    }),
    username: userNameSchema.exactOptional().meta({
      description: 'The user for basic authentication; `token` then names the variable with the password.',
      example: '123456',
    }),
    ca,
    certificate,
    key,
    sigv4: z
      .strictObject({
        region: text(/^[a-z]{2,4}(-[a-z]+)+-\d$/, {
          problem: 'is not a region of AWS',
          remedy: 'write one such as eu-central-1',
        })
          .exactOptional()
          .meta({ description: 'The region. Default: `AWS_REGION`.', example: 'eu-central-1' }),
      })
      .exactOptional()
      .meta({
        description:
          'Signs each request for Amazon Managed Service for Prometheus, with `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, as a login to AWS leaves them.',
        example: { region: 'eu-central-1' },
      }),
    headers: z
      .record(
        headerNameSchema.refine(
          name => !namesSecret(name) && !/^(host|cookie|connection|content-|x-amz-)/i.test(name),
          {
            error: 'is a header for a credential, or one that is set already; write a credential as `token`',
          },
        ),
        text(/^[\x20-\x7e]{1,500}$/, {
          problem: 'is not the value of a header',
          remedy: 'write it on one line in ASCII',
        }),
      )
      .exactOptional()
      .meta({
        description:
          'Headers without secrets for each request, such as the tenant of Mimir, Cortex or Thanos.',
        example: { 'X-Scope-OrgID': 'shop' },
      }),
  })
  .refine(hasOneAddress, {
    error: 'needs either `service` or `url`; write `prometheus: {service: monitoring/prometheus:9090}`',
  })
  .refine(({ username, token }) => username === undefined || token !== undefined, {
    error: 'has `username` without `token`; add `token`, the environment variable with the password',
  })
  .superRefine(checkLogin);
