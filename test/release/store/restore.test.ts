import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { restorePatch } from '../../../src/release/rollout/workload-writes.ts';
import { LeaseLost } from '../../../src/release/store/fencing.ts';
import { deleteCreatedObjects } from '../../../src/release/store/first-release.ts';
import { annotationOf } from '../../../src/traffic/fencing-token.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { deployment, template } from '../objects.ts';

const before = template('acme/shop@sha256:1');
const writer = { app: 'shop', token: 7 };

describe('the patch that restores a template', () => {
  it('applies only to the object that was read', () => {
    expect(restorePatch(deployment(), writer, before, 3)[1]).toEqual({
      op: 'test',
      path: '/metadata/uid',
      value: 'deployment',
    });
  });

  it('writes only the recorded template and the number of its release', () => {
    const live = deployment({ metadata: { annotations: { team: 'a' } } });
    expect(restorePatch(live, writer, before, 3).slice(2)).toEqual([
      { op: 'add', path: '/metadata/annotations/slipway.dev~1release', value: '3' },
      { op: 'replace', path: '/spec/template', value: before },
    ]);
  });

  it('restores the replicas that the failed release had removed, and never removes any', () => {
    const path = '/spec/replicas';
    expect(restorePatch(deployment({ spec: { replicas: 2 } }), writer, before, 3, 6).at(-1)).toEqual({
      op: 'add',
      path,
      value: 6,
    });
    expect(
      restorePatch(deployment({ spec: { replicas: 8 } }), writer, before, 3, 6).some(op => op.path === path),
    ).toBe(false);
  });

  it('adds the annotations when there are none', () => {
    expect(restorePatch(deployment(), writer, before, 3)[2]).toEqual({
      op: 'add',
      path: '/metadata/annotations',
      value: {},
    });
  });
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

  it('its objects are removed in that order, and missing ones are skipped', async () => {
    const api = holding({ [service]: made(7), [other]: made(7), [workload]: made(7) });
    const never = pathOf(resources.service, 'shop', 'never-made');
    const names = await deleteCreatedObjects(api.cluster, [workload, never, service], fence, () => {});
    expect(api.writes).toEqual([`delete ${workload}`, `delete ${service}`]);
    expect(api.names('services')).toEqual(['other']);
    expect(names).toEqual(['Deployment/shop', 'Service/shop']);
  });

  it.each([
    '/apis/apps/v1/namespaces/shop-production/deployments/shop',
    '/apis/apps/v1/namespaces/shop/deployments/../../shop-production/deployments/shop',
    '/api/v1/namespaces/shop',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles/shop',
  ])('no object outside its namespace is touched, whatever the state lists: %s', async path => {
    const api = holding({ [new URL(path, 'http://localhost').pathname]: made(7) });
    expect(await deleteCreatedObjects(api.cluster, [path], fence, () => {})).toEqual([]);
    expect(api.writes).toEqual([]);
  });

  it('security 1: an object that is not in its manifests stays, although it has our stamp', async () => {
    const secret = pathOf(resources.secret, 'shop', 'shop');
    const api = holding({ [other]: made(7), [secret]: made(7) });
    expect(await deleteCreatedObjects(api.cluster, [other, secret], fence, () => {})).toEqual([]);
    expect(api.writes).toEqual([]);
  });

  it('objects that others created stay, with a report', async () => {
    const api = holding({ [workload]: {}, [service]: made(7) });
    const said: string[] = [];
    await deleteCreatedObjects(api.cluster, [workload, service], fence, line => said.push(line));
    expect(api.writes).toEqual([`delete ${service}`]);
    expect(said).toEqual([wording('Deployment/shop'), wording('Service/shop')]);
  });

  it('an object that another application also applies stays, with a report', async () => {
    const annotations = { ...made(7).metadata.annotations, [annotationOf.token('cart')]: '3' };
    const api = holding({ [workload]: made(7), [service]: { metadata: { annotations } } });
    const said: string[] = [];
    await deleteCreatedObjects(api.cluster, [workload, service], fence, line => said.push(line));
    expect(api.writes).toEqual([`delete ${workload}`]);
    expect(said).toContainEqual(wording('Service/shop'));
  });

  it('an object that its chart keeps stays, but not a workload', async () => {
    const kept = (policy: string) => ({
      metadata: { annotations: { ...made(7).metadata.annotations, 'helm.sh/resource-policy': policy } },
    });
    const api = holding({ [workload]: kept('keep'), [service]: kept(' Keep ') });
    const said: string[] = [];
    await deleteCreatedObjects(api.cluster, [workload, service], fence, line => said.push(line));
    expect([api.names('deployments'), api.names('services')]).toEqual([[], ['shop']]);
    expect(said).toContainEqual(wording('Service/shop', 'helm.sh/resource-policy'));
  });

  it('an object that a newer run has applied since stays', async () => {
    const api = holding({ [workload]: made(7), [service]: made(8) });
    await expect(
      deleteCreatedObjects(api.cluster, [workload, service], fence, () => {}),
    ).rejects.toBeInstanceOf(LeaseLost);
    expect([api.names('deployments'), api.names('services')]).toEqual([[], ['shop']]);
  });
});
