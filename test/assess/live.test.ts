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
