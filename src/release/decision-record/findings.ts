import type { Counts } from '../../analysis/eprocess.ts';
import { type GateFinding as Found, findingsOf, logHarmOf } from '../../analysis/findings.ts';
import { advance, enterStage, type GateState, replacePod, startGate } from '../../analysis/gate.ts';
import { type RateRatio, rateRatio } from '../../analysis/interval.ts';
import type { GatePolicy } from '../../analysis/policy.ts';
import { sumOf } from '../../analysis/warm-up.ts';
import { eventsOf, startOf } from './backtest.ts';
import { noteFindings } from './record.ts';
import type { DecisionRecord, Evidence, RecordedFinding } from './schema.ts';

/**
 * Adds the final findings for each metric to a record: the counts as they were judged, the ratio with its interval, and the status. They
 * are computed from the ticks, so that every reader of the record can do the same. Pure; a record without a gate stays unchanged.
 */
export function withFindings(record: DecisionRecord): DecisionRecord {
  const { judging } = record;
  if (judging === undefined || record.ticks.length === 0) return record;
  const policy = judging.policy as unknown as GatePolicy;
  const { state, ticks } = judgedTicks(record, policy);
  const findings = findingsOf(policy, state).flatMap(found => {
    const { series = [] } = policy.metrics.find(({ name }) => name === found.metric) ?? {};
    return series.map(({ boundary, phi }, index): RecordedFinding => {
      const counts = ticks.get(`${found.metric} ${index}`) ?? [];
      const total = counts.reduce(sumOf, nothing);
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
  let state = startGate(policy, startOf(record));
  for (const each of eventsOf(record)) {
    if (each.event === 'stage') state = enterStage(policy, state, each.stage, each.at);
    else if (each.event === 'replaced') state = replacePod(state, each.pod);
    else if (each.event === 'tick') {
      const next = advance(policy, state, each.tick);
      for (const { name } of policy.metrics) {
        next.metrics[name]?.series.forEach(({ total }, index) => {
          const growth = differenceOf(total, state.metrics[name]?.series[index]?.total);
          if (growth.canary + growth.baseline === 0) return;
          const key = `${name} ${index}`;
          ticks.set(key, [...(ticks.get(key) ?? []), growth]);
        });
      }
      state = next;
    }
  }
  return { state, ticks };
}

const nothing: Counts = { canaryBad: 0, canary: 0, baselineBad: 0, baseline: 0 };

const differenceOf = (after: Counts, before: Counts = nothing): Counts => ({
  canaryBad: after.canaryBad - before.canaryBad,
  canary: after.canary - before.canary,
  baselineBad: after.baselineBad - before.baselineBad,
  baseline: after.baseline - before.baseline,
});
