import { z } from 'zod';
import {
  addressSchema,
  booleanSchema,
  daysInMilliseconds,
  environmentVariableSchema,
  labelSchema,
  objectSchema,
  text,
} from './formats.ts';
import { type PlacedProblem, placed } from './placed-problem.ts';
import type { Recovery } from './recovery.ts';
import {
  credentialsPrefixSchema,
  lackOfRestic,
  regionSchema,
  repositoryNamesSchema,
  repositoryProblems,
} from './repositories.ts';

/** The part of the schema of `recovery` for everything but databases: volumes, buckets, objects of the cluster, images, Secrets. */

const pvcSchema = text(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, {
  problem: 'is not the name of a PVC',
  remedy: 'write the name that `kubectl get pvc` shows, for a StatefulSet without the ordinal at its end',
  longest: 253,
});

const ways = ['to', 'database', 'not-needed'] as const;

const volumeSchema = z
  .strictObject({
    to: repositoryNamesSchema.exactOptional().meta({
      description: 'The restic repositories for its files.',
      example: ['on-site', 'off-site'],
    }),
    database: labelSchema('the name of a database').exactOptional().meta({
      description: 'The entry of `databases` whose backups contain its data.',
      example: 'shop',
    }),
    'not-needed': text(/^[^\p{Cc}]{3,300}$/u, {
      problem: 'is not a reason',
      remedy: 'say in a few words how its data is recreated',
    })
      .exactOptional()
      .meta({
        description: 'Why it is in no backup: how its data is recreated.',
        example: 'a cache, which fills itself',
      }),
  })
  .refine(volume => ways.filter(way => volume[way] !== undefined).length === 1, {
    error: 'needs one of `to`, `database` and `not-needed`; write exactly one of them',
  });

const bucketSchema = z.strictObject({
  url: addressSchema.meta({
    description: 'The bucket of the application, with the prefix of the keys to back up.',
    example: 'https://s3.eu-central-1.amazonaws.com/acme-uploads',
  }),
  region: regionSchema(),
  'credentials-prefix': credentialsPrefixSchema(),
  to: repositoryNamesSchema.meta({
    description: 'The restic repositories for its objects.',
    example: ['on-site', 'off-site'],
  }),
  mirror: text(/^[^\\\p{Cc}]+$/u, {
    problem: 'is not a folder',
    remedy: 'write its path with "/" between the folders',
  })
    .exactOptional()
    .meta({
      description:
        'A folder that persists, so that only new objects are read. Default: a folder for this run.',
      example: 'uploads',
    }),
});

const redisSchema = z.strictObject({
  workload: objectSchema(['StatefulSet', 'Deployment'], 'redis').meta({
    description:
      'The workload whose pods run Redis; its backup is made in the master or a connected replica, by `redis-cli`.',
    example: 'StatefulSet/redis',
  }),
  container: labelSchema('the name of a container').exactOptional().meta({
    description: 'The container with Redis. Default: the first one.',
    example: 'redis',
  }),
  password: environmentVariableSchema.exactOptional().meta({
    description: 'The variable of that container with the password. Default: `redis-cli` needs none.',
    example: 'REDIS_PASSWORD',
  }),
});

const backupPodSchema = z.strictObject({
  image: text(/^[^\s@]+@sha256:[0-9a-f]{64}$/, {
    problem: 'is not an image with a digest',
    remedy: 'write repository@sha256:…, as in the output `images` of the action `push`',
  }).meta({
    description:
      'An image by digest, with restic 0.18, a shell, find, xargs, stat, sha256sum, gzip and base64; for `managed` also PostgreSQL, at least as new as the server.',
    example: `ghcr.io/acme/restic@sha256:${'0'.repeat(64)}`,
  }),
  user: z
    .int({ error: 'is not a user ID' })
    .min(1, { error: 'is not a user ID; remove it for root' })
    .max(65_535, { error: 'is not a user ID' })
    .exactOptional()
    .meta({
      description:
        'The ID of the user that reads the files, and runs a restored managed database. Default: root with only the capability to read every file; for a database, that of the image.',
      example: 1000,
    }),
  'ca-configmap': labelSchema('the name of a ConfigMap').exactOptional().meta({
    description: 'A ConfigMap whose `ca.crt` is the certificate of your own CA, for the stores.',
    example: 'store-ca',
  }),
});

const periodSchema = z
  .int({ error: 'is not a count; write a whole number from 0 to 1000' })
  .min(0, { error: 'is not a count; write a whole number from 0 to 1000' })
  .max(1000, { error: 'is too many; write a whole number from 0 to 1000' })
  .prefault(0);

const keepSchema = z.strictObject({
  within: daysInMilliseconds.prefault('2d').describe('Every younger set is kept.'),
  daily: periodSchema.meta({
    description: 'How many of the last days keep one set each.',
    example: 7,
  }),
  weekly: periodSchema.meta({ description: 'The same for weeks.', example: 5 }),
  monthly: periodSchema.meta({ description: 'The same for months.', example: 12 }),
  yearly: periodSchema.meta({ description: 'The same for years.', example: 3 }),
});

