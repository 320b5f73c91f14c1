import { gunzipSync, gzipSync } from 'node:zlib';
import type { z } from 'zod';
import { UserError } from '../../toolkit/errors.ts';
import { sha256Of } from '../checksum.ts';
import { type LedgerEntry, parseLedger, serialiseLedger } from '../ledger.ts';
import { demandOrder } from '../phases.ts';
import { formatLsn, type Lsn } from '../postgres/wal.ts';
import type { Steps } from '../steps.ts';
import { journalSchema } from './journal-schema.ts';

/** What outlives a job of a drill, as it is written down and read again. Pure. */

type Written = z.infer<typeof journalSchema>;

export interface Journal extends Omit<Written, 'done'> {
  /** What is done; begins with the loss, of which the ledger is kept apart. */
  readonly done: Partial<Steps> & Pick<Steps, 'lost'>;
}

/** What has to be so in a journal that is gone on with. */
export type Demanded = Pick<Written, 'run' | 'namespace' | 'order'>;

/** One object of Kubernetes holds 1 MiB. */
const mostText = 500_000;
const mostLedger = 900_000;
/** Of what came out of the compressed ledger. */
const mostLines = 16_000_000;

/** @throws {UserError} when it is too large to be kept. */
export function serialiseJournal({ done, ...journal }: Journal): string {
  const { ledger: _, ...lost } = done.lost;
  const text = JSON.stringify({ ...journal, done: { ...done, lost } }, (_, value: unknown) =>
    typeof value === 'bigint' ? formatLsn(value as Lsn) : value,
  );
  if (text.length <= mostText) return text;
  throw new UserError(
    `the journal of the drill has ${text.length} bytes, and ${mostText} can be kept`,
    'drill on a runner that may live for as long as it takes',
  );
}

/**
 * @param ledger as it was kept beside it.
 * @throws {UserError} for what is no journal, is of another drill, or contradicts itself.
 */
export function parseJournal(text: string, ledger: Uint8Array | undefined, demanded: Demanded): Journal {
  const { run } = demanded;
  const parsed = text.length > mostText ? undefined : journalSchema.safeParse(jsonOf(text));
  if (parsed?.success !== true) {
    const [issue] = parsed?.error.issues ?? [];
    const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    throw broken(run, `${where}${issue?.message ?? 'it is too large'}`);
  }
  const journal = parsed.data;
  if (journal.run !== run) throw broken(run, `it is of the drill ${journal.run}`);
  if (journal.namespace !== demanded.namespace) throw broken(run, 'it was written in another namespace');
  if (journal.order !== demanded.order)
    throw new UserError(
      `the drill ${run} was begun with another slipway.yml, environment or scenario`,
      'go on with it as it was begun, or begin a new one when its namespace is cleared away',
    );
  demandSense(journal);
  const entries = ledgerOf(journal, ledger);
  const lost = { ...journal.done.lost, ...(entries && { ledger: entries }) };
  return { ...journal, done: { ...journal.done, lost } };
}

/** What no drill writes down, whatever its form. */
function demandSense({ run, startedAt, at, stamps, done }: Written): void {
  const moments = [startedAt, done.lost.at, ...stamps.flatMap(({ from, to }) => [from, to])];
  const late = [...moments, done.restored?.at ?? 0].find(each => each > at + clocks);
  if (late !== undefined || done.lost.at < startedAt) throw broken(run, 'its times contradict each other');
  try {
    demandOrder(stamps);
  } catch (error) {
    if (error instanceof UserError) throw broken(run, error.sentence);
    throw error;
  }
  const early = Object.entries(needs).find(
    ([step, needed]) => step in done && done[needed] === undefined,
  )?.[0];
  if (early !== undefined) throw broken(run, `it says that ${early} was done before what it takes`);
}

/** What a step takes; a new one also needs its form in journal-schema.ts, or no job goes on with it. */
const needs = {
  proved: 'raised',
  secrets: 'proved',
  vacant: 'proved',
  files: 'proved',
  chosen: 'raised',
  compared: 'chosen',
  onward: 'compared',
  restored: 'chosen',
  served: 'restored',
  inspected: 'restored',
} as const satisfies Record<Exclude<keyof Steps, 'lost' | 'raised'>, keyof Steps>;

/** Milliseconds by which the clocks of two jobs may differ. */
const clocks = 60_000;

const broken = (run: string, why: string) =>
  new UserError(
    `the journal of the drill ${run} cannot be gone on with: ${why}`,
    'begin a new drill when its namespace is cleared away',
  );

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws {UserError} when it is too large to be kept. */
export function packLedger(entries: readonly LedgerEntry[]): Uint8Array {
  const packed = gzipSync(serialiseLedger(entries), { level: 9 });
  if (packed.length <= mostLedger) return packed;
  throw new UserError(
    `the ledger of ${entries.length} markers has ${packed.length} bytes, and ${mostLedger} can be kept`,
    'drill on a runner that may live for as long as it takes, without `within`',
  );
}

function ledgerOf(
  { run, ledger: hash }: Written,
  packed: Uint8Array | undefined,
): readonly LedgerEntry[] | undefined {
  if (hash === undefined) return undefined;
  if (packed === undefined) throw broken(run, 'its ledger of markers is gone');
  if (sha256Of(packed) !== hash) throw broken(run, 'its ledger of markers is another one');
  let lines: string;
  try {
    lines = gunzipSync(packed, { maxOutputLength: mostLines }).toString('utf8');
  } catch {
    throw broken(run, 'its ledger of markers is damaged');
  }
  const { entries, cut } = parseLedger(lines);
  if (cut) throw broken(run, 'its ledger of markers is cut off');
  return entries;
}
