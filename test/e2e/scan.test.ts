import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOnPath } from '../../src/toolkit/child.ts';
import { root } from './harness.ts';
import { complaintsAbout } from './sarif.ts';

const run = promisify(execFile);
const registry = process.env.SLIPWAY_REGISTRY ?? '';
const database = process.env.SLIPWAY_TRIVY_DB ?? '';
const repository = `${registry}/e2e/scanned`;
const dist = dirname(dirname(process.env.SLIPWAY_CLI ?? join(root, 'dist/cli/index.js')));
const trivy = findOnPath('trivy') ?? '';

let folder: string;
let digest: string;

/** A file that a careless COPY includes: a secret that trivy detects next to one that it does not. */
const leak = 'id = "AKIAQWERTYUIOPASDFGH"\npassword = "correct-horse-battery"\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-scan-'));
  const context = join(folder, 'context');
  for (const [name, version] of [
    ['lodash', '4.17.4'],
    ['minimist', '1.2.5'],
  ]) {
    const place = join(context, 'app/node_modules', name!);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'package.json'), JSON.stringify({ name, version }));
  }
  await writeFile(join(context, 'app/.env'), leak);
  await writeFile(join(context, 'Dockerfile'), `FROM ${registry}/base/node:24\nCOPY app /app\n`);
  const metadata = join(folder, 'metadata.json');
  const build = (...args: string[]) =>
    run('buildx', ['build', '--provenance=false', '--quiet', '--metadata-file', metadata, ...args, context]);
  await build('--output', `type=oci,tar=false,dest=${join(folder, 'single/shop')}`);
  await build(
    ...['--platform', 'linux/amd64,linux/arm64'],
    ...['--output', `type=oci,tar=false,dest=${join(folder, 'several/shop')}`],
  );
  await build('--output', `type=image,name=${repository}-candidate,push=true,push-by-digest=true`);
  digest = JSON.parse(await readFile(metadata, 'utf8'))['containerimage.digest'];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Scan {
  code: number | null;
  outputs: Record<string, string>;
  log: string;
  reports: string;
}

let scans = 0;

/** The image rules alone would fail a scan because of the leak; these tests are about the scanner. */
const lenient = 'policy: {rules: {image-secret-file: warning, image-secret-value: warning}}';

/** Runs `slipway scan` in a new folder. */
async function scan(args: string[], policy = '{}', env: Record<string, string> = {}): Promise<Scan> {
  scans += 1;
  const cwd = join(folder, `scan-${scans}`);
  await mkdir(cwd);
  await writeFile(
    join(cwd, 'slipway.yml'),
    `app: shop
images: {shop: {repository: "${repository}"}}
scan: ${policy}
${lenient}
environments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}
`,
  );
  // The ignore file of the repository must not weaken this scan.
  await writeFile(join(cwd, '.trivyignore'), 'CVE-2019-10744\n');
  await writeFile(join(cwd, 'trivy.yaml'), 'severity: [LOW]\n');
  return start([join(dist, 'cli/index.js'), 'scan', ...args], cwd, env);
}

function start(args: string[], cwd: string, env: Record<string, string>): Promise<Scan> {
  const plain = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
  const child = spawn(process.execPath, args, { cwd, env: { ...plain, ...env } });
  let out = '';
  let log = '';
  child.stdout.on('data', chunk => {
    out += chunk;
  });
  child.stderr.on('data', chunk => {
    log += chunk;
  });
  return new Promise(resolve =>
    child.once('close', code => {
      const pairs = out.split('\n').filter(line => line.includes('='));
      const outputs = Object.fromEntries(pairs.map(line => line.split(/=(.*)/s).slice(0, 2)));
      resolve({ code, outputs, log: out + log, reports: outputs.reports ?? '' });
    }),
  );
}

const offline = ['--trivy-database', database];
const single = () => ['--layouts', join(folder, 'single'), ...offline];
const candidate = () => ['--images', JSON.stringify({ shop: digest }), ...offline];

