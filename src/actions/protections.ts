import { readFile } from 'node:fs/promises';
import { environmentOf } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { digestsIn } from '../image/named.ts';
import type { Digest } from '../image/reference.ts';
import { parseSecrets } from '../image/secrets.ts';
import type { InUse } from '../release/store/in-use.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { isMap } from '../toolkit/map.ts';
import { backedUp, warnOfOffline } from './backed-up.ts';
import { withCluster } from './session.ts';

const engine = () => import('../release/store/in-use.ts');

/** Digests, and `repository:tag`, that something needs; each with who. */
export type Protection = Pick<InUse, 'digests' | 'tags'>;

/**
 * Reads what the inputs say, and gives what asks the clusters and the stores of backups, each time that it is called.
 * @param apply whether something is to be deleted by it.
 * @throws UserError when an input is wrong, or nothing would say what is deployed.
 */
export async function protectionsOf(
  inputs: { config: string; environments: string; contexts: string; keep: string; logins: string },
  config: Config,
  apply: boolean,
  host: Host,
): Promise<() => Promise<Protection>> {
  const files = listed(inputs.keep);
  const kept = await keptIn(files);
  const environments = environmentsOf(config, inputs.environments);
  if (apply && environments.length === 0 && kept.size === 0)
    throw new UserError(
      'nothing says what is deployed: no environment is asked',
      'give a file of digests that stay in `keep`, or let the clusters of slipway.yml be asked',
    );
  const place = { config: inputs.config, contexts: contextsOf(inputs.contexts, config), apply };
  const stores = { config: inputs.config, logins: { ...host.env, ...parseSecrets(inputs.logins) }, apply };
  for (const name of environments) warnOfOffline(environmentOf(config, name), host);
  return async () => {
    const used = await Promise.all(environments.map(name => inUseOf(config, name, place, host)));
    const backups = await Promise.all(
      environments.map(name =>
        backedUp(config, { name, environment: environmentOf(config, name) }, stores, host),
      ),
    );
    return {
      digests: new Map([
        ...(await keptIn(files)),
        ...backups.flatMap(each => [...each]),
        ...used.flatMap(({ digests }) => [...digests]),
      ]),
      tags: new Map(used.flatMap(({ tags }) => [...tags])),
    };
  };
}

/** The tags of one repository among `repository:tag`. */
export function within(repository: string, tags: ReadonlyMap<string, string>): Map<string, string> {
  const start = `${repository}:`;
  const own = [...tags].filter(([at]) => at.startsWith(start));
  return new Map(own.map(([at, who]) => [at.slice(start.length), who]));
}

/** @throws UserError for a name that is not in slipway.yml. */
function environmentsOf(config: Config, text: string): string[] {
  if (text === 'none') return [];
  const names = listed(text);
  for (const name of names) environmentOf(config, name);
  return names.length === 0 ? Object.keys(config.environments) : names;
}

/** @throws UserError for what is no JSON map of texts, and for a name that is not in slipway.yml. */
function contextsOf(text: string, config: Config): Readonly<Record<string, string>> {
  const wrong = (cause?: unknown) =>
    new UserError(
      'the input `contexts` is no JSON map of texts',
      'write {"production": "name-of-a-context"}',
      {
        cause,
      },
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong(error);
  }
  if (!isMap(value)) throw wrong();
  return Object.fromEntries(
    Object.entries(value).map(([name, context]) => {
      environmentOf(config, name);
      if (typeof context !== 'string') throw wrong();
      return [name, context];
    }),
  );
}

/**
 * What an environment runs and may go back to.
 * @throws UserError when its cluster cannot be asked; when something is to be deleted, also where nothing of it is found.
 */
async function inUseOf(
  config: Config,
  name: string,
  {
    contexts,
    apply,
    ...place
  }: { config: string; contexts: Readonly<Record<string, string>>; apply: boolean },
  host: Host,
): Promise<InUse> {
  const environment = environmentOf(config, name);
  const way = { ...place, context: contexts[name] ?? '', patient: false };
  const found = await withCluster(way, environment, host, engine, (cluster, { inUse }) =>
    inUse(cluster, config.app, { name, environment }),
  );
  if (found.found) return found;
  const problem = new UserError(
    `${name} has neither releases of ${config.app} nor its workload in namespace ${environment.namespace}, so that nobody can tell what it runs`,
    'look whether it is the right cluster, or name those environments that were released to in `environments`',
  );
  if (apply) throw problem;
  host.annotate('warning', { message: problem.sentence });
  return found;
}

/** @throws UserError for a file that is not there, or names no digest: it would protect nothing. */
async function keptIn(paths: readonly string[]): Promise<Map<Digest, string>> {
  const kept = new Map<Digest, string>();
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      throw new UserError(`${path}, which \`keep\` names, cannot be read`, 'correct the path', {
        cause: error,
      });
    });
    const digests = digestsIn(text);
    if (digests.length === 0)
      throw new UserError(
        `${path}, which \`keep\` names, names no digest`,
        'give a file in which digests stand as sha256: and 64 hexadecimal digits',
      );
    for (const digest of digests) kept.set(digest, `named in ${path}`);
  }
  return kept;
}

const listed = (text: string) =>
  text
    .split(/[,\n]/)
    .map(each => each.trim())
    .filter(each => each !== '');
