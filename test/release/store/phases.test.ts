import { describe, expect, it } from 'vitest';
import { isOver, moves, type Phase, remedyOf } from '../../../src/release/store/phases.ts';

const phases = Object.keys(moves) as Phase[];

/** Everything that can be reached from a phase. */
function reach(from: Phase, seen = new Set<Phase>()): Set<Phase> {
  for (const next of moves[from]) {
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
      if (phase !== 'rolling-back') expect(moves[phase]).toContain('rolling-back');
      expect([...reach('rolling-back')]).toEqual(['rolled-back']);
    },
  );

  it('lets nothing out of an end', () => {
    expect(phases.filter(isOver)).toEqual(['done', 'rolled-back']);
  });

  it('has no way around the gate: promotion comes after the bake, or at once where nothing is compared', () => {
    expect(phases.filter(phase => moves[phase].includes('promoting'))).toEqual(['prepared', 'baking']);
    expect(phases.filter(phase => moves[phase].includes('done'))).toEqual(['promoting', 'watching']);
  });

  it('goes on after a dead run with what was judged good, and with nothing else', () => {
    expect(Object.fromEntries(phases.map(phase => [phase, remedyOf(phase)]))).toEqual({
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
