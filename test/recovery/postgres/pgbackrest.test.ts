import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import * as pgbackrest from '../../../src/recovery/postgres/pgbackrest.ts';

const one = { stanza: 'shop', repository: 1 };
const label = '20261126-090000F';
const restore = {
  ...one,
  set: label,
  timeline: 2,
  path: '/data',
  atTarget: 'promote',
  archives: false,
} as const;

describe('a command of pgBackRest', () => {
  it.each<[string, readonly string[], string]>([
    [
      'backup',
      pgbackrest.backupArguments({ ...one, type: 'incr', annotations: { run: '12/1' } }),
      '--log-level-console=info --log-level-stderr=warn --no-log-timestamp --type=incr --start-fast --no-expire-auto --annotation=run=12/1 backup',
    ],
    [
      'info',
      pgbackrest.infoArguments(one),
      '--log-level-console=off --log-level-stderr=warn --no-log-timestamp --output=json info',
    ],
    [
      'repo-ls',
      pgbackrest.listArchiveArguments(one, '17-1'),
      '--log-level-console=off --log-level-stderr=warn --no-log-timestamp --recurse --output=json repo-ls archive/shop/17-1',
    ],
    [
      'repo-get',
      pgbackrest.readHistoryArguments(one, '17-1', 26),
      '--log-level-console=off --log-level-stderr=warn --no-log-timestamp repo-get archive/shop/17-1/0000001A.history',
    ],
    [
      'restore',
      pgbackrest.restoreArguments({
        ...restore,
        target: { type: 'lsn', value: '0/3000148', exclusive: true },
      }),
      `--log-level-console=info --log-level-stderr=warn --no-log-timestamp --set=${label} --type=lsn --target=0/3000148 --target-exclusive --target-timeline=2 --target-action=promote --archive-mode=off --pg1-path=/data restore`,
    ],
    [
      'restore in place',
      pgbackrest.restoreArguments({
        ...restore,
        target: { type: 'default' },
        timeline: 'current',
        archives: true,
      }),
      `--log-level-console=info --log-level-stderr=warn --no-log-timestamp --set=${label} --type=default --target-timeline=current --archive-mode=preserve --pg1-path=/data restore`,
    ],
    [
      'expire',
      pgbackrest.expireArguments(one, { dryRun: true, set: label, fulls: 4 }),
      `--log-level-console=info --log-level-stderr=warn --no-log-timestamp --set=${label} --repo1-retention-archive=4 --repo1-retention-archive-type=full --dry-run expire`,
    ],
    [
      'settings',
      pgbackrest.settingsArguments(one),
      '--log-level-console=info --log-level-stderr=warn --no-log-timestamp --dry-run expire',
    ],
  ])('%s is built for a script', (_, command, rest) => {
    expect(command.join(' ')).toBe(`pgbackrest --stanza=shop --repo=1 ${rest}`);
  });

  it('for a verification does not wait for each unreadable file', () => {
    expect(pgbackrest.verifyArguments(one, label).join(' ')).toBe(
      `env PGBACKREST_JOB_RETRY_INTERVAL=100ms pgbackrest --stanza=shop --repo=1 --log-level-console=off --log-level-stderr=info --no-log-timestamp --output=text --verbose --set=${label} verify`,
    );
  });

  it('may cover all repositories, as a check always does', () => {
    expect(pgbackrest.checkArguments(one).join(' ')).toBe(
      'pgbackrest --stanza=shop --log-level-console=info --log-level-stderr=warn --no-log-timestamp check',
    );
  });

  it('accepts no invalid label', () => {
    expect(() => pgbackrest.verifyArguments(one, 'latest')).toThrow(RangeError);
    expect(() =>
      pgbackrest.restoreArguments({ ...restore, set: '--force', target: { type: 'default' } }),
    ).toThrow(RangeError);
    expect(pgbackrest.isLabel(`${label}_20261127-030000I`)).toBe(true);
    expect(() => pgbackrest.backupArguments({ ...one, type: 'full', annotations: { 'a=b': '' } })).toThrow(
      RangeError,
    );
  });
});

