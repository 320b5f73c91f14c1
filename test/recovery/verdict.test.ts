import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMarker } from '../../src/recovery/ledger.ts';
import {
  type LevelCheck,
  levelCheckText,
  levels,
  missingLevels,
  reached,
  unproved,
} from '../../src/recovery/levels.ts';
import { measureLoss } from '../../src/recovery/loss.ts';
import type { Outage } from '../../src/recovery/outage.ts';
import { type DrillEvidence, judgeDrill } from '../../src/recovery/verdict.ts';
import { wording } from '../wording.ts';

const minute = 60_000;
const levelCheck = (level: LevelCheck['level'], state: LevelCheck['state'] = 'passed'): LevelCheck => ({
  level,
  what: `check of ${level}`,
  state,
  sentence: state === 'passed' ? 'good' : 'it is not',
});
const ladder = levels.slice(0, 5).map(level => levelCheck(level));
const over = (rto: number): Outage => ({
  kind: 'over',
  from: 0,
  to: rto,
  rto,
  atLeast: rto - 250,
  notes: [],
});

/** Markers one second apart, of which the last ones are lost. */
function lossOf(gone: number, holes: readonly number[] = []) {
  const markers = Array.from({ length: 20 }, (_, i) => makeMarker(i + 1, 'run', i * 1000, 'x'));
  const ledger = markers.map(({ seq, sentAt, sha256 }) => ({ seq, sentAt, ackedAt: sentAt + 5, sha256 }));
  const recovered = markers.filter(({ seq }) => seq <= 20 - gone && !holes.includes(seq));
  return measureLoss({ ledger, recovered, failedAt: 20_000, every: 1000 });
}
const evidence = (given: Partial<DrillEvidence> = {}): DrillEvidence => ({
  target: { rto: 15 * minute, rpo: 5 * minute },
  outage: over(3 * minute),
  assumedDetection: 0,
  loss: lossOf(0),
  required: 'L4',
  levelChecks: ladder,
  ...given,
});

it('a skipped check leaves a set unproved, like a failed one', () => {
  expect(unproved(ladder)).toEqual([]);
  expect(unproved([...ladder, levelCheck('L1', 'skipped'), levelCheck('L1', 'failed')])).toHaveLength(2);
});

describe('a drill', () => {
  it('passes when everything required was proved within the targets', () => {
    expect(judgeDrill(evidence())).toEqual({ verdict: 'pass', reasons: [] });
  });

  it('is a breach when it recovered too late, including the time assumed for detection', () => {
    const late = judgeDrill(evidence({ outage: over(14 * minute), assumedDetection: 2 * minute }));
    expect(late).toEqual({
      verdict: 'breach',
      reasons: [wording('14m', '13m59s750ms', '2m', '15m')],
    });
  });

  it('that was refused has no other verdict, whatever was found before', () => {
    const refused = 'the cluster 1 is production; there is no force';
    expect(judgeDrill(evidence({ refused, outage: over(0) }))).toEqual({
      verdict: 'refused',
      reasons: [refused],
    });
  });

  it('that wrote no markers passes only by a bound within the target, and says so', () => {
    const because = 'archive_timeout closes it after 1m';
    const of = (bound?: DrillEvidence['bound']) => judgeDrill(evidence({ loss: undefined, bound }));
    expect(of({ atMost: 2 * minute, because }).verdict).toBe('pass');
    expect(of({ atMost: 6 * minute, because })).toEqual({
      verdict: 'breach',
      reasons: [wording(`${because}`, '6m', '5m')],
    });
    expect(of()).toEqual({
      verdict: 'breach',
      reasons: [wording('5m')],
    });
  });

  it('is a breach when more is lost than allowed, even one transaction where none may be lost', () => {
    const target = { rto: 15 * minute, rpo: 3000 };
    expect(judgeDrill(evidence({ target, loss: lossOf(2) })).verdict).toBe('pass');
    expect(judgeDrill(evidence({ target, loss: lossOf(4) }))).toEqual({
      verdict: 'breach',
      reasons: [wording('4s995ms', '4', '20', '3s')],
    });
    expect(judgeDrill(evidence({ target: { ...target, rpo: 0 }, loss: lossOf(1) })).verdict).toBe('breach');
    expect(judgeDrill(evidence({ target: { ...target, rpo: 0 }, loss: lossOf(0) })).verdict).toBe('pass');
  });

  it('is judged by the bound when every marker is lost', () => {
    const bound = { atMost: 4 * minute, because: 'a segment is the newest in the archive' };
    const of = (more: Partial<DrillEvidence>) => judgeDrill(evidence({ loss: lossOf(20), ...more }));
    expect(of({}).verdict).toBe('breach');
    expect(of({ bound }).verdict).toBe('pass');
    expect(of({ bound: { ...bound, atMost: 6 * minute } })).toEqual({
      verdict: 'breach',
      reasons: [wording('6m', '5m')],
    });
    expect(of({ bound, target: { rto: 15 * minute, rpo: 0 } }).verdict).toBe('breach');
  });

  it('fails, and is no breach, when it did not recover, data has a gap, or a check is missing', () => {
    const open: Outage = { kind: 'unresolved', from: 0, atLeast: 9, why: 'no probe was good', notes: [] };
    expect(judgeDrill(evidence({ outage: open }))).toEqual({
      verdict: 'fail',
      reasons: [wording('no probe was good')],
    });
    const holes = judgeDrill(evidence({ loss: lossOf(0, [7]), outage: over(99 * minute) }));
    expect(holes).toMatchObject({
      verdict: 'fail',
      reasons: [wording('7')],
    });
    expect(judgeDrill(evidence({ levelChecks: ladder.slice(0, 4) }))).toEqual({
      verdict: 'fail',
      reasons: [wording('L4')],
    });
  });

  it('fails when the injected fault was not noticed, and passes when it was', () => {
    const rot = { what: 'a flipped byte in the copy' };
    expect(judgeDrill(evidence({ target: undefined, mustNotice: { ...rot, noticed: true } })).verdict).toBe(
      'pass',
    );
    expect(judgeDrill(evidence({ mustNotice: { ...rot, noticed: false } })).reasons).toEqual([
      wording('a flipped byte in the copy'),
    ]);
  });

  it('that was skipped, or broke down itself, shows nothing', () => {
    expect(judgeDrill(evidence({ skipped: 'not steady' })).verdict).toBe('skipped');
    expect(judgeDrill(evidence({ skipped: 'not steady', error: 'no cluster' })).verdict).toBe('error');
  });
});

