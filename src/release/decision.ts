import type { PodCounts, Reading, Tick, Track } from '../analysis/tick.ts';
import type { HardFact, Verdict } from '../analysis/verdict.ts';
import type { Gate, Strategy } from '../config/types.ts';
import type { Origin } from '../toolkit/origin.ts';
import type {
  DeadMan,
  DecisionRecord,
  End,
  Evidence,
  Finding,
  Judging,
  Moment,
  PodFacts,
  Row,
  Run,
} from './decision-schema.ts';

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
  by: Origin;
  /** Fencing token. */
  token: number;
  /** `deploy`, or what else began it. */
  doing: string;
  strategy: Strategy;
  gate?: Gate;
}

/** A record of which nothing is known but who started what. */
export function startRecord(start: Start): DecisionRecord {
  const { at, by, token, doing, gate, strategy, baseline, ...what } = start;
  return {
    schema: 1,
    ...what,
    ...(baseline === undefined ? {} : { baseline }),
    startedAt: at,
    runs: [{ at, by, token, doing }],
    strategy,
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

/** Another run took the rollout over: a resume, a rollback, a sweep. */
export function noteRun(record: DecisionRecord, run: Run): DecisionRecord {
  return { ...record, runs: kept([...record.runs, run], most.runs) };
}

/** How it will be judged, as it is known after the hour before was looked at. */
export function noteJudging(record: DecisionRecord, judging: Judging): DecisionRecord {
  return { ...record, judging };
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
  const next = { ...record, ticks: [...record.ticks, judged] };
  const noted = folded ? noteReduction(next, addedUp) : next;
  return noteVerdict(noted, asked.at, tick.stage, verdict, asked.facts);
}

/** What the gate said, with the facts that it was told; noted where it is another than the one before. */
export function noteVerdict(
  record: DecisionRecord,
  at: number,
  stage: number,
  verdict: Verdict,
  facts: HardFact[] = [],
): DecisionRecord {
  const last = record.verdicts.at(-1);
  if (last?.verdict.verdict === verdict.verdict && last.stage === stage) return record;
  const said = clipped({ at, after: record.ticks.length, stage, facts, verdict });
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

/** A fact that needs no statistics. */
export function noteFact(record: DecisionRecord, at: number, fact: HardFact): DecisionRecord {
  return { ...record, facts: kept([...record.facts, clipped({ at, fact })], most.facts) };
}

/** What was found of each metric; replaces what was known before. */
export function noteFindings(record: DecisionRecord, findings: Finding[]): DecisionRecord {
  return { ...record, findings: kept(clipped(findings), most.findings) };
}

/** The pods of both tracks as they are now; a pod that is gone keeps what was known of it last. */
export function notePods(record: DecisionRecord, pods: PodFacts[]): DecisionRecord {
  const known = new Map([...record.pods, ...clipped(pods)].map(each => [each.pod, each]));
  return { ...record, pods: kept([...known.values()], most.pods) };
}

/** Calls to the API server by verb: totals so far. */
export function noteCalls(record: DecisionRecord, calls: Record<string, number>): DecisionRecord {
  return { ...record, calls };
}

/** A length of time in ms, such as `verdict to accepted write`. */
export function noteDuration(record: DecisionRecord, name: string, ms: number): DecisionRecord {
  return { ...record, durations: { ...record.durations, [name]: ms } };
}

/** What takes the traffic back when the run is lost. */
export function noteDeadMan(record: DecisionRecord, deadMan: DeadMan): DecisionRecord {
  return { ...record, deadMan: clipped(deadMan) };
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

/** At most so many: the first half and the newest. */
function kept<Each>(list: Each[], length: number): Each[] {
  if (list.length <= length) return list;
  const head = Math.floor(length / 2);
  return [...list.slice(0, head), ...list.slice(list.length - (length - head))];
}

const longestText = 600;

/** No text in it is longer than 600 characters. */
function clipped<Value>(value: Value): Value {
  if (typeof value === 'string') {
    return (
      value.length > longestText ? `${value.slice(0, longestText - 1).toWellFormed()}…` : value
    ) as Value;
  }
  if (Array.isArray(value)) return value.map(clipped) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clipped(inner)])) as Value;
}

/** JSON has no infinity; e^±700 is as far as a double goes. */
const far = 700;

function finite({ harm, metrics }: Evidence): Evidence {
  const clamp = (value: number) => Math.max(-far, Math.min(far, Number.isNaN(value) ? -far : value));
  return {
    harm: clamp(harm),
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, each]) => [
        name,
        { harm: clamp(each.harm), pass: clamp(each.pass) },
      ]),
    ),
  };
}

/** A tick must fit into a chunk with room to spare; in a larger one the pods of a track are added up. */
const largestTick = 64 * 1024;
const addedUp = `pods are added up in ticks of more than ${largestTick / 1024} KiB`;

function bounded(tick: Tick): { row: Tick; folded: boolean } {
  const fits = (row: Tick) => JSON.stringify(row).length <= largestTick;
  const plain: Tick = {
    ...tick,
    readings: Object.fromEntries(
      Object.entries(tick.readings).map(([name, reading]) => [
        name,
        reading.kind === 'counts' ? reading : clipped(reading),
      ]),
    ),
  };
  if (fits(plain)) return { row: plain, folded: false };
  const half = withoutPods(plain, 'baseline');
  return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}

/** The tick with the pods of a track added up. Evidence for a version stays the same; that one pod is the cause cannot be seen. */
export function withoutPods<Each extends Tick>(tick: Each, track: Track): Each {
  const readings = Object.entries(tick.readings).map(([name, reading]): [string, Reading] => [
    name,
    reading.kind === 'counts' && reading[track].length > 1
      ? { ...reading, [track]: [sumOf(reading[track])] }
      : reading,
  ]);
  return { ...tick, readings: Object.fromEntries(readings) };
}

/** Several pods as one. */
export function sumOf(pods: PodCounts[]): PodCounts {
  const width = Math.max(0, ...pods.map(each => each.bad.length));
  const ages = pods.flatMap(({ age }) => (age === undefined ? [] : [age]));
  return {
    pod: `${pods.length} pods`,
    // As young as the youngest, so that nothing is judged which was not before.
    ...(ages.length === 0 ? {} : { age: Math.min(...ages) }),
    total: pods.reduce((sum, each) => sum + each.total, 0),
    bad: Array.from({ length: width }, (_, index) =>
      pods.reduce((sum, each) => sum + (each.bad[index] ?? 0), 0),
    ),
  };
}
