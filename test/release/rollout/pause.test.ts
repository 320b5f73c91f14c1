import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginGate } from '../../../src/analysis/gate.ts';
import { reservedAfter } from '../../../src/analysis/policy.ts';
import { policyOf } from '../../../src/analysis/resolve.ts';
import type { Verdict } from '../../../src/analysis/verdict.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import { unpausedTimeOf } from '../../../src/release/permissions/credential-life.ts';
import { decide } from '../../../src/release/rollout/decide.ts';
import { overdueSentence, pauseSentence, withMoreTime } from '../../../src/release/rollout/pause.ts';
import type { RolloutAction, RolloutSpec } from '../../../src/release/rollout/spec.ts';
import { isOver } from '../../../src/release/store/phases.ts';
import type { Pause, RolloutState } from '../../../src/release/store/schema.ts';
import { isRunNeeded } from '../../../src/release/sweep.ts';
import { waitingProblem } from '../../../src/release/watchdog/watchdog.ts';
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
const hold = canary({ 'on-inconclusive': 'pause' });
const approve = canary({ 'on-inconclusive': 'approve' });
const long = canary({ bake: { weight: '80%', for: '20h', 'hand-over-after': '1h' }, deadline: '22h' });
const asked = canary({ steps: ['25%', 'approve', '50%'] });
const slow = canary({ steps: ['25%', { pause: '2h' }, '50%'], deadline: '4h' });

const good: Verdict = { verdict: 'pass', reason: 'as good as the baseline' };
const open: Verdict = { verdict: 'continue', reason: 'not shown to be good yet' };
const late: Verdict = { verdict: 'inconclusive', reason: 'the time is over' };
const bad: Verdict = { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] };
const silent: Verdict = { verdict: 'no-data', missing: 'provider', reason: 'Prometheus does not answer' };
const idle: Verdict = { verdict: 'no-data', missing: 'idle', reason: 'the canary was asked nothing' };

/** A rollout at that weight, with the gate's verdict on it. */
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

/** The rollout as the next run finds it, and what that run does with it. */
function waited(
  model: Model,
  paused: Pause,
  calls: NonNullable<RolloutSpec['foundPause']>['onPause'],
): Model {
  const { phase, step } = model.rollout;
  model.rollout = { ...model.rollout, deadline: Math.max(model.rollout.deadline, paused.until) };
  model.takeOver();
  model.foundPause = { paused, onPause: calls, who: 'ann in run 7', phase, step };
  model.run(move => move.do !== 'create-watchdog');
  return model;
}

const pausedFor = (model: Model): Pause => {
  const move = model.decide();
  if (move.do !== 'pause') throw new Error(`it does not wait: ${JSON.stringify(move)}`);
  const { do: _, ...paused } = move;
  return paused;
};

