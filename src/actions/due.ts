import { ifNotAllowed } from '../cluster/errors.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Environment } from '../config/types.ts';
import type { SetOwner } from '../recovery/sets.ts';
import { maxClockSkew } from '../toolkit/duration.ts';
import { onUserError, UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { howToRun } from '../toolkit/operations.ts';
import { pathTo, type Workload } from '../workloads/kinds.ts';

/** Checks before a release: no drill is running in the namespace and none is overdue, and no database is being restored in place. */

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
 * Requires that no database is being restored in place: a release could start it on incomplete files, or members without files, which may
 * create a new database. A workload that this run may not read is none that it releases.
 * @throws UserError while one is, also after its run was stopped.
 */
export async function requireNoRestore(
  cluster: Cluster,
  { environment: { namespace, recovery } }: Released,
): Promise<void> {
  const inPlace = Object.entries(recovery?.databases ?? {}).filter(
    ([, database]) => database['in-place'] !== undefined,
  );
  if (inPlace.length === 0) return;
  const { progressOf } = await import('../recovery/in-place/progress.ts');
  for (const [name, { workload }] of inPlace) {
    const live = await cluster.get<Workload>(pathTo(namespace, workload)).catch(ifNotAllowed(undefined));
    const step = live && progressOf(live)?.step;
    if (step === 'starting')
      throw new UserError(
        `the in-place restore of the database ${name} has not ended: a release could start members that have no files`,
        'release when the restore has ended; if its run has ended, run `restore` again with the same `target` or another one; if the database needs a change to come up, make it with kubectl, and do not scale it',
      );
    if (step !== undefined && step !== 'done')
      throw new UserError(
        `the database ${name} is being restored in place: a release could start it on incomplete files`,
        'release when the restore has ended; if its run was stopped, run `restore` again with the same `target`, or with `target: before`',
      );
  }
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
