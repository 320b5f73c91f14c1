import type { Unread } from '../../analysis/judge.ts';
import type { GatePolicy } from '../../analysis/policy.ts';
import type { Tick } from '../../analysis/tick.ts';
import type { HardFact, Verdict } from '../../analysis/verdict.ts';
import type { Gate, Strategy } from '../../config/types.ts';
import type { Origin } from '../../toolkit/origin.ts';
import type { Promotion, Signatures } from '../store/schema.ts';
import { addedUp, bounded, clipped, finite, kept } from './bounds.ts';
import type {
  DecisionRecord,
  End,
  Evidence,
  Finding,
  Judging,
  Moment,
  PodFacts,
  Row,
  Run,
  Watchdog,
} from './schema.ts';

/**
 * Builds the decision record while a release goes on. Every function is pure: it takes a record and returns the next
 * one. All of them keep it bounded, so that noting can never be what breaks a release.
 */

export interface Start {
  /** ms since the epoch. */
  at: number;
  app: string;
  environment: string;
  namespace: string;
  /** `Deployment/shop`. */
  workload: string;
  release: number;
  /** Absent for a first release. */
  baseline?: number;
  /** Name → reference with digest. */
  images: Record<string, string>;
  /** On what it rests that the release came here. */
  promotion?: Promotion;
  signatures?: Signatures;
  by: Origin;
  /** Fencing token. */
  token: number;
  /** `deploy`, or what else began it. */
  doing: string;
  strategy: Strategy;
  /** It rolls, whatever the strategy says. */
  rolled?: true;
  gate?: Gate;
}

/** A record of which nothing is known but who started what. */
export function startRecord(start: Start): DecisionRecord {
  const { at, by, token, doing, gate, strategy, rolled, baseline, promotion, signatures, ...what } = start;
  return {
    schema: 1,
    ...what,
    ...(baseline === undefined ? {} : { baseline }),
    ...(promotion === undefined ? {} : { promotion: clipped(promotion) }),
    ...(signatures === undefined ? {} : { signatures: clipped(signatures) }),
    startedAt: at,
    runs: [{ at, by, token, doing }],
    strategy,
    ...(rolled === undefined ? {} : { rolled }),
    ...(gate === undefined ? {} : { gate }),
    timeline: [],
    ticks: [],
    turns: [],
    verdicts: [],
    facts: [],
    findings: [],
    pods: [],
    calls: {},
    durations: {},
    reduced: [],
  };
}

/** Another run took the rollout over: a resume, a rollback, a sweep. What was held or failed until then is not over. */
export function noteRun({ end: _, ...record }: DecisionRecord, run: Run): DecisionRecord {
  return { ...record, runs: kept([...record.runs, run], most.runs) };
}

/**
 * How it will be judged, as it is known after the hour before was looked at.
 * @param startedAt when the gate began, in ms since the epoch
 * @param said sentences about the profile and what it needs, in the order to read
 */
export function noteJudging(
  record: DecisionRecord,
  startedAt: number,
  policy: GatePolicy,
  said: string[],
): DecisionRecord {
  // The record's schema lists what readers rely on, and lets through all that the policy of this version has.
  const open = policy as unknown as Judging['policy'];
  return { ...record, judging: { startedAt, said: clipped(said), policy: open } };
}

/** A phase, step or weight that begins. */
export function noteMoment(record: DecisionRecord, moment: Moment): DecisionRecord {
  return { ...record, timeline: kept([...record.timeline, clipped(moment)], most.moments) };
}

/**
 * A tick with the evidence after it (natural logarithms; −∞ is allowed) and what the gate said. A verdict goes among
 * the verdicts when it is another than the one before.
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
  const judged: Row = {
    ...row,
    ...(evidence === undefined ? {} : { evidence: finite(evidence) }),
    verdict: verdict.verdict,
  };
  const known = asked.facts.reduce((each, fact) => noteFact(each, asked.at, fact), record);
  const next = { ...known, ticks: [...record.ticks, judged] };
  const noted = folded ? noteReduction(next, addedUp) : next;
  return noteVerdict(noted, { ...asked, stage: tick.stage }, verdict);
}

/** What the gate was asked. */
export interface Asked {
  /** ms since the epoch. */
  at: number;
  stage: number;
  /** That it was told. */
  facts?: HardFact[];
  /** That Prometheus does not answer, when it was asked of that and not of the ticks. */
  unread?: Unread;
}

