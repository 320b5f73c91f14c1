import { expect, it } from 'vitest';
import { type DeployResult, openJournal, prepare } from '../../../src/release/runs/prepare.ts';
import { readJournal } from '../../../src/release/state/journal.ts';
import { wording } from '../../wording.ts';
import { config, workload } from '../objects.ts';
import { progressive, Rollout } from '../promoting.ts';

it('hands out why a candidate was undone before its gate, which cannot', async () => {
  const server = await Rollout.promoting();
  const asked = { by: 'ann in run 8', at: server.now };
  server.enter({ phase: 'prepared', weight: 0, applied: false, abortRequested: asked });
  const lease = { token: 6, assertHeld: async () => {}, release: async () => {} };
  const request = {
    ...{ config, environment: progressive, origin: { run: 'run 6', actor: 'bob' }, env: {}, wait: 0 },
    report: () => undefined,
  };
  const manifest = workload();
  const result: DeployResult = await prepare(server.cluster, request as never, lease, {
    plan: { targets: [{ manifest, path: 'apis/shop', live: undefined }] },
    ground: {},
    record: { release: 2 },
    entry: await readJournal(server.cluster, 'shop', 'shop'),
    baseline: 1,
    started: 0,
    creations: [],
  } as never);
  expect(result.state).toBe('undone');
  expect(result.decision).toMatchObject({
    release: 2,
    end: { state: 'undone', serves: 1, reason: wording('ann in run 8') },
  });
});

it('engine 12: says from the beginning that the post hook is open, where there is one', async () => {
  for (const hooks of [{ post: { run: 'true', within: 1000 } }, { pre: { run: 'true', within: 1000 } }]) {
    const server = new Rollout();
    const lease = { token: 6, assertHeld: async () => {}, release: async () => {} };
    const environment = { ...progressive, hooks };
    const request = {
      config,
      environmentName: 'production',
      environment,
      origin: { run: 'run 6', actor: 'bob' },
    };
    const plan = { targets: [], manifests: [] };
    const beginning = { plan, ground: {}, record: { release: 2, baseline: 1 }, strategy: 'canary' };
    await openJournal(server.cluster, request as never, lease, beginning as never);
    expect(server.journal?.postHook).toEqual('post' in hooks ? { by: 'bob in run 6' } : undefined);
  }
});
