import type { Restored } from '../recovery/restore.ts';
import type { Host } from '../toolkit/host.ts';
import type { RestoredParts } from './restore-parts.ts';

/** Publishes the result of a restore: outputs, job summary and log. @param restored the database; undefined if none was restored. */
export async function publishRestore(
  restored: (Restored & { readonly address: string }) | undefined,
  { rungs, addresses }: RestoredParts,
  into: string,
  host: Host,
): Promise<boolean> {
  const failed = rungs.find(({ state }) => state === 'failed');
  const levels = rungs
    .map(({ level }) => level)
    .filter(level => rungs.every(each => each.level !== level || each.state === 'passed'));
  const ended =
    restored === undefined || rungs.some(({ level, state }) => level === 'L2' && state === 'passed');
  host.output('address', [restored?.address ?? [], addresses].flat().join(' '));
  host.output('backup', restored?.database.choice.backup.label ?? '');
  host.output('reached', restored?.database.reached ?? '');
  host.output('proved', ended && failed === undefined ? (levels.toSorted().at(-1) ?? '') : '');
  host.output('reason', failed?.sentence ?? '');
  const { restoreSummary } = await import('../report/restore.ts');
  await host.summary(restoreSummary({ restored, rungs, into }));
  for (const rung of rungs) host.report(`${rung.level} ${rung.what}: ${rung.sentence}`);
  return failed === undefined;
}
