import { z } from 'zod';
import { retry } from '../../toolkit/retry.ts';
import { within } from '../drill/patience.ts';
import type { Exec } from '../exec.ts';
import { setElsewhere } from './commits.ts';
import { type DeclaredStandbys, judgeReplication, type ReplicationVerdict } from './replication-verdict.ts';
import { type Connection, rowsOf } from './sql.ts';

/** Reads from the primary how far its standbys and its WAL archive are behind. One statement, which every pod answers. */

export interface StandbyState {
  /** Its `application_name`. */
  readonly name: string;
  /** From where it is connected; undefined for a socket. */
  readonly address: string | undefined;
  /** `streaming` when it follows; otherwise it still catches up, for example. */
  readonly state: string;
  /** Whether commits wait for it, if `synchronous_commit` lets them. */
  readonly synchronous: boolean;
  /** WAL that it has not replayed; undefined before its first report. */
  readonly bytes: number | undefined;
  /**
   * The time that it is behind, in ms: at its last report, and at most by now, if it has replayed nothing since. Both are 0 when it has
   * replayed everything: without writes PostgreSQL measures no lag.
   */
  readonly lag: { readonly least: number; readonly most: number };
}

export interface ArchivingState {
  /** Whether `archive_mode` is on. */
  readonly on: boolean;
  /** Time since the last success; ms, undefined without one. */
  readonly archived: number | undefined;
  /** Time since the last failure, if nothing was archived after it; ms. */
  readonly failed: number | undefined;
  /** How long the oldest complete segment has waited to be archived; ms, 0 if none waits. */
  readonly waited: number;
}

export interface ReplicationState {
  readonly primary: string;
  readonly standbys: readonly StandbyState[];
  readonly archiving: ArchivingState;
  /** Whether neither the server nor a role, database or function sets `synchronous_commit` to `off` or `local`. */
  readonly allWait: boolean;
  /** Pods that are standbys, connected or not. */
  readonly standbyPods: readonly string[];
  /** Why pods did not answer, by name. */
  readonly unreachable: ReadonlyMap<string, string>;
}

/** `unknown`: why no primary answered. `split`: why the answers cannot belong to one database. */
export type ReplicationAnswer = ReplicationState | { readonly unknown: string } | { readonly split: string };

/**
 * Programs that take backups and logical copies are connected, too, but can replace no primary. `reply_time` tells how old the numbers of
 * a standby are: one whose machine hangs stays in the list for `wal_sender_timeout`.
 */
const query = `select json_build_object('standby', pg_is_in_recovery(),
  'standbys', case when pg_is_in_recovery() then '[]' else (select coalesce(json_agg(json_build_object(
      'name', r.application_name, 'address', host(r.client_addr), 'state', r.state,
      'synchronous', r.sync_state in ('sync', 'quorum'),
      'bytes', greatest(0, pg_wal_lsn_diff(pg_current_wal_lsn(), r.replay_lsn))::bigint,
      'lag', round(extract(epoch from r.replay_lag) * 1000),
      'reported', greatest(0, round(extract(epoch from clock_timestamp() - r.reply_time) * 1000)))
      order by r.application_name, r.pid), '[]')
    from pg_stat_replication r left join pg_replication_slots s on s.active_pid = r.pid
    where s.slot_type is distinct from 'logical' and r.application_name !~ 'pg_basebackup|pg_receivewal') end,
  'commits', current_setting('synchronous_commit') not in ('off', 'local')
    and not ${setElsewhere('off', 'local')},
  'archiving', case when not pg_is_in_recovery() then (select json_build_object(
      'on', current_setting('archive_mode') <> 'off',
      'archived', round(extract(epoch from clock_timestamp() - last_archived_time) * 1000),
      'failed', case when last_failed_time > coalesce(last_archived_time, '-infinity')
        then round(extract(epoch from clock_timestamp() - last_failed_time) * 1000) end,
      'waited', (select greatest(0, round(extract(epoch from clock_timestamp() - min(modification)) * 1000))
        from pg_ls_archive_statusdir() where name ~ '^[0-9A-F]{24}[.]ready$'))
    from pg_stat_archiver) end);`;

