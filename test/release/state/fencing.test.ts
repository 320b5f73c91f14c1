import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import {
  fenceOf,
  holdWith,
  inherit,
  raiseFence,
  stamp,
  tokenOfFence,
} from '../../../src/release/state/fencing.ts';
import { LeaseLost } from '../../../src/release/workloads/overtaken.ts';
import { annotationOf } from '../../../src/traffic/fence.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

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

describe('a stamp', () => {
  /** An API server that has a Service with that stamp. */
  function server(token?: number) {
    const api = new FakeApiServer();
    api.put(path, object(token));
    return api;
  }

  it.each([undefined, 3])('rises from %s to our token', async token => {
    const api = server(token);
    await stamp(api.cluster, path, 'shop', 7);
    expect(tokenOf(api.objects.get(path))).toBe('7');
  });

  it('never falls: who comes late is told so', async () => {
    const api = server(8);
    await expect(stamp(api.cluster, path, 'shop', 7)).rejects.toThrow(LeaseLost);
    expect(tokenOf(api.objects.get(path))).toBe('8');
  });

  it('is tried again when others write to the object meanwhile, and gives way when a newer run does', async () => {
    const api = server();
    api.once({ verb: 'patch' }, () => api.put(path, object(undefined, { labels: { team: 'a' } })));
    expect(tokenOf(await stamp(api.cluster, path, 'shop', 7))).toBe('7');
    const late = server(3);
    late.once({ verb: 'patch' }, () => late.put(path, object(8)));
    await expect(stamp(late.cluster, path, 'shop', 7)).rejects.toThrow(LeaseLost);
    expect(tokenOf(late.objects.get(path))).toBe('8');
  });

  it('is not put on what is gone', async () => {
    expect(await stamp(new FakeApiServer().cluster, path, 'shop', 7)).toBeUndefined();
  });
});

describe('an apply', () => {
  const hold = holdWith('shop', 7);

  it('is held to the very object that was seen', () => {
    const seen = object(3, { resourceVersion: '5' });
    expect(hold(object(), seen).metadata).toMatchObject({ uid: 'u1', resourceVersion: '5' });
    expect(tokenOf(hold(object(), seen))).toBe('7');
  });

  it('is refused where a newer run was', () => {
    expect(() => hold(object(), object(8))).toThrow(LeaseLost);
  });

  it('leaves alone what is shipped under an immutable name', () => {
    const shipped = object(undefined, { labels: { 'slipway.dev/kind': 'shipped' } });
    expect(hold(shipped, undefined)).toBe(shipped);
  });
});

describe('a fence', () => {
  it('says whose it is by its name', () => {
    expect(tokenOfFence(fenceOf('a-fence-3', 'shop', 12))).toBe(12);
  });

  const folder = pathOf(resources.configMap, 'shop');

  it('is found again by the run that raised it', async () => {
    const { cluster } = new FakeApiServer();
    const first = await raiseFence(cluster, 'shop', 'shop', 7);
    expect(await raiseFence(cluster, 'shop', 'shop', 7)).toEqual(first);
  });

  it('takes over what is temporary from the one before, which goes', async () => {
    const api = new FakeApiServer();
    const old = api.put(`${folder}/slipway-shop-fence-6`, {});
    const reference = { apiVersion: 'v1', kind: 'ConfigMap', name: 'slipway-shop-fence-6' };
    const ownerReferences = [{ ...reference, uid: old.metadata?.uid ?? '' }];
    const canary = api.put(path, object(6, { ownerReferences }));
    const fence = await raiseFence(api.cluster, 'shop', 'shop', 7);
    const owned = [{ path, object: canary }];
    await inherit(api.cluster, fence, { older: [old], owned, app: 'shop', token: 7 });
    expect(api.objects.get(path)?.metadata?.ownerReferences).toEqual([
      { ...reference, name: 'slipway-shop-fence-7', uid: fence.metadata?.uid },
    ]);
    expect(api.names('configmaps')).toEqual(['slipway-shop-fence-7']);
  });
});
