import { describe, expect, it } from 'vitest';
import type { Result } from './matrix.ts';
import { type FollowUp, scenarios } from './scenarios.ts';
import { caseLine, failingTable, phaseTable, table } from './table.ts';

const [scenario] = scenarios;
const result = (followUp: FollowUp, phase: string, more: Partial<Result> = {}): Result => ({
  case: {
    scenario: scenario!,
    command: 1,
    how: 'kill',
    moment: { phase, write: 3, side: 'before' },
    title: 'PATCH httproutes/shop',
    followUp,
  },
  faults: [],
  reached: true,
  died: { side: 'before', phase, title: 'PATCH httproutes/shop' },
  seconds: 21.44,
  counts: { requests: 1200, failed: 0, injected: 0 },
  said: [],
  log: [],
  ...more,
});

describe('the line of a case', () => {
  it('contains the interruption, the follow-up, and the failed requests', () => {
    expect(caseLine(result('sweep', 'stepping'))).toBe(
      'canary: gate killed before write 3 in stepping (PATCH httproutes/shop), then sweep: ok (21.4 s, 1200 requests, 0 failed)',
    );
  });

  it('contains the actual write if the run died at another one', () => {
    const died = { side: 'before', phase: 'baking', title: 'PUT leases/slipway-shop' } as const;
    expect(caseLine(result('sweep', 'stepping', { died }))).toContain(
      '(it was PUT leases/slipway-shop in baking)',
    );
  });

  it('contains the faults, and when the watchdog acted', () => {
    const text = caseLine(
      result('watchdog', 'stepping', { faults: ['a pod is left'], watchdogSeconds: 33.14 }),
    );
    expect(text).toContain('WRONG: a pod is left');
    expect(text).toContain('the watchdog after 33.1 s');
  });
});

describe('a case of a failing API server', () => {
  const failed = (seconds: number, faults: string[] = []) => {
    const each = result('rollback of the run', '', {
      faults,
      runSeconds: seconds,
      died: { side: 'before', phase: '', title: 'POST jobs' },
    });
    const failure = { behaviour: '503', lasts: 'while', carriedOut: false } as const;
    const moment = { write: 3, side: 'before' } as const;
    return { ...each, case: { ...each.case, how: 'fail' as const, moment, failure } };
  };

  it('contains the failure, its duration, and the duration of the run', () => {
    expect(caseLine(failed(12.3))).toBe(
      'canary: gate answered with 503 for a while at write 3 (PATCH httproutes/shop), then rollback of the run (it was POST jobs): ok (21.4 s, the run 12.3 s)',
    );
  });

  it('is counted for its scenario and behavior, with the longest run', () => {
    const [, row] = failingTable([failed(12.3), failed(40, ['x'])]).split('\n');
    expect(row?.trim().split(/ {2,}/)).toEqual(['canary', '503', '2', '2', '1', '40.0']);
  });
});

describe('the tables', () => {
  const wrong = result('sweep', 'stepping', { faults: ['x'] });
  const results = [wrong, result('sweep', 'stepping'), result('watchdog', 'baking')];
  const cells = (text: string) => text.split('\n').map(line => line.trim().split(/ {2,}/));

  it('count failed cases for each follow-up', () => {
    expect(cells(table(results)).slice(1)).toEqual([
      ['canary', 'kill', 'sweep', '2', '2', '1', '21.4'],
      ['canary', 'kill', 'watchdog', '1', '1', '0', '21.4'],
    ]);
  });

  it('count right cases for each phase and follow-up', () => {
    expect(cells(phaseTable(results))).toEqual([
      ['killed in', 'sweep', 'watchdog'],
      ['stepping', '1/2', '-'],
      ['baking', '-', '1/1'],
    ]);
  });
});
