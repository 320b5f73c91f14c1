import { describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { FailureGrace, nodeIsComing } from '../../src/release/rollout/health.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { deployment, pod, replicaSet } from '../release/objects.ts';

const rolling = deployment({ status: { updatedReplicas: 1 } });
const seen = (container: object) => ({ revisions: [replicaSet('new', 1)], pods: [pod({ container })] });
const waiting = (reason: string, message = '') => seen({ state: { waiting: { reason, message } } });
const pulling = waiting('ImagePullBackOff', 'connection refused');

describe('a suspect workload', () => {
  it('has not failed before its grace period is over', async () => {
    const patience = new FailureGrace();
    expect(await patience.assess(rolling, pulling, 1000)).toMatchObject({ state: 'progressing' });
    expect(await patience.assess(rolling, pulling, 20_999)).toMatchObject({ state: 'progressing' });
    expect(await patience.assess(rolling, pulling, 21_000)).toMatchObject({
      state: 'failed',
      cause: { kind: 'image-pull' },
    });
  });

  it('gets a new grace period when it was fine in between', async () => {
    const patience = new FailureGrace();
    await patience.assess(rolling, pulling, 0);
    await patience.assess(rolling, seen({}), 10_000);
    expect(await patience.assess(rolling, pulling, 15_000)).toMatchObject({ state: 'progressing' });
    expect(await patience.assess(rolling, pulling, 34_000)).toMatchObject({ state: 'progressing' });
  });
});

describe('an unschedulable pod', () => {
  const homeless = {
    revisions: [replicaSet('new', 1)],
    pods: [
      pod({
        status: {
          conditions: [
            { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' },
          ],
        },
      }),
    ],
  };
  const state = async (patience: FailureGrace, at: number) =>
    (await patience.assess(rolling, homeless, at))?.state;

  it('counts after three seconds if no node is coming, which is asked once', async () => {
    let asked = 0;
    const patience = new FailureGrace(async () => {
      asked += 1;
      return false;
    });
    expect(await state(patience, 0)).toBe('progressing');
    expect(await state(patience, 2_999)).toBe('progressing');
    expect(asked).toBe(0);
    expect(await state(patience, 3_000)).toBe('failed');
    expect(await state(patience, 20_000)).toBe('failed');
    expect(asked).toBe(1);
  });

  it('is waited for while a node is coming, up to a limit', async () => {
    const patience = new FailureGrace(async () => true);
    for (let at = 0; at < 900_000; at += 1_000) expect(await state(patience, at)).toBe('progressing');
    expect(await state(patience, 903_000)).toBe('failed');
  });

  it('has a node coming when an autoscaler says so', async () => {
    const isComing = (reason: string) => {
      const api = new FakeApiServer();
      api.put(pathOf(resources.event, 'shop', 'shop-1.1'), {
        ...{ involvedObject: { kind: 'Pod', name: 'shop-1' }, reason },
      });
      const detail = '0/3 nodes';
      return nodeIsComing(api.cluster, 'shop')({ kind: 'unschedulable', pod: 'shop-1', detail });
    };
    expect(await isComing('TriggeredScaleUp')).toBe(true);
    expect(await isComing('Nominated')).toBe(true);
    expect(await isComing('NotTriggerScaleUp')).toBe(false);
  });
});

describe('a certain failure', () => {
  it('counts at once', async () => {
    expect(await new FailureGrace().assess(rolling, waiting('CrashLoopBackOff'), 0)).toMatchObject({
      state: 'failed',
    });
  });

  it('does not exist without a workload', async () => {
    expect(await new FailureGrace().assess(undefined, seen({}), 0)).toBeUndefined();
  });
});
