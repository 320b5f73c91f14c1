import { Random } from '../analysis/simulation/random.ts';
import { stderrLogger } from '../live/scenario.ts';
import { drawn, killsOf } from './draw.ts';
import { openFull } from './full.ts';
import { fullScenarios } from './full-scenarios.ts';
import { logCase } from './log-case.ts';
import { type Result, runCases, traceAll } from './matrix.ts';
import { caseLine, phaseOf, phaseTable, table } from './table.ts';

/** Runs a sample of the kill matrix in a full lab: with real kubelets, gateway, Prometheus, traffic and watchdog. */

/** Applications at once: so few that the machine does not delay responses. */
const lanes = Number(process.env.MATRIX_WORKERS ?? 2);
/** Minutes after which no further case starts. */
const limit = 90;

export interface SampleOptions {
  size: number;
  /** Parts of names of scenarios, separated by commas; empty for all. */
  only: string;
  /** The same seed draws the same cases if the traces are the same. */
  seed?: number;
}

/** Runs the sample. @returns whether all cases ran and were right. */
export async function sampleOnFull({ size, only, seed = Date.now() % 1e6 }: SampleOptions): Promise<boolean> {
  const started = performance.now();
  const say = stderrLogger();
  say(`seed ${seed}`);
  const { stage, close } = await openFull();
  try {
    const scenarios = fullScenarios(process.env.SLIPWAY_KUBECTL_IMAGE ?? '');
    const chosen = scenarios.filter(({ name }) => only.split(',').some(part => name.includes(part)));
    const { traced, broken } = await traceAll(stage, chosen, lanes, say);
    const kills = traced.flatMap(({ scenario, traces }) => killsOf(scenario, traces));
    const cases = drawn(kills, size, new Random(seed));
    const limits = { workers: lanes, until: started + limit * 60_000 };
    const results: Result[] = [];
    const account = () => accountOf(results, { drawn: cases.length, broken, seed, started });
    // Prints the results so far if it is terminated.
    process.once('SIGTERM', () => {
      account();
      process.exit(130);
    });
    await runCases(stage, cases, limits, progress => {
      results.push(progress.result);
      return logCase(progress, say);
    });
    return account();
  } finally {
    await close();
  }
}

/** Prints the results. @returns whether all cases ran and were right. */
function accountOf(
  results: readonly Result[],
  { drawn, broken, seed, started }: { drawn: number; broken: string[]; seed: number; started: number },
): boolean {
  console.log(`${table(results)}\n\n${phaseTable(results)}\n`);
  const wrong = results.filter(({ faults }) => faults.length > 0);
  for (const each of wrong) console.log(caseLine(each));
  for (const each of broken) console.log(each);
  const seconds = Math.round((performance.now() - started) / 1000);
  const missing = drawn - results.length;
  const rest = { broken: broken.length, not_run: missing, seed, seconds };
  console.log(JSON.stringify({ ...figures(results), ...rest }));
  return results.length > 0 && wrong.length + broken.length + missing === 0;
}

function figures(results: readonly Result[]) {
  const sum = (of: (result: Result) => number) => results.reduce((total, each) => total + of(each), 0);
  // Without a healthy baseline requests are expected to fail.
  const served = results.filter(({ case: { scenario } }) => scenario.baseline === 'healthy');
  const seconds = results.flatMap(({ watchdogSeconds }) => watchdogSeconds ?? []);
  const tally = (of: (result: Result) => string) =>
    Object.fromEntries([...Map.groupBy(results, of)].map(([key, group]) => [key, group.length]));
  return {
    cases: results.length,
    right: results.filter(({ faults }) => faults.length === 0).length,
    failed_requests: served.reduce((total, { counts }) => total + counts.failed, 0),
    requests: sum(({ counts }) => counts.requests),
    injected: sum(({ counts }) => counts.injected),
    not_reached: results.filter(({ reached }) => !reached).length,
    followUps: tally(({ case: { followUp } }) => followUp),
    killed_in: tally(phaseOf),
    watchdog: { acted: seconds.length, slowest_s: Math.max(0, ...seconds) },
  };
}
