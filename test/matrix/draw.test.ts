import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../analysis/simulation/random.ts';
import { drawn, killsOf } from './draw.ts';
import { fullScenarios } from './full-scenarios.ts';
import { followUpsOf, type Scenario } from './scenarios.ts';
import type { TracedWrite } from './writes.ts';

const scenarios = fullScenarios('registry.example/kubectl');
const named = (name: string) => scenarios.find(each => each.name === name) as Scenario;

/** Returns a trace from the writes in each phase; `>50` sets the candidate's weight. */
function traced(phases: Record<string, string>): TracedWrite[] {
  let weight = 0;
  return Object.entries(phases)
    .flatMap(([phase, titles]) =>
      titles.split(', ').map((text, index) => {
        const [title = '', set] = text.split(' >');
        weight = set === undefined ? weight : Number(set);
        return { phase, nth: index + 1, title, weight, status: 200, at: 0 };
      }),
    )
    .map((each, index) => ({ ...each, write: index + 1 }));
}

const gate = traced({
  prepared: 'PUT leases/slipway-shop, POST configmaps, PATCH leases/slipway-shop',
  stepping: 'PATCH httproutes/shop, POST jobs, PATCH httproutes/shop >50, PATCH leases/slipway-shop',
  baking: 'PATCH httproutes/shop >80, PATCH configmaps/slipway-shop-fence-3, PATCH leases/slipway-shop',
});
const deploy = traced({
  beginning: 'POST configmaps, kubectl service/shop',
  prepared: 'POST deployments, PATCH leases/slipway-shop',
});
const promote = traced({
  promoting: 'PUT leases/slipway-shop, PATCH httproutes/shop >100',
  watching: 'PATCH httproutes/shop >0, DELETE configmaps/slipway-shop-fence-4',
});
const rolledBack = traced({
  stepping: 'POST jobs, PATCH httproutes/shop >50',
  'rolling-back': 'PATCH httproutes/shop >0',
});
const rolled = traced({ beginning: 'POST configmaps', promoting: 'PATCH deployments/shop' });
const tracesOf: Record<string, TracedWrite[][]> = {
  canary: [deploy, gate, promote],
  'canary with errors': [deploy, rolledBack],
  'blue-green': [deploy, gate, promote],
  'canary, the baseline breaks': [deploy, gate, promote],
  rolling: [rolled],
  rollback: [
    rolled,
    traced({ beginning: 'PATCH leases/slipway-shop', 'rolling-back': 'PATCH deployments/shop' }),
  ],
  'first release': [rolled],
};
const kills = scenarios.flatMap(each => killsOf(each, tracesOf[each.name] ?? []));

describe('the moments of a trace', () => {
  it('are before and after every write, numbered within its phase', () => {
    const moments = killsOf(named('canary'), [deploy, gate, promote]);
    expect(moments.length).toBe(2 * (deploy.length + gate.length + promote.length));
    expect(moments[5]).toMatchObject({
      command: 0,
      title: 'POST deployments',
      moment: { phase: 'prepared', write: 1, side: 'after' },
    });
  });

  it('are only in commands that are interrupted', () => {
    expect(
      new Set(killsOf(named('rollback'), tracesOf.rollback ?? []).map(({ command }) => command)),
    ).toEqual(new Set([1]));
  });

  it('are covered by the watchdog while the candidate has traffic, until the run pauses on purpose', () => {
    const exposed = killsOf(named('canary'), [deploy, gate, promote]).filter(each => each.exposed);
    expect(exposed.map(({ title, moment }) => `${moment.phase} ${moment.side} ${title}`)).toEqual([
      'stepping after PATCH httproutes/shop',
      'stepping before PATCH leases/slipway-shop',
      'stepping after PATCH leases/slipway-shop',
      'baking before PATCH httproutes/shop',
      'baking after PATCH httproutes/shop',
      'baking before PATCH configmaps/slipway-shop-fence-3',
    ]);
  });
});

describe('a sample', () => {
  const sample = (seed: number, size = 42) => drawn(kills, size, new Random(seed));

  it('contains every scenario, every phase and every follow-up for any seed', () => {
    const phases = new Set(kills.map(({ moment }) => moment.phase));
    fc.assert(
      fc.property(fc.nat(), seed => {
        const cases = sample(seed);
        expect(cases.length).toBe(42);
        expect(new Set(cases.map(({ scenario }) => scenario))).toEqual(new Set(scenarios));
        expect(new Set(cases.map(({ moment }) => moment.phase))).toEqual(phases);
        const ways = Map.groupBy(cases, ({ followUp }) => followUp);
        for (const way of ['next deploy', 'sweep', 'rollback', 'resume', 'watchdog'] as const)
          expect(ways.get(way)?.length ?? 0, way).toBeGreaterThanOrEqual(4);
      }),
    );
  });

  it('contains no moment twice while others are left', () => {
    const keys = sample(1, kills.length).map(
      ({ scenario, command, moment: { phase, write, side } }) =>
        `${scenario.name} ${command} ${phase} ${write} ${side}`,
    );
    expect(new Set(keys).size).toBe(kills.length);
  });

  it('has only follow-ups for which the scenario defines an end, and the watchdog only while it is active', () => {
    for (const { scenario, followUp, command, moment } of sample(2, kills.length)) {
      expect(followUpsOf(scenario)).toContain(followUp);
      const kill = kills.find(
        each => each.scenario === scenario && each.command === command && each.moment === moment,
      );
      if (followUp === 'watchdog') expect(kill?.exposed).toBe(true);
    }
  });

  it('is the same for the same seed, and differs for another', () => {
    expect(sample(7)).toEqual(sample(7));
    expect(sample(8)).not.toEqual(sample(7));
  });
});
