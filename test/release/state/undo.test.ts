import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { removeMade, restorePatch, restoreTemplate } from '../../../src/release/state/undo.ts';
import { LeaseLost } from '../../../src/release/workloads/overtaken.ts';
import { annotationOf } from '../../../src/traffic/fence.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { deployment, sentence, template } from '../objects.ts';

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

it('a template cannot be put back into a workload that is gone', async () => {
  const gone = new FakeApiServer().cluster;
  const restoration = {
    namespace: 'shop',
    workload: { kind: 'Deployment' as const, name: 'shop' },
    fence: { app: 'shop', token: 7 },
    template: before,
    release: 3,
    deadline: 1,
    patient: false,
    report: () => {},
  };
  expect(await sentence(() => restoreTemplate(gone, restoration))).toEqual(wording('Deployment/shop', '3'));
});

describe('after a failed first release', () => {
  const made = (token: number) => ({
    metadata: { annotations: { [annotationOf.token('shop')]: String(token) } },
  });

  /** An API server with these objects. */
  function holding(objects: Record<string, KubeObject>) {
    const api = new FakeApiServer();
    for (const [path, object] of Object.entries(objects)) api.put(path, object);
    return api;
  }
  const manifests = ['Deployment', 'Service'].map(kind => ({ kind, metadata: { name: 'shop' } }));
  const fence = { app: 'shop', token: 7, namespace: 'shop', manifests };
  const workload = pathOf(resources.deployment, 'shop', 'shop');
  const service = pathOf(resources.service, 'shop', 'shop');
  const other = pathOf(resources.service, 'shop', 'other');

  it('what it made is removed in that order, and what is not there is passed over', async () => {
    const api = holding({ [service]: made(7), [other]: made(7), [workload]: made(7) });
    const never = pathOf(resources.service, 'shop', 'never-made');
    const names = await removeMade(api.cluster, [workload, never, service], fence);
    expect(api.writes).toEqual([`delete ${workload}`, `delete ${service}`]);
    expect(api.names('services')).toEqual(['other']);
    expect(names).toEqual(['Deployment/shop', 'Service/shop']);
  });

  it.each([
    '/apis/apps/v1/namespaces/shop-production/deployments/shop',
    '/apis/apps/v1/namespaces/shop/deployments/../../shop-production/deployments/shop',
    '/api/v1/namespaces/shop',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles/shop',
  ])('nothing beyond its namespace is touched, whatever the journal lists: %s', async path => {
    const api = holding({ [new URL(path, 'http://localhost').pathname]: made(7) });
    expect(await removeMade(api.cluster, [path], fence)).toEqual([]);
    expect(api.writes).toEqual([]);
  });

  it('security 1: what the manifests of the release do not name stays, although it bears our stamp', async () => {
    const secret = pathOf(resources.secret, 'shop', 'shop');
    const api = holding({ [other]: made(7), [secret]: made(7) });
    expect(await removeMade(api.cluster, [other, secret], fence)).toEqual([]);
    expect(api.writes).toEqual([]);
  });

  it('what others made there stays, and that is told', async () => {
    const api = holding({ [workload]: {}, [service]: made(7) });
    const said: string[] = [];
    await removeMade(api.cluster, [workload, service], fence, line => said.push(line));
    expect(api.writes).toEqual([`delete ${service}`]);
    expect(said).toEqual([wording('Deployment/shop'), wording('Service/shop')]);
  });

  it('what a newer run has applied since stays, though it is the same object', async () => {
    const api = holding({ [workload]: made(7), [service]: made(8) });
    await expect(removeMade(api.cluster, [workload, service], fence)).rejects.toBeInstanceOf(LeaseLost);
    expect([api.names('deployments'), api.names('services')]).toEqual([[], ['shop']]);
  });
});
