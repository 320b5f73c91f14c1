import { z } from 'zod';
import { durationSchema, labelSchema, text } from './grammar.ts';
import type { Recovery } from './recovery.ts';
import { apartSchema, daysInMilliseconds } from './repositories.ts';

/** The part of `recovery` that says how a database is backed up that runs outside of Kubernetes, where nobody but its provider gets at its files. */

/** A name as it is in PostgreSQL; it may stand between single and between double quotes. */
export const databaseNameSchema = () =>
  text(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
    problem: 'is no name of a database',
    remedy: 'write the one that `psql -l` shows',
  });

export const replicaSchema = z
  .strictObject({
    apart: apartSchema(),
    mode: z.enum(['synchronous', 'asynchronous']).meta({
      description: 'Whether a commit waits until it has it.',
      example: 'synchronous',
    }),
    'max-lag': durationSchema.exactOptional().meta({
      description:
        'How far it may fall behind before the alert SlipwayReplicaBehind fires, which `slipway alerts` writes; of one outside of the cluster, what its provider promises. Only of an asynchronous one.',
      example: '30s',
    }),
  })
  .refine(({ mode, 'max-lag': lag }) => mode === 'asynchronous' || lag === undefined, {
    error: 'is synchronous, which never falls behind; leave `max-lag` out',
  });

const managedSchema = z.strictObject({
  host: text(/^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/, {
    problem: 'is no name of a server',
    remedy: 'write its name or address alone, such as shop.abc.eu-central-1.rds.amazonaws.com',
  }).meta({
    description: 'Its server, as it is reached from the namespace.',
    example: 'shop.abc.eu-central-1.rds.amazonaws.com',
  }),
  port: z
    .int({ error: 'is no port' })
    .min(1, { error: 'is no port' })
    .max(65_535, { error: 'is no port' })
    .prefault(5432)
    .meta({ description: 'Its port.', example: 5432 }),
  database: databaseNameSchema().meta({ description: 'The database of the application.', example: 'shop' }),
  user: text(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
    problem: 'is no name of a user',
    remedy: 'write the one that `\\du` shows in psql',
  }).meta({
    description: 'Who reads it: a user that may read every table, and whom no row security hides rows from.',
    example: 'backup',
  }),
  secret: labelSchema('the name of a Secret', 253).meta({
    description: 'The Secret of the namespace with the password; the pod reads it, and nobody else.',
    example: 'shop-db',
  }),
  key: text(/^[-._a-zA-Z0-9]{1,253}$/, {
    problem: 'is no key of a Secret',
    remedy: 'write the one that `kubectl describe secret` shows',
  })
    .prefault('password')
    .meta({ description: 'Which key of it holds the password.', example: 'password' }),
  sslmode: z.enum(['verify-full', 'verify-ca', 'require', 'disable']).prefault('verify-full').meta({
    description:
      'How the connection is protected: `verify-full` and `verify-ca` know the server by its certificate, `require` only encrypts, `disable` does neither.',
    example: 'verify-full',
  }),
  authority: labelSchema('the name of a ConfigMap', 253).exactOptional().meta({
    description:
      'A ConfigMap whose `ca.crt` holds the certificates of the authorities of the server. Default: those that the image of `worker` trusts.',
    example: 'rds-authority',
  }),
  to: z
    .array(labelSchema('the name of a repository'))
    .min(1, { error: 'is empty; name at least one repository, such as `- near`' })
    .meta({ description: 'The repositories of restic that it is backed up to.', example: ['near', 'far'] }),
  every: daysInMilliseconds.prefault('1d').meta({ description: 'How often that is done.', example: '1d' }),
  replicas: z
    .array(replicaSchema)
    .prefault([])
    .meta({
      description: 'Its standbys, as its provider promises them.',
      example: [{ apart: 'zone', mode: 'synchronous' }],
    }),
});

export const managedShape = {
  managed: z
    .record(labelSchema('the name of a database', 50), managedSchema)
    .prefault({})
    .meta({
      description:
        'Databases of PostgreSQL that run outside of the cluster, by names of your choice: pg_dump reads them, and restic keeps them.',
      example: {
        orders: {
          host: 'orders.abc.eu-central-1.rds.amazonaws.com',
          database: 'orders',
          user: 'backup',
          secret: 'orders-db',
          to: ['near', 'far'],
        },
      },
    }),
};

interface ManagedProblem {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What does not fit together; pure. */
export function managedProblems({
  managed,
  databases,
  repositories,
  worker,
}: Pick<Recovery, 'managed' | 'databases' | 'repositories' | 'worker'>): ManagedProblem[] {
  return Object.entries(managed).flatMap(([name, { to, sslmode, authority }]) => {
    const problems: ManagedProblem[] = [];
    const path = ['managed', name];
    if (databases[name] !== undefined)
      problems.push({ path, message: 'is the name of one of `databases`, too; give each its own' });
    for (const [at, repository] of to.entries()) {
      const found = repositories[repository];
      if (found === undefined)
        problems.push({
          path: [...path, 'to', at],
          message: 'is no repository of this environment; add it to `repositories`',
        });
      else if (found.restic === undefined)
        problems.push({
          path: [...path, 'to', at],
          message: 'is a repository without restic; add `restic: {address: …}` to it',
        });
    }
    if (worker === undefined)
      problems.push({
        path: [...path, 'to'],
        message: 'needs a pod that reads it; add `worker: {image: …}` to `recovery`',
      });
    // libpq trusts what the system trusts only together with the name of the server.
    if (sslmode === 'verify-ca' && authority === undefined)
      problems.push({
        path: [...path, 'sslmode'],
        message: 'needs an authority of your own; add `authority`, or write verify-full',
      });
    return problems;
  });
}
