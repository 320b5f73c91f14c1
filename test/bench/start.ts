/**
 * What a step costs before its own work: every bundle as the runner starts it, up to its sentence about a slipway.yml
 * that it had to read, check and refuse; beside it, in turn, Node that does nothing. Needs no cluster.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { actions } from '../../src/actions/all.ts';

const root = resolve(import.meta.dirname, '../..');
const runs = Number(process.env.BENCH_RUNS ?? 12);
const folder = mkdtempSync(join(tmpdir(), 'slipway-start-'));
/** In the last line of the file, so that all of it is read. */
const mistake = 'verifyy';
writeFileSync(
  join(folder, 'slipway.yml'),
  `app: shop
images: {shop: {repository: registry.example/shop}}
environments:
  production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop, ${mistake}: {}}
`,
);

function time(args: string[], env: Record<string, string>, expected: RegExp): number {
  const started = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  const ms = performance.now() - started;
  if (!expected.test(stdout + stderr)) throw new Error(`${args.join(' ')} said ${stdout}${stderr}`);
  return ms;
}

const bare = () => time(['-e', '0'], {}, /^$/);
const bundles = actions.map(action => {
  const required = Object.entries(action.inputs).filter(([, spec]) => spec.required === true);
  const inputs = required.map(([name]) => [
    `INPUT_${name.toUpperCase()}`,
    name === 'environment' ? 'production' : '{"shop": "1"}',
  ]);
  const run = () =>
    time([join(root, 'dist', action.name, 'index.js')], Object.fromEntries(inputs), new RegExp(mistake));
  return { name: action.name, run };
});
bundles.push({
  name: 'cli',
  run: () =>
    time([join(root, 'dist/cli/index.js'), 'verify', '--environment', 'production'], {}, new RegExp(mistake)),
});

try {
  const ratios: { name: string; ratio: number }[] = [];
  for (const { name, run } of bundles) {
    run();
    const pairs = Array.from({ length: runs }, (_, i) => {
      if (i % 2 === 0) return { bare: bare(), ours: run() };
      const ours = run();
      return { bare: bare(), ours };
    });
    const ours = median(pairs.map(pair => pair.ours));
    const theirs = median(pairs.map(pair => pair.bare));
    const ratio = median(pairs.map(pair => pair.ours / pair.bare));
    ratios.push({ name, ratio });
    console.error(
      `${name}: ${ours.toFixed(0)} ms, bare node ${theirs.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
    );
  }
  const worst = ratios.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  console.log(JSON.stringify({ ratio: Number(worst.ratio.toFixed(2)), worst: worst.name }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