describe('the ladder', () => {
  it('is climbed as far as everything below was checked and passed', () => {
    expect(reached([])).toBeUndefined();
    expect(reached(ladder)).toBe('L4');
    expect(reached([...ladder, levelCheck('L2', 'failed')])).toBe('L1');
    expect(reached(ladder.filter(({ level }) => level !== 'L1'))).toBe('L0');
  });

  it('describes the result of each check', () => {
    expect(levelCheckText({ ...levelCheck('L1', 'failed'), took: 2000 })).toBe(
      'L1 check of L1 failed: it is not (2s)',
    );
  });

  const levelChecks = fc.array(
    fc.record({
      level: fc.constantFrom(...levels),
      state: fc.constantFrom('passed' as const, 'failed' as const, 'skipped' as const),
    }),
  );
  it('lacks nothing exactly when the level was reached', () => {
    fc.assert(
      fc.property(levelChecks, fc.constantFrom(...levels), (found, required) => {
        const all = found.map(({ level, state }) => levelCheck(level, state));
        const high = reached(all);
        const good = high !== undefined && levels.indexOf(high) >= levels.indexOf(required);
        expect(missingLevels(all, required).length === 0).toBe(good);
      }),
    );
  });

  it('never improves a drill by one more failure', () => {
    const ranks = ['pass', 'breach', 'fail'];
    fc.assert(
      fc.property(
        levelChecks,
        fc.constantFrom(...levels),
        fc.constantFrom(...levels),
        (found, required, level) => {
          const all = found.map(each => levelCheck(each.level, each.state));
          const rank = (more: LevelCheck[]) =>
            ranks.indexOf(judgeDrill(evidence({ levelChecks: [...all, ...more], required })).verdict);
          expect(rank([levelCheck(level, 'failed')])).toBeGreaterThanOrEqual(rank([]));
        },
      ),
    );
  });
});

describe('an optional check', () => {
  const aside: LevelCheck = { ...levelCheck('L3', 'skipped'), demanded: false };

  it('lowers no level when it was not checked', () => {
    expect(reached([...ladder, aside])).toBe('L4');
    expect(missingLevels([...ladder, aside], 'L4')).toEqual([]);
  });

  it('counts like any other when it failed, and is no level alone', () => {
    expect(reached([...ladder, { ...aside, state: 'failed' }])).toBe('L2');
    expect(reached([levelCheck('L0'), levelCheck('L1'), levelCheck('L2'), aside])).toBe('L2');
  });
});
