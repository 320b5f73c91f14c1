import { UserError } from '../../toolkit/errors.ts';
import { isMap, jsonIn, mapsIn, textMap, textsIn } from '../../toolkit/map.ts';
import { printable } from '../../toolkit/printable.ts';
import { type Lsn, parseLsn } from './wal.ts';

/** Reads the output of `pgbackrest info --output=json`, 2.45 to 2.59. Keys: src/command/info/info.c of pgBackRest. */

export interface Stanza {
  readonly name: string;
  readonly status: Status;
  readonly repositories: readonly Repository[];
  /** Oldest first. */
  readonly backups: readonly PostgresBackup[];
  readonly archives: readonly Archive[];
  readonly lock: Lock;
}

interface Status {
  /** 0: good; 2: no backups; 4: repositories differ; 6: no such backup; 99: unreadable. */
  readonly code: number;
  readonly message: string;
}

interface Repository {
  readonly key: number;
  /** `none`, or the cipher. */
  readonly cipher: string;
  readonly status: Status;
}

export interface PostgresBackup {
  readonly label: string;
  readonly type: 'full' | 'diff' | 'incr';
  /** Label of the backup that it is based on; absent for a full one. */
  readonly prior?: string;
  /** Labels of all backups that hold files of this one. */
  readonly reference: readonly string[];
  /** Key of the repository. */
  readonly repository: number;
  readonly databaseId: number;
  /** ms since 1970; pgBackRest records whole seconds, rounded down. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly startLsn: Lsn;
  /** A restored copy is consistent from here on. */
  readonly stopLsn: Lsn;
  /** Names of the first and the last segment needed for that; null if none is, as in a backup of a stopped server. */
  readonly startWal: string | null;
  readonly stopWal: string | null;
  /** Bytes of the database. */
  readonly size: number;
  /** Bytes copied for this backup, as they are in the repository, compressed. */
  readonly repositoryCopied: number;
  /** Whether pages with wrong checksums were copied; absent if checksums were not verified. */
  readonly damaged?: boolean;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface Archive {
  /** Its folder in the repository: `17-1`. */
  readonly id: string;
  readonly repository: number;
  readonly databaseId: number;
}

interface Lock {
  /** Whether a backup or an expiry is running in one of the requested repositories. */
  readonly held: boolean;
  /** Progress of the running backup in bytes; absent without one, or if pgBackRest does not report it. */
  readonly progress?: { readonly done: number; readonly of: number };
}

/**
 * Reads the stanza with this name. pgBackRest lists a stanza that no repository has as one without backups.
 * @throws {UserError} when the text is not such JSON, or the stanza is not in it.
 */
export function parseInfo(text: string, name: string): Stanza {
  const stanza = mapsIn(jsonOf(text)).find(each => each.name === name);
  if (stanza === undefined) throw unreadable(`the stanza ${name} is not in it`);
  const status = statusOf(stanza.status);
  return {
    name,
    status,
    repositories: mapsIn(stanza.repo).map(each => ({
      key: numberAt(each.key, 'repo.key'),
      cipher: textAt(each.cipher, 'repo.cipher'),
      status: statusOf(each.status),
    })),
    backups: mapsIn(stanza.backup)
      .map(backupOf)
      .sort((a, b) => a.endedAt - b.endedAt || (a.label < b.label ? -1 : 1)),
    archives: mapsIn(stanza.archive).map(archiveOf),
    lock: lockOf(stanza.status),
  };
}

/** Returns why a repository cannot be read, on one line; undefined if it can. `info` succeeds and lists it as empty. */
export function unreadIn({ repositories }: Stanza, repository: number): string | undefined {
  const status = repositories.find(({ key }) => key === repository)?.status;
  if (status?.code !== 99) return undefined;
  return printable(status.message.replaceAll(/\s+/g, ' ')).slice(0, 300);
}

/**
 * Checks that a repository can be read.
 * @param so the consequence if it cannot, for the error.
 * @throws {UserError} when the repository cannot be read, with the reason.
 */
export function requireRead(stanza: Stanza, repository: number, so?: string): void {
  const unread = unreadIn(stanza, repository);
  if (unread === undefined) return;
  throw new UserError(
    `repository ${repository} of ${stanza.name} cannot be read${so === undefined ? '' : `, so ${so}`}: ${unread}`,
    'check its address and credentials, and whether its passphrase is the one that it was created with',
  );
}

/** Returns all backups needed to restore one, itself first. Undefined if one is missing. */
export function chainOf({ backups }: Stanza, backup: PostgresBackup): readonly PostgresBackup[] | undefined {
  const needed = new Set([...backup.reference, ...(backup.prior === undefined ? [] : [backup.prior])]);
  const chain = [backup];
  for (const label of needed) {
    const found = backups.find(
      each =>
        each.label === label &&
        each.repository === backup.repository &&
        each.databaseId === backup.databaseId,
    );
    if (found === undefined) return undefined;
    if (!chain.includes(found)) chain.push(found);
  }
  return chain;
}

/** Returns the newest backup of a repository that has its complete chain and no damaged pages. */
export function newestGood(stanza: Stanza, repository: number): PostgresBackup | undefined {
  return stanza.backups.findLast(
    each => each.repository === repository && each.damaged !== true && chainOf(stanza, each) !== undefined,
  );
}

function backupOf(value: Readonly<Record<string, unknown>>): PostgresBackup {
  const part = (key: string) => mapIn(value, key);
  const label = textAt(value.label, 'backup.label');
  const place = (key: 'start' | 'stop') => {
    const lsn = parseLsn(String(part('lsn')[key]));
    if (lsn === undefined) throw unreadable(`the backup ${label} has no ${key} LSN`);
    return lsn;
  };
  const { type, prior, error } = value;
  if (type !== 'full' && type !== 'diff' && type !== 'incr')
    throw unreadable(`the backup ${label} has the unknown type ${type}`);
  const seconds = (key: 'start' | 'stop') =>
    numberAt(part('timestamp')[key], `backup.timestamp.${key}`) * 1000;
  return {
    label,
    type,
    ...(typeof prior === 'string' ? { prior } : {}),
    reference: textsIn(value.reference),
    repository: numberAt(part('database')['repo-key'], 'backup.database.repo-key'),
    databaseId: numberAt(part('database').id, 'backup.database.id'),
    startedAt: seconds('start'),
    endedAt: seconds('stop'),
    startLsn: place('start'),
    stopLsn: place('stop'),
    startWal: textOrNull(part('archive').start),
    stopWal: textOrNull(part('archive').stop),
    size: numberAt(part('info').size, 'backup.info.size'),
    repositoryCopied: numberAt(mapIn(part('info'), 'repository').delta, 'backup.info.repository.delta'),
    ...(typeof error === 'boolean' ? { damaged: error } : {}),
    annotations: textMap(value.annotation),
  };
}

function archiveOf(value: Readonly<Record<string, unknown>>): Archive {
  const database = mapIn(value, 'database');
  return {
    id: textAt(value.id, 'archive.id'),
    repository: numberAt(database['repo-key'], 'archive.database.repo-key'),
    databaseId: numberAt(database.id, 'archive.database.id'),
  };
}

function statusOf(value: unknown): Status {
  if (!isMap(value)) throw unreadable('a status is missing');
  return { code: numberAt(value.code, 'status.code'), message: textAt(value.message, 'status.message') };
}

function lockOf(status: unknown): Lock {
  const lock = isMap(status) ? mapIn(mapIn(status, 'lock'), 'backup') : {};
  const { held, size, 'size-cplt': done } = lock;
  return {
    held: held === true,
    ...(typeof size === 'number' && typeof done === 'number' ? { progress: { done, of: size } } : {}),
  };
}

function jsonOf(text: string): unknown {
  // pgBackRest quotes a file that it cannot decrypt with raw control characters, which JSON does not allow.
  const plain = text.replaceAll(/[^\P{Cc}\n\r\t]/gu, '?');
  return jsonIn(plain, cause => unreadable('it is not JSON', cause));
}

const mapIn = (value: Readonly<Record<string, unknown>>, key: string) => {
  const found = value[key];
  return isMap(found) ? found : {};
};

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

function textAt(value: unknown, key: string): string {
  if (typeof value !== 'string') throw unreadable(`${key} is missing`);
  return value;
}

function numberAt(value: unknown, key: string): number {
  if (!Number.isSafeInteger(value)) throw unreadable(`${key} is missing`);
  return Number(value);
}

const unreadable = (problem: string, cause?: unknown) =>
  new UserError(
    `the output of pgbackrest info cannot be read: ${problem}`,
    'run pgbackrest info --output=json in the pod of the database and check its output',
    { cause },
  );
