import { describe, expect, it } from 'vitest';
import type { DrillReport } from '../../src/recovery/drill-report.ts';
import type { HistoryEntry } from '../../src/recovery/history.ts';
import { drillIssue } from '../../src/report/drill-issue.ts';
import { type Issue, planIssues } from '../../src/toolkit/issues.ts';
import { wording } from '../wording.ts';

const at = Date.parse('2026-11-26T03:17:00Z');
const report = (over: Partial<DrillReport> = {}) =>
  ({
    ...{ app: 'shop', environment: 'production', scenario: 'zone', verdict: 'breach', startedAt: at },
    run: { id: 'zone-1', actor: 'ann', url: 'https://ci.example/runs/7' },
    reasons: ['RTO 2h, and 1h is allowed'],
    left: [],
    ...over,
  }) as unknown as DrillReport;
const entry = (over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  ...{ schema: 1, at, app: 'shop', environment: 'production', scenario: 'zone', verdict: 'breach' },
  ...over,
});
const said = (...given: Parameters<typeof drillIssue>) => {
  const topic = drillIssue(...given);
  if (topic?.said === undefined) throw new Error('nothing is said');
  return topic.said;
};

describe('the issue of a scenario', () => {
  it('names the missed target, the run, and earlier drills, the newest first', () => {
    const history = [
      entry({ at: at - 86_400_000, verdict: 'pass', rto: 1_200_000, rpo: 0 }),
      entry({ rto: 7_200_000, run: 'https://ci.example/runs/7' }),
      entry({ scenario: 'pod', verdict: 'fail' }),
      entry({ environment: 'staging', verdict: 'fail' }),
    ];
    const { title, body } = said(report(), history);
    expect(title).toEqual(wording('shop', 'zone', 'production'));
    expect(body).toContain('- `RTO 2h, and 1h is allowed`');
    expect(body).toContain('[this run](https://ci.example/runs/7)');
    expect(body.match(/^- .*: (breach|pass|fail).*$/gm)).toEqual([
      '- [2026-11-26 03:17 UTC](https://ci.example/runs/7): breach, RTO 2h',
      '- 2026-11-25 03:17 UTC: pass, RTO 20m, RPO 0s',
    ]);
  });

  it('lists the objects that a drill left behind, and mentions no user', () => {
    const { body } = said(report({ verdict: 'error', reasons: ['@team `x`'], left: ['node-a is off'] }), []);
    expect(body).toContain('- `` @team `x` ``');
    expect(body).toContain('Left behind:\n\n- `node-a is off`');
  });

  it('is opened once, updated, and closed by a drill that passes, with its run', () => {
    const [first] = planIssues([drillIssue(report(), [])!], []);
    expect(first).toMatchObject({ do: 'open' });
    const open = [{ ...(first as Issue & typeof first), number: 3 }];
    expect(planIssues([drillIssue(report(), [])!], open)).toEqual([]);
    expect(planIssues([drillIssue(report({ verdict: 'fail' }), [])!], open)).toMatchObject([
      { do: 'update', number: 3 },
    ]);
    expect(planIssues([drillIssue(report({ verdict: 'pass' }), [])!], open)).toEqual([
      {
        do: 'close',
        number: 3,
        farewell: 'The drill of 2026-11-26 03:17 UTC passed: https://ci.example/runs/7',
      },
    ]);
    // A drill of another scenario does not close it.
    expect(planIssues([drillIssue(report({ verdict: 'pass', scenario: 'pod' }), [])!], open)).toEqual([]);
  });

  it('links only to a run', () => {
    const run = 'https://ci.example/a) ![x](https://evil.example/b';
    expect(said(report({ run: { id: 'x', actor: 'x', url: run } }), [entry({ run })]).body).not.toContain(
      '](',
    );
  });

  it('is opened by a refused drill, because a drill that never runs must be noticed', () => {
    const refused = report({ verdict: 'refused', reasons: ['the cluster 1 is production'] });
    const { title, body } = said(refused, [entry({ verdict: 'refused' })]);
    expect(title).toEqual(wording('shop', 'refused', 'zone', 'production'));
    expect(body).toContain('the cluster 1 is production');
    expect(body.split('\n\n')[3]).toEqual(wording());
  });

  it('is not changed by a skipped drill', () => {
    expect(drillIssue(report({ verdict: 'skipped' }), [])).toBeUndefined();
  });
});
