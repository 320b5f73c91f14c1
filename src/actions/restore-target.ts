import type { Recovery } from '../config/recovery.ts';
import type { Database } from '../recovery/manifest.ts';
import type { RecoveryTarget } from '../recovery/postgres/target.ts';
import type { parseLsn as ParseLsn } from '../recovery/postgres/wal.ts';
import type { BackupSet } from '../recovery/sets.ts';
import type { RequestedTarget } from '../recovery/target-input.ts';
import { UserError } from '../toolkit/errors.ts';
import { databaseOf, nameOfDatabase } from './recovery.ts';

/** Which database is restored, to which recovery target, and the position at which its content is known. */

/** Returns the database to restore; undefined for none. @throws UserError when it is ambiguous, or not backed up to the repository. */
export function databaseOrder(
  inputs: { readonly database: string; readonly repository: string; readonly include: string },
  recovery: Recovery,
  wanted: boolean,
) {
  // `all` does not require a database.
  if (!wanted || (inputs.include === 'all' && Object.keys(recovery.databases).length === 0)) return undefined;
  const name = nameOfDatabase(inputs.database, recovery);
  const declared = databaseOf(recovery, name);
  return { name, declared, repository: repositoryNumberOf(inputs.repository, declared, recovery) };
}

function repositoryNumberOf(
  text: string,
  { to }: Recovery['databases'][string],
  { repositories }: Recovery,
): number {
  const name = text || to[0] || '';
  const number = repositories[name]?.pgbackrest;
  if (number !== undefined && to.includes(name)) return number;
  throw new UserError(`the database is not backed up to ${name}`, `choose one of ${to.join(', ')}`);
}

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
      'set the input `target` to latest or a point in time',
    );
  return { kind: 'lsn', lsn, exclusive: true, timeline: counted.timeline };
}
