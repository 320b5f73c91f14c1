import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, casesOf, inTurn, sampled } from '../matrix/cases.ts';
import { attemptAll, type Result, traceOf } from '../matrix/matrix.ts';
import { scenarios } from '../matrix/scenarios.ts';
import { openSimulated } from '../matrix/simulated.ts';
import type { Stage } from '../matrix/stage.ts';
import { story } from '../matrix/table.ts';

/** Cases of each scenario, spread over its writes; `scripts/bench matrix` runs every one. */
const each = Number(process.env.MATRIX_EACH ?? 3);
/** Milliseconds after which no further case begins: on a busy machine there are fewer, of each scenario one at least. */
const budget = Number(process.env.MATRIX_SECONDS ?? 60) * 1000;

/** What comes clean; the rest is in docs/release.md, "Limits today". */
const guarded = scenarios.filter(({ shape }) => 'rolling' in shape.strategy);

/** Whose `deploy` prepares a candidate and leaves the rest to others. */
const prepared = ['canary', 'blue-green'];

/** Fails with the faults and the last lines of the runs, because CI's summary shows only the message. */
function expectNoFaults(results: readonly Result[]): void {
  const wrong = results.filter(({ faults }) => faults.length > 0);
  for (const { log } of wrong) console.log(log.join('\n'));
  const message = wrong.flatMap(result => [story(result), ...result.said]).join('\n');
  expect(wrong.map(story), message).toEqual([]);
}

describe('a release that is killed, or stopped and overtaken, at one of its writes', () => {
  let stage: Stage;
  let close: () => Promise<void>;
  let results: Result[];
  let killed: Result[];
  beforeAll(async () => {
    ({ stage, close } = await openSimulated());
    const until = performance.now() + budget;
    const samples = await Promise.all(
      guarded.map(async scenario => sampled(casesOf(scenario, await traceOf(stage, scenario)), each)),
    );
    const cases = inTurn(samples);
    const some = (part: typeof cases, limits: { workers: number; until?: number }) =>
      attemptAll(stage, part, limits, ({ result }) => console.log(story(result)));
    results = await some(cases.slice(0, guarded.length), { workers: 6 });
    results.push(...(await some(cases.slice(guarded.length), { workers: 6, until })));
    killed = await some((await Promise.all(prepared.map(killedDeploys))).flat(), { workers: 6 });
    console.log(`${results.length} of ${cases.length} cases`);
  }, 600_000);

  /** Killed at some of the writes of `deploy`; then somebody goes on with it. */
  async function killedDeploys(name: string): Promise<Case[]> {
    const scenario = scenarios.find(each => each.name === name);
    if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
    const traces = await traceOf(stage, scenario);
    const deaths = casesOf(scenario, traces)
      .filter(({ command, how }) => command === 0 && how === 'kill')
      .map(each => ({ ...each, followUp: 'resume' as const }));
    return sampled(deaths, Math.ceil(each / 2));
  }

  afterAll(() => close());

  it.each(guarded)('$name: one healthy release serves, nothing is left, the record is true', scenario => {
    const own = results.filter(result => result.case.scenario === scenario);
    expect(own.length).toBeGreaterThan(0);
    expectNoFaults(own);
  });

  it.each(prepared)(
    '%s: one whose deploy was killed is undone by whoever resumes it, or has all that it needs',
    name => {
      const own = killed.filter(result => result.case.scenario.name === name);
      expect(own.length).toBeGreaterThan(0);
      expectNoFaults(own);
    },
  );
});
