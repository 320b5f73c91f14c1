import { describe, expect, it } from 'vitest';
import type { Lifetime } from '../../src/cluster/credential.ts';
import { lifeProblem, lifeSentence, lifeWarning, needOf } from '../../src/release/lifetime.ts';

const now = Date.UTC(2026, 0, 1, 12);
const ends = (seconds: number): Lifetime => ({ kind: 'ends', what: 'the token', end: now + seconds * 1000 });

describe('a credential', () => {
  const need = needOf(60_000);

  it('must live as long as the deadline and two minutes', () => {
    expect(need).toBe(180_000);
    expect(lifeProblem(ends(180), need, now)).toBeUndefined();
    expect(lifeProblem(ends(58), need, now)?.sentence).toBe(
      'the token of the kubeconfig ends at 2026-01-01 12:00:58 UTC, in 58 s, but this run may need it until 2026-01-01 12:03:00 UTC, for 3 min; use a credential that renews itself (docs/cluster.md) or lives longer, or shorten the deadline of the strategy',
    );
    expect(lifeProblem(ends(-5), need, now)?.message).toContain('ended at 2026-01-01 11:59:55 UTC, but');
  });

  it.each<Lifetime>([
    { kind: 'renewed', what: 'the exec plugin x' },
    { kind: 'endless', what: 'the token' },
    { kind: 'unknown', what: 'the token' },
  ])('is not refused when it is $kind', lifetime => {
    expect(lifeProblem(lifetime, need, now)).toBeUndefined();
    expect(lifeWarning(lifetime) !== undefined).toBe(lifetime.kind === 'unknown');
  });

  it.each<[Lifetime, string]>([
    [{ kind: 'renewed', what: 'the exec plugin x' }, 'the exec plugin x renews itself'],
    [{ kind: 'endless', what: 'the token' }, 'the token has no end'],
    [{ kind: 'unknown', what: 'the token' }, 'how long the token lives cannot be known'],
    [ends(90), 'the token ends at 2026-01-01 12:01:30 UTC, in 90 s'],
    [ends(3600), 'the token ends at 2026-01-01 13:00:00 UTC, in 60 min'],
    [ends(86_400), 'the token ends at 2026-01-02 12:00:00 UTC, in 24 h'],
    [ends(-1), 'the token ended at 2026-01-01 11:59:59 UTC'],
  ])('is described (%j)', (lifetime, expected) => {
    expect(lifeSentence(lifetime, now)).toBe(expected);
  });
});
