import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConfigMap } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { RolloutContext } from '../../../src/release/rollout/context.ts';
import { startHeartbeat } from '../../../src/release/rollout/heartbeat.ts';
import type { Informers } from '../../../src/release/rollout/informers.ts';
import { reconcile } from '../../../src/release/rollout/reconciler.ts';
import { fenceConfigMap } from '../../../src/release/store/fencing.ts';
import { timing } from '../../../src/toolkit/timing.ts';
import { nameOf } from '../../../src/workloads/naming.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { Model } from '../model.ts';

const fencePath = pathOf(resources.configMap, 'shop', nameOf.fence('shop', 7));

const strategy = {
  canary: {
    steps: ['25%'],
    bake: { weight: '50%', for: '1m' },
    watchdog: { image: 'registry.example/kubectl:1' },
  },
};

/** A canary that has its traffic and waits for the gate. */
function exposed(): Model {
  const model = new Model({ strategy });
  for (let i = 0; i < 1000; i += 1) {
    const move = model.decide();
    if (move.do === 'await' && move.what === 'waiting for the gate') return model;
    model.act(move);
    model.progress(() => true);
    model.now += 1000;
  }
  throw new Error('it was never exposed');
}

/** Beats that were sent in one minute, in which `staleFor` says since when the watches have failed. */
async function beatsWhile(staleFor: (at: number) => number): Promise<number> {
  const model = exposed();
  const api = new FakeApiServer();
  Object.defineProperty(api, 'now', { get: () => model.now });
  const fence = api.put(fencePath, model.fence());
  const began = performance.now();
  const run = {
    cluster: api.cluster,
    informers: {
      snapshot: () => ({ ...model.observe(), staleFor: staleFor(performance.now() - began) }),
      waitForChange: (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms)),
      notify: () => {},
    } as unknown as Informers,
    spec: model.spec(),
    store: { rollout: model.rollout, change: async () => undefined },
    fence,
    report: () => {},
    tell: () => {},
    until: began + 60_000,
  } as unknown as RolloutContext;
  const end = reconcile(run);
  await vi.advanceTimersByTimeAsync(62_000);
  expect(await end).toMatchObject({ state: 'needs-action', reachedTimeLimit: true });
  return Number((api.objects.get(fencePath) as ConfigMap).data?.beat ?? 0);
}

describe('the heartbeat for the watchdog', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is sent as long as the run has up-to-date snapshots', async () => {
    expect(await beatsWhile(() => 0)).toBeGreaterThanOrEqual(11);
  });

  it('is not sent by a run whose watches fail, even if the rest of it works', async () => {
    expect(await beatsWhile(at => at + 1)).toBe(0);
  });

  it('stops when the watches fail, and resumes when they recover', async () => {
    const beats = await beatsWhile(at => (at > 20_000 && at < 40_000 ? at - 20_000 : 0));
    expect(beats).toBeGreaterThanOrEqual(7);
    expect(beats).toBeLessThanOrEqual(9);
  });

  it('tells the watchdog to end once it is no longer needed, and says when that was not written', async () => {
    const api = new FakeApiServer();
    const fence = api.put(fencePath, fenceConfigMap('shop', 'shop', 7));
    api.fail({ verb: 'write', nth: 2, times: 1 }, 500);
    const heart = startHeartbeat(api.cluster, fence as ConfigMap);
    heart.markObserved();
    await vi.advanceTimersByTimeAsync(timing.heartbeat);
    await expect(heart.endWatchdog()).rejects.toThrow('500');
    await heart.endWatchdog();
    await heart.stop();
    expect((api.objects.get(fencePath) as ConfigMap).data).toMatchObject({ beat: '1', over: 'true' });
    expect(api.calls.map(({ status }) => status)).toEqual([200, 500, 200]);
  });
});
