import type { Secret } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { formatExport, parseExport } from './cluster-objects/exporting.ts';
import { type Exported, portable } from './cluster-objects/portable.ts';
import { decryptAge, encryptAge } from './sealing.ts';

/** Encrypts Secrets of the cluster for the holders of offline keys. */

interface SealedSecrets {
  /** `NAMESPACE/NAME`, for the manifest. */
  readonly names: readonly string[];
  /** After `age --decrypt`, a list for `kubectl apply -f -`. */
  readonly file: Uint8Array;
}

/**
 * Exports Secrets by name, encrypted; their contents are written nowhere else.
 * @param recipients age public keys, any one of which can decrypt it.
 * @throws UserError when a Secret does not exist or is a token that every cluster makes itself, or there is no recipient.
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
      `${counted(missing.length, 'Secret')} to back up ${missing.length === 1 ? 'does' : 'do'} not exist in ${namespace}: ${missing.join(', ')}`,
      'correct their names, or create them',
    );
  const secrets = found.filter(each => each !== undefined);
  const token = secrets.find(({ type }) => type === 'kubernetes.io/service-account-token');
  if (token !== undefined)
    throw new UserError(
      `Secret/${token.metadata?.name} in namespace ${namespace} is a ServiceAccount token of this cluster`,
      'remove it from `recovery.secrets`: the target cluster issues its own tokens',
    );
  const items = secrets.map(each => portable({ ...each, apiVersion: 'v1', kind: 'Secret' }));
  return {
    names: names.map(name => `${namespace}/${name}`),
    file: await encryptAge(formatExport({ objects: items }), recipients),
  };
}

/** Returns the names of all Secrets of a namespace that another cluster can use, sorted. */
export async function secretNames(cluster: Cluster, namespace: string): Promise<string[]> {
  const { items } = await cluster.list<Secret>(pathOf(resources.secret, namespace));
  return items
    .filter(({ type }) => type !== 'kubernetes.io/service-account-token')
    .map(({ metadata }) => metadata?.name ?? '')
    .sort();
}

/**
 * Decrypts Secrets.
 * @param identities secret keys; see `parseIdentities`.
 * @throws UserError as `decryptAge`, and when the file contains other objects.
 */
export async function openSecrets(file: Uint8Array, identities: readonly string[]): Promise<Exported[]> {
  const objects = parseExport(Buffer.from(await decryptAge(file, identities)).toString('utf8'));
  if (objects.every(({ kind }) => kind === 'Secret')) return objects;
  throw new UserError(
    'the encrypted file contains objects other than Secrets',
    'use the file secrets.age of the set',
  );
}
