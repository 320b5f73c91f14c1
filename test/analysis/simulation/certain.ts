import type { Reading } from '../../../src/analysis/tick.ts';
import type { Verdict } from '../../../src/analysis/verdict.ts';
import { counts, policy, Rollout, traffic } from '../rollouts.ts';

/** Deterministic cases: each must end without a pass, with the expected verdict. */
export interface CertainCase {
  name: string;
  verdict: Verdict['verdict'];
  said: () => Verdict;
  failsClosed: () => boolean;
}

/** Returns the first final verdict; a pass leads to the next stage. */
function end(reading: Reading | ((rollout: Rollout) => Reading)): Verdict {
  return new Rollout(policy()).until(reading, { through: true });
}

const certain = (name: string, verdict: Verdict['verdict'], said: () => Verdict): CertainCase => ({
  name,
  verdict,
  said,
  failsClosed: () => said().verdict === verdict,
});

export const certainCases: CertainCase[] = [
  certain('no series from the canary', 'no-data', () => end({ kind: 'absent', track: 'canary' })),
  certain('no series from the baseline', 'no-data', () => end({ kind: 'absent', track: 'baseline' })),
  certain('Prometheus is down', 'no-data', () => end({ kind: 'provider', detail: 'connection refused' })),
  certain('Prometheus goes down in the second stage', 'no-data', () =>
    end(rollout =>
      rollout.state.stage === 0 ? traffic(0.01, 0.01)(rollout) : { kind: 'provider', detail: 'refused' },
    ),
  ),
  certain('samples that are old', 'no-data', () => end({ kind: 'stale', seconds: 300 })),
  certain('labels that are nobody’s', 'no-data', () =>
    end({ kind: 'wrong-labels', detail: 'no pod has them' }),
  ),
  certain('the query counts the baseline’s pods alone', 'no-data', () =>
    end({
      ...counts({ canary: [0, 0], baseline: [15, 1500] }),
      canary: [{ pod: 'c', total: 0, bad: [0], age: 9e6 }],
    } as Reading),
  ),
  certain('the query counts the baseline’s pods as the canary’s', 'no-data', () =>
    end({
      kind: 'counts',
      canary: [{ pod: 'c', total: 1500, bad: [15], age: 9e6 }],
      baseline: [{ pod: 'b', total: 75, bad: [1], age: 9e6 }],
    }),
  ),
  certain('nobody asks the canary', 'no-data', () => end({ kind: 'idle' })),
  certain('counters of the canary are reset at every look', 'no-data', () =>
    end(rollout => counts({ canary: [0, 0], baseline: [15, rollout.policy.tick / 10] })),
  ),
  certain('a baseline without errors, a canary with some', 'fail', () => end(traffic(0.02, 0))),
  certain('a baseline without errors, a canary that only fails', 'fail', () => end(traffic(1, 0))),
  certain('too little traffic to show anything', 'inconclusive', () =>
    end(traffic(0, 0, { all: 12, pods: 1 })),
  ),
  certain('numbers that are none', 'no-data', () =>
    end(counts({ canary: [Number.NaN, Number.NaN], baseline: [15, 1500] })),
  ),
];
