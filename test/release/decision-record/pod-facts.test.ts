import { describe, expect, it } from 'vitest';
import type { Pod } from '../../../src/cluster/objects.ts';
import { podFactsOf } from '../../../src/release/rollout/pod-facts.ts';
import type { Workload } from '../../../src/workloads/kinds.ts';
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

  it('of a workload that was restored have the candidate when they are older', () => {
    expect(tracks(podFactsOf(seen, 'older'))).toEqual({ young: 'baseline', old: 'canary' });
  });

  it('of an unchanged workload have the baseline; those of its canary have the candidate', () => {
    const all = { young: 'baseline', old: 'baseline', copied: 'canary' };
    expect(tracks(podFactsOf(seen, 'none', copy))).toEqual(all);
  });

  it('of a StatefulSet are distinguished by their revision', () => {
    const pods = [ownPod('shop-0', 'shop-old'), ownPod('shop-1', 'shop-new')];
    const workload = statefulSet({ status: { currentRevision: 'shop-old' } });
    expect(tracks(podFactsOf({ workload, revisions: [], pods }, 'newest'))).toEqual({
      'shop-0': 'baseline',
      'shop-1': 'canary',
    });
  });

  it('are unknown until their controller reports the version that it rolls to', () => {
    const behind = deployment({
      metadata: { uid: 'deployment', annotations: { 'deployment.kubernetes.io/revision': '3' } },
    }) as Workload;
    expect(podFactsOf({ ...seen, workload: behind }, 'newest')).toBeUndefined();
  });

  it.each<[string, Partial<Parameters<typeof pod>[0]>, object]>([
    ['that is ready', { ready: true }, { ready: true, restarts: 0 }],
    [
      'that waits for something',
      { container: { restartCount: 2, state: { waiting: { reason: 'ImagePullBackOff' } } } },
      { ready: false, restarts: 2, note: 'shop: ImagePullBackOff' },
    ],
    [
      'that is starting',
      { container: { state: { waiting: { reason: 'ContainerCreating' } } } },
      { ready: false, restarts: 0 },
    ],
    [
      'that was restarted',
      { container: { restartCount: 1, lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } } },
      { ready: false, restarts: 1, note: wording('shop', 'OOMKilled', '137') },
    ],
    [
      'that is unschedulable',
      { status: { containerStatuses: [], conditions: [unscheduled()] } },
      { ready: false, restarts: 0, note: 'Unschedulable' },
    ],
  ])('have a note about a pod %s', (_, changes, facts) => {
    const one = { ...seen, pods: [pod({ name: 'young', ...changes })] };
    expect(podFactsOf(one, 'newest')).toEqual([{ pod: 'young', track: 'canary', ...facts }]);
  });

  it('have their node and, if the pod has that label, their zone', () => {
    const one: Pod = pod({ name: 'young', ready: true, spec: { nodeName: 'node-a' } });
    one.metadata = { ...one.metadata, labels: { 'topology.kubernetes.io/zone': 'a' } };
    expect(podFactsOf({ ...seen, pods: [one] }, 'newest')?.[0]).toMatchObject({ node: 'node-a', zone: 'a' });
  });
});

function unscheduled() {
  return { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' };
}
