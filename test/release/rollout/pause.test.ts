import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startGate } from '../../../src/analysis/gate.ts';
import type { Verdict } from '../../../src/analysis/verdict.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import { isRunNeeded } from '../../../src/release/gate/needs-run.ts';
import { overdueSentence, pauseSentence, withMoreTime } from '../../../src/release/rollout/pause.ts';
import type { Action, RolloutSpec } from '../../../src/release/rollout/spec.ts';
import { isOver } from '../../../src/release/store/phases.ts';
import type { Pause, RolloutState } from '../../../src/release/store/schema.ts';
import { waitingProblem } from '../../../src/release/watchdog/watchdog.ts';
import { attendedTimeOf } from '../../../src/release/workloads/strategy.ts';
import { policy } from '../../analysis/rollouts.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';
import { Model, type Setting } from '../model.ts';

const hour = 3_600_000;
const minute = 60_000;
const image = 'registry.example.com/tools/curl:8';
const canary = (more: object) => ({
  canary: { steps: ['25%', '50%'], bake: { weight: '80%', for: '1m' }, watchdog: { image }, ...more },
});
const hold = canary({ 'on-inconclusive': 'hold' });
const approve = canary({ 'on-inconclusive': 'approve' });
const long = canary({ bake: { weight: '80%', for: '20h', attended: '1h' }, deadline: '22h' });

const good: Verdict = { verdict: 'pass', reason: 'as good as the baseline' };
const open: Verdict = { verdict: 'continue', reason: 'not shown to be good yet' };
const late: Verdict = { verdict: 'inconclusive', reason: 'the time is over' };
const bad: Verdict = { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] };
const silent: Verdict = { verdict: 'no-data', missing: 'provider', reason: 'Prometheus does not answer' };
const idle: Verdict = { verdict: 'no-data', missing: 'idle', reason: 'the canary was asked nothing' };

/** A rollout that has come to that weight, with the gate's word about it. */
function at(
  weight: number,
  strategy: object,
  verdict: Verdict | undefined,
  more: Partial<Setting> = {},
): Model {
  const model = new Model({ strategy, ...more });
  model.verdict = () => (model.rollout.weight < weight ? good : undefined);
  model.run(move => model.weight === weight && move.do === 'await');
  model.verdict = () => verdict;
  return model;
}

/** As the next run finds it, which has come for that. */
function waited(model: Model, paused: Pause, calls: NonNullable<RolloutSpec['waited']>['calls']): Model {
  const { phase, step } = model.rollout;
  model.rollout = { ...model.rollout, deadline: Math.max(model.rollout.deadline, paused.until) };
  model.takeOver();
  model.waited = { paused, calls, who: 'ann in run 7', phase, step };
  model.run(move => move.do !== 'create-watchdog');
  return model;
}

const pausedFor = (model: Model): Pause => {
  const move = model.decide();
  if (move.do !== 'pause') throw new Error(`it does not wait: ${JSON.stringify(move)}`);
  const { do: _, ...paused } = move;
  return paused;
};

describe('a verdict that leaves it open', () => {
  it.each([
    [hold, 'resume'],
    [approve, 'approval'],
  ])('has it wait at its weight, for four hours unless said otherwise (%#)', (strategy, waits) => {
    const model = at(25, strategy, late);
    expect(model.decide()).toEqual({
      do: 'pause',
      for: waits,
      until: model.now + 4 * hour,
      reason: 'the time is over',
    });
    expect(model.weight).toBe(25);
  });

  it.each([bad, silent, idle])('and one that does not is a rollback all the same: %j', verdict => {
    expect(at(25, approve, verdict).decide()).toMatchObject({ do: 'enter', phase: 'rolling-back' });
  });

  it('does not have it wait before its watchdog watches, and ends it when that never does', () => {
    const model = at(25, hold, undefined);
    model.takeOver();
    model.setting.watches = false;
    model.verdict = () => late;
    expect(model.decide().do).toBe('create-watchdog');
    model.act(model.decide());
    expect(model.decide()).toMatchObject({ do: 'await', what: wording() });
    model.now += minute;
    expect(model.decide()).toMatchObject({
      phase: 'rolling-back',
      reason: wording(),
    });
  });

  it('never has it wait where nothing takes the traffic back', () => {
    const model = at(25, canary({ 'on-inconclusive': 'hold', watchdog: 'off' }), late);
    expect(model.decide()).toMatchObject({ phase: 'rolling-back', writes: [expect.anything()] });
  });
});

