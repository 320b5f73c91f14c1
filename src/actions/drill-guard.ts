import { type Cluster, connect } from '../cluster/port.ts';
import type { Guarded } from '../recovery/guard/guarded.ts';
import type { Ordered } from './drill.ts';
import { databaseOf, nameOfDatabase } from './recovery.ts';

/** What every drill is told, and what every guard looks at. */

export const facts = ({ owner, run, profile, signal, scenario, drills }: Ordered) => ({
  ...owner,
  ...{ run, profile, signal, scenario, tools: {} },
  assumedDetection: drills['assumed-detection'] ?? 0,
});

/** Of what is recovered. */
export function targetOf({ target, scenario }: Ordered): { rto: number; rpo: number } {
  if (target === undefined) throw new Error(`${scenario.id} has no target`);
  return { rto: target.rto, rpo: target.rpo };
}

export const declaredIn = ({ recovery, drills }: Ordered) =>
  databaseOf(recovery, nameOfDatabase(drills.database ?? '', recovery));

/** Production is asked where a context leads to it. */
export async function withGuard<Result>(
  { drills, namespaces }: Ordered,
  cluster: Cluster,
  use: (
    guard: Omit<Guarded, 'where' | 'scratch' | 'repositories' | 'manifests' | 'probe'>,
  ) => Promise<Result>,
): Promise<Result> {
  const { 'production-context': context, clusters: allowed, production } = drills;
  const rest = { cluster, productionNamespaces: namespaces, allowed, production, rollouts: [] };
  if (context === undefined) return use({ ...rest, productionCluster: undefined });
  const productionCluster = await connect({ context });
  try {
    return await use({ ...rest, productionCluster });
  } finally {
    await productionCluster.close();
  }
}
