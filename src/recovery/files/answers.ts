import { UserError } from '../../toolkit/errors.ts';
import { isMap, jsonMap, mapsIn, textsIn } from '../../toolkit/map.ts';
import type { Answer } from '../../toolkit/program.ts';
import { withoutSecrets } from '../../toolkit/secrecy.ts';
import { isSnapshotId, type Repository } from './restic.ts';

/** What restic answers; a line each in JSON, and its errors on the other stream. */

export interface Snapshot {
  /** 64 hexadecimal digits. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly folders: readonly string[];
  readonly tags: readonly string[];
}

export interface Backed {
  readonly snapshot: string;
  /** Files, and bytes in them; links and folders do not count. */
  readonly files: number;
  readonly bytes: number;
  /** Bytes that were not in the repository yet, as they are stored. */
  readonly added: number;
}

/** @throws UserError for what is no list of snapshots. */
export function parseSnapshots({ stdout }: Answer): Snapshot[] {
  let list: unknown;
  try {
    list = JSON.parse(stdout);
  } catch (cause) {
    throw unreadable('a list of snapshots', cause);
  }
  if (!Array.isArray(list)) throw unreadable('a list of snapshots');
  return mapsIn(list).map(({ id, time, hostname, paths, tags }) => {
    const at = Date.parse(String(time));
    if (typeof id !== 'string' || !isSnapshotId(id) || Number.isNaN(at)) throw unreadable('a snapshot');
    return { id, at, name: String(hostname), folders: textsIn(paths), tags: textsIn(tags) };
  });
}

/** What a backup came to; undefined when it does not say so. */
export function parseBacked({ stdout }: Answer): Backed | undefined {
  const said = linesIn(stdout).findLast(each => each.message_type === 'summary');
  const { snapshot_id: snapshot, total_files_processed: files, total_bytes_processed: bytes } = said ?? {};
  if (typeof snapshot !== 'string' || !isSnapshotId(snapshot)) return undefined;
  const added = said?.data_added_packed ?? said?.data_added;
  return { snapshot, files: Number(files), bytes: Number(bytes), added: Number(added) };
}

/** `41 % (12 MB of 30 MB)`, of a line about progress, and `12 MB` where nobody knows of how many; undefined for any other. */
export function progressIn(line: string): string | undefined {
  const said = jsonMap(line);
  if (said?.message_type !== 'status') return undefined;
  const [done, all] = [Number(said.bytes_done ?? said.bytes_restored ?? 0), Number(said.total_bytes ?? 0)];
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  if (all === 0 && done >= 1e6) return megabytes(done);
  if (!(all > 0) || !(done < all)) return undefined;
  return `${Math.floor((100 * done) / all)} % (${megabytes(done)} of ${megabytes(all)})`;
}

/** What a check has against the repository; nothing when it is whole. */
export function parseCheck(answer: Answer): string[] {
  const { code, stdout, stderr } = answer;
  const summary = linesIn(stdout).findLast(each => each.message_type === 'summary');
  const said = linesIn(stderr)
    .filter(each => each.message_type === 'error')
    .map(each => plain(each.message))
    // What follows is advice.
    .filter(text => text !== '' && !/^(The repository |restic repair|Damaged pack files)/.test(text));
  if (code === 0 && summary?.num_errors === 0 && said.length === 0) return [];
  if (said.length > 0) return said;
  return [messageOf(answer) || `restic check ended with ${code ?? 'a signal'} and said nothing`];
}

/** Bytes and files of a restore; undefined when it does not say so. */
export function parseRestored({ stdout }: Answer): { files: number; bytes: number } | undefined {
  const said = linesIn(stdout).findLast(each => each.message_type === 'summary');
  if (said === undefined) return undefined;
  return { files: Number(said.files_restored ?? 0), bytes: Number(said.bytes_restored ?? 0) };
}

/** `0.18.0`, or undefined. */
export function parseVersion({ stdout }: Answer): string | undefined {
  const version = linesIn(stdout).find(each => each.message_type === 'version')?.version;
  return typeof version === 'string' ? version : undefined;
}

/** Whether its exit codes and answers are those that are known here. */
export function isKnownVersion(version: string): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) === 0 && Number(minor) >= 17 && Number(minor) <= 18;
}

/** Exit codes of restic (its manual, "Exit codes"). */
const meanings: Readonly<Record<number, readonly [problem: string, remedy: string]>> = {
  3: [
    'could not read some of the files',
    'see whether its user may read them; what it has made does not count',
  ],
  10: ['finds no repository there', 'see its address, or let it be made when there never was one'],
  11: [
    'finds the repository locked by another one',
    'wait for that one; a lock that a lost pod has left goes by itself after 30 minutes, and by `restic unlock` then',
  ],
  12: ['cannot open the repository with this passphrase', 'take the one that it was made with'],
  126: ['is not there', 'put restic 0.17 or 0.18 into the image'],
  127: ['is not there', 'put restic 0.17 or 0.18 into the image'],
};

export const exits = { partial: 3, none: 10, locked: 11, passphrase: 12 } as const;

/** The error for an answer that is none, without anything secret. @param what such as `back up shop/files`. */
export function refused(repository: Repository, what: string, answer: Answer): UserError {
  const { code } = answer;
  const [problem, remedy] = meanings[code ?? 0] ?? [
    `ended with ${code ?? 'a signal'}`,
    'see what it says, and whether the repository can be reached',
  ];
  const said = withoutSecrets(messageOf(answer), Object.values(repository.environment));
  return new UserError(
    `restic cannot ${what} in ${repository.name}: it ${problem}${said === '' ? '' : ` (${said})`}`,
    remedy,
  );
}

/** Its first errors, on one line; empty when it said nothing. */
function messageOf({ stderr }: Answer): string {
  const said = stderr.split('\n').map(line => {
    const map = jsonMap(line);
    if (map === undefined) return plain(line);
    const { error, item } = map;
    const message = plain(isMap(error) ? error.message : map.message);
    return typeof item === 'string' && !message.includes(item) ? `${plain(item)}: ${message}` : message;
  });
  const all = said.filter(line => line !== '');
  const more = all.length > 3 ? `, and ${all.length - 3} more lines` : '';
  return `${all.slice(0, 3).join('; ')}${more}`.slice(0, 500);
}

/** A message on one line. */
const plain = (message: unknown) =>
  String(message ?? '')
    .replace(/\s+/g, ' ')
    .trim();

const linesIn = (text: string) =>
  text
    .split('\n')
    .map(line => jsonMap(line))
    .filter(each => each !== undefined);

const unreadable = (what: string, cause?: unknown) =>
  new UserError(`restic answers something else than ${what}`, 'take restic 0.17 or 0.18', { cause });
