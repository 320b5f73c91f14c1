import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramOutput } from '../../../src/toolkit/program.ts';

/** Recorded output of restic 0.18.0 on Debian 13, run as root on the host `vm`. */
export function recorded(name: string, code = 0): ProgramOutput {
  const read = (stream: string) => {
    const file = join(import.meta.dirname, 'fixtures', `${name}.${stream}.txt`);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const [stdout, stderr] = [read('stdout'), read('stderr')];
  if (stdout + stderr === '') throw new Error(`nothing is recorded as ${name}`);
  return { code, stdout, stderr };
}
