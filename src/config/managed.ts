import { z } from 'zod';
import { daysInMilliseconds, durationSchema, labelSchema, portSchema, text } from './formats.ts';
import { type PlacedProblem, placed } from './placed-problem.ts';
import type { Recovery } from './recovery.ts';
import { lackOfRestic, repositoryNamesSchema, repositoryProblems, survivesSchema } from './repositories.ts';

/** The schema of `managed`: databases outside Kubernetes, whose files only the provider can access. */

/** A PostgreSQL name that is safe inside single and double quotes. */
export const databaseNameSchema = () =>
  text(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
    problem: 'is not the name of a database',
    remedy: 'write the one that `psql -l` shows',
  });

export const replicaSchema = z
  .strictObject({
    survives: survivesSchema(),
    mode: z.enum(['synchronous', 'asynchronous']).meta({
      description: 'Whether a commit waits for the standby.',
      example: 'synchronous',
    }),
    'max-lag': durationSchema.exactOptional().meta({
      description:
        'How far an asynchronous standby may fall behind before SlipwayReplicaBehind fires; for `managed`, as its provider guarantees.',
      example: '30s',
    }),
  })
  .refine(({ mode, 'max-lag': lag }) => mode === 'asynchronous' || lag === undefined, {
    error: 'has `max-lag`, which applies only to asynchronous replicas; remove it',
  });

const managedSchema = z.strictObject({
  host: text(/^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/, {
    problem: 'is not the name of a server',
    remedy: 'write only its name or address, such as shop.abc.eu-central-1.rds.amazonaws.com',
  }).meta({
    description: 'The server, as reached from the namespace.',
    example: 'shop.abc.eu-central-1.rds.amazonaws.com',
  }),
  port: portSchema(5432),
  database: databaseNameSchema().meta({ description: 'The database of the application.', example: 'shop' }),
  user: text(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
    problem: 'is not the name of a user',
    remedy: 'write the one that `\\du` shows in psql',
  }).meta({
    description: 'A user that may read every table and every row.',
    example: 'backup',
  }),
  secret: labelSchema('the name of a Secret', 253).meta({
    description: 'The Secret with the password; only the pod reads it.',
    example: 'shop-db',
  }),
  key: text(/^[-._a-zA-Z0-9]{1,253}$/, {
    problem: 'is not a key of a Secret',
    remedy: 'write a key that `kubectl describe secret` shows',
  })
    .prefault('password')
    .describe('The key that holds the password.'),
  sslmode: z
    .enum(['verify-full', 'verify-ca', 'require', 'disable'])
    .prefault('verify-full')
    .describe(
      'How the connection is protected: the `verify-…` ones verify the certificate of the server, `require` only encrypts.',
    ),
  'ca-configmap': labelSchema('the name of a ConfigMap', 253).exactOptional().meta({
    description:
      'A ConfigMap with the CA certificates of the server in `ca.crt`; required for `verify-ca`. Default: the CAs that `backup-pod` trusts; needs psql 16.',
    example: 'rds-ca',
  }),
  to: repositoryNamesSchema.meta({
    description: 'The restic repositories that it is backed up to.',
    example: ['on-site', 'off-site'],
  }),
  every: daysInMilliseconds.prefault('1d').describe('How often it is backed up.'),
  replicas: z
    .array(replicaSchema)
    .prefault([])
    .meta({
      description: 'Its standbys, as its provider guarantees them.',
      example: [{ survives: 'zone', mode: 'synchronous' }],
    }),
});

export const managedShape = {
  managed: z
    .record(labelSchema('the name of a database', 50), managedSchema)
    .prefault({})
    .meta({
      description: 'PostgreSQL databases outside the cluster, by a name of your choice, dumped into restic.',
      example: {
        orders: {
          host: 'orders.abc.eu-central-1.rds.amazonaws.com',
          database: 'orders',
          user: 'backup',
          secret: 'orders-db',
          to: ['on-site', 'off-site'],
        },
      },
    }),
};

/** Returns entries of `managed` that conflict with the rest of `recovery`. Pure. */
export function managedProblems({
  managed,
  databases,
  repositories,
  'backup-pod': backupPod,
}: Pick<Recovery, 'managed' | 'databases' | 'repositories' | 'backup-pod'>): PlacedProblem[] {
  return Object.entries(managed).flatMap(([name, { to, sslmode, 'ca-configmap': ca }]) => {
    const path = ['managed', name];
    return [
      ...(databases[name] === undefined
        ? []
        : placed(path, 'is also the name of one of `databases`; give each its own name')),
      ...repositoryProblems([...path, 'to'], to, repositories, lackOfRestic),
      ...(backupPod === undefined
        ? placed([...path, 'to'], 'needs a pod that reads it; add `backup-pod: {image: …}` to `recovery`')
        : []),
      // libpq accepts the CAs of the system only with verify-full.
      ...(sslmode === 'verify-ca' && ca === undefined
        ? placed([...path, 'sslmode'], 'needs the CA of the server; add `ca-configmap`, or write verify-full')
        : []),
    ];
  });
}
