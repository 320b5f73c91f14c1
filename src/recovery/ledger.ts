import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { parseSha256, type Sha256, sha256Of } from './checksum.ts';

/**
 * What a drill writes to know afterwards what was lost: numbered markers, and a ledger kept outside of what is broken. The writer
 * notes each marker before it sends it and again when it knows the outcome, so that a marker of which there is no line was
 * never sent, whenever the writer was killed.
 */

export interface Marker {
  /** From 1 on, each once in a run. */
  readonly seq: number;
  readonly runId: string;
  /** When the writer sent it, by its own clock; ms since 1970. */
  readonly sentAt: number;
  readonly payload: string;
  /** Of the other four, as `markerHash` makes it. */
  readonly sha256: Sha256;
}

/** What the writer knows of a marker. */
export interface LedgerEntry {
  readonly seq: number;
  readonly sentAt: number;
  /** When COMMIT was answered, by the writer's clock. Absent: nobody promised that the marker is there. */
  readonly ackedAt?: number;
  /** Why it was not acknowledged. */
  readonly error?: string;
  readonly sha256: Sha256;
}

export type Acknowledged = LedgerEntry & { readonly ackedAt: number };

export interface Ledger {
  /** One for each marker, by their numbers. */
  readonly entries: readonly LedgerEntry[];
  /** The last line ends in the middle: the writer was killed while it wrote it. What the line told is not counted. */
  readonly cut: boolean;
}

export function makeMarker(seq: number, runId: string, sentAt: number, payload: string): Marker {
  return { seq, runId, sentAt, payload, sha256: markerHash({ seq, runId, sentAt, payload }) };
}

/** Of one canonical text: a JSON array in this order, without spaces. Pure. */
export function markerHash({ seq, runId, sentAt, payload }: Omit<Marker, 'sha256'>): Sha256 {
  return sha256Of(JSON.stringify([seq, runId, sentAt, payload]));
}

/** A whole line with its end, to append at once. */
export function ledgerLine({ seq, sentAt, ackedAt, error, sha256 }: LedgerEntry): string {
  return `${JSON.stringify({ seq, sentAt, ackedAt, error, sha256 })}\n`;
}

export function serialiseLedger(entries: readonly LedgerEntry[]): string {
  return entries.map(ledgerLine).join('');
}

/**
 * Reads NDJSON. A later line of a marker says more of it than an earlier one.
 * @throws {UserError} for a whole line that is no entry, and for one that contradicts an earlier one.
 */
export function parseLedger(text: string): Ledger {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  // Entries are flat: the beginning of one is never JSON, so a last line that reads is whole.
  const whole = last === '' ? undefined : entryOf(last);
  const entries = new Map<number, LedgerEntry>();
  for (const [index, line] of lines.entries()) {
    const entry = entryOf(line);
    if (entry === undefined) throw malformed(index + 1, 'is no entry');
    add(entries, entry, index + 1);
  }
  if (whole !== undefined) add(entries, whole, lines.length + 1);
  return {
    entries: [...entries.values()].sort((a, b) => a.seq - b.seq),
    cut: last !== '' && whole === undefined,
  };
}

/** Only what was acknowledged counts: a database that did not answer promised nothing. */
export function acknowledged(entries: readonly LedgerEntry[]): Acknowledged[] {
  return entries.filter((entry): entry is Acknowledged => entry.ackedAt !== undefined);
}

/**
 * The moment next to `near` at which no marker was under way, in the middle between the answer to one and the sending of the
 * next: with it as the target of a point-in-time recovery every marker is clearly before or after. Undefined when there is none.
 * @param near ms since 1970.
 */
export function quietMoment(entries: readonly LedgerEntry[], near: number): number | undefined {
  const inOrder = entries.toSorted((a, b) => a.sentAt - b.sentAt);
  const moments: number[] = [];
  // After one without an answer nothing is quiet: it may have been committed at any time.
  let answered = inOrder[0]?.ackedAt;
  for (const { sentAt, ackedAt } of inOrder.slice(1)) {
    if (answered === undefined) break;
    if (sentAt - answered >= 2) moments.push(Math.floor((answered + sentAt) / 2));
    answered = ackedAt === undefined ? undefined : Math.max(answered, ackedAt);
  }
  return moments.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}

function add(entries: Map<number, LedgerEntry>, entry: LedgerEntry, line: number): void {
  const before = entries.get(entry.seq);
  if (before !== undefined && (before.sentAt !== entry.sentAt || before.sha256 !== entry.sha256))
    throw malformed(line, `tells of another marker ${entry.seq} than a line before it`);
  if (before?.ackedAt !== undefined && before.ackedAt !== entry.ackedAt)
    throw malformed(line, `takes back that marker ${entry.seq} was acknowledged`);
  entries.set(entry.seq, entry);
}

function entryOf(line: string): LedgerEntry | undefined {
  const value = parsed(line);
  if (!isMap(value)) return undefined;
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

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isMoment = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const malformed = (line: number, problem: string) =>
  new UserError(
    `line ${line} of the marker ledger ${problem}`,
    'nothing can be measured with it; take the ledger as the writer left it',
  );
