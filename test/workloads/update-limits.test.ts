import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../src/workloads/update-limits.ts';
import { daemonSet, deployment, statefulSet } from '../release/objects.ts';

const rolling = (maxSurge?: number | string, maxUnavailable?: number | string) =>
  deployment({
    spec: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } } as never },
  });

const within = (rollingUpdate: object) => ({
  spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate } },
});

describe('the limits of a rolling update', () => {
  it.each([
    ['by default', deployment(), 6, { maxSurge: 2, maxUnavailable: 1, peak: 8 }],
    ['in pods', rolling(2, 0), 6, { maxSurge: 2, maxUnavailable: 0, peak: 8 }],
    [
      'in percent, surge up and unavailable down',
      rolling('30%', '30%'),
      5,
      { maxSurge: 2, maxUnavailable: 1, peak: 7 },
    ],
    ['never both 0', rolling(0, '10%'), 4, { maxSurge: 0, maxUnavailable: 1, peak: 4 }],
    ['at most all', rolling(0, 9), 2, { maxSurge: 0, maxUnavailable: 2, peak: 2 }],
    ['of a StatefulSet: one', statefulSet(), 3, { maxSurge: 0, maxUnavailable: 1, peak: 3 }],
    [
      'of a StatefulSet in percent, down, and one at least',
      statefulSet(within({ maxUnavailable: '10%' })),
      5,
      { maxSurge: 0, maxUnavailable: 1, peak: 5 },
    ],
    ['of a DaemonSet: one', daemonSet(), 3, { maxSurge: 0, maxUnavailable: 1, peak: 3 }],
    [
      'of a DaemonSet in percent, up',
      daemonSet(within({ maxUnavailable: '30%' })),
      5,
      { maxSurge: 0, maxUnavailable: 2, peak: 5 },
    ],
    [
      'of a DaemonSet with a surge',
      daemonSet(within({ maxSurge: '30%', maxUnavailable: 0 })),
      5,
      { maxSurge: 2, maxUnavailable: 0, peak: 7 },
    ],
  ])('%s', (_, workload, replicas, expected) => {
    expect(limitsOf(workload, replicas)).toEqual({ type: 'RollingUpdate', replicas, ...expected });
  });

  it('of Recreate are all pods', () => {
    const workload = deployment({ spec: { strategy: { type: 'Recreate' } } });
    expect(limitsOf(workload, 3)).toMatchObject({ type: 'Recreate', maxUnavailable: 3, peak: 3 });
  });
});
