import type { Database, Repository } from './database.ts';
import { DATA } from './settings.ts';

/** Where a restore ends: at the archive's end, or before. */
export type Target = { readonly type: 'time' | 'lsn'; readonly value: string } | { readonly type: 'default' };

/**
 * Restores a backup into a pod of its own, without Patroni, and starts it there without archiving; resolves when it has become a
 * primary of its own. Rows are asked for by `database.sql(…, name)`.
 */
export async function restoreInto(
  database: Database,
  name: string,
  repository: Repository,
  target: Target,
): Promise<void> {
  await database.sidePod(name);
  // pgBackRest fills a folder, and makes none.
  await database.exec(name, ['install', '-d', '-m', '0700', DATA]);
  const end =
    target.type === 'default'
      ? []
      : [`--type=${target.type}`, `--target=${target.value}`, '--target-action=promote'];
  await database.pgbackrest([`--repo=${repository}`, ...end, 'restore'], name);
  await database.exec(name, ['sh', '-ec', START]);
}

/**
 * Patroni's settings came with the backup: what would make a copy wait for standbys, archive into the original's repository or
 * listen is turned off. pg_ctl is content before recovery is over, and says nothing when it fails after that.
 */
const START = `
off="-c listen_addresses= -c archive_mode=off -c synchronous_standby_names= -c primary_conninfo= -c unix_socket_directories=/run/postgresql"
fail() { tail -20 /data/log >&2; exit 1; }
pg_ctl -D ${DATA} -w -t 60 -l /data/log -o "$off" start > /dev/null || fail
for i in $(seq 600); do
  [ "$(psql -XAtc 'select pg_is_in_recovery()' 2> /dev/null)" = f ] && exit
  [ -f ${DATA}/postmaster.pid ] || break
  sleep 0.1
done
fail
`;
