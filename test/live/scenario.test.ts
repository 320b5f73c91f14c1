import { describe, expect, it } from 'vitest';
import { resultTable, runScenarios, type Scenario } from './scenario.ts';

const quiet = () => undefined;
const scenarios: Scenario[] = [
  { name: 'good', run: async report => report.note('seconds', 3) },
  { name: 'bad', run: async report => report.expect(false, 'it was red') },
  {
    name: 'broken',
    run: async () => {
      throw new Error('no cluster');
    },
  },
];

describe('scenarios', () => {
  it('are checked one by one, and one that throws is wrong', async () => {
    const results = await runScenarios(scenarios, quiet);
    expect(results.map(({ scenario, faults }) => [scenario, faults.length])).toEqual([
      ['good', 0],
      ['bad', 1],
      ['broken', 1],
    ]);
    expect(resultTable(results)).toContain('| good | right | 0 s | seconds: 3 |');
    expect(resultTable(results)).toContain('- bad: it was red');
    expect(resultTable(results)).toContain('no cluster');
  });

  it('run in parallel lanes, except for those that need the lab alone, which come last', async () => {
    let running = 0;
    const most: Record<string, number> = {};
    const slow = (name: string, alone = false): Scenario => ({
      name,
      alone,
      run: async () => {
        running += 1;
        most[name] = running;
        await new Promise(next => setTimeout(next, 20));
        running -= 1;
      },
    });
    const all = [slow('outage', true), slow('a'), slow('b'), slow('c')];
    const results = await runScenarios(all, quiet, { lanes: 2 });
    expect(results.map(({ scenario }) => scenario)).toEqual(['outage', 'a', 'b', 'c']);
    expect(most).toMatchObject({ outage: 1, a: 1, b: 2 });
  });

  it('are chosen by parts of their names', async () => {
    const names = async (only: string) =>
      (await runScenarios(scenarios, quiet, { only })).map(({ scenario }) => scenario);
    expect(await names('good,bad')).toEqual(['good', 'bad']);
    expect(await names('nothing')).toEqual([]);
  });
});
