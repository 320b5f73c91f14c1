import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../src/testing/annotations.ts';
import type { TestCase } from '../../src/testing/junit.ts';
import { testSummary } from '../../src/testing/summary.ts';
import { judge, type TestEvidence } from '../../src/testing/verdict.ts';
import { wording } from '../wording.ts';

const testCase = (over: Partial<TestCase> = {}): TestCase => ({
  name: 'adds',
  group: 'basket',
  outcome: 'passed',
  seconds: 0.1,
  message: '',
  trace: '',
  file: undefined,
  line: undefined,
  report: 'r.xml',
  ...over,
});
const failed = (over: Partial<TestCase> = {}) =>
  testCase({ outcome: 'failed', message: 'expected 31', ...over });
const evidence = (over: Partial<TestEvidence> = {}): TestEvidence => ({
  ending: { kind: 'exit', code: 0 },
  cases: [testCase()],
  coverage: undefined,
  problems: [],
  ...over,
});
const covered = (lines: number, branches?: number): TestEvidence['coverage'] => ({
  lines: { covered: lines, total: 1000 },
  branches: branches === undefined ? undefined : { covered: branches, total: 1000 },
  files: [],
});

describe('the verdict', () => {
  it('is pass when the command succeeded and every test passed', () => {
    expect(judge(evidence(), {})).toEqual({ verdict: 'pass', reason: '' });
  });

  it.each<[string, Partial<TestEvidence>, { lines?: number; branches?: number }, string]>([
    ['a test failed', { cases: [testCase(), failed()] }, {}, wording('1', '2')],
    [
      'several failed and the command too',
      { cases: [failed(), failed({ name: 'b' })], ending: { kind: 'exit', code: 1 } },
      {},
      wording('2', '1'),
    ],
    ['all are skipped', { cases: [testCase({ outcome: 'skipped' })] }, {}, wording('1')],
    ['the command failed', { ending: { kind: 'exit', code: 2 } }, {}, wording('2')],
    ['the command does not exist', { ending: { kind: 'exit', code: 127 } }, {}, wording('127')],
    ['the command was killed', { ending: { kind: 'signal', name: 'SIGKILL' } }, {}, wording('SIGKILL')],
    ['the run was cancelled', { ending: { kind: 'cancelled' } }, {}, wording()],
    ['lines are missed', { coverage: covered(699) }, { lines: 70 }, wording('69.9 %', 'lines', '70 %')],
    [
      'branches are missed',
      { coverage: covered(700, 599) },
      { lines: 70, branches: 60 },
      wording('59.9 %', 'branches', '60 %'),
    ],
    [
      'branches are not measured',
      { coverage: covered(700) },
      { branches: 60 },
      wording('branches', 'slipway.yml'),
    ],
    ['a report is missing', { problems: ['no report matches r.xml'] }, {}, 'no report matches r.xml'],
  ])('is fail when %s', (_name, over, thresholds, reason) => {
    expect(judge(evidence(over), thresholds)).toEqual({ verdict: 'fail', reason });
  });

  it('is pass for a threshold that is met exactly', () => {
    expect(judge(evidence({ coverage: covered(700) }), { lines: 70 }).verdict).toBe('pass');
  });

  it('keeps workflow commands and line breaks out of its reason', () => {
    const { reason } = judge(
      evidence({ cases: [failed({ name: 'a\n::set-output name=x::y', message: '##[error]z' })] }),
      {},
    );
    expect(reason).not.toMatch(/\n|^::|##\[/);
  });
});

const nowhere = { root: '/w', folder: '/w', exists: () => false };

describe('annotations', () => {
  it('are one per failed test, with its location', () => {
    const sources = { ...nowhere, exists: (path: string) => path === '/w/a.test.ts' };
    expect(annotationsOf([testCase(), failed({ trace: 'at x (/w/a.test.ts:4:2)' })], sources)).toEqual([
      { title: 'basket › adds', message: 'expected 31', file: 'a.test.ts', line: 4 },
    ]);
  });

  it('are at most nine, the last with the number of the others, and leave one for the reason', () => {
    const nine = Array.from({ length: 9 }, (_, index) => failed({ name: String(index) }));
    expect(annotationsOf(nine, nowhere)).toHaveLength(9);
    const more = annotationsOf([...nine, failed(), failed()], nowhere);
    expect(more).toHaveLength(9);
    expect(more.at(-1)).toMatchObject({ title: wording('3') });
  });
});

describe('the summary', () => {
  it('shows failed and slow tests and coverage gaps, and escapes their markup', () => {
    const cases = [
      failed({ name: '<img src=x>|b', trace: 'Error\n at f (a.js:1:1)' }),
      testCase({ seconds: 2 }),
    ];
    const text = testSummary(
      'shop',
      {
        ...evidence({ cases }),
        coverage: {
          lines: { covered: 1, total: 4 },
          branches: undefined,
          files: [{ file: 'src/a.ts', lines: { covered: 1, total: 4 }, branches: { covered: 0, total: 0 } }],
        },
        verdict: 'fail',
        reason: '1 of 2 tests failed',
        notes: ['old.xml is older than this run and not counted'],
        sources: nowhere,
      },
      { lines: 70 },
    );
    expect(text).toBe(`### ❌ shop: tests failed

**Why:** 1 of 2 tests failed

1 passed, 1 failed, 0 skipped in 2.1 s of tests.

| failed test | message | where | first line of the trace |
| --- | --- | --- | --- |
| basket › &lt;img src=x>\\|b | expected 31 |  | at f (a.js:1:1) |

| slowest tests | time |
| --- | --- |
| basket › adds | 2.0 s |
| basket › &lt;img src=x>\\|b | 100 ms |

| coverage | covered |  | must be |
| --- | --- | --- | --- |
| lines | 25 % | 1 of 4 | 70 % |
| branches | not measured |  |  |

| least covered files | lines | not covered |
| --- | --- | --- |
| src/a.ts | 25 % | 3 |

- old.xml is older than this run and not counted
`);
  });

  it('stays below the megabyte of GitHub', () => {
    const cases = Array.from({ length: 5000 }, () =>
      failed({ message: 'm'.repeat(5000), trace: 'at a.js:1'.repeat(500) }),
    );
    const result = {
      ...evidence({ cases }),
      verdict: 'fail',
      reason: 'r',
      notes: [],
      sources: nowhere,
    } as const;
    expect(testSummary('shop', result, {}).length).toBeLessThan(100_000);
  });
});
