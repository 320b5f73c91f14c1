/** One project of vitest as a child: what it prints is shown, what it counted is read from its JSON report. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { run } from './with-lab.ts';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'node_modules/.bin/vitest');

/** More failed files than this are no matter of luck. */
const mostAgain = 3;

export interface Count {
  passed: number;
  failed: number;
}

/** What a run of a project came to. */
export interface Ran extends Count {
  /** Files that failed first and were run again. */
  again: string[];
  /** Each test that failed in the end, and how: what ran last is often all that is kept of a log. */
  failures: string[];
}

/** What of vitest's JSON report is read. */
export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName?: string; failureMessages?: string[] | null }[];
  }[];
}

export interface Project {
  name: string;
  /** A folder for its report. */
  scratch: string;
  /** The command that runs another one in the place of the tests. */
  place: (command: string[]) => string[];
  /** Makes that place whole for a second try; without it there is none. */
  again?: () => Promise<void>;
}

/**
 * Runs a project. Files that fail on a lab, where processes, kernels and clocks have a say, are run once more, after all others and one by one;
 * which these were is said, and given back: a test that needs its second try is to be mended.
 */
export async function runProject(project: Project): Promise<Ran> {
  const first = await once(project, []);
  const again = filesToRepeat(first.report);
  if (project.again === undefined || again.length === 0 || again.length > mostAgain)
    return { ...countOf(first), again: [], failures: failuresOf(first.report) };
  console.log(`once more: ${again.map(file => relative(root, file)).join(', ')}`);
  await project.again();
  const second = await once(project, again);
  return {
    ...together(first.report, again, countOf(second)),
    again: again.map(file => relative(root, file)),
    failures: failuresOf(second.report),
  };
}

interface Outcome {
  green: boolean;
  report: Report;
}

async function once({ name, scratch, place }: Project, files: string[]): Promise<Outcome> {
  const file = join(scratch, `${name}.json`);
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file];
  const alone = files.length === 0 ? [] : ['--no-file-parallelism', ...files];
  const command = [program, 'run', '--project', name, ...reporters, ...alone];
  const green = (await run(place(command))) === 0;
  return { green, report: JSON.parse(readFileSync(file, 'utf8')) as Report };
}

/** A file that cannot even be loaded fails no test, but fails the run. Pure. */
function countOf({ green, report }: Outcome): Count {
  const failed = report.numFailedTests;
  return { passed: report.numPassedTests, failed: green || failed > 0 ? failed : 1 };
}

/** One text per failed test, and one per file that could not be loaded. Pure. */
function failuresOf(report: Report): string[] {
  return report.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      const told = failed.map(test => [test.fullName, test.failureMessages?.[0]] as const);
      return (told.length > 0 ? told : [[undefined, message] as const]).map(([test, why]) =>
        [relative(root, name), test, startOf(why)].filter(part => part !== undefined).join(': '),
      );
    });
}

/** Enough of a message to reproduce what it tells: a property's names its seed and its example in the first lines. Pure. */
const startOf = (message: string | undefined) => message?.split('\n').slice(0, 6).join('\n').slice(0, 2000);

/** Pure. */
function filesToRepeat(report: Report): string[] {
  return report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
}

/** The first run without the files of the second, and the second. Pure. */
function together(first: Report, again: string[], second: Count): Count {
  const others = first.testResults.filter(({ name }) => !again.includes(name));
  const passed = others
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(t => t.status === 'passed');
  return { passed: passed.length + second.passed, failed: second.failed };
}
