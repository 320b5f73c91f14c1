import { roughTimeSpan } from '../toolkit/duration.ts';
import { findingsOf, type GateFinding, logHarmOf } from './findings.ts';
import type { GateState } from './gate.ts';
import { leastPassTicks } from './margins.ts';
import { type GatePolicy, type MetricPolicy, reservedAfter, type StagePolicy } from './policy.ts';
import { wrongShare } from './split.ts';
import type { HardFact, Missing, Verdict } from './verdict.ts';
import { comparison, exceeded, standing } from './wording.ts';

/** The inputs of a verdict. */
interface Case {
  policy: GatePolicy;
  state: GateState;
  stage: StagePolicy;
  /** Of all metrics without dry-run. */
  findings: GateFinding[];
  logHarm: number;
  now: number;
}

/**
 * Returns the verdict on all evidence so far. It checks first for harm, then whether there is data, then whether this stage is shown to
 * be good. Without such evidence nothing passes, and a stage whose time is over ends without a pass.
 *
 * @param facts about the pods of the canary that need no statistics
 * @param now ms since the epoch, by the clock of the ticks
 */
export function judge(policy: GatePolicy, state: GateState, facts: HardFact[], now: number): Verdict {
  const stage = policy.stages[state.stage];
  if (stage === undefined) throw new Error(`there is no stage ${state.stage}`);
  const findings = findingsOf(policy, state).filter(finding => !finding.dryRun);
  const one: Case = { policy, state, stage, findings, logHarm: logHarmOf(policy, state), now };
  return (
    factual(facts) ??
    overLimit(one) ??
    harmed(one) ??
    nothingToJudge(one) ??
    shownGood(one) ??
    tooLate(one) ?? { verdict: 'continue', reason: whatIsOpen(one) }
  );
}

/** Since when the metrics cannot be read at all, in ms since the epoch, and why. */
export interface Unread {
  since: number;
  detail: string;
}

/**
 * Returns the verdict on a Prometheus that does not answer. It belongs to no tick, because the metrics of that time may be read later.
 * @returns undefined while the gate still waits.
 */
export function judgeUnread(
  { patience, tick }: Pick<GatePolicy, 'patience' | 'tick'>,
  { since, detail }: Unread,
  now: number,
): Verdict | undefined {
  if (now - since <= patience.provider * tick) return undefined;
  return noData('provider', `the metrics since then cannot be read: ${detail}`);
}

function factual(facts: HardFact[]): Verdict | undefined {
  if (facts.length === 0) return undefined;
  return { verdict: 'fail', reason: facts.map(fact => fact.detail).join('; '), metrics: [] };
}

function overLimit({ policy, findings }: Case): Verdict | undefined {
  const needed = -Math.log(policy.alpha.harm);
  const over = findings.filter(({ logLimit, logWatch }) => logLimit >= needed || logWatch >= needed);
  return over.length === 0 ? undefined : fail(over, exceeded);
}

function harmed({ policy, state, findings, logHarm }: Case): Verdict | undefined {
  if (logHarm < -Math.log(policy.alpha.harm)) return undefined;
  const alone = state.judged > 1 ? podAlone(policy, state) : undefined;
  if (alone !== undefined) {
    if (logHarm < Math.log(policy.podLocal)) return undefined;
    if (state.excluded.length === 0) return podLocal(alone, findings);
  }
  const named = findings.filter(({ status }) => status === 'harmed');
  return fail(named.length > 0 ? named : mostHarmed(findings), comparison);
}

/** Returns the pod without which hardly any evidence of harm is left. */
const podAlone = (policy: GatePolicy, state: GateState): string | undefined =>
  state.pods.find((_, index) => logHarmOf(policy, state, index) < Math.log(policy.withoutPod));

function podLocal(pod: string, findings: GateFinding[]): Verdict {
  const worst = mostHarmed(findings).map(comparison).join('; ');
  return {
    verdict: 'pod-local',
    pod,
    reason: `pod ${pod} is bad, and the candidate's other pods are not; ${worst}`,
  };
}

const fail = (findings: GateFinding[], clause: (finding: GateFinding) => string): Verdict => ({
  verdict: 'fail',
  reason: findings.map(clause).join('; '),
  metrics: findings.map(({ metric }) => metric),
});

const mostHarmed = (findings: GateFinding[]) =>
  [...findings].sort((a, b) => b.logHarm - a.logHarm).slice(0, 1);

