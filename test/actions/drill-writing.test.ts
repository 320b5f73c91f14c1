import { expect, it } from 'vitest';
import { prepared, steadyWriter } from '../../src/actions/drill-live.ts';
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
  const given = {
    ...system,
    ...(broken === 'probe' && { probe: async () => 'probe fails' }),
    ...(broken === 'send' && { markers: { ...system.markers, send } }),
  };
  const { writer, unsteady } = await steadyWriter(given, { pace, runId: 'run-1', signal });
  await writer.stop();
  expect(unsteady).toEqual(broken && expect.stringContaining(`${broken} fails`));
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
