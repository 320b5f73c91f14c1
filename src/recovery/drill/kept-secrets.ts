import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import { parseIdentities } from '../sealing.ts';
import { openSecrets } from '../secrets.ts';
import { afterLoss, isSecretOf } from './lost.ts';

/** Secrets of a namespace that come from a sealed export and the offline key, while the cluster has none any more. */

export interface Sealed {
  /** The encrypted export, wherever it is kept. */
  file(): Promise<Uint8Array>;
  /** What is in the file of the offline key. */
  key(): Promise<string>;
}

/** @throws {UserError} when the key does not open it, or a Secret that is needed is not in it. */
export async function withKeptSecrets(
  cluster: Cluster,
  namespace: string,
  sealed: Sealed,
  needed: readonly string[],
): Promise<Cluster> {
  const kept = await openSecrets(await sealed.file(), parseIdentities(await sealed.key()));
  const known = new Map<string, Exported>(
    kept.map(each => [pathOf(resources.secret, namespace, each.metadata.name), each]),
  );
  const missing = needed.filter(name => !known.has(pathOf(resources.secret, namespace, name)));
  if (missing.length > 0)
    throw new UserError(
      `the sealed export lacks what the recovery needs: ${missing.map(name => `Secret/${name}`).join(', ')}`,
      'export them too, or nobody has them when the cluster is gone',
    );
  return afterLoss(cluster, { isLost: path => isSecretOf(namespace, path), known });
}
