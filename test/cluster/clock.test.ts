import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ServerClock } from '../../src/cluster/clock.ts';

it('a clock of whole seconds is never ahead and less than one second late, and becomes more precise with each response', () => {
  const began = Date.parse('2026-01-01T00:00:00Z');
  const waits = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), waits, (start, waited) => {
      let passed = 0;
      const clock = new ServerClock(() => passed);
      let late = 1_000;
      for (const ms of waited) {
        passed += ms;
        const now = began + start + passed;
        clock.heard(Math.floor(now / 1000) * 1000);
        expect(now - clock.now()).toBeGreaterThanOrEqual(0);
        expect(now - clock.now()).toBeLessThanOrEqual(Math.min(late, 999));
        late = now - clock.now();
      }
    }),
  );
});

it('a clock without a response is before every time', () => {
  expect(new ServerClock().now()).toBe(Number.NEGATIVE_INFINITY);
});
