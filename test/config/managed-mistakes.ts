import { changed } from './configs.ts';

const worker = `worker: {image: 'ghcr.io/acme/postgres@sha256:${'0'.repeat(64)}'}`;
const far = "far: {apart: region, pgbackrest: 1, restic: {address: 'https://s3.example.com/files'}}";
const near = 'near: {apart: zone, pgbackrest: 2}';
const managed = (text: string, rest = worker) =>
  changed(
    '    verify:',
    `    recovery: {managed: {shop: {host: db.example.com, database: shop, user: backup, secret: shop-db, ${text}}}, repositories: {${far}, ${near}}, ${rest}}\n    verify:`,
  );

/** Wrong `recovery` of databases outside of the cluster, and the sentence for each. */
export const managedMistakes: readonly {
  name: string;
  text: string;
  sentence: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a managed database that goes where no restic is',
    text: managed('to: [near]'),
    sentence:
      'slipway.yml:10:107: environments.production.recovery.managed.shop.to[0]: "near" is a repository without restic; add `restic: {address: …}` to it',
    beyondJsonSchema: true,
  },
  {
    name: 'a managed database that goes nowhere',
    text: managed('to: [vault]'),
    sentence:
      'slipway.yml:10:107: environments.production.recovery.managed.shop.to[0]: "vault" is no repository of this environment; add it to `repositories`',
    beyondJsonSchema: true,
  },
  {
    name: 'a managed database without a pod that reads it',
    text: managed('to: [far]', 'objects: {export: false}'),
    sentence:
      'slipway.yml:10:106: environments.production.recovery.managed.shop.to needs a pod that reads it; add `worker: {image: …}` to `recovery`',
    beyondJsonSchema: true,
  },
  {
    name: 'a managed database with the name of another one',
    text: managed(
      'to: [far]',
      `${worker}, databases: {shop: {workload: StatefulSet/db, stanza: shop, database: shop, to: [far]}}`,
    ),
    sentence:
      'slipway.yml:10:32: environments.production.recovery.managed.shop is the name of one of `databases`, too; give each its own',
    beyondJsonSchema: true,
  },
  {
    name: 'a certificate that nobody can check without an authority',
    text: managed('to: [far], sslmode: verify-ca'),
    sentence:
      'slipway.yml:10:122: environments.production.recovery.managed.shop.sslmode: "verify-ca" needs an authority of your own; add `authority`, or write verify-full',
    beyondJsonSchema: true,
  },
  {
    name: 'a server that is an address with a password',
    text: managed('to: [far]').replace('db.example.com', "'postgres://u:secret@db'"),
    sentence:
      'slipway.yml:10:39: environments.production.recovery.managed.shop.host: "postgres://…@db" is no name of a server; write its name or address alone, such as shop.abc.eu-central-1.rds.amazonaws.com',
  },
  {
    name: 'a database whose name a connection string could not hold',
    text: managed('to: [far]').replace('database: shop', `database: "sh'op"`),
    sentence:
      'slipway.yml:10:65: environments.production.recovery.managed.shop.database: "sh\'op" is no name of a database; write the one that `psql -l` shows',
  },
];
