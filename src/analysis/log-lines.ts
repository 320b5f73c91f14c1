import type { QueryResult } from './ask.ts';
import type { Probe, Span, WatchedPod } from './probe.ts';
import type { MetricSource } from './prometheus.ts';
import type { Window } from './window.ts';

/** Lines of a log store as the bad ones of a metric. */

/** Lines of one pod and one level in one step of time. Times in ms since the epoch. */
export interface CountedLines {
  readonly pod: string;
  /** `debug`, `info`, `warning`, `error`, `fatal`; `other`: the store does not know it. */
  readonly level: string;
  /** The step: after `since`, up to `at`. */
  readonly since: number;
  readonly at: number;
  readonly lines: number;
}

export interface LinesQuery {
  readonly namespace: string;
  readonly pods: readonly string[];
  /** ms since the epoch. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds; a part of a step at the end is left out. */
  readonly step: number;
}

/** Counts lines; steps without lines are missing. Never throws. An answer in part is a failure. */
export type CountLines = (query: LinesQuery) => Promise<QueryResult<readonly CountedLines[]>>;

/** The log store of a gate. */
export interface LineSource {
  readonly count: CountLines;
  /** Milliseconds that a line may take from the pod to the store. */
  readonly maxDelay: number;
}

type LogProbe = Extract<Probe, { kind: 'logs' }>;

/** Whose lines are counted. */
interface LineQuestion {
  namespace: string;
  probe: LogProbe;
  pods: readonly WatchedPod[];
}

async function countLines(
  { lines: store }: Pick<MetricSource, 'lines'>,
  { namespace, probe, pods }: LineQuestion,
  { from, to }: Span,
): ReturnType<CountLines> {
  if (store === undefined)
    return { ok: false, detail: 'slipway.yml names no log store in `monitoring.logs`' };
  return store.count({ namespace, pods: pods.map(({ name }) => name), from, to, step: probe.tick });
}

/**
 * Adds the lines of a probe to the window with its requests. What a shipper has not delivered yet would look as if a pod had logged no
 * error. So a tick of a pod counts only if the store has a later line of it: shippers deliver the lines of a container in order.
 */
export async function withLines(
  source: Pick<MetricSource, 'lines'>,
  question: LineQuestion & { span: Span },
  window: Window,
): Promise<QueryResult<Window>> {
  const { levels, delay } = question.probe;
  const { from, to } = question.span;
  const counted = await countLines(source, question, { from, to: to + delay });
  if (!counted.ok) return counted;
  const byPod = [...Map.groupBy(counted.value, ({ pod }) => pod)];
  const counters = byPod.map(([pod, all]) => ({
    labels: { pod },
    growths: all
      .filter(({ level }) => levels.includes(level))
      .map(({ since, at, lines }) => ({ since, at, by: lines })),
  }));
  const newestLine = new Map(byPod.map(([pod, all]) => [pod, Math.max(...all.map(({ since }) => since))]));
  return { ok: true, value: { ...window, counters: [...window.counters, counters], newestLine } };
}

/** Whether all lines that a pod wrote until then are in the store. Pure. */
export const haveArrived = ({ newestLine }: Window, pod: string, until: number): boolean =>
  newestLine === undefined || (newestLine.get(pod) ?? Number.NEGATIVE_INFINITY) >= until;

const inspected = 600_000;

/** Checks that the store has lines of the live pods, knows their levels, and gets enough of them to show that none is missing. */
export async function inspectLines(
  source: Pick<MetricSource, 'lines'>,
  question: LineQuestion & { at: number },
): Promise<{ problem?: string; warning?: string }> {
  const { probe, pods, at } = question;
  const { delay } = probe;
  const counted = await countLines(source, question, { from: at - delay - inspected, to: at });
  if (!counted.ok) return { problem: counted.detail };
  const found = Map.groupBy(counted.value, ({ pod }) => pod);
  if (found.size === 0)
    return {
      problem:
        'the log store has no line of the live pods in the last 10 min; check that their logs are shipped, and `monitoring.logs.fields`',
    };
  if (counted.value.every(({ level }) => level === 'other'))
    return {
      problem: 'no line in the log store has a level; name its field in `monitoring.logs.fields.level`',
    };
  const proved = [...found.values()].flatMap(lines => provedTicks(lines, probe, at));
  if (proved.filter(each => each).length < proved.length / 2)
    return {
      problem: `the pods often write no line for ${delay / 1000} s, and then lost lines look like silence; write a longer time in \`monitoring.logs.max-delay\``,
    };
  const silent = pods.filter(({ name }) => !found.has(name));
  const warning = `${silent.length} of ${pods.length} pods have no line in the log store, such as ${silent[0]?.name}`;
  return silent.length === 0 ? {} : { warning };
}

/** Returns of each tick since the first line of a pod whether a later line proves it. */
function provedTicks(lines: readonly CountedLines[], { tick, delay }: LogProbe, at: number): boolean[] {
  const steps = lines.map(({ since }) => since);
  const first = Math.min(...steps);
  const count = Math.max(0, Math.floor((at - delay - first) / tick));
  return Array.from({ length: count }, (_, index) => {
    const end = first + (index + 1) * tick;
    return steps.some(since => since >= end && since < end + delay);
  });
}
