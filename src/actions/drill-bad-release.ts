import { dirname, resolve } from 'node:path';
import type { Cluster } from '../cluster/port.ts';
import { drillBadRelease } from '../recovery/drill/bad-release.ts';
import { badReleaseOf, badReleaseSystem } from '../recovery/drill/bad-release-system.ts';
import { steadyClock } from '../recovery/drill/clock.ts';
import { drillCommandsOf } from '../recovery/drill/commands.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { guardedLive } from '../recovery/guard/guarded.ts';
import { originText } from '../toolkit/origin.ts';
import type { Ordered } from './drill.ts';
import { loadOf } from './drill-disruption.ts';
import { facts, targetOf, withGuard } from './drill-guard.ts';
import { inLimits } from './drill-live.ts';
import { requireApplied } from './gitops.ts';

/**
 * Releases a bad version, behind the guard of all live drills.
 * @throws UserError when the guard refuses it, what is live could not be restored, or slipway.yml allows no load.
 */
export async function badReleaseDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { drills, environment, owner, run, seed, origin, env, report, released } = order;
  requireApplied(environment, owner.environment, 'run the drill in an environment that `deploy` applies');
  const load = loadOf(order, 'bad-release');
  const place = {
    environment,
    environmentName: owner.environment,
    origin,
    env,
    report,
    config: released.config,
  };
  const bad = drills['bad-release']?.env;
  const system = badReleaseSystem(cluster, place, {
    bad,
    load,
    commands: drillCommandsOf(drills),
    scratch: drills.scratch?.namespace,
    now: steadyClock(),
    runId: run.id,
    holder: originText(origin),
    folder: resolve(dirname(order.config)),
  });
  const limits = inLimits(cluster, order, system);
  const drill = {
    ...facts(order),
    seed,
    signal: limits.signal,
    load,
    target: targetOf(order),
    deadline: drills.deadline,
    rejoinTimeout: drills['rejoin-timeout'],
  };
  return withGuard(order, cluster, guard =>
    guardedLive({ ...guard, namespace: environment.namespace }, async () => {
      await badReleaseOf(cluster, place, bad);
      return drillBadRelease(drill, limits.system);
    }),
  );
}
