import { changed } from './configs.ts';

const far = 'far: {survives: region, pgbackrest: 1, locked: 30d}';
const database = 'workload: StatefulSet/db, stanza: shop, database: shop';
const recovery = (text: string) => changed('    verify:', `    recovery: {${text}}\n    verify:`);
const databases = (text: string) => recovery(`repositories: {${far}}, databases: {shop: {${text}}}`);

/** Invalid `recovery`, with the place and key in the error. */
export const recoveryMistakes: readonly {
  name: string;
  text: string;
  at: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a recovery without a repository',
    text: recovery('repositories: {}'),
    at: 'slipway.yml:10:30: environments.production.recovery.repositories',
  },
  {
    name: 'a repository at an unknown distance',
    text: recovery('repositories: {far: {survives: cloud}}'),
    at: 'slipway.yml:10:47: environments.production.recovery.repositories.far.survives',
  },
  {
    name: 'recovery 3: a locked folder',
    text: recovery('repositories: {far: {survives: region, store: {folder: backups}, locked: 30d}}'),
    at: 'slipway.yml:10:89: environments.production.recovery.repositories.far.locked',
    beyondJsonSchema: true,
  },
  {
    name: 'recovery 3: a locked disk that is stored offline',
    text: recovery(
      'repositories: {far: {survives: region, offline: true, store: {folder: disk}, locked: 30d}}',
    ),
    at: 'slipway.yml:10:101: environments.production.recovery.repositories.far.locked',
    beyondJsonSchema: true,
  },
  {
    name: 'two repositories of one number',
    text: recovery(`repositories: {${far}, near: {survives: zone, pgbackrest: 1}}`),
    at: 'slipway.yml:10:119: environments.production.recovery.repositories.near.pgbackrest',
    beyondJsonSchema: true,
  },
  {
    name: 'a database with an unknown repository',
    text: databases(`${database}, to: [near]`),
    at: 'slipway.yml:10:165: environments.production.recovery.databases.shop.to[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'an unknown scenario of a drill',
    text: recovery(
      `repositories: {${far}}, databases: {shop: {${database}, to: [far]}}, drills: {due: {max-age: {earthquake: 7d}}}`,
    ),
    at: 'slipway.yml:10:198: environments.production.recovery.drills.due.max-age.earthquake',
  },
  {
    name: 'a database that is not drilled and unknown',
    text: recovery(
      `repositories: {${far}}, databases: {shop: {${database}, to: [far]}}, drills: {not-drilled: {reports: by hand}}`,
    ),
    at: 'slipway.yml:10:205: environments.production.recovery.drills.not-drilled.reports',
    beyondJsonSchema: true,
  },
  {
    name: 'a database without a repository',
    text: databases(`${database}, to: []`),
    at: 'slipway.yml:10:164: environments.production.recovery.databases.shop.to',
  },
  {
    name: 'a synchronous replica that may lag',
    text: databases(`${database}, to: [far], replicas: [{survives: zone, mode: synchronous, max-lag: 5s}]`),
    at: 'slipway.yml:10:182: environments.production.recovery.databases.shop.replicas[0]',
    beyondJsonSchema: true,
  },
  {
    name: 'a release that neither warns nor is blocked',
    text: databases(`${database}, to: [far], on-lag: refuse`),
    at: 'slipway.yml:10:179: environments.production.recovery.databases.shop.on-lag',
  },
  {
    name: 'the URL of a copy, in place of its variable',
    text: databases(`${database}, to: [far], copies: ['postgresql://reports']`),
    at: 'slipway.yml:10:180: environments.production.recovery.databases.shop.copies[0]',
  },
  {
    name: 'a data loss that is not a duration',
    text: recovery(`repositories: {${far}}, targets: {node: {rto: 15m, rpo: none}}`),
    at: 'slipway.yml:10:117: environments.production.recovery.targets.node.rpo',
  },
  {
    name: 'a target for an unknown disaster',
    text: recovery(`repositories: {${far}}, targets: {planet: {rto: 15m, rpo: 0s}}`),
    at: 'slipway.yml:10:95: environments.production.recovery.targets.planet',
  },
];
