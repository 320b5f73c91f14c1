/**
 * A failing API server: every write of a canary, a blue-green and a rolling release gets 401, 403, 422, 429, 500 or 503, a connection
 * reset, or no response; once, for longer than a write is retried, or until the end of the run. At the end exactly one healthy release
 * must be live, nothing left over, the record correct and no traffic lost; and the run must report the failure and end within 60 s of
 * its deadline.
 */

import { runAllCases } from '../matrix/all-cases.ts';
import { failuresOf } from '../matrix/cases.ts';
import { failingScenarios } from '../matrix/scenarios.ts';
import { failingTable } from '../matrix/table.ts';

const right = await runAllCases({
  scenarios: failingScenarios,
  casesOf: failuresOf,
  isMeant: ({ failure }, how) => failure?.lasts === how || failure?.behaviour === how,
  table: failingTable,
});
process.exitCode = right ? 0 : 1;
