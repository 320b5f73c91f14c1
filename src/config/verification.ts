import { z } from 'zod';
import {
  addressSchema,
  atLeastOne,
  durationSchema,
  headerNameSchema,
  jsonPathSchema,
  mediaTypeSchema,
  requestPathSchema,
} from './formats.ts';

/** The schema of `verify`: the requests that prove that a release works. */

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
        description: 'The status of the response. Redirects are not followed.',
        example: 200,
      }),
    type: mediaTypeSchema.exactOptional().meta({
      description: 'The media type of the response, without parameters.',
      example: 'application/json',
    }),
    body: z
      .string()
      .exactOptional()
      .meta({ description: 'The exact body; one trailing newline is not compared.' }),
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
    within: durationSchema.prefault('30s').meta({
      description: 'How long the check is repeated, every 250 ms, until it passes.',
      example: '30s',
    }),
  })
  .meta({ description: 'One request and the response that it must get.', example: { get: '/ready' } });

export const verifySchema = z.strictObject({
  from: z.enum(['gateway', 'service']).exactOptional().meta({
    description: 'Where requests enter. Default: `gateway` with a `route`, else `service`.',
    example: 'gateway',
  }),
  url: addressSchema.exactOptional().meta({
    description: 'The address, instead of that in the cluster; its path precedes that of each check.',
    example: 'https://shop.example.com',
  }),
  checks: z
    .array(checkSchema)
    .min(1, { error: 'is empty; list at least one check, such as `- {get: /ready}`' })
    .meta({
      description: 'The requests, which must all pass.',
      example: [{ get: '/ready' }],
    }),
});