/** What the gate said; noted where it is another than the one before. */
export function noteVerdict(
  record: DecisionRecord,
  { at, stage, facts = [], unread }: Asked,
  verdict: Verdict,
): DecisionRecord {
  const last = record.verdicts.at(-1);
  if (last?.verdict.verdict === verdict.verdict && last.stage === stage) return record;
  const why = unread === undefined ? {} : { unread };
  const said = clipped({ at, after: record.ticks.length, stage, facts, ...why, verdict });
  return { ...record, verdicts: kept([...record.verdicts, said], most.verdicts) };
}

/** The gate enters a stage. */
export function noteStage(record: DecisionRecord, at: number, stage: number): DecisionRecord {
  const turn = { at, after: record.ticks.length, stage };
  return { ...record, turns: kept([...record.turns, turn], most.turns) };
}

/** A pod that was bad alone is replaced. */
export function noteReplaced(record: DecisionRecord, at: number, pod: string): DecisionRecord {
  const turn = { at, after: record.ticks.length, replaced: pod };
  return { ...record, turns: kept([...record.turns, turn], most.turns) };
}

/** Somebody lets it go on after its time, which now ends at `until`. */
export function noteProlonged(record: DecisionRecord, at: number, until: number): DecisionRecord {
  const turn = { at, after: record.ticks.length, prolonged: Math.round(until) };
  return { ...record, turns: kept([...record.turns, turn], most.turns) };
}

/** What it waits for; undefined when it goes on. */
export function noteWaits(
  { waits: _, ...record }: DecisionRecord,
  waits: DecisionRecord['waits'] | undefined,
): DecisionRecord {
  return waits === undefined ? record : { ...record, waits: clipped(waits) };
}

/** A fact that needs no statistics, when it was seen first. */
export function noteFact(record: DecisionRecord, at: number, fact: HardFact): DecisionRecord {
  const seen = clipped(fact);
  const isSame = (each: HardFact) =>
    each.kind === seen.kind && each.pod === seen.pod && each.detail === seen.detail;
  if (record.facts.some(each => isSame(each.fact))) return record;
  return { ...record, facts: kept([...record.facts, { at, fact: seen }], most.facts) };
}

/** What was found of each metric; replaces what was known before. */
export function noteFindings(record: DecisionRecord, findings: Finding[]): DecisionRecord {
  return { ...record, findings: kept(clipped(findings), most.findings) };
}

/** All pods of both tracks as they are now; one that is gone keeps what was known of it last. */
export function notePods(record: DecisionRecord, pods: PodFacts[]): DecisionRecord {
  const before = record.pods.map((each): PodFacts => ({ ...each, gone: true }));
  const known = new Map([...before, ...clipped(pods)].map(each => [each.pod, each]));
  return { ...record, pods: kept([...known.values()], most.pods) };
}

/** Calls to the API server by verb: totals so far. */
export function noteCalls(record: DecisionRecord, calls: Record<string, number>): DecisionRecord {
  return { ...record, calls };
}

/** A length of time in ms, such as `rollback`. */
export function noteDuration(record: DecisionRecord, name: string, ms: number): DecisionRecord {
  return { ...record, durations: { ...record.durations, [name]: ms } };
}

/** What takes the traffic back when the run is lost. */
export function noteWatchdog(record: DecisionRecord, watchdog: Watchdog): DecisionRecord {
  return { ...record, watchdog: clipped(watchdog) };
}

/** That something was added up or left out. */
export function noteReduction(record: DecisionRecord, what: string): DecisionRecord {
  return record.reduced.includes(what) ? record : { ...record, reduced: [...record.reduced, what] };
}

/** How it ended. */
export function endRecord(record: DecisionRecord, end: End): DecisionRecord {
  return { ...record, end: clipped(end) };
}

/** The last word of the gate, if it said one. */
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
