import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import { defined } from '../../toolkit/map.ts';
import { bothOf } from '../../toolkit/parallel.ts';
import type { DetachedPlace } from '../detached-command.ts';
import type { Exec } from '../exec.ts';
import type { LevelCheck } from '../levels.ts';
import type { Database } from '../manifest.ts';
import type { RetentionPolicy } from '../retention.ts';
import { askArchiver } from './archiver.ts';
import {
  type BackingUp,
  backUp,
  backupText,
  ownerAnnotation,
  requireGoodBackup,
  stanzaOf,
} from './backing-up.ts';
import { allOf, type Deciding, type Expired, expireBackups } from './expiring.ts';
import { databaseOf, uncounted } from './inventory.ts';
import type { Members } from './members.ts';
import { checkArguments, pgbackrestFailure, type RepositoryName } from './pgbackrest.ts';
import { proveRepositories } from './proving.ts';
import { type Connection, rowsOf } from './sql.ts';
import { pausedInventory } from './standby.ts';
import { formatLsn, type Lsn } from './wal.ts';

/**
 * Backs up one database to all its repositories, counts its contents, and proves that each repository is intact. Old backups are expired
 * after the set is written.
 */

export interface DatabaseBackup extends Pick<BackingUp, 'type' | 'signal' | 'now' | 'sleep' | 'report'> {
  /** Its name in slipway.yml. */
  readonly name: string;
  readonly stanza: string;
  readonly database: string;
  /** Databases of this stanza that slipway.yml declares. */
  readonly declared: readonly string[];
  /** Its pods, and which of them is the primary. */
  readonly members: Members;
  readonly repositories: readonly {
    readonly name: string;
    readonly number: number;
    /** How long the storage refuses to delete a new object; ms. */
    readonly locked: number | undefined;
  }[];
  /** Maximum age of the newest full backup, and of the newest one of any type; ms. */
  readonly full: number;
  readonly incremental: number;
  /** `archive_timeout` as slipway.yml declares it, and how long a segment may take to reach a repository; ms. */
  readonly archiveTimeout: number | undefined;
  readonly archiveLag: number;
  /** Roughly how many bytes of each table are read to count its rows. */
  readonly inventory: number;
  /** Interval between full reads of a repository; ms. */
  readonly verify: number;
  /** When the last successful full read of each repository began, by the name of the repository; ms since 1970. */
  readonly readBackAt: ReadonlyMap<string, number>;
  /** Where detached commands run in a pod. */
  placeIn(pod: string): Pick<DetachedPlace, 'folder' | 'gone'>;
  /** The owner of the backups; stored with each of them. */
  readonly owner: string;
  /** Other annotations of each backup. */
  readonly annotations: Readonly<Record<string, string>>;
  /** The pod whose replay an earlier run paused and did not resume. */
  readonly leftPaused: string | undefined;
  /** Records the pod whose replay is about to be paused, or undefined once it is resumed. */
  note(pod: string | undefined): Promise<void>;
}

export interface MadeBackup {
  /** The entry for the manifest. */
  readonly database: Database;
  /** One sentence for each repository. */
  readonly backups: readonly string[];
  readonly levelChecks: readonly LevelCheck[];
  readonly notes: readonly string[];
  /** Deletes the result of the full read from the pod. Called once a set has recorded it. */
  deleteReadResult(): Promise<void>;
  /**
   * Removes backups that neither the policy nor a set keeps, and checks the disk of each repository.
   * @param sets the labels in the sets; undefined when they are unknown: then nothing is removed.
   * @param spared names of repositories from which nothing is removed now.
   */
  expire(sets: SetLabels | undefined, policy: RetentionPolicy, spared: ReadonlySet<string>): Promise<Expired>;
}

