import { expect, it } from 'vitest';
import { drillPhases } from '../../src/recovery/phases.ts';
import { scenarios } from '../../src/recovery/scenario.ts';

it.each(scenarios.map(each => [each.id, each] as const))(
  '%s has its phases in the order of a recovery, and its steps in the imperative',
  (_, { steps, question }) => {
    const ranks = steps.map(({ phase }) => drillPhases.indexOf(phase as (typeof drillPhases)[number]));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks).not.toContain(-1);
    for (const { instruction } of steps) expect(instruction).toMatch(/^[A-Z].*\.$/);
    expect(question).toMatch(/^[A-Z].*\?$/);
  },
);

it('every restore is verified, and goes to a scratch namespace', () => {
  for (const { id, steps, where } of scenarios) {
    const does = steps.map(each => each.action);
    if (!does.includes('restore-database')) continue;
    expect(does.indexOf('verify'), id).toBeGreaterThan(does.indexOf('restore-database'));
    expect([does[0], where], id).toEqual(['provision', 'scratch']);
  }
});

it('only scenarios without a recovery have no target', () => {
  for (const { id, target, steps } of scenarios)
    expect(target === undefined, id).toBe(
      steps.some(({ action }) => action === 'notice' || action === 'scale-up'),
    );
});
