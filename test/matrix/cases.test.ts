import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentOf, loadConfig } from '../../src/config/load.ts';
import { checkOut, type Shape } from './app.ts';
import { type Case, casesOf, failuresOf, inTurn, sampled } from './cases.ts';
import { behaviours } from './failing-api.ts';
import { failingScenarios, scenarios } from './scenarios.ts';
import type { TracedWrite } from './writes.ts';

const writes = (count: number): TracedWrite[] =>
  Array.from({ length: count }, (_, i) => ({
    write: i + 1,
    title: `write ${i + 1}`,
    status: 200,
    at: 0,
    phase: 'prepared',
    nth: i + 1,
    weight: 0,
  }));

describe.each(scenarios)('$name', scenario => {
  it('has a valid slipway.yml', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'matrix-'));
    try {
      const shape: Shape = {
        ...scenario.shape,
        namespace: 'a',
        registry: '127.0.0.1:5000',
        pods: 'simulated',
        deadline: '1m',
      };
      await checkOut(folder, shape, { tag: 'v1', health: 'good' });
      const config = await loadConfig(join(folder, 'slipway.yml'));
      expect(environmentOf(config, 'production').namespace).toBe('a');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  const traces = scenario.commands.map(() => writes(9));
  const interrupted = scenario.commands.length - (scenario.from ?? 0);
  const cases = casesOf(scenario, traces);

  it('is killed before and after every write of every command', () => {
    const kills = cases.filter(({ how }) => how === 'kill');
    const moments = kills.map(({ command, moment }) => `${command} ${moment.write} ${moment.side}`);
    expect(new Set(moments).size).toBe(interrupted * 18);
  });

  it('is stopped before every write', () => {
    const stalls = cases.filter(({ how }) => how === 'stall');
    expect(new Set(stalls.map(({ command, moment }) => `${command} ${moment.write}`)).size).toBe(
      interrupted * 9,
    );
  });

  it('combines every follow-up with each side of a write', () => {
    const ways = Object.keys(scenario.ends).filter(each => each !== 'uninterrupted');
    for (const side of ['before', 'after']) {
      const met = cases
        .filter(each => each.how === 'kill' && each.moment.side === side)
        .map(each => each.followUp);
      expect(new Set(met)).toEqual(new Set(ways));
    }
  });
});

describe.each(failingScenarios)('$name with a failing API server', scenario => {
  const traces = scenario.commands.map(() => writes(9));
  const cases = failuresOf(scenario, traces);
  const places = (some: readonly Case[]) =>
    new Set(some.map(({ command, moment, failure }) => `${command} ${moment.write} ${failure?.behaviour}`))
      .size;

  it('has every behavior at every write for every duration, and each one once before any twice', () => {
    const all = scenario.commands.length * 9 * behaviours.length;
    expect([cases.length, places(cases)]).toEqual([all * 3, all]);
    expect(places(cases.slice(0, all))).toBe(all);
    const whole = cases.map(
      ({ command, moment, failure }) => `${command} ${moment.write} ${failure?.behaviour} ${failure?.lasts}`,
    );
    expect(new Set(whole).size).toBe(all * 3);
  });

  it('has each follow-up after each behavior', () => {
    const ways = cases.map(({ failure, followUp }) => `${failure?.behaviour} ${failure?.lasts} ${followUp}`);
    expect(new Set(ways).size).toBe(behaviours.length * 3 * 3);
  });

  it('carries writes out only if it sends no response', () => {
    const carriedOut = cases.filter(({ failure }) => failure?.carriedOut);
    expect(new Set(carriedOut.map(({ failure }) => failure?.behaviour))).toEqual(new Set(['reset', 'hang']));
  });
});

describe('a sample', () => {
  const [first] = scenarios;
  const cases = casesOf(first!, [writes(10)]);

  it('is spread over all cases, without duplicates', () => {
    const some = sampled(cases, 7);
    expect(new Set(some).size).toBe(7);
    expect(some[0]).toBe(cases[0]);
    expect(cases.indexOf(some[6]!)).toBeGreaterThan(cases.length * 0.8);
  });

  it('of several lists takes one of each in turn', () => {
    const [a, b, c] = cases as [Case, Case, Case];
    expect(inTurn([[a, b], [], [c]])).toEqual([a, c, b]);
  });

  it('that is larger than the number of cases contains all of them', () => {
    expect(sampled(cases, 1_000)).toEqual(cases);
  });
});
