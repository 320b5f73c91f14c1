import { stderrLogger } from '../live/scenario.ts';
import { type Case, inTurn, sampled } from './cases.ts';
import { logCase } from './log-case.ts';
import { type Result, runCases, type Traced, traceAll } from './matrix.ts';
import type { Scenario } from './scenarios.ts';
import { openSimulated } from './simulated.ts';
import { caseLine } from './table.ts';

/** The cases of a matrix in the simulated lab; environment variables select a part. */
export interface AllCases {
  scenarios: readonly Scenario[];
  casesOf(scenario: Scenario, traces: Traced['traces']): Case[];
  /** Whether `MATRIX_HOW` selects a case. */
  isMeant(each: Case, how: string): boolean;
  table(results: readonly Result[]): string;
}

/** Runs the cases, and prints a line for each, a table, and a line of JSON. @returns whether all were right. */
export async function runAllCases({ scenarios, casesOf, isMeant, table }: AllCases): Promise<boolean> {
  const {
    MATRIX_ONLY: only = '',
    MATRIX_HOW: how = '',
    MATRIX_CASES,
    MATRIX_FROM,
    MATRIX_WORKERS,
  } = process.env;
  const size = Number(MATRIX_CASES ?? Number.POSITIVE_INFINITY);
  const workers = Number(MATRIX_WORKERS ?? 6);
  const started = performance.now();
  const say = stderrLogger();
  const { stage, close } = await openSimulated();
  try {
    const chosen = scenarios.filter(({ name }) => name.includes(only));
    const { traced, broken } = await traceAll(stage, chosen, chosen.length, say);
    const all = traced
      .flatMap(({ scenario, traces }) => casesOf(scenario, traces))
      .filter(each => how === '' || isMeant(each, how));
    // In turn, so that an aborted run has covered some of each.
    const turns = inTurn([...Map.groupBy(sampled(all, size), each => each.scenario).values()]);
    const from = Number(MATRIX_FROM ?? 0);
    const cases = turns.slice(from);
    const results: Result[] = [];
    const printResults = () => {
      const ran = new Set(results.map(each => each.case));
      const rest = cases.findIndex(each => !ran.has(each));
      const failed = results.filter(({ faults }) => faults.length > 0);
      console.log(table(results));
      for (const each of failed) console.log(caseLine(each));
      for (const each of broken) console.log(each);
      console.log(
        JSON.stringify({
          cases: results.length,
          failed: failed.length,
          broken: broken.length,
          not_reached: results.filter(({ reached }) => !reached).length,
          not_run: cases.length - results.length,
          // For --from: cases that were running when this one was terminated are between those that ended.
          ...(rest < 0 ? {} : { next: from + rest }),
          seconds: Math.round((performance.now() - started) / 1000),
        }),
      );
      return failed.length + broken.length === 0;
    };
    // Prints the results so far if it is terminated.
    process.once('SIGTERM', () => {
      printResults();
      process.exit(130);
    });
    await runCases(stage, cases, { workers }, progress => {
      results.push(progress.result);
      return logCase(progress, say);
    });
    return printResults();
  } finally {
    await close();
  }
}
