import { describe, expect, it } from 'vitest';
import { passes } from '../../../src/recovery/postgres/counted-place.ts';
import type { RecoveryTarget } from '../../../src/recovery/postgres/target.ts';
import { lineage, parseTimelineHistory } from '../../../src/recovery/postgres/timeline.ts';
import { at, incremental, later, lsn } from './stanza.ts';

const counted = { lsn: lsn('0/6900000'), timeline: 1, countedAt: at('09:30:00') };
const time = (text: string): RecoveryTarget => ({ kind: 'time', at: at(text) });

describe('a recovery passes what a set counted', () => {
  const goes = (target: RecoveryTarget, place = {}, backup = incremental) =>
    passes({ ...counted, ...place }, { backup, target });

  it('if its target is later than the end of the count', () => {
    expect(goes(time('09:31:01'))).toBe(true);
    expect(goes(time('09:31:00'))).toBe(false);
    expect(goes({ kind: 'lsn', lsn: lsn('0/6900001'), exclusive: true })).toBe(true);
    expect(goes({ kind: 'lsn', lsn: counted.lsn, exclusive: true })).toBe(false);
    expect(goes({ kind: 'latest' })).toBe(true);
  });

  it('but it is unknown for a time if the set does not record when it counted', () => {
    expect(goes(time('23:00:00'), { countedAt: undefined })).toBe(false);
    expect(goes({ kind: 'latest' }, { countedAt: undefined })).toBe(true);
  });

  it('unless its backup ended later', () => {
    expect(goes({ kind: 'latest' }, {}, later)).toBe(false);
  });

  it('unless it was counted on an abandoned timeline', () => {
    const to = (branch: string) => lineage(2, new Map([[2, parseTimelineHistory(`1\t${branch}\tbefore\n`)]]));
    const way = { backup: incremental, target: { kind: 'latest' } } as const;
    expect(passes(counted, { ...way, spans: to('0/6900000') })).toBe(true);
    expect(passes(counted, { ...way, spans: to('0/6800000') })).toBe(false);
  });
});
