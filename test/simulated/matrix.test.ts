import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, casesOf, failuresOf, inTurn, sampled } from '../matrix/cases.ts';
import { behaviours } from '../matrix/failing-api.ts';
import { type Result, runCases, traceOf } from '../matrix/matrix.ts';
import { failingScenarios, type Scenario, scenarios } from '../matrix/scenarios.ts';
import { openSimulated } from '../matrix/simulated.ts';
import type { Stage } from '../matrix/stage.ts';
import { caseLine } from '../matrix/table.ts';
import type { TracedWrite } from '../matrix/writes.ts';

/** Cases of each scenario, spread over its writes; `scripts/bench matrix` and `failing` run every one. */
const each = Number(process.env.MATRIX_EACH ?? 3);
/** Milliseconds after which no further case starts. On a busy machine fewer cases run, but at least one of each scenario. */
const budget = Number(process.env.MATRIX_SECONDS ?? 60) * 1000;

/** The scenarios without known faults; for others see docs/release.md, "Limits today". */
const guarded = scenarios.filter(({ shape }) => 'rolling' in shape.strategy);

/** Scenarios whose `deploy` only prepares a candidate. */
const prepared = ['canary', 'blue-green'];

/** Fails with the faults and the last log lines of the runs, because CI's summary shows only the message. */
function expectNoFaults(results: readonly Result[]): void {
  const wrong = results.filter(({ faults }) => faults.length > 0);
  for (const { log } of wrong) console.log(log.join('\n'));
  const message = wrong.flatMap(result => [caseLine(result), ...result.said]).join('\n');
  expect(wrong.map(caseLine), message).toEqual([]);
}

describe('a release that is killed, or stopped and overtaken, or whose API server fails, at one of its writes', () => {
  let stage: Stage;
  let close: () => Promise<void>;
  let results: Result[];
  let killed: Result[];
  let failed: Result[];
  beforeAll(async () => {
    ({ stage, close } = await openSimulated());
    const until = performance.now() + budget;
    const traced = new Map<Scenario, TracedWrite[][]>();
    await Promise.all(
      [...new Set([...guarded, ...failingScenarios])].map(async scenario =>
        traced.set(scenario, await traceOf(stage, scenario)),
      ),
    );
    const tracesOf = (scenario: Scenario) => traced.get(scenario) ?? [];
    const samples = guarded.map(scenario => sampled(casesOf(scenario, tracesOf(scenario)), each));
    const cases = inTurn(samples);
    const some = (part: typeof cases, limits: { workers: number; until?: number }) =>
      runCases(stage, part, limits, ({ result }) => console.log(caseLine(result)));
    results = await some(cases.slice(0, guarded.length), { workers: 6 });
    results.push(...(await some(cases.slice(guarded.length), { workers: 6, until })));
    killed = await some(
      failingScenarios.flatMap(scenario => killedDeploys(scenario, tracesOf(scenario))),
      { workers: 6 },
    );
    failed = await some(
      failures(failingScenarios.flatMap(scenario => failuresOf(scenario, tracesOf(scenario)))),
      { workers: 8 },
    );
    console.log(`${results.length} of ${cases.length} cases`);
  }, 600_000);

  /** Returns cases that are killed at some of the writes of `deploy`, and then resumed. */
  function killedDeploys(scenario: Scenario, traces: TracedWrite[][]): Case[] {
    if (!prepared.includes(scenario.name)) return [];
    const deaths = casesOf(scenario, traces)
      .filter(({ command, how }) => command === 0 && how === 'kill')
      .map(each => ({ ...each, followUp: 'resume' as const }));
    return sampled(deaths, Math.ceil(each / 2));
  }

  /** Returns some cases of each behavior, each at other writes. */
  function failures(cases: readonly Case[]): Case[] {
    return behaviours.flatMap((behaviour, nth) => {
      const own = cases.filter(({ failure }) => failure?.behaviour === behaviour);
      const from = Math.floor((nth * own.length) / behaviours.length);
      return sampled([...own.slice(from), ...own.slice(0, from)], Math.ceil(each / 3));
    });
  }

  afterAll(() => close());

  it.each(guarded)(
    '$name: one healthy release is live, nothing is left over, and the record is correct',
    scenario => {
      const own = results.filter(result => result.case.scenario === scenario);
      expect(own.length).toBeGreaterThan(0);
      expectNoFaults(own);
    },
  );

  it.each(prepared)(
    '%s: a release whose deploy was killed is rolled back or completed when it is resumed',
    name => {
      const own = killed.filter(result => result.case.scenario.name === name);
      expect(own.length).toBeGreaterThan(0);
      expectNoFaults(own);
    },
  );

  it.each(behaviours)(
    '%s: ends right, in time and with a reason, for any duration of the failure',
    behaviour => {
      const own = failed.filter(result => result.case.failure?.behaviour === behaviour);
      expect(own.length).toBeGreaterThan(0);
      expectNoFaults(own);
    },
  );
});
