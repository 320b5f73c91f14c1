/**
 * The verdicts of the gate in real canaries with real traffic: whether each cause leads to the right verdict, two at a time.
 */
import { pushShops } from '../e2e/harness.ts';
import { resultTable, runScenarios, stderrLogger } from '../live/scenario.ts';
import { Pool } from '../live/stage.ts';
import { openVerdicts, verdicts } from '../live/verdicts.ts';

const pool = new Pool(openVerdicts);
await pushShops();
try {
  const options = { only: process.env.BENCH_ONLY ?? '', lanes: 2 };
  const results = await runScenarios(verdicts(pool), stderrLogger(), options);
  console.log(resultTable(results));
  const right = results.filter(({ faults }) => faults.length === 0).length;
  console.log(JSON.stringify({ right, of: results.length }));
  process.exitCode = right === results.length && right > 0 ? 0 : 1;
} finally {
  await pool.close();
}
