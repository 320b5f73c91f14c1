import { describe, expect, it } from 'vitest';
import { startStamper } from '../../../src/recovery/drill/stamps.ts';
import { databasesIn } from '../../../src/recovery/drill/total-system.ts';
import { divide, type Phase } from '../../../src/recovery/phases.ts';

/** As each database is restored from an archive. */
const ofOne: readonly Phase[] = ['provision', 'decide', 'restore', 'replay', 'verify'];

/** Where the time goes when so many databases are restored after Secrets; each deed takes a second. */
async function partsOf(count: number): Promise<[string, number][]> {
  let clock = 0;
  const takes = async () => {
    clock += 1000;
  };
  const seen = startStamper(() => clock);
  await seen.during('provision', takes);
  await seen.during('restore', takes);
  // As the drill beside what stands has it.
  const asOfAll: Partial<Record<Phase, Phase>> = { decide: 'restore', verify: 'replay' };
  const { all, stamper } = databasesIn((phase, work) => seen.during(asOfAll[phase] ?? phase, work), count);
  await all(async () => {
    for (let turn = 0; turn < count; turn += 1) for (const phase of ofOne) await stamper.during(phase, takes);
    return { rungs: [], backups: [] };
  });
  await seen.during('start', takes);
  return divide({ from: 0, to: clock }, seen.stamps()).parts.map(({ name, took }) => [name, took / 1000]);
}

describe('a drill of a total loss', () => {
  it('says how long its database was restored and replayed, its pod included', async () => {
    expect(await partsOf(1)).toEqual([
      ['provision', 1],
      ['restore', 4],
      ['replay', 2],
      ['start', 1],
    ]);
  });

  it('says how long several were restored, one after the other', async () => {
    expect(await partsOf(2)).toEqual([
      ['provision', 1],
      ['restore', 11],
      ['start', 1],
    ]);
  });
});
