import { randomBytes } from 'node:crypto';
import { fieldOf } from './fields.ts';
import type { LogLine, LogStore, StoreAnswer, TimeSpan } from './store.ts';
import { jsonIn } from './structure.ts';

/** Proves that the lines of every workload reach the store: a line of it is known, and must be found there in time. */

/** A container that writes logs. */
export interface LogSource {
  /** `Deployment/shop`. */
  readonly workload: string;
  readonly pod: string;
  readonly node: string;
  readonly container: string;
}

/** A line that a container has written, by its node. */
export interface WrittenLine {
  /** ms since 1970. */
  readonly at: number;
  readonly text: string;
}

/** What is known of a source: a line with a word that occurs nowhere else, its own last line, or why neither is known. */
type Expected = { readonly source: LogSource } & (
  | { readonly word: string }
  | { readonly written: WrittenLine }
  | { readonly unknown: string }
);

export interface ArrivalReport {
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly reason: string;
  readonly arrived: readonly LogSource[];
  readonly missing: readonly LogSource[];
  /** Sources without a line to look for, each with the reason. */
  readonly unknown: readonly { readonly source: LogSource; readonly why: string }[];
}

export interface ArrivalParts {
  readonly store: LogStore;
  readonly namespace: string;
  /** Milliseconds that a line may take to the store. */
  readonly within: number;
  /** Returns the time of the cluster, in ms since 1970. */
  now(): number;
  sleep(ms: number): Promise<unknown>;
  /** Returns the last lines of a container, oldest first. */
  tail(source: LogSource): Promise<StoreAnswer<readonly WrittenLine[]>>;
  /** Writes a line to the log of a container. Default: nothing is written. @returns why it failed. */
  write?(source: LogSource, line: string): Promise<string | undefined>;
}

/** Milliseconds between two searches. */
const pace = 2_000;

/** Waits until the store has a line of each source, or the time is over. */
export async function checkArrival(
  sources: readonly LogSource[],
  parts: ArrivalParts,
): Promise<ArrivalReport> {
  const begun = parts.now();
  const expected = await Promise.all(sources.map(source => expectedOf(source, parts)));
  const unknown = expected.flatMap(each =>
    'unknown' in each ? [{ source: each.source, why: each.unknown }] : [],
  );
  let waiting = expected.filter(each => !('unknown' in each));
  const arrived: LogSource[] = [];
  const end = parts.now() + parts.within;
  for (;;) {
    const span = { from: begun - 2_000, to: parts.now() + 60_000 };
    const found = await arrivedOf(waiting, span, parts);
    if (!found.ok) return { verdict: 'unknown', reason: found.detail, arrived, missing: [], unknown };
    arrived.push(...found.value.map(({ source }) => source));
    waiting = waiting.filter(each => !found.value.includes(each));
    if (waiting.length === 0 || parts.now() >= end) break;
    await parts.sleep(Math.min(pace, Math.max(1, end - parts.now())));
  }
  return {
    ...judged(waiting, unknown, parts),
    arrived,
    missing: waiting.map(({ source }) => source),
    unknown,
  };
}

function judged(
  missing: readonly Expected[],
  unknown: ArrivalReport['unknown'],
  { store, within }: ArrivalParts,
): Pick<ArrivalReport, 'verdict' | 'reason'> {
  if (missing.length > 0)
    return {
      verdict: 'fail',
      reason: `${store.name} got no line from ${placesOf(missing.map(({ source }) => source))} within ${Math.round(within / 1000)} s`,
    };
  const [first] = unknown;
  if (first === undefined) return { verdict: 'pass', reason: '' };
  return {
    verdict: 'unknown',
    reason: `there is no line to look for from ${placesOf(unknown.map(({ source }) => source))}: ${first.why}`,
  };
}

const placesOf = (sources: readonly LogSource[]): string =>
  sources.map(({ workload, pod, node }) => `${workload} (pod ${pod} on node ${node})`).join(', ');

/** Characters; container runtimes split longer lines. */
const longestWhole = 8_000;

async function expectedOf(source: LogSource, { write, tail, now }: ArrivalParts): Promise<Expected> {
  const word = `slipway${randomBytes(12).toString('hex')}`;
  const line = {
    ...{ time: new Date(now()).toISOString(), level: 'info' },
    message: `a line of Slipway, to be found in the log store: ${word}`,
  };
  const failure = write === undefined ? undefined : await write(source, JSON.stringify(line));
  if (write !== undefined && failure === undefined) return { source, word };
  const written = await tail(source);
  if (!written.ok) return { source, unknown: written.detail };
  // The newest: an older one may have arrived before the shipping stopped.
  const last = written.value.findLast(({ text }) => text.trim() !== '' && text.length <= longestWhole);
  if (last !== undefined) return { source, written: last };
  return { source, unknown: failure ?? 'it has written nothing in the last ten minutes' };
}

/** A chatty pod must not hide the others, so each is searched alone. */
const mostLines = 5_000;

/** Returns those whose lines are in the store. */
async function arrivedOf(
  waiting: readonly Expected[],
  span: TimeSpan,
  { store, namespace }: ArrivalParts,
): Promise<StoreAnswer<Expected[]>> {
  const arrived: Expected[] = [];
  for (const each of waiting) {
    const { source } = each;
    const word = 'word' in each ? { containing: each.word } : {};
    const first = 'written' in each ? { from: each.written.at - 2_000 } : {};
    const answer = await store.search(
      { namespace, pods: [source.pod], ...span, ...first, ...word },
      mostLines,
    );
    if (!answer.ok) return answer;
    const { lines, partial } = answer.value;
    if (lines.some(line => isLineOf(each, line))) arrived.push(each);
    else if (partial !== undefined)
      return { ok: false, detail: `${store.name} has answered in part: ${partial}` };
  }
  return { ok: true, value: arrived };
}

function isLineOf(expected: Expected, { text, fields }: LogLine): boolean {
  if ('word' in expected)
    return text.includes(expected.word) || JSON.stringify(fields).includes(expected.word);
  if (!('written' in expected)) return false;
  const stored = jsonIn(text);
  const texts = [text, fieldOf(stored, 'log'), fieldOf(stored, 'message')];
  // A shipper that parses JSON may keep only the message of a line.
  const line = expected.written.text;
  const own = jsonIn(line);
  const message = fieldOf(own, 'message') ?? fieldOf(own, 'msg');
  return texts.some(each => typeof each === 'string' && (each.trim() === line.trim() || each === message));
}
