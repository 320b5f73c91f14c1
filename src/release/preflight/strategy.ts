import type { Environment, Strategy } from '../../config/types.ts';
import { isUp } from '../workloads/controllers.ts';
import { titleOf } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import type { LiveState } from './preflight.ts';

/**
 * What is asked for, unless there is nothing to compare with: a first release, pods that do not carry the track yet, or a
 * baseline that is not up itself; such a release rolls. So does one over a release that needs action, whose canary may be all that serves. Pure.
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
    return instead(`the pods do not carry ${labels.track} yet`);
  }
  if (needsAction !== undefined)
    return instead(`release ${needsAction} needs action, and keeps its traffic until this one is up`);
  if (!isUp(live)) return instead(`${titleOf(workload)} is not up, so there is nothing to compare with`);
  return { kind };
}
