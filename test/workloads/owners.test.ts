import { describe, expect, it } from 'vitest';
import type { ObjectMeta } from '../../src/cluster/objects.ts';
import {
  foreignOwner,
  isControlled,
  mayTakeFromHelm,
  ownerProblem,
} from '../../src/workloads/controllers.ts';

const by = (manager: string): ObjectMeta => ({ managedFields: [{ manager }] });

describe('the other tool that manages an object', () => {
  it.each<[string, ObjectMeta]>([
    ['Argo CD', { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/shop' } }],
    ['Argo CD', { labels: { 'argocd.argoproj.io/instance': 'shop' } }],
    ['Argo CD', by('argocd-controller')],
    ['Flux', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' } }],
    ['Flux', { labels: { 'helm.toolkit.fluxcd.io/name': 'shop' } }],
    ['Flux', by('kustomize-controller')],
    ['Helm', { annotations: { 'meta.helm.sh/release-name': 'shop' } }],
    ['Helm', by('helm')],
  ])('is %s by %j', (owner, metadata) => {
    expect(foreignOwner({ metadata })).toBe(owner);
  });

  it.each(['kubectl-client-side-apply', 'kubectl', 'slipway', 'kube-controller-manager'])(
    'is none for %s',
    manager => {
      expect(foreignOwner({ metadata: by(manager) })).toBeUndefined();
    },
  );

  it.each<[string, string]>([
    ['argocd-controller', 'docs/gitops.md'],
    ['kustomize-controller', 'docs/gitops.md'],
    ['helm', 'docs/helm.md'],
  ])('%s leads to the page that helps', (manager, page) => {
    const object = { kind: 'Deployment', metadata: { name: 'shop', ...by(manager) } };
    const remedy = ownerProblem(object, { namespace: 'shop' })?.remedy;
    expect(remedy?.match(/docs\/\S+\.md/g)).toEqual([page]);
  });

  it('is none for an object without metadata', () => {
    expect(foreignOwner({})).toBeUndefined();
    expect(foreignOwner({ metadata: null as never })).toBeUndefined();
    const metadata = { annotations: null, labels: null, managedFields: null };
    expect(foreignOwner({ metadata: metadata as never })).toBeUndefined();
  });
});

describe('an object of Helm that slipway.yml adopts', () => {
  const of = (annotations: Record<string, string>, labels = {}): ObjectMeta => ({
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [`meta.helm.sh/release-${key}`, value]),
    ),
    labels,
  });
  it.each<[string, ObjectMeta, boolean]>([
    ['of that release', of({ name: 'shop', namespace: 'shop' }), true],
    ['without the namespace of its release', of({ name: 'shop' }), false],
    ['of another release', of({ name: 'web', namespace: 'shop' }), false],
    ['of a release with that name in another namespace', of({ name: 'shop', namespace: 'web' }), false],
    ['without a release', by('helm'), false],
    ['that Flux owns', of({ name: 'shop' }, { 'helm.toolkit.fluxcd.io/name': 'shop' }), false],
  ])('is only one %s', (_, metadata, adopted) => {
    expect(mayTakeFromHelm({ metadata }, { 'take-over': { helm: 'shop' }, namespace: 'shop' })).toBe(adopted);
    expect(mayTakeFromHelm({ metadata }, { namespace: 'shop' })).toBe(false);
  });
});

describe('configuration that another controller writes', () => {
  const owned = (controller: boolean) => ({
    metadata: {
      ownerReferences: [{ apiVersion: 'v1', kind: 'ExternalSecret', name: 'a', uid: 'u', controller }],
    },
  });

  it('is recognized by its controller', () => {
    expect(isControlled(owned(true))).toBe(true);
  });

  it('is not just any with an owner for garbage collection, or without one', () => {
    expect(isControlled(owned(false))).toBe(false);
    expect(isControlled({ metadata: {} })).toBe(false);
  });
});
