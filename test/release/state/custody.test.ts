import { describe, expect, it } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Cluster, JsonPatch } from '../../../src/cluster/port.ts';
import { removeOurs, retract, whileOurs } from '../../../src/release/state/custody.ts';
import { LeaseLost } from '../../../src/release/workloads/overtaken.ts';
import { annotationOf, fenced } from '../../../src/traffic/fence.ts';
import { applied, Refused } from '../../traffic/json-patch.ts';
import { patchRefused } from '../objects.ts';

const fence = { app: 'shop', token: 7 };

const object = (token: number | undefined, uid = 'u1', resourceVersion = '5'): KubeObject => ({
  kind: 'Service',
  metadata: {
    name: 'shop',
    uid,
    resourceVersion,
    ...(token === undefined ? {} : { annotations: { [annotationOf.token('shop')]: String(token) } }),
  },
});

/** Objects by path; others come in before our writes, one after the other. */
function server(objects: Record<string, KubeObject>) {
  const between: (() => void)[] = [];
  const cluster = {
    get: async (path: string) => structuredClone(objects[path]),
    patch: async (path: string, _: string, patch: JsonPatch[]) => {
      between.shift()?.();
      const there = objects[path];
      if (there === undefined) throw new ClusterError('PATCH', 404, '{}');
      try {
        const next = applied(there, patch);
        const resourceVersion = String(Number(there.metadata?.resourceVersion) + 1);
        objects[path] = { ...next, metadata: { ...next.metadata, resourceVersion } };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        throw patchRefused();
      }
      return objects[path];
    },
    remove: async (path: string, uid: string, resourceVersion: string) => {
      between.shift()?.();
      const { metadata } = objects[path] ?? {};
      if (metadata?.uid === uid && metadata.resourceVersion === resourceVersion) delete objects[path];
    },
  } as unknown as Cluster;
  return { cluster, objects, before: (act: () => void) => between.push(act) };
}

describe('a write to what is ours', () => {
  const mark: JsonPatch = { op: 'add', path: '/spec', value: 'ours' };
  const write = (api: ReturnType<typeof server>) =>
    whileOurs(api.cluster, '/shop', 'shop', 7, seen =>
      api.cluster.patch('/shop', 'json', [...fenced(seen, fence), mark]),
    );

  it('comes after our stamp', async () => {
    const api = server({ '/shop': object(3) });
    await write(api);
    expect(api.objects['/shop']).toMatchObject({ ...object(7, 'u1', '7'), spec: 'ours' });
  });

  it('is tried again on an object that was made anew between the stamp and it', async () => {
    const api = server({ '/shop': object(3) });
    api.before(() => {});
    api.before(() => {
      api.objects['/shop'] = object(undefined, 'u2');
    });
    await write(api);
    expect(api.objects['/shop']).toMatchObject({ metadata: { uid: 'u2' }, spec: 'ours' });
  });

  it('is refused when a newer run came between the stamp and it', async () => {
    const api = server({ '/shop': object(3) });
    api.before(() => {});
    api.before(() => {
      api.objects['/shop'] = object(8);
    });
    await expect(write(api)).rejects.toBeInstanceOf(LeaseLost);
    expect(api.objects['/shop']).toEqual(object(8));
  });

  it('is none where nothing is', async () => {
    expect(await write(server({}))).toBeUndefined();
  });
});

describe('a removal of what is ours', () => {
  it('holds to what was looked at: others may write to it meanwhile', async () => {
    const api = server({ '/shop': object(7) });
    api.before(() => {
      api.objects['/shop'] = object(7, 'u1', '6');
    });
    expect(await removeOurs(api.cluster, '/shop', 'shop', 7)).toMatchObject({ kind: 'Service' });
    expect(api.objects).toEqual({});
  });

  it('leaves what a newer run has made its own between the look and the write', async () => {
    const api = server({ '/shop': object(7) });
    api.before(() => {
      api.objects['/shop'] = object(8, 'u1', '6');
    });
    await expect(removeOurs(api.cluster, '/shop', 'shop', 7)).rejects.toBeInstanceOf(LeaseLost);
    expect(api.objects['/shop']).toBeDefined();
  });

  it('ends when another is there by that name since', async () => {
    const api = server({ '/shop': object(7) });
    api.before(() => {
      api.objects['/shop'] = object(undefined, 'u2');
    });
    await removeOurs(api.cluster, '/shop', 'shop', 7);
    expect(api.objects['/shop']?.metadata?.uid).toBe('u2');
  });

  it('is none of what is gone', async () => {
    expect(await removeOurs(server({}).cluster, '/shop', 'shop', 7)).toBeUndefined();
  });
});

it('a run that was overtaken takes back what it made, but for what the newer run has taken over', async () => {
  const api = server({
    '/late': object(7, 'late'),
    '/taken': object(8, 'taken'),
    '/again': object(7, 'another'),
  });
  const creations = ['late', 'taken', 'again', 'gone'].map(name => ({ path: `/${name}`, uid: name }));
  await retract(api.cluster, creations, 'shop', 7);
  expect(Object.keys(api.objects)).toEqual(['/taken', '/again']);
});
