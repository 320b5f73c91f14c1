import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pod } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { RolloutContext } from '../../../src/release/rollout/context.ts';
import type { Informers } from '../../../src/release/rollout/informers.ts';
import { reconcile } from '../../../src/release/rollout/reconciler.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { Model } from '../model.ts';

const unscheduled = {
  conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' }],
};
/** An API server with an Event of that reason of each pod. */
function serverOf(pods: readonly Pod[], reason: string): FakeApiServer {
  const api = new FakeApiServer();
  for (const [index, { metadata }] of pods.entries()) {
    const involvedObject = { kind: 'Pod', name: metadata?.name };
    api.put(pathOf(resources.event, 'shop', `event-${index}`), { involvedObject, reason, message: '' });
  }
  return api;
}

/** The phase after twenty seconds of a canary whose pods are unschedulable. */
async function phaseAfter(reason: string): Promise<string> {
  const model = new Model({ broken: ['v2'] });
  for (let i = 0; i < 50; i += 1) {
    model.act(model.decide());
    model.progress(() => true);
  }
  for (const each of model.of<Pod>('Pod'))
    if (each.spec?.containers[0]?.image === 'shop:v2') each.status = structuredClone(unscheduled);
  const api = serverOf(model.of<Pod>('Pod'), reason);
  Object.defineProperty(api, 'now', { get: () => model.now });
  const store = {
    rollout: model.rollout,
    change: async (edit: (rollout: typeof model.rollout) => typeof model.rollout) => {
      store.rollout = edit(store.rollout);
      model.rollout = store.rollout;
    },
  };
  const run = {
    cluster: api.cluster,
    informers: {
      snapshot: () => model.observe(),
      waitForChange: (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms)),
      notify: () => {},
    } as unknown as Informers,
    spec: model.spec(),
    store,
    decisions: { update: () => {} },
    report: () => {},
    tell: () => {},
    until: performance.now() + 20_000,
  } as unknown as RolloutContext;
  const end = reconcile(run).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(22_000);
  await end;
  return model.rollout.phase;
}

describe('an unschedulable pod', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends the rollout, unless an autoscaler has announced a node', async () => {
    expect(await phaseAfter('FailedScheduling')).toBe('rolling-back');
    expect(await phaseAfter('TriggeredScaleUp')).toBe('prepared');
  });
});
