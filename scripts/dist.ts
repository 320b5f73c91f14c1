import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the paths, relative to both folders, of files that differ or exist in only one of them. */
export function staleFiles(built: string, committed: string): string[] {
  const all = new Set([...filesIn(built), ...filesIn(committed)]);
  return [...all].filter(path => {
    const [a, b] = [join(built, path), join(committed, path)];
    return !existsSync(a) || !existsSync(b) || !readFileSync(a).equals(readFileSync(b));
  });
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
