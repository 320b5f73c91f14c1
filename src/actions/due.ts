import type { Cluster } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Environment } from '../config/types.ts';
import type { Owner } from '../recovery/sets.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';

/** What a release is told of recovery: that it is not rehearsed, and that a drill is at work where it would go. */

export interface Released {
  readonly owner: Owner;
  readonly environment: Environment;
  /** Path of slipway.yml. */
  readonly config: string;
}

type Told = Pick<Host, 'annotate' | 'env'>;

/**
 * What a drill has broken would be taken for the fault of the release.
 * @throws UserError while a drill is at work there.
 */
export async function demandNoDrill(
  cluster: Cluster,
  { environment: { namespace, recovery } }: Released,
  host: Told,
): Promise<void> {
  if (recovery?.drills === undefined) return;
  const { drillLeaseState } = await import('../recovery/drill/drill-lease.ts');
  const state = await drillLeaseState(cluster, namespace);
  if (state === 'held')
    throw new UserError(
      `a drill is under way in ${namespace}, and what it has broken would be taken for the fault of the release`,
      'release when it is over',
    );
  if (state === 'left')
    host.annotate('warning', {
      title: 'A drill has left something',
      message: `a drill that ended early may have left something broken in ${namespace}; run \`sweep\``,
    });
}

/**
 * Tells a release that drills are overdue: what nobody looks at stops in silence, and a release is when somebody looks. The cluster knows of
 * the drills that were made in it; of those elsewhere the stores know, where their logins are at hand.
 * @throws UserError when slipway.yml says that nothing is released then.
 */
export async function tellOverdue(cluster: Cluster, released: Released, host: Told): Promise<void> {
  const { owner, environment } = released;
  const due = environment.recovery?.drills?.due;
  if (due === undefined || Object.keys(due.within).length === 0) return;
  const [{ readLast }, { staleness }] = await Promise.all([
    import('../recovery/last.ts'),
    import('../recovery/history.ts'),
  ]);
  const place = { app: owner.app, namespace: environment.namespace };
  const wanted = await Promise.all(
    Object.entries(due.within).map(async ([scenario, most]) => {
      const last = await readLast(cluster, place, `drill-${scenario}`);
      return { scenario, most, lastGreen: last?.at };
    }),
  );
  const late = (of: typeof wanted) => of.flatMap(each => staleness(each, cluster.now(), each.most) ?? []);
  if (late(wanted).length === 0) return;
  const elsewhere = await greenElsewhere(released, environment.recovery, host);
  const known = wanted.map(each => ({
    ...each,
    lastGreen: newest(each.lastGreen, elsewhere?.get(each.scenario)),
  }));
  const [first, ...more] = late(known);
  if (first === undefined) return;
  const unasked =
    elsewhere === undefined ? ['drills elsewhere are not known here, without logins of the stores'] : [];
  const message = [first, ...more, ...unasked].join('; ');
  if (due.overdue === 'block')
    throw new UserError(message, 'run `drill`, or write `overdue: warn` into `drills.due` of slipway.yml');
  host.annotate('warning', { title: 'Recovery is not rehearsed', message });
}

/** When each scenario was last green, by the stores; undefined where none can be asked. */
async function greenElsewhere(
  { owner, config }: Released,
  recovery: Recovery | undefined,
  { env }: Told,
): Promise<ReadonlyMap<string, number> | undefined> {
  if (recovery === undefined) return undefined;
  const [{ openStores }, { readDrills }] = await Promise.all([
    import('./recovery.ts'),
    import('../recovery/drill-records.ts'),
  ]);
  try {
    const green = new Map<string, number>();
    for (const { store } of await openStores(recovery, config, env))
      for (const { scenario, verdict, at } of await readDrills(store, owner))
        if (verdict === 'pass') green.set(scenario, Math.max(at, green.get(scenario) ?? 0));
    return green;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const newest = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