function nothingToJudge({ policy, state, stage, now }: Case): Verdict | undefined {
  for (const metric of policy.metrics) {
    const { name, dryRun } = metric;
    const seen = state.metrics[name];
    if (dryRun || seen === undefined) continue;
    const wrong = stage.kind === 'watch' ? undefined : wrongShare(seen.arrived);
    if (wrong !== undefined)
      return noData('wrong-labels', `${name}: ${wrong}${sinceSet(policy, state, now)}`);
    const { gap } = seen;
    if (gap === undefined) continue;
    const { provider } = policy.patience;
    // A canary whose weight has not arrived gets no requests, and its counters may not exist yet.
    const absent = Math.max(policy.patience.absent, Math.ceil((policy.arrival ?? 0) / policy.tick));
    const unanswered = gap.missing === 'provider' || gap.missing === 'wrong-labels';
    const idle = Math.max(absent, idleTicks(policy, metric, stage));
    if ((unanswered && gap.same > provider) || gap.unread >= absent || gap.ticks >= idle) {
      const lasted = (gap.missing === 'idle' ? gap.ticks : gap.unread) * policy.tick;
      return noData(gap.missing, `${name}: ${gap.detail} (for ${roughTimeSpan(lasted)})`);
    }
  }
  const silence = now - Math.max(state.lastAt, state.enteredAt);
  if (silence <= (policy.patience.absent + 1) * policy.tick) return undefined;
  return noData('stale', `nothing was read for ${roughTimeSpan(silence)}`);
}

/** Says how long the gateway had, because it may be slow. */
const sinceSet = ({ arrival }: GatePolicy, { setAt, enteredAt }: GateState, now: number) =>
  arrival === undefined ? '' : `, ${roughTimeSpan(now - (setAt ?? enteredAt))} after the weight was set`;

const noData = (missing: Missing, reason: string): Verdict => ({ verdict: 'no-data', missing, reason });

/** With little traffic a canary may get no requests for some time: only a silence with a chance below one in a thousand counts. */
function idleTicks(policy: GatePolicy, metric: MetricPolicy, { weight }: StagePolicy): number {
  // A metric that counted nothing before may be as rare as it is silent, so it gets at least the patience of the others.
  const expected = ((((metric.traffic || policy.traffic) * weight) / 100) * policy.tick) / 1000;
  return expected > 0 ? Math.ceil(Math.log(1000) / expected) : 0;
}

function shownGood(one: Case): Verdict | undefined {
  const { stage, state, findings, now } = one;
  if (now - state.enteredAt < stage.dwell || isNoisy(one)) return undefined;
  if (findings.some(each => each.overMax || each.unread || each.counted < leastTicks(stage)))
    return undefined;
  if (stage.kind !== 'step') {
    return { verdict: 'pass', reason: `no harm at ${stage.weight} % in ${roughTimeSpan(stage.dwell)}` };
  }
  if (!findings.every(({ passed }) => passed)) return undefined;
  return { verdict: 'pass', reason: findings.map(standing).join('; ') };
}

/** A step passes by evidence; a bake passes by its time, in which there must have been data. */
const leastTicks = ({ kind }: StagePolicy) => (kind === 'step' ? leastPassTicks : 1);

/** Whether there is more evidence of harm than a stage may end with. */
const isNoisy = ({ policy, logHarm }: Case) => logHarm >= Math.log(policy.quiet);

/** Ends a stage whose time is over; steps must leave enough time for later pauses and the bake. */
function tooLate(one: Case): Verdict | undefined {
  const { policy, state, stage, findings, now } = one;
  const due = state.deadlineAt - (stage.kind === 'step' ? reservedAfter(policy, state.stage) : 0);
  if (stage.kind === 'watch' || now < due) return undefined;
  const gap = policy.metrics.map(({ name }) => state.metrics[name]?.gap).find(each => each !== undefined);
  if (gap !== undefined && findings.every(({ counted }) => counted === 0)) {
    return noData(gap.missing, `${gap.detail} until the time was over`);
  }
  return {
    verdict: 'inconclusive',
    reason: `the gate reached no conclusive verdict in time: ${whatIsOpen(one)}`,
  };
}

function whatIsOpen(one: Case): string {
  const { stage, state, findings, now } = one;
  const names = (list: GateFinding[]) => list.map(({ metric }) => metric).join(', ');
  const unread = findings.filter(each => each.unread || each.counted === 0);
  if (state.enteredAt === state.lastAt && state.ticks > 0)
    return `the requests do not show the weight of ${stage.weight} % yet, ${roughTimeSpan(state.lastAt - (state.setAt ?? state.enteredAt))} after it was set`;
  if (unread.length > 0) return `no evidence at ${stage.weight} % yet from ${names(unread)}`;
  if (isNoisy(one)) return `worse so far; ${mostHarmed(findings).map(comparison).join('; ')}`;
  const over = findings.filter(({ overMax }) => overMax);
  if (over.length > 0) return over.map(exceeded).join('; ');
  const open = stage.kind === 'step' ? findings.filter(({ passed }) => !passed) : [];
  if (open.length > 0) return `not shown to be good yet; ${open.map(standing).join('; ')}`;
  const left = stage.dwell - (now - state.enteredAt);
  if (left <= 0) return `at ${stage.weight} % until every metric has data from ${leastTicks(stage)} ticks`;
  return `at ${stage.weight} % for ${roughTimeSpan(Math.max(1000, left))} more`;
}