const optional = z
  .number()
  .nullable()
  .transform(value => value ?? undefined);

const answerSchema = z.discriminatedUnion('standby', [
  z.object({ standby: z.literal(true) }),
  z.object({
    standby: z.literal(false),
    commits: z.boolean(),
    standbys: z.array(
      z
        .object({
          name: z.string(),
          address: z.string().nullable(),
          state: z.string(),
          synchronous: z.boolean(),
          bytes: optional,
          lag: optional,
          reported: optional,
        })
        .transform(({ address, lag = 0, reported = 0, ...rest }): StandbyState => {
          const isWhole = rest.bytes === 0;
          return {
            ...rest,
            address: address ?? undefined,
            lag: isWhole ? { least: 0, most: 0 } : { least: lag, most: lag + reported },
          };
        }),
    ),
    archiving: z.object({
      on: z.boolean(),
      archived: optional,
      failed: optional,
      waited: z
        .number()
        .nullable()
        .transform(value => value ?? 0),
    }),
  }),
]);

/**
 * Asks every pod, because pod labels may be out of date, and waits for each no longer than `patience` ms: a pod whose machine is gone does
 * not even refuse. Never throws: what cannot be read is unknown.
 * @param pods by name, each with the function that runs commands in it.
 */
export async function askReplication(
  pods: ReadonlyMap<string, Exec>,
  connection: Connection,
  patience: number,
): Promise<ReplicationAnswer> {
  const answers = await Promise.all(
    [...pods].map(async ([pod, exec]) => {
      const heard = await within(patience, signal => rowsOf(exec, connection, query, signal));
      const read = 'answer' in heard ? answerSchema.safeParse(heard.answer[0]) : undefined;
      const fault = 'fault' in heard ? heard.fault : 'it gave an unexpected answer';
      return read?.success ? { pod, ...read.data } : { pod, fault };
    }),
  );
  const found = answers.flatMap(each => ('standby' in each ? [each] : []));
  const unreachable = new Map(
    answers.flatMap(({ pod, fault }) => (fault === undefined ? [] : [[pod, fault]])),
  );
  const [primary, ...more] = found.filter(each => !each.standby);
  if (primary === undefined) {
    const why = [...unreachable].map(([pod, fault]) => `; ${pod}: ${fault}`).join('');
    return { unknown: `none of its pods is the primary${why}` };
  }
  if (more.length > 0)
    return {
      split: `it has more than one primary: ${[primary, ...more].map(({ pod }) => pod).join(', ')}`,
    };
  const standbyPods = found.filter(({ standby }) => standby).map(({ pod }) => pod);
  const { pod, standbys, archiving, commits: allWait } = primary;
  return { primary: pod, standbys, archiving, allWait, standbyPods, unreachable };
}

/** Longer than `wal_receiver_status_interval`, after which a standby has reported again; ms. */
const nextReport = 12_000;

/** Asks and judges. A standby that may be late by now, but was not at its last report, is asked again until the next one. */
export const measureReplication = (
  ask: () => Promise<ReplicationAnswer>,
  declared: DeclaredStandbys,
  zones: ReadonlyMap<string, string>,
): Promise<ReplicationVerdict & { readonly answer: ReplicationAnswer }> =>
  retry(
    {
      within: nextReport,
      delay: () => 1000,
      unfinished: ({ answer, verdict }) =>
        verdict === 'behind' &&
        judgeReplication(answer, declared, { zones, bound: 'least' }).verdict === 'ok',
    },
    async () => {
      const answer = await ask();
      return { answer, ...judgeReplication(answer, declared, { zones }) };
    },
  );
