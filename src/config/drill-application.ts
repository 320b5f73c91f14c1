import { z } from 'zod';
import { addressSchema, requestPathSchema, text } from './grammar.ts';

const templatePathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
  problem: 'is not a request path',
  remedy: 'start it with "/", and put `{id}` where the name of the record stands',
});

/** How a drill asks the application from outside, and writes a record through it. */
export const applicationSchema = z.strictObject({
  url: addressSchema.meta({
    description: 'The public address, so that whatever leads to the application is drilled, too.',
    example: 'https://shop.example.com',
  }),
  host: text(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, {
    problem: 'is no host',
    remedy: 'write its name alone, such as shop.example.com',
  })
    .exactOptional()
    .meta({
      description: 'The `Host` that is asked for, where it is another than in `url`.',
      example: 'shop.example.com',
    }),
  ready: requestPathSchema
    .prefault('/ready')
    .meta({ description: 'A path that is answered with 200.', example: '/ready' }),
  old: requestPathSchema.meta({
    description: 'The path of a record that nobody changes: it has to be answered as before.',
    example: '/api/items/1',
  }),
  write: z
    .strictObject({
      path: requestPathSchema.meta({ description: 'Where a record is posted to.', example: '/api/items' }),
      body: text(/\{token\}/, {
        problem: 'has no `{token}`',
        remedy: 'put it where something new has to stand each time, such as {"name": "{token}"}',
      }).meta({
        description: 'What is posted, as JSON; `{token}` is something new each time, and has to come back.',
        example: '{"name": "{token}"}',
      }),
      id: text(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, {
        problem: 'is no field',
        remedy: 'name the field of the answer that has the name of the record, such as id',
      })
        .prefault('id')
        .meta({ description: 'The field of the answer that names the record.', example: 'id' }),
      read: templatePathSchema.meta({
        description: 'Where it is read; `{id}` is its name.',
        example: '/api/items/{id}',
      }),
    })
    .exactOptional()
    .meta({
      description:
        'How a record is written through the application. Without it only reading is drilled, and L4 is not reached.',
      example: { path: '/api/items', body: '{"name": "{token}"}', read: '/api/items/{id}' },
    }),
});
