import { describe, expect, it } from 'vitest';
import type { Pod } from '../../../src/cluster/objects.ts';
import { backupPodName, nodeOf, startBackupPod } from '../../../src/recovery/files/backup-pods.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

const pod = (pvc: string, nodeName: string, phase = 'Running') =>
  ({
    spec: { nodeName, volumes: [{ name: 'x', persistentVolumeClaim: { claimName: pvc } }] },
    status: { phase },
  }) as unknown as Pod;

describe('the pod that reads a PVC', () => {
  it('runs on the node that mounts the PVC, and on any node when none does', () => {
    const pods = [pod('other', 'node-a'), pod('files', 'node-a', 'Succeeded'), pod('files', 'node-b')];
    expect(nodeOf(pods, 'files')).toBe('node-b');
    expect(nodeOf(pods, 'none')).toBeUndefined();
    expect(nodeOf([pod('files', '')], 'files')).toBeUndefined();
  });

  it('has the same valid name in every run', () => {
    expect(backupPodName('attachments')).toBe('slipway-files-attachments');
    expect(backupPodName('a.b')).toMatch(/^slipway-files-[0-9a-f]{20}$/);
    const long = backupPodName('x'.repeat(253));
    expect([
      long.length <= 63,
      long === backupPodName('x'.repeat(253)),
      long === backupPodName('y'.repeat(253)),
    ]).toEqual([...[true, true, false]]);
  });
});

describe('the host name of a backup pod, by which restic recognizes its own locks', () => {
  const request = {
    ...{ name: 'slipway-files-attachments', pvc: 'attachments', image: 'restic@sha256:1', writes: false },
    ...{ deadline: 60, patience: 1000, signal: new AbortController().signal, sleep: async () => undefined },
  };
  async function hostIn(api: FakeApiServer, namespace: string) {
    api.controllers.push((at, object) => {
      const status = { containerStatuses: [{ state: { running: {} } }] };
      if (object?.kind === 'Pod' && object.status === undefined) api.put(at, { ...object, status });
    });
    await startBackupPod(api.cluster, { ...request, namespace });
    return api.find<Pod>('pods', request.name)?.spec?.hostname;
  }

  it('is that of a killed run, but of no pod in another namespace or cluster', async () => {
    const [api, other] = [new FakeApiServer(['shop']), new FakeApiServer([])];
    other.put('/api/v1/namespaces/shop', { metadata: { uid: 'other' } });
    other.put('/api/v1/namespaces/drill', { metadata: { uid: 'drill' } });
    const first = await hostIn(api, 'shop');
    expect(first).toMatch(/^slipway-[0-9a-f]{20}$/);
    expect(await hostIn(api, 'shop')).toBe(first);
    const shop = await hostIn(other, 'shop');
    other.delete(`/api/v1/namespaces/shop/pods/${request.name}`);
    expect(new Set([first, shop, await hostIn(other, 'drill')]).size).toBe(3);
  });

  it('is that of no other pod where the namespace may not be read', async () => {
    const api = new FakeApiServer(['shop']);
    api.forbid('get namespaces');
    const first = await hostIn(api, 'shop');
    expect(await hostIn(api, 'shop')).not.toBe(first);
  });
});
