import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Files that may sleep, how often, and why. All others wait for a condition. */
const allowed: Record<string, { times: number; why: string }> = {
  'test/database/power.ts': { times: 1, why: 'standbys lag, for 2 s' },
  'test/e2e/alone/gitops.test.ts': { times: 1, why: 'between two looks of a syncer at the branch' },
  'test/e2e/alone/lab.test.ts': { times: 1, why: 'a kill at a random moment' },
  'test/e2e/alone/outage.test.ts': { times: 1, why: 'a rollback must not end for 3 s' },
  'test/e2e/alone/traffic.test.ts': {
    times: 1,
    why: 'no traffic moves for one and a half times the patience of a watchdog',
  },
  'test/e2e/copying.test.ts': { times: 1, why: 'a registry with a latency of up to 60 ms' },
  'test/e2e/recovery/drill-long.test.ts': { times: 1, why: 'a pause of 3 s between two jobs' },
  'test/e2e/recovery/over-itself.test.ts': {
    times: 1,
    why: 'a kill 1.5 s after a line, and rows 1.5 s after a position',
  },
  'test/e2e/recovery/restore.test.ts': { times: 1, why: 'a kill at a random moment' },
  'test/simulated/lab.test.ts': {
    times: 2,
    why: 'a kill at a random moment; a pod stays unready for 500 ms',
  },
  'test/simulated/rollouts.test.ts': { times: 3, why: 'a watchdog must do nothing for 6 s' },
  ...Object.fromEntries(
    [
      'e2e/builder',
      'e2e/harness',
      'e2e/registries',
      'e2e/sigstore',
      'matrix/watchdog',
      'matrix/matrix',
      'matrix/follow-up',
    ].map(file => [`test/${file}.ts`, { times: 1, why: 'between two looks at a condition' }]),
  ),
  'test/e2e/recovery/keys.test.ts': {
    times: 2,
    why: 'until a random moment, at which a run is killed; between two looks at a condition',
  },
  'test/matrix/place.ts': {
    times: 3,
    why: 'between two looks at a condition, twice; between two writes of a fault',
  },
};

/** Returns the number of calls that wait for a fixed time. Timeouts do not count. */
const pauses = (source: string): number =>
  [...source.matchAll(/\bsleep\(|\bsetTimeout\((resolve|done|next)\b|\bafter\(/g)].length;

describe('a test that needs a lab', () => {
  // Helpers count too: a pause in them costs the same.
  const files = globSync('test/{database,e2e,matrix,simulated}/**/*.ts', { cwd: root }).sort();

  it('is found', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(pauses('await sleep(1000);\nawait new Promise(resolve => setTimeout(resolve, 50));')).toBe(2);
    expect(pauses('const timer = setTimeout(() => abort.abort(), 50);')).toBe(0);
  });

  it('waits for conditions, not for fixed times', () => {
    const found = files.map(file => [file, pauses(readFileSync(join(root, file), 'utf8'))] as const);
    const wrong = found.filter(([file, times]) => times !== (allowed[file]?.times ?? 0));
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  it('exists if it is in the list of exceptions', () => {
    expect(Object.keys(allowed).filter(file => !files.includes(file))).toEqual([]);
  });
});
