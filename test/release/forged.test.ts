import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ConfigMap, Deployment, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { rollback } from '../../src/release/rollback.ts';
import * as served from '../../src/release/store/served-digests.ts';
import { sweep } from '../../src/release/sweep.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { labels, nameOf, type ReleaseNumber } from '../../src/workloads/naming.ts';
import { search } from '../search.ts';
import { attacker, forged, forgedData, forgeryIn, sceneOf } from './forgery.ts';
import { config } from './objects.ts';
import { progressive, Rollout } from './promoting.ts';

// Nothing here changes by waiting.
beforeEach(() => void vi.spyOn(served, 'waitUntilServed').mockImplementation(served.observeServed));
afterEach(() => vi.restoreAllMocks());

const scene = sceneOf('shop', 'other');
const { foreign } = scene;

const names = [...[1, 2].flatMap(number => [nameOf.record('shop', number), nameOf.outcome('shop', number)])];

it('security 1, 10, 16: forged objects never make a run crash, write outside its application, or promote an unjudged candidate', async () => {
  await fc.assert(
    fc.asyncProperty(
      forgeryIn(scene),
      fc.constantFrom(
        ['sweep', 'judged'] as const,
        ['sweep', 'unjudged'] as const,
        ['rollback', 'judged'] as const,
        ['rollback', 'unjudged'] as const,
        ['rollback', 'over'] as const,
        ['rollback', 'over'] as const,
      ),
      async (forgery, [command, candidate]) => {
        const server = await Rollout.promoting();
        if (candidate === 'unjudged') server.enter({ phase: 'stepping', weight: 50 });
        if (candidate === 'over') {
          server.delete(pathOf(resources.deployment, 'shop', 'shop-canary'));
          server.enter({ phase: 'done', weight: 0 });
        }
        for (const [path, object] of Object.entries(foreign)) server.put(path, structuredClone(object));
        const before = Object.keys(foreign).map(path => JSON.stringify(server.objects.get(path)));
        const there = names.flatMap(name => {
          const path = pathOf(resources.configMap, 'shop', name);
          const object = server.objects.get(path) as ConfigMap | undefined;
          const [[key, genuine] = []] = Object.entries(object?.data ?? {});
          if (object === undefined || key === undefined || genuine === undefined) return [];
          return [{ path, object, key, genuine }];
        });
        const values = forged(
          scene,
          forgery,
          there.map(({ genuine }) => JSON.parse(genuine) as unknown),
        );
        for (const [index, { path, object, ...had }] of there.entries()) {
          const data = forgedData(forgery, index, { ...had, text: JSON.stringify(values[index]) });
          server.put(path, { ...object, data } as KubeObject);
        }
        const request = {
          ...{ config, environment: progressive, environmentName: 'production', env: {}, wait: 0 },
          ...{
            origin: { run: 'run 9', actor: 'cron' },
            report: () => {},
            until: performance.now() + (candidate === 'over' ? 500 : 20),
          },
        };
        const run = () =>
          command === 'sweep'
            ? sweep(server.cluster, request)
            : rollback(server.cluster, {
                ...request,
                ...{ from: undefined, to: candidate === 'over' ? (1 as ReleaseNumber) : undefined },
              });
        await run().catch((error: unknown) => {
          if (!(error instanceof UserError)) throw error;
        });
        expect(Object.keys(foreign).map(path => JSON.stringify(server.objects.get(path)))).toEqual(before);
        expect(
          JSON.stringify([...server.objects.values()].filter(({ kind }) => kind !== 'ConfigMap')),
        ).not.toContain(attacker.image);
        const serves = server.find<Deployment>('deployments', 'shop')?.metadata?.annotations?.[
          labels.release
        ];
        if (candidate === 'unjudged') expect(serves).not.toBe('2');
      },
    ),
    search(300),
  );
});
