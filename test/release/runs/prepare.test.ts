import { expect, it } from 'vitest';
import { type DeployResult, prepare } from '../../../src/release/runs/prepare.ts';
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
