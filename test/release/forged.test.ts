import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConfigMap, Deployment, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { rollback } from '../../src/release/rollback.ts';
import * as served from '../../src/release/served-digests.ts';
import { createFence } from '../../src/release/store/fencing.ts';
import { sweep } from '../../src/release/sweep.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { annotationOf } from '../../src/traffic/fencing-token.ts';
import { labels, nameOf, type ReleaseNumber } from '../../src/workloads/naming.ts';
import { search } from '../search.ts';
import { attacker, forged, forgedData, forgeryIn, sceneOf } from './forgery.ts';
import { config, deployment, workload } from './objects.ts';
import { progressive, Rollout, recorded } from './promoting.ts';

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

describe('where the Lease is missing', () => {
  const environment = { ...progressive, workload: { kind: 'Deployment' as const, name: 'evil' } };
  const template = { spec: { containers: [{ name: 'shop', image: attacker.image }] } };
  const told = (number: number, outcome: Parameters<typeof recorded>[1]) =>
    recorded(number, outcome, {
      config: { ...config, environments: { production: environment } },
      manifests: [{ ...workload().object, metadata: { name: 'evil' } }],
    });
  /** Releases of which the second is being rolled out, as ConfigMaps alone. */
  const forgeries = async () => {
    const server = new Rollout();
    await createFence(server.cluster, 'shop', { app: 'shop', token: 2 });
    await server.record(told(1, { template } as never), told(2, null));
    server.loseJournal();
    return server;
  };
  const swept = (server: Rollout) =>
    sweep(server.cluster, {
      ...{ config, environment: progressive, env: {}, wait: 0, report: () => {} },
      origin: { run: 'run 9', actor: 'cron' },
      until: performance.now() + 20_000,
    });

  it.each([['without'], ['with']])(
    'security 1: ConfigMaps give nobody pods before the first release, %s a workload of that name',
    async which => {
      const server = await forgeries();
      const path = pathOf(resources.deployment, 'shop', 'shop');
      if (which === 'with') server.put(path, deployment());
      const before = server.writes.length;
      const { state } = await swept(server);
      const writes = server.writes.slice(before).filter(each => !each.includes('/leases/'));
      expect(writes).toEqual([`delete ${pathOf(resources.configMap, 'shop', nameOf.fence('shop', 2))}`]);
      expect(state).toBe('idle');
      expect(server.names('deployments')).toEqual(which === 'with' ? ['shop'] : []);
      const { annotations = {} } = server.find('leases', 'slipway-shop')?.metadata ?? {};
      expect(Object.keys(annotations).filter(name => /sha256|state/.test(name))).toEqual([]);
    },
  );

  it.each(['shop', 'shop-canary'])(
    'the rollout under way is still rolled back, if %s has the token of a run',
    async name => {
      const server = await Rollout.promoting();
      for (const each of ['shop', 'shop-canary'].filter(other => other !== name))
        server.edit(pathOf(resources.deployment, 'shop', each), ({ metadata }) => {
          delete metadata?.annotations?.[annotationOf.token('shop')];
        });
      server.loseJournal();
      expect(await swept(server)).toMatchObject({ state: 'rolled-back', release: 2 });
      expect(Number(server.find('leases', 'slipway-shop')?.metadata?.annotations?.[labels.token])).toBe(6);
    },
  );
});
