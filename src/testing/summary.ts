import { cell, table, time } from '../toolkit/markdown.ts';
import { type FileCoverage, percent, type Ratio } from './coverage.ts';
import type { TestCase } from './junit.ts';
import { firstFrame, locate } from './location.ts';
import type { TestResult } from './test.ts';
import { count, nameOf, short, shown, type Thresholds } from './verdict.ts';

/** A job summary is limited to 1 MB; this many rows stay far below it. */
const mostFailures = 50;

/** Formats the result, the failed tests, the slowest tests and the coverage gaps. Pure but for `exists` of the sources. */
export function testSummary(app: string, result: TestResult, thresholds: Thresholds): string {
  const good = result.verdict === 'pass';
  const parts = [
    `### ${good ? '✅' : '❌'} ${cell(app)}: tests ${good ? 'passed' : 'failed'}`,
    result.reason === '' ? '' : `**Why:** ${cell(result.reason)}`,
    countsLine(result),
    failures(result),
    slowest(result.cases ?? []),
    coverageTable(result, thresholds),
    leastCovered(result.coverage?.files ?? []),
    result.notes.map(note => `- ${cell(note)}`).join('\n'),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function countsLine({ cases }: TestResult): string {
  if (cases === undefined) return 'No JUnit report is declared, so there are no results per test.';
  const { passed, failed, skipped } = count(cases);
  const seconds = cases.reduce((sum, each) => sum + (each.seconds ?? 0), 0);
  return `${passed} passed, ${failed} failed, ${skipped} skipped${seconds > 0 ? ` in ${time(seconds * 1000)} of tests` : ''}.`;
}

function failures({ cases, sources }: TestResult): string {
  const failed = (cases ?? []).filter(each => each.outcome === 'failed');
  const rows = failed.slice(0, mostFailures).map(each => {
    const place = locate(each, sources);
    const where =
      place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`}`;
    return [short(nameOf(each)), short(each.message, 300), where, short(firstFrame(each.trace) ?? '')];
  });
  const more = failed.length > mostFailures ? `\n\nAnd ${failed.length - mostFailures} more.` : '';
  return `${table(['failed test', 'message', 'where', 'first line of the trace'], rows)}${more}`;
}

function slowest(cases: readonly TestCase[]): string {
  const timed = cases.flatMap(each =>
    each.seconds === undefined ? [] : [{ each, ms: each.seconds * 1000 }],
  );
  timed.sort((a, b) => b.ms - a.ms);
  return table(
    ['slowest tests', 'time'],
    timed.slice(0, 5).map(({ each, ms }) => [short(nameOf(each)), time(ms)]),
  );
}

function coverageTable({ coverage }: TestResult, thresholds: Thresholds): string {
  if (coverage === undefined) return '';
  const row = (noun: string, ratio: Ratio | undefined, threshold: number | undefined) => [
    noun,
    ratio === undefined ? 'not measured' : shown(percent(ratio)),
    ratio === undefined ? '' : `${ratio.covered} of ${ratio.total}`,
    threshold === undefined ? '' : shown(threshold),
  ];
  return table(
    ['coverage', 'covered', '', 'must be'],
    [row('lines', coverage.lines, thresholds.lines), row('branches', coverage.branches, thresholds.branches)],
  );
}

function leastCovered(files: readonly FileCoverage[]): string {
  const missing = files.filter(each => each.lines.covered < each.lines.total);
  missing.sort((a, b) => percent(a.lines) - percent(b.lines) || b.lines.total - a.lines.total);
  return table(
    ['least covered files', 'lines', 'not covered'],
    missing
      .slice(0, 5)
      .map(({ file, lines }) => [short(file), shown(percent(lines)), String(lines.total - lines.covered)]),
  );
}
