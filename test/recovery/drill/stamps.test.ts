import { describe, expect, it } from 'vitest';
import { startStamper } from '../../../src/recovery/drill/stamps.ts';
import { divide } from '../../../src/recovery/phases.ts';
import { scenarios } from '../../../src/recovery/scenario.ts';

it('each phase is stamped once, however many steps it has, and also if it fails', async () => {
  let clock = 0;
  const stamper = startStamper(() => clock);
  const take = (milliseconds: number) => async () => {
    clock += milliseconds;
  };
  await stamper.during('restore', take(10));
  clock += 3;
  await stamper.during('restore', take(7));
  const failing = stamper.during('start', async () => {
    clock += 5;
    throw new Error('no pod');
  });
  await expect(failing).rejects.toThrow('no pod');
  expect(stamper.stamps()).toEqual([
    { phase: 'restore', from: 0, to: 20 },
    { phase: 'start', from: 20, to: 25 },
  ]);
});

it.each(scenarios.map(each => [each.id, each.steps] as const))(
  'the steps of %s can be divided into phases',
  async (_, steps) => {
    let clock = 0;
    const stamper = startStamper(() => clock);
    for (const { phase } of steps)
      await stamper.during(phase, async () => {
        clock += 5;
      });
    const { total, parts } = divide({ from: 0, to: clock }, stamper.stamps());
    expect(total).toBe(5 * steps.length);
    expect(parts.every(({ kind }) => kind === 'phase')).toBe(true);
  },
);

describe('stamps of a drill that an earlier job has begun', () => {
  const before = [
    { phase: 'provision', from: 0, to: 10 },
    { phase: 'restore', from: 10, to: 20 },
  ] as const;

  it('continue where that job was, and count the time in between as queue', async () => {
    let clock = 100;
    const stamper = startStamper(() => clock, before);
    const take = (milliseconds: number) => async () => {
      clock += milliseconds;
    };
    await stamper.during('provision', take(3));
    expect(stamper.stamps()).toEqual(before);
    await stamper.during('restore', take(5));
    await stamper.during('replay', take(2));
    expect(stamper.stamps().slice(2)).toEqual([
      { phase: 'queue', from: 20, to: 103 },
      { phase: 'restore', from: 103, to: 108 },
      { phase: 'replay', from: 108, to: 110 },
    ]);
    const { parts, total } = divide({ from: 0, to: 110 }, stamper.stamps());
    expect(total).toBe(110);
    expect(parts.map(({ name }) => name)).toEqual(['provision', 'restore', 'queue', 'restore', 'replay']);
  });

  it('include the phase in progress', async () => {
    let clock = 0;
    const stamper = startStamper(() => clock);
    await stamper.during('restore', async () => {
      clock = 5;
      expect(stamper.stamps()).toEqual([{ phase: 'restore', from: 0, to: 5 }]);
      clock = 7;
    });
    expect(stamper.stamps()).toEqual([{ phase: 'restore', from: 0, to: 7 }]);
  });
});
