import { beforeEach, describe, expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { type CopyRequest, copyLabels, createCopy, isFinished } from '../../src/recovery/copy.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
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

/** A cluster in which each pod runs as soon as it is created. */
let api: FakeApiServer;
beforeEach(() => {
  api = new FakeApiServer(['copies', 'shop']);
  api.controllers.push((at, object) => {
    const status = { containerStatuses: [{ state: { running: {} } }] };
    if (object?.kind === 'Pod' && object.status === undefined) api.put(at, { ...object, status });
  });
});
const uidOf = (at = path) => api.objects.get(at)?.metadata?.uid;
const leave = (labels?: Record<string, string>, more: object = {}) =>
  api.put(path, { metadata: { ...(labels && { labels }), ...more } });
/** Returns the writes since the last call. */
function written(): string[] {
  const writes = api.calls.flatMap(({ isWrite, verb, object }) => (isWrite ? `${verb} ${object}` : []));
  api.calls.length = 0;
  return writes;
}

describe('the pod of a copy', () => {
  it('that a killed run left is removed and created again', async () => {
    const old = leave(copyLabels(request));
    await createCopy(api.cluster, request);
    expect(written()).toEqual([`delete ${path}`, `create ${path}`]);
    expect(uidOf()).not.toBe(old.metadata?.uid);
  });

  it('that was finished is never removed', async () => {
    const copy = await createCopy(api.cluster, request);
    expect(await isFinished(api.cluster, request)).toBe(false);
    await copy.finish();
    expect(await isFinished(api.cluster, request)).toBe(true);
    written();
    await expect(createCopy(api.cluster, { ...request, run: 'run-3' })).rejects.toThrow(
      wording('Pod/shop-copy', 'copies'),
    );
    expect(written()).toEqual([`create ${path}`]);
    expect(uidOf()).toBe(copy.uid);
  });

  it('has configuration of the same content as its original, or is not made', async () => {
    const secret = (namespace: string) => `/api/v1/namespaces/${namespace}/secrets/login`;
    api.put(secret('shop'), { data: { password: 'bmV3' } } as never);
    const wanted = { ...request, configuration: [{ kind: 'Secret', name: 'login' } as const] };
    api.put(secret('copies'), {
      metadata: { labels: copyLabels(request) },
      data: { password: 'b2xk' },
    } as never);
    await expect(createCopy(api.cluster, wanted)).rejects.toThrow(wording('Secret/login', 'copies'));
    api.put(secret('copies'), {
      metadata: { labels: copyLabels(request) },
      data: { password: 'bmV3' },
    } as never);
    await createCopy(api.cluster, wanted);
  });

  it.each([
    ['another application', copyLabels({ ...request, app: 'other' })],
    ['another database', copyLabels({ ...request, name: 'other' })],
    ['another owner', undefined],
  ])('of %s stays, and nothing is made', async (_, labels) => {
    const old = leave(labels);
    await expect(createCopy(api.cluster, request)).rejects.toThrow(wording('Pod/shop-copy', 'copies'));
    expect(await isFinished(api.cluster, request)).toBe(false);
    expect(uidOf()).toBe(old.metadata?.uid);
  });

  it('that does not terminate is waited for only until the time limit', async () => {
    leave(copyLabels(request), { finalizers: ['example.com/wait'] });
    await expect(createCopy(api.cluster, { ...request, patience: 0 })).rejects.toThrow(wording());
  });

  it('recovery 5: that is not kept is removed by its UID', async () => {
    const cancel = new AbortController();
    const copy = await createCopy(api.cluster, { ...request, signal: cancel.signal });
    cancel.abort();
    await copy.remove();
    expect(api.objects.has(path)).toBe(false);
    expect(api.calls.find(({ verb }) => verb === 'delete')?.body).toMatchObject({
      preconditions: { uid: copy.uid },
    });
  });

  it('in which an earlier job works is reused unchanged', async () => {
    const { uid } = await createCopy(api.cluster, request);
    written();
    const copy = await createCopy(api.cluster, { ...request, resumed: uid });
    expect([copy.uid, written()]).toEqual([uid, []]);
  });

  const ended = { state: { terminated: { reason: 'OOMKilled', exitCode: 137 } } };
  it.each<[string, (pod: KubeObject) => unknown, string]>([
    ['is gone', () => api.delete(path), wording('shop-copy')],
    [
      'was replaced',
      pod => api.put(path, { ...pod, metadata: { ...pod.metadata, uid: 'other' } }),
      wording('shop-copy'),
    ],
    [
      'has ended',
      pod => api.put(path, { ...pod, status: { containerStatuses: [ended] } }),
      wording('shop-copy', 'OOMKilled', '137'),
    ],
  ])('in which an earlier job worked and which %s is not started again', async (_, change, why) => {
    const { uid, detached } = await createCopy(api.cluster, request);
    change(api.objects.get(path) as KubeObject);
    written();
    await expect(createCopy(api.cluster, { ...request, resumed: uid })).rejects.toThrow(why);
    await expect(detached('restore')(['true'])).rejects.toThrow(why);
    expect(written()).toEqual([]);
  });
});
