/**
 * Measures the overhead of a release over plain kubectl commands, in pairs: both arms of a pair release the same change of the same shop,
 * in alternating order. Slipway adds preflight, Lease, records and verified completion.
 *
 * The kubelet probes once a second. If the shop started to listen just at a probe, it would be ready at once or a second later, by
 * chance. So it starts half a second later, between two probes. What remains of that chance is in the time between the write and the
 * last available pod, so the time of the commands themselves, before the write and after the last pod, is reported as well.
 */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  buildShop,
  copyShop,
  endOnSignals,
  kubectl,
  slipway,
  type Target,
  wasStopped,
} from '../../scripts/shop.ts';
import { connect } from '../../src/cluster/port.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { median } from './measuring/median.ts';
import { watchRollout } from './measuring/rollout-moments.ts';

const run = promisify(execFile);
const runs = Number(process.env.BENCH_RUNS ?? 12);
if (!(Number.isInteger(runs) && runs >= 1))
  throw new Error(`BENCH_RUNS=${process.env.BENCH_RUNS} is not a number of pairs`);
endOnSignals();
const target: Target = {
  registry: process.env.SLIPWAY_REGISTRY ?? '',
  base: `${process.env.SLIPWAY_REGISTRY}/base/node:24`,
  gateway: 'gateway/lab',
  verifyFrom: 'gateway',
  context: undefined,
};
const digests = [await buildShop(target, '1.0.0'), await buildShop(target, '2.0.0')];

/** Returns the folder of an arm, which has its own namespace; with the image in the manifest for plain kubectl. */
function folderOf(namespace: string, digest: string | undefined): string {
  return copyShop(target, namespace, (file, text) => {
    if (file === 'deploy/config.yaml')
      return text.replace('\ndata:\n', '\ndata:\n  FAULT_SLOW_START: "0.5"\n');
    return file === 'deploy/deployment.yaml' && digest !== undefined
      ? text.replace(`image: ${target.registry}/shop`, `image: ${target.registry}/shop@${digest}`)
      : text;
  });
}

const ours = folderOf('bench-ours', undefined);
const theirs = digests.map(digest => folderOf('bench-theirs', digest));

/** Milliseconds of a command: in all, until its write, and after the last pod was available. */
interface Duration {
  whole: number;
  before: number;
  after: number;
}

const cluster = await connect();

async function timed(namespace: string, command: () => Promise<unknown>): Promise<Duration> {
  const rollout = await watchRollout(cluster, pathOf(resources.deployment, namespace), 'shop');
  const started = performance.now();
  await command();
  const ended = performance.now();
  const { written, complete } = await rollout();
  return { whole: ended - started, before: written - started, after: ended - complete };
}

async function ourDeploy(i: number): Promise<void> {
  const result = await slipway(ours, [
    'deploy',
    '--environment',
    'production',
    '--images',
    JSON.stringify({ shop: digests[i % 2] }),
  ]);
  if (result.code !== 0) throw new Error(result.stderr);
}

async function theirDeploy(i: number): Promise<void> {
  await run('kubectl', ['apply', '-f', join(theirs[i % 2] ?? '', 'deploy')]);
  await run('kubectl', ['-n', 'bench-theirs', 'rollout', 'status', 'deployment/shop', '--timeout=120s']);
}

/** Its verification counts, which `rollout undo` has not. */
async function ourRollback(to: number): Promise<void> {
  const result = await slipway(ours, ['rollback', '--environment', 'production', '--to-release', String(to)]);
  if (result.code !== 0) throw new Error(result.stderr);
}

async function theirRollback(): Promise<void> {
  await run('kubectl', ['-n', 'bench-theirs', 'rollout', 'undo', 'deployment/shop']);
  await run('kubectl', ['-n', 'bench-theirs', 'rollout', 'status', 'deployment/shop', '--timeout=120s']);
}

interface Pair {
  ours: Duration;
  theirs: Duration;
}

/** Waits until no pod of either arm is terminating, because that would slow the next arm down. */
async function settle(): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    const counts = await Promise.all(
      ['bench-ours', 'bench-theirs'].map(namespace =>
        kubectl(target, '-n', namespace, 'get', 'pods', '-o', 'name'),
      ),
    );
    if (counts.every(text => text.split('\n').filter(Boolean).length === 6)) return;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error('the pods did not settle');
}

async function pair(i: number, ourArm: () => Promise<void>, theirArm: () => Promise<void>): Promise<Pair> {
  const ours = () => timed('bench-ours', ourArm);
  const theirs = () => timed('bench-theirs', theirArm);
  const first = i % 2 === 0;
  const a = await (first ? ours() : theirs());
  await settle();
  const b = await (first ? theirs() : ours());
  await settle();
  return first ? { ours: a, theirs: b } : { ours: b, theirs: a };
}

/** Prints each pair and the medians. @returns the median difference of the pairs, in ms. */
function report(what: string, part: keyof Duration, pairs: Pair[]): number {
  const ours = pairs.map(pair => pair.ours[part]);
  const theirs = pairs.map(pair => pair.theirs[part]);
  const middle = Math.round(median(pairs.map(pair => pair.ours[part] - pair.theirs[part])));
  for (const [i, time] of ours.entries())
    console.error(`${what}: ours ${Math.round(time)} ms, bare ${Math.round(theirs[i] ?? 0)} ms`);
  console.error(
    `${what}: median ours ${Math.round(median(ours))} ms, bare ${Math.round(median(theirs))} ms, pairs differ by ${middle} ms`,
  );
  return middle;
}

try {
  for (const namespace of ['bench-ours', 'bench-theirs'])
    await kubectl(target, 'create', 'namespace', namespace);
  // Pulls both images to every node, and completes the first release of both arms, before the measurement.
  for (const i of [0, 1]) {
    await ourDeploy(i);
    await theirDeploy(i);
  }
  await settle();
  const deploys: Pair[] = [];
  for (let i = 0; i < runs; i += 1) {
    deploys.push(
      await pair(
        i,
        () => ourDeploy(i),
        () => theirDeploy(i),
      ),
    );
  }
  const rollbacks: Pair[] = [];
  const last = runs + 2;
  for (let i = 0; i < runs; i += 1) {
    rollbacks.push(await pair(i, () => ourRollback(i % 2 === 0 ? last - 1 : last), theirRollback));
  }
  const result = {
    deploy_overhead_ms: report('deploy', 'whole', deploys),
    deploy_before_ms: report('deploy, until its write', 'before', deploys),
    deploy_after_ms: report('deploy, after the last pod', 'after', deploys),
    rollback_overhead_ms: report('rollback', 'whole', rollbacks),
    rollback_before_ms: report('rollback, until its write', 'before', rollbacks),
    rollback_after_ms: report('rollback, after the last pod', 'after', rollbacks),
  };
  console.log(JSON.stringify(result));
} catch (error) {
  if (!wasStopped()) throw error;
  process.exitCode = 130;
} finally {
  await cluster.close();
  for (const folder of [ours, ...theirs]) rmSync(folder, { recursive: true, force: true });
  for (const namespace of ['bench-ours', 'bench-theirs'])
    await kubectl(target, 'delete', 'namespace', namespace, `--wait=${!wasStopped()}`);
}
