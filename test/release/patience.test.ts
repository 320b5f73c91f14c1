import { describe, expect, it } from 'vitest';
import { Patience } from '../../src/release/patience.ts';
import { deployment, pod, replicaSet } from './objects.ts';

const rolling = deployment({ status: { updatedReplicas: 1 } });
const seen = (container: object) => ({ revisions: [replicaSet('new', 1)], pods: [pod({ container })] });
const waiting = (reason: string, message = '') => seen({ state: { waiting: { reason, message } } });
const pulling = waiting('ImagePullBackOff', 'connection refused');

describe('what may pass by itself', () => {
  it('is no failure until it has lasted for its time', () => {
    const patience = new Patience();
    expect(patience.assess(rolling, pulling, 1000)).toMatchObject({ state: 'progressing' });
    expect(patience.assess(rolling, pulling, 20_999)).toMatchObject({ state: 'progressing' });
    expect(patience.assess(rolling, pulling, 21_000)).toMatchObject({
      state: 'failed',
      cause: { kind: 'image-pull' },
    });
  });

  it('begins anew when it has passed meanwhile', () => {
    const patience = new Patience();
    patience.assess(rolling, pulling, 0);
    patience.assess(rolling, seen({}), 10_000);
    expect(patience.assess(rolling, pulling, 15_000)).toMatchObject({ state: 'progressing' });
    expect(patience.assess(rolling, pulling, 34_000)).toMatchObject({ state: 'progressing' });
  });
});

describe('what is known for certain', () => {
  it('counts at once', () => {
    expect(new Patience().assess(rolling, waiting('CrashLoopBackOff'), 0)).toMatchObject({ state: 'failed' });
  });

  it('of nothing is nothing', () => {
    expect(new Patience().assess(undefined, seen({}), 0)).toBeUndefined();
  });
});
