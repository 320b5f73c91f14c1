import { describe, expect, it } from 'vitest';
import { placeIn, requireKeptPvcs } from '../../../src/recovery/in-place/place.ts';
import { progressOf } from '../../../src/recovery/in-place/progress.ts';
import type { Workload } from '../../../src/workloads/kinds.ts';
import { wording } from '../../wording.ts';

interface Shape {
  mounts?: { name: string; mountPath: string; subPath?: string }[];
  env?: { name: string; value?: string }[];
  more?: object;
  volumes?: object[];
}
const workload = ({ mounts, env, more, volumes }: Shape = {}): Workload => ({
  metadata: { name: 'db' },
  spec: {
    template: {
      spec: {
        containers: [
          { name: 'exporter' },
          {
            name: 'postgres',
            env: env ?? [],
            volumeMounts: mounts ?? [
              { name: 'config', mountPath: '/' },
              { name: 'data', mountPath: '/home/postgres/pgdata' },
            ],
          },
        ],
        volumes: (volumes ?? []) as never,
      },
    },
    volumeClaimTemplates: [{ metadata: { name: 'data' } }],
    ...more,
  } as never,
});
const data = '/home/postgres/pgdata/pgroot/data';
const place = (shape: Shape = {}, given: string | undefined = data, replicas = 3) =>
  placeIn(workload(shape), 'postgres', given, replicas);

describe('recovery 1: a database that is scaled to 0 for a restore', () => {
  const policy = (whenScaled: string) =>
    workload({ more: { persistentVolumeClaimRetentionPolicy: { whenScaled } } });

  it('must keep its PVCs, or the restore is refused', () => {
    expect(() => requireKeptPvcs(policy('Delete'))).toThrow(wording('db', 'Delete'));
    for (const kept of [policy('Retain'), workload()]) expect(() => requireKeptPvcs(kept)).not.toThrow();
  });
});

describe('the files of a database that is restored in place', () => {
  it('are a folder in the PVC of each pod, beginning with the first pod', () => {
    expect(place()).toEqual({ pvcs: ['data-db-0', 'data-db-1', 'data-db-2'], folder: 'pgroot/data' });
    expect(place({ more: { ordinals: { start: 5 } } }, data, 2).pvcs).toEqual(['data-db-5', 'data-db-6']);
  });

  it('are in PGDATA, unless slipway.yml names the folder', () => {
    const env = [{ name: 'PGDATA', value: '/home/postgres/pgdata/17/' }];
    expect(placeIn(workload({ env }), 'postgres', undefined, 1).folder).toBe('17');
    expect(place({ env }).folder).toBe('pgroot/data');
    for (const value of [undefined, '$(HOME)/data'])
      expect(() =>
        placeIn(workload({ env: [{ name: 'PGDATA', ...(value && { value }) }] }), 'postgres', undefined, 1),
      ).toThrow(wording('db'));
  });

  it('are on the nearest PVC, and on no subPath', () => {
    const mounts = [
      { name: 'config', mountPath: '/home' },
      { name: 'data', mountPath: '/home/postgres' },
    ];
    expect(place({ mounts }).folder).toBe('pgdata/pgroot/data');
    const part = { name: 'data', mountPath: '/home/postgres/pgdata', subPath: 'x' };
    expect(() => place({ mounts: [part] })).toThrow(wording());
    // A mount below the folder does not contain the files.
    expect(() => place({ mounts: [{ name: 'data', mountPath: '/home' }, part] })).toThrow(wording());
    // A folder whose name only has the same beginning.
    const alike = [{ name: 'data', mountPath: '/home/postgres/pg' }];
    expect(() => place({ mounts: alike })).toThrow(wording());
  });

  it('are in the PVC of the only pod, if the pod names one', () => {
    const more = { volumeClaimTemplates: undefined };
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'db-disk' } }];
    expect(place({ more, volumes }).pvcs).toEqual(['db-disk']);
    expect(() => place({ more, volumes: [{ name: 'data', emptyDir: {} }] })).toThrow(wording());
  });

  it('are not moved aside if they are the whole volume', () => {
    expect(() => place({}, '/home/postgres/pgdata')).toThrow(wording());
    expect(() => place({}, '/home/postgres/pgdata/pgroot/..')).toThrow(wording());
  });
});

describe('the note of an in-place restore', () => {
  const noted = (value: unknown) =>
    progressOf({
      metadata: {
        annotations: {
          'slipway.dev/restore-in-place': typeof value === 'string' ? value : JSON.stringify(value),
        },
      },
    });
  const note = { id: '0a1b2c3d', step: 'restoring', replicas: 3, to: 'latest' };

  it('is read if it is valid', () => {
    const whole = { ...note, previous: ['89abcdef', 'fedcba98'] };
    expect(noted({ ...whole, more: 1 })).toEqual(whole);
    expect(noted({ ...note, previous: ['x/y', '89abcdef', 1] })).toEqual({ ...note, previous: ['89abcdef'] });
    expect(progressOf({ metadata: {} })).toBeUndefined();
  });

  it('of an older version is read', () => {
    expect(noted({ ...note, previous: '89abcdef' })).toEqual({ ...note, previous: ['89abcdef'] });
    expect(noted({ ...note, previous: 'x/y' })).toEqual({ ...note, previous: [] });
    // That version had removed the folder.
    expect(noted({ ...note, step: 'done', previous: '89abcdef' })).toMatchObject({ previous: [] });
  });

  it.each([
    ['not JSON', '{'],
    ['an id with a path', { ...note, id: '../../x' }],
    ['an id with further characters', { ...note, id: '0a1b2c3d\n/etc' }],
    ['an unknown step', { ...note, step: 'constructor' }],
    ['without a target', { ...note, to: undefined }],
    ['without a number of replicas', { ...note, replicas: '3' }],
    ['with an invalid number of replicas', { ...note, replicas: 0.5 }],
    ['with too many replicas', { ...note, replicas: 1e9 }],
  ])('counts as none: %s', (_, value) => {
    expect(noted(value)).toBeUndefined();
  });
});
