import type { Database } from '../recovery/manifest.ts';
import type { Target } from '../recovery/postgres/target.ts';
import type { parseLsn as ParseLsn } from '../recovery/postgres/wal.ts';
import type { BackupSet } from '../recovery/sets.ts';
import type { Wanted } from '../recovery/wanted.ts';
import { UserError } from '../toolkit/errors.ts';

/** Up to where a database is restored, and where on the way its content is known. */

/** Where a set knows the content of a database. */
export function knownOf(
  set: BackupSet | undefined,
  counted: Database | undefined,
  parseLsn: typeof ParseLsn,
) {
  const lsn = counted && parseLsn(counted.lsn);
  return set === undefined || lsn === undefined ? undefined : { lsn, at: set.manifest.at };
}

export function targetOf(wanted: Wanted, counted: Database | undefined, parseLsn: typeof ParseLsn): Target {
  if (wanted.kind !== 'counted') return wanted;
  const lsn = counted && parseLsn(counted.lsn);
  if (lsn === undefined)
    throw new UserError(
      'no backup set says what was counted',
      'write latest, or a point in time, in the input `to`',
    );
  return { kind: 'lsn', lsn, exclusive: true };
}
