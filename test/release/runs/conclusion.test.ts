import { expect, it } from 'vitest';
import type { Deployment, KubeObject } from '../../../src/cluster/objects.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import { conclude } from '../../../src/release/runs/conclusion.ts';
import type { Records } from '../../../src/release/state/record.ts';
import type { Outcome } from '../../../src/release/state/stored.ts';
import { labels, type ReleaseNumber } from '../../../src/release/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { config, deployment, environment, release, template } from '../objects.ts';

const request = {
  config,
  environment: environment({ workload: { kind: 'Deployment', name: 'renamed' } }),
  origin: { actor: 'ann', run: 'run 1' },
  wait: 0,
  env: {},
  report: () => {},
};

/** A cluster with a workload of the recorded name, and one of the name that the default branch has today. */
function holding(objects: Record<string, KubeObject>) {
  const said: Outcome[] = [];
  const cluster = {
    now: () => 0,
    get: async (path: string) => objects[path.split('/').at(-1) ?? ''],
  } as unknown as Cluster;
  const records = {
    list: async () => [release(1)],
    conclude: async (outcome: Outcome) => void said.push(outcome),
  } as unknown as Records;
  return { cluster, records, said };
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
  journal: { candidate: 7 as ReleaseNumber, baseline: 1 as ReleaseNumber },
  token: 5,
  workers: [],
  phase: 'done' as const,
  reason: undefined,
};

it('a release is concluded with the template of its own workload, whatever that is called today', async () => {
  const { cluster, records, said } = holding({
    shop: serving(7),
    renamed: serving(8),
  });
  expect(await conclude(cluster, records, request, known)).toBeUndefined();
  expect(said).toMatchObject([{ release: 7, state: 'complete', template: template(imageOf(7)) }]);
});

it.each<[string, Record<string, KubeObject>]>([
  ['another version lives', { shop: serving(6) }],
  ['nothing lives', {}],
])('a release in whose place %s is never one to go back to', async (_, objects) => {
  const { cluster, records, said } = holding(objects);
  const reason = wording('Deployment/shop');
  expect(await conclude(cluster, records, request, known)).toEqual(reason);
  expect(said).toMatchObject([{ release: 7, state: 'undone', reason }]);
  expect(said[0]?.template).toBeUndefined();
});

it('a release whose workload says its number and has another image is never one to go back to', async () => {
  const changed = { ...serving(7), spec: serving(6).spec as NonNullable<Deployment['spec']> };
  const { cluster, records, said } = holding({ shop: changed });
  expect(await conclude(cluster, records, request, known)).toEqual(wording('shop'));
  expect(said).toMatchObject([{ release: 7, state: 'undone' }]);
  expect(said[0]?.template).toBeUndefined();
});

it('a release is complete even where older ones cannot be cleared away', async () => {
  const { cluster, records, said } = holding({ shop: serving(7) });
  records.list = async () => {
    throw new Error('etcdserver: request timed out');
  };
  expect(await conclude(cluster, records, request, known)).toBeUndefined();
  expect(said).toMatchObject([{ release: 7, state: 'complete' }]);
});
