import { z } from 'zod';
import {
  addressSchema,
  booleanSchema,
  daysInMilliseconds,
  environmentVariableSchema,
  labelSchema,
  listSchema,
  text,
} from './formats.ts';
import { type Path, type PlacedProblem, placed } from './placed-problem.ts';

/** The schema of `repositories` in `recovery`: where backups are kept. */

export const survivesSchema = () =>
  z.enum(['node', 'zone', 'region']).meta({
    description:
      'The largest failure domain around the database whose loss it survives, because it lies outside.',
    example: 'region',
  });

/** The environment variables with the credentials of an S3-compatible bucket. */
export const credentialsPrefixSchema = () =>
  environmentVariableSchema.prefault('AWS').meta({
    description:
      'The prefix of the environment variables with its credentials: `_ACCESS_KEY_ID`, `_SECRET_ACCESS_KEY` and, if temporary, `_SESSION_TOKEN`.',
    example: 'OFF_SITE',
  });

export const regionSchema = () =>
  text(/^[a-z0-9-]{1,40}$/, {
    problem: 'is not a region',
    remedy: 'write a region such as eu-central-1',
  })
    .prefault('us-east-1')
    .meta({ description: 'Its region.', example: 'eu-central-1' });

const storeSchema = z
  .strictObject({
    url: addressSchema.exactOptional().meta({
      description: 'An S3-compatible bucket, with the prefix of the paths of Slipway.',
      example: 'https://s3.eu-central-1.amazonaws.com/acme-backups/shop',
    }),
    region: regionSchema(),
    'credentials-prefix': credentialsPrefixSchema(),
    folder: text(/^[^\\\p{Cc}]+$/u, {
      problem: 'is not a folder',
      remedy: 'write its path with "/" between the folders',
    })
      .exactOptional()
      .meta({
        description: 'A folder instead of a bucket.',
        example: 'archive',
      }),
  })
  .refine(({ url, folder }) => (url === undefined) !== (folder === undefined), {
    error: 'needs either `url` or `folder`; write exactly one of them',
  });

const resticSchema = z.strictObject({
  url: addressSchema.meta({
    description:
      'An S3-compatible bucket, with the prefix of the restic repository. The cluster reaches it, too.',
    example: 'https://s3.eu-central-1.amazonaws.com/acme-backups/files',
  }),
  region: regionSchema(),
  'credentials-prefix': environmentVariableSchema.prefault('AWS').meta({
    description:
      'The prefix of the environment variables with its credentials: as for a store, and `_PASSPHRASE`.',
    example: 'OFF_SITE',
  }),
});

export const repositorySchema = z
  .strictObject({
    survives: survivesSchema(),
    pgbackrest: z
      .int({ error: 'is not the number of a repository; write the N of repoN in its configuration' })
      .min(1, { error: 'is not the number of a repository; write a number from 1 to 256' })
      .max(256, { error: 'is not the number of a repository; write a number from 1 to 256' })
      .exactOptional()
      .meta({
        description: 'The N of its `repoN` in pgBackRest, for databases.',
        example: 2,
      }),
    store: storeSchema.exactOptional().meta({
      description:
        'Where it keeps the manifests of backups, and what pgBackRest and restic do not. One repository needs it.',
      example: {
        url: 'https://s3.eu-central-1.amazonaws.com/acme-backups/shop',
        region: 'eu-central-1',
        'credentials-prefix': 'OFF_SITE',
      },
    }),
    restic: resticSchema.exactOptional().meta({
      description:
        'Its restic repository, for volumes, buckets and managed databases; the first backup creates it.',
      example: {
        url: 'https://s3.eu-central-1.amazonaws.com/acme-backups/files',
        region: 'eu-central-1',
        'credentials-prefix': 'OFF_SITE',
      },
    }),
    locked: daysInMilliseconds.exactOptional().meta({
      description: 'How long no credential can delete an object that was written there.',
      example: '30d',
    }),
    offline: booleanSchema().prefault(false).describe('Whether it can only be reached on site.'),
  })
  // Only a bucket can forbid deletion.
  .refine(({ locked, store }) => locked === undefined || store?.folder === undefined, {
    path: ['locked'],
    error:
      'needs a `store` that is a bucket, because a folder locks nothing; write its `url`, or `offline: true` instead of `locked` for a disk that is stored offline',
  })
  .describe('A place where backups are kept.');

type Repository = z.output<typeof repositorySchema>;

/** Repositories by name, at least one. */
export const repositoryNamesSchema = listSchema(
  labelSchema('the name of a repository'),
  'is empty; name at least one repository, such as `- on-site`',
);

/** Returns names of repositories that do not exist, or lack something. Pure. @param lack what one lacks. */
export const repositoryProblems = (
  path: Path,
  names: readonly string[],
  repositories: Readonly<Record<string, Repository>>,
  lack: (repository: Repository) => string | undefined,
): PlacedProblem[] =>
  names.flatMap((name, at) => {
    const found = repositories[name];
    const message =
      found === undefined ? 'is not a repository of this environment; add it to `repositories`' : lack(found);
    return placed([...path, at], message);
  });

/** Returns what a repository without restic lacks. Pure. */
export const lackOfRestic = ({ restic }: Repository): string | undefined =>
  restic === undefined ? 'is a repository without restic; add `restic: {url: …}` to it' : undefined;
