import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import { removeMade, restorePatch } from '../../../src/release/state/undo.ts';
import { LeaseLost } from '../../../src/release/workloads/overtaken.ts';
import { annotationOf } from '../../../src/traffic/fence.ts';
import { wording } from '../../wording.ts';
import { deployment, template } from '../objects.ts';

const before = template('acme/shop@sha256:1');

describe('the patch that puts a template back', () => {
  it('holds only for the object that was read', () => {
    expect(restorePatch(deployment(), before, 3)[0]).toEqual({
      op: 'test',
      path: '/metadata/uid',
      value: 'deployment',
    });
  });

  it('writes the template as it was and the number of its release, and nothing else', () => {
    const live = deployment({ metadata: { annotations: { team: 'a' } } });
    expect(restorePatch(live, before, 3).slice(1)).toEqual([
      { op: 'add', path: '/metadata/annotations/slipway.dev~1release', value: '3' },
      { op: 'replace', path: '/spec/template', value: before },
    ]);
  });

  it('gives back the capacity that the failed release had taken, and never takes any', () => {
    const path = '/spec/replicas';
    expect(restorePatch(deployment({ spec: { replicas: 2 } }), before, 3, 6).at(-1)).toEqual({
      op: 'add',
      path,
      value: 6,
    });
    expect(
      restorePatch(deployment({ spec: { replicas: 8 } }), before, 3, 6).some(op => op.path === path),
    ).toBe(false);
  });

  it('makes room for the annotation when there is none', () => {
    expect(restorePatch(deployment(), before, 3)[1]).toEqual({
      op: 'add',
      path: '/metadata/annotations',
      value: {},
    });
  });
});

describe('after a failed first release', () => {
  const made = (kind: string, uid: string, token: number): KubeObject => ({
    kind,
    metadata: {
      name: 'shop',
      uid,
      resourceVersion: '5',
      annotations: { [annotationOf.token('shop')]: String(token) },
    },
  });

  /** Objects by path; a deletion with preconditions that do not hold is no deletion. */
  function holding(objects: Record<string, KubeObject>) {
    const removed: string[] = [];
    const cluster = {
      get: async (path: string) => structuredClone(objects[path]),
      remove: async (path: string, uid: string, resourceVersion: string) => {
        const { metadata } = objects[path] ?? {};
        if (metadata?.uid !== uid || metadata.resourceVersion !== resourceVersion) return;
        removed.push(path);
        delete objects[path];
      },
    } as unknown as Cluster;
    return { cluster, removed };
  }
  const manifests = ['Deployment', 'Service'].map(kind => ({ kind, metadata: { name: 'shop' } }));
  const fence = { app: 'shop', token: 7, namespace: 'shop', manifests };
  const workloadPath = '/apis/apps/v1/namespaces/shop/deployments/shop';
  const newPath = '/api/v1/namespaces/shop/services/new';
  const other = '/api/v1/namespaces/shop/services/other';

  it('what it made is removed in that order, and what is not there is passed over', async () => {
    const { cluster, removed } = holding({
      [newPath]: made('Service', 'a', 7),
      [other]: made('Service', 'c', 7),
      [workloadPath]: made('Deployment', 'b', 7),
    });
    const names = await removeMade(
      cluster,
      [workloadPath, '/api/v1/namespaces/shop/services/never-made', newPath],
      fence,
    );
    expect(removed).toEqual([workloadPath, newPath]);
    expect(names).toEqual(['Deployment/shop', 'Service/shop']);
  });

  it.each([
    '/apis/apps/v1/namespaces/shop-production/deployments/shop',
    '/apis/apps/v1/namespaces/shop/deployments/../../shop-production/deployments/shop',
    '/api/v1/namespaces/shop',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles/shop',
  ])('nothing beyond its namespace is touched, whatever the journal lists: %s', async path => {
    const { cluster, removed } = holding({ [path]: made('Deployment', 'a', 7) });
    expect(await removeMade(cluster, [path], fence)).toEqual([]);
    expect(removed).toEqual([]);
  });

  it('security 1: what the manifests of the release do not name stays, although it bears our stamp', async () => {
    const database = {
      ...made('Service', 'a', 7),
      metadata: { ...made('Service', 'a', 7).metadata, name: 'db' },
    };
    const secret = '/api/v1/namespaces/shop/secrets/shop';
    const { cluster, removed } = holding({ [newPath]: database, [secret]: made('Secret', 'b', 7) });
    expect(await removeMade(cluster, [newPath, secret], fence)).toEqual([]);
    expect(removed).toEqual([]);
  });

  it('what others made there stays, and that is told', async () => {
    const others: KubeObject = {
      kind: 'Deployment',
      metadata: { name: 'shop', uid: 'b', resourceVersion: '5' },
    };
    const { cluster, removed } = holding({ [workloadPath]: others, [newPath]: made('Service', 'a', 7) });
    const said: string[] = [];
    await removeMade(cluster, [workloadPath, newPath], fence, line => said.push(line));
    expect(removed).toEqual([newPath]);
    expect(said).toEqual([wording('Deployment/shop'), wording('Service/shop')]);
  });

  it('what a newer run has applied since stays, though it is the same object', async () => {
    const { cluster, removed } = holding({
      [workloadPath]: made('Deployment', 'b', 7),
      [newPath]: made('Service', 'a', 8),
    });
    await expect(removeMade(cluster, [workloadPath, newPath], fence)).rejects.toBeInstanceOf(LeaseLost);
    expect(removed).toEqual([workloadPath]);
  });
});
