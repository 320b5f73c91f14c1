import { describe, expect, it } from 'vitest';
import { type GateEvent, replay } from '../../src/analysis/backtest.ts';
import { replacePod, skipTo } from '../../src/analysis/gate.ts';
import { policy, Rollout, traffic } from './rollouts.ts';

/** Plays a rollout and records its events, as a run does. */
function recorded(share: (stage: number) => number) {
  const rollout = new Rollout(policy());
  const events: GateEvent[] = [];
  const verdicts: string[] = [];
  for (let i = 0; i < 200; i++) {
    const verdict = rollout.tick(traffic(share(rollout.state.stage), 0.01)(rollout));
    events.push(
      { event: 'tick', tick: rollout.ticks.at(-1) as GateTick },
      { event: 'judged', at: rollout.now, facts: [] },
    );
    verdicts.push(verdict.verdict);
    if (verdict.verdict === 'pass' && rollout.stage.kind === 'step') {
      rollout.enter(rollout.state.stage + 1);
      events.push({ event: 'stage', stage: rollout.state.stage, at: rollout.now });
    } else if (verdict.verdict !== 'continue') break;
  }
  return { rollout, events, verdicts };
}
type GateTick = Extract<GateEvent, { event: 'tick' }>['tick'];

describe('a recorded rollout', () => {
  it.each([
    ['good', () => 0.01, 'pass'],
    ['bad from the second stage on', (stage: number) => (stage === 0 ? 0.01 : 0.06), 'fail'],
  ] as const)('gives the same verdicts when it is recomputed: %s', (_, share, end) => {
    const { rollout, events, verdicts } = recorded(share);
    const again = replay(rollout.policy, 0, JSON.parse(JSON.stringify(events)) as GateEvent[]);
    expect(again.verdicts.map(({ verdict }) => verdict.verdict)).toEqual(verdicts);
    expect(again.state).toEqual(rollout.state);
    expect(verdicts.at(-1)).toBe(end);
  });

  it('gives another verdict when one of its numbers is changed', () => {
    const { rollout, events } = recorded(() => 0.01);
    for (const each of events) {
      if (each.event !== 'tick') continue;
      const reading = each.tick.readings.errors;
      if (reading?.kind === 'counts') for (const pod of reading.canary) pod.bad = [pod.total / 5];
    }
    const { verdicts } = replay(rollout.policy, 0, events);
    expect(verdicts.some(({ verdict }) => verdict.verdict === 'fail')).toBe(true);
  });

  it('replays skipped time', () => {
    const how = policy();
    const { state } = replay(how, 0, [{ event: 'skipped', until: 60_000, at: 45_000 }]);
    expect(state).toEqual(skipTo(replay(how, 0, []).state, 60_000));
    expect(state).toMatchObject({ setAt: 60_000, enteredAt: 60_000, lastAt: 60_000 });
  });

  it('replays facts and replaced pods', () => {
    const how = policy();
    const fact = { kind: 'out-of-memory', detail: 'Pod a was killed for its memory' } as const;
    const { state, verdicts } = replay(how, 0, [
      { event: 'replaced', pod: 'a', at: 5 },
      { event: 'judged', at: 10, facts: [fact] },
    ]);
    expect(state).toEqual(replacePod(replay(how, 0, []).state, 'a'));
    expect(verdicts).toEqual([
      { at: 10, stage: 0, verdict: { verdict: 'fail', reason: fact.detail, metrics: [] } },
    ]);
  });
});
