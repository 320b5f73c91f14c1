import type { Ending } from '../toolkit/command.ts';
import { printable } from '../toolkit/printable.ts';
import { percent, type TestCoverage } from './coverage.ts';
import { plain, type TestCase } from './junit.ts';

/** The results of a test run. */
export interface TestEvidence {
  /** Undefined when there was no command. */
  readonly ending: Ending | undefined;
  /** Undefined when no JUnit report is declared. */
  readonly cases: readonly TestCase[] | undefined;
  /** Undefined when none is declared, or when it could not be read. */
  readonly coverage: TestCoverage | undefined;
  /** Missing, stale or malformed reports, one sentence each. */
  readonly problems: readonly string[];
}

export interface Thresholds {
  readonly lines?: number;
  readonly branches?: number;
}

export interface TestJudgement {
  readonly verdict: 'pass' | 'fail';
  /** All failures in one sentence; empty when there are none. */
  readonly reason: string;
}

/** Judges a test run. A required result that is missing is a failure. Pure. */
export function judge(evidence: TestEvidence, thresholds: Thresholds): TestJudgement {
  const reasons = [
    ...failedTests(evidence.cases),
    ...missed('lines', evidence, thresholds),
    ...missed('branches', evidence, thresholds),
    ...evidence.problems,
    ...badEnding(evidence),
  ];
  return { verdict: reasons.length === 0 ? 'pass' : 'fail', reason: reasons.map(printable).join('; ') };
}

export function count(cases: readonly TestCase[]): Record<TestCase['outcome'], number> {
  const of = (outcome: TestCase['outcome']) => cases.filter(each => each.outcome === outcome).length;
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

/** Formats the name of a test in one line. */
export function nameOf(test: TestCase): string {
  return test.group === '' || test.name.startsWith(test.group) ? test.name : `${test.group} › ${test.name}`;
}

/** Makes untrusted text one printable line of limited length. */
export function short(text: string, longest = 200): string {
  const line = printable(plain(text)).trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Formats a percentage as `72.5 %`. */
export function shown(value: number): string {
  return `${value} %`;
}

function failedTests(cases: TestEvidence['cases']): string[] {
  if (cases === undefined || cases.length === 0) return [];
  const { passed, failed, skipped } = count(cases);
  if (passed + failed === 0)
    return [`no test ran, ${skipped} skipped: find out why the command skips all tests`];
  const first = cases.find(each => each.outcome === 'failed');
  if (first === undefined) return [];
  const ran = `${failed} of ${passed + failed} tests failed`;
  return [
    `${ran}${failed === 1 ? ':' : ', the first is'} ${short(nameOf(first), 120)} (${short(first.message, 160)})`,
  ];
}

function missed(noun: keyof Thresholds, { coverage }: TestEvidence, thresholds: Thresholds): string[] {
  const threshold = thresholds[noun];
  if (threshold === undefined || coverage === undefined) return [];
  const ratio = coverage[noun];
  if (ratio === undefined) {
    return [
      `the coverage report has no ${noun}: configure the tool to measure them, or remove \`${noun}\` from slipway.yml`,
    ];
  }
  if (ratio.covered * 100 >= threshold * ratio.total) return [];
  return [`${shown(percent(ratio))} of ${noun} are covered, but ${shown(threshold)} must be`];
}

function badEnding({ ending }: TestEvidence): string[] {
  if (ending?.kind === 'cancelled') return ['the run was cancelled'];
  if (ending?.kind === 'signal') return [`the command was terminated by ${ending.name}`];
  if (ending?.kind === 'exit' && ending.code !== 0) {
    const note =
      ending.code === 127 ? ' (command not found)' : ending.code === 126 ? ' (not executable)' : '';
    return [`the command failed with exit code ${ending.code}${note}`];
  }
  return [];
}
