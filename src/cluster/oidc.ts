import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { newFolder } from '../toolkit/folder.ts';
import { unreadable } from '../toolkit/named-file.ts';
import type { Lifetime } from './credential.ts';
import { ClusterError } from './errors.ts';
import { type Cluster, type ConnectOptions, connect } from './port.ts';
import { issuerOf, requestIdToken } from './token.ts';

/** A cluster whose API server accepts GitHub's OIDC tokens. */
export interface ClusterTrust {
  server: string;
  /** Path of the PEM file with its CA certificate; default: the CA certificates of the system. */
  ca?: string;
  audience: string;
}

/**
 * Connects with GitHub's OIDC tokens: kubectl runs our command line as an exec plugin whenever it needs a new token. The kubeconfig
 * contains no secret, is in a private folder, and is removed by `close`.
 * @throws UserError when the job may not request tokens, or the cluster does not accept them.
 */
export async function connectByOidc(
  trust: ClusterTrust,
  env: NodeJS.ProcessEnv,
  options: Pick<ConnectOptions, 'patient'> = {},
): Promise<Cluster> {
  issuerOf(env);
  const ca = trust.ca === undefined ? undefined : await certificateOf(trust.ca);
  const folder = await newFolder(env, 'oidc');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const kubeconfig = join(folder, 'kubeconfig');
    await writeFile(kubeconfig, JSON.stringify(oidcKubeconfig(trust, ca, ownCommand())), { mode: 0o600 });
    const cluster = await connect({ ...options, kubeconfig, env });
    const close = async () => {
      await cluster.close();
      await remove();
    };
    const lifetime = async (): Promise<Lifetime> => ({ kind: 'renewed', what: "GitHub's OIDC token" });
    return { ...cluster, lifetime, close };
  } catch (error) {
    await remove();
    throw await explained(error, trust, env);
  }
}

/**
 * Returns a kubeconfig whose user is an exec plugin. Pure.
 * @param ca PEM.
 * @param command the program that prints the credential, and its first arguments.
 */
export function oidcKubeconfig(
  { server, audience }: ClusterTrust,
  ca: string | undefined,
  [command, ...first]: string[],
): object {
  const authority =
    ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1',
    command,
    args: [...first, 'token', `--audience=${audience}`],
    // The runner may reach GitHub only through a proxy, which Node ignores by default.
    env: [{ name: 'NODE_USE_ENV_PROXY', value: '1' }],
    interactiveMode: 'Never',
    provideClusterInfo: false,
  };
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'cluster', cluster: { server, ...authority } }],
    users: [{ name: 'github', user: { exec } }],
    contexts: [{ name: 'slipway', context: { cluster: 'cluster', user: 'github' } }],
    'current-context': 'slipway',
  };
}

/** Returns our command line: beside the bundle that contains this file, or its source. */
function ownCommand(): string[] {
  const here = import.meta.dirname;
  const found = [resolve(here, '../cli/index.js'), resolve(here, '../slipway.ts')].find(existsSync);
  if (found === undefined) throw new Error(`the command line is not beside ${here}`);
  return [process.execPath, found];
}

async function certificateOf(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(
    unreadable(`cluster.ca: ${path}`, 'correct the path, which is relative to slipway.yml'),
  );
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new UserError(`cluster.ca: ${path} contains no certificate`, 'write the CA certificate there as PEM');
}

/** Finds out why a connection failed, because kubectl only reports that its plugin failed, or that it was refused. */
async function explained(
  error: unknown,
  { audience }: ClusterTrust,
  env: NodeJS.ProcessEnv,
): Promise<unknown> {
  if (!(error instanceof UserError) || !(error.cause instanceof ClusterError)) return error;
  if (error.cause.status === 401) {
    return new UserError(
      `the cluster does not accept GitHub's OIDC token for the audience "${audience}"`,
      'compare the issuer and the audience with the configuration of its API server (docs/cluster.md)',
      { cause: error },
    );
  }
  if (!error.cause.message.includes('getting credentials')) return error;
  return requestIdToken(env, audience).then(
    () => error,
    (why: unknown) => why,
  );
}
