import { advance, beginGate, enterStage, judge } from '../../src/analysis/gate.ts';
import { policyOf } from '../../src/analysis/resolve.ts';
import type { Tick } from '../../src/analysis/tick.ts';
import type { HardFact, Verdict } from '../../src/analysis/verdict.ts';
import { noteJudging, noteMoment, noteTick, noteTurn, startRecord } from '../../src/decision/record.ts';
import type { DecisionRecord } from '../../src/decision/schema.ts';
import { generator } from '../report/rollouts.ts';

export interface RolloutSpec {
  seed?: number;
  /** The candidate's share of bad requests. */
  canary?: number;
  /** A fact that comes up at this tick. */
  factAt?: number;
  ticks?: number;
  /** A histogram of which only the second boundary gets worse, to this share. */
  slow?: number;
  pods?: number;
}

const tick = 15_000;
const minutes = (count: number) => count * 60_000;
const strategy = {
  kind: 'canary',
  steps: [{ weight: 25 }, { weight: 50 }],
  bake: { weight: 80, for: minutes(5) },
  deadline: minutes(50),
  'on-inconclusive': 'rollback',
  watch: minutes(5),
};
const gate = {
  metrics: [
    { name: 'errors', total: 'a', bad: 'b', 'dry-run': false },
    { name: 'aborted', total: 'a', bad: 'c', 'dry-run': false },
  ],
  tick,
  'warm-up': 0,
  profile: 'standard',
};

/** A record as the engine writes it, judged by the real gate: 200 requests a second, 1 % of the baseline's bad. */
export function judgedRecord({
  seed = 1,
  canary = 0.01,
  factAt,
  ticks = 200,
  slow,
  pods = 2,
}: RolloutSpec = {}): DecisionRecord {
  const random = generator(seed);
  const histogram = { name: 'latency', histogram: 'd', slow: [0.3, 1], 'dry-run': false };
  const metrics = slow === undefined ? gate.metrics : [...gate.metrics, histogram];
  const { policy, sentences } = policyOf({ ...gate, metrics } as never, strategy as never, {
    tick,
    metrics: {},
  });
  const begun = 1_700_000_000_000;
  let record = noteJudging(
    startRecord({
      at: begun,
      app: 'shop',
      environment: 'production',
      namespace: 'shop',
      workload: 'Deployment/shop',
      release: 7,
      baseline: 6,
      images: {},
      by: { run: 'run 1', actor: 'ada' },
      token: 3,
      doing: 'deploy',
      strategy: strategy as never,
      gate: gate as never,
    }),
    begun,
    policy,
    sentences,
  );
  let state = beginGate(policy, begun);
  for (let count = 1; count <= ticks; count += 1) {
    const stage = policy.stages[state.stage]!;
    const at = begun + count * tick;
    const counts = (name: string, share: number, ...bad: number[]) =>
      Array.from({ length: pods }, (_, index) => {
        const total = Math.round((200 * 15 * share) / 100 / pods);
        return { pod: `${name}-${index}`, total, bad: bad.map(each => binomial(random, total, each)) };
      });
    const seen: Tick = {
      at,
      stage: state.stage,
      weight: stage.weight,
      readings: {
        errors: {
          kind: 'counts',
          canary: counts('c', stage.weight, canary),
          baseline: counts('b', 100 - stage.weight, 0.01),
        },
        aborted: {
          kind: 'counts',
          canary: counts('c', stage.weight, 0.001),
          baseline: counts('b', 100 - stage.weight, 0.001),
        },
        ...(slow === undefined
          ? {}
          : {
              latency: {
                kind: 'counts',
                canary: counts('c', stage.weight, 0.1, slow),
                baseline: counts('b', 100 - stage.weight, 0.1, 0.01),
              },
            }),
      },
    };
    state = advance(policy, state, seen);
    const facts: HardFact[] =
      factAt !== undefined && count >= factAt ? [{ kind: 'restart', detail: 'pod c-0 restarted' }] : [];
    const verdict: Verdict = judge(policy, state, facts, at + 300);
    record = noteTick(record, seen, undefined, verdict, { at: at + 300, facts });
    if (verdict.verdict === 'pass' && stage.kind === 'step') {
      const entered = at + 900;
      state = enterStage(policy, state, state.stage + 1, entered);
      record = noteTurn(record, { at: entered, stage: state.stage });
      record = noteMoment(record, { at: entered, phase: 'stepping', step: state.stage });
    } else if (verdict.verdict !== 'continue') return record;
  }
  return record;
}

function binomial(random: () => number, total: number, share: number): number {
  let bad = 0;
  for (let index = 0; index < total; index += 1) if (random() < share) bad += 1;
  return bad;
}
