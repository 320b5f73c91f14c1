import type { PostgresBackup } from './info.ts';
import type { RecoveryTarget } from './target.ts';
import { holds, type WalSpan } from './timeline.ts';
import type { Lsn } from './wal.ts';

/** Where a backup set knows the content of a database, and whether a recovery passes that place. */

export interface CountedPlace {
  readonly lsn: Lsn;
  readonly timeline: number;
  /** When it had been counted; ms since 1970. Undefined: older sets do not record it. */
  readonly countedAt?: number | undefined;
}

interface Way {
  readonly backup: Pick<PostgresBackup, 'stopLsn'>;
  readonly target: RecoveryTarget;
  /** The lineage on which it recovers; drills that an older version began do not record it. */
  readonly spans?: readonly WalSpan[] | undefined;
}

/**
 * Returns whether recovery passes a place: not if the backup itself ended after it, the target is before it, or it is on an abandoned
 * timeline. Pure.
 */
export function passes(place: CountedPlace, { backup, target, spans }: Way): boolean {
  const { lsn, timeline } = place;
  const comesAfter =
    target.kind === 'latest' ||
    (target.kind === 'lsn' && target.lsn > lsn) ||
    (target.kind === 'time' && isCountedBefore(place, target.at));
  return lsn > backup.stopLsn && comesAfter && (spans === undefined || holds(spans, timeline, lsn));
}

/** Whether a database was counted before a time, by the clocks of the run and of the database, which may differ by a minute. Pure. */
export const isCountedBefore = ({ countedAt }: { readonly countedAt?: number | undefined }, at: number) =>
  countedAt !== undefined && countedAt < at - 60_000;
