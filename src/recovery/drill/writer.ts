import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LedgerEntry, ledgerLine, type Marker, makeMarker } from '../ledger.ts';
import { within } from './patience.ts';

/** Writes numbered markers, one after the other, and notes outside of what is broken which of them were acknowledged. */

export interface WriterOptions {
  /** Names the markers of this drill. */
  readonly runId: string;
  /** Between two markers; ms. */
  readonly every: number;
  /** How long an answer is waited for; ms. A commit without one is in doubt, as it would be for any client. */
  readonly patience: number;
  /**
   * Commits a marker with the settings of production. It must give up its connection when the signal says so and never ask the
   * server to cancel: a commit that waits for a standby and is cancelled answers as if it were safe.
   */
  send(marker: Marker, signal: AbortSignal): Promise<void>;
  /** Keeps a line of the ledger before it returns. */
  append(line: string): void;
  now(): number;
}

export interface Writer {
  /** When the last marker was acknowledged; undefined before the first. */
  lastAck(): number | undefined;
  /** One entry for each marker so far. */
  entries(): readonly LedgerEntry[];
  /** Resolves when the marker under way is acknowledged or given up. */
  stop(): Promise<readonly LedgerEntry[]>;
}

export function startWriter(options: WriterOptions): Writer {
  const entries: LedgerEntry[] = [];
  const ending = new AbortController();
  let last: number | undefined;
  const running = (async () => {
    for (let seq = 1; !ending.signal.aborted; seq += 1) {
      const begun = options.now();
      const entry = await writeOne(seq, options);
      if (entry.ackedAt !== undefined) last = entry.ackedAt;
      entries.push(entry);
      const rest = begun + options.every - options.now();
      await sleep(Math.max(0, rest), undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  // Whoever stops hears of it; until then nobody is there to.
  running.catch(() => undefined);
  return {
    lastAck: () => last,
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
