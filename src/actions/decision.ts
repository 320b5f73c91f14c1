import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DecisionRecord } from '../release/decision-record/schema.ts';
import { newFolder } from '../toolkit/folder.ts';
import type { Host } from '../toolkit/host.ts';

/**
 * Writes the decision record to the job summary, and to a folder for an artifact.
 * @returns the folder, with `decision.json` and `report.html`.
 */
export async function publishDecision(record: DecisionRecord, host: Host): Promise<string> {
  // Loaded late: no earlier phase needs this code.
  const [{ decisionSummary }, { decisionPage }] = await Promise.all([
    import('../report/decision.ts'),
    import('../report/page.ts'),
  ]);
  await host.summary(decisionSummary(record));
  return reportFolder(host, `r${record.release}`, {
    'decision.json': `${JSON.stringify(record)}\n`,
    'report.html': decisionPage(record),
  });
}

/**
 * Writes files to a new folder, for an artifact. actions/upload-artifact reads its path as a glob, so it contains nothing from the cluster
 * but a number.
 */
export async function reportFolder(
  { env }: Pick<Host, 'env'>,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await newFolder(env, name);
  await Promise.all(Object.entries(files).map(([file, text]) => writeFile(join(folder, file), text)));
  return folder;
}
