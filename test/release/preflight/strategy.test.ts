import { describe, expect, it } from 'vitest';
import { strategySchema } from '../../../src/config/progressive.ts';
import { strategyFor } from '../../../src/release/preflight/strategy.ts';
import { labels, type ReleaseNumber } from '../../../src/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { deployment, environment, template } from '../objects.ts';

const where = environment({ strategy: strategySchema.parse({ canary: {} }) });
const tracked = template();
tracked.metadata = { labels: { app: 'shop', [labels.track]: 'stable' } };
const live = (status: Parameters<typeof deployment>[0] = {}) =>
  deployment({ ...status, spec: { template: tracked } });

describe('a canary', () => {
  it('is used beside a baseline that is ready', () => {
    expect(strategyFor(where, { liveWorkload: live() })).toEqual({ kind: 'canary' });
  });

  it('is rolling over a broken baseline, without a comparison', () => {
    const updating = { replicas: 4, updatedReplicas: 1, availableReplicas: 3 };
    for (const status of [{ availableReplicas: 0, readyReplicas: 0 }, { availableReplicas: 1 }, updating]) {
      expect(strategyFor(where, { liveWorkload: live({ status }) })).toEqual({
        kind: 'rolling',
        why: wording('canary', 'Deployment/shop'),
      });
    }
  });

  it('is used while one of several pods is missing or starts, such as one that an autoscaler has added', () => {
    expect(strategyFor(where, { liveWorkload: live({ status: { availableReplicas: 2 } }) })).toEqual({
      kind: 'canary',
    });
  });

  it('is rolling over a workload that was scaled to zero', () => {
    const status = { replicas: 0, updatedReplicas: 0, availableReplicas: 0, readyReplicas: 0 };
    const scaled = deployment({ status, spec: { template: tracked, replicas: 0 } });
    expect(strategyFor(where, { liveWorkload: scaled }).kind).toBe('rolling');
  });

  it('is rolling over a release that needs action, because the canary of that release may have all traffic', () => {
    expect(strategyFor(where, { liveWorkload: live(), needsAction: 7 as ReleaseNumber })).toEqual({
      kind: 'rolling',
      why: wording('canary', '7'),
    });
  });

  it.each([
    ['is the first release', undefined, []],
    ['has pods without the track label', deployment(), ['slipway.dev/track']],
  ])('is rolling where it %s', (_, serving, facts) => {
    expect(strategyFor(where, { liveWorkload: serving })).toEqual({
      kind: 'rolling',
      why: wording(...facts, 'canary'),
    });
  });
});
