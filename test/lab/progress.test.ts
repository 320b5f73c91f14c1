import { describe, expect, it } from 'vitest';
import { Forecast } from '../../lab/progress.ts';

describe('the time that builds will take', () => {
  const forecast = (weights: number[]) => {
    let now = 0;
    const made = new Forecast(weights, () => now * 1000);
    return { made, at: (seconds: number) => (now = seconds) };
  };

  it('is that of the table while nothing is known', () => {
    const { made, at } = forecast([100, 300]);
    expect(made.begin(100).note()).toBe(' (1 of 2, 7 min left)');
    at(60);
    expect(made.left()).toBe(340);
  });

  it('is scaled by what this run took so far', () => {
    const { made, at } = forecast([140, 300]);
    const first = made.begin(140);
    at(340);
    first.end();
    // 140 and the 60 of doubt took 400.
    expect(made.left()).toBe(600);
    expect(made.begin(300).note()).toBe(' (2 of 2, 9 min left)');
  });

  it('grows with what does not end, and is never less than that of what has not begun', () => {
    const { made, at } = forecast([100, 50]);
    made.begin(100);
    at(500);
    // 160 with the doubt took 560.
    expect(made.left()).toBe(175);
    made.begin(50);
    expect(made.left()).toBe(0);
  });

  it('is said in seconds near the end, and never as none', () => {
    const { made, at } = forecast([41]);
    const { note } = made.begin(41);
    expect(note()).toBe(' (1 of 1, 50 s left)');
    at(60);
    expect(note()).toBe(' (1 of 1, 10 s left)');
  });
});
