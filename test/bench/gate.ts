/**
 * Simulates whole rollouts as a closed loop: the decisions of the judge determine the traffic. Slipway's gate runs unchanged, with a policy
 * from a fresh hour before each rollout; the other judges follow their documented rules. Every figure has its 95 % Wilson interval. Needs
 * no cluster.
 */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { emptyEProcess, logEvidence, update } from '../../src/analysis/eprocess.ts';
import { harmOptions } from '../../src/analysis/margins.ts';
import { certainCases } from '../analysis/simulation/certain.ts';
import type { Cell } from '../analysis/simulation/outcome.ts';
import { peers } from '../analysis/simulation/peers.ts';
import { type Scenario, scenarios } from '../analysis/simulation/scenarios.ts';
import type { Task } from '../analysis/simulation/worker.ts';

/** `--runs 12` is the default of scripts/bench: 1,200 rollouts per cell. Peers get a quarter, because their cells are far from a limit. */
const runs = Number(process.env.BENCH_RUNS ?? 12) * 100;
const seed = Number(process.env.BENCH_SEED ?? randomInt(2 ** 31));
const simulation = resolve(import.meta.dirname, '../analysis/simulation');

const judges = ['ours', ...Object.keys(peers)];
const runsOf = (judge: string) => (judge === 'ours' ? runs : Math.max(100, runs / 4));
/** Sorted so that long tasks are not last. */
const parts: Task[] = judges.flatMap((judge, j) =>
  scenarios.flatMap((_, scenario) => {
    const all = runsOf(judge);
    const size = 200;
    return Array.from({ length: Math.ceil(all / size) }, (_, part) => ({
      judge,
      scenario,
      seed: (seed + 1_000_003 * scenario + 7_919_000 * part + 101 * j) >>> 0,
      runs: Math.min(size, all - part * size),
    }));
  }),
);

console.error(`seed ${seed}, ${runs} rollouts per cell of Slipway, ${runsOf('')} of each peer`);
const cells = await rollAll(parts);
const wrong = certainCases.filter(({ failsClosed }) => !failsClosed());
report();

