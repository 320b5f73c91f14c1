import { isMap, jsonMap, mapsIn } from '../toolkit/map.ts';
import { type EventOutcome, isLasting, outcomes } from './event.ts';
import type { Notice } from './message.ts';

/**
 * Bounds what is sent about one subject: a release, or a state that scheduled runs report. What was sent is remembered in a file, which
 * the cache of a CI keeps between runs. Without it, more is sent, never less.
 */

export type Memory = Readonly<Record<string, readonly Sent[]>>;

interface Sent {
  readonly outcome: EventOutcome;
  /** ms since the epoch. */
  readonly at: number;
}

const day = 86_400_000;
/** Notices about one subject in a day. */
export const mostInADay = 6;
/** What is older is forgotten; ms. */
const kept = 30 * day;
/** Subjects in the file. */
const mostSubjects = 500;

/**
 * Judges whether a notice is sent. Pure.
 * @param asked whether its severity was demanded, as the start of a release needs.
 * @param now ms since the epoch.
 * @returns why not, in one sentence; undefined if it is sent.
 */
export function withheld(
  memory: Memory,
  { key, event }: Notice,
  asked: boolean,
  now: number,
): string | undefined {
  const { kind, outcome } = event;
  // Any job can write the cache of a CI; what claims to be of the future holds nothing back.
  const sent = (memory[key] ?? []).filter(({ at }) => at <= now);
  const last = sent.at(-1);
  if (outcome === 'started' && !asked) return 'the start is sent only with the input `severity`';
  if (
    isLasting(kind) &&
    outcome === 'success' &&
    (last === undefined || last.outcome === 'success') &&
    !asked
  )
    return 'nothing has changed, a success is sent only after a failure';
  const recent = sent.filter(({ at }) => at > now - day);
  if (recent.at(-1)?.outcome === outcome) return 'the same was sent less than a day ago';
  if (recent.length >= mostInADay) return `${mostInADay} messages about it were sent within a day`;
  return undefined;
}

/** Returns the memory with a notice that was sent, without what is too old. Pure. */
export function remembering(memory: Memory, { key, event }: Notice, now: number): Memory {
  const sent = [...(memory[key] ?? []), { outcome: event.outcome, at: now }];
  const all = Object.entries({ ...memory, [key]: sent })
    .map(([each, list]) => [each, list.filter(({ at }) => at > now - kept).slice(-mostInADay)] as const)
    .filter(([, list]) => list.length > 0)
    .sort(([, a], [, b]) => (a.at(-1)?.at ?? 0) - (b.at(-1)?.at ?? 0));
  return Object.fromEntries(all.slice(-mostSubjects));
}

/** Reads the file; a damaged one is like none. Pure. */
export function parseMemory(text: string): Memory {
  const { sent } = jsonMap(text) ?? {};
  if (!isMap(sent)) return {};
  return Object.fromEntries(
    Object.entries(sent).map(([key, list]) => [key, mapsIn(list).flatMap(sentIn)] as const),
  );
}

function sentIn({ outcome, at }: Readonly<Record<string, unknown>>): Sent[] {
  const found = outcomes.find(each => each === outcome);
  return found === undefined || typeof at !== 'number' ? [] : [{ outcome: found, at }];
}

/** Pure. */
export const formatMemory = (memory: Memory): string => `${JSON.stringify({ version: 1, sent: memory })}\n`;
