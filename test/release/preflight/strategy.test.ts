import { describe, expect, it } from 'vitest';
import { strategySchema } from '../../../src/config/progressive.ts';
import { strategyFor } from '../../../src/release/preflight/strategy.ts';
import { labels, type ReleaseNumber } from '../../../src/release/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { deployment, environment, template } from '../objects.ts';

const where = environment({ strategy: strategySchema.parse({ canary: {} }) });
const tracked = template();
tracked.metadata = { labels: { app: 'shop', [labels.track]: 'stable' } };
const live = (status: Parameters<typeof deployment>[0] = {}) =>
  deployment({ ...status, spec: { template: tracked } });

describe('a canary', () => {
  it('is one beside a baseline that is up', () => {
    expect(strategyFor(where, { liveWorkload: live() })).toEqual({ kind: 'canary' });
  });

  it('ships a fix past a baseline that is broken itself: it rolls, and no gate compares it', () => {
    for (const status of [{ availableReplicas: 0, readyReplicas: 0 }, { availableReplicas: 2 }]) {
      expect(strategyFor(where, { liveWorkload: live({ status }) })).toEqual({
        kind: 'rolling',
        why: wording('canary', 'Deployment/shop'),
      });
    }
  });

  it('rolls over a release that is needsAction, whatever lives: its canary may be all that serves', () => {
    expect(strategyFor(where, { liveWorkload: live(), needsAction: 7 as ReleaseNumber })).toEqual({
      kind: 'rolling',
      why: wording('canary', '7'),
    });
  });

  it.each([
    ['is the first release', undefined, []],
    ['has pods that carry no track', deployment(), ['slipway.dev/track']],
  ])('rolls where it %s', (_, serving, facts) => {
    expect(strategyFor(where, { liveWorkload: serving })).toEqual({
      kind: 'rolling',
      why: wording(...facts, 'canary'),
    });
  });
});
