/**
 * Commands of restic 0.18, with output in JSON. Secrets, and the address, which may hold a password, go through standard input
 * into the environment, because every user of the machine can see the arguments of a process.
 */

export interface ResticRepository {
  /** The name in messages, such as `near`. */
  readonly name: string;
  /** As restic takes it: `s3:https://s3.example.com/backups/shop`, or a folder where restic runs. */
  readonly address: string;
  /** Environment of restic: `RESTIC_PASSWORD`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Path of the store's CA certificate, where restic runs. */
  readonly ca?: string | undefined;
  /**
   * Whether its storage forbids deletion. restic could not delete its locks there either, so it makes none (`--no-lock`). A person who
   * prunes such a repository must make sure that no other command runs.
   */
  readonly locked?: boolean | undefined;
}

/** A folder that is backed up. Its names must stay the same, because restic finds earlier snapshots by them. */
export interface BackedUpFolder {
  /** Such as `shop/attachments`, the namespace and the PVC. */
  readonly name: string;
  /** Where it is mounted; an absolute path without a slash at the end. */
  readonly folder: string;
}

export interface ResticCall {
  readonly command: readonly string[];
  /** For its standard input; secret. */
  readonly input: string;
}

/** Exports variables from standard input up to an empty line, without evaluating their values. */
const variables = 'while IFS= read -r line && [ -n "$line" ]; do export "$line"; done';
const script = `${variables}; exec "$@"`;

/** How often restic prints its progress, as frames per second. */
const pace = '0.2';

/**
 * Returns the command line and standard input of a call.
 * @param args from one of the functions below.
 * @param wait how long to wait for a lock, such as `5m`; default: fail at once.
 * @throws RangeError for an environment value of more than one line.
 */
export function restic(repository: ResticRepository, args: readonly string[], wait?: string): ResticCall {
  const { address, environment, ca, locked } = repository;
  const variables = { RESTIC_PROGRESS_FPS: pace, ...environment, RESTIC_REPOSITORY: address };
  const lines = Object.entries(variables).map(([name, value]) => {
    // A shell's `read` drops or ends at a NUL.
    if (!/^[A-Z][A-Z0-9_]*$/.test(name) || /[\n\0]/.test(value))
      throw new RangeError(`${name} cannot be given to restic: its value has more than one line`);
    return `${name}=${value}\n`;
  });
  const flags = [
    ...(ca === undefined ? [] : [`--cacert=${ca}`]),
    ...(locked === true ? ['--no-lock'] : wait === undefined ? [] : [`--retry-lock=${wait}`]),
  ];
  return {
    command: ['sh', '-ec', script, 'sh', 'restic', '--json', ...flags, ...args],
    input: `${lines.join('')}\n`,
  };
}

/**
 * Pipes the output of restic into another program. Fails when restic fails, even if the reader succeeds.
 * @param reader a constant shell command, such as `pg_restore`.
 */
export function resticInto(
  repository: ResticRepository,
  args: readonly string[],
  reader: string,
): ResticCall {
  const { command, input } = restic(repository, args, '5m');
  const [, , , , ...program] = command;
  const pipe = `failed=$(mktemp); { "$@" || echo $? > "$failed"; } | ${reader}
[ ! -s "$failed" ] || { echo "restic exited with code $(cat "$failed")" >&2; exit 1; }`;
  return { command: ['sh', '-ec', `${variables}\n${pipe}`, 'sh', ...program], input };
}

export const version = ['version'] as const;

/** Creates an empty repository; restic refuses where one exists. */
export const init = ['init'] as const;

/** Removes stale locks: those of this machine whose process has ended, and others after 30 minutes. */
export const unlock = ['unlock'] as const;

/**
 * Backs up a folder.
 * @param tags such as the run that made it; no secrets.
 * @throws RangeError for a tag with a comma, which restic would split, and for an invalid folder.
 */
