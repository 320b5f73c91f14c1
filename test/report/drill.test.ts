import { describe, expect, it } from 'vitest';
import { type DrillFacts, reportOf } from '../../src/recovery/drill-report.ts';
import type { HistoryEntry } from '../../src/recovery/history.ts';
import { makeMarker } from '../../src/recovery/ledger.ts';
import { measureLoss } from '../../src/recovery/loss.ts';
import { drillSummary } from '../../src/report/drill.ts';
import { drillPage } from '../../src/report/drill-page.ts';
import { wording } from '../wording.ts';

const start = 1_795_000_000_000;
const second = 1000;
const markers = Array.from({ length: 10 }, (_, i) => makeMarker(i + 1, 'run', start + i * second, 'x'));
const ledger = markers.map(({ seq, sentAt, sha256 }) => ({ seq, sentAt, ackedAt: sentAt + 5, sha256 }));
const injectedAt = start + 10 * second;

const facts = (given: Partial<DrillFacts> = {}): DrillFacts => ({
  ...{ app: 'shop', environment: 'production', scenario: 'zone', pace: 'lab' },
  run: { id: '42', actor: 'ann' },
  startedAt: start - 60 * second,
  endedAt: start + 120 * second,
  injectedAt,
  phaseTimes: [
    { phase: 'detect', from: injectedAt, to: injectedAt + 20 * second },
    { phase: 'cutover', from: injectedAt + 25 * second, to: injectedAt + 40 * second },
  ],
  backup: { label: '20261126-010203F', repository: 'far', endedAt: injectedAt - 7200 * second, bytes: 1e9 },
  target: { rto: 3600 * second, rpo: 300 * second },
  outage: {
    kind: 'over',
    from: injectedAt,
    to: injectedAt + 40 * second,
    rto: 40 * second,
    atLeast: 39.75 * second,
    notes: [],
  },
  assumedDetection: 0,
  loss: measureLoss({ ledger, recovered: markers.slice(0, 8), failedAt: injectedAt, every: second }),
  required: 'L0',
  levelChecks: [{ level: 'L0', what: 'backup', state: 'passed', sentence: 'it is 2h old' }],
  tools: { pgbackrest: '2.55' },
  files: {},
  left: [],
  ...given,
});

describe('the report of a drill', () => {
  it('has naive figures beside the measured RTO and RPO', () => {
    const report = reportOf(facts());
    expect(report).toMatchObject({
      schema: 1,
      verdict: 'pass',
      reached: 'L0',
      naive: { rto: 180_000, rpo: 7_200_000 },
    });
    expect(report.breakdown?.parts.map(({ name, took }) => [name, took])).toEqual([
      ['detect', 20_000],
      ['between detect and cutover', 5_000],
      ['cutover', 15_000],
    ]);
    expect(JSON.parse(JSON.stringify(report))).not.toHaveProperty('error');
  });
});

describe('the summary of a drill', () => {
  it('begins with the result, then says where the time went', () => {
    const lines = drillSummary(reportOf(facts())).split('\n');
    expect(lines[0]).toEqual(wording('### ✅', 'shop', 'production', 'zone'));
    expect(lines).toContain('| RTO | 40s (at least 39s750ms) | 1h | 3m (script duration) |');
    expect(lines).toContainEqual(wording('| RPO | 2s995ms', '2 of 10', '5m', '2h', 'backup age'));
    expect(lines).toContain(`    detect 20s :${injectedAt}, ${injectedAt + 20_000}`);
    expect(lines).toContain(
      `    between detect and cutover 5s :done, ${injectedAt + 20_000}, ${injectedAt + 25_000}`,
    );
    expect(lines).toContain('- L0 backup: it is 2h old');
  });

  it('says why, and that this loss cannot be recovered from', () => {
    const bad = facts({
      levelChecks: [{ level: 'L0', what: 'backup', state: 'failed', sentence: 'none is there' }],
    });
    const text = drillSummary(reportOf(bad));
    expect(text.split('\n')[0]).toEqual(wording('### ❌', 'shop', 'production', 'zone'));
    expect(text.split('\n')).toContainEqual(wording('**Why:** L0 backup', 'failed', 'none is there'));
    expect(text.split('\n')[4]).toEqual(wording());
    expect(text).toContain('**Proved:** none');
  });

  it.each([
    ['rot', true, 'fault was detected'],
    ['rot', false, 'fault was not detected'],
    ['autoscaling', true, 'load was handled'],
    ['autoscaling', false, 'load was not handled'],
  ] as const)('of a drill that recovers nothing says what was seen: %s, %s', (scenario, noticed, fact) => {
    const seen = facts({
      ...{ scenario, outage: undefined, loss: undefined, target: undefined },
      mustNotice: { noticed, what: 'damage' },
    });
    const lines = drillSummary(reportOf(seen)).split('\n');
    expect(lines[0]).toEqual(wording('shop', 'production', scenario, fact));
    if (!noticed) expect(lines[4]).toEqual(wording());
  });

  it('of a drill that did not finish has no timeline, and lists the objects left behind', () => {
    const broken = facts({
      error: 'the API server went away',
      outage: undefined,
      left: ['Namespace/shop-dr-42'],
    });
    const text = drillSummary(reportOf(broken));
    expect(text.split('\n')[0]).toEqual(wording('### ⚪', 'shop', 'production', 'zone'));
    expect(text).not.toContain('mermaid');
    expect(text).toContain('- Namespace/shop-dr-42');
  });
});

describe('the page of a drill', () => {
  const day = 86_400_000;
  const entry = (ago: number, rto: number): HistoryEntry => ({
    ...{ schema: 1, at: start - ago * day, app: 'shop', environment: 'production', scenario: 'zone' },
    ...{ verdict: 'pass', rto, rpo: 0, bytes: 1e9 },
  });
  const history = [entry(2, 30_000), entry(1, 31_000), { ...entry(0, 40_000), at: start }];

  it('has the result, where the time went, and what the history shows', () => {
    const page = drillPage(reportOf(facts()), history);
    expect(/<h1>(.*)<\/h1>/.exec(page)?.[1]).toEqual(wording('shop', 'production', 'zone'));
    expect(page).toContain('RTO, target 1h');
    expect(page).toContain('aria-label="detect 20s, between detect and cutover 5s, cutover 15s"');
    expect(page).toContain('3 of 3 drills passed');
    expect(page).not.toContain('<script');
    const headings = (html: string) => html.match(/<h2.*?<\/h2>/g) ?? [];
    const behind = drillPage(reportOf(facts({ left: ['node-a is off'] })), history);
    expect(headings(behind)).toHaveLength(headings(page).length + 1);
  });

  it('escapes untrusted text', () => {
    const evil = '"><script>alert(1)</script>';
    const page = drillPage(
      reportOf(facts({ app: evil, left: [evil], run: { id: evil, actor: evil, url: `javascript:${evil}` } })),
      [],
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain('javascript:');
  });

  it('shows a skipped drill', () => {
    const { outage: _, loss: __, ...none } = facts({ skipped: 'the application was not steady' });
    expect(drillPage(reportOf(none), [])).toContain('the application was not steady');
  });
});
