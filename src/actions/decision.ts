import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DecisionRecord } from '../decision/schema.ts';
import { innermostCause } from '../toolkit/errors.ts';
import { newFolder } from '../toolkit/folder.ts';
import type { Host } from '../toolkit/host.ts';

/**
 * Writes the decision record to the job summary, and to a folder for an artifact. A failure is a warning, because the workflow would roll
 * a good release back for it.
 * @returns the folder, with `decision.json` and `report.html`; empty without a record or a folder.
 */
export async function publishDecision(record: DecisionRecord | undefined, host: Host): Promise<string> {
  if (record === undefined) return '';
  try {
    // Loaded late: no earlier phase needs this code.
    const { decisionSummary } = await import('../report/decision.ts');
    const { decisionPage } = await import('../report/page.ts');
    await host.summary(decisionSummary(record));
    return await reportFolder(host, `r${record.release}`, {
      'decision.json': `${JSON.stringify(record)}\n`,
      'report.html': decisionPage(record),
    });
  } catch (error) {
    host.annotate('warning', { message: `the decision record was not written: ${innermostCause(error)}` });
    return '';
  }
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
