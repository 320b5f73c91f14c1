import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { objectOf, ofArgoCd, ofFlux } from '../../src/gitops/controller.ts';

const sha = 'a1afe267b54f38b46b487f6e938a6fd508278c07';
const other = 'b'.repeat(40);

/** As Argo CD stores it. */
const application = (
  status: object,
  spec: object = { syncPolicy: { automated: { prune: true } } },
): KubeObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'shop', namespace: 'argocd' },
  spec: {
    source: { repoURL: 'https://github.com/acme/cluster', path: 'apps/shop', targetRevision: 'main' },
    ...spec,
  },
  status,
});

describe('an Application of Argo CD', () => {
  const synced = {
    sync: { status: 'Synced', revision: sha },
    health: { status: 'Healthy' },
    operationState: { phase: 'Succeeded', syncResult: { revision: sha } },
  };

  it('says its commit, and how it is', () => {
    expect(ofArgoCd(application(synced))).toEqual({
      name: 'Application/shop of Argo CD',
      revisions: [sha],
      sentence: 'Synced, Healthy',
    });
  });

  it('with several sources says all commits', () => {
    const status = { ...synced, sync: { status: 'Synced', revisions: [other, sha] } };
    expect(ofArgoCd(application(status)).revisions).toEqual([other, sha]);
  });

  it('that could not sync says which commit, and why', () => {
    const status = {
      ...{ sync: { status: 'OutOfSync', revision: other }, health: { status: 'Healthy' } },
      operationState: {
        phase: 'Failed',
        message: 'one or more objects failed to apply,\nreason: admission webhook denied',
        syncResult: { revision: sha },
      },
    };
    expect(ofArgoCd(application(status))).toMatchObject({
      revisions: [sha],
      failed: 'the sync failed: one or more objects failed to apply, reason: admission webhook denied',
    });
  });

  it('that cannot render says why', () => {
    const conditions = [{ type: 'ComparisonError', message: 'apps/shop: app path does not exist' }];
    const status = { sync: { status: 'Unknown', revision: sha }, health: { status: 'Unknown' }, conditions };
    expect(ofArgoCd(application(status)).failed).toBe('ComparisonError: apps/shop: app path does not exist');
  });

  it('is not failed because an object is unhealthy, which may be another one', () => {
    expect(ofArgoCd(application({ ...synced, health: { status: 'Degraded' } })).failed).toBeUndefined();
  });

  it.each([[{}], [{ syncPolicy: {} }], [{ syncPolicy: { automated: { enabled: false } } }]])(
    'that does not sync by itself is stopped: %j',
    spec => {
      expect(ofArgoCd(application(synced, spec)).stopped?.why).toContain('does not sync');
    },
  );

  it('says little before its first sync', () => {
    expect(ofArgoCd(application({}))).toMatchObject({ revisions: [], sentence: 'Unknown, Unknown' });
  });
});

/** As Flux stores it. */
const flux = (kind: string, status: object, spec: object = {}): KubeObject => ({
  kind,
  metadata: { name: 'shop', namespace: 'flux-system', generation: 2 },
  spec,
  status: { observedGeneration: 2, ...status },
});
const ready = (status: string, reason: string, message: string) => ({
  type: 'Ready',
  status,
  reason,
  message,
});

describe('a Kustomization of Flux', () => {
  it('says the commit that it applied', () => {
    const status = {
      conditions: [ready('True', 'ReconciliationSucceeded', `Applied revision: main@sha1:${sha}`)],
      lastAppliedRevision: `main@sha1:${sha}`,
      lastAttemptedRevision: `main@sha1:${sha}`,
    };
    expect(ofFlux(flux('Kustomization', status))).toEqual({
      name: 'Kustomization/shop of Flux',
      revisions: [sha],
      sentence: `Ready True: Applied revision: main@sha1:${sha}`,
    });
  });

  it('that cannot build says which commit it tried, and why', () => {
    const status = {
      conditions: [ready('False', 'BuildFailed', 'kustomize build failed: no such file')],
      lastAppliedRevision: `main@sha1:${other}`,
      lastAttemptedRevision: `main@sha1:${sha}`,
    };
    expect(ofFlux(flux('Kustomization', status))).toMatchObject({
      revisions: [sha],
      failed: 'BuildFailed: kustomize build failed: no such file',
    });
  });

  it.each(['Progressing', 'DependencyNotReady', 'HealthCheckFailed'])('is not failed by %s', reason => {
    expect(
      ofFlux(flux('Kustomization', { conditions: [ready('False', reason, 'x')] })).failed,
    ).toBeUndefined();
  });

  it('is not failed by what it said of an older generation', () => {
    const status = { observedGeneration: 1, conditions: [ready('False', 'BuildFailed', 'x')] };
    expect(ofFlux(flux('Kustomization', status)).failed).toBeUndefined();
  });

  it('that is suspended is stopped', () => {
    expect(ofFlux(flux('Kustomization', {}, { suspend: true })).stopped).toEqual({
      why: 'it is suspended',
      remedy: 'run: flux resume kustomization shop -n flux-system',
    });
  });
});

it('a HelmRelease of Flux says no commit, because it has the version of its chart', () => {
  const conditions = [
    {
      type: 'Stalled',
      status: 'True',
      reason: 'RetriesExceeded',
      message: 'Failed to upgrade after 4 attempts',
    },
    ready('False', 'UpgradeFailed', 'timed out'),
  ];
  expect(ofFlux(flux('HelmRelease', { conditions, lastAttemptedRevision: '1.2.3' }))).toMatchObject({
    name: 'HelmRelease/shop of Flux',
    revisions: [],
    failed: 'RetriesExceeded: Failed to upgrade after 4 attempts',
  });
});

it('the object is the one in slipway.yml', () => {
  const of = (...args: Parameters<typeof objectOf>) => {
    const { resource, namespace, name } = objectOf(...args);
    return `${namespace}/${resource.plural}.${resource.group}/${name}`;
  };
  expect(of({ argocd: { name: 'shop', namespace: 'argocd' } })).toBe('argocd/applications.argoproj.io/shop');
  expect(of({ flux: { kustomization: 'shop', namespace: 'apps' } })).toBe(
    'apps/kustomizations.kustomize.toolkit.fluxcd.io/shop',
  );
  expect(of({ flux: { helmrelease: 'shop', namespace: 'apps' } })).toBe(
    'apps/helmreleases.helm.toolkit.fluxcd.io/shop',
  );
});
