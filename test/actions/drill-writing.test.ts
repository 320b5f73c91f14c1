import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { prepared, readingProbe, steadyWriter } from '../../src/actions/drill-live.ts';
import { fakeSystem, pace } from '../recovery/drill/fake-system.ts';

const signal = new AbortController().signal;

it('a drill that cannot start removes what it created, and throws the original error', async () => {
  const { system, world } = fakeSystem({
    before: port => {
      if (port === 'prepare') throw new Error('no marker can be written');
    },
  });
  await expect(prepared(system, signal)).rejects.toThrow('no marker can be written');
  expect(world.cleared).toBe(true);
});

it('a drill that starts removes nothing, and returns the primary', async () => {
  const { system, world } = fakeSystem();
  expect((await prepared(system, signal)).pod).toBe('db-a');
  expect(world.cleared).toBe(false);
});

it.each([
  ['a system that works', undefined],
  ['an application that fails', 'probe'],
  ['a database that refuses writes', 'send'],
])('markers are written until the steady state of %s is known', async (_, broken) => {
  const { system } = fakeSystem();
  const send = () => Promise.reject(new Error('send fails'));
  // The clock of the fake system moves with each of its probes.
  const probe = async (given: AbortSignal) => (await system.probe(given)) ?? 'probe fails';
  const given = {
    ...system,
    ...(broken === 'probe' && { probe }),
    ...(broken === 'send' && { markers: { ...system.markers, send } }),
  };
  const { writer, unsteady } = await steadyWriter(given, { pace, runId: 'run-1', signal });
  await writer.stop();
  expect(unsteady).toEqual(broken && expect.stringContaining(`${broken} fails`));
});

it('the application is only read before a restore', async () => {
  const asked: string[] = [];
  const server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    response.end('{"id":1}');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const write = { path: '/records', body: '{token}', id: 'id', read: '/records/{id}' };
  const application = { url, ready: '/ready', 'known-record': '/records/1', write };
  const probe = readingProbe({ pace, report: () => undefined }, application);
  expect(await probe(signal)).toBeUndefined();
  expect(asked.toSorted()).toEqual(['GET /ready', 'GET /records/1', 'GET /records/1']);
});

it('a failed removal does not hide why the drill could not start', async () => {
  const lines: string[] = [];
  const { system } = fakeSystem({
    before: port => {
      if (port === 'primary') throw new Error('nobody is the primary');
      if (port === 'clear') throw new Error('the API server is gone');
    },
  });
  const report = (line: string) => lines.push(line);
  await expect(prepared({ ...system, report }, signal)).rejects.toThrow('nobody is the primary');
  expect(lines.join()).toContain('the API server is gone');
});
