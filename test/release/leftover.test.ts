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

describe('a rollback that somebody asked for since a run began', () => {
  const undone = {
    candidate: 7,
    phase: 'undone',
    abortRequested: { by: 'eve in run 2', at: 1500 },
  } as Journal;

  it('is told with what it went back from', () => {
    expect(rollbackSince(1500, undone)).toEqual({ candidate: 7, by: 'eve in run 2' });
  });

  it.each([
    ['it was asked for before', 1501, undone],
    ['it has not ended', 1000, { ...undone, phase: 'undoing' } as Journal],
    ['the release was promoted all the same', 1000, { ...undone, phase: 'done' } as Journal],
    ['a gate had undone it', 1000, { candidate: 7, phase: 'undone' } as Journal],
  ])('is none when %s', (_, since, journal) => {
    expect(rollbackSince(since, journal)).toBeUndefined();
  });
});
