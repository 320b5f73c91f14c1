import type { Answer } from '../../toolkit/program.ts';

/**
 * Commands of pgBackRest, 2.45 to 2.59, as a script needs them: without stamps in its lines, what a machine reads as JSON, and errors
 * on stderr. Passphrases and keys of stores are in none of them, because everybody on the machine sees the arguments of a process: they
 * are in the configuration file or in the environment (`PGBACKREST_REPO1_CIPHER_PASS`).
 */

export interface StanzaName {
  readonly stanza: string;
  /** Path of the configuration file, when it is not where pgBackRest looks. */
  readonly config?: string;
}

/** One repository of it, by its number in the configuration, from 1 on. */
export interface RepositoryName extends StanzaName {
  readonly repository: number;
  /** A folder in place of where the configuration says that the repository is. */
  readonly folder?: string;
}

export type BackupType = 'full' | 'diff' | 'incr';

export interface BackupRequest extends RepositoryName {
  readonly type: BackupType;
  /** What is noted with the backup, such as the run that made it; no secrets. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * Expiry is left out: it comes after the new backup has been verified. With `start-fast` it does not wait minutes for a checkpoint.
 * After a promotion run CHECKPOINT first: until there was one, pgBackRest refuses with error 58.
 * @throws {RangeError} for an annotation with `=` in its name.
 */
export function backup(request: BackupRequest): string[] {
  const annotations = Object.entries(request.annotations ?? {}).map(([name, value]) => {
    if (name === '' || name.includes('=')) throw new RangeError(`no name of an annotation: ${name}`);
    return `--annotation=${name}=${value}`;
  });
  return [
    ...start(request, 'info'),
    `--type=${request.type}`,
    '--start-fast',
    '--no-expire-auto',
    ...annotations,
    'backup',
  ];
}

/** Pushes a segment of WAL into every repository and waits for it; it cannot be told to use one of them. */
export const check = ({ stanza, config }: StanzaName): string[] => [
  ...start({ stanza, ...(config === undefined ? {} : { config }) }, 'info'),
  'check',
];

export const createStanza = (stanza: StanzaName): string[] => [...start(stanza, 'info'), 'stanza-create'];

/** Of all repositories, or of one of them. Answers with JSON for info.ts. */
export const info = (stanza: StanzaName | RepositoryName): string[] => [
  ...start(stanza, 'off'),
  '--output=json',
  'info',
];

/**
 * Reads back every file, or those of one backup, and the archived WAL; 2.45 reads all in either case. What it answers is for verify.ts:
 * its exit code is 0 whatever it finds. Which files are damaged it says in its log only, so that is on stderr. By default it tries each
 * file that it cannot read again after 15 s, and of a bundle that was cut off these are hundreds: hours in which it says nothing. In the
 * environment, because a version that does not know the option only warns of it there.
 */
export function verify(repository: RepositoryName, set?: string): string[] {
  return [
    'env',
    'PGBACKREST_JOB_RETRY_INTERVAL=100ms',
    ...start(repository, 'off', 'info'),
    '--output=text',
    '--verbose',
    ...(set === undefined ? [] : [`--set=${label(set)}`]),
    'verify',
  ];
}

/** What is archived of a database; answers with JSON for archive.ts. @param archive such as `17-1`: see `Archive` of info.ts. */
export const listArchive = (repository: RepositoryName, archive: string): string[] => [
  ...start(repository, 'off'),
  '--recurse',
  '--output=json',
  'repo-ls',
  `archive/${repository.stanza}/${archive}`,
];

/** The files of a backup; answers with the same kind of JSON. */
export const listBackup = (repository: RepositoryName, set: string): string[] => [
  ...start(repository, 'off'),
  '--recurse',
  '--output=json',
  'repo-ls',
  `backup/${repository.stanza}/${label(set)}`,
];

/** The history file of a timeline, decrypted. */
export const readHistory = (repository: RepositoryName, archive: string, timeline: number): string[] => [
  ...start(repository, 'off'),
  'repo-get',
  `archive/${repository.stanza}/${archive}/${timeline.toString(16).toUpperCase().padStart(8, '0')}.history`,
];

/** To where recovery goes, as `formatTarget` of target.ts makes it. */
export interface RestoreTarget {
  readonly type: 'time' | 'lsn' | 'xid' | 'name' | 'immediate' | 'default';
  readonly value?: string;
  /** Stop before the target in place of after it. */
  readonly exclusive?: boolean;
}

export interface RestoreRequest extends RepositoryName {
  /** Chosen by us: pgBackRest chooses by time alone, and by the latest when it finds nothing. */
  readonly set: string;
  readonly target: RestoreTarget;
  readonly timeline: number | 'current';
  /** Into which folder; it has to be empty, except with `overwrite`. */
  readonly path: string;
  /** What comes at the target. */
  readonly atTarget: 'promote' | 'pause' | 'shutdown';
  /** Whether the copy takes over and archives its log; a copy beside the original must not, or it would write into its archive. */
  readonly archives: boolean;
  /** Replace what is in the folder and keep the files that are right. */
  readonly overwrite?: boolean;
  /** How many processes copy at a time. */
  readonly processes?: number;
  /** Name of the last segment of WAL that recovery gets to see. Default: all that the archive has when recovery comes to its end. */
  readonly last?: string | undefined;
}

export function restore(request: RestoreRequest): string[] {
  const { set, target, timeline, path, atTarget, archives, overwrite, processes, last } = request;
  return [
    ...start(request, 'info'),
    `--set=${label(set)}`,
    `--type=${target.type}`,
    ...(target.value === undefined ? [] : [`--target=${target.value}`]),
    ...(target.exclusive === true ? ['--target-exclusive'] : []),
    // A backup's own end is on its own timeline, and pgBackRest refuses to be told so.
    ...(target.type === 'immediate' ? [] : [`--target-timeline=${timeline}`]),
    // Without a target there is nothing to stop at, and pgBackRest refuses that too.
    ...(target.type === 'default' ? [] : [`--target-action=${atTarget}`]),
    `--archive-mode=${archives ? 'preserve' : 'off'}`,
    `--pg1-path=${path}`,
    ...(overwrite === true ? ['--delta'] : []),
    ...(processes === undefined ? [] : [`--process-max=${processes}`]),
    ...(last === undefined ? [] : [`--recovery-option=restore_command=${getUpTo(last, request)}`]),
    'restore',
  ];
}

/**
 * How PostgreSQL gets a segment of WAL, and none after the last. Names of segments are in the order of timelines and numbers; histories are
 * always given, for they say only how timelines hang together. No single quotes, which pgBackRest would write as they are.
 */
function getUpTo(last: string, { path, ...of }: RestoreRequest): string {
  if (!/^[0-9A-F]{24}$/.test(last)) throw new RangeError(`no name of a segment: ${last}`);
  const get = [...start(of, 'off'), `--pg1-path=${path}`, 'archive-get', '%f', '"%p"'].join(' ');
  return `case %f in *.history) true ;; *) expr X%f "<=" X${last} > /dev/null ;; esac && ${get}`;
}

/**
 * Takes one backup away, with all that is built upon it, whatever the retention of the configuration says. It expires WAL by that retention
 * all the same: by a count it would tear holes between backups that stay, by a time it would never remove any. So it is told how many full
 * backups are left then, and removes only WAL from before the oldest of them.
 */
export function expire(
  repository: RepositoryName,
  { set, fulls, dryRun }: { set: string; fulls: number; dryRun: boolean },
): string[] {
  const option = `--repo${repository.repository}-retention-archive`;
  return [
    ...start(repository, 'info'),
    `--set=${label(set)}`,
    `${option}=${fulls}`,
    `${option}-type=full`,
    ...(dryRun ? ['--dry-run'] : []),
    'expire',
  ];
}

/** Changes nothing, and prints the configuration first: no other command does so at this level of its log. */
export const settings = (repository: RepositoryName): string[] => [
  ...start(repository, 'info'),
  '--dry-run',
  'expire',
];

/** The label of a new backup, in what `backup` says of itself; undefined when it says none. Pure. */
export const labelIn = (log: string): string | undefined => /\bnew backup label = (\S+)/.exec(log)?.[1];

/**
 * Labels of the backups that `expire` says it removes, or would remove. Folders that it removes besides are no backups: something that
 * failed or was killed has left them. Pure.
 */
export const expiredIn = (log: string): string[] => [
  ...new Set(
    log
      .split('\n')
      .filter(line => /: expire \S+ backup /.test(line))
      .flatMap(line => line.match(/\b\d{8}-\d{6}F(?:_\d{8}-\d{6}[DI])?/g) ?? []),
  ),
];

export const version: readonly string[] = ['pgbackrest', 'version'];

/** Whether a version such as `pgBackRest 2.55.0` is one that these commands and parsers know. */
export function isKnownVersion(text: string): boolean {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(text) ?? [];
  return Number(major) === 2 && Number(minor) >= 45 && Number(minor) <= 59;
}

/** What it says of a failure: its first error, or all that it printed there. Pure. */
export function failureIn({ stdout, stderr }: Pick<Answer, 'stdout' | 'stderr'>): string {
  const said = `${stdout}\n${stderr}`.split('\n').find(line => /\bERROR\b/.test(line)) ?? stderr.trim();
  return said.trim().slice(0, 300);
}

/** The name of a backup: `20261126-091500F`, `20261126-091500F_20261127-030000I`. */
const labels = /^\d{8}-\d{6}F(_\d{8}-\d{6}[DI])?$/;

export const isLabel = (text: string): boolean => labels.test(text);

function label(text: string): string {
  if (!isLabel(text)) throw new RangeError(`no label of a backup: ${text}`);
  return text;
}

/** What the configuration says of another kind of place is passed over then; its passphrase is kept. */
const placeOf = ({ repository, folder }: RepositoryName): string[] =>
  folder === undefined ? [] : [`--repo${repository}-type=posix`, `--repo${repository}-path=${folder}`];

function start(
  of: StanzaName | RepositoryName,
  console: 'off' | 'info',
  errors: 'warn' | 'info' = 'warn',
): string[] {
  return [
    'pgbackrest',
    ...(of.config === undefined ? [] : [`--config=${of.config}`]),
    `--stanza=${of.stanza}`,
    ...('repository' in of ? [`--repo=${of.repository}`, ...placeOf(of)] : []),
    `--log-level-console=${console}`,
    `--log-level-stderr=${errors}`,
    '--no-log-timestamp',
  ];
}
