import type { Cluster } from '../../cluster/port.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { readState, replaceState } from './rollout-state.ts';
import type { RolloutState } from './schema.ts';

/**
 * Whether the post hook of a release has succeeded. The hook is started once. The state marks it as open from the beginning of the
 * release, so that a run that dies at any time leaves that mark.
 */

/** Returns a warning for a complete release whose post hook is open; undefined otherwise. Pure. */
export function openHookSentence(rollout: RolloutState | undefined): string | undefined {
  if (rollout?.phase !== 'done' || rollout.postHook === undefined) return undefined;
  const { candidate, postHook } = rollout;
  return `the post hook of release ${candidate} has not succeeded (${postHook.by}), and no other run starts it: check that run, and finish the work by hand`;
}

/** Records that the hook has succeeded. Does nothing if another release has begun since. */
export async function closePostHook(
  cluster: Cluster,
  namespace: string,
  { app, release }: { app: string; release: ReleaseNumber },
): Promise<void> {
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    const entry = await readState(cluster, namespace, app);
    if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined) return;
    const { postHook: _, ...rollout } = entry.rollout;
    if (await replaceState(cluster, namespace, entry, rollout)) return;
  }
}
