import { expect, it } from 'vitest';
import { startStamper } from '../../../src/recovery/drill/stamps.ts';
import { divide } from '../../../src/recovery/phases.ts';
import { scenarios } from '../../../src/recovery/scenario.ts';

it('stamps each phase once, however many moves it has, and also one that failed', async () => {
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

it.each(scenarios.map(each => [each.id, each.moves] as const))(
  'the moves of %s can be divided into phases',
  async (_, moves) => {
    let clock = 0;
    const stamper = startStamper(() => clock);
    for (const { phase } of moves)
      await stamper.during(phase, async () => {
        clock += 5;
      });
    const { total, parts } = divide({ from: 0, to: clock }, stamper.stamps());
    expect(total).toBe(5 * moves.length);
    expect(parts.every(({ kind }) => kind === 'phase')).toBe(true);
  },
);
