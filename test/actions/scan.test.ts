import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageRules } from '../../src/config/rules.ts';
import { archive, type Item } from '../policy/image/archive.ts';
import { types } from '../registry/store.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** The rules on images, as a user of `scan` meets them; the scanner itself finds nothing here. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.program(
    'trivy',
    `[ "$1" = --version ] && echo Version: 0.74.0 && exit 0
while [ $# -gt 0 ]; do [ "$1" = --output ] && out=$2; shift; done
echo '{"SchemaVersion": 2, "ArtifactName": "x", "Results": [], "runs": []}' > "$out"`,
  );
});
afterEach(() => at.close());

/** An image in the candidate repository, as BuildKit would have built it from the Dockerfile of the shop. */
async function built(items: readonly Item[], User = '10001'): Promise<string> {
  await at.write('Dockerfile', 'FROM debian\nCOPY app /app\nUSER 10001\n');
  const { store } = at;
  const name = 'shop-candidate';
  const layers = [archive([{ path: 'usr/bin/su', mode: 0o4755 }]), archive(items)].map(bytes =>
    store.blob(name, bytes),
  );
  const configuration = {
    os: 'linux',
    architecture: 'amd64',
    config: { User },
    history: [
      {},
      { created_by: 'COPY app /app # buildkit' },
      { created_by: 'USER 10001', empty_layer: true },
    ],
  };
  const config = { ...store.blob(name, JSON.stringify(configuration)), mediaType: types.config };
  return store.manifest(name, { schemaVersion: 2, mediaType: types.image, config, layers }).digest;
}

const scan = (digest: string) =>
  at.slipway(['scan', '--images', JSON.stringify({ shop: digest }), '--database', 'database']);

describe('scan', () => {
  it('passes an image that adds nothing of that kind', async () => {
    const { code, outputs } = await scan(await built([{ path: 'app', mode: 0o755 }]));
    expect([code, outputs.verdict, outputs.policy]).toEqual([
      0,
      'pass',
      '{"error":0,"warning":0,"info":0,"excused":0}',
    ]);
  });

  it('fails for what a layer adds, with the file, the layer and the line, in outputs, log and report', async () => {
    const { code, outputs, err } = await scan(await built([{ path: 'app', mode: 0o4755 }]));
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      verdict: 'fail',
      critical: '0',
      policy: '{"error":1,"warning":0,"info":0,"excused":0}',
      reason:
        'image shop: /app in layer 2 of 2 (Dockerfile:2; linux/amd64): it runs as its owner whoever starts it (mode 4755) [image-setuid]; take the bit away in the same RUN with chmod a-s, or leave the package out',
    });
    expect(err).toContain('error: Dockerfile:2: policy: image-setuid: shop: /app in layer 2 of 2');
    const report = JSON.parse(
      await readFile(`${outputs.reports}/policy.json`.replace('FOLDER', at.folder), 'utf8'),
    );
    expect(report.findings[0].place).toMatchObject({
      path: 'app',
      layer: {
        digest: expect.stringMatching(/^sha256:/),
        number: 2,
        of: 2,
        by: { path: 'Dockerfile', line: 2 },
      },
    });
  });

  it('only tells of it where the level says so', async () => {
    const digest = await built([{ path: 'app', mode: 0o4755 }]);
    await at.replace('test:', 'policy: {rules: {image-setuid: info}}\ntest:');
    expect(await scan(digest)).toMatchObject({
      code: 0,
      outputs: { policy: expect.stringContaining('"info":1') },
    });
  });

  it('reads no layer where every rule is off', async () => {
    const { store } = at;
    const name = 'shop-candidate';
    const config = {
      ...store.blob(name, '{"os": "linux", "architecture": "amd64"}'),
      mediaType: types.config,
    };
    const layers = [store.blob(name, 'no archive')];
    const { digest } = store.manifest(name, { schemaVersion: 2, mediaType: types.image, config, layers });
    const refused = await scan(digest);
    expect(refused.outputs.reason).toContain('cannot be read: the archive ends in the middle of a header');
    const off = Object.keys(imageRules).map(rule => `${rule}: off`);
    await at.replace('test:', `policy: {rules: {${off.join(', ')}}}\ntest:`);
    expect((await scan(digest)).code).toBe(0);
  });

  it('heeds an exception for the file', async () => {
    const digest = await built([{ path: 'app', mode: 0o4755 }]);
    await at.replace(
      'test:',
      'policy: {exceptions: [{rule: image-setuid, path: /app, owner: ann, reason: it must, expires: 2999-01-01}]}\ntest:',
    );
    expect(await scan(digest)).toMatchObject({
      code: 0,
      outputs: { policy: expect.stringContaining('"excused":1') },
    });
  });
});
