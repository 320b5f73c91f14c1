import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { releaseRecords, storeRecords } from '../../src/audit/records.ts';
import type { ConfigMap } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { startRecord } from '../../src/decision/record.ts';
import { folderStore } from '../../src/recovery/store.ts';
import { DecisionStore } from '../../src/release/decision-record/store.ts';
import { ReleaseStore } from '../../src/release/store/releases.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { manifest } from '../recovery/backups.ts';
import { putLease } from '../release/leases.ts';
import { release } from '../release/objects.ts';

/** Records that someone has changed or cut off are named, and the others are read. */

const by = { actor: 'ann', run: 'run 1' };
const decision = (number: number) => ({
  ...startRecord({
    ...{ at: 0, app: 'shop', environment: 'production', namespace: 'shop', workload: 'Deployment/shop' },
    ...{ release: number, images: {}, by, token: 1, doing: 'prepared' },
    strategy: { kind: 'rolling', deadline: 1000 } as never,
  }),
  end: { at: 1000, state: 'promoted' as const, reason: '', weight: 100 },
});

it('names decisions and outcomes that are not readable, and reads those of the other releases', async () => {
  const api = new FakeApiServer();
  putLease(api);
  const store = new ReleaseStore(api.cluster, 'shop', 'shop');
  for (const number of [1, 2, 3, 4]) {
    await store.create(number, each => release(each).record);
    await new DecisionStore(api.cluster, 'shop', decision(number)).save(line => expect.fail(line));
  }
  const folder = pathOf(resources.configMap, 'shop');
  const change = (name: string, data: Record<string, string>) => {
    const there = api.objects.get(`${folder}/${name}`) as ConfigMap;
    api.put(`${folder}/${name}`, { ...there, data });
  };
  change('slipway-shop-r2-decision-head-000', { 'head-000': '{"cut":' });
  change('slipway-shop-r3-decision-head-000', {
    'head-000': JSON.stringify({ ...decision(1), ticks: 0 }),
  });
  await store.conclude({ schema: 1, release: 4 as never, state: 'complete', token: 1 });
  change('slipway-shop-r4-outcome', { outcome: '{}' });
  const { records, faults } = await releaseRecords(api.cluster, 'shop', 'shop');
  expect(records.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
    ...['decision 1', 'decision 4', 'release 1', 'release 2', 'release 3', 'release 4'],
  ]);
  expect(faults).toEqual([
    expect.stringMatching(/^ConfigMap\/slipway-shop-r4-outcome is ignored: /),
    expect.stringMatching(
      /^decision 3 of shop is not readable: the decision record of release 3 belongs to another release/,
    ),
    expect.stringMatching(/^decision 2 of shop is not readable: this is not a decision record/),
  ]);
});

it('does not take an API server that fails for a record that is not readable', async () => {
  const api = new FakeApiServer();
  putLease(api);
  await new ReleaseStore(api.cluster, 'shop', 'shop').create(1, each => release(each).record);
  api.fail({ verb: 'list', path: 'configmaps', nth: 2 }, 403);
  await expect(releaseRecords(api.cluster, 'shop', 'shop')).rejects.toThrow();
});

it('names backups and drills that are not readable, and reads the others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const line = (at: number) =>
    `${JSON.stringify({ schema: 1, at, app: 'shop', environment: 'production', scenario: 'restore', verdict: 'pass' })}\n`;
  await put('shop/production/20261126T031700Z/manifest.json', JSON.stringify(manifest()));
  await put('shop/production/20261127T031700Z/manifest.json', '{"schema":');
  await put('shop/production/drills/20261126T031700Z-1.history.jsonl', line(1));
  await put('shop/production/drills/20261127T031700Z-2.history.jsonl', '{"schema": 2}\n');
  await put('shop/production/drills/20261128T031700Z-3.history.jsonl', line(3));
  const store = folderStore(folder);
  const owner = { app: 'shop', environment: 'production' };
  const { records, faults } = await storeRecords(store, owner, () => false);
  expect(records.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    ...[
      'backup 20261126T031700Z',
      'drill restore 1970-01-01T00:00:00.001Z',
      'drill restore 1970-01-01T00:00:00.003Z',
    ],
  ]);
  expect(faults).toEqual([
    expect.stringContaining(
      `drill 20261127T031700Z-2.history.jsonl in ${folder} of shop is not readable: line 1 of the drill history is not a valid entry`,
    ),
    expect.stringContaining(
      `backup 20261127T031700Z in ${folder} of shop is not readable: the manifest of the backup cannot be read (it is not JSON)`,
    ),
  ]);
  await rm(folder, { recursive: true });
});
