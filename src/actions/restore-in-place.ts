import { setTimeout as sleep } from 'node:timers/promises';
import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Copy } from '../recovery/copy.ts';
import { podExec } from '../recovery/exec.ts';
import type { LevelCheck } from '../recovery/levels.ts';
import type { CountedPlace } from '../recovery/postgres/counted-place.ts';
import type { Restoring } from '../recovery/postgres/restoring.ts';
import type { RecoveryTarget } from '../recovery/postgres/target.ts';
import { onUserError, UserError } from '../toolkit/errors.ts';
import type { Origin } from '../toolkit/origin.ts';
import { untilFree } from '../toolkit/timing.ts';
import { podsOf, withRecoveryLease } from './recovery.ts';

/** Restores a database over itself, after a typed confirmation, and while no backup runs. */

export interface InPlaceOrder extends Pick<Restoring, 'place' | 'size'> {
  readonly target: RecoveryTarget;
  readonly name: string;
  readonly declared: Recovery['databases'][string];
  readonly namespace: string;
  readonly app: string;
  readonly origin: Origin;
  /** For `target: before`: put back the original data after an unfinished restore. */
  readonly before: boolean;
  /** The inputs `target`, `set` and `repository`. */
  readonly to: string;
  /** Whether it may start although no backup set shows what it must contain. */
  readonly uncompared: boolean;
  /** Where a backup set knows the content; undefined without a set. */
  readonly known: CountedPlace | undefined;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** Whether the user has confirmed that the database may start uncompared. Pure. */
export const isUncompared = (typed: string): boolean => typed.endsWith(' uncompared');

/** How long pods may take to stop, and to start; ms. */
const patience = 600_000;

/**
 * Checks the inputs, before anything is read.
 * @throws UserError when anything but a database is restored in place, the exact phrase was not typed, or slipway.yml does not declare
 *   `in-place`.
 */
export function requireInPlace(
  inputs: { readonly environment: string; readonly confirm: string; readonly masking: string },
  order: Pick<InPlaceOrder, 'name' | 'declared'> | undefined,
  more: boolean,
): void {
  if (order === undefined || more || inputs.masking !== '')
    throw new UserError(
      'only a database can be restored in place, and only unmasked',
      'restore objects, Secrets, files and masked data into another namespace',
    );
  const { name, declared } = order;
  const { environment, confirm: typed } = inputs;
  const phrase = `overwrite ${name} in ${environment}`;
  if (declared['in-place'] === undefined)
    throw new UserError(
      `the namespace of ${environment} contains ${name} itself`,
      'choose another namespace, or add `in-place` to the database in slipway.yml to restore it in place',
    );
  if (typed !== phrase && typed !== `${phrase} uncompared`)
    throw new UserError(
      `the restore would overwrite ${name} in ${environment}, which is not confirmed`,
      `write "${phrase}" as \`confirm\`, or choose another namespace`,
    );
}

/** Replaces the database. @param restore restores it into the given pod, and returns what was proved. */
export function restoreInPlace(
  cluster: Cluster,
  order: InPlaceOrder,
  restore: (copy: Copy) => Promise<readonly LevelCheck[]>,
): Promise<readonly LevelCheck[]> {
  const { app, origin, namespace, signal, report, name, declared } = order;
  // A killed run acquired this Lease after that of the restore, so it also expires later than the one that we have waited for.
  const lease = { app, doing: 'backup', namespace, origin, signal, report, wait: untilFree } as const;
  // A backup during the replacement would contain neither the old nor the new database.
  return withRecoveryLease(cluster, lease, async held => {
    const { restoreOriginalFiles, replaceDatabase } = await import('../recovery/in-place/replacing.ts');
    if (!order.before) await requireReachable(cluster, order);
    const task = {
      cluster,
      namespace,
      app,
      name,
      run: origin.run,
      patience,
      signal,
      sleep,
      report,
      ref: declared.workload,
      container: declared.container,
      database: declared.database,
      configuration: declared.configuration,
      data: declared['in-place']?.data,
      leaderObjects: declared['in-place']?.['delete-leader-objects'] ?? [],
      to: order.to,
      uncompared: order.uncompared,
      assertHeld: held.assertHeld,
    };
    if (order.before) {
      await restoreOriginalFiles(task);
      return [];
    }
    const { levelChecks, aside } = await replaceDatabase(task, restore);
    report(
      `the original data stays in ${aside} of each volume until the next in-place restore; make a full backup now`,
    );
    return levelChecks;
  });
}

/**
 * Checks in a running container, before any pod is stopped, that a backup reaches the target. Skipped if none is running, or it ends
 * meanwhile: the database may be restored because it crashes.
 * @throws UserError when no backup does, or there are tablespaces.
 */
export async function requireReachable(
  cluster: Cluster,
  { namespace, declared, place, target, size, uncompared, known, signal }: InPlaceOrder,
): Promise<void> {
  const found = await podsOf(cluster, namespace, declared).catch(onUserError(() => undefined));
  const { container } = declared;
  const pod = found?.running.find(each => restartsOf(each, container) !== undefined);
  if (pod === undefined) return;
  const podName = pod.metadata?.name ?? '';
  const exec = podExec({ namespace, pod: podName, container }, cluster.reach);
  const { readRepository } = await import('../recovery/postgres/proving.ts');
  const { choiceFrom } = await import('../recovery/postgres/restoring.ts');
  const { passes } = await import('../recovery/postgres/counted-place.ts');
  const { requireNoTablespaces, tablespacesIn } = await import('../recovery/in-place/spaces.ts');
  // A broken database does not answer. The restored copy is asked again.
  const unknown = onUserError(() => 0, signal);
  requireNoTablespaces(await tablespacesIn(exec, { database: declared.database }, signal).catch(unknown));
  const ifItRuns = async (error: UserError) => {
    const live = await cluster.get<Pod>(pathOf(resources.pod, namespace, podName));
    if (live !== undefined && restartsOf(live, container) === restartsOf(pod, container)) throw error;
    return undefined;
  };
  const contents = await readRepository({ exec, place, size, signal }).catch(onUserError(ifItRuns, signal));
  if (contents === undefined) return;
  const choice = choiceFrom(contents, { place, target, size });
  const isCounted = target.kind === 'lsn' && target.exclusive && target.lsn === known?.lsn;
  if (uncompared || isCounted || (known !== undefined && passes(known, { ...choice, target }))) return;
  if (target.kind === 'time' && known !== undefined && known.countedAt === undefined)
    throw new UserError(
      'the restored data could not be compared: an older version of Slipway made the backup set, which does not say when its rows were counted',
      'append ` uncompared` to `confirm`',
    );
  throw new UserError(
    'the restored data could not be compared: there is no backup set between the backup and the target',
    'choose a later `target` or an older `set`, or append ` uncompared` to `confirm`',
  );
}

/** Returns how often the container has restarted; undefined if it is not running, as between two crashes. Pure. */
function restartsOf({ spec, status }: Pod, container = spec?.containers[0]?.name): number | undefined {
  const found = status?.containerStatuses?.find(({ name }) => name === container);
  return found?.state?.running && found.restartCount;
}
