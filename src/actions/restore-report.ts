import type { Restored } from '../recovery/restore.ts';
import type { Host } from '../toolkit/host.ts';
import type { RestoredParts } from './restore-parts.ts';

/** Publishes the result of a restore: outputs, job summary and log. @param restored the database; undefined if none was restored. */
export async function publishRestore(
  restored: (Restored & { readonly address: string }) | undefined,
  { levelChecks, addresses }: RestoredParts,
  into: string,
  host: Host,
): Promise<boolean> {
  const failed = levelChecks.find(({ state }) => state === 'failed');
  const levels = levelChecks
    .map(({ level }) => level)
    .filter(level => levelChecks.every(each => each.level !== level || each.state === 'passed'));
  const ended =
    restored === undefined || levelChecks.some(({ level, state }) => level === 'L2' && state === 'passed');
  host.output('addresses', JSON.stringify([restored?.address ?? [], addresses].flat()));
  host.output('backup', restored?.database.choice.backup.label ?? '');
  host.output('reached', restored?.database.reached ?? '');
  host.output('proved', ended && failed === undefined ? (levels.toSorted().at(-1) ?? '') : '');
  host.output('reason', failed?.sentence ?? '');
  const { restoreSummary } = await import('../report/restore.ts');
  await host.summary(restoreSummary({ restored, levelChecks, into }));
  for (const levelCheck of levelChecks)
    host.report(`${levelCheck.level} ${levelCheck.what}: ${levelCheck.sentence}`);
  return failed === undefined;
}
