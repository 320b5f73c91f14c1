import type { Cluster } from '../cluster/port.ts';
import { drillBadRelease } from '../recovery/drill/bad-release.ts';
import { badReleaseOf, badReleaseSystem } from '../recovery/drill/bad-release-system.ts';
import { drillCommandsOf } from '../recovery/drill/commands.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import type { Ordered } from './drill.ts';
import { loadOf } from './drill-disruption.ts';
import { behindGuard, drillerOf, liveFacts, targetOf } from './drill-guard.ts';
import { inLimits } from './drill-live.ts';
import { requireApplied } from './gitops.ts';

/**
 * Releases a bad version, behind the guard of all live drills.
 * @throws UserError when the guard refuses it, what is live could not be restored, or slipway.yml allows no load.
 */
export async function badReleaseDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { drills, environment, owner, origin, env, report, released } = order;
  requireApplied(environment, owner.environment, 'run the drill in an environment that `deploy` applies');
  const load = loadOf(order, 'bad-release');
  const { config } = released;
  const place = { environment, environmentName: owner.environment, origin, env, report, config };
  const bad = drills['bad-release']?.env;
  const system = badReleaseSystem(cluster, place, {
    ...drillerOf(order),
    bad,
    load,
    commands: drillCommandsOf(drills),
    scratch: drills.scratch?.namespace,
  });
  const limits = inLimits(cluster, order, system);
  const drill = { ...liveFacts(order, limits.signal), load, target: targetOf(order) };
  return behindGuard(order, cluster, async () => {
    await badReleaseOf(cluster, place, bad);
    return drillBadRelease(drill, limits.system);
  });
}
