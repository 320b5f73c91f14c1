import type { Cluster } from '../../cluster/port.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { readState, replaceState } from './rollout-state.ts';
import type { RolloutState } from './schema.ts';

/**
 * Whether the hook that runs when a release serves everything has ended well. It is started once: the state says that it is open from the
 * beginning of the release on, so a run that dies at any moment leaves that behind.
 */

/** What is to be said of a release whose hook is open although it is complete; undefined when there is nothing to say. Pure. */
export function openHookSentence(rollout: RolloutState | undefined): string | undefined {
  if (rollout?.phase !== 'done' || rollout.postHook === undefined) return undefined;
  const { candidate, postHook } = rollout;
  return `the post hook of release ${candidate} has not ended well so far (${postHook.by}), and no other run starts it: see that run, and do by hand what is missing`;
}

/** Notes that the hook has ended well. Where another release has begun since, nobody asks any more. */
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
