import { describe, expect, it } from 'vitest';
import { heldBack, isUp, standingOf, surgesNot } from '../../../src/release/workloads/controllers.ts';
import { wording } from '../../wording.ts';
import { daemonSet, deployment, statefulSet } from '../objects.ts';

describe('a StatefulSet is up, as kubectl rollout status has it,', () => {
  const up = (status: object) => isUp(statefulSet({ status }));

  it('when every pod has the revision that was written last and is available', () => {
    expect(up({})).toBe(true);
    expect(up({ updatedReplicas: 2 })).toBe(false);
    expect(up({ availableReplicas: 2 })).toBe(false);
    expect(up({ currentRevision: 'shop-old' })).toBe(false);
    expect(up({ replicas: 4 })).toBe(false);
  });

  it('not before its controller has looked', () => {
    expect(up({ observedGeneration: 1 })).toBe(false);
  });

  it('without any pod, when it is to have none', () => {
    const none = { replicas: 0, updatedReplicas: 0, availableReplicas: 0 };
    expect(isUp(statefulSet({ spec: { replicas: 0 }, status: none }))).toBe(true);
  });
});

describe('a DaemonSet is up, as kubectl rollout status has it,', () => {
  const up = (status: object) => isUp(daemonSet({ status }));

  it('when every node that it is for has an available pod of the newest template', () => {
    expect(up({})).toBe(true);
    expect(up({ updatedNumberScheduled: 2 })).toBe(false);
    expect(up({ numberAvailable: 2 })).toBe(false);
    expect(up({ observedGeneration: 1 })).toBe(false);
  });

  it('for as many pods as it has nodes', () => {
    expect(standingOf(daemonSet()).wanted).toBe(3);
    expect(up({ desiredNumberScheduled: 4 })).toBe(false);
  });
});

it('a CronJob is never waited for', () => {
  expect(isUp({ kind: 'CronJob', metadata: { name: 'report', generation: 7 } })).toBe(true);
});

describe('new pods', () => {
  it.each([
    ['a StatefulSet', statefulSet(), true],
    ['a DaemonSet', daemonSet(), true],
    ['a DaemonSet with a surge', daemonSet({ spec: rollingUpdate({ maxSurge: 1 }) }), false],
    ['a DaemonSet with a surge of nothing', daemonSet({ spec: rollingUpdate({ maxSurge: '0%' }) }), true],
    ['a Deployment', deployment(), false],
  ])('of %s come up only in the room of those that end: %#', (_, workload, expected) => {
    expect(surgesNot(workload)).toBe(expected);
  });
});

function rollingUpdate(rolling: object) {
  return { updateStrategy: { type: 'RollingUpdate', rollingUpdate: rolling } };
}

describe('what holds a new version back', () => {
  it('is told of each kind with its remedy', () => {
    expect(heldBack(deployment({ spec: { paused: true } }))).toEqual({
      problem: wording('Deployment/shop'),
      remedy: wording('deployment/shop'),
    });
    for (const make of [statefulSet, daemonSet]) {
      const workload = make({ spec: { updateStrategy: { type: 'OnDelete' } } });
      expect(heldBack(workload)).toEqual({
        problem: wording(`${workload.kind}`),
        remedy: wording('type'),
      });
    }
    expect(heldBack(statefulSet({ spec: rollingUpdate({ partition: 2 }) }))).toEqual({
      problem: wording('StatefulSet/shop', '2'),
      remedy: wording('0'),
    });
  });

  it('is nothing as a rule', () => {
    for (const workload of [deployment(), statefulSet(), daemonSet(), { kind: 'CronJob' }])
      expect(heldBack(workload)).toBeUndefined();
    expect(heldBack(statefulSet({ spec: rollingUpdate({ partition: 0 }) }))).toBeUndefined();
  });
});
