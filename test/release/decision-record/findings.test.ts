import { describe, expect, it } from 'vitest';
import { withFindings } from '../../../src/decision/replay.ts';
import { judgedRecord } from '../judged.ts';

const good = withFindings(judgedRecord()).findings;
const bad = withFindings(judgedRecord({ canary: 0.05 })).findings;
const of = (list: typeof good, name: string) => list.find(each => each.name === name)!;

describe('the final finding for a metric', () => {
  it('is computed from the ticks, for each metric', () => {
    expect(good.map(({ name }) => name)).toEqual(['errors', 'aborted']);
    expect(good.map(({ status }) => status)).not.toContain('harmed');
    expect(of(bad, 'errors').status).toBe('harmed');
    expect(of(bad, 'aborted').status).not.toBe('harmed');
  });

  it('has an interval that holds the truth: 1 for an equal release, 5 for one that is five times as bad', () => {
    const [equal, worse] = [of(good, 'errors').ratio!, of(bad, 'errors').ratio!];
    expect(equal.low).toBeLessThan(1);
    expect(equal.high).toBeGreaterThan(1);
    expect(worse.low).toBeGreaterThan(1.1);
    expect(worse.low).toBeLessThan(5);
    expect(worse.estimate).toBeGreaterThan(worse.low);
  });

  it('counts what was judged: not the first tick of a stage, which mixes two weights', () => {
    const record = judgedRecord({ ticks: 4 });
    const seen = record.ticks.flatMap(({ readings }) => {
      const reading = readings.errors;
      return reading?.kind === 'counts' ? reading.canary.map(({ total }) => total) : [];
    });
    const all = seen.reduce((sum, each) => sum + each, 0);
    const first = seen.slice(0, 2).reduce((sum, each) => sum + each, 0);
    expect(of(withFindings(record).findings, 'errors').canary.total).toBe(all - first);
  });

  it('reports harm only for the boundary of a histogram that got worse', () => {
    const { findings } = withFindings(judgedRecord({ slow: 0.06 }));
    const latency = findings.filter(({ name }) => name === 'latency');
    expect(latency.map(({ boundary, status }) => [boundary, status])).toEqual([
      [0.3, 'open'],
      [1, 'harmed'],
    ]);
  });

  it('is left out where a tick of another version lacks counts, so that the rollout can end', () => {
    const record = judgedRecord({ ticks: 4 });
    const ticks = record.ticks.map(tick => ({
      ...tick,
      readings: Object.fromEntries(
        Object.entries(tick.readings).map(([name, reading]) => [
          name,
          reading.kind === 'counts'
            ? { ...reading, canary: reading.canary.map(pod => ({ ...pod, bad: [] })) }
            : reading,
        ]),
      ),
    }));
    const old = { ...record, ticks };
    expect(withFindings(old)).toBe(old);
  });

  it('does not exist without a gate', () => {
    const { judging: _, ...without } = judgedRecord();
    expect(withFindings(without).findings).toEqual([]);
  });
});
