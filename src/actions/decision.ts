import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DecisionRecord } from '../release/decision-record/schema.ts';
import type { Host } from '../toolkit/host.ts';

/**
 * Shows why a rollout stands where it stands: the job summary, and a folder to keep as an artifact.
 * @returns the folder, with `decision.json` and `report.html`.
 */
export async function publishDecision(record: DecisionRecord, host: Host): Promise<string> {
  // Loaded only now: their code is of no use before the end.
  const [{ decisionSummary }, { decisionPage }] = await Promise.all([
    import('../report/decision.ts'),
    import('../report/page.ts'),
  ]);
  await host.summary(decisionSummary(record));
  // Whoever uploads it reads its path as patterns: of what stands in the cluster a number is all that it may hold.
  const folder = await mkdtemp(join(host.env.RUNNER_TEMP ?? tmpdir(), `slipway-r${record.release}-`));
  await Promise.all([
    writeFile(join(folder, 'decision.json'), `${JSON.stringify(record)}\n`),
    writeFile(join(folder, 'report.html'), decisionPage(record)),
  ]);
  return folder;
}