describe('a verdict, where the strategy allows a pause,', () => {
  it.each([
    [hold, 'resume'],
    [approve, 'approval'],
  ])('pauses the rollout at its weight if it is open, for four hours by default (%#)', (strategy, waits) => {
    const model = at(25, strategy, late);
    expect(model.decide()).toEqual({
      do: 'pause',
      for: waits,
      until: model.now + 4 * hour,
      reason: 'the time is over',
    });
    expect(model.weight).toBe(25);
  });

  it.each([bad, silent, idle])('rolls the release back if it is not open: %j', verdict => {
    expect(at(25, approve, verdict).decide()).toMatchObject({ do: 'transition', phase: 'rolling-back' });
  });

  it('pauses the rollout only once the watchdog is ready, and rolls back if it never is', () => {
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

  it('waits for a watchdog that is starting again on another node', () => {
    const model = at(25, hold, late);
    model.run(move => move.do === 'pause');
    // It is an hour old, and its pod was lost a moment ago.
    const creationTimestamp = new Date(model.now - hour).toISOString() as never;
    model.jobs = model.jobs.map(job => ({
      ...job,
      metadata: { ...job.metadata, creationTimestamp },
      status: { ready: 0 },
    }));
    const unwatched = (seconds: number) => {
      const unwatchedSince = model.now - seconds * 1000;
      return decide(model.spec(), model.observe(), { ...model.inputs(), unwatchedSince });
    };
    expect(unwatched(5).do).toBe('await');
    expect(unwatched(61)).toMatchObject({ phase: 'rolling-back', reason: wording() });
  });

  it('never pauses a rollout without a watchdog', () => {
    const model = at(25, canary({ 'on-inconclusive': 'pause', watchdog: 'off' }), late);
    expect(model.decide()).toMatchObject({ phase: 'rolling-back', writes: [expect.anything()] });
  });
});

describe('a rollout that waits to be resumed', () => {
  const found = (verdict: Verdict, calls: NonNullable<RolloutSpec['foundPause']>['onPause']) => {
    const model = at(25, hold, late);
    const paused = pausedFor(model);
    waited(model, paused, calls).verdict = () => verdict;
    return { model, paused };
  };

  it('is judged again by the run that resumes it', () => {
    expect(found(open, 'resume').model.decide()).toEqual({ do: 'await', what: wording() });
    expect(found(good, 'resume').model.decide()).toMatchObject({ phase: 'stepping', weight: 50 });
    expect(found(bad, 'resume').model.decide()).toMatchObject({ phase: 'rolling-back' });
  });

  it('waits again when its new time is over, too', () => {
    const { model } = found(late, 'resume');
    model.now += hour;
    expect(pausedFor(model)).toMatchObject({ for: 'resume', until: model.now + 4 * hour });
  });

  it.each([open, late, good, silent, idle])('stays paused for a run that only looks: %j', verdict => {
    const { model, paused } = found(verdict, 'keep');
    model.now += hour;
    expect(pausedFor(model)).toEqual(paused);
  });

  it('is rolled back by a run that only looks if it does harm, or its pods are restarted', () => {
    expect(found(bad, 'keep').model.decide()).toMatchObject({ phase: 'rolling-back', reason: bad.reason });
    const { model } = found(open, 'keep');
    model.facts = ['container shop of pod shop-canary-1 was restarted'];
    expect(model.decide()).toMatchObject({ phase: 'rolling-back' });
  });
});

describe('a rollout that waits for an approval', () => {
  const found = (verdict: Verdict) => {
    const model = at(25, approve, late);
    const paused = pausedFor(model);
    waited(model, paused, 'approve').verdict = () => verdict;
    return { model, paused };
  };

  it.each([open, late, idle])(
    'continues as if it had passed, and says who approved it against which verdict: %j',
    verdict => {
      expect(found(verdict).model.decide()).toMatchObject({
        do: 'transition',
        phase: 'stepping',
        weight: 50,
        reason: wording(`${verdict.reason}`, 'ann in run 7'),
      });
    },
  );

  it('is not approved against evidence of harm', () => {
    expect(found(bad).model.decide()).toMatchObject({ phase: 'rolling-back', reason: bad.reason });
  });

  it('stays paused while the metrics since the pause began cannot be read', () => {
    const { model, paused } = found(silent);
    expect(pausedFor(model)).toMatchObject({
      for: 'approval',
      until: paused.until,
      reason: wording('Prometheus does not answer'),
    });
  });

  it('is approved only for the stage that was paused', () => {
    const { model } = found(late);
    model.act(model.decide());
    model.run(move => model.weight === 50 && move.do !== 'await');
    expect(pausedFor(model)).toMatchObject({ for: 'approval' });
  });
});

describe('a step that a person must approve', () => {
  const found = (calls: NonNullable<RolloutSpec['foundPause']>['onPause'], verdict: Verdict) => {
    const model = at(25, asked, good);
    const paused = pausedFor(model);
    waited(model, paused, calls).verdict = () => verdict;
    return { model, paused };
  };

  it('is paused once the candidate has passed there, and no other step is', () => {
    const model = at(25, asked, open);
    expect(model.decide().do).toBe('await');
    model.verdict = () => good;
    expect(pausedFor(model)).toEqual({
      ...{ for: 'approval', planned: true, until: model.now + 4 * hour, reason: good.reason },
    });
    expect(pausedFor(found('resume', good).model)).toMatchObject({ for: 'approval' });
    const { model: next } = found('approve', good);
    next.act(next.decide());
    next.run(move => next.weight === 50 && move.do !== 'await');
    expect(next.decide()).toMatchObject({ do: 'transition', phase: 'baking' });
  });

  it('continues when it is approved, and says by whom', () => {
    expect(found('approve', good).model.decide()).toMatchObject({
      ...{ do: 'transition', phase: 'stepping', weight: 50 },
      reason: wording('ann in run 7'),
    });
  });

  it('is rolled back for harm, whoever looks at it', () => {
    for (const calls of ['keep', 'resume', 'approve'] as const)
      expect(found(calls, bad).model.decide()).toMatchObject({ phase: 'rolling-back', reason: bad.reason });
  });

  it('needs a person again when the metrics since then cannot be read', () => {
    const paused = pausedFor(found('approve', silent).model);
    expect(paused).toMatchObject({ for: 'approval', reason: wording(silent.reason) });
    expect(paused).not.toHaveProperty('planned');
  });

  it('keeps waiting for a run that only looks', () => {
    const { model, paused } = found('keep', good);
    expect(pausedFor(model)).toEqual(paused);
  });

  it('can be the bake', () => {
    const model = at(80, canary({ bake: { weight: '80%', for: '1m', approve: true } }), good);
    const paused = pausedFor(model);
    expect(paused).toMatchObject({ for: 'approval' });
    waited(model, paused, 'approve').verdict = () => good;
    expect(model.decide()).toMatchObject({ do: 'transition', phase: 'promoting' });
  });
});

describe('a pause after a weight', () => {
  it('keeps its run as long as a bake, and then continues without a run until some time after its end', () => {
    const model = at(25, slow, open);
    expect(model.decide().do).toBe('await');
    model.now = model.rollout.since + hour;
    const until = model.rollout.since + 2 * hour + 4 * hour;
    expect(model.decide()).toEqual({ do: 'pause', for: 'bake', until, reason: open.reason });
    model.verdict = () => bad;
    expect(model.decide()).toMatchObject({ phase: 'rolling-back' });
  });

  it('is left again after five minutes by a sweep that found the rollout in another one', () => {
    const model = at(
      25,
      canary({ steps: ['25%', { pause: '2h' }, '50%', { pause: '50m' }], deadline: '4h' }),
      open,
    );
    model.now = model.rollout.since + hour;
    waited(model, pausedFor(model), 'keep').verdict = () => good;
    model.act(model.decide());
    model.verdict = () => open;
    model.run(move => model.weight === 50 && move.do === 'await');
    expect(model.decide().do).toBe('await');
    model.now = model.rollout.since + 5 * minute;
    expect(pausedFor(model)).toMatchObject({
      for: 'bake',
      until: model.rollout.since + 50 * minute + 4 * hour,
    });
  });

  it('is the least time of its step, and is kept free by the steps before it', () => {
    const { stages, deadline } = policyOf(
      { metrics: [], tick: 15_000, 'warm-up': 0, profile: 'standard' } as never,
      strategySchema.parse(canary({ steps: ['25%', '50%', { pause: '20m' }] })) as never,
      { tick: 15_000, metrics: {} },
    ).policy;
    expect(stages.map(({ dwell }) => dwell / minute)).toEqual([1, 20, 1, 10]);
    expect([deadline, reservedAfter({ stages }, 0), reservedAfter({ stages }, 1)]).toEqual([
      ...[50 * minute, 21 * minute, minute],
    ]);
  });

  it('takes no more of a run than the time before the pause', () => {
    expect(unpausedTimeOf(strategySchema.parse(slow))).toBe(3 * hour);
  });
});

describe('a bake that is longer than hand-over-after', () => {
  it('keeps its run for that time, and is then paused until some time after its end', () => {
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

  it('is rolled back for missing data while a run stays with it, and paused afterwards', () => {
    const model = at(80, long, silent);
    expect(model.decide()).toMatchObject({ phase: 'rolling-back' });
    model.now = model.rollout.since + hour;
    expect(pausedFor(model)).toMatchObject({ for: 'bake', reason: silent.reason });
  });

  it.each(['keep', 'resume'] as const)('is over for a run that comes to %s when the gate says so', calls => {
    const model = at(80, long, open);
    model.now = model.rollout.since + hour;
    const paused = pausedFor(model);
    waited(model, paused, calls).verdict = () => good;
    expect(model.decide()).toMatchObject({ do: 'transition', phase: 'promoting' });
    model.verdict = () => bad;
    expect(model.decide()).toMatchObject({ do: 'transition', phase: 'rolling-back' });
    model.verdict = () => open;
    expect(pausedFor(model)).toEqual(paused);
  });

  it('takes no more of a run than the time before the pause', () => {
    expect(unpausedTimeOf(strategySchema.parse(long))).toBe(3 * hour);
    expect(unpausedTimeOf(strategySchema.parse(hold))).toBe(50 * minute);
  });
});

describe('a check of a paused rollout', () => {
  const paused: Pause = { until: 1, for: 'bake' };
  it.each<[RolloutAction, boolean]>([
    [{ do: 'await', what: 'waiting for the gate' }, false],
    [{ do: 'pause', for: 'bake', until: 1 }, false],
    [{ do: 'pause', for: 'resume', until: 1 }, true],
    [{ do: 'transition', phase: 'promoting' }, true],
    [{ do: 'transition', phase: 'rolling-back' }, true],
    [{ do: 'patch', what: 'too few canary pods are ready', writes: [] }, true],
    [{ do: 'create-watchdog' }, true],
  ])('needs a run for %j: %s', (move, needed) => {
    expect(isRunNeeded(move, { paused })).toBe(needed);
  });
});

describe('time that is added to a rollout', () => {
  it('counts for the rollout and for its gate, and never shortens either', () => {
    const state = beginGate(policy(), 1000);
    const rollout = { deadline: 5, gate: { state } } as unknown as RolloutState;
    const more = withMoreTime(rollout, hour, 10 * hour);
    expect(more).toMatchObject({ deadline: 11 * hour, gate: { state: { deadlineAt: 11 * hour } } });
    expect(withMoreTime(more, minute, 0)).toMatchObject({ gate: { state: { deadlineAt: 11 * hour } } });
  });
});

describe('the messages about a paused rollout', () => {
  const until = Date.parse('2026-01-01T12:00:00Z');
  it.each([
    ['gate', wording('gate', '2026-01-01 12:00 UTC')],
    ['bake', wording()],
    ['resume', wording('2026-01-01 12:00 UTC')],
    ['approval', wording('2026-01-01 12:00 UTC')],
  ] as const)('say what to do when it waits for %s', (what, sentence) => {
    expect(pauseSentence({ for: what, until })).toEqual(sentence);
  });

  it.each([
    ['gate', undefined],
    ['bake', wording('7', '2026-01-01 12:00 UTC')],
    ['resume', wording('7', '2026-01-01 12:00 UTC')],
    ['approval', wording('7', '2026-01-01 12:00 UTC')],
  ] as const)('say why it is rolled back after it waited too long for %s', (what, sentence) => {
    expect(overdueSentence({ candidate: 7, paused: { for: what, until } } as RolloutState)).toEqual(sentence);
  });

  it('refuse a pause without a watchdog', () => {
    const refused = (more: object) => waitingProblem(strategySchema.parse(canary(more)))?.sentence;
    expect(refused({ 'on-inconclusive': 'pause' })).toBeUndefined();
    expect(refused({ 'on-inconclusive': 'pause', watchdog: 'off' })).toEqual(
      wording('on-inconclusive: pause'),
    );
    expect(refused({ bake: { for: '2h' }, deadline: '3h', watchdog: 'off' })).toEqual(wording());
    expect(refused({ watchdog: 'off' })).toBeUndefined();
    expect(refused({ steps: ['25%', 'approve'], watchdog: 'off' })).toEqual(wording());
    const steps = ['25%', { pause: '2h' }];
    expect(refused({ steps, deadline: '3h', watchdog: 'off' })).toEqual(wording());
  });
});

describe('any rollout that may pause, whatever runs and gate do,', () => {
  const verdicts = fc.constantFrom(good, good, open, late, bad, silent, idle);
  const calls = fc.constantFrom('keep' as const, 'resume' as const, 'approve' as const);
  const strategies = fc.constantFrom(hold, approve, long, asked, slow);
  const comings = fc.array(fc.tuple(verdicts, calls, fc.integer({ min: 0, max: 30 })), {
    minLength: 30,
    maxLength: 60,
  });

  it('is promoted only if each stage has passed or was approved, and paused only while its watchdog is ready', () => {
    fc.assert(
      fc.property(strategies, comings, (strategy, list) => {
        const model = new Model({ strategy });
        const passed = new Set<string>();
        for (const [verdict, coming, minutes] of list) {
          model.verdict = () => verdict;
          for (let i = 0; i < 60; i += 1) {
            const { phase, step } = model.rollout;
            const move = model.decide();
            if (move.do === 'await' && move.what === 'waiting for the gate') break;
            if (move.do === 'end') break;
            if (move.do === 'pause') {
              expect(model.jobs).toHaveLength(1);
              expect(verdict).not.toBe(bad);
              expect(model.weight).toBe(model.rollout.weight);
              const { do: _, ...paused } = move;
              expect(paused.until).toBeGreaterThan(model.now - 30 * minute);
              model.rollout = { ...model.rollout, deadline: Math.max(model.rollout.deadline, paused.until) };
              model.takeOver();
              model.foundPause = { paused, onPause: coming, who: 'ann', phase, step };
              break;
            }
            if (
              move.do === 'transition' &&
              /stepping|baking|promoting/.test(move.phase) &&
              phase !== 'prepared'
            ) {
              const approved = /^approved by/.test(move.reason ?? '');
              expect(verdict === good || approved, JSON.stringify(move)).toBe(true);
              if (approved) expect([approve, asked]).toContain(strategy);
              if (strategy === asked && phase === 'stepping' && step === 0) expect(approved).toBe(true);
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
