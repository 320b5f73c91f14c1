import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'project-'));
    runs = [];
  });
  afterEach(() => {
    rmSync(scratch, { recursive: true });
  });

  /** A fake vitest: writes a report and exits like vitest. */
  const project = (results: Results, files: string[] = []) => ({
    ...{ name: 'e2e', scratch, files },
    place: (command: string[]) => {
      runs.push(command.filter(word => /\.test\.ts$/.test(word)));
      const report = reportOf(results);
      writeFileSync(join(scratch, 'next.json'), JSON.stringify(report));
      const bad = report.testResults.some(({ status }) => status === 'failed');
      return ['sh', '-c', `cp ${scratch}/next.json ${scratch}/e2e.json; exit ${bad ? 1 : 0}`];
    },
  });

  it('counts passed tests', async () => {
    const count = await runProject(project({ 'a.test.ts': ['passed'], 'b.test.ts': ['passed', 'passed'] }));
    expect(count).toEqual({ passed: 3, failed: 0, failures: [] });
    expect(runs).toEqual([[]]);
  });

  it('runs only the named files', async () => {
    await runProject(project({ 'a.test.ts': ['passed'] }, ['a.test.ts']));
    expect(runs).toEqual([['a.test.ts']]);
  });

  it('fails if one test fails, reports it, and retries nothing', async () => {
    const count = await runProject(project({ 'a.test.ts': ['passed', 'failed'], 'b.test.ts': ['passed'] }));
    expect(count).toEqual({
      ...{ passed: 2, failed: 1 },
      failures: ['a.test.ts: counts 1: expected 1 to be 2\n    at a place'],
    });
    expect(runs).toHaveLength(1);
  });

  it('fails if a file cannot be loaded', async () => {
    const count = await runProject(project({ 'a.test.ts': [] }));
    expect(count).toEqual({ passed: 0, failed: 1, failures: ['a.test.ts: no such module'] });
  });
});
