import { ClusterError } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type DrillCommand, type DrillCommandContext, runDrillCommand } from './commands.ts';
import type { InjectedFault } from './drill-lease.ts';
import { cutOff, type EgressCut, restoreAccess } from './egress-cut.ts';
import type { Placement } from './placement.ts';

/** Injects faults, and fixes them. */

interface FaultInjector {
  inject(victim: Placement, signal: AbortSignal): Promise<void>;
  fix(victim: Placement): Promise<void>;
}

/** What the engine or a drill of the application does itself needs no command. */
type Commanded = Exclude<InjectedFault['breaks'], 'pod' | 'drain' | 'release'>;

export interface DrillCommands extends Partial<Record<Commanded, DrillCommand>> {
  /** Rolls back the release of a drill, by its run; idempotent. Absent where no release can be rolled back. */
  readonly release?: ((run: string) => Promise<void>) | undefined;
}

/** Returns the injector for a kind of fault. @throws {UserError} if slipway.yml names no command for it. */
export function injectorFor(
  breaks: 'pod' | Commanded,
  cluster: Cluster,
  commands: DrillCommands,
  context: Omit<DrillCommandContext, 'victim'>,
  cut?: EgressCut,
): FaultInjector {
  if (breaks === 'pod')
    return {
      inject: ({ pod, uid }) => deletePod(cluster, context.namespace, pod, uid, 1),
      // The controller recreates the pod.
      fix: async () => undefined,
    };
  const command = commands[breaks];
  if (breaks === 'off-site' && command === undefined)
    return {
      inject: () => cutOff(cluster, context.namespace, context.runId, cut),
      fix: () => restoreAccess(cluster, context.namespace),
    };
  if (command === undefined)
    throw new UserError(
      breaks === 'cutover'
        ? 'slipway.yml names no commands that switch the public address over and back'
        : `slipway.yml names no commands that break and fix a ${breaks}`,
      `add \`${breaks === 'cutover' ? '' : 'inject.'}${breaks}\` with \`run\` and \`fix\``,
    );
  const known = (victim: Placement) => {
    if (breaks === 'zone' && victim.zone === undefined)
      throw new UserError(
        `the zone of ${victim.node} is unknown`,
        'allow the drill to `get` nodes, and label them with topology.kubernetes.io/zone',
      );
    return { ...context, victim };
  };
  return {
    inject: async (victim, signal) => runDrillCommand(command.run, known(victim), signal),
    fix: async victim => runDrillCommand(command.fix, known(victim)),
  };
}

/**
 * Deletes the pod by its UID, because a new one may already have its name.
 * @param grace seconds; default: that of its manifest. One second is the shortest for which the API server still waits for the kubelet.
 *   Without it a new pod could start while processes of the old one write to the same data.
 */
export async function deletePod(
  cluster: Cluster,
  namespace: string,
  pod: string,
  uid: string,
  grace?: number,
): Promise<void> {
  try {
    await cluster.call('DELETE', pathOf(resources.pod, namespace, pod), {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      ...(grace === undefined ? {} : { gracePeriodSeconds: grace }),
      preconditions: { uid },
    });
  } catch (error) {
    if (!(error instanceof ClusterError && (error.status === 404 || error.status === 409))) throw error;
    throw new UserError(`${pod} was deleted or replaced before the injection`, 'run the drill again');
  }
}
