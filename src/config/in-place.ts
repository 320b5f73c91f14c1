import { z } from 'zod';
import { objectSchema, text } from './formats.ts';

/** The schema of `in-place`: how a database is restored in place. */
export const inPlaceSchema = z.strictObject({
  data: text(/^\/[^\0\p{Cc}]{1,1000}$/u, {
    problem: 'is not a folder',
    remedy: 'write its absolute path in the container, such as /home/postgres/pgdata/pgroot/data',
  })
    .exactOptional()
    .meta({
      description: 'The data folder in the container. Default: the variable PGDATA of the container.',
      example: '/home/postgres/pgdata/pgroot/data',
    }),
  forget: z
    .array(objectSchema(['Endpoints', 'ConfigMap', 'Lease'], 'db-sync'))
    .prefault([])
    .meta({
      description:
        'Objects in which the high-availability manager stores the leader, removed before the database starts: for Patroni those of the leader and `-sync`, never `-config`.',
      example: ['Endpoints/db', 'Endpoints/db-sync'],
    }),
});
