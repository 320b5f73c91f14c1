import { expect, it } from 'vitest';
import { askPermissions } from '../../../src/recovery/guard/permissions.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

/** What the guard asks production about the credential of a drill. */

it.each([
  'patch nodes',
  'create networkpolicies.networking.k8s.io',
  'create jobs.batch',
  'delete deployments.apps',
  'patch services',
  'patch httproutes.gateway.networking.k8s.io',
  'create rolebindings.rbac.authorization.k8s.io',
  'update leases.coordination.k8s.io',
  'create pods/eviction',
])('finds that it may %s', async right => {
  const api = new FakeApiServer();
  api.put('/api/v1/namespaces/kube-system', { metadata: { uid: 'production' } as never });
  api.may = ({ verb, group, resource, subresource }) =>
    right ===
      `${verb} ${resource}${group === '' ? '' : `.${group}`}${subresource === undefined ? '' : `/${subresource}`}` ||
    (resource === 'namespaces' && verb === 'get');
  const found = await askPermissions(api.cluster, ['production'], ['shop']);
  expect(found.filter(({ allowed }) => allowed === 'yes')).not.toEqual([]);
});
