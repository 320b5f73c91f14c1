import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { NoAnswer } from '../../../src/cluster/retry.ts';
import {
  createFence,
  deleteFence,
  fenceConfigMap,
  fencedApply,
  LeaseLost,
  setToken,
  takeTemporary,
  tokenOfFence,
} from '../../../src/release/store/fencing.ts';
import { annotationOf } from '../../../src/traffic/fencing-token.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

const writer = { app: 'shop', token: 7 };
const path = pathOf(resources.service, 'shop', 'shop');

const object = (token?: number, extra: object = {}): KubeObject =>
  ({
    kind: 'Service',
    metadata: {
      name: 'shop',
      uid: 'u1',
      ...(token === undefined ? {} : { annotations: { [annotationOf.token('shop')]: String(token) } }),
      ...extra,
    },
  }) as KubeObject;

const tokenOf = (each: KubeObject | undefined) => each?.metadata?.annotations?.[annotationOf.token('shop')];

const hold = fencedApply(writer);

describe('a stamp', () => {
  /** An API server that has a Service with that stamp. */
  function server(token?: number) {
    const api = new FakeApiServer();
    api.put(path, object(token));
    return api;
  }

  it.each([undefined, 3])('rises from %s to our token', async token => {
    const api = server(token);
    await setToken(api.cluster, path, writer);
    expect(tokenOf(api.objects.get(path))).toBe('7');
  });

  it('never falls: an older run gets an error', async () => {
    const api = server(8);
    await expect(setToken(api.cluster, path, writer)).rejects.toThrow(LeaseLost);
    expect(tokenOf(api.objects.get(path))).toBe('8');
  });

  it('is retried when others write to the object meanwhile, and fails when a newer run does', async () => {
    const api = server();
    api.once({ verb: 'patch' }, () => api.put(path, object(undefined, { labels: { team: 'a' } })));
    expect(tokenOf(await setToken(api.cluster, path, writer))).toBe('7');
    const late = server(3);
    late.once({ verb: 'patch' }, () => late.put(path, object(8)));
    await expect(setToken(late.cluster, path, writer)).rejects.toThrow(LeaseLost);
    expect(tokenOf(late.objects.get(path))).toBe('8');
  });

  it.each(['x', 'NaN', '-7', '007', '1'.repeat(11)])(
    'security 16: replaces what no run has written: %s',
    async text => {
      const api = server();
      const annotations = { [annotationOf.token('shop')]: text };
      api.put(path, { ...object(), metadata: { annotations } });
      await setToken(api.cluster, path, writer);
      expect(tokenOf(api.objects.get(path))).toBe('7');
      expect(tokenOf(hold(object(), { metadata: { annotations } }))).toBe('7');
    },
  );

  it('is not set on an object that is gone', async () => {
    expect(await setToken(new FakeApiServer().cluster, path, writer)).toBeUndefined();
  });
});

describe('an apply', () => {
  it('is bound to the object that was read', () => {
    const seen = object(3, { resourceVersion: '5' });
    expect(hold(object(), seen).metadata).toMatchObject({ uid: 'u1', resourceVersion: '5' });
    expect(tokenOf(hold(object(), seen))).toBe('7');
  });

  it('is refused after a newer run', () => {
    expect(() => hold(object(), object(8))).toThrow(LeaseLost);
  });

  it('does not stamp shipped copies, which are immutable', () => {
    const shipped = object(undefined, { labels: { 'slipway.dev/kind': 'shipped' } });
    expect(hold(shipped, undefined)).toBe(shipped);
  });
});

describe('a fence', () => {
  it('has its token in its name', () => {
    expect(tokenOfFence(fenceConfigMap('a-fence-3', 'shop', 12))).toBe(12);
    expect(tokenOfFence(fenceConfigMap('shop', 'shop', 1_000_000_000))).toBe(1_000_000_000);
  });

  const folder = pathOf(resources.configMap, 'shop');

  it('is found again by the run that created it', async () => {
    const { cluster } = new FakeApiServer();
    const first = await createFence(cluster, 'shop', writer);
    expect(await createFence(cluster, 'shop', writer)).toEqual(first);
  });

  it('is known to its run even if the answer to its creation was lost', async () => {
    const api = new FakeApiServer();
    let calls = 0;
    const cluster = {
      ...api.cluster,
      create: async <T>(at: string, body: unknown) => {
        const made = await api.cluster.create<T>(at, body);
        calls += 1;
        if (calls === 1) throw new NoAnswer(`POST ${at}`, { name: '', message: '', code: 'ABORT_ERR' });
        return made;
      },
    };
    const fence = await createFence(cluster, 'shop', writer);
    expect(fence).toEqual(api.objects.get(`${folder}/slipway-shop-fence-7`));
    await deleteFence(cluster, fence);
    expect(api.names('configmaps')).toEqual([]);
  });

  it('adopts the temporary objects of the previous one, which is deleted', async () => {
    const api = new FakeApiServer();
    const old = api.put(`${folder}/slipway-shop-fence-6`, {});
    const reference = { apiVersion: 'v1', kind: 'ConfigMap', name: 'slipway-shop-fence-6' };
    const ownerReferences = [{ ...reference, uid: old.metadata?.uid ?? '' }];
    api.put(path, object(6, { ownerReferences }));
    const fence = await createFence(api.cluster, 'shop', writer);
    // Another client writes between the token and the owner.
    api.fail({ verb: 'patch', path, nth: 2, times: 1 }, 409);
    await takeTemporary(api.cluster, fence, { older: [old], owned: [path] }, writer);
    expect(api.objects.get(path)?.metadata?.ownerReferences).toEqual([
      { ...reference, name: 'slipway-shop-fence-7', uid: fence.metadata?.uid },
    ]);
    expect(api.names('configmaps')).toEqual(['slipway-shop-fence-7']);
  });
});
