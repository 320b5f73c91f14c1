import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChoiceInput,
  choose,
  formatTarget,
  type RecoveryTarget,
  targetScript,
} from '../../../src/recovery/postgres/target.ts';
import { lineage, parseTimelineHistory } from '../../../src/recovery/postgres/timeline.ts';
import { usualSize } from '../../../src/recovery/postgres/wal.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { wording } from '../../wording.ts';
import { at, backup, full, incremental, later, listing, lsn, range, stanza, wal } from './stanza.ts';

const input = (target: RecoveryTarget, changes: Partial<ChoiceInput> = {}): ChoiceInput => ({
  stanza: stanza(),
  repository: 1,
  target,
  spans: lineage(1, new Map())!,
  listing: listing(),
  size: usualSize,
  ...changes,
});
const time = (text: string): RecoveryTarget => ({ kind: 'time', at: at(text) });
const chosen = (target: RecoveryTarget, changes: Partial<ChoiceInput> = {}) =>
  choose(input(target, changes)).backup.label;
const refusal = (target: RecoveryTarget, changes: Partial<ChoiceInput> = {}) => {
  try {
    choose(input(target, changes));
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  return undefined;
};

describe('for a point in time', () => {
  it('the newest backup that ended before it is chosen', () => {
    expect(chosen(time('09:19:00'))).toBe(full.label);
    expect(chosen(time('09:30:00'))).toBe(incremental.label);
    expect(choose(input(time('09:30:00')))).toMatchObject({
      timeline: 1,
      target: { type: 'time', value: '2026-11-26 09:30:00.000+00' },
      rejected: [wording(later.label, '2026-11-26 09:40:05.000+00')],
    });
  });

  it('a backup that ended in the same second may hold later changes', () => {
    expect(chosen(time('09:20:03.999'))).toBe(full.label);
    expect(chosen(time('09:20:04'))).toBe(incremental.label);
  });

  it('a later backup is refused even if it is named, because recovery would ignore the target without an error', () => {
    expect(refusal(time('09:30:00'), { set: later.label })).toEqual(
      wording(
        '1',
        'shop',
        '2026-11-26 09:30:00.000+00',
        later.label,
        '2026-11-26 09:40:05.000+00',
        '0/7000158',
      ),
    );
  });

  it('an earlier backup that is named is chosen', () => {
    expect(chosen(time('09:30:00'), { set: full.label })).toBe(full.label);
  });

  it('the choice fails if no backup is old enough', () => {
    expect(refusal(time('09:00:05'))).toEqual(wording('2026-11-26 09:00:05.000+00', full.label));
    expect(refusal(time('09:30:00'), { stanza: stanza({ backups: [] }) })).toEqual(wording('1', 'shop'));
    expect(refusal(time('09:30:00'), { set: '20260101-000000F' })).toEqual(wording('20260101-000000F'));
  });

  it('the WAL must be archived', () => {
    expect(refusal(time('09:41:00'))).toEqual(wording('2026-11-26 09:41:00.000+00', '1', 'pg_switch_wal()'));
    expect(chosen(time('09:39:59'))).toBe(incremental.label);
  });

  it('the WAL must have no gap', () => {
    const gap = listing(range(1, 9).filter(name => name !== wal(6)));
    expect(refusal(time('09:30:00'), { listing: gap })).toEqual(
      wording(incremental.label, '2026-11-26 09:30:00.000+00', '1 segment', wal(6), '1'),
    );
    expect(chosen(time('09:19:00'), { listing: gap })).toBe(full.label);
  });

  it('the WAL of the backup itself must be archived, even if all segments were copied later', () => {
    const copied = listing(range(1, 9).filter(name => name !== wal(5)));
    const segments = copied.segments.map(each => ({ ...each, at: at('11:00:00') }));
    expect(refusal(time('09:30:00'), { listing: { ...copied, segments } })).toEqual(
      wording('1 segment', wal(5), '1'),
    );
  });

  it('a backup with damaged pages is skipped unless it is named', () => {
    const damaged = { ...incremental, damaged: true };
    const backups = [full, damaged, later];
    expect(chosen(time('09:30:00'), { stanza: stanza({ backups }) })).toBe(full.label);
    expect(chosen(time('09:30:00'), { stanza: stanza({ backups }), set: damaged.label })).toBe(damaged.label);
  });

  it('a backup that depends on a missing one is skipped', () => {
    expect(refusal(time('09:30:00'), { stanza: stanza({ backups: [incremental] }) })).toEqual(
      wording(incremental.label),
    );
  });

  it('a backup of another repository is ignored', () => {
    const other = { ...incremental, repository: 2 };
    expect(chosen(time('09:30:00'), { stanza: stanza({ backups: [full, other] }) })).toBe(full.label);
  });
});

describe('after a promotion', () => {
  const spans = lineage(
    2,
    new Map([[2, parseTimelineHistory('1\t0/6800000\tno recovery target specified\n')]]),
  )!;
  const both = listing([...range(1, 8), ...range(6, 9, 2)], [2]);

  it('a backup on the old timeline counts only up to the branch point', () => {
    expect(choose(input({ kind: 'latest' }, { spans, listing: both }))).toMatchObject({
      backup: incremental,
      timeline: 2,
      rejected: [wording(later.label, 'timeline 1')],
    });
  });

  it('an LSN is found on the timeline that has it', () => {
    const place = (text: string): RecoveryTarget => ({ kind: 'lsn', lsn: lsn(text), exclusive: true });
    expect(chosen(place('0/6900000'), { spans, listing: both })).toBe(incremental.label);
    expect(refusal(place('0/6900000'), { spans, listing: listing(range(1, 8), [2]) })).toEqual(
      wording('LSN 0/6900000', '1'),
    );
    const late = backup('20261126-094100F', {
      startLsn: lsn('0/7000028'),
      stopLsn: lsn('0/7000200'),
      startWal: wal(7, 2),
      stopWal: wal(7, 2),
    });
    const backups = [full, incremental, later, late];
    expect(chosen(place('0/8900000'), { spans, listing: both, stanza: stanza({ backups }) })).toBe(
      late.label,
    );
  });
});

describe('for an LSN', () => {
  const place = (text: string, exclusive = true): RecoveryTarget => ({
    kind: 'lsn',
    lsn: lsn(text),
    exclusive,
  });

  it('the backup must end before it', () => {
    expect(chosen(place('0/5000158'))).toBe(full.label);
    expect(chosen(place('0/5000159'))).toBe(incremental.label);
  });

  it('its segment must be archived, because recovery stops at a record beyond it', () => {
    expect(chosen(place('0/9FFFFFF'))).toBe(later.label);
    expect(refusal(place('0/A000000'))).toEqual(wording('0/A000000', '1'));
  });
});

describe('the end', () => {
  it('of a backup needs the WAL of the backup itself', () => {
    const target: RecoveryTarget = { kind: 'backup', label: incremental.label };
    expect(choose(input(target))).toMatchObject({
      backup: incremental,
      timeline: 'current',
      target: { type: 'immediate' },
    });
    expect(refusal(target, { listing: listing(range(6, 9)) })).toEqual(wording('1 segment', wal(5), '1'));
  });

  it('of the archive as of a loss allows no backup that ended after it', () => {
    expect(chosen({ kind: 'latest', at: later.endedAt + 1000 })).toBe(later.label);
    expect(chosen({ kind: 'latest', at: later.endedAt + 999 })).toBe(incremental.label);
  });

  it('of the archive must not be a gap, at which recovery would end without an error', () => {
    expect(chosen({ kind: 'latest' })).toBe(later.label);
    const gap = listing(range(1, 9).filter(name => name !== wal(8)));
    expect(refusal({ kind: 'latest' }, { listing: gap })).toEqual(
      wording('1 segment', wal(8), 'repository 1'),
    );
  });
});

describe('a target', () => {
  it.each<[RecoveryTarget, ReturnType<typeof formatTarget>]>([
    [
      { kind: 'time', at: at('09:30:00.120') },
      { type: 'time', value: '2026-11-26 09:30:00.120+00' },
    ],
    [
      { kind: 'lsn', lsn: lsn('16/B374D848'), exclusive: true },
      { type: 'lsn', value: '16/B374D848', exclusive: true },
    ],
    [
      { kind: 'xid', xid: '745', at: 0, exclusive: false },
      { type: 'xid', value: '745', exclusive: false },
    ],
    [
      { kind: 'name', name: 'before-78', at: 0 },
      { type: 'name', value: 'before-78' },
    ],
    [{ kind: 'latest' }, { type: 'default' }],
  ])('is written as pgBackRest accepts it: %o', (target, written) => {
    expect(formatTarget(target)).toEqual(written);
  });
});

describe('of many backups', () => {
  const places = fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { minLength: 1 });

  it('the newest that ended before the LSN is always chosen, and none if there is none', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 2, max: 41 }), (numbers, wanted) => {
        const backups = numbers
          .sort((a, b) => a - b)
          .map(number =>
            backup(`20261126-0000${String(number).padStart(2, '0')}F`, {
              endedAt: number * 60_000,
              startLsn: lsn(`0/${(number * 2 ** 24 + 0x28).toString(16)}`),
              stopLsn: lsn(`0/${(number * 2 ** 24 + 0x158).toString(16)}`),
              startWal: wal(number),
              stopWal: wal(number),
            }),
          );
        const target: RecoveryTarget = {
          kind: 'lsn',
          lsn: lsn(`0/${(wanted * 2 ** 24 + 0x100).toString(16)}`),
          exclusive: true,
        };
        const changes = { stanza: stanza({ backups }), listing: listing(range(1, 41)) };
        const expected = backups.findLast(({ startLsn }) => startLsn < BigInt(wanted * 2 ** 24));
        if (expected === undefined) expect(refusal(target, changes)).toContain('repository 1');
        else expect(chosen(target, changes)).toBe(expected.label);
      }),
    );
  });
});

describe('the settings of a target, after the pause on the path', () => {
  it('remove the LSN to pause at', () => {
    expect(targetScript(formatTarget({ kind: 'latest' }))).toBe(
      'alter system reset recovery_target_lsn;\nalter system reset recovery_target_inclusive;\nalter system reset recovery_target_action;',
    );
  });

  it('set the target', () => {
    const script = targetScript(formatTarget({ kind: 'lsn', lsn: lsn('0/7000158'), exclusive: true }));
    expect(script.split('\n').slice(3)).toEqual([
      "alter system set recovery_target_lsn = E'0/7000158';",
      'alter system set recovery_target_inclusive = false;',
      "alter system set recovery_target_action = 'promote';",
    ]);
  });
});
