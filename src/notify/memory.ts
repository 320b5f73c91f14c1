import { z } from 'zod';
import { jsonMap } from '../toolkit/map.ts';
import { isLasting, outcomes } from './event.ts';
import type { Notice } from './message.ts';

/**
 * Bounds what is sent about one subject: a release, or a state that scheduled runs report. What was sent is remembered in a file or a
 * Lease. Without it, every failure is sent, but no return to success.
 */

const sentSchema = z.object({
  outcome: z.enum(outcomes),
  /** Number of the release that a lasting state is about; empty for other events, whose key contains it. */
  release: z.string(),
  /** A rollback, or what is critical. It is not counted. */
  urgent: z.boolean(),
  /** ms since the epoch. */
  at: z.number(),
  /** Whether the state ended later, which no receiver was told. */
  ended: z.boolean().optional(),
});
const memorySchema = z.record(z.string(), z.array(sentSchema));

export type Memory = Readonly<z.output<typeof memorySchema>>;

const hour = 3_600_000;
const day = 24 * hour;
/** After which the same is sent again, in ms. A nightly run may begin earlier than the one before. */
const reminder = 20 * hour;
/** Notices about one subject, and one release, in a day; without urgent ones. */
export const mostInADay = 6;
/** What is older is forgotten; ms. */
const kept = 30 * day;
/** Notices of one subject in the file: those of at least four releases in a day. */
const mostKept = 4 * mostInADay;
/** Subjects in the file. */
const mostSubjects = 500;

const lastWord =
  'Further messages about this are held back until tomorrow, except for rollbacks and critical messages.';

/**
 * Judges whether a notice is sent. A rollback always is, and so is a critical notice, unless it only repeats that a state lasts. Pure.
 * @param now ms since the epoch.
 * @returns the notice as it is sent, the last one that a day allows says so; or why it is not, in one sentence.
 */
export function bounded(memory: Memory, notice: Notice, now: number): Notice | string {
  const { kind, outcome } = notice.event;
  const next = sentOf(notice, now);
  // Any job can write the cache of a CI; what claims to be of the future holds nothing back.
  const before = (memory[notice.key] ?? []).filter(({ at }) => at <= now);
  const last = before.at(-1);
  if (isLasting(kind) && outcome === 'success' && (last?.outcome ?? 'success') === 'success')
    return 'nothing has changed: a success is sent only after a failure';
  // Sweep reports a release that needs action as often as it runs.
  const mayRepeat =
    outcome === 'rolled-back' || (next.urgent && !isLasting(kind) && outcome !== 'needs-action');
  const isSame =
    last?.outcome === outcome &&
    last.release === next.release &&
    last.at > now - reminder &&
    last.ended !== true;
  if (isSame && !mayRepeat) return 'the same message was sent less than 20 hours ago';
  if (next.urgent) return notice;
  const counted = before.filter(
    each => !each.urgent && each.release === next.release && each.at > now - day,
  ).length;
  if (counted >= mostInADay) return `${mostInADay} messages about this were sent within a day`;
  return counted < mostInADay - 1 ? notice : { ...notice, next: `${notice.next} ${lastWord}`.trim() };
}

const sentOf = ({ event: { kind, outcome, release }, severity }: Notice, at: number) => ({
  outcome,
  release: isLasting(kind) ? release : '',
  at,
  urgent: outcome === 'rolled-back' || severity === 'critical',
});

/** Returns the memory with a notice that was sent, without what is too old. Pure. @param now ms since the epoch. */
export function remembering(memory: Memory, notice: Notice, now: number): Memory {
  const { key } = notice;
  // Of urgent ones only the last matters; more of them would push out what is counted.
  const counted = (memory[key] ?? []).filter(each => !each.urgent);
  const newest = (list: Memory[string]) => list.at(-1)?.at ?? 0;
  const all = Object.entries({ ...memory, [key]: [...counted, sentOf(notice, now)].slice(-mostKept) })
    .filter(([, list]) => newest(list) > now - kept)
    .sort(([, a], [, b]) => newest(a) - newest(b));
  return Object.fromEntries(all.slice(-mostSubjects));
}

/** Returns the memory after a notice that reached no receiver: the state before it is sent again if it returns. Pure. */
export function withStateEnded(memory: Memory, { key }: Notice): Memory {
  const list = memory[key] ?? [];
  const last = list.at(-1);
  if (last === undefined || last.ended === true) return memory;
  return { ...memory, [key]: list.with(-1, { ...last, ended: true }) };
}

/** Parses a memory; a damaged one counts as empty. Pure. */
export const parseMemory = (text: string): Memory => memorySchema.safeParse(jsonMap(text)?.sent).data ?? {};

/** Pure. */
export const formatMemory = (memory: Memory): string => `${JSON.stringify({ sent: memory })}\n`;
