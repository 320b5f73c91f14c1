import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../scripts/rehearsal-events.ts';
import { small } from './rehearsals.ts';

describe('the events of a rehearsal', () => {
  it('are in order, in seconds since the first request', () => {
    expect(eventsOf(small()).map(({ second, label }) => [second, label])).toEqual([
      [10, '2.0.0 deployed'],
      [11, '50 %'],
      [16, '100 %'],
      [20, 'promoted'],
      [22, '2.1.0 test fails'],
      [24, '3.0.0 deployed'],
      [25, '50 %'],
      [30, '3.0.0 verdict: bad'],
      [32, 'rolled back'],
    ]);
  });

  it('include the time from the verdict until the traffic was moved back', () => {
    const verdict = eventsOf(small()).find(({ label }) => label.includes('verdict'));
    expect(verdict?.text).toBe('judged worse; its traffic was moved back 92 ms after the verdict');
  });

  it('exclude those before the first request and after the last', () => {
    const { load, ...rest } = small();
    const events = eventsOf({ ...rest, load: { ...load, seconds: load.seconds.slice(0, 16) } });
    expect(events.map(({ label }) => label)).toEqual(['2.0.0 deployed', '50 %', '100 %']);
  });
});
