import { expect, it } from 'vitest';
import { listed, readLive } from '../../src/assess/live.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';

it('asks only by get, each collection once, and writes nothing', async () => {
  const server = new FakeApiServer();
  await readLive(server.cluster, 'shop');
  expect(server.calls.every(({ method }) => method === 'GET')).toBe(true);
  expect(server.calls.length).toBeLessThanOrEqual(Object.keys(listed).length + 1);
  expect(server.cluster.changes()).toBe(0);
});

it('knows what it may read, and why the rest is unknown', async () => {
  const server = new FakeApiServer();
  server.put('/api/v1/nodes/one', {});
  server.forbid('list nodes');
  const live = await readLive(server.cluster, 'shop');
  expect(live.pods).toMatchObject({ known: true, value: [], asked: 'list pods in namespace shop' });
  expect(live.nodes).toEqual({ known: false, why: 'the credential is not allowed to list nodes' });
});

it('asks what the API server warns of, only for kinds that may be removed', async () => {
  const server = new FakeApiServer();
  const asked: string[] = [];
  const cluster: typeof server.cluster = {
    ...server.cluster,
    get: async <T>(path: string) => {
      if (path !== '/apis/flowcontrol.apiserver.k8s.io/v1beta3') return server.cluster.get<T>(path);
      return { resources: [{ name: 'flowschemas', kind: 'FlowSchema', namespaced: false }] } as T;
    },
    call: async (method, path) => {
      asked.push(`${method} ${path}`);
      const warning = '299 - "flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema is deprecated in v1.29+"';
      return { status: 200, body: '', headers: { warning }, serverTime: 0 };
    },
  };
  const objects = ['flowcontrol.apiserver.k8s.io/v1beta3', 'apps/v1', '../v1beta1'].map(apiVersion => ({
    ...{ apiVersion, kind: 'FlowSchema', metadata: { name: 'x' } },
  }));
  const { warnings, version } = await readLive(cluster, 'shop', objects);
  expect(asked).toEqual(['GET /apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas?limit=1']);
  expect(warnings).toMatchObject({
    value: new Map([
      [
        'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema',
        'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema is deprecated in v1.29+',
      ],
    ]),
  });
  expect(version).toMatchObject({ known: true, value: 'v1.35.0' });
});

it('asks about every kind in alpha or beta, however many there are', async () => {
  const server = new FakeApiServer();
  const kinds = Array.from({ length: 25 }, (_, index) => `Kind${index}`);
  const cluster: typeof server.cluster = {
    ...server.cluster,
    get: async <T>(path: string) =>
      path === '/apis/shop.example/v1beta1'
        ? ({ resources: kinds.map(kind => ({ name: kind.toLowerCase(), kind })) } as T)
        : server.cluster.get<T>(path),
    call: async (_, path) => {
      const warning = `299 - "${path.includes('kind24') ? 'Kind24 is deprecated' : 'hello'}"`;
      return { status: 200, body: '', headers: { warning }, serverTime: 0 };
    },
  };
  const objects = kinds.map(kind => ({ apiVersion: 'shop.example/v1beta1', kind, metadata: { name: 'x' } }));
  const { warnings } = await readLive(cluster, 'shop', objects);
  expect(warnings).toMatchObject({
    value: new Map([['shop.example/v1beta1 Kind24', 'Kind24 is deprecated']]),
  });
});
