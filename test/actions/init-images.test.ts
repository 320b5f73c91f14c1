import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { type Checkout, checkout } from '../setup/checkout.ts';
import { wording } from '../wording.ts';

/** `init` and `doctor` in a repository that publishes images and releases none. */

let at: Checkout;
beforeEach(() => vi.stubEnv('KUBECONFIG', '/nowhere'));
afterEach(() => {
  vi.unstubAllEnvs();
  at.close();
});

const files = (image: string) => ({
  'slipway.yml': `app: shop\nimages: {shop: {${image}}}\n`,
  Dockerfile: 'FROM node:24-trixie-slim\n',
});
const init = (...more: string[]) => at.slipway('init', '--folder', at.folder, ...more);
async function doctor() {
  const { code, outputs, err } = await at.slipway('doctor', '--config', `${at.folder}/slipway.yml`);
  return { code, ready: outputs.ready, missing: JSON.parse(outputs.missing ?? ''), lines: err.split('\n') };
}
const workflow = (name = 'images.yml') => parse(at.read(`.github/workflows/${name}`));

it('needs one workflow, without a cluster', async () => {
  at = checkout(files('repository: ghcr.io/acme/shop'));
  const before = await doctor();
  expect([before.code, before.missing]).toEqual([1, ['workflows']]);
  expect(before.lines).toContain(`   slipway init --folder ${at.folder}`);
  expect(before.lines).toContainEqual(wording('✅ slipway.yml', 'no environments'));
  expect(before.lines).toContainEqual(wording('❔ commit'));
  const { code, outputs } = await init();
  expect([code, outputs.written]).toEqual([0, '[".github/workflows/images.yml"]']);
  expect(outputs.next).not.toContain('kubectl');
  const { build, check } = workflow().jobs;
  expect([check.with, build.with, build.secrets]).toEqual([undefined, undefined, undefined]);
  expect(build.uses).toMatch(/\/slipway\/\.github\/workflows\/build\.yml@[0-9a-f]{40}$/);
  expect(at.read('.github/workflows/images.yml')).not.toMatch(/@0{40}|acme|Copy to/);
  const after = await doctor();
  expect([after.code, after.ready, after.missing]).toEqual([0, 'true', []]);
  expect(after.lines.filter(line => line.startsWith('✅')).length).toBe(5);
  expect((await init()).outputs.written).toBe('[]');
});

it('logs in to the registry of the image and to those of its mirrors', async () => {
  at = checkout(files('repository: docker.io/acme/shop, mirrors: [quay.io/acme/shop]'));
  await init();
  expect(workflow().jobs.build).toMatchObject({
    with: { registry: 'docker.io', 'registry-username': '${{ vars.REGISTRY_USERNAME }}' },
    secrets: {
      'registry-password': '${{ secrets.REGISTRY_PASSWORD }}',
      'registry-logins': 'quay.io ${{ vars.QUAY_IO_USERNAME }} ${{ secrets.QUAY_IO_PASSWORD }}\n',
    },
  });
});

it('names the slipway.yml of a folder in both jobs', async () => {
  at = checkout({
    'base/slipway.yml': 'app: base\nimages: {base: {repository: ghcr.io/acme/base}}\n',
    'base/Dockerfile': 'FROM node:24-trixie-slim\n',
  });
  await at.slipway('init', '--folder', `${at.folder}/base`);
  const { build, check } = workflow('images-base.yml').jobs;
  const inputs = { config: 'base/slipway.yml' };
  expect([check.with, build.with]).toEqual([inputs, inputs]);
});
