import { expect, it } from 'vitest';
import { restoreTargetOf } from '../../src/actions/restore-target.ts';
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
