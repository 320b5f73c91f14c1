import { z } from 'zod';
import { keptProblems, keptShape } from './backup-parts.ts';
import { drillsSchema } from './drills.ts';
import { durationPattern, parseMilliseconds } from './duration.ts';
import {
  atLeastOne,
  daysInMilliseconds,
  durationSchema,
  environmentVariableSchema,
  labelSchema,
  objectSchema,
  text,
} from './formats.ts';
import { inPlaceSchema } from './in-place.ts';
import { databaseNameSchema, managedProblems, managedShape, replicaSchema } from './managed.ts';
import { placed } from './placed-problem.ts';
import { repositoryNamesSchema, repositoryProblems, repositorySchema } from './repositories.ts';
import { sizeSchema } from './scratch.ts';

/** The schema of `recovery`: how an environment is backed up, and its recovery targets. */

/** Unlike other durations it may be 0. */
const lossSchema = text(durationPattern, {
  problem: 'is not a duration',
  remedy: 'write 0s for no loss at all, or numbers with units, such as 30s, 5m or 1h',
}).transform(written => parseMilliseconds(written) ?? 0);

const databaseSchema = z.strictObject({
  workload: objectSchema(['StatefulSet', 'Deployment'], 'db').meta({
    description: 'The workload whose pods run PostgreSQL; backups are made in them.',
    example: 'StatefulSet/db',
  }),
  container: labelSchema('the name of a container').exactOptional().meta({
    description: 'The container with PostgreSQL and pgBackRest. Default: the first one.',
    example: 'postgres',
  }),
  stanza: text(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, {
    problem: 'is not the name of a stanza',
    remedy: 'write the one that `pgbackrest info` shows',
  }).meta({ description: 'Its pgBackRest stanza.', example: 'shop' }),
  database: databaseNameSchema().meta({ description: 'The database of the application.', example: 'shop' }),
  configuration: z
    .array(objectSchema(['Secret', 'ConfigMap'], 'pgbackrest'))
    .prefault([])
    .meta({
      description: 'The Secrets and ConfigMaps that pgBackRest reads, also in a restored copy.',
      example: ['Secret/pgbackrest'],
    }),
  full: daysInMilliseconds.prefault('7d').describe('How often a full backup is made.'),
  incremental: daysInMilliseconds.prefault('1d').describe('How often an incremental backup is made.'),
  'archive-timeout': durationSchema.exactOptional().meta({
    description:
      "PostgreSQL's `archive_timeout`, which every backup checks. Default: WAL is not archived continuously.",
    example: '60s',
  }),
  'archive-lag': durationSchema
    .prefault('1m')
    .describe('How long a WAL segment may take to reach a repository before an alert fires.'),
  inventory: sizeSchema
    .prefault('1Gi')
    .describe(
      'How much of each table a backup reads to count its rows; of a larger one, a fixed sample of blocks.',
    ),
  verify: daysInMilliseconds
    .prefault('7d')
    .describe('How often each repository is read back completely, besides new backups.'),
  to: repositoryNamesSchema.meta({
    description: 'The repositories that it is backed up to.',
    example: ['on-site', 'off-site'],
  }),
  'in-place': inPlaceSchema.exactOptional().meta({
    description: 'How it is restored over itself, after a typed confirmation. Default: only elsewhere.',
    example: {
      data: '/home/postgres/pgdata/pgroot/data',
      'delete-leader-objects': ['Endpoints/db', 'Endpoints/db-sync'],
    },
  }),
  replicas: z
    .array(replicaSchema)
    .prefault([])
    .meta({
      description: 'Its standbys.',
      example: [{ survives: 'zone', mode: 'synchronous' }],
    }),
  'on-lag': z
    .enum(['warn', 'block'])
    .prefault('warn')
    .describe('Whether `deploy` warns or refuses when standbys lag, or WAL is not archived.'),
  copies: z
    .array(environmentVariableSchema)
    .prefault([])
    .meta({
      description:
        'Variables with the URLs of logically replicated copies, for `slipway replication`; `sslmode` defaults to `verify-full`.',
      example: ['REPORTS_DATABASE_URL'],
    }),
});

