import type { Cluster } from '../../cluster/port.ts';
import { clearExpired } from '../scratch/clearing.ts';
import { acquireDrillLease, drillLeaseState, faultText, type InjectedFault } from './drill-lease.ts';
import { fixLeft } from './held-lease.ts';
import type { LiveOptions, LiveTarget } from './kubernetes-system.ts';

/** Cleans up what killed drills left: a fault, client pods, a namespace. */

interface DrilledPlace extends Pick<LiveTarget, 'namespace' | 'commands'> {
  /** The namespace that drills restore into; undefined if there is none. */
  readonly scratch?: string | undefined;
}

/**
 * Fixes the fault of a killed drill, and removes its pods, without running a drill.
 * @returns the fault; undefined if there was none.
 * @throws {UserError} if a drill is running, or the fix fails: the note of the fault then stays for the next run.
 */
export async function fixLeftovers(
  cluster: Cluster,
  { namespace, commands, scratch }: DrilledPlace,
  { runId, holder, folder, env, report }: Pick<LiveOptions, 'runId' | 'holder' | 'folder' | 'env' | 'report'>,
): Promise<InjectedFault | undefined> {
  const lease = await acquireDrillLease(cluster, { namespace, holder, run: runId });
  try {
    return await fixLeft(cluster, lease, commands, { namespace, runId, folder, env, report, scratch });
  } finally {
    await lease.release();
  }
}

/**
 * Fixes and cleans up what dead drills left; leaves a running drill alone.
 * @returns the actions, one sentence each; empty if there was nothing to do.
 * @throws {UserError} if a fix fails: the note of the fault then stays for the next run.
 */
export async function cleanUpDrills(
  cluster: Cluster,
  { namespace, commands, scratch }: DrilledPlace,
  options: Pick<LiveOptions, 'runId' | 'holder' | 'folder' | 'env' | 'report'>,
): Promise<string[]> {
  const done: string[] = [];
  // Reads first, so that a user without drills needs no permission to write.
  const state = await drillLeaseState(cluster, namespace);
  if (state === 'left') {
    const broken = await fixLeftovers(cluster, { namespace, commands, scratch }, options);
    done.push(
      broken === undefined
        ? `cleaned up what a drill had left in ${namespace}`
        : `fixed ${faultText(broken)}, which the drill ${broken.run} had broken`,
    );
  }
  // A running drill may need its namespace longer than planned.
  if (scratch !== undefined && state !== 'held' && (await clearExpired(cluster, scratch)))
    done.push(`cleaned up the namespace ${scratch} of an expired drill`);
  return done;
}
