import { describe, expect, it } from 'vitest';
import type { JsonPatch } from '../../../src/cluster/port.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { removeOurs, retract, whileOurs } from '../../../src/release/state/custody.ts';
import { LeaseLost } from '../../../src/release/workloads/overtaken.ts';
import { annotationOf, fenced } from '../../../src/traffic/fence.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

const fence = { app: 'shop', token: 7 };
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

describe('a write to what is ours', () => {
  const mark: JsonPatch = { op: 'add', path: '/spec', value: { type: 'ClusterIP' } };
  const marked = { spec: { type: 'ClusterIP' } };
  const write = ({ cluster }: FakeApiServer) =>
    whileOurs(cluster, path, 'shop', 7, seen => cluster.patch(path, 'json', [...fenced(seen, fence), mark]));

  it('comes after our stamp', async () => {
    const api = server(3);
    await write(api);
    expect(api.objects.get(path)).toMatchObject({ ...object(7), ...marked });
  });

  it('is tried again on an object that was made anew between the stamp and it', async () => {
    const api = server(3);
    api.once({ verb: 'patch', nth: 2 }, () => {
      api.delete(path);
      api.put(path, object(undefined, 'u2'));
    });
    await write(api);
    expect(api.objects.get(path)).toMatchObject({ ...object(7, 'u2'), ...marked });
  });

  it('is refused when a newer run came between the stamp and it', async () => {
    const api = server(3);
    api.once({ verb: 'patch', nth: 2 }, () => api.put(path, object(8)));
    await expect(write(api)).rejects.toBeInstanceOf(LeaseLost);
    expect(api.objects.get(path)).toMatchObject(object(8));
    expect(api.objects.get(path)).not.toHaveProperty('spec');
  });

  it('is none where nothing is', async () => {
    const api = new FakeApiServer();
    expect(await write(api)).toBeUndefined();
    expect(api.writes).toEqual([]);
  });
});

describe('a removal of what is ours', () => {
  const remove = ({ cluster }: FakeApiServer) => removeOurs(cluster, path, 'shop', 7);

  it('holds to what was looked at: others may write to it meanwhile', async () => {
    const api = server(7);
    api.once({ verb: 'delete' }, () => api.put(path, { ...object(7), spec: {} }));
    expect(await remove(api)).toMatchObject({ kind: 'Service' });
    expect(api.objects.has(path)).toBe(false);
  });

  it('leaves what a newer run has made its own between the look and the write', async () => {
    const api = server(7);
    api.once({ verb: 'delete' }, () => api.put(path, object(8)));
    await expect(remove(api)).rejects.toBeInstanceOf(LeaseLost);
    expect(api.objects.has(path)).toBe(true);
  });

  it('ends when another is there by that name since', async () => {
    const api = server(7);
    api.once({ verb: 'delete' }, () => {
      api.delete(path);
      api.put(path, object(undefined, 'u2'));
    });
    await remove(api);
    expect(api.objects.get(path)?.metadata?.uid).toBe('u2');
  });

  it('is none of what is gone', async () => {
    expect(await remove(new FakeApiServer())).toBeUndefined();
  });
});

it('a run that was overtaken takes back what it made, but for what the newer run has taken over', async () => {
  const api = new FakeApiServer();
  api.put(pathTo('late'), object(7, 'late'));
  api.put(pathTo('taken'), object(8, 'taken'));
  api.put(pathTo('again'), object(7, 'another'));
  const creations = ['late', 'taken', 'again', 'gone'].map(name => ({ path: pathTo(name), uid: name }));
  await retract(api.cluster, creations, 'shop', 7);
  expect(api.names('services')).toEqual(['taken', 'again']);
});
