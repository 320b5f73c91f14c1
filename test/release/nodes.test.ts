import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KubeObject, Pod } from '../../src/cluster/objects.ts';
import { pathOf, type Resource, resources } from '../../src/cluster/resources.ts';
import type { Drive } from '../../src/release/engine/drive.ts';
import { drive } from '../../src/release/engine/engine.ts';
import type { World } from '../../src/release/engine/world.ts';
import { followRollout } from '../../src/release/workloads/follow.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { Model } from './model.ts';
import { deployment, pod, replicaSet } from './objects.ts';

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

/** The phase that a canary whose pods no node takes is in after twenty seconds. */
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
  const keeper = {
    journal: model.journal,
    change: async (edit: (journal: typeof model.journal) => typeof model.journal) => {
      keeper.journal = edit(keeper.journal);
      model.journal = keeper.journal;
    },
  };
  const run = {
    cluster: api.cluster,
    world: {
      observe: () => model.observe(),
      changed: (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms)),
      wake: () => {},
    } as unknown as World,
    course: model.course(),
    keeper,
    dossier: { note: () => {} },
    conclude: async () => {},
    report: () => {},
    until: performance.now() + 20_000,
  } as unknown as Drive;
  const end = drive(run).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(22_000);
  await end;
  return model.journal.phase;
}

/** How a rolling update of which no node takes a pod ends within 20 s. */
async function followed(reason: string, patient = false) {
  const stuck = pod({ status: unscheduled });
  const api = serverOf([stuck], reason);
  const put = (resource: Resource, object: object) =>
    api.put(pathOf(resource, 'shop', 'shop-1'), {
      ...object,
      metadata: { ...(object as KubeObject).metadata, labels: { app: 'shop' } },
    });
  put(resources.deployment, deployment({ status: { updatedReplicas: 1 } }));
  put(resources.replicaSet, replicaSet('new', 1));
  put(resources.pod, stuck);
  const end = followRollout(api.cluster, {
    namespace: 'shop',
    workload: { kind: 'Deployment', name: 'shop-1' },
    fence: { app: 'shop', token: 7 },
    stuckAfter: 0,
    deadline: 20_000,
    report: () => {},
    patient,
  });
  await vi.advanceTimersByTimeAsync(25_000);
  const ended = await end;
  const asked = api.calls.filter(({ path }) => path.endsWith('/events')).length;
  return { cause: ended.state === 'failed' ? ended.cause.kind : ended.state, asked };
}

describe('a pod that no node takes', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends a canary, unless an autoscaler says that a node is coming', async () => {
    expect(await phaseAfter('FailedScheduling')).toBe('undoing');
    expect(await phaseAfter('TriggeredScaleUp')).toBe('prepared');
  });

  it('ends a rolling update, unless an autoscaler says that a node is coming', async () => {
    expect(await followed('FailedScheduling')).toMatchObject({ cause: 'unschedulable' });
    expect(await followed('TriggeredScaleUp')).toMatchObject({ cause: 'not-ready' });
  });

  it('ends no undo before its time is over, and nobody is asked about nodes', async () => {
    expect(await followed('FailedScheduling', true)).toEqual({ cause: 'not-ready', asked: 0 });
  });
});
