import type { Node, Pod } from '../../cluster/objects.ts';
import { UserError } from '../../toolkit/errors.ts';

/** Which pod is the primary, and where it runs, as those who watch over the database label it. */

export interface Placement {
  readonly pod: string;
  readonly uid: string;
  readonly node: string;
  /** Absent when nobody said where its node is. */
  readonly zone?: string | undefined;
}

/** Patroni 4 writes `primary`, its earlier versions and others write `master`. */
const primary = new Set(['primary', 'master']);

/**
 * Pods that say they are the primary. One on a machine that is gone says so until the machine is back: nobody can write to it any more.
 * @param role the label that tells it. Pure.
 */
export function primariesAmong(pods: readonly Pod[], role: string): Placement[] {
  return pods.flatMap(({ metadata, spec }) => {
    const { name, uid, labels = {}, deletionTimestamp } = metadata ?? {};
    const node = spec?.nodeName;
    if (!primary.has(labels[role] ?? '') || deletionTimestamp !== undefined) return [];
    return name === undefined || uid === undefined || node === undefined ? [] : [{ pod: name, uid, node }];
  });
}

/** @throws {UserError} when there is none, or more than one. Pure. */
export function onlyPrimary(pods: readonly Pod[], role: string): Placement {
  const [found, ...more] = primariesAmong(pods, role);
  if (found === undefined)
    throw new UserError(
      `none of ${pods.length} pods of the database says by its label ${role} that it is the primary`,
      'see whether it has one, and whether `selector` and `role` of slipway.yml are right',
    );
  if (more.length > 0)
    throw new UserError(
      `${[found, ...more].map(({ pod }) => pod).join(' and ')} all say by their label ${role} that they are the primary`,
      'see which one is, and fix the others first',
    );
  return found;
}

/** Who took over: a primary that is not the pod that was it before. Pure. */
export const successorAmong = (
  pods: readonly Pod[],
  role: string,
  before: Pick<Placement, 'uid'>,
): Placement | undefined => primariesAmong(pods, role).find(({ uid }) => uid !== before.uid);

export const zoneOf = ({ metadata }: Node): string | undefined =>
  metadata?.labels?.['topology.kubernetes.io/zone'];

/** `db-1 on node-b in zone b`. */
export const placementText = ({ pod, node, zone }: Placement): string =>
  `${pod} on ${node}${zone === undefined ? '' : ` in zone ${zone}`}`;
