import { gunzipSync, gzipSync } from 'node:zlib';
import type { z } from 'zod';
import { UserError } from '../../toolkit/errors.ts';
import { jsonIn } from '../../toolkit/map.ts';
import { howToRun } from '../../toolkit/operations.ts';
import { sha256Of } from '../checksum.ts';
import { type LedgerEntry, parseLedger, serializeLedger } from '../ledger.ts';
import { requirePhaseOrder } from '../phases.ts';
import { formatLsn, type Lsn } from '../postgres/wal.ts';
import type { Steps } from '../steps.ts';
import { stateSchema } from './drill-state-schema.ts';

/** Serializes and parses the state of a drill that outlives a job. Pure. */

type Written = z.infer<typeof stateSchema>;

export interface DrillState extends Omit<Written, 'done'> {
  /** The completed steps, beginning with the loss, whose ledger is stored separately. */
  readonly done: Partial<Steps> & Pick<Steps, 'lost'>;
}

/** The values that the state must have for a drill to be resumed. */
type Demanded = Pick<Written, 'run' | 'namespace' | 'order'>;

/** A Kubernetes object holds at most 1 MiB. */
const mostText = 500_000;
const mostLedger = 900_000;
/** Limit of the decompressed ledger. */
const mostLines = 16_000_000;

/** Serializes the state. @throws {UserError} if it is too large to store. */
export function serializeState({ done, ...state }: DrillState): string {
  const { ledger: _, ...lost } = done.lost;
  const text = JSON.stringify({ ...state, done: { ...done, lost } }, (_, value: unknown) =>
    typeof value === 'bigint' ? formatLsn(value as Lsn) : value,
  );
  if (text.length <= mostText) return text;
  throw new UserError(
    `the state of the drill is too large to store: ${text.length} bytes, and ${mostText} are possible`,
    'run the drill on a runner that can finish it in one job',
  );
}

/**
 * Parses the state.
 * @param ledger the stored marker ledger.
 * @throws {UserError} if the state is invalid, belongs to another drill, or contradicts itself.
 */
export function parseState(text: string, ledger: Uint8Array | undefined, demanded: Demanded): DrillState {
  const { run } = demanded;
  const parsed = text.length > mostText ? undefined : stateSchema.safeParse(jsonIn(text));
  if (parsed?.success !== true) {
    const [issue] = parsed?.error.issues ?? [];
    const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    throw broken(run, `${where}${issue?.message ?? 'it is too large'}`);
  }
  const state = parsed.data;
  if (state.run !== run) throw broken(run, `it belongs to the drill ${state.run}`);
  if (state.namespace !== demanded.namespace) throw broken(run, 'it was written in another namespace');
  if (state.order !== demanded.order)
    throw new UserError(
      `the drill ${run} was started with another slipway.yml, environment or scenario, or \`drill-key\` was given to only one of its jobs`,
      `resume it with the same ones; or ${howToRun('sweep')}, which cleans up its namespace, then start a new drill`,
    );
  requireConsistent(state);
  const entries = ledgerOf(state, ledger);
  const lost = { ...state.done.lost, ...(entries && { ledger: entries }) };
  return { ...state, done: { ...state.done, lost } };
}

/** Rejects a state that matches the schema, but that no drill writes. */
function requireConsistent({ run, startedAt, at, phaseTimes, done }: Written): void {
  const moments = [startedAt, done.lost.at, ...phaseTimes.flatMap(({ from, to }) => [from, to])];
  const late = [...moments, done.restored?.at ?? 0].find(each => each > at + clockSkew);
  if (late !== undefined || done.lost.at < startedAt) throw broken(run, 'its times contradict each other');
  try {
    requirePhaseOrder(phaseTimes);
  } catch (error) {
    if (error instanceof UserError) throw broken(run, error.message);
    throw error;
  }
  const early = Object.entries(needs).find(
    ([step, needed]) => step in done && done[needed] === undefined,
  )?.[0];
  if (early !== undefined) throw broken(run, `the step ${early} is done, but not the step that it needs`);
}

/** The step that each step needs. A new step must be in drill-state-schema.ts, too, or no job can resume the drill. */
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

/** Maximum difference between the clocks of two jobs; ms. */
const clockSkew = 60_000;

const broken = (run: string, why: string) =>
  new UserError(
    `the drill ${run} cannot be resumed from its saved state: ${why}`,
    `${howToRun('sweep')}, which cleans up its namespace, then start a new drill`,
  );

/** Compresses the marker ledger. @throws {UserError} if it is too large to store. */
export function packLedger(entries: readonly LedgerEntry[]): Uint8Array {
  const packed = gzipSync(serializeLedger(entries), { level: 9 });
  if (packed.length <= mostLedger) return packed;
  throw new UserError(
    `the ledger of ${entries.length} markers is too large to store: ${packed.length} bytes, and ${mostLedger} are possible`,
    'run the drill on a runner that can finish it in one job, without the input `hand-over-after`',
  );
}

function ledgerOf(
  { run, ledger: hash }: Written,
  packed: Uint8Array | undefined,
): readonly LedgerEntry[] | undefined {
  if (hash === undefined) return undefined;
  if (packed === undefined) throw broken(run, 'its marker ledger is missing');
  if (sha256Of(packed) !== hash) throw broken(run, 'its marker ledger does not match its checksum');
  let lines: string;
  try {
    lines = gunzipSync(packed, { maxOutputLength: mostLines }).toString('utf8');
  } catch {
    throw broken(run, 'its marker ledger is damaged');
  }
  const { entries, cut } = parseLedger(lines);
  if (cut) throw broken(run, 'its marker ledger is truncated');
  return entries;
}
