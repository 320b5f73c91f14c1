import { changed } from './configs.ts';

const far = 'far: {apart: region, pgbackrest: 1, locked: 30d}';
const database = 'workload: StatefulSet/db, stanza: shop, database: shop';
const recovery = (text: string) => changed('    verify:', `    recovery: {${text}}\n    verify:`);
const databases = (text: string) => recovery(`repositories: {${far}}, databases: {shop: {${text}}}`);

/** Wrong `recovery`, and the sentence for each. */
export const recoveryMistakes: readonly {
  name: string;
  text: string;
  sentence: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a recovery without a repository',
    text: recovery('repositories: {}'),
    sentence:
      'slipway.yml:10:30: environments.production.recovery.repositories is empty; name at least one repository, such as `near: {apart: zone, pgbackrest: 1}`',
  },
  {
    name: 'a repository that is nowhere',
    text: recovery('repositories: {far: {apart: cloud}}'),
    sentence:
      'slipway.yml:10:44: environments.production.recovery.repositories.far.apart: "cloud" is not a choice; choose one of `node`, `zone`, `region`',
  },
  {
    name: 'two repositories of one number',
    text: recovery(`repositories: {${far}, near: {apart: zone, pgbackrest: 1}}`),
    sentence:
      'slipway.yml:10:113: environments.production.recovery.repositories.near.pgbackrest: "1" is the number of another repository, too; give each its own',
    beyondJsonSchema: true,
  },
  {
    name: 'a database that goes to a repository that is not there',
    text: databases(`${database}, to: [near]`),
    sentence:
      'slipway.yml:10:162: environments.production.recovery.databases.shop.to[0]: "near" is no repository of this environment; add it to `repositories`',
    beyondJsonSchema: true,
  },
  {
    name: 'a database that goes nowhere',
    text: databases(`${database}, to: []`),
    sentence:
      'slipway.yml:10:161: environments.production.recovery.databases.shop.to is empty; name at least one repository, such as `- near`',
  },
  {
    name: 'a synchronous replica that may lag',
    text: databases(`${database}, to: [far], replicas: [{apart: zone, mode: synchronous, max-lag: 5s}]`),
    sentence:
      'slipway.yml:10:179: environments.production.recovery.databases.shop.replicas[0] is synchronous, which never falls behind; leave `max-lag` out',
    beyondJsonSchema: true,
  },
  {
    name: 'a loss that is no duration',
    text: recovery(`repositories: {${far}}, targets: {node: {rto: 15m, rpo: none}}`),
    sentence:
      'slipway.yml:10:114: environments.production.recovery.targets.node.rpo: "none" is not a duration; write 0s for no loss at all, or numbers with units, such as 30s, 5m or 1h',
  },
  {
    name: 'a target for a loss that nobody knows',
    text: recovery(`repositories: {${far}}, targets: {planet: {rto: 15m, rpo: 0s}}`),
    sentence:
      'slipway.yml:10:92: environments.production.recovery.targets.planet: unknown key; choose one of `node`, `zone`, `region`, `total`',
  },
];
