import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './workplace.ts';

/** `plan` without an environment: the files of a release by Git are checked in the working tree, without a network. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  execFileSync('git', ['init', '--quiet'], { cwd: at.folder });
});
afterEach(() => at.close());

const configure = (files: string, more = '') =>
  at.write(
    'slipway.yml',
    `app: shop
images: {shop: {repository: ghcr.io/acme/shop}}
environments:
  production:
    namespace: shop
    workload: Deployment/shop
    delivery: {gitops: {files: [${files}]${more}}}
`,
  );

it('says which files a release would change', async () => {
  await configure('apps/kustomization.yaml');
  await at.write('apps/kustomization.yaml', 'images:\n- name: ghcr.io/acme/shop\n  newTag: v1\n');
  const { code, outputs, err } = await at.slipway(['plan']);
  expect([code, outputs.verdict], err).toEqual([0, 'pass']);
  expect(err).toContain('production: a release would change apps/kustomization.yaml on main');
});

it('fails with file and line', async () => {
  await configure('apps/kustomization.yaml');
  await at.write(
    'apps/kustomization.yaml',
    'images:\n- name: ghcr.io/acme/shop\n  newTag: v1\n  digest: x\n',
  );
  const { code, outputs } = await at.slipway(['plan']);
  expect([code, outputs.reason]).toEqual([1, expect.stringContaining('apps/kustomization.yaml:3: `newTag`')]);
});

it('fails for a file that is not there', async () => {
  await configure('apps/shop.yaml');
  const { outputs } = await at.slipway(['plan']);
  expect(outputs.reason).toContain('apps/shop.yaml cannot be read: it does not exist');
});

it('leaves files of another repository to deploy', async () => {
  await configure('apps/shop.yaml', ', repository: "https://github.com/acme/cluster"');
  const { code, err } = await at.slipway(['plan']);
  expect(code, err).toBe(0);
  expect(err).toContain('the files are in https://github.com/acme/cluster');
});
