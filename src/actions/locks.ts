import type { Recovery } from '../config/recovery.ts';
import type { OpenStore } from '../recovery/backup.ts';
import type { Locks } from '../recovery/declared.ts';
import type { DeclaredStore } from '../recovery/locks.ts';
import type { SetOwner } from '../recovery/sets.ts';
import type { Store } from '../recovery/store.ts';
import { s3CredentialsOf } from './kept.ts';
import { openStores } from './recovery.ts';

/** Checks in the stores the object locks that slipway.yml declares. */

/**
 * Returns the buckets that pgBackRest and restic write to. Missing credentials are an error only when the bucket is read.
 * @param store of the repository; pgBackRest is assumed to use its bucket.
 */
async function bucketsOf(
  { store: declared, pgbackrest, restic }: Recovery['repositories'][string],
  store: Store,
  env: NodeJS.ProcessEnv,
): Promise<DeclaredStore['others']> {
  const { s3Store, placeOf } = await import('../recovery/s3.ts');
  const own = declared?.url === undefined ? undefined : placeOf(declared.url).bucket;
  if (restic === undefined) return pgbackrest === undefined ? [] : [store];
  if (placeOf(restic.url).bucket === own) return [store];
  const lockedByDefault = async () => {
    const credentials = s3CredentialsOf(restic['credentials-prefix'], env, `the bucket ${restic.url}`);
    return (await s3Store({ ...restic, ...credentials })).lockedByDefault();
  };
  return [...(pgbackrest === undefined ? [] : [store]), { name: restic.url, lockedByDefault }];
}

/**
 * Checks the locks of each store whose credentials are set here.
 * @param config path of slipway.yml.
 * @param now ms since 1970.
 */
export async function locksOf(
  recovery: Recovery,
  owner: SetOwner,
  config: string,
  env: NodeJS.ProcessEnv,
  now: number,
): Promise<Locks> {
  const asked = Object.entries(recovery.repositories).filter(
    ([, { locked, store }]) =>
      locked !== undefined &&
      store !== undefined &&
      (store.url === undefined || Boolean(env[`${store['credentials-prefix']}_ACCESS_KEY_ID`])),
  );
  if (asked.length === 0) return new Map();
  const [stores, { checkLock }] = await Promise.all([
    openStores({ ...recovery, repositories: Object.fromEntries(asked) }, config, env),
    import('../recovery/locks.ts'),
  ]);
  return new Map(
    await Promise.all(
      (await storesWithBuckets(stores, recovery, env)).map(async ({ name, store, locked = 0, others }) => {
        const doubt = await checkLock({ store, others, locked }, owner, now);
        return [name, doubt] as const;
      }),
    ),
  );
}

/** Returns the stores, each with the buckets of `bucketsOf`. */
export const storesWithBuckets = (
  stores: readonly OpenStore[],
  { repositories }: Pick<Recovery, 'repositories'>,
  env: NodeJS.ProcessEnv,
): Promise<(OpenStore & Pick<DeclaredStore, 'others'>)[]> =>
  Promise.all(
    stores.map(async each => {
      const repository = repositories[each.name];
      const others = repository === undefined ? [] : await bucketsOf(repository, each.store, env);
      return { ...each, others };
    }),
  );
