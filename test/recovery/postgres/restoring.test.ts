import { describe, expect, it } from 'vitest';
import type { Exec } from '../../../src/recovery/exec.ts';
import type { RepositoryContents } from '../../../src/recovery/postgres/proving.ts';
import { choiceFrom, type Restoring, restoreDatabase } from '../../../src/recovery/postgres/restoring.ts';
import type { RecoveryTarget } from '../../../src/recovery/postgres/target.ts';
import { parseTimelineHistory } from '../../../src/recovery/postgres/timeline.ts';
import { usualSize } from '../../../src/recovery/postgres/wal.ts';
import { wording } from '../../wording.ts';
import { at, incremental, later, listing, lsn, range, stanza } from './stanza.ts';

const place = { stanza: 'shop', repository: 1 };
const contents: RepositoryContents = {
  stanza: stanza(),
  listing: listing(),
  histories: new Map(),
  archive: stanza().archives[0],
};

describe('the choice of a backup', () => {
  it('follows the newest timeline', () => {
    const { backup, timeline } = choiceFrom(contents, { place, target: { kind: 'latest' }, size: usualSize });
    expect([backup.label, timeline]).toEqual(['20261126-094000F', 1]);
  });

  it('is refused if its history file or all WAL is missing', () => {
    const ask = (changes: Partial<typeof contents>) => () =>
      choiceFrom({ ...contents, ...changes }, { place, target: { kind: 'latest' }, size: usualSize });
    expect(ask({ archive: undefined })).toThrow(wording('1', 'shop'));
    expect(ask({ listing: { ...listing(), histories: [2] } })).toThrow(wording('2', '1'));
  });
});

describe('after a second timeline began at 10:40', () => {
  /** @param last number of the newest segment of timeline 1; segment 20 arrived at 10:35. */
  const chosen = (target: RecoveryTarget, last = 20, branchedAt = new Map([[2, at('10:40:00')]])) => {
    const old = listing(range(1, last));
    const promoted = listing(range(6, 8, 2)).segments.map(each => ({ ...each, archivedAt: at('10:45:00') }));
    const history = parseTimelineHistory('1\t0/6800000\tbefore 2026-11-26 09:25:00+00\n');
    const { backup, timeline } = choiceFrom(
      {
        ...contents,
        listing: { ...old, segments: [...old.segments, ...promoted], histories: [2], branchedAt },
        histories: new Map([[2, history]]),
      },
      { place, target, size: usualSize },
    );
    return [backup.label, timeline];
  };
  const time = (text: string): RecoveryTarget => ({ kind: 'time', at: at(text) });

  it('a time before that is restored from the first, of which the second lacks the end', () => {
    expect(chosen(time('10:30:00'))).toEqual([later.label, 1]);
    expect(chosen({ kind: 'xid', xid: '734', at: at('10:30:00'), exclusive: false })).toEqual([
      later.label,
      1,
    ]);
    expect(chosen(time('09:22:00'))).toEqual([incremental.label, 1]);
  });

  it('a time after that is restored from the second', () => {
    expect(chosen(time('10:42:00'))).toEqual([incremental.label, 2]);
    expect(() => chosen(time('10:42:00'), 20, new Map())).toThrow(wording('timeline 1', 'timeline 2'));
  });

  it('a time between the two is refused', () => {
    expect(() => chosen(time('10:38:00'))).toThrow(wording('timeline 1', 'timeline 2'));
  });

  it('a time before a promotion is restored from the second, which holds all of the first', () => {
    expect(chosen(time('09:22:00'), 5)).toEqual([incremental.label, 2]);
  });

  it('what a set counted is restored from the newest timeline that holds it', () => {
    const counted = (text: string): RecoveryTarget => ({
      ...{ kind: 'lsn', lsn: lsn(text), exclusive: true },
      timeline: 1,
    });
    expect(chosen(counted('0/7800000'))).toEqual([later.label, 1]);
    expect(chosen(counted('0/6800000'))).toEqual([incremental.label, 2]);
    expect(chosen({ kind: 'lsn', lsn: lsn('0/7800000'), exclusive: true })).toEqual([incremental.label, 2]);
  });
});

describe('a failed restore', () => {
  const task = (exec: Exec, changes: Partial<Restoring> = {}): Restoring => ({
    ...{
      exec,
      place,
      target: { kind: 'latest' },
      size: usualSize,
      path: '/copy',
      archives: false,
      connection: { database: 'shop' },
    },
    start: async () => {},
    restart: async () => {},
    ended: async () => undefined,
    during: (_, work) => work(),
    signal: new AbortController().signal,
    sleep: async () => {},
    report: () => {},
    ...changes,
  });

  it('reports the error of pgBackRest for a repository that cannot be read', async () => {
    const exec: Exec = async () => ({
      code: 103,
      stdout: '',
      stderr: 'ERROR: [103]: unable to find a valid repository',
    });
    await expect(restoreDatabase(task(exec))).rejects.toThrow(
      'repository 1 of shop cannot be read (103): ERROR: [103]: unable to find a valid repository',
    );
  });
});
