import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSlipway } from './harness.ts';
import { complaintsAbout } from './sarif.ts';

/** The gate of `scan` with the real trivy; needs a builder, a registry and a database. */

const run = promisify(execFile);
const registry = process.env.SLIPWAY_REGISTRY ?? '';
const database = process.env.SLIPWAY_TRIVY_DB ?? '';
/** Only of this run. */
const repository = `${registry}/e2e/gate-${Math.random().toString(36).slice(2, 8)}`;

let folder: string;
/** Has lodash 4.17.4. */
let before: string;
/** Has minimist 1.2.5 as well. */
let after: string;

async function built(name: string, packages: Record<string, string>): Promise<string> {
  const context = join(folder, name);
  for (const [each, version] of Object.entries(packages)) {
    await mkdir(join(context, 'app/node_modules', each), { recursive: true });
    await writeFile(
      join(context, 'app/node_modules', each, 'package.json'),
      JSON.stringify({ name: each, version }),
    );
  }
  await writeFile(join(context, 'Dockerfile'), 'FROM scratch\nCOPY app /app\nUSER 10001\n');
  const metadata = join(folder, `${name}.json`);
  const push = (to: string) => ['--output', `type=image,name=${to},push=true,push-by-digest=true`];
  for (const to of [repository, `${repository}-candidate`])
    await run('buildx', [
      'build',
      '--provenance=false',
      '--quiet',
      '--metadata-file',
      metadata,
      ...push(to),
      context,
    ]);
  return JSON.parse(await readFile(metadata, 'utf8'))['containerimage.digest'];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-gate-'));
  before = await built('before', { lodash: '4.17.4' });
  after = await built('after', { lodash: '4.17.4', minimist: '1.2.5' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function scan(digest: string, policy: string, ...more: string[]) {
  await writeFile(
    join(folder, 'slipway.yml'),
    `app: shop
images: {shop: {repository: "${repository}", context: after}}
scan: ${policy}
environments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}
`,
  );
  const images = JSON.stringify({ shop: digest });
  return startSlipway(['scan', '--images', images, '--trivy-database', database, ...more], folder, {}).done;
}
const all = 'fail-on: [critical, high, medium, low, unknown]';
const deployed = (digest: string) => ['--deployed', JSON.stringify({ shop: digest })];

describe('compared with the deployed image', () => {
  it('an image with the same vulnerabilities passes, and one with a new one fails only for that', async () => {
    const strict = await scan(before, `{${all}}`);
    expect(strict.code).toBe(1);
    const same = await scan(before, `{${all}, compare: deployed}`, ...deployed(before));
    expect(same.outputs.reason).toBe('');
    expect(same.outputs).toMatchObject({ verdict: 'pass', critical: strict.outputs.critical });
    expect(Number(same.outputs.tolerated)).toBeGreaterThan(0);
    const newer = await scan(after, `{${all}, compare: deployed}`, ...deployed(`${repository}@${before}`));
    expect(newer.code).toBe(1);
    expect(newer.outputs.reason).toMatch(/^\w+ CVE-\S+ in minimist 1\.2\.5 /);
    expect(newer.outputs.tolerated).toBe(same.outputs.tolerated);
  });
});

describe('a finding', () => {
  it('with an exception is tolerated until that expires', async () => {
    const all = (expires: string) =>
      `{fail-on: [critical], exceptions: [{id: CVE-2019-10744, package: lodash, owner: ann, reason: not called, expires: ${expires}}]}`;
    const holding = await scan(before, all('2999-01-01'));
    expect(holding).toMatchObject({ code: 0, outputs: { verdict: 'pass', tolerated: '1' } });
    const past = await scan(before, all('2020-01-01'));
    expect(past.code).toBe(1);
    expect(past.outputs.reason).toMatch(
      /^critical CVE-2019-10744 in lodash .*, and the exception by ann expired on 2020-01-01$/,
    );
  });

  it('is tolerated when a VEX document excludes it, by the purl that trivy gives the package', async () => {
    await writeFile(
      join(folder, 'vex.json'),
      JSON.stringify({
        '@context': 'https://openvex.dev/ns/v0.2.0',
        statements: [
          {
            vulnerability: { name: 'CVE-2019-10744' },
            products: [{ '@id': 'pkg:npm/lodash@4.17.4' }],
            status: 'not_affected',
            justification: 'vulnerable_code_not_in_execute_path',
          },
        ],
      }),
    );
    const { code, outputs } = await scan(before, '{fail-on: [critical], vex: [vex.json]}');
    expect([code, outputs.tolerated, outputs.critical]).toEqual([0, '1', '1']);
  });

  it('is not tolerated after its grace period, by the date that trivy gives it', async () => {
    // It is of 2019. A younger one would have to be of this week, so test/scan/judge.test.ts has that case.
    const { code, outputs } = await scan(before, '{fail-on: [critical], grace: 999d}');
    expect([code, outputs.tolerated]).toEqual([1, '0']);
    const report = JSON.parse(await readFile(join(folder, 'scan-reports/shop.json'), 'utf8'));
    const dates = report.Results.flatMap((each: { Vulnerabilities?: { PublishedDate?: string }[] }) =>
      (each.Vulnerabilities ?? []).map(one => one.PublishedDate),
    );
    expect(dates.length).toBeGreaterThan(0);
    for (const date of dates) expect(Date.parse(date)).toBeGreaterThan(0);
  });
});

describe('the scan', () => {
  it('has the same result whatever was scanned before', async () => {
    const seen = async (digest: string) => {
      const { outputs } = await scan(digest, '{fail-on: []}');
      const {
        CreatedAt: _at,
        ReportID: _id,
        ...report
      } = JSON.parse(await readFile(join(outputs.reports!, 'shop.json'), 'utf8'));
      const { critical, high, medium, low, unknown, tolerated } = outputs;
      return { counts: { critical, high, medium, low, unknown, tolerated }, report };
    };
    const first = await seen(before);
    const other = await seen(after);
    expect(other.counts).not.toEqual(first.counts);
    expect(await seen(before)).toEqual(first);
  });

  it('writes an SBOM as SPDX with the name of the image', async () => {
    const { outputs } = await scan(after, '{}');
    const bom = JSON.parse(await readFile(join(outputs.reports!, 'shop.spdx.json'), 'utf8'));
    expect(bom.spdxVersion).toMatch(/^SPDX-2/);
    expect(bom.name).toBe(`${repository}@${after}`);
    expect(bom.packages.map((each: { name: string }) => each.name)).toEqual(
      expect.arrayContaining(['lodash', 'minimist']),
    );
  });

  it('checks configuration files in the image where slipway.yml enables that, and quotes nothing of them', async () => {
    await mkdir(join(folder, 'configured/app'), { recursive: true });
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n    - {name: a, image: "x:1", securityContext: {privileged: true}, env: [{name: A, value: correct-horse}]}\n';
    await mkdir(join(folder, 'configured/app'), { recursive: true });
    await writeFile(join(folder, 'configured/app/pod.yaml'), pod);
    const digest = await built('configured', {});
    expect((await scan(digest, '{fail-on: [high]}')).code).toBe(0);
    const { code, outputs } = await scan(digest, '{fail-on: [high], misconfiguration: true}');
    expect(code).toBe(1);
    expect(outputs.reason).toMatch(/^high KSV-\d+ \(.+\) in app\/pod\.yaml:\d+ of image shop; \d+ more$/);
    const read = (extension: string) => readFile(join(outputs.reports!, `shop.${extension}`), 'utf8');
    const sarif = JSON.parse(await read('sarif'));
    expect(sarif.runs[0].results.map((each: { ruleId: string }) => each.ruleId)).toContain('KSV-0017');
    expect(await complaintsAbout(join(outputs.reports!, 'shop.sarif'))).toEqual([]);
    for (const extension of ['json', 'sarif', 'cdx.json', 'txt'])
      expect(await read(extension), extension).not.toContain('correct-horse');
  });

  it('refuses a database that is older than allowed', async () => {
    const old = join(folder, 'old');
    await cp(database, old, { recursive: true });
    const path = join(old, 'db/metadata.json');
    const metadata = JSON.parse(await readFile(path, 'utf8'));
    const UpdatedAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
    await writeFile(path, JSON.stringify({ ...metadata, UpdatedAt }));
    const { code, outputs } = await scan(after, '{max-database-age: 2d}', '--trivy-database', old);
    expect(code).toBe(1);
    expect(outputs.reason).toMatch(
      /^the vulnerability database is 3 days old, but `scan.max-database-age` allows only 2d\. /,
    );
  });
});
