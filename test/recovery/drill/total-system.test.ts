import { describe, expect, it } from 'vitest';
import { startPhaseRecorder } from '../../../src/recovery/drill/phase-recorder.ts';
import { databasesIn, emptyBucket } from '../../../src/recovery/drill/total-system.ts';
import type { Bucket } from '../../../src/recovery/object-stores/bucket.ts';
import { type DrillPhase, divide } from '../../../src/recovery/phases.ts';
import { wording } from '../../wording.ts';

/** The phases of each database that is restored from an archive. */
const ofOne: readonly DrillPhase[] = ['provision', 'decide', 'restore', 'replay', 'verify'];

/** The breakdown of a restore of so many databases after the Secrets; each step takes a second. */
async function partsOf(count: number): Promise<[string, number][]> {
  let clock = 0;
  const takes = async () => {
    clock += 1000;
  };
  const seen = startPhaseRecorder(() => clock);
  await seen.during('provision', takes);
  await seen.during('restore', takes);
  // As in the drill beside the live system.
  const phaseInRecovery: Partial<Record<DrillPhase, DrillPhase>> = { decide: 'restore', verify: 'replay' };
  const { all, recorder } = databasesIn(
    (phase, work) => seen.during(phaseInRecovery[phase] ?? phase, work),
    count,
  );
  await all(async () => {
    for (let turn = 0; turn < count; turn += 1)
      for (const phase of ofOne) await recorder.during(phase, takes);
    return { levelChecks: [], backups: [], failed: [] };
  });
  await seen.during('start', takes);
  return divide({ from: 0, to: clock }, seen.phaseTimes()).parts.map(({ name, took }) => [name, took / 1000]);
}

describe('a drill of a total loss', () => {
  it('reports how long its database was restored and replayed, including its pod', async () => {
    expect(await partsOf(1)).toEqual([
      ['provision', 1],
      ['restore', 4],
      ['replay', 2],
      ['start', 1],
    ]);
  });

  it('reports how long several databases were restored, one after the other', async () => {
    expect(await partsOf(2)).toEqual([
      ['provision', 1],
      ['restore', 11],
      ['start', 1],
    ]);
  });
});

describe('recovery 13: the bucket of a drill of a total loss', () => {
  const bucketOf = (...keys: string[]) => {
    const held = new Set(keys);
    const bucket = {
      name: 'drills',
      list: async () => [...held].map(key => ({ key, bytes: 1 })),
      put: async (key: string) => void held.add(key),
      remove: async (key: string) => void held.delete(key),
    } as unknown as Bucket;
    return { held, empty: () => emptyBucket(bucket, () => undefined) };
  };

  it('is marked and emptied', async () => {
    const first = bucketOf();
    await first.empty();
    expect([...first.held]).toEqual(['slipway.dev/drill-disposable']);
    const used = bucketOf('slipway.dev/drill-disposable', 'a', 'b');
    await used.empty();
    expect([...used.held]).toEqual(['slipway.dev/drill-disposable']);
  });

  it.each([[['a']], [['a', 'b']]])('is not emptied if it contains %j', async keys => {
    const { held, empty } = bucketOf(...keys);
    await expect(empty()).rejects.toThrow(wording('drills', 'slipway.dev/drill-disposable'));
    expect([...held]).toEqual(keys);
  });
});
