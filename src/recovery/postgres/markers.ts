import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import { isSha256 } from '../checksum.ts';
import type { Marker } from '../ledger.ts';
import { literal } from './sql.ts';
import { type Lsn, parseLsn } from './wal.ts';

/**
 * The table of markers, in a schema of our own in the database that is watched, so that they share the fate of its data. Statements are
 * for psql: a writer keeps one open and gives it one statement a line.
 */

/**
 * Makes the table unless it is there; safe for several at once, and for each version of us. `id` counts over all runs in the order of
 * arrival, `seq` within one.
 */
export const createMarkers = `
begin;
set local lock_timeout = '10s';
set local client_min_messages = warning;
select from pg_advisory_xact_lock(hashtextextended('slipway_dr', 0));
create schema if not exists slipway_dr;
create table if not exists slipway_dr.marker (
  id bigint generated always as identity unique,
  run_id text not null,
  seq bigint not null check (seq > 0),
  sent_at bigint not null check (sent_at >= 0),
  payload text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  stored_at timestamptz not null default clock_timestamp(),
  primary key (run_id, seq)
);
comment on schema slipway_dr is 'Slipway: markers that recovery drills count; may be dropped when no drill runs';
commit;
`;

/**
 * Inserts a marker as a transaction of its own, under the durability that production has, and prints its number. No timeout of the
 * server may be set: one that strikes while COMMIT waits for a synchronous standby turns it into success with a warning.
 */
export function insertMarker({ seq, runId, sentAt, payload, sha256 }: Marker): string {
  const values = [literal(runId), seq, sentAt, literal(payload), literal(sha256)];
  return `insert into slipway_dr.marker (run_id, seq, sent_at, payload, sha256) values (${values.join(', ')}) returning seq;`;
}

/**
 * Whether COMMIT was answered. A warning is no acknowledgement: PostgreSQL says so when it gave up to wait for the standby, and the
 * marker may be on one server only.
 */
export function isAcknowledged(seq: number, stdout: string, stderr: string): boolean {
  return stdout.trim() === String(seq) && stderr.trim() === '';
}

/**
 * Deletes the markers of a run in one transaction, as a bad statement would, and prints where in the log and when that was: just before
 * its commit, so that all that it deleted lies before, and after it.
 */
export function deleteMarkers(runId: string): string {
  return `begin;
with gone as (delete from slipway_dr.marker where run_id = ${literal(runId)} returning seq)
select json_build_object('deleted', count(*)::int) from gone;
select json_build_object('before', pg_current_wal_insert_lsn()::text, 'xid', pg_current_xact_id()::text,
  'at', clock_timestamp()::text);
commit;
select json_build_object('after', pg_current_wal_lsn()::text);`;
}

export interface Deletion {
  /** All that was deleted had been committed before it, and the deletion is committed after it. */
  readonly before: Lsn;
  /** Up to here the log has to be archived to recover to just before. */
  readonly after: Lsn;
  readonly xid: string;
  /** By the clock of the database; for people. */
  readonly at: string;
  readonly deleted: number;
}

/** @throws {UserError} for rows that `deleteMarkers` does not print. */
export function deletionOf(rows: readonly Readonly<Record<string, unknown>>[]): Deletion {
  const { before, after, xid, at, deleted } = Object.assign({}, ...rows) as Record<string, unknown>;
  const [begin, end] = [before, after].map(each => parseLsn(String(each)));
  if (begin === undefined || end === undefined || typeof deleted !== 'number')
    throw new UserError(
      'the database did not say where in its log the markers were deleted',
      'run the drill again',
    );
  return { before: begin, after: end, xid: String(xid), at: String(at), deleted };
}

/** Prints a JSON object for each marker of a run after `since`, by their numbers. @param since 0 for all. */
export function readMarkers(runId: string, since: number): string {
  if (!Number.isSafeInteger(since) || since < 0) throw new RangeError(`markers since ${since}`);
  return `select json_build_object('seq', seq, 'runId', run_id, 'sentAt', sent_at, 'payload', payload, 'sha256', sha256)
from slipway_dr.marker where run_id = ${literal(runId)} and seq > ${since} order by seq;`;
}

/** Markers of the rows that `readMarkers` prints. What is none is left out, and so counts as lost; its hash is looked at elsewhere. */
export function markersOf(rows: readonly unknown[]): Marker[] {
  return rows.flatMap(row => {
    if (!isMap(row)) return [];
    const { seq, runId, sentAt, payload, sha256 } = row;
    if (typeof seq !== 'number' || typeof runId !== 'string' || typeof sentAt !== 'number') return [];
    if (typeof payload !== 'string' || typeof sha256 !== 'string' || !isSha256(sha256)) return [];
    return [{ seq, runId, sentAt, payload, sha256 }];
  });
}

/**
 * For psql: prints `{"kind":"marker","runId":…,"seq":…}` of the marker that arrived last, and nothing where there is none or no table.
 */
export const newestMarkerScript = `
select 'select json_build_object(''kind'', ''marker'', ''runId'', run_id, ''seq'', seq)
  from slipway_dr.marker order by id desc limit 1'
where to_regclass('slipway_dr.marker') is not null \\gexec
`;

/** Takes away markers of runs that ended before this moment, by the clock of their writer. @param before ms since 1970. */
export function cleanMarkers(before: number): string {
  if (!Number.isSafeInteger(before)) throw new RangeError(`markers before ${before}`);
  return `delete from slipway_dr.marker where run_id in (
  select run_id from slipway_dr.marker group by run_id having max(sent_at) < ${before});`;
}

/** Takes away all that was made here. */
export const dropMarkers = 'drop schema if exists slipway_dr cascade;';
