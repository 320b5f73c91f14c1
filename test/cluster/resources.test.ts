import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/cluster/port.ts';
import { apiVersionOf, Discovery, pathOf, placeOf, resources } from '../../src/cluster/resources.ts';
import { wording } from '../wording.ts';

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
    ['what belongs to no namespace', pathOf(resources.node, 'shop', 'a'), '/api/v1/nodes/a'],
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
  const serving = (lists: Record<string, { name: string; kind: string; namespaced: boolean }[]>) => {
    const asked: string[] = [];
    const get = async (path: string) => {
      asked.push(path);
      return lists[path] && { resources: lists[path] };
    };
    return { asked, discovery: new Discovery({ get } as unknown as Cluster) };
  };

  it('that every cluster has needs no question', async () => {
    const { asked, discovery } = serving({});
    expect(await discovery.find('apps/v1', 'Deployment')).toBe(resources.deployment);
    expect(asked).toEqual([]);
  });

  it('of an add-on is asked for, once for each group and version', async () => {
    const { asked, discovery } = serving({
      '/apis/policy/v1': [
        { name: 'poddisruptionbudgets/status', kind: 'PodDisruptionBudget', namespaced: true },
        { name: 'poddisruptionbudgets', kind: 'PodDisruptionBudget', namespaced: true },
      ],
    });
    const found = await Promise.all([1, 2].map(() => discovery.find('policy/v1', 'PodDisruptionBudget')));
    expect(found[0]).toEqual({
      group: 'policy',
      version: 'v1',
      plural: 'poddisruptionbudgets',
      kind: 'PodDisruptionBudget',
      namespaced: true,
    });
    expect(asked).toEqual(['/apis/policy/v1']);
  });

  it('that the cluster does not serve is undefined, a Gateway API that is not installed too', async () => {
    const { discovery } = serving({ '/api/v1': [] });
    expect(await discovery.find('gateway.networking.k8s.io/v1', 'HTTPRoute')).toBeUndefined();
    expect(await discovery.find('v1', 'Podd')).toBeUndefined();
  });
});

describe('the place of a path', () => {
  it('is that which the path was made of', () => {
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
    'is none for %s',
    path => {
      expect(placeOf(path)).toBeUndefined();
    },
  );

  it.each(['../other', '..', 'a%2fb', 'a?b'])('is never reached by the name %s', name => {
    expect(() => pathOf(resources.configMap, 'shop', name)).toThrow(wording());
  });
});
