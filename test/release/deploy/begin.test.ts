import { expect, it } from 'vitest';
import { newDecisionStore } from '../../../src/release/decision-record/store.ts';
import { pendingOf, resultOf, writeFirstState } from '../../../src/release/deploy/begin.ts';
import { continueRollout } from '../../../src/release/rollout/run.ts';
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
  const begunHere = { decisions, pending: { manifests: [], routes: [] } };
  const move = { command: 'deploy' as const, goal: 'prepared' as const, begun: begunHere };
  const progress = await continueRollout(server.cluster, request, lease, move);
  const result = resultOf(progress, { rolls: false });
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
  const { manifests } = pendingOf({ targets } as never, environment);
  expect(manifests.map(({ path }) => path)).toEqual(['/Service/shop', '/HTTPRoute/shop']);
});

it('engine 12: marks the post hook as open from the beginning, if there is one', async () => {
  for (const hooks of [{ post: { run: 'true', within: 1000 } }, { pre: { run: 'true', within: 1000 } }]) {
    const server = new Rollout();
    const lease = { token: 6, assertHeld: async () => {}, release: async () => {} };
    server.lease(6);
    const environment = { ...progressive, hooks };
    const request = {
      config,
      environmentName: 'production',
      environment,
      origin: { run: 'run 6', actor: 'bob' },
    };
    const plan = { targets: [], manifests: [] };
    const beginning = { plan, liveState: {}, record: { release: 2, baseline: 1 }, strategy: 'canary' };
    await writeFirstState(server.cluster, request as never, lease, beginning as never);
    expect(server.rollout?.postHook).toEqual('post' in hooks ? { by: 'bob in run 6' } : undefined);
  }
});
