/**
 * Measures the overhead of the supply chain over the plain commands, in pairs: both arms build, scan, push and sign the same sources with
 * the same programs, in alternating order. The other arm is supply.sh, a script as users write it. With one image and with ten. Slipway
 * also checks Dockerfiles and layers by its rules, compares tags with the registry and reads back its writes.
 * Finally measures the cache in the registry: an empty builder with and without it.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { median } from './measuring/median.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const runs = Number(process.env.BENCH_RUNS ?? 12);
const only = (process.env.BENCH_ONLY ?? '').split(',');
const { SLIPWAY_REGISTRY: host = '', SLIPWAY_TRIVY_DB: database = '' } = process.env;
const password = 'correct-horse-battery';
/** Unique for this run. The first build of each arm has no cache and does not count. */
const home = `${host}/bench/supply-${Math.random().toString(36).slice(2, 8)}`;

const folder = await mkdtemp(join(tmpdir(), 'bench-supply-'));
process.once('SIGTERM', () => process.exit(130));
try {
  await prepare();
  const one = await compare(1);
  const ten = await compare(10);
  const cached = await compareCache();
  console.log(
    JSON.stringify({
      overhead_s: rounded(one.difference),
      ratio_ten: rounded(ten.ratio),
      peak_mb: Math.round(Math.max(one.peak, ten.peak)),
      ratio_cached: rounded(cached),
      pairs: runs,
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Creates keys, an empty signing configuration, and the sources of ten images with the same base. */
async function prepare(): Promise<void> {
  const env = { ...process.env, COSIGN_PASSWORD: password, HOME: folder };
  const cosign = (...args: string[]) => run('cosign', args, { env, cwd: folder });
  await cosign('generate-key-pair', '--output-key-prefix', 'signing');
  const none = ['--no-default-fulcio', '--no-default-rekor', '--no-default-tsa'];
  await cosign('signing-config', 'create', ...none, '--no-default-oidc', '--out', 'none.json');
  await cosign('trusted-root', 'create', ...none, '--no-default-ctfe', '--out', 'nobody.json');
  for (const name of names(10)) {
    await mkdir(join(folder, name, 'node_modules/lodash'), { recursive: true });
    await writeFile(
      join(folder, name, 'node_modules/lodash/package.json'),
      '{"name":"lodash","version":"4.17.4"}',
    );
    await writeFile(
      join(folder, name, 'Dockerfile'),
      `FROM ${host}/base/node:24\nWORKDIR /app\nCOPY node_modules node_modules\nCOPY source.js ./\nUSER 10001\nCMD ["source.js"]\n`,
    );
  }
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `image-${i}`);
}

interface Comparison {
  /** Medians over the pairs: of the differences in seconds, and of the ratios. */
  difference: number;
  ratio: number;
  /** Peak memory of a Slipway process, in MB. */
  peak: number;
}

async function compare(count: number): Promise<Comparison> {
  if (!only.some(part => part === '' || part === String(count)))
    return { difference: Number.NaN, ratio: Number.NaN, peak: 0 };
  const pairs: { ours: number; theirs: number; peak: number }[] = [];
  for (let i = 0; i <= runs; i += 1) {
    const arms: ('ours' | 'theirs')[] = i % 2 === 0 ? ['ours', 'theirs'] : ['theirs', 'ours'];
    const pair = { ours: 0, theirs: 0, peak: 0 };
    for (const arm of arms) {
      // Each arm has the same amount to build, and cannot reuse the build of the other arm.
      for (const name of names(count))
        await writeFile(join(folder, name, 'source.js'), `console.log('${name}, ${count}, ${i}, ${arm}')\n`);
      if (arm === 'ours') Object.assign(pair, await ours(count, i));
      else pair.theirs = await theirs(count, i);
    }
    console.log(
      `${count} of ${i === 0 ? 'the first pair, not counted' : `pair ${i}`}: ours ${pair.ours.toFixed(2)} s, theirs ${pair.theirs.toFixed(2)} s, ${Math.round(pair.peak)} MB`,
    );
    if (i > 0) pairs.push(pair);
  }
  const ratios = pairs.map(pair => pair.ours / pair.theirs);
  const differences = pairs.map(pair => pair.ours - pair.theirs);
  console.log(
    `${count}: ours ${median(pairs.map(pair => pair.ours)).toFixed(2)} s, theirs ${median(pairs.map(pair => pair.theirs)).toFixed(2)} s, ratio ${median(ratios).toFixed(3)} (${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)})`,
  );
  return {
    difference: median(differences),
    ratio: median(ratios),
    peak: Math.max(...pairs.map(pair => pair.peak)),
  };
}

/** Runs the four steps like a pipeline, each in its own process, with the outputs of the previous one. */
async function ours(count: number, i: number): Promise<{ ours: number; peak: number }> {
  const config = join(folder, 'slipway.yml');
  const images = names(count).map(name => `  ${name}: {repository: ${home}/ours/${name}, context: ${name}}`);
  await writeFile(
    config,
    `app: shop
images:
${images.join('\n')}
scan: {fail-on: [], max-database-age: 999d}
signing: {key: "env://SIGNING_KEY"}
trust: {key: signing.pub}
environments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}
`,
  );
  const peaks: number[] = [];
  const steps: string[] = [];
  const secret = await readFile(join(folder, 'signing.key'), 'utf8');
  const step = async (...args: string[]) => {
    const rss = join(folder, 'rss');
    const preload = `data:text/javascript,${encodeURIComponent(
      `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(rss)}, String(process.resourceUsage().maxRSS)));`,
    )}`;
    const env = {
      ...process.env,
      ...{ GITHUB_REF: 'refs/heads/main', GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d' },
      ...{ GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'acme/shop' },
      ...{ SIGNING_KEY: secret, COSIGN_PASSWORD: password },
    };
    const cli = [join(root, 'dist/cli/index.js'), ...args];
    const from = performance.now();
    const said = await run(process.execPath, ['--import', preload, ...cli], {
      cwd: folder,
      env,
      maxBuffer: 1 << 26,
    });
    steps.push(`${args[0]} ${((performance.now() - from) / 1000).toFixed(2)}`);
    peaks.push(Number(await readFile(rss, 'utf8')) / 1024);
    return Object.fromEntries(
      said.stdout.split('\n').flatMap(line => (line.includes('=') ? [line.split(/=(.*)/s, 2)] : [])),
    ) as Record<string, string>;
  };
  const started = performance.now();
  const built = await step('build');
  const reports = join(folder, 'reports');
  await step('scan', '--images', built.images ?? '', '--trivy-database', database, '--output', reports);
  const pushed = await step('push', '--images', built.images ?? '', '--tags', `1.0.${i}`);
  await step('sign', '--images', pushed.images ?? '', '--reports', reports);
  console.log(`  of ours: ${steps.join(', ')}`);
  return { ours: (performance.now() - started) / 1000, peak: Math.max(...peaks) };
}

async function theirs(count: number, i: number): Promise<number> {
  const cache = join(folder, 'trivy');
  const env = {
    ...process.env,
    HOME: folder,
    TRIVY_CACHE: cache,
    COSIGN_PASSWORD: password,
    SIGNING_KEY: 'signing.key',
    VERIFYING_KEY: 'signing.pub',
    SIGNING_CONFIG: 'none.json',
    TRUSTED_ROOT: 'nobody.json',
  };
  const args = [folder, join(folder, 'work'), `${home}/theirs`, `1.0.${i}`, ...names(count)];
  // As on a new runner: with the database, but without the cache of an earlier scan.
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache);
  await symlink(join(database, 'db'), join(cache, 'db'));
  const started = performance.now();
  await run(join(root, 'test/bench/supply.sh'), args, { env, cwd: folder, maxBuffer: 1 << 26 });
  return (performance.now() - started) / 1000;
}

