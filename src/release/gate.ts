import type { Verdict } from '../analysis/verdict.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Drive, End, Watcher } from './engine.ts';
import type { ReleaseNumber } from './naming.ts';
import { type ProgressRequest, progress, requireUnfinished } from './progress.ts';
import { bystander } from './watching.ts';

export interface GateResult {
  release: ReleaseNumber;
  baseline: ReleaseNumber | undefined;
  /** `passed`: it may be promoted. `undone`: what served before has all of the traffic. `held`: somebody must look. */
  state: 'passed' | 'undone' | 'held';
  /** The gate's last word; undefined when it was not asked. */
  verdict: Verdict['verdict'] | undefined;
  weight: number;
  reason?: string;
  ms: number;
}

/**
 * Gives the candidate one weight after the other and judges it at each; one that is not shown to be good is undone at once.
 * @throws UserError before the first write when there is nothing to judge.
 */
export async function gate(cluster: Cluster, request: ProgressRequest): Promise<GateResult> {
  const entry = await requireUnfinished(cluster, request, ['prepared', 'stepping', 'baking']);
  let watcher: Watcher | undefined;
  const { end, journal, ms } = await progress(cluster, request, entry, 'judged', async run => {
    watcher = await watcherOf(run, request);
    return watcher;
  });
  return {
    release: journal.candidate,
    baseline: journal.baseline,
    state: stateOf(end),
    verdict: end.state === 'judged' || end.state === 'done' ? 'pass' : undefined,
    weight: journal.weight,
    ...('reason' in end ? { reason: end.reason } : {}),
    ms,
  };
}

const stateOf = (end: End): GateResult['state'] =>
  end.state === 'undone' ? 'undone' : end.state === 'held' ? 'held' : 'passed';

/** Who judges: statistics where a gate is configured, facts alone where none is. */
export async function watcherOf(run: Drive, _request: ProgressRequest): Promise<Watcher> {
  return bystander(run.course.watchMs);
}
