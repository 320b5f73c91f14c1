import {
  advance,
  beginGate,
  enterStage,
  extendDeadline,
  type GateState,
  judge,
  judgeUnread,
  replacePod,
  skipTo,
  type Unread,
} from './gate.ts';
import type { GatePolicy } from './policy.ts';
import type { Tick } from './tick.ts';
import type { HardFact, Verdict } from './verdict.ts';

/** The events of a gate, in order. From a record of them the verdicts can be recomputed. */
export type GateEvent =
  | { event: 'stage'; stage: number; at: number }
  | { event: 'tick'; tick: Tick }
  | { event: 'replaced'; pod: string; at: number }
  /** A person resumed or approved the rollout after its deadline, which now is `until`. */
  | { event: 'prolonged'; until: number; at: number }
  /** The canary had another weight, and nothing counts until then. */
  | { event: 'skipped'; until: number; at: number }
  /** The gate gave a verdict at that time, with these facts. */
  | { event: 'judged'; at: number; facts: HardFact[] }
  /** The gate gave a verdict at that time, before or in that stage, but the metrics could not be read. */
  | ({ event: 'unread'; at: number; stage: number } & Unread);

export interface Judgement {
  at: number;
  stage: number;
  verdict: Verdict;
}

/**
 * Replays all events as the run did. Pure: the same events give the same verdicts.
 * @param seen gets the state before and after each event.
 */
export function replay(
  policy: GatePolicy,
  startedAt: number,
  events: readonly GateEvent[],
  seen: (before: GateState, after: GateState) => void = () => {},
): { state: GateState; verdicts: Judgement[] } {
  const verdicts: Judgement[] = [];
  let state = beginGate(policy, startedAt);
  for (const each of events) {
    const before = state;
    if (each.event === 'stage') state = enterStage(policy, state, each.stage, each.at);
    else if (each.event === 'tick') state = advance(policy, state, each.tick);
    else if (each.event === 'replaced') state = replacePod(state, each.pod);
    else if (each.event === 'prolonged') state = extendDeadline(state, each.until);
    else if (each.event === 'skipped') state = skipTo(state, each.until);
    else if (each.event === 'unread') {
      const open: Verdict = { verdict: 'continue', reason: 'waiting for the metrics' };
      verdicts.push({ at: each.at, stage: each.stage, verdict: judgeUnread(policy, each, each.at) ?? open });
    } else
      verdicts.push({ at: each.at, stage: state.stage, verdict: judge(policy, state, each.facts, each.at) });
    seen(before, state);
  }
  return { state, verdicts };
}
