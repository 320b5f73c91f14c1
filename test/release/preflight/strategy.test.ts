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
    for (const status of [{ availableReplicas: 0, readyReplicas: 0 }, { availableReplicas: 2 }]) {
      expect(strategyFor(where, { liveWorkload: live({ status }) })).toEqual({
        kind: 'rolling',
        why: wording('canary', 'Deployment/shop'),
      });
    }
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
