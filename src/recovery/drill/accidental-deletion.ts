import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import { acknowledged, type LedgerEntry, type Marker } from '../ledger.ts';
import { checkFor, type LevelCheck } from '../levels.ts';
import type { Outage } from '../outage.ts';
import type { FreshnessLimits } from '../postgres/freshness.ts';
import type { Deletion } from '../postgres/markers.ts';
import type { RepositoryContents } from '../postgres/proving.ts';
import type { RecoveryTarget } from '../postgres/target.ts';
import { formatLsn, type Lsn, type SegmentSize, segmentAt } from '../postgres/wal.ts';
import type { ScratchOptions } from './scratch-system.ts';

/** Rows deleted by mistake while writes continue. Standbys replicate the deletion, so only a recovery to just before it helps. */

export interface AccidentalDeletion {
  /** When the deletion was sent, and when it was answered, by the drill's clock. */
  readonly from: number;
  readonly to: number;
  /** The recovery target just before it. */
  readonly target: RecoveryTarget;
  /** The WAL must be archived up to here before the recovery. */
  readonly end: Lsn;
  readonly deleted: number;
  readonly sentence: string;
}

/** Deletes the markers. @throws {UserError} if there are none: then the drill would prove nothing. */
export async function deletionBy(
  remove: (signal: AbortSignal) => Promise<Deletion>,
  now: () => number,
  signal: AbortSignal,
): Promise<AccidentalDeletion> {
  const from = now();
  const { before, after, xid, at, deleted } = await remove(signal);
  const to = now();
  if (deleted === 0)
    throw new UserError(
      'there is no marker to delete',
      'check that markers are written, and that their role may delete them',
    );
  return {
    from,
    to,
    deleted,
    end: after,
    target: { kind: 'lsn', lsn: before, exclusive: true },
    sentence: `${counted(deleted, 'marker')} deleted by transaction ${xid} at ${formatLsn(before)}, ${at} by the database's clock`,
  };
}

/**
 * Waits until the WAL after a mistake is archived, so that a recovery can stop before it.
 * @throws {UserError} if that takes longer than the limit.
 */
export async function untilArchived(
  { end }: AccidentalDeletion,
  archive: { readonly size: SegmentSize; readonly limits: FreshnessLimits; readonly repository: string },
  { now, waits, signal, report }: Pick<ScratchOptions, 'now' | 'waits' | 'signal' | 'report'>,
  read: () => Promise<Pick<RepositoryContents, 'listing'>>,
): Promise<void> {
  const begun = now();
  const { number } = segmentAt(1, end, archive.size);
  while (Math.max(0, ...(await read()).listing.segments.map(({ segment }) => segment.number)) < number) {
    if (now() - begun > archive.limits.wal)
      throw new UserError(
        `the WAL up to ${formatLsn(end)} did not arrive in the repository ${archive.repository} within ${formatDuration(archive.limits.wal)}`,
        'check pg_stat_archiver, and `archive_timeout` of the database',
      );
    report(`waiting until the WAL up to ${formatLsn(end)} is archived`);
    signal.throwIfAborted();
    await waits(1000);
  }
}

/** Checks that the deleted rows are back, and that there were later writes: without them no recovery could go too far. Pure. */
export function deletionCheck(
  { to, deleted }: AccidentalDeletion,
  ledger: readonly LedgerEntry[],
  recovered: readonly Marker[],
): LevelCheck {
  const after = acknowledged(ledger).filter(({ sentAt }) => sentAt > to).length;
  const fault =
    after === 0
      ? 'nothing was written after the mistake, so nothing proves that the recovery stopped before it'
      : recovered.length < deleted
        ? `only ${recovered.length} of ${counted(deleted, 'deleted row')} ${recovered.length === 1 ? 'is' : 'are'} back`
        : undefined;
  return checkFor(
    'L3',
    'deleted rows',
    fault,
    `all ${deleted} are back, and none of ${counted(after, 'marker')} that came later`,
  );
}

/** Returns the outage, from the mistake until the rows were readable again. Not probed: the live system works without them. Pure. */
export function outageOf({ to: from }: AccidentalDeletion, replayed: number, to: number): Outage {
  const reason = 'the rows were gone';
  return { kind: 'over', from, to, rto: to - from, atLeast: Math.max(0, replayed - from), reason, notes: [] };
}
