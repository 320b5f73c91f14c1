import {
  advance,
  enterStage,
  type GateState,
  judge,
  judgeUnread,
  prolong,
  replacePod,
  startGate,
  type Unread,
} from './gate.ts';
import type { GatePolicy } from './policy.ts';
import type { Tick } from './tick.ts';
import type { HardFact, Verdict } from './verdict.ts';

/** What happened to a gate, in order. A record that keeps these lets anybody recompute the verdicts. */
export type GateEvent =
  | { event: 'stage'; stage: number; at: number }
  | { event: 'tick'; tick: Tick }
  | { event: 'replaced'; pod: string; at: number }
  /** Somebody resumed or approved it after its time, which now ends then. */
  | { event: 'prolonged'; until: number; at: number }
  /** The gate was asked at that time, with these facts at hand. */
  | { event: 'judged'; at: number; facts: HardFact[] }
  /** It was asked at that time, before or in that stage, and the metrics could not be asked for. */
  | ({ event: 'unread'; at: number; stage: number } & Unread);

export interface Judgement {
  at: number;
  stage: number;
  verdict: Verdict;
}

/** Folds everything that happened, as the run did. Pure: the same events give the same verdicts. */
export function replay(
  policy: GatePolicy,
  startedAt: number,
  events: readonly GateEvent[],
): { state: GateState; verdicts: Judgement[] } {
  const verdicts: Judgement[] = [];
  let state = startGate(policy, startedAt);
  for (const each of events) {
    if (each.event === 'stage') state = enterStage(policy, state, each.stage, each.at);
    else if (each.event === 'tick') state = advance(policy, state, each.tick);
    else if (each.event === 'replaced') state = replacePod(state, each.pod);
    else if (each.event === 'prolonged') state = prolong(state, each.until);
    else if (each.event === 'unread') {
      const open: Verdict = { verdict: 'continue', reason: 'the metrics are waited for' };
      verdicts.push({ at: each.at, stage: each.stage, verdict: judgeUnread(policy, each, each.at) ?? open });
    } else
      verdicts.push({ at: each.at, stage: state.stage, verdict: judge(policy, state, each.facts, each.at) });
  }
  return { state, verdicts };
}
