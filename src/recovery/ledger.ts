import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { parseSha256, type Sha256, sha256Of } from './checksum.ts';

/**
 * What a drill writes to measure data loss afterwards: numbered markers, and a ledger outside of the system that is broken. The writer
 * records each marker before it sends it and again when it knows the outcome, so a marker without a line was never sent, even if the writer
 * was killed.
 */

export interface Marker {
  /** Starts at 1; unique in a run. */
  readonly seq: number;
  readonly runId: string;
  /** When the writer sent it, by the writer's clock; ms since 1970. */
  readonly sentAt: number;
  readonly payload: string;
  /** Hash of the other four fields, by `markerHash`. */
  readonly sha256: Sha256;
}

/** The writer's record of a marker. */
export interface LedgerEntry {
  readonly seq: number;
  readonly sentAt: number;
  /** When COMMIT was acknowledged, by the writer's clock. Absent: the database did not promise that it keeps the marker. */
  readonly ackedAt?: number;
  /** Why it was not acknowledged. */
  readonly error?: string;
  readonly sha256: Sha256;
}

export type Acknowledged = LedgerEntry & { readonly ackedAt: number };

interface Ledger {
  /** One for each marker, sorted by number. */
  readonly entries: readonly LedgerEntry[];
  /** The last line is incomplete, because the writer was killed while it wrote it. The line does not count. */
  readonly cut: boolean;
}

export function makeMarker(seq: number, runId: string, sentAt: number, payload: string): Marker {
  return { seq, runId, sentAt, payload, sha256: markerHash({ seq, runId, sentAt, payload }) };
}

/** Hashes one canonical text: a JSON array in this order, without spaces. Pure. */
export function markerHash({ seq, runId, sentAt, payload }: Omit<Marker, 'sha256'>): Sha256 {
  return sha256Of(JSON.stringify([seq, runId, sentAt, payload]));
}

/** Returns a complete line with its line break, to append in one write. */
export function ledgerLine({ seq, sentAt, ackedAt, error, sha256 }: LedgerEntry): string {
  return `${JSON.stringify({ seq, sentAt, ackedAt, error, sha256 })}\n`;
}

export function serializeLedger(entries: readonly LedgerEntry[]): string {
  return entries.map(ledgerLine).join('');
}

/**
 * Reads NDJSON. A later line of a marker adds to an earlier one.
 * @throws {UserError} for a complete line that is not an entry, and for one that contradicts an earlier one.
 */
export function parseLedger(text: string): Ledger {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  // Entries are flat, so a truncated one is never valid JSON: a last line that parses is complete.
  const whole = last === '' ? undefined : entryOf(last);
  const entries = new Map<number, LedgerEntry>();
  for (const [index, line] of lines.entries()) {
    const entry = entryOf(line);
    if (entry === undefined) throw malformed(index + 1, 'is not an entry');
    add(entries, entry, index + 1);
  }
  if (whole !== undefined) add(entries, whole, lines.length + 1);
  return {
    entries: [...entries.values()].sort((a, b) => a.seq - b.seq),
    cut: last !== '' && whole === undefined,
  };
}

/** Returns the acknowledged entries: a database that did not answer promised nothing. */
export function acknowledged(entries: readonly LedgerEntry[]): Acknowledged[] {
  return entries.filter((entry): entry is Acknowledged => entry.ackedAt !== undefined);
}

function add(entries: Map<number, LedgerEntry>, entry: LedgerEntry, line: number): void {
  const before = entries.get(entry.seq);
  if (before !== undefined && (before.sentAt !== entry.sentAt || before.sha256 !== entry.sha256))
    throw malformed(line, `describes another marker ${entry.seq} than an earlier line`);
  if (before?.ackedAt !== undefined && before.ackedAt !== entry.ackedAt)
    throw malformed(line, `contradicts the acknowledgement of marker ${entry.seq}`);
  entries.set(entry.seq, entry);
}

function entryOf(line: string): LedgerEntry | undefined {
  const value = jsonMap(line);
  if (value === undefined) return undefined;
  const { seq, sentAt, ackedAt, error, sha256 } = value;
  const hash = typeof sha256 === 'string' ? parseSha256(sha256) : undefined;
  if (!isMoment(seq) || seq < 1 || !isMoment(sentAt) || hash === undefined) return undefined;
  if (ackedAt !== undefined && (!isMoment(ackedAt) || ackedAt < sentAt)) return undefined;
  if (error !== undefined && typeof error !== 'string') return undefined;
  return {
    seq,
    sentAt,
    ...(ackedAt === undefined ? {} : { ackedAt }),
    ...(error === undefined ? {} : { error }),
    sha256: hash,
  };
}

const isMoment = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const malformed = (line: number, problem: string) =>
  new UserError(
    `line ${line} of the marker ledger ${problem}`,
    'use the unmodified ledger of the writer: nothing can be measured with this one',
  );
