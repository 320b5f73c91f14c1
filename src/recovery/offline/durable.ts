import { open, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What must be on the disk before it is said to be: a write is complete in memory long before, and a disk may be pulled out at once. */

/** Flushes every file and folder below a folder to its disk. */
export async function flushFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries)
    if (entry.isFile() || entry.isDirectory()) await flush(join(entry.parentPath, entry.name));
  await flush(folder);
}

/** Writes a file whole or not at all: under another name first, flushed before it gets its own. */
export async function writeDurably(file: string, content: string): Promise<void> {
  const partial = `${file}.partial`;
  await writeFile(partial, content, { flush: true });
  await rename(partial, file);
  await flush(dirname(file));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
