import { z } from 'zod';
import {
  addressesSchema,
  identitiesSchema,
  pageSchema,
  problemsOfAcceptance,
  tlsSchema,
} from './acceptance.ts';
import { dependenciesSchema } from './dependencies.ts';
import {
  addressSchema,
  atLeastOne,
  durationSchema,
  environmentVariableSchema,
  headerNameSchema,
  jsonPathSchema,
  listSchema,
  mediaTypeSchema,
  wholeSchema,
} from './formats.ts';
import { addProblems } from './placed-problem.ts';
import { cookieNameSchema, identityNameSchema, requestFields, requestOf, statusSchema } from './request.ts';
import { securityEventKinds } from './security-events.ts';

/** The schema of `verify`: the requests that prove that a release works. */

const checkFields = z
  .strictObject({
    ...requestFields,
    status: statusSchema.default(200).describe('The status of the response. Redirects are not followed.'),
    type: mediaTypeSchema.exactOptional().meta({
      description: 'The media type of the response, without parameters.',
      example: 'application/json',
    }),
    body: z.string().exactOptional().describe('The exact body; one trailing newline is not compared.'),
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
        description: "Values in the JSON body, by path; `1` and `'1'` differ.",
        example: { 'items[0].name': 'tea' },
      }),
    headers: atLeastOne(
      z.record(headerNameSchema, z.string()),
      'has no entry; name at least one header, such as `Cache-Control: no-store`',
    )
      .exactOptional()
      .meta({
        description: 'Headers of the response, with their exact values.',
        example: { 'Cache-Control': 'no-store' },
      }),
    not: z
      .enum(['html'])
      .exactOptional()
      .meta({ description: '`html`: fails on a page, with any status.', example: 'html' }),
    cookies: listSchema(cookieNameSchema, 'is empty; name at least one cookie, such as session')
      .exactOptional()
      .meta({
        description: 'Cookies that the response must set, with `Secure`, `HttpOnly` and `SameSite`.',
        example: ['session'],
      }),
    'stored-secrets': atLeastOne(
      z.record(jsonPathSchema, environmentVariableSchema),
      'has no entry; name a JSON path and a variable, such as `api_key: STORED_API_KEY`',
    )
      .exactOptional()
      .meta({
        description:
          'Values in the JSON body that must equal those of environment variables: a secret that the application can still decrypt. No value is shown.',
        example: { api_key: 'STORED_API_KEY' },
      }),
    'faster-than': durationSchema.exactOptional().meta({
      description: 'The time in which 95 % of `times` responses must be complete, one after another.',
      example: '300ms',
    }),
    times: wholeSchema(5, 100, 'is not a number of requests; write a number from 5 to 100')
      .exactOptional()
      .meta({ description: 'How many requests measure `faster-than`. Default: 20.', example: 20 }),
    'retry-for': durationSchema
      .prefault('30s')
      .describe('How long the check is repeated, every 250 ms, until it passes.'),
  })
  .superRefine(({ times, 'faster-than': limit, request = 'GET ' }, { addIssue }) => {
    if (times !== undefined && limit === undefined)
      addIssue('has `times` without a limit; add `faster-than: 300ms`');
    if (limit !== undefined && !/^(GET|HEAD) /.test(request))
      addIssue('has `faster-than`, which repeats the request, but it may change data; measure a GET');
  });

export const checkSchema = requestOf(checkFields).meta({
  description: 'One request and the response that it must get.',
  example: { get: '/ready' },
});

export const plainSchema = requestOf(z.strictObject(requestFields));

const { as: _, ...unsigned } = requestFields;
const endpointFields = z.strictObject({
  ...unsigned,
  type: mediaTypeSchema.exactOptional().meta({
    description:
      'The media type of a response of 2xx. Default: any but HTML, which is what a single-page app answers for any path.',
    example: 'text/html',
  }),
  expect: atLeastOne(
    z.record(identityNameSchema, statusSchema),
    'has no entry; name an identity and its status, such as `none: 401`',
  ).meta({
    description: 'The status for each identity; `none` sends no credential.',
    example: { none: 401, customer: 200 },
  }),
});

