import { randomBytes } from 'node:crypto';
import { ClusterError } from '../../cluster/errors.ts';
import type { Secret } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { labels, nameOf } from './naming.ts';

export interface Salt {
  value: string;
  /** Whether it was already stored; if not, the names of copies change once `keep` has stored it. */
  stored: boolean;
  keep: () => Promise<void>;
}

/**
 * Reads the application's secret salt for the names of shipped configuration: equal content keeps its name from release to release, and
 * a user who may read names cannot guess values from them. Only `keep` writes it, after preflight.
 */
export async function readSalt(cluster: Cluster, namespace: string, app: string): Promise<Salt> {
  const name = nameOf.salt(app);
  const existing = await cluster.get<Secret>(pathOf(resources.secret, namespace, name));
  const stored = existing?.data?.salt;
  if (stored !== undefined)
    return { value: Buffer.from(stored, 'base64').toString('utf8'), stored: true, keep: async () => {} };
  const value = randomBytes(16).toString('hex');
  return {
    value,
    stored: false,
    keep: async () => {
      try {
        await cluster.create(pathOf(resources.secret, namespace), {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name, namespace, labels: { [labels.app]: app, [labels.kind]: 'salt' } },
          type: 'Opaque',
          stringData: { salt: value },
        });
      } catch (error) {
        // Another first release was faster: the names of this one differ once, which costs one restart but is correct.
        if (!(error instanceof ClusterError && error.reason === 'AlreadyExists')) throw error;
      }
    },
  };
}
