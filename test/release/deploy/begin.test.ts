import { expect, it } from 'vitest';
import { newDecisionStore } from '../../../src/release/decision-record/store.ts';
import { initialState, pendingOf, resultOf } from '../../../src/release/deploy.ts';
import { advanceRollout } from '../../../src/release/rollout/run.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { wording } from '../../wording.ts';
import { config } from '../objects.ts';
import { progressive, Rollout } from '../promoting.ts';

it('returns why a candidate was rolled back before its gate', async () => {
  const server = await Rollout.promoting();
  const asked = { by: 'ann in run 8', at: server.now };
  server.enter({ phase: 'prepared', weight: 0, applied: false, abortRequested: asked });
  const lease = { token: 6, assertHeld: async () => {}, release: async () => {} };
  server.lease(6);
  const request = {
    ...{ config, environment: progressive, origin: { run: 'run 6', actor: 'bob' }, env: {}, wait: 0 },
    report: () => undefined,
  };
  const { environment } = request;
  const begun = server.rollout as RolloutState;
  const decisions = newDecisionStore(server.cluster, {
    environment,
    record: { images: {} },
    rollout: begun,
    doing: 'deploy',
  });
  const begunHere = { decisions, pending: [] };
  const move = { command: 'deploy' as const, goal: 'prepared' as const, begun: begunHere };
  const progress = await advanceRollout(server.cluster, request, lease, move);
  const result = resultOf(progress);
  expect(result.state).toBe('rolled-back');
  expect(result.decision).toMatchObject({
    release: 2,
    end: { state: 'rolled-back', serves: 1, reason: wording('ann in run 8') },
  });
});

it('applies everything but the workload and its workers first', () => {
  const target = (kind: string, name: string) => ({
    ...{
      manifest: { object: { kind, metadata: { name } }, name },
      path: `/${kind}/${name}`,
      live: undefined,
    },
  });
  const targets = [
    target('Deployment', 'shop'),
    target('Deployment', 'worker'),
    target('Service', 'shop'),
    target('HTTPRoute', 'shop'),
  ];
  const environment = { ...progressive, workers: [{ kind: 'Deployment' as const, name: 'worker' }] };
  const manifests = pendingOf(targets as never, environment);
  expect(manifests.map(({ path }) => path)).toEqual(['/Service/shop', '/HTTPRoute/shop']);
});

it.each([
  [{ post: { run: 'true', within: 1000 } }, { by: 'bob in run 6' }],
  [{ pre: { run: 'true', within: 1000 } }, undefined],
])('engine 12: marks the post hook as open from the beginning, if there is one (%#)', (hooks, open) => {
  const request = {
    ...{ config, environmentName: 'production', environment: { ...progressive, hooks } },
    origin: { run: 'run 6', actor: 'bob' },
  };
  const ready = { plan: {}, targets: [], liveState: {}, kind: 'canary' };
  const record = { release: 2, baseline: 1 };
  const state = initialState(request as never, { token: 6 }, ready as never, record as never, 0);
  expect(state.postHook).toEqual(open);
});

it('says that a release failed if its run left it to the next one, even if it is not reversible', () => {
  const progress = {
    end: { state: 'needs-action', reachedTimeLimit: true, reason: 'the run was cancelled' },
    ...{ rollout: { strategy: 'rolling' }, record: { release: 2, reversible: false }, decisions: {}, ms: 1 },
  };
  expect(resultOf(progress as never)).toMatchObject({ state: 'failed', reason: 'the run was cancelled' });
});