describe('a restore with only a part of the archive', () => {
  const last = '00000002000000000000000F';
  const command = pgbackrest
    .restoreArguments({ ...restore, target: { type: 'default' }, last })
    .find(each => each.startsWith('--recovery-option=restore_command='))!
    .replace('--recovery-option=restore_command=', '');

  /** As PostgreSQL runs it, with a fake pgbackrest that returns every file. */
  const gives = (name: string) => {
    const run = command.replaceAll('%f', name).replaceAll('%p', 'pg_wal/RECOVERYXLOG');
    try {
      return execFileSync('sh', ['-c', `pgbackrest() { echo "$@"; }; ${run}`], { encoding: 'utf8' }).trim();
    } catch (error) {
      return (error as { status: number }).status;
    }
  };

  it('gives PostgreSQL every segment up to the last one, every history file, and no later segment', () => {
    expect(gives(last)).toBe(
      `--stanza=shop --repo=1 --log-level-console=off --log-level-stderr=warn --no-log-timestamp --pg1-path=/data archive-get ${last} pg_wal/RECOVERYXLOG`,
    );
    for (const name of ['000000010000000000000001', '0000000100000001000000FF', '00000003.history'])
      expect(gives(name)).toContain(`archive-get ${name}`);
    // PostgreSQL takes it for the end of the archive, not for an error.
    for (const name of ['000000020000000000000010', '000000030000000000000001']) expect(gives(name)).toBe(1);
  });

  it('accepts no invalid segment name', () => {
    expect(() =>
      pgbackrest.restoreArguments({ ...restore, target: { type: 'default' }, last: 'X; id' }),
    ).toThrow(RangeError);
    expect(command).not.toContain("'");
  });
});

describe('what an expire would remove', () => {
  /** Of pgBackRest 2.55.1, with the time before each line. */
  const said = `2026-11-26 21:21:34.711 P00   INFO: [DRY-RUN] expire command begin 2.55.1: --dry-run --exec-id=510-dfa1b7f8 --io-timeout=1 --log-level-console=info --repo=1 --repo1-retention-full=1
2026-11-26 21:21:34.728 P00   INFO: [DRY-RUN] repo1: expire full backup set 20261126-212026F, 20261126-212026F_20261126-212124I
2026-11-26 21:21:34.731 P00   INFO: [DRY-RUN] repo1: remove expired backup 20261126-212026F_20261126-212124I
2026-11-26 21:21:34.731 P00   INFO: [DRY-RUN] repo1: remove expired backup 20261126-212026F
2026-11-26 21:21:34.748 P00   INFO: [DRY-RUN] repo1: 17-1 remove archive, start = 000000010000000000000001, stop = 000000010000000000000013
2026-11-26 21:21:34.751 P00   INFO: [DRY-RUN] expire command end: completed successfully (42ms)`;

  it('is a full backup with all that depend on it, each once', () => {
    expect(pgbackrest.expiredLabels(said)).toEqual(['20261126-212026F', '20261126-212026F_20261126-212124I']);
  });

  it('is nothing if it names none', () => {
    const lines = said.split('\n').filter(line => !line.includes('expire'));
    expect(lines).toHaveLength(1);
    expect(pgbackrest.expiredLabels(lines.join('\n'))).toEqual([]);
  });

  it('is one backup by its label, and no folder that a killed run left', () => {
    const line = 'P00   INFO: [DRY-RUN] repo1:';
    const adhoc = `${line} expire adhoc backup ${label}_20261127-030000I\n${line} remove expired backup 20260101-000000F`;
    expect(pgbackrest.expiredLabels(adhoc)).toEqual([`${label}_20261127-030000I`]);
  });
});
