import { describe, expect, it } from 'vitest';
import type { JsonPatch } from '../../../src/cluster/port.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { fencedDelete, fencedUpdate, LeaseLost } from '../../../src/release/store/fencing.ts';
import { annotationOf, fencingTests } from '../../../src/traffic/fencing-token.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

const writer = { app: 'shop', token: 7 };
const pathTo = (name: string) => pathOf(resources.service, 'shop', name);
const path = pathTo('shop');

const object = (token: number | undefined, uid = 'u1') => ({
  metadata: {
    uid,
    ...(token === undefined ? {} : { annotations: { [annotationOf.token('shop')]: String(token) } }),
  },
});

/** An API server that has a Service with that stamp. */
function server(token: number) {
  const api = new FakeApiServer();
  api.put(path, object(token));
  return api;
}

describe('a fenced write', () => {
  const mark: JsonPatch = { op: 'add', path: '/spec', value: { type: 'ClusterIP' } };
  const marked = { spec: { type: 'ClusterIP' } };
  const write = ({ cluster }: FakeApiServer) =>
    fencedUpdate(cluster, path, writer, seen =>
      cluster.patch(path, 'json', [...fencingTests(seen, writer), mark]),
    );

  it('follows the stamp', async () => {
    const api = server(3);
    await write(api);
    expect(api.objects.get(path)).toMatchObject({ ...object(7), ...marked });
  });

  it('is retried on an object that was recreated after the stamp', async () => {
    const api = server(3);
    api.once({ verb: 'patch', nth: 2 }, () => {
      api.delete(path);
      api.put(path, object(undefined, 'u2'));
    });
    await write(api);
    expect(api.objects.get(path)).toMatchObject({ ...object(7, 'u2'), ...marked });
  });

  it('is refused when a newer run came after the stamp', async () => {
    const api = server(3);
    api.once({ verb: 'patch', nth: 2 }, () => api.put(path, object(8)));
    await expect(write(api)).rejects.toBeInstanceOf(LeaseLost);
    expect(api.objects.get(path)).toMatchObject(object(8));
    expect(api.objects.get(path)).not.toHaveProperty('spec');
  });

  it('does nothing when there is no object', async () => {
    const api = new FakeApiServer();
    expect(await write(api)).toBeUndefined();
    expect(api.writes).toEqual([]);
  });
});

describe('a fenced deletion', () => {
  const remove = ({ cluster }: FakeApiServer) => fencedDelete(cluster, path, writer);

  it('deletes the object that was read, even if others write to it meanwhile', async () => {
    const api = server(7);
    api.once({ verb: 'delete' }, () => api.put(path, { ...object(7), spec: {} }));
    expect(await remove(api)).toMatchObject({ kind: 'Service' });
    expect(api.objects.has(path)).toBe(false);
  });

  it('keeps an object that a newer run has stamped after it was read', async () => {
    const api = server(7);
    api.once({ verb: 'delete' }, () => api.put(path, object(8)));
    await expect(remove(api)).rejects.toBeInstanceOf(LeaseLost);
    expect(api.objects.has(path)).toBe(true);
  });

  it('ends when another object has that name', async () => {
    const api = server(7);
    api.once({ verb: 'delete' }, () => {
      api.delete(path);
      api.put(path, object(undefined, 'u2'));
    });
    await remove(api);
    expect(api.objects.get(path)?.metadata?.uid).toBe('u2');
  });

  it('does nothing when the object is gone', async () => {
    expect(await remove(new FakeApiServer())).toBeUndefined();
  });
});
