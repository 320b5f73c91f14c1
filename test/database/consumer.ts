import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Run, type RunningSlipway, startSlipway } from '../e2e/harness.ts';
import type { Database } from './database.ts';
import { STANZA } from './settings.ts';

/** A repository of a user whose slipway.yml says how the database is backed up. */
export interface Consumer {
  readonly dir: string;
  slipway(args: string[], env?: Record<string, string>): Promise<Run>;
  start(args: string[], env?: Record<string, string>): RunningSlipway;
  /** Changes slipway.yml. */
  configure(change: (config: Config) => void): Promise<void>;
  remove(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: it is edited key by key, as a user would in an editor
export type Config = any;

export const SHOP = 'shop';

export async function createConsumer(database: Database): Promise<Consumer> {
  const dir = await mkdtemp(join(tmpdir(), 'slipway-consumer-'));
  const config = configOf(database);
  const write = () => writeFile(join(dir, 'slipway.yml'), stringify(config));
  await write();
  const environment = {
    KUBECONFIG: process.env.KUBECONFIG ?? '',
    NODE_EXTRA_CA_CERTS: process.env.SLIPWAY_CA ?? '',
    ...loginOf('NEAR', database.buckets.near),
    ...loginOf('FAR', database.buckets.far),
  };
  const start: Consumer['start'] = (args, env = {}) => startSlipway(args, dir, { ...environment, ...env });
  return {
    dir,
    start,
    slipway: (args, env) => start(args, env).done,
    configure: async change => {
      change(config);
      await write();
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

const loginOf = (name: string, { access, secret }: { readonly access: string; readonly secret: string }) => ({
  [`${name}_ACCESS_KEY_ID`]: access,
  [`${name}_SECRET_ACCESS_KEY`]: secret,
});

function configOf({ namespace, buckets }: Database) {
  const store = (name: 'near' | 'far') => ({
    url: `${process.env[`SLIPWAY_S3_${name.toUpperCase()}`]}/${buckets[name].name}/slipway`,
    'credentials-prefix': name.toUpperCase(),
  });
  return {
    app: SHOP,
    images: { shop: { repository: 'registry.example.com/shop' } },
    environments: {
      production: {
        namespace,
        manifests: ['deploy/'],
        workload: 'Deployment/shop',
        recovery: {
          repositories: {
            near: { survives: 'zone', pgbackrest: 1, store: store('near') },
            far: { survives: 'region', pgbackrest: 2, locked: '30d', store: store('far') },
          },
          databases: {
            shop: {
              workload: 'StatefulSet/db',
              container: 'postgres',
              stanza: STANZA,
              database: SHOP,
              configuration: ['Secret/pgbackrest', 'ConfigMap/s3-authority'],
              'archive-timeout': '5s',
              to: ['near', 'far'],
              replicas: [{ survives: 'zone', mode: 'synchronous' }],
            },
          },
        },
      },
    },
  };
}
