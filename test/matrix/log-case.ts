import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Progress, Result } from './matrix.ts';
import { caseLine } from './table.ts';

const logs = resolve(import.meta.dirname, '../../report/matrix');

/** Prints the line of a case. For a wrong one also writes a file with all logs and the final state. */
export async function logCase({ done, all, result }: Progress, say: (line: string) => void): Promise<void> {
  say(`${done}/${all} ${caseLine(result)}`);
  if (result.faults.length === 0) return;
  for (const line of result.said) say(`    | ${line}`);
  say(`    log: ${await keep(result)}`);
}

async function keep(result: Result): Promise<string> {
  await mkdir(logs, { recursive: true });
  const file = join(logs, `${new Date().toISOString().replaceAll(':', '-')}.log`);
  await writeFile(file, `${caseLine(result)}\n\n${result.log.join('\n')}\n`);
  return file;
}
