/**
 * Measures the startup time of a step: every bundle as the runner starts it, until it fails because of missing inputs, alternating with an
 * empty Node process. A second figure is the time until it has read and validated a slipway.yml and refuses its inputs. Needs no cluster.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { actionNames } from '../../src/actions/all.ts';
import { median } from './measuring/median.ts';

const root = resolve(import.meta.dirname, '../..');
const runs = Number(process.env.BENCH_RUNS ?? 12);
const empty = mkdtempSync(join(tmpdir(), 'slipway-start-'));
const repository = mkdtempSync(join(tmpdir(), 'slipway-start-'));
writeFileSync(
  join(repository, 'slipway.yml'),
  `app: shop
images: {shop: {repository: registry.example/shop}}
environments:
  production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}
`,
);
/** Without a base, `changed` needs no input and lists every application. */
const refusal = /::error|applications changed/;
const refused = { INPUT_ENVIRONMENT: 'nowhere', INPUT_IMAGES: 'nowhere', INPUT_TAGS: '1.0.0' };

/** Returns the milliseconds of one run. Its output must match. */
function time(args: string[], cwd: string, env: Record<string, string>, expected: RegExp): number {
  const started = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  const ms = performance.now() - started;
  if (!expected.test(stdout + stderr)) throw new Error(`${args.join(' ')} said ${stdout}${stderr}`);
  return ms;
}

/** The bundle of another action, such as that of docker/build-push-action; without it, Node that does nothing. */
const peer = process.env.BENCH_PEER;
const bare = () =>
  time(
    peer === undefined ? ['-e', '0'] : [resolve(peer)],
    empty,
    {},
    peer === undefined ? /^$/ : /::error::/,
  );
const started = (name: string) => () => time([join(root, 'dist', name, 'index.js')], empty, {}, refusal);
const hasRead = (name: string) => () =>
  time([join(root, 'dist', name, 'index.js')], repository, refused, refusal);

/** Returns medians over pairs in alternating order. */
function compare(run: () => number): { ms: number; ratio: number } {
  run();
  const pairs = Array.from({ length: runs }, (_, i) => {
    if (i % 2 === 0) return { bare: bare(), ours: run() };
    const ours = run();
    return { bare: bare(), ours };
  });
  return { ms: median(pairs.map(pair => pair.ours)), ratio: median(pairs.map(p => p.ours / p.bare)) };
}

try {
  const all = actionNames.map(name => {
    const start = compare(started(name));
    const read = compare(hasRead(name));
    console.error(
      `${name}: ${start.ms.toFixed(0)} ms, ratio ${start.ratio.toFixed(2)}; with slipway.yml read ${read.ms.toFixed(0)} ms, ratio ${read.ratio.toFixed(2)}`,
    );
    return { name, ratio: start.ratio };
  });
  const worst = all.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  console.log(JSON.stringify({ ratio: Number(worst.ratio.toFixed(2)), worst: worst.name }));
} finally {
  for (const folder of [empty, repository]) rmSync(folder, { recursive: true });
}
