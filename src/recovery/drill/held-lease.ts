import type { Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { howToRun } from '../../toolkit/operations.ts';
import { labels } from '../../workloads/naming.ts';
import { clientKind, runAnnotation } from './client-pod.ts';
import type { DrillCommandContext } from './commands.ts';
import {
  acquireDrillLease,
  type DrillLease,
  faultText,
  fixLeftFault,
  type InjectedFault,
} from './drill-lease.ts';
import { type DrillCommands, injectorFor } from './faults.ts';
import type { LiveOptions } from './kubernetes-system.ts';
import type { Placement } from './placement.ts';
import { uncordon } from './zone-drain.ts';

/** The Lease in the hands of a drill, and the end of what an earlier one left. */

/** Holds the Lease of a drill from `prepare`, which fixes what an earlier drill left, to `clear`, and notes the fault in it. */
export function heldLease(
  cluster: Cluster,
  commands: DrillCommands,
  context: Omit<DrillCommandContext, 'victim'>,
  { holder, now, breaks }: Pick<LiveOptions, 'holder' | 'now'> & Pick<InjectedFault, 'breaks'>,
) {
  const { namespace, runId: run } = context;
  let lease: DrillLease | undefined;
  return {
    isHeld: () => lease !== undefined,
    prepare: async () => {
      lease = await acquireDrillLease(cluster, { namespace, holder, run });
      await fixLeft(cluster, lease, commands, context);
    },
    note: async (victim: Placement | undefined) => {
      if (lease === undefined) throw new Error('there is no lease');
      const { pod, uid, node, zone } = victim ?? { pod: '', uid: '', node: '' };
      const placed = { pod, uid, node, ...(zone === undefined ? {} : { zone }) };
      await lease.note(victim && { breaks, run, victim: placed, at: now() });
    },
    clear: async (): Promise<string[]> => {
      await lease?.release();
      return [];
    },
  };
}

/** Fixes what an earlier drill left. The caller holds the Lease, so every client pod is its own or a leftover. */
export async function fixLeft(
  cluster: Cluster,
  lease: DrillLease,
  commands: DrillCommands,
  context: Omit<DrillCommandContext, 'victim'>,
): Promise<InjectedFault | undefined> {
  const { report, namespace } = context;
  const left = await fixLeftFault(lease, async ({ breaks, run, victim }) => {
    report(`fixing the fault that the drill ${run} left: ${faultText({ breaks, victim })}`);
    if (breaks === 'drain') return uncordon(cluster, namespace);
    if (breaks !== 'release') return injectorFor(breaks, cluster, commands, context).fix(victim);
    if (commands.release !== undefined) return commands.release(run);
    throw new UserError(`the drill ${run} may have left a bad release`, howToRun('sweep'));
  });
  await removeClients(cluster, namespace);
  return left;
}

/** Removes the client pods of drills. */
export async function removeClients(cluster: Cluster, namespace: string): Promise<void> {
  const path = pathOf(resources.pod, namespace);
  const { items } = await cluster.list<Pod>(path, { labelSelector: `${labels.kind}=${clientKind}` });
  for (const { metadata } of items)
    if (metadata?.annotations?.[runAnnotation] !== undefined)
      await cluster.remove(pathOf(resources.pod, namespace, metadata.name), metadata.uid);
}
