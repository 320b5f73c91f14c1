import type { Cluster } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Environment } from '../config/types.ts';
import type { SetOwner } from '../recovery/sets.ts';
import { maxClockSkew } from '../toolkit/duration.ts';
import { onUserError, UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { howToRun } from '../toolkit/operations.ts';

/** Checks of drills before a release: none is running in the namespace, and none is overdue. */

export interface Released {
  readonly owner: SetOwner;
  readonly environment: Environment;
  /** Path of slipway.yml. */
  readonly config: string;
}

type DrillHost = Pick<Host, 'annotate' | 'env'>;

/**
 * Requires that no drill is running in the namespace, because its failures would be blamed on the release.
 * @throws UserError while a drill is running.
 */
export async function requireNoDrill(
  cluster: Cluster,
  { environment: { namespace, recovery } }: Released,
  host: DrillHost,
): Promise<void> {
  if (recovery?.drills === undefined) return;
  const { drillLeaseState } = await import('../recovery/drill/drill-lease.ts');
  const state = await drillLeaseState(cluster, namespace);
  if (state === 'held')
    throw new UserError(
      `a drill is running in ${namespace}: its failures would be blamed on the release`,
      'release when the drill has ended',
    );
  if (state === 'left')
    host.annotate('warning', {
      title: 'Interrupted drill',
      message: `an interrupted drill may have left faults in namespace ${namespace}; ${howToRun('sweep')}, which repairs them`,
    });
}

/**
 * Warns about overdue drills, which otherwise go unnoticed. The cluster records the drills that ran in it, and the stores also record those
 * that ran elsewhere, if their credentials are set.
 * @throws UserError when a drill is overdue and slipway.yml blocks releases then.
 */
export async function warnOfOverdue(cluster: Cluster, released: Released, host: DrillHost): Promise<void> {
  const { owner, environment } = released;
  const due = environment.recovery?.drills?.due;
  if (due === undefined || Object.keys(due['max-age']).length === 0) return;
  const { readLast } = await import('../recovery/last-success.ts');
  const { staleness } = await import('../recovery/history.ts');
  const place = { app: owner.app, namespace: environment.namespace };
  const wanted = await Promise.all(
    Object.entries(due['max-age']).map(async ([scenario, most]) => {
      const last = await readLast(cluster, place, `drill-${scenario}`);
      return { scenario, most, lastGreen: last?.at };
    }),
  );
  const late = (of: typeof wanted) => of.flatMap(each => staleness(each, cluster.now(), each.most) ?? []);
  if (late(wanted).length === 0) return;
  const elsewhere = await greenElsewhere(released, environment.recovery, host, cluster.now());
  const known = wanted.map(each => ({
    ...each,
    lastGreen: newest(each.lastGreen, elsewhere?.get(each.scenario)),
  }));
  const [first, ...more] = late(known);
  if (first === undefined) return;
  const unasked =
    elsewhere === undefined
      ? ['drills in other clusters are unknown without the credentials of the stores']
      : [];
  const message = [first, ...more, ...unasked].join('; ');
  if (due['on-overdue'] === 'block')
    throw new UserError(message, 'run `drill`, or set `on-overdue: warn` in `drills.due` of slipway.yml');
  host.annotate('warning', { title: 'Overdue drills', message });
}

/** Returns when each scenario last passed, from the stores; undefined if they cannot be read. */
async function greenElsewhere(
  { owner, config }: Released,
  recovery: Recovery | undefined,
  { env }: DrillHost,
  now: number,
): Promise<ReadonlyMap<string, number> | undefined> {
  if (recovery === undefined) return undefined;
  const { openStores } = await import('./recovery.ts');
  const { readDrills } = await import('../recovery/drill-records.ts');
  const read = async () => {
    const green = new Map<string, number>();
    for (const { store } of await openStores(recovery, config, env))
      for (const { scenario, verdict, at } of await readDrills(store, owner))
        if (verdict === 'pass' && at <= now + maxClockSkew)
          green.set(scenario, Math.max(at, green.get(scenario) ?? 0));
    return green;
  };
  return read().catch(onUserError(() => undefined));
}

const newest = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
