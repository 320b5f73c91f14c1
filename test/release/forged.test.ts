import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ConfigMap, Deployment, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { rollback } from '../../src/release/rollback.ts';
import { sweep } from '../../src/release/sweep.ts';
import { labels, nameOf } from '../../src/release/workloads/naming.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { search } from '../search.ts';
import { attacker, forged, forgeryIn, sceneOf } from './forgery.ts';
import { config } from './objects.ts';
import { progressive, Rollout } from './promoting.ts';

const scene = sceneOf('shop', 'other');
const { foreign } = scene;

const names = [...[1, 2].flatMap(number => [nameOf.record('shop', number), nameOf.outcome('shop', number)])];

it('security 1, 10, 16: forged objects never make a run crash, write outside its application, or promote an unjudged candidate', async () => {
  await fc.assert(
    fc.asyncProperty(
      forgeryIn(scene),
      fc.constantFrom('sweep', 'rollback'),
      fc.boolean(),
      async (...drawn) => {
        const [forgery, command, judged] = drawn;
        const server = await Rollout.promoting();
        if (!judged) {
          server.enter({ phase: 'stepping', weight: 50 });
        }
        for (const [path, object] of Object.entries(foreign)) server.put(path, structuredClone(object));
        const before = Object.keys(foreign).map(path => JSON.stringify(server.objects.get(path)));
        const there = names.flatMap(name => {
          const path = pathOf(resources.configMap, 'shop', name);
          const object = server.objects.get(path) as ConfigMap | undefined;
          const [key] = Object.keys(object?.data ?? {});
          if (object === undefined || key === undefined) return [];
          return [{ path, object, key, value: JSON.parse(object.data?.[key] ?? '') as unknown }];
        });
        const values = forged(
          scene,
          forgery,
          there.map(({ value }) => value),
        );
        for (const [index, { path, object, key }] of there.entries())
          server.put(path, { ...object, data: { [key]: JSON.stringify(values[index]) } } as KubeObject);
        const request = {
          ...{ config, environment: progressive, environmentName: 'production', env: {}, wait: 0 },
          ...{ origin: { run: 'run 9', actor: 'cron' }, report: () => {}, until: performance.now() + 20 },
        };
        const run = () =>
          command === 'sweep'
            ? sweep(server.cluster, request)
            : rollback(server.cluster, { ...request, from: undefined, to: undefined });
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
        if (!judged) expect(serves).not.toBe('2');
      },
    ),
    search(300),
  );
});
