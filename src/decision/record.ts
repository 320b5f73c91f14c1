import type { Unread } from '../analysis/judge.ts';
import type { GatePolicy } from '../analysis/policy.ts';
import type { Tick } from '../analysis/tick.ts';
import type { HardFact, Verdict } from '../analysis/verdict.ts';
import { addedUp, bounded, clipped, finite, kept, withReduction } from './reduction.ts';
import type {
  DecisionRecord,
  End,
  Evidence,
  Judging,
  Moment,
  PodFacts,
  RecordedFinding,
  Run,
  TickRow,
} from './schema.ts';

/**
 * Builds the decision record during a release. Every function is pure: it takes a record and returns the next one. All of them keep the
 * record bounded, so that recording can never break a release.
 */

/** What is known when a release begins. `at`: ms since the epoch. `doing`: the command that began it, such as `deploy`. */
type Start = Run &
  Pick<DecisionRecord, 'app' | 'environment' | 'namespace' | 'workload' | 'release' | 'baseline' | 'images'> &
  Pick<DecisionRecord, 'promotion' | 'signatures' | 'strategy' | 'rolled' | 'gate' | 'checked'>;

/** Returns the record of a release that has just begun. */
export function startRecord(start: Start): DecisionRecord {
  const { at, by, token, doing, promotion, signatures, ...what } = start;
  return {
    schema: 1,
    ...what,
    ...(promotion === undefined ? {} : { promotion: clipped(promotion) }),
    ...(signatures === undefined ? {} : { signatures: clipped(signatures) }),
    startedAt: at,
    runs: [{ at, by, token, doing }],
    timeline: [],
    ticks: [],
    turns: [],
    verdicts: [],
    facts: [],
    findings: [],
    pods: [],
    calls: 0,
    durations: {},
    reduced: [],
  };
}

/** Adds a run that continues the rollout: a resume, a rollback, a sweep. An earlier end is removed: the release is not over. */
export function noteRun({ end: _, ...record }: DecisionRecord, run: Run): DecisionRecord {
  return { ...record, runs: kept([...record.runs, run], most.runs) };
}

/**
 * Adds how the release will be judged, which is known once the metrics of the hour before are read.
 * @param startedAt when the gate began, in ms since the epoch
 * @param said sentences about the profile and what it needs, in reading order
 */
export function noteJudging(
  record: DecisionRecord,
  startedAt: number,
  policy: GatePolicy,
  said: string[],
): DecisionRecord {
  // The schema of the record lists only the fields that readers rely on, and accepts all others of the policy.
  const open = policy as unknown as Judging['policy'];
  return { ...record, judging: { startedAt, said: clipped(said), policy: open } };
}

/** Adds a phase or step that begins. A run that writes the last one again, because it could not write the state, replaces it. */
export function noteMoment(record: DecisionRecord, moment: Moment): DecisionRecord {
  const last = record.timeline.at(-1);
  const isSame = last?.phase === moment.phase && last.step === moment.step;
  const before = isSame ? record.timeline.slice(0, -1) : record.timeline;
  return { ...record, timeline: kept([...before, clipped(moment)], most.moments) };
}

/**
 * Adds a tick with the evidence after it (natural logarithms; −∞ is allowed) and its verdict. The verdict is added to the verdicts, too,
 * if it differs from the one before.
 * @param asked when the gate was asked, by the clock that it was given, and with which facts; default: at the tick's end.
 */
export function noteTick(
  record: DecisionRecord,
  tick: Tick,
  evidence: Evidence | undefined,
  verdict: Verdict,
  asked: { at: number; facts: HardFact[] } = { at: tick.at, facts: [] },
): DecisionRecord {
  const { row, folded } = bounded(tick);
  const judged: TickRow = {
    ...row,
    ...(evidence === undefined ? {} : { evidence: finite(evidence) }),
    verdict: verdict.verdict,
  };
  const known = asked.facts.reduce((each, fact) => noteFact(each, asked.at, fact), record);
  const next = { ...known, ticks: [...record.ticks, judged] };
  const noted = folded ? withReduction(next, addedUp) : next;
  return noteVerdict(noted, { ...asked, stage: tick.stage }, verdict);
}

