import { prometheusOf } from '../analysis/prometheus.ts';
import type { Verdict } from '../analysis/verdict.ts';
import type { Cluster } from '../cluster/port.ts';
import { lastVerdict } from './decision.ts';
import type { DecisionRecord } from './decision-schema.ts';
import type { Drive, End, Watcher } from './drive.ts';
import { GateWatcher, type Gating } from './gating.ts';
import type { ReleaseNumber } from './naming.ts';
import type { Phase } from './phases.ts';
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
  /** Why; undefined when nothing was done. */
  decision?: DecisionRecord;
}

/**
 * Gives the candidate one weight after the other and judges it at each; one that is not shown to be good is undone at once.
 * @throws UserError before the first write when there is nothing to judge.
 */
export async function gate(cluster: Cluster, request: ProgressRequest): Promise<GateResult> {
  const phases: Phase[] = ['prepared', 'stepping', 'baking', 'promoting', 'watching'];
  const entry = await requireUnfinished(cluster, request, phases);
  const { phase, candidate, baseline, weight } = entry.journal;
  if (phase === 'promoting' || phase === 'watching') {
    request.report(`release ${candidate} has passed already`);
    return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
  }
  const { end, journal, dossier, ms } = await progress(cluster, request, entry, 'judged', run =>
    watcherOf(run, request),
  );
  return {
    release: journal.candidate,
    baseline: journal.baseline,
    state: stateOf(end),
    verdict: lastVerdict(dossier)?.verdict,
    weight: journal.weight,
    ...('reason' in end ? { reason: end.reason } : {}),
    ms,
    decision: dossier,
  };
}

const stateOf = (end: End): GateResult['state'] =>
  end.state === 'undone' ? 'undone' : end.state === 'held' ? 'held' : 'passed';

/** Who judges: statistics where a gate was set up, facts alone where none was. */
export async function watcherOf(run: Drive, { env, report }: ProgressRequest): Promise<Watcher> {
  const { cluster, course, dossier, keeper, prometheus, world } = run;
  const gating = keeper.journal.gate as Gating | undefined;
  if (gating === undefined || prometheus === undefined) return bystander(course.watchMs);
  return new GateWatcher({
    source: prometheusOf(prometheus, cluster, env),
    keeper,
    world,
    dossier,
    gating,
    isSet: o =>
      o.journal?.phase === 'watching' || course.router.shift(o, o.journal?.weight ?? 0).length === 0,
    report,
  });
}
