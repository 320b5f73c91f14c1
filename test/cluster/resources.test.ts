import { describe, expect, it } from 'vitest';
import { apiVersionOf, Discovery, pathOf, placeOf, resources } from '../../src/cluster/resources.ts';
import { wording } from '../wording.ts';
import { FakeApiServer } from './fake-api-server.ts';

describe('the path of', () => {
  it.each([
    [
      'an object of the core group',
      pathOf(resources.configMap, 'shop', 'conf'),
      '/api/v1/namespaces/shop/configmaps/conf',
    ],
    ['a collection of the core group', pathOf(resources.pod, 'shop'), '/api/v1/namespaces/shop/pods'],
    [
      'an object of another group',
      pathOf(resources.deployment, 'shop', 'shop'),
      '/apis/apps/v1/namespaces/shop/deployments/shop',
    ],
    ['a cluster-scoped object', pathOf(resources.node, 'shop', 'a'), '/api/v1/nodes/a'],
    ['a namespace', pathOf(resources.namespace, '', 'shop'), '/api/v1/namespaces/shop'],
  ])('%s', (_, path, expected) => {
    expect(path).toBe(expected);
  });
});

it('the apiVersion of the core group is its version alone', () => {
  expect(apiVersionOf(resources.pod)).toBe('v1');
  expect(apiVersionOf(resources.deployment)).toBe('apps/v1');
});

describe('the resource of a kind', () => {
  const asked = ({ calls }: FakeApiServer) => calls.map(({ path }) => path);

  it('that is built in needs no request', async () => {
    const api = new FakeApiServer();
    expect(await new Discovery(api.cluster).find('apps/v1', 'Deployment')).toBe(resources.deployment);
    expect(asked(api)).toEqual([]);
  });

  it('of an add-on is requested once for each group and version', async () => {
    const api = new FakeApiServer();
    const discovery = new Discovery(api.cluster);
    const found = await Promise.all([1, 2].map(() => discovery.find('policy/v1', 'PodDisruptionBudget')));
    expect(found[0]).toEqual({
      group: 'policy',
      version: 'v1',
      plural: 'poddisruptionbudgets',
      kind: 'PodDisruptionBudget',
      namespaced: true,
    });
    expect(asked(api)).toEqual(['/apis/policy/v1']);
  });

  it('of a core group with an empty name is requested from the core group', async () => {
    const api = new FakeApiServer();
    await new Discovery(api.cluster).find('/v1', 'Pod');
    expect(asked(api)).toEqual(['/api/v1']);
  });

  it('that the cluster does not have is undefined, including a missing Gateway API', async () => {
    const api = new FakeApiServer();
    api.withoutGroup('gateway.networking.k8s.io');
    const discovery = new Discovery(api.cluster);
    expect(await discovery.find('gateway.networking.k8s.io/v1', 'HTTPRoute')).toBeUndefined();
    expect(await discovery.find('v1', 'Podd')).toBeUndefined();
  });
});

describe('the place of a path', () => {
  it('is parsed from the path', () => {
    for (const resource of Object.values(resources).filter(each => each.namespaced)) {
      const { group, plural } = resource;
      expect(placeOf(pathOf(resource, 'shop', 'web'))).toEqual({
        group,
        namespace: 'shop',
        plural,
        name: 'web',
      });
      expect(placeOf(pathOf(resource, 'shop'))).toBeUndefined();
    }
  });

  it.each(['/api/v1/namespaces/shop', '/apis/apps/v1/namespaces/shop/deployments/..', '/version', ''])(
    'is undefined for %s',
    path => {
      expect(placeOf(path)).toBeUndefined();
    },
  );

  it.each(['../other', '..', 'a%2fb', 'a?b'])('is never reached by the name %s', name => {
    expect(() => pathOf(resources.configMap, 'shop', name)).toThrow(wording());
  });
});
