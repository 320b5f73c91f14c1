import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/release/rollout/decide.ts';
import {
  hasMovedOver,
  irreversibleSince,
  parseForce,
  reversibilityOf,
  wayBackProblem,
} from '../../../src/release/store/reversibility.ts';
import { labels } from '../../../src/release/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { Model, templateOf } from '../model.ts';
import { release, sentence } from '../objects.ts';

const marked = { reversible: false as const };

describe('a release that is marked as not reversible', () => {
  const releases = [release(4), release(3, { state: 'verified' }, marked), release(2), release(1)];

  it('stands in the way back to everything before it, and of nothing after it', () => {
    expect(irreversibleSince(releases, 2).map(({ record }) => record.release)).toEqual([3]);
    expect(irreversibleSince(releases, 3)).toEqual([]);
  });

  it('refuses a rollback past it, with who released it and what to do', async () => {
    expect(
      await sentence(() => {
        throw wayBackProblem(releases, 2, undefined);
      }),
    ).toEqual(wording('3', 'ann', '2'));
    expect(wayBackProblem(releases, 3, undefined)).toBeUndefined();
  });

  it('lets one that is forced pass', () => {
    expect(wayBackProblem(releases, 2, 'the old column is still there')).toBeUndefined();
  });

  it('stands in nobody’s way once it was rolled back: what served before it has served since', () => {
    const rolledBack = [release(4), release(3, { state: 'rolled-back' }, marked), release(2)];
    expect(wayBackProblem(rolledBack, 2, undefined)).toBeUndefined();
  });

  it('may be ended while the release before still serves beside it', () => {
    const begun = [release(3, null, marked), release(2)];
    const under = (phase: 'stepping' | 'promoting', strategy: 'canary' | 'rolling' = 'canary') =>
      wayBackProblem(begun, 2, undefined, { phase, strategy, candidate: 3 as never });
    expect(under('stepping')).toBeUndefined();
    expect(under('promoting')?.message).toEqual(wording('3'));
    expect(under('promoting', 'rolling')?.message).toEqual(wording('3'));
  });

  it('stands in the way even while a later one is rolled out', () => {
    const begun = [release(4, null), release(3, {}, marked), release(2)];
    const under = { phase: 'stepping', strategy: 'canary', candidate: 4 as never } as const;
    expect(wayBackProblem(begun, 2, undefined, under)?.message).toEqual(wording('3'));
    expect(wayBackProblem(begun, 3, undefined, under)).toBeUndefined();
  });
});

describe('before a release starts', () => {
  it('nothing is said where there is a way back', () => {
    expect(reversibilityOf({}, 'rolling', 1, [release(1)])).toEqual({
      reversible: true,
      said: [],
      problems: [],
    });
  });

  it('nothing is said of a first one: it is removed again', () => {
    expect(reversibilityOf(marked, 'rolling', undefined, [])).toMatchObject({ reversible: true, said: [] });
  });

  it('it is said when it will be held instead of rolled back', () => {
    const { said, reversible } = reversibilityOf(marked, 'rolling', 1, [release(1)]);
    expect(reversible).toBe(false);
    expect(said).toEqual([wording()]);
    expect(reversibilityOf(marked, 'canary', 1, []).said[0]).toEqual(wording());
  });

  it('one over what failed without a way back has none either', () => {
    const releases = [release(3, { state: 'failed' }, marked), release(2)];
    const { said, reversible } = reversibilityOf({}, 'rolling', 2, releases);
    expect(reversible).toBe(false);
    expect(said[0]).toEqual(wording('3'));
  });

  it('blue-green is refused: switching back is what it is for', () => {
    const { problems } = reversibilityOf(marked, 'blue-green', 1, []);
    expect(problems.map(each => each.sentence)).toEqual([wording('rolling')]);
  });
});

describe('the rollout of a release without a way back', () => {
  const canary = () => {
    const model = new Model();
    model.reversible = false;
    model.verdict = () => ({ verdict: 'pass', reason: 'every metric is good' }) as never;
    return model;
  };

  it('takes the traffic back as long as the version before serves beside it', () => {
    const model = canary();
    model.run(() => model.rollout.step > 0);
    model.facts = ['a pod crashes'];
    expect(model.decide()).toMatchObject({ do: 'enter', phase: 'rolling-back', weight: 0 });
  });

  it('is held in its promotion, in its watch, and when the run is cancelled there', () => {
    const model = canary();
    model.run(() => model.rollout.phase === 'promoting');
    expect(model.rollout.phase).toBe('promoting');
    model.cancelled = true;
    expect(model.decide()).toMatchObject({
      do: 'hold',
      reason: wording('2'),
    });
    model.cancelled = false;
    model.run(() => model.rollout.phase === 'watching');
    model.facts = ['errors are worse'];
    expect(model.decide()).toMatchObject({
      do: 'hold',
      reason: expect.stringMatching(/^errors are worse; /),
    });
  });

  describe.each([
    ['surge', 100],
    ['in-place', 80],
  ])('with %s, where somebody puts the version before into the workload', (promotion, weight) => {
    it('gets the candidate again, which alone may serve, and the canary keeps its traffic meanwhile', () => {
      const model = new Model({
        strategy: {
          canary: {
            steps: ['50%'],
            bake: { weight: '80%', for: '1m' },
            promotion,
            watchdog: 'off',
            watch: '1m',
          },
        },
      });
      model.reversible = false;
      model.verdict = () => ({ verdict: 'pass', reason: 'every metric is good' }) as never;
      model.run(move => move.do === 'await' && /to roll (without traffic|in place)$/.test(move.what));
      model.change(model.workload!, ({ metadata, spec }) => {
        metadata!.annotations![labels.release] = '1';
        spec!.template = templateOf('v1');
      });
      const weights: number[] = [];
      const moves = model.run(move => {
        weights.push(model.weight);
        return move.do === 'apply-workload';
      });
      expect(moves.map(each => each.do)).not.toContain('hold');
      expect(Math.min(...weights)).toBe(weight);
      model.run();
      expect([model.rollout.phase, model.versions[0], model.left]).toEqual(['done', 'v2', []]);
    });
  });

  it('keeps its canary, which has the traffic, from a release that would remove it', () => {
    const model = canary();
    model.run(move => move.do === 'apply-workload');
    model.takeOver();
    model.rollout = { ...model.rollout, phase: 'prepared', weight: 0, candidate: 3 as never };
    const spec = { ...model.spec('prepared'), candidate: 3 };
    expect(decide(spec, model.observe(), model.inputs())).toEqual({
      do: 'hold',
      reason: wording('100 %'),
    });
  });

  it('ends when a rollback asks for it, which had to say why', () => {
    const model = canary();
    model.run(() => model.rollout.phase === 'promoting');
    model.rollout = { ...model.rollout, abortRequested: { by: 'ann in run 2', at: 0 } };
    expect(model.decide()).toMatchObject({ do: 'enter', phase: 'rolling-back' });
  });

  it('has moved over when a rolling update was written, and not before', () => {
    const rolling = { phase: 'promoting', strategy: 'rolling' } as const;
    expect([hasMovedOver(rolling, false), hasMovedOver(rolling, true)]).toEqual([false, true]);
  });
});

describe('the reason of a forced rollback', () => {
  it('is a few words', async () => {
    expect(parseForce('  the old\ncolumn is there ')).toBe('the old column is there');
    expect(parseForce('')).toBeUndefined();
    for (const text of ['true', 'yes', 'pleeeeeeeease'])
      expect(await sentence(() => parseForce(text))).toEqual(wording());
  });
});
