import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { askArchiver } from '../recovery/postgres/archiver.ts';
import { type Archiving, lossBound } from '../recovery/postgres/loss-bound.ts';
import { membersOf } from '../recovery/postgres/members.ts';
import { type SegmentSize, usualSize } from '../recovery/postgres/wal.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Ordered } from './drill.ts';
import { declaredIn } from './drill-guard.ts';
import { podsOf } from './recovery.ts';

/** The WAL of the primary, and the state of its archiving, which bounds the data loss of drills without markers. */

/** Segments of the last second count as lost (archive.ts), so the primary is asked until none is that recent; ms, and how often. */
const settled = 2000;
const looks = 20;

/** @throws UserError when the primary does not answer. */
async function primaryOf(
  cluster: Cluster,
  namespace: string,
  declared: ReturnType<typeof declaredIn>,
  signal: AbortSignal,
) {
  const { pods } = await podsOf(cluster, namespace, declared);
  return (await membersOf(pods, { database: declared.database }, signal)).primary;
}

/** Returns the size of WAL segments, on which their names depend; the usual one, and logs why, if the primary does not answer. */
export async function segmentSizeOf(cluster: Cluster, order: Ordered): Promise<SegmentSize> {
  const { namespace } = order.environment;
  const declared = declaredIn(order);
  try {
    return (await primaryOf(cluster, namespace, declared, order.signal)).segmentSize;
  } catch (error) {
    if (!(error instanceof UserError) || order.signal.aborted) throw error;
    order.report(`the size of WAL segments is taken to be 16 MiB: ${error.message}`);
    return usualSize;
  }
}

/** Returns a reader of the primary's archiver state. It returns undefined, and logs why, if the primary does not answer. */
export const archivingBy =
  (cluster: Cluster, order: Ordered) =>
  async (signal: AbortSignal): Promise<Archiving | undefined> => {
    const { namespace } = order.environment;
    const declared = declaredIn(order);
    const { database, 'archive-lag': lag } = declared;
    try {
      const primary = await primaryOf(cluster, namespace, declared, signal);
      const ask = () => askArchiver(primary.exec, { database }, signal);
      let state = await ask();
      for (let look = 1; (state.archivedAgo ?? settled) < settled && look < looks; look += 1) {
        await sleep(500, undefined, { signal });
        state = await ask();
      }
      const behind = lossBound(state, primary.segmentSize, lag);
      return behind && { behind, archived: state.archived?.slice(0, 24) };
    } catch (error) {
      if (!(error instanceof UserError) || signal.aborted) throw error;
      order.report(`the state of WAL archiving is unknown: ${error.message}`);
      return undefined;
    }
  };
