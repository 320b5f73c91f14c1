import { describe, expect, it } from 'vitest';
import { hasNoSurge, isComplete, standingOf, updateBlocker } from '../../src/workloads/controllers.ts';
import { daemonSet, deployment, statefulSet } from '../release/objects.ts';
import { wording } from '../wording.ts';

describe('a StatefulSet is complete, as in kubectl rollout status,', () => {
  const up = (status: object) => isComplete(statefulSet({ status }));

  it('when every pod has the newest revision and is available', () => {
    expect(up({})).toBe(true);
    expect(up({ updatedReplicas: 2 })).toBe(false);
    expect(up({ availableReplicas: 2 })).toBe(false);
    expect(up({ currentRevision: 'shop-old' })).toBe(false);
    expect(up({ replicas: 4 })).toBe(false);
  });

  it('not before its controller has observed it', () => {
    expect(up({ observedGeneration: 1 })).toBe(false);
  });

  it('without any pod, when it is scaled to zero', () => {
    const none = { replicas: 0, updatedReplicas: 0, availableReplicas: 0 };
    expect(isComplete(statefulSet({ spec: { replicas: 0 }, status: none }))).toBe(true);
  });
});

describe('a DaemonSet is complete, as in kubectl rollout status,', () => {
  const up = (status: object) => isComplete(daemonSet({ status }));

  it('when every eligible node has an available pod of the newest template', () => {
    expect(up({})).toBe(true);
    expect(up({ updatedNumberScheduled: 2 })).toBe(false);
    expect(up({ numberAvailable: 2 })).toBe(false);
    expect(up({ observedGeneration: 1 })).toBe(false);
  });

  it('for as many pods as it has nodes', () => {
    expect(standingOf(daemonSet()).desired).toBe(3);
    expect(up({ desiredNumberScheduled: 4 })).toBe(false);
  });
});

it('a workload whose status is null is not complete', () => {
  for (const workload of [deployment(), statefulSet(), daemonSet()])
    expect(isComplete({ ...workload, status: null as never })).toBe(false);
});

it('a CronJob is never waited for', () => {
  expect(isComplete({ kind: 'CronJob', metadata: { name: 'report', generation: 7 } })).toBe(true);
});

describe('new pods', () => {
  it.each([
    ['a StatefulSet', statefulSet(), true],
    ['a DaemonSet', daemonSet(), true],
    ['a DaemonSet with a surge', daemonSet({ spec: rollingUpdate({ maxSurge: 1 }) }), false],
    ['a DaemonSet with a surge of nothing', daemonSet({ spec: rollingUpdate({ maxSurge: '0%' }) }), true],
    ['a Deployment', deployment(), false],
  ])('of %s start only after an old one has ended: %#', (_, workload, expected) => {
    expect(hasNoSurge(workload)).toBe(expected);
  });
});

function rollingUpdate(rolling: object) {
  return { updateStrategy: { type: 'RollingUpdate', rollingUpdate: rolling } };
}

describe('a setting that keeps a new version from the pods', () => {
  it('is reported for each kind with its remedy', () => {
    expect(updateBlocker(deployment({ spec: { paused: true } }))).toMatchObject({
      message: wording('Deployment/shop'),
      remedy: wording('deployment/shop'),
    });
    for (const make of [statefulSet, daemonSet]) {
      const workload = make({ spec: { updateStrategy: { type: 'OnDelete' } } });
      expect(updateBlocker(workload)).toMatchObject({
        message: wording(`${workload.kind}`),
        remedy: wording('type'),
      });
    }
    expect(updateBlocker(statefulSet({ spec: rollingUpdate({ partition: 2 }) }))).toMatchObject({
      message: wording('StatefulSet/shop', '2'),
      remedy: wording('0'),
    });
  });

  it('does not exist by default', () => {
    for (const workload of [deployment(), statefulSet(), daemonSet(), { kind: 'CronJob' }])
      expect(updateBlocker(workload)).toBeUndefined();
    expect(updateBlocker(statefulSet({ spec: rollingUpdate({ partition: 0 }) }))).toBeUndefined();
  });
});
