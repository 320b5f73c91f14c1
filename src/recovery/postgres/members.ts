import { cancelled, UserError } from '../../toolkit/errors.ts';
import type { Exec } from './exec.ts';
import { type Connection, rowsOf } from './sql.ts';
import { parseSegmentSize, type SegmentSize } from './wal.ts';

/** Who is the primary among the pods of a database, and who follows it. */

export interface Member {
  readonly pod: string;
  readonly exec: Exec;
  readonly role: 'primary' | 'standby';
  /** Of a standby: whether it receives the log now. */
  readonly streams: boolean;
  readonly segmentSize: SegmentSize;
  /** PostgreSQL's `archive_timeout`; ms, 0 is off. */
  readonly archiveTimeout: number;
  /** Of the primary: the last file that it has archived. */
  readonly archived: string | undefined;
  /** Where its files are. */
  readonly data: string;
}

export interface Members {
  readonly primary: Member;
  /** Those that receive the log, first. */
  readonly standbys: readonly Member[];
  /** Pods that did not answer, and why. */
  readonly silent: readonly string[];
}

const query = `select json_build_object('standby', pg_is_in_recovery(),
  'streams', exists (select from pg_stat_wal_receiver where status = 'streaming'),
  'segment', (select setting::bigint from pg_settings where name = 'wal_segment_size'),
  'timeout', (select setting::bigint * 1000 from pg_settings where name = 'archive_timeout'),
  'archived', (select last_archived_wal from pg_stat_archiver),
  'data', current_setting('data_directory'));`;

/**
 * Asks every pod itself: a label may be old.
 * @param pods by name, with what runs a command in each.
 * @throws {UserError} when there is no primary, or more than one.
 */
export async function membersOf(
  pods: ReadonlyMap<string, Exec>,
  connection: Connection,
  signal: AbortSignal,
): Promise<Members> {
  const silent: string[] = [];
  const asked = [...pods].map(async ([pod, exec]) => {
    try {
      const [row = {}] = await rowsOf(exec, connection, query, signal);
      return [memberOf(pod, exec, row)];
    } catch (error) {
      if (signal.aborted) throw cancelled();
      if (!(error instanceof UserError)) throw error;
      silent.push(`${pod}: ${error.message}`);
      return [];
    }
  });
  const members = (await Promise.all(asked)).flat();
  const [primary, ...more] = members.filter(({ role }) => role === 'primary');
  if (primary === undefined)
    throw new UserError(
      `none of ${pods.size} pods is the primary${silent.length === 0 ? '' : ` (${silent.join('; ')})`}`,
      'see whether the database is up, and whether `database` and `container` of slipway.yml are right',
    );
  if (more.length > 0)
    throw new UserError(
      `${[primary, ...more].map(({ pod }) => pod).join(' and ')} all say that they are the primary`,
      'find out which one clients write to, and stop the others at once',
    );
  const standbys = members.filter(({ role }) => role === 'standby');
  return { primary, standbys: standbys.toSorted((a, b) => Number(b.streams) - Number(a.streams)), silent };
}

function memberOf(pod: string, exec: Exec, row: Readonly<Record<string, unknown>>): Member {
  const { standby, streams, segment, timeout, archived, data } = row;
  const size = parseSegmentSize(Number(segment));
  if (size === undefined || typeof standby !== 'boolean' || typeof data !== 'string')
    throw new UserError(`${pod} answers what was not expected`, 'it has to be PostgreSQL 14 or later');
  return {
    ...{ pod, exec, data },
    role: standby ? 'standby' : 'primary',
    streams: streams === true,
    segmentSize: size,
    archiveTimeout: Number(timeout),
    archived: typeof archived === 'string' ? archived : undefined,
  };
}
