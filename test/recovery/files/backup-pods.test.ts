import { describe, expect, it } from 'vitest';
import type { Pod } from '../../../src/cluster/objects.ts';
import { backupPodName, nodeOf } from '../../../src/recovery/files/backup-pods.ts';

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
