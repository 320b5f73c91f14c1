import { describe, expect, it } from 'vitest';
import { noteIn } from '../../../src/recovery/in-place/note.ts';
import { demandKeptPvcs, placeIn } from '../../../src/recovery/in-place/place.ts';
import type { Workload } from '../../../src/release/workloads/kinds.ts';
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

describe('recovery 1: a database that is stopped for a restore', () => {
  const policy = (whenScaled: string) =>
    workload({ more: { persistentVolumeClaimRetentionPolicy: { whenScaled } } });

  it('keeps its PVCs, or the restore is refused', () => {
    expect(() => demandKeptPvcs(policy('Delete'))).toThrow(wording('db', 'Delete'));
    for (const kept of [policy('Retain'), workload()]) expect(() => demandKeptPvcs(kept)).not.toThrow();
  });
});

describe('the files of a database that is restored over itself', () => {
  it('are a folder in the PVC of each pod, that of the first one first', () => {
    expect(place()).toEqual({ pvcs: ['data-db-0', 'data-db-1', 'data-db-2'], folder: 'pgroot/data' });
    expect(place({ more: { ordinals: { start: 5 } } }, data, 2).pvcs).toEqual(['data-db-5', 'data-db-6']);
  });

  it('are where PGDATA says, unless slipway.yml says it', () => {
    const env = [{ name: 'PGDATA', value: '/home/postgres/pgdata/17/' }];
    expect(placeIn(workload({ env }), 'postgres', undefined, 1).folder).toBe('17');
    expect(place({ env }).folder).toBe('pgroot/data');
    for (const value of [undefined, '$(HOME)/data'])
      expect(() =>
        placeIn(workload({ env: [{ name: 'PGDATA', ...(value && { value }) }] }), 'postgres', undefined, 1),
      ).toThrow(wording('db'));
  });

  it('are on the PVC that is nearest, and on no part of one', () => {
    const mounts = [
      { name: 'config', mountPath: '/home' },
      { name: 'data', mountPath: '/home/postgres' },
    ];
    expect(place({ mounts }).folder).toBe('pgdata/pgroot/data');
    const part = { name: 'data', mountPath: '/home/postgres/pgdata', subPath: 'x' };
    expect(() => place({ mounts: [part] })).toThrow(wording());
    // What is beneath it is not where the files are.
    expect(() => place({ mounts: [{ name: 'data', mountPath: '/home' }, part] })).toThrow(wording());
    // A folder whose name only begins alike.
    const alike = [{ name: 'data', mountPath: '/home/postgres/pg' }];
    expect(() => place({ mounts: alike })).toThrow(wording());
  });

  it('are of the only pod where a PVC is named', () => {
    const more = { volumeClaimTemplates: undefined };
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'db-disk' } }];
    expect(place({ more, volumes }).pvcs).toEqual(['db-disk']);
    expect(() => place({ more, volumes: [{ name: 'data', emptyDir: {} }] })).toThrow(wording());
  });

  it('are not moved aside where they are the whole volume', () => {
    expect(() => place({}, '/home/postgres/pgdata')).toThrow(wording());
    expect(() => place({}, '/home/postgres/pgdata/pgroot/..')).toThrow(wording());
  });
});

describe('the note of a restore over a database', () => {
  const noted = (value: unknown) =>
    noteIn({
      metadata: {
        annotations: {
          'slipway.dev/restore-in-place': typeof value === 'string' ? value : JSON.stringify(value),
        },
      },
    });
  const note = { id: '0a1b2c3d', step: 'restoring', replicas: 3, to: 'latest' };

  it('is read when it is one of ours', () => {
    expect(noted({ ...note, more: 1, previous: 'x/y' })).toEqual(note);
    expect(noted({ ...note, previous: '89abcdef' })).toEqual({ ...note, previous: '89abcdef' });
    expect(noteIn({ metadata: {} })).toBeUndefined();
  });

  it.each([
    ['no JSON', '{'],
    ['a name that leads elsewhere', { ...note, id: '../../x' }],
    ['a name with more behind it', { ...note, id: '0a1b2c3d\n/etc' }],
    ['a step that is none', { ...note, step: 'constructor' }],
    ['to nowhere', { ...note, to: undefined }],
    ['no number of pods', { ...note, replicas: '3' }],
    ['a number of pods that is none', { ...note, replicas: 0.5 }],
    ['pods without end', { ...note, replicas: 1e9 }],
  ])('counts as none when it is %s', (_, value) => {
    expect(noted(value)).toBeUndefined();
  });
});
