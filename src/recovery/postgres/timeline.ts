import { UserError } from '../../toolkit/errors.ts';
import { formatLsn, type Lsn, parseLsn } from './wal.ts';

/**
 * Timelines: each promotion begins one, and its history file says from which one it branched off and where. PostgreSQL: "Timelines" in
 * continuous archiving, and src/backend/access/transam/timeline.c.
 */

/** A line of a history file. */
export interface Branch {
  /** The timeline that was left. */
  readonly timeline: number;
  /** Where it was left: up to here the log is that one's. */
  readonly end: Lsn;
  /** Why, as PostgreSQL writes it: `no recovery target specified`, `before 2026-11-26 09:00:00.5+00`. */
  readonly reason: string;
}

/** The branches of all ancestors of a timeline, the oldest first. */
export type History = readonly Branch[];

/** By timeline; timeline 1 has none. */
export type Histories = ReadonlyMap<number, History>;

/** The part of the log that a timeline contributes to another. */
export interface Span {
  readonly timeline: number;
  readonly begin: Lsn;
  /** Absent of the one that goes on. */
  readonly end?: Lsn;
}

/**
 * Reads a history file: in each line the timeline, the place and the reason, divided by white space; `#` begins a comment.
 * @throws {UserError} for a line that is none, and for timelines that do not rise.
 */
export function parseHistory(text: string): History {
  const lines = text.split(/\r?\n/).filter(line => !/^\s*(#|$)/.test(line));
  return lines.map((line, index) => {
    const [, number = '', place = '', reason = ''] = /^\s*(\d+)\s+(\S+)(?:\s+(.*?))?\s*$/.exec(line) ?? [];
    const timeline = Number(number);
    const end = parseLsn(place);
    const before = /^\s*(\d+)/.exec(lines[index - 1] ?? '')?.[1];
    if (end === undefined || timeline < 1 || timeline <= Number(before ?? 0))
      throw new UserError(
        `line ${index + 1} of a timeline history cannot be read: ${line.slice(0, 80)}`,
        'fetch the history file from the archive again',
      );
    return { timeline, end, reason };
  });
}

/**
 * Through which timelines the log leads to this one, the oldest first. Undefined when its history is not there: nobody can follow it
 * then. A recovery to a target from before its own timeline began writes a branch that lies before the one it follows (seen with 17);
 * what older timelines wrote after that was fixed.
 */
export function lineage(timeline: number, histories: Histories): readonly Span[] | undefined {
  const history = timeline === 1 ? [] : histories.get(timeline);
  if (history === undefined) return undefined;
  const spans: Span[] = [];
  // From the newest back, because a branch ends all that comes before it.
  let end: Lsn | undefined;
  for (const branch of history.toReversed()) {
    if (end === undefined || branch.end < end) end = branch.end;
    spans.unshift({ timeline: branch.timeline, begin: zero, end });
  }
  return [...spans, { timeline, begin: zero }].map((span, index) => ({
    ...span,
    begin: spans[index - 1]?.end ?? zero,
  }));
}

const zero = 0n as Lsn;

/** Whether what a timeline held at a place is part of the log that leads to another. A place at the end is still part of it. */
export function holds(spans: readonly Span[], timeline: number, lsn: Lsn): boolean {
  return spans.some(each => each.timeline === timeline && (each.end === undefined || lsn <= each.end));
}

/** `timeline 1 up to 0/5000000, then timeline 2`. */
export function lineageText(spans: readonly Span[]): string {
  return spans
    .map(({ timeline, end }) => `timeline ${timeline}${end === undefined ? '' : ` up to ${formatLsn(end)}`}`)
    .join(', then ');
}
