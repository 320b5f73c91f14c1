import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Milliseconds to start Node on a machine that is not overloaded, with a margin: an idle one needs 40. */
const usual = 150;
/** Milliseconds between two samples of the run queue. */
const every = 250;

/** Samples of the runnable tasks per processor. */
const wanted: { at: number; tasks: number }[] = [];

setInterval(() => wanted.push({ at: Date.now(), tasks: tasksPerProcessor() }), every).unref();

function tasksPerProcessor(): number {
  const [, running = '1'] = /(\d+)\/\d+/.exec(readFileSync('/proc/loadavg', 'utf8')) ?? [];
  return Number(running) / availableParallelism();
}

/**
 * Returns the factor by which the machine is slower than usual, now and since a time; 1 unless it is overloaded. Tests multiply the times
 * that Slipway promises by it, because they hold for a machine that is not overloaded.
 * @param since start of the measurement, in ms since 1970.
 */
export async function slowness(since = Date.now()): Promise<number> {
  return Math.max(1, meanWanted(since), (await startOfNode()) / usual);
}

function meanWanted(since: number): number {
  const counted = wanted.filter(({ at }) => at >= since);
  return counted.reduce((sum, { tasks }) => sum + tasks, 0) / Math.max(1, counted.length);
}

async function startOfNode(): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const start = performance.now();
    await run(process.execPath, ['-e', '0']);
    took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b)[1] ?? usual;
}
