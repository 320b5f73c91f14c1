import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireDeclared, workloadOf } from '../../src/actions/restore-parts.ts';
import type { Recovery } from '../../src/config/recovery.ts';
import { fileNames } from '../../src/recovery/attachments.ts';
import { formatExport } from '../../src/recovery/cluster-objects/exporting.ts';
import type { Exported } from '../../src/recovery/cluster-objects/portable.ts';
import { attachmentsOf, readSet, type SetIn, writeSet } from '../../src/recovery/sets.ts';
import { folderStore } from '../../src/recovery/store.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { manifest } from '../recovery/backups.ts';
import { wording } from '../wording.ts';

const owner = { app: 'shop', environment: 'production' };
const ref = { kind: 'StatefulSet', name: 'db' } as const;
const place = { namespace: 'shop', ref, identities: [] };
const db = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'db', namespace: 'shop' },
  spec: { template: { spec: { containers: [{ name: 'postgres', image: 'postgres:17' }] } } },
} as unknown as Exported;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function setOf(...objects: Exported[]): Promise<SetIn> {
  const store = folderStore(folder);
  const files = { [fileNames.objects]: Buffer.from(formatExport({ objects })) };
  const content = new TextEncoder().encode(JSON.stringify(manifest({ attachments: attachmentsOf(files) })));
  await writeSet(store, owner, { id: '20261126T030000Z', content, bundle: undefined, files });
  return { store, owner, set: await readSet(store, owner) };
}

describe('the workload of a restored database', () => {
  it('is the live one, or that of the set if it is lost', async () => {
    const at = await setOf(db);
    const api = new FakeApiServer();
    expect(await workloadOf(api.cluster, place, at)).toEqual(db);
    const live = api.put('/apis/apps/v1/namespaces/shop/statefulsets/db', {});
    expect(await workloadOf(api.cluster, place, at)).toEqual(live);
  });

  it('must be in the cluster or in the set', async () => {
    const nowhere = wording('StatefulSet/db', 'shop');
    await expect(workloadOf(new FakeApiServer().cluster, place, await setOf())).rejects.toThrow(nowhere);
    await expect(workloadOf(new FakeApiServer().cluster, place, undefined)).rejects.toThrow(nowhere);
  });
});

describe('parts that slipway.yml no longer declares', () => {
  const recovery = { managed: {}, buckets: {}, redis: { cache: {} } } as unknown as Recovery;
  const none = { managed: [], volumes: [], buckets: [], redis: [] };

  it.each([
    ['a managed database', { managed: ['ledger'] }, 'ledger'],
    ['a bucket', { buckets: ['pics'] }, 'pics'],
    ['a Redis', { redis: ['cache', 'sessions'] }, 'sessions'],
    ['the backup pod', { volumes: ['files'] }, 'backup-pod'],
  ])('are refused before anything is restored: %s', (_, wanted, fact) => {
    expect(() => requireDeclared(recovery, { ...none, ...wanted })).toThrow(wording(fact));
    expect(() => requireDeclared(recovery, { ...none, redis: ['cache'] })).not.toThrow();
  });
});
