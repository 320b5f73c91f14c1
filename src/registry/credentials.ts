import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonIn, jsonMap, textMap } from '../toolkit/map.ts';

export type Credential =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** An OAuth2 refresh token, which is exchanged for an access token. */
  | { readonly kind: 'identity'; readonly token: string }
  /** An access token that is sent unchanged. */
  | { readonly kind: 'bearer'; readonly token: string };

/** Finds the credentials for a registry, or for a repository there; undefined means anonymous access. */
export type CredentialSource = (registry: string, name?: string) => Promise<Credential | undefined>;

interface DockerConfig {
  readonly auths: ReadonlyMap<string, Credential>;
  readonly credHelpers: ReadonlyMap<string, string>;
  readonly credsStore: string | undefined;
}

/** The key under which docker stores the credentials of Docker Hub. */
const dockerHub = 'docker.io';
const dockerHubServer = 'https://index.docker.io/v1/';

/**
 * Finds credentials as `docker login` stores them: the registry's helper, then the general store, then `auths`. An entry of
 * `auths` for a part of a registry, such as `harbor.example.com/build` from `podman login`, comes first. The folder is
 * `DOCKER_CONFIG`, else `.docker` in the home directory; without a file there are no credentials.
 * @throws UserError (from the source) for a malformed config.json, and for a helper that is missing or fails.
 */
export function dockerCredentials(env: NodeJS.ProcessEnv = process.env): CredentialSource {
  const path = join(env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker'), 'config.json');
  return async (registry, name = '') => {
    // Read each time: a login of an hour is renewed by a helper, or by a program that writes the file again.
    const { auths, credHelpers, credsStore } = await readConfig(path);
    for (let part = `${registry}/${name}`; part !== registry; part = part.slice(0, part.lastIndexOf('/'))) {
      const credential = auths.get(part);
      if (credential !== undefined) return credential;
    }
    // As docker does: an empty helper means that the registry's login is in the file, whatever the general store is.
    const helper = credHelpers.get(registry) ?? credsStore;
    const stored = helper === undefined || helper === '' ? undefined : await askHelper(helper, registry, env);
    return stored ?? auths.get(registry);
  };
}

async function readConfig(path: string): Promise<DockerConfig> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  // Without cause: the error of JSON.parse quotes the file, which contains secrets.
  const parsed = jsonIn(text, () => new UserError(`${path} is not JSON`, 'log in to the registry again'));
  const config = isMap(parsed) ? parsed : {};
  const { auths, credHelpers } = config;
  return {
    auths: new Map(
      Object.entries(isMap(auths) ? auths : {}).flatMap(([server, entry]) => {
        const credential = credentialOf(textMap(entry));
        return credential === undefined ? [] : [[placeOf(server), credential] as const];
      }),
    ),
    credHelpers: new Map(
      Object.entries(textMap(credHelpers)).map(([server, helper]) => [hostOf(server), helper]),
    ),
    credsStore: textMap(config).credsStore || undefined,
  };
}

function credentialOf(entry: Readonly<Record<string, string>>): Credential | undefined {
  const { identitytoken: identity, registrytoken: bearer, auth } = entry;
  if (identity) return { kind: 'identity', token: identity };
  if (bearer) return { kind: 'bearer', token: bearer };
  const [username, ...rest] = auth
    ? // Some tools pad the decoded text with zero bytes.
      Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '').split(':')
    : [entry.username, entry.password ?? ''];
  const password = rest.join(':');
  if (!username || password === '') return undefined;
  return { kind: 'password', username, password };
}

/** Normalizes a key of `auths`: a registry, or a part of one, which only a key without scheme can name. */
function placeOf(server: string): string {
  const place = server.replace(/\/(v[12]\/?)?$/, '');
  return /^https?:/.test(server) || !place.includes('/') ? hostOf(server) : place;
}

/** `https://ghcr.io/v1/` and `ghcr.io` are the same registry, and Docker Hub has several names. */
function hostOf(server: string): string {
  const host = server
    .replace(/^https?:\/\//, '')
    .split('/', 1)
    .join('');
  return host === 'index.docker.io' || host === 'registry-1.docker.io' ? dockerHub : host;
}

async function askHelper(
  helper: string,
  registry: string,
  env: NodeJS.ProcessEnv,
): Promise<Credential | undefined> {
  const program = `docker-credential-${helper}`;
  const remedy = `install it, or remove ${helper} from the docker configuration and log in again`;
  if (!/^[\w.-]+$/.test(helper)) throw new UserError(`"${helper}" is not a credential helper`, remedy);

  const { code, output } = await runHelper(program, registry === dockerHub ? dockerHubServer : registry, env);
  if (code === 'ENOENT') throw new UserError(`the credential helper ${program} is not installed`, remedy);
  if (code !== 0) {
    if (/credentials not found/i.test(output)) return undefined;
    throw new UserError(
      `the credential helper ${program} failed for ${registry}`,
      'log in to the registry again',
    );
  }
  const answer = jsonMap(output);
  if (answer === undefined)
    throw new UserError(`the credential helper ${program} did not answer with a JSON object`, remedy);
  const { Username: username, Secret: secret } = textMap(answer);
  if (username === undefined || !secret) return undefined;
  // By docker's convention this name marks the secret as an identity token.
  return username === '<token>'
    ? { kind: 'identity', token: secret }
    : { kind: 'password', username, password: secret };
}

function runHelper(program: string, server: string, env: NodeJS.ProcessEnv) {
  return new Promise<{ code: unknown; output: string }>(resolve => {
    const child = execFile(program, ['get'], { env, timeout: 30_000 }, (error, output) =>
      resolve({ code: error === null ? 0 : error.code, output }),
    );
    // The exit code reports a helper that ends without reading its input.
    child.stdin?.on('error', () => {});
    child.stdin?.end(server);
  });
}
