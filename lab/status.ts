import { existsSync } from 'node:fs';
import { partsOf } from './asked.ts';
import { isSimulated, type Lab } from './lab.ts';
import { processesOf } from './parts.ts';
import { alive, logFile } from './process.ts';
import { SIMULATED_PROCESSES } from './simulation.ts';

/** Returns the names of a lab's processes, in the order of their start. */
export function partNames(lab: Lab): readonly string[] {
  return isSimulated(lab) ? SIMULATED_PROCESSES : processesOf(partsOf(lab));
}

/** Returns a table of the processes, and whether all of them run. */
export function status(lab: Lab): { readonly text: string; readonly running: boolean } {
  if (!existsSync(lab.dir)) return { text: `the lab ${lab.name} is down`, running: false };
  const rows = partNames(lab).map(part => ({ part, pid: alive(lab, part)?.pid }));
  const lines = rows.map(
    ({ part, pid }) => `${part.padEnd(24)} ${String(pid ?? 'dead').padStart(8)}  ${logFile(lab, part)}`,
  );
  const running = rows.every(row => row.pid !== undefined);
  return { text: [`${'part'.padEnd(24)} ${'pid'.padStart(8)}  log`, ...lines].join('\n'), running };
}
