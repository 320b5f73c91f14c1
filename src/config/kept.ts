import { z } from 'zod';
import { addressSchema, labelSchema, text } from './grammar.ts';
import type { Recovery } from './recovery.ts';
import { daysInMilliseconds, loginSchema, regionSchema } from './repositories.ts';

/** The part of `recovery` that says how what is no database is backed up: files, objects of buckets, the cluster, images, Secrets. */

const toSchema = z
  .array(labelSchema('the name of a repository'))
  .min(1, { error: 'is empty; name at least one repository, such as `- near`' });

const pvcSchema = text(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, {
  problem: 'is not the name of a PVC',
  remedy: 'write the one that `kubectl get pvc` shows, or of a StatefulSet without the number at its end',
  longest: 253,
});

const ways = ['to', 'database', 'not-needed'] as const;

const volumeSchema = z
  .strictObject({
    to: toSchema.exactOptional().meta({
      description: 'The repositories of restic that its files are backed up to.',
      example: ['near', 'far'],
    }),
    database: labelSchema('the name of a database').exactOptional().meta({
      description: 'The database of `databases` whose backups hold what is on it.',
      example: 'shop',
    }),
    'not-needed': text(/^[^\p{Cc}]{3,300}$/u, {
      problem: 'is no reason',
      remedy: 'say in a few words how it is made again',
    })
      .exactOptional()
      .meta({
        description: 'Why it is in no backup: how what is on it is made again.',
        example: 'a cache, which fills itself',
      }),
  })
  .refine(volume => ways.filter(way => volume[way] !== undefined).length === 1, {
    error: 'has to have one of `to`, `database` and `not-needed`',
  });

const bucketSchema = z.strictObject({
  address: addressSchema.meta({
    description: 'The bucket of the application, with what is before the keys that are backed up.',
    example: 'https://s3.eu-central-1.amazonaws.com/acme-uploads',
  }),
  region: regionSchema(),
  login: loginSchema(),
  to: toSchema.meta({
    description: 'The repositories of restic that its objects are backed up to.',
    example: ['near', 'far'],
  }),
  mirror: text(/^[^\\\p{Cc}]+$/u, {
    problem: 'is no folder',
    remedy: 'write its path with "/" between the folders',
  })
    .exactOptional()
    .meta({
      description:
        'A folder that is still there in the next run, so that only what is new is read; relative to slipway.yml, where it is not absolute. Default: a folder for this run alone.',
      example: 'uploads',
    }),
});

const workerSchema = z.strictObject({
  image: text(/^[^\s@]+@sha256:[0-9a-f]{64}$/, {
    problem: 'is no image with its digest',
    remedy: 'write repository@sha256:…, as `images` of the action `push` has it',
  }).meta({
    description: 'An image with restic 0.17 or 0.18, a shell, find, xargs, stat, sha256sum, gzip and base64.',
    example: `ghcr.io/acme/restic@sha256:${'0'.repeat(64)}`,
  }),
  user: z
    .int({ error: 'is no number of a user' })
    .min(1, { error: 'is no number of a user; leave it out for root' })
    .max(65_535, { error: 'is no number of a user' })
    .exactOptional()
    .meta({
      description:
        'Which user reads the files. Default: root without any other right, which a namespace may forbid.',
      example: 1000,
    }),
  authority: labelSchema('the name of a ConfigMap').exactOptional().meta({
    description: 'A ConfigMap whose `ca.crt` is the certificate of an authority of your own.',
    example: 'authority',
  }),
});

const periodSchema = z
  .int({ error: 'is no count; write a whole number from 0 to 1000' })
  .min(0, { error: 'is no count; write a whole number from 0 to 1000' })
  .max(1000, { error: 'is too many; write a whole number from 0 to 1000' })
  .prefault(0);

const keepSchema = z.strictObject({
  within: daysInMilliseconds
    .prefault('2d')
    .meta({ description: 'All that are younger stay.', example: '2d' }),
  daily: periodSchema.meta({ description: 'Of how many of the last days that have any.', example: 7 }),
  weekly: periodSchema.meta({ description: 'Of how many of the last weeks.', example: 5 }),
  monthly: periodSchema.meta({ description: 'Of how many of the last months.', example: 12 }),
  yearly: periodSchema.meta({ description: 'Of how many of the last years.', example: 3 }),
});

/** In whose way of writing nobody mistakes a secret key for a public one: what is wrong is never shown. */
const recipientSchema = text(/^age1(pq1)?[02-9ac-hj-np-z]{58,3500}$/, {
  problem: 'is no public key of age',
  remedy: 'write the one that `age-keygen -y` shows, which begins with age1',
});

