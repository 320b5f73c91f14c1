import type { Cluster } from '../../cluster/port.ts';
import { clearExpired } from '../scratch/clearing.ts';
import { drillLeaseState } from './drill-lease.ts';
import { placementText } from './placement.ts';
import { mendLeft, type StandingOptions, type StandingTarget } from './standing-system.ts';

/** What drills left that were killed: something that is still broken, their clients, their namespace. */

export interface DrilledPlace extends Pick<StandingTarget, 'namespace' | 'hooks'> {
  /** The namespace that drills restore into; undefined where there is none. */
  readonly scratch?: string | undefined;
}

/**
 * Fixes and clears away what no drill is at work at any more; what a living one holds is left alone.
 * @returns what was done, a sentence each; nothing when there was nothing.
 * @throws {UserError} when fixing failed: then its note stays for whoever comes next.
 */
export async function sweepDrills(
  cluster: Cluster,
  { namespace, hooks, scratch }: DrilledPlace,
  options: Pick<StandingOptions, 'runId' | 'holder' | 'folder' | 'env' | 'report'>,
): Promise<string[]> {
  const done: string[] = [];
  // Looks first: whoever never drills needs no right to write.
  const state = await drillLeaseState(cluster, namespace);
  if (state === 'left') {
    const broken = await mendLeft(cluster, { namespace, hooks, scratch }, options);
    done.push(
      broken === undefined
        ? `what drills had left in ${namespace} is cleared away`
        : `${placementText(broken.victim)} is fixed, which the drill ${broken.run} had broken`,
    );
  }
  // One that lives may need it for longer than it thought.
  if (scratch !== undefined && state !== 'held' && (await clearExpired(cluster, scratch)))
    done.push(`the namespace ${scratch} of a drill that ran out is cleared away`);
  return done;
}
