import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../src/analysis/prometheus.ts';
import { compare } from '../../src/monitoring/comparison.ts';
import { judgeHealth } from '../../src/monitoring/health.ts';
import type { MonitorReport } from '../../src/monitoring/monitor.ts';
import type { Readings } from '../../src/monitoring/readings.ts';
import { signalsOf } from '../../src/monitoring/signals.ts';
import { monitorSummary } from '../../src/report/monitor.ts';
import { monitorPage } from '../../src/report/monitor-page.ts';
import { everything, shop } from '../monitoring/subjects.ts';
import { wording } from '../wording.ts';

const at = Date.parse('2026-11-28T14:00:00Z');
const subject = shop(everything);
const over = (...values: number[]): Sample[] => values.map((value, index) => [at + index * 30_000, value]);
/** Medians before and after, by signal; the others have no data. */
const measured: Record<string, [before: number, after: number]> = {
  requests: [120, 118],
  errors: [0.0002, 0.06],
  'latency-p95': [0.25, 0.252],
  memory: [52_428_800, 157_286_400],
  cost: [7, 14],
};
const readings: Readings = {
  comparisons: signalsOf(subject).map(signal => {
    const [before, after] = (measured[signal.name] ?? []).map(each => over(each, each, each, each));
    return compare(signal, before ?? [], after ?? []);
  }),
  objectives: [
    { objective: 'availability', allowed: 0.001, before: 0.0002, after: 0.06, bad: 900, budget: -0.25 },
    { objective: 'latency', allowed: 0.01, before: undefined, after: 0.004, bad: 60, budget: undefined },
  ],
  targets: [
    { name: 'pods', up: 3, down: [] },
    { name: 'redis', up: 0, down: ['redis:9121'] },
  ],
  alerts: [
    {
      name: 'SlipwayErrorBudgetBurn',
      severity: 'critical',
      since: at - 60_000,
      ...{ firedBefore: false, scraped: false },
    },
  ],
  standbys: [{ lag: 30_000, promised: 2, within: 1 }],
  unknownLabels: [],
  hasRules: true,
  failures: [],
};
const reportOf = (of: Readings | undefined, more: Partial<MonitorReport> = {}): MonitorReport => ({
  ...(of === undefined
    ? { verdict: 'unknown', reasons: [{ sentence: 'Prometheus is away', sinceRelease: false }], notes: [] }
    : judgeHealth(subject, of, at - 600_000)),
  ...{ app: 'shop', environment: 'production', release: 7 as never, since: at - 600_000, at },
  ...{ spans: undefined, readings: of, refusal: 'it is two hours old' },
  ...more,
});

/** The rows of the tables, without their heads. */
const rowsOf = (summary: string) =>
  [...summary.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split(' | ').map(each => each.trim()));
const cellsOf = (page: string) =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  );

const expected = [
  ['availability', '0.02 %', '6 %', '0.1 %', '-25 %'],
  ['latency', '–', '0.4 %', '1 %', '–'],
  ['Requests', '120 requests/s', '118 requests/s', 'same'],
  ['Failed requests', '0.02 %', '6 %', 'worse'],
  ['Latency, 95th percentile', '250 ms', '252 ms', 'same'],
  ['Memory per pod', '50 MiB', '150 MiB', 'worse'],
  ['cost', '7', '14', 'worse'],
  ['pods', '3', ''],
  ['redis', '0', 'redis:9121'],
  ['30s', '2', '1'],
  ['SlipwayErrorBudgetBurn', 'critical', '2026-11-28 13:59'],
];

describe('M3: the report of monitor', () => {
  it('has the numbers of the readings in the summary, and nothing without data', () => {
    const rows = rowsOf(monitorSummary(reportOf(readings)));
    for (const row of expected) expect(rows).toContainEqual(row);
    expect(rows.map(([first]) => first)).not.toContain('Network');
  });

  it('has the same rows on the page, which is well-formed and loads nothing', () => {
    const page = monitorPage(reportOf(readings));
    for (const row of expected) expect(cellsOf(page)).toContainEqual(row);
    expect(XMLValidator.validate(page.replace(/^<!doctype html>/i, '').replace(/<meta[^>]*>/g, ''))).toBe(
      true,
    );
    expect(page).not.toMatch(/<script|<link|@import|url\(|src=|NaN|undefined|Infinity/);
    // A plot of each signal with data, named with its medians.
    expect(page.match(/<svg/g)).toHaveLength(Object.keys(measured).length);
    expect(page).toContain('<h2>Memory per pod</h2><p>50 MiB before, 150 MiB after</p>');
  });

  it('says the verdict, why, and what to do', () => {
    const [first, , ...rest] = monitorSummary(reportOf(readings)).split('\n');
    expect(first).toEqual(wording('shop', 'production', 'release 7', 'degraded'));
    expect(rest.join('\n')).toContain('- 6 % of the requests were bad');
    expect(rest).toContainEqual(wording('it is two hours old'));
    expect(rest).toContainEqual(wording('cost: 7 before, 14 after'));
  });

  it.each<[string, MonitorReport, string[]]>([
    ['unknown, never healthy', reportOf(undefined), ['unknown', 'release 7']],
    ['superseded', reportOf(undefined, { verdict: 'superseded' }), ['another release']],
    ['rolled back', reportOf(undefined, { verdict: 'superseded', isRolledBack: true }), ['rolled back']],
    ['healthy', reportOf(readings, { verdict: 'healthy', reasons: [] }), ['release 7', 'healthy']],
  ])('is headed by the verdict %s', (_, report, facts) => {
    expect(monitorSummary(report).split('\n')[0]).toEqual(wording(...facts));
    expect(/<h1>(.*)<\/h1>/.exec(monitorPage(report))?.[1]).toEqual(wording(...facts));
  });

  it('shows untrusted names as text', () => {
    const alerts = [
      {
        name: '<img src=x>|[a](//b)',
        severity: 'critical',
        since: undefined,
        ...{ firedBefore: false, scraped: true },
      },
    ];
    const report = reportOf({ ...readings, alerts });
    expect(monitorSummary(report)).not.toMatch(/<img|[^\\]\[a/);
    expect(monitorPage(report)).not.toContain('<img');
  });

  it('rounds any share to three digits, in the summary as on the page', () => {
    const share = fc.double({ min: 0.0001, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (before, after) => {
        const objectives = [{ objective: 'availability', allowed: 0.001, before, after, bad: 60, budget: 1 }];
        const report = reportOf({ ...readings, objectives });
        const find = (rows: string[][]) => rows.find(([first]) => first === 'availability') ?? [];
        const row = find(rowsOf(monitorSummary(report)));
        expect(find(cellsOf(monitorPage(report)))).toEqual(row);
        const [was, is] = row.slice(1, 3).map(text => Number.parseFloat(text) / 100);
        expect(Math.abs((was ?? 0) / before - 1)).toBeLessThanOrEqual(0.006);
        expect(Math.abs((is ?? 0) / after - 1)).toBeLessThanOrEqual(0.006);
      }),
      { numRuns: 25 },
    );
  });
});
