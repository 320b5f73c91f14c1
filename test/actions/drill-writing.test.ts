import { expect, it } from 'vitest';
import { prepared } from '../../src/actions/drill-standing.ts';
import { fakeSystem } from '../recovery/drill/fake-system.ts';

const signal = new AbortController().signal;

it('what a drill made until it could not begin is taken away again, and why is still said', async () => {
  const { system, world } = fakeSystem({
    before: port => {
      if (port === 'prepare') throw new Error('no marker can be written');
    },
  });
  await expect(prepared(system, signal)).rejects.toThrow('no marker can be written');
  expect(world.cleared).toBe(true);
});

it('nothing is taken away where it begins, and the primary is told', async () => {
  const { system, world } = fakeSystem();
  expect((await prepared(system, signal)).pod).toBe('db-a');
  expect(world.cleared).toBe(false);
});

it('what cannot be taken away hides not why it did not begin', async () => {
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
