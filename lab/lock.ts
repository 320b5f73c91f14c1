import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that cannot be mistaken for a later one with the same id: the kernel's start time goes with it. */
export interface ProcessId {
  readonly pid: number;
  readonly start: string;
}

/** The process with this id now, or null when it is dead (or a zombie, which does nothing any more). */
export function processNow(pid: number): ProcessId | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program may contain spaces and parentheses: fields count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return { pid, start: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/** The process that a file of ours names ("pid start"), if it still lives. */
export function processIn(file: string): ProcessId | null {
  try {
    const [pid, start] = readFileSync(file, 'utf8').split('\n', 1)[0]?.split(' ') ?? [];
    const now = processNow(Number(pid));
    return now && now.start === start ? now : null;
  } catch {
    return null;
  }
}

/**
 * Runs `work` as the only holder of the lock `file`. A lock whose holder is dead is free.
 * @param busy called again and again while somebody else holds it, with the ms waited so far; may throw instead of waiting.
 */
export async function locked<T>(
  file: string,
  busy: (holder: ProcessId, waited: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const start = Date.now();
  while (!take(file)) {
    const holder = processIn(file);
    if (holder === null) {
      clear(file);
      continue;
    }
    busy(holder, Date.now() - start);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** For `busy`: says it the first time. */
export function once(say: () => void): () => void {
  let said = false;
  return () => {
    if (!said) say();
    said = true;
  };
}

/** A link appears with its content, unlike a file that is created and then written. */
function take(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  const now = processNow(process.pid);
  writeFileSync(mine, `${process.pid} ${now?.start ?? ''}\n`);
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes a dead holder's lock away, unless another did so first and the lock is a living one's by now. */
function clear(file: string): void {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    if (processIn(aside)) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  rmSync(aside, { force: true });
}
