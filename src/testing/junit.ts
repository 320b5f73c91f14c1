import { UserError } from '../toolkit/errors.ts';
import { attribute, children, type Element, numeric, parseXml, textOf } from './xml.ts';

/** A test in a report. */
export interface TestCase {
  readonly name: string;
  /** Its class, suite or file; may be empty. */
  readonly group: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Undefined when the report has no time. */
  readonly seconds: number | undefined;
  /** Why it failed; empty for other outcomes. */
  readonly message: string;
  /** The stack trace or output of the failure. */
  readonly trace: string;
  /** File and line from the attributes. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** The path of the report. */
  readonly report: string;
}

/**
 * Parses any JUnit XML report: `testsuites`, nested `testsuite`, or a single one as the root. Outcomes come from the tests
 * themselves, never from the counts in the attributes.
 * @returns an empty list when the report has no tests.
 * @throws UserError when it is malformed, not a JUnit report, or counts failures that it does not list.
 */
export async function readJunit(text: string, report: string): Promise<TestCase[]> {
  const { root, element } = await parseXml(text, report);
  if (root !== 'testsuites' && root !== 'testsuite') {
    throw new UserError(
      `${report} is not a JUnit report: it starts with <${root}>`,
      'correct `junit` under test in slipway.yml',
    );
  }
  const cases = root === 'testsuite' ? suiteCases(element, report) : inside(element, report, {});
  const claimed = claimedFailures([element]);
  if (claimed > 0 && !cases.some(each => each.outcome === 'failed')) {
    throw new UserError(
      `${report} counts ${claimed} failures but lists none`,
      'check whether the reporter was interrupted',
    );
  }
  return cases;
}

interface SuiteAttributes {
  suite?: string | undefined;
  file?: string | undefined;
}

function suiteCases(suite: Element, report: string, attributes: SuiteAttributes = {}): TestCase[] {
  return inside(suite, report, {
    suite: attribute(suite, 'name') ?? attributes.suite,
    // PHPUnit and some jest reporters set `file` here; other jest reporters set `filepath`.
    file: attribute(suite, 'file') ?? attribute(suite, 'filepath') ?? attributes.file,
  });
}

function inside(element: Element, report: string, attributes: SuiteAttributes): TestCase[] {
  return [
    ...children(element, 'testcase').map(each => caseOf(each, report, attributes)),
    ...brokenSuite(element, report, attributes),
    ...children(element, 'testsuite').flatMap(each => suiteCases(each, report, attributes)),
  ];
}

/** Counts a suite that itself failed, such as in its setup, as one failed test. */
function brokenSuite(suite: Element, report: string, attributes: SuiteAttributes): TestCase[] {
  const failures = failuresOf(suite);
  if (failures.length === 0) return [];
  return [
    {
      name: attributes.suite ?? 'suite',
      group: '',
      outcome: 'failed',
      seconds: undefined,
      ...explanation(failures, ''),
      file: attributes.file,
      line: undefined,
      report,
    },
  ];
}

function caseOf(test: Element, report: string, attributes: SuiteAttributes): TestCase {
  const name = attribute(test, 'name') ?? '(without a name)';
  const failures = failuresOf(test);
  // surefire's `flakyFailure` was followed by a success, and its `rerunFailure` accompanies the final failure, so neither counts.
  const stated = [attribute(test, 'status'), attribute(test, 'result')];
  const skipped = children(test, 'skipped').length > 0 || stated.some(each => notRun.test(each ?? ''));
  const outcome = failures.length > 0 ? 'failed' : skipped ? 'skipped' : 'passed';
  return {
    name,
    group: attribute(test, 'classname') ?? attribute(test, 'class') ?? attributes.suite ?? '',
    outcome,
    seconds: numeric(test, 'time'),
    ...(outcome === 'failed' ? explanation(failures, name) : { message: '', trace: '' }),
    file: attribute(test, 'file') ?? attributes.file,
    line: lineOf(test),
    report,
  };
}

/** The attribute values of a test that did not run, as GoogleTest, CTest and NUnit write them. */
const notRun = /^(skipped|notrun|suppressed|disabled|ignored)$/i;

function failuresOf(element: Element): Element[] {
  return [...children(element, 'failure'), ...children(element, 'error')];
}

/** Characters: enough for all relevant frames; some tests add their whole output. */
const longestTrace = 1 << 16;

function explanation(failures: Element[], name: string): { message: string; trace: string } {
  const trace = failures.map(textOf).join('\n').trim().slice(0, longestTrace);
  const [first = {}] = failures;
  const given = attribute(first, 'message');
  const type = attribute(first, 'type');
  // go-junit-report writes "Failed" for every failure, and the reason into the text.
  const said =
    given === undefined || /^failed$/i.test(given.trim()) ? firstLine(trace, name) : firstLine(given);
  return { message: said || given || type || 'failed without a message', trace };
}

/** Returns the first meaningful line, with the next one when it ends in a colon; PHPUnit's text starts with the test name. */
function firstLine(text: string, name = ''): string {
  const [first = '', second = ''] = plain(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !(name !== '' && line.endsWith(`::${name}`)));
  return first.endsWith(':') && second !== '' ? `${first} ${second}` : first;
}

/** Removes the color codes that test runners write into their reports. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  return text.replace(/(?:\u001b|#x1B)\[[0-9;]*[A-Za-z]/gi, '');
}

function lineOf(test: Element): number | undefined {
  const line = numeric(test, 'line') ?? numeric(test, 'lineno');
  return line !== undefined && Number.isInteger(line) && line > 0 ? line : undefined;
}

function claimedFailures(suites: Element[]): number {
  return suites.reduce((sum, suite) => {
    const own = (numeric(suite, 'failures') ?? 0) + (numeric(suite, 'errors') ?? 0);
    return sum + Math.max(own, claimedFailures(children(suite, 'testsuite')));
  }, 0);
}
