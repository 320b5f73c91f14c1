import { dirname, resolve } from 'node:path';
import { type Cluster, connect } from '../cluster/port.ts';
import { steadyClock } from '../recovery/drill/clock.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { alertsOf, consentOf } from '../recovery/guard/consent.ts';
import { type Guarded, guardedLive } from '../recovery/guard/guarded.ts';
import { status } from '../release/status.ts';
import { originText } from '../toolkit/origin.ts';
import type { Ordered } from './drill.ts';
import { databaseOf, nameOfDatabase } from './recovery.ts';

/** Facts that all drills share, and the input of their guards. */

export const facts = ({ owner, run, pace, signal, scenario, drills }: Ordered) => ({
  ...owner,
  run,
  pace,
  signal,
  scenario,
  tools: {},
  assumedDetection: drills['assumed-detection'] ?? 0,
});

/** Facts of a drill in the live system. @param signal also aborts when production is degraded. */
export const liveFacts = (order: Ordered, signal: AbortSignal) => ({
  ...facts(order),
  seed: order.seed,
  signal,
  deadline: order.drills.deadline,
  rejoinTimeout: order.drills['rejoin-timeout'],
});

/** What every live system of a drill needs: who drills, from where, and how it is observed. */
export const drillerOf = ({ run, origin, pace, env, report, config }: Ordered) => ({
  runId: run.id,
  holder: originText(origin),
  pace,
  env,
  report,
  folder: resolve(dirname(config)),
  now: steadyClock(),
});

/** Returns the objectives of a scenario that recovers something. */
export function targetOf({ target, scenario }: Ordered): { rto: number; rpo: number } {
  if (target === undefined) throw new Error(`${scenario.id} has no target`);
  return { rto: target.rto, rpo: target.rpo };
}

export const declaredIn = ({ recovery, drills }: Ordered) =>
  databaseOf(recovery, nameOfDatabase(drills.database ?? '', recovery));

/** Adds what is left over to the facts of a drill. */
export const withLeftover = (seen: DrillFacts, left: string): DrillFacts => ({
  ...seen,
  left: [...seen.left, left],
});

type CommonGuard = Omit<Guarded, 'where' | 'scratch' | 'repositories' | 'manifests' | 'probe'>;

/** Runs `use` with the guard's input. Production is reached through `production-context`; a drill in it needs consent. */
export async function withGuard<Result>(
  order: Ordered,
  cluster: Cluster,
  use: (guard: CommonGuard) => Promise<Result>,
): Promise<Result> {
  const { drills, namespaces, released, owner } = order;
  const { 'production-context': context, clusters: allowed, 'production-clusters': production } = drills;
  const source = alertsOf(order, cluster);
  if (source === undefined)
    order.report('firing alerts are not checked: `drills.alerts` names no Prometheus');
  const inProduction = await consentOf(order, source);
  const rest = {
    cluster,
    productionNamespaces: namespaces,
    allowed,
    production,
    inProduction,
    hours: drills.hours,
    resumed: order.resumed,
    alerts: source && { firing: drills.alerts.firing, query: source.query.bind(source) },
    rollouts: [{ name: owner.environment, read: () => status(cluster, released) }],
  };
  // A drill in production needs permissions there, so the check that it has none does not apply.
  if (context === undefined || inProduction !== undefined)
    return use({ ...rest, productionCluster: undefined });
  const productionCluster = await connect({ context });
  try {
    return await use({ ...rest, productionCluster });
  } finally {
    await productionCluster.close();
  }
}

/** Runs a drill in the live system, behind its guard. @throws UserError when the guard refuses it. */
export const behindGuard = (
  order: Ordered,
  cluster: Cluster,
  drill: () => Promise<DrillFacts>,
): Promise<DrillFacts> =>
  withGuard(order, cluster, guard =>
    guardedLive({ ...guard, namespace: order.environment.namespace }, drill),
  );

type Destination = NonNullable<Ordered['drills']['scratch']>['allow-egress'][number];

/** Returns the address to probe; none for a network of several hosts. */
export function placesOf({ cidr, port }: Destination) {
  const [host = '', bits] = cidr.split('/');
  return bits === (host.includes(':') ? '128' : '32') ? [{ host, port }] : [];
}
