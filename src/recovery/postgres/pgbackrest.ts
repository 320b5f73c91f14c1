import type { ProgramOutput } from '../../toolkit/program.ts';
import type { Exec } from '../exec.ts';
import { historyName } from './wal.ts';

/**
 * Builds commands of pgBackRest, 2.45 to 2.59, as a script needs them: without timestamps in log lines, with JSON where we parse it, and
 * with errors on stderr. They hold no passphrases or storage keys, because every user of the machine can see the arguments of a process:
 * these are in the configuration file or in the environment (`PGBACKREST_REPO1_CIPHER_PASS`).
 */

export interface StanzaName {
  readonly stanza: string;
}

/** One repository of a stanza, by its number in the configuration, from 1. */
export interface RepositoryName extends StanzaName {
  readonly repository: number;
  /** A folder to use instead of the configured location. */
  readonly folder?: string;
}

/** Work on one repository. Each kind of work takes the parts that it uses. */
export interface RepositoryTask {
  /** Runs commands in the pod of the database or of its copy. */
  readonly exec: Exec;
  readonly place: RepositoryName;
  readonly signal: AbortSignal;
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

export type BackupType = 'full' | 'incr';

interface BackupRequest extends RepositoryName {
  readonly type: BackupType;
  /** Stored with the backup, such as the run that made it; no secrets. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * Returns the command for a backup. It does not expire old backups, because the new one must be verified first. With `start-fast` it does
 * not wait minutes for a checkpoint. After a promotion run CHECKPOINT first, because pgBackRest otherwise refuses with error 58.
 * @throws {RangeError} for an annotation with `=` in its name.
 */
export function backupArguments(request: BackupRequest): string[] {
  const annotations = Object.entries(request.annotations ?? {}).map(([name, value]) => {
    if (name === '' || name.includes('=')) throw new RangeError(`not the name of an annotation: ${name}`);
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

/** Archives a WAL segment in every repository and waits for it; pgBackRest cannot limit this to one of them. */
export const checkArguments = ({ stanza }: StanzaName): string[] => [...start({ stanza }, 'info'), 'check'];

/** Lists the contents of all repositories, or of one of them, as JSON for info.ts. */
export const infoArguments = (stanza: StanzaName | RepositoryName): string[] => [
  ...start(stanza, 'off'),
  '--output=json',
  'info',
];

/**
 * Reads back every file, or those of one backup, and the archived WAL; 2.45 reads all in either case. verify.ts reads its output, because
 * the exit code is 0 whatever it finds. It names damaged files in its log only, so the log goes to stderr. By default it retries each
 * unreadable file after 15 s; a truncated bundle has hundreds of them, and so takes hours without output. The retry interval is in the
 * environment, because there a version without that option only warns of it.
 */
export function verifyArguments(repository: RepositoryName, set?: string): string[] {
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

/** Lists the archived files of a database, as JSON for archive.ts. @param archive such as `17-1`: see `Archive` of info.ts. */
export const listArchiveArguments = (repository: RepositoryName, archive: string): string[] =>
  list(repository, `archive/${repository.stanza}/${archive}`);

/** Lists the files of a backup, as the same kind of JSON. */
export const listBackupArguments = (repository: RepositoryName, set: string): string[] =>
  list(repository, `backup/${repository.stanza}/${label(set)}`);

const list = (repository: RepositoryName, folder: string) => [
  ...start(repository, 'off'),
  ...['--recurse', '--output=json', 'repo-ls', folder],
];

/** Prints the history file of a timeline, decrypted. */
export const readHistoryArguments = (
  repository: RepositoryName,
  archive: string,
  timeline: number,
): string[] => [
  ...start(repository, 'off'),
  'repo-get',
  `archive/${repository.stanza}/${archive}/${historyName(timeline)}`,
];

/** The recovery target, as `formatTarget` of target.ts returns it. */
export interface RestoreTarget {
  readonly type: 'time' | 'lsn' | 'xid' | 'name' | 'immediate' | 'default';
  readonly value?: string;
  /** Stop before the target instead of after it. */
  readonly exclusive?: boolean;
}

interface RestoreRequest extends RepositoryName {
  /** Chosen by us: pgBackRest chooses only by time, and takes the latest if it finds none. */
  readonly set: string;
  readonly target: RestoreTarget;
  readonly timeline: number | 'current';
  /** The target folder, which must be empty. */
  readonly path: string;
  /** What PostgreSQL does at the target. */
  readonly atTarget: 'promote' | 'pause' | 'shutdown';
  /** Whether the copy replaces the original and archives WAL; a copy beside it must not, or it would write to the original's archive. */
  readonly archives: boolean;
  /** Name of the last WAL segment that recovery may read. Default: all that are archived when recovery reaches the end. */
  readonly last?: string | undefined;
}

export function restoreArguments(request: RestoreRequest): string[] {
  const { set, target, timeline, path, atTarget, archives, last } = request;
  return [
    ...start(request, 'info'),
    `--set=${label(set)}`,
    `--type=${target.type}`,
    ...(target.value === undefined ? [] : [`--target=${target.value}`]),
    ...(target.exclusive === true ? ['--target-exclusive'] : []),
    // The end of a backup is on its own timeline, and pgBackRest rejects a timeline for this type.
    ...(target.type === 'immediate' ? [] : [`--target-timeline=${timeline}`]),
    // Without a target there is nothing to stop at, and pgBackRest rejects an action.
    ...(target.type === 'default' ? [] : [`--target-action=${atTarget}`]),
    `--archive-mode=${archives ? 'preserve' : 'off'}`,
    `--pg1-path=${path}`,
    ...(last === undefined ? [] : [`--recovery-option=restore_command=${getUpTo(last, request)}`]),
    'restore',
  ];
}

/**
 * The restore_command that fetches no WAL segment after the last one. Segment names sort by timeline and number. History files are always
 * fetched, because they only describe the timelines. It has no single quotes, because pgBackRest would not escape them.
 */
function getUpTo(last: string, { path, ...of }: RestoreRequest): string {
  if (!/^[0-9A-F]{24}$/.test(last)) throw new RangeError(`not the name of a segment: ${last}`);
  const get = [...start(of, 'off'), `--pg1-path=${path}`, 'archive-get', '%f', '"%p"'].join(' ');
  return `case %f in *.history) true ;; *) expr X%f "<=" X${last} > /dev/null ;; esac && ${get}`;
}

/**
 * Removes one backup and all that depend on it, whatever the configured retention is. pgBackRest still expires WAL by that retention: a
 * count could leave gaps between the backups that are kept, a time would never remove any WAL. So the command gives the number of full
 * backups left, and pgBackRest removes only WAL from before the oldest of them.
 */
export function expireArguments(
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

/** Changes nothing, but logs the configuration first: no other command does so at this log level. */
export const settingsArguments = (repository: RepositoryName): string[] => [
  ...start(repository, 'info'),
  '--dry-run',
  'expire',
];

/** Returns the label of the new backup from the log of `backup`; undefined if it has none. Pure. */
export const labelIn = (log: string): string | undefined => /\bnew backup label = (\S+)/.exec(log)?.[1];

/**
 * Returns the labels of the backups that `expire` removes, or would remove. The other folders that it removes are not backups, but orphans
 * of a command that failed or was killed. Pure.
 */
export const expiredLabels = (log: string): string[] => [
  ...new Set(
    log
      .split('\n')
      .filter(line => /: expire \S+ backup /.test(line))
      .flatMap(line => line.match(/\b\d{8}-\d{6}F(?:_\d{8}-\d{6}[DI])?/g) ?? []),
  ),
];

/** Returns the first error in the output of a failed command, or else its whole stderr. Pure. */
export function pgbackrestFailure({ stdout, stderr }: Pick<ProgramOutput, 'stdout' | 'stderr'>): string {
  const said = `${stdout}\n${stderr}`.split('\n').find(line => /\bERROR\b/.test(line)) ?? stderr.trim();
  return said.trim().slice(0, 300);
}

/** The label of a backup: `20261126-091500F`, `20261126-091500F_20261127-030000I`. */
const labels = /^\d{8}-\d{6}F(_\d{8}-\d{6}[DI])?$/;

export const isLabel = (text: string): boolean => labels.test(text);

function label(text: string): string {
  if (!isLabel(text)) throw new RangeError(`not the label of a backup: ${text}`);
  return text;
}

/** Overrides the configured storage with a local folder; the configured passphrase still applies. */
const placeOf = ({ repository, folder }: RepositoryName): string[] =>
  folder === undefined ? [] : [`--repo${repository}-type=posix`, `--repo${repository}-path=${folder}`];

function start(
  of: StanzaName | RepositoryName,
  console: 'off' | 'info',
  errors: 'warn' | 'info' = 'warn',
): string[] {
  return [
    'pgbackrest',
    `--stanza=${of.stanza}`,
    ...('repository' in of ? [`--repo=${of.repository}`, ...placeOf(of)] : []),
    `--log-level-console=${console}`,
    `--log-level-stderr=${errors}`,
    '--no-log-timestamp',
  ];
}
