import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { askArchiver } from '../recovery/postgres/archiver.ts';
import { type Archiving, behindBy } from '../recovery/postgres/behind.ts';
import { membersOf } from '../recovery/postgres/members.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Ordered } from './drill.ts';
import { declaredIn } from './drill-guard.ts';
import { podsOf } from './recovery.ts';

/** What the primary says of its archive, for drills that write no markers. */

/** What came within the last second counts as lost (archive.ts), so the archive is asked when nothing did; ms, and how often. */
const settled = 2000;
const looks = 20;

/** Undefined, with a word in the log, where the primary is gone or does not answer. */
export const archivingBy =
  (cluster: Cluster, order: Ordered) =>
  async (signal: AbortSignal): Promise<Archiving | undefined> => {
    const declared = declaredIn(order);
    const { database } = declared;
    try {
      const { pods } = await podsOf(cluster, order.environment.namespace, declared);
      const { primary } = await membersOf(pods, { database }, signal);
      const ask = () => askArchiver(primary.exec, { database }, signal);
      let state = await ask();
      for (let look = 1; (state.archivedAgo ?? settled) < settled && look < looks; look += 1) {
        await sleep(500, undefined, { signal });
        state = await ask();
      }
      const behind = behindBy(state, primary.segmentSize, declared['archive-lag']);
      if (behind === undefined) return undefined;
      return { behind, archived: state.archived?.slice(0, 24) };
    } catch (error) {
      if (!(error instanceof UserError) || signal.aborted) throw error;
      order.report(`how far the archive is nobody can be asked: ${error.message}`);
      return undefined;
    }
  };
