import type { GateState } from './gate.ts';
import type { GatePolicy } from './policy.ts';
import { type Arrived, arrivedAfter, divergence, nothingArrived } from './split.ts';
import type { Tick } from './tick.ts';

/**
 * Finds out whether a weight that was set has arrived. A gateway outside the cluster takes a minute to apply one, and splits requests as
 * before until then. A stage that counted during that time would report a wrong query, or count its dwell at the old weight. All pure.
 */

/** Only a share with a chance below one in a thousand shows that a weight has not arrived. */
const surprise = Math.log(1000);
/** Health checks keep reaching the baseline, so no weight counts as more than this share. */
const most = 0.98;

/**
 * Whether the requests of the stage show that its weight has not arrived: the canary's share is below the midpoint of the old and the new
 * weight. Few requests show nothing, and count as evidence like any others. After `arrival`, `wrongShare` checks the query instead.
 */
export function isLate(policy: GatePolicy, state: GateState, tick: Tick): boolean {
  if (!isExpected(policy, state, tick)) return false;
  const before = Math.min(policy.stages[state.stage - 1]?.weight ?? 0, tick.weight);
  return arrivals(policy, state, tick).some(({ canary, all, expected }) => {
    if (all === 0) return false;
    const [share, weight] = [canary / all, Math.min(most, expected / all)];
    const halfway = (weight + Math.min(weight, before / 100)) / 2;
    return share < halfway && all * divergence(share, weight) >= surprise;
  });
}

/** Returns the time that a weight took to arrive, from the first tick that is not late. */
export function lagAfter(policy: GatePolicy, state: GateState, tick: Tick): Pick<GateState, 'lag'> {
  const { setAt = state.enteredAt, enteredAt, lag = 0 } = state;
  const wasLate = enteredAt > setAt && state.lastAt === enteredAt;
  const shown = wasLate && isExpected(policy, state, tick) && arrivals(policy, state, tick).some(hasCanary);
  return shown ? { lag: Math.max(lag, tick.at - setAt) } : {};
}

const hasCanary = ({ canary }: Arrived) => canary > 0;

/**
 * Whether the weight may not have arrived yet, and the tick can show it. The first scrapes after a change partly count requests before it.
 * In the watch after a canary, the candidate is alone.
 */
function isExpected({ arrival = 0, stages }: GatePolicy, state: GateState, { at }: Tick): boolean {
  const { setAt = state.enteredAt, stage, ticks } = state;
  return ticks > 0 && at <= setAt + arrival && (stages[stage]?.kind !== 'watch' || stage === 0);
}

/** Returns the requests of each metric since the weight was set or last late; dry-run metrics do not count. */
function arrivals({ metrics }: GatePolicy, state: GateState, tick: Tick): Arrived[] {
  return metrics
    .filter(({ dryRun }) => !dryRun)
    .map(({ name }) => {
      const before = state.metrics[name]?.arrived ?? nothingArrived;
      return arrivedAfter(before, tick.readings[name] ?? { kind: 'idle' }, tick);
    });
}
