/**
 * Commands of restic, 0.17 and 0.18, with answers in JSON. What is secret, and the address, which may hold a password, goes by standard
 * input into the environment: everybody on the machine sees the arguments of a process.
 */

export interface Repository {
  /** For sentences, such as `near`. */
  readonly name: string;
  /** As restic takes it: `s3:https://s3.example.com/backups/shop`, or a folder where restic runs. */
  readonly address: string;
  /** What restic reads in its environment: `RESTIC_PASSWORD`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Path of the certificate of the store's authority, where restic runs. */
  readonly authority?: string | undefined;
  /** Nothing can be deleted there, locks neither: so there are none. Whoever tidies up there sees to it that nobody else is at work. */
  readonly locked?: boolean | undefined;
}

/** What is backed up, by names that stay the same: by these restic finds what is there already. */
export interface Source {
  /** Such as `shop/attachments`, the namespace and the PVC. */
  readonly name: string;
  /** Where it is mounted; with `/` before it and none after it. */
  readonly folder: string;
}

export interface Call {
  readonly command: readonly string[];
  /** For its standard input; secret. */
  readonly input: string;
}

/** Nothing of it is ever evaluated. It ends at an empty line. */
const variables = 'while IFS= read -r line && [ -n "$line" ]; do export "$line"; done';
const script = `${variables}; exec "$@"`;

/** Between two lines about the progress of a backup, as frames per second. */
const pace = '0.2';

/**
 * How restic is called.
 * @param args of one of the commands below.
 * @param wait how long for another one that holds a lock, such as `5m`; else it refuses at once.
 * @throws RangeError for a value of more than a line.
 */
export function restic(repository: Repository, args: readonly string[], wait?: string): Call {
  const { address, environment, authority, locked } = repository;
  const variables = { RESTIC_PROGRESS_FPS: pace, ...environment, RESTIC_REPOSITORY: address };
  const lines = Object.entries(variables).map(([name, value]) => {
    // A NUL ends what a shell reads.
    if (!/^[A-Z][A-Z0-9_]*$/.test(name) || /[\n\0]/.test(value))
      throw new RangeError(`${name} cannot be given to restic: its value has more than a line`);
    return `${name}=${value}\n`;
  });
  const flags = [
    ...(authority === undefined ? [] : [`--cacert=${authority}`]),
    ...(locked === true ? ['--no-lock'] : wait === undefined ? [] : [`--retry-lock=${wait}`]),
  ];
  return {
    command: ['sh', '-ec', script, 'sh', 'restic', '--json', ...flags, ...args],
    input: `${lines.join('')}\n`,
  };
}

/**
 * What restic prints is read by another program beside it. That restic could not give all is an error, whatever the reader says.
 * @param reader constant text of a shell, such as `pg_restore`.
 */
export function resticInto(repository: Repository, args: readonly string[], reader: string): Call {
  const { command, input } = restic(repository, args, '5m');
  const [, , , , ...program] = command;
  const pipe = `failed=$(mktemp); { "$@" || echo $? > "$failed"; } | ${reader}
[ ! -s "$failed" ] || { echo "restic ended with $(cat "$failed")" >&2; exit 1; }`;
  return { command: ['sh', '-ec', `${variables}\n${pipe}`, 'sh', ...program], input };
}

export const version = ['version'] as const;

/** Makes an empty repository; refuses where one is. */
export const init = ['init'] as const;

/** Takes away the locks of what has died: those of this machine whose process is gone, others after 30 minutes. */
export const unlock = ['unlock'] as const;

/**
 * @param tags what is noted with it, such as the run that made it; no secrets.
 * @throws RangeError for a tag with a comma, which would be two, and a folder that is none.
 */
export function backup(source: Source, tags: readonly string[]): string[] {
  const folder = checkedFolder(source.folder);
  return [
    'backup',
    `--host=${checkedName(source.name)}`,
    ...tagged(tags),
    // Of a file system, and only root may read it.
    `--exclude=${folder.replace(/[\\*?[]/g, '\\$&')}/lost+found`,
    '--',
    folder,
  ];
}

/**
 * What a command prints, as one file. restic makes no snapshot when the command fails (0.17).
 * @throws RangeError as `backup`.
 */
export function backupOutput(source: Source, command: readonly string[], tags: readonly string[]): string[] {
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
    if (!/^[^,\n\0]+$/.test(tag)) throw new RangeError(`"${tag}" is no tag of restic`);
    return `--tag=${tag}`;
  });
}

/** Prints a file of a snapshot. */
export const dump = (snapshot: string, file: string): string[] => [
  'dump',
  checkedId(snapshot),
  checkedFolder(file),
];

/** Without a lock: what another one deletes meanwhile is passed over, and nobody has to wait for whoever holds the repository for himself. */
export const snapshots = ({ name }: Pick<Source, 'name'>): string[] => [
  ...['snapshots', '--no-lock'],
  `--host=${checkedName(name)}`,
];

/** A part of all that is in the repository, by the names of its packs: 1 of 52 is read in the first week. */
export interface Subset {
  /** From 1 on. */
  readonly part: number;
  readonly of: number;
}

/** Each week another part, so that all is read after as many weeks. @param now milliseconds since 1970. */
export function subsetOfWeek(now: number, of = 52): Subset {
  return { part: (Math.floor(now / (7 * 86_400_000)) % of) + 1, of };
}

/** Whether all is there that is needed, and whether what is in a part of it is right. Without the latter it sees no flipped bit. */
export const check = ({ part, of }: Subset): string[] => ['check', `--read-data-subset=${part}/${of}`];

/**
 * Restores what was in the folder into another one, and reads it back.
 * @param replace what is there already is made as it was: changed files are written over, others deleted.
 */
export function restore({ snapshot, folder, into, replace }: RestoreRequest): string[] {
  return [
    'restore',
    `${checkedId(snapshot)}:${checkedFolder(folder)}`,
    `--target=${checkedFolder(into)}`,
    '--verify',
    // A time that is right proves nothing of what is in a file.
    ...(replace ? ['--overwrite=always', '--delete', '--exclude=/lost+found'] : ['--overwrite=never']),
  ];
}

export interface RestoreRequest {
  readonly snapshot: string;
  /** Where it was mounted when it was backed up. */
  readonly folder: string;
  readonly into: string;
  readonly replace: boolean;
}

/** Snapshots by their whole names: what is kept is not restic's to say. It passes over those that are not there. */
export const forget = (ids: readonly string[]): string[] => ['forget', '--', ...ids.map(checkedId)];

/** Deletes what no snapshot needs any more. */
export const prune = ['prune'] as const;

export const isSnapshotId = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

function checkedId(text: string): string {
  if (isSnapshotId(text)) return text;
  throw new RangeError(`"${text}" is no name of a snapshot`);
}

function checkedName(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,252}$/.test(name)) return name;
  throw new RangeError(`"${name}" is no name of what is backed up`);
}

/** @throws RangeError for what is no whole path. */
export function checkedFolder(folder: string): string {
  const parts = folder.split('/').slice(1);
  const whole = folder.startsWith('/') && parts.every(each => each !== '' && each !== '.' && each !== '..');
  if (whole && !/[\n\0]/.test(folder)) return folder;
  throw new RangeError(`"${folder}" is no whole path of a folder`);
}
