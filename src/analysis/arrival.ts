import type { GateState } from './gate.ts';
import type { GatePolicy } from './policy.ts';
import { type Arrived, arrivedAfter, divergence, nothingArrived } from './split.ts';
import type { Tick } from './tick.ts';

/**
 * Whether a weight that was set has arrived. A gateway outside of the cluster takes a minute to apply one: until then the requests are
 * divided as before, and a stage that counted from there would take that for a wrong query, or its dwell for time at its weight. All pure.
 */

/** Only what chance does once in a thousand times shows that a weight has not arrived. */
const surprise = Math.log(1000);
/** Health checks of the other side never end, so no weight is taken for more than this share. */
const most = 0.98;

/**
 * Whether the requests of the stage show that its weight has not arrived: fewer are the canary's than halfway from the weight before.
 * Few requests show nothing, and are evidence like any others. After `arrival` the question is whether the query is right: `wrongShare`.
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

/** What a tick that is not late says of the time that its weight took to arrive. */
export function lagAfter(policy: GatePolicy, state: GateState, tick: Tick): Pick<GateState, 'lag'> {
  const { setAt = state.enteredAt, enteredAt, lag = 0 } = state;
  const wasLate = enteredAt > setAt && state.lastAt === enteredAt;
  const shown = wasLate && isExpected(policy, state, tick) && arrivals(policy, state, tick).some(hasCanary);
  return shown ? { lag: Math.max(lag, tick.at - setAt) } : {};
}

const hasCanary = ({ canary }: Arrived) => canary > 0;

/**
 * Whether the weight may still be on its way, and the tick tells. What the first scrapes after a change counted lies before it in part. In
 * the watch after a canary there is nothing beside the candidate.
 */
function isExpected({ arrival = 0, stages }: GatePolicy, state: GateState, { at }: Tick): boolean {
  const { setAt = state.enteredAt, stage, ticks } = state;
  return ticks > 0 && at <= setAt + arrival && (stages[stage]?.kind !== 'watch' || stage === 0);
}

/** Requests since the weight was set or was late last, of each metric that has consequences. */
function arrivals({ metrics }: GatePolicy, state: GateState, tick: Tick): Arrived[] {
  return metrics
    .filter(({ dryRun }) => !dryRun)
    .map(({ name }) => {
      const before = state.metrics[name]?.arrived ?? nothingArrived;
      return arrivedAfter(before, tick.readings[name] ?? { kind: 'idle' }, tick);
    });
}
