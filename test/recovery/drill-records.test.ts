import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drillId, entryOf, readDrills, writeDrill } from '../../src/recovery/drill-records.ts';
import { type DrillFacts, reportOf } from '../../src/recovery/drill-report.ts';
import { folderStore, type Store } from '../../src/recovery/store.ts';

const owner = { app: 'shop', environment: 'production' };
const at = Date.UTC(2026, 10, 26, 3, 17);
const report = (changes: Partial<DrillFacts> = {}) =>
  reportOf({
    ...{ ...owner, scenario: 'restore', pace: 'lab', startedAt: at, endedAt: at + 60_000, phaseTimes: [] },
    run: { id: '42', actor: 'ann', url: 'https://ci.example.com/42' },
    backup: { label: '20261126-010203F', repository: 'far', endedAt: at - 7_200_000, bytes: 1e9 },
    target: { rto: 3_600_000, rpo: 300_000 },
    outage: { kind: 'over', from: at, to: at + 40_000, rto: 40_000, atLeast: 39_750, notes: [] },
    ...{ assumedDetection: 0, required: 'L0', levelChecks: [], tools: {}, files: {}, left: [] },
    ...changes,
  });

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drills-'));
  store = folderStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

describe('the records of drills', () => {
  it('form a history in order', async () => {
    for (const startedAt of [at + 86_400_000, at]) await writeDrill(store, owner, report({ startedAt }), at);
    const history = await readDrills(store, owner);
    expect(history.map(entry => entry.at)).toEqual([at, at + 86_400_000]);
    expect(history[0]).toEqual(entryOf(report()));
    expect((await store.list('shop/production/drills')).map(({ path }) => path.split('/').at(-1))).toEqual([
      '20261126T031700Z-42.history.jsonl',
      '20261126T031700Z-42.json',
      '20261127T031700Z-42.history.jsonl',
      '20261127T031700Z-42.json',
    ]);
    expect(drillId(report())).toBe('20261126T031700Z-42');
  });

  it('omit values that were not measured', () => {
    const loss = { point: { kind: 'unmeasured' as const }, demanded: 0, lost: [], findings: [] };
    expect(entryOf(report({ loss, outage: undefined }))).not.toHaveProperty('rpo');
    expect(entryOf(report({ loss: { ...loss, point: { kind: 'all', atLeast: 1 } } }))).not.toHaveProperty(
      'rpo',
    );
    expect(entryOf(report({ loss: { ...loss, point: { kind: 'none', atMost: 1 } } })).rpo).toBe(0);
  });

  it('of another environment form another history', async () => {
    await writeDrill(store, { ...owner, environment: 'staging' }, report());
    expect(await readDrills(store, owner)).toEqual([]);
  });
});
