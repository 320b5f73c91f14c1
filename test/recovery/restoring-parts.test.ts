import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { fileNames } from '../../src/recovery/attachments.ts';
import { requireBackups } from '../../src/recovery/chosen-backup.ts';
import { formatExport } from '../../src/recovery/cluster-objects/exporting.ts';
import { type Exported, portable } from '../../src/recovery/cluster-objects/portable.ts';
import type { ResticRepository } from '../../src/recovery/files/restic.ts';
import { withFilesNote } from '../../src/recovery/files-note.ts';
import type { LevelCheck } from '../../src/recovery/levels.ts';
import { type PartsTask, restoreObjects } from '../../src/recovery/restoring-parts.ts';
import { attachmentsOf, readSet, type SetIn, writeSet } from '../../src/recovery/sets.ts';
import { folderStore } from '../../src/recovery/store.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';
import { manifest } from './backups.ts';

const owner = { app: 'shop', environment: 'production' };
const storageClass = (name: string) => `/apis/storage.k8s.io/v1/storageclasses/${name}`;
const pvcPath = '/api/v1/namespaces/new/persistentvolumeclaims/pics';
const configPath = '/api/v1/namespaces/new/configmaps/settings';
const objects = [
  { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'old' }, provisioner: 'old' },
  {
    ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'pics', namespace: 'shop' } },
    spec: { storageClassName: 'old', dataSource: { kind: 'VolumeSnapshot', name: 'x' } },
  },
  {
    ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } },
    data: { color: 'red' },
  },
] as unknown as Exported[];

let folder: string;
let api: FakeApiServer;
let said: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parts-'));
  api = new FakeApiServer(['shop', 'new']);
  said = [];
  api.put(storageClass('usual'), {
    metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  });
});
afterEach(() => rm(folder, { recursive: true }));

async function taskOf(): Promise<PartsTask> {
  const store = folderStore(folder);
  const files = { [fileNames.objects]: Buffer.from(formatExport({ objects })) };
  const content = new TextEncoder().encode(JSON.stringify(manifest({ attachments: attachmentsOf(files) })));
  await writeSet(store, owner, { id: '20261126T030000Z', content, bundle: undefined, files });
  const at: SetIn = { store, owner, set: await readSet(store, owner) };
  return {
    ...{ at, identities: [], cluster: api.cluster, from: 'shop', into: 'new', repository: undefined },
    ...{ signal: new AbortController().signal, report: (line: string) => void said.push(line) },
  };
}

describe('objects of a set', () => {
  it('are restored in another cluster with its own storage classes', async () => {
    const checks = await restoreObjects(await taskOf());
    expect(checks.map(({ state }) => state)).toEqual(['passed']);
    expect(api.objects.get(pvcPath)?.spec).toEqual({ storageClassName: 'usual' });
    expect(api.objects.has(storageClass('old'))).toBe(false);
    expect(said).toContainEqual(wording('pics', 'usual', 'old'));
  });

  it('that an earlier run has created are kept', async () => {
    const task = await taskOf();
    await restoreObjects(task);
    api.delete(configPath);
    api.calls.length = 0;
    expect((await restoreObjects(task)).map(({ state }) => state)).toEqual(['passed']);
    expect(api.objects.has(configPath)).toBe(true);
    expect(api.writes.filter(each => !each.endsWith(configPath))).toEqual([]);
  });

  it('are refused before the first write where one has other content', async () => {
    api.put(configPath, { data: { color: 'blue' } } as KubeObject);
    await expect(restoreObjects(await taskOf())).rejects.toThrow(wording('settings'));
    expect(api.writes).toEqual([]);
  });
});

describe('the note of restored files', () => {
  const passed: LevelCheck[] = [{ level: 'L3', what: 'files', state: 'passed', sentence: 'x' }];
  const restored = (set: string, fails = false) =>
    withFilesNote(
      {
        cluster: api.cluster,
        into: 'new',
        pvc: 'pics',
        set,
        back: `back ${set}`,
        report: line => void said.push(line),
      },
      async (replace, begins) => {
        await begins();
        if (fails) throw new Error('killed');
        return replace ? [...passed, ...passed] : passed;
      },
    );
  beforeEach(() => api.put(pvcPath, {}));

  it('lets the next run replace what a stopped run has restored, and keep what was restored', async () => {
    await expect(restored('1', true)).rejects.toThrow('killed');
    expect(await restored('1')).toHaveLength(2);
    expect(await restored('1')).toEqual([]);
    expect(said).toEqual([wording('pics')]);
    // Another set is no continuation: the files may be in use.
    expect(await restored('2')).toEqual(passed);
  });

  it('lets no run replace what one from another set has begun: its files may be in use', async () => {
    await expect(restored('1', true)).rejects.toThrow('killed');
    expect(await restored('2')).toEqual(passed);
  });

  it('is not backed up: a new PVC would count as restored', async () => {
    await restored('1');
    expect(portable(api.objects.get(pvcPath)!).metadata).toEqual({ name: 'pics', namespace: 'new' });
  });
});

describe('the backups of parts', () => {
  const at = {
    set: {
      manifest: manifest({
        objectStores: [{ name: 'pics', backups: [{ repository: 'near', snapshot: '1' }] } as never],
      }),
    },
  } as unknown as SetIn;
  const repositories = new Map(['near', 'far'].map(name => [name, { name } as ResticRepository]));
  const required = (repository: string | undefined) =>
    requireBackups({ at, repository }, { managed: [], volumes: [], buckets: ['pics'] }, repositories);

  it('are required before anything is restored', () => {
    for (const good of [undefined, 'near']) expect(() => required(good)).not.toThrow();
    expect(() => required('far')).toThrow(wording('pics', 'far', 'near'));
  });
});
