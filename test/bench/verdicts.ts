/** The verdicts of the gate, live: each cause of one in a real canary with real traffic, and whether the right one is given. */
import { pushShops } from '../e2e/harness.ts';
import type { Stage } from '../live/stage.ts';
import { judgeAll, speaker, tableOf } from '../live/trial.ts';
import { openVerdicts, verdicts } from '../live/verdicts.ts';

const say = speaker();
let stage: Stage | undefined;

await pushShops();
try {
  const shared = async () => {
    stage ??= await openVerdicts();
    return stage;
  };
  const judgements = await judgeAll(verdicts(shared), say, process.env.BENCH_ONLY ?? '');
  console.log(tableOf(judgements));
  const right = judgements.filter(({ faults }) => faults.length === 0).length;
  console.log(JSON.stringify({ right, of: judgements.length }));
  process.exitCode = right === judgements.length && right > 0 ? 0 : 1;
} finally {
  await stage?.close();
}
