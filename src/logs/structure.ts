import { fieldOf } from './fields.ts';
import { levelOf } from './levels.ts';
import type { LogLine } from './store.ts';

/** Judges whether lines are structured. All pure. */

export interface StructureSettings {
  /** Fields that each line must have, by dotted name. */
  readonly required: readonly string[];
  /** The share of lines that must be structured, from 0 to 100. */
  readonly structured: number;
}

/** A line that is not structured. */
export interface BadLine {
  readonly pod: string;
  readonly container: string;
  /** Its place among the lines of its container, from 1. */
  readonly line: number;
  readonly at: number;
  readonly problem: string;
  /** Untrusted. */
  readonly text: string;
}

export interface StructureReport {
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly reason: string;
  readonly lines: number;
  readonly structured: number;
  /** Multi-line traces that were written as lines of their own. */
  readonly traces: number;
  /** How many lines have the level debug. */
  readonly debug: number;
  readonly bad: readonly BadLine[];
}

/** Fewer lines say nothing about a share. */
export const leastLines = 100;

/** Judges lines, oldest first. */
export function judgeStructure(
  lines: readonly LogLine[],
  { required, structured: wanted }: StructureSettings,
): StructureReport {
  const counts = new Map<string, number>();
  const bad: BadLine[] = [];
  let debug = 0;
  for (const { pod, container, at, text, fields } of lines) {
    const place = `${pod} ${container}`;
    const line = (counts.get(place) ?? 0) + 1;
    counts.set(place, line);
    const found = structuredFields(text, fields, required);
    if (levelIn(found.document) === 'debug') debug += 1;
    if (found.problem !== undefined) bad.push({ pod, container, line, at, text, problem: found.problem });
  }
  const structured = lines.length - bad.length;
  const share = lines.length === 0 ? 0 : (100 * structured) / lines.length;
  const base = { lines: lines.length, structured, traces: tracesIn(bad), debug, bad };
  if (lines.length < leastLines)
    return {
      ...base,
      verdict: 'unknown',
      reason: `only ${lines.length} lines were found, and a share needs ${leastLines}`,
    };
  if (share >= wanted) return { ...base, verdict: 'pass', reason: '' };
  const pods = [...new Set(bad.map(({ pod }) => pod))].sort();
  return {
    ...base,
    verdict: 'fail',
    reason: `${rounded(share)} % of ${lines.length} lines are structured, and ${wanted} % must be; the others came from ${pods.slice(0, 5).join(', ')}${pods.length > 5 ? ` and ${pods.length - 5} more pods` : ''}`,
  };
}

/** Rounds down, so that 98.96 % of 99 % does not read as 99 %. */
const rounded = (share: number): number => Math.floor(share * 100) / 100;

const levelIn = (document: unknown) =>
  levelOf(fieldOf(document, 'level') ?? fieldOf(document, 'severity') ?? fieldOf(document, 'log.level'));

/** The fields in which shippers wrap a line. */
const wrappers = ['log', 'message', 'msg'];

/** Returns the fields of a line: its own JSON, one that a shipper wrapped, or those that the store parsed. */
function structuredFields(
  text: string,
  fields: LogLine['fields'],
  required: readonly string[],
): { document: unknown; problem?: string } {
  const own = jsonIn(text);
  const wrapped = wrappers.map(each => fieldOf(own, each)).map(each => jsonIn(each));
  const documents = [own, ...wrapped, fields].filter(each => each !== undefined);
  const isMissing = (document: object) => required.filter(field => isAbsent(fieldOf(document, field)));
  const complete = documents.find(document => isMissing(document).length === 0);
  if (complete !== undefined) return { document: complete };
  if (own === undefined) return { document: fields, problem: 'is not JSON' };
  return { document: own, problem: `has no ${isMissing(own).join(', ')}` };
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Returns the object that a text is the JSON of; undefined if there is none. */
export function jsonIn(text: unknown): object | undefined {
  if (typeof text !== 'string' || !text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** First lines of traces in Python, Java, Node, Go, Ruby, .NET and Rust. */
const traceStart =
  /^(?:Traceback \(most recent call last\)|(?:Exception in thread|Caused by:|Unhandled exception)|panic: |goroutine \d+ \[|thread '.*' panicked|[\w.$]+(?:Error|Exception)\b)/;
const traceNext = /^(?:\s+\S|\t|Caused by:|During handling of the above|[\w.$]+(?:Error|Exception)\b)/;

/** Counts traces: a first line with at least one that follows it in the same container. */
function tracesIn(bad: readonly BadLine[]): number {
  const open = new Map<string, { line: number; counted: boolean }>();
  let traces = 0;
  for (const { pod, container, line, text } of bad) {
    const place = `${pod} ${container}`;
    const before = open.get(place);
    const follows = before !== undefined && before.line === line - 1 && traceNext.test(text.slice(0, 200));
    if (follows) {
      if (!before.counted) traces += 1;
      open.set(place, { line, counted: true });
    } else if (traceStart.test(text.slice(0, 200))) open.set(place, { line, counted: false });
    else open.delete(place);
  }
  return traces;
}
