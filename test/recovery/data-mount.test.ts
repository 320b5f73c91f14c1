import { describe, expect, it } from 'vitest';
import { dataMount } from '../../src/recovery/data-mount.ts';
import type { Workload } from '../../src/workloads/kinds.ts';

const mount = (name: string, mountPath: string) => ({ name, mountPath });

const workload = (
  volumeMounts: object[],
  volumes: object[],
  volumeClaimTemplates?: object[],
  kind = 'StatefulSet',
) =>
  ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'db' },
    spec: {
      template: {
        spec: {
          containers: [
            { name: 'exporter', image: 'x' },
            { name: 'postgres', image: 'x', volumeMounts },
          ],
          volumes,
        },
      },
      ...(volumeClaimTemplates === undefined ? {} : { volumeClaimTemplates }),
    },
  }) as unknown as Workload;

describe('the PVC with the data of a database', () => {
  const of = (found: Workload, directory = '/data/pg', container: string | undefined = 'postgres') =>
    dataMount(found, container, directory)?.pvc;

  it('is that of a template, without the number of a pod', () => {
    expect(of(workload([mount('data', '/data')], [], [{ metadata: { name: 'data' } }]))).toBe('data-db');
  });

  it('is the one that a Deployment names', () => {
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'pgdata' } }];
    expect(of(workload([mount('data', '/data/')], volumes, undefined, 'Deployment'))).toBe('pgdata');
  });

  it('is the innermost mount that contains the folder, and none of another container', () => {
    const templates = [{ metadata: { name: 'all' } }, { metadata: { name: 'data' } }];
    const found = workload(
      [mount('all', '/'), mount('data', '/data'), mount('more', '/data/p')],
      [],
      templates,
    );
    expect(of(found)).toBe('data-db');
    expect(of(found, '/database')).toBe('all-db');
    expect(of(found, '/data/pg', 'exporter')).toBeUndefined();
  });

  it('is also found when only a part of it is mounted', () => {
    const found = workload(
      [mount('all', '/'), { ...mount('data', '/data'), subPath: 'x' }],
      [],
      [{ metadata: { name: 'all' } }, { metadata: { name: 'data' } }],
    );
    expect(dataMount(found, 'postgres', '/data/pg')).toEqual({
      ...{ pvc: 'data-db', perPod: true, part: true, folder: 'pg' },
    });
  });

  it('is undefined where the data is on the node', () => {
    expect(of(workload([mount('data', '/data')], [{ name: 'data', emptyDir: {} }]))).toBeUndefined();
    expect(of(workload([], []))).toBeUndefined();
  });
});