async function rollAll(tasks: Task[]): Promise<Map<string, Cell>> {
  const merged = new Map<string, Cell>();
  const queue = [...tasks];
  const work = async () => {
    const worker = new Worker(join(simulation, 'worker.ts'));
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      const { judge, scenario } = task;
      worker.postMessage(task);
      const [cell] = (await once(worker, 'message')) as [Cell];
      const key = keyOf(judge, scenario);
      merged.set(key, sum(merged.get(key), cell));
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return merged;
}

function sum(a: Cell | undefined, b: Cell): Cell {
  if (a === undefined) return b;
  const profiles = { ...a.profiles };
  for (const [name, count] of Object.entries(b.profiles)) profiles[name] = (profiles[name] ?? 0) + count;
  return {
    runs: a.runs + b.runs,
    promoted: a.promoted + b.promoted,
    rolledBack: a.rolledBack + b.rolledBack,
    inconclusive: a.inconclusive + b.inconclusive,
    excess: a.excess + b.excess,
    toRollback: [...a.toRollback, ...b.toRollback],
    toPromotion: [...a.toPromotion, ...b.toPromotion],
    profiles,
  };
}

function keyOf(judge: string, scenario: number): string {
  return `${judge}|${scenario}`;
}

function report(): void {
  console.log(
    '| scenario | rolled back % | promoted % | inconclusive % | min to roll back, 50/90 % | min to promote | excess | profile |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const [index, scenario] of scenarios.entries()) console.log(row(scenario, cellFor('ours', index)));
  console.log(
    '\n| judge | cells within 1 % | worst equal, rolled back % | worst bad, promoted % | excess errors |',
  );
  console.log('| --- | --- | --- | --- | --- |');
  for (const judge of judges) console.log(summary(judge));
  for (const { name } of wrong) console.log(`\nDoes not fail closed: ${name}`);
  console.log(
    `\nSeed ${seed}; ${certainCases.length - wrong.length} of ${certainCases.length} certain cases fail closed.`,
  );
  const { equal, bad, excess } = worst('ours');
  console.log(
    JSON.stringify({
      aa_worst: Number(equal.toFixed(4)),
      bad_worst: Number(bad.toFixed(4)),
      excess: Number(excess.toFixed(0)),
      update_us: Number(microseconds().toFixed(2)),
    }),
  );
  if (wrong.length > 0) process.exitCode = 1;
}

function cellFor(judge: string, scenario: number): Cell {
  const cell = cells.get(keyOf(judge, scenario));
  if (cell === undefined) throw new Error(`nothing was rolled for ${judge}`);
  return cell;
}

function row({ name, truth }: Scenario, cell: Cell): string {
  const { promoted, rolledBack, inconclusive, excess, toRollback, toPromotion, profiles } = cell;
  const shown = (count: number) => {
    const { low, high } = wilson(count, cell.runs);
    return `${percent(count / cell.runs)} (${percent(low)}–${percent(high)})`;
  };
  const most = Object.entries(profiles).sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
  return `| ${name} | ${shown(rolledBack)} | ${shown(promoted)} | ${shown(inconclusive)} | ${minutes(toRollback, 0.5)} / ${minutes(toRollback, 0.9)} | ${minutes(toPromotion, 0.5)} | ${truth === 'worse' ? (excess / cell.runs).toFixed(1) : ''} | ${most} |`;
}

function summary(judge: string): string {
  const { equal, bad, excess } = worst(judge);
  const within = scenarios.filter((_, index) => wrongShare(judge, index) <= 0.01).length;
  return `| ${judge} | ${within} of ${scenarios.length} | ${percent(equal)} | ${percent(bad)} | ${Math.round(excess).toLocaleString('en')} |`;
}

/** Returns the share of wrong results: rollbacks of a good version, promotions of a bad one. */
function wrongShare(judge: string, index: number): number {
  const cell = cellFor(judge, index);
  return (scenarios[index]?.truth === 'equal' ? cell.rolledBack : cell.promoted) / cell.runs;
}

function worst(judge: string): { equal: number; bad: number; excess: number } {
  const of = (truth: Scenario['truth']) =>
    Math.max(...scenarios.map((each, index) => (each.truth === truth ? wrongShare(judge, index) : 0)));
  const excess = scenarios.reduce((all, { summed }, index) => {
    const cell = cellFor(judge, index);
    return all + (summed === true ? cell.excess / cell.runs : 0);
  }, 0);
  return { equal: of('equal'), bad: of('worse'), excess };
}

function wilson(count: number, all: number): { low: number; high: number } {
  const z = 1.96;
  const p = count / all;
  const middle = p + (z * z) / (2 * all);
  const half = z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all));
  const scale = 1 + (z * z) / all;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

function percent(fraction: number): string {
  return (fraction * 100).toFixed(1);
}

function minutes(sorted: number[], quantile: number): string {
  sorted.sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))]?.toFixed(1) ?? '–';
}

/** Returns the time of one update of HARM with a reading of the evidence, in microseconds, in the fastest of several rounds. */
function microseconds(): number {
  const options = harmOptions('ratio', { phi: 1.3, tau: 0.1, pods: 2, baselinePods: 8 }, 200);
  const rounds = 20_000;
  const times = Array.from({ length: 12 }, () => {
    let state = emptyEProcess();
    let sum = 0;
    const began = performance.now();
    for (let i = 0; i < rounds; i++) {
      if (i % 200 === 0) state = emptyEProcess();
      const tick = { canaryBad: i % 3, canary: 75 + (i % 7), baselineBad: i % 19, baseline: 1425 };
      state = update(options, state, tick);
      sum += logEvidence(options, state);
    }
    const took = performance.now() - began;
    if (!Number.isFinite(sum)) throw new Error('the evidence is not a number');
    return (took / rounds) * 1000;
  });
  return Math.min(...times);
}
