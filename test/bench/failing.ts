/**
 * A failing API server: every write of a canary, a blue-green and a rolling release is answered with 401, 403, 422, 429, 500 or 503, by
 * a reset of the connection, or not at all; once, for longer than a write is retried, or from then on to the end of the run. Exactly one
 * healthy release serves in the end, nothing is left over, the record is true, traffic never goes to nothing, the run names the failure
 * in a sentence, and it ends within 60 s of its deadline.
 */
import { failuresOf } from '../matrix/cases.ts';
import { failingScenarios } from '../matrix/scenarios.ts';
import { failingTable } from '../matrix/table.ts';
import { runWhole } from '../matrix/whole.ts';

const right = await runWhole({
  scenarios: failingScenarios,
  casesOf: failuresOf,
  isMeant: ({ failure }, how) => failure?.lasts === how || failure?.behaviour === how,
  table: failingTable,
});
process.exitCode = right ? 0 : 1;
