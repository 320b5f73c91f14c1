import type { KubeObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { LevelCheck } from './levels.ts';

/**
 * Annotation of a PVC whose files are restored. Files whose restore has begun may be overwritten by the next run from the same set. Restored
 * files may not: the application may have changed them.
 */
const note = 'slipway.dev/files';

interface FilesNote {
  readonly cluster: Cluster;
  readonly into: string;
  readonly pvc: string;
  /** The ID of the set. */
  readonly set: string;
  /** The note of restored files, such as `back`. */
  readonly back: string;
  report(line: string): void;
}

/**
 * Restores files of a PVC, unless an earlier run has; then there are no checks.
 * @param restore calls `begins` before its first write. `replace`: whether an earlier run has begun, but not completed, a restore from this
 * set.
 */
export async function withFilesNote(
  { cluster, into, pvc, set, back, report }: FilesNote,
  restore: (replace: boolean, begins: () => Promise<void>) => Promise<LevelCheck[]>,
): Promise<LevelCheck[]> {
  const path = pathOf(resources.pvc, into, pvc);
  const before = (await cluster.get<KubeObject>(path))?.metadata?.annotations?.[note];
  if (before === back) {
    report(`an earlier run has restored the files of the PVC ${pvc}; keeping them`);
    return [];
  }
  const mark = async (how: string) => {
    await cluster.patch(path, 'merge', { metadata: { annotations: { [note]: how } } });
  };
  const begun = `begun ${set}`;
  const levelChecks = await restore(before === begun, () => mark(begun));
  if (levelChecks.every(({ state }) => state === 'passed')) await mark(back);
  return levelChecks;
}
