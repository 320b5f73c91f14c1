import { describe, expect, it } from 'vitest';
import { parseForce } from '../../../src/actions/inputs.ts';
import { decide } from '../../../src/release/rollout/decide.ts';
import {
  hasReplacedBaseline,
  irreversibleSince,
  reversibilityOf,
  rollbackProblem,
} from '../../../src/release/store/reversibility.ts';
import { labels } from '../../../src/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { Model, templateOf } from '../model.ts';
import { release, sentence } from '../objects.ts';

const marked = { reversible: false as const };

describe('a release that is marked as not reversible', () => {
  const releases = [release(4), release(3, { state: 'verified' }, marked), release(2), release(1)];

  it('blocks a rollback to every earlier release, and to no later one', () => {
    expect(irreversibleSince(releases, 2).map(({ record }) => record.release)).toEqual([3]);
    expect(irreversibleSince(releases, 3)).toEqual([]);
  });

  it('refuses a rollback past it, with who released it and what to do', async () => {
    expect(
      await sentence(() => {
        throw rollbackProblem(releases, 2, undefined);
      }),
    ).toEqual(wording('3', 'ann', '2'));
    expect(rollbackProblem(releases, 3, undefined)).toBeUndefined();
  });

  it('allows a forced rollback', () => {
    expect(rollbackProblem(releases, 2, 'the old column is still there')).toBeUndefined();
  });

  it('blocks nothing once it was rolled back', () => {
    const rolledBack = [release(4), release(3, { state: 'rolled-back' }, marked), release(2)];
    expect(rollbackProblem(rolledBack, 2, undefined)).toBeUndefined();
  });

  it('may be ended while the previous release is still live beside it', () => {
    const begun = [release(3, null, marked), release(2)];
    const under = (phase: 'stepping' | 'promoting', strategy: 'canary' | 'rolling' = 'canary') =>
      rollbackProblem(begun, 2, undefined, { phase, strategy, candidate: 3 as never });
    expect(under('stepping')).toBeUndefined();
    expect(under('promoting')?.message).toEqual(wording('3'));
    expect(under('promoting', 'rolling')?.message).toEqual(wording('3'));
  });

  it('blocks a rollback even while a later one is rolled out', () => {
    const begun = [release(4, null), release(3, {}, marked), release(2)];
    const under = { phase: 'stepping', strategy: 'canary', candidate: 4 as never } as const;
    expect(rollbackProblem(begun, 2, undefined, under)?.message).toEqual(wording('3'));
    expect(rollbackProblem(begun, 3, undefined, under)).toBeUndefined();
  });
});

describe('before a release starts', () => {
  it('nothing is reported when it is reversible', () => {
    expect(reversibilityOf({}, 'rolling', 1, [release(1)])).toEqual({
      reversible: true,
      said: [],
      problems: [],
    });
  });

  it('nothing is reported about a first one, whose rollback removes it', () => {
    expect(reversibilityOf(marked, 'rolling', undefined, [])).toMatchObject({ reversible: true, said: [] });
  });

  it('it is reported when it will need action instead of a rollback', () => {
    const { said, reversible } = reversibilityOf(marked, 'rolling', 1, [release(1)]);
    expect(reversible).toBe(false);
    expect(said).toEqual([wording()]);
    expect(reversibilityOf(marked, 'canary', 1, []).said[0]).toEqual(wording());
  });

  it('one over a failed irreversible release is irreversible, too', () => {
    const releases = [release(3, { state: 'failed' }, marked), release(2)];
    const { said, reversible } = reversibilityOf({}, 'rolling', 2, releases);
    expect(reversible).toBe(false);
    expect(said[0]).toEqual(wording('3'));
  });

  it('an irreversible blue-green release is refused', () => {
    const { problems } = reversibilityOf(marked, 'blue-green', 1, []);
    expect(problems.map(each => each.sentence)).toEqual([wording('rolling')]);
  });
});

describe('the rollout of an irreversible release', () => {
  const canary = () => {
    const model = new Model();
    model.reversible = false;
    model.verdict = () => ({ verdict: 'pass', reason: 'every metric is good' }) as never;
    return model;
  };

  it('restores the traffic while the previous version is live beside it', () => {
    const model = canary();
    model.run(() => model.rollout.step > 0);
    model.facts = ['a pod crashes'];
    expect(model.decide()).toMatchObject({ do: 'transition', phase: 'rolling-back', weight: 0 });
  });

  it('needs action in its promotion, in its watch, and when the run is cancelled there', () => {
    const model = canary();
    model.run(() => model.rollout.phase === 'promoting');
    expect(model.rollout.phase).toBe('promoting');
    model.cancelled = true;
    expect(model.decide()).toMatchObject({
      do: 'needs-action',
      reason: wording('2'),
    });
    model.cancelled = false;
    model.run(() => model.rollout.phase === 'watching');
    model.facts = ['errors are worse'];
    expect(model.decide()).toMatchObject({
      do: 'needs-action',
      reason: expect.stringMatching(/^errors are worse; /),
    });
  });

  describe.each([
    ['surge', 100],
    ['in-place', 80],
  ])('with %s, when another client restores the previous version in the workload', (promotion, weight) => {
    it('applies the candidate again, and the canary keeps its traffic meanwhile', () => {
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
      expect(moves.map(each => each.do)).not.toContain('needs-action');
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
      do: 'needs-action',
      reason: wording('100 %'),
    });
  });

  it('ends when a forced rollback asks for it', () => {
    const model = canary();
    model.run(() => model.rollout.phase === 'promoting');
    model.rollout = { ...model.rollout, abortRequested: { by: 'ann in run 2', at: 0 } };
    expect(model.decide()).toMatchObject({ do: 'transition', phase: 'rolling-back' });
  });

  it('has replaced the baseline once a rolling update was written, and not before', () => {
    const rolling = { phase: 'promoting', strategy: 'rolling' } as const;
    expect([hasReplacedBaseline(rolling, false), hasReplacedBaseline(rolling, true)]).toEqual([false, true]);
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
