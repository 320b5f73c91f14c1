import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { imageRules } from '../../src/config/rules.ts';
import { archive, type Item } from '../policy/image/archive.ts';
import { types } from '../registry/store.ts';
import { type FakeGitHub, startGitHub } from '../toolkit/fake-github.ts';
import { wording } from '../wording.ts';
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
  at.slipway(['scan', '--images', JSON.stringify({ shop: digest }), '--trivy-database', 'database']);

describe('scan', () => {
  it('passes an image whose layers add nothing forbidden', async () => {
    const digest = await built([{ path: 'app', mode: 0o755 }]);
    const { code, outputs } = await scan(digest);
    expect([code, outputs.verdict, outputs.images, outputs.failing, outputs.policy]).toEqual([
      0,
      'pass',
      JSON.stringify({ shop: digest }),
      '{}',
      '{"error":0,"warning":0,"info":0,"excused":0}',
    ]);
  });

  it('security 9: outputs the SHA-256 of a checksum list for `sha256sum`', async () => {
    const { outputs } = await scan(await built([{ path: 'app', mode: 0o755 }]));
    const folder = outputs.reports!.replace('FOLDER', at.folder);
    const list = await readFile(`${folder}/checksums.txt`, 'utf8');
    expect(outputs['reports-digest']).toBe(createHash('sha256').update(list).digest('hex'));
    const checked = execFileSync('sha256sum', ['--check', 'checksums.txt'], {
      cwd: folder,
      encoding: 'utf8',
    });
    for (const name of [
      'shop.json',
      'shop.cdx.json',
      'shop.spdx.json',
      'shop.sarif',
      'shop.txt',
      'shop.tolerated.json',
      'policy.json',
    ])
      expect(checked).toContain(`${name}: OK\n`);
  });

  it('leaves a record for each image, which another scan into the same folder does not replace', async () => {
    await at.replace(
      'test:',
      '  records: {repository: "HOST/records"}\ntest:'.replace('HOST', at.store.host),
    );
    vi.stubEnv('SLIPWAY_RECORDS', `${at.folder}/kept`);
    const digest = await built([{ path: 'app', mode: 0o4755 }]);
    expect((await scan(digest)).code).toBe(1);
    for (const [key, body] of [...at.store.blobs])
      at.store.blobs.set(key.replace('shop-candidate', 'records-candidate'), body);
    at.store.manifests.set(
      `records-candidate@${digest}`,
      at.store.manifests.get(`shop-candidate@${digest}`)!,
    );
    await at.replace('test:', 'policy: {rules: {image-setuid: "off"}}\ntest:');
    const args = ['--images', JSON.stringify({ records: digest }), '--trivy-database', 'database'];
    expect((await at.slipway(['scan', ...args])).code).toBe(0);
    const ended = async (name: string) =>
      JSON.parse(await readFile(`${at.folder}/kept/scan-${name}.json`, 'utf8')).ended;
    expect([await ended('shop'), await ended('records')]).toEqual(['failed', 'passed']);
  });

  it('says where the reports are even if their checksums cannot be written', async () => {
    await at.write('scan-reports/checksums.txt/mine', '');
    const { code, outputs } = await scan(await built([{ path: 'app', mode: 0o755 }]));
    expect([code, outputs.reports, outputs['reports-digest']]).toEqual([1, 'FOLDER/scan-reports', '']);
  });

  it('fails for a file that a layer adds, and reports file, layer and line in outputs, log and report', async () => {
    const { code, outputs, err } = await scan(await built([{ path: 'app', mode: 0o4755 }]));
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      verdict: 'fail',
      critical: '0',
      policy: '{"error":1,"warning":0,"info":0,"excused":0}',
      reason: wording(
        'shop',
        '/app',
        '2 of 2',
        'Dockerfile:2',
        'linux/amd64',
        '4755',
        'image-setuid',
        'chmod a-s',
      ),
    });
    expect(JSON.parse(outputs.failing ?? '')).toEqual({ shop: outputs.reason });
    expect(err.split('\n')).toContainEqual(
      wording('error: Dockerfile:2', 'image-setuid', 'shop', '/app', '2 of 2'),
    );
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

  it('only reports it at a lower level', async () => {
    const digest = await built([{ path: 'app', mode: 0o4755 }]);
    await at.replace('test:', 'policy: {rules: {image-setuid: info}}\ntest:');
    expect(await scan(digest)).toMatchObject({
      code: 0,
      outputs: { policy: expect.stringContaining('"info":1') },
    });
  });

  it('reads no layer if every rule is off', async () => {
    const { store } = at;
    const name = 'shop-candidate';
    const config = {
      ...store.blob(name, '{"os": "linux", "architecture": "amd64"}'),
      mediaType: types.config,
    };
    const layers = [store.blob(name, 'no archive')];
    const { digest } = store.manifest(name, { schemaVersion: 2, mediaType: types.image, config, layers });
    const refused = await scan(digest);
    expect(refused.outputs.reason).toEqual(wording('shop'));
    const off = Object.keys(imageRules).map(rule => `${rule}: off`);
    await at.replace('test:', `policy: {rules: {${off.join(', ')}}}\ntest:`);
    expect((await scan(digest)).code).toBe(0);
  });

  it('applies an exception for the file', async () => {
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

describe('the gate of scan', () => {
  const vulnerability = (id: string) => ({
    VulnerabilityID: id,
    PkgName: 'lodash',
    InstalledVersion: '4.17.4',
    Severity: 'CRITICAL',
    PkgIdentifier: { PURL: 'pkg:npm/lodash@4.17.4' },
    PublishedDate: '2019-07-26T00:00:00Z',
  });
  const report = (...ids: string[]) =>
    JSON.stringify({
      SchemaVersion: 2,
      ArtifactName: 'x',
      Results: [{ Target: 'Node.js', Class: 'lang-pkgs', Vulnerabilities: ids.map(vulnerability) }],
      runs: [],
    });

  /** trivy finds these in an image, and others in that of the digest that is deployed. */
  const finds = (ids: string[], deployed: { digest: string; ids: string[] } = { digest: 'none', ids: [] }) =>
    at.program(
      'trivy',
      `[ "$1" = --version ] && echo Version: 0.74.0 && exit 0
echo "$*" >> "${at.folder}/asked"
found='${report(...ids)}'
case "$*" in *${deployed.digest.replace(':', '-')}*) found='${report(...deployed.ids)}';; esac
while [ $# -gt 0 ]; do [ "$1" = --output ] && out=$2; shift; done
echo "$found" > "$out"`,
    );

  /** The image that is deployed, in the repository of the release. */
  function deploys(): string {
    const { store } = at;
    const config = {
      ...store.blob('shop', '{"os": "linux", "architecture": "amd64"}'),
      mediaType: types.config,
    };
    const layers = [store.blob('shop', archive([{ path: 'old' }]))];
    return store.manifest('shop', { schemaVersion: 2, mediaType: types.image, config, layers }).digest;
  }

  const scanWith = (digest: string, deployed: object) =>
    at.slipway([
      ...['scan', '--images', JSON.stringify({ shop: digest }), '--trivy-database', 'database'],
      ...['--deployed', JSON.stringify(deployed)],
    ]);

  it('tolerates findings of the deployed image, but no new ones', async () => {
    const candidate = await built([]);
    const deployed = deploys();
    await at.replace('test:', 'scan: {compare: deployed}\ntest:');
    await finds(['CVE-OLD'], { digest: deployed, ids: ['CVE-OLD', 'CVE-MENDED'] });
    const same = await scanWith(candidate, { shop: deployed });
    expect(same).toMatchObject({ code: 0, outputs: { verdict: 'pass', critical: '1', tolerated: '1' } });
    // The very image that is deployed.
    at.store.manifests.set(`shop@${candidate}`, at.store.manifests.get(`shop-candidate@${candidate}`)!);
    for (const [key, body] of [...at.store.blobs])
      at.store.blobs.set(key.replace('shop-candidate', 'shop'), body);
    await finds(['CVE-OLD']);
    expect(await scanWith(candidate, { shop: candidate })).toMatchObject({
      code: 0,
      outputs: { tolerated: '1' },
    });
    await finds(['CVE-OLD', 'CVE-NEW'], { digest: deployed, ids: ['CVE-OLD'] });
    const newer = await scanWith(candidate, { shop: `${at.store.host}/shop@${deployed}` });
    expect(newer.code).toBe(1);
    expect(newer.outputs).toMatchObject({ critical: '2', tolerated: '1' });
    expect(newer.outputs.reason).toEqual(wording('critical', 'CVE-NEW', 'lodash 4.17.4', 'shop'));
    expect(JSON.parse(newer.outputs.failing ?? '')).toEqual({ shop: newer.outputs.reason });
    const gone = await scanWith(candidate, { shop: `sha256:${'0'.repeat(64)}` });
    expect(gone.outputs.reason).toEqual(wording('HOST/shop', '`deployed`'));
  });

  it('scans released images with `from: release`', async () => {
    const digest = deploys();
    await finds([]);
    const from = (place: string) =>
      at.slipway([
        'scan',
        '--images',
        `{"shop": "${digest}"}`,
        '--trivy-database',
        'database',
        '--from',
        place,
      ]);
    expect((await from('release')).code).toBe(0);
    expect((await from('candidate')).outputs.reason).toEqual(wording('HOST/shop-candidate', digest));
    expect((await from('elsewhere')).outputs.reason).toEqual(
      wording('from', 'elsewhere', 'candidate', 'release'),
    );
  });

  it('counts every finding as new if no image is deployed, and says so', async () => {
    await at.replace('test:', 'scan: {compare: deployed}\ntest:');
    await finds(['CVE-OLD']);
    const candidate = await built([]);
    expect(
      (
        await at.slipway([
          'scan',
          '--images',
          `{"shop": "${candidate}"}`,
          '--trivy-database',
          'database',
          '--deployed',
          'null',
        ])
      ).code,
    ).toBe(1);
    const { code, err } = await scanWith(candidate, {});
    expect(code).toBe(1);
    expect(err.split('\n')).toContainEqual(wording('shop: '));
  });

  it('does not read the deployed image if no finding would fail', async () => {
    const deployed = deploys();
    await at.replace('test:', 'scan: {compare: deployed}\ntest:');
    await finds([]);
    expect((await scanWith(await built([]), { shop: deployed })).code).toBe(0);
    expect(await readFile(`${at.folder}/asked`, 'utf8')).not.toContain(deployed.replace(':', '-'));
  });

  it.each([
    ['x', wording('deployed', 'JSON')],
    ['[]', wording('deployed', 'JSON')],
    ['{"shop": "1.4.2"}', wording('deployed', 'shop')],
  ])('refuses an invalid `deployed`: %s', async (text, sentence) => {
    const { code, err } = await at.slipway([
      'scan',
      '--images',
      `{"shop": "${at.digest}"}`,
      '--trivy-database',
      'database',
      '--deployed',
      text,
    ]);
    expect(code).toBe(1);
    expect(err.split('\n')).toContainEqual(sentence);
  });

  it('applies the exceptions and VEX documents of slipway.yml', async () => {
    const digest = await built([]);
    await finds(['CVE-1', 'CVE-2']);
    await at.write(
      'vex.json',
      JSON.stringify({
        '@context': 'https://openvex.dev/ns/v0.2.0',
        statements: [
          {
            vulnerability: { name: 'CVE-2' },
            products: [{ '@id': 'pkg:npm/lodash' }],
            status: 'not_affected',
            justification: 'component_not_present',
          },
        ],
      }),
    );
    await at.replace(
      'test:',
      'scan: {vex: [vex.json], exceptions: [{id: CVE-1, owner: ann, reason: not called, expires: 2999-01-01}]}\ntest:',
    );
    const passed = await scan(digest);
    expect(passed).toMatchObject({ code: 0, outputs: { verdict: 'pass', tolerated: '2' } });
    const folder = passed.outputs.reports!.replace('FOLDER', at.folder);
    expect(JSON.parse(await readFile(`${folder}/shop.tolerated.json`, 'utf8'))).toMatchObject([
      { finding: { id: 'CVE-1' }, tolerated: { by: 'exception', owner: 'ann', expires: '2999-01-01' } },
      {
        finding: { id: 'CVE-2', package: 'lodash' },
        tolerated: {
          by: 'vex',
          status: 'not_affected',
          reason: 'component not present',
          file: 'vex.json',
        },
      },
    ]);
    await at.replace('2999-01-01', '2020-01-01');
    const { code, outputs } = await scan(digest);
    expect([code, outputs.reason]).toEqual([
      1,
      wording('critical', 'CVE-1', 'lodash 4.17.4', 'shop', 'ann', '2020-01-01'),
    ]);
  });

  it('refuses a database that is older than slipway.yml allows', async () => {
    const digest = await built([]);
    const old = new Date(Date.now() - 8 * 86_400_000).toISOString();
    await at.write('database/db/metadata.json', JSON.stringify({ Version: 2, UpdatedAt: old }));
    const { code, outputs } = await scan(digest);
    expect([code, outputs.verdict, outputs.reason]).toEqual([
      1,
      'fail',
      wording('8 days', 'scan.max-database-age', '7d', 'database'),
    ]);
    await at.replace('test:', 'scan: {max-database-age: 9d}\ntest:');
    expect((await scan(digest)).code).toBe(0);
  });

  it('refuses a database that is dated in the future', async () => {
    const later = new Date(Date.now() + 86_400_000).toISOString();
    await at.write('database/db/metadata.json', JSON.stringify({ Version: 2, UpdatedAt: later }));
    const { code, outputs } = await scan(await built([]));
    expect([code, outputs.verdict]).toEqual([1, 'fail']);
    expect(outputs.reason).toContain('in the future');
  });
});

describe('scan with issues at GitHub', () => {
  const scanWith = async (github: FakeGitHub, digest: string) => {
    for (const [name, value] of Object.entries(github.env)) vi.stubEnv(name, value);
    const images = JSON.stringify({ shop: digest });
    return at.slipway([
      'scan',
      '--images',
      images,
      '--trivy-database',
      'database',
      '--issues-token',
      't0ken',
    ]);
  };

  it('closes the issue of an image that passes, and prints only outputs', async () => {
    const issue = {
      number: 4,
      title: 'shop fails',
      body: `<!-- slipway-scan: shop/shop of ${at.store.host}/shop -->`,
    };
    const github = await startGitHub(({ method }) => [200, method === 'GET' ? [issue] : issue]);
    try {
      const { code, outputs, err } = await scanWith(github, await built([]));
      expect([code, outputs.verdict]).toEqual([0, 'pass']);
      expect(err.split('\n')).toContain('closed issue 4');
      expect(Object.keys(outputs).filter(name => !/^[a-z-]+$/.test(name))).toEqual([]);
    } finally {
      github.close();
    }
  });

  it('only warns that its token lacks a permission: the verdict stands', async () => {
    const github = await startGitHub(() => [403, { message: 'Resource not accessible by integration' }]);
    try {
      const { code, outputs, err } = await scanWith(github, await built([]));
      expect([code, outputs.verdict, outputs.reason]).toEqual([0, 'pass', '']);
      expect(err.split('\n')).toContainEqual(wording('warning', '403', 'issues: write'));
    } finally {
      github.close();
    }
  });
});
