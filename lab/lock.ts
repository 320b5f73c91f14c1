import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Identifies a process. The start time distinguishes it from a later process with the same pid. */
export interface ProcessId {
  readonly pid: number;
  readonly start: string;
}

/** Returns the current process with this pid; null if there is none, or if it is a zombie. */
export function processNow(pid: number): ProcessId | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program name may contain spaces and parentheses, so the fields start after the last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return { pid, start: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/** Returns the process in a pid file ("pid start") if it is alive. */
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
 * Runs `work` while it holds the lock `file`. A lock of a dead process is taken over.
 * @param busy is called repeatedly while another process holds the lock, with the ms waited so far; it may throw to stop waiting.
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

/** Returns a `busy` that calls `say` only the first time. */
export function once(say: () => void): () => void {
  let said = false;
  return () => {
    if (!said) say();
    said = true;
  };
}

/** Takes the lock by a hard link, which appears together with its content. */
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

/** Removes the lock of a dead process. Restores it if another process has taken it meanwhile. */
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
