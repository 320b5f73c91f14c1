import type { Cluster } from '../../cluster/port.ts';
import { watcherOf } from '../gate/start.ts';
import type { DeployRequest } from '../preflight/plan.ts';
import { requireNothingPaused } from '../preflight/unfinished.ts';
import { unfinished } from '../rollout/find.ts';
import { endDeadRollout } from '../rollout/run.ts';
import type { Lease } from '../store/lease.ts';
import { openHookSentence } from '../store/post-hook.ts';
import { readState } from '../store/rollout-state.ts';

/** Ends a previous rollout that blocks this one. */

/** Ends the rollout of a run that died, so that none begins beside it. Warns about an open post hook before the new state hides it. */
export async function endPreviousRollout(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
): Promise<void> {
  const entry = await unfinished(cluster, request);
  if (entry === undefined) {
    const state = await readState(cluster, request.environment.namespace, request.config.app);
    const left = openHookSentence(state?.rollout);
    if (left !== undefined) request.report(`warning: ${left}`);
    return;
  }
  await requireNothingPaused(cluster, request);
  const asked = { ...request, wait: 0 };
  await endDeadRollout(cluster, asked, lease, entry.rollout, run => watcherOf(run, request));
}