/** Backup labels by the name of the repository. */
interface SetLabels {
  /** Those that the kept sets need. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those that any set of ours names, kept or not. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Backs up a database, counts it and proves its repositories.
 * @throws {UserError} when the backup or the count fails. Problems of a repository are in the checks.
 */
export async function backUpDatabase(task: DatabaseBackup): Promise<MadeBackup> {
  const connection = { database: task.database };
  const { members } = task;
  requireArchiving(task, members);
  const { exec } = members.primary;
  const look = (signal: AbortSignal) => stanzaOf({ exec, place: { stanza: task.stanza }, signal });
  const [, before] = await bothOf(
    task.signal,
    // After a failover pgBackRest refuses a backup until a checkpoint has completed.
    signal => rowsOf(exec, connection, 'checkpoint;', signal),
    look,
  );
  const annotations = { ...task.annotations, [ownerAnnotation]: task.owner };
  const labelled = [];
  // One after the other: a repository that is down fails the run only after those before it have their backups.
  for (const repository of task.repositories) {
    const place = placeOf(task, repository);
    labelled.push({ repository, place, label: await backUp({ ...task, annotations, exec, place, before }) });
  }
  const after = await look(task.signal);
  const made = labelled.map(({ repository, place, label }) => ({
    repository,
    backup: requireGoodBackup(after, place, label),
  }));
  for (const { repository, backup } of made) task.report(`${repository.name}: ${backupText(backup)}`);
  const counted = await countOn(
    task,
    members,
    connection,
    made.map(({ backup }) => backup.stopLsn),
  );
  const countedAt = task.now();
  task.report(
    `${task.name}: counted at ${formatLsn(counted.lsn)}; waiting until the WAL up to there is archived`,
  );
  // Each file that archive_command reports as archived now must be in every repository when they are proved.
  const [{ archived }] = await bothOf(
    task.signal,
    signal => askArchiver(exec, connection, signal),
    signal => archive({ ...task, signal }, exec),
  );
  const proved = await proveRepositories(task, members, archived, await look(task.signal), made);
  const lastOf = (name: string) => proved.find(({ repository }) => repository === name)?.read.last;
  return {
    database: {
      ...databaseOf(counted.inventory, {
        lsn: formatLsn(counted.lsn),
        timeline: counted.timeline,
        countedAt,
        segment: members.primary.segmentSize,
        backups: made.map(({ repository: { name }, backup: { label, size, repositoryCopied } }) => {
          const backup = { repository: name, label, original: size, stored: repositoryCopied };
          const whole = lastOf(name);
          return whole === undefined ? backup : { ...backup, whole };
        }),
      }),
      name: task.name,
    },
    backups: made.map(({ repository, backup }) => `${repository.name}: ${backupText(backup)}`),
    levelChecks: proved.flatMap(({ levelChecks }) => levelChecks),
    notes: [
      ...members.unreachable.map(each => `no answer from ${each}`),
      ...counted.notes,
      ...proved
        .filter(({ read }) => read.isRunning)
        .map(
          ({ repository }) =>
            `${repository}: the full read is still running, so nothing is removed from it; the next backup reports its result`,
        ),
      ...uncounted(task.name, counted.inventory, task.declared),
    ],
    deleteReadResult: async () => void (await Promise.all(proved.map(({ read }) => read.deleteReadResult()))),
    expire: async (sets, policy, spared) => {
      // The running read would report a removed file as missing.
      const isRead = proved.filter(({ read }) => read.isRunning).map(({ repository }) => repository);
      const untouched = new Set([...spared, ...isRead]);
      const { owner, signal, report } = task;
      const all: Expired[] = [];
      for (const { repository, backup } of made) {
        const { name, locked } = repository;
        const by: Deciding | undefined =
          sets === undefined || untouched.has(name)
            ? undefined
            : {
                owner,
                policy,
                made: backup.label,
                now: task.now(),
                needed: sets.labels.get(name) ?? new Set(),
                named: sets.named.get(name) ?? new Set(),
              };
        const place = placeOf(task, repository);
        all.push(await expireBackups({ exec, place, name, locked, by, signal, report }));
      }
      return allOf(all);
    },
  };
}

const placeOf = (
  { stanza }: Pick<DatabaseBackup, 'stanza'>,
  { number }: DatabaseBackup['repositories'][number],
): RepositoryName => ({ stanza, repository: number });

/** Plans and recovery targets rely on the declared archive settings. */
function requireArchiving({ name, archiveTimeout }: DatabaseBackup, { primary }: Members): void {
  if (archiveTimeout === undefined) return;
  const { archiveTimeout: real } = primary;
  if (real > 0 && real <= archiveTimeout) return;
  throw new UserError(
    `the database ${name} has archive_timeout ${real === 0 ? 'off' : formatDuration(real)}, but slipway.yml declares ${formatDuration(archiveTimeout)}`,
    'set archive_timeout in the database to the value of `archive-timeout`, or correct slipway.yml: the possible data loss depends on it',
  );
}

/** Counts on a streaming standby: only there does a count belong to an exact LSN. */
async function countOn(
  task: DatabaseBackup,
  { standbys, primary }: Members,
  connection: Connection,
  ends: readonly Lsn[],
) {
  const standby =
    standbys.find(({ pod }) => pod === task.leftPaused) ?? standbys.find(({ streams }) => streams);
  if (standby === undefined)
    throw new UserError(
      `the rows of the database ${task.name} cannot be counted: no standby streams WAL from ${primary.pod}`,
      'check why replication has stopped, or add a standby',
    );
  const notBefore = ends.find(end => ends.every(other => other <= end));
  return pausedInventory({
    exec: standby.exec,
    primary: primary.exec,
    synchronous: standby.synchronous,
    connection,
    sampling: { most: task.inventory },
    ...defined({ notBefore }),
    leftPaused: standby.pod === task.leftPaused,
    note: paused => task.note(paused ? standby.pod : undefined),
    patience: 120_000,
    sleep: task.sleep,
    signal: task.signal,
  });
}

/** Archives the WAL up to the count in every repository, and waits for it. */
async function archive({ stanza, signal, name }: DatabaseBackup, exec: Exec): Promise<void> {
  const answer = await exec(checkArguments({ stanza }), { signal });
  if (answer.code === 0) return;
  throw new UserError(
    `WAL of ${name} does not arrive in every repository (${answer.code ?? 'no exit code'}): ${pgbackrestFailure(answer)}`,
    'check archive_command, pg_stat_archiver and whether each repository can be reached',
  );
}
