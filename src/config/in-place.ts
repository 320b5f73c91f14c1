import { z } from 'zod';
import { objectSchema, text } from './grammar.ts';

/** The part of a database that says how it is restored over itself. */
export const inPlaceSchema = z.strictObject({
  data: text(/^\/[^\0\p{Cc}]{1,1000}$/u, {
    problem: 'is no folder',
    remedy: 'write its whole path in the container, such as /home/postgres/pgdata/pgroot/data',
  })
    .exactOptional()
    .meta({
      description: 'The folder of its files in the container. Default: its variable PGDATA.',
      example: '/home/postgres/pgdata/pgroot/data',
    }),
  forget: z
    .array(objectSchema(['Endpoints', 'ConfigMap', 'Lease'], 'db-sync'))
    .prefault([])
    .meta({
      description:
        'Objects in which whoever watches over it keeps who leads, removed before it starts: of Patroni the leader’s and `-sync`, never `-config`.',
      example: ['Endpoints/db', 'Endpoints/db-sync'],
    }),
});
