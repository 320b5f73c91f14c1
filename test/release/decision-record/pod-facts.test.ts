import { describe, expect, it } from 'vitest';
import type { Pod } from '../../../src/cluster/objects.ts';
import { podFactsOf } from '../../../src/release/decision-record/pod-facts.ts';
import type { Workload } from '../../../src/release/workloads/kinds.ts';
import { wording } from '../../wording.ts';
import { deployment, ownPod, pod, replicaSet, statefulSet } from '../objects.ts';

const canarySet = replicaSet('canary', 1, {
  metadata: { uid: 'canary', ownerReferences: [{ uid: 'copy', kind: 'Deployment', name: 'shop-canary' }] },
} as never);
const seen = {
  workload: deployment() as Workload,
  revisions: [replicaSet('new', 2), replicaSet('old', 1), canarySet],
  pods: [
    pod({ name: 'young', of: 'new', ready: true }),
    pod({ name: 'old', of: 'old', ready: true }),
    pod({ name: 'ending', of: 'old', ready: true, terminating: true }),
    pod({ name: 'copied', of: 'canary' }),
    pod({ name: 'stray', of: 'somebody' }),
  ],
};
const copy = deployment({ metadata: { name: 'shop-canary', uid: 'copy' } }) as Workload;
const tracks = (facts: ReturnType<typeof podFactsOf>) =>
  facts && Object.fromEntries(facts.map(each => [each.pod, each.track]));

describe('pods in a decision record', () => {
  it('of a workload that was given the candidate have it when they are of its newest template', () => {
    expect(tracks(podFactsOf(seen, 'newest'))).toEqual({ young: 'canary', old: 'baseline' });
  });

  it('of one that was given the baseline back have the candidate when they are older', () => {
    expect(tracks(podFactsOf(seen, 'older'))).toEqual({ young: 'baseline', old: 'canary' });
  });

  it('of one that stays as it is are all of the baseline; the copy beside it has the candidate', () => {
    const all = { young: 'baseline', old: 'baseline', copied: 'canary' };
    expect(tracks(podFactsOf(seen, 'none', copy))).toEqual(all);
  });

  it('of a StatefulSet are told apart by their revision', () => {
    const pods = [ownPod('shop-0', 'shop-old'), ownPod('shop-1', 'shop-new')];
    const workload = statefulSet({ status: { currentRevision: 'shop-old' } });
    expect(tracks(podFactsOf({ workload, revisions: [], pods }, 'newest'))).toEqual({
      'shop-0': 'baseline',
      'shop-1': 'canary',
    });
  });

  it('are not told of while their controller has not said what version it rolls to', () => {
    const behind = deployment({
      metadata: { uid: 'deployment', annotations: { 'deployment.kubernetes.io/revision': '3' } },
    }) as Workload;
    expect(podFactsOf({ ...seen, workload: behind }, 'newest')).toBeUndefined();
  });

  it.each<[string, Partial<Parameters<typeof pod>[0]>, object]>([
    ['that is well', { ready: true }, { ready: true, restarts: 0 }],
    [
      'that waits for something',
      { container: { restartCount: 2, state: { waiting: { reason: 'ImagePullBackOff' } } } },
      { ready: false, restarts: 2, note: 'shop: ImagePullBackOff' },
    ],
    [
      'that only starts',
      { container: { state: { waiting: { reason: 'ContainerCreating' } } } },
      { ready: false, restarts: 0 },
    ],
    [
      'that was started again',
      { container: { restartCount: 1, lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } } },
      { ready: false, restarts: 1, note: wording('shop', 'OOMKilled', '137') },
    ],
    [
      'that no node takes',
      { status: { containerStatuses: [], conditions: [unscheduled()] } },
      { ready: false, restarts: 0, note: 'Unschedulable' },
    ],
  ])('say how one is %s', (_, changes, facts) => {
    const one = { ...seen, pods: [pod({ name: 'young', ...changes })] };
    expect(podFactsOf(one, 'newest')).toEqual([{ pod: 'young', track: 'canary', ...facts }]);
  });

  it('say on which node and, where the pod carries it, in which zone', () => {
    const one: Pod = pod({ name: 'young', ready: true, spec: { nodeName: 'node-a' } });
    one.metadata = { ...one.metadata, labels: { 'topology.kubernetes.io/zone': 'a' } };
    expect(podFactsOf({ ...seen, pods: [one] }, 'newest')?.[0]).toMatchObject({ node: 'node-a', zone: 'a' });
  });
});

function unscheduled() {
  return { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' };
}