export const keptShape = {
  volumes: z
    .record(pvcSchema, volumeSchema)
    .prefault({})
    .meta({
      description:
        'How each PVC of the namespace is backed up, by its name; of a StatefulSet by its name without the number. Those on which a database of `databases` keeps its data need no entry.',
      example: { attachments: { to: ['near', 'far'] } },
    }),
  worker: workerSchema.exactOptional().meta({
    description: 'The pod that reads the files of volumes.',
    example: { image: `ghcr.io/acme/restic@sha256:${'0'.repeat(64)}` },
  }),
  buckets: z
    .record(labelSchema('the name of a bucket'), bucketSchema)
    .prefault({})
    .meta({
      description: 'Buckets of the application, by a name of your choice.',
      example: {
        uploads: {
          address: 'https://s3.eu-central-1.amazonaws.com/acme-uploads',
          login: 'UPLOADS',
          to: ['near', 'far'],
        },
      },
    }),
  objects: z
    .strictObject({
      export: z
        .boolean({ error: 'is neither true nor false' })
        .prefault(true)
        .meta({ description: 'Whether they are exported. PVCs are looked for in any case.' }),
      kinds: z
        .array(
          text(/^([a-z0-9.-]+\/)?[A-Z][A-Za-z0-9]{0,62}$/, {
            problem: 'is no kind',
            remedy: 'write it with its group, such as apps/Deployment, or alone, such as ConfigMap',
          }),
        )
        .prefault([])
        .meta({
          description: 'Kinds of which there has to be at least one.',
          example: ['apps/Deployment'],
        }),
    })
    .prefault({})
    .meta({
      description: 'How what somebody has made in the namespace is exported.',
      example: { kinds: ['apps/Deployment'] },
    }),
  secrets: z
    .array(labelSchema('the name of a Secret', 253))
    .exactOptional()
    .meta({
      description:
        'The Secrets of the namespace that are kept, encrypted. Default: all but tokens, where there are `recipients`.',
      example: ['login'],
    }),
  recipients: z
    .array(recipientSchema)
    .prefault([])
    .meta({
      description:
        'Public keys of age, whose secret keys are kept offline: each alone opens what is encrypted.',
      example: ['age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'],
    }),
  images: z
    .strictObject({
      to: z
        .array(labelSchema('the name of a repository'))
        .prefault([])
        .meta({
          description: 'Repositories whose `store` is a folder: images are copied there, too.',
          example: ['safe'],
        }),
    })
    .prefault({})
    .meta({
      description: 'What is done with the images that run in the namespace beside noting their digests.',
      example: { to: ['safe'] },
    }),
  keep: keepSchema.prefault({ within: '2d', daily: 7, weekly: 5, monthly: 12 }).meta({
    description:
      'How long sets stay: all for a while, then one for each of so many of the last days, weeks, months and years. What a set needs stays with it.',
    example: { within: '2d', daily: 7, weekly: 5, monthly: 12 },
  }),
};

interface KeptProblem {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What does not fit together; pure. */
export function keptProblems(recovery: Recovery): KeptProblem[] {
  const { repositories, databases, volumes, buckets, images, worker, secrets, recipients } = recovery;
  const each = (path: string[], to: readonly string[], lacks: (name: string) => string | undefined) =>
    to.flatMap((name, at): KeptProblem[] => {
      const message =
        repositories[name] === undefined
          ? 'is no repository of this environment; add it to `repositories`'
          : lacks(name);
      return message === undefined ? [] : [{ path: [...path, at], message }];
    });
  const noRestic = (name: string) =>
    repositories[name]?.restic === undefined
      ? 'is a repository without restic; add `restic: {address: …}` to it'
      : undefined;
  const noFolder = (name: string) =>
    repositories[name]?.store?.folder === undefined
      ? 'is a repository whose store is no folder; images go into folders only'
      : undefined;
  return [
    ...Object.entries(volumes).flatMap(([pvc, { to = [], database }]) => [
      ...each(['volumes', pvc, 'to'], to, noRestic),
      ...(database === undefined || databases[database] !== undefined
        ? []
        : [
            {
              path: ['volumes', pvc, 'database'],
              message: 'is no database of this environment; name one of `databases`',
            },
          ]),
      ...(to.length === 0 || worker !== undefined
        ? []
        : [
            {
              path: ['volumes', pvc, 'to'],
              message: 'needs a pod that reads the files; add `worker: {image: …}` to `recovery`',
            },
          ]),
    ]),
    ...Object.entries(buckets).flatMap(([name, { to }]) => each(['buckets', name, 'to'], to, noRestic)),
    ...each(['images', 'to'], images.to, noFolder),
    ...(secrets === undefined || recipients.length > 0
      ? []
      : [
          {
            path: ['secrets'],
            message: 'can be encrypted for nobody; add a public key of age to `recipients`',
          },
        ]),
  ];
}
