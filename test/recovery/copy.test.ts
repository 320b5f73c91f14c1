import { beforeEach, describe, expect, it } from 'vitest';
import { ClusterError } from '../../src/cluster/errors.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { type CopyRequest, copyLabels, isFinished, raiseCopy } from '../../src/recovery/copy.ts';
import { wording } from '../wording.ts';

const request: CopyRequest = {
  ...{ app: 'shop', name: 'shop-copy', namespace: 'copies', from: 'shop', run: 'run-2', configuration: [] },
  template: { containers: [{ name: 'postgres', image: 'db@sha256:1' }] },
  volume: { name: 'slipway-data', emptyDir: {} },
  ...{
    patience: 1000,
    signal: new AbortController().signal,
    sleep: async () => undefined,
    report: () => undefined,
  },
};
const path = '/api/v1/namespaces/copies/pods/shop-copy';

interface Kept {
  metadata: {
    name?: string;
    uid: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
}

let kept: Map<string, Kept>;
let calls: string[];
let cluster: Cluster;
beforeEach(() => {
  kept = new Map();
  calls = [];
  let uids = 0;
  cluster = {
    get: async (of: string) => kept.get(of),
    create: async (of: string, object: Kept) => {
      const key = `${of}/${object.metadata.name}`;
      calls.push(`create ${key}`);
      if (kept.has(key)) throw new ClusterError('POST', 409, '{"reason":"AlreadyExists"}');
      uids += 1;
      const status = { containerStatuses: [{ state: { running: {} } }] };
      kept.set(key, { ...object, metadata: { ...object.metadata, uid: `new-${uids}` }, status } as Kept);
    },
    remove: async (of: string, uid: string) => {
      calls.push(`remove ${uid}`);
      if (kept.get(of)?.metadata.uid === uid) kept.delete(of);
    },
    patch: async (
      of: string,
      _: string,
      { metadata }: { metadata: { annotations: Record<string, string> } },
    ) => {
      const pod = kept.get(of);
      if (pod !== undefined)
        pod.metadata.annotations = { ...pod.metadata.annotations, ...metadata.annotations };
    },
  } as unknown as Cluster;
});

describe('the pod of a copy', () => {
  it('that a killed run has left is taken away, and made anew', async () => {
    kept.set(path, { metadata: { uid: 'old', labels: copyLabels(request) } });
    await raiseCopy(cluster, request);
    expect(calls).toEqual(['remove old', `create ${path}`]);
    expect(kept.get(path)?.metadata.uid).toBe('new-1');
  });

  it('that was finished is nobody’s to take away', async () => {
    const copy = await raiseCopy(cluster, request);
    expect(await isFinished(cluster, request)).toBe(false);
    await copy.finish();
    expect(await isFinished(cluster, request)).toBe(true);
    calls.length = 0;
    await expect(raiseCopy(cluster, { ...request, run: 'run-3' })).rejects.toThrow(
      wording('Pod/shop-copy', 'copies'),
    );
    expect(calls).toEqual([`create ${path}`]);
    expect(kept.get(path)?.metadata.uid).toBe('new-1');
  });

  it.each([
    ['another application', copyLabels({ ...request, app: 'other' })],
    ['another database', copyLabels({ ...request, name: 'other' })],
    ['somebody else', undefined],
  ])('of %s stays, and nothing is made', async (_, labels) => {
    kept.set(path, { metadata: { uid: 'old', ...(labels === undefined ? {} : { labels }) } });
    await expect(raiseCopy(cluster, request)).rejects.toThrow(wording('Pod/shop-copy', 'copies'));
    expect(await isFinished(cluster, request)).toBe(false);
    expect(kept.get(path)?.metadata.uid).toBe('old');
  });

  it('that does not end is not waited for without end', async () => {
    kept.set(path, { metadata: { uid: 'old', labels: copyLabels(request) } });
    const stuck = { ...cluster, remove: async () => undefined } as Cluster;
    await expect(raiseCopy(stuck, { ...request, patience: 0 })).rejects.toThrow(wording());
  });

  it('recovery 5: that is not to stay is removed by its uid', async () => {
    const cancel = new AbortController();
    const copy = await raiseCopy(cluster, { ...request, signal: cancel.signal });
    cancel.abort();
    calls.length = 0;
    await copy.remove();
    expect(calls).toEqual(['remove new-1']);
    expect(kept.has(path)).toBe(false);
  });

  it('in which an earlier job is at work is gone on with as it is', async () => {
    const { uid } = await raiseCopy(cluster, request);
    calls.length = 0;
    const copy = await raiseCopy(cluster, { ...request, resumed: uid });
    expect([copy.uid, calls]).toEqual([uid, []]);
  });

  it.each<[string, (pod: Kept) => Kept | undefined, string]>([
    ['is gone', () => undefined, wording('shop-copy')],
    ['was replaced', pod => ({ ...pod, metadata: { ...pod.metadata, uid: 'other' } }), wording('shop-copy')],
    [
      'has ended',
      pod =>
        ({
          ...pod,
          status: { containerStatuses: [{ state: { terminated: { reason: 'OOMKilled', exitCode: 137 } } }] },
        }) as Kept,
      wording('shop-copy', 'OOMKilled', '137'),
    ],
  ])('in which an earlier job was at work and which %s is no place to begin anew', async (_, change, why) => {
    const { uid, lasting } = await raiseCopy(cluster, request);
    const changed = change(kept.get(path)!);
    if (changed === undefined) kept.delete(path);
    else kept.set(path, changed);
    calls.length = 0;
    await expect(raiseCopy(cluster, { ...request, resumed: uid })).rejects.toThrow(why);
    await expect(lasting('restore')(['true'])).rejects.toThrow(why);
    expect(calls).toEqual([]);
  });
});
