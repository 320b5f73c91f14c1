import { describe, expect, it } from 'vitest';
import type { Pod } from '../../../src/cluster/objects.ts';
import { backupPodName, nodeOf, startBackupPod } from '../../../src/recovery/files/backup-pods.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

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
    const nameOf = (pvc: string) => backupPodName({ pvc, writes: false });
    expect(nameOf('attachments')).toBe('slipway-files-attachments');
    expect(nameOf('a.b')).toMatch(/^slipway-files-[0-9a-f]{20}$/);
    const long = nameOf('x'.repeat(253));
    expect([long.length <= 63, long === nameOf('x'.repeat(253)), long === nameOf('y'.repeat(253))]).toEqual([
      ...[true, true, false],
    ]);
    expect(backupPodName({ pvc: 'x'.repeat(45), writes: true })).toHaveLength(61);
  });
});

/** Starts a backup pod in a cluster in which each pod runs as soon as it is created. */
function start(api: FakeApiServer, namespace: string, { writes = false, pvc = 'attachments' } = {}) {
  api.controllers.push((at, object) => {
    const status = { containerStatuses: [{ state: { running: {} } }] };
    if (object?.kind === 'Pod' && object.status === undefined) api.put(at, { ...object, status });
  });
  return startBackupPod(api.cluster, {
    ...{ namespace, pvc, writes, name: backupPodName({ pvc, writes }), image: 'restic@sha256:1' },
    ...{ deadline: 60, patience: 1000, signal: new AbortController().signal, sleep: async () => undefined },
  });
}

describe('a backup pod', () => {
  it('is removed by the next run of its kind only, and refused where one of the other kind uses the PVC', async () => {
    const api = new FakeApiServer(['shop']);
    await start(api, 'shop');
    const restore = { writes: true };
    await expect(start(api, 'shop', restore)).rejects.toThrow(
      wording('PVC attachments', 'slipway-files-attachments'),
    );
    expect(api.names('pods')).toEqual(['slipway-files-attachments']);
    await start(api, 'shop', { ...restore, pvc: 'other' });
    const again = await start(api, 'shop');
    expect(api.names('pods').toSorted()).toEqual(['slipway-files-attachments', 'slipway-restore-other']);
    await again.remove();
    await start(api, 'shop', restore);
  });
});

describe('the host name of a backup pod, by which restic recognizes its own locks', () => {
  async function hostIn(api: FakeApiServer, namespace: string) {
    await start(api, namespace);
    return api.find<Pod>('pods', 'slipway-files-attachments')?.spec?.hostname;
  }

  it('is that of a killed run, but of no pod in another namespace or cluster', async () => {
    const [api, other] = [new FakeApiServer(['shop']), new FakeApiServer([])];
    other.put('/api/v1/namespaces/shop', { metadata: { uid: 'other' } });
    other.put('/api/v1/namespaces/drill', { metadata: { uid: 'drill' } });
    const first = await hostIn(api, 'shop');
    expect(first).toMatch(/^slipway-[0-9a-f]{20}$/);
    expect(await hostIn(api, 'shop')).toBe(first);
    const shop = await hostIn(other, 'shop');
    other.delete(`/api/v1/namespaces/shop/pods/slipway-files-attachments`);
    expect(new Set([first, shop, await hostIn(other, 'drill')]).size).toBe(3);
  });

  it('is that of no other pod where the namespace may not be read', async () => {
    const api = new FakeApiServer(['shop']);
    api.forbid('get namespaces');
    const first = await hostIn(api, 'shop');
    expect(await hostIn(api, 'shop')).not.toBe(first);
  });
});
