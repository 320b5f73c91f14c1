import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Rung } from '../ladder.ts';
import { acknowledged, type LedgerEntry, type Marker } from '../ledger.ts';
import type { Outage } from '../outage.ts';
import type { FreshnessLimits } from '../postgres/freshness.ts';
import type { Deletion } from '../postgres/markers.ts';
import type { Contents } from '../postgres/proving.ts';
import type { Target } from '../postgres/target.ts';
import { formatLsn, type Lsn, type SegmentSize, segmentAt } from '../postgres/wal.ts';

/** Rows that are deleted by mistake while others write on: the standbys have it at once, and only a recovery to just before brings them back. */

export interface Mistake {
  /** Before it was sent, and when it was answered, by the clock of the drill. */
  readonly from: number;
  readonly to: number;
  /** Just before it. */
  readonly target: Target;
  /** Up to here the log has to be archived first. */
  readonly end: Lsn;
  readonly deleted: number;
  readonly sentence: string;
}

/** @throws {UserError} when nothing was there to be deleted: then nothing is shown. */
export async function mistakeBy(
  remove: (signal: AbortSignal) => Promise<Deletion>,
  now: () => number,
  signal: AbortSignal,
): Promise<Mistake> {
  const from = now();
  const { before, after, xid, at, deleted } = await remove(signal);
  const to = now();
  if (deleted === 0)
    throw new UserError(
      'no marker was there that could be deleted',
      'see whether markers are written, and whether their role may delete them',
    );
  return {
    ...{ from, to, deleted, end: after, target: { kind: 'lsn', lsn: before, exclusive: true } },
    sentence: `${counted(deleted, 'marker')} deleted by transaction ${xid} at ${formatLsn(before)}, ${at} by the clock of the database`,
  };
}

/**
 * What was written after a mistake has to be archived, so that a recovery can stop before it.
 * @throws {UserError} when that takes longer than is allowed.
 */
export async function untilArchived(
  { end }: Mistake,
  archive: { readonly size: SegmentSize; readonly limits: FreshnessLimits; readonly repository: string },
  { now, waits, signal, report }: Waiting,
  read: () => Promise<Pick<Contents, 'listing'>>,
): Promise<void> {
  const begun = now();
  const { number } = segmentAt(1, end, archive.size);
  while (Math.max(0, ...(await read()).listing.segments.map(({ segment }) => segment.number)) < number) {
    if (now() - begun > archive.limits.wal)
      throw new UserError(
        `the WAL up to ${formatLsn(end)} did not come to the repository ${archive.repository} within ${formatDuration(archive.limits.wal)}`,
        'see pg_stat_archiver, and `archive_timeout` of the database',
      );
    report(`waiting until the WAL up to ${formatLsn(end)} is archived`);
    signal.throwIfAborted();
    await waits(1000);
  }
}

interface Waiting {
  readonly signal: AbortSignal;
  now(): number;
  waits(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

/** That what was deleted is back, and that others had written on: without those, nothing could have come too far. Pure. */
export function mistakeRung(
  { to, deleted }: Mistake,
  ledger: readonly LedgerEntry[],
  recovered: readonly Marker[],
): Rung {
  const after = acknowledged(ledger).filter(({ sentAt }) => sentAt > to).length;
  const fault =
    after === 0
      ? 'nothing was written after the mistake, so nothing shows that the recovery stopped before it'
      : recovered.length < deleted
        ? `${recovered.length} of ${counted(deleted, 'row')} that were deleted are back`
        : undefined;
  return {
    ...{ level: 'L3', what: 'rows that were deleted' },
    ...(fault === undefined
      ? {
          state: 'passed',
          sentence: `all ${deleted} are back, and none of ${counted(after, 'marker')} that came later`,
        }
      : { state: 'failed', sentence: fault }),
  };
}

/** From the mistake until the rows were read again. Nobody probes what stands, for it goes on without them. Pure. */
export function outageOf({ to: from }: Mistake, replayed: number, to: number): Outage {
  const reason = 'the rows were gone';
  return { kind: 'over', from, to, rto: to - from, atLeast: Math.max(0, replayed - from), reason, notes: [] };
}
