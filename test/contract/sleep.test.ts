import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** What may let time go by, how often, and why; everything else waits for what it needs. */
const allowed: Record<string, { times: number; why: string }> = {
  'test/database/power.ts': { times: 1, why: 'standbys fall behind, for 2 s' },
  'test/e2e/alone/lab.test.ts': { times: 1, why: 'a kill at a random moment' },
  'test/e2e/alone/outage.test.ts': { times: 1, why: 'a rollback does not end, for 3 s' },
  'test/e2e/alone/traffic.test.ts': {
    times: 1,
    why: 'nothing moves for one and a half times the patience of a watchdog',
  },
  'test/e2e/copying.test.ts': { times: 1, why: 'a registry that answers late, by up to 60 ms' },
  'test/e2e/recovery/drill-long.test.ts': { times: 1, why: 'between two jobs nobody is there for 3 s' },
  'test/e2e/recovery/over-itself.test.ts': {
    times: 1,
    why: 'a kill 1.5 s after a line, and rows 1.5 s after a position',
  },
  'test/e2e/recovery/restore.test.ts': { times: 1, why: 'a kill at a random moment' },
  'test/simulated/lab.test.ts': {
    times: 2,
    why: 'a kill at a random moment; a pod stays unready for 500 ms',
  },
  'test/simulated/rollouts.test.ts': { times: 3, why: 'a watchdog does nothing, for 6 s' },
  ...Object.fromEntries(
    [
      'e2e/builder',
      'e2e/harness',
      'e2e/registries',
      'e2e/sigstore',
      'matrix/watchdog',
      'matrix/matrix',
      'matrix/rescue',
    ].map(file => [`test/${file}.ts`, { times: 1, why: 'between two looks at a condition' }]),
  ),
  'test/matrix/place.ts': {
    times: 3,
    why: 'between two looks at a condition, twice; between two writes of a fault',
  },
};

/** Calls that let a fixed time go by; not a limit, which ends early when what it limits has ended. */
const pauses = (source: string): number =>
  [...source.matchAll(/\bsleep\(|\bsetTimeout\((resolve|done|next)\b|\bafter\(/g)].length;

describe('a test that needs a lab', () => {
  // Helpers count too: a pause in them costs the same.
  const files = globSync('test/{database,e2e,matrix,simulated}/**/*.ts', { cwd: root }).sort();

  it('is found at all', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(pauses('await sleep(1000);\nawait new Promise(resolve => setTimeout(resolve, 50));')).toBe(2);
    expect(pauses('const timer = setTimeout(() => abort.abort(), 50);')).toBe(0);
  });

  it('waits for what it needs, and lets no time go by', () => {
    const found = files.map(file => [file, pauses(readFileSync(join(root, file), 'utf8'))] as const);
    const wrong = found.filter(([file, times]) => times !== (allowed[file]?.times ?? 0));
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  it('is still there when it is allowed to', () => {
    expect(Object.keys(allowed).filter(file => !files.includes(file))).toEqual([]);
  });
});
