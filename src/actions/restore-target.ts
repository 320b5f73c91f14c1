import type { Database } from '../recovery/manifest.ts';
import type { RecoveryTarget } from '../recovery/postgres/target.ts';
import type { parseLsn as ParseLsn } from '../recovery/postgres/wal.ts';
import type { BackupSet } from '../recovery/sets.ts';
import type { RequestedTarget } from '../recovery/target-input.ts';
import { UserError } from '../toolkit/errors.ts';

/** The recovery target of a database, and the position at which its content is known. */

/** Returns the position and time at which a set knows the content of a database. */
export function knownOf(
  set: BackupSet | undefined,
  counted: Database | undefined,
  parseLsn: typeof ParseLsn,
) {
  const lsn = counted && parseLsn(counted.lsn);
  return set === undefined || lsn === undefined ? undefined : { lsn, at: set.manifest.at };
}

export function restoreTargetOf(
  wanted: RequestedTarget,
  counted: Database | undefined,
  parseLsn: typeof ParseLsn,
): RecoveryTarget {
  if (wanted.kind !== 'counted') return wanted;
  const lsn = counted && parseLsn(counted.lsn);
  if (lsn === undefined)
    throw new UserError(
      'the target `counted` is unknown: no backup set has the counts',
      'set the input `to` to latest or a point in time',
    );
  return { kind: 'lsn', lsn, exclusive: true };
}