export function backup(source: BackedUpFolder, tags: readonly string[]): string[] {
  const folder = checkedFolder(source.folder);
  return [
    'backup',
    `--host=${checkedName(source.name)}`,
    ...tagged(tags),
    // The file system creates it, and only root may read it.
    `--exclude=${folder.replace(/[\\*?[]/g, '\\$&')}/lost+found`,
    '--',
    folder,
  ];
}

/**
 * Backs up the output of a command as one file. restic makes no snapshot when the command fails.
 * @throws RangeError as `backup` does.
 */
export function backupOutput(
  source: BackedUpFolder,
  command: readonly string[],
  tags: readonly string[],
): string[] {
  return [
    'backup',
    `--host=${checkedName(source.name)}`,
    ...tagged(tags),
    `--stdin-filename=${checkedFolder(source.folder)}`,
    '--stdin-from-command',
    '--',
    ...command,
  ];
}

function tagged(tags: readonly string[]): string[] {
  return tags.map(tag => {
    if (!/^[^,\n\0]+$/.test(tag)) throw new RangeError(`"${tag}" is not a valid tag of restic`);
    return `--tag=${tag}`;
  });
}

/** Prints a file of a snapshot. */
export const dump = (snapshot: string, file: string): string[] => [
  'dump',
  checkedId(snapshot),
  checkedFolder(file),
];

/** Lists snapshots. Without a lock: restic skips snapshots that are deleted meanwhile, and no run waits for an exclusive lock. */
export const snapshots = ({ name }: Pick<BackedUpFolder, 'name'>): string[] => [
  ...['snapshots', '--no-lock'],
  `--host=${checkedName(name)}`,
];

/** A part of the data in the repository; restic divides its packs by their names. */
export interface Subset {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** Returns another part each week, so that all data is read within `of` weeks. @param now milliseconds since 1970. */
export function subsetOfWeek(now: number, of = 52): Subset {
  return { part: (Math.floor(now / (7 * 86_400_000)) % of) + 1, of };
}

/** Checks the structure of the repository and reads a part of its data, because a check of the structure finds no flipped bits. */
export const check = ({ part, of }: Subset): string[] => ['check', `--read-data-subset=${part}/${of}`];

/**
 * Restores a folder into another one, and verifies what was written.
 * `replace`: changed files are overwritten, and files that are not in the backup are deleted.
 */
export function restore({ snapshot, folder, into, replace }: RestoreRequest): string[] {
  return [
    'restore',
    `${checkedId(snapshot)}:${checkedFolder(folder)}`,
    `--target=${checkedFolder(into)}`,
    '--verify',
    // `always`, because a file with the right time may still have wrong content.
    ...(replace ? ['--overwrite=always', '--delete', '--exclude=/lost+found'] : ['--overwrite=never']),
  ];
}

interface RestoreRequest {
  readonly snapshot: string;
  /** Where it was mounted during the backup. */
  readonly folder: string;
  readonly into: string;
  readonly replace: boolean;
}

/** Deletes snapshots by their full IDs: retention is decided here, not by restic. restic skips those that do not exist. */
export const forget = (ids: readonly string[]): string[] => ['forget', '--', ...ids.map(checkedId)];

/** Deletes data that no snapshot needs any more. */
export const prune = ['prune'] as const;

export const isSnapshotId = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

function checkedId(text: string): string {
  if (isSnapshotId(text)) return text;
  throw new RangeError(`"${text}" is not the full ID of a snapshot`);
}

function checkedName(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,252}$/.test(name)) return name;
  throw new RangeError(`"${name}" is not a valid name of a source`);
}

/** Returns the folder. @throws RangeError when it is not an absolute path. */
export function checkedFolder(folder: string): string {
  const parts = folder.split('/').slice(1);
  const whole = folder.startsWith('/') && parts.every(each => each !== '' && each !== '.' && each !== '..');
  if (whole && !/[\n\0]/.test(folder)) return folder;
  throw new RangeError(`"${folder}" is not an absolute path of a folder`);
}
