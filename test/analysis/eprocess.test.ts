import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyEProcess, logEvidence, update } from '../../src/analysis/eprocess.ts';

interface Side {
  grid: number[];
  weights: number[];
  rho: number;
  d: number;
  cap: number;
  startMixture: boolean;
  horizon?: number;
}
interface Row {
  xC: number;
  nC: number;
  xB: number;
  nB: number;
  logEHarm: number;
  logEPass: number;
}
const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, 'golden.json'), 'utf8')) as {
  cases: { name: string; phi: number; harm: Side; pass: Side; ticks: Row[] }[];
};
const optionsOf = (side: Side, phi: number) => ({
  grid: side.grid,
  weights: side.weights,
  ratio: side.rho,
  points: side.d,
  cap: side.cap,
  phi,
  ...(side.startMixture ? { horizon: side.horizon as number } : {}),
});

describe('the golden numbers', () => {
  it.each(cases)('are met to 1e-9: $name', ({ harm, pass, phi, ticks }) => {
    for (const [side, key] of [
      [harm, 'logEHarm'],
      [pass, 'logEPass'],
    ] as const) {
      const options = optionsOf(side, phi);
      let state = emptyEProcess();
      for (const row of ticks) {
        state = update(options, state, {
          canaryBad: row.xC,
          canary: row.nC,
          baselineBad: row.xB,
          baseline: row.nB,
        });
        expect(Math.abs(logEvidence(options, state) - row[key])).toBeLessThan(1e-9);
      }
    }
  });
});
