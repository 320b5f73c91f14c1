import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DecisionRecord } from '../release/decision-record/schema.ts';
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
  // actions/upload-artifact reads its path as a glob, so of all data from the cluster the path contains only a number.
  const folder = await mkdtemp(join(host.env.RUNNER_TEMP ?? tmpdir(), `slipway-r${record.release}-`));
  await Promise.all([
    writeFile(join(folder, 'decision.json'), `${JSON.stringify(record)}\n`),
    writeFile(join(folder, 'report.html'), decisionPage(record)),
  ]);
  return folder;
}
