import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LedgerEntry, ledgerLine, type Marker, makeMarker } from '../ledger.ts';
import { within } from './patience.ts';

/** Writes numbered markers in sequence, and records away from the fault which of them were acknowledged. */

interface WriterOptions {
  /** Identifies the markers of this drill. */
  readonly runId: string;
  /** Interval of the markers; ms. */
  readonly every: number;
  /** Timeout of a commit; ms. A commit without an answer is in doubt, as for any client. */
  readonly patience: number;
  /**
   * Commits a marker with the settings of production. On abort it must drop the connection, and never ask the server to cancel: a cancelled
   * commit that waits for a standby returns success.
   */
  send(marker: Marker, signal: AbortSignal): Promise<void>;
  /** Stores a line of the ledger before it returns. */
  append(line: string): void;
  now(): number;
}

export interface Writer {
  /** Returns one entry for each marker so far. */
  entries(): readonly LedgerEntry[];
  /** Stops writing; resolves when the pending marker is acknowledged or given up. */
  stop(): Promise<readonly LedgerEntry[]>;
}

export function startWriter(options: WriterOptions): Writer {
  const entries: LedgerEntry[] = [];
  const ending = new AbortController();
  const running = (async () => {
    for (let seq = 1; !ending.signal.aborted; seq += 1) {
      const begun = options.now();
      entries.push(await writeOne(seq, options));
      const rest = begun + options.every - options.now();
      await sleep(Math.max(0, rest), undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  // `stop` reports a failure; until then the rejection would be unhandled.
  running.catch(() => undefined);
  return {
    entries: () => entries,
    stop: async () => {
      ending.abort();
      await running;
      return entries;
    },
  };
}

async function writeOne(
  seq: number,
  { runId, patience, send, append, now }: WriterOptions,
): Promise<LedgerEntry> {
  const marker = makeMarker(seq, runId, now(), randomUUID());
  const { sentAt, sha256 } = marker;
  append(ledgerLine({ seq, sentAt, sha256 }));
  const sent = await within(patience, signal => send(marker, signal));
  const entry: LedgerEntry =
    'fault' in sent ? { seq, sentAt, error: sent.fault, sha256 } : { seq, sentAt, ackedAt: now(), sha256 };
  append(ledgerLine(entry));
  return entry;
}
