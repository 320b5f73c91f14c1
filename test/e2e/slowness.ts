import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Milliseconds in which a machine that is not starved starts Node, with room: 40 are usual on one that is idle. */
const usual = 150;
/** Milliseconds between two looks at who waits for a processor. */
const every = 250;

/** How many tasks wanted each processor, and when. */
const wanted: { at: number; tasks: number }[] = [];

setInterval(() => wanted.push({ at: Date.now(), tasks: tasksPerProcessor() }), every).unref();

function tasksPerProcessor(): number {
  const [, running = '1'] = /(\d+)\/\d+/.exec(readFileSync('/proc/loadavg', 'utf8')) ?? [];
  return Number(running) / availableParallelism();
}

/**
 * How many times longer than usual things take, now and since a moment; 1 unless the machine is starved. A time that is
 * promised is promised for a machine that has time: who expects one multiplies it by this.
 * @param since ms since 1970, when what is measured began.
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
