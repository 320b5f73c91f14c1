import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import { bothOf, mapOf } from '../../toolkit/parallel.ts';
import type { Rung } from '../ladder.ts';
import type { LastingPlace } from '../lasting.ts';
import type { Database } from '../manifest.ts';
import type { RetentionPolicy } from '../retention.ts';
import { askArchiver } from './archiver.ts';
import { backUp, backupText, demandGood, stanzaOf } from './backing-up.ts';
import type { Exec } from './exec.ts';
import { type Deciding, type Expired, expireBackups, ownerAnnotation } from './expiring.ts';
import type { Backup, Stanza } from './info.ts';
import { databaseOf, uncounted } from './inventory.ts';
import type { Members } from './members.ts';
import { check, failureIn, type RepositoryName } from './pgbackrest.ts';
import { proveRepository } from './proving.ts';
import { type Connection, rowsOf } from './sql.ts';
import { pausedInventory } from './standby.ts';
import { readBack } from './verifying.ts';
import { formatLsn, type Lsn } from './wal.ts';

/**
 * The backup of one database in all its repositories, with what it holds, and with the proof that it is whole there. What is too old is
 * taken away when the set is written.
 */

export interface DatabaseBackup {
  /** In slipway.yml. */
  readonly name: string;
  readonly stanza: string;
  readonly database: string;
  /** Databases of this stanza that slipway.yml declares. */
  readonly declared: readonly string[];
  /** Its pods, and who of them is the primary. */
  readonly members: Members;
  readonly repositories: readonly {
    readonly name: string;
    readonly number: number;
    /** For how long nobody can delete what is written there; ms. */
    readonly locked: number | undefined;
  }[];
  readonly type: 'auto' | 'full' | 'incremental';
  /** How old the newest full backup may be, and the newest of any kind; ms. */
  readonly full: number;
  readonly incremental: number;
  /** What slipway.yml says of `archive_timeout`, and how long a segment may take to a repository; ms. */
  readonly archiveTimeout: number | undefined;
  readonly archiveLag: number;
  /** About how many bytes of each table are read to count what it holds. */
  readonly inventory: number;
  /** How often all of a repository is read back; ms. */
  readonly verify: number;
  /** When the last such read of each repository began that found it right, by its name; ms since 1970. */
  readonly readBackAt: ReadonlyMap<string, number>;
  /** Where commands of ours live on in a pod. */
  placeIn(pod: string): Pick<LastingPlace, 'folder' | 'gone'>;
  /** Whose backups they are; noted with each of them. */
  readonly owner: string;
  /** Noted with each backup besides. */
  readonly annotations: Readonly<Record<string, string>>;
  /** The pod whose replay a run before has paused and not resumed. */
  readonly leftPaused: string | undefined;
  /** Notes which pod's replay is paused, before and after. */
  note(pod: string | undefined): Promise<void>;
  readonly signal: AbortSignal;
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

export interface MadeBackup {
  /** For the manifest. */
  readonly database: Database;
  /** One sentence for each repository. */
  readonly backups: readonly string[];
  readonly rungs: readonly Rung[];
  readonly notes: readonly string[];
  /** Once a set says what was read back: takes away in the pod what says so there. */
  forget(): Promise<void>;
  /**
   * Takes away what the policy lets go, unless a set needs it, and looks at the disk of each repository.
   * @param sets what they say; without it nobody can tell what is needed, and nothing is removed.
   * @param spared names of repositories from which nothing is removed now.
   */
  expire(sets: SetLabels | undefined, policy: RetentionPolicy, spared: ReadonlySet<string>): Promise<Expired>;
}

/** Labels of backups, by the name of the repository. */
export interface SetLabels {
  /** Those that the sets which stay are restored from. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those that sets of ours name, whether these stay or go. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * @throws {UserError} when it cannot be made or counted. What is found wrong with a repository stands in the rungs.
 */
export async function backUpDatabase(task: DatabaseBackup): Promise<MadeBackup> {
  const connection = { database: task.database };
  const { members } = task;
  demandArchiving(task, members);
  const { exec } = members.primary;
  const look = (signal: AbortSignal) => stanzaOf({ exec, place: { stanza: task.stanza }, signal });
  const [, before] = await bothOf(
    task.signal,
    // After a failover pgBackRest refuses until there was one.
    signal => rowsOf(exec, connection, 'checkpoint;', signal),
    look,
  );
  const annotations = { ...task.annotations, [ownerAnnotation]: task.owner };
  const labelled = [];
  // One that is down, or a damaged page, comes to light when the backups before it are made.
  for (const repository of task.repositories) {
    const place = placeOf(task, repository);
    labelled.push({ repository, place, label: await backUp({ ...task, annotations, exec, place, before }) });
  }
  const after = await look(task.signal);
  const made = labelled.map(({ repository, place, label }) => ({
    repository,
    backup: demandGood(after, place, label),
  }));
  for (const { repository, backup } of made) task.report(`${repository.name}: ${backupText(backup)}`);
  const counted = await countOn(
    task,
    members,
    connection,
    made.map(({ backup }) => backup.stopLsn),
  );
  task.report(`${task.name}: counted at ${formatLsn(counted.lsn)}; waiting for the WAL up to there`);
  // What it was told to be archived has to be in every repository from then on.
  const [{ archived }] = await bothOf(
    task.signal,
    signal => askArchiver(exec, connection, signal),
    signal => archive({ ...task, signal }, exec),
  );
  const proved = await prove(task, members, archived, await look(task.signal), made);
  const lastOf = (name: string) => proved.find(({ repository }) => repository === name)?.read.last;
  return {
    database: {
      ...databaseOf(counted.inventory, {
        lsn: formatLsn(counted.lsn),
        timeline: counted.timeline,
        segment: members.primary.segmentSize,
        backups: made.map(({ repository: { name }, backup: { label } }) => {
          const whole = lastOf(name);
          return { repository: name, label, ...(whole === undefined ? {} : { whole }) };
        }),
      }),
      name: task.name,
    },
    backups: made.map(({ repository, backup }) => `${repository.name}: ${backupText(backup)}`),
    rungs: proved.flatMap(({ rungs }) => rungs),
    notes: [
      ...members.silent.map(each => `no answer from ${each}`),
      ...counted.notes,
      ...proved
        .filter(({ read }) => read.goesOn)
        .map(
          ({ repository }) =>
            `${repository}: all of it is still being read back, and nothing is removed from it; the next backup says what came of it`,
        ),
      ...uncounted(task.name, counted.inventory, task.declared),
    ],
    forget: async () => void (await Promise.all(proved.map(({ read }) => read.forget()))),
    expire: async (sets, policy, spared) => {
      // What is removed while it is read would be missing there.
      const isRead = proved.filter(({ read }) => read.goesOn).map(({ repository }) => repository);
      return expireOld(task, exec, made, { sets, policy, spared: new Set([...spared, ...isRead]) });
    },
  };
}

const placeOf = (
  { stanza }: Pick<DatabaseBackup, 'stanza'>,
  { number }: DatabaseBackup['repositories'][number],
): RepositoryName => ({ stanza, repository: number });

/** What is declared of the archive, plans and targets rest upon. */
function demandArchiving({ name, archiveTimeout }: DatabaseBackup, { primary }: Members): void {
  if (archiveTimeout === undefined) return;
  const { archiveTimeout: real } = primary;
  if (real > 0 && real <= archiveTimeout) return;
  throw new UserError(
    `the database ${name} has archive_timeout ${real === 0 ? 'off' : formatDuration(real)}, and slipway.yml says ${formatDuration(archiveTimeout)}`,
    'set it in the database to what `archive-timeout` says, or correct slipway.yml: what may be lost depends on it',
  );
}

/** On a standby that receives the log: only there a count is true of a place in it. */
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
      `no standby of ${task.name} receives the log of ${primary.pod}, and only on one what the backup holds can be counted`,
      'see why replication stands still, or add a standby',
    );
  const notBefore = ends.find(end => ends.every(other => other <= end));
  return pausedInventory({
    ...{ exec: standby.exec, primary: primary.exec, synchronous: standby.synchronous },
    ...{ connection, sampling: { most: task.inventory } },
    ...(notBefore === undefined ? {} : { notBefore }),
    leftPaused: standby.pod === task.leftPaused,
    note: paused => task.note(paused ? standby.pod : undefined),
    patience: 120_000,
    sleep: async milliseconds => void (await task.sleep(milliseconds)),
    signal: task.signal,
  });
}

