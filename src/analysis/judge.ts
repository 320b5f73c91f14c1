import { wrongShare } from './arrival.ts';
import { logSum } from './eprocess.ts';
import { type Finding, findingsOf, type HarmTerms, harmTerms } from './findings.ts';
import type { GateState } from './gate.ts';
import { bakeOf, type GatePolicy, type StagePolicy } from './policy.ts';
import type { HardFact, Missing, Verdict } from './verdict.ts';

/**
 * What is to be done now, from all that was seen so far. Harm first, then whether there is anything to judge, then whether this stage is
 * shown to be good; without such evidence nothing passes, and a time that is over ends without a pass.
 *
 * @param facts what needs no statistics, of the pods of the canary
 * @param now ms since the epoch
 */
export function judge(policy: GatePolicy, state: GateState, facts: HardFact[], now: number): Verdict {
  const stage = policy.stages[state.stage];
  if (stage === undefined) throw new Error(`there is no stage ${state.stage}`);
  const findings = findingsOf(policy, state).filter(finding => !finding.dryRun);
  return (
    factual(facts) ??
    harmed(policy, state, findings) ??
    nothingToJudge(policy, state, stage, now) ??
    shownGood(policy, state, stage, findings, now) ??
    tooLate(policy, state, stage, findings, now) ?? {
      verdict: 'continue',
      reason: whatIsOpen(policy, stage, state, findings, now),
    }
  );
}

function factual(facts: HardFact[]): Verdict | undefined {
  if (facts.length === 0) return undefined;
  return { verdict: 'fail', reason: facts.map(fact => fact.detail).join('; '), metrics: [] };
}

function harmed(policy: GatePolicy, state: GateState, findings: Finding[]): Verdict | undefined {
  const needed = -Math.log(policy.alpha.harm);
  const overLimit = findings.filter(finding => finding.logLimit >= needed || finding.logWatch >= needed);
  if (overLimit.length > 0) return fail(overLimit, finding => finding.limitSentence);
  const terms = harmTerms(policy, state);
  const logHarm = logSum(terms.all);
  if (logHarm < needed) return undefined;
  const alone = state.judged > 1 ? podAlone(policy, state, terms) : undefined;
  if (alone !== undefined) {
    if (logHarm < Math.log(policy.podLocal)) return undefined;
    if (state.excluded.length === 0) return podLocal(alone, findings);
  }
  const named = findings.filter(finding => finding.status === 'harmed');
  return fail(named.length > 0 ? named : mostHarmed(findings), finding => finding.sentence);
}

/** The pod without which hardly any harm is left. */
function podAlone(policy: GatePolicy, state: GateState, terms: HarmTerms): string | undefined {
  return state.pods.find((_, index) => logSum(terms.without(index)) < Math.log(policy.withoutPod));
}

function podLocal(pod: string, findings: Finding[]): Verdict {
  const [worst] = mostHarmed(findings);
  return {
    verdict: 'pod-local',
    pod,
    reason: `Pod ${pod} is bad and the other pods of the candidate are not: ${worst?.sentence ?? 'see the evidence'}`,
  };
}

function fail(findings: Finding[], sentence: (finding: Finding) => string): Verdict {
  const metrics = findings.map(finding => finding.metric);
  return { verdict: 'fail', reason: findings.map(sentence).join('; '), metrics };
}

const mostHarmed = (findings: Finding[]) => [...findings].sort((a, b) => b.logHarm - a.logHarm).slice(0, 1);

