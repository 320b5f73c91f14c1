import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KubeObject, Pod } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import type { Drive } from '../../src/release/engine/drive.ts';
import { drive } from '../../src/release/engine/engine.ts';
import type { World } from '../../src/release/engine/world.ts';
import { followRollout } from '../../src/release/workloads/follow.ts';
import { Model } from './model.ts';
import { deployment, pod, replicaSet } from './objects.ts';

const unscheduled = {
  conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' }],
};
const eventsOf = (reason: string) => [{ metadata: { name: 'event' }, reason, message: '' }];

/** The phase that a canary whose pods no node takes is in after twenty seconds. */
async function phaseAfter(reason: string): Promise<string> {
  const model = new Model({ broken: ['v2'] });
  for (let i = 0; i < 50; i += 1) {
    model.act(model.decide());
    model.progress(() => true);
  }
  for (const each of model.of<Pod>('Pod'))
    if (each.spec?.containers[0]?.image === 'shop:v2') each.status = structuredClone(unscheduled);
  const keeper = {
    journal: model.journal,
    change: async (edit: (journal: typeof model.journal) => typeof model.journal) => {
      keeper.journal = edit(keeper.journal);
      model.journal = keeper.journal;
    },
  };
  const run = {
    cluster: {
      now: () => model.now,
      list: async () => ({ items: eventsOf(reason), resourceVersion: '1' }),
      get: async () => undefined,
    } as unknown as Cluster,
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
  const kinds: Record<string, KubeObject[]> = {
    deployments: [deployment({ status: { updatedReplicas: 1 } }) as unknown as KubeObject],
    replicasets: [replicaSet('new', 1) as unknown as KubeObject],
    pods: [pod({ status: unscheduled }) as unknown as KubeObject],
    events: eventsOf(reason) as unknown as KubeObject[],
  };
  let asked = 0;
  const cluster = {
    now: () => 0,
    list: async (path: string) => {
      const kind = path.split('/').at(-1) ?? '';
      if (kind === 'events') asked += 1;
      return { items: kinds[kind] ?? [], resourceVersion: '1' };
    },
    watch: async function* (_path: string, _query: object, signal: AbortSignal) {
      await new Promise(resolve => signal.addEventListener('abort', resolve));
    },
  } as unknown as Cluster;
  const end = followRollout(cluster, {
    namespace: 'shop',
    workload: { kind: 'Deployment', name: 'shop' },
    fence: { app: 'shop', token: 7 },
    stuckAfter: 0,
    deadline: 20_000,
    report: () => {},
    patient,
  });
  await vi.advanceTimersByTimeAsync(25_000);
  const ended = await end;
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
