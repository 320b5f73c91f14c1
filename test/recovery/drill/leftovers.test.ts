import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import { cleanUpDrills } from '../../../src/recovery/drill/leftovers.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const leasePath = '/apis/coordination.k8s.io/v1/namespaces/shop/leases/slipway.drill';
const victim = { pod: 'db-0', uid: 'u', node: 'node-a' };

function server(objects: Record<string, object>): FakeApiServer {
  const api = new FakeApiServer();
  api.now = now;
  for (const [path, object] of Object.entries(objects)) api.put(path, object as KubeObject);
  return api;
}

const lease = (holder: string, writtenAt: number, broken?: object) => ({
  metadata: {
    name: 'slipway.drill',
    namespace: 'shop',
    annotations: broken === undefined ? {} : { 'slipway.dev/drill-broken': JSON.stringify(broken) },
    managedFields: [{ time: new Date(writtenAt).toISOString() }],
  },
  spec: { holderIdentity: holder, leaseDurationSeconds: 30 },
});
const namespace = (
  expires: string,
  labels: object = { 'slipway.dev/drill-disposable': 'true', 'slipway.dev/drill-run': '41' },
) =>
  ({
    metadata: { name: 'shop-drill', uid: 'n', labels, annotations: { 'slipway.dev/drill-expires': expires } },
  }) as unknown as KubeObject;

const options = { runId: 'sweep-1', holder: 'ann in 7', folder: '.', env: {}, report: () => undefined };
const sweep = (cluster: Cluster) =>
  cleanUpDrills(cluster, { namespace: 'shop', commands: {}, scratch: 'shop-drill' }, options);

describe('the cleanup after drills', () => {
  it.each([
    ['there never was one', {}],
    ['a drill ended normally', { [leasePath]: lease('', now - 3_600_000) }],
    ['a drill is running', { [leasePath]: lease('ann in 6', now - 5000, { breaks: 'pod' }) }],
    ['the namespace has not expired', { '/api/v1/namespaces/shop-drill': namespace('2026-11-26T12:00:01Z') }],
    [
      'the namespace belongs to no drill',
      {
        '/api/v1/namespaces/shop-drill': namespace('2026-11-26T11:00:00Z', {
          'slipway.dev/drill-disposable': 'true',
        }),
      },
    ],
    [
      'recovery 13: the namespace holds a live system',
      {
        '/api/v1/namespaces/shop-drill': namespace('2026-11-26T11:00:00Z', {
          ...{
            'slipway.dev/drill-disposable': 'true',
            'slipway.dev/drill-live': 'true',
            'slipway.dev/drill-run': '41',
          },
        }),
      },
    ],
    [
      'recovery 13: the namespace has no label of drills',
      {
        '/api/v1/namespaces/shop-drill': namespace('2026-11-26T11:00:00Z', {
          'slipway.dev/drill-run': '41',
        }),
      },
    ],
  ])('writes nothing if %s', async (_, objects) => {
    const api = server(objects);
    const before = [...api.objects];
    expect(await sweep(api.cluster)).toEqual([]);
    expect([...api.objects]).toEqual(before);
  });

  it('fixes the fault of a killed drill, and removes its note', async () => {
    const broken = { breaks: 'pod', run: 'pod-1', victim, at: now - 60_000 };
    const { cluster, objects } = server({ [leasePath]: lease('ann in 6', now - 60_000, broken) });
    expect(await sweep(cluster)).toEqual([wording('db-0', 'pod-1')]);
    expect(objects.get(leasePath)).toMatchObject({ spec: { holderIdentity: '' } });
    expect(JSON.stringify(objects.get(leasePath))).not.toContain('drill-broken');
  });

  it('fails if the fault cannot be fixed, and keeps the note for the next run', async () => {
    const broken = { breaks: 'node', run: 'node-1', victim, at: now - 60_000 };
    const { cluster, objects } = server({ [leasePath]: lease('ann in 6', now - 60_000, broken) });
    await expect(sweep(cluster)).rejects.toThrow(wording());
    expect(JSON.stringify(objects.get(leasePath))).toContain('drill-broken');
  });

  it('deletes an expired namespace', async () => {
    const api = server({ '/api/v1/namespaces/shop-drill': namespace('2026-11-26T11:00:00Z') });
    expect(await sweep(api.cluster)).toEqual([wording('shop-drill')]);
    expect(api.writes).toEqual(['delete /api/v1/namespaces/shop-drill']);
  });
});
