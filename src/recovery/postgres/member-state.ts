import { isMap, mapsIn } from '../../toolkit/map.ts';
import { within } from '../drill/patience.ts';
import type { Exec } from '../exec.ts';
import { type Connection, rowsOf } from './sql.ts';

/** Asks each member of a replicated database for its state, because pod labels may be out of date. */

interface Follower {
  readonly name: string;
  readonly state: string;
  /** `sync`, `quorum`, `potential` or `async`. */
  readonly sync: string;
  /** Bytes of WAL that it has not flushed yet. */
  readonly behind: number;
}

export interface MemberState {
  readonly pod: string;
  readonly role: 'primary' | 'standby';
  /** Of a standby: whether it streams WAL now. */
  readonly streams: boolean;
  readonly timeline: number;
  /** The system identifier from initdb: the same in all copies of a database, and in no other database. */
  readonly system: string;
  /** Number of checksum failures; undefined without data checksums. */
  readonly damaged: number | undefined;
  /** Of the primary. */
  readonly followers: readonly Follower[];
}

export interface MemberStates {
  readonly members: readonly MemberState[];
  /** Pods that did not answer, and why. */
  readonly unreachable: readonly string[];
}

const query = `select json_build_object('standby', pg_is_in_recovery(),
  'streams', exists (select from pg_stat_wal_receiver where status = 'streaming'),
  'timeline', case when pg_is_in_recovery()
    then coalesce((select received_tli from pg_stat_wal_receiver), (select timeline_id from pg_control_checkpoint()))
    else ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int end,
  'system', (select system_identifier::text from pg_control_system()),
  'damaged', case when current_setting('data_checksums') = 'on'
    then (select coalesce(sum(checksum_failures), 0) from pg_stat_database) end,
  'followers', case when pg_is_in_recovery() then '[]'::json else (
    select coalesce(json_agg(json_build_object('name', application_name, 'state', state, 'sync', sync_state,
      'behind', coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn), 0)) order by application_name), '[]')
    from pg_stat_replication) end);`;

/**
 * Asks every pod, and waits for each no longer than `patience` ms: a pod whose machine is gone does not even refuse.
 * @param pods by name, each with the function that runs commands in it.
 */
export async function memberStates(
  pods: ReadonlyMap<string, Exec>,
  connection: Connection,
  patience: number,
): Promise<MemberStates> {
  const unreachable: string[] = [];
  const asked = [...pods].map(async ([pod, exec]) => {
    const heard = await within(patience, signal => rowsOf(exec, connection, query, signal));
    const state = 'answer' in heard ? stateOf(pod, heard.answer[0]) : undefined;
    if (state === undefined)
      unreachable.push(`${pod}: ${'fault' in heard ? heard.fault : 'it gave an unexpected answer'}`);
    return state;
  });
  const members = (await Promise.all(asked)).filter(each => each !== undefined);
  return { members, unreachable };
}

function stateOf(pod: string, row: unknown): MemberState | undefined {
  if (!isMap(row)) return undefined;
  const { standby, streams, timeline, system, damaged, followers } = row;
  if (typeof standby !== 'boolean' || typeof timeline !== 'number' || typeof system !== 'string')
    return undefined;
  return {
    pod,
    timeline,
    system,
    role: standby ? 'standby' : 'primary',
    streams: streams === true,
    damaged: typeof damaged === 'number' ? damaged : undefined,
    followers: mapsIn(followers).map(({ name, state, sync, behind }) => ({
      name: String(name),
      state: String(state),
      sync: String(sync),
      behind: Number(behind),
    })),
  };
}
