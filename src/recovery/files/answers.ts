import { UserError } from '../../toolkit/errors.ts';
import { isMap, jsonIn, jsonMap, mapsIn, textsIn } from '../../toolkit/map.ts';
import { endingOf, type ProgramOutput } from '../../toolkit/program.ts';
import { withoutSecrets } from '../../toolkit/redaction.ts';
import { isSnapshotId, type ResticRepository } from './restic.ts';

/** Parses the output of restic: JSON lines on standard output, errors on standard error. */

export interface ResticSnapshot {
  /** 64 hexadecimal digits. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly folders: readonly string[];
  readonly tags: readonly string[];
}

interface BackupSummary {
  readonly snapshot: string;
  /** Number of regular files; links and folders do not count. */
  readonly files: number;
  readonly bytes: number;
  /** Bytes added to the repository, as they are stored there (compressed). */
  readonly added: number;
}

/** Parses the output of `snapshots`. @throws UserError when it is not a list of snapshots. */
export function parseSnapshots({ stdout }: ProgramOutput): ResticSnapshot[] {
  const list = jsonIn(stdout, cause => unreadable('a list of snapshots', cause));
  if (!Array.isArray(list)) throw unreadable('a list of snapshots');
  return mapsIn(list).map(({ id, time, hostname, paths, tags }) => {
    const at = Date.parse(String(time));
    if (typeof id !== 'string' || !isSnapshotId(id) || Number.isNaN(at)) throw unreadable('a snapshot');
    return { id, at, name: String(hostname), folders: textsIn(paths), tags: textsIn(tags) };
  });
}

/** Returns the summary of a backup; undefined when the output has none. */
export function parseBackupSummary({ stdout }: ProgramOutput): BackupSummary | undefined {
  const said = summaryIn(stdout);
  const { snapshot_id: snapshot, total_files_processed: files, total_bytes_processed: bytes } = said ?? {};
  if (typeof snapshot !== 'string' || !isSnapshotId(snapshot)) return undefined;
  const added = said?.data_added_packed ?? said?.data_added;
  return { snapshot, files: Number(files), bytes: Number(bytes), added: Number(added) };
}

/** Returns `41 % (12 MB of 30 MB)` for a progress line, `12 MB` where the total is unknown, and undefined for any other line. */
export function progressIn(line: string): string | undefined {
  const said = jsonMap(line);
  if (said?.message_type !== 'status') return undefined;
  const [done, all] = [Number(said.bytes_done ?? said.bytes_restored ?? 0), Number(said.total_bytes ?? 0)];
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  if (all === 0 && done >= 1e6) return megabytes(done);
  if (!(all > 0) || !(done < all)) return undefined;
  return `${Math.floor((100 * done) / all)} % (${megabytes(done)} of ${megabytes(all)})`;
}

/** Returns the errors that a check found; empty when the repository is intact. */
export function parseCheck(answer: ProgramOutput): string[] {
  const { code, stdout, stderr } = answer;
  const summary = summaryIn(stdout);
  const said = linesIn(stderr)
    .filter(each => each.message_type === 'error')
    .map(each => plain(each.message))
    // These lines are advice, not errors.
    .filter(text => text !== '' && !/^(The repository |restic repair|Damaged pack files)/.test(text));
  if (code === 0 && summary?.num_errors === 0 && said.length === 0) return [];
  if (said.length > 0) return said;
  return [messageOf(answer) || `restic check ${endingOf(code)} and printed no error`];
}

/** Returns how many files and bytes a restore wrote; undefined when the output has no summary. */
export function parseRestored({ stdout }: ProgramOutput): { files: number; bytes: number } | undefined {
  const said = summaryIn(stdout);
  if (said === undefined) return undefined;
  return { files: Number(said.files_restored ?? 0), bytes: Number(said.bytes_restored ?? 0) };
}

/** Returns the version of restic, such as `0.18.0`, or undefined. */
export function parseVersion({ stdout }: ProgramOutput): string | undefined {
  const version = linesIn(stdout).find(each => each.message_type === 'version')?.version;
  return typeof version === 'string' ? version : undefined;
}

/** Whether the exit codes and output of this version are the ones parsed here: 0.18, since which `check` prints its result as JSON. */
export const isKnownVersion = (version: string): boolean => /^0\.18(?!\d)/.test(version);

/** By exit code of restic (its manual, "Exit codes"). */
const meanings: Readonly<Record<number, readonly [problem: string, remedy: string]>> = {
  3: [
    'it could not read some of the files',
    'check that its user may read them; the incomplete backup does not count',
  ],
  10: [
    'there is no repository',
    'check its address; if there never was a repository, the first backup creates it',
  ],
  11: [
    'another process has locked the repository',
    'wait until that one has ended; the lock of a pod that died can be removed after 30 minutes, with `restic unlock`',
  ],
  12: ['the passphrase is wrong', 'use the passphrase that the repository was created with'],
  126: ['it is not installed', 'use an image with restic 0.18'],
  127: ['it is not installed', 'use an image with restic 0.18'],
};

export const exits = { none: 10, locked: 11, passphrase: 12 } as const;

/** Returns the error for a failed command, without secrets. @param what the action, such as `back up shop/files`. */
export function refused(repository: ResticRepository, what: string, answer: ProgramOutput): UserError {
  const { code } = answer;
  const [problem, remedy] = meanings[code ?? 0] ?? [
    `it ${endingOf(code)}`,
    'read its error, and check that the repository can be reached',
  ];
  const said = withoutSecrets(messageOf(answer), Object.values(repository.environment));
  return new UserError(
    `restic cannot ${what} (repository ${repository.name}): ${problem}${said === '' ? '' : ` (${said})`}`,
    remedy,
  );
}

/** Returns the first three errors on one line; empty when restic printed none. */
function messageOf({ stderr }: ProgramOutput): string {
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

/** Puts a message on one line. */
const plain = (message: unknown) =>
  String(message ?? '')
    .replace(/\s+/g, ' ')
    .trim();

const linesIn = (text: string) => mapsIn(text.split('\n').map(line => jsonMap(line)));

const summaryIn = (text: string) => linesIn(text).findLast(each => each.message_type === 'summary');

const unreadable = (what: string, cause?: unknown) =>
  new UserError(`the output of restic is not ${what}`, 'use restic 0.18', { cause });
