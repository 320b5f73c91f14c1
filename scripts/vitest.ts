/** Runs one vitest project as a child process: shows its log, and reads the counts from its JSON report. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { run } from './with-lab.ts';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'node_modules/.bin/vitest');

export interface Count {
  passed: number;
  failed: number;
}

/** The result of a run of a project. */
export interface Ran extends Count {
  /** Failed tests with their messages, for the end of the log, because CI often keeps only that. */
  failures: string[];
}

/** The part of vitest's JSON report that is read. */
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
  /** Paths of the test files; the whole project if empty. */
  files?: readonly string[];
  /** Folder for the JSON report. */
  scratch: string;
  /** Wraps a command so that it runs where the tests must run. */
  place: (command: string[]) => string[];
  env?: Record<string, string>;
}

export async function runProject({ name, files = [], scratch, place, env = {} }: Project): Promise<Ran> {
  const file = join(scratch, `${name}.json`);
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file];
  const command = [program, 'run', '--project', name, ...reporters, ...files];
  const green = (await run(place(command), { env })) === 0;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return { ...countOf(green, report), failures: failuresOf(report) };
}

/** Returns the counts. A test file that cannot be loaded fails the run, but no test. Pure. */
function countOf(green: boolean, report: Report): Count {
  const failed = report.numFailedTests;
  return { passed: report.numPassedTests, failed: green || failed > 0 ? failed : 1 };
}

/** Returns one text per failed test, and one per file that could not be loaded. Pure. */
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

/** Returns the start of a message, which contains the seed and example of a property, or the logs of a case of the kill matrix. Pure. */
const startOf = (message: string | undefined) => message?.split('\n').slice(0, 16).join('\n').slice(0, 4000);
