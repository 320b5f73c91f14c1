import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shown } from '../assess/conformance/decide.ts';
import { type ReadingReport, readDocument } from '../assess/conformance/documents.ts';
import type { ConformanceReport } from '../assess/conformance/report-schema.ts';
import type { HistoryEntry } from '../recovery/history.ts';
import { UserError } from '../toolkit/errors.ts';
import { listed } from '../toolkit/input-text.ts';

const mostFiles = 500;
const largest = 16 * 1024 * 1024;

export interface ReportFiles {
  readonly shown: readonly Shown[];
  readonly drills: readonly HistoryEntry[];
  /** The newest earlier report among them. */
  readonly before: ConformanceReport | undefined;
  readonly notes: readonly string[];
}

/** @throws UserError for a named file that is no report; one in a folder is only noted. */
export async function readReports(reports: string, reading: ReadingReport): Promise<ReportFiles> {
  const shown: Shown[] = [];
  const drills: HistoryEntry[] = [];
  const notes: string[] = [];
  const before: ConformanceReport[] = [];
  for (const path of listed(reports)) {
    const found = await stat(path).catch(unreadable(path));
    const inside = found.isDirectory() ? await readdir(path, { recursive: true }) : [];
    const files = found.isDirectory() ? inside.sort().map(name => join(path, name)) : [path];
    const json = files.filter(each => each.endsWith('.json') || !found.isDirectory());
    if (json.length > mostFiles)
      throw new UserError(
        `${path} has more than ${mostFiles} JSON files`,
        'name a smaller folder in `reports`',
      );
    for (const file of json) {
      const read = readDocument(file, await contentOf(file), reading);
      if ('before' in read) before.push(read.before);
      else if ('shown' in read) shown.push(read.shown);
      else if ('drill' in read) drills.push(read.drill);
      else if (found.isDirectory()) notes.push(`not read: ${read.problem}`);
      else throw new UserError(read.problem, 'correct the input `reports`');
    }
  }
  const newest = before.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return { shown, drills, notes, before: newest };
}

async function contentOf(path: string): Promise<string> {
  const { size } = await stat(path).catch(unreadable(path));
  if (size > largest)
    throw new UserError(`${path} is larger than ${largest} bytes`, 'correct the input `reports`');
  return readFile(path, 'utf8').catch(unreadable(path));
}

const unreadable = (path: string) => (cause: unknown) => {
  throw new UserError(`${path} cannot be read`, 'correct the input `reports`', { cause });
};
