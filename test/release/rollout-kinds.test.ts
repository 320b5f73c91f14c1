import { describe, expect, it } from 'vitest';
import type { Event, Pod } from '../../src/cluster/objects.ts';
import { assess, lateCause } from '../../src/workloads/progress.ts';
import { controllerRevision, daemonSet, ownPod, type PodChanges, statefulSet, template } from './objects.ts';

/** Of the last one of three pods the next version has come; the write was at the full hour. */
const written = '2026-01-01T00:00:00Z';
const metadata = { managedFields: [{ manager: 'slipway', operation: 'Apply', time: written }] };
const set = statefulSet({
  metadata,
  status: {
    currentRevision: 'shop-old',
    updateRevision: 'shop-new',
    updatedReplicas: 1,
    availableReplicas: 2,
  },
});
const old = (name: string, changes: PodChanges = {}) => ownPod(name, 'shop-old', { ready: true, ...changes });
const young = (changes: PodChanges = {}) => ownPod('shop-2', 'shop-new', changes);
const during = (pods: Pod[], events: Event[] = []) => assess({ workload: set, revisions: [], pods, events });
const waiting = (reason: string, message = '') => ({
  container: { state: { waiting: { reason, message } } },
});
const unscheduled = (message: string): PodChanges => ({
  status: { conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }] },
});

function failedCreate(message: string, time = written, uid = 'own'): Event {
  return {
    metadata: { name: 'shop.1' },
    involvedObject: { kind: 'StatefulSet', name: 'shop', uid },
    reason: 'FailedCreate',
    lastTimestamp: time,
    message,
  } as unknown as Event;
}

describe('a StatefulSet that rolls', () => {
  it('continues while its newest pod is not ready, and counts only the new pods', () => {
    expect(during([old('shop-0'), old('shop-1'), young()])).toEqual({
      state: 'progressing',
      ready: 0,
      wanted: 3,
    });
    expect(during([old('shop-0'), old('shop-1'), young({ ready: true })])).toMatchObject({ ready: 1 });
  });

  it.each([
    ['crash', { container: { restartCount: 2, state: { terminated: { exitCode: 3 } } } }],
    ['crash', waiting('CrashLoopBackOff')],
    ['image-pull', waiting('ErrImagePull', 'manifest unknown')],
    ['bad-container', waiting('CreateContainerConfigError', 'no such key')],
    ['out-of-memory', { container: { lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } } }],
  ])('has failed because of its newest pod: %s', (kind, changes) => {
    expect(during([old('shop-0'), old('shop-1'), young(changes as PodChanges)])).toMatchObject({
      state: 'failed',
      cause: { kind, pod: 'shop-2' },
    });
  });

  it('has not failed because of a pod of the previous version', () => {
    expect(during([old('shop-0', { ...waiting('CrashLoopBackOff'), ready: false }), young()]).state).toBe(
      'progressing',
    );
  });

  it('waits longer for a node while a volume is moving', () => {
    expect(during([young(unscheduled('0/3 nodes are available: insufficient cpu'))])).toMatchObject({
      state: 'suspect',
      cause: { kind: 'unschedulable' },
      graceMs: 15_000,
    });
    expect(during([young(unscheduled('pod has unbound immediate PersistentVolumeClaims'))])).toMatchObject({
      graceMs: 60_000,
    });
  });

  it('is late because of the pods of the new version', () => {
    const cause = lateCause({ workload: set, revisions: [], pods: [old('shop-0'), young()] }, 120);
    expect(cause).toMatchObject({ kind: 'not-ready', ready: 0, wanted: 3, pods: [{ pod: 'shop-2' }] });
  });
});

describe('pods that the cluster refuses to a StatefulSet', () => {
  const quota =
    'Create Pod shop-2 in StatefulSet shop failed error: pods "shop-2" is forbidden: exceeded quota: limits, requested: pods=1, used: pods=2, limited: pods=2';
  const two = [old('shop-0'), old('shop-1')];

  it('are found in its Events, while pods are missing', () => {
    expect(during(two, [failedCreate(quota)])).toMatchObject({
      state: 'suspect',
      cause: {
        kind: 'quota',
        detail:
          'pods "shop-2" is forbidden: exceeded quota: limits, requested: pods=1, used: pods=2, limited: pods=2',
      },
      graceMs: 30_000,
    });
    expect(during([...two, young()], [failedCreate(quota)]).state).toBe('progressing');
    expect(during([...two, young({ terminating: true })], [failedCreate(quota)]).state).toBe('suspect');
  });

  it('are not found in Events before the last write, or about another object with its name', () => {
    expect(during(two, [failedCreate(quota, '2025-12-31T23:59:59Z')]).state).toBe('progressing');
    expect(during(two, [failedCreate(quota, written, 'deleted')]).state).toBe('progressing');
  });

  it('have failed at once when a policy has decided', () => {
    const denied =
      'Create Pod shop-2 in StatefulSet shop failed error: admission webhook "policy" denied the request: no';
    expect(during(two, [failedCreate(denied)])).toMatchObject({
      state: 'failed',
      cause: { kind: 'refused', detail: 'admission webhook "policy" denied the request: no' },
    });
  });
});

describe('a DaemonSet that rolls', () => {
  const revisions = [
    controllerRevision('aaa', template('shop:1'), 1),
    controllerRevision('bbb', template('shop:2'), 2),
  ];
  const rolling = (pods: Pod[], image = 'shop:2', events: Event[] = []) =>
    assess({
      workload: daemonSet({
        metadata,
        spec: { template: template(image) },
        status: { updatedNumberScheduled: 1, numberAvailable: 2 },
      }),
      revisions,
      pods,
      events,
    });
  const crashing = ownPod('shop-y', 'bbb', waiting('CrashLoopBackOff'));

  it('has failed because of a pod of the newest version, and of no other', () => {
    const ready = ownPod('shop-x', 'aaa', { ready: true });
    expect(rolling([ready, crashing])).toMatchObject({
      state: 'failed',
      cause: { kind: 'crash', pod: 'shop-y' },
    });
    expect(rolling([ready, crashing], 'shop:1').state).toBe('progressing');
  });

  it('is not judged while its newest version is not known', () => {
    expect(rolling([crashing], 'shop:3').state).toBe('progressing');
  });

  it('shows in its Events that a pod is refused', () => {
    const message = 'Error creating: pods "shop-" is forbidden: violates PodSecurity "restricted:latest": no';
    expect(rolling([], 'shop:2', [failedCreate(message)])).toMatchObject({
      state: 'failed',
      cause: {
        kind: 'refused',
        detail: 'pods "shop-" is forbidden: violates PodSecurity "restricted:latest": no',
      },
    });
  });
});

it('a CronJob is complete as soon as it is written', () => {
  const workload = { kind: 'CronJob', metadata: { name: 'report' } };
  expect(assess({ workload, revisions: [], pods: [] })).toEqual({ state: 'complete', ready: 0, wanted: 0 });
});
