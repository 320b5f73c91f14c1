import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ordered } from '../../src/actions/drill.ts';
import { openDrillSet } from '../../src/actions/drill-set.ts';
import { fileNames, readIdentities } from '../../src/recovery/attachments.ts';
import { formatExport } from '../../src/recovery/cluster-objects/exporting.ts';
import type { Exported } from '../../src/recovery/cluster-objects/portable.ts';
import { type ScenarioId, scenarioOf } from '../../src/recovery/scenario.ts';
import { encryptAge } from '../../src/recovery/sealing.ts';
import { attachmentsOf, type BackupSet, writeSet } from '../../src/recovery/sets.ts';
import { folderStore } from '../../src/recovery/store.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { managed, manifest } from '../recovery/backups.ts';
import { wording } from '../wording.ts';

/** What a drill takes from where: out of sets in folders, and a cluster that notes what it is asked for. */

const owner = { app: 'shop', environment: 'production' };
const object = (kind: string, name: string, more: object = {}): Exported =>
  ({ apiVersion: 'v1', kind, metadata: { name, namespace: 'shop' }, ...more }) as Exported;
const workload = (image: string) =>
  object('StatefulSet', 'db', {
    apiVersion: 'apps/v1',
    spec: { template: { spec: { containers: [{ image }] } } },
  });

let folder: string;
let recipient: string;
/** With the Secrets that stand. */
let api: FakeApiServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drill-set-'));
  api = new FakeApiServer();
  for (const name of ['pgbackrest', 'pgbackrest-reader'])
    api.put(`/api/v1/namespaces/shop/secrets/${name}`, {});
  const identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  await writeFile(join(folder, 'offline.key'), `${identity}\n`);
});
afterEach(() => rm(folder, { recursive: true }));

/** A finished set in a store of that name, made at that hour. */
async function keep(
  store: string,
  hour: number,
  objects: Exported[],
  secrets?: Exported[],
  more: object = {},
): Promise<void> {
  const files = {
    [fileNames.objects]: Buffer.from(formatExport({ objects })),
    ...(secrets && {
      [fileNames.secrets]: await encryptAge(formatExport({ objects: secrets }), [recipient]),
    }),
  };
  const made = manifest({ attachments: attachmentsOf(files), sealedObjects: [], ...more });
  const content = new TextEncoder().encode(JSON.stringify(made));
  const id = `20261126T0${hour}0000Z`;
  await writeSet(folderStore(join(folder, store)), owner, { id, content, bundle: undefined, files });
}

function order(
  id: ScenarioId,
  { key = false, ...changes }: { key?: boolean } & Partial<Ordered> = {},
): Ordered {
  const repository = (name: string, survives: string) => ({
    survives,
    pgbackrest: 1,
    store: { folder: name },
  });
  return {
    ...{ config: join(folder, 'slipway.yml'), owner, env: {}, report: () => undefined },
    ...{ environment: { namespace: 'shop' }, scenario: scenarioOf(id) },
    recovery: {
      repositories: { near: repository('near', 'zone'), far: repository('far', 'region') },
      databases: {
        shop: {
          workload: { kind: 'StatefulSet', name: 'db' },
          to: ['near', 'far'],
          configuration: [{ kind: 'Secret', name: 'pgbackrest' }],
        },
      },
    },
    drills: { 'off-site': {}, encrypted: [], scratch: { 'read-only-secrets': {}, configuration: [] } },
    verifySet: async () => undefined,
    keyGiven: key,
    identities: async () => {
      if (!key) throw new Error('the offline key is not given');
      return readIdentities(join(folder, 'offline.key'));
    },
    sealedFile: undefined,
    ...changes,
  } as unknown as Ordered;
}
const image = async (given: Ordered) => {
  const { workload: found } = await openDrillSet(api.cluster, given);
  return (found as unknown as { spec: { template: { spec: { containers: { image: string }[] } } } }).spec
    .template.spec.containers[0]?.image;
};
const secrets = () => [object('Secret', 'pgbackrest', { data: { conf: 'Zg==' } })];

