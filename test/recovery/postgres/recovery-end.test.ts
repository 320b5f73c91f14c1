import { describe, expect, it } from 'vitest';
import {
  judgeRecovery,
  parseRecoveryEnd,
  type RecoveryEnd,
} from '../../../src/recovery/postgres/recovery-end.ts';
import type { RecoveryTarget } from '../../../src/recovery/postgres/target.ts';
import { wording } from '../../wording.ts';
import { at, full, incremental, later, lsn } from './stanza.ts';

const time: RecoveryTarget = { kind: 'time', at: at('09:30:00') };
const end = (reason: string, changes: Partial<RecoveryEnd> = {}): RecoveryEnd => ({
  inRecovery: false,
  timeline: 2,
  previous: { timeline: 1, lsn: lsn('0/6000100'), reason },
  replayed: lsn('0/6000100'),
  lastCommit: at('09:29:59.5'),
  base: incremental.startLsn,
  ...changes,
});
const backups = [full, incremental, later];
const deviations = (found: RecoveryEnd, target: RecoveryTarget = time) =>
  judgeRecovery(found, target, incremental, backups).map(({ kind, sentence }) => `${kind}: ${sentence}`);

describe('the answer of a restored database', () => {
  const answer = {
    inRecovery: false,
    timeline: '00000002',
    history: '1\t0/6000100\tbefore 2026-11-26 09:30:00.5+00\n',
    replayed: '0/6000100',
    lastCommit: 1_795_685_399_500.123,
    label: 'START WAL LOCATION: 0/5000028 (file 000000010000000000000005)\nCHECKPOINT LOCATION: 0/5000060\n',
  };

  it('is read', () => {
    expect(parseRecoveryEnd(JSON.stringify(answer))).toEqual({
      inRecovery: false,
      timeline: 2,
      previous: { timeline: 1, lsn: lsn('0/6000100'), reason: 'before 2026-11-26 09:30:00.5+00' },
      replayed: lsn('0/6000100'),
      lastCommit: 1_795_685_399_500.123,
      base: lsn('0/5000028'),
    });
    const none = {
      inRecovery: true,
      timeline: null,
      history: null,
      replayed: null,
      lastCommit: null,
      label: null,
    };
    expect(parseRecoveryEnd(JSON.stringify(none))).toEqual({ inRecovery: true });
    const lists = { ...none, replayed: [answer.replayed], label: [answer.label] };
    expect(parseRecoveryEnd(JSON.stringify(lists))).toEqual({ inRecovery: true });
  });

  it.each(['', 'f', '{}'])('is not %j', text => {
    expect(() => parseRecoveryEnd(text)).toThrow(wording());
  });
});

