/**
 * The kill matrix: a run is killed before and after every one of its writes, or stopped and continued after another has
 * taken over, and somebody goes on in one of the ways that there are. However that falls, exactly one healthy release serves
 * in the end, nothing is left over, and the record is true. With MATRIX_FULL a sample of it on a full lab, under traffic.
 */
import { casesOf } from '../matrix/cases.ts';
import { scenarios } from '../matrix/scenarios.ts';
import { table } from '../matrix/table.ts';
import { runWhole } from '../matrix/whole.ts';

const { MATRIX_FULL, MATRIX_ONLY: only = '', MATRIX_SEED: seed } = process.env;
const size = Number(process.env.MATRIX_CASES ?? 1e5);

if (MATRIX_FULL === undefined) {
  const isMeant: Parameters<typeof runWhole>[0]['isMeant'] = (each, how) => each.how === how;
  process.exitCode = (await runWhole({ scenarios, casesOf, isMeant, table })) ? 0 : 1;
} else {
  // It does not load outside a full lab.
  const { sampleOnFull } = await import('../matrix/sample.ts');
  const options = seed === undefined ? {} : { seed: Number(seed) };
  process.exitCode = (await sampleOnFull({ ...options, only, size: Math.min(size, 1e5) })) ? 0 : 1;
}
