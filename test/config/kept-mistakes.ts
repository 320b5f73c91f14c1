import { changed } from './configs.ts';

const far = 'far: {apart: region, pgbackrest: 1, locked: 30d}';
const worker = `worker: {image: 'ghcr.io/acme/restic@sha256:${'0'.repeat(64)}'}`;
const withRestic = "far: {apart: region, restic: {address: 'https://s3.example.com/files'}}";
const recovery = (text: string) => changed('    verify:', `    recovery: {${text}}\n    verify:`);
const kept = (text: string) => recovery(`repositories: {${far}}, ${text}`);

/** Wrong `recovery` of what is no database, and the sentence for each. */
export const keptMistakes: readonly {
  name: string;
  text: string;
  sentence: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a volume that is covered in two ways',
    text: kept('volumes: {files: {to: [far], not-needed: a cache}}'),
    sentence:
      'slipway.yml:10:99: environments.production.recovery.volumes.files has to have one of `to`, `database` and `not-needed` (and 2 more)',
    beyondJsonSchema: true,
  },
  {
    name: 'a volume that goes where no restic is',
    text: kept(`${worker}, volumes: {files: {to: [far]}}`),
    sentence:
      'slipway.yml:10:217: environments.production.recovery.volumes.files.to[0]: "far" is a repository without restic; add `restic: {address: …}` to it',
    beyondJsonSchema: true,
  },
  {
    name: 'a volume without a pod that reads it',
    text: recovery(`repositories: {${withRestic}}, volumes: {files: {to: [far]}}`),
    sentence:
      'slipway.yml:10:127: environments.production.recovery.volumes.files.to needs a pod that reads the files; add `worker: {image: …}` to `recovery`',
    beyondJsonSchema: true,
  },
  {
    name: 'a volume of a database that is not there',
    text: kept('volumes: {data-db: {database: shop}}'),
    sentence:
      'slipway.yml:10:112: environments.production.recovery.volumes.data-db.database: "shop" is no database of this environment; name one of `databases`',
    beyondJsonSchema: true,
  },
  {
    name: 'a worker whose image may change',
    text: kept('worker: {image: "ghcr.io/acme/restic:0.18"}'),
    sentence:
      'slipway.yml:10:98: environments.production.recovery.worker.image: "ghcr.io/acme/restic:0.18" is no image with its digest; write repository@sha256:…, as `images` of the action `push` has it',
  },
  {
    name: 'a secret key where a public one belongs, which is not shown',
    text: kept(`recipients: [AGE-SECRET-KEY-1${'Q'.repeat(58)}]`),
    sentence:
      'slipway.yml:10:95: environments.production.recovery.recipients[0]: "(hidden)" is no public key of age; write the one that `age-keygen -y` shows, which begins with age1',
  },
  {
    name: 'secrets for nobody',
    text: kept('secrets: [login]'),
    sentence:
      'slipway.yml:10:91: environments.production.recovery.secrets can be encrypted for nobody; add a public key of age to `recipients`',
    beyondJsonSchema: true,
  },
  {
    name: 'images that go into a bucket',
    text: kept('images: {to: [far]}'),
    sentence:
      'slipway.yml:10:96: environments.production.recovery.images.to[0]: "far" is a repository whose store is no folder; images go into folders only',
    beyondJsonSchema: true,
  },
  {
    name: 'a bucket that goes nowhere',
    text: kept("buckets: {uploads: {address: 'https://s3.example.com/uploads', to: [near]}}"),
    sentence:
      'slipway.yml:10:150: environments.production.recovery.buckets.uploads.to[0]: "near" is no repository of this environment; add it to `repositories`',
    beyondJsonSchema: true,
  },
  {
    name: 'a retention of less than nothing',
    text: kept('keep: {daily: -1}'),
    sentence:
      'slipway.yml:10:96: environments.production.recovery.keep.daily: "-1" is no count; write a whole number from 0 to 1000',
  },
];
