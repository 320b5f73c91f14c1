import type { Cluster } from '../cluster/port.ts';
import type { Environment } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';

/**
 * Tells a release that backups or drills are overdue: what nobody looks at stops in silence, and a release is when somebody looks.
 * @throws UserError when slipway.yml says that nothing is released then.
 */
export async function tellOverdue(
  cluster: Cluster,
  app: string,
  { namespace, recovery }: Environment,
  host: Pick<Host, 'annotate'>,
): Promise<void> {
  const due = recovery?.drills?.due;
  if (due === undefined || Object.keys(due.within).length === 0) return;
  const [{ readLast }, { staleness }] = await Promise.all([
    import('../recovery/last.ts'),
    import('../recovery/history.ts'),
  ]);
  const overdue = await Promise.all(
    Object.entries(due.within).map(async ([scenario, most]) => {
      const last = await readLast(cluster, { app, namespace }, `drill-${scenario}`);
      return staleness({ scenario, lastGreen: last?.at }, cluster.now(), most);
    }),
  );
  const [first, ...more] = overdue.filter(each => each !== undefined);
  if (first === undefined) return;
  const message = [first, ...more].join('; ');
  if (due.overdue === 'block')
    throw new UserError(message, 'run `drill`, or write `overdue: warn` into `drills.due` of slipway.yml');
  host.annotate('warning', { title: 'Recovery is not rehearsed', message });
}
