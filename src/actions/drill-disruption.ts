import type { HorizontalPodAutoscaler } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import {
  applicationSystem,
  type DisruptedTarget,
  requireBreakable,
} from '../recovery/drill/application-system.ts';
import { drillAutoscaling } from '../recovery/drill/autoscaling.ts';
import { drillCommandsOf } from '../recovery/drill/commands.ts';
import { drillDisruption } from '../recovery/drill/disruption.ts';
import type { DrillLoadPlan } from '../recovery/drill/load.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { UserError } from '../toolkit/errors.ts';
import { titleOf } from '../workloads/kinds.ts';
import type { Ordered } from './drill.ts';
import { behindGuard, drillerOf, liveFacts, targetOf } from './drill-guard.ts';
import { inLimits } from './drill-live.ts';

/** Drills that break pods of the application, or load it, behind the guard of all live drills. */

const disruptions = {
  'container-kill': 'container',
  'pod-loss': 'pod',
  'zone-drain': 'zone',
  autoscaling: 'pod',
} as const satisfies Record<string, DisruptedTarget['breaks']>;

/**
 * Runs the drill.
 * @throws UserError when the guard refuses it, the application is not whole, or slipway.yml allows no load.
 */
export async function disruptionDrill(
  cluster: Cluster,
  order: Ordered,
  id: keyof typeof disruptions,
): Promise<DrillFacts> {
  const { drills, environment, seed } = order;
  const { namespace, workload } = environment;
  if (id === 'autoscaling' && order.confirm !== '')
    throw new UserError(
      'the `autoscaling` drill cannot run in production',
      'run it in an environment for tests',
    );
  const breaks = disruptions[id];
  const load = id === 'container-kill' ? undefined : loadOf(order, id);
  const commands = drillCommandsOf(drills);
  const target = { namespace, workload, breaks };
  const system = applicationSystem(
    cluster,
    { ...target, commands, load, deadline: drills.deadline, scratch: drills.scratch?.namespace },
    drillerOf(order),
  );
  const limits = inLimits(cluster, order, system);
  const drill = { ...liveFacts(order, limits.signal), load };
  return behindGuard(order, cluster, async () => {
    if (id !== 'autoscaling') {
      await requireBreakable(cluster, target, seed);
      return drillDisruption({ ...drill, target: targetOf(order) }, limits.system);
    }
    const autoscaler = () => autoscalerOf(cluster, order);
    await autoscaler();
    return drillAutoscaling({ ...drill, target: undefined }, { ...limits.system, autoscaler });
  });
}

/** Requests need consent: no other address of slipway.yml stands in for this one. */
export function loadOf({ drills, pace }: Ordered, id: string): DrillLoadPlan {
  const { load } = drills;
  if (load === undefined)
    throw new UserError(
      `the drill \`${id}\` sends requests, but slipway.yml allows none`,
      'add `drills.load` with the `url` that they may be sent to',
    );
  const { url, for: time, ...rest } = load;
  return { ...rest, time, url: new URL(url), patience: pace.probes.patience };
}

/** @throws UserError when the workload has no autoscaler, or several. */
async function autoscalerOf(
  cluster: Cluster,
  { environment: { namespace, workload } }: Ordered,
): Promise<HorizontalPodAutoscaler> {
  const { items } = await cluster.list<HorizontalPodAutoscaler>(
    pathOf(resources.horizontalPodAutoscaler, namespace),
  );
  const [found, ...more] = items.filter(({ spec }) => {
    const { kind, name } = spec?.scaleTargetRef ?? {};
    return kind === workload.kind && name === workload.name;
  });
  if (found === undefined || more.length > 0)
    throw new UserError(
      `${titleOf(workload)} has ${found === undefined ? 'no autoscaler' : 'several autoscalers'}`,
      'give it one HorizontalPodAutoscaler',
    );
  return found;
}
