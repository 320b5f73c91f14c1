import type { Recovery } from '../config/recovery.ts';
import type { Config, Environment } from '../config/types.ts';
import { digestsIn } from '../image/mentions.ts';
import type { Digest } from '../image/reference.ts';
import type { SetOwner } from '../recovery/sets.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { openStores } from './recovery.ts';

const sets = () => import('../recovery/sets.ts');

/** How many manifests are read at once. */
const atOnce = 8;

/** Warns about backup sets that this machine cannot read. */
export function warnOfOffline({ recovery }: Environment, host: Host): void {
  if (recovery === undefined) return;
  for (const [repository] of storing(recovery).filter(([, { offline }]) => offline))
    host.annotate('warning', {
      message: `images of the backup sets in ${repository} are not protected: it is offline; name the manifests of these sets in \`keep\``,
    });
}

const storing = ({ repositories }: Recovery) =>
  Object.entries(repositories).filter(([, { store }]) => store !== undefined);

/**
 * Returns each image digest in the backup sets of an environment, with the name of the set. Reads all stores but offline ones, because a
 * locked store keeps sets that another store has removed.
 * @param apply whether images will be deleted.
 * @throws UserError when a store or a set cannot be read; with `apply` also when a store contains no set.
 */
export async function backedUp(
  { app }: Config,
  { name, environment: { recovery } }: { readonly name: string; readonly environment: Environment },
  { config, env, apply }: { config: string; env: NodeJS.ProcessEnv; apply: boolean },
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
    const problem = `the images in the backup sets of ${name} cannot be determined: ${what}${error.message}`;
    throw new UserError(problem, remedy ?? error.remedy, { cause: error });
  };
  const opened = openStores({ ...recovery, repositories }, config, env);
  for (const { name: repository, store } of await opened.catch(error => fault(error, ''))) {
    const ids = await listSets(store, owner).catch(error => fault(error, ''));
    if (ids.length === 0) noSets(repository, owner, apply, host);
    await mapOf(ids, atOnce, async id => {
      const remedy = 'restore that manifest, or remove the set if it is no longer needed';
      const { manifest } = await readSet(store, owner, id).catch(error =>
        fault(error, `${id} in ${repository}: `, remedy),
      );
      for (const digest of digestsIn(manifest.images.join('\n')))
        named.set(digest, `the backup set ${id} in ${repository}`);
    });
  }
  return named;
}

/** An empty store may be the wrong folder, or a disk that is not mounted. */
function noSets(repository: string, owner: SetOwner, apply: boolean, host: Host): void {
  const problem = new UserError(
    `the store of ${repository} contains no backup set of ${owner.app} in ${owner.environment}`,
    'check that it is the right place, or make a backup first',
  );
  if (apply) throw problem;
  host.annotate('warning', { message: problem.sentence });
}
