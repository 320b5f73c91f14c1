import { describe, expect, it } from 'vitest';
import { startPhaseRecorder } from '../../../src/recovery/drill/phase-recorder.ts';
import { divide } from '../../../src/recovery/phases.ts';
import { scenarios } from '../../../src/recovery/scenario.ts';

it('each phase is recorded once, however many steps it has, and also if it fails', async () => {
  let clock = 0;
  const recorder = startPhaseRecorder(() => clock);
  const take = (milliseconds: number) => async () => {
    clock += milliseconds;
  };
  await recorder.during('restore', take(10));
  clock += 3;
  await recorder.during('restore', take(7));
  const failing = recorder.during('start', async () => {
    clock += 5;
    throw new Error('no pod');
  });
  await expect(failing).rejects.toThrow('no pod');
  expect(recorder.phaseTimes()).toEqual([
    { phase: 'restore', from: 0, to: 20 },
    { phase: 'start', from: 20, to: 25 },
  ]);
});

it.each(scenarios.map(each => [each.id, each.steps] as const))(
  'the steps of %s can be divided into phases',
  async (_, steps) => {
    let clock = 0;
    const recorder = startPhaseRecorder(() => clock);
    for (const { phase } of steps)
      await recorder.during(phase, async () => {
        clock += 5;
      });
    const { total, parts } = divide({ from: 0, to: clock }, recorder.phaseTimes());
    expect(total).toBe(5 * steps.length);
    expect(parts.every(({ kind }) => kind === 'phase')).toBe(true);
  },
);

describe('phaseTimes of a drill that an earlier job has begun', () => {
  const before = [
    { phase: 'provision', from: 0, to: 10 },
    { phase: 'restore', from: 10, to: 20 },
  ] as const;

  it('continue where that job was, and count the time in between as queue', async () => {
    let clock = 100;
    const recorder = startPhaseRecorder(() => clock, before);
    const take = (milliseconds: number) => async () => {
      clock += milliseconds;
    };
    await recorder.during('provision', take(3));
    expect(recorder.phaseTimes()).toEqual(before);
    await recorder.during('restore', take(5));
    await recorder.during('replay', take(2));
    expect(recorder.phaseTimes().slice(2)).toEqual([
      { phase: 'queue', from: 20, to: 103 },
      { phase: 'restore', from: 103, to: 108 },
      { phase: 'replay', from: 108, to: 110 },
    ]);
    const { parts, total } = divide({ from: 0, to: 110 }, recorder.phaseTimes());
    expect(total).toBe(110);
    expect(parts.map(({ name }) => name)).toEqual(['provision', 'restore', 'queue', 'restore', 'replay']);
  });

  it('include the phase in progress', async () => {
    let clock = 0;
    const recorder = startPhaseRecorder(() => clock);
    await recorder.during('restore', async () => {
      clock = 5;
      expect(recorder.phaseTimes()).toEqual([{ phase: 'restore', from: 0, to: 5 }]);
      clock = 7;
    });
    expect(recorder.phaseTimes()).toEqual([{ phase: 'restore', from: 0, to: 7 }]);
  });
});
