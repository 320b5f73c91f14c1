import { counted } from '../../toolkit/count.ts';
import type { Answer } from '../../toolkit/program.ts';
import { judged, type Rung } from '../ladder.ts';

/**
 * What `pgbackrest verify --output=text --verbose` found, 2.45 to 2.59. Its exit code is 0 whatever that is, and `status: ok` stands
 * over an empty repository too, so here only what is known and good passes. Text: src/command/verify/verify.c of pgBackRest.
 */

export interface Faults {
  readonly missing: number;
  readonly checksum: number;
  readonly size: number;
  readonly other: number;
}

export interface VerifiedArchive extends Faults {
  readonly id: string;
  /** How many segments were read, and how many of them are right. */
  readonly checked: number;
  readonly valid: number;
}

export interface VerifiedBackup extends Faults {
  readonly label: string;
  /** `valid`, `invalid`, `manifest missing`, `in-progress`, or what a later version says. */
  readonly status: string;
  readonly checked: number;
  readonly valid: number;
}

export interface Verification {
  readonly passed: boolean;
  readonly archives: readonly VerifiedArchive[];
  readonly backups: readonly VerifiedBackup[];
  /** Sentences; nothing passed when there is one. */
  readonly problems: readonly string[];
}

/** The rung of what was read back; see `judgeVerify`. Pure. */
export function verifiedRung(
  what: string,
  answer: Answer,
  stanza: string,
  demanded: readonly string[],
  part = false,
): Rung {
  const { problems, backups } = judgeVerify(answer, stanza, demanded, part);
  const files = backups.reduce((sum, { checked }) => sum + checked, 0);
  return judged('L1', what, problems, `${counted(files, 'file')} read back and right`);
}

/**
 * @param answer of the command that `verify` of pgbackrest.ts makes.
 * @param demanded labels of the backups that have to be found valid; at least one.
 * @param part whether only one backup was to be read: then no WAL is read of the databases before an upgrade.
 */
export function judgeVerify(
  answer: Answer,
  stanza: string,
  demanded: readonly string[],
  part = false,
): Verification {
  const { status, archives, backups, unknown } = parse(answer.stdout, stanza);
  const read = archives.filter(({ checked }) => !part || checked > 0);
  const problems = [
    ...(answer.code === 0 ? [] : [`pgBackRest ended with ${answer.code ?? 'a signal'}${firstError(answer)}`]),
    ...(status === undefined ? ['pgBackRest gave no status of the repository'] : []),
    ...(demanded.length === 0 ? ['no backup was named that has to be valid'] : []),
    ...read.flatMap(archiveProblems),
    ...backups.flatMap(backupProblems),
    ...demanded.flatMap(label => demandedProblems(label, backups)),
    ...(read.length > 0 ? [] : ['no archived WAL was verified']),
    ...unknown.map(line => `pgBackRest says: ${line}`),
    ...damagedFiles(answer.stderr),
  ];
  if (status !== undefined && status !== 'ok' && problems.length === 0)
    problems.push(`the status of the repository is ${status}`);
  return { passed: problems.length === 0, archives, backups, problems };
}

interface Parsed {
  readonly status?: string;
  readonly archives: readonly VerifiedArchive[];
  readonly backups: readonly VerifiedBackup[];
  /** Lines that are none of those that are known. */
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
  const [, ...counts] =
    /^missing: (\d+), checksum invalid: (\d+), size invalid: (\d+), other: (\d+)$/.exec(line) ?? [];
  const [missing, checksum, size, other] = counts.map(Number);
  if (missing === undefined || checksum === undefined || size === undefined || other === undefined)
    return undefined;
  return { missing, checksum, size, other };
}

function archiveProblems(archive: VerifiedArchive): string[] {
  const { id, checked, valid } = archive;
  if (checked === 0) return [`the archive ${id} holds no WAL`];
  if (checked === valid && faults(archive) === '') return [];
  return [
    `${checked - valid} of ${counted(checked, 'segment')} in the archive ${id} not right${faults(archive)}`,
  ];
}

function backupProblems(backup: VerifiedBackup): string[] {
  const { label, status, checked, valid } = backup;
  switch (status) {
    // Whether it had to be there is known only of the ones that are demanded.
    case 'in-progress':
      return [];
    case 'valid':
      if (checked === 0) return [`no file of the backup ${label} was verified`];
      if (checked === valid && faults(backup) === '') return [];
      return [
        `${checked - valid} of ${counted(checked, 'file')} of the backup ${label} not right${faults(backup)}`,
      ];
    case 'invalid':
      return [`the backup ${label} is damaged${faults(backup)}: make a new one`];
    default:
      return [`the backup ${label} is not valid: ${status}`];
  }
}

function demandedProblems(label: string, backups: readonly VerifiedBackup[]): string[] {
  const found = backups.find(each => each.label === label);
  if (found === undefined) return [`the backup ${label} was not verified`];
  return found.status === 'in-progress' ? [`the backup ${label} is not finished`] : [];
}

/** ` (1 missing, 2 with another checksum)`; nothing of none. */
function faults({ missing, checksum, size, other }: Faults): string {
  const all = [
    [missing, 'missing'],
    [checksum, 'with another checksum'],
    [size, 'of another size'],
    [other, 'not readable'],
  ] as const;
  const some = all.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return some.length === 0 ? '' : ` (${some.join(', ')})`;
}

const mostNamed = 10;

/** Names of files are in its log alone, as pgBackRest's own store names them. */
function damagedFiles(log: string): string[] {
  const kinds = /\b(file missing|invalid checksum|invalid size|invalid result) '?([^'\n:]+)'?/g;
  const found = [...log.matchAll(kinds)].map(([, what = '', path = '']) => `${path}: ${what}`);
  const more = found.length - mostNamed;
  return more > 0 ? [...found.slice(0, mostNamed), `and ${counted(more, 'more file')}`] : found;
}

function firstError({ stdout, stderr }: Answer): string {
  const error = /ERROR: (\[\d+\]: .*)/.exec(`${stderr}\n${stdout}`)?.[1];
  return error === undefined ? '' : ` (${error.slice(0, 200)})`;
}
