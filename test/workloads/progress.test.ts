import { describe, expect, it } from 'vitest';
import type { Pod, ReplicaSet } from '../../src/cluster/objects.ts';
import { newestReplicaSet } from '../../src/workloads/pods.ts';
import { assess, lateCause } from '../../src/workloads/progress.ts';
import { deployment, type PodChanges, pod, replicaSet } from '../release/objects.ts';
import { wording } from '../wording.ts';

const sets = [replicaSet('old', 1), replicaSet('new', 2)];
const midway = deployment({ status: { replicas: 4, updatedReplicas: 1, availableReplicas: 3 } });
const during = (pods: Pod[], replicaSets: ReplicaSet[] = sets) =>
  assess({ workload: midway, revisions: replicaSets, pods });
const causeOf = (changes: PodChanges) => {
  const assessment = during([pod(changes)]);
  return 'cause' in assessment ? { state: assessment.state, ...assessment.cause } : assessment.state;
};
const waiting = (reason: string, message?: string) => ({
  container: { state: { waiting: { reason, ...(message === undefined ? {} : { message }) } } },
});

describe('a rolling update is complete, as in kubectl rollout status,', () => {
  const of = (changes: Parameters<typeof deployment>[0]) =>
    assess({ workload: deployment(changes), revisions: sets, pods: [] });

  it('when every replica has the new template, all are available and no old one is left', () => {
    expect(of({})).toEqual({ state: 'complete', ready: 3, wanted: 3 });
  });

  it.each([
    ['a replica has not been updated', { status: { updatedReplicas: 2, replicas: 2, availableReplicas: 2 } }],
    ['an old replica is left', { status: { replicas: 4 } }],
    ['an updated replica is not available', { status: { availableReplicas: 2 } }],
    ['the controller has not seen the newest template', { status: { observedGeneration: 1 } }],
    ['the controller has reported nothing yet', { status: { observedGeneration: 0, updatedReplicas: 0 } }],
  ])('but not while %s', (_, changes) => {
    expect(of(changes).state).toBe('progressing');
  });

  it('when it is scaled to zero', () => {
    const status = { replicas: 0, updatedReplicas: 0, availableReplicas: 0 };
    expect(of({ spec: { replicas: 0 }, status })).toEqual({ state: 'complete', ready: 0, wanted: 0 });
  });

  it('with one replica when `replicas` is not set', () => {
    const { replicas: _, ...spec } = deployment().spec!;
    const bare = { ...deployment(), spec } as ReturnType<typeof deployment>;
    expect(assess({ workload: bare, revisions: sets, pods: [] }).wanted).toBe(1);
  });

  it('although a pod has restarted before', () => {
    const crashed = pod({ container: { restartCount: 3, lastState: { terminated: { exitCode: 1 } } } });
    expect(assess({ workload: deployment(), revisions: sets, pods: [crashed] }).state).toBe('complete');
  });
});

describe('a rolling update continues', () => {
  it('while the known ReplicaSets are older than the workload: the failures are of another release', () => {
    const crashing = pod({
      container: { restartCount: 3, state: { waiting: { reason: 'CrashLoopBackOff' } } },
    });
    const revision = { annotations: { 'deployment.kubernetes.io/revision': '3' } };
    const newer = deployment({ metadata: revision, status: { replicas: 4, updatedReplicas: 1 } });
    expect(assess({ workload: newer, revisions: sets, pods: [crashing] }).state).toBe('progressing');
  });

  it('while a node under load waits for its copy of the configuration, or for its runtime', () => {
    const message = 'failed to sync configmap cache: timed out waiting for the condition';
    expect(causeOf(waiting('CreateContainerConfigError', message))).toBe('progressing');
    expect(causeOf(waiting('CreateContainerError', 'context deadline exceeded'))).toBe('progressing');
  });

  it.each(['secret "x" not found', 'configmap "x" not found', "couldn't find key url in ConfigMap shop/x"])(
    'for a minute while its configuration is missing, which an operator may create after the pod: %s',
    message => {
      expect(during([pod(waiting('CreateContainerConfigError', message))])).toMatchObject({
        state: 'suspect',
        cause: { kind: 'bad-container', pod: 'shop-1', container: 'shop', detail: message },
        graceMs: 60_000,
      });
    },
  );

  it('for a while when a pull fails for a transient reason', () => {
    expect(causeOf(waiting('ImagePullBackOff', 'connection refused'))).toMatchObject({
      state: 'suspect',
      kind: 'image-pull',
    });
  });
});