/** Returns the build time of four steps, one of which takes seconds, with the registry cache, relative to the time without it. */
async function compareCache(): Promise<number> {
  if (!only.some(part => 'cache'.startsWith(part))) return Number.NaN;
  const context = join(folder, 'cached');
  await mkdir(context);
  const work =
    "const c = require('node:crypto'), out = []; for (let i = 0; i < 2000; i += 1) out.push(c.pbkdf2Sync(String(i), 'salt', 6000, 32, 'sha512').toString('hex')); require('node:fs').writeFileSync('/app/built', out.join('\\n'))";
  await writeFile(join(context, 'source.js'), "console.log('shop')\n");
  await writeFile(
    join(context, 'Dockerfile'),
    `FROM ${host}/base/node:24\nWORKDIR /app\nCOPY source.js ./\nRUN ${JSON.stringify(['/usr/local/bin/node', '-e', work])}\nCOPY Dockerfile ./\nUSER 10001\nCMD ["source.js"]\n`,
  );
  const config = join(folder, 'cached.yml');
  await writeFile(
    config,
    `app: shop\nimages:\n  shop: {repository: ${home}/cached, context: cached}\nenvironments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}\n`,
  );
  const build = async (cache: boolean) => {
    await run('buildx', ['prune', '--all', '--force']);
    const args = ['build', '--config', config, '--cache', String(cache)];
    const env = { ...process.env, GITHUB_REF: 'refs/heads/main' };
    const started = performance.now();
    const { stderr } = await run(process.execPath, [join(root, 'dist/cli/index.js'), ...args], {
      ...{ cwd: folder, env },
      maxBuffer: 1 << 26,
    });
    return {
      seconds: (performance.now() - started) / 1000,
      steps: /(\d+ of \d+) steps cached/.exec(stderr)?.[1],
    };
  };
  await build(true);
  const ratios: number[] = [];
  for (let i = 1; i <= runs; i += 1) {
    const without = await build(false);
    const from = await build(true);
    ratios.push(from.seconds / without.seconds);
    console.log(
      `cache, pair ${i}: without ${without.seconds.toFixed(2)} s, ${without.steps} steps cached; with it ${from.seconds.toFixed(2)} s, ${from.steps}`,
    );
  }
  return median(ratios);
}

function rounded(value: number): number | null {
  return Number.isFinite(value) ? Math.round(value * 1000) / 1000 : null;
}
