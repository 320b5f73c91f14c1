import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConfigMap } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Drive } from '../../src/release/engine/drive.ts';
import { drive } from '../../src/release/engine/engine.ts';
import { beating } from '../../src/release/engine/heart.ts';
import type { World } from '../../src/release/engine/world.ts';
import { fenceOf } from '../../src/release/state/fencing.ts';
import { nameOf } from '../../src/release/workloads/naming.ts';
import { timing } from '../../src/toolkit/timing.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { Model } from './model.ts';

const fencePath = pathOf(resources.configMap, 'shop', nameOf.fence('shop', 7));

const strategy = {
  canary: {
    steps: ['25%'],
    bake: { weight: '50%', for: '1m' },
    'dead-man': { image: 'registry.example/kubectl:1' },
  },
};

/** A canary that has its traffic, and that the gate watches. */
function exposed(): Model {
  const model = new Model({ strategy });
  for (let i = 0; i < 1000; i += 1) {
    const move = model.decide();
    if (move.do === 'await' && move.what === 'the gate watches') return model;
    model.act(move);
    model.progress(() => true);
    model.now += 1000;
  }
  throw new Error('it was never exposed');
}

/** Beats that were sent in one minute in which `blindFor` says what the run sees. */
async function beatsWhile(blindFor: (at: number) => number): Promise<number> {
  const model = exposed();
  const api = new FakeApiServer();
  Object.defineProperty(api, 'now', { get: () => model.now });
  const fence = api.put(fencePath, model.fence());
  const began = performance.now();
  const run = {
    cluster: api.cluster,
    world: {
      observe: () => ({ ...model.observe(), blindFor: blindFor(performance.now() - began) }),
      changed: (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms)),
      wake: () => {},
    } as unknown as World,
    course: model.course(),
    keeper: { journal: model.journal, change: async () => undefined },
    fence,
    report: () => {},
    until: began + 60_000,
  } as unknown as Drive;
  const end = drive(run);
  await vi.advanceTimersByTimeAsync(62_000);
  expect(await end).toMatchObject({ state: 'held', late: true });
  return Number((api.objects.get(fencePath) as ConfigMap).data?.beat ?? 0);
}

describe('the beat that the dead man hears', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('comes as long as the run sees what it judges by', async () => {
    expect(await beatsWhile(() => 0)).toBeGreaterThanOrEqual(11);
  });

  it('does not come from a run that is blind, whatever else of it lives', async () => {
    expect(await beatsWhile(at => at + 1)).toBe(0);
  });

  it('ends when the run goes blind, and comes again when it sees again', async () => {
    const beats = await beatsWhile(at => (at > 20_000 && at < 40_000 ? at - 20_000 : 0));
    expect(beats).toBeGreaterThanOrEqual(7);
    expect(beats).toBeLessThanOrEqual(9);
  });

  it('tells the dead man to end once it is not needed any more, again and again until it hears it', async () => {
    const api = new FakeApiServer();
    const fence = api.put(fencePath, fenceOf('shop', 'shop', 7));
    // The first word that it is over is lost.
    api.fail({ verb: 'write', nth: 2, times: 1 }, 500);
    const heart = beating(api.cluster, fence as ConfigMap);
    heart.looked();
    await vi.advanceTimersByTimeAsync(timing.heartbeat);
    await heart.over();
    await vi.advanceTimersByTimeAsync(timing.heartbeat);
    await heart.stop();
    expect((api.objects.get(fencePath) as ConfigMap).data).toMatchObject({ beat: '1', over: 'true' });
    expect(api.calls.map(({ status }) => status)).toEqual([200, 500, 200]);
  });
});
