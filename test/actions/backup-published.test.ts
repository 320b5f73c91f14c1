import { expect, it } from 'vitest';
import { publishBackup } from '../../src/actions/backup.ts';
import { MissingPermission } from '../../src/cluster/errors.ts';
import type { Host } from '../../src/toolkit/host.ts';
import { manifest } from '../recovery/backups.ts';
import { wording } from '../wording.ts';

/** What a backup says of a set that is complete, but that the cluster does not record. */

const id = '20261126T031700Z';
const made = {
  ...{ id, manifest: manifest(), backups: {}, levelChecks: [], drift: undefined },
  ...{ notes: [], problems: [], growth: [], signed: true, written: true },
};
const about = { app: 'shop', environment: 'production', stores: ['near'], notNeeded: {} };

async function published(given: Partial<typeof made>, record: () => Promise<void>) {
  const outputs: Record<string, string> = {};
  const summaries: string[] = [];
  const host = {
    output: (name: string, value: string) => {
      outputs[name] = value;
    },
    summary: async (markdown: string) => void summaries.push(markdown),
    report: () => undefined,
  } as unknown as Host;
  const well = await publishBackup({ ...made, ...given }, about, record, host).catch(error => error);
  return { well, outputs, summary: summaries.join('') };
}

it('a set that the cluster cannot record is valid, and the step fails and says why', async () => {
  const denied = new MissingPermission('create leases.coordination.k8s.io in namespace shop');
  const { well, outputs, summary } = await published({}, () => Promise.reject(denied));
  expect(well).toBe(false);
  const why = wording('create leases.coordination.k8s.io in namespace shop');
  expect(outputs).toMatchObject({ set: id, rows: JSON.stringify({ shop: 240 }), reason: why });
  expect(summary).toContain(outputs.reason);
  expect(summary.split('\n')[0]).toEqual(wording('❌', id));
});

it('a set whose record breaks down has its outputs', async () => {
  const { well, outputs } = await published({}, () => Promise.reject(new Error('a defect')));
  expect(well).toEqual(new Error('a defect'));
  expect(outputs.set).toBe(id);
});

it('a set that does not count is not recorded', async () => {
  let recorded = 0;
  const record = async () => {
    recorded += 1;
  };
  const problem = 'nothing covers the volume shop/logs';
  const { well, outputs } = await published({ problems: [problem] as never }, record);
  expect([well, recorded, outputs.set, outputs.reason]).toEqual([false, 0, '', problem]);
  expect((await published({}, record)).well).toBe(true);
  expect(recorded).toBe(1);
});
