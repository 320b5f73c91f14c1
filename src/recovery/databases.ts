import type { Recovery } from '../config/recovery.ts';
import type { BackupTask } from './backup.ts';
import { dataMount } from './data-mount.ts';
import { backUpDatabase, type DatabaseBackup, type MadeBackup } from './postgres/database-backup.ts';
import { type Members, membersOf } from './postgres/members.ts';
import { readBackBefore } from './read-back.ts';

/** Finds and backs up the databases in the cluster, as slipway.yml declares them. */

/** A database with its pods, and which of them is the primary. */
interface FoundDatabase extends Awaited<ReturnType<BackupTask['podsOf']>> {
  readonly name: string;
  readonly declared: Recovery['databases'][string];
  readonly members: Members;
  readonly pvc: string | undefined;
}

/** Finds the primary of each database, and the PVC of its data. */
export async function findDatabases({ recovery, podsOf, signal }: BackupTask): Promise<FoundDatabase[]> {
  const all = [];
  for (const [name, declared] of Object.entries(recovery.databases)) {
    const found = await podsOf(name);
    const members = await membersOf(found.pods, { database: declared.database }, signal);
    // The backups of the database cover this PVC.
    const pvc = dataMount(found.workload, declared.container, members.primary.data)?.pvc;
    all.push({ ...found, name, declared, members, pvc });
  }
  return all;
}

/** Backs up each database in turn. @throws {UserError} when one cannot be backed up or counted. */
export async function backUpDatabases(
  task: BackupTask,
  found: readonly FoundDatabase[],
): Promise<MadeBackup[]> {
  const all = [];
  const before = await readBackBefore(task);
  for (const each of found)
    all.push(await backUpDatabase(orderFor(each, task, before.get(each.name) ?? new Map())));
  return all;
}

function orderFor(
  { name, declared, members, leftPaused, note, placeIn }: FoundDatabase,
  { owner, recovery, type, annotations, signal, now, sleep, report }: BackupTask,
  readBackAt: DatabaseBackup['readBackAt'],
): DatabaseBackup {
  const { repositories, databases } = recovery;
  return {
    owner: `${owner.app}/${owner.environment}`,
    name,
    type,
    annotations,
    signal,
    now,
    sleep,
    report,
    members,
    leftPaused,
    note,
    stanza: declared.stanza,
    database: declared.database,
    declared: Object.values(databases)
      .filter(({ stanza }) => stanza === declared.stanza)
      .map(({ database }) => database),
    repositories: declared.to.map(each => ({
      name: each,
      number: repositories[each]?.pgbackrest ?? 0,
      locked: repositories[each]?.locked,
    })),
    full: declared.full,
    incremental: declared.incremental,
    archiveTimeout: declared['archive-timeout'],
    archiveLag: declared['archive-lag'],
    inventory: declared.inventory,
    verify: declared.verify,
    readBackAt,
    placeIn,
  };
}
