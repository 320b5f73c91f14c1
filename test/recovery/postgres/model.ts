import type { Exec } from '../../../src/recovery/exec.ts';
import type { ProgramOutput } from '../../../src/toolkit/program.ts';
import { wal } from './stanza.ts';

/**
 * A pgBackRest repository in memory: `info` and `expire`, with their effects on backups and WAL. expiring.test.ts compares it with the
 * output of the real one (fixtures/expire-*.txt), after src/command/expire/expire.c.
 */

export interface Kept {
  readonly label: string;
  readonly type: 'full' | 'diff' | 'incr';
  readonly prior?: string;
  /** ms since 1970. */
  readonly at: number;
  /** Bytes in the repository. */
  readonly bytes: number;
  /** Numbers of segments, on one timeline. */
  readonly startWal: number;
  readonly stopWal: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Configuration {
  /** The retention in its configuration. */
  readonly retention?: { readonly full: number; readonly type: 'count' | 'time' };
  /** Other options that are printed, such as `--repo1-type=s3`. */
  readonly options?: string;
  readonly disk?: { readonly size: number; readonly free: number };
}

export class Model {
  backups: Kept[] = [];
  readonly wal = new Set<number>();
  /** The commands that ran, without their common options. */
  readonly asked: string[] = [];
  readonly configuration: Configuration;
  /** Overrides an answer, or acts before it. */
  before: (command: readonly string[]) => ProgramOutput | undefined = () => undefined;

  constructor(configuration: Configuration = {}) {
    this.configuration = configuration;
  }

  readonly exec: Exec = async command => {
    this.asked.push(
      command.filter(each => !/^--(config|stanza|log|no-log|repo=|output)/.test(each)).join(' '),
    );
    const answer = this.before(command);
    if (answer !== undefined) return answer;
    if (command[0] === 'df') return good(this.df());
    if (command.at(-1) === 'info') return good(this.info());
    if (command.at(-1) === 'expire') return this.expire(command);
    throw new Error(`the model has no ${command.join(' ')}`);
  };

  private df(): string {
    const { size, free } = this.configuration.disk ?? { size: 1e12, free: 9e11 };
    const blocks = [size, size - free, free].map(each => Math.round(each / 1024));
    return `Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sdb ${blocks.join(' ')} 10% /srv/repo\n`;
  }

  private info(): string {
    return JSON.stringify([
      {
        archive: [],
        backup: this.backups.map(each => ({
          annotation: each.annotations,
          archive: { start: wal(each.startWal), stop: wal(each.stopWal) },
          database: { id: 1, 'repo-key': 1 },
          error: false,
          info: { delta: each.bytes, repository: { delta: each.bytes }, size: each.bytes },
          label: each.label,
          lsn: { start: '0/5000028', stop: '0/5000158' },
          prior: each.prior ?? null,
          reference: each.prior === undefined ? null : [each.prior],
          timestamp: { start: each.at / 1000, stop: each.at / 1000 },
          type: each.type,
        })),
        db: [],
        name: 'shop',
        repo: [{ cipher: 'none', key: 1, status: { code: 0, message: 'ok' } }],
        status: { code: 0, lock: { backup: { held: false } }, message: 'ok' },
      },
    ]);
  }

  private expire(command: readonly string[]): ProgramOutput {
    const option = (name: string) => {
      const start = `--${name}=`;
      return command.find(each => each.startsWith(start))?.slice(start.length);
    };
    const dryRun = command.includes('--dry-run');
    const { retention, options = '' } = this.configuration;
    const lines = [`expire command begin 2.45: --repo=1 --repo1-path=/srv/repo ${options} --stanza=shop`];
    const set = option('set');
    const gone = set === undefined ? [] : this.dependents(set);
    if (set !== undefined && this.mustStay(set))
      return {
        code: 75,
        stdout: '',
        stderr: `ERROR: [075]: full backup ${set} cannot be expired until another full backup has been created on this repo`,
      };
    if (gone.length > 0) {
      lines.push(`repo1: expire adhoc backup ${gone.length > 1 ? 'set ' : ''}${gone.join(', ')}`);
      lines.push(...gone.toReversed().map(each => `repo1: remove expired backup ${each}`));
    }
    const left = this.backups.filter(({ label }) => !gone.includes(label));
    // With a retention time, WAL is only removed if the backups were expired by that time, too.
    const byTime = retention?.type === 'time' ? 0 : retention?.full;
    const archive = Number(option('repo1-retention-archive') ?? byTime ?? 0);
    const removed = archive === 0 ? undefined : this.removable(left, archive);
    lines.push(...archiveLines(removed));
    lines.push('expire command end: completed successfully');
    if (!dryRun) {
      this.backups = left;
      for (const each of removed ?? []) this.wal.delete(each);
    }
    return good(lines.map(line => `P00   INFO: ${dryRun ? '[DRY-RUN] ' : ''}${line}`).join('\n'));
  }

  /** A backup and all that depend on it, the oldest first. */
  private dependents(set: string): string[] {
    if (!this.backups.some(({ label }) => label === set)) return [];
    const found = new Set([set]);
    for (const { label, prior } of this.backups)
      if (prior !== undefined && found.has(prior)) found.add(label);
    return [...found].sort();
  }

  private mustStay(set: string): boolean {
    const fulls = this.backups.filter(({ type }) => type === 'full');
    return fulls.length === 1 && fulls[0]?.label === set;
  }

  /** Removes WAL from before the newest so many full backups, except WAL that older backups need to become consistent. */
  private removable(left: readonly Kept[], archive: number): number[] | undefined {
    const fulls = left.filter(({ type }) => type === 'full').map(({ label }) => label);
    const from = fulls.sort().at(-archive);
    if (from === undefined || archive > fulls.length) return [];
    const ranges = left
      .filter(({ label }) => label <= from)
      .map(each => [each.startWal, each.label === from ? Number.POSITIVE_INFINITY : each.stopWal] as const);
    return [...this.wal]
      .filter(each => !ranges.some(([first, last]) => each >= first && each <= last))
      .sort((a, b) => a - b);
  }
}

/** pgBackRest prints a range for all segments that it removes up to one that it keeps. */
function archiveLines(removed: readonly number[] | undefined): string[] {
  if (removed === undefined)
    return ['repo1: time-based archive retention not met - archive logs will not be expired'];
  if (removed.length === 0) return ['repo1: 15-1 no archive to remove'];
  const ranges: [first: number, last: number][] = [];
  for (const each of removed) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === each - 1) last[1] = each;
    else ranges.push([each, each]);
  }
  return ranges.map(
    ([first, last]) => `repo1: 15-1 remove archive, start = ${wal(first)}, stop = ${wal(last)}`,
  );
}

const good = (stdout: string): ProgramOutput => ({ code: 0, stdout, stderr: '' });
