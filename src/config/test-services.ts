import { z } from 'zod';
import {
  atLeastOne,
  durationSchema,
  environmentVariableSchema,
  imageReferenceSchema,
  labelSchema,
} from './formats.ts';

/** The schema of `test.services`: containers that run beside the tests. */

const port = { error: 'is not a port; write a number from 1 to 65535' };

const serviceSchema = z.strictObject({
  image: imageReferenceSchema.meta({
    description: 'The image of the container.',
    example: `postgres:18@sha256:${'0'.repeat(64)}`,
  }),
  env: z
    .record(environmentVariableSchema, z.string({ error: 'is not a text; put it in quotes' }))
    .default({})
    .meta({
      description: 'The environment of the container. It is committed, so it holds no real secret.',
      example: { POSTGRES_PASSWORD: 'test' },
    }),
  ports: z
    .array(z.int(port).min(1, port).max(65535, port))
    .min(1, { error: 'is empty; list at least one port, such as `- 5432`' })
    .meta({
      description:
        'The ports of the container. The tests get `<NAME>_HOST`, `<NAME>_PORT` for the first port, and `<NAME>_PORT_<port>` for each.',
      example: [5432],
    }),
  command: z
    .array(z.string())
    .default([])
    .meta({
      description: 'The arguments of the container. Default: those of the image.',
      example: ['server', '/data'],
    }),
  ready: z
    .string()
    .regex(/\S/, { error: 'is empty; write a command, such as pg_isready' })
    .exactOptional()
    .meta({
      description:
        'A command in the container that succeeds when it is ready. Default: the health check of the image; without one it only has to run.',
      example: 'pg_isready --username postgres',
    }),
  within: durationSchema
    .prefault('1m')
    .meta({ description: 'How long it may take to get ready.', example: '1m' }),
});

export const testServicesSchema = atLeastOne(
  z.record(labelSchema('the name of a service'), serviceSchema),
  'is empty; name at least one service, such as `postgres: {image: …, ports: [5432]}`',
);

/** One container beside the tests. */
export type TestService = z.output<typeof serviceSchema>;
