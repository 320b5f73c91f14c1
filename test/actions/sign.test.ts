import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startStore } from '../registry/store.ts';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** Mistakes that `sign` answers, and what `push` tells the runner. What cosign really does is in test/e2e/signing.test.ts. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.program('cosign', `echo '{"gitVersion": "v3.1.3"}'`);
});
afterEach(() => at.close());

const keyed = 'signing: {key: "env://KEY", attestations: []}\ntrust: {key: cosign.pub}\n';
const signing = (text: string) => at.replace('test:', `${text}test:`);
const sign = (...more: string[]) =>
  at.slipway(['sign', '--images', JSON.stringify({ shop: at.digest }), '--from', 'candidate', ...more]);
const refusal = async (...more: string[]) => {
  const { code, outputs } = await sign(...more);
  expect([code, outputs.images, outputs.attested]).toEqual([1, '{}', '{}']);
  return outputs.reason;
};

describe('sign', () => {
  it('is refused without `signing` in slipway.yml', async () => {
    expect(await refusal()).toEqual(wording('slipway.yml'));
  });

  it('reads images by digest from candidate and release repositories', async () => {
    await signing(keyed);
    expect(await refusal('--from', 'elsewhere')).toEqual(wording('elsewhere'));
    const { outputs } = await at.slipway(['sign', '--images', '{"shop":"1.4.2"}']);
    expect(outputs.reason).toEqual(wording('shop'));
  });

  it('requires the key, the image, its public key and its reports, and reports the missing one', async () => {
    await signing(keyed);
    expect(await refusal()).toEqual(wording('KEY', 'env'));
    vi.stubEnv('KEY', 'x');
    expect(await refusal()).toEqual(wording('FOLDER/cosign.pub', 'trust.key', 'slipway.yml'));
    await writeFile(join(at.folder, 'cosign.pub'), 'x');
    expect(await refusal('--from', 'release')).toEqual(
      wording('shop', at.digest, 'HOST/shop', 'from: candidate'),
    );
    await at.replace('attestations: []', 'attestations: [sbom]');
    expect(await refusal()).toEqual(wording('slipway.yml', 'SBOM', 'shop', 'reports'));
  });

  it('security 9: refuses reports that were changed after the scan, and an invalid digest of them', async () => {
    await signing(keyed);
    await at.write('scan-reports/checksums.txt', `${'a'.repeat(64)}  shop.json\n`);
    const reports = ['--reports', 'scan-reports', '--reports-digest'];
    expect(await refusal(...reports, 'b'.repeat(64))).toEqual(
      wording('scan-reports/checksums.txt', 'b'.repeat(64)),
    );
    expect(await refusal(...reports, 'none')).toEqual(wording('none', 'SHA-256'));
    await at.remove('scan-reports');
    expect(await refusal(...reports, 'b'.repeat(64))).toEqual(wording('scan-reports/checksums.txt'));
  });

  it('prints nothing about a key that cosign refuses, except that it does', async () => {
    await signing(keyed);
    await writeFile(join(at.folder, 'cosign.pub'), 'x');
    await at.program(
      'cosign',
      `[ "$1" = version ] && echo '{"gitVersion": "v3.1.3"}' && exit 0
echo "Error: reading key: decrypt: $KEY $COSIGN_PASSWORD" >&2; exit 1`,
    );
    vi.stubEnv('KEY', 'correct-horse');
    vi.stubEnv('COSIGN_PASSWORD', 'battery-staple');
    expect(await refusal()).toEqual(
      wording('cosign', 'reading key: decrypt: (hidden) (hidden)', 'COSIGN_PASSWORD'),
    );
  });

  it('runs the pinned cosign instead of one that is too old or too new', async () => {
    await signing(keyed);
    vi.stubEnv('KEY', 'x');
    vi.stubEnv('XDG_CACHE_HOME', join(at.folder, 'cache'));
    vi.stubEnv('RUNNER_TOOL_CACHE', undefined);
    for (const version of ['2.6.0', '3.0.6', '4.0.0']) {
      await at.program('cosign', `echo '{"gitVersion": "v${version}"}'`);
      const { outputs, err } = await sign('--tool-mirrors', `http://${at.store.host}`);
      expect(err.split('\n')).toContainEqual(wording(`cosign ${version}`, 'PATH', '3.1.0', '4.0.0'));
      if (process.platform === 'linux')
        expect(outputs.reason).toMatch(
          /^cosign 3\.1\.3 cannot be downloaded: http:\/\/HOST\/github\.com\/sigstore\/.* answered 404\. /,
        );
    }
  });

  it('keeps standard output for its outputs while the toolkit of GitHub downloads cosign', async () => {
    await signing(keyed);
    vi.stubEnv('KEY', 'x');
    vi.stubEnv('RUNNER_TOOL_CACHE', join(at.folder, 'cache'));
    vi.stubEnv('SLIPWAY_TOOLS', 'pinned');
    const quiet = await sign('--tool-mirrors', 'http://127.0.0.1:1');
    for (const line of quiet.out.trimEnd().split('\n')) expect(line).toMatch(/^[a-z-]+=/);
    expect(quiet.err).toContain('ECONNREFUSED');
    expect(quiet.err).not.toContain('::debug::');
    vi.stubEnv('RUNNER_DEBUG', '1');
    const loud = await sign('--tool-mirrors', 'http://127.0.0.1:1');
    expect(loud.out).toBe(quiet.out);
    expect(loud.err).toContain('::debug::Downloading http://127.0.0.1:1/github.com/');
  });
});

describe('push', () => {
  it('reports the images to a runner that creates attestations of GitHub', async () => {
    const file = join(at.folder, 'artifacts');
    vi.stubEnv('GITHUB_ARTIFACTS', file);
    await writeFile(file, 'dist/app.tgz\n');
    const { code } = await at.slipway([
      'push',
      ...['--images', JSON.stringify({ shop: at.digest }), '--tags', '1.4.2'],
    ]);
    expect(code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(`dist/app.tgz\noci://${at.store.host}/shop@${at.digest}\n`);
  });

  it('IN 5: copies the image and its tags to mirrors in other registries too', async () => {
    const other = await startStore();
    try {
      const mirrors = [`${at.store.host}/public`, `${other.host}/acme/shop`];
      const repository = `repository: "${at.store.host}/shop"`;
      await at.replace(repository, `${repository}, mirrors: [${mirrors.map(each => `"${each}"`)}]`);
      const { code, outputs } = await at.slipway([
        'push',
        ...['--images', JSON.stringify({ shop: at.digest }), '--tags', '1.4.2,1.4'],
      ]);
      expect(code).toBe(0);
      expect(JSON.parse(outputs.images ?? '')).toEqual({ shop: at.digest });
      expect(JSON.parse(outputs.tags ?? '')).toEqual(['1.4.2', '1.4']);
      const places = ['HOST/shop', 'HOST/public', mirrors[1]];
      expect(JSON.parse(outputs.references ?? '').shop).toEqual(
        places.flatMap(place => ['1.4.2', '1.4'].map(tag => `${place}:${tag}@${at.digest}`)),
      );
      for (const tag of ['1.4.2', '1.4'])
        expect(other.manifests.get(`acme/shop:${tag}`)?.body).toEqual(
          at.store.manifests.get(`shop-candidate@${at.digest}`)?.body,
        );
    } finally {
      await other.close();
    }
  });
});
