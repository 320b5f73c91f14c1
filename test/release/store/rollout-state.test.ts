import { describe, expect, it } from 'vitest';
import type { LeaseObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { StoredGate } from '../../../src/release/gate/setup.ts';
import { LeaseLost } from '../../../src/release/store/fencing.ts';
import {
  beginState,
  readState,
  recreateState,
  replaceState,
  requestAbort,
  StateStore,
  transition,
} from '../../../src/release/store/rollout-state.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { labels, nameOf, type ReleaseNumber } from '../../../src/workloads/naming.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { rolloutOf as rollout, sentence } from '../objects.ts';

const path = pathOf(resources.lease, 'shop', nameOf.application('shop'));

/** An API server on which the run with token 7 has the lease. */
function server() {
  const api = new FakeApiServer();
  const lease = () => api.objects.get(path) as LeaseObject | undefined;
  const now = () => JSON.parse(lease()?.metadata?.annotations?.[labels.state] ?? 'null') as RolloutState;
  const annotate = (annotations: Record<string, string>) => {
    const { metadata, ...rest } = lease() ?? {};
    api.put(path, {
      ...rest,
      metadata: { ...metadata, annotations: { ...metadata?.annotations, ...annotations } },
    });
  };
  /** Another run takes the lease. */
  const seize = (token: number) => annotate({ [labels.token]: String(token) });
  seize(7);
  return { api, cluster: api.cluster, lease, now, annotate, seize };
}

async function kept() {
  const api = server();
  const { rollout: begun } = await beginState(api.cluster, 'shop', rollout());
  return { api, store: new StateStore(api.cluster, 'shop', begun) };
}

describe('the state of a rollout', () => {
  it('engine 6: is written although others write to the Lease, and keeps what they wrote', async () => {
    const { api, store } = await kept();
    api.api.edit<LeaseObject>(path, ({ metadata = {} }) => {
      metadata.labels = { team: 'a' };
    });
    api.annotate({ seen: '1' });
    await store.change(each => ({ ...each, weight: 50 }));
    await store.change(each => ({ ...each, step: 1 }));
    expect(api.now()).toMatchObject({ weight: 50, step: 1 });
    expect(api.lease()?.metadata).toMatchObject({
      labels: { team: 'a' },
      annotations: { seen: '1', 'slipway.dev/phase': 'stepping' },
    });
  });

  it('that was written and not answered counts as written', async () => {
    const { api, store } = await kept();
    api.api.fail({ verb: 'patch', times: 1 }, 'accepted, then reset');
    await store.change(each => ({ ...each, weight: 50 }));
    await store.change(each => ({ ...each, step: 1 }));
    expect(api.now()).toMatchObject({ weight: 50, step: 1 });
  });

  it('makes only existing transitions, which end its pause', () => {
    expect(() => transition(rollout(), 'done', 5)).toThrow(wording('stepping', 'done'));
    const gate = { said: ['before'], state: null } as unknown as StoredGate;
    const paused = rollout({ paused: { until: 9, for: 'promote' }, gate });
    const next = transition(paused, 'rolling-back', 5, { weight: 0, reason: 'worse' });
    expect(next).toMatchObject({
      phase: 'rolling-back',
      since: 5,
      weight: 0,
      reason: 'worse',
      gate,
    });
    expect(next).not.toHaveProperty('paused');
    expect(transition(next, 'rolled-back', 6)).not.toHaveProperty('gate');
  });

  it('is replaced by a run without the Lease only if it has not changed since it was read', async () => {
    const { api, store } = await kept();
    const entry = (await readState(api.cluster, 'shop', 'shop'))!;
    expect(await replaceState(api.cluster, 'shop', entry, rollout({ weight: 30 }))).toBe(true);
    await store.change(each => ({ ...each, weight: 50 }));
    expect(await replaceState(api.cluster, 'shop', entry, rollout({ weight: 40 }))).toBe(false);
    expect(api.now().weight).toBe(50);
  });

  it('is restored only if it was deleted', async () => {
    const { cluster, api, now } = server();
    await recreateState(cluster, 'shop', rollout({ weight: 1 }));
    await recreateState(cluster, 'shop', rollout({ weight: 2 }));
    expect(now().weight).toBe(1);
    api.delete(path);
    await recreateState(cluster, 'shop', rollout({ weight: 3 }));
    expect(now().weight).toBe(3);
  });
});

describe('a policy that denies a write of the Lease', () => {
  const denied = 'only operators may write this Lease';

  it('is not mistaken for another run that has changed the state', async () => {
    const { api } = await kept();
    const entry = (await readState(api.cluster, 'shop', 'shop'))!;
    api.api.fail({ verb: 'patch' }, 422, denied);
    await expect(replaceState(api.cluster, 'shop', entry, rollout({ weight: 30 }))).rejects.toThrow(denied);
  });

  it('is not mistaken for another run that has taken over, where the Lease was deleted', async () => {
    const { api, store } = await kept();
    api.api.delete(path);
    api.api.fail({ verb: 'create' }, 422, denied);
    await expect(store.change(each => ({ ...each, weight: 50 }))).rejects.toThrow(denied);
  });
});

describe('the store of a state', () => {
  it('writes one change after the other, each on top of the previous one', async () => {
    const { api, store } = await kept();
    await Promise.all(
      Array.from({ length: 20 }, () => store.change(each => ({ ...each, weight: each.weight + 1 }))),
    );
    expect(api.now().weight).toBe(45);
  });

  it('keeps the abort request of a rollback', async () => {
    const { api, store } = await kept();
    await requestAbort(api.cluster, 'shop', rollout(), { by: 'eve in run 3', at: 3000 });
    await store.change(each => ({ ...each, weight: 50 }));
    expect((await readState(api.cluster, 'shop', 'shop'))?.rollout).toMatchObject({
      weight: 50,
      abortRequested: { by: 'eve in run 3', at: 3000 },
    });
  });

  it('writes nothing more when another run has taken over', async () => {
    const { api, store } = await kept();
    api.seize(8);
    await beginState(api.cluster, 'shop', rollout({ token: 8, phase: 'rolling-back' }));
    await expect(store.change(each => ({ ...each, weight: 50 }))).rejects.toThrow(LeaseLost);
    await expect(store.change(each => ({ ...each, weight: 80 }))).rejects.toThrow(LeaseLost);
    expect(api.now()).toMatchObject({ token: 8, phase: 'rolling-back', weight: 25 });
  });
});

describe('a request to end a rollout', () => {
  it('is only for that release', async () => {
    const { cluster } = server();
    await beginState(cluster, 'shop', rollout());
    await requestAbort(cluster, 'shop', rollout({ candidate: 9 as ReleaseNumber }), { by: 'eve', at: 3 });
    expect((await readState(cluster, 'shop', 'shop'))?.rollout).not.toHaveProperty('abortRequested');
  });

  it('is over when another rollout begins', async () => {
    const { cluster } = server();
    await beginState(cluster, 'shop', rollout());
    await requestAbort(cluster, 'shop', rollout(), { by: 'eve', at: 3 });
    await beginState(cluster, 'shop', rollout());
    expect((await readState(cluster, 'shop', 'shop'))?.rollout).not.toHaveProperty('abortRequested');
  });
});

describe('a state that no release wrote', () => {
  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['an unknown phase', JSON.stringify({ ...rollout(), phase: 'promoted' })],
    ['an invalid time', JSON.stringify({ ...rollout(), since: 'now' })],
    ['the state of another application', JSON.stringify(rollout({ app: 'other' }))],
  ])('security 16: is refused in one sentence: %s', async (_, text) => {
    const { api } = await kept();
    api.annotate({ [labels.state]: text });
    expect(await sentence(() => readState(api.cluster, 'shop', 'shop'))).toEqual(wording('slipway-shop'));
  });
});

describe('a rollout that begins', () => {
  it('is refused when a newer run has the Lease', async () => {
    const { cluster, seize, now } = server();
    await beginState(cluster, 'shop', rollout({ phase: 'done' }));
    seize(8);
    await expect(beginState(cluster, 'shop', rollout())).rejects.toBeInstanceOf(LeaseLost);
    expect(now().phase).toBe('done');
  });
});
