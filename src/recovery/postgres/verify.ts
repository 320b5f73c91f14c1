import { counted } from '../../toolkit/count.ts';
import { endingOf, type ProgramOutput } from '../../toolkit/program.ts';
import { type LevelCheck, levelCheckOf } from '../levels.ts';

/**
 * Reads the output of `pgbackrest verify --output=text --verbose`, 2.45 to 2.59. Its exit code is 0 whatever it finds, and it prints
 * `status: ok` even for an empty repository, so only known good lines pass here. Text: src/command/verify/verify.c of pgBackRest.
 */

interface Faults {
  readonly missing: number;
  readonly checksum: number;
  readonly size: number;
  readonly other: number;
}

interface VerifiedArchive extends Faults {
  readonly id: string;
  /** Number of segments that were read, and of those that are valid. */
  readonly checked: number;
  readonly valid: number;
}

interface VerifiedBackup extends Faults {
  readonly label: string;
  /** `valid`, `invalid`, `manifest missing`, `in-progress`, or a value of a later version. */
  readonly status: string;
  readonly checked: number;
  readonly valid: number;
}

export interface RepositoryVerification {
  readonly passed: boolean;
  readonly archives: readonly VerifiedArchive[];
  readonly backups: readonly VerifiedBackup[];
  /** Sentences; empty if the verification passed. */
  readonly problems: readonly string[];
}

/** Returns the check of a read-back; see `judgeVerify`. Pure. */
export function verifiedCheck(
  what: string,
  answer: ProgramOutput,
  stanza: string,
  demanded: readonly string[],
  part?: ReadPart,
): LevelCheck {
  const { problems, backups } = judgeVerify(answer, stanza, demanded, part);
  const files = backups.reduce((sum, { checked }) => sum + checked, 0);
  return levelCheckOf('L1', what, problems, `${counted(files, 'file')} read back, all valid`);
}

/** That only the demanded backup was to be read; pgBackRest 2.45 reads all. */
interface ReadPart {
  /** Name of the first segment that it needs; empty if it is unknown. */
  readonly from: string;
}

/**
 * Judges a verification.
 * @param answer of the command that `verify` of pgbackrest.ts builds.
 * @param demanded labels of the backups that must be valid; at least one.
 * @param part if only one backup was to be read: then the WAL of databases from before an upgrade is not, and older faults do not count.
 */
export function judgeVerify(
  answer: ProgramOutput,
  stanza: string,
  demanded: readonly string[],
  part?: ReadPart,
): RepositoryVerification {
  const { status, archives, backups, unknown } = parse(answer.stdout, stanza);
  const read = archives.filter(({ checked }) => part === undefined || checked > 0);
  const counts = part === undefined ? read : read.filter(each => !isDamagedBefore(each, answer.stderr, part));
  const own = part === undefined ? backups : backups.filter(({ label }) => demanded.includes(label));
  const problems = [
    ...(answer.code === 0 ? [] : [`pgBackRest ${endingOf(answer.code)}${firstError(answer)}`]),
    ...(status === undefined ? ['pgBackRest printed no status of the repository'] : []),
    ...(demanded.length === 0 ? ['no backup was named that must be valid'] : []),
    ...counts.flatMap(archiveProblems),
    ...own.flatMap(backupProblems),
    ...demanded.flatMap(label => demandedProblems(label, backups)),
    ...(read.length > 0 ? [] : ['no archived WAL was verified']),
    ...unknown.map(line => `unexpected output of pgBackRest: ${line}`),
  ];
  const isOlder =
    problems.length === 0 &&
    (counts.length < read.length ||
      backups.some(each => !own.includes(each) && backupProblems(each).length > 0));
  if (!isOlder) problems.push(...damagedFiles(answer.stderr));
  if (status !== undefined && status !== 'ok' && problems.length === 0 && !isOlder)
    problems.push(`the status of the repository is ${status}`);
  return { passed: problems.length === 0, archives, backups, problems };
}

interface Parsed {
  readonly status?: string;
  readonly archives: readonly VerifiedArchive[];
  readonly backups: readonly VerifiedBackup[];
  /** Lines that were not recognized. */
  readonly unknown: readonly string[];
}

const none: Faults = { missing: 0, checksum: 0, size: 0, other: 0 };

function parse(text: string, stanza: string): Parsed {
  let status: string | undefined;
  const archives: VerifiedArchive[] = [];
  const backups: VerifiedBackup[] = [];
  const unknown: string[] = [];
  let last: VerifiedArchive[] | VerifiedBackup[] | undefined;
  for (const line of text.split('\n').map(each => each.trim())) {
    const faults = faultsOf(line);
    const archive = archiveOf(line);
    const backup = backupOf(line);
    const found = /^status: (\S+)$/.exec(line)?.[1];
    if (archive !== undefined) {
      archives.push(archive);
      last = archives;
    } else if (backup !== undefined) {
      backups.push(backup);
      last = backups;
    } else if (faults !== undefined && last !== undefined) {
      Object.assign(last.at(-1) ?? {}, faults);
      last = undefined;
    } else if (found !== undefined && status === undefined) status = found;
    else if (line !== '' && line !== `stanza: ${stanza}`) unknown.push(line);
  }
  return { ...(status === undefined ? {} : { status }), archives, backups, unknown };
}