describe('what waits for somebody to resume it', () => {
  const found = (verdict: Verdict, calls: NonNullable<RolloutSpec['waited']>['calls']) => {
    const model = at(25, hold, late);
    const paused = pausedFor(model);
    waited(model, paused, calls).verdict = () => verdict;
    return { model, paused };
  };

  it('is judged on by who resumes it', () => {
    expect(found(open, 'resume').model.decide()).toEqual({ do: 'await', what: wording() });
    expect(found(good, 'resume').model.decide()).toMatchObject({ phase: 'stepping', weight: 50 });
    expect(found(bad, 'resume').model.decide()).toMatchObject({ phase: 'rolling-back' });
  });

  it('waits again, anew, when the time that it was given is over, too', () => {
    const { model } = found(late, 'resume');
    model.now += hour;
    expect(pausedFor(model)).toMatchObject({ for: 'resume', until: model.now + 4 * hour });
  });

  it.each([open, late, good, silent, idle])('is left to that person by who only looks: %j', verdict => {
    const { model, paused } = found(verdict, 'look');
    model.now += hour;
    expect(pausedFor(model)).toEqual(paused);
  });

  it('is rolled back by who looks when it does harm, or its pods are restarted', () => {
    expect(found(bad, 'look').model.decide()).toMatchObject({ phase: 'rolling-back', reason: bad.reason });
    const { model } = found(open, 'look');
    model.facts = ['container shop of pod shop-canary-1 was restarted'];
    expect(model.decide()).toMatchObject({ phase: 'rolling-back' });
  });
});

describe('what waits for an approval', () => {
  const found = (verdict: Verdict) => {
    const model = at(25, approve, late);
    const paused = pausedFor(model);
    waited(model, paused, 'approve').verdict = () => verdict;
    return { model, paused };
  };

  it.each([open, late, idle])(
    'goes on as if it had passed, and says who said so and against what: %j',
    verdict => {
      expect(found(verdict).model.decide()).toMatchObject({
        do: 'enter',
        phase: 'stepping',
        weight: 50,
        reason: wording(`${verdict.reason}`, 'ann in run 7'),
      });
    },
  );

  it('is not approved against evidence of harm', () => {
    expect(found(bad).model.decide()).toMatchObject({ phase: 'rolling-back', reason: bad.reason });
  });

  it('waits on when nobody can see what happened meanwhile', () => {
    const { model, paused } = found(silent);
    expect(pausedFor(model)).toMatchObject({
      for: 'approval',
      until: paused.until,
      reason: wording('Prometheus does not answer'),
    });
  });

  it('is approved for the stage that waited, and no other', () => {
    const { model } = found(late);
    model.act(model.decide());
    model.run(move => model.weight === 50 && move.do !== 'await');
    expect(pausedFor(model)).toMatchObject({ for: 'approval' });
  });
});

describe('a bake that is longer than a run stays with it', () => {
  it('is stayed with for its time, and then paused until a while after its end', () => {
    const model = at(80, long, open);
    expect(model.decide().do).toBe('await');
    model.now = model.rollout.since + hour;
    expect(model.decide()).toEqual({
      do: 'pause',
      for: 'bake',
      until: model.rollout.since + 20 * hour + 4 * hour,
      reason: open.reason,
    });
  });

  it('is rolled back for what is missing as long as a run is beside it, and afterwards waits for it', () => {
    const model = at(80, long, silent);
    expect(model.decide()).toMatchObject({ phase: 'rolling-back' });
    model.now = model.rollout.since + hour;
    expect(pausedFor(model)).toMatchObject({ for: 'bake', reason: silent.reason });
  });

  it.each(['look', 'resume'] as const)('is over for who comes to %s when the gate says so', calls => {
    const model = at(80, long, open);
    model.now = model.rollout.since + hour;
    const paused = pausedFor(model);
    waited(model, paused, calls).verdict = () => good;
    expect(model.decide()).toMatchObject({ do: 'enter', phase: 'promoting' });
    model.verdict = () => bad;
    expect(model.decide()).toMatchObject({ do: 'enter', phase: 'rolling-back' });
    model.verdict = () => open;
    expect(pausedFor(model)).toEqual(paused);
  });

  it('takes no more of a run than what it stays', () => {
    expect(attendedTimeOf(strategySchema.parse(long))).toBe(3 * hour);
    expect(attendedTimeOf(strategySchema.parse(hold))).toBe(50 * minute);
  });
});

describe('a look at what waits', () => {
  const paused: Pause = { until: 1, for: 'bake' };
  it.each<[Action, boolean]>([
    [{ do: 'await', what: 'the gate watches' }, false],
    [{ do: 'pause', for: 'bake', until: 1 }, false],
    [{ do: 'pause', for: 'resume', until: 1 }, true],
    [{ do: 'enter', phase: 'promoting' }, true],
    [{ do: 'enter', phase: 'rolling-back' }, true],
    [{ do: 'patch', what: 'the canary lacks ready pods', writes: [] }, true],
    [{ do: 'create-watchdog' }, true],
  ])('takes it into its hands for %j: %s', (move, needed) => {
    expect(isRunNeeded(move, { paused })).toBe(needed);
  });
});

