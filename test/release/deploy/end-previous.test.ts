import { describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import { endPreviousRollout } from '../../../src/release/deploy.ts';
import { pausedProblem, routesProblem } from '../../../src/release/rollout/earlier-rollout.ts';
import { acquireLease } from '../../../src/release/store/lease.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { wording } from '../../wording.ts';
import { config, environment } from '../objects.ts';
import { progressive, Rollout } from '../promoting.ts';

describe('a release over one that needs action', () => {
  const entry = (more: Partial<RolloutState>) => ({
    text: '',
    rollout: {
      ...{
        app: 'shop',
        candidate: 7,
        phase: 'rolling-back',
        strategy: 'canary',
        needsAction: { at: 0, reason: 'none is up' },
      },
      ...more,
    } as RolloutState,
  });
  const rolling = environment();
  const canary = environment({ strategy: strategySchema.parse({ canary: { watchdog: 'off' } }) });

  it('is refused when its strategy would remove the live pods, with the strategy that would not', () => {
    expect(routesProblem(entry({}), rolling, canary)?.sentence).toEqual(wording('7', 'canary'));
  });

  it('is refused when its routes would not show the live pods, so that it would remove them', () => {
    for (const more of [{ service: 'web' }, { route: { kind: 'HTTPRoute', name: 'web' } as const }])
      expect(routesProblem(entry({}), { ...canary, ...more }, canary)?.sentence).toEqual(
        wording('7', 'canary'),
      );
  });

  it.each([
    ['its strategy is that of the previous release', entry({}), canary],
    ['that one was rolling, too', entry({ strategy: 'rolling' }), rolling],
    ['that one has ended', entry({ phase: 'rolled-back' }), rolling],
    ['that one does not need action', entry({ needsAction: undefined as never }), rolling],
  ])('is not refused when %s', (_, before, now) => {
    expect(routesProblem(before, now, now)).toBeUndefined();
  });
});

it('a release replaces a rollout whose record is missing, as one that needs action', async () => {
  const server = await Rollout.promoting();
  server.delete(pathOf(resources.configMap, 'shop', 'slipway-shop-r2'));
  server.enter({ paused: { for: 'gate', until: server.now + 60_000, reason: 'it is prepared' } });
  const said: string[] = [];
  const request = {
    hasEnded: async () => true,
    ...{ config, environment: progressive, environmentName: 'production', manifests: [], images: {} },
    ...{
      origin: { actor: 'bob', run: 'run 8' },
      env: {},
      wait: 0,
      report: (line: string) => said.push(line),
    },
  };
  const lease = await acquireLease(server.cluster, {
    ...{ app: 'shop', namespace: 'shop', seize: false, wait: 0, report: () => {} },
    workload: { kind: 'Deployment', name: 'shop' },
    origin: request.origin,
  });
  await endPreviousRollout(server.cluster, request as never, lease);
  await lease.release();
  expect(said).toContainEqual(wording('2', 'this release replaces it'));
  expect(server.rollout).not.toHaveProperty('paused');
  expect(server.rollout).toMatchObject({
    phase: 'promoting',
    token: lease.token,
    needsAction: { reason: wording('2') },
  });
});

describe('a release beside a paused one', () => {
  const rollout = (more: Partial<RolloutState>) =>
    ({
      app: 'shop',
      candidate: 7,
      phase: 'baking',
      run: { actor: 'ann', run: 'run 1' },
      paused: { until: 1000, for: 'approval' },
      ...more,
    }) as RolloutState;

  it('is refused with the reason of the pause, its run, and the remedy', () => {
    expect(pausedProblem(rollout({}), 999)?.sentence).toEqual(
      wording('7', 'shop', '1970-01-01 00:00 UTC', 'ann'),
    );
  });

  it.each([
    ['its time is over', rollout({}), 1001],
    ['it has ended', rollout({ phase: 'done' }), 999],
  ])('is not refused when %s', (_, entry, now) => {
    expect(pausedProblem(entry, now)).toBeUndefined();
  });
});
