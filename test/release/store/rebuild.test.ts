import { describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import { findUnfinishedRollout, stateFromRecords } from '../../../src/release/rollout/find.ts';
import { fenceConfigMap, LeaseLost } from '../../../src/release/store/fencing.ts';
import { type Release, ReleaseStore } from '../../../src/release/store/releases.ts';
import { readState, StateStore } from '../../../src/release/store/rollout-state.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { annotationOf } from '../../../src/traffic/fencing-token.ts';
import { labels, nameOf } from '../../../src/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { config, deployment, environment, release } from '../objects.ts';
import { Rollout } from '../promoting.ts';

const strategy = strategySchema.parse({
  canary: { steps: ['50%'], bake: { weight: '80%', for: '1m' }, watchdog: 'off' },
});
const production = environment({ strategy, namespace: 'shop' });
const canaries = { ...config, environments: { production } };
const under = (number: number, more: object = {}) => release(number, null, { config: canaries, ...more });

/** An API server with these releases and fences, and a workload that says that it is that release. */
async function server(releases: Release[], fences: number[], serves = 1) {
  const api = new Rollout();
  await api.record(...releases);
  const annotations = { [labels.release]: String(serves), [annotationOf.token('shop')]: '1' };
  api.put(pathOf(resources.deployment, 'shop', 'shop'), deployment({ metadata: { annotations } }));
  for (const token of fences)
    api.put(
      pathOf(resources.configMap, 'shop', nameOf.fence('shop', token)),
      fenceConfigMap('shop', 'shop', token),
    );
  return api.cluster;
}

describe('a rollout whose state was deleted', () => {
  it('is still found, and is then rolled back', async () => {
    const api = await server([release(1), under(2)], [2, 4]);
    const said: string[] = [];
    const entry = await findUnfinishedRollout(api, {
      config: canaries,
      environment: production,
      report: line => said.push(line),
    });
    expect(entry?.rollout).toMatchObject({
      phase: 'rolling-back',
      candidate: 2,
      baseline: 1,
      token: 4,
      strategy: 'canary',
      capacity: 3,
      weight: 0,
    });
    expect((await readState(api, 'shop', 'shop'))?.rollout).toEqual(entry?.rollout);
    expect(said).toEqual([wording('2')]);
  });

  it('is still found when the workload has lost its token, as the Lease shows which records are genuine', async () => {
    const api = await server([release(1), under(2)], [4]);
    const annotations = { [labels.release]: '1' };
    await api.replace(
      pathOf(resources.deployment, 'shop', 'shop'),
      deployment({ metadata: { annotations } }),
    );
    const request = { config: canaries, environment: production, report: () => {} };
    expect((await findUnfinishedRollout(api, request))?.rollout).toMatchObject({ candidate: 2 });
  });

  it.each<[string, Release[], number[]]>([
    ['has no fence', [release(1), under(2)], []],
    ['has an outcome', [release(1), release(2)], [4]],
    ['was recorded after the last fence was created', [release(1), under(5)], [4]],
    ['was a rolling update, which needs no state', [release(1), release(2, null)], [4]],
  ])('is not found when the release %s', async (_, releases, fences) => {
    const api = await server(releases, fences);
    const request = { config: canaries, environment: production, report: () => {} };
    expect(await findUnfinishedRollout(api, request)).toBeUndefined();
  });

  it('continues when it is not reversible and the candidate is already in the workload', () => {
    const live = deployment({ metadata: { annotations: { [labels.release]: '2' } } });
    const traces = { token: 4, today: production, live, autoscalers: [], now: 1000 };
    const phase = (more: object) =>
      stateFromRecords({ ...traces, releases: [under(2, more), release(1)] })?.phase;
    expect([phase({ reversible: false }), phase({})]).toEqual(['promoting', 'rolling-back']);
  });
});

describe('a living run whose state is deleted', () => {
  it('writes the state that it has in memory again, unless a newer run has the Lease', async () => {
    const server = await Rollout.promoting();
    const store = new StateStore(server.cluster, 'shop', server.rollout as RolloutState);
    server.loseJournal();
    await store.change(rollout => ({ ...rollout, weight: 80 }));
    await store.change(rollout => ({ ...rollout, step: 1 }));
    expect(server.rollout).toMatchObject({ candidate: 2, phase: 'promoting', weight: 80, step: 1 });
    const known = await new ReleaseStore(server.cluster, 'shop', 'shop').list();
    expect(known.map(({ record }) => record.release)).toEqual([2, 1]);
    server.loseJournal();
    server.lease(6);
    await expect(store.change(rollout => rollout)).rejects.toThrow(LeaseLost);
    expect(server.rollout).toBeUndefined();
  });

  it('has the state again before its next decision, and still hears its gate', async () => {
    const server = await Rollout.watching(60_000);
    server.lease(6);
    const said: string[] = [];
    let looks = 0;
    const end = await server.swept(
      {
        look: () => {
          if (looks === 0) server.loseJournal();
          looks += 1;
        },
        // Nobody hears a gate that cannot keep what it has seen.
        inputs: () => ({
          verdict: server.rollout && { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] },
          facts: [],
        }),
        stop: async () => {},
      },
      line => said.push(line),
    );
    expect(end).toMatchObject({ state: 'rolled-back', reason: 'errors are worse' });
    expect(said).toContainEqual(wording('state'));
    expect(server.rollout).toMatchObject({ phase: 'rolled-back', candidate: 2 });
  });
});
