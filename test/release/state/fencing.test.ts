import { describe, expect, it } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Cluster, JsonPatch } from '../../../src/cluster/port.ts';
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
import { applied, Refused } from '../../traffic/json-patch.ts';
import { patchRefused } from '../objects.ts';

const object = (token?: number, extra: object = {}): KubeObject =>
  ({
    kind: 'Service',
    metadata: {
      name: 'shop',
      uid: 'u1',
      resourceVersion: '5',
      ...(token === undefined ? {} : { annotations: { [annotationOf.token('shop')]: String(token) } }),
      ...extra,
    },
  }) as KubeObject;

/** Objects by path, patched as the API server does. */
function server(objects: Record<string, KubeObject>) {
  const between: (() => void)[] = [];
  const cluster = {
    get: async (path: string) => structuredClone(objects[path]),
    create: async (path: string, made: KubeObject) => {
      const at = `${path}/${made.metadata?.name}`;
      if (objects[at] !== undefined)
        throw new ClusterError('POST', 409, JSON.stringify({ reason: 'AlreadyExists' }));
      objects[at] = { ...made, metadata: { ...made.metadata, uid: 'made' } };
      return objects[at];
    },
    patch: async (path: string, _: string, patch: JsonPatch[]) => {
      between.shift()?.();
      const there = objects[path];
      if (there === undefined) throw new ClusterError('PATCH', 404, '{}');
      try {
        const next = applied(there, patch);
        const resourceVersion = String(Number(there.metadata?.resourceVersion ?? 0) + 1);
        objects[path] = { ...next, metadata: { ...next.metadata, resourceVersion } };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        throw patchRefused();
      }
      return objects[path];
    },
    remove: async (path: string) => {
      delete objects[path];
    },
  } as unknown as Cluster;
  return { cluster, objects, before: (act: () => void) => between.push(act) };
}

const tokenOf = (each: KubeObject | undefined) => each?.metadata?.annotations?.[annotationOf.token('shop')];

describe('a stamp', () => {
  it.each([undefined, 3])('rises from %s to our token', async token => {
    const { cluster, objects } = server({ '/shop': object(token) });
    await stamp(cluster, '/shop', 'shop', 7);
    expect(tokenOf(objects['/shop'])).toBe('7');
  });

  it('never falls: who comes late is told so', async () => {
    const { cluster, objects } = server({ '/shop': object(8) });
    await expect(stamp(cluster, '/shop', 'shop', 7)).rejects.toThrow(LeaseLost);
    expect(tokenOf(objects['/shop'])).toBe('8');
  });

  it('is tried again when others write to the object meanwhile, and gives way when a newer run does', async () => {
    const api = server({ '/shop': object() });
    api.before(() => {
      api.objects['/shop'] = object(undefined, { resourceVersion: '6' });
    });
    expect(tokenOf(await stamp(api.cluster, '/shop', 'shop', 7))).toBe('7');
    const late = server({ '/shop': object(3) });
    late.before(() => {
      late.objects['/shop'] = object(8);
    });
    await expect(stamp(late.cluster, '/shop', 'shop', 7)).rejects.toThrow(LeaseLost);
  });

  it('is not put on what is gone', async () => {
    expect(await stamp(server({}).cluster, '/shop', 'shop', 7)).toBeUndefined();
  });
});

describe('an apply', () => {
  const hold = holdWith('shop', 7);

  it('is held to the very object that was seen', () => {
    expect(hold(object(), object(3)).metadata).toMatchObject({ uid: 'u1', resourceVersion: '5' });
    expect(tokenOf(hold(object(), object(3)))).toBe('7');
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

  const folder = '/api/v1/namespaces/shop/configmaps';

  it('is found again by the run that raised it', async () => {
    const { cluster } = server({});
    const first = await raiseFence(cluster, 'shop', 'shop', 7);
    expect(await raiseFence(cluster, 'shop', 'shop', 7)).toEqual(first);
  });

  it('takes over what is temporary from the one before, which goes', async () => {
    const old = {
      kind: 'ConfigMap',
      metadata: { name: 'slipway-shop-fence-6', namespace: 'shop', uid: 'old' },
    };
    const api = server({ '/canary': object(6), [`${folder}/slipway-shop-fence-6`]: old as KubeObject });
    const fence = await raiseFence(api.cluster, 'shop', 'shop', 7);
    const owned = [{ path: '/canary', object: object(6) }];
    await inherit(api.cluster, fence, { older: [old], owned, app: 'shop', token: 7 });
    expect(api.objects['/canary']?.metadata?.ownerReferences).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', name: 'slipway-shop-fence-7', uid: 'made' },
    ]);
    expect(Object.keys(api.objects)).not.toContain(`${folder}/slipway-shop-fence-6`);
  });
});