const targetSchema = z.strictObject({
  rto: durationSchema.meta({ description: 'How soon the data must be available again.', example: '1h' }),
  rpo: lossSchema.meta({
    description: 'How much written data may be lost, in time; may be `0s`.',
    example: '5m',
  }),
});

export const recoverySchema = z
  .strictObject({
    repositories: atLeastOne(
      z.record(labelSchema('the name of a repository'), repositorySchema),
      'is empty; name at least one repository, such as `on-site: {survives: zone, pgbackrest: 1}`',
    ).meta({
      description: 'Where backups are kept, by name.',
      example: {
        'on-site': { survives: 'zone', pgbackrest: 1 },
        'off-site': { survives: 'region', pgbackrest: 2, locked: '30d' },
      },
    }),
    databases: z
      .record(labelSchema('the name of a database'), databaseSchema)
      .prefault({})
      .meta({
        description: 'The databases that pgBackRest backs up, by a name of your choice.',
        example: {
          shop: { workload: 'StatefulSet/db', stanza: 'shop', database: 'shop', to: ['on-site', 'off-site'] },
        },
      }),
    ...managedShape,
    targets: z
      .strictObject({
        node: targetSchema.exactOptional().describe('The loss of a pod, or of its node.'),
        zone: targetSchema.exactOptional().describe('The loss of all nodes of a zone, and their disks.'),
        region: targetSchema
          .exactOptional()
          .describe('The loss of everything that is not in another region.'),
        total: targetSchema
          .exactOptional()
          .describe('The loss of everything except locked and offline repositories.'),
      })
      .prefault({})
      .meta({
        description:
          'The recovery time and data loss allowed, by disaster. Default: node 15m and 0s, zone 1h and 5m, region 4h and 15m, total 8h and 1h.',
        example: { node: { rto: '15m', rpo: '0s' } },
      }),
    ...keptShape,
    drills: drillsSchema.exactOptional().meta({
      description: 'How disasters are rehearsed.',
      example: { application: { url: 'https://shop.example.com', 'known-record': '/api/items/1' } },
    }),
  })
  // Unlike an issue from `superRefine`, this one stops the outer checks, so it is reported alone.
  .check(({ value, issues }) => {
    for (const { path, message } of problems(value))
      issues.push({ code: 'custom', message, path, input: value });
  });

export type Recovery = z.output<typeof recoverySchema>;

function problems(recovery: Recovery) {
  const { repositories, databases, managed, drills } = recovery;
  const numbers = Object.entries(repositories).map(([name, { pgbackrest }]) => ({ name, pgbackrest }));
  const twice = numbers.filter(
    ({ pgbackrest }, at) =>
      pgbackrest !== undefined && numbers.findIndex(each => each.pgbackrest === pgbackrest) < at,
  );
  // A misspelled name would exempt no database, or later a wrong one.
  const unknown = Object.keys(drills?.['not-drilled'] ?? {}).filter(
    name => !Object.hasOwn(databases, name) && !Object.hasOwn(managed, name),
  );
  return [
    ...twice.flatMap(({ name }) =>
      placed(
        ['repositories', name, 'pgbackrest'],
        'is also the number of another repository; give each its own number',
      ),
    ),
    ...Object.entries(databases).flatMap(([name, { to }]) =>
      repositoryProblems(['databases', name, 'to'], to, repositories, ({ pgbackrest }) =>
        pgbackrest === undefined
          ? 'is a repository without a number in pgBackRest; add `pgbackrest: N` to it'
          : undefined,
      ),
    ),
    ...managedProblems(recovery),
    ...keptProblems(recovery),
    ...unknown.flatMap(name =>
      placed(
        ['drills', 'not-drilled', name],
        'is not a database of this environment; name one of `databases` or `managed`',
      ),
    ),
  ];
}
