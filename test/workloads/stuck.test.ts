import { describe, expect, it } from 'vitest';
import type { KubeObject, Pod } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { removeStuck } from '../../src/release/rollout/act.ts';
import { LeaseLost } from '../../src/release/store/fencing.ts';
import { annotationOf } from '../../src/traffic/fencing-token.ts';
import { stuckPod } from '../../src/workloads/stuck.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { daemonSet, deployment, ownPod, statefulSet } from '../release/objects.ts';

const now = Date.parse('2026-01-01T01:00:00Z');
const seconds = (ago: number) => new Date(now - ago * 1000).toISOString();
const back = statefulSet({
  status: {
    currentRevision: 'shop-good',
    updateRevision: 'shop-good',
    updatedReplicas: 2,
    availableReplicas: 2,
  },
});
const good = (name: string) => ownPod(name, 'shop-good', { ready: true });
const bad = (name: string, changes: object = {}) => ownPod(name, 'shop-bad', changes);
const nameOf = (pod: Pod | undefined) => pod?.metadata?.name;

describe('a pod that blocks the rollback of a StatefulSet', () => {
  it('is of the failed version and not ready', () => {
    const pods = [good('shop-0'), good('shop-1'), bad('shop-2')];
    expect(nameOf(stuckPod({ workload: back, pods }, now, 0))).toBe('shop-2');
  });

  it('is never ready, whatever its version: its controller replaces a ready one in turn', () => {
    const pods = [good('shop-0'), bad('shop-1', { ready: true }), bad('shop-2', { ready: true })];
    expect(stuckPod({ workload: back, pods }, now, 0)).toBeUndefined();
  });

  it('is never of the restored version', () => {
    const pods = [good('shop-0'), ownPod('shop-1', 'shop-good')];
    expect(stuckPod({ workload: back, pods }, now, 0)).toBeUndefined();
  });

  it('is one at a time, the highest ordinal first, and none while one is ending', () => {
    const pods = [bad('shop-0'), bad('shop-9'), bad('shop-10')];
    expect(nameOf(stuckPod({ workload: back, pods }, now, 0))).toBe('shop-10');
    const ending = [bad('shop-0'), bad('shop-9'), bad('shop-10', { terminating: true })];
    expect(stuckPod({ workload: back, pods: ending }, now, 0)).toBeUndefined();
  });

  it('is not known before the controller has observed the write', () => {
    const unseen = statefulSet({ metadata: { generation: 3 }, status: { updateRevision: 'shop-bad' } });
    const pods = [ownPod('shop-0', 'shop-good'), bad('shop-1')];
    expect(stuckPod({ workload: unseen, pods }, now, 0)).toBeUndefined();
  });

  it('in a rollout has been unready for a while', () => {
    const unready = (since: string) =>
      bad('shop-2', {
        status: { conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: since }] },
      });
    const others = [good('shop-0'), good('shop-1')];
    const of = (since: string) =>
      nameOf(stuckPod({ workload: back, pods: [...others, unready(since)] }, now, 30_000));
    expect(of(seconds(29))).toBeUndefined();
    expect(of(seconds(30))).toBe('shop-2');
    // One that no node took says nothing of being ready.
    const unscheduled = bad('shop-2', { status: { conditions: [] } });
    unscheduled.metadata = { ...unscheduled.metadata, creationTimestamp: seconds(31) as never };
    expect(nameOf(stuckPod({ workload: back, pods: [unscheduled] }, now, 30_000))).toBe('shop-2');
  });

  describe('that was ready once', () => {
    const began = seconds(600);
    const lost = (name: string, ago: number, container: object = {}) =>
      bad(name, {
        container,
        status: {
          startTime: began as never,
          conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: seconds(ago) as never }],
        },
      });
    const of = (pods: Pod[], workload = back) => nameOf(stuckPod({ workload, pods }, now, 0));
    const parallel = { ...back, spec: { ...back.spec, podManagementPolicy: 'Parallel' } } as typeof back;
    const waiting = (reason: string) => ({ state: { waiting: { reason } } });

    it('has some seconds to find its lost peer again', () => {
      const others = [bad('shop-0', { ready: true }), good('shop-2')];
      expect(of([...others, lost('shop-1', 9)])).toBeUndefined();
      expect(of([...others, lost('shop-1', 10)])).toBe('shop-1');
    });

    it('stays while that peer becomes ready, and while it is not created yet', () => {
      const rest = [bad('shop-0', { ready: true }), lost('shop-1', 119)];
      expect(of([...rest, ownPod('shop-2', 'shop-good')])).toBeUndefined();
      expect(of(rest, parallel)).toBeUndefined();
      expect(of([lost('shop-1', 119), lost('shop-2', 119)])).toBeUndefined();
    });

    it('does not stay for a peer that is created only after it is ready', () => {
      const rest = [bad('shop-0', { ready: true }), lost('shop-1', 10)];
      expect(of(rest)).toBe('shop-1');
      expect(of(rest.slice(1), parallel)).toBeUndefined();
    });

    it('is waited for only up to a limit', () => {
      expect(of([bad('shop-0', { ready: true }), lost('shop-1', 120)], parallel)).toBe('shop-1');
    });

    it('is deleted at once when it crashes or cannot start', () => {
      const peer = ownPod('shop-2', 'shop-good');
      for (const reason of ['CrashLoopBackOff', 'ImagePullBackOff', 'CreateContainerConfigError'])
        expect(of([good('shop-0'), lost('shop-1', 1, waiting(reason)), peer])).toBe('shop-1');
      expect(of([good('shop-0'), lost('shop-1', 1, waiting('ContainerCreating')), peer])).toBeUndefined();
    });
  });

  it('is deleted at once when it was never ready', () => {
    const fresh = bad('shop-1', {
      status: {
        startTime: seconds(2) as never,
        conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: seconds(1) as never }],
      },
    });
    const pods = [good('shop-0'), fresh, ownPod('shop-2', 'shop-good')];
    expect(nameOf(stuckPod({ workload: back, pods }, now, 0))).toBe('shop-1');
  });

  it('is never one of a kind whose controller does not wait', () => {
    for (const workload of [deployment(), daemonSet(), undefined])
      expect(stuckPod({ workload, pods: [bad('shop-2')] }, now, 0)).toBeUndefined();
  });

  it('is never a pod of another workload', () => {
    const stray = bad('shop-2');
    stray.metadata = { ...stray.metadata, ownerReferences: [] };
    expect(stuckPod({ workload: back, pods: [stray] }, now, 0)).toBeUndefined();
  });
});

