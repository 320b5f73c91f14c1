import { describe, expect, it } from 'vitest';
import type { Journal } from '../../src/release/journal.ts';
import { apartFromRoutes, parkedProblem, rollbackSince } from '../../src/release/leftover.ts';
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

describe('a rollback that has ended since a run looked first', () => {
  const undone = {
    candidate: 7,
    startedAt: 1000,
    phase: 'undone',
    abortRequested: { by: 'eve in run 2', at: 1500 },
  } as Journal;

  it('is told with what it went back from, whatever the run saw before it', () => {
    const wish = { candidate: 7, by: 'eve in run 2' };
    const { abortRequested: _, ...living } = undone;
    expect(rollbackSince({ ...living, phase: 'stepping' }, undone)).toEqual(wish);
    expect(rollbackSince({ ...undone, phase: 'undoing' }, undone)).toEqual(wish);
    expect(rollbackSince({ ...undone, candidate: 6 as Journal['candidate'], startedAt: 1 }, undone)).toEqual(
      wish,
    );
    expect(rollbackSince(undefined, undone)).toEqual(wish);
  });

  it('is none when it had ended before, or when nobody asked for one', () => {
    const { abortRequested: _, ...failed } = undone;
    expect(rollbackSince(undone, undone)).toBeUndefined();
    expect(rollbackSince(undefined, failed)).toBeUndefined();
  });
});
