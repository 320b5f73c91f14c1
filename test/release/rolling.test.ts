import { expect, it } from 'vitest';
import type { Deployment } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { readJournal } from '../../src/release/journal.ts';
import { labels } from '../../src/release/naming.ts';
import { Records } from '../../src/release/record.ts';
import { type RollingRelease, rollOut } from '../../src/release/rolling.ts';
import { config, deployment, environment } from './objects.ts';
import { Rollout, recorded } from './promoting.ts';

const [{ image = '' } = {}] = deployment().spec?.template?.spec?.containers ?? [];
const path = pathOf(resources.deployment, 'shop', 'shop');
const request = { config, environment: environment(), origin: { run: 'run 6', actor: 'bob' }, report() {} };
const lease = { token: 6, assertHeld: async () => {}, release: async () => {} };

/** A cluster in which a rolling release 2 is under way, and the workload says that it is this one. */
async function rolling(saying: number): Promise<Rollout> {
  const server = await Rollout.promoting();
  server.enter({ strategy: 'rolling' });
  const live = server.objects.get(path) as Deployment;
  const annotations = { ...live.metadata?.annotations, [labels.release]: String(saying) };
  server.put(path, { ...live, metadata: { ...live.metadata, annotations } });
  return server;
}

const releaseOn = async (server: Rollout, reversible?: false) =>
  rollOut(server.cluster, request as never, lease, {
    ground: {},
    plan: { targets: [] },
    record: recorded(2, null, {
      images: { shop: image },
      ...(reversible === undefined ? {} : { reversible }),
    }).record,
    baseline: { kind: 'recorded', release: 1 },
    entry: await readJournal(server.cluster, 'shop', 'shop'),
    started: 0,
    creations: [],
  } as unknown as RollingRelease);

const outcome = async (server: Rollout) =>
  (await new Records(server.cluster, 'shop', 'shop').list()).find(({ record }) => record.release === 2)
    ?.outcome;

it('says in the journal that a release without a way back is held', async () => {
  const server = await rolling(2);
  server.before = write => {
    if (write.startsWith(`patch ${path}`)) throw new Error('the connection was cut');
  };
  const ended = await releaseOn(server, false);
  expect(ended.state).toBe('held');
  expect(ended.reason).toMatch(/the connection was cut; release 2 is not reversible/);
  expect(server.journal).toMatchObject({ phase: 'promoting', held: { reason: ended.reason } });
});

it('is complete with the template that the workload came up with', async () => {
  const server = await rolling(2);
  expect(await releaseOn(server)).toMatchObject({ state: 'complete', readyPods: 3 });
  const { template } = (server.objects.get(path) as Deployment).spec ?? {};
  expect(await outcome(server)).toMatchObject({ state: 'complete', template });
  expect(server.journal).toMatchObject({ phase: 'done' });
});

it('is undone where somebody else has put another version in its place, which stays', async () => {
  const server = await rolling(1);
  const reason = 'Deployment/shop did not have it any more at its end';
  expect(await releaseOn(server)).toMatchObject({ state: 'undone', reason });
  expect(await outcome(server)).toMatchObject({ state: 'undone', reason });
  expect((await outcome(server))?.template).toBeUndefined();
  expect(server.journal).toMatchObject({ phase: 'done' });
});