/** Returns the findings by severity in trivy's own report of the same image. */
async function rawCounts(): Promise<Record<string, string>> {
  const output = join(folder, 'raw.json');
  const skip = [
    '--skip-db-update',
    '--skip-java-db-update',
    '--skip-check-update',
    '--offline-scan',
    '--skip-version-check',
  ];
  const what = ['--input', join(folder, 'single/shop'), '--cache-dir', database, '-f', 'json', '-o', output];
  await run(trivy, ['image', ...what, ...skip], { cwd: folder });
  const { Results } = JSON.parse(await readFile(output, 'utf8')) as {
    Results: { Vulnerabilities?: { Severity: string }[]; Secrets?: { Severity: string }[] }[];
  };
  const all = Results.flatMap(each => [...(each.Vulnerabilities ?? []), ...(each.Secrets ?? [])]);
  const of = (severity: string) => String(all.filter(each => each.Severity === severity).length);
  return {
    critical: of('CRITICAL'),
    high: of('HIGH'),
    medium: of('MEDIUM'),
    low: of('LOW'),
    unknown: of('UNKNOWN'),
  };
}

describe('a scan', () => {
  it('has the same counts as trivy itself, from a layout and from the candidate repository', async () => {
    const raw = await rawCounts();
    expect(Number(raw.critical)).toBeGreaterThan(1);
    for (const args of [single(), candidate()]) expect((await scan(args)).outputs).toMatchObject(raw);
  });

  it('that fails has set its outputs, written its reports, and names the finding', async () => {
    const { code, outputs, reports } = await scan(candidate());
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'fail', high: '1', medium: '1' });
    expect(outputs.reason).toMatch(/^critical \S+ in \S+ \S+ \(fixed in [^)]+\) of image shop; \d+ more$/);
    expect(Date.parse(outputs['database-updated']!)).toBeGreaterThan(0);
    expect(Object.keys(outputs).at(-1)).toBe('reason');
    for (const extension of ['json', 'sarif', 'cdx.json', 'spdx.json', 'txt']) {
      expect(existsSync(join(reports, `shop.${extension}`)), extension).toBe(true);
    }
  });

  it('as a step of GitHub Actions writes its summary before it fails', async () => {
    const cwd = join(folder, 'step');
    await mkdir(cwd);
    await writeFile(join(cwd, 'output'), '');
    await writeFile(join(cwd, 'summary'), '');
    await writeFile(
      join(cwd, 'slipway.yml'),
      `app: shop\nimages: {shop: {repository: "${repository}"}}\n${lenient}\nenvironments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}\n`,
    );
    const { code, log } = await start([join(dist, 'scan/index.js')], cwd, {
      GITHUB_OUTPUT: join(cwd, 'output'),
      GITHUB_STEP_SUMMARY: join(cwd, 'summary'),
      INPUT_IMAGES: JSON.stringify({ shop: digest }),
      'INPUT_TRIVY-DATABASE': database,
    });
    expect(code).toBe(1);
    expect(log).toMatch(/^::error title=scan::critical /m);
    expect(await readFile(join(cwd, 'output'), 'utf8')).toMatch(/^verdict<<.*\nfail\n/m);
    const summary = await readFile(join(cwd, 'summary'), 'utf8');
    expect(summary).toContain('❌ shop: scan failed');
    expect(summary).toMatch(
      /\| critical \| CVE-2019-10744 \| lodash 4\.17\.4 \| 4\.17\.12 \| shop \| linux\/amd64 \|/,
    );
    expect(summary).toMatch(/The vulnerability database is .+ old/);
  });

  it('passes with an empty fail-on, and still writes its reports', async () => {
    const { code, outputs, reports } = await scan(single(), '{fail-on: []}');
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ verdict: 'pass', reason: '' });
    expect(Number(outputs.critical)).toBeGreaterThan(1);
    expect(existsSync(join(reports, 'shop.sarif'))).toBe(true);
  });

  it('passes findings without a fix with only-fixable', async () => {
    const strict = await scan(single(), '{fail-on: [low]}');
    expect(strict.outputs.reason).toMatch(/^low CVE-2022-27943 in \S+ \S+ \(no fix yet\) of image shop/);
    const fixable = await scan(single(), '{fail-on: [low], only-fixable: true}');
    expect(fixable).toMatchObject({ code: 0, outputs: { verdict: 'pass', low: strict.outputs.low } });
  });

  it('of several platforms scans each and counts common findings once', async () => {
    const { outputs, reports, log } = await scan(['--layouts', join(folder, 'several'), ...offline]);
    expect(outputs).toMatchObject(await rawCounts());
    expect(log).toContain('scanned shop (linux/amd64, linux/arm64)');
    for (const platform of ['linux-amd64', 'linux-arm64']) {
      expect(existsSync(join(reports, `shop.${platform}.json`))).toBe(true);
    }
  });

  it('of an index within an index scans each platform of it', async () => {
    const nested = join(folder, 'nested/shop');
    await cp(join(folder, 'several/shop'), nested, { recursive: true });
    const index = await readFile(join(nested, 'index.json'));
    const digest = createHash('sha256').update(index).digest('hex');
    await writeFile(join(nested, 'blobs/sha256', digest), index);
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const entry = { mediaType, digest: `sha256:${digest}`, size: index.length };
    await writeFile(join(nested, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [entry] }));
    const { outputs, log } = await scan(['--layouts', join(folder, 'nested'), ...offline]);
    expect(log).toContain('scanned shop (linux/amd64, linux/arm64)');
    expect(outputs).toMatchObject(await rawCounts());
  });
});

