import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import { isSha256 } from '../checksum.ts';
import type { Marker } from '../ledger.ts';
import { literal } from './sql.ts';
import { type Lsn, parseLsn } from './wal.ts';

/**
 * SQL for the table of markers. It is in a separate schema of the observed database, so that the markers are lost together with its data.
 * The statements are for psql: a writer keeps a session open and sends one statement per line.
 */

/**
 * Creates the table unless it exists; safe to run concurrently, and with any version of Slipway. `id` counts over all runs in the order of
 * arrival, `seq` within one run.
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
 * Returns SQL that inserts a marker in a separate transaction, with the durability of production, and prints its number. No timeout of
 * the server may be set: if one fires while COMMIT waits for a synchronous standby, COMMIT succeeds with a warning.
 */
export function insertMarker({ seq, runId, sentAt, payload, sha256 }: Marker): string {
  const values = [literal(runId), seq, sentAt, literal(payload), literal(sha256)];
  return `insert into slipway_dr.marker (run_id, seq, sent_at, payload, sha256) values (${values.join(', ')}) returning seq;`;
}

/**
 * Returns whether COMMIT was acknowledged. A warning is not an acknowledgement: PostgreSQL prints one when it stops waiting for the standby,
 * and the marker may then be on one server only.
 */
export function isAcknowledged(seq: number, stdout: string, stderr: string): boolean {
  return stdout.trim() === String(seq) && stderr.trim() === '';
}

/**
 * Returns SQL that deletes the markers of a run in one transaction, as a bad statement would. It prints the LSN and the time just before
 * the commit, when all deleted markers are committed, and the LSN after it.
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
  /** All deleted markers were committed before this LSN, and the deletion after it. */
  readonly before: Lsn;
  /** WAL must be archived up to here for a recovery to just before the deletion. */
  readonly after: Lsn;
  readonly xid: string;
  /** By the clock of the database; for display. */
  readonly at: string;
  readonly deleted: number;
}

/**
 * Reads the rows that `deleteMarkers` prints.
 * @throws {UserError} for other rows.
 */
export function deletionOf(rows: readonly Readonly<Record<string, unknown>>[]): Deletion {
  const { before, after, xid, at, deleted } = Object.assign({}, ...rows) as Record<string, unknown>;
  const [begin, end] = [before, after].map(each => parseLsn(String(each)));
  if (begin === undefined || end === undefined || typeof deleted !== 'number')
    throw new UserError(
      'the LSN at which the markers were deleted is unknown: the database did not print it',
      'run the drill again',
    );
  return { before: begin, after: end, xid: String(xid), at: String(at), deleted };
}

/** Returns SQL that prints a JSON object for each marker of a run after the number `since`, in order. @param since 0 for all. */
export function readMarkers(runId: string, since: number): string {
  if (!Number.isSafeInteger(since) || since < 0) throw new RangeError(`not the number of a marker: ${since}`);
  return `select json_build_object('seq', seq, 'runId', run_id, 'sentAt', sent_at, 'payload', payload, 'sha256', sha256)
from slipway_dr.marker where run_id = ${literal(runId)} and seq > ${since} order by seq;`;
}

/** Reads the rows that `readMarkers` prints. An invalid row is left out, and so counts as lost; the hash is checked elsewhere. */
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
 * For psql: prints `{"kind":"marker","runId":…,"seq":…}` for the newest marker, and nothing without a marker or without the table.
 */
export const newestMarkerScript = `
select 'select json_build_object(''kind'', ''marker'', ''runId'', run_id, ''seq'', seq)
  from slipway_dr.marker order by id desc limit 1'
where to_regclass('slipway_dr.marker') is not null \\gexec
`;

/** Returns SQL that deletes the markers of runs that ended before a time, by the clock of their writer. @param before ms since 1970. */
export function cleanMarkers(before: number): string {
  if (!Number.isSafeInteger(before)) throw new RangeError(`not a time: ${before}`);
  return `delete from slipway_dr.marker where run_id in (
  select run_id from slipway_dr.marker group by run_id having max(sent_at) < ${before});`;
}
