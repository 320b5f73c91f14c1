/**
 * Measures whether users notice a good release: at least 20,000 requests, 200 per second, during a whole canary and a whole blue-green
 * release, including promotion and cleanup, behind either gateway of the lab. Also checks that long-lived connections to a candidate end
 * with its rollback.
 */
import type { GatewayKind } from '../e2e/gateways.ts';
import { pushShops } from '../e2e/harness.ts';
import { type Dip, dips, rate } from '../live/dip.ts';
import { resultTable, runScenarios, stderrLogger } from '../live/scenario.ts';
import { Stage } from '../live/stage.ts';

const say = stderrLogger();
const kind = (process.env.BENCH_GATEWAY || 'contour') as GatewayKind;
let stage: { text: string; stage: Stage } | undefined;
const found: Record<string, Dip> = {};

await pushShops();
try {
  const open = async (text: string) => {
    if (stage === undefined) stage = { text, stage: await Stage.open('dip', text, { rate, kind }) };
    else {
      await stage.stage.configure(text);
      await stage.stage.reset();
    }
    return stage.stage;
  };
  const results = await runScenarios(
    dips(kind, open, (name, dip) => {
      found[name] = dip;
    }),
    say,
    { only: process.env.BENCH_ONLY ?? '' },
  );
  console.log(resultTable(results));
  const wrong = results.filter(({ faults }) => faults.length > 0).length;
  console.log(JSON.stringify({ gateway: kind, ...found, wrong }));
  process.exitCode = wrong === 0 && results.length > 0 ? 0 : 1;
} finally {
  await stage?.stage.close();
}
