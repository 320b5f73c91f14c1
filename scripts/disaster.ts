/**
 * Rehearses the loss of a whole cluster. An application with its database is backed up and archived in a lab. Then that lab is removed
 * with everything in it, and an empty one is restored from the archive and the offline key.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inLab, run, withLab } from './with-lab.ts';

const folder = join(import.meta.dirname, '../test/disaster');

/** Runs the rehearsal. @param report folder for the report. @returns an exit code. */
export async function disaster(report: string): Promise<number> {
  const disk = mkdtempSync(join(tmpdir(), 'slipway-disaster-'));
  const env = { DISASTER_DISK: disk, DISASTER_REPORT: report, DISASTER_STARTED: String(Date.now()) };
  const act = (name: string) =>
    withLab(
      {
        script: name,
        name: undefined,
        parts: ['buildkit', 'gateway', 'recovery', 'netpol'],
        keep: false,
        to: 1,
      },
      lab => run(inLab(lab, [process.execPath, join(folder, `${name}.ts`)]), { env }),
    );
  try {
    const lost = await act('lose');
    if (lost !== 0) return lost ?? 1;
    console.log('the lab is removed, with its cluster, registry, object stores and databases');
    return (await act('recover')) ?? 1;
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
}
