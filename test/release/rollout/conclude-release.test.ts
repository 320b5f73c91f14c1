import { expect, it } from 'vitest';
import type { ConfigMap, Deployment } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { concludeRelease } from '../../../src/release/rollout/conclude-release.ts';
import { ReleaseStore } from '../../../src/release/store/releases.ts';
import type { Outcome } from '../../../src/release/store/schema.ts';
import { labels, nameOf, type ReleaseNumber } from '../../../src/release/workloads/naming.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { putLease } from '../leases.ts';
import { config, deployment, environment, release, template } from '../objects.ts';

const request = {
  config,
  environment: environment({ workload: { kind: 'Deployment', name: 'renamed' } }),
  origin: { actor: 'ann', run: 'run 1' },
  wait: 0,
  env: {},
  report: () => {},
};

/** An API server with workloads by their names, and the records of two releases. */
async function holding(workloads: Record<string, Deployment>) {
  const api = new FakeApiServer();
  for (const [name, object] of Object.entries(workloads))
    api.put(pathOf(resources.deployment, 'shop', name), object);
  putLease(api);
  const records = new ReleaseStore(api.cluster, 'shop', 'shop');
  for (const { record } of [release(1), { record: known.record }])
    await records.create(record.release, () => record);
  const outcome = () =>
    JSON.parse(
      api.find<ConfigMap>('configmaps', nameOf.outcome('shop', 7))?.data?.outcome ?? '{}',
    ) as Outcome;
  return { api, cluster: api.cluster, records, outcome };
}

const digest = (each: string) => `sha256:${each.repeat(64)}`;
const imageOf = (number: number) => `shop@${digest(String(number))}`;

const serving = (number: number) =>
  deployment({
    metadata: { annotations: { [labels.release]: String(number) } },
    spec: { template: template(imageOf(number)) },
  });

const known = {
  workload: { kind: 'Deployment', name: 'shop' } as const,
  record: release(7, null, { images: { shop: `shop@${digest('7')}` } }).record,
  rollout: { candidate: 7 as ReleaseNumber, baseline: 1 as ReleaseNumber },
  token: 5,
  workers: [],
  phase: 'done' as const,
  reason: undefined,
};

it('the outcome of a release has the template of its own workload, whatever its name is today', async () => {
  const { cluster, records, outcome } = await holding({
    shop: serving(7),
    renamed: serving(8),
  });
  expect(await concludeRelease(cluster, records, request, known)).toBeUndefined();
  expect(outcome()).toMatchObject({ release: 7, state: 'complete', template: template(imageOf(7)) });
});

it.each<[string, Record<string, Deployment>]>([
  ['has another version', { shop: serving(6) }],
  ['does not exist', {}],
])('a release is no rollback target if its workload %s', async (_, objects) => {
  const { cluster, records, outcome } = await holding(objects);
  const reason = wording('Deployment/shop');
  expect(await concludeRelease(cluster, records, request, known)).toEqual(reason);
  expect(outcome()).toMatchObject({ release: 7, state: 'rolled-back', reason });
  expect(outcome().template).toBeUndefined();
});

it('a release is no rollback target if its workload has its number and another image', async () => {
  const changed = { ...serving(7), spec: serving(6).spec as NonNullable<Deployment['spec']> };
  const { cluster, records, outcome } = await holding({ shop: changed });
  expect(await concludeRelease(cluster, records, request, known)).toEqual(wording('shop'));
  expect(outcome()).toMatchObject({ release: 7, state: 'rolled-back' });
  expect(outcome().template).toBeUndefined();
});

it('a release is complete even if older ones cannot be removed', async () => {
  const { api, cluster, records, outcome } = await holding({ shop: serving(7) });
  api.fail({ verb: 'list', path: /\/configmaps$/ }, 500, 'etcdserver: request timed out');
  expect(await concludeRelease(cluster, records, request, known)).toBeUndefined();
  expect(outcome()).toMatchObject({ release: 7, state: 'complete' });
});