describe('its deletion', () => {
  const pod = bad('shop-2');

  const path = pathOf(resources.pod, 'shop', 'shop-2');

  /** @returns an API server on which a run with token 5 has removed it, where that stamp let it. */
  async function removed(stamp: string, meanwhile: (api: FakeApiServer) => void = () => {}) {
    const api = new FakeApiServer();
    api.put(pathOf(resources.statefulSet, 'shop', 'shop'), {
      metadata: { annotations: { [annotationOf.token('shop')]: stamp } },
    });
    const seen = api.put(path, pod as KubeObject) as Pod;
    meanwhile(api);
    const set = { kind: 'StatefulSet', name: 'shop' } as const;
    await removeStuck(api.cluster, 'shop', set, seen, { app: 'shop', token: 5 }, () => {});
    return api;
  }

  it('is of the very pod in the version that was read', async () => {
    expect((await removed('5')).objects.has(path)).toBe(false);
    const isReady = (api: FakeApiServer) => api.put(path, { ...pod, status: {} } as KubeObject);
    expect((await removed('5', isReady)).objects.has(path)).toBe(true);
    const anew = (api: FakeApiServer) => {
      api.delete(path);
      api.put(path, {});
    };
    expect((await removed('5', anew)).objects.has(path)).toBe(true);
  });

  it('is left to a newer run', async () => {
    await expect(removed('6')).rejects.toBeInstanceOf(LeaseLost);
  });
});
