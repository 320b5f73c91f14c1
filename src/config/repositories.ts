import { z } from 'zod';
import { addressSchema, daysSchema, environmentVariableSchema, text } from './grammar.ts';

/** The places where backups are kept. */

export const apartSchema = () =>
  z.enum(['node', 'zone', 'region']).meta({
    description: 'How far it is from the database: the largest loss there that leaves it standing.',
    example: 'region',
  });

export const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);

/** A bucket of S3, or of what speaks like it, and by which variables it is opened. */
export const loginSchema = () =>
  environmentVariableSchema.prefault('AWS').meta({
    description:
      'What the environment variables with its login begin with: `_ACCESS_KEY_ID`, `_SECRET_ACCESS_KEY` and, for a while, `_SESSION_TOKEN` follow.',
    example: 'FAR',
  });

export const regionSchema = () =>
  text(/^[a-z0-9-]{1,40}$/, {
    problem: 'is no region',
    remedy: 'write one such as eu-central-1',
  })
    .prefault('us-east-1')
    .meta({ description: 'Its region.', example: 'eu-central-1' });

const storeSchema = z
  .strictObject({
    address: addressSchema.exactOptional().meta({
      description: 'A bucket of S3, or of what speaks like it, with what is before our paths.',
      example: 'https://s3.eu-central-1.amazonaws.com/acme-backups/shop',
    }),
    region: regionSchema(),
    login: loginSchema(),
    folder: text(/^[^\\\p{Cc}]+$/u, {
      problem: 'is no folder',
      remedy: 'write its path with "/" between the folders',
    })
      .exactOptional()
      .meta({
        description: 'A folder in place of a bucket; relative to slipway.yml, where it is not absolute.',
        example: 'archive',
      }),
  })
  .refine(({ address, folder }) => (address === undefined) !== (folder === undefined), {
    error: 'has to have one of `address` and `folder`',
  });

const resticSchema = z.strictObject({
  address: addressSchema.meta({
    description: 'A bucket of S3, or of what speaks like it, with what is before the paths of restic.',
    example: 'https://s3.eu-central-1.amazonaws.com/acme-backups/files',
  }),
  region: regionSchema(),
  login: environmentVariableSchema.prefault('AWS').meta({
    description:
      'What the environment variables with its login begin with: those of a store, and `_PASSPHRASE` with the passphrase of the repository.',
    example: 'FAR',
  }),
});

export const repositorySchema = z
  .strictObject({
    apart: apartSchema(),
    pgbackrest: z
      .int({ error: 'is no number of a repository; write the N of repoN in its configuration' })
      .min(1, { error: 'is no number of a repository; they begin with 1' })
      .max(256, { error: 'is no number of a repository; they end with 256' })
      .exactOptional()
      .meta({
        description: 'Its number in the configuration of pgBackRest, where databases go there.',
        example: 2,
      }),
    store: storeSchema.exactOptional().meta({
      description: 'Where the manifests of backups and what is no database go there.',
      example: {
        address: 'https://s3.eu-central-1.amazonaws.com/acme-backups/shop',
        region: 'eu-central-1',
        login: 'FAR',
      },
    }),
    restic: resticSchema.exactOptional().meta({
      description: 'The repository of restic there, where files of volumes and objects of buckets go.',
      example: {
        address: 'https://s3.eu-central-1.amazonaws.com/acme-backups/files',
        region: 'eu-central-1',
        login: 'FAR',
      },
    }),
    locked: daysInMilliseconds.exactOptional().meta({
      description: 'For how long nobody can delete what is written there, whatever they hold.',
      example: '30d',
    }),
    offline: z
      .boolean({ error: 'is neither true nor false' })
      .prefault(false)
      .meta({ description: 'Whether nobody can reach it who has not been there.' }),
  })
  // Only a bucket can forbid deletion.
  .refine(({ locked, store }) => locked === undefined || store?.folder === undefined, {
    path: ['locked'],
    error:
      'needs a `store` that is a bucket: a folder locks nothing; give its `address`, or write `offline: true` in place of `locked` for a disk that is taken away',
  })
  .meta({ description: 'A place where backups are kept.' });
