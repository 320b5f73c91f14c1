import { cancelled, UserError } from '../../toolkit/errors.ts';
import { textsIn } from '../../toolkit/map.ts';
import type { Exec } from '../exec.ts';
import { type Connection, rowsOf } from './sql.ts';
import { parseSegmentSize, type SegmentSize } from './wal.ts';

/** Finds the primary and the standbys among the pods of a database. */

export interface Member {
  readonly pod: string;
  readonly exec: Exec;
  readonly role: 'primary' | 'standby';
  /** Of a standby: whether it streams WAL now. */
  readonly streams: boolean;
  /** Of a standby: whether the primary lists it as synchronous, so that commits may wait for it. */
  readonly synchronous: boolean;
  readonly segmentSize: SegmentSize;
  /** PostgreSQL's `archive_timeout`; ms, 0 is off. */
  readonly archiveTimeout: number;
  /** Of the primary: the last file that it has archived. */
  readonly archived: string | undefined;
  /** Its data directory. */
  readonly data: string;
}

export interface Members {
  readonly primary: Member;
  /** Streaming standbys first, and among these the ones that no commit waits for. */
  readonly standbys: readonly Member[];
  /** Pods that did not answer, and why. */
  readonly unreachable: readonly string[];
}

const query = `select json_build_object('standby', pg_is_in_recovery(),
  'streams', exists (select from pg_stat_wal_receiver where status = 'streaming'),
  'segment', (select setting::bigint from pg_settings where name = 'wal_segment_size'),
  'timeout', (select setting::bigint * 1000 from pg_settings where name = 'archive_timeout'),
  'archived', (select last_archived_wal from pg_stat_archiver),
  'data', current_setting('data_directory'),
  'name', (select coalesce((regexp_match(conninfo, '(?:^| )application_name=([^ ]+)'))[1],
    nullif(current_setting('cluster_name'), ''), 'walreceiver') from pg_stat_wal_receiver),
  'synchronous', (select coalesce(json_agg(application_name), '[]') from pg_stat_replication where sync_state <> 'async'));`;

/**
 * Asks every pod, because pod labels may be out of date.
 * @param pods by name, each with the function that runs commands in it.
 * @throws {UserError} when there is no primary, or more than one.
 */
export async function membersOf(
  pods: ReadonlyMap<string, Exec>,
  connection: Connection,
  signal: AbortSignal,
): Promise<Members> {
  const unreachable: string[] = [];
  const asked = [...pods].map(async ([pod, exec]) => {
    try {
      const [row = {}] = await rowsOf(exec, connection, query, signal);
      return [memberOf(pod, exec, row)];
    } catch (error) {
      if (signal.aborted) throw cancelled();
      if (!(error instanceof UserError)) throw error;
      unreachable.push(`${pod}: ${error.message}`);
      return [];
    }
  });
  const found = (await Promise.all(asked)).flat();
  const waitedFor = new Set(found.flatMap(({ waitsFor }) => waitsFor));
  const members = found.map(({ member, name }) => ({ ...member, synchronous: waitedFor.has(name) }));
  const [primary, ...more] = members.filter(({ role }) => role === 'primary');
  if (primary === undefined)
    throw new UserError(
      `${pods.size === 1 ? 'the only pod is not' : `none of ${pods.size} pods is`} the primary${unreachable.length === 0 ? '' : ` (${unreachable.join('; ')})`}`,
      'check whether the database is running, and whether `database` and `container` in slipway.yml are right',
    );
  if (more.length > 0)
    throw new UserError(
      `the database has more than one primary: ${[primary, ...more].map(({ pod }) => pod).join(' and ')}`,
      'find out which one clients write to, and stop the others at once',
    );
  const standbys = members.filter(({ role }) => role === 'standby');
  const rank = ({ streams, synchronous }: Member) => 2 * Number(!streams) + Number(synchronous);
  return { primary, standbys: standbys.toSorted((a, b) => rank(a) - rank(b)), unreachable };
}

interface MemberAnswer {
  readonly member: Omit<Member, 'synchronous'>;
  /** Its `application_name` on the primary. */
  readonly name: string;
  /** Names of the standbys for which its commits may wait. */
  readonly waitsFor: readonly string[];
}

function memberOf(pod: string, exec: Exec, row: Readonly<Record<string, unknown>>): MemberAnswer {
  const { standby, streams, segment, timeout, archived, data, name, synchronous } = row;
  const size = parseSegmentSize(Number(segment));
  if (size === undefined || typeof standby !== 'boolean' || typeof data !== 'string')
    throw new UserError(`${pod} gave an unexpected answer`, 'use PostgreSQL 14 or later');
  const member = {
    pod,
    exec,
    data,
    role: standby ? ('standby' as const) : ('primary' as const),
    streams: streams === true,
    segmentSize: size,
    archiveTimeout: Number(timeout),
    archived: typeof archived === 'string' ? archived : undefined,
  };
  return { member, name: String(name), waitsFor: standby ? [] : textsIn(synchronous) };
}
