import { changed } from './configs.ts';

const far = 'far: {survives: region, pgbackrest: 1, locked: 30d}';
const backupPod = `backup-pod: {image: 'ghcr.io/acme/restic@sha256:${'0'.repeat(64)}'}`;
const withRestic = "far: {survives: region, restic: {url: 'https://s3.example.com/files'}}";
const recovery = (text: string) => changed('    verify:', `    recovery: {${text}}\n    verify:`);
const kept = (text: string) => recovery(`repositories: {${far}}, ${text}`);

/** Invalid `recovery` of everything but databases, with the place and key in the error. */
export const keptMistakes: readonly {
  name: string;
  text: string;
  at: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a volume that is covered in two ways',
    text: kept('volumes: {files: {to: [far], not-needed: a cache}}'),
    at: 'slipway.yml:10:102: environments.production.recovery.volumes.files',
    beyondJsonSchema: true,
  },
  {
    name: 'a volume with a repository without restic',
    text: kept(`${backupPod}, volumes: {files: {to: [far]}}`),
    at: 'slipway.yml:10:224: environments.production.recovery.volumes.files.to[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a volume without a pod that reads it',
    text: recovery(`repositories: {${withRestic}}, volumes: {files: {to: [far]}}`),
    at: 'slipway.yml:10:126: environments.production.recovery.volumes.files.to',
    beyondJsonSchema: true,
  },
  {
    name: 'a volume of an unknown database',
    text: kept('volumes: {data-db: {database: shop}}'),
    at: 'slipway.yml:10:115: environments.production.recovery.volumes.data-db.database',
    beyondJsonSchema: true,
  },
  {
    name: 'a backup pod whose image may change',
    text: kept('backup-pod: {image: "ghcr.io/acme/restic:0.18"}'),
    at: 'slipway.yml:10:105: environments.production.recovery.backup-pod.image',
  },
  {
    name: 'a secret key where a public one belongs, which is not shown',
    text: kept(`recipients: [AGE-SECRET-KEY-1${'Q'.repeat(58)}]`),
    at: 'slipway.yml:10:98: environments.production.recovery.recipients[0]',
  },
  {
    name: 'secrets without a recipient',
    text: kept('secrets: [login]'),
    at: 'slipway.yml:10:94: environments.production.recovery.secrets',
    beyondJsonSchema: true,
  },
  {
    name: 'images that go into a bucket',
    text: kept('images: {to: [far]}'),
    at: 'slipway.yml:10:99: environments.production.recovery.images.to[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a bucket with an unknown repository',
    text: kept("buckets: {uploads: {url: 'https://s3.example.com/uploads', to: [near]}}"),
    at: 'slipway.yml:10:149: environments.production.recovery.buckets.uploads.to[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a negative retention',
    text: kept('keep: {daily: -1}'),
    at: 'slipway.yml:10:99: environments.production.recovery.keep.daily',
  },
];