describe('time that somebody adds', () => {
  it('counts for the rollout and for its gate, and never takes any away', () => {
    const state = startGate(policy(), 1000);
    const rollout = { deadline: 5, gate: { state } } as unknown as RolloutState;
    const more = withMoreTime(rollout, hour, 10 * hour);
    expect(more).toMatchObject({ deadline: 11 * hour, gate: { state: { deadlineAt: 11 * hour } } });
    expect(withMoreTime(more, minute, 0)).toMatchObject({ gate: { state: { deadlineAt: 11 * hour } } });
  });
});

describe('the sentences', () => {
  const until = Date.parse('2026-01-01T12:00:00Z');
  it.each([
    ['gate', wording('gate', '2026-01-01T12:00:00.000Z')],
    ['bake', wording()],
    ['resume', wording('2026-01-01T12:00:00.000Z')],
    ['approval', wording('2026-01-01T12:00:00.000Z')],
  ] as const)('say what to do about one that waits for %s', (what, sentence) => {
    expect(pauseSentence({ for: what, until })).toEqual(sentence);
  });

  it.each([
    ['gate', undefined],
    ['bake', wording('7', '2026-01-01T12:00:00.000Z')],
    ['resume', wording('7', '2026-01-01T12:00:00.000Z')],
    ['approval', wording('7', '2026-01-01T12:00:00.000Z')],
  ] as const)('say why one that waited too long for %s is rolled back', (what, sentence) => {
    expect(overdueSentence({ candidate: 7, paused: { for: what, until } } as RolloutState)).toEqual(sentence);
  });

  it('refuse to wait without a watchdog', () => {
    const refused = (more: object) => waitingProblem(strategySchema.parse(canary(more)))?.sentence;
    expect(refused({ 'on-inconclusive': 'hold' })).toBeUndefined();
    expect(refused({ 'on-inconclusive': 'hold', watchdog: 'off' })).toEqual(wording('on-inconclusive: hold'));
    expect(refused({ bake: { for: '2h' }, watchdog: 'off' })).toEqual(wording());
    expect(refused({ watchdog: 'off' })).toBeUndefined();
  });
});

describe('any rollout that may wait, whoever comes and whatever the gate says', () => {
  const verdicts = fc.constantFrom(good, good, open, late, bad, silent, idle);
  const calls = fc.constantFrom('look' as const, 'resume' as const, 'approve' as const);
  const strategies = fc.constantFrom(hold, approve, long);
  const comings = fc.array(fc.tuple(verdicts, calls, fc.integer({ min: 0, max: 30 })), {
    minLength: 30,
    maxLength: 60,
  });

  it('is promoted only where each stage has passed or was approved, and waits only while its watchdog watches', () => {
    fc.assert(
      fc.property(strategies, comings, (strategy, list) => {
        const model = new Model({ strategy });
        const passed = new Set<string>();
        for (const [verdict, coming, minutes] of list) {
          model.verdict = () => verdict;
          for (let i = 0; i < 60; i += 1) {
            const { phase, step } = model.rollout;
            const move = model.decide();
            if (move.do === 'await' && move.what === 'the gate watches') break;
            if (move.do === 'end') break;
            if (move.do === 'pause') {
              expect(model.jobs).toHaveLength(1);
              expect(verdict).not.toBe(bad);
              expect(model.weight).toBe(model.rollout.weight);
              const { do: _, ...paused } = move;
              expect(paused.until).toBeGreaterThan(model.now - 30 * minute);
              model.rollout = { ...model.rollout, deadline: Math.max(model.rollout.deadline, paused.until) };
              model.takeOver();
              model.waited = { paused, calls: coming, who: 'ann', phase, step };
              break;
            }
            if (move.do === 'enter' && /stepping|baking|promoting/.test(move.phase) && phase !== 'prepared') {
              const approved = /^approved by/.test(move.reason ?? '');
              expect(verdict === good || approved, JSON.stringify(move)).toBe(true);
              if (approved) expect(strategy).toBe(approve);
              passed.add(`${phase} ${step}`);
            }
            model.act(move);
            if (move.do === 'await') model.now += 1000;
            model.progress(() => true);
          }
          model.now += minutes * 1000;
          if (isOver(model.rollout.phase)) break;
        }
        if (model.rollout.phase === 'done' || model.rollout.phase === 'watching')
          expect([...passed].sort()).toEqual(['baking 2', 'stepping 0', 'stepping 1']);
        if (model.rollout.phase === 'rolled-back') expect([model.weight, model.left]).toEqual([0, []]);
      }),
      { ...search(60), endOnFailure: true, interruptAfterTimeLimit: 40_000 },
    );
  }, 120_000);
});