describe('a rolling update has failed', () => {
  it('when the registry has no such image, at the first pull', () => {
    expect(causeOf(waiting('ErrImagePull', 'manifest unknown'))).toMatchObject({
      state: 'failed',
      kind: 'image-pull',
      container: 'shop',
      detail: 'manifest unknown',
    });
  });

  it('when a pull is repeated although the registry has no such image', () => {
    const message = 'Back-off pulling image "shop": ErrImagePull: not found';
    expect(causeOf(waiting('ImagePullBackOff', message))).toMatchObject({
      state: 'failed',
      kind: 'image-pull',
    });
    expect(causeOf(waiting('InvalidImageName'))).toMatchObject({ kind: 'image-pull' });
  });

  it('when an image may not be pulled and its node has none', () => {
    const message = 'Container image "shop" is not present with pull policy of Never';
    expect(causeOf(waiting('ErrImageNeverPull', message))).toMatchObject({
      state: 'failed',
      kind: 'image-pull',
      detail: message,
    });
  });

  it('but not when one pull failed for another reason, which may be transient', () => {
    expect(causeOf(waiting('ErrImagePull', 'i/o timeout'))).toBe('progressing');
  });

  it.each(['CreateContainerConfigError', 'CreateContainerError', 'RunContainerError'])(
    'when a container cannot be started (%s)',
    reason => {
      expect(causeOf(waiting(reason, 'exec: "serve": not found'))).toMatchObject({
        state: 'failed',
        kind: 'bad-container',
        detail: 'exec: "serve": not found',
      });
      expect(causeOf(waiting(reason))).toMatchObject({ detail: reason });
    },
  );

  it('when a container crashes in a loop', () => {
    const lastState = { terminated: { exitCode: 3 } };
    const container = { restartCount: 2, state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState };
    expect(causeOf({ container })).toEqual({
      state: 'failed',
      kind: 'crash',
      pod: 'shop-1',
      container: 'shop',
      exitCode: 3,
      restarts: 2,
    });
  });

  it('when a container has crashed twice, before the kubelet calls that a loop', () => {
    const container = { restartCount: 2, state: { terminated: { exitCode: 1 } } } as PodChanges['container'];
    expect(causeOf({ container: container! })).toMatchObject({ kind: 'crash', restarts: 2 });
  });

  it('but not when it crashed once, or succeeded', () => {
    const state = (exitCode: number) => ({ terminated: { exitCode } });
    expect(causeOf({ container: { restartCount: 1, state: state(1) } as never })).toBe('progressing');
    expect(causeOf({ container: { restartCount: 5, state: state(0) } as never })).toBe('progressing');
  });

  it('when a container used more memory than its limit, at once', () => {
    const spec = { containers: [{ name: 'shop', resources: { limits: { memory: '64Mi' } } }] };
    const lastState = { terminated: { exitCode: 137, reason: 'OOMKilled' } };
    expect(causeOf({ spec, container: { lastState } })).toMatchObject({
      state: 'failed',
      kind: 'out-of-memory',
      limit: '64Mi',
    });
    expect(causeOf({ container: { lastState } })).toMatchObject({ limit: wording() });
  });

  it('when an init container crashes', () => {
    const init = { name: 'migrate', restartCount: 2, state: { waiting: { reason: 'CrashLoopBackOff' } } };
    expect(causeOf({ status: { initContainerStatuses: [init] as never } })).toMatchObject({
      kind: 'crash',
      container: 'migrate',
    });
  });

  const failure = (message: string) => ({
    status: { replicas: 0, conditions: [{ type: 'ReplicaFailure', status: 'True', message }] },
  });

  it('when the quota does not allow its pods', () => {
    const full = [sets[0]!, replicaSet('new', 2, failure('pods "x" is forbidden: exceeded quota: limits'))];
    expect(during([], full)).toMatchObject({ state: 'failed', cause: { kind: 'quota' } });
  });

  it('when the cluster refuses its pods', () => {
    const refused = [sets[0]!, replicaSet('new', 2, failure('violates PodSecurity'))];
    expect(during([], refused)).toMatchObject({
      state: 'failed',
      cause: { kind: 'refused', detail: 'violates PodSecurity' },
    });
  });

  it.each([
    'pods is forbidden: User "system:serviceaccount:kube-system:replicaset-controller" cannot create resource "pods"',
    'pods "x" is forbidden: error looking up service account shop/default: serviceaccount "default" not found',
    'Internal error occurred: failed calling webhook "x": connection refused',
  ])('but only after a while when the reason may be transient: %s', message => {
    expect(during([], [sets[0]!, replicaSet('new', 2, failure(message))])).toMatchObject({
      state: 'suspect',
      cause: { kind: 'refused', detail: message },
      graceMs: 30_000,
    });
  });

  it('but not when the crashing pod is of the previous release, or is ending', () => {
    const container = { restartCount: 9, state: { waiting: { reason: 'CrashLoopBackOff' } } };
    expect(during([pod({ of: 'old', container })]).state).toBe('progressing');
    expect(during([pod({ terminating: true, container })]).state).toBe('progressing');
  });

  it('but not when a pod of a reused ReplicaSet crashed long ago and is ready', () => {
    const lastState = { terminated: { exitCode: 137, reason: 'OOMKilled' } };
    expect(during([pod({ ready: true, container: { restartCount: 4, lastState } })])).toEqual({
      state: 'progressing',
      ready: 1,
      wanted: 3,
    });
  });
});

