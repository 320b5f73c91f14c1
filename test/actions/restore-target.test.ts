import { expect, it } from 'vitest';
import { knownOf, restoreTargetOf, setFor } from '../../src/actions/restore-target.ts';
import { parseLsn } from '../../src/recovery/postgres/wal.ts';
import { database } from '../recovery/backups.ts';
import { wording } from '../wording.ts';

it('the target `counted` is a position on the timeline that was counted', () => {
  expect(restoreTargetOf({ kind: 'counted' }, database({ timeline: 3 }), parseLsn)).toEqual({
    ...{ kind: 'lsn', lsn: 0x3000148n, exclusive: true },
    timeline: 3,
  });
  expect(() => restoreTargetOf({ kind: 'counted' }, undefined, parseLsn)).toThrow(wording('`counted`'));
});

it('the set to compare a database with is the one that was counted before the time', async () => {
  const before = async (name: string) => `before, of ${name}`;
  expect(await setFor('', 'shop', before)).toBe('before, of shop');
  expect(await setFor('20261126T031700Z', 'shop', before)).toBe('20261126T031700Z');
  expect(await setFor('', undefined, before)).toBeUndefined();
});

it('a set knows a database at a position of a timeline, and since when', () => {
  expect(knownOf(database({ countedAt: 5 }), parseLsn)).toMatchObject({
    ...{ lsn: 0x3000148n, timeline: 1, countedAt: 5 },
  });
  expect(knownOf(undefined, parseLsn)).toBeUndefined();
});
