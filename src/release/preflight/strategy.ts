import type { Environment, Strategy } from '../../config/types.ts';
import { isComplete } from '../workloads/controllers.ts';
import { titleOf } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import type { LiveState } from './preflight.ts';

/**
 * Returns the configured strategy, or rolling where there is nothing to compare with: for a first release, for pods without the track
 * label, and for a baseline that is not ready. A release over one that needs action is rolling, too, because only that one's canary may
 * be able to take the traffic. Pure.
 */
export function strategyFor(
  { strategy, workload }: Environment,
  {
    liveWorkload: live,
    needsAction,
  }: Pick<LiveState, 'liveWorkload'> & Partial<Pick<LiveState, 'needsAction'>>,
): { kind: Strategy['kind']; why?: string } {
  const { kind } = strategy;
  if (kind === 'rolling') return { kind };
  const instead = (why: string) => ({ kind: 'rolling' as const, why: `rolling instead of ${kind}: ${why}` });
  if (live === undefined) return instead('it is the first release');
  if (live.spec?.template?.metadata?.labels?.[labels.track] === undefined) {
    return instead(`the pods do not have the label ${labels.track} yet`);
  }
  if (needsAction !== undefined)
    return instead(`release ${needsAction} needs action, and keeps its traffic until this one is ready`);
  if (!isComplete(live))
    return instead(`${titleOf(workload)} is not ready, so there is nothing to compare with`);
  return { kind };
}
