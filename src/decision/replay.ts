import { type GateEvent, replay } from '../analysis/backtest.ts';
import { type Counts, noCounts } from '../analysis/eprocess.ts';
import { type GateFinding as Found, findingsOf, logHarmOf } from '../analysis/findings.ts';
import type { GateState } from '../analysis/gate.ts';
import { type RateRatio, rateRatio } from '../analysis/interval.ts';
import { profiles } from '../analysis/margins.ts';
import type { GatePolicy } from '../analysis/policy.ts';
import type { Verdict } from '../analysis/verdict.ts';
import { sumOf } from '../analysis/warm-up.ts';
import { UserError } from '../toolkit/errors.ts';
import { noteFindings } from './record.ts';
import type { DecisionRecord, Evidence, RecordedFinding } from './schema.ts';

/** Computes the verdicts of a decision record again from its ticks. Pure. */

interface VerdictComparison {
  at: number;
  stage: number;
  recorded: Verdict;
  computed: Verdict;
  same: boolean;
}

export interface Backtest {
  /** Whether no verdict differs; true without any verdict. */
  agrees: boolean;
  /** Whether there was a gate. A rolling update has none, and other rollouts may end before it begins. */
  judged: boolean;
  /** Every verdict of the record, with the one computed now. */
  comparisons: VerdictComparison[];
  /** Reductions of the record, by which the two may differ. */
  caveats: string[];
}

/** Judges again at the time of each recorded verdict, with the data that the gate had then. */
export function backtest(record: DecisionRecord): Backtest {
  if (record.judging === undefined && record.verdicts.length === 0 && record.ticks.length === 0)
    return { agrees: true, judged: false, comparisons: [], caveats: record.reduced };
  const { verdicts } = replayed(record, policyOf(record), eventsOf(record));
  const comparisons = record.verdicts.map(({ at, stage, verdict: recorded }, index): VerdictComparison => {
    const computed = verdicts[index]?.verdict ?? { verdict: 'continue', reason: 'the gate gave no verdict' };
    return { at, stage, recorded, computed, same: isSame(recorded, computed) };
  });
  const agrees = comparisons.every(({ same }) => same);
  return { agrees, judged: true, comparisons, caveats: record.reduced };
}

/** Another gate for the same traffic: with another profile, or one metric alone. */
interface Alternative {
  profile?: string;
  metric?: string;
}

export interface Outlook {
  /** The first verdict that would have ended the rollout; undefined when none would. */
  end: { at: number; stage: number; verdict: Verdict } | undefined;
  /** When each stage would have passed first, in ms since the epoch. */
  passes: { stage: number; at: number | undefined }[];
}

/**
 * Judges after every tick as if the alternative had been configured. Weights and times stay as recorded: how another verdict would have
 * changed them cannot be known.
 * @throws UserError for an unknown profile or metric, or a release that was not judged by a gate.
 */
export function outlook(record: DecisionRecord, alternative: Alternative): Outlook {
  const policy = changed(policyOf(record), alternative);
  const events = eventsOf(record).flatMap((each): GateEvent[] =>
    each.event === 'tick' ? [each, { event: 'judged', at: each.tick.at, facts: [] }] : [each],
  );
  const { verdicts } = replayed(record, policy, events);
  const stages = [...new Set(verdicts.map(({ stage }) => stage))];
  return {
    end: verdicts.find(({ verdict }) => !/^(continue|pass|pod-local)$/.test(verdict.verdict)),
    passes: stages.map(stage => ({
      stage,
      at: verdicts.find(each => each.stage === stage && each.verdict.verdict === 'pass')?.at,
    })),
  };
}

/** Returns the events of the gate in order: ticks, turns and verdicts, without what came after a missing tick. */
export function eventsOf({ ticks, turns, verdicts }: DecisionRecord): GateEvent[] {
  return [
    // A verdict comes before the turn that follows from it, and a tick after all that was noted before it.
    ...verdicts.map(({ after, at, stage, facts, unread }) => ({
      after,
      at,
      event:
        unread === undefined
          ? ({ event: 'judged', at, facts } as const)
          : ({ event: 'unread', at, stage, ...unread } as const),
    })),
    ...turns.flatMap(({ after, at, stage, replaced, prolonged, skipped }) => {
      const events: (GateEvent | undefined)[] = [
        prolonged === undefined ? undefined : { event: 'prolonged', until: prolonged, at },
        stage === undefined ? undefined : { event: 'stage', stage, at },
        replaced === undefined ? undefined : { event: 'replaced', pod: replaced, at },
        skipped === undefined ? undefined : { event: 'skipped', until: skipped, at },
      ];
      return events.flatMap(event => (event === undefined ? [] : [{ after, at, event }]));
    }),
    ...ticks.map((tick, after) => ({
      after,
      at: Number.POSITIVE_INFINITY,
      event: { event: 'tick', tick } as const,
    })),
  ]
    .filter(({ after }) => after <= ticks.length)
    .sort((a, b) => a.after - b.after || a.at - b.at)
    .map(({ event }) => event);
}

/** Whether two verdicts have the same kind and blame the same metrics or pod. Their wording may change between versions. */
function isSame(a: Verdict, b: Verdict): boolean {
  if (a.verdict === 'fail' && b.verdict === 'fail')
    return `${[...a.metrics].sort()}` === `${[...b.metrics].sort()}`;
  if (a.verdict === 'no-data' && b.verdict === 'no-data') return a.missing === b.missing;
  if (a.verdict === 'pod-local' && b.verdict === 'pod-local') return a.pod === b.pod;
  return a.verdict === b.verdict;
}

