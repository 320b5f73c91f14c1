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
      description: 'The data folder in the container, which must be in a PVC. Default: its variable PGDATA.',
      example: '/home/postgres/pgdata/pgroot/data',
    }),
  'delete-leader-objects': z
    .array(objectSchema(['Endpoints', 'ConfigMap', 'Lease'], 'db-sync'))
    .prefault([])
    .meta({
      description:
        'Objects that store the leader, deleted before the start: for Patroni those of the leader and `-sync`, never `-config`.',
      example: ['Endpoints/db', 'Endpoints/db-sync'],
    }),
});
