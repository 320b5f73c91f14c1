import { describe, expect, it } from 'vitest';
import { freshness } from '../../../src/recovery/postgres/freshness.ts';
import { wording } from '../../wording.ts';
import { at, incremental, later, stanza } from './stanza.ts';

const limits = { backup: 3_600_000, wal: 300_000 };
const problems = (now: string, archived?: string, of = stanza()) =>
  freshness(of, 1, archived === undefined ? undefined : at(archived), limits, at(now)).problems;

describe('a repository', () => {
  it('is fresh when its newest backup and its newest WAL are new enough', () => {
    expect(freshness(stanza(), 1, at('09:42:00'), limits, at('09:45:05'))).toEqual({
      backup: { label: later.label, age: 300_000 },
      wal: 185_000,
      problems: [],
    });
  });

  it('is reported with its backup and its WAL if they are too old', () => {
    expect(problems('11:00:05', '09:42:00')).toEqual([
      wording(`${later.label}`, '1', 'shop', '1h20m', '1h'),
      wording('1', 'shop', '1h18m5s', '5m'),
    ]);
  });

  it('is not fresh by a backup that cannot be restored or has damaged pages', () => {
    const backups = [incremental, { ...later, damaged: true }];
    expect(problems('09:42:00', '09:42:00', stanza({ backups }))).toEqual([wording('1', 'shop')]);
  });

  it('is reported if it has no WAL', () => {
    expect(problems('09:45:05')).toEqual([wording('1', 'shop', 'archive_command', 'pg_stat_archiver')]);
  });
});