describe('the reports', () => {
  let reports: string;
  let log: string;
  const read = async (extension: string) => readFile(join(reports, `shop.${extension}`), 'utf8');
  beforeAll(async () => {
    ({ reports, log } = await scan(candidate()));
  });

  it('name the image by its digest', async () => {
    const name = `${repository}@${digest}`;
    expect(JSON.parse(await read('json'))).toMatchObject({
      ArtifactName: name,
      Metadata: { RepoDigests: [name] },
    });
    expect(JSON.parse(await read('cdx.json')).metadata.component.name).toBe(name);
    expect(await read('txt')).toContain(name);
  });

  it('are SARIF that GitHub accepts', async () => {
    const sarif = JSON.parse(await read('sarif'));
    expect(sarif).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif') });
    expect(await complaintsAbout(join(reports, 'shop.sarif'))).toEqual([]);
    // The validator must fail for a path as trivy writes it, and for a result without its rule.
    const absolute = structuredClone(sarif);
    absolute.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = '/etc/passwd';
    absolute.runs[0].results[1].ruleIndex = 9999;
    await writeFile(join(reports, 'broken.sarif'), JSON.stringify(absolute));
    expect((await complaintsAbout(join(reports, 'broken.sarif'))).length).toBeGreaterThan(0);
    const [only] = sarif.runs;
    expect(only.automationDetails.id).toBe('slipway-scan/shop/shop/');
    expect(only.tool.driver).toMatchObject({ name: 'Trivy', version: '0.74.0' });
    expect(only.results.length).toBeGreaterThan(4);
    for (const result of only.results) {
      expect(only.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note', 'none']).toContain(result.level);
      expect(result.message.text).not.toBe('');
      for (const { physicalLocation } of result.locations) {
        expect(physicalLocation.artifactLocation.uri).toMatch(/^[^/\s][^\s]*$/);
        expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      }
    }
  });

  it('are CycloneDX with its packages and vulnerabilities', async () => {
    const bom = JSON.parse(await read('cdx.json'));
    expect(bom.bomFormat).toBe('CycloneDX');
    expect(bom.components.map((each: { name: string }) => each.name)).toEqual(
      expect.arrayContaining(['lodash', 'minimist']),
    );
    expect(bom.vulnerabilities.map((each: { id: string }) => each.id)).toContain('CVE-2019-10744');
  });

  it('show no secret of the image, neither the detected one nor the lines around it', async () => {
    for (const text of [log, ...(await Promise.all(['json', 'sarif', 'cdx.json', 'txt'].map(read)))]) {
      expect(text).not.toContain('correct-horse-battery');
      expect(text).not.toContain('AKIAQWERTYUIOPASDFGH');
    }
    expect(await read('txt')).toContain('AWS Access Key ID');
  });
});

describe('the scanner', () => {
  it('sees no secret of the job', async () => {
    const spy = join(folder, 'spy');
    await mkdir(spy);
    const seen = join(folder, 'seen');
    await writeFile(
      join(spy, 'trivy'),
      `#!/bin/sh\ntr '\\0' '\\n' < /proc/self/environ >> ${seen}\necho "$@" >> ${seen}\nexec ${trivy} "$@"\n`,
    );
    await chmod(join(spy, 'trivy'), 0o755);
    const names = [
      'GITHUB_TOKEN',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      'AWS_SECRET_ACCESS_KEY',
      'TRIVY_PASSWORD',
      'TRIVY_SEVERITY',
      'KUBECONFIG',
    ];
    const secrets = Object.fromEntries(names.map((name, index) => [name, `fake-secret-${index}`]));
    const env = {
      ...secrets,
      PATH: `${spy}${delimiter}${process.env.PATH}`,
      DOCKER_CONFIG: join(folder, 'fake-secret-docker'),
    };
    const { outputs } = await scan(candidate(), '{}', env);
    expect(outputs).toMatchObject(await rawCounts());
    const text = await readFile(seen, 'utf8');
    expect(text).toContain('--offline-scan');
    expect(text).not.toContain('fake-secret');
    const variables = new Set([...text.matchAll(/^([A-Za-z_]\w*)=/gm)].map(each => each[1]));
    // The shell in front of the program sets PWD.
    expect([...variables].filter(each => each !== 'PWD').sort()).toEqual(['HOME', 'PATH', 'TMPDIR']);
    expect(text).not.toContain(`HOME=${process.env.HOME}\n`);
  });
});

describe('a scan is refused in one sentence for', () => {
  const garbage = async () => {
    const place = join(folder, 'garbage');
    await mkdir(join(place, 'db'), { recursive: true });
    await writeFile(join(place, 'db/trivy.db'), 'no database');
    await writeFile(join(place, 'db/metadata.json'), await readFile(join(database, 'db/metadata.json')));
    return place;
  };
  const missing = `sha256:${'0'.repeat(64)}`;
  it.each<[string, () => string[] | Promise<string[]>, RegExp]>([
    [
      'an image that does not exist',
      () => ['--images', JSON.stringify({ shop: missing }), ...offline],
      /scanned-candidate has no image sha256:0{64}\. Correct the digest in the input `images`/,
    ],
    [
      'a missing database',
      () => ['--images', JSON.stringify({ shop: digest }), '--trivy-database', folder],
      /the vulnerability database in \S+ is missing\. Name a trivy cache folder/,
    ],
    [
      'an invalid database',
      async () => [...single().slice(0, 2), '--trivy-database', await garbage()],
      /shop \(linux\/amd64\) could not be scanned: failed to open db: invalid database\. Name a complete trivy database/,
    ],
    [
      'missing layouts',
      () => ['--layouts', 'nowhere', ...offline],
      /nowhere cannot be read: it does not exist\. Correct/,
    ],
  ])('%s', async (_name, args, sentence) => {
    const { code, log } = await scan(await args());
    expect(code).toBe(1);
    expect(log).toMatch(sentence);
    expect(log).not.toMatch(/^\s+at /m);
  });
});