/** What the gate was asked for a verdict on. */
interface VerdictQuestion {
  /** ms since the epoch. */
  at: number;
  stage: number;
  /** The facts that it was given. */
  facts?: HardFact[];
  /** Set when the question was about a Prometheus that does not answer, and not about the ticks. */
  unread?: Unread;
}

/** Adds a verdict if it differs from the one before. */
export function noteVerdict(
  record: DecisionRecord,
  { at, stage, facts = [], unread }: VerdictQuestion,
  verdict: Verdict,
): DecisionRecord {
  const last = record.verdicts.at(-1);
  if (last?.verdict.verdict === verdict.verdict && last.stage === stage) return record;
  const why = unread === undefined ? {} : { unread };
  const said = clipped({ at, after: record.ticks.length, stage, facts, ...why, verdict });
  return { ...record, verdicts: kept([...record.verdicts, said], most.verdicts) };
}

/** Adds that the gate entered a stage or skipped time, that a bad pod was replaced, or that the rollout got another deadline. */
export function noteTurn(
  record: DecisionRecord,
  what: Omit<DecisionRecord['turns'][number], 'after'>,
): DecisionRecord {
  const turn = { ...what, after: record.ticks.length };
  return { ...record, turns: kept([...record.turns, turn], most.turns) };
}

/** Sets what a paused rollout waits for; undefined when a run continues it. */
export function noteWaits(
  { waits: _, ...record }: DecisionRecord,
  waits: DecisionRecord['waits'] | undefined,
): DecisionRecord {
  return waits === undefined ? record : { ...record, waits: clipped(waits) };
}

/** Adds a fact that needs no statistics, with the time at which it was first seen. */
export function noteFact(record: DecisionRecord, at: number, fact: HardFact): DecisionRecord {
  const seen = clipped(fact);
  const isSame = (each: HardFact) =>
    each.kind === seen.kind && each.pod === seen.pod && each.detail === seen.detail;
  if (record.facts.some(each => isSame(each.fact))) return record;
  return { ...record, facts: kept([...record.facts, { at, fact: seen }], most.facts) };
}

/** Sets the findings for all metrics. */
export function noteFindings(record: DecisionRecord, findings: RecordedFinding[]): DecisionRecord {
  return { ...record, findings: kept(clipped(findings), most.findings) };
}

/** Sets the pods of both tracks. A pod that is gone keeps its last known fields. */
export function notePods(record: DecisionRecord, pods: PodFacts[]): DecisionRecord {
  const before = record.pods.map((each): PodFacts => ({ ...each, gone: true }));
  const known = new Map([...before, ...clipped(pods)].map(each => [each.pod, each]));
  return { ...record, pods: kept([...known.values()], most.pods) };
}

/** Sets how often the API server was called so far. */
export function noteCalls(record: DecisionRecord, calls: number): DecisionRecord {
  return { ...record, calls };
}

/** Sets a duration in ms, such as `rollback`. */
export function noteDuration(record: DecisionRecord, name: string, ms: number): DecisionRecord {
  return { ...record, durations: { ...record.durations, [name]: ms } };
}

/** Sets the Job that is the watchdog, as `Job/name`. */
export function noteWatchdog(record: DecisionRecord, job: string): DecisionRecord {
  return { ...record, watchdog: job };
}

/** Sets how the release ended. */
export function endRecord(record: DecisionRecord, end: End): DecisionRecord {
  return { ...record, end: clipped(end) };
}

/** Returns the gate's last verdict; undefined when there was none. */
export function lastVerdict(record: DecisionRecord): Verdict | undefined {
  return record.verdicts.at(-1)?.verdict;
}

const most = {
  runs: 50,
  moments: 200,
  verdicts: 100,
  turns: 100,
  facts: 50,
  findings: 100,
  pods: 200,
} as const;