const revokedFields = z.strictObject({
  ...requestFields,
  revoke: plainSchema.meta({
    description: 'The request that revokes the access.',
    example: { request: 'DELETE /api/members/7', as: 'admin' },
  }),
  restore: plainSchema.exactOptional().meta({
    description: 'The request that grants it again, sent in any case.',
    example: { request: 'PUT /api/members/7', as: 'admin' },
  }),
  status: statusSchema.exactOptional().meta({
    description: 'The status of the refusal. Default: 401 or 403.',
    example: 403,
  }),
  'max-delay': durationSchema.prefault('30s').describe('How long the revoked access may still work.'),
});

export const verifySchema = z
  .strictObject({
    from: z.enum(['gateway', 'service']).exactOptional().meta({
      description: 'Where requests enter. Default: `gateway` with a `route`, else `service`.',
      example: 'gateway',
    }),
    url: addressSchema.exactOptional().meta({
      description: 'The address, instead of that in the cluster; its path precedes that of each check.',
      example: 'https://shop.example.com',
    }),
    ca: environmentVariableSchema.exactOptional().meta({
      description: 'The environment variable with the CA certificates, as PEM. Default: those of Node.js.',
      example: 'SHOP_CA',
    }),
    checks: listSchema(checkSchema, 'is empty; list at least one check, such as `- {get: /ready}`').meta({
      description: 'The requests, which must all pass.',
      example: [{ get: '/ready' }],
    }),
    identities: identitiesSchema.exactOptional().meta({
      description:
        'Who requests are sent as, by the names of environment variables: docs/acceptance.md. Requires an https `url`: an object of the cluster must not decide where a credential is sent.',
      example: { customer: { bearer: 'CUSTOMER_TOKEN' } },
    }),
    matrix: listSchema(
      requestOf(endpointFields),
      'is empty; list at least one endpoint, such as `- {get: /api/orders, expect: {none: 401}}`',
    )
      .exactOptional()
      .meta({
        description: 'Endpoints, and the status that each identity must get.',
        example: [{ get: '/api/orders', expect: { none: 401, customer: 200 } }],
      }),
    revoked: listSchema(requestOf(revokedFields), 'is empty; list at least one request, or remove it')
      .max(10, { error: 'has more than ten requests; keep ten' })
      .exactOptional()
      .meta({
        description: 'Requests that must be refused soon after their access is revoked.',
        example: [
          { get: '/api/admin', as: 'member', revoke: { request: 'DELETE /api/members/7', as: 'admin' } },
        ],
      }),
    addresses: addressesSchema.exactOptional().meta({
      description:
        'Addresses to check one by one, by name; `all` resolves the IPv4 addresses of the host. Default: the addresses in the status of the Gateway.',
      example: { 'zone-a': '192.0.2.10', 'zone-b': '192.0.2.11' },
    }),
    tls: tlsSchema.exactOptional().meta({
      description: 'What TLS must provide at each address. Default: it is not checked.',
      example: { days: 14 },
    }),
    page: pageSchema.exactOptional().meta({
      description: 'A page, and how much of it can be cached.',
      example: { get: '/', cacheable: '80%' },
    }),
    dependencies: dependenciesSchema.exactOptional().meta({
      description: 'What the application depends on, checked by a short-lived pod in its namespace.',
      example: { image: 'registry.example.com/tools/busybox:1', edges: { db: { tcp: 'db:5432' } } },
    }),
    'security-events': atLeastOne(
      z.partialRecord(z.enum(securityEventKinds), checkSchema),
      'has no entry; name an event and its request, such as `data: {get: /api/export}`',
    )
      .exactOptional()
      .meta({
        description:
          'A request for each kind of security event. Only `alerts security-events` sends them: each must raise its counter in `monitoring.security-events`.',
        example: { data: { get: '/api/export', as: 'customer' } },
      }),
  })
  .superRefine((verify, context) => addProblems(problemsOfAcceptance(verify), context));
