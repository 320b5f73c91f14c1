import { describe, expect, it } from 'vitest';
import { Forecast } from '../../lab/progress.ts';

describe('the remaining time of builds', () => {
  const forecast = (weights: number[]) => {
    let now = 0;
    const made = new Forecast(weights, () => now * 1000);
    return { made, at: (seconds: number) => (now = seconds) };
  };

  it('is the sum of the weights at first', () => {
    const { made, at } = forecast([100, 300]);
    expect(made.begin(100).note()).toBe(' (1 of 2, 7 min left)');
    at(60);
    expect(made.left()).toBe(340);
  });

  it('is scaled by the pace of this run', () => {
    const { made, at } = forecast([140, 300]);
    const first = made.begin(140);
    at(340);
    first.end();
    // 140 and the 60 of the prior took 400.
    expect(made.left()).toBe(600);
    expect(made.begin(300).note()).toBe(' (2 of 2, 9 min left)');
  });

  it('grows while a build does not end, and is never less than the weights of builds that have not started', () => {
    const { made, at } = forecast([100, 50]);
    made.begin(100);
    at(500);
    // 160 with the prior took 560.
    expect(made.left()).toBe(175);
    made.begin(50);
    expect(made.left()).toBe(0);
  });

  it('is printed in seconds near the end, and never as zero', () => {
    const { made, at } = forecast([41]);
    const { note } = made.begin(41);
    expect(note()).toBe(' (1 of 1, 50 s left)');
    at(60);
    expect(note()).toBe(' (1 of 1, 10 s left)');
  });
});