/** @throws UserError when the release was not judged by a gate. */
function policyOf({ judging }: DecisionRecord): GatePolicy {
  if (judging === undefined) {
    throw new UserError(
      'this release was not judged by a gate, so there is no verdict to compute again',
      'choose the record of a canary with a gate',
    );
  }
  // Written by `noteJudging`; the replay fails if it does not fit.
  return judging.policy as unknown as GatePolicy;
}

/** Returns when the gate entered its first stage, from which its deadline counts. */
export function startOf({ judging, turns, startedAt }: DecisionRecord): number {
  return (
    turns.find(({ after, stage }) => after === 0 && stage !== undefined)?.at ??
    judging?.startedAt ??
    startedAt
  );
}

function replayed(record: DecisionRecord, policy: GatePolicy, events: GateEvent[]) {
  try {
    return replay(policy, startOf(record), events);
  } catch (error) {
    throw new UserError(
      'this version of Slipway cannot replay the gate of this record',
      'use the version of Slipway that wrote it',
      { cause: error },
    );
  }
}

function changed(policy: GatePolicy, { profile, metric }: Alternative): GatePolicy {
  const names = policy.metrics.map(({ name }) => name);
  if (profile !== undefined && !isProfile(profile)) {
    throw new UserError(
      `there is no profile "${profile}"`,
      `choose one of ${Object.keys(profiles).join(', ')}`,
    );
  }
  if (metric !== undefined && !names.includes(metric)) {
    throw new UserError(`the record has no metric "${metric}"`, `choose one of ${names.join(', ')}`);
  }
  const metrics =
    metric === undefined
      ? policy.metrics
      : policy.metrics.flatMap(each => (each.name === metric ? [{ ...each, dryRun: false, weight: 1 }] : []));
  return { ...policy, metrics, ...(profile === undefined ? {} : { profile, margin: profiles[profile] }) };
}

const isProfile = (name: string): name is keyof typeof profiles => Object.hasOwn(profiles, name);

/**
 * Adds the final findings for each metric to a record: the counts as they were judged, the ratio with its interval, and the status. They
 * are computed from the ticks, so that every reader of the record can do the same. Pure; a record without a gate stays unchanged, and so
 * does one whose ticks cannot be judged again, such as one that another version of Slipway began: the rollout must end nevertheless.
 */
export function withFindings(record: DecisionRecord): DecisionRecord {
  const { judging } = record;
  if (judging === undefined || record.ticks.length === 0) return record;
  const policy = judging.policy as unknown as GatePolicy;
  let judged: ReturnType<typeof judgedTicks>;
  try {
    judged = judgedTicks(record, policy);
  } catch {
    return record;
  }
  const { state, ticks } = judged;
  const findings = findingsOf(policy, state).flatMap(found => {
    const { series = [] } = policy.metrics.find(({ name }) => name === found.metric) ?? {};
    return series.map(({ boundary, phi }, index): RecordedFinding => {
      const counts = ticks.get(`${found.metric} ${index}`) ?? [];
      const total = counts.reduce(sumOf, noCounts);
      return {
        name: found.metric,
        ...(boundary === undefined ? {} : { boundary }),
        canary: { bad: total.canaryBad, total: total.canary },
        baseline: { bad: total.baselineBad, total: total.baseline },
        ...(total.canary === 0 ? {} : { ratio: ratioOf(rateRatio(counts, { phi })) }),
        status: statusOf(found, boundary),
        ...(found.dryRun ? { dryRun: true } : {}),
      };
    });
  });
  return noteFindings(record, findings);
}

/** Returns the evidence that a gate has after a tick. Pure. */
export function evidenceOf(policy: GatePolicy, state: GateState): Evidence {
  const metrics = findingsOf(policy, state).map(({ metric, logHarm, logPass }) => [
    metric,
    { harm: logHarm, pass: logPass },
  ]);
  return { harm: logHarmOf(policy, state), metrics: Object.fromEntries(metrics) };
}

/** Returns the status for one boundary of a histogram: harm is reported only for the boundary that shows it. */
function statusOf(
  { status, boundary: worst }: Found,
  boundary: number | undefined,
): RecordedFinding['status'] {
  const accused = status === 'harmed' || status === 'suspect';
  return accused && boundary !== worst ? 'open' : status;
}

const ratioOf = ({ estimate, low, high }: RateRatio) => ({
  estimate: estimate ?? null,
  low,
  high: high ?? null,
});

/** Returns the counts that the gate used of each tick and series: the growth of its own sums, without cold pods and mixed ticks. */
function judgedTicks(
  record: DecisionRecord,
  policy: GatePolicy,
): { state: GateState; ticks: Map<string, Counts[]> } {
  const ticks = new Map<string, Counts[]>();
  const events = eventsOf(record).filter(({ event }) => event !== 'judged' && event !== 'unread');
  const { state } = replay(policy, startOf(record), events, (before, after) => {
    for (const [name, { series }] of Object.entries(after.metrics))
      series.forEach(({ total }, index) => {
        const growth = differenceOf(total, before.metrics[name]?.series[index]?.total);
        if (growth.canary + growth.baseline === 0) return;
        const key = `${name} ${index}`;
        ticks.set(key, [...(ticks.get(key) ?? []), growth]);
      });
  });
  return { state, ticks };
}

const differenceOf = (after: Counts, before: Counts = noCounts): Counts => ({
  canaryBad: after.canaryBad - before.canaryBad,
  canary: after.canary - before.canary,
  baselineBad: after.baselineBad - before.baselineBad,
  baseline: after.baseline - before.baseline,
});
