import { randomBytes } from 'node:crypto';
import type { Secret } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { parseExport } from './cluster-objects/exporting.ts';
import { type Exported, portable } from './cluster-objects/portable.ts';
import { open, seal } from './sealing.ts';

/** Secrets of the cluster and of the backup itself, for whoever holds an offline key. */

export interface SealedSecrets {
  /** `NAMESPACE/NAME`, for the manifest. */
  readonly names: readonly string[];
  /** Opened by `age --decrypt` it is a list for `kubectl apply -f -`. */
  readonly file: Uint8Array;
}

/**
 * Exports Secrets by their names, encrypted; nothing of them is ever written anywhere else.
 * @param recipients public keys of age, each of which can open it alone.
 * @throws UserError when one is not there, is a token that every cluster makes itself, or nobody could open it.
 */
export async function sealSecrets(
  cluster: Cluster,
  namespace: string,
  names: readonly string[],
  recipients: readonly string[],
): Promise<SealedSecrets> {
  const found = await Promise.all(
    names.map(name => cluster.get<Secret>(pathOf(resources.secret, namespace, name))),
  );
  const missing = names.filter((_, index) => found[index] === undefined);
  if (missing.length > 0)
    throw new UserError(
      `${counted(missing.length, 'secret')} to be backed up ${missing.length === 1 ? 'is' : 'are'} not in ${namespace}: ${missing.join(', ')}`,
      'correct their names, or make them',
    );
  const secrets = found.filter(each => each !== undefined);
  const token = secrets.find(({ type }) => type === 'kubernetes.io/service-account-token');
  if (token !== undefined)
    throw new UserError(
      `the secret ${token.metadata?.name} in ${namespace} is a token for this cluster alone`,
      'leave it out; the cluster that it is restored to makes its own',
    );
  const items = secrets.map(each => portable({ ...each, apiVersion: 'v1', kind: 'Secret' }));
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, undefined, 1);
  return { names: names.map(name => `${namespace}/${name}`), file: await seal(`${list}\n`, recipients) };
}

/** Of a namespace all that another cluster can use, sorted. */
export async function secretNames(cluster: Cluster, namespace: string): Promise<string[]> {
  const { items } = await cluster.list<Secret>(pathOf(resources.secret, namespace));
  return items
    .filter(({ type }) => type !== 'kubernetes.io/service-account-token')
    .map(({ metadata }) => metadata?.name ?? '')
    .sort();
}

/**
 * @param identities secret keys; see `parseIdentities`.
 * @throws UserError as `open`, and when something else is in it.
 */
export async function openSecrets(file: Uint8Array, identities: readonly string[]): Promise<Exported[]> {
  const { objects } = parseExport(Buffer.from(await open(file, identities)).toString('utf8'));
  if (objects.every(({ kind }) => kind === 'Secret')) return [...objects];
  throw new UserError('the encrypted file holds something else than secrets', 'take the one of the secrets');
}

/** A passphrase for a new repository: 256 bits. */
export const newPassphrase = (): string => randomBytes(32).toString('base64url');

/**
 * The passphrase of a repository, to be kept beside it: opened by `age --decrypt` it is the passphrase and nothing else. Whoever makes
 * backups holds it too, and can read them.
 */
export const sealPassphrase = (passphrase: string, recipients: readonly string[]): Promise<Uint8Array> =>
  seal(passphrase, recipients);

/** @throws UserError as `open`. */
export async function openPassphrase(file: Uint8Array, identities: readonly string[]): Promise<string> {
  return Buffer.from(await open(file, identities)).toString('utf8');
}
