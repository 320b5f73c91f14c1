import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceEvidence } from '../assess/conformance/decide.ts';
import { type ReadingReport, readDocument } from '../assess/conformance/documents.ts';
import type { ReportedDrill } from '../assess/conformance/judges/drills.ts';
import type { ConformanceReport } from '../assess/conformance/report-schema.ts';
import { UserError } from '../toolkit/errors.ts';
import { listed } from '../toolkit/input-text.ts';
import { readNamed, unreadable } from '../toolkit/named-file.ts';
import type { ReportFile } from './past-records.ts';

const mostFiles = 500;
const remedy = 'correct the input `reports`';
/** Bytes of one file, and of all together: all are kept in memory. */
const largest = 16 * 1024 * 1024;
const mostBytes = 256 * 1024 * 1024;

export interface ReportFiles {
  readonly shown: readonly SourceEvidence[];
  readonly drills: readonly ReportedDrill[];
  /** The newest earlier report among them. */
  readonly before: ConformanceReport | undefined;
  readonly notes: readonly string[];
}

/**
 * Reads reports of other steps.
 * @param past those of earlier runs.
 * @throws UserError for a named file that is not a report; one in a folder is only noted.
 */
export async function readReports(
  reports: string,
  reading: ReadingReport,
  past: readonly ReportFile[] = [],
): Promise<ReportFiles> {
  const shown: SourceEvidence[] = [];
  const drills: ReportedDrill[] = [];
  const notes: string[] = [];
  const before: ConformanceReport[] = [];
  for (const { path, content, named } of [...(await filesIn(reports)), ...past] as readonly NamedFile[]) {
    const read = readDocument(path, content, reading);
    if ('before' in read) before.push(read.before);
    else if ('shown' in read) shown.push(read.shown);
    else if ('drill' in read) drills.push(read.drill);
    else if (named === true) throw new UserError(read.problem, remedy);
    // Earlier runs are also about other applications and environments.
    else if (named !== undefined || !read.problem.includes(' is about '))
      notes.push(`not read: ${read.problem}`);
  }
  const newest = before.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return { shown, drills, notes, before: newest };
}

/** @param named by the input itself, and not found in a folder. */
type NamedFile = ReportFile & { readonly named?: boolean };

async function filesIn(reports: string): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  let bytes = 0;
  for (const path of listed(reports)) {
    const named = !(await stat(path).catch(unreadable(path, remedy))).isDirectory();
    const inside = named ? [] : await readdir(path, { recursive: true });
    const files = inside.filter(name => name.endsWith('.json')).sort();
    if (files.length > mostFiles)
      throw new UserError(
        `${path} has more than ${mostFiles} JSON files`,
        'name a smaller folder in `reports`',
      );
    for (const each of named ? [path] : files.map(name => join(path, name))) {
      const content = await contentOf(each);
      bytes += content.length;
      if (bytes > mostBytes)
        throw new UserError(`the reports are larger than ${mostBytes / 1024 / 1024} MiB together`, remedy);
      found.push({ path: each, content, named });
    }
  }
  return found;
}

async function contentOf(path: string): Promise<string> {
  const { size } = await stat(path).catch(unreadable(path, remedy));
  if (size > largest) throw new UserError(`${path} is larger than ${largest} bytes`, remedy);
  return readNamed(path, remedy);
}
