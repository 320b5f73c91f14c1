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
  /** Number of the release that a lasting state is about; the key of other events contains it. */
  readonly release?: string;
  /** Only of what is critical. */
  readonly critical?: true;
  /** ms since the epoch. */
  readonly at: number;
}

const day = 86_400_000;
/** Notices about one subject, and one release, in a day; without rollbacks and critical ones, which are not counted. */
export const mostInADay = 6;
/** What is older is forgotten; ms. */
const kept = 30 * day;
/** Notices of one subject in the file: those of at least four releases in a day. */
const mostKept = 4 * mostInADay;
/** Subjects in the file. */
const mostSubjects = 500;

/**
 * Judges whether a notice is sent. A rollback always is, and so is a critical notice, unless it only repeats that a state lasts. Pure.
 * @param asked whether its severity was demanded, as the start of a release needs.
 * @param now ms since the epoch.
 * @returns why not, in one sentence; undefined if it is sent.
 */
export function withheld(memory: Memory, notice: Notice, asked: boolean, now: number): string | undefined {
  const { kind, outcome } = notice.event;
  const before = sentBefore(memory, notice, now);
  const last = before.at(-1);
  if (outcome === 'started' && !asked) return 'the start is sent only with the input `severity`';
  if (
    isLasting(kind) &&
    outcome === 'success' &&
    (last === undefined || last.outcome === 'success') &&
    !asked
  )
    return 'nothing has changed, a success is sent only after a failure';
  const next = sentOf(notice, now);
  // Sweep reports a release that needs action, or is paused, as often as it runs.
  const lasts = isLasting(kind) || outcome === 'needs-action';
  const mayRepeat = outcome === 'rolled-back' || (isUrgent(next) && !lasts);
  if (!mayRepeat && last !== undefined && last.at > now - day && isSame(last, next))
    return 'the same was sent less than a day ago';
  if (!isUrgent(next) && countedIn(before, next) >= mostInADay)
    return `${mostInADay} messages about it were sent within a day`;
  return undefined;
}

/** Returns the notice as it is sent: the last one that the day allows says so. Pure. @param now ms since the epoch. */
export function withLastWord(memory: Memory, notice: Notice, now: number): Notice {
  const next = sentOf(notice, now);
  if (isUrgent(next) || countedIn(sentBefore(memory, notice, now), next) < mostInADay - 1) return notice;
  return { ...notice, next: notice.next === undefined ? lastWord : `${notice.next} ${lastWord}` };
}

const lastWord =
  'Further messages about this are held back until tomorrow, except rollbacks and what is critical.';

/** Any job can write the cache of a CI; what claims to be of the future holds nothing back. */
const sentBefore = (memory: Memory, { key }: Notice, now: number) =>
  (memory[key] ?? []).filter(({ at }) => at <= now);

const isSame = (a: Sent, b: Sent) => a.outcome === b.outcome && a.release === b.release;

const isUrgent = ({ outcome, critical }: Sent) => outcome === 'rolled-back' || critical === true;

const countedIn = (before: readonly Sent[], { release, at: now }: Sent) =>
  before.filter(each => each.at > now - day && each.release === release && !isUrgent(each)).length;

function sentOf({ event: { kind, outcome, release }, severity }: Notice, at: number): Sent {
  return {
    outcome,
    ...(isLasting(kind) && release !== undefined ? { release } : {}),
    ...(severity === 'critical' ? { critical: true } : {}),
    at,
  };
}

/** Returns the memory with a notice that was sent, without what is too old. Pure. */
export function remembering(memory: Memory, notice: Notice, now: number): Memory {
  const { key } = notice;
  // Of urgent ones only the last matters; more of them would push out what is counted.
  const counted = (memory[key] ?? []).filter(each => !isUrgent(each));
  const sent = [...counted, sentOf(notice, now)];
  const all = Object.entries({ ...memory, [key]: sent })
    .map(([each, list]) => [each, list.filter(({ at }) => at > now - kept).slice(-mostKept)] as const)
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

function sentIn({ outcome, release, critical, at }: Readonly<Record<string, unknown>>): Sent[] {
  const found = outcomes.find(each => each === outcome);
  if (found === undefined || typeof at !== 'number') return [];
  return [
    {
      outcome: found,
      ...(typeof release === 'string' ? { release } : {}),
      ...(critical === true ? { critical } : {}),
      at,
    },
  ];
}

/** Pure. */
export const formatMemory = (memory: Memory): string => `${JSON.stringify({ version: 1, sent: memory })}\n`;
