import { changed } from './configs.ts';

const backupPod = `backup-pod: {image: 'ghcr.io/acme/postgres@sha256:${'0'.repeat(64)}'}`;
const far = "far: {survives: region, pgbackrest: 1, restic: {url: 'https://s3.example.com/files'}}";
const near = 'near: {survives: zone, pgbackrest: 2}';
const managed = (text: string, rest = backupPod) =>
  changed(
    '    verify:',
    `    recovery: {managed: {shop: {host: db.example.com, database: shop, user: backup, secret: shop-db, ${text}}}, repositories: {${far}, ${near}}, ${rest}}\n    verify:`,
  );

/** Invalid `recovery` of databases outside the cluster, with the place and key in the error. */
export const managedMistakes: readonly {
  name: string;
  text: string;
  at: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a managed database with a repository without restic',
    text: managed('to: [near]'),
    at: 'slipway.yml:10:107: environments.production.recovery.managed.shop.to[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a managed database with an unknown repository',
    text: managed('to: [vault]'),
    at: 'slipway.yml:10:107: environments.production.recovery.managed.shop.to[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a managed database without a pod that reads it',
    text: managed('to: [far]', 'objects: {export: false}'),
    at: 'slipway.yml:10:106: environments.production.recovery.managed.shop.to',
    beyondJsonSchema: true,
  },
  {
    name: 'a managed database with the name of another one',
    text: managed(
      'to: [far]',
      `${backupPod}, databases: {shop: {workload: StatefulSet/db, stanza: shop, database: shop, to: [far]}}`,
    ),
    at: 'slipway.yml:10:32: environments.production.recovery.managed.shop',
    beyondJsonSchema: true,
  },
  {
    name: 'a certificate that cannot be verified without a CA',
    text: managed('to: [far], sslmode: verify-ca'),
    at: 'slipway.yml:10:122: environments.production.recovery.managed.shop.sslmode',
    beyondJsonSchema: true,
  },
  {
    name: 'a server with a password in its address',
    text: managed('to: [far]').replace('db.example.com', "'postgres://u:secret@db'"),
    at: 'slipway.yml:10:39: environments.production.recovery.managed.shop.host',
  },
  {
    name: 'a database whose name does not fit into a connection string',
    text: managed('to: [far]').replace('database: shop', `database: "sh'op"`),
    at: 'slipway.yml:10:65: environments.production.recovery.managed.shop.database',
  },
];
