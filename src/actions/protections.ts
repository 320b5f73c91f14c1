import type { Cluster } from '../cluster/port.ts';
import { environmentOf } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { digestsIn } from '../image/mentions.ts';
import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { listed, mapInput } from '../toolkit/input-text.ts';
import { readNamed } from '../toolkit/named-file.ts';
import { backedUp, warnOfOffline } from './backed-up.ts';
import { gitopsOf, inUseByGit } from './gitops.ts';
import type { InUse } from './in-use.ts';
import * as shared from './inputs.ts';
import { impatient, requestOf, withCluster } from './session.ts';

const engine = () => import('./in-use.ts');

/** Digests and `repository:tag` that must be kept, each with the reason. */
export type Protection = Pick<InUse, 'digests' | 'tags'>;

/**
 * Parses the inputs, and returns a function that reads the current protections from the clusters and the stores of backups.
 * @param apply whether images will be deleted.
 * @throws UserError when an input is invalid, or no source would say what is deployed.
 */
export async function protectionsOf(
  inputs: Record<
    'config' | 'environments' | 'kube-contexts' | 'keep' | 'credentials' | 'gitops-token',
    string
  >,
  config: Config,
  apply: boolean,
  host: Host,
): Promise<() => Promise<Protection>> {
  const files = listed(inputs.keep);
  const kept = await keptIn(files);
  const environments = environmentsOf(config, inputs.environments);
  if (apply && environments.length === 0 && kept.size === 0)
    throw new UserError(
      'the deployed images are unknown: no environment is read',
      'set `keep` to a file with their digests, or remove `environments: none`',
    );
  const contexts = contextsOf(inputs['kube-contexts'], config);
  const place = { config: inputs.config, contexts, token: inputs['gitops-token'], apply };
  const stores = { config: inputs.config, env: shared.credentialsIn(inputs.credentials, host), apply };
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

/** Returns the tags of one repository from a map with keys `repository:tag`. */
export function tagsOfRepository(repository: string, tags: ReadonlyMap<string, string>): Map<string, string> {
  const start = `${repository}:`;
  const own = [...tags].filter(([at]) => at.startsWith(start));
  return new Map(own.map(([at, who]) => [at.slice(start.length), who]));
}

/** Parses the input `environments`. @throws UserError for a name that is not in slipway.yml. */
function environmentsOf(config: Config, text: string): string[] {
  if (text === 'none') return [];
  const names = listed(text);
  for (const name of names) environmentOf(config, name);
  return names.length === 0 ? Object.keys(config.environments) : names;
}

/** Parses the input `kube-contexts`. @throws UserError for anything but a JSON object of strings, and for a name that is not in slipway.yml. */
function contextsOf(text: string, config: Config): Readonly<Record<string, string>> {
  const remedy = 'write {"production": "name-of-a-context"}';
  return Object.fromEntries(
    Object.entries(mapInput('kube-contexts', text, remedy)).map(([name, context]) => {
      environmentOf(config, name);
      if (typeof context === 'string') return [name, context];
      throw new UserError(`the input \`kube-contexts\` has no value for "${name}"`, remedy);
    }),
  );
}

interface DeployedPlaces {
  readonly config: string;
  readonly contexts: Readonly<Record<string, string>>;
  /** For the repository of an environment that is delivered by Git. */
  readonly token: string;
  readonly apply: boolean;
}

/**
 * Returns the images that an environment runs and may roll back to.
 * @throws UserError when its cluster or its Git repository cannot be reached; with `apply` also when the cluster contains nothing of the application.
 */
async function inUseOf(
  config: Config,
  name: string,
  { config: path, contexts, token, apply }: DeployedPlaces,
  host: Host,
): Promise<InUse> {
  const environment = environmentOf(config, name);
  const way = impatient({ config: path, 'kube-context': contexts[name] ?? '' });
  const look = async (cluster: Cluster) => (await engine()).inUse(cluster, config.app, { name, environment });
  const gitops = gitopsOf(environment);
  const asked = { ...way, environment: name, 'gitops-token': token };
  const found =
    gitops === undefined
      ? await withCluster(way, environment, host, engine, look)
      : await inUseByGit(asked, { request: await requestOf(asked, host), gitops, host }, look);
  if (found.found) return found;
  const problem = new UserError(
    `the images of ${name} are unknown: namespace ${environment.namespace} contains neither releases of ${config.app} nor its workload`,
    'check that it is the right cluster, or set `environments` to those that have a release',
  );
  if (apply) throw problem;
  host.annotate('warning', { message: problem.sentence });
  return found;
}

/** Reads the digests in files. @throws UserError for a file that cannot be read or contains no digest, which would protect nothing. */
async function keptIn(paths: readonly string[]): Promise<Map<Digest, string>> {
  const kept = new Map<Digest, string>();
  for (const path of paths) {
    const text = await readNamed(path, 'correct `keep`');
    const digests = digestsIn(text);
    if (digests.length === 0)
      throw new UserError(
        `${path}, which \`keep\` names, contains no digest`,
        'use a file with digests, written as sha256: and 64 hexadecimal digits',
      );
    for (const digest of digests) kept.set(digest, `named in ${path}`);
  }
  return kept;
}
