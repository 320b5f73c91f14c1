import { afterEach, expect, it, vi } from 'vitest';
import type { Cluster, JsonPatch } from '../../src/cluster/port.ts';
import { beatSeconds } from '../../src/release/dead-man.ts';
import { fenceOf } from '../../src/release/fencing.ts';
import { beating } from '../../src/release/heart.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('a run that needs no dead man any more tells it to end, again and again until it hears it', async () => {
  vi.useFakeTimers();
  const sent: string[] = [];
  let deaf = true;
  const cluster = {
    patch: async (_: string, __: string, patch: JsonPatch[]) => {
      const [field] = patch.filter(({ op }) => op === 'add').map(({ path }) => path);
      if (field === '/data/over' && deaf) {
        deaf = false;
        throw new Error('the API server is away');
      }
      sent.push(field ?? '');
    },
  } as unknown as Cluster;
  const heart = beating(cluster, fenceOf('shop', 'shop', 7));
  await vi.advanceTimersByTimeAsync(beatSeconds * 1000);
  await heart.over();
  await vi.advanceTimersByTimeAsync(beatSeconds * 1000);
  await heart.stop();
  expect(sent).toEqual(['/data/beat', '/data/over']);
});
