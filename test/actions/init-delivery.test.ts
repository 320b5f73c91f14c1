import { afterEach, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { type Checkout, checkout, webManifests } from '../setup/checkout.ts';

/** `init` where releases are commits that a GitOps controller applies. */

let at: Checkout;
afterEach(() => at.close());

const init = (...more: string[]) => at.slipway('init', '--folder', at.folder, ...more);
const workflow = (name: string) => parse(at.read(`.github/workflows/${name}.yml`));
const token = '${{ secrets.GITOPS_TOKEN }}';

describe('init with a slipway.yml that has `delivery`', () => {
  const files = (gitops: string) => ({
    'slipway.yml': `app: shop
images: {shop: {repository: ghcr.io/acme/shop}}
environments:
  production:
    namespace: shop
    workload: Deployment/shop
    service: shop
    delivery: {gitops: {files: [apps/shop/kustomization.yaml], controller: {argocd: {name: shop}}${gitops}}}
    verify: {checks: [{get: /ready}]}
`,
    'apps/shop/kustomization.yaml': 'images:\n- name: ghcr.io/acme/shop\n  newTag: v1\n',
    'argocd/shop.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop }\n',
    Dockerfile: 'FROM node:24-trixie-slim\n',
  });

  it('writes Roles that write nothing, and a release that may push to this repository', async () => {
    at = checkout(files(''));
    const { code, outputs, err } = await init();
    expect(code).toBe(0);
    // Neither about the images of manifests, nor about the objects of the controller.
    expect(err).not.toContain('warning: init:');
    const roles = parseAllDocuments(at.read('slipway-rbac.yaml')).map(each => each.toJS());
    const rules = roles.flatMap(({ rules = [] }) => rules);
    expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(['get', 'list']));
    expect(roles.find(each => each.kind === 'Role' && each.metadata.namespace === 'argocd').rules).toEqual([
      { apiGroups: ['argoproj.io'], resources: ['applications'], resourceNames: ['shop'], verbs: ['get'] },
    ]);
    const { permissions, steps } = workflow('release').jobs.release;
    expect([permissions.contents, steps[0].with]).toEqual(['write', { environment: 'production' }]);
    expect(workflow('pull-request').jobs.check.permissions.contents).toBe('read');
    expect(workflow('rollback').jobs.rollback).toMatchObject({
      permissions: { contents: 'read' },
      secrets: { 'gitops-token': token },
    });
    expect(workflow('status').jobs.status.secrets).toEqual({ 'gitops-token': token });
    expect(outputs.next).toContain('GITOPS_TOKEN');
    expect((await at.slipway('plan', '--config', `${at.folder}/slipway.yml`)).code).toBe(0);
  });

  it.each([
    ['another repository', ', repository: "https://github.com/acme/cluster"'],
    ['pull requests', ', by: pull-request'],
  ])('passes a token for %s, and leaves the contents of this one alone', async (_, gitops) => {
    at = checkout(files(gitops));
    await init();
    const { permissions, steps } = workflow('release').jobs.release;
    expect([permissions.contents, steps[0].with['gitops-token']]).toEqual(['read', token]);
  });

  it('knows this repository by its address', async () => {
    at = checkout(files(', repository: "https://github.com/acme/shop"'));
    await init();
    expect(workflow('release').jobs.release.permissions.contents).toBe('write');
  });
});

describe('init where a controller applies a folder of the repository', () => {
  const image = 'ghcr.io/acme/shop';
  const source = 'repoURL: https://github.com/acme/shop.git, path: k8s';
  const application = (name: string, more: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: ${name}, namespace: argocd }\nspec: { source: { ${more} }, destination: { namespace: store } }\n`;
  const kustomization = `resources: [web.yaml]\nimages: [{ name: ${image}, newTag: v1 }]\n`;
  const files = {
    Dockerfile: 'FROM node:24-trixie-slim\nUSER 1000\nEXPOSE 8080\n',
    'k8s/web.yaml': webManifests('web', image),
    'k8s/kustomization.yaml': kustomization,
  };
  const production = () => parse(at.read('slipway.yml')).environments.production;
  const passes = async () =>
    expect((await at.slipway('plan', '--config', `${at.folder}/slipway.yml`)).code).toBe(0);

  it('releases by a commit that Argo CD applies', async () => {
    at = checkout({ ...files, 'argocd/shop.yaml': application('shop', source) });
    const { err } = await init();
    expect(err).not.toContain('warning: init:');
    expect(production()).toEqual({
      ...{ namespace: 'store', workload: 'Deployment/web', service: 'web' },
      delivery: { gitops: { files: ['k8s/kustomization.yaml'], controller: { argocd: { name: 'shop' } } } },
      verify: { checks: [{ get: '/healthz', status: 200 }] },
    });
    expect(workflow('release').jobs.release.permissions.contents).toBe('write');
    await passes();
  });

  it('releases by a commit that Flux applies', async () => {
    const sync = `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: shop, namespace: apps }
spec: { url: 'ssh://git@github.com/acme/shop', ref: { branch: live } }
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: web, namespace: apps }
spec: { path: ./k8s, sourceRef: { kind: GitRepository, name: shop } }
`;
    at = checkout({
      Dockerfile: files.Dockerfile,
      'k8s/web.yaml': files['k8s/web.yaml'],
      'flux/shop.yaml': sync,
    });
    await init();
    expect(production().delivery.gitops).toEqual({
      ...{ branch: 'live', files: ['k8s/web.yaml'] },
      controller: { flux: { kustomization: 'web', namespace: 'apps' } },
    });
    await passes();
  });

  it.each([
    [
      'reads another repository',
      { 'argocd/a.yaml': application('a', source.replace('acme/shop', 'acme/x')) },
    ],
    ['reads another folder', { 'argocd/a.yaml': application('a', source.replace('k8s', 'apps')) }],
    ['follows a tag', { 'argocd/a.yaml': application('a', `${source}, targetRevision: v1.2.0`) }],
    [
      'is not the only one',
      { 'argocd/a.yaml': application('a', source), 'argocd/b.yaml': application('b', source) },
    ],
    [
      'applies a kustomization that names a digest and a tag',
      {
        'argocd/a.yaml': application('a', source),
        'k8s/kustomization.yaml': kustomization.replace('newTag', 'digest: x, newTag'),
      },
    ],
  ])('warns as before where it %s', async (_, more) => {
    at = checkout({ ...files, ...more });
    const { err } = await init();
    expect(err).toContain('warning: init: Argo CD applies manifests');
    expect(production().delivery).toBeUndefined();
  });
});
