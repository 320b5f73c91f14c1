import type { Pod } from '../../cluster/objects.ts';
import { UserError } from '../../toolkit/errors.ts';

/** The primary pod and its node, by the label that the HA manager, such as Patroni, sets. */

export interface Placement {
  readonly pod: string;
  readonly uid: string;
  readonly node: string;
  /** Absent if the zone of the node is unknown. */
  readonly zone?: string | undefined;
}

/** Patroni 4 writes `primary`, its earlier versions and others write `master`. */
const primary = new Set(['primary', 'master']);

/**
 * Returns the pods that are labeled as the primary. A pod on a lost machine keeps the label until the machine is back, but accepts no
 * writes. Pure.
 * @param role key of the label.
 */
export function primariesAmong(pods: readonly Pod[], role: string): Placement[] {
  return pods.flatMap(({ metadata, spec }) => {
    const { name, uid, labels = {}, deletionTimestamp } = metadata ?? {};
    const node = spec?.nodeName;
    if (!primary.has(labels[role] ?? '') || deletionTimestamp !== undefined) return [];
    return name === undefined || uid === undefined || node === undefined ? [] : [{ pod: name, uid, node }];
  });
}

/** Returns the only primary. @throws {UserError} if there is none, or more than one. Pure. */
export function onlyPrimary(pods: readonly Pod[], role: string): Placement {
  const [found, ...more] = primariesAmong(pods, role);
  if (found === undefined)
    throw new UserError(
      `${pods.length === 1 ? 'the only pod of the database is not' : `none of ${pods.length} pods of the database is`} labeled as the primary (label ${role})`,
      'check that the database has a primary, and that its `workload` and `drills.markers.role` in slipway.yml are correct',
    );
  if (more.length > 0)
    throw new UserError(
      `${[found, ...more].map(({ pod }) => pod).join(' and ')} are all labeled as the primary (label ${role})`,
      'find out which one is, and fix the others first',
    );
  return found;
}

/** Returns the primary that took over: not the pod that was the primary before. Pure. */
export const successorAmong = (
  pods: readonly Pod[],
  role: string,
  before: Pick<Placement, 'uid'>,
): Placement | undefined => primariesAmong(pods, role).find(({ uid }) => uid !== before.uid);

/** `db-1 on node-b in zone b`. */
export const placementText = ({ pod, node, zone }: Placement): string =>
  `${pod} on ${node}${zone === undefined ? '' : ` in zone ${zone}`}`;
