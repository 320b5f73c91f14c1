import { expect, it } from 'vitest';
import type { Verdict } from '../../src/analysis/verdict.ts';
import { stageVerdict } from '../../src/release/gate.ts';

/** What `gate` outputs as its verdict: what its description names, and nothing for a stage that is not decided. */

const reason = 'why';
const verdicts: Verdict[] = [
  { verdict: 'continue', reason },
  { verdict: 'pass', reason },
  { verdict: 'fail', reason, metrics: [] },
  { verdict: 'inconclusive', reason },
  { verdict: 'no-data', missing: 'idle', reason },
  { verdict: 'pod-local', pod: 'shop-1', reason },
];

it('only a verdict that decides a stage is an output', () => {
  expect(verdicts.map(stageVerdict)).toEqual([
    ...[undefined, 'pass', 'fail', 'inconclusive', 'no-data', undefined],
  ]);
  expect(stageVerdict(undefined)).toBeUndefined();
});
