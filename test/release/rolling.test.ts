import { expect, it } from 'vitest';
import type { Deployment } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { readJournal } from '../../src/release/journal.ts';
import { labels } from '../../src/release/naming.ts';
import { type RollingRelease, rollOut } from '../../src/release/rolling.ts';
import { config, environment } from './objects.ts';
import { Rollout, recorded } from './promoting.ts';

it('says in the journal that a release without a way back is held', async () => {
  const server = await Rollout.promoting();
  server.enter({ strategy: 'rolling' });
  const path = pathOf(resources.deployment, 'shop', 'shop');
  const live = server.objects.get(path) as Deployment;
  const annotations = { ...live.metadata?.annotations, [labels.release]: '2' };
  server.put(path, { ...live, metadata: { ...live.metadata, annotations } });
  server.before = write => {
    if (write.startsWith(`patch ${path}`)) throw new Error('the connection was cut');
  };
  const request = { config, environment: environment(), origin: { run: 'run 6', actor: 'bob' }, report() {} };
  const lease = { token: 6, assertHeld: async () => {}, release: async () => {} };
  const ended = await rollOut(server.cluster, request as never, lease, {
    ground: {},
    record: recorded(2, null, { reversible: false }).record,
    baseline: { kind: 'recorded', release: 1 },
    entry: await readJournal(server.cluster, 'shop', 'shop'),
    started: 0,
    creations: [],
  } as unknown as RollingRelease);
  expect(ended.state).toBe('held');
  expect(ended.reason).toMatch(/the connection was cut; release 2 is not reversible/);
  expect(server.journal).toMatchObject({ phase: 'promoting', held: { reason: ended.reason } });
});