function archiveOf(line: string): VerifiedArchive | undefined {
  const [, id, checked, valid] =
    /^archiveId: (\S+), total WAL checked: (\d+), total valid WAL: (\d+)$/.exec(line) ?? [];
  if (id === undefined) return undefined;
  return { id, checked: Number(checked), valid: Number(valid), ...none };
}

function backupOf(line: string): VerifiedBackup | undefined {
  const [, label, status, checked, valid] =
    /^backup: (\S+), status: ([^,]+), total files checked: (\d+), total valid files: (\d+)$/.exec(line) ?? [];
  if (label === undefined || status === undefined) return undefined;
  return { label, status, checked: Number(checked), valid: Number(valid), ...none };
}

function faultsOf(line: string): Faults | undefined {
  const found = /^missing: (\d+), checksum invalid: (\d+), size invalid: (\d+), other: (\d+)$/.exec(line);
  const [missing = 0, checksum = 0, size = 0, other = 0] = found?.slice(1).map(Number) ?? [];
  return found === null ? undefined : { missing, checksum, size, other };
}

function archiveProblems(archive: VerifiedArchive): string[] {
  const { id, checked, valid } = archive;
  if (checked === 0) return [`the archive ${id} holds no WAL`];
  if (checked === valid && faults(archive) === '') return [];
  return [
    `the archive ${id} is damaged: ${checked - valid} of ${counted(checked, 'segment')} not valid${faults(archive)}`,
  ];
}

function backupProblems(backup: VerifiedBackup): string[] {
  const { label, status, checked, valid } = backup;
  switch (status) {
    // Only a demanded backup must be finished, which `demandedProblems` checks.
    case 'in-progress':
      return [];
    case 'valid':
      if (checked === 0) return [`no file of the backup ${label} was verified`];
      if (checked === valid && faults(backup) === '') return [];
      return [
        `the backup ${label} is damaged: ${checked - valid} of ${counted(checked, 'file')} not valid${faults(backup)}`,
      ];
    case 'invalid':
      return [`the backup ${label} is damaged${faults(backup)}; make a new one`];
    default:
      return [`the backup ${label} is not valid: ${status}`];
  }
}

function demandedProblems(label: string, backups: readonly VerifiedBackup[]): string[] {
  const found = backups.find(each => each.label === label);
  if (found === undefined) return [`the backup ${label} was not verified`];
  return found.status === 'in-progress' ? [`the backup ${label} is not finished`] : [];
}

/** ` (1 missing, 2 with a wrong checksum)`; empty without faults. */
function faults({ missing, checksum, size, other }: Faults): string {
  const all = [
    [missing, 'missing'],
    [checksum, 'with a wrong checksum'],
    [size, 'with a wrong size'],
    [other, 'unreadable'],
  ] as const;
  const some = all.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return some.length === 0 ? '' : ` (${some.join(', ')})`;
}

const mostNamed = 10;

const damaged = /\b(file missing|invalid checksum|invalid size|invalid result) '?([^'\n:]+)'?/g;

const duplicate = /\bduplicate WAL '([0-9A-F]{24})' for '([^']+)'/g;

/** Whether a read found damaged WAL that a backup needs, or may need. Pure. @param from name of its first segment; empty if unknown. */
export function isWalDamagedFrom(answer: ProgramOutput, stanza: string, from: string): boolean {
  const read = parse(answer.stdout, stanza).archives.filter(({ checked }) => checked > 0);
  return read.some(
    each => archiveProblems(each).length > 0 && !isDamagedBefore(each, answer.stderr, { from }),
  );
}

/** Whether all damaged segments of an archive are from before the needed ones. One that the log does not name may be needed. */
function isDamagedBefore({ id, checked, valid }: VerifiedArchive, log: string, { from }: ReadPart): boolean {
  const paths = [...log.matchAll(damaged)].map(([, , path = '']) => path.split('/'));
  const invalid = paths.flatMap(([first, ...rest]) =>
    first === id ? [rest.at(-1)?.slice(0, 24) ?? ''] : [],
  );
  // pgBackRest counts both files of a segment that was archived twice, and reads neither.
  const twice = [...log.matchAll(duplicate)].flatMap(([, name = '', archive]) =>
    archive === id ? [name] : [],
  );
  const isKnown = checked > valid && invalid.length + 2 * twice.length === checked - valid;
  return isKnown && [...invalid, ...twice].every(each => each < from);
}

/** Only the log has the names of damaged files, as they are in the repository. */
function damagedFiles(log: string): string[] {
  const found = [...log.matchAll(damaged)].map(([, what = '', path = '']) => `${path}: ${what}`);
  const more = found.length - mostNamed;
  return more > 0 ? [...found.slice(0, mostNamed), `and ${counted(more, 'more file')}`] : found;
}

function firstError({ stdout, stderr }: ProgramOutput): string {
  const error = /ERROR: (\[\d+\]: .*)/.exec(`${stderr}\n${stdout}`)?.[1];
  return error === undefined ? '' : ` (${error.slice(0, 200)})`;
}
