/**
 * The kill matrix: a run is killed before or after each of its writes, or stopped and continued after another run has taken over; then a
 * follow-up runs. In every case exactly one healthy release must be live at the end, nothing left over, and the record correct. With
 * MATRIX_FULL it runs a sample of the cases in a full lab, under traffic.
 */

import { runAllCases } from '../matrix/all-cases.ts';
import { casesOf } from '../matrix/cases.ts';
import { scenarios } from '../matrix/scenarios.ts';
import { table } from '../matrix/table.ts';

const { MATRIX_FULL, MATRIX_ONLY: only = '', MATRIX_SEED: seed } = process.env;
const size = Number(process.env.MATRIX_CASES ?? 1e5);

if (MATRIX_FULL === undefined) {
  const isMeant: Parameters<typeof runAllCases>[0]['isMeant'] = (each, how) => each.how === how;
  process.exitCode = (await runAllCases({ scenarios, casesOf, isMeant, table })) ? 0 : 1;
} else {
  // This module cannot be loaded outside of a full lab.
  const { sampleOnFull } = await import('../matrix/sample.ts');
  const options = seed === undefined ? {} : { seed: Number(seed) };
  process.exitCode = (await sampleOnFull({ ...options, only, size: Math.min(size, 1e5) })) ? 0 : 1;
}
