import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Config } from '../config/types.ts';
import { runLogged } from '../toolkit/command.ts';
import { UserError } from '../toolkit/errors.ts';
import type { TestCoverage } from './coverage.ts';
import { readCoverage } from './coverage-report.ts';
import { readJunit, type TestCase } from './junit.ts';
import type { Sources } from './location.ts';
import { freshOf, readReport, type Stamps, stampReports } from './reports.ts';
import { judge, type TestEvidence, type TestJudgement } from './verdict.ts';

type Declared = NonNullable<Config['test']>;

export interface TestOptions {
  /** `test` of slipway.yml. */
  readonly declared: Declared;
  /** The folder of slipway.yml. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** The file descriptor of the log. */
  readonly log: number;
  readonly signal: AbortSignal;
  report(line: string): void;
}

export interface TestResult extends TestEvidence, TestJudgement {
  /** Notes that do not fail the run. */
  readonly notes: readonly string[];
  readonly sources: Sources;
}

/**
 * Runs the tests, reads their reports, and judges them. Problems with the reports are part of the result.
 * @throws UserError when there is nothing to run or read, or bash is missing.
 */
export async function test(options: TestOptions): Promise<TestResult> {
  const { declared, folder } = options;
  const { run, junit, coverage } = declared;
  if (run === undefined && junit === undefined && coverage === undefined) {
    throw new UserError(
      'slipway.yml declares nothing to test',
      'add `run`, `junit` or `coverage` under `test`, or set the input `run`',
    );
  }
  const patterns = [...(junit ?? []), ...(coverage === undefined ? [] : [coverage.file])];
  const before: Stamps = run === undefined ? new Map() : await stampReports(folder, patterns);
  // Without results of single tests, only the output says what failed.
  const group = junit === undefined ? undefined : 'Output of the tests';
  const ending = run === undefined ? undefined : await runLogged({ ...options, run, group });
  const reading = { folder, before, problems: [] as string[], notes: [] as string[] };
  const cases = junit === undefined ? undefined : await collectCases(reading, junit);
  const measured = coverage === undefined ? undefined : await collectCoverage(reading, coverage.file);
  const { problems, notes } = reading;
  // A cancelled command leaves incomplete reports, whose problems would be misleading.
  const evidence = {
    ending,
    cases,
    coverage: measured,
    problems: ending?.kind === 'cancelled' ? [] : problems,
  };
  return {
    ...evidence,
    ...judge(evidence, coverage ?? {}),
    notes: [...new Set(notes)],
    sources: sourcesOf(options),
  };
}

interface Reading {
  folder: string;
  before: Stamps;
  problems: string[];
  notes: string[];
}

async function collectCases(reading: Reading, patterns: readonly string[]): Promise<TestCase[]> {
  const cases: TestCase[] = [];
  // A report may match several patterns.
  const paths = new Set<string>();
  for (const pattern of patterns) for (const path of await freshReports(reading, pattern)) paths.add(path);
  for (const path of paths) {
    const found = await orProblem(reading, async () =>
      readJunit(await readReport(reading.folder, path), path),
    );
    if (found?.length === 0) reading.notes.push(`${path} contains no tests`);
    // Not push(...): a report may have more tests than a call may have arguments.
    for (const each of found ?? []) cases.push(each);
  }
  if (cases.length === 0 && reading.problems.length === 0)
    reading.problems.push(
      `no test ran: ${patterns.join(', ')} contains none, so check where the command looks for tests`,
    );
  return cases;
}

async function collectCoverage(reading: Reading, file: string): Promise<TestCoverage | undefined> {
  const [path, ...others] = await freshReports(reading, file);
  if (path === undefined) return undefined;
  if (others.length > 0) {
    reading.problems.push(
      `${others.length + 1} reports match ${file}: name one file in \`coverage.file\`, or make the command merge them`,
    );
    return undefined;
  }
  return orProblem(reading, async () => {
    const text = await readReport(reading.folder, path);
    const coverage = await readCoverage(text, path);
    if (coverage.lines.total > 0) return coverage;
    throw new UserError(`${path} covers no line of code`, 'check which files the coverage tool includes');
  });
}

/** Returns the reports of a pattern that this run wrote; older ones prove nothing. */
async function freshReports(reading: Reading, pattern: string): Promise<string[]> {
  const { fresh, stale } = freshOf(reading.before, await stampReports(reading.folder, [pattern]));
  const ignored = `${stale.length === 1 ? stale[0] : `${stale.length} reports`} ${stale.length === 1 ? 'is' : 'are'} older than this run`;
  if (fresh.length > 0) {
    if (stale.length > 0) reading.notes.push(`${ignored} and not counted`);
    return fresh;
  }
  reading.problems.push(
    stale.length > 0
      ? `${ignored}, and the command wrote no new one: make it write one on every run`
      : `no report matches ${pattern}: correct the path in slipway.yml, or make the command write it`,
  );
  return [];
}

async function orProblem<T>(reading: Reading, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    reading.problems.push(error.sentence);
    return undefined;
  }
}

/** Returns the sources. Annotations are relative to the workspace or, for tests outside of it, to their folder. */
function sourcesOf({ folder, env }: TestOptions): Sources {
  const tests = resolve(folder);
  const workspace = resolve(env.GITHUB_WORKSPACE || '.');
  const root = relative(workspace, tests).startsWith('..') ? tests : workspace;
  const known = new Map<string, boolean>();
  const exists = (path: string) => {
    const seen = known.get(path) ?? existsSync(path);
    known.set(path, seen);
    return seen;
  };
  return { root, folder: tests, exists };
}
