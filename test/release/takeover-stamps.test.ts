import { expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import type { Cluster, JsonPatch } from '../../src/cluster/port.ts';
import { stampAll } from '../../src/release/engine/takeover.ts';
import { annotationOf } from '../../src/traffic/fence.ts';
import { applied } from '../traffic/json-patch.ts';

const path = (name: string) => `/api/v1/namespaces/shop/services/${name}`;
const service = (name: string, token?: number): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name,
    uid: name,
    resourceVersion: '1',
    ...(token === undefined ? {} : { annotations: { [annotationOf.token('shop')]: String(token) } }),
  },
});

it('security 1: a run that takes over stamps what its application has stamped, and nothing else that a record names', async () => {
  const manifests = ['made', 'theirs', 'never'].map(name => service(name));
  const objects = new Map(
    [service('made', 5), service('theirs')].map(each => [path(each.metadata?.name ?? ''), each]),
  );
  const cluster = {
    get: async (at: string) => objects.get(at),
    patch: async (at: string, _: string, patch: JsonPatch[]) => {
      const next = applied(objects.get(at), patch) as KubeObject;
      objects.set(at, next);
      return next;
    },
  } as unknown as Cluster;
  await stampAll(cluster, 'shop', manifests, { app: 'shop', token: 6 });
  const stamps = [...objects.values()].map(({ metadata }) => [
    metadata?.name,
    metadata?.annotations?.[annotationOf.token('shop')],
  ]);
  expect(stamps).toEqual([
    ['made', '6'],
    ['theirs', undefined],
  ]);
});
