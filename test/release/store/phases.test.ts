import { describe, expect, it } from 'vitest';
import { finishOrRollBack, isOver, type Phase, transitions } from '../../../src/release/store/phases.ts';

const phases = Object.keys(transitions) as Phase[];

/** Everything that can be reached from a phase. */
function reach(from: Phase, seen = new Set<Phase>()): Set<Phase> {
  for (const next of transitions[from]) {
    if (seen.has(next)) continue;
    seen.add(next);
    reach(next, seen);
  }
  return seen;
}

describe('the table of phases', () => {
  it.each(phases.filter(phase => !isOver(phase)))(
    'leads from %s to the rollback, and from there to one end',
    phase => {
      if (phase !== 'rolling-back') expect(transitions[phase]).toContain('rolling-back');
      expect([...reach('rolling-back')]).toEqual(['rolled-back']);
    },
  );

  it('has no transition out of an end', () => {
    expect(phases.filter(isOver)).toEqual(['done', 'rolled-back']);
  });

  it('has no transition around the gate: promotion follows the bake, or the beginning if nothing is compared', () => {
    expect(phases.filter(phase => transitions[phase].includes('promoting'))).toEqual(['prepared', 'baking']);
    expect(phases.filter(phase => transitions[phase].includes('done'))).toEqual(['promoting', 'watching']);
  });

  it('finishes the rollout of a dead run only if its candidate has passed', () => {
    expect(Object.fromEntries(phases.map(phase => [phase, finishOrRollBack(phase)]))).toEqual({
      prepared: 'rollback',
      stepping: 'rollback',
      baking: 'rollback',
      promoting: 'finish',
      watching: 'finish',
      done: 'none',
      'rolling-back': 'rollback',
      'rolled-back': 'none',
    });
  });
});