describe('a region drill', () => {
  it('uses only the set of the off-site repository, even if another one has a newer set, and reads nothing from the lost region', async () => {
    await keep('near', 5, [workload('near')], secrets());
    await keep('far', 3, [workload('far')], secrets());
    expect(await image(order('region', { key: true }))).toBe('far');
    const { cluster: left } = await openDrillSet(api.cluster, order('region', { key: true }));
    expect(await left.get('/api/v1/namespaces/shop/secrets/pgbackrest')).toMatchObject({
      data: { conf: 'Zg==' },
    });
    const db = await left.get<object>('/apis/apps/v1/namespaces/shop/statefulsets/db');
    expect(db).toEqual(workload('far'));
    await expect(left.get('/api/v1/namespaces/shop/pods/db-0')).rejects.toThrow(wording());
    expect(api.calls).toEqual([]);
  });

  it('is refused without the key, and with a set that has no Secrets', async () => {
    await keep('far', 3, [workload('far')]);
    await expect(openDrillSet(api.cluster, order('region'))).rejects.toThrow('the offline key is not given');
    await expect(openDrillSet(api.cluster, order('region', { key: true }))).rejects.toThrow(wording());
    expect(api.calls).toEqual([]);
  });

  it('is refused if the set has a dump of a managed database but not its password', async () => {
    await keep('far', 3, [workload('far')], secrets(), { managed: [managed({ name: 'orders' })] });
    const { recovery } = order('region');
    const declared = {
      ...recovery,
      managed: { orders: { secret: 'orders-login' } },
    } as unknown as typeof recovery;
    await expect(
      openDrillSet(api.cluster, order('region', { key: true, recovery: declared })),
    ).rejects.toThrow(wording('Secret/orders-login'));
  });

  it('reads only the login of drills from the live system, if the set does not contain it', async () => {
    await keep('far', 3, [workload('far')], secrets());
    const { drills } = order('region');
    const scratch = { ...drills.scratch, 'read-only-secrets': { pgbackrest: 'pgbackrest-reader' } };
    await openDrillSet(
      api.cluster,
      order('region', { key: true, drills: { ...drills, scratch } as typeof drills }),
    );
    expect(api.calls.map(({ verb, path }) => `${verb} ${path}`)).toEqual([
      'get /api/v1/namespaces/shop/secrets/pgbackrest-reader',
    ]);
  });
});

describe('a restore drill', () => {
  it('uses live Secrets only without a key, and says so', async () => {
    await keep('near', 5, [workload('near')], secrets());
    const without = await openDrillSet(api.cluster, order('restore'));
    expect(without.levelChecks).toMatchObject([{ what: wording(), state: 'skipped', demanded: false }]);
    const given = await openDrillSet(api.cluster, order('restore', { key: true }));
    expect(given.levelChecks).toMatchObject([{ what: wording(), state: 'passed' }]);
    expect(await given.cluster.get('/api/v1/namespaces/shop/secrets/pgbackrest')).toHaveProperty('data');
  });

  it('uses the set of the next repository if the first one has none', async () => {
    await keep('far', 3, [workload('far')], secrets());
    expect(await image(order('restore'))).toBe('far');
  });

  it('rejects a set without a trusted signature', async () => {
    await keep('near', 5, [workload('near')], secrets());
    // Another store is no way around it.
    await keep('far', 3, [workload('far')], secrets());
    const verifySet = async ({ id }: BackupSet) => {
      if (id === '20261126T050000Z') throw new UserError(`${id} is not signed`, 'sign it');
      return 'somebody';
    };
    await expect(openDrillSet(api.cluster, order('restore', { verifySet }))).rejects.toThrow('is not signed');
  });
});

describe('a secrets drill', () => {
  it('uses the file of Secrets only if the set has none', async () => {
    const other = async () => encryptAge(formatExport({ objects: secrets() }), [recipient]);
    await keep('near', 3, [workload('near')]);
    const opened = await openDrillSet(api.cluster, order('secrets', { key: true, sealedFile: other }));
    expect(await opened.cluster.get('/api/v1/namespaces/shop/secrets/pgbackrest')).toHaveProperty('data');
    await keep('near', 5, [workload('near')], secrets());
    const unread = async () => Promise.reject(new Error('it was read'));
    await expect(
      openDrillSet(api.cluster, order('secrets', { key: true, sealedFile: unread })),
    ).resolves.toBeDefined();
  });
});
