/**
 * The verdicts of the gate in real canaries with real traffic: whether each cause leads to the right verdict, two at a time.
 */
import { pushShops } from '../e2e/harness.ts';
import { Pool } from '../live/stage.ts';
import { judgeAll, speaker, tableOf } from '../live/trial.ts';
import { openVerdicts, verdicts } from '../live/verdicts.ts';

const pool = new Pool(openVerdicts);
await pushShops();
try {
  const options = { only: process.env.BENCH_ONLY ?? '', lanes: 2 };
  const judgements = await judgeAll(verdicts(pool), speaker(), options);
  console.log(tableOf(judgements));
  const right = judgements.filter(({ faults }) => faults.length === 0).length;
  console.log(JSON.stringify({ right, of: judgements.length }));
  process.exitCode = right === judgements.length && right > 0 ? 0 : 1;
} finally {
  await pool.close();
}
