import { describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import type { Exported } from '../../../src/recovery/cluster-objects/portable.ts';
import { filesOutside, resticIn, restorePvcs } from '../../../src/recovery/offline/files.ts';
import type { ArchivedContents, OfflineRecovery } from '../../../src/recovery/offline/recovering.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { manifest } from '../backups.ts';

const store = (url: string) => ({ url, region: 'us-east-1', 'credentials-prefix': 'FAR' });
const repository = (kept: string, restic?: string) => ({
  ...{ survives: 'region' as const, offline: false, store: store(kept) },
  ...(restic === undefined ? {} : { restic: store(restic) }),
});
const files = (...repositories: string[]) => ({
  ...{ count: 1, bytes: 1, hash: sha256Of('files'), unsettled: 0 },
  backups: repositories.map(each => ({ repository: each, snapshot: 'ab'.repeat(32) })),
});
const volume = (pvc: string, ...repositories: string[]) =>
  ({ namespace: 'shop', pvc, covered: 'files', files: files(...repositories) }) as const;

describe('the prefix of restic in the archived bucket', () => {
  const at = (restic?: string) =>
    resticIn({ repositories: { far: repository('https://s3.example/b/slipway', restic) } }, 'far');

  it('is found, also where pods reach the store by another address', () => {
    expect(at('https://s3.example/b/files/shop')).toBe('files/shop');
    expect(at('https://s3.internal:9000/b')).toBe('');
  });

  it('is undefined when restic uses another bucket, or none', () => {
    expect(at('https://s3.example/other/files')).toBeUndefined();
    expect(at()).toBeUndefined();
    expect(resticIn({ repositories: {} }, 'far')).toBeUndefined();
  });
});

describe('files that an archive will not hold', () => {
  const repositories = {
    far: repository('https://s3.example/b/slipway', 'https://s3.example/b/files'),
    near: repository('https://near.example/b/slipway', 'https://near.example/b2/files'),
  };
  const outside = (name: string, ...volumes: ReturnType<typeof volume>[]) =>
    filesOutside(manifest({ volumes }), name, { repositories });

  it('are reported by PVC, with a remedy', () => {
    expect(outside('far', volume('a', 'near', 'far'), volume('b', 'near'))).toEqual([wording('near', 'far')]);
    expect(outside('near', volume('a', 'near'))).toEqual([wording('near')]);
  });
});

describe('files of PVCs that are restored from an archive', () => {
  const pvc = (name: string) =>
    ({
      ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
      metadata: { name, namespace: 'new' },
    }) as unknown as Exported;
  /** @param notes the annotation of each existing PVC. */
  async function restored(notes: Record<string, string>, task: Partial<OfflineRecovery>) {
    const said: string[] = [];
    const api = new FakeApiServer(['new']);
    for (const [name, note] of Object.entries(notes))
      api.put(pathOf(resources.pvc, 'new', name), {
        metadata: { annotations: note === '' ? {} : { 'slipway.dev/files': note } },
      });
    const found = await restorePvcs(
      {
        ...{ cluster: api.cluster, from: 'shop', into: 'new', signal: new AbortController().signal },
        recorder: { during: (_: unknown, work: () => Promise<unknown>) => work() },
        report: (line: string) => said.push(line),
        ...task,
      } as unknown as OfflineRecovery,
      {
        contents: {
          at: { set: { id: '20261126T031700Z' } },
          manifest: manifest({ volumes: [volume('a', 'near'), volume('b', 'near')] }),
        } as unknown as ArchivedContents,
        application: Object.keys(notes).map(pvc),
      },
    );
    return { ...found, said, written: api.writes };
  }

  it('are kept where an earlier run has restored them', async () => {
    const { levelChecks, notRestored, said, written } = await restored({ a: 'back', b: 'back' }, {});
    expect([levelChecks, notRestored, written]).toEqual([[], [], []]);
    expect(said).toContainEqual(wording('PVC a'));
  });

  it('are reported where the archive does not hold the image that restores them, and do not stop others', async () => {
    const { levelChecks, notRestored: lacking } = await restored(
      { a: '', b: 'back' },
      { backupPod: undefined },
    );
    expect(lacking).toEqual(['a']);
    expect(levelChecks).toEqual([
      {
        ...{ level: 'L2', what: wording(), state: 'failed' },
        sentence: wording(),
      },
    ]);
  });

  it('are reported where the archived bucket has none of them', async () => {
    const backupPod = { image: `new.example/restic@sha256:${'1'.repeat(64)}` };
    const { levelChecks, notRestored: lacking } = await restored(
      { a: 'begun 20261126T031700Z', b: '' },
      { backupPod, repository: { name: 'far', number: 2, restic: 'files' } },
    );
    expect(lacking).toEqual(['a', 'b']);
    expect(levelChecks.map(({ sentence }) => sentence)[0]).toEqual(wording('near', 'far'));
  });
});
