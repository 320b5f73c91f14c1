import type { Recovery } from '../config/recovery.ts';
import type { Config, Environment } from '../config/types.ts';
import { digestsIn } from '../image/named.ts';
import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { openStores } from './recovery.ts';

const sets = () => import('../recovery/sets.ts');

/** How many manifests are read at once. */
const atOnce = 8;

/** Says which sets nobody here can read. */
export function warnOfOffline({ recovery }: Environment, host: Host): void {
  if (recovery === undefined) return;
  for (const [repository] of storing(recovery).filter(([, { offline }]) => offline))
    host.annotate('warning', {
      message: `the backup sets in ${repository} are not read, because it is offline; name their manifests in \`keep\``,
    });
}

const storing = ({ repositories }: Recovery) =>
  Object.entries(repositories).filter(([, { store }]) => store !== undefined);

/**
 * Every digest that a backup set of an environment names, with the set. All stores are read, because a locked one keeps sets that another
 * has let go; one that is offline cannot be read.
 * @param apply whether something is to be deleted by it.
 * @throws UserError when a store or a set cannot be read; when something is to be deleted, also when a store holds no set.
 */
export async function backedUp(
  { app }: Config,
  { name, environment: { recovery } }: { readonly name: string; readonly environment: Environment },
  { config, logins, apply }: { config: string; logins: NodeJS.ProcessEnv; apply: boolean },
  host: Host,
): Promise<Map<Digest, string>> {
  const named = new Map<Digest, string>();
  if (recovery === undefined) return named;
  const repositories = Object.fromEntries(storing(recovery).filter(([, { offline }]) => !offline));
  if (Object.keys(repositories).length === 0) return named;
  const owner = { app, environment: name };
  const [{ listSets, readSet }, { mapOf }] = await Promise.all([sets(), import('../toolkit/parallel.ts')]);
  const fault = (error: unknown, what: string, remedy?: string): never => {
    if (!(error instanceof UserError)) throw error;
    const problem = `which images the backup sets of ${name} need cannot be read: ${what}${error.message}`;
    throw new UserError(problem, remedy ?? error.remedy, { cause: error });
  };
  const stores = await openStores({ ...recovery, repositories }, config, logins).catch(error =>
    fault(error, ''),
  );
  for (const { name: repository, store } of stores) {
    const ids = await listSets(store, owner).catch(error => fault(error, ''));
    if (ids.length === 0) noSets(repository, owner, apply, host);
    await mapOf(ids, atOnce, async id => {
      const { manifest } = await readSet(store, owner, id).catch(error =>
        fault(
          error,
          `${id} in ${repository}: `,
          'restore that manifest, or remove the set where it is of no more use',
        ),
      );
      for (const digest of digestsIn(manifest.images.join('\n')))
        named.set(digest, `the backup set ${id} in ${repository}`);
    });
  }
  return named;
}

/** It may be another folder than that of the backups, or a disk that is not mounted. */
function noSets(
  repository: string,
  owner: { app: string; environment: string },
  apply: boolean,
  host: Host,
): void {
  const problem = new UserError(
    `the store of ${repository} holds no backup set of ${owner.app} in ${owner.environment}`,
    'see whether it is the right place, or make a backup first',
  );
  if (apply) throw problem;
  host.annotate('warning', { message: problem.sentence });
}
