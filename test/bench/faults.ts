/**
 * Injects faults into the lab during releases under traffic: missing parts of the cluster, wrong clocks of runners, concurrent runs of
 * the same application, and twenty applications at once. Each scenario checks its own result.
 */
import { pushShops } from '../e2e/harness.ts';
import { apiServerDown } from '../live/api-server.ts';
import { contention } from '../live/contention.ts';
import { outages } from '../live/outages.ts';
import { races } from '../live/race.ts';
import { resultTable, runScenarios, stderrLogger } from '../live/scenario.ts';
import { skewed } from '../live/skew.ts';
import { canaryText, Pool, Stage } from '../live/stage.ts';

const only = process.env.BENCH_ONLY ?? '';
const say = stderrLogger();
const pool = new Pool(index => Stage.open(`faults${index}`, canaryText({}), { rate: 40, history: 15_000 }));
let stage: Stage | undefined;
/** One shop for all sequential scenarios. */
const shared = async () => {
  stage ??= await Stage.open('faults', canaryText({}));
  return stage;
};

await pushShops();
try {
  const results = await runScenarios(
    [apiServerDown(pool), ...outages(shared), ...skewed(shared), races, ...contention(shared)],
    say,
    { only },
  );
  console.log(resultTable(results));
  const wrong = results.filter(({ faults }) => faults.length > 0);
  console.log(JSON.stringify({ right: results.length - wrong.length, of: results.length }));
  process.exitCode = wrong.length === 0 && results.length > 0 ? 0 : 1;
} finally {
  await pool.close();
  await stage?.close();
}
