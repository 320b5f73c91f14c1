import type { Recovery } from '../config/recovery.ts';
import type { Database } from '../recovery/manifest.ts';
import type { CountedPlace } from '../recovery/postgres/counted-place.ts';
import type { RecoveryTarget } from '../recovery/postgres/target.ts';
import type { parseLsn as ParseLsn } from '../recovery/postgres/wal.ts';
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

/**
 * Returns the set to compare with: for a database to be restored to a time, the newest that had counted it before.
 * @param database its name in slipway.yml; undefined if other parts of the set are restored, too: they come from the newest set.
 * @param countedBefore finds a set in a store.
 * @returns undefined for the newest set.
 */
export async function setFor(
  requested: string,
  database: string | undefined,
  countedBefore: (database: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  if (requested !== '') return requested;
  return database === undefined ? undefined : countedBefore(database);
}

/** Returns where a set knows the content of a database. */
export function knownOf(counted: Database | undefined, parseLsn: typeof ParseLsn): CountedPlace | undefined {
  const lsn = counted && parseLsn(counted.lsn);
  return counted === undefined || lsn === undefined ? undefined : { ...counted, lsn };
}

export function restoreTargetOf(
  wanted: RequestedTarget,
  counted: Database | undefined,
  parseLsn: typeof ParseLsn,
): RecoveryTarget {
  if (wanted.kind !== 'counted') return wanted;
  const known = knownOf(counted, parseLsn);
  if (known === undefined)
    throw new UserError(
      'the target `counted` is unknown: no backup set has the counts',
      'set the input `target` to latest or a point in time',
    );
  return { kind: 'lsn', lsn: known.lsn, exclusive: true, timeline: known.timeline };
}