/** Pushes what was counted into every repository, and waits until it is there. */
async function archive({ stanza, signal, name }: DatabaseBackup, exec: Exec): Promise<void> {
  const answer = await exec(check({ stanza }), { signal });
  if (answer.code === 0) return;
  throw new UserError(
    `WAL of ${name} does not arrive in every repository (${answer.code ?? 'ended'}): ${failureIn(answer)}`,
    'see archive_command, pg_stat_archiver and whether each repository can be reached',
  );
}

/** What each repository is worth, and how often all of it was read back. */
async function prove(
  task: DatabaseBackup,
  members: Members,
  archived: string | undefined,
  stanza: Stanza,
  made: readonly { readonly repository: { readonly name: string }; readonly backup: Backup }[],
) {
  const { name, repositories, signal, now, report, readBackAt, verify: every } = task;
  const { exec, segmentSize, pod } = members.primary;
  const worker: LastingPlace = { exec, ...task.placeIn(pod), report, sleep: task.sleep };
  report(`${name}: verifying ${repositories.map(each => each.name).join(' and ')}`);
  return mapOf(repositories, repositories.length, async repository => {
    const place = placeOf(task, repository);
    const label = made.find(each => each.repository === repository)?.backup.label ?? '';
    const last = readBackAt.get(repository.name);
    const reading = readBack({
      ...{ place, pod: worker, label, stanza, every, last, signal, now },
      name: `repository ${repository.number}`,
    });
    const rungs = await proveRepository({
      ...{ exec, place, size: segmentSize, archived, signal, now },
      files: reading.then(read => read.rungs),
      limits: { backup: task.incremental, wal: (task.archiveTimeout ?? task.incremental) + task.archiveLag },
      stanza,
    });
    return {
      ...{ repository: repository.name, read: await reading },
      rungs: rungs.map(each => ({ ...each, what: `${repository.name}: ${each.what}` })),
    };
  });
}

async function expireOld(
  task: DatabaseBackup,
  exec: Exec,
  made: readonly {
    readonly repository: DatabaseBackup['repositories'][number];
    readonly backup: { readonly label: string };
  }[],
  {
    sets,
    policy,
    spared,
  }: {
    readonly sets: SetLabels | undefined;
    readonly policy: RetentionPolicy;
    readonly spared: ReadonlySet<string>;
  },
): Promise<Expired> {
  const { owner, signal, report } = task;
  const all: Expired[] = [];
  for (const { repository, backup } of made) {
    const { name, locked } = repository;
    const by: Deciding | undefined =
      sets === undefined || spared.has(name)
        ? undefined
        : {
            ...{ owner, policy, made: backup.label, now: task.now() },
            needed: sets.labels.get(name) ?? new Set(),
            named: sets.named.get(name) ?? new Set(),
          };
    const place = placeOf(task, repository);
    all.push(await expireBackups({ exec, place, name, locked, by, signal, report }));
  }
  return {
    problems: all.flatMap(({ problems }) => problems),
    notes: all.flatMap(({ notes }) => notes),
  };
}
