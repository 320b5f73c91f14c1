import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Report, runProject } from '../../scripts/vitest.ts';

type Results = Record<string, ('passed' | 'failed')[]>;

const reportOf = (results: Results): Report => {
  const files = Object.entries(results);
  const tests = files.flatMap(([, statuses]) => statuses);
  return {
    numPassedTests: tests.filter(status => status === 'passed').length,
    numFailedTests: tests.filter(status => status === 'failed').length,
    testResults: files.map(([name, statuses]) => ({
      name,
      // A file that cannot be loaded has no tests.
      status: statuses.length === 0 || statuses.includes('failed') ? 'failed' : 'passed',
      message: statuses.length === 0 ? 'no such module' : '',
      assertionResults: statuses.map((status, index) => ({
        status,
        fullName: `counts ${index}`,
        failureMessages: status === 'failed' ? ['expected 1 to be 2\n    at a place'] : [],
      })),
    })),
  };
};

describe('a project of tests', () => {
  let scratch: string;
  let runs: string[][];
  let mended: number;
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'project-'));
    runs = [];
    mended = 0;
    vi.spyOn(console, 'log').mockImplementation(() => {});
  });
  afterEach(() => {
    rmSync(scratch, { recursive: true });
    vi.restoreAllMocks();
  });

  /** In the place of vitest: a program that leaves the next report and exits as vitest would. */
  const project = (...reports: Results[]) => ({
    name: 'e2e',
    scratch,
    place: (command: string[]) => {
      const report = reportOf(reports[runs.length] ?? {});
      runs.push(command.filter(word => /^--no-file|\.test\.ts$/.test(word)));
      writeFileSync(join(scratch, 'next.json'), JSON.stringify(report));
      const bad = report.testResults.some(({ status }) => status === 'failed');
      return ['sh', '-c', `cp ${scratch}/next.json ${scratch}/e2e.json; exit ${bad ? 1 : 0}`];
    },
    again: async () => {
      mended += 1;
    },
  });

  it('is run once when all is well', async () => {
    const count = await runProject(project({ 'a.test.ts': ['passed'], 'b.test.ts': ['passed', 'passed'] }));
    expect(count).toEqual({ passed: 3, failed: 0, again: [], failures: [] });
    expect(runs).toEqual([[]]);
    expect(mended).toBe(0);
  });

  it('runs what failed once more, alone, in a place that was mended, and says so', async () => {
    const first: Results = { 'a.test.ts': ['passed', 'failed'], 'b.test.ts': ['passed'] };
    const count = await runProject(project(first, { 'a.test.ts': ['passed', 'passed'] }));
    expect(count).toMatchObject({ passed: 3, failed: 0 });
    expect(count.again).toHaveLength(1);
    expect(runs[1]).toEqual(['--no-file-parallelism', 'a.test.ts']);
    expect(mended).toBe(1);
  });

  it('fails with what fails twice', async () => {
    const first: Results = { 'a.test.ts': ['failed', 'failed'], 'b.test.ts': ['passed'] };
    const count = await runProject(project(first, { 'a.test.ts': ['passed', 'failed'] }));
    expect(count).toMatchObject({ passed: 2, failed: 1 });
    expect(count.failures).toEqual(['a.test.ts: counts 1: expected 1 to be 2\n    at a place']);
  });

  it('fails with a file that cannot be loaded, twice', async () => {
    const count = await runProject(project({ 'a.test.ts': [] }, { 'a.test.ts': [] }));
    expect(count).toMatchObject({ passed: 0, failed: 1, failures: ['a.test.ts: no such module'] });
  });

  it('has no second try for many files, nor without a way to mend the place', async () => {
    const many = Object.fromEntries(['a', 'b', 'c', 'd'].map(name => [name, ['failed' as const]]));
    expect(await runProject(project(many))).toMatchObject({ passed: 0, failed: 4, again: [] });
    const { again: _, ...without } = project({ 'a.test.ts': ['failed'] });
    runs = [];
    expect(await runProject(without)).toMatchObject({ passed: 0, failed: 1, again: [] });
    expect(runs).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(scratch, 'e2e.json'), 'utf8'))).toMatchObject({ numFailedTests: 1 });
  });
});
