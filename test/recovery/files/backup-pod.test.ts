import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupPodManifest, declaredPod, mounts } from '../../../src/recovery/files/backup-pod.ts';

const backupPod = {
  ...{ namespace: 'shop', name: 'slipway-files', pvc: 'attachments', image: 'r.example/restic@sha256:0' },
  ...{ writes: false, deadline: 3600 },
};
// biome-ignore lint/suspicious/noExplicitAny: looked at field by field
const specOf = (changes: object = {}): any => backupPodManifest({ ...backupPod, ...changes }).spec;

describe('a pod that backs up a PVC', () => {
  it('cannot write there, and reads every file', () => {
    const { volumes, containers } = specOf();
    expect(volumes[0].persistentVolumeClaim).toEqual({ claimName: 'attachments', readOnly: true });
    expect(containers[0].volumeMounts[0]).toMatchObject({ mountPath: '/pvc', readOnly: true });
    expect(containers[0].securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['DAC_READ_SEARCH'] });
  });
  it('mounts the CA certificates that slipway.yml names, where restic reads them', () => {
    const declared = declaredPod({ image: 'example/restic@sha256:1', 'ca-configmap': 's3-authority' });
    const { volumes, containers } = specOf(declared);
    expect(volumes).toContainEqual({ name: 'ca', configMap: { name: 's3-authority' } });
    const mount = { name: 'ca', mountPath: dirname(mounts.ca), readOnly: true };
    expect(containers[0].volumeMounts).toContainEqual(mount);
  });

  it('can write and set owners when it restores', () => {
    const { volumes, containers } = specOf({ writes: true });
    expect(volumes[0].persistentVolumeClaim).toEqual({ claimName: 'attachments' });
    // The capabilities that Pod Security allows in a `baseline` namespace, such as that of a drill.
    expect(containers[0].securityContext.capabilities.add).toEqual(['CHOWN', 'DAC_OVERRIDE', 'FOWNER']);
  });
  it('never changes the owners in its volume, gets no token, and ends after its deadline', () => {
    const spec = specOf({ user: 1000, node: 'a' });
    expect(spec.securityContext).not.toHaveProperty('fsGroup');
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      activeDeadlineSeconds: 3600,
    });
    expect(JSON.stringify(spec.affinity)).toContain('"values":["a"]');
    expect(spec.containers[0].securityContext.capabilities).toEqual({ drop: ['ALL'] });
  });
});