/** A public key. Its format excludes a secret key, and an error never shows a secret key that was written here by mistake. */
const recipientSchema = text(/^age1(pq1)?[02-9ac-hj-np-z]{58,3500}$/, {
  problem: 'is not an age public key',
  remedy: 'write the output of `age-keygen -y`, which starts with age1',
});

export const keptShape = {
  volumes: z
    .record(pvcSchema, volumeSchema)
    .prefault({})
    .meta({
      description:
        'How each PVC is backed up, by name, for a StatefulSet without the ordinal. A PVC that has neither an entry nor one of `databases` fails the backup.',
      example: { attachments: { to: ['on-site', 'off-site'] } },
    }),
  'backup-pod': backupPodSchema.exactOptional().meta({
    description: 'The pod that reads volumes and managed databases; required for both.',
    example: { image: `ghcr.io/acme/restic@sha256:${'0'.repeat(64)}` },
  }),
  buckets: z
    .record(labelSchema('the name of a bucket'), bucketSchema)
    .prefault({})
    .meta({
      description: 'Buckets of the application, by a name of your choice.',
      example: {
        uploads: {
          url: 'https://s3.eu-central-1.amazonaws.com/acme-uploads',
          'credentials-prefix': 'UPLOADS',
          to: ['on-site', 'off-site'],
        },
      },
    }),
  redis: z
    .record(labelSchema('the name of a Redis', 40), redisSchema)
    .prefault({})
    .meta({
      description:
        'Redis to back up, by a name of your choice: as an encrypted file in each backup set, up to 128 MB. Needs `recipients`.',
      example: { sessions: { workload: 'StatefulSet/redis' } },
    }),
  objects: z
    .strictObject({
      export: booleanSchema()
        .prefault(true)
        .describe('Whether objects are exported. PVCs are checked in any case.'),
      kinds: z
        .array(
          text(/^([a-z0-9.-]+\/)?[A-Z][A-Za-z0-9]{0,62}$/, {
            problem: 'is not a kind',
            remedy: 'write it with its group, such as apps/Deployment, or without one, such as ConfigMap',
          }),
        )
        .prefault([])
        .meta({
          description: 'Kinds of which at least one object must exist.',
          example: ['apps/Deployment'],
        }),
    })
    .prefault({})
    .meta({
      description: 'How objects of the namespace are exported.',
      example: { kinds: ['apps/Deployment'] },
    }),
  secrets: z
    .array(labelSchema('the name of a Secret', 253))
    .exactOptional()
    .meta({
      description: 'The Secrets to back up, encrypted. Default: with `recipients`, all except tokens.',
      example: ['login'],
    }),
  recipients: z
    .array(recipientSchema)
    .prefault([])
    .meta({
      description:
        'age public keys to encrypt for. Any one of their secret keys, kept offline, decrypts the backup. Without a recipient, no Secret or passphrase is backed up.',
      example: ['age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'],
    }),
  images: z
    .strictObject({
      to: z
        .array(labelSchema('the name of a repository'))
        .prefault([])
        .meta({
          description: 'Repositories with a `folder` that images are copied to, as one OCI layout.',
          example: ['safe'],
        }),
    })
    .prefault({})
    .meta({
      description: 'Where a backup copies the running images.',
      example: { to: ['safe'] },
    }),
  keep: keepSchema.prefault({ within: '2d', daily: 7, weekly: 5, monthly: 12 }).meta({
    description: 'How long backup sets are kept, with everything that they depend on.',
    example: { within: '2d', daily: 7, weekly: 5, monthly: 12 },
  }),
};

/** Returns references within `recovery` that do not resolve. Pure. */
export function keptProblems(recovery: Recovery): PlacedProblem[] {
  const { repositories, databases, volumes, buckets, images, secrets, recipients, redis } = recovery;
  const encrypted = [
    ...Object.keys(redis).map(name => ['redis', name]),
    ...(secrets === undefined ? [] : [['secrets']]),
  ];
  const withoutKey = recipients.length > 0 ? [] : encrypted;
  return [
    ...Object.entries(volumes).flatMap(([pvc, { to = [], database }]) => [
      ...repositoryProblems(['volumes', pvc, 'to'], to, repositories, lackOfRestic),
      ...(database === undefined || databases[database] !== undefined
        ? []
        : placed(
            ['volumes', pvc, 'database'],
            'is not a database of this environment; name one of `databases`',
          )),
      ...(to.length === 0 || recovery['backup-pod'] !== undefined
        ? []
        : placed(
            ['volumes', pvc, 'to'],
            'needs a pod that reads the files; add `backup-pod: {image: …}` to `recovery`',
          )),
    ]),
    ...Object.entries(buckets).flatMap(([name, { to }]) =>
      repositoryProblems(['buckets', name, 'to'], to, repositories, lackOfRestic),
    ),
    ...repositoryProblems(['images', 'to'], images.to, repositories, ({ store }) =>
      store?.folder === undefined
        ? 'is a repository whose store is not a folder; name one whose store is a folder, because images are copied only to folders'
        : undefined,
    ),
    ...withoutKey.flatMap(path =>
      placed(path, 'cannot be encrypted without a public key; add an age public key to `recipients`'),
    ),
  ];
}