function nothingToJudge(
  policy: GatePolicy,
  state: GateState,
  stage: StagePolicy,
  now: number,
): Verdict | undefined {
  for (const { name, dryRun } of policy.metrics) {
    const metric = state.metrics[name];
    if (dryRun || metric === undefined) continue;
    const wrong = stage.kind === 'watch' ? undefined : wrongShare(metric.arrived);
    if (wrong !== undefined) return noData('wrong-labels', `${name}: ${wrong}`);
    const { gap } = metric;
    if (gap === undefined) continue;
    const { provider, absent } = policy.patience;
    const unanswered = gap.missing === 'provider' || gap.missing === 'wrong-labels';
    if (unanswered && gap.same > provider) return noData(gap.missing, `${name}: ${gap.detail}`);
    const limit = gap.missing === 'idle' ? Math.max(absent, idleTicks(policy, stage)) : absent;
    if (gap.ticks >= limit) return noData(gap.missing, `${name}: ${gap.detail}`);
  }
  const silence = now - Math.max(state.lastAt, state.enteredAt);
  if (silence <= (policy.patience.absent + 1) * policy.tick) return undefined;
  return noData('stale', `nothing was read for ${Math.round(silence / 1000)} s`);
}

const noData = (missing: Missing, reason: string): Verdict => ({ verdict: 'no-data', missing, reason });

/** With little traffic a canary may well be asked nothing for a while: only what happens once in a thousand times counts. */
function idleTicks({ traffic, tick }: GatePolicy, { weight }: StagePolicy): number {
  const expected = (((traffic * weight) / 100) * tick) / 1000;
  return expected > 0 ? Math.ceil(Math.log(1000) / expected) : 0;
}

function shownGood(
  policy: GatePolicy,
  state: GateState,
  stage: StagePolicy,
  findings: Finding[],
  now: number,
): Verdict | undefined {
  if (now - state.enteredAt < stage.dwell) return undefined;
  if (isNoisy(policy, state) || findings.some(finding => finding.overMax)) return undefined;
  if (findings.some(finding => finding.counted === 0 || finding.unread)) return undefined;
  if (stage.kind !== 'step') {
    return { verdict: 'pass', reason: `No harm in ${seconds(stage.dwell)} at ${stage.weight} %` };
  }
  if (!findings.every(finding => finding.passed)) return undefined;
  return { verdict: 'pass', reason: findings.map(finding => finding.sentence).join('; ') };
}

/** More evidence of harm than a stage may end with. */
const isNoisy = (policy: GatePolicy, state: GateState) =>
  logSum(harmTerms(policy, state).all) >= Math.log(policy.quiet);

/** A step must leave the bake its time. */
function tooLate(
  policy: GatePolicy,
  state: GateState,
  stage: StagePolicy,
  findings: Finding[],
  now: number,
): Verdict | undefined {
  if (stage.kind === 'watch') return undefined;
  const due = state.deadlineAt - (stage.kind === 'step' ? bakeOf(policy) : 0);
  if (now < due) return undefined;
  const gap = policy.metrics.map(({ name }) => state.metrics[name]?.gap).find(each => each !== undefined);
  const counted = findings.some(finding => finding.counted > 0);
  if (!counted && gap !== undefined) return noData(gap.missing, gap.detail);
  return {
    verdict: 'inconclusive',
    reason: `The time is over: ${whatIsOpen(policy, stage, state, findings, now)}`,
  };
}

function whatIsOpen(
  policy: GatePolicy,
  stage: StagePolicy,
  state: GateState,
  findings: Finding[],
  now: number,
): string {
  const unread = findings.filter(finding => finding.unread || finding.counted === 0);
  if (unread.length > 0) return `no evidence yet from ${unread.map(finding => finding.metric).join(', ')}`;
  if (isNoisy(policy, state))
    return `worse so far: ${mostHarmed(findings)
      .map(each => each.sentence)
      .join('; ')}`;
  const over = findings.filter(finding => finding.overMax);
  if (over.length > 0) return over.map(finding => finding.limitSentence).join('; ');
  const left = stage.dwell - (now - state.enteredAt);
  if (left > 0) return `at ${stage.weight} % for ${seconds(left)} more`;
  const open = findings.filter(finding => !finding.passed);
  return `not shown to be good yet: ${open.map(finding => finding.sentence).join('; ')}`;
}

const seconds = (ms: number) =>
  ms >= 120_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 1000)} s`;
