import { access, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Signing } from '../config/signing.ts';
import { UserError } from '../toolkit/errors.ts';
import { workflowEvent } from '../toolkit/github.ts';
import { isMap, jsonMap } from '../toolkit/map.ts';
import { readNamed } from '../toolkit/named-file.ts';
import type { SigningKey } from './cosign.ts';
import { correct, resolveKey, variableOf } from './verify-images.ts';

/** Finds the key or identity that signs, and refuses to publish names that must stay private. */

export interface KeyOptions {
  readonly signing: Signing;
  /** `trust.root` of slipway.yml. */
  readonly trustedRoot: string | undefined;
  /** The folder of slipway.yml. */
  readonly root: string;
  /** A folder of this run only. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Returns the key, or the identity of the run, with the services for logs and timestamps.
 * @throws UserError when there is none, or when signing would publish names that must stay private.
 */
export async function signingKey(options: KeyOptions): Promise<SigningKey> {
  const { signing, root, env } = options;
  const services = await servicesOf(options);
  const written = services === undefined ? '' : await readFile(services.config, 'utf8');
  const reaches = services === undefined || reachesEverybody(written);
  const problem = publicityProblem(signing, reaches, await visibilityOf(env));
  if (problem !== undefined) throw problem;
  const unset = (name: string) => unsetKey(name, env);
  const key = signing.key && (await resolveKey(signing.key, { root, env }, unset, findKey));
  if (key === undefined) {
    requireIdentity(env);
    if (services !== undefined) requireTime(written);
  }
  const variable = variableOf(key ?? '');
  const secrets = [env.COSIGN_PASSWORD, variable === undefined ? undefined : env[variable]];
  return {
    key,
    services,
    // Without the variable, cosign would prompt for a password.
    env: { ...withoutInputs(env), COSIGN_PASSWORD: env.COSIGN_PASSWORD ?? '' },
    secrets: secrets.flatMap(secret => secret ?? []),
  };
}

/**
 * Returns why signing must not continue: an entry in a public log is permanent, and shows the names of the repository and the image. Pure.
 * @param reaches whether the services are public.
 */
export function publicityProblem(
  { key, 'public-log': allowed }: Pick<Signing, 'key' | 'public-log'>,
  reaches: boolean,
  visibility: 'public' | 'private' | 'unknown',
): UserError | undefined {
  if (!reaches || allowed === true) return undefined;
  if (allowed === undefined && key === undefined && visibility === 'public') return undefined;
  const other = 'or name your own `key` or `services` in `signing`';
  if (allowed === false)
    return new UserError(
      `${key === undefined ? 'keyless signing' : 'signing'} writes to the public transparency log of Sigstore, but \`signing.public-log\` is false`,
      `allow it, ${other}`,
    );
  const whose =
    visibility === 'private'
      ? 'this repository is private'
      : 'it is not known whether this repository is public';
  return new UserError(
    `signing would publish the names of the repository and the image in the public transparency log of Sigstore, and ${whose}`,
    `set \`public-log: true\` in \`signing\` if the names may be public, ${other}`,
  );
}

/** Whether a signing configuration names public services of Sigstore. Pure. */
export function reachesEverybody(config: string): boolean {
  const urls = [...config.matchAll(/"url"\s*:\s*"([^"]*)"/g)].map(([, url = '']) => url);
  return urls.some(url => !URL.canParse(url) || /(^|\.)sigstore\.dev$/i.test(new URL(url).hostname));
}

/** Finds the visibility of the repository. One that is public on an Enterprise Server is not public to the world. */
async function visibilityOf(env: NodeJS.ProcessEnv): Promise<'public' | 'private' | 'unknown'> {
  if (env.GITHUB_ACTIONS !== 'true') return 'unknown';
  const { repository } = await workflowEvent(env);
  if (!isMap(repository) || typeof repository.private !== 'boolean') return 'unknown';
  const open = !repository.private && (repository.visibility ?? 'public') === 'public';
  return open && env.GITHUB_SERVER_URL === 'https://github.com' ? 'public' : 'private';
}

/** Returns the services. A key needs none, but without an empty configuration cosign would use the public ones. */
async function servicesOf(options: KeyOptions): Promise<SigningKey['services']> {
  const { signing, trustedRoot, root, folder } = options;
  if (signing.services !== undefined) {
    const config = resolve(root, signing.services);
    await readNamed(config, correct('signing.services'));
    return { config, root: resolve(root, trustedRoot ?? '') };
  }
  if (signing.key === undefined || signing['public-log'] === true) return undefined;
  const none = { config: join(folder, 'no-services.json'), root: join(folder, 'no-root.json') };
  const kind = 'application/vnd.dev.sigstore';
  const config = { mediaType: `${kind}.signingconfig.v0.2+json`, rekorTlogConfig: {}, tsaConfig: {} };
  await writeFile(none.config, JSON.stringify(config));
  await writeFile(none.root, JSON.stringify({ mediaType: `${kind}.trustedroot+json;version=0.1` }));
  return none;
}

const unsetKey = (variable: string, env: NodeJS.ProcessEnv) =>
  new UserError(
    `the key comes from ${variable}, which is ${env[variable] === '' ? 'empty' : 'not set'}`,
    `set ${variable} in the \`env\` of this step; runs for forks get no secrets, and runs for Dependabot only Dependabot secrets`,
  );

const findKey = (file: string) =>
  access(file).catch((error: unknown) => {
    throw new UserError(
      `the key ${file} of \`signing.key\` does not exist`,
      'write it there in an earlier step, or name a variable that contains it with `env://`',
      { cause: error },
    );
  });

/** Demands a proof of the time: a certificate expires within minutes, and a later check must see that it was valid then. */
function requireTime(config: string): void {
  const value = jsonMap(config);
  const has = (name: string) => Array.isArray(value?.[name]) && value[name].length > 0;
  if (has('tsaUrls') || has('rekorTlogUrls')) return;
  throw new UserError(
    'the services of `signing` do not prove when something was signed, so a signature is worthless once its certificate has expired',
    'add a timestamp authority or a transparency log to the file that `signing.services` names',
  );
}

/** Demands an identity token: without one, cosign would wait for a login in a browser. */
function requireIdentity(env: NodeJS.ProcessEnv): void {
  if (env.ACTIONS_ID_TOKEN_REQUEST_URL || env.SIGSTORE_ID_TOKEN) return;
  throw new UserError(
    'keyless signing needs an OIDC token with the identity of this run, but there is none',
    env.GITHUB_ACTIONS === 'true'
      ? 'grant the job `id-token: write`'
      : 'set one with the audience sigstore in SIGSTORE_ID_TOKEN, or name a key in `signing.key`',
  );
}

/** Removes the inputs of the action, which cosign does not need. Pure. */
function withoutInputs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
}
