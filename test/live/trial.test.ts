import { describe, expect, it } from 'vitest';
import { judgeAll, type Scenario, tableOf } from './trial.ts';

const quiet = () => undefined;
const scenarios: Scenario[] = [
  { name: 'good', run: async trial => trial.note('seconds', 3) },
  { name: 'bad', run: async trial => trial.expect(false, 'it was red') },
  {
    name: 'broken',
    run: async () => {
      throw new Error('no cluster');
    },
  },
];

describe('scenarios', () => {
  it('are checked one by one, and one that throws is wrong', async () => {
    const judgements = await judgeAll(scenarios, quiet);
    expect(judgements.map(({ scenario, faults }) => [scenario, faults.length])).toEqual([
      ['good', 0],
      ['bad', 1],
      ['broken', 1],
    ]);
    expect(tableOf(judgements)).toContain('| good | right | 0 s | seconds: 3 |');
    expect(tableOf(judgements)).toContain('- bad: it was red');
    expect(tableOf(judgements)).toContain('no cluster');
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
    const judgements = await judgeAll(all, quiet, { lanes: 2 });
    expect(judgements.map(({ scenario }) => scenario)).toEqual(['outage', 'a', 'b', 'c']);
    expect(most).toMatchObject({ outage: 1, a: 1, b: 2 });
  });

  it('are chosen by parts of their names', async () => {
    const names = async (only: string) =>
      (await judgeAll(scenarios, quiet, { only })).map(({ scenario }) => scenario);
    expect(await names('good,bad')).toEqual(['good', 'bad']);
    expect(await names('nothing')).toEqual([]);
  });
});
