import { expect, it } from 'vitest';
import { endpointsAndPods } from '../../src/actions/endpoints-and-pods.ts';
import { decisionsOf } from '../../src/actions/evidence.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Workload } from '../../src/workloads/kinds.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';

/** What `report` asks of releases in the cluster. */

const workload = { spec: { selector: { matchLabels: { app: 'shop' } } } } as unknown as Workload;
const slices = '/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices';
const slice = (service: string, pods: Record<string, boolean | undefined>) => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: `${service}-1`, namespace: 'shop', labels: { 'kubernetes.io/service-name': service } },
  endpoints: Object.entries(pods).map(([name, ready]) => ({
    conditions: ready === undefined ? {} : { ready },
    targetRef: { kind: 'Pod', name },
  })),
});

it('A6: finds the pods that get requests of the Service', async () => {
  const api = new FakeApiServer();
  api.put(`${slices}/shop-1`, slice('shop', { a: true, b: false, c: undefined }));
  api.put(`${slices}/other-1`, slice('other', { d: true }));
  const { endpoints } = await endpointsAndPods(api.cluster, 'shop', workload, 'shop');
  expect(endpoints).toMatchObject({ known: true, value: new Set(['a', 'c']) });
});

it('A6: does not see a pod that ended before the endpoints were read', async () => {
  const api = new FakeApiServer();
  const pods = pathOf(resources.pod, 'shop');
  api.put(`${pods}/a`, { metadata: { name: 'a', labels: { app: 'shop' } } });
  api.put(`${pods}/b`, { metadata: { name: 'b', labels: { app: 'shop' } } });
  const { list } = api.cluster;
  api.cluster.list = (async (path, options) => {
    const listed = await list.call(api.cluster, path, options);
    // The pod ends while the first list is on its way.
    await api.cluster.remove(`${pods}/b`, undefined);
    return listed;
  }) as typeof list;
  api.put(`${slices}/shop-1`, slice('shop', { a: true }));
  const { endpoints, pods: found } = await endpointsAndPods(api.cluster, 'shop', workload, 'shop');
  const names = found.known ? found.value.map(({ metadata }) => metadata?.name) : [];
  expect([endpoints?.known && [...endpoints.value], names]).toEqual([['a'], ['a']]);
});

it('C8: leaves out releases whose decision record is not there, or cannot be read', async () => {
  const releases = [3, 2, 1].map(release => ({ record: { release } })) as never;
  const decisions = await decisionsOf(releases, async release => {
    if (release === 1) throw new Error('it does not have the format of a decision record');
    return release === 3 ? { strategy: { kind: 'canary' } } : undefined;
  });
  expect([...decisions]).toEqual([[3, { strategy: { kind: 'canary' } }]]);
});
