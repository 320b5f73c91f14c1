import { afterEach, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { type Checkout, checkout } from '../setup/checkout.ts';

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
