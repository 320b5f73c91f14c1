import { expect, it } from 'vitest';
import { decisionsOf, endpointsOf } from '../../src/actions/evidence.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';

/** What `report` asks of releases in the cluster. */

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
  expect(await endpointsOf(api.cluster, 'shop', 'shop')).toMatchObject({
    known: true,
    value: new Set(['a', 'c']),
  });
});

it('C8: leaves out releases whose decision record is not there, or cannot be read', async () => {
  const releases = [3, 2, 1].map(release => ({ record: { release } })) as never;
  const decisions = await decisionsOf(releases, async release => {
    if (release === 1) throw new Error('it does not have the format of a decision record');
    return release === 3 ? { strategy: { kind: 'canary' } } : undefined;
  });
  expect([...decisions]).toEqual([[3, { strategy: { kind: 'canary' } }]]);
});
