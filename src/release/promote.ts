import type { Cluster } from '../cluster/port.ts';
import type { DecisionRecord } from './decision-schema.ts';
import { watcherOf } from './gate.ts';
import type { ReleaseNumber } from './naming.ts';
import { type ProgressRequest, progress, requireUnfinished } from './progress.ts';

export interface PromoteResult {
  release: ReleaseNumber;
  state: 'complete' | 'undone' | 'held';
  reason?: string;
  readyPods: number;
  ms: number;
  decision: DecisionRecord;
}

/**
 * Makes a candidate that was judged good the stable workload, without its share ever falling, watches, and tidies up.
 * @throws UserError before the first write when none was judged good.
 */
export async function promote(cluster: Cluster, request: ProgressRequest): Promise<PromoteResult> {
  const entry = await requireUnfinished(cluster, request, ['promoting', 'watching']);
  const {
    end,
    journal,
    dossier: decision,
    ms,
  } = await progress(cluster, request, entry, 'done', run => watcherOf(run, request));
  const release = journal.candidate;
  switch (end.state) {
    case 'prepared':
    case 'judged':
    case 'done':
      return { release, state: 'complete', readyPods: end.pods, ms, decision };
    case 'undone':
    case 'held':
      return { release, state: end.state, readyPods: 0, reason: end.reason, ms, decision };
  }
}
