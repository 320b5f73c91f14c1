import { describe, expect, it } from 'vitest';
import type { Journal } from '../../src/release/journal.ts';
import { apartFromRoutes, parkedProblem } from '../../src/release/leftover.ts';
import type { Target } from '../../src/release/preflight.ts';

const target = (kind: string, name: string) =>
  ({ manifest: { object: { kind }, name } }) as unknown as Target;

describe('a release over what a held undo left', () => {
  it('leaves the routes as they divide the traffic until it is up', () => {
    const targets = [target('Service', 'a'), target('HTTPRoute', 'b'), target('Deployment', 'c')];
    const { first, routes } = apartFromRoutes(targets);
    expect(first.map(({ manifest }) => manifest.name)).toEqual(['a', 'c']);
    expect(routes.map(({ manifest }) => manifest.name)).toEqual(['b']);
  });
});

describe('a release beside one that waits', () => {
  const journal = (more: Partial<Journal>) =>
    ({
      app: 'shop',
      candidate: 7,
      phase: 'baking',
      run: { actor: 'ann', run: 'run 1' },
      parked: { until: 1000, for: 'approval' },
      ...more,
    }) as Journal;

  it('is refused with what that waits for, who left it, and what to do', () => {
    expect(parkedProblem(journal({}), 999)?.sentence).toBe(
      'release 7 of shop waits for somebody to approve or undo it until 1970-01-01T00:00:01.000Z, when it is undone (ann in run 1); let it go on, or end it by a rollback',
    );
  });

  it.each([
    ['its time is over', journal({}), 1001],
    ['it has ended', journal({ phase: 'done' }), 999],
  ])('is not when %s', (_, entry, now) => {
    expect(parkedProblem(entry, now)).toBeUndefined();
  });
});