describe('a rolling update is suspect, which counts only if it lasts,', () => {
  const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' };

  it('when a pod is unschedulable', () => {
    expect(causeOf({ status: { conditions: [condition] } })).toEqual({
      state: 'suspect',
      kind: 'unschedulable',
      pod: 'shop-1',
      detail: '0/3 nodes',
    });
  });

  it('for longer when there is no room, because an autoscaler may add a node', () => {
    const graceOf = (message: string) => {
      const status = { conditions: [{ ...condition, message: `0/3 nodes are available: ${message}.` }] };
      const assessment = during([pod({ status })]);
      return assessment.state === 'suspect' && assessment.graceMs;
    };
    expect(graceOf('3 Insufficient cpu')).toBe(15_000);
    expect(graceOf("3 node(s) didn't match Pod's node affinity/selector")).toBe(3000);
  });

  it('but not when the scheduler is making room', () => {
    const status = { conditions: [condition], nominatedNodeName: 'node-a' };
    expect(causeOf({ status })).toBe('progressing');
  });

  it('when its own progress deadline is over: the condition of a failed rollout stays for a moment in its rollback', () => {
    const conditions = [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }];
    const late = deployment({ status: { replicas: 4, updatedReplicas: 1, conditions } });
    expect(assess({ workload: late, revisions: sets, pods: [pod()] })).toEqual({
      state: 'suspect',
      ready: 0,
      wanted: 3,
      graceMs: 3000,
      cause: {
        kind: 'not-ready',
        pods: [{ pod: 'shop-1', container: 'shop' }],
        ready: 0,
        wanted: 3,
        seconds: 600,
      },
    });
  });

  it.each([
    ['maxSurge 0', { strategy: { rollingUpdate: { maxSurge: 0 } } }],
    ['maxSurge 0%', { strategy: { rollingUpdate: { maxSurge: '0%' } } }],
    ['Recreate', { strategy: { type: 'Recreate' } }],
  ])('when the quota is full with %s: pods that are ending still count in it', (_, spec) => {
    const status = {
      replicas: 0,
      conditions: [{ type: 'ReplicaFailure', status: 'True', message: 'exceeded quota: limits' }],
    };
    const noSurge = { ...midway, spec: { ...midway.spec, ...spec } } as typeof midway;
    const replicaSets = [sets[0]!, replicaSet('new', 2, { status })];
    expect(assess({ workload: noSurge, revisions: replicaSets, pods: [] })).toMatchObject({
      state: 'suspect',
      graceMs: 60_000,
      cause: { kind: 'quota' },
    });
  });
});

describe('the ReplicaSet of the newest template', () => {
  it('is that of the highest revision, even a reused one', () => {
    const reused = [replicaSet('a', 10), replicaSet('b', 9)];
    expect(newestReplicaSet(deployment(), reused)?.metadata?.uid).toBe('a');
  });

  it('is never that of another workload with the same labels', () => {
    const stranger = replicaSet('stranger', 99);
    stranger.metadata!.ownerReferences![0]!.uid = 'other';
    expect(newestReplicaSet(deployment(), [stranger, ...sets])?.metadata?.uid).toBe('new');
    expect(newestReplicaSet(deployment(), [stranger])).toBeUndefined();
  });
});

describe('a rollout whose time is over', () => {
  it('names the pods that are not ready and their containers', () => {
    const pods = [pod(), pod({ name: 'shop-2', ready: true }), pod({ name: 'shop-3', of: 'old' })];
    expect(lateCause({ workload: midway, revisions: sets, pods }, 120)).toEqual({
      kind: 'not-ready',
      pods: [{ pod: 'shop-1', container: 'shop' }],
      ready: 1,
      wanted: 3,
      seconds: 120,
    });
  });
});
