import { UserError } from '../toolkit/errors.ts';
import { attribute, children, type Element, numeric, parseXml, textOf } from './xml.ts';

/** One test as a report tells it. */
export interface TestCase {
  readonly name: string;
  /** Its class, suite or file; may be empty. */
  readonly group: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Undefined when the report does not say. */
  readonly seconds: number | undefined;
  /** Why it failed; empty for other outcomes. */
  readonly message: string;
  /** The stack trace or output of the failure. */
  readonly trace: string;
  /** File and line by their attributes. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** The report that it comes from. */
  readonly report: string;
}

/**
 * Reads a JUnit XML report of whatever kind: `testsuites`, nested `testsuite`, or a single one as the root. Outcomes come from the
 * tests themselves, never from the counts in the attributes.
 * @returns no test at all when the report holds none.
 * @throws UserError when it is broken XML, no JUnit report, or counts failures that it does not list.
 */
export async function readJunit(text: string, report: string): Promise<TestCase[]> {
  const { root, element } = await parseXml(text, report);
  if (root !== 'testsuites' && root !== 'testsuite') {
    throw new UserError(
      `${report} is no JUnit report: it starts with <${root}>`,
      'correct `junit` under test in slipway.yml',
    );
  }
  const cases = root === 'testsuite' ? suiteCases(element, report) : inside(element, report, {});
  const claimed = claimedFailures(root === 'testsuite' ? [element] : children(element, 'testsuite'));
  if (claimed > 0 && !cases.some(each => each.outcome === 'failed')) {
    throw new UserError(
      `${report} counts ${claimed} failures but lists none`,
      'let the reporter write it to its end',
    );
  }
  return cases;
}

interface Surroundings {
  suite?: string | undefined;
  file?: string | undefined;
}

function suiteCases(suite: Element, report: string, around: Surroundings = {}): TestCase[] {
  const own = {
    suite: attribute(suite, 'name') ?? around.suite,
    // PHPUnit and some reporters of jest say the file here; jest writes a folder of its own in `filepath`.
    file: attribute(suite, 'file') ?? attribute(suite, 'filepath') ?? around.file,
  };
  return inside(suite, report, own);
}

function inside(element: Element, report: string, around: Surroundings): TestCase[] {
  return [
    ...children(element, 'testcase').map(each => caseOf(each, report, around)),
    ...brokenSuite(element, report, around),
    ...children(element, 'testsuite').flatMap(each => suiteCases(each, report, around)),
  ];
}

/** A suite that failed itself, as in an error while it was set up: it counts as one failed test. */
function brokenSuite(suite: Element, report: string, around: Surroundings): TestCase[] {
  const failures = failuresOf(suite);
  if (failures.length === 0) return [];
  return [
    {
      name: around.suite ?? 'suite',
      group: '',
      outcome: 'failed',
      seconds: undefined,
      ...explanation(failures, ''),
      file: around.file,
      line: undefined,
      report,
    },
  ];
}

function caseOf(test: Element, report: string, around: Surroundings): TestCase {
  const name = attribute(test, 'name') ?? '(without a name)';
  const failures = failuresOf(test);
  // A flaky failure of surefire was followed by a success; a rerun failure stands beside the final one.
  const stated = [attribute(test, 'status'), attribute(test, 'result')];
  const skipped = children(test, 'skipped').length > 0 || stated.some(each => notRun.test(each ?? ''));
  const outcome = failures.length > 0 ? 'failed' : skipped ? 'skipped' : 'passed';
  return {
    name,
    group: attribute(test, 'classname') ?? attribute(test, 'class') ?? around.suite ?? '',
    outcome,
    seconds: numeric(test, 'time'),
    ...(outcome === 'failed' ? explanation(failures, name) : { message: '', trace: '' }),
    file: attribute(test, 'file') ?? around.file,
    line: lineOf(test),
    report,
  };
}

/** The attributes of a test that did not run, as GoogleTest, CTest and NUnit write them. */
const notRun = /^(skipped|notrun|suppressed|disabled|ignored)$/i;

function failuresOf(element: Element): Element[] {
  return [...children(element, 'failure'), ...children(element, 'error')];
}

/** Enough for every frame that matters; some tests put all of their output into it. */
const longestTrace = 1 << 16;

function explanation(failures: Element[], name: string): { message: string; trace: string } {
  const trace = failures.map(textOf).join('\n').trim().slice(0, longestTrace);
  const [first] = failures;
  const given = first === undefined ? undefined : attribute(first, 'message');
  const type = first === undefined ? undefined : attribute(first, 'type');
  // go-junit-report writes "Failed" for every failure and keeps what matters in the text.
  const said =
    given === undefined || /^failed$/i.test(given.trim()) ? firstLine(trace, name) : firstLine(given);
  return { message: said || given || type || 'failed without a message', trace };
}

/** The first line that says something, with the next one when it ends in a colon; PHPUnit starts with the name of the test. */
function firstLine(text: string, name = ''): string {
  const [first = '', second = ''] = plain(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !(name !== '' && line.endsWith(`::${name}`)));
  return first.endsWith(':') && second !== '' ? `${first} ${second}` : first;
}

/** Without the colours that test runners put into their reports. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
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