describe('a recovery', () => {
  it('that stopped before the first commit after its target is right', () => {
    expect(deviations(end('before 2026-11-26 09:30:00.000001+00'))).toEqual([]);
    expect(deviations(end('before 2026-11-26 11:00:00.5+01:30'))).toEqual([]);
  });

  it('from a later backup than the chosen one is a deviation, although it stopped "before" a commit', () => {
    expect(
      deviations(end('before 2026-11-26 09:41:00+00', { base: later.startLsn, lastCommit: at('09:29:00') })),
    ).toEqual([
      wording(`${incremental.label}`, `${later.label}`, 'other-backup'),
      wording(`${later.label}`, 'beyond-target', '2026-11-26 09:40:05.000+00'),
    ]);
  });

  it('from an unknown backup, or from none, is not from the requested one', () => {
    const stop = 'before 2026-11-26 09:30:01+00';
    expect(deviations(end(stop, { base: lsn('0/3000028') }))[0]).toEqual(wording('0/3000028'));
    const { base: _, ...none } = end(stop);
    expect(deviations(none)[0]).toContain('other-backup');
  });

  it('that ignored its target is a deviation', () => {
    expect(deviations(end('no recovery target specified'))).toEqual([
      wording('target-ignored', '0/6000100', '2026-11-26 09:30:00.000+00'),
    ]);
    expect(deviations(end('reached consistency'))[0]).toContain('target-ignored');
    expect(deviations(end('before some time'))[0]).toContain('target-ignored');
  });

  it('that replayed a commit after its target is a deviation', () => {
    expect(deviations(end('before 2026-11-26 09:31:00+00', { lastCommit: at('09:30:00') + 0.5 }))[0]).toEqual(
      wording('beyond-target', '2026-11-26 09:30:00.001+00'),
    );
  });

  it('that stopped at an earlier target is a deviation', () => {
    expect(deviations(end('before 2026-11-26 09:30:00+00'))[0]).toContain('too-early');
  });

  it('that is still running, or never began, is a deviation', () => {
    expect(deviations({ inRecovery: true })[0]).toContain('in-recovery');
    expect(deviations({ inRecovery: false, timeline: 1 })[0]).toContain('no-recovery');
  });

  it.each<[string, RecoveryTarget, string, Partial<RecoveryEnd>, string[]]>([
    ['an LSN', { kind: 'lsn', lsn: lsn('0/6000100'), exclusive: true }, 'before LSN 0/6000100', {}, []],
    [
      'an LSN that is passed',
      { kind: 'lsn', lsn: lsn('0/60000F0'), exclusive: true },
      'before LSN 0/6000100',
      {},
      ['beyond-target'],
    ],
    [
      'an LSN, inclusive',
      { kind: 'lsn', lsn: lsn('0/60000F0'), exclusive: false },
      'after LSN 0/60000F0',
      {},
      [],
    ],
    [
      'an LSN that is not reached',
      { kind: 'lsn', lsn: lsn('0/6000200'), exclusive: true },
      'before LSN 0/6000100',
      {},
      ['too-early'],
    ],
    [
      'the wrong side of an LSN',
      { kind: 'lsn', lsn: lsn('0/6000100'), exclusive: true },
      'after LSN 0/6000100',
      {},
      ['target-ignored'],
    ],
    [
      'a transaction',
      { kind: 'xid', xid: '745', at: at('09:30:00'), exclusive: true },
      'before transaction 745',
      {},
      [],
    ],
    [
      'another transaction',
      { kind: 'xid', xid: '745', at: at('09:30:00'), exclusive: true },
      'before transaction 746',
      {},
      ['target-ignored'],
    ],
    [
      'a restore point',
      { kind: 'name', name: 'before-78', at: at('09:30:00') },
      'at restore point "before-78"',
      {},
      [],
    ],
    ['the end of a backup', { kind: 'backup', label: incremental.label }, 'reached consistency', {}, []],
    ['the end of the archive', { kind: 'latest' }, 'no recovery target specified', {}, []],
  ])('to %s', (_, target, reason, changes, kinds) => {
    expect(judgeRecovery(end(reason, changes), target, incremental, backups).map(({ kind }) => kind)).toEqual(
      kinds,
    );
  });

  it('to the end of the archive must reach its newest segment', () => {
    const found = end('no recovery target specified');
    const judged = (last: string) =>
      judgeRecovery(found, { kind: 'latest' }, incremental, backups, {
        ...{ last: lsn(last), end: lsn('0/8000000') },
      }).map(({ kind }) => kind);
    expect([judged('0/6000000'), judged('0/7000000')]).toEqual([[], ['too-early']]);
  });

  it('to the end of the archive as of a loss must not pass it', () => {
    const target: RecoveryTarget = { kind: 'latest', at: at('09:30:00') };
    const judged = (last: string, end: string) =>
      judgeRecovery(reached, target, incremental, backups, { last: lsn(last), end: lsn(end) });
    const reached = end('no recovery target specified');
    expect(judged('0/6000000', '0/7000000')).toEqual([]);
    expect(judged('0/5000000', '0/6000000').map(({ kind }) => kind)).toEqual(['beyond-target']);
  });
});
