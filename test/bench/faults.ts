/**
 * Injects faults into the lab during releases under traffic: missing parts of the cluster, wrong clocks of runners, concurrent runs of
 * the same application, and twenty applications at once. Each scenario checks its own result.
 */
import { pushShops } from '../e2e/harness.ts';
import { apiServerGone } from '../live/api-server.ts';
import { contention } from '../live/contention.ts';
import { outages } from '../live/outages.ts';
import { races } from '../live/race.ts';
import { skewed } from '../live/skew.ts';
import { courseText, Pool, Stage } from '../live/stage.ts';
import { judgeAll, speaker, tableOf } from '../live/trial.ts';

const only = process.env.BENCH_ONLY ?? '';
const say = speaker();
const pool = new Pool(index => Stage.open(`faults${index}`, courseText({}), { rate: 40, history: 15_000 }));
let stage: Stage | undefined;
/** One shop for all sequential scenarios. */
const shared = async () => {
  stage ??= await Stage.open('faults', courseText({}));
  return stage;
};

await pushShops();
try {
  const judgements = await judgeAll(
    [apiServerGone(pool), ...outages(shared), ...skewed(shared), races, ...contention(shared)],
    say,
    { only },
  );
  console.log(tableOf(judgements));
  const wrong = judgements.filter(({ faults }) => faults.length > 0);
  console.log(JSON.stringify({ right: judgements.length - wrong.length, of: judgements.length }));
  process.exitCode = wrong.length === 0 && judgements.length > 0 ? 0 : 1;
} finally {
  await pool.close();
  await stage?.close();
}
