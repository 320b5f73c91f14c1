import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../src/cluster/port.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { Exported } from '../../../src/recovery/cluster-objects/portable.ts';
import { pvcsFor } from '../../../src/recovery/offline/pvcs.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const size = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } };
const pvc = (name: string, spec: object) =>
  ({
    ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name, namespace: 'new' } },
    spec: { ...size, ...spec },
  }) as unknown as Exported;
const queue = (storageClassName?: string) =>
  ({
    ...{ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'queue', namespace: 'new' } },
    spec: {
      replicas: 0,
      volumeClaimTemplates: [
        { metadata: { name: 'data' }, spec: { ...size, ...(storageClassName && { storageClassName }) } },
      ],
    },
  }) as unknown as Exported;

/** A cluster with these storage classes, the default one marked with a star, and these PVCs. */
function cluster(classes: string[], pvcs: string[] = []): Cluster {
  const api = new FakeApiServer(['new']);
  for (const each of classes)
    api.put(pathOf(resources.storageClass, '', each.replace('*', '')), {
      metadata: {
        annotations: { 'storageclass.kubernetes.io/is-default-class': String(each.endsWith('*')) },
      },
    });
  for (const each of pvcs) api.put(pathOf(resources.pvc, 'new', each), {});
  return api.cluster;
}
const found = (of: ReturnType<typeof cluster>, ...objects: Exported[]) =>
  pvcsFor({ cluster: of, into: 'new' }, objects);

describe('PVCs in another cluster', () => {
  it('keep size, mode and an existing class, and get no class where they had none', async () => {
    const objects = [pvc('a', { storageClassName: 'fast' }), pvc('b', {}), queue('fast')];
    expect(await found(cluster(['fast', 'slow*']), ...objects)).toMatchObject({ objects, changes: [] });
    const byHand = pvc('c', { storageClassName: '' });
    expect(await found(cluster([]), byHand)).toMatchObject({ objects: [byHand], changes: [] });
  });

  it('get the default class when theirs does not exist, and each change is reported', async () => {
    const objects = [pvc('data-queue-0', { storageClassName: 'old' }), queue('old')];
    expect(await found(cluster(['slow*']), ...objects)).toMatchObject({
      objects: [pvc('data-queue-0', { storageClassName: 'slow' }), queue('slow')],
      changes: [wording('data-queue-0', 'slow', 'old')],
    });
  });

  it('are refused by name where there is no default class, unless they exist', async () => {
    const lost = pvc('a', { storageClassName: 'old' });
    await expect(found(cluster(['slow']), lost)).rejects.toThrow(wording('old'));
    expect(await found(cluster(['slow'], ['a']), lost)).toMatchObject({ objects: [lost], changes: [] });
  });

  it('keep their class where the classes may not be read', async () => {
    const api = new FakeApiServer(['new']);
    api.forbid('list storageclasses.storage.k8s.io');
    const objects = [pvc('a', { storageClassName: 'old' })];
    expect(await found(api.cluster, ...objects)).toEqual({ objects, changes: [] });
  });

  it('have no data source', async () => {
    const copied = pvc('a', {
      dataSource: { kind: 'VolumeSnapshot', name: 'x' },
      storageClassName: 'fast',
    });
    const { objects } = await found(cluster(['fast']), copied);
    expect(objects).toEqual([pvc('a', { storageClassName: 'fast' })]);
  });

  it('are the only changed objects, and storage classes are listed only when a PVC names one', async () => {
    const map = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x' },
      spec: { storageClassName: 'y' },
    };
    const api = new FakeApiServer(['new']);
    const { objects } = await found(api.cluster, map as unknown as Exported);
    expect(objects).toEqual([map]);
    expect(api.calls).toEqual([]);
  });
});
