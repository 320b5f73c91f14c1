import { endRecord, noteCalls, noteDuration, noteFact, noteMoment, notePods } from '../../decision/record.ts';
import { withFindings } from '../../decision/replay.ts';
import type { DecisionRecord, End, Moment } from '../../decision/schema.ts';
import { factOf } from '../../workloads/diagnosis.ts';
import type { Cause } from '../../workloads/progress.ts';
import type { Phase } from '../store/phases.ts';
import type { RolloutState } from '../store/schema.ts';
import type { RolloutContext } from './context.ts';
import { podFactsOf } from './pod-facts.ts';
import { runsCandidate } from './spec.ts';

/** Enters the transitions of a rollout, its end and its pods in the decision record. */

/** The part of a rollout's context that the decision record needs. */
interface RecordContext extends Pick<RolloutContext, 'cluster' | 'decisions'> {
  store: Pick<RolloutContext['store'], 'rollout'>;
}

/** Enters a transition in the decision record; with the last one also how the release ended. */
export function recordTransition(
  context: RecordContext,
  phase: Phase,
  { step, weight, reason }: Partial<Moment>,
): void {
  const { cluster, decisions, store } = context;
  const at = Math.round(cluster.now());
  const { candidate, baseline, strategy } = store.rollout;
  const moment = {
    at,
    phase,
    ...(step === undefined ? {} : { step }),
    // A rolling update has no weights.
    ...(weight === undefined || strategy === 'rolling' ? {} : { weight }),
    ...(reason === undefined ? {} : { reason }),
  };
  decisions.update(record => noteMoment(record, moment));
  if (phase !== 'done' && phase !== 'rolled-back') return;
  const began = decisions.record.timeline.findLast(each => each.phase === 'rolling-back')?.at;
  if (phase === 'rolled-back' && began !== undefined)
    decisions.update(record => noteDuration(record, 'rollback', Math.max(0, at - began)));
  const serves = phase === 'done' ? candidate : baseline;
  const good =
    strategy === 'rolling'
      ? 'all of its pods are ready'
      : decisions.record.checked === true
        ? 'its checks passed'
        : 'shown to be good';
  decisions.update(withFindings);
  recordEnd(context, {
    at,
    state: phase === 'done' ? 'promoted' : 'rolled-back',
    reason: reason ?? store.rollout.reason ?? good,
    weight: phase === 'done' ? 100 : 0,
    ...(serves === undefined ? {} : { serves }),
  });
}

/** Enters how the release ended, and how many API calls that took. */
export function recordEnd({ cluster, decisions }: Omit<RecordContext, 'store'>, end: End): void {
  decisions.update(record => endRecord(noteCalls(record, cluster.calls()), end));
}

/** Enters why the candidate does not become ready. */
export function recordCause(
  { cluster, decisions }: Omit<RecordContext, 'store'>,
  cause: Cause,
  sentence: string,
): void {
  const at = Math.round(cluster.now());
  decisions.update(record => noteFact(record, at, factOf(cause, sentence)));
}

/**
 * Returns the release with most traffic, and the candidate's share: as the traffic is split, or for a rolling update from the ready pods.
 * The state has only the share that the rollout asks for. Pure.
 */
export function servingOf(
  { candidate, baseline, strategy }: Pick<RolloutState, 'candidate' | 'baseline' | 'strategy'>,
  { pods }: Pick<DecisionRecord, 'pods'>,
  weight: number,
): Pick<End, 'serves' | 'weight'> {
  const by = (serves: number | undefined) => (serves === undefined ? {} : { serves });
  if (strategy !== 'rolling') return { weight, ...by(weight > 50 ? candidate : baseline) };
  const ready = (track: 'canary' | 'baseline') =>
    pods.filter(each => each.track === track && each.ready && each.gone === undefined).length;
  const [young, old] = [ready('canary'), ready('baseline')];
  if (young + old === 0) return { weight: 0 };
  return { weight: Math.round((100 * young) / (young + old)), ...by(young > old ? candidate : baseline) };
}

/** Enters the pods of a rollout from the current snapshot. */
export function recordPods({ spec, decisions, store, informers }: RolloutContext): void {
  const snapshot = informers.snapshot();
  const { strategy, rolledBackFrom } = store.rollout;
  const had = strategy === 'rolling' || rolledBackFrom === 'promoting' || rolledBackFrom === 'watching';
  const carriers = runsCandidate(spec, snapshot.workload) ? 'newest' : had ? 'older' : 'none';
  const pods = podFactsOf(snapshot, carriers, snapshot.canary);
  if (pods !== undefined) decisions.update(record => notePods(record, pods));
}

export function phaseTitle(phase: Phase, weight: number | undefined): string {
  switch (phase) {
    case 'stepping':
      return `step: ${weight} %`;
    case 'baking':
      return `bake at ${weight} %`;
    default:
      return phase.replace('-', ' ');
  }
}
