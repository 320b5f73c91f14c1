import { z } from 'zod';
import { addressSchema, requestPathSchema, text } from './formats.ts';

const templatePathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
  problem: 'is not a request path',
  remedy: 'start it with "/", and write `{id}` in place of the ID of the record',
});

/** The schema of `application`: how a drill sends requests to the application from outside, and writes a record through it. */
export const applicationSchema = z.strictObject({
  url: addressSchema.meta({
    description: 'The public address.',
    example: 'https://shop.example.com',
  }),
  host: text(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, {
    problem: 'is not a host',
    remedy: 'write only its name, such as shop.example.com',
  })
    .exactOptional()
    .meta({
      description: 'The `Host` header. Default: the host in `url`.',
      example: 'shop.example.com',
    }),
  ready: requestPathSchema.prefault('/ready').describe('A path whose response has status 200.'),
  'known-record': requestPathSchema.meta({
    description: 'The path of a record that never changes.',
    example: '/api/items/1',
  }),
  'known-value': text(/^[^\n]{1,1000}$/, {
    problem: 'is not one line of text',
    remedy: 'write a part of the record that never changes',
  })
    .exactOptional()
    .meta({
      description:
        'Text that the record contains, for drills that cannot read it in the live system. Default: such a drill stays below L4.',
      example: 'first item',
    }),
  write: z
    .strictObject({
      path: requestPathSchema.meta({ description: 'The path to post a record to.', example: '/api/items' }),
      body: text(/\{token\}/, {
        problem: 'has no `{token}`',
        remedy: 'put it where the unique value belongs, such as {"name": "{token}"}',
      }).meta({
        description:
          'The JSON body to post; `{token}` becomes a unique value, which the record must contain.',
        example: '{"name": "{token}"}',
      }),
      id: text(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, {
        problem: 'is not a field',
        remedy: 'name the response field with the ID of the record, such as id',
      })
        .prefault('id')
        .describe('The response field with the ID of the record.'),
      read: templatePathSchema.meta({
        description: 'The path to read the record from; `{id}` becomes its ID.',
        example: '/api/items/{id}',
      }),
    })
    .exactOptional()
    .meta({
      description:
        'How a record is written through the application. Default: the drill only reads, below L4.',
      example: { path: '/api/items', body: '{"name": "{token}"}', read: '/api/items/{id}' },
    }),
});
