import { expect, it } from 'vitest';
import type { ConfigMap, Deployment } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { concludeRelease } from '../../../src/release/rollout/conclude-release.ts';
import type { RolloutContext } from '../../../src/release/rollout/context.ts';
import { ReleaseStore } from '../../../src/release/store/releases.ts';
import type { Outcome } from '../../../src/release/store/schema.ts';
import { labels, nameOf } from '../../../src/workloads/naming.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { putLease } from '../leases.ts';
import { deployment, release, template } from '../objects.ts';

/** An API server with workloads by their names, and the records of two releases. */
async function holding(workloads: Record<string, Deployment>) {
  const api = new FakeApiServer();
  for (const [name, object] of Object.entries(workloads))
    api.put(pathOf(resources.deployment, 'shop', name), object);
  putLease(api);
  const records = new ReleaseStore(api.cluster, 'shop', 'shop');
  for (const each of [release(1).record, record]) await records.create(each.release, () => each);
  const outcome = () =>
    JSON.parse(
      api.find<ConfigMap>('configmaps', nameOf.outcome('shop', 7))?.data?.outcome ?? '{}',
    ) as Outcome;
  const context = {
    cluster: api.cluster,
    records,
    record,
    spec,
    store: { rollout },
    report: () => undefined,
  };
  const conclude = () => concludeRelease(context as unknown as RolloutContext, 'done', undefined);
  return { api, conclude, outcome, records };
}

const digest = (each: string) => `sha256:${each.repeat(64)}`;
const imageOf = (number: number) => `shop@${digest(String(number))}`;

const serving = (number: number) =>
  deployment({
    metadata: { annotations: { [labels.release]: String(number) } },
    spec: { template: template(imageOf(number)) },
  });

const { record } = release(7, null, { images: { shop: `shop@${digest('7')}` } });
const spec = {
  app: 'shop',
  namespace: 'shop',
  workload: { kind: 'Deployment', name: 'shop' },
  workers: [],
  token: 5,
};
const run = { actor: 'ann', run: 'run 1' };
const rollout = { candidate: 7, baseline: 1, run };

it('the outcome of a release has the template of its own workload, whatever its name is today', async () => {
  const { conclude, outcome } = await holding({
    shop: serving(7),
    renamed: serving(8),
  });
  expect(await conclude()).toBeUndefined();
  expect(outcome()).toMatchObject({ release: 7, state: 'complete', template: template(imageOf(7)) });
});

it.each<[string, Record<string, Deployment>]>([
  ['has another version', { shop: serving(6) }],
  ['does not exist', {}],
])('a release is no rollback target if its workload %s', async (_, objects) => {
  const { conclude, outcome } = await holding(objects);
  const reason = wording('Deployment/shop');
  expect(await conclude()).toEqual(reason);
  expect(outcome()).toMatchObject({ release: 7, state: 'rolled-back', reason });
  expect(outcome().template).toBeUndefined();
});

it('a release is no rollback target if its workload has its number and another image', async () => {
  const changed = { ...serving(7), spec: serving(6).spec as NonNullable<Deployment['spec']> };
  const { conclude, outcome } = await holding({ shop: changed });
  expect(await conclude()).toEqual(wording('shop'));
  expect(outcome()).toMatchObject({ release: 7, state: 'rolled-back' });
  expect(outcome().template).toBeUndefined();
});

it('a release that another client replaced keeps the template of an earlier outcome', async () => {
  const { conclude, outcome, records } = await holding({ shop: serving(6) });
  await records.conclude({
    schema: 1,
    release: record.release,
    token: 5,
    state: 'complete',
    template: template(imageOf(7)),
  });
  expect(await conclude()).toEqual(wording('Deployment/shop'));
  expect(outcome()).toMatchObject({ state: 'rolled-back', template: template(imageOf(7)) });
});

it('a release is complete even if older ones cannot be removed', async () => {
  const { api, conclude, outcome } = await holding({ shop: serving(7) });
  api.fail({ verb: 'list', path: /\/configmaps$/ }, 500, 'etcdserver: request timed out');
  expect(await conclude()).toBeUndefined();
  expect(outcome()).toMatchObject({ release: 7, state: 'complete' });
});
