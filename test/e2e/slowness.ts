import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Milliseconds in which a machine that is not starved starts Node, with room: 40 are usual on one that is idle. */
const usual = 150;

/**
 * How many times longer than usual things take at the moment; 1 unless the machine is starved. A time that is promised is
 * promised for a machine that has time: whoever expects one multiplies it by this.
 */
export async function slowness(): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const start = performance.now();
    await run(process.execPath, ['-e', '0']);
    took.push(performance.now() - start);
  }
  const median = took.sort((a, b) => a - b)[1] ?? usual;
  return Math.max(1, median / usual);
}
